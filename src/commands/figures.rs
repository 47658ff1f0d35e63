//! The report's figures: read, and decoded once, so that a fault is shown where the figure is named.

use std::collections::BTreeMap;

use typst::diag::LoadedWithin;
use typst::foundations::Bytes;
use typst::loading::{LoadSource, Loaded};
use typst::syntax::Spanned;
use typst::visualize::{ExchangeFormat, RasterImage, SvgImage};

use crate::diagnostic::{Code, Diagnostic, Diagnostics};
use crate::figure::{Figure, FigureKind};
use crate::report::Report;
use crate::source::Project;

/// Reads the files that the report's highlights name; those that are no images are faults.
pub(super) fn read_figures(
    project: &Project,
    report: &Report,
    diagnostics: &mut Diagnostics,
) -> BTreeMap<String, Figure> {
    let figures = report.settings.highlights.iter().filter_map(|highlight| highlight.figure.as_ref());
    let mut read = BTreeMap::new();
    for figure in figures {
        let Some(data) = project.read_bytes(&figure.value, &figure.place, diagnostics) else { continue };
        match size(&data) {
            Ok((width, height)) => {
                read.insert(figure.value.clone(), Figure { data, width, height });
            }
            Err(message) => diagnostics.push(
                Diagnostic::at(Code::InvalidFigure, &figure.place).with("file", &figure.value).with_detail(message),
            ),
        }
    }
    read
}

/// Returns the natural width and height of an image, decoded as a build would.
fn size(data: &[u8]) -> Result<(f64, f64), String> {
    let kind = FigureKind::of(data).map_err(|error| error.to_string())?;
    let data = Bytes::new(data.to_vec());
    let decoded = match kind {
        FigureKind::Svg => {
            let loaded = Loaded::new(Spanned::detached(LoadSource::Bytes), data.clone());
            let decoded = SvgImage::new(data).map_err(|error| error.within(&loaded).message.to_string())?;
            return Ok((decoded.width(), decoded.height()));
        }
        FigureKind::Png => RasterImage::plain(data, ExchangeFormat::Png),
        FigureKind::Jpeg => RasterImage::plain(data, ExchangeFormat::Jpg),
    };
    let decoded = decoded.map_err(|error| error.to_string())?;
    Ok((f64::from(decoded.width()), f64::from(decoded.height())))
}
