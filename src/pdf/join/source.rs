//! A PDF that is to be joined: opened, measured, and refused if joining would lose what it is.

use std::io::{self, Read};

use flate2::read::DeflateDecoder;
use lopdf::{Dictionary, Document, Object, ObjectId};

use super::archival::{self, Contradiction};
use super::geometry::{Area, Geometry, PageSize};
use super::metadata::{Conformance, Level};
use super::{annotation, drawing};
use crate::pdf::file::File;
use crate::pdf::metadata::Metadata;
use crate::pdf::soundness::{self, Finding, Kind};
use crate::pdf::{TaggedPdf, Unreadable};

/// The most pages of a part.
pub const MOST_PAGES: usize = 10_000;

const LENGTH_OF_ZLIB_HEADER: usize = 2;

/// What is allowed of a part.
#[derive(Debug, Clone, Copy, Default)]
pub struct Opening {
    /// Whether digital signatures may be lost.
    pub allow_signed: bool,
}

/// Why a file cannot be part of a joined file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Refusal {
    /// It cannot be read.
    Unreadable(Unreadable),
    /// Its digital signature would not hold for the joined file.
    Signed,
    /// It runs JavaScript.
    Script,
    /// Its pages are an XFA form, which only few programs show.
    Xfa,
    /// It has too many pages.
    TooManyPages,
}

/// A file that can be joined.
#[derive(Debug)]
pub struct Source {
    pub(super) file: File,
    sizes: Vec<PageSize>,
    covered: Vec<Vec<Area>>,
}

impl Source {
    /// Opens a file of any program.
    ///
    /// # Errors
    /// If it cannot be read, or joining would lose what it is.
    pub fn open(bytes: &[u8], opening: &Opening) -> Result<Self, Refusal> {
        let file = File::read_any(bytes).map_err(Refusal::Unreadable)?;
        if file.pages().len() > MOST_PAGES {
            return Err(Refusal::TooManyPages);
        }
        let form = file.dictionary(file.catalog(), b"AcroForm");
        if form.is_some_and(|form| form.has(b"XFA")) {
            return Err(Refusal::Xfa);
        }
        if has_script(file.objects()) {
            return Err(Refusal::Script);
        }
        if !opening.allow_signed && is_signed(&file) {
            return Err(Refusal::Signed);
        }
        if let Some(page) = file.pages().iter().position(|page| is_content_damaged(&file, *page)) {
            return Err(Refusal::Unreadable(Unreadable::Damaged(format!("page {}", page + 1))));
        }
        let (sizes, covered) = file
            .pages()
            .iter()
            .map(|page| match file.objects().get_dictionary(*page) {
                Ok(page) => (Geometry::of(&file, page).size(), annotation::covered(&file, page)),
                Err(_) => (PageSize { width: 0.0, height: 0.0 }, Vec::new()),
            })
            .unzip();
        Ok(Self { file, sizes, covered })
    }

    /// The sizes of the pages as they are displayed.
    #[must_use]
    pub fn sizes(&self) -> &[PageSize] {
        &self.sizes
    }

    /// The places of each page that form fields and comments cover: whatever is printed on the page is below them.
    #[must_use]
    pub fn covered(&self) -> &[Vec<Area>] {
        &self.covered
    }

    /// Whether its pages can be drawn in bounded time and memory.
    #[must_use]
    pub fn can_be_drawn(&self) -> bool {
        drawing::is_possible(&self.file)
    }

    /// Whether the file has tags.
    #[must_use]
    pub fn is_tagged(&self) -> bool {
        self.file.tag_root().is_ok()
    }

    /// The language that the file says.
    #[must_use]
    pub fn language(&self) -> Option<String> {
        self.file.text(self.file.catalog(), b"Lang").filter(|language| is_language(language))
    }

    /// The title that the file says.
    #[must_use]
    pub fn title(&self) -> Option<String> {
        self.file.information("Title").filter(|title| !title.trim().is_empty())
    }

    /// The standards that the file claims.
    #[must_use]
    pub fn claims(&self) -> Conformance {
        let claims = Metadata::read(&self.file).map(|metadata| metadata.claims).unwrap_or_default();
        let archive = claims.pdf_a.and_then(|claim| {
            let level = match claim.get(1..)? {
                "a" => Level::A,
                "u" => Level::U,
                "b" => Level::B,
                _ => return None,
            };
            match claim.get(..1)? {
                // PDF/A-1 allows less than PDF/A-2.
                "1" | "2" => Some((2, level)),
                "3" => Some((3, level)),
                _ => None,
            }
        });
        Conformance { archive, accessible: claims.pdf_ua.as_deref() == Some("1") }
    }

    /// What contradicts a claim of a part of PDF/A, as far as it can be seen.
    #[must_use]
    pub fn archival_contradiction(&self, part: u8) -> Option<Contradiction> {
        archival::contradiction(&self.file, part)
    }

    /// What contradicts a claim of accessibility, and would in the joined file as well: a claim is only an assertion.
    ///
    /// # Errors
    /// If the tags cannot be compared with the content: there are none, or the content is damaged or too large.
    pub fn contradictions(&self) -> Result<Vec<Finding>, Unreadable> {
        let findings = soundness::findings(&TaggedPdf::of(self.file.again())?);
        Ok(findings.into_iter().filter(|finding| !is_made_anew(finding.kind)).collect())
    }
}

/// Whether a text has the form of a language tag.
fn is_language(text: &str) -> bool {
    let mut parts = text.split('-');
    let is_word = |part: &str| (1..=8).contains(&part.len()) && part.bytes().all(|byte| byte.is_ascii_alphanumeric());
    let is_first = |part: &str| is_word(part) && part.bytes().all(|byte| byte.is_ascii_alphabetic());
    parts.next().is_some_and(is_first) && parts.all(is_word)
}

/// Whether a contradiction is between things that the joined file makes anew, or that no standard requires.
fn is_made_anew(kind: Kind) -> bool {
    matches!(
        kind,
        Kind::NoParentTree
            | Kind::ParentTreeDiffers
            | Kind::ParentTreeForeign
            | Kind::ParentKey
            | Kind::IdentifierTree
            | Kind::BookmarkChain
            | Kind::BookmarkWithoutHeading
            | Kind::DeadBookmark
            | Kind::DeadDestination
            | Kind::DeadLink
            | Kind::NoMetadata
            | Kind::NoTitle
            | Kind::TitlesDiffer
            | Kind::TitleNotShown
            | Kind::NoLanguage
            | Kind::NoPageLabels
    )
}

/// Whether content of a page cannot be unpacked: readers show a part of it, or nothing. What only ends too early is shown.
fn is_content_damaged(file: &File, page: ObjectId) -> bool {
    let Ok(page) = file.objects().get_dictionary(page) else { return false };
    file.content_streams(page).any(|stream| {
        let is_deflated = stream.filters().is_ok_and(|filters| filters.first() == Some(&&b"FlateDecode"[..]));
        // The sum at its end is often wrong, and nobody looks at it.
        let deflated = stream.content.get(LENGTH_OF_ZLIB_HEADER..).unwrap_or_default();
        let most = u64::try_from(file.allowance()).unwrap_or(u64::MAX);
        is_deflated
            && !deflated.is_empty()
            && io::copy(&mut DeflateDecoder::new(deflated).take(most), &mut io::sink()).is_err()
    })
}

fn has_script(objects: &Document) -> bool {
    objects.objects.values().any(|object| match object {
        Object::Dictionary(dictionary) => is_script(dictionary, 0),
        Object::Array(items) => items.iter().any(|item| nested_script(item, 0)),
        Object::Stream(stream) => is_script(&stream.dict, 0),
        _ => false,
    })
}

fn is_script(dictionary: &Dictionary, depth: usize) -> bool {
    let kind = dictionary.get(b"S").and_then(Object::as_name).unwrap_or_default();
    // A tree of names that is empty runs nothing.
    kind == b"JavaScript" || dictionary.iter().any(|(_, value)| nested_script(value, depth))
}

fn nested_script(object: &Object, depth: usize) -> bool {
    const MOST_NESTING: usize = 64;
    depth < MOST_NESTING
        && match object {
            Object::Dictionary(dictionary) => is_script(dictionary, depth + 1),
            Object::Array(items) => items.iter().any(|item| nested_script(item, depth + 1)),
            _ => false,
        }
}

fn is_signed(file: &File) -> bool {
    let is_signature = |dictionary: &Dictionary| {
        let is_field = dictionary.get(b"FT").and_then(Object::as_name).is_ok_and(|kind| kind == b"Sig");
        is_field && file.value(dictionary, b"V").is_some_and(|value| !value.is_null())
    };
    file.objects().objects.values().any(|object| object.as_dict().is_ok_and(is_signature))
        || file.dictionary(file.catalog(), b"Perms").is_some_and(|permissions| permissions.has(b"DocMDP"))
}
