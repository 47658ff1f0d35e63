//! Reads a material of `packet.toml`.

use super::super::cell::word;
use super::super::setting;
use super::super::toml_table::{TextOrTexts, TomlTable};
use super::is_set;
use super::path::{file_path, folder_path};
use super::texts::{Languages, Wording, by_language, optional_texts};
use crate::diagnostic::{Code, Diagnostic, Diagnostics, Located, Place};
use crate::packet::{MaterialFile, MaterialSource, PacketMaterial, WantedNumber};
use crate::report::Language;

/// A material and the number that it is to have; each is `None` if it cannot be read.
#[derive(Debug)]
pub(super) struct Reading {
    pub(super) wanted: Option<WantedNumber>,
    /// Without its number.
    pub(super) material: Option<PacketMaterial>,
}

pub(super) fn read(mut table: TomlTable<'_>, languages: Languages<'_>, diagnostics: &mut Diagnostics) -> Reading {
    let wanted = wanted_number(&mut table, diagnostics);
    let source = source(&mut table, languages, diagnostics);
    if table.has("file") && !table.has("report") {
        table.require("title");
    }
    let title = optional_texts(&mut table, "title", Wording::Translated, languages, diagnostics);
    let for_members = is_set(&mut table, "for-members", diagnostics);
    let has_cover = is_set(&mut table, "cover", diagnostics);
    let place = table.place().clone();
    table.finish(diagnostics);
    let material = source.map(|source| PacketMaterial { number: None, title, source, for_members, has_cover, place });
    Reading { wanted, material }
}

/// `None`, with a diagnostic, if the number or the series cannot be read.
fn wanted_number(table: &mut TomlTable<'_>, diagnostics: &mut Diagnostics) -> Option<WantedNumber> {
    let number = table.text("number", diagnostics);
    let series = table.text("series", diagnostics);
    if (number.is_none() && table.has("number")) || (series.is_none() && table.has("series")) {
        return None;
    }
    // None if no series is given, Some(None) for materials without a number.
    let named = match &series {
        Some(series) => Some(word(series, &PacketMaterial::SERIES, diagnostics)?),
        None => None,
    };
    match (number, named) {
        (Some(number), Some(None)) => {
            let series = series.as_ref().map_or_else(|| table.place(), |series| &series.place);
            diagnostics.push(conflict(table, ("number", &number.place), ("series", series), "number"));
            None
        }
        (Some(number), named) => {
            let key = table.name("number");
            setting::material(&number, named.flatten(), &key, diagnostics).map(WantedNumber::Given)
        }
        (None, Some(None)) => Some(WantedNumber::Without),
        (None, named) => Some(WantedNumber::Counted(named.flatten().unwrap_or_default())),
    }
}

/// Reads what a material consists of: either an edition of a report or a file.
fn source(
    table: &mut TomlTable<'_>,
    languages: Languages<'_>,
    diagnostics: &mut Diagnostics,
) -> Option<MaterialSource> {
    let report = table.text("report", diagnostics);
    let template = table.text("template", diagnostics);
    let template = template.and_then(|name| setting::template(&table.name("template"), name, diagnostics));
    let file = table.text_or_texts("file", diagnostics);
    let language = table.text("language", diagnostics);
    match (report, file) {
        (Some(report), Some(file)) => {
            diagnostics.push(conflict(table, ("file", file.place()), ("report", &report.place), "source"));
            None
        }
        (Some(report), None) => {
            if let Some(language) = &language {
                let (key, other) = (("language", &language.place), ("report", &report.place));
                diagnostics.push(conflict(table, key, other, "language"));
            }
            let folder = folder_path(&table.name("report"), report, diagnostics)?;
            Some(MaterialSource::Report { folder, template })
        }
        (None, Some(file)) => {
            if let Some(template) = &template {
                let (key, other) = (("template", &template.place), ("file", file.place()));
                diagnostics.push(conflict(table, key, other, "template"));
            }
            read_file(table, file, language, languages, diagnostics).map(MaterialSource::File)
        }
        (None, None) => {
            if !table.has("report") && !table.has("file") {
                let problem = Diagnostic::at(Code::MissingKey, table.place()).with("part", "either");
                diagnostics.push(problem.with("key", table.name("report")).with("other", table.name("file")));
            }
            None
        }
    }
}

fn read_file(
    table: &TomlTable<'_>,
    file: TextOrTexts,
    language: Option<Located<String>>,
    languages: Languages<'_>,
    diagnostics: &mut Diagnostics,
) -> Option<MaterialFile> {
    let name = table.name("file");
    match file {
        TextOrTexts::Text(path) => {
            let language = language.map(|tag| setting::language(&table.name("language"), tag, &[], diagnostics));
            let path = file_path(&name, path, diagnostics)?;
            let language: Option<Language> = language.flatten().map(|language| language.value);
            Some(MaterialFile::Same(path, language))
        }
        TextOrTexts::ByName(place, paths) => {
            if let Some(language) = &language {
                diagnostics.push(conflict(table, ("language", &language.place), ("file", &place), "languages"));
            }
            let paths = by_language(&name, &place, paths, languages, diagnostics);
            let read = |(language, path)| Some((language, file_path(&name, path, diagnostics)?));
            Some(MaterialFile::ByLanguage(paths.into_iter().filter_map(read).collect()))
        }
    }
}

/// The problem of two keys that exclude each other, each with its place.
fn conflict(table: &TomlTable<'_>, key: (&str, &Place), other: (&str, &Place), part: &str) -> Diagnostic {
    let problem = Diagnostic::at(Code::ConflictingKeys, key.1).with("part", part).with_related(other.1);
    problem.with("key", table.name(key.0)).with("other", table.name(other.0))
}
