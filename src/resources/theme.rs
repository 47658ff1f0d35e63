//! Checks the colours of the theme and of the report's changes to it.

use crate::chart::Color;
use crate::diagnostic::{Code, Diagnostic, Diagnostics, Located, Place};
use crate::report::Look;
use crate::typeset::Theme;

/// The least contrast of text to its background (WCAG 2.2, success criterion 1.4.3).
const TEXT_CONTRAST: f64 = 4.5;
/// The least contrast of meaningful graphics (WCAG 2.2, success criterion 1.4.11).
const MARK_CONTRAST: f64 = 3.0;

/// The colours of the neutral scale for text and drawings, each with the contrast that it needs.
const INKS: [(&str, f64); 3] = [("text", TEXT_CONTRAST), ("muted", TEXT_CONTRAST), ("mark", MARK_CONTRAST)];
const PAPER: &str = "paper";

struct Checked<'a> {
    name: String,
    color: Located<&'a str>,
    least_contrast: Option<f64>,
}

pub(super) fn check_file(theme: &Theme, text: &str, place: &Place, diagnostics: &mut Diagnostics) {
    let located = |color: &str| {
        let place = text
            .find(&format!("\"{color}\""))
            .map_or_else(|| place.clone(), |start| Place::text(&place.file, start..start + color.len() + 2));
        Diagnostic::at(Code::InvalidTemplate, &place).with("file", &place.file)
    };
    for color in theme.accents.iter().chain(theme.ink.values()).chain(theme.status.values()) {
        if let Err(error) = color.parse::<Color>() {
            diagnostics.push(located(color).with_detail(error));
        }
    }
}

/// Requires that a report's changes name colours of the theme, and are valid colours with enough contrast.
pub(super) fn check_look(look: &Look, theme: &Theme, diagnostics: &mut Diagnostics) {
    for (scale, changes) in [(&theme.ink, &look.ink), (&theme.status, &look.status)] {
        for (name, _) in changes.iter().filter(|(name, _)| !scale.contains_key(&name.value)) {
            diagnostics.push(
                Diagnostic::at(Code::UnknownWord, &name.place)
                    .with("value", &name.value)
                    .with_candidates(&name.value, scale.keys().map(String::as_str)),
            );
        }
    }
    let changed_paper = look.ink.iter().find(|(name, _)| name.value == PAPER).map(|(_, color)| color);
    let paper = changed_paper.map(|color| color.value.as_str()).or_else(|| theme.ink.get(PAPER).map(String::as_str));
    let paper = paper.and_then(|paper| paper.parse::<Color>().ok()).unwrap_or(Color::new(255, 255, 255));
    if let Some(place) = changed_paper.map(|color| &color.place) {
        diagnostics.extend(faintest(look, theme, paper, place));
    }
    for Checked { name, color, least_contrast } in colors(look) {
        match color.value.parse::<Color>() {
            Err(_) => diagnostics.push(
                Diagnostic::at(Code::InvalidValue, &color.place)
                    .with("key", name)
                    .with("value", color.value)
                    .with("allowed", "#1f5fa8, …"),
            ),
            Ok(parsed) => {
                diagnostics.extend(least_contrast.and_then(|least| low_contrast(parsed, paper, least, &color.place)));
            }
        }
    }
}

/// The place where a report names a font family of its own.
pub fn place_of_family<'a>(look: &'a Look, family: &str) -> Option<&'a Place> {
    let families = look.fonts.values().flatten();
    families.into_iter().find(|named| named.value == family).map(|named| &named.place)
}

/// The problem of the theme's colour with the least contrast to a paper that the report has changed.
fn faintest(look: &Look, theme: &Theme, paper: Color, place: &Place) -> Option<Diagnostic> {
    let inks = INKS.iter().filter(|(ink, _)| look.ink.iter().all(|(name, _)| name.value != *ink));
    let inks = inks.filter_map(|(ink, least)| Some((theme.ink.get(*ink)?, *least)));
    let accents = theme.accents.iter().filter(|_| look.accents.is_empty()).map(|accent| (accent, TEXT_CONTRAST));
    let colors = inks.chain(accents).filter_map(|(color, least)| Some((color.parse::<Color>().ok()?, least)));
    let (color, least) = colors.min_by(|one, other| {
        let share = |(color, least): &(Color, f64)| color.contrast(paper) / least;
        share(one).total_cmp(&share(other))
    })?;
    low_contrast(color, paper, least, place)
}

fn low_contrast(color: Color, paper: Color, least: f64, place: &Place) -> Option<Diagnostic> {
    let contrast = color.contrast(paper);
    (contrast < least).then(|| {
        Diagnostic::at(Code::LowContrast, place)
            .with("color", color)
            // Rounded down, so that a contrast that is too low never appears sufficient.
            .with("contrast", format!("{:.1}", (contrast * 10.0).floor() / 10.0))
            .with("least", least)
    })
}

fn colors(look: &Look) -> impl Iterator<Item = Checked<'_>> {
    let accents = look.accents.iter().map(|accent| ("theme.accents".to_owned(), accent, Some(TEXT_CONTRAST)));
    let inks = look.ink.iter().map(|(name, color)| {
        let least = INKS.iter().find(|(ink, _)| *ink == name.value).map(|(_, least)| *least);
        (format!("theme.ink.{}", name.value), color, least)
    });
    let tones = look.status.iter().map(|(name, color)| (format!("theme.status.{}", name.value), color, None));
    accents.chain(inks).chain(tones).map(|(name, color, least_contrast)| Checked {
        name,
        color: Located::new(color.value.as_str(), color.place.clone()),
        least_contrast,
    })
}
