//! The input of the pipeline: a report, its editions and their forms.

use std::path::PathBuf;

use crate::report::{Language, Material};
use crate::unicode::composed;

/// A report with the editions and forms to build.
#[derive(Debug, Clone)]
pub struct Request {
    /// The folder that contains `report.toml`.
    pub folder: PathBuf,
    /// Only these languages; all if empty.
    pub languages: Vec<Language>,
    /// Only these templates; all if empty.
    pub templates: Vec<String>,
    /// Replaces the document number in `report.toml`.
    pub material: Option<Material>,
    /// Whether pages have no document number, since a packet stamps its own.
    pub is_unnumbered: bool,
    /// The forms of each edition.
    pub forms: Vec<Form>,
}

/// A form of an edition.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Form {
    /// One PDF for each document.
    Pdf,
    /// One PNG image for each page.
    Png,
    /// One SVG image for each page.
    Svg,
    /// One web page for each document.
    Html,
}

impl Request {
    /// All editions of a report as PDFs.
    pub fn all(folder: PathBuf) -> Self {
        Self {
            folder,
            languages: Vec::new(),
            templates: Vec::new(),
            material: None,
            is_unnumbered: false,
            forms: vec![Form::Pdf],
        }
    }

    /// Whether some editions are left out.
    pub fn is_narrowed(&self) -> bool {
        !self.languages.is_empty() || !self.templates.is_empty()
    }

    /// Whether an edition is requested.
    pub fn includes(&self, template: &str, language: &Language) -> bool {
        (self.templates.is_empty() || self.templates.iter().any(|known| composed(known) == template))
            && (self.languages.is_empty() || self.languages.contains(language))
    }

    /// Whether a form is requested.
    pub fn has(&self, form: Form) -> bool {
        self.forms.contains(&form)
    }

    /// Whether a requested form has pages.
    pub fn has_pages(&self) -> bool {
        self.forms.iter().any(|form| *form != Form::Html)
    }
}
