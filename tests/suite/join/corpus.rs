//! The PDFs of `tests/pdfs` and what is expected of each. Their README.md say what is in them.

/// What is expected of a file.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Expected {
    /// It joins with its tags, and conforms to the standards.
    Tagged(Holds),
    /// It joins; it has no tags, or says itself that they are none.
    Untagged(Holds),
    /// It is refused, for one of the reasons.
    Refused(&'static [&'static str]),
    /// It may join, with or without tags, or be refused as damaged: readers disagree about it.
    Either,
}

/// The standards to which a file conforms as veraPDF says, whatever it claims.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Holds {
    /// None.
    Nothing,
    /// PDF/A-2b.
    Archival,
    /// PDF/A-2a and PDF/UA-1.
    Both,
    /// PDF/A-3a and PDF/UA-1.
    BothWithFiles,
}

use Expected::{Either, Refused, Tagged, Untagged};
use Holds::{Archival, Both, BothWithFiles, Nothing};

/// Files of other programs, by their names in `tests/pdfs`.
pub(super) const PROGRAMS: &[(&str, Expected)] = &[
    ("cairo-tagged", Tagged(Nothing)),
    ("cairo-transparency", Untagged(Nothing)),
    ("chromium-tagged", Tagged(Nothing)),
    ("ghostscript-2b", Untagged(Archival)),
    ("ghostscript-2b-cmyk", Untagged(Archival)),
    ("ghostscript-plain", Untagged(Nothing)),
    ("ghostscript-scan", Untagged(Nothing)),
    ("latex-hyperref", Untagged(Nothing)),
    // Its tree of tags is empty.
    ("libreoffice-calc-a3-landscape", Untagged(Nothing)),
    ("libreoffice-impress-dark", Tagged(Nothing)),
    ("libreoffice-writer-en-claims-2b-ua1", Tagged(Nothing)),
    ("libreoffice-writer-ja-claims-2b-ua1", Tagged(Nothing)),
    ("libreoffice-writer-ja-untagged", Untagged(Nothing)),
    ("mupdf-cleaned", Tagged(Nothing)),
    ("qpdf-linearized", Untagged(Nothing)),
    ("word-like-3a-ua1", Tagged(BothWithFiles)),
    ("word-like-hybrid", Tagged(Nothing)),
];

/// Files with one peculiarity or fault each, by their names in `tests/pdfs/traps`.
pub(super) const TRAPS: &[(&str, Expected)] = &[
    ("actions-of-pages", Refused(&["script"])),
    ("annotation-at-the-root", Tagged(Nothing)),
    ("annotation-on-two-pages", Tagged(Nothing)),
    ("annotations", Tagged(Nothing)),
    ("attachment-on-a-page", Tagged(Nothing)),
    ("attachments-a", Tagged(BothWithFiles)),
    ("attachments-b", Tagged(BothWithFiles)),
    ("bomb", Either),
    ("claims-falsely", Untagged(Nothing)),
    ("claims-with-attachment", Tagged(Nothing)),
    ("claims-with-private-characters", Tagged(Nothing)),
    ("claims-without-alternative", Tagged(Nothing)),
    ("claims-without-language", Tagged(Nothing)),
    ("classes-a", Tagged(Both)),
    ("classes-b", Tagged(Both)),
    ("colours-of-print", Tagged(Nothing)),
    ("content-by-nobody", Tagged(Nothing)),
    ("content-damaged", Refused(&["damaged"])),
    ("content-in-pieces", Tagged(Both)),
    ("content-missing", Tagged(Both)),
    ("content-moved", Tagged(Both)),
    ("content-split-in-a-token", Tagged(Nothing)),
    ("content-unbalanced", Tagged(Nothing)),
    ("content-unbalanced-early", Tagged(Nothing)),
    ("destination-of-an-element", Tagged(Nothing)),
    ("destinations-a", Tagged(Both)),
    ("destinations-b", Tagged(Both)),
    ("destinations-broken", Tagged(Nothing)),
    ("direct-elements", Tagged(Nothing)),
    ("encrypted-with-password", Refused(&["encrypted"])),
    ("encrypted-without-password", Refused(&["encrypted"])),
    ("encrypted-without-password-rc4", Refused(&["encrypted"])),
    ("fields-a", Tagged(Both)),
    ("fields-b", Tagged(Both)),
    ("fields-broken", Tagged(Nothing)),
    ("fields-fonts", Tagged(Both)),
    ("form-on-two-pages", Tagged(Both)),
    ("form-with-marks", Tagged(Both)),
    ("forms-in-a-circle", Tagged(Nothing)),
    ("generations", Tagged(Nothing)),
    ("groups-of-transparency", Tagged(Both)),
    ("hybrid", Tagged(Nothing)),
    ("identifiers-a", Tagged(Both)),
    ("identifiers-b", Tagged(Both)),
    ("identifiers-without-tree", Tagged(Both)),
    ("image-only", Tagged(Nothing)),
    ("information-missing", Untagged(Nothing)),
    ("javascript", Refused(&["script"])),
    ("kids-without-arrays", Tagged(Both)),
    ("labels-missing", Tagged(Both)),
    ("labels-roman", Tagged(Both)),
    ("labels-without-zero", Tagged(Nothing)),
    ("language-inside", Tagged(Both)),
    ("language-missing", Tagged(Nothing)),
    ("late-header", Either),
    ("layers-a", Tagged(Both)),
    ("layers-b", Tagged(Both)),
    ("layers-off-by-default", Tagged(Nothing)),
    ("length-elsewhere", Tagged(Nothing)),
    ("lengths-wrong", Either),
    ("linearized", Tagged(Both)),
    ("marks-contradict", Tagged(Nothing)),
    ("names-strange", Tagged(Nothing)),
    ("namespaces", Tagged(Nothing)),
    ("not-marked", Untagged(Nothing)),
    ("nothing", Refused(&["not-pdf", "truncated"])),
    ("numbers-huge", Either),
    ("object-streams", Tagged(Both)),
    ("opens-on-page-two", Tagged(Both)),
    ("outlines-broken", Tagged(Nothing)),
    ("outlines-closed", Tagged(Both)),
    ("outlines-empty", Tagged(Both)),
    ("outlines-in-a-circle", Tagged(Nothing)),
    ("page-missing", Tagged(Nothing)),
    ("page-of-the-parent", Tagged(Both)),
    ("pages-300", Tagged(Nothing)),
    ("pages-cropped", Tagged(Both)),
    ("pages-deep", Either),
    ("pages-in-a-circle", Refused(&["damaged"])),
    ("pages-inherit", Tagged(Both)),
    ("pages-inherit-nothing", Tagged(Nothing)),
    ("pages-inherit-resources", Tagged(Nothing)),
    ("pages-none", Refused(&["damaged"])),
    ("pages-of-many-sizes", Tagged(Both)),
    ("pages-of-no-size", Either),
    ("pages-rotated", Tagged(Both)),
    ("pages-twice", Either),
    ("pages-with-null", Tagged(Nothing)),
    ("parent-keys-clash", Tagged(Nothing)),
    ("parent-keys-missing", Tagged(Nothing)),
    ("parent-keys-negative", Tagged(Nothing)),
    ("parent-tree-contradicts", Tagged(Nothing)),
    ("parent-tree-of-levels", Tagged(Both)),
    ("references-dangling", Tagged(Nothing)),
    ("references-in-a-circle", Either),
    ("references-missing", Refused(&["damaged"])),
    ("references-shifted", Refused(&["damaged"])),
    ("roles-a", Tagged(Both)),
    ("roles-b", Tagged(Both)),
    ("roles-in-a-circle", Tagged(Nothing)),
    ("several-roots", Tagged(Nothing)),
    ("signature-field-empty", Tagged(Nothing)),
    ("signed", Refused(&["signed"])),
    ("strings-deep", Either),
    ("suspects", Tagged(Nothing)),
    ("tags-bottomless", Either),
    ("tags-deep", Tagged(Nothing)),
    ("tags-empty", Either),
    ("tags-in-a-circle", Tagged(Nothing)),
    ("text-after-the-end", Either),
    ("texts-of-elements", Tagged(Both)),
    ("threads", Tagged(Both)),
    ("thumbnails-and-pieces", Untagged(Nothing)),
    ("truncated", Refused(&["damaged", "truncated"])),
    ("untagged-with-keys", Untagged(Nothing)),
    ("updated-twice", Tagged(Nothing)),
    ("web-page", Refused(&["not-pdf"])),
    ("xfa", Refused(&["xfa"])),
];

/// The names of the files that have to join with their tags.
pub(super) fn tagged() -> impl Iterator<Item = &'static str> {
    all().filter(|(_, expected)| matches!(expected, Tagged(_))).map(|(name, _)| name)
}

/// The names of the files that have to join.
pub(super) fn joining() -> impl Iterator<Item = &'static str> {
    all().filter(|(_, expected)| matches!(expected, Tagged(_) | Untagged(_))).map(|(name, _)| name)
}

/// Every file with what is expected of it.
pub(super) fn all() -> impl Iterator<Item = (&'static str, Expected)> {
    PROGRAMS.iter().chain(TRAPS).copied()
}
