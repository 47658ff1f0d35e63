//! Faults in the user's data: what is wrong, where, and how to mend it.
//!
//! A diagnostic carries a stable code, a place and arguments. Its words are Fluent messages (`diagnostic-<code>`, with
//! `.help`), so this module holds no sentence and knows no file, no terminal and no language.

use std::fmt;
use std::ops::Range;
use std::sync::Arc;

/// How bad a fault is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Severity {
    /// Nothing is written.
    Error,
    /// The report is written all the same.
    Warning,
}

/// Who can mend a fault; decides the exit code.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Origin {
    /// The user's data: exit code 1.
    Data,
    /// The machine, or a bug: exit code 2.
    Environment,
}

macro_rules! codes {
    ($($(#[$doc:meta])* $variant:ident = $text:literal, $severity:ident, $origin:ident;)*) => {
        /// The stable name of each kind of fault.
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub enum Code { $($(#[$doc])* $variant,)* }

        impl Code {
            /// Every code, in the order of the enum.
            pub const ALL: &'static [Code] = &[$(Code::$variant,)*];

            /// Returns the word that users see in brackets and scripts match on.
            #[must_use]
            pub fn as_str(self) -> &'static str {
                match self { $(Code::$variant => $text,)* }
            }

            /// Returns how bad this kind of fault is.
            #[must_use]
            pub fn severity(self) -> Severity {
                match self { $(Code::$variant => Severity::$severity,)* }
            }

            /// Returns who can mend this kind of fault.
            #[must_use]
            pub fn origin(self) -> Origin {
                match self { $(Code::$variant => Origin::$origin,)* }
            }
        }
    };
}

codes! {
    /// A file of the report cannot be opened or read.
    FileUnreadable = "file-unreadable", Error, Data;
    /// A file is larger than nenpo reads.
    FileTooLarge = "file-too-large", Error, Data;
    /// A text file is in no encoding that can be told for certain.
    FileEncoding = "file-encoding", Error, Data;
    /// `report.toml` or `template.toml` is not TOML.
    TomlSyntax = "toml-syntax", Error, Data;
    /// A key that the file's format does not have.
    UnknownKey = "unknown-key", Error, Data;
    /// A required key is not there.
    MissingKey = "missing-key", Error, Data;
    /// A value has another type than the key wants.
    WrongType = "wrong-type", Error, Data;
    /// A value is not one of the words, or not in the range, that the key allows.
    InvalidValue = "invalid-value", Error, Data;
    /// A key's value may only be one of a closed list of words.
    UnknownWord = "unknown-word", Error, Data;
    /// An identifier has characters that an identifier cannot have.
    InvalidId = "invalid-id", Error, Data;
    /// The same identifier stands twice.
    DuplicateId = "duplicate-id", Error, Data;
    /// A table has a quoting fault.
    CsvSyntax = "csv-syntax", Error, Data;
    /// A file is not a workbook that can be read.
    WorkbookUnreadable = "workbook-unreadable", Error, Data;
    /// A workbook holds more than is read at most.
    WorkbookTooLarge = "workbook-too-large", Error, Data;
    /// A workbook has no sheet for a table.
    MissingSheet = "missing-sheet", Error, Data;
    /// Two sheets of a workbook stand for one table.
    DuplicateSheet = "duplicate-sheet", Error, Data;
    /// Rows, columns or a sheet with data are hidden.
    HiddenData = "hidden-data", Error, Data;
    /// Merged cells hold data.
    MergedCells = "merged-cells", Error, Data;
    /// A cell holds an error such as `#DIV/0!`.
    CellError = "cell-error", Error, Data;
    /// A cell holds a date or a truth value.
    CellType = "cell-type", Error, Data;
    /// A cell holds a formula whose value was never computed.
    FormulaWithoutValue = "formula-without-value", Error, Data;
    /// A table has a column that the format does not have.
    UnknownColumn = "unknown-column", Error, Data;
    /// A required column is not there.
    MissingColumn = "missing-column", Error, Data;
    /// Two columns have one name.
    DuplicateColumn = "duplicate-column", Error, Data;
    /// A row has more cells than the header.
    RowLength = "row-length", Error, Data;
    /// Text stands above the header of a table, or below its rows.
    TextOutsideTable = "text-outside-table", Error, Data;
    /// A table has no row.
    EmptyTable = "empty-table", Error, Data;
    /// A required cell is empty.
    EmptyCell = "empty-cell", Error, Data;
    /// A cell is longer than a spreadsheet's can be.
    CellTooLong = "cell-too-long", Error, Data;
    /// A cell is not a number.
    NotANumber = "not-a-number", Error, Data;
    /// A cell is not a fiscal year.
    NotAYear = "not-a-year", Error, Data;
    /// A number has another unit than its indicator, or is said to be counted in another way.
    UnitMismatch = "unit-mismatch", Error, Data;
    /// A mark behind a number belongs to several notes.
    AmbiguousMark = "ambiguous-mark", Error, Data;
    /// A reference to a group that the report does not have.
    UnknownGroup = "unknown-group", Error, Data;
    /// A reference to an indicator that the report does not have.
    UnknownIndicator = "unknown-indicator", Error, Data;
    /// A unit for which no language has words.
    UnknownUnit = "unknown-unit", Error, Data;
    /// A kind for which no language has words.
    UnknownKind = "unknown-kind", Error, Data;
    /// Parents of indicators go round in a circle, or a sub-indicator stands in another group or under another one.
    InvalidParent = "invalid-parent", Error, Data;
    /// One indicator has two values for one fiscal year.
    DuplicateActual = "duplicate-actual", Error, Data;
    /// A status that says there is no value stands beside a value.
    StatusWithValue = "status-with-value", Error, Data;
    /// A row has neither a value nor a status that says why.
    ValueMissing = "value-missing", Error, Data;
    /// An indicator has no row for the round's fiscal year.
    ActualMissing = "actual-missing", Warning, Data;
    /// The target year is outside the plan.
    TargetYearOutsidePlan = "target-year-outside-plan", Error, Data;
    /// The target year is before the baseline year.
    TargetBeforeBaseline = "target-before-baseline", Error, Data;
    /// The target lies on the other side of the baseline than the direction that is better.
    DirectionAgainstTarget = "direction-against-target", Error, Data;
    /// The target is the baseline itself, so that progress has no measure.
    ProgressUndefined = "progress-undefined", Warning, Data;
    /// A share is larger than its whole.
    ShareAbove100 = "share-above-100", Error, Data;
    /// A part is larger than its whole.
    PartExceedsWhole = "part-exceeds-whole", Error, Data;
    /// A cumulative count is lower than in an earlier year.
    CumulativeFalls = "cumulative-falls", Error, Data;
    /// The round's fiscal year is outside the plan.
    RoundOutsidePlan = "round-outside-plan", Error, Data;
    /// A name stands both in the table and in the locales.
    NameTwice = "name-twice", Error, Data;
    /// A locale file is not Fluent.
    FluentSyntax = "fluent-syntax", Error, Data;
    /// One message stands twice in one language.
    DuplicateMessage = "duplicate-message", Error, Data;
    /// A language lacks a message.
    MissingMessage = "missing-message", Error, Data;
    /// A highlight has neither a text nor a figure.
    EmptyHighlight = "empty-highlight", Error, Data;
    /// A message refers to a message or term that is not there.
    UnknownReference = "unknown-reference", Error, Data;
    /// A message refers to itself.
    CyclicReference = "cyclic-reference", Error, Data;
    /// A message calls a function that does not exist.
    UnknownFunction = "unknown-function", Error, Data;
    /// A function is called with arguments that it does not take.
    FunctionArgument = "function-argument", Error, Data;
    /// A message uses a variable that it is not given.
    UnknownVariable = "unknown-variable", Error, Data;
    /// A message is too long or too deeply nested to be put together.
    MessageTooComplex = "message-too-complex", Error, Data;
    /// A message that a report can do without stands in one of its languages and not in another.
    UntranslatedMessage = "untranslated-message", Warning, Data;
    /// A message cites other data in one language than in another.
    DifferentCitations = "different-citations", Warning, Data;
    /// A number is written out that an indicator has.
    LiteralNumber = "literal-number", Warning, Data;
    /// A message is never used.
    UnusedMessage = "unused-message", Warning, Data;
    /// Prose holds CommonMark that a report cannot show.
    UnsupportedMarkup = "unsupported-markup", Error, Data;
    /// A character has no glyph in the report's fonts.
    MissingGlyph = "missing-glyph", Error, Data;
    /// No template has this name.
    UnknownTemplate = "unknown-template", Error, Data;
    /// A template's settings or its theme ask for something that there is not.
    InvalidTemplate = "invalid-template", Error, Data;
    /// No locale folder has this language.
    UnknownLanguage = "unknown-language", Error, Data;
    /// `--lang` and `--template` leave nothing to build.
    NoEdition = "no-edition", Error, Data;
    /// Two standards cannot hold together.
    StandardsConflict = "standards-conflict", Error, Data;
    /// A figure is not an image that a report can hold.
    InvalidFigure = "invalid-figure", Error, Data;
    /// A font in the report's `fonts/` cannot be used.
    InvalidFont = "invalid-font", Error, Data;
    /// A chart cannot be drawn.
    ChartFailed = "chart-failed", Error, Data;
    /// The template does not compile with this report.
    TemplateFailed = "template-failed", Error, Data;
    /// The compiler has doubts about the template.
    TemplateWarning = "template-warning", Warning, Data;
    /// The document does not meet the PDF standards.
    StandardsViolated = "standards-violated", Error, Data;
    /// The folder for a new report holds something already.
    FolderNotEmpty = "folder-not-empty", Error, Data;
    /// A file cannot be written.
    FileUnwritable = "file-unwritable", Error, Environment;
}

/// Where in the user's files a thing stands.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Place {
    /// The file's path as shown to the user, relative to the report's folder, with forward slashes.
    pub file: Arc<str>,
    /// Where in the file.
    pub position: Position,
}

/// Where in one file a thing stands.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Position {
    /// The file as a whole.
    Whole,
    /// A range of bytes of the file's text as UTF-8, from start to end.
    Text(usize, usize),
    /// A sheet of a workbook.
    Sheet(Arc<str>),
    /// A cell of a workbook.
    Cell(Cell),
}

/// Where a cell of a workbook stands. Cells are in the order in which they are read: by sheet, row and column.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Cell {
    /// The sheet's name.
    pub sheet: Arc<str>,
    /// The row, from 0.
    pub row: u32,
    /// The column, from 0.
    pub column: u32,
}

impl Cell {
    /// Returns the cell's name within its sheet: `C14`.
    #[must_use]
    pub fn name(&self) -> String {
        format!("{}{}", column_name(self.column), self.row + 1)
    }
}

/// Returns the letters by which spreadsheets name a column, counted from 0: A, B, … Z, AA.
#[must_use]
pub fn column_name(column: u32) -> String {
    let (rest, letter) = (column / 26, b'A' + u8::try_from(column % 26).unwrap_or_default());
    let before = if rest == 0 { String::new() } else { column_name(rest - 1) };
    format!("{before}{}", char::from(letter))
}

impl Place {
    /// Returns the place of a whole file.
    #[must_use]
    pub fn whole(file: &Arc<str>) -> Self {
        Self { file: Arc::clone(file), position: Position::Whole }
    }

    /// Returns the place of a range of bytes.
    #[must_use]
    pub fn text(file: &Arc<str>, range: Range<usize>) -> Self {
        Self { file: Arc::clone(file), position: Position::Text(range.start, range.end) }
    }

    /// Returns the place of a sheet.
    #[must_use]
    pub fn sheet(file: &Arc<str>, sheet: &Arc<str>) -> Self {
        Self { file: Arc::clone(file), position: Position::Sheet(Arc::clone(sheet)) }
    }

    /// Returns the place of a cell by its row and column, both from 0.
    #[must_use]
    pub fn cell(file: &Arc<str>, sheet: &Arc<str>, row: u32, column: u32) -> Self {
        Self { file: Arc::clone(file), position: Position::Cell(Cell { sheet: Arc::clone(sheet), row, column }) }
    }

    /// Returns the name under which the text that the place is in is kept for display: that of the file, or of the
    /// sheet, as in `data/indicators.xlsx!actuals`.
    #[must_use]
    pub fn text_name(&self) -> Arc<str> {
        match &self.position {
            Position::Whole | Position::Text(..) => Arc::clone(&self.file),
            Position::Sheet(sheet) | Position::Cell(Cell { sheet, .. }) => format!("{}!{sheet}", self.file).into(),
        }
    }
}

impl fmt::Display for Place {
    /// Writes the file with its sheet and cell, as in `data/indicators.xlsx!actuals!C14`. Lines are counted only where
    /// the text is at hand.
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str(&self.text_name())?;
        match &self.position {
            Position::Cell(cell) => write!(formatter, "!{}", cell.name()),
            Position::Whole | Position::Text(..) | Position::Sheet(_) => Ok(()),
        }
    }
}

/// A value that knows where it was read.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Located<T> {
    /// The value.
    pub value: T,
    /// Where it stands.
    pub place: Place,
}

impl<T> Located<T> {
    /// Joins a value and its place.
    pub fn new(value: T, place: Place) -> Self {
        Self { value, place }
    }

    /// Changes the value and keeps the place.
    pub fn map<U>(self, change: impl FnOnce(T) -> U) -> Located<U> {
        Located { value: change(self.value), place: self.place }
    }
}

/// One fault.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Diagnostic {
    /// What kind of fault.
    pub code: Code,
    /// Where it is; none for faults of the command line.
    pub place: Option<Place>,
    /// Values for the variables of the code's message.
    pub arguments: Vec<(&'static str, String)>,
    /// A second place that explains the first, such as where an identifier was first used.
    pub related: Option<Place>,
    /// What the compiler or the operating system said, in its own words.
    pub detail: Option<String>,
}

impl Diagnostic {
    /// Starts a fault at a place.
    #[must_use]
    pub fn at(code: Code, place: &Place) -> Self {
        Self { place: Some(place.clone()), ..Self::without_place(code) }
    }

    /// Starts a fault that has no place, such as a wrong option.
    #[must_use]
    pub fn without_place(code: Code) -> Self {
        Self { code, place: None, arguments: Vec::new(), related: None, detail: None }
    }

    /// Gives a variable of the code's message.
    #[must_use]
    #[expect(clippy::needless_pass_by_value, reason = "a value is only read, whether it is lent or given")]
    pub fn with(mut self, name: &'static str, value: impl ToString) -> Self {
        self.arguments.push((name, value.to_string()));
        self
    }

    /// Returns the value of a variable of the code's message.
    #[must_use]
    pub fn argument(&self, name: &str) -> Option<&str> {
        self.arguments.iter().find(|(known, _)| *known == name).map(|(_, value)| value.as_str())
    }

    /// Names the word that was probably meant, from those allowed, and all that are allowed.
    #[must_use]
    pub fn with_candidates<'a>(self, written: &str, allowed: impl IntoIterator<Item = &'a str>) -> Self {
        /// The most words that are listed: the list is to remind, not to print a table again.
        const MOST: usize = 12;
        let mut allowed: Vec<&str> = allowed.into_iter().take(MOST_WORDS).collect();
        allowed.dedup();
        let nearest = nearest(written, &allowed).unwrap_or_default().to_owned();
        let mut listed: Vec<&str> = allowed.iter().copied().take(MOST).collect();
        if allowed.len() > MOST {
            listed.push("…");
        }
        self.with("nearest", nearest).with("allowed", listed.join(", "))
    }

    /// Names what was probably meant, where it is known without a list of what is allowed.
    #[must_use]
    pub fn with_nearest(self, nearest: Option<impl ToString>) -> Self {
        match nearest {
            Some(nearest) => self.with("nearest", nearest),
            None => self,
        }
    }

    /// Points at a second place.
    #[must_use]
    pub fn with_related(mut self, place: &Place) -> Self {
        self.related = Some(place.clone());
        self
    }

    /// Adds what the compiler or the operating system said.
    #[must_use]
    #[expect(clippy::needless_pass_by_value, reason = "a value is only read, whether it is lent or given")]
    pub fn with_detail(mut self, detail: impl ToString) -> Self {
        self.detail = Some(detail.to_string());
        self
    }
}

/// Among more words than this a search takes too long where thousands of faults need one.
const MOST_WORDS: usize = 500;

/// Returns the allowed word that is most like the written one, if one is like it at all.
#[must_use]
pub fn nearest<'a>(written: &str, allowed: &[&'a str]) -> Option<&'a str> {
    /// Below this Jaro–Winkler similarity two words are not a slip of the finger.
    const LEAST_SIMILARITY: f64 = 0.8;
    let written = written.to_lowercase();
    allowed
        .iter()
        .take(MOST_WORDS)
        .map(|word| (strsim::jaro_winkler(&written, &word.to_lowercase()), *word))
        .filter(|(similarity, _)| *similarity >= LEAST_SIMILARITY)
        .max_by(|first, second| first.0.total_cmp(&second.0))
        .map(|(_, word)| word)
}

/// Something to be said that is no fault, such as how a file was read: the name of a Fluent message, and its arguments.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Remark {
    /// The name of the message.
    pub message: &'static str,
    /// Values for the variables of the message.
    pub arguments: Vec<(&'static str, String)>,
}

impl Remark {
    /// Starts a remark with the name of its message.
    #[must_use]
    pub fn new(message: &'static str) -> Self {
        Self { message, arguments: Vec::new() }
    }

    /// Gives a variable of the message.
    #[must_use]
    #[expect(clippy::needless_pass_by_value, reason = "a value is only read, whether it is lent or given")]
    pub fn with(mut self, name: &'static str, value: impl ToString) -> Self {
        self.arguments.push((name, value.to_string()));
        self
    }
}

/// All faults of a run, and what was noted on the way.
#[derive(Debug, Clone, Default)]
pub struct Diagnostics {
    faults: Vec<Diagnostic>,
    notes: Vec<Remark>,
}

impl Diagnostics {
    /// Adds a fault.
    pub fn push(&mut self, diagnostic: Diagnostic) {
        self.faults.push(diagnostic);
    }

    /// Adds several faults, such as those of another run.
    pub fn extend(&mut self, others: impl IntoIterator<Item = Diagnostic>) {
        self.faults.extend(others);
    }

    /// Notes something worth knowing that is no fault; only `--verbose` shows it.
    pub fn note(&mut self, remark: Remark) {
        self.notes.push(remark);
    }

    /// Returns what was noted, in that order.
    #[must_use]
    pub fn notes(&self) -> &[Remark] {
        &self.notes
    }

    /// Changes faults or leaves them out, and keeps what was noted.
    #[must_use]
    pub fn map(self, change: impl FnMut(Diagnostic) -> Option<Diagnostic>) -> Self {
        Self { faults: self.faults.into_iter().filter_map(change).collect(), notes: self.notes }
    }

    /// Returns how many faults were found so far, the same ones counted again.
    #[must_use]
    pub fn found(&self) -> usize {
        self.faults.len()
    }

    /// Returns whether nothing may be written.
    #[must_use]
    pub fn has_errors(&self) -> bool {
        self.faults.iter().any(|diagnostic| diagnostic.code.severity() == Severity::Error)
    }

    /// Returns the number of different faults of a severity.
    #[must_use]
    pub fn count(&self, severity: Severity) -> usize {
        self.sorted().iter().filter(|diagnostic| diagnostic.code.severity() == severity).count()
    }

    /// Returns the faults in the order of their places, each once.
    #[must_use]
    pub fn sorted(&self) -> Vec<&Diagnostic> {
        let mut all: Vec<&Diagnostic> = self.faults.iter().collect();
        all.sort_by(|first, second| {
            (&first.place, first.code, &first.arguments).cmp(&(&second.place, second.code, &second.arguments))
        });
        all.dedup();
        all
    }

    /// Returns the exit code: 0 without errors, 2 where the environment is at fault, else 1.
    #[must_use]
    pub fn exit_code(&self) -> u8 {
        let errors = || self.faults.iter().filter(|diagnostic| diagnostic.code.severity() == Severity::Error);
        if errors().any(|diagnostic| diagnostic.code.origin() == Origin::Environment) {
            2
        } else {
            u8::from(errors().next().is_some())
        }
    }
}

impl IntoIterator for Diagnostics {
    type Item = Diagnostic;
    type IntoIter = std::vec::IntoIter<Diagnostic>;

    /// Returns the faults in the order in which they were found.
    fn into_iter(self) -> Self::IntoIter {
        self.faults.into_iter()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_slip_of_the_finger_finds_the_word_that_was_meant() {
        assert_eq!(nearest("cumulativ", &["cumulative", "annual", "level"]), Some("cumulative"));
        assert_eq!(nearest("xyz", &["cumulative", "annual", "level"]), None);
        assert_eq!(nearest("ID", &["unit", "id"]), Some("id"));
    }

    #[test]
    fn a_long_list_of_words_is_cut_short() {
        let words: Vec<String> = (1..=13).map(|number| format!("word-{number}")).collect();
        let diagnostic =
            Diagnostic::without_place(Code::UnknownWord).with_candidates("", words.iter().map(String::as_str));
        let allowed = diagnostic.arguments.iter().find(|(name, _)| *name == "allowed").unwrap();
        assert!(allowed.1.ends_with("word-12, …"), "{}", allowed.1);
    }

    #[test]
    fn warnings_alone_leave_the_exit_code_at_zero() {
        let mut diagnostics = Diagnostics::default();
        diagnostics.push(Diagnostic::without_place(Code::ActualMissing));
        assert_eq!(diagnostics.exit_code(), 0);
        diagnostics.push(Diagnostic::without_place(Code::EmptyTable));
        assert_eq!(diagnostics.exit_code(), 1);
        diagnostics.push(Diagnostic::without_place(Code::FileUnwritable));
        assert_eq!(diagnostics.exit_code(), 2);
    }

    #[test]
    fn the_same_fault_is_shown_once() {
        let mut diagnostics = Diagnostics::default();
        diagnostics.push(Diagnostic::without_place(Code::EmptyTable));
        diagnostics.push(Diagnostic::without_place(Code::EmptyTable));
        assert_eq!(diagnostics.sorted().len(), 1);
    }
}
