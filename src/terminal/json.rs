//! What nenpo says to programs: one JSON object a line on stderr. Knows the shape of the objects, and no words.
//!
//! The shape is public: names and meanings stay, and only new names may come. `docs/diagnostics.md` describes it.

use std::collections::BTreeMap;
use std::io::{self, Write};

use schemars::JsonSchema;
use schemars::generate::SchemaSettings;
use serde::Serialize;

use super::localized::LocalizedDiagnostic;
use super::text_lines::TextLines;
use crate::diagnostic::{Code, Diagnostic, Place, Position, Severity};

/// One line that nenpo writes to stderr with `--message-format json`.
#[derive(Debug, Serialize, JsonSchema)]
#[serde(tag = "type", rename_all = "kebab-case")]
#[schemars(title = "A line on stderr of nenpo --message-format json")]
pub(super) enum Message<'a> {
    /// A problem in the report, or in what the machine lets nenpo do with it.
    Diagnostic(Box<JsonDiagnostic<'a>>),
    /// Something worth knowing that is no problem.
    Note(Note<'a>),
    /// Why nothing was done at all: the command line was wrong, or the machine failed. There is no summary then.
    Failure(Failure<'a>),
    /// How many problems there are; it follows the last of them.
    Summary(Summary),
}

/// A problem with its place, in words of the language of the command.
#[derive(Debug, Serialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
#[schemars(rename = "Diagnostic")]
pub(super) struct JsonDiagnostic<'a> {
    /// The stable name of the kind of problem.
    #[schemars(extend("enum" = Code::ALL.iter().map(|code| code.as_str()).collect::<Vec<_>>()))]
    code: &'static str,
    /// An error keeps everything from being written; a warning does not.
    severity: SeverityName,
    /// The file, relative to the report's folder, with forward slashes; null for a problem that stands in no file.
    file: Option<&'a str>,
    /// Where in the file; null where the file as a whole is meant.
    place: Option<JsonPlace<'a>>,
    /// Further places of the same problem.
    also: Vec<RelatedPlace<'a>>,
    /// What is wrong.
    message: &'a str,
    /// How to mend it.
    help: Option<&'a str>,
    /// What the compiler or the operating system said, in its own words.
    detail: Option<&'a str>,
    /// The word that was probably meant.
    nearest: Option<&'a str>,
    /// What is allowed, as a list for readers; it ends in … where there is more.
    allowed: Option<&'a str>,
    /// A second place that explains the first.
    related: Option<Related<'a>>,
}

/// How bad a problem is.
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
    /// Where in the file; null where the file as a whole is meant.
    place: Option<JsonPlace<'a>>,
}

/// A place that explains another, such as where an identifier was first used.
#[derive(Debug, Serialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub(super) struct Related<'a> {
    /// The file.
    file: &'a str,
    /// Where in the file; null where the file as a whole is meant.
    place: Option<JsonPlace<'a>>,
    /// What stands there.
    message: Option<&'a str>,
}

/// Where in a file.
#[derive(Debug, Serialize, JsonSchema)]
#[serde(untagged, rename_all = "kebab-case", rename_all_fields = "kebab-case")]
#[schemars(rename = "Place")]
enum JsonPlace<'a> {
    /// In a text. Lines and columns are counted from 1, columns in Unicode characters.
    Text {
        /// The line.
        #[schemars(range(min = 1))]
        line: usize,
        /// The column.
        #[schemars(range(min = 1))]
        column: usize,
        /// The line in which the place ends.
        #[schemars(range(min = 1))]
        end_line: usize,
        /// The column behind the last character; equal to `column` for a place between two characters.
        #[schemars(range(min = 1))]
        end_column: usize,
    },
    /// In a cell of a workbook.
    Cell {
        /// The sheet's name.
        sheet: &'a str,
        /// The cell's name, such as C14.
        cell: String,
        /// The row, from 1.
        #[schemars(range(min = 1))]
        row: u64,
        /// The column, from 1.
        #[schemars(range(min = 1))]
        column: u64,
    },
    /// In a sheet of a workbook.
    Sheet {
        /// The sheet's name.
        sheet: &'a str,
    },
}

/// Something worth knowing, in words of the language of the command.
#[derive(Debug, Serialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub(super) struct Note<'a> {
    /// The stable name of the kind of note.
    pub(super) code: &'a str,
    /// What is to be known.
    pub(super) message: String,
    /// The values in the message, by their stable names.
    pub(super) values: BTreeMap<&'a str, &'a str>,
}

/// Why nothing was done.
#[derive(Debug, Serialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub(super) struct Failure<'a> {
    /// What is wrong.
    pub(super) message: &'a str,
    /// How to mend it, with a line for each hint.
    pub(super) help: Option<String>,
}

/// The numbers of problems.
#[derive(Debug, Serialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub(super) struct Summary {
    /// How many errors there are.
    pub(super) errors: usize,
    /// How many warnings there are.
    pub(super) warnings: usize,
}

impl<'a> Message<'a> {
    /// Describes a problem.
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
        }))
    }

    /// Writes the object on a line of its own.
    pub(super) fn write(&self, stream: &mut dyn Write) -> io::Result<()> {
        serde_json::to_writer(&mut *stream, self)?;
        stream.write_all(b"\n")
    }
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

/// Returns the JSON Schema of every line that nenpo writes to stderr with `--message-format json`.
#[must_use]
pub fn message_schema() -> serde_json::Value {
    // Every member is always there, if only as null.
    let settings = SchemaSettings::draft2020_12().for_serialize();
    settings.into_generator().into_root_schema_for::<Message<'_>>().to_value()
}
