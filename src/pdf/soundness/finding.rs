//! The contradictions that can be found in a readable PDF; their messages are in the locales.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use crate::diagnostic::{Code, Diagnostic, Place};

/// A contradiction within a PDF.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct Finding {
    /// The kind.
    pub kind: Kind,
    /// The page, from 1.
    pub page: Option<usize>,
    /// A number, name or text of the document; empty if the kind says everything.
    pub detail: String,
}

impl Finding {
    #[expect(clippy::needless_pass_by_value, reason = "a detail is only read, whether it is lent or given")]
    pub(super) fn new(kind: Kind, detail: impl ToString) -> Self {
        Self { kind, page: None, detail: short(&detail.to_string()) }
    }

    #[expect(clippy::needless_pass_by_value, reason = "a detail is only read, whether it is lent or given")]
    pub(super) fn on(page: impl Into<Option<usize>>, kind: Kind, detail: impl ToString) -> Self {
        Self { kind, page: page.into(), detail: short(&detail.to_string()) }
    }

    /// The diagnostic for a file.
    #[must_use]
    pub fn diagnostic(&self, file: &Arc<str>) -> Diagnostic {
        Diagnostic::at(Code::UnsoundPdf, &Place::whole(file))
            .with("kind", self.kind.as_str())
            .with("page", self.page.map(|page| page.to_string()).unwrap_or_default())
            .with("detail", &self.detail)
    }
}

fn short(detail: &str) -> String {
    const MOST: usize = 200;
    match detail.char_indices().nth(MOST) {
        Some((end, _)) => format!("{}…", &detail[..end]),
        None => detail.to_owned(),
    }
}

/// Findings, limited in number: one cause often has hundreds, and a malicious file can have millions.
#[derive(Debug, Default)]
pub(super) struct Findings(BTreeMap<Kind, BTreeSet<Finding>>);

impl Findings {
    const MOST: usize = 20;

    pub(super) fn push(&mut self, finding: Finding) {
        let of_kind = self.0.entry(finding.kind).or_default();
        of_kind.insert(finding);
        if of_kind.len() > Self::MOST {
            of_kind.pop_last();
        }
    }

    pub(super) fn extend(&mut self, findings: impl IntoIterator<Item = Finding>) {
        findings.into_iter().for_each(|finding| self.push(finding));
    }

    /// The findings in the order of their kinds.
    pub(super) fn told(self) -> Vec<Finding> {
        self.0.into_values().flatten().collect()
    }
}

macro_rules! kinds {
    ($($(#[$doc:meta])* $variant:ident = $text:literal;)*) => {
        /// A kind of contradiction.
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
        pub enum Kind { $($(#[$doc])* $variant,)* }

        impl Kind {
            /// Every kind, in the order of the enum.
            pub const ALL: &'static [Kind] = &[$(Kind::$variant,)*];

            /// The selector in the message.
            #[must_use]
            pub fn as_str(self) -> &'static str {
                match self { $(Kind::$variant => $text,)* }
            }
        }
    };
}

kinds! {
    /// Content that is neither marked nor an artifact.
    UnmarkedContent = "unmarked-content";
    /// Two marked-content sequences have the same identifier.
    MarkTwice = "mark-twice";
    /// Marked content and artifacts are nested.
    MarkInMark = "mark-in-mark";
    /// A marked-content sequence does not begin or does not end.
    UnbalancedMarks = "unbalanced-marks";
    /// A part of a page's content cannot be parsed.
    UnparsedContent = "unparsed-content";
    /// No element owns a marked-content sequence.
    UnownedMark = "unowned-mark";
    /// Two elements own a marked-content sequence.
    MarkOwnedTwice = "mark-owned-twice";
    /// An element owns content that the page does not have.
    MissingMark = "missing-mark";
    /// An element is in the tree twice.
    ElementTwice = "element-twice";
    /// Elements are nested too deeply.
    TooDeep = "too-deep";
    /// An element names a parent other than the one that it is in.
    WrongParent = "wrong-parent";
    /// A child of an element has an invalid type.
    StrangeChild = "strange-child";
    /// The document has no parent tree.
    NoParentTree = "no-parent-tree";
    /// The parent tree names an element other than the one that owns the content.
    ParentTreeDiffers = "parent-tree-differs";
    /// The parent tree has an entry for content that does not exist.
    ParentTreeForeign = "parent-tree-foreign";
    /// A page or annotation has no key into the parent tree, or shares one.
    ParentKey = "parent-key";
    /// A link is not in the tag tree.
    UntaggedLink = "untagged-link";
    /// An annotation other than a link is not in the tag tree.
    UntaggedAnnotation = "untagged-annotation";
    /// Two elements own an annotation.
    AnnotationOwnedTwice = "annotation-owned-twice";
    /// An annotation of the tag tree is on no page.
    AnnotationOnNoPage = "annotation-on-no-page";
    /// A link has no description.
    SilentLink = "silent-link";
    /// A link's target does not exist.
    DeadLink = "dead-link";
    /// A named destination is on no page.
    DeadDestination = "dead-destination";
    /// Two elements have the same identifier.
    IdentifierTwice = "identifier-twice";
    /// The identifier tree does not lead to the element.
    IdentifierTree = "identifier-tree";
    /// A cell refers to a header cell that its table does not have.
    UnknownHeader = "unknown-header";
    /// A header cell has no scope.
    HeaderWithoutScope = "header-without-scope";
    /// An element is not allowed in a table, or a part of a table is outside one.
    MisplacedCell = "misplaced-cell";
    /// A figure or formula has no text in its place.
    FigureWithoutText = "figure-without-text";
    /// Text has a character that means something in its font only.
    PrivateCharacter = "private-character";
    /// A bookmark's target does not exist.
    DeadBookmark = "dead-bookmark";
    /// The chain of bookmarks is broken or cyclic.
    BookmarkChain = "bookmark-chain";
    /// A bookmark matches no heading of its page.
    BookmarkWithoutHeading = "bookmark-without-heading";
    /// The document has no readable metadata.
    NoMetadata = "no-metadata";
    /// The document has no title.
    NoTitle = "no-title";
    /// The two titles of the document differ.
    TitlesDiffer = "titles-differ";
    /// Viewers show the file name instead of the title.
    TitleNotShown = "title-not-shown";
    /// The document has no language.
    NoLanguage = "no-language";
    /// The tags are marked as suspect.
    SuspectTags = "suspect-tags";
    /// Pages have no labels.
    NoPageLabels = "no-page-labels";
}
