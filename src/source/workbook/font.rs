//! What fonts do to texts: struck-out words and raised digits are not meant as the others beside them. Knows no file
//! format.

use std::collections::BTreeSet;

use super::colour::Paint;
use super::conditional::Look;
use super::sheet::{Content, Obscurity};

/// What of a font changes the meaning of a text.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(super) struct Font {
    /// Whether a line goes through the text.
    pub(super) is_struck: bool,
    /// Whether it is raised or lowered.
    pub(super) is_raised: bool,
    /// Its colour; none where it is that of what lies around.
    pub(super) colour: Option<Paint>,
}

/// A text put together from runs, each in a font of its own.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(super) struct RichText {
    /// The text of all runs.
    pub(super) text: String,
    /// Whether a part of it that can be seen is struck out.
    pub(super) is_struck: bool,
    /// Whether a part of it that holds digits is raised or lowered.
    pub(super) is_raised: bool,
    /// The colours of those parts that are not blank.
    colours: BTreeSet<Option<Paint>>,
}

impl RichText {
    /// Makes a text of one font that means what it says.
    pub(super) fn plain(text: String) -> Self {
        Self { text, ..Self::default() }
    }

    /// Notes in which font a part of the text is.
    pub(super) fn mark(&mut self, part: &str, font: Font) {
        if !part.trim().is_empty() {
            self.is_struck |= font.is_struck;
            self.colours.insert(font.colour);
        }
        self.is_raised |= font.is_raised && part.contains(char::is_numeric);
    }

    /// Returns how it looks in a cell.
    pub(super) fn look(&self, font: Font, ground: Paint) -> Look {
        let parts = self.colours.iter().map(|colour| colour.or(font.colour).unwrap_or_default());
        let letters = if self.colours.is_empty() { font.look(ground).letters } else { parts.collect() };
        Look { letters, ground }
    }

    /// Returns what a cell holds whose text, as the cell's format shows it, this is.
    pub(super) fn content(self, font: Font, show: impl FnOnce(String) -> Content) -> Content {
        let Self { text, is_struck, is_raised, .. } = self;
        if is_struck || (font.is_struck && !text.trim().is_empty()) {
            return Content::Unclear(Obscurity::Struck, text);
        }
        let is_raised = is_raised || (font.is_raised && text.contains(char::is_numeric));
        match show(text) {
            Content::Text(text) if is_raised => Content::Raised(text),
            shown => shown,
        }
    }
}

impl Font {
    /// Returns how what is in this font looks on a ground.
    pub(super) fn look(self, ground: Paint) -> Look {
        Look { letters: self.colour.into_iter().collect(), ground }
    }

    /// Returns what a cell in this font holds whose number or the like is shown as given.
    pub(super) fn over(self, content: Content) -> Content {
        match content {
            Content::Text(text) if text.is_empty() => Content::Text(text),
            content if self.is_struck => Content::Unclear(Obscurity::Struck, content.text().to_owned()),
            Content::Number { text, .. } if self.is_raised => Content::Raised(text),
            content => content,
        }
    }
}
