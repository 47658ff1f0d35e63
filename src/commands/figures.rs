//! The report's figures: read, and decoded once, so that a fault is shown where the figure is named.

use std::collections::BTreeMap;

use rayon::prelude::*;
use typst::diag::LoadedWithin;
use typst::foundations::Bytes;
use typst::loading::{LoadSource, Loaded};
use typst::syntax::Spanned;
use typst::visualize::{ExchangeFormat, RasterImage, SvgImage};

use crate::diagnostic::{Code, Diagnostic, Diagnostics, Located};
use crate::figure::{Figure, FigureKind};
use crate::report::Report;
use crate::source::Project;

/// Reads the files that the report's highlights name; those that are no images are faults.
pub(super) fn read_figures(
    project: &Project,
    report: &Report,
    diagnostics: &mut Diagnostics,
) -> BTreeMap<String, Figure> {
    let figures: Vec<&Located<String>> =
        report.settings.highlights.iter().filter_map(|highlight| highlight.figure.as_ref()).collect();
    let read: Vec<(Option<Figure>, Diagnostics)> =
        figures.par_iter().map(|figure| read_figure(project, figure)).collect();
    let mut by_name = BTreeMap::new();
    for (name, (figure, faults)) in figures.into_iter().zip(read) {
        diagnostics.extend(faults);
        by_name.extend(figure.map(|figure| (name.value.clone(), figure)));
    }
    by_name
}

fn read_figure(project: &Project, figure: &Located<String>) -> (Option<Figure>, Diagnostics) {
    let mut faults = Diagnostics::default();
    let read = project.read_bytes(&figure.value, &figure.place, &mut faults).and_then(|data| match size(&data) {
        Ok((width, height)) => Some(Figure { data, width, height }),
        Err(message) => {
            faults.push(
                Diagnostic::at(Code::InvalidFigure, &figure.place).with("file", &figure.value).with_detail(message),
            );
            None
        }
    });
    (read, faults)
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
