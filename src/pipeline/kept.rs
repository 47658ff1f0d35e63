//! What a build leaves for the next one in the same process, so that only what has changed is compiled again.

use std::collections::BTreeMap;
use std::sync::Arc;

use rayon::prelude::*;
use typst::comemo;
use typst_layout::PagedDocument;

use super::localize::Editions;
use super::typeset::{CodedMessages, Exported, Typeset};
use crate::typeset::{Fonts, appearance};

/// After how many builds without use a result of the compiler is forgotten. `typst watch` keeps ten generations, which take
/// twice the memory.
pub const LONGEST_UNUSED: usize = 5;

/// Fonts, compiled documents and, in the compiler, the results of its steps.
#[derive(Default)]
pub struct Kept {
    /// `None` if one of them has an error.
    fonts: Option<Arc<Fonts>>,
    compiled: Vec<Compiled>,
    /// Builds since the compiler last forgot something.
    compilations: usize,
    /// The pages of each document as they were last reported, by what they look like.
    reported: BTreeMap<String, Vec<u128>>,
}

/// A document of which some pages do not look as before.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ChangedDocument {
    /// The stem of its files.
    pub identifier: String,
    /// The pages that have changed, from 1; all if there was no build before.
    pub pages: Vec<usize>,
    /// The number of its pages.
    pub page_count: usize,
}

/// What came of a document.
#[derive(Clone)]
pub(super) struct Compiled {
    /// Identifies what it was compiled from.
    key: u128,
    /// `None` if it has errors.
    pub(super) pages: Option<Arc<PagedDocument>>,
    /// `None` if it was not asked for.
    pub(super) exported: Option<Arc<Exported>>,
    of_layout: CodedMessages,
}

impl Compiled {
    pub(super) fn new(key: u128, pages: Option<PagedDocument>, of_layout: CodedMessages) -> Self {
        Self { key, pages: pages.map(Arc::new), exported: None, of_layout }
    }

    /// The problems of its pages, and of its PDF if there is one, also from a build before.
    pub(super) fn problems(&self) -> CodedMessages {
        let of_export = self.exported.iter().flat_map(|exported| &exported.problems);
        self.of_layout.iter().chain(of_export).cloned().collect()
    }
}

impl Kept {
    pub(super) fn fonts(&self) -> Option<&Arc<Fonts>> {
        self.fonts.as_ref()
    }

    /// Notes the fonts of a build. Documents with other fonts are forgotten.
    pub(super) fn use_fonts(&mut self, fonts: &Arc<Fonts>, are_sound: bool) {
        if !self.fonts.as_ref().is_some_and(|known| Arc::ptr_eq(known, fonts)) {
            self.compiled.clear();
        }
        self.fonts = are_sound.then(|| Arc::clone(fonts));
    }

    pub(super) fn compiled(&self, key: u128) -> Option<Compiled> {
        self.compiled.iter().find(|compiled| compiled.key == key).cloned()
    }

    /// Keeps the documents of a build in place of those before.
    pub(super) fn keep(&mut self, compiled: &[Compiled]) {
        let is_new = |new: &Compiled| self.compiled.iter().all(|known| known.key != new.key);
        self.compilations += usize::from(compiled.iter().any(is_new));
        self.compiled = compiled.to_vec();
    }

    /// Forgets what the compiler has not used for a while. That takes as long as drawing a page, so that while somebody waits
    /// for pages it is put off, though not for ever.
    pub(super) fn forget_unused(&mut self, is_awaited: bool) {
        if self.compilations > 0 && (!is_awaited || self.compilations >= LONGEST_UNUSED) {
            // Its results age when it forgets, not when it compiles.
            comemo::evict(LONGEST_UNUSED / self.compilations);
            self.compilations = 0;
        }
    }

    /// The pages of a document as they were last reported.
    pub(super) fn appearances(&self, identifier: &str) -> &[u128] {
        self.reported.get(identifier).map(Vec::as_slice).unwrap_or_default()
    }

    /// Returns the documents whose pages differ from those that were reported before.
    pub(super) fn report(&mut self, editions: &Editions, typeset: &Typeset) -> Vec<ChangedDocument> {
        let mut changed = Vec::new();
        for (document, typeset) in editions.documents.iter().zip(&typeset.documents) {
            let pages = typeset.pages.as_deref().map(PagedDocument::pages).unwrap_or_default();
            let hashes: Vec<u128> = pages.par_iter().map(appearance).collect();
            let known = self.reported.get(&document.identifier).map(Vec::as_slice).unwrap_or_default();
            let differs = |(index, hash): &(usize, &u128)| known.get(*index) != Some(hash);
            let differing: Vec<usize> = hashes.iter().enumerate().filter(differs).map(|(index, _)| index + 1).collect();
            if !differing.is_empty() || known.len() != hashes.len() {
                let identifier = document.identifier.clone();
                changed.push(ChangedDocument { identifier, pages: differing, page_count: hashes.len() });
                self.reported.insert(document.identifier.clone(), hashes);
            }
        }
        changed
    }
}
