//! The stable name of each kind of problem, how bad it is, and who can mend it.

/// How bad a problem is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Severity {
    /// Nothing is written.
    Error,
    /// The report is written all the same.
    Warning,
}

/// Who can mend a problem; decides the exit code.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Origin {
    /// The user's data: exit code 1.
    Data,
    /// The machine, or a bug: exit code 2.
    Environment,
}

macro_rules! codes {
    ($($(#[$doc:meta])* $variant:ident = $text:literal, $severity:ident, $origin:ident;)*) => {
        /// The stable name of each kind of problem.
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

            /// Returns how bad this kind of problem is.
            #[must_use]
            pub fn severity(self) -> Severity {
                match self { $(Code::$variant => Severity::$severity,)* }
            }

            /// Returns who can mend this kind of problem.
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
    /// A file in the folder of tables is not read, and was meant to be.
    UnreadData = "unread-data", Error, Data;
    /// A file or folder of the report is not read.
    UnreadFile = "unread-file", Warning, Data;
    /// A file is larger than nenpo reads.
    FileTooLarge = "file-too-large", Error, Data;
    /// A text file is in no encoding that can be told for certain.
    FileEncoding = "file-encoding", Error, Data;
    /// `report.toml` or `template.toml` is not TOML.
    TomlSyntax = "toml-syntax", Error, Data;
    /// A report or a template was made for a newer nenpo.
    NewerFormat = "newer-format", Error, Data;
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
    /// A table has a quoting problem.
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
    /// A cell holds a date or a time.
    CellType = "cell-type", Error, Data;
    /// A cell does not show for certain what is meant.
    UnclearCell = "unclear-cell", Error, Data;
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
    /// A table has more rows, columns or cells than are read.
    TableTooLarge = "table-too-large", Error, Data;
    /// There are more indicators than a report can show.
    TooManyIndicators = "too-many-indicators", Error, Data;
    /// A required cell is empty.
    EmptyCell = "empty-cell", Error, Data;
    /// A cell is longer than a spreadsheet's can be.
    CellTooLong = "cell-too-long", Error, Data;
    /// A cell or a header has a character that nobody sees.
    InvisibleCharacter = "invisible-character", Error, Data;
    /// A table has a column for each year.
    YearsAsColumns = "years-as-columns", Error, Data;
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
    /// A main indicator of a group stands in another group, or is a part.
    InvalidFeatured = "invalid-featured", Error, Data;
    /// One indicator has two values for one fiscal year.
    DuplicateActual = "duplicate-actual", Error, Data;
    /// A status that says there is no value stands beside a value.
    StatusWithValue = "status-with-value", Error, Data;
    /// A row has neither a value nor a status that says why.
    ValueMissing = "value-missing", Error, Data;
    /// Signs in place of numbers mean different things in different offices.
    UnclearSign = "unclear-sign", Warning, Data;
    /// A value has a fraction that is longer than anybody measures.
    LongFraction = "long-fraction", Warning, Data;
    /// An indicator has no row for the round's fiscal year.
    ActualMissing = "actual-missing", Warning, Data;
    /// The target year is outside the plan.
    TargetYearOutsidePlan = "target-year-outside-plan", Error, Data;
    /// The target year is before the baseline year.
    TargetBeforeBaseline = "target-before-baseline", Error, Data;
    /// The target lies on the other side of the baseline than the direction that is better.
    DirectionAgainstTarget = "direction-against-target", Error, Data;
    /// Nothing says which way is better for a level or a rate with a target.
    DirectionUnknown = "direction-unknown", Warning, Data;
    /// The target is the baseline itself, so that progress has no measure.
    ProgressUndefined = "progress-undefined", Warning, Data;
    /// A share is larger than its whole.
    ShareAbove100 = "share-above-100", Error, Data;
    /// A value that is counted from the start of the plan is below zero.
    NegativeCumulative = "negative-cumulative", Error, Data;
    /// A single value of what is counted is below zero.
    NegativeCount = "negative-count", Warning, Data;
    /// What is shown of a value meets its target, or has a status, otherwise than the value itself.
    RoundingDecides = "rounding-decides", Error, Data;
    /// A part is larger than its whole.
    PartExceedsWhole = "part-exceeds-whole", Error, Data;
    /// A cumulative count is lower than in an earlier year.
    CumulativeFalls = "cumulative-falls", Error, Data;
    /// The round's fiscal year is outside the plan.
    RoundOutsidePlan = "round-outside-plan", Error, Data;
    /// A day hardly belongs to the round.
    ImplausibleDate = "implausible-date", Warning, Data;
    /// A count of things is not whole.
    FractionalCount = "fractional-count", Warning, Data;
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
    /// The fonts have a character, but not the variant of it that is asked for.
    MissingVariant = "missing-variant", Warning, Data;
    /// No template has this name.
    UnknownTemplate = "unknown-template", Error, Data;
    /// A template's settings or its theme ask for something that there is not.
    InvalidTemplate = "invalid-template", Error, Data;
    /// No locale folder has this language.
    UnknownLanguage = "unknown-language", Error, Data;
    /// `--lang` and `--template` leave nothing to build.
    NoEdition = "no-edition", Error, Data;
    /// A web page is wanted of a template that has no such form.
    NoHtmlForm = "no-html-form", Error, Data;
    /// An option of `build` does not go with what is written.
    UnsuitableOption = "unsuitable-option", Error, Data;
    /// `--pages` names a page that a document does not have.
    UnknownPage = "unknown-page", Error, Data;
    /// An image of a page would have more pixels than nenpo writes.
    ImageTooLarge = "image-too-large", Error, Data;
    /// Two standards cannot hold together.
    StandardsConflict = "standards-conflict", Error, Data;
    /// A figure is not an image that a report can hold.
    InvalidFigure = "invalid-figure", Error, Data;
    /// A font in the report's `fonts/` cannot be used.
    InvalidFont = "invalid-font", Error, Data;
    /// A colour can hardly be seen on the paper.
    LowContrast = "low-contrast", Warning, Data;
    /// A chart cannot be drawn.
    ChartFailed = "chart-failed", Error, Data;
    /// The template does not compile with this report.
    TemplateFailed = "template-failed", Error, Data;
    /// The compiler has doubts about the template.
    TemplateWarning = "template-warning", Warning, Data;
    /// The template does not attach the report's data, though the settings ask for it.
    DataNotAttached = "data-not-attached", Error, Data;
    /// The document does not meet the PDF standards.
    StandardsViolated = "standards-violated", Error, Data;
    /// A PDF cannot be read back.
    PdfUnreadable = "pdf-unreadable", Error, Data;
    /// The tags, links or metadata of a PDF contradict one another.
    UnsoundPdf = "unsound-pdf", Error, Data;
    /// Two languages of an edition do not say the same.
    EditionsDiffer = "editions-differ", Error, Data;
    /// A PDF carries no data to verify it with.
    NoAttachedData = "no-attached-data", Error, Data;
    /// The files that a PDF carries are not those of a report.
    ForeignAttachment = "foreign-attachment", Error, Data;
    /// A file that a PDF carries is not what its data gives.
    AttachmentMismatch = "attachment-mismatch", Error, Data;
    /// A table of a PDF prints what does not follow from its data.
    ValueMismatch = "value-mismatch", Error, Data;
    /// The folder for a new report holds something already.
    FolderNotEmpty = "folder-not-empty", Error, Data;
    /// A file cannot be written.
    FileUnwritable = "file-unwritable", Error, Environment;
}
