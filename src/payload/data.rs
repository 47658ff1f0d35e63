//! The shape of `/report.json`: everything that a template may show, finished and in one language.
//!
//! It is the contract between nenpo and templates, also those that others write; a change of meaning raises
//! [`SCHEMA`].

use schemars::JsonSchema;
use serde::Serialize;

use crate::locale::{Inline, Rich};
use crate::typeset::Families;

/// The version of this contract.
pub const SCHEMA: u32 = 3;

/// What a template reads.
#[derive(Debug, Clone, Serialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub struct Data {
    /// The version of the contract.
    pub schema: u32,
    /// The document as a whole.
    pub document: DocumentData,
    /// The sheet.
    pub page: PageData,
    /// The issuer's logo.
    pub logo: Option<FigureData>,
    /// The committee's number for it.
    pub material: Option<MaterialData>,
    /// What a reader must know of the document before anything else.
    pub notice: Option<Rich>,
    /// The font families of the language.
    pub fonts: Families,
    /// The template's own words.
    pub words: std::collections::BTreeMap<String, String>,
    /// What the report is about.
    pub overview: Option<Rich>,
    /// What the panel decided.
    pub evaluation: Option<Rich>,
    /// The fiscal years that tables and charts over years show: from the first that has a value, within the plan, to the
    /// round's; earlier ones only where they have values.
    pub years: Vec<YearData>,
    /// What the tables of values show: the same in every language.
    pub tables: TablesData,
    /// What no line may part from a number: the first word of each unit that stands behind one, the longest first, with the
    /// space before it.
    pub bound_units: Vec<String>,
    /// Groups in their order.
    pub groups: Vec<GroupData>,
    /// Highlights in their order.
    pub highlights: Vec<HighlightData>,
    /// Notes in their order: those of the settings and of the latest values.
    pub notes: Vec<NoteData>,
    /// What is added to them where values of earlier years are shown.
    pub earlier_notes: Vec<NoteData>,
    /// Every value of the shown years that is not final, absent or a break in its series: by group, indicator and year.
    pub open_values: Vec<OpenValueData>,
    /// The computed progress of the whole report.
    pub progress: ProgressData,
    /// Files that the PDF holds besides its pages; none unless the settings ask for them.
    pub attachments: Vec<AttachmentData>,
}

/// A file that the PDF holds besides its pages.
#[derive(Debug, Clone, Serialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub struct AttachmentData {
    /// Its path from the root.
    pub path: String,
    /// The name under which it is attached.
    pub name: String,
    /// What it is.
    pub description: String,
    /// Its media type.
    pub media_type: String,
    /// What it is to the document: `data` or `supplement`.
    pub relationship: String,
}

/// The document as a whole.
#[derive(Debug, Clone, Serialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub struct DocumentData {
    /// Its title.
    pub title: String,
    /// A second line to the title.
    pub subtitle: Option<String>,
    /// Who publishes it.
    pub issuer: Option<String>,
    /// Its language, without region.
    pub language: String,
    /// Its region.
    pub region: Option<String>,
    /// The day of publication.
    pub date: DateData,
    /// The same as text.
    pub date_text: String,
    /// The fiscal year followed up, as text.
    pub round: String,
    /// The day up to which values were counted, as text.
    pub as_of: String,
}

/// The sheet that every page is printed on, in points.
#[derive(Debug, Clone, Serialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub struct PageData {
    /// Its width.
    pub width: f64,
    /// Its height.
    pub height: f64,
}

/// A day.
#[derive(Debug, Clone, Serialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub struct DateData {
    /// The calendar year.
    pub year: i32,
    /// 1 to 12.
    pub month: u8,
    /// 1 to 31.
    pub day: u8,
}

/// A fiscal year.
#[derive(Debug, Clone, Serialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub struct YearData {
    /// In as few characters as the axis of a chart has room for: R4, 2022.
    pub label: String,
    /// In full: 令和4年度, FY2022.
    pub text: String,
}

/// What the tables of values show in the room that they have.
#[derive(Debug, Clone, Serialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub struct TablesData {
    /// The size of their type in points.
    pub text_size: f64,
    /// How many columns of the grid a table takes in a summary that has several side by side; none where there is none.
    pub span: Option<u32>,
    /// The columns behind the names of a group's table; several tables where one would be too wide.
    pub group: Vec<Vec<ColumnData>>,
    /// The tables over years; several where one would be too wide.
    pub years: Vec<TablePartData>,
    /// Whether values of early years have no room.
    pub leaves_out_years: bool,
    /// What is said of units whose values are shown in thousands or more; none where all are shown one by one.
    pub scales: Option<String>,
}

/// A table, or a part of one.
#[derive(Debug, Clone, Serialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub struct TablePartData {
    /// Its title, which names its years where there are several parts.
    pub title: String,
    /// Its columns behind the names.
    pub columns: Vec<ColumnData>,
}

/// A column of a table.
#[derive(Debug, Clone, Serialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub struct ColumnData {
    /// What it shows, by the name of the row's field; `year` for a year before the round.
    pub name: String,
    /// The year's place among the shown years.
    pub year: Option<usize>,
}

/// The committee's number for the document.
#[derive(Debug, Clone, Serialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub struct MaterialData {
    /// As it is stamped: 資料1-2.
    pub label: String,
}

/// A group of indicators.
#[derive(Debug, Clone, Serialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub struct GroupData {
    /// Its identifier; empty for indicators without a group.
    pub id: String,
    /// Its number: ①.
    pub number: Option<String>,
    /// Its name.
    pub name: String,
    /// Its colour, as `#rrggbb`.
    pub accent: String,
    /// The template's own words for it.
    pub words: std::collections::BTreeMap<String, String>,
    /// What it is.
    pub description: Option<Rich>,
    /// Its results in short.
    pub overview: Option<Rich>,
    /// Its indicators, one table a kind.
    pub tables: Vec<TableData>,
    /// The years that the heads of its tables can say once, instead of every row.
    pub common_years: CommonYearsData,
    /// How many indicators have each status; only statuses that occur.
    pub counts: Vec<CountData>,
    /// Achievement by indicator.
    pub charts: Vec<ChartData>,
    /// Its main indicators, whose trends are shown large.
    pub featured: Vec<FeaturedData>,
    /// The trends of its other counted indicators that have values of two years or more, small; several drawings where
    /// one would be too high.
    pub multiples: Vec<ChartData>,
    /// What is said of units whose values its tables show in thousands or more; none where all are shown one by one.
    pub scales: Option<String>,
    /// The notes and legends that its own tables use, also for earlier years, in the order of the report.
    pub notes: Vec<NoteData>,
}

/// An indicator whose trend is shown large.
#[derive(Debug, Clone, Serialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub struct FeaturedData {
    /// Its identifier.
    pub id: String,
    /// Its name.
    pub name: String,
    /// Its unit where values are written with one, without a number.
    pub unit: Option<String>,
    /// Its trend.
    pub chart: ChartData,
}

/// The years that most values of a group have; none where one has no year.
#[derive(Debug, Clone, Serialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub struct CommonYearsData {
    /// Of the baselines, short.
    pub baseline: Option<String>,
    /// Of the targets, short.
    pub target: Option<String>,
}

/// The indicators of one kind.
#[derive(Debug, Clone, Serialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub struct TableData {
    /// The kind's identifier.
    pub kind: String,
    /// The kind's name.
    pub name: String,
    /// The indicators, each followed by its parts.
    pub rows: Vec<RowData>,
}

/// An indicator.
#[derive(Debug, Clone, Serialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub struct RowData {
    /// Its identifier.
    pub id: String,
    /// Its name.
    pub name: String,
    /// Whether it is a part of the last indicator before it that is not one.
    pub is_part: bool,
    /// The value from which progress is measured, if one was given.
    pub baseline: Option<ValueData>,
    /// The year of the baseline, short.
    pub baseline_year: Option<String>,
    /// Its target; none where it is only monitored.
    pub target: Option<ValueData>,
    /// The year by which the target is to be reached, short; none where it is undecided.
    pub target_year: Option<String>,
    /// The target of the round's year, where there is one besides the target.
    pub year_target: Option<ValueData>,
    /// Its latest value: that of the round, or the newest before it where that is missing.
    pub actual: ValueData,
    /// The year of the latest value, short, where it is before the round's: it stands beside the value.
    pub actual_year: Option<String>,
    /// Its values, one for each of the shown years.
    pub years: Vec<YearValueData>,
    /// The values of the first and the last year with one, in words; none where fewer than two years have a value or the
    /// template has no sparklines.
    pub trend: Option<String>,
    /// Its values over the years as a line in a table's cell.
    pub sparkline: Option<ChartData>,
    /// How its figures were computed; none where none was.
    pub computation: Option<ComputationData>,
    /// The achievement rate in percent, as text; none where it is undefined.
    pub rate: Option<String>,
    /// What the arithmetic says.
    pub status: StatusData,
    /// What the panel decided.
    pub evaluation: Option<EvaluationData>,
    /// Marks of notes on the value.
    pub marks: Vec<String>,
    /// Marks of notes on the indicator as a whole.
    pub name_marks: Vec<String>,
}

/// The value of a year.
#[derive(Debug, Clone, Serialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub struct YearValueData {
    /// The value, or why there is none; nothing where nothing is known of the year.
    pub actual: Option<ValueData>,
    /// Marks on the value: its notes, how firm it is, whether it is a break.
    pub marks: Vec<String>,
    /// Whether it cannot be compared with the values before it.
    pub is_break: bool,
}

/// How the figures of an indicator were computed, as finished text.
#[derive(Debug, Clone, Serialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub struct ComputationData {
    /// Of the achievement rate: 128 ÷ 25 = 512%.
    pub rate: Option<String>,
    /// Of the pace that decided the status: (540 − 120) ÷ (900 − 120) ÷ 60% = 0.90.
    pub pace: Option<String>,
}

/// A value with its unit, in pieces that can be set apart.
#[derive(Debug, Clone, Serialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub struct ValueData {
    /// What stands before the number.
    pub prefix: String,
    /// The number, or the mark of an absent one.
    pub number: String,
    /// What stands after it.
    pub suffix: String,
    /// Everything in one text; for an absent value, why it is absent.
    pub text: String,
    /// Whether there is no number.
    pub missing: bool,
    /// The same in thousands and more, as a table that needs the room may show it; only of values of tables.
    #[serde(skip)]
    pub scaled: Vec<ScaledData>,
}

/// A value in a power of ten.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ScaledData {
    /// The power.
    pub power: u32,
    /// The number.
    pub number: String,
    /// The number with everything around it.
    pub text: String,
}

/// A grade that the panel gave.
#[derive(Debug, Clone, Serialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub struct EvaluationData {
    /// Its identifier.
    pub id: String,
    /// Its sign: `A`, `◎`.
    pub sign: String,
}

/// A computed status.
#[derive(Debug, Clone, Serialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub struct StatusData {
    /// Its identifier.
    pub id: String,
    /// Its name.
    pub label: String,
}

/// How many indicators have a status.
#[derive(Debug, Clone, Serialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub struct CountData {
    /// The status.
    pub status: String,
    /// Its name.
    pub label: String,
    /// The number.
    pub count: usize,
    /// The number as text.
    pub text: String,
}

/// A chart.
#[derive(Debug, Clone, Serialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub struct ChartData {
    /// Its path from the root.
    pub path: String,
    /// What a sighted reader learns from it.
    pub alt: String,
    /// Its natural width in points.
    pub width: f64,
    /// Its natural height in points.
    pub height: f64,
    /// Its legend: only what occurs in it. It is set beside the chart and not drawn in it; empty where the chart says
    /// everything itself.
    pub key: Vec<KeyData>,
}

/// An entry of a chart's legend.
#[derive(Debug, Clone, Serialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub struct KeyData {
    /// What is explained: `actual`, `target`, `target-path`, `pace`, `provisional`, `missing`, `break`, `baseline`, a
    /// band of pace such as `band-on-track`, or a status such as `status-achieved`.
    pub mark: String,
    /// What it means.
    pub label: String,
    /// The path of a drawing of the mark, for marks of which no template could know the look.
    pub swatch: Option<String>,
}

/// A result told in prose.
#[derive(Debug, Clone, Serialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub struct HighlightData {
    /// Its identifier.
    pub id: String,
    /// The place of its group among the groups.
    pub group: Option<usize>,
    /// Its title.
    pub title: Inline,
    /// Its text.
    pub body: Rich,
    /// Where it was published.
    pub citation: Option<Rich>,
    /// What explains a word of the text.
    pub note: Option<Rich>,
    /// Its picture.
    pub figure: Option<FigureData>,
}

/// A picture.
#[derive(Debug, Clone, Serialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub struct FigureData {
    /// Its path from the root.
    pub path: String,
    /// What it shows, for those who do not see it.
    pub alt: String,
    /// Its natural width; only its ratio to the height has a meaning.
    pub width: f64,
    /// Its natural height.
    pub height: f64,
    /// Its caption.
    pub caption: Option<Inline>,
}

/// A note.
#[derive(Debug, Clone, Serialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub struct NoteData {
    /// What it is called: 注1, or the sign that it explains.
    pub label: String,
    /// Whether it only says what a sign in a table means.
    pub legend: bool,
    /// The mark by which cells refer to it.
    pub mark: Option<String>,
    /// Its text.
    pub body: Rich,
}

/// The computed progress of the whole report.
#[derive(Debug, Clone, Serialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub struct ProgressData {
    /// How many indicators have each status; only statuses that occur.
    pub counts: Vec<CountData>,
    /// Status by group.
    pub charts: Vec<ChartData>,
    /// The counted indicators that are furthest behind, worst first; at most eight.
    pub gaps: Vec<ShortfallData>,
    /// The same as a chart.
    pub gaps_chart: Option<ChartData>,
}

/// An indicator that is behind.
#[derive(Debug, Clone, Serialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub struct ShortfallData {
    /// The place of its group among the groups.
    pub group: usize,
    /// Its identifier.
    pub id: String,
    /// Its name.
    pub name: String,
    /// How far it is on the way from its baseline to its target, by which the indicators are sorted.
    pub rate: Option<String>,
    /// How far it was expected to be by the year of its value; none where nothing less than the target itself was.
    pub expected: Option<String>,
    /// How far it is behind.
    pub gap: String,
    /// What the arithmetic says.
    pub status: StatusData,
    /// Its target.
    pub target: ValueData,
    /// Its latest value.
    pub actual: ValueData,
    /// The year of the latest value, short, where it is before the round's.
    pub actual_year: Option<String>,
}

/// A value that is not final, absent or a break in its series.
#[derive(Debug, Clone, Serialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub struct OpenValueData {
    /// The place of its indicator's group among the groups.
    pub group: usize,
    /// Its indicator's identifier.
    pub id: String,
    /// Its indicator's name.
    pub name: String,
    /// The name of the indicator of which that is a part.
    pub whole: Option<String>,
    /// Its fiscal year in full, or the first and the last of several without a row.
    pub year: String,
    /// `provisional`, `estimated`, `missing`, `suppressed`, `not-applicable` or `break`.
    pub kind: String,
    /// The kind in words.
    pub label: String,
    /// The value.
    pub actual: ValueData,
}
