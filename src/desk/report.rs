//! The report that is open: its watcher, its pages as they were last laid out, and its problems.

use std::collections::{BTreeMap, BTreeSet};
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::time::Duration;

use serde_json::{Value, json};
use typst::model::Document as _;
use typst_layout::PagedDocument;

use super::assets::language_name;
use super::contents::{Contents, hash};
use super::faults;
use super::settings;
use crate::diagnostic::{Diagnostics, Severity};
use crate::locale::Words;
use crate::payload::Origins;
use crate::pipeline::{OUTPUT, PreviewDocument, Request};
use crate::source::{Project, REPORT_FILE, Texts};
use crate::terminal::Terminal;
use crate::watch::{Build, Event, Inbox};

/// A report that is watched.
#[derive(Debug)]
pub(super) struct OpenReport {
    /// Tells one opening from another.
    pub(super) number: u64,
    pub(super) folder: PathBuf,
    pub(super) inbox: Inbox,
    documents: Vec<Contents>,
    /// Where what is on these pages was written.
    origins: Option<Arc<Origins>>,
    /// The texts that were read for these pages.
    texts_of_pages: Arc<Texts>,
    /// The pages of each document that the last change has changed.
    changed_pages: BTreeMap<String, BTreeSet<usize>>,
    revision: u64,
    is_building: bool,
    /// Whether the pages are older than the data, since this has errors.
    is_outdated: bool,
    changed: Vec<String>,
    took: Duration,
    diagnostics: Diagnostics,
    texts: Texts,
    /// The problems in the language of the desk.
    problems: Vec<Value>,
    /// The same for the page.
    faults: Vec<Value>,
    /// As they were when they could last be read.
    settings: Value,
}

impl OpenReport {
    pub(super) fn new(number: u64, folder: PathBuf) -> Self {
        let project = Project::new(&folder);
        let text = std::fs::read_to_string(folder.join(REPORT_FILE)).unwrap_or_default();
        let settings = settings::shown(&text, &project).or_else(|| settings::shown("", &project)).unwrap_or_default();
        Self {
            number,
            folder,
            inbox: Inbox::default(),
            documents: Vec::new(),
            origins: None,
            texts_of_pages: Arc::default(),
            changed_pages: BTreeMap::new(),
            revision: 0,
            is_building: true,
            is_outdated: false,
            changed: Vec::new(),
            took: Duration::ZERO,
            diagnostics: Diagnostics::default(),
            texts: Texts::new(),
            problems: Vec::new(),
            faults: Vec::new(),
            settings,
        }
    }

    pub(super) fn request(&self) -> Request {
        Request::all(self.folder.clone())
    }

    /// Takes note of what the watcher reports.
    pub(super) fn hear(&mut self, event: &Event, terminal: &Terminal, words: &Words) {
        match event {
            Event::Looking { .. } => {}
            Event::Begun(_) => self.is_building = true,
            Event::Built(build) => self.take(build, terminal, words),
        }
    }

    fn take(&mut self, build: &Build, terminal: &Terminal, words: &Words) {
        self.revision += 1;
        self.is_building = false;
        let is_first = self.documents.is_empty();
        if !build.changed.is_empty() || is_first {
            self.changed.clone_from(&build.changed);
            self.took = build.took;
        }
        self.is_outdated = build.previewed.is_empty();
        if !build.previewed.is_empty() {
            self.documents =
                build.previewed.iter().map(|document| Contents::again(document, &self.documents)).collect();
            self.origins.clone_from(&build.origins);
            self.texts_of_pages = Arc::new(build.texts.clone());
            // A check of the same pages changes none.
            if !build.changed.is_empty() && !is_first {
                let pages = build
                    .documents
                    .iter()
                    .map(|document| (document.identifier.clone(), document.pages.iter().copied().collect()));
                self.changed_pages = pages.collect();
            }
        }
        self.diagnostics = build.diagnostics.clone();
        self.texts = build.texts.clone();
        let text = self.texts.get(REPORT_FILE);
        if let Some(settings) = text.and_then(|text| settings::shown(text, &Project::new(&self.folder))) {
            self.settings = settings;
        }
        self.translate(terminal, words);
    }

    /// Puts its problems into the language of the desk.
    pub(super) fn translate(&mut self, terminal: &Terminal, words: &Words) {
        self.problems = terminal.as_json(&self.diagnostics, &self.texts);
        self.faults = faults::shown(&self.problems, &self.folder, words);
    }

    /// A problem by its identifier on the page.
    pub(super) fn problem(&self, identifier: &str) -> Option<&Value> {
        let index = self.faults.iter().position(|fault| fault["id"] == identifier)?;
        faults::sorted(&self.problems).get(index).copied()
    }

    pub(super) fn title(&self) -> String {
        self.documents
            .first()
            .and_then(|contents| title_of(&contents.document))
            .unwrap_or_else(|| name_of(&self.folder))
    }

    /// The page with this appearance.
    pub(super) fn page(&self, appearance: u128) -> Option<(Arc<PagedDocument>, usize)> {
        self.documents.iter().find_map(|Contents { document, .. }| {
            let index = document.appearances.iter().position(|known| *known == appearance)?;
            Some((Arc::clone(&document.pages), index))
        })
    }

    /// A document with what is on its pages.
    pub(super) fn contents(&self, identifier: &str) -> Option<&Contents> {
        self.documents.iter().find(|contents| contents.document.identifier == identifier)
    }

    /// What tells where something on the pages was written, with the texts in which it is.
    pub(super) fn origins(&self) -> Option<(Arc<Origins>, Arc<Texts>)> {
        Some((Arc::clone(self.origins.as_ref()?), Arc::clone(&self.texts_of_pages)))
    }

    /// The PDFs that were built of its documents, with the names of their templates.
    pub(super) fn pdfs(&self) -> Vec<(String, PathBuf)> {
        let out = self.folder.join(OUTPUT);
        let pdfs = self.documents.iter().map(|Contents { document, .. }| {
            (document.template.clone(), out.join(format!("{}.pdf", document.identifier)))
        });
        pdfs.filter(|(_, path)| path.is_file()).collect()
    }

    pub(super) fn shown(&self) -> Value {
        json!({
            "folder": self.folder,
            "name": name_of(&self.folder),
            "title": self.title(),
            "revision": self.revision,
            "is-building": self.is_building,
            "is-outdated": self.is_outdated,
            "changed": self.changed,
            "seconds": self.took.as_secs_f64(),
            "documents": self.documents.iter().map(|contents| self.shown_document(&contents.document)).collect::<Vec<_>>(),
            "errors": self.diagnostics.count(Severity::Error),
            "warnings": self.diagnostics.count(Severity::Warning),
            "faults": self.faults,
            "settings": self.settings,
        })
    }

    fn shown_document(&self, document: &PreviewDocument) -> Value {
        let changed = self.changed_pages.get(&document.identifier);
        let pages = document.pages.pages().iter().zip(&document.appearances).zip(1..);
        let pages = pages.map(|((page, appearance), number)| {
            let size = page.frame.size();
            json!({
                "hash": hash(*appearance),
                "width": size.x.to_pt(),
                "height": size.y.to_pt(),
                "is-changed": changed.is_some_and(|pages| pages.contains(&number)),
            })
        });
        json!({
            "id": document.identifier,
            "template": document.template,
            "language": document.language.to_string(),
            "language-name": language_name(&document.language),
            "title": title_of(document),
            "pages": pages.collect::<Vec<_>>(),
        })
    }
}

fn title_of(document: &PreviewDocument) -> Option<String> {
    document.pages.info().title.as_ref().map(ToString::to_string)
}

fn name_of(folder: &Path) -> String {
    folder.file_name().map_or_else(|| folder.display().to_string(), |name| name.to_string_lossy().into_owned())
}
