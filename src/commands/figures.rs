//! The report's figures: read, and decoded once, so that a fault is shown where the figure is named.

use std::collections::BTreeMap;

use rayon::prelude::*;
use typst::diag::LoadedWithin;
use typst::foundations::Bytes;
use typst::loading::{LoadSource, Loaded};
use typst::syntax::Spanned;
use typst::visualize::{ExchangeFormat, RasterImage, SvgImage};

use crate::diagnostic::{Diagnostics, Located};
use crate::figure::{Figure, FigureError, FigureKind, Inspection, inspect_svg, is_cmyk};
use crate::report::Report;
use crate::source::Project;

/// Reads the files that the report names, for highlights and as its logo; those that are no images are faults.
pub(super) fn read_figures(
    project: &Project,
    report: &Report,
    diagnostics: &mut Diagnostics,
) -> BTreeMap<String, Figure> {
    let settings = &report.settings;
    let of_highlights = settings.highlights.iter().filter_map(|highlight| highlight.figure.as_ref());
    let figures: Vec<&Located<String>> = of_highlights.chain(&settings.look.logo).collect();
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
    let data = project.read_bytes(&figure.value, &figure.place, &mut faults);
    let read = data.and_then(|data| match decode(data) {
        Ok(read) => Some(read),
        Err(errors) => {
            faults.extend(errors.iter().map(|error| error.fault(figure)));
            None
        }
    });
    (read, faults)
}

/// Decodes an image as a build would; fails with all that keeps it from being a figure.
fn decode(data: Vec<u8>) -> Result<Figure, Vec<FigureError>> {
    let ((width, height), text) = match FigureKind::of(&data).map_err(|error| vec![error])? {
        FigureKind::Svg => {
            let Inspection { mut problems, images, text } = inspect_svg(&data).map_err(|error| vec![error])?;
            problems.extend(images.into_iter().filter_map(|(kind, image)| embedded_problem(&kind, image)));
            let bytes = Bytes::new(data.clone());
            let loaded = Loaded::new(Spanned::detached(LoadSource::Bytes), bytes.clone());
            let decoded = SvgImage::new(bytes)
                .map_err(|error| vec![FigureError::Broken(error.within(&loaded).message.to_string())])?;
            if !problems.is_empty() {
                return Err(problems);
            }
            ((decoded.width(), decoded.height()), text)
        }
        FigureKind::Png => (pixels(data.clone(), ExchangeFormat::Png).map_err(|error| vec![error])?, String::new()),
        FigureKind::Jpeg => (pixels(data.clone(), ExchangeFormat::Jpg).map_err(|error| vec![error])?, String::new()),
    };
    Ok(Figure { data, width, height, text })
}

/// Decodes pixels and returns how many there are, across and down.
fn pixels(data: Vec<u8>, format: ExchangeFormat) -> Result<(f64, f64), FigureError> {
    if format == ExchangeFormat::Jpg && is_cmyk(&data) {
        return Err(FigureError::Cmyk);
    }
    let decoded =
        RasterImage::plain(Bytes::new(data), format).map_err(|error| FigureError::Broken(error.to_string()))?;
    Ok((f64::from(decoded.width()), f64::from(decoded.height())))
}

/// Returns what keeps an image inside a drawing from being shown.
fn embedded_problem(kind: &str, data: Vec<u8>) -> Option<FigureError> {
    let format = match kind {
        "png" => ExchangeFormat::Png,
        "jpeg" | "jpg" => ExchangeFormat::Jpg,
        "gif" => ExchangeFormat::Gif,
        "webp" => ExchangeFormat::Webp,
        "svg+xml" => return SvgImage::new(Bytes::new(data)).is_err().then_some(FigureError::Embedded),
        _ => return Some(FigureError::Embedded),
    };
    match pixels(data, format) {
        Ok(_) => None,
        Err(FigureError::Cmyk) => Some(FigureError::Cmyk),
        Err(_) => Some(FigureError::Embedded),
    }
}
