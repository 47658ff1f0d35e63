//! `nenpo add`: adds a unit, group, kind of indicator or note to a report, with its words in each language.

use std::collections::BTreeMap;

use anyhow::Result;

use crate::cli::{Add, AddSort};
use crate::diagnostic::{Code, Diagnostic, Diagnostics};
use crate::embedded::IMPORT_FILE;
use crate::output::{Staging, StagingError, unwritable};
use crate::resources;
use crate::skeleton::{AddedSort, Addition, Target};
use crate::source::{self, Project, REPORT_FILE};
use crate::terminal::{Terminal, Written};

/// Changes all files or none, and prints their paths.
pub(super) fn add(add: &Add, terminal: &Terminal) -> Result<u8> {
    let mut project = Project::new(&add.folder);
    let mut diagnostics = Diagnostics::default();
    let settings = project.read_text(REPORT_FILE, &mut diagnostics);
    let mut messages = BTreeMap::new();
    for name in project.files_below("locales", &["ftl"]) {
        messages.extend(
            project.read_text(&name, &mut diagnostics).map(|(name, text)| (name.to_string(), text.to_string())),
        );
    }
    let sort = match add.sort {
        AddSort::Unit => AddedSort::Unit,
        AddSort::Group => AddedSort::Group,
        AddSort::Kind => AddedSort::Kind,
        AddSort::Note => AddedSort::Note,
    };
    let vocabulary = resources::vocabulary(project.reopened());
    if let Some(known) = vocabulary.meaning(sort.prefix(), &add.text).filter(|_| sort != AddedSort::Note) {
        terminal.say("already-known", &[("text", &add.text), ("id", known)])?;
        return Ok(0);
    }
    let addition =
        Addition { sort, text: &add.text, id: add.id.as_deref(), texts: add.texts.iter().cloned().collect() };
    let hint = terminal.words_of(&[IMPORT_FILE]).optional("import-to-translate", &[]).unwrap_or_default();
    let changed = settings
        .as_ref()
        .filter(|_| !diagnostics.has_errors())
        .map(|(_, settings)| addition.add(&Target { settings, messages: &messages }, &hint));
    match changed {
        Some(Ok(Some(changed))) => {
            let names: Vec<String> = changed.files.iter().map(|(name, _)| name.clone()).collect();
            let written = Staging::new(&add.folder).and_then(|staging| {
                changed.files.iter().try_for_each(|(name, data)| staging.write(name, data))?;
                staging.commit(&names)
            });
            match written {
                Ok(paths) => {
                    for path in paths {
                        terminal.print_line(path.display())?;
                    }
                    let languages = changed.open.join(", ");
                    let open = if languages.is_empty() { "none" } else { &languages };
                    terminal.say("added", &[("text", &add.text), ("id", &changed.id), ("languages", open)])?;
                }
                Err(StagingError { path, error }) => diagnostics.push(unwritable(&path, &error, None)),
            }
        }
        Some(Ok(None)) => {
            let id = add.id.clone().unwrap_or_else(|| add.text.clone());
            diagnostics.push(Diagnostic::without_place(Code::DuplicateId).with("part", "id").with("id", id));
        }
        // What is wrong with the settings is said as `check` does.
        Some(Err(_)) => {
            source::read(&mut project, &std::cell::LazyCell::new(|| vocabulary.clone()), &mut diagnostics);
        }
        None => {}
    }
    terminal.diagnostics(&diagnostics, &project.into_texts(), Written::Nothing)?;
    Ok(diagnostics.exit_code())
}
