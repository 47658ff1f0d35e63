//! The stable name, severity and origin of each kind of problem.

/// How serious a problem is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Severity {
    /// No file is written.
    Error,
    /// The report is written nevertheless.
    Warning,
}

/// Where a problem has to be solved; decides the exit code.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Origin {
    /// In the user's data: exit code 1.
    Data,
    /// On the machine, or in nenpo itself: exit code 2.
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

            /// The name that is printed in brackets and in JSON.
            #[must_use]
            pub fn as_str(self) -> &'static str {
                match self { $(Code::$variant => $text,)* }
            }

            /// How serious this kind of problem is.
            #[must_use]
            pub fn severity(self) -> Severity {
                match self { $(Code::$variant => Severity::$severity,)* }
            }

            /// Where this kind of problem has to be solved.
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
    /// A file in the data folder looks like a table but is not read.
    UnreadData = "unread-data", Error, Data;
    /// A file or folder of the report is not read.
    UnreadFile = "unread-file", Warning, Data;
    /// A file is larger than nenpo reads.
    FileTooLarge = "file-too-large", Error, Data;
    /// The encoding of a text file cannot be determined with certainty.
    FileEncoding = "file-encoding", Error, Data;
    /// `report.toml` or `template.toml` is not TOML.
    TomlSyntax = "toml-syntax", Error, Data;
    /// A report or a template was made for a newer nenpo.
    NewerFormat = "newer-format", Error, Data;
    /// The file's format has no such key.
    UnknownKey = "unknown-key", Error, Data;
    /// A required key is missing.
    MissingKey = "missing-key", Error, Data;
    /// Two keys of a section exclude each other.
    ConflictingKeys = "conflicting-keys", Error, Data;
    /// A key's value has the wrong type.
    WrongType = "wrong-type", Error, Data;
    /// A key's value is not one of the permitted words, or out of range.
    InvalidValue = "invalid-value", Error, Data;
    /// A key's value is not in its closed list of words.
    UnknownWord = "unknown-word", Error, Data;
    /// An identifier contains a character that is not allowed.
    InvalidId = "invalid-id", Error, Data;
    /// An identifier is used twice.
    DuplicateId = "duplicate-id", Error, Data;
    /// A CSV file has unbalanced or misplaced quotation marks.
    CsvSyntax = "csv-syntax", Error, Data;
    /// A file is not a readable workbook.
    WorkbookUnreadable = "workbook-unreadable", Error, Data;
    /// A workbook exceeds the limits.
    WorkbookTooLarge = "workbook-too-large", Error, Data;
    /// A workbook has no sheet for a table.
    MissingSheet = "missing-sheet", Error, Data;
    /// Two sheets of a workbook match the same table.
    DuplicateSheet = "duplicate-sheet", Error, Data;
    /// Rows, columns or a sheet with data are hidden.
    HiddenData = "hidden-data", Error, Data;
    /// Merged cells contain data.
    MergedCells = "merged-cells", Error, Data;
    /// A cell contains an error such as `#DIV/0!`.
    CellError = "cell-error", Error, Data;
    /// A cell contains a date or a time.
    CellType = "cell-type", Error, Data;
    /// What a cell shows can be read in more than one way.
    UnclearCell = "unclear-cell", Error, Data;
    /// A cell contains a formula without a cached value.
    FormulaWithoutValue = "formula-without-value", Error, Data;
    /// A table has an unknown column.
    UnknownColumn = "unknown-column", Error, Data;
    /// A required column is missing.
    MissingColumn = "missing-column", Error, Data;
    /// Two columns have the same name.
    DuplicateColumn = "duplicate-column", Error, Data;
    /// A row has more cells than the header.
    RowLength = "row-length", Error, Data;
    /// There is text below the rows of a table.
    TextOutsideTable = "text-outside-table", Error, Data;
    /// A row below the header names columns again.
    SecondHeader = "second-header", Error, Data;
    /// Rows of one indicator say different things of it.
    ConflictingRows = "conflicting-rows", Error, Data;
    /// No project is given for a table of many, or it has no rows of that project.
    UnknownProject = "unknown-project", Error, Data;
    /// A table has no rows.
    EmptyTable = "empty-table", Error, Data;
    /// A table has too many rows, columns or cells.
    TableTooLarge = "table-too-large", Error, Data;
    /// A report has too many indicators.
    TooManyIndicators = "too-many-indicators", Error, Data;
    /// A required cell is empty.
    EmptyCell = "empty-cell", Error, Data;
    /// A cell is longer than a cell of a spreadsheet can be.
    CellTooLong = "cell-too-long", Error, Data;
    /// A cell or a header contains an invisible character.
    InvisibleCharacter = "invisible-character", Error, Data;
    /// A table has columns of years, and another one of which it is unclear to which year it belongs.
    YearsAsColumns = "years-as-columns", Error, Data;
    /// A row of totals is not read.
    RowLeftOut = "row-left-out", Warning, Data;
    /// Actuals name an indicator by a name that several have.
    AmbiguousName = "ambiguous-name", Error, Data;
    /// A unit beside a value is not that of the indicator.
    UnitDiffers = "unit-differs", Error, Data;
    /// A cell is not a number.
    NotANumber = "not-a-number", Error, Data;
    /// A cell is not a fiscal year.
    NotAYear = "not-a-year", Error, Data;
    /// A number's unit, or its way of counting, differs from the indicator's.
    UnitMismatch = "unit-mismatch", Error, Data;
    /// The mark after a number belongs to more than one note.
    AmbiguousMark = "ambiguous-mark", Error, Data;
    /// A reference to a group that is not defined.
    UnknownGroup = "unknown-group", Error, Data;
    /// A reference to an indicator that is not defined.
    UnknownIndicator = "unknown-indicator", Error, Data;
    /// A unit that has no message in any language.
    UnknownUnit = "unknown-unit", Error, Data;
    /// A kind that has no message in any language.
    UnknownKind = "unknown-kind", Error, Data;
    /// Parents form a cycle, or a sub-indicator and its parent differ in group or kind, or the parent is a part itself.
    InvalidParent = "invalid-parent", Error, Data;
    /// A featured indicator of a group belongs to another group, or is a part.
    InvalidFeatured = "invalid-featured", Error, Data;
    /// An indicator has two different values for one fiscal year.
    DuplicateActual = "duplicate-actual", Error, Data;
    /// A status that means "no value" accompanies a value.
    StatusWithValue = "status-with-value", Error, Data;
    /// A row has neither a value nor a status that explains its absence.
    ValueMissing = "value-missing", Error, Data;
    /// A sign in place of a number means different things in different offices.
    UnclearSign = "unclear-sign", Warning, Data;
    /// A value has an implausibly long fraction, such as 70.30000000000001.
    LongFraction = "long-fraction", Warning, Data;
    /// An indicator has no row for the round's fiscal year.
    ActualMissing = "actual-missing", Warning, Data;
    /// The target year is outside the plan.
    TargetYearOutsidePlan = "target-year-outside-plan", Error, Data;
    /// The target year is before the baseline year.
    TargetBeforeBaseline = "target-before-baseline", Error, Data;
    /// The target is on the wrong side of the baseline for the stated direction.
    DirectionAgainstTarget = "direction-against-target", Error, Data;
    /// The direction of a level or rate with a target can neither be read nor derived.
    DirectionUnknown = "direction-unknown", Warning, Data;
    /// The target equals the baseline, so that progress is undefined.
    ProgressUndefined = "progress-undefined", Warning, Data;
    /// A share exceeds 100 %.
    ShareAbove100 = "share-above-100", Error, Data;
    /// A value counted from the start of the plan is negative.
    NegativeCumulative = "negative-cumulative", Error, Data;
    /// A single count is negative.
    NegativeCount = "negative-count", Warning, Data;
    /// Rounding changes the status of a value, or whether it meets its target.
    RoundingDecides = "rounding-decides", Error, Data;
    /// A part exceeds its whole.
    PartExceedsWhole = "part-exceeds-whole", Error, Data;
    /// A cumulative count is lower than in an earlier year.
    CumulativeFalls = "cumulative-falls", Error, Data;
    /// The round's fiscal year is outside the plan.
    RoundOutsidePlan = "round-outside-plan", Error, Data;
    /// A date is implausible for the round.
    ImplausibleDate = "implausible-date", Warning, Data;
    /// A count of things is not a whole number.
    FractionalCount = "fractional-count", Warning, Data;
    /// A name is in both the table and the messages.
    NameTwice = "name-twice", Error, Data;
    /// A message file is not valid Fluent.
    FluentSyntax = "fluent-syntax", Error, Data;
    /// A message is defined twice in one language.
    DuplicateMessage = "duplicate-message", Error, Data;
    /// A message is missing in a language.
    MissingMessage = "missing-message", Error, Data;
    /// A highlight has neither a text nor a figure.
    EmptyHighlight = "empty-highlight", Error, Data;
    /// A reference to a message or term that does not exist.
    UnknownReference = "unknown-reference", Error, Data;
    /// A message refers to itself.
    CyclicReference = "cyclic-reference", Error, Data;
    /// A message calls a function that does not exist.
    UnknownFunction = "unknown-function", Error, Data;
    /// A function is called with arguments that it does not accept.
    FunctionArgument = "function-argument", Error, Data;
    /// A message uses a variable that is not passed to it.
    UnknownVariable = "unknown-variable", Error, Data;
    /// A message is too long or too deeply nested to be formatted.
    MessageTooComplex = "message-too-complex", Error, Data;
    /// An optional message exists in only some languages of the report.
    UntranslatedMessage = "untranslated-message", Warning, Data;
    /// A message cites different data in different languages.
    DifferentCitations = "different-citations", Warning, Data;
    /// Sentences are still those of the report before.
    NotReviewed = "not-reviewed", Warning, Data;
    /// A message contains a literal number that is the value of an indicator.
    LiteralNumber = "literal-number", Warning, Data;
    /// A message is not used.
    UnusedMessage = "unused-message", Warning, Data;
    /// Prose contains CommonMark that is not supported.
    UnsupportedMarkup = "unsupported-markup", Error, Data;
    /// The report's fonts have no glyph for a character.
    MissingGlyph = "missing-glyph", Error, Data;
    /// The fonts have a character, but not the requested variant of it.
    MissingVariant = "missing-variant", Warning, Data;
    /// No template has this name.
    UnknownTemplate = "unknown-template", Error, Data;
    /// A template's manifest or theme is invalid.
    InvalidTemplate = "invalid-template", Error, Data;
    /// There is no message folder for this language.
    UnknownLanguage = "unknown-language", Error, Data;
    /// No edition matches `--lang` and `--template`.
    NoEdition = "no-edition", Error, Data;
    /// The template has no web page.
    NoHtmlForm = "no-html-form", Error, Data;
    /// An option of `build` does not apply to the chosen formats.
    UnsuitableOption = "unsuitable-option", Error, Data;
    /// `--pages` names a page that the document does not have.
    UnknownPage = "unknown-page", Error, Data;
    /// An image of a page would have too many pixels.
    ImageTooLarge = "image-too-large", Error, Data;
    /// Two PDF standards exclude each other.
    StandardsConflict = "standards-conflict", Error, Data;
    /// A figure is not a supported image.
    InvalidFigure = "invalid-figure", Error, Data;
    /// A font in the report's `fonts/` cannot be used.
    InvalidFont = "invalid-font", Error, Data;
    /// A colour has too little contrast to the paper.
    LowContrast = "low-contrast", Warning, Data;
    /// A chart cannot be drawn.
    ChartFailed = "chart-failed", Error, Data;
    /// The template does not compile with this report.
    TemplateFailed = "template-failed", Error, Data;
    /// The compiler warns about the template.
    TemplateWarning = "template-warning", Warning, Data;
    /// The settings ask for attached data, but the template does not attach it.
    DataNotAttached = "data-not-attached", Error, Data;
    /// The document does not meet the PDF standards.
    StandardsViolated = "standards-violated", Error, Data;
    /// A PDF cannot be a material of a packet.
    UnsuitableMaterial = "unsuitable-material", Error, Data;
    /// A material does not meet a standard that the packet has to meet.
    RequirementNotMet = "requirement-not-met", Error, Data;
    /// A packet does not claim a standard because of a material.
    ClaimLost = "claim-lost", Warning, Data;
    /// Pages of a material were made smaller to leave room for its number.
    PagesMadeSmaller = "pages-made-smaller", Warning, Data;
    /// A PDF cannot be read back.
    PdfUnreadable = "pdf-unreadable", Error, Data;
    /// The tags, links or metadata of a PDF contradict one another.
    UnsoundPdf = "unsound-pdf", Error, Data;
    /// Two languages of an edition have different contents.
    EditionsDiffer = "editions-differ", Error, Data;
    /// A PDF has no attached data to be verified against.
    NoAttachedData = "no-attached-data", Error, Data;
    /// The attached files of a PDF are not those of a report.
    ForeignAttachment = "foreign-attachment", Error, Data;
    /// An attached file differs from what its data yields.
    AttachmentMismatch = "attachment-mismatch", Error, Data;
    /// A printed value does not follow from the attached data.
    ValueMismatch = "value-mismatch", Error, Data;
    /// The folder for a new report is not empty.
    FolderNotEmpty = "folder-not-empty", Error, Data;
    /// A file cannot be written.
    FileUnwritable = "file-unwritable", Error, Environment;
}
