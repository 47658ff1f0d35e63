//! The fonts of a report, built-in and from `fonts/`, and the typefaces made of them.

use std::sync::Arc;

use super::layers::read_tree;
use super::templates::ReadyTemplate;
use crate::chart::{Face, Typeface};
use crate::diagnostic::{Code, Diagnostic, Diagnostics, Place};
use crate::embedded;
use crate::source::{Project, has_extension};
use crate::typeset::{Families, FontFile, Fonts, OTHER_LANGUAGES};

pub(super) const FONT_EXTENSIONS: [&str; 4] = ["ttf", "otf", "ttc", "otc"];

/// Reads the fonts; files that are not fonts are problems. `before` are fonts without problems, which are used again if
/// the files are still theirs.
pub fn read_fonts(project: &Project, before: Option<&Arc<Fonts>>, diagnostics: &mut Diagnostics) -> Arc<Fonts> {
    let tree = read_tree(project, "fonts", &embedded::FONTS, diagnostics);
    let files: Vec<FontFile> = tree
        .into_iter()
        .filter(|(path, _)| has_extension(path, &FONT_EXTENSIONS))
        .map(|(path, data)| FontFile { name: path.replace('/', "-"), data })
        .collect();
    if let Some(fonts) = before.filter(|fonts| fonts.are_of(&files)) {
        return Arc::clone(fonts);
    }
    let (fonts, unusable) = Fonts::new(files);
    for name in unusable {
        let file = format!("fonts/{name}").as_str().into();
        diagnostics.push(Diagnostic::at(Code::InvalidFont, &Place::whole(&file)).with("font", name));
    }
    Arc::new(fonts)
}

/// The metrics of a language's fonts; a family that does not exist is a problem where it is named.
pub fn typeface(
    families: &Families,
    fonts: &Fonts,
    place_of: impl Fn(&str) -> Place,
    diagnostics: &mut Diagnostics,
) -> Option<Typeface> {
    let mut faces = [Vec::new(), Vec::new()];
    for family in families.sans.iter().chain(&families.serif) {
        for (faces, bold) in faces.iter_mut().zip([false, true]) {
            let face = fonts.family(family, bold).and_then(|data| Face::new(family.as_str(), data).ok());
            if face.is_none() {
                diagnostics.push(Diagnostic::at(Code::InvalidFont, &place_of(family)).with("font", family));
            }
            if families.sans.contains(family) {
                faces.extend(face);
            }
        }
    }
    let [regular, bold] = faces;
    let typeface = Typeface::new(regular, bold);
    if typeface.is_err() {
        let first = families.sans.first().map(String::as_str).unwrap_or_default();
        let place = place_of(first);
        diagnostics.push(Diagnostic::at(Code::InvalidFont, &place).with("font", families.sans.join(", ")));
    }
    typeface.ok()
}

/// The typeface of numbers in tables: the first family of all languages, which has tabular digits, then the language's.
pub fn numerals(template: &ReadyTemplate, families: &Families, fonts: &Fonts) -> Option<Typeface> {
    let of_all = template.template.theme.fonts.get(OTHER_LANGUAGES)?;
    let mut numerals = families.clone();
    numerals.sans.splice(0..0, of_all.sans.first().cloned());
    numerals.sans.dedup();
    typeface(&numerals, fonts, |_| template.theme.clone(), &mut Diagnostics::default())
}
