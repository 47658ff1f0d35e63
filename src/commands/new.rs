//! `nenpo new`: writes a small report or packet to start from.

use std::cell::LazyCell;
use std::collections::BTreeMap;
use std::path::Path;

use anyhow::Result;
use serde_json::Value;

use crate::cli::New;
use crate::diagnostic::{Code, Diagnostic, Diagnostics, Place};
use crate::embedded::{IMPORT_FILE, SCHEMA_FILE, TABLES_FILE, WORKBOOK_FILE};
use crate::locale::Words;
use crate::output::{StagingError, path_in, unwritable, write_new_folder};
use crate::pipeline::{OUTPUT, quoted};
use crate::report::{LONGEST_ID, Language, ReportId, is_file_name};
use crate::resources;
use crate::schema;
use crate::skeleton::{self, Beginning, DataForm, File};
use crate::source::{self, PACKET_FILE, Project, REPORT_FILE, Texts, is_leftover};
use crate::terminal::{Terminal, Written};

/// The schema with which editors check `report.toml`; the first line of that file refers to it.
const SCHEMA_NAME: &str = "report.schema.json";

/// The schema with which editors check `packet.toml`.
const PACKET_SCHEMA_NAME: &str = "packet.schema.json";

/// Writes a new report or packet completely or not at all, and prints how to build it.
pub(super) fn new(new: &New, terminal: &Terminal) -> Result<u8> {
    let mut diagnostics = Diagnostics::default();
    let (files, texts) = files(new, terminal, &mut diagnostics)?;
    if diagnostics.has_errors() {
        terminal.diagnostics(&diagnostics, &texts, Written::Nothing)?;
        return Ok(diagnostics.exit_code());
    }
    // The settings are written last, because they make a folder a report or a packet.
    let settings = if new.packet { PACKET_FILE } else { REPORT_FILE };
    match write_new_folder(&new.folder, &files, settings) {
        Ok(true) => {
            for (name, _) in &files {
                terminal.print_line(path_in(&new.folder, name).display())?;
            }
            let folder = quoted(&new.folder);
            let (message, verb) = match (&new.from, &new.next) {
                (None, None) if new.packet => ("created-packet", "packet"),
                (None, None) if new.empty => ("created-empty", "check"),
                (None, None) => ("created", "build"),
                (Some(_), _) => ("created-from", "check"),
                (None, Some(_)) => ("created-next", "check"),
            };
            terminal.say(message, &[("folder", &folder), ("command", &format!("nenpo {verb} {folder}"))])?;
        }
        Ok(false) => {
            diagnostics.push(Diagnostic::without_place(Code::FolderNotEmpty).with("folder", new.folder.display()));
        }
        Err(StagingError { path, error }) => diagnostics.push(unwritable(&path, &error, None)),
    }
    terminal.diagnostics(&diagnostics, &texts, Written::Nothing)?;
    Ok(diagnostics.exit_code())
}

fn files(new: &New, terminal: &Terminal, diagnostics: &mut Diagnostics) -> Result<(Vec<File>, Texts)> {
    const WORDS: [&str; 4] = [SCHEMA_FILE, TABLES_FILE, WORKBOOK_FILE, IMPORT_FILE];
    let data = if new.workbook { DataForm::Workbook } else { DataForm::Tables };
    let beginning = if new.empty { Beginning::Empty } else { Beginning::Example };
    let words = terminal.words_of(&WORDS);
    let id = report_id(&new.folder);
    let mut texts = Texts::new();
    if new.packet {
        return Ok((packet(id.as_ref(), &words)?, texts));
    }
    if let Some(folder) = &new.next {
        return next_round(folder, id.as_ref(), &words, diagnostics);
    }
    let mut files = match &new.from {
        None => skeleton::files(id.as_ref(), data, beginning, &words)?,
        Some(table) => {
            let vocabulary = LazyCell::new(|| resources::vocabulary(Project::of_files(BTreeMap::new())));
            let (imported, read) =
                source::import(table, new.project.as_deref(), words.language(), &vocabulary, diagnostics);
            texts = read;
            let Some(imported) = imported else { return Ok((Vec::new(), texts)) };
            let name = table.file_name().map(|name| name.to_string_lossy()).unwrap_or_default();
            let source = skeleton::Source { name: &name, imported: &imported };
            let words_of = |tag: &str| Terminal::built_in(Language::new(tag).unwrap_or_default(), &WORDS);
            skeleton::files_from(&source, id.as_ref(), data, &words, &words_of)?
        }
    };
    files.push(schema_file(SCHEMA_NAME, &schema::report(&words)));
    files.sort();
    Ok((files, texts))
}

fn schema_file(name: &str, schema: &Value) -> File {
    (name.to_owned(), format!("{schema:#}\n").into_bytes())
}

/// The files of a packet with a report in a folder of its own.
fn packet(id: Option<&ReportId>, words: &Words) -> Result<Vec<File>> {
    let mut of_report = skeleton::files(None, DataForm::Tables, Beginning::Example, words)?;
    of_report.push(schema_file(SCHEMA_NAME, &schema::report(words)));
    let below = |(name, contents): File| (format!("{}/{name}", skeleton::REPORT_OF_PACKET), contents);
    let mut files: Vec<File> = of_report.into_iter().map(below).collect();
    files.push(skeleton::packet_settings(id, words.language().primary()));
    files.push(schema_file(PACKET_SCHEMA_NAME, &schema::packet(words)));
    files.sort();
    Ok(files)
}

/// The files of the report in a folder, for the next round. Its output stays behind.
fn next_round(
    folder: &Path,
    id: Option<&ReportId>,
    words: &Words,
    diagnostics: &mut Diagnostics,
) -> Result<(Vec<File>, Texts)> {
    let mut project = Project::new(folder);
    let vocabulary = LazyCell::new(|| resources::vocabulary(project.reopened()));
    let mut found = Diagnostics::default();
    let mut read = project.reopened();
    let report = source::read(&mut read, &vocabulary, &mut found);
    let Some(report) = report.filter(|_| !found.has_errors()) else {
        diagnostics.append(found);
        return Ok((Vec::new(), read.into_texts()));
    };
    let (top, folders) = project.top();
    let below = folders.iter().filter(|name| !name.starts_with('.') && *name != OUTPUT);
    let below = below.flat_map(|name| project.all_files_below(name)).collect::<Vec<_>>();
    let mut files = BTreeMap::new();
    let mut texts = BTreeMap::new();
    for name in top.into_iter().chain(below).filter(|name| !is_leftover(name)) {
        let is_text = source::has_extension(&name, &["toml", "ftl"]);
        if let Some((_, text)) = is_text.then(|| project.read_text(&name, diagnostics)).flatten() {
            texts.insert(name.clone(), text.to_string());
        }
        let place = Place::whole(&name.as_str().into());
        files.extend(project.read_bytes(&name, &place, diagnostics).map(|bytes| (name, bytes)));
    }
    Ok((skeleton::next_round(files, &texts, &report, id, words)?, project.into_texts()))
}

/// The folder's name, if it is a valid identifier.
fn report_id(folder: &Path) -> Option<ReportId> {
    let name = ReportId::new(std::path::absolute(folder).ok()?.file_name()?.to_str()?)?;
    Some(name).filter(|name| is_file_name(name.as_str()) && name.as_str().len() <= LONGEST_ID)
}
