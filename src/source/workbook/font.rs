//! The effect of fonts on the meaning of text: struck-out text and superscript digits.

use std::collections::BTreeSet;

use super::colour::Paint;
use super::conditional::Look;
use super::sheet::{Content, Obscurity};

#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(super) struct Font {
    pub(super) is_struck: bool,
    pub(super) is_raised: bool,
    /// `None` if inherited.
    pub(super) colour: Option<Paint>,
}

#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(super) struct RichText {
    pub(super) text: String,
    /// Whether a visible part is struck out.
    pub(super) is_struck: bool,
    /// Whether a part with digits is superscript or subscript.
    pub(super) is_raised: bool,
    /// The colours of the parts that are not blank.
    colours: BTreeSet<Option<Paint>>,
}

impl RichText {
    pub(super) fn plain(text: String) -> Self {
        Self { text, ..Self::default() }
    }

    pub(super) fn mark(&mut self, part: &str, font: Font) {
        if !part.trim().is_empty() {
            self.is_struck |= font.is_struck;
            self.colours.insert(font.colour);
        }
        self.is_raised |= font.is_raised && part.contains(char::is_numeric);
    }

    pub(super) fn look(&self, font: Font, ground: Paint) -> Look {
        let parts = self.colours.iter().map(|colour| colour.or(font.colour).unwrap_or_default());
        let letters = if self.colours.is_empty() { font.look(ground).letters } else { parts.collect() };
        Look { letters, ground }
    }

    /// The content of a cell with this text, which its number format has already been applied to.
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
    pub(super) fn look(self, ground: Paint) -> Look {
        Look { letters: self.colour.into_iter().collect(), ground }
    }

    /// The content of a cell in this font whose value is shown as `content`.
    pub(super) fn over(self, content: Content) -> Content {
        match content {
            Content::Text(text) if text.is_empty() => Content::Text(text),
            content if self.is_struck => Content::Unclear(Obscurity::Struck, content.text().to_owned()),
            Content::Number { text, .. } if self.is_raised => Content::Raised(text),
            content => content,
        }
    }
}
