//! What is asked of the pipeline: which report, which of its editions, and in which forms.

use std::path::PathBuf;

use crate::report::{Language, Material};

/// A report, the editions wanted of it, and their forms.
#[derive(Debug, Clone)]
pub struct Request {
    /// The folder that contains `report.toml`.
    pub folder: PathBuf,
    /// Only these languages; all if empty.
    pub languages: Vec<Language>,
    /// Only these templates; all if empty.
    pub templates: Vec<String>,
    /// A document number in place of the one in `report.toml`.
    pub material: Option<Material>,
    /// The forms of each edition.
    pub forms: Vec<Form>,
}

/// A form in which an edition is made.
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
    /// Asks for all editions of a report as PDFs.
    pub fn all(folder: PathBuf) -> Self {
        Self { folder, languages: Vec::new(), templates: Vec::new(), material: None, forms: vec![Form::Pdf] }
    }

    /// Returns whether some edition is left out.
    pub fn is_narrowed(&self) -> bool {
        !self.languages.is_empty() || !self.templates.is_empty()
    }

    /// Returns whether an edition is asked for.
    pub fn includes(&self, template: &str, language: &Language) -> bool {
        (self.templates.is_empty() || self.templates.iter().any(|known| known == template))
            && (self.languages.is_empty() || self.languages.contains(language))
    }

    /// Returns whether a form is asked for.
    pub fn has(&self, form: Form) -> bool {
        self.forms.contains(&form)
    }

    /// Returns whether any form consists of pages.
    pub fn has_pages(&self) -> bool {
        self.forms.iter().any(|form| *form != Form::Html)
    }
}
