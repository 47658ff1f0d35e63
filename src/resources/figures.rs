//! Reads and decodes the report's figures, so that problems are shown where a figure is named.

use std::borrow::Cow;
use std::collections::BTreeMap;
use std::sync::Arc;

use rayon::prelude::*;
use typst::foundations::Bytes;
use typst::visualize::{ExchangeFormat, RasterImage};

use crate::diagnostic::{Diagnostics, Located};
use crate::figure::{
    Demand, Figure, FigureError, FigureKind, Inspection, adapted, inspect_svg, is_cmyk, measure, pixel_bytes, plain,
};
use crate::report::Report;
use crate::source::Project;

const MOST_NESTED: usize = 2;

/// Reads the figures of highlights and the logo; files that are not supported images are problems.
pub fn read_figures(project: &Project, report: &Report, diagnostics: &mut Diagnostics) -> BTreeMap<String, Figure> {
    let settings = &report.settings;
    let of_highlights = settings.highlights.iter().filter_map(|highlight| highlight.figure.as_ref());
    let named = of_highlights.chain(&settings.look.logo);
    let figures: BTreeMap<&str, &Located<String>> = named.map(|figure| (figure.value.as_str(), figure)).collect();
    let figures: Vec<&Located<String>> = figures.into_values().collect();
    let mut demand = Demand::default();
    let mut by_name = BTreeMap::new();
    // In small batches: the demand of a figure is only known after it was read.
    for figures in figures.chunks(rayon::current_num_threads().max(1)) {
        let read: Vec<(Option<Figure>, Diagnostics)> =
            figures.par_iter().map(|figure| read_figure(project, figure)).collect();
        for (name, (figure, problems)) in figures.iter().zip(read) {
            diagnostics.extend(problems);
            let Some(figure) = figure else { continue };
            demand.add(figure.demand);
            if let Some(bound) = demand.excess() {
                diagnostics.push(FigureError::TooMuch(bound).diagnostic(name));
                return by_name;
            }
            by_name.insert(name.value.clone(), figure);
        }
    }
    by_name
}

fn read_figure(project: &Project, figure: &Located<String>) -> (Option<Figure>, Diagnostics) {
    let mut problems = Diagnostics::default();
    let data = project.read_bytes(&figure.value, &figure.place, &mut problems);
    let read = data.and_then(|data| match decode(&data.into()) {
        Ok(read) => Some(read),
        Err(errors) => {
            problems.extend(errors.iter().map(|error| error.diagnostic(figure)));
            None
        }
    });
    (read, problems)
}

/// Decodes an image as a build would. Fails with all problems of the figure. Remembered for the build after an edit.
#[comemo::memoize]
fn decode(data: &Arc<[u8]>) -> Result<Figure, Vec<FigureError>> {
    let one = |error| vec![error];
    let format = match FigureKind::of(data).map_err(one)? {
        FigureKind::Svg => return drawing(data, 0),
        FigureKind::Png => ExchangeFormat::Png,
        FigureKind::Jpeg => ExchangeFormat::Jpg,
    };
    let pixel_bytes = pixel_bytes(data).map_err(one)?;
    let (width, height) = pixels(Arc::clone(data), format).map_err(one)?;
    let demand = Demand { pixel_bytes, ..Demand::default() };
    Ok(Figure { data: Arc::clone(data), width, height, text: String::new(), demand })
}

fn drawing(data: &[u8], depth: usize) -> Result<Figure, Vec<FigureError>> {
    let one = |error| vec![error];
    let mut svg = plain(data).map_err(one)?;
    // The compiler draws nested drawings unchanged.
    if depth == 0 {
        svg = Cow::Owned(adapted(&svg).map_err(one)?.into_owned());
    }
    let Inspection { mut problems, images, mut text, mut demand } = inspect_svg(&svg).map_err(one)?;
    for (kind, image) in images {
        match embedded(&kind, image, depth) {
            Ok((asked, inside)) => {
                demand.add(asked);
                text.push_str(&inside);
            }
            Err(errors) => problems.extend(errors),
        }
    }
    problems.extend(demand.excess().map(FigureError::TooMuch));
    if !problems.is_empty() {
        return Err(problems);
    }
    // The letters are only known in a language.
    let (width, height) = measure(&svg, std::iter::empty())?;
    Ok(Figure { data: svg.into_owned().into_bytes().into(), width, height, text, demand })
}

/// Decodes an image and returns its width and height in pixels.
fn pixels(data: Arc<[u8]>, format: ExchangeFormat) -> Result<(f64, f64), FigureError> {
    if format == ExchangeFormat::Jpg && is_cmyk(&data) {
        return Err(FigureError::Cmyk);
    }
    let decoded =
        RasterImage::plain(Bytes::new(data), format).map_err(|error| FigureError::Broken(error.to_string()))?;
    Ok((f64::from(decoded.width()), f64::from(decoded.height())))
}

/// Inspects an image inside a drawing; returns its demand and its text.
fn embedded(kind: &str, data: Vec<u8>, depth: usize) -> Result<(Demand, String), Vec<FigureError>> {
    let format = match kind {
        "png" => ExchangeFormat::Png,
        "jpeg" | "jpg" => ExchangeFormat::Jpg,
        "gif" => ExchangeFormat::Gif,
        "webp" => ExchangeFormat::Webp,
        "svg+xml" if depth < MOST_NESTED && FigureKind::of(&data) == Ok(FigureKind::Svg) => {
            return drawing(&data, depth + 1).map(|drawing| (drawing.demand, drawing.text));
        }
        _ => return Err(vec![FigureError::Embedded]),
    };
    let told = |error| vec![if let FigureError::Broken(_) = error { FigureError::Embedded } else { error }];
    let pixel_bytes = pixel_bytes(&data).map_err(told)?;
    pixels(data.into(), format).map_err(told)?;
    Ok((Demand { pixel_bytes, ..Demand::default() }, String::new()))
}
