//! Messages for programs: one JSON object per line on stderr.
//!
//! The format is public: names and meanings are stable, and names may only be added. `docs/diagnostics.md` describes
//! it. The doc comments of the types are the descriptions of its JSON Schema.

use std::collections::BTreeMap;
use std::io::{self, Write};

use schemars::JsonSchema;
use schemars::generate::SchemaSettings;
use serde::Serialize;
use serde_json::{Value, json};

use super::Terminal;
use super::localized::{LINES, LocalizedDiagnostic};
use super::text_lines::TextLines;
use crate::diagnostic::{Code, Diagnostic, Diagnostics, Place, Position, Severity};
use crate::source::{Excerpt, Texts};

/// One line that nenpo writes to stderr with `--message-format json`.
#[derive(Debug, Serialize, JsonSchema)]
#[serde(tag = "type", rename_all = "kebab-case")]
#[schemars(title = "A line on stderr of nenpo --message-format json")]
pub(super) enum Message<'a> {
    /// A problem in the report, or in its environment.
    Diagnostic(Box<JsonDiagnostic<'a>>),
    /// Information that is not a problem.
    Note(Note<'a>),
    /// Why the command did not run: the command line is invalid, or the environment failed. No summary follows.
    Failure(Failure<'a>),
    /// The numbers of problems, after the last of them.
    Summary(Summary),
}

/// A problem with its place, in the language of the command.
#[derive(Debug, Serialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
#[schemars(rename = "Diagnostic")]
pub(super) struct JsonDiagnostic<'a> {
    /// The stable identifier of the kind of problem.
    #[schemars(extend("enum" = Code::ALL.iter().map(|code| code.as_str()).collect::<Vec<_>>()))]
    code: &'static str,
    /// With an error, no files are written; a warning does not prevent it.
    severity: SeverityName,
    /// The file, relative to the report's folder, with forward slashes; null if the problem is not in a file.
    file: Option<&'a str>,
    /// The position in the file; null if it concerns the file as a whole.
    place: Option<JsonPlace<'a>>,
    /// Further places of the same problem.
    also: Vec<RelatedPlace<'a>>,
    /// What is wrong.
    message: &'a str,
    /// How to fix it.
    help: Option<&'a str>,
    /// The original message of the compiler or operating system.
    detail: Option<&'a str>,
    /// The word that was probably meant.
    nearest: Option<&'a str>,
    /// The allowed values, as a list for people; ends in … if there are more.
    allowed: Option<&'a str>,
    /// A second place that explains the first.
    related: Option<Related<'a>>,
    /// The line of the place; null if it has none.
    excerpt: Option<JsonExcerpt>,
    /// Lines to write; those of several messages are also in the help. … stands for what is to be filled in. Unless `into` says it, each
    /// begins with the file that it belongs to and a colon.
    lines: Vec<&'a str>,
    /// The file for these lines; null if they name it, or if any file of a kind will do.
    into: Option<&'a str>,
}

/// The severity of a problem.
#[derive(Debug, Serialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
#[schemars(rename = "Severity")]
enum SeverityName {
    Error,
    Warning,
}

/// A further place of a problem.
#[derive(Debug, Serialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub(super) struct RelatedPlace<'a> {
    /// The file.
    file: &'a str,
    /// The position in the file; null if it concerns the file as a whole.
    place: Option<JsonPlace<'a>>,
}

/// A place that explains another, such as where an identifier was first used.
#[derive(Debug, Serialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub(super) struct Related<'a> {
    /// The file.
    file: &'a str,
    /// The position in the file; null if it concerns the file as a whole.
    place: Option<JsonPlace<'a>>,
    /// What is at this place.
    message: Option<&'a str>,
}

/// The line of a place, or its cell. Long parts are cut short, by ….
#[derive(Debug, Serialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
#[schemars(rename = "Excerpt")]
struct JsonExcerpt {
    /// What is before the place in its line.
    before: String,
    /// What is at the place; empty for a position between two characters.
    marked: String,
    /// What is after the place in its line.
    after: String,
}

impl From<Excerpt> for JsonExcerpt {
    fn from(Excerpt { before, marked, after, .. }: Excerpt) -> Self {
        /// In characters.
        const LONGEST: usize = 80;
        let end = marked.char_indices().nth(LONGEST).map(|(end, _)| end);
        let marked = end.map_or(marked.clone(), |end| format!("{}…", marked.get(..end).unwrap_or_default()));
        Self { before, marked, after }
    }
}

/// A position in a file.
#[derive(Debug, Serialize, JsonSchema)]
#[serde(untagged, rename_all = "kebab-case", rename_all_fields = "kebab-case")]
#[schemars(rename = "Place")]
enum JsonPlace<'a> {
    /// A range of text. Lines and columns are counted from 1, columns in Unicode characters.
    Text {
        /// The line.
        #[schemars(range(min = 1))]
        line: usize,
        /// The column.
        #[schemars(range(min = 1))]
        column: usize,
        /// The line in which the range ends.
        #[schemars(range(min = 1))]
        end_line: usize,
        /// The column after the last character; equal to `column` for an empty range.
        #[schemars(range(min = 1))]
        end_column: usize,
    },
    /// A cell of a workbook.
    Cell {
        /// The sheet's name.
        sheet: &'a str,
        /// The cell reference, such as C14.
        cell: String,
        /// The row, from 1.
        #[schemars(range(min = 1))]
        row: u64,
        /// The column, from 1.
        #[schemars(range(min = 1))]
        column: u64,
    },
    /// A sheet of a workbook.
    Sheet {
        /// The sheet's name.
        sheet: &'a str,
    },
}

/// Information in the language of the command.
#[derive(Debug, Serialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub(super) struct Note<'a> {
    /// The stable identifier of the kind of note.
    pub(super) code: &'a str,
    /// The text.
    pub(super) message: String,
    /// The values in the message, by stable names.
    pub(super) values: BTreeMap<&'a str, &'a str>,
}

/// Why the command did not run.
#[derive(Debug, Serialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub(super) struct Failure<'a> {
    /// What is wrong.
    pub(super) message: &'a str,
    /// How to fix it, with one line per hint.
    pub(super) help: Option<String>,
}

/// The numbers of problems.
#[derive(Debug, Serialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub(super) struct Summary {
    /// The number of errors.
    pub(super) errors: usize,
    /// The number of warnings.
    pub(super) warnings: usize,
}

impl<'a> Message<'a> {
    pub(super) fn diagnostic(
        diagnostic: &'a Diagnostic,
        localized: &'a LocalizedDiagnostic,
        lines: &TextLines,
    ) -> Self {
        let said = |text: &'a String| Some(text.as_str()).filter(|text| !text.is_empty());
        Self::Diagnostic(Box::new(JsonDiagnostic {
            code: diagnostic.code.as_str(),
            severity: match diagnostic.code.severity() {
                Severity::Error => SeverityName::Error,
                Severity::Warning => SeverityName::Warning,
            },
            file: diagnostic.place.as_ref().map(|place| &*place.file),
            place: diagnostic.place.as_ref().and_then(|place| JsonPlace::new(place, lines)),
            also: diagnostic
                .also
                .iter()
                .map(|place| RelatedPlace { file: &place.file, place: JsonPlace::new(place, lines) })
                .collect(),
            message: &localized.message,
            help: said(&localized.help),
            detail: said(&localized.detail),
            nearest: said(&localized.nearest),
            allowed: said(&localized.allowed),
            related: diagnostic.related.as_ref().map(|place| Related {
                file: &place.file,
                place: JsonPlace::new(place, lines),
                message: said(&localized.related),
            }),
            excerpt: diagnostic.place.as_ref().and_then(|place| Some(lines.excerpt(place)?.into())),
            lines: diagnostic
                .argument(LINES)
                .or(diagnostic.argument("line"))
                .into_iter()
                .flat_map(str::lines)
                .collect(),
            into: diagnostic.argument("into"),
        }))
    }

    pub(super) fn write(&self, stream: &mut dyn Write) -> io::Result<()> {
        serde_json::to_writer(&mut *stream, self)?;
        stream.write_all(b"\n")
    }
}

impl Terminal {
    /// Problems as `--message-format json` shows them.
    #[must_use]
    pub fn as_json(&self, diagnostics: &Diagnostics, texts: &Texts) -> Vec<Value> {
        let lines = TextLines::new(diagnostics, texts);
        let one = |diagnostic: &Diagnostic| {
            let localized = self.localize(diagnostic, &lines);
            serde_json::to_value(Message::diagnostic(diagnostic, &localized, &lines)).unwrap_or_default()
        };
        diagnostics.sorted().into_iter().map(one).collect()
    }
}

/// A place with its excerpt as `--message-format json` shows those of problems.
#[must_use]
pub fn place_as_json(place: &Place, texts: &Texts) -> Value {
    let lines = TextLines::of(std::iter::once(place), texts);
    json!({"file": &*place.file, "place": JsonPlace::new(place, &lines), "excerpt": lines.excerpt(place).map(JsonExcerpt::from)})
}

impl<'a> JsonPlace<'a> {
    fn new(place: &'a Place, lines: &TextLines) -> Option<Self> {
        match &place.position {
            Position::Whole => None,
            Position::Text(start, end) => {
                let (lines, _) = lines.find(place)?;
                let (line, column) = lines.line_and_column(*start);
                let (end_line, end_column) = lines.line_and_column(*end);
                Some(Self::Text { line, column, end_line, end_column })
            }
            Position::Sheet(sheet) => Some(Self::Sheet { sheet }),
            Position::Cell(cell) => Some(Self::Cell {
                sheet: &cell.sheet,
                cell: cell.name(),
                row: u64::from(cell.row) + 1,
                column: u64::from(cell.column) + 1,
            }),
        }
    }
}

/// The JSON Schema of every line that nenpo writes to stderr with `--message-format json`.
#[must_use]
pub fn message_schema() -> serde_json::Value {
    // For serialization, so that optional properties are required but may be null.
    let settings = SchemaSettings::draft2020_12().for_serialize();
    settings.into_generator().into_root_schema_for::<Message<'_>>().to_value()
}
