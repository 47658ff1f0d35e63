//! Highlights with their figures.

use super::PayloadBuilder;
use super::data::{FigureData, HighlightData};
use crate::diagnostic::{Code, Diagnostic, Located};
use crate::figure::{Figure, FigureError, FigureKind, localize_svg, outline_text, require_drawable};
use crate::locale::{Block, Inline, Rich, Run};
use crate::report::Highlight;

impl PayloadBuilder<'_> {
    pub(super) fn highlight(&self, highlight: &Highlight, files: &mut Vec<(String, Vec<u8>)>) -> HighlightData {
        let key = |attribute: &str| format!("highlight-{}.{attribute}", highlight.id);
        let groups = &self.report.settings.groups;
        let group = highlight.group.as_ref();
        HighlightData {
            id: highlight.id.to_string(),
            group: group.and_then(|group| groups.iter().position(|known| known.id == group.value)),
            title: inline(self.words.required_prose(&key("title"), &highlight.place)),
            body: self.body(highlight, &key("title"), &key("body")),
            citation: self.words.prose(&key("citation"), &[]),
            note: self.words.prose(&key("note"), &[]),
            figure: highlight.figure.as_ref().and_then(|figure| {
                let caption = self.words.prose(&key("caption"), &[]).map(inline);
                self.figure(figure, &format!("figures/{}", highlight.id), &key("alt"), caption, files)
            }),
        }
    }

    /// A figure can take the place of a missing text.
    fn body(&self, highlight: &Highlight, title: &str, body: &str) -> Rich {
        // Without a title either, the text is reported like any missing message.
        let has_words = self.words.place(title).is_some();
        self.words.prose(body, &[]).unwrap_or_else(|| {
            let problem = if has_words {
                let problem = Diagnostic::at(Code::EmptyHighlight, &highlight.place).with("highlight", &highlight.id);
                problem.with("id", body).with("language", self.words.language())
            } else {
                self.words.missing(body, &highlight.place)
            };
            if highlight.figure.is_none() {
                self.words.report(problem);
            }
            Rich::new()
        })
    }

    pub(super) fn logo(&self, files: &mut Vec<(String, Vec<u8>)>) -> Option<FigureData> {
        let Some(logo) = self.report.settings.look.logo.as_ref() else {
            // Do not report messages about a logo as unused if the logo is not there yet.
            self.words.optional("report-logo", &[]);
            return None;
        };
        self.figure(logo, "logo", "report-logo", None, files)
    }

    /// A figure in the document's language; `path` does not depend on how the report names the file.
    fn figure(
        &self,
        figure: &Located<String>,
        path: &str,
        alt: &str,
        caption: Option<Inline>,
        files: &mut Vec<(String, Vec<u8>)>,
    ) -> Option<FigureData> {
        // A file that could not be read has already been reported.
        let Figure { data, width, height, text, .. } = self.figures.get(&figure.value)?;
        self.words.data(text, Some(&figure.place));
        let localized = FigureKind::of(data).and_then(|kind| {
            let localized = match kind {
                FigureKind::Svg => {
                    let label = |label: &str| self.words.text(label, &[], &figure.place);
                    let localized = localize_svg(data, &self.families.sans, label)?;
                    let drawing = std::str::from_utf8(&localized).map_err(|_| FigureError::Encoding)?;
                    require_drawable(drawing, self.typeface.fonts())?;
                    // A web page embeds no fonts, and text in an image cannot use those of the page.
                    if self.template.is_html() { outline_text(&localized, self.typeface.fonts())? } else { localized }
                }
                FigureKind::Png | FigureKind::Jpeg => data.to_vec(),
            };
            Ok((format!("{path}.{}", kind.extension()), localized))
        });
        let (path, localized) = localized.map_err(|error| self.words.report(error.diagnostic(figure))).ok()?;
        files.push((path.clone(), localized));
        let alt = self.words.text(alt, &[], &figure.place);
        Some(FigureData { path: format!("/{path}"), alt, width: *width, height: *height, caption })
    }
}

/// Joins several paragraphs with line breaks.
fn inline(rich: Rich) -> Inline {
    let mut inline = Inline::new();
    for block in rich {
        if !inline.is_empty() {
            inline.push(Run::Break);
        }
        match block {
            Block::Paragraph { body } => inline.extend(body),
            Block::List { items, .. } => inline.extend(items.into_iter().flat_map(self::inline)),
        }
    }
    inline
}
