//! What can be wrong with a PDF that can be read. Knows no words.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use crate::diagnostic::{Code, Diagnostic, Place};

/// Something in a PDF that contradicts itself.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct Finding {
    /// What is wrong.
    pub kind: Kind,
    /// The page that it is on, from 1.
    pub page: Option<usize>,
    /// What it concerns: a number, a name, a text of the document; empty where the kind says all.
    pub detail: String,
}

impl Finding {
    /// Names a finding of the whole document.
    #[expect(clippy::needless_pass_by_value, reason = "a detail is only read, whether it is lent or given")]
    pub(super) fn new(kind: Kind, detail: impl ToString) -> Self {
        Self { kind, page: None, detail: short(&detail.to_string()) }
    }

    /// Names a finding of a page.
    #[expect(clippy::needless_pass_by_value, reason = "a detail is only read, whether it is lent or given")]
    pub(super) fn on(page: impl Into<Option<usize>>, kind: Kind, detail: impl ToString) -> Self {
        Self { kind, page: page.into(), detail: short(&detail.to_string()) }
    }

    /// Returns the problem that the user sees of a file.
    #[must_use]
    pub fn diagnostic(&self, file: &Arc<str>) -> Diagnostic {
        Diagnostic::at(Code::UnsoundPdf, &Place::whole(file))
            .with("kind", self.kind.as_str())
            .with("page", self.page.map(|page| page.to_string()).unwrap_or_default())
            .with("detail", &self.detail)
    }
}

/// Cuts a detail to what a message can show.
fn short(detail: &str) -> String {
    const MOST: usize = 200;
    match detail.char_indices().nth(MOST) {
        Some((end, _)) => format!("{}…", &detail[..end]),
        None => detail.to_owned(),
    }
}

/// What is found, as long as it is told: one cause often has hundreds of findings, and one made to do harm has millions.
#[derive(Debug, Default)]
pub(super) struct Findings(BTreeMap<Kind, BTreeSet<Finding>>);

impl Findings {
    /// The most findings of one kind that are told.
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

    /// Returns the first of each kind, in the order of kinds.
    pub(super) fn told(self) -> Vec<Finding> {
        self.0.into_values().flatten().collect()
    }
}

macro_rules! kinds {
    ($($(#[$doc:meta])* $variant:ident = $text:literal;)*) => {
        /// What is wrong.
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
        pub enum Kind { $($(#[$doc])* $variant,)* }

        impl Kind {
            /// Every kind, in the order of the enum.
            pub const ALL: &'static [Kind] = &[$(Kind::$variant,)*];

            /// Returns the word that the message chooses by.
            #[must_use]
            pub fn as_str(self) -> &'static str {
                match self { $(Kind::$variant => $text,)* }
            }
        }
    };
}

kinds! {
    /// A page shows something that is neither marked nor an artifact.
    UnmarkedContent = "unmarked-content";
    /// Two pieces of content have one number.
    MarkTwice = "mark-twice";
    /// Marked content and artifacts stand within each other.
    MarkInMark = "mark-in-mark";
    /// A mark begins and never ends, or the other way round.
    UnbalancedMarks = "unbalanced-marks";
    /// A part of a page's content cannot be parsed.
    UnparsedContent = "unparsed-content";
    /// No element owns a piece of content.
    UnownedMark = "unowned-mark";
    /// Two elements own a piece of content.
    MarkOwnedTwice = "mark-owned-twice";
    /// An element owns content that the page does not have.
    MissingMark = "missing-mark";
    /// An element stands twice in the tree.
    ElementTwice = "element-twice";
    /// Elements are nested beyond all measure.
    TooDeep = "too-deep";
    /// An element names another parent than the one it is in.
    WrongParent = "wrong-parent";
    /// A child of an element is none that there can be.
    StrangeChild = "strange-child";
    /// There is no way from content to elements.
    NoParentTree = "no-parent-tree";
    /// The parent tree names another element than the one that owns the content.
    ParentTreeDiffers = "parent-tree-differs";
    /// The parent tree has an entry for content that there is not.
    ParentTreeForeign = "parent-tree-foreign";
    /// A page or an annotation has no key into the parent tree, or shares it.
    ParentKey = "parent-key";
    /// A link is not in the tag tree.
    UntaggedLink = "untagged-link";
    /// An annotation that is no link is not in the tag tree.
    UntaggedAnnotation = "untagged-annotation";
    /// Two elements own an annotation.
    AnnotationOwnedTwice = "annotation-owned-twice";
    /// An annotation of the tag tree is on no page.
    AnnotationOnNoPage = "annotation-on-no-page";
    /// A link does not say where it leads.
    SilentLink = "silent-link";
    /// A link leads nowhere.
    DeadLink = "dead-link";
    /// A named place is on no page.
    DeadDestination = "dead-destination";
    /// Two elements have one identifier.
    IdentifierTwice = "identifier-twice";
    /// The tree of identifiers does not lead to the element.
    IdentifierTree = "identifier-tree";
    /// A cell names a header cell that its table does not have.
    UnknownHeader = "unknown-header";
    /// A header cell does not say what it is the header of.
    HeaderWithoutScope = "header-without-scope";
    /// An element stands where a table has none, or a part of a table outside of any.
    MisplacedCell = "misplaced-cell";
    /// A bookmark leads nowhere.
    DeadBookmark = "dead-bookmark";
    /// The chain of bookmarks is broken or goes round in a circle.
    BookmarkChain = "bookmark-chain";
    /// A bookmark is no heading of its page.
    BookmarkWithoutHeading = "bookmark-without-heading";
    /// The document has no metadata that can be read.
    NoMetadata = "no-metadata";
    /// The document has no title.
    NoTitle = "no-title";
    /// The two titles of the document differ.
    TitlesDiffer = "titles-differ";
    /// Readers show the file's name instead of the title.
    TitleNotShown = "title-not-shown";
    /// The document has no language.
    NoLanguage = "no-language";
    /// The tags are said to be in doubt.
    SuspectTags = "suspect-tags";
    /// Pages have no labels.
    NoPageLabels = "no-page-labels";
}
