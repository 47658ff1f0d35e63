//! Writes a document's sources and fonts to a folder, for the stock compiler.

use std::fs;
use std::io;
use std::path::{Path, PathBuf};

use super::document::Document;
use super::fonts::Fonts;

/// The folder of fonts among the sources.
pub const FONTS_FOLDER: &str = "fonts";

/// Writes the files of a document below a folder of its own and returns that folder.
///
/// # Errors
/// Fails where a file cannot be written.
pub fn write_document(document: &Document, folder: &Path) -> io::Result<PathBuf> {
    let folder = folder.join(&document.identifier);
    for (path, data) in &document.files {
        write(&folder, path, data)?;
    }
    Ok(folder)
}

/// Writes the fonts, once for all documents.
///
/// # Errors
/// Fails where a file cannot be written.
pub fn write_fonts(fonts: &Fonts, folder: &Path) -> io::Result<()> {
    for file in fonts.files() {
        write(&folder.join(FONTS_FOLDER), &file.name, &file.data)?;
    }
    Ok(())
}

fn write(folder: &Path, path: &str, data: &[u8]) -> io::Result<()> {
    let path = path.split('/').fold(folder.to_owned(), |path, part| path.join(part));
    if let Some(parent) = path.parent() {
        fs::create_dir_all(parent)?;
    }
    fs::write(path, data)
}
