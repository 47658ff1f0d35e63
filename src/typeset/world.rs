//! The world of the Typst compiler: virtual files and the report's fonts; no disk, clock or network.

use std::collections::BTreeMap;
use std::sync::LazyLock;

use typst::diag::{FileError, FileResult};
use typst::foundations::{Bytes, Datetime, Dict, Duration, IntoValue};
use typst::syntax::{FileId, RootedPath, Source, VirtualPath, VirtualRoot};
use typst::text::{Font, FontBook};
use typst::utils::LazyHash;
use typst::{Feature, Features, Library, LibraryExt, World};

use super::fonts::Fonts;
use crate::unicode::composed;

/// Virtual files by their paths from the root, without a leading slash.
pub type VirtualFiles = BTreeMap<String, Bytes>;

/// The standard library: one instance, because it is part of the key of every cached result.
#[must_use]
pub fn library() -> &'static LazyHash<Library> {
    static LIBRARY: LazyLock<LazyHash<Library>> = LazyLock::new(|| with_inputs(Dict::new()));
    &LIBRARY
}

/// The standard library for documents that show other data than `/report.json`, at this path.
#[must_use]
pub fn library_of(data: &str) -> LazyHash<Library> {
    with_inputs([("data".into(), data.into_value())].into_iter().collect())
}

fn with_inputs(inputs: Dict) -> LazyHash<Library> {
    // The first is required for scopes of row headers and table summaries, the second for web pages.
    let features: Features = [Feature::A11yExtras, Feature::Html].into_iter().collect();
    LazyHash::new(Library::builder().with_inputs(inputs).with_features(features).build())
}

pub(super) struct ReportWorld<'a> {
    library: &'a LazyHash<Library>,
    fonts: &'a Fonts,
    files: &'a VirtualFiles,
    main: FileId,
}

impl<'a> ReportWorld<'a> {
    /// `main` must be among the files.
    pub(super) fn new(
        library: &'a LazyHash<Library>,
        fonts: &'a Fonts,
        files: &'a VirtualFiles,
        main: &str,
    ) -> FileResult<Self> {
        let path = VirtualPath::new(main).map_err(|_| FileError::NotFound(main.into()))?;
        let main = RootedPath::new(VirtualRoot::Project, path).intern();
        Ok(Self { library, fonts, files, main })
    }
}

/// From the root, without a leading slash.
pub(super) fn path_of(id: FileId) -> &'static str {
    id.get().vpath().get_without_slash()
}

/// Parses a file. Remembered, since all documents, and those after an edit, have the same templates.
#[comemo::memoize]
fn parsed(id: FileId, data: &Bytes) -> FileResult<Source> {
    let text = data.as_str().map_err(|_| FileError::InvalidUtf8)?;
    Ok(Source::new(id, text.strip_prefix('\u{FEFF}').unwrap_or(text).to_owned()))
}

impl World for ReportWorld<'_> {
    fn library(&self) -> &LazyHash<Library> {
        self.library
    }

    fn book(&self) -> &LazyHash<FontBook> {
        self.fonts.book()
    }

    fn main(&self) -> FileId {
        self.main
    }

    fn source(&self, id: FileId) -> FileResult<Source> {
        parsed(id, &self.file(id)?)
    }

    fn file(&self, id: FileId) -> FileResult<Bytes> {
        let path = path_of(id);
        let get = || self.files.get(path).or_else(|| self.files.get(&composed(path)));
        let found = if *id.root() == VirtualRoot::Project { get() } else { None };
        found.cloned().ok_or_else(|| FileError::NotFound(path.into()))
    }

    fn font(&self, index: usize) -> Option<Font> {
        self.fonts.font(index)
    }

    /// Never the current date: a report has the date in its settings.
    fn today(&self, _: Option<Duration>) -> Option<Datetime> {
        None
    }
}
