//! Renders diagnostics for people, with excerpts of the lines or rows that they are about.

use std::ops::Range;

use annotate_snippets::renderer::DEFAULT_TERM_WIDTH;
use annotate_snippets::{Annotation, AnnotationKind, Group, Level, Renderer, Snippet};
use unicode_width::UnicodeWidthStr;

use super::localized::LocalizedDiagnostic;
use super::text_lines::TextLines;
use super::wrap::wrap;
use crate::diagnostic::{Diagnostic, Place, Position, Severity};
use crate::source::Lines;

/// The width if it is not a terminal.
const COLUMNS: usize = 130;

/// Only excerpts at most this many lines apart are joined.
const MOST_BETWEEN: usize = 40;

/// Marks a complete cell reference; the row and column that the renderer appends are removed.
const WHOLE_NAME: char = '\u{E000}';

pub(super) struct DiagnosticRenderer {
    renderer: Renderer,
    columns: Option<usize>,
}

/// Some lines of a text, with marks.
struct Excerpt<'a> {
    name: String,
    text: &'a Lines,
    marks: Vec<Mark<'a>>,
}

struct Mark<'a> {
    kind: AnnotationKind,
    bytes: Range<usize>,
    label: Option<&'a str>,
}

impl DiagnosticRenderer {
    /// `columns` is `None` if the stream is not a terminal.
    pub(super) fn new(has_colour: bool, columns: Option<usize>) -> Self {
        let renderer = if has_colour { Renderer::styled() } else { Renderer::plain() };
        Self { renderer: renderer.term_width(columns.unwrap_or(COLUMNS).min(DEFAULT_TERM_WIDTH)), columns }
    }

    /// `severity` is the localized name of the severity.
    pub(super) fn diagnostic<'a>(
        &self,
        diagnostic: &Diagnostic,
        localized: &'a LocalizedDiagnostic,
        lines: &'a TextLines,
        severity: &str,
    ) -> String {
        let level = match diagnostic.code.severity() {
            Severity::Error => Level::ERROR,
            Severity::Warning => Level::WARNING,
        };
        let (place, related) = (diagnostic.place.as_ref(), diagnostic.related.as_ref());
        let excerpt = |place: &Place, kind: AnnotationKind, label: Option<&'a str>| {
            let (text, bytes) = lines.find(place)?;
            Some(Excerpt { name: shown_name(place), text, marks: vec![Mark { kind, bytes, label }] })
        };
        let mut excerpts: Vec<Excerpt<'_>> = Vec::new();
        excerpts.extend(place.and_then(|place| excerpt(place, AnnotationKind::Primary, None)));
        let shows_place = !excerpts.is_empty();
        let label = Some(localized.related.as_str()).filter(|label| !label.is_empty());
        let mut other = related.and_then(|related| excerpt(related, AnnotationKind::Context, label));
        // A related place too far away in the same line is only named.
        other = other.filter(|other| excerpts.first().is_none_or(|first| !first.is_beyond(other)));
        let shows_related = other.is_some();
        match (excerpts.first_mut(), other) {
            (Some(first), Some(other)) if first.is_near(&other) => first.marks.extend(other.marks),
            (_, other) => excerpts.extend(other),
        }
        let title = level.with_name(severity).primary_title(&*localized.message).id(diagnostic.code.as_str());
        let group = Group::with_title(title).elements(excerpts.iter().map(Excerpt::snippet));
        self.render(group, &localized.notes(shows_place, shows_related), !excerpts.is_empty())
    }

    pub(super) fn statement(&self, level: Level<'_>, name: &str, message: &str, notes: &[String]) -> String {
        self.render(Group::with_title(level.with_name(name).primary_title(message)), notes, false)
    }

    /// Without an excerpt, the margin beside it is removed.
    fn render(&self, mut group: Group<'_>, notes: &[String], has_excerpt: bool) -> String {
        /// The width of the margin and prefix beside a note.
        const BESIDE: usize = 10;
        let wrapped = |note: &String| match self.columns {
            Some(columns) => wrap(note, columns.saturating_sub(BESIDE)).join("\n"),
            None => note.clone(),
        };
        let notes: Vec<String> = notes.iter().map(wrapped).collect();
        if has_excerpt {
            group = group.elements(notes.iter().map(|note| Level::NOTE.no_name().message(note.clone())));
        }
        let rendered = self.renderer.render(&[group]);
        let below = notes.iter().filter(|_| !has_excerpt).map(|note| format!(" = {}", note.replace('\n', "\n   ")));
        let lines = rendered.lines().map(|line| match line.split_once(WHOLE_NAME) {
            Some((name, rest)) => {
                let rest = rest.trim_start_matches(|sign: char| sign == ':' || sign.is_ascii_digit());
                format!("{name}{rest}")
            }
            None => line.to_owned(),
        });
        lines.chain(below).map(|line| format!("{}\n", line.trim_end())).collect::<String>() + "\n"
    }
}

impl Excerpt<'_> {
    /// Whether two excerpts are close together in the same text.
    fn is_near(&self, other: &Self) -> bool {
        let ((first, _), (others_first, _)) = (self.line_range(), other.line_range());
        std::ptr::eq(self.text, other.text) && first.abs_diff(others_first) <= MOST_BETWEEN
    }

    /// Whether two excerpts are in the same line and do not fit side by side.
    fn is_beyond(&self, other: &Self) -> bool {
        let is_same_line = std::ptr::eq(self.text, other.text) && self.line_range() == other.line_range();
        let starts = self.marks.iter().chain(&other.marks).map(|mark| mark.bytes.start);
        let (first, last) = (starts.clone().min().unwrap_or_default(), starts.max().unwrap_or_default());
        is_same_line && self.text.text.get(first..last).is_none_or(|between| between.width() > COLUMNS / 2)
    }

    /// The first and last lines in which marks begin.
    fn line_range(&self) -> (usize, usize) {
        let lines = self.marks.iter().map(|mark| self.text.index_at(mark.bytes.start.min(self.text.text.len())));
        lines.fold((usize::MAX, 0), |(first, last), line| (first.min(line), last.max(line)))
    }

    fn snippet(&self) -> Snippet<'_, Annotation<'_>> {
        let (first, last) = self.line_range();
        let (start, end) = (self.text.range(first).start, self.text.range(last).end);
        let marks = self.marks.iter().map(|mark| {
            // A mark over several lines is shown below the first.
            let line = self.text.range(self.text.index_at(mark.bytes.start.min(self.text.text.len())));
            let begin = mark.bytes.start.clamp(line.start, line.end);
            let bytes = begin - start..mark.bytes.end.clamp(begin, line.end) - start;
            mark.kind.span(bytes).label(mark.label)
        });
        let source = self.text.text.get(start..end).unwrap_or_default();
        Snippet::source(source).line_start(first + 1).path(&*self.name).annotations(marks)
    }
}

/// The name of a place in the line above its excerpt.
fn shown_name(place: &Place) -> String {
    match place.position {
        Position::Cell(_) => format!("{place}{WHOLE_NAME}"),
        _ => place.to_string(),
    }
}
