//! Writes the sources of documents for the stock compiler.

use std::path::{Path, PathBuf};

use super::localize::{Editions, Localized};
use crate::output::{Staging, StagingError, path_in};
use crate::typeset::Document;

const FONTS_FOLDER: &str = "fonts";

/// Separate, because the charts of web pages have other sizes than those of pages.
const HTML_FOLDER: &str = "html";

/// The sources of a document.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct DocumentSources {
    /// Their folder.
    pub folder: PathBuf,
    /// The shell command that compiles them.
    pub command: String,
}

pub(super) fn write_sources(localized: &Localized, folder: &Path) -> Result<Vec<DocumentSources>, StagingError> {
    let Localized { fonts, editions, .. } = localized;
    let staging = Staging::new(folder)?;
    let mut names = Vec::new();
    for file in fonts.files() {
        let name = format!("{FONTS_FOLDER}/{}", file.name);
        staging.write(&name, &file.data)?;
        names.push(name);
    }
    let mut sources = Vec::new();
    for (document, options, extension) in documents(editions) {
        let name = if extension == "html" {
            format!("{HTML_FOLDER}/{}", document.identifier)
        } else {
            document.identifier.clone()
        };
        for (path, data) in &document.files {
            let path = format!("{name}/{path}");
            staging.write(&path, data)?;
            names.push(path);
        }
        let root = path_in(folder, &name);
        let command = format!(
            "typst compile --ignore-system-fonts --font-path {} {options} --root {} {} {}.{extension}",
            quoted(&folder.join(FONTS_FOLDER)),
            quoted(&root),
            quoted(&root.join(&document.main)),
            document.identifier,
        );
        sources.push(DocumentSources { folder: root, command });
    }
    staging.commit(&names)?;
    Ok(sources)
}

/// Documents with the compiler's options and the extension of the output.
fn documents(editions: &Editions) -> impl Iterator<Item = (&Document, String, &'static str)> {
    let standards: Vec<&str> = editions.standards.iter().map(|standard| standard.value.name()).collect();
    let pdf = format!("--features a11y-extras --pdf-standard {}", standards.join(","));
    let html = "--features a11y-extras,html --format html".to_owned();
    let documents = editions.documents.iter().map(move |document| (document, pdf.clone(), "pdf"));
    documents.chain(editions.web_pages.iter().map(move |document| (document, html.clone(), "html")))
}

/// Quotes a path, or another word of a line, for a shell.
#[must_use]
pub fn quoted(path: &Path) -> String {
    let path = path.display().to_string();
    let is_plain = |character: char| character.is_alphanumeric() || "/\\:._-+=,@%~、。・（）※".contains(character);
    if !path.is_empty() && path.chars().all(is_plain) {
        path
    } else if cfg!(windows) || path.chars().all(|character| is_plain(character) || character == ' ') {
        format!("\"{path}\"")
    } else {
        format!("'{}'", path.replace('\'', "'\\''"))
    }
}
