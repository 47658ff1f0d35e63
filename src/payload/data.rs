//! The shape of `/report.json`: everything that a template may show, formatted in one language.
//!
//! It is the contract between nenpo and templates, including those that others write; a change of meaning raises
//! [`SCHEMA`]. The doc comments are the descriptions of its JSON Schema.

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
    /// The page.
    pub page: PageData,
    /// The issuer's logo.
    pub logo: Option<FigureData>,
    /// The committee's number for the document.
    pub material: Option<MaterialData>,
    /// A notice before everything else.
    pub notice: Option<Rich>,
    /// The font families of the language.
    pub fonts: Families,
    /// The template's own messages.
    pub words: std::collections::BTreeMap<String, String>,
    /// The subject of the report.
    pub overview: Option<Rich>,
    /// The panel's overall evaluation.
    pub evaluation: Option<Rich>,
    /// The fiscal years of tables and charts over years: from the first with a value, within the plan, to the
    /// round's; earlier years only if they have values.
    pub years: Vec<YearData>,
    /// The layout of the tables of values, the same in every language.
    pub tables: TablesData,
    /// Text that a line break must not separate from a number: the first word of each unit that follows a number,
    /// with the space before it; the longest first.
    pub bound_units: Vec<String>,
    /// The groups in order.
    pub groups: Vec<GroupData>,
    /// The highlights in order.
    pub highlights: Vec<HighlightData>,
    /// The notes of the settings and of the latest values, in order.
    pub notes: Vec<NoteData>,
    /// The notes added if values of earlier years are shown.
    pub earlier_notes: Vec<NoteData>,
    /// Every value of the shown years that is not final, absent or a break in its series, by group, indicator and
    /// year.
    pub open_values: Vec<OpenValueData>,
    /// The computed progress of the whole report.
    pub progress: ProgressData,
    /// Files embedded in the PDF; empty unless the settings ask for them.
    pub attachments: Vec<AttachmentData>,
    /// What a web page links to; empty for pages.
    pub links: LinksData,
}

/// What a web page links to: only what it contains and what the same build writes beside it.
#[derive(Debug, Clone, Default, Serialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub struct LinksData {
    /// The PDF of the same edition and language; null if the build writes none.
    pub pdf: Option<String>,
    /// The web pages of the same edition in other languages.
    pub languages: Vec<LanguageLinkData>,
    /// The tables of the report’s data; empty unless the settings ask for attached data.
    pub tables: Vec<TableLinkData>,
}

/// A web page in another language.
#[derive(Debug, Clone, Serialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub struct LanguageLinkData {
    /// The language without region.
    pub language: String,
    /// The region.
    pub region: Option<String>,
    /// The language’s name for itself.
    pub name: String,
    /// The name of the file.
    pub path: String,
}

/// A table of data that a web page contains.
#[derive(Debug, Clone, Serialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub struct TableLinkData {
    /// The name of the file to save.
    pub name: String,
    /// The description of the table.
    pub description: String,
    /// The table itself, as a `data:` address.
    pub address: String,
}

/// A file embedded in the PDF.
#[derive(Debug, Clone, Serialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub struct AttachmentData {
    /// The path from the root.
    pub path: String,
    /// The name of the attached file.
    pub name: String,
    /// The description of the file.
    pub description: String,
    /// The media type.
    pub media_type: String,
    /// The file's relationship to the document: `data` or `supplement`.
    pub relationship: String,
}

/// The document as a whole.
#[derive(Debug, Clone, Serialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub struct DocumentData {
    /// The title.
    pub title: String,
    /// The subtitle.
    pub subtitle: Option<String>,
    /// The publisher.
    pub issuer: Option<String>,
    /// The language without region.
    pub language: String,
    /// The region.
    pub region: Option<String>,
    /// The day of publication.
    pub date: DateData,
    /// The formatted day of publication.
    pub date_text: String,
    /// The fiscal year followed up, formatted.
    pub round: String,
    /// The reference day of the values, formatted.
    pub as_of: String,
}

/// The page size in points.
#[derive(Debug, Clone, Serialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub struct PageData {
    /// The width.
    pub width: f64,
    /// The height.
    pub height: f64,
}

/// A day.
#[derive(Debug, Clone, Serialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub struct DateData {
    /// The year in the Gregorian calendar.
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
    /// Short, for the axis of a chart: R4, 2022.
    pub label: String,
    /// In full: 令和4年度, FY2022.
    pub text: String,
}

/// The layout of the tables of values.
#[derive(Debug, Clone, Serialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub struct TablesData {
    /// The text size in points.
    pub text_size: f64,
    /// The number of grid columns for a table in a summary with several tables side by side; null if there is no such
    /// summary.
    pub span: Option<u32>,
    /// The columns after the names of a group's table; several tables if one would be too wide.
    pub group: Vec<Vec<ColumnData>>,
    /// The tables over years; several if one would be too wide.
    pub years: Vec<TablePartData>,
    /// Whether early years are left out for lack of room.
    pub leaves_out_years: bool,
    /// Names the units whose values are shown in thousands or more; null if there are none.
    pub scales: Option<String>,
}

/// A table or a part of one.
#[derive(Debug, Clone, Serialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub struct TablePartData {
    /// The title, with the years if there are several parts.
    pub title: String,
    /// The columns after the names.
    pub columns: Vec<ColumnData>,
}

/// A column of a table.
#[derive(Debug, Clone, Serialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub struct ColumnData {
    /// The row field that the column shows; `year` for a year before the round.
    pub name: String,
    /// The index into the shown years.
    pub year: Option<usize>,
}

/// The committee's number for the document.
#[derive(Debug, Clone, Serialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub struct MaterialData {
    /// As printed: 資料1-2.
    pub label: String,
}

/// A group of indicators.
#[derive(Debug, Clone, Serialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub struct GroupData {
    /// The identifier; empty for indicators without a group.
    pub id: String,
    /// The number: ①.
    pub number: Option<String>,
    /// The name.
    pub name: String,
    /// The short name, or the name if there is none.
    pub short_name: String,
    /// The colour, as `#rrggbb`.
    pub accent: String,
    /// The template's own messages for the group.
    pub words: std::collections::BTreeMap<String, String>,
    /// The description.
    pub description: Option<Rich>,
    /// A summary of the results.
    pub overview: Option<Rich>,
    /// The indicators, one table for each kind.
    pub tables: Vec<TableData>,
    /// Years that the column heads can give once, instead of every row.
    pub common_years: CommonYearsData,
    /// The number of indicators with each status that occurs.
    pub counts: Vec<CountData>,
    /// The indicators, not sub-indicators, with their statuses, worst first.
    pub matrix: Vec<CellData>,
    /// Achievement by indicator.
    pub charts: Vec<ChartData>,
    /// The main indicators, whose trends are shown large.
    pub featured: Vec<FeaturedData>,
    /// The trends of the other counted indicators with values for two or more years; several drawings if one would be
    /// too high.
    pub multiples: Vec<ChartData>,
    /// Names the units whose values are shown in thousands or more in its tables; null if there are none.
    pub scales: Option<String>,
    /// The notes and legends that a table of its latest values uses, in the order of the report.
    pub notes: Vec<NoteData>,
}

/// An indicator whose trend is shown large.
#[derive(Debug, Clone, Serialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub struct FeaturedData {
    /// The identifier.
    pub id: String,
    /// The name.
    pub name: String,
    /// The name with the unit and the status.
    pub title: String,
    /// The unit without a number; null if values have none.
    pub unit: Option<String>,
    /// The trend.
    pub chart: ChartData,
}

/// The most frequent years of a group's rows; null if a row has no year.
#[derive(Debug, Clone, Serialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub struct CommonYearsData {
    /// The year of the baselines, short.
    pub baseline: Option<String>,
    /// The year of the targets, short.
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
    /// The identifier.
    pub id: String,
    /// The name.
    pub name: String,
    /// The unit of all its values in tables, as it stands behind the name; null if they have none.
    pub unit: Option<String>,
    /// The same for values in thousands and more.
    #[serde(skip)]
    pub scaled_units: Vec<(u32, String)>,
    /// Whether it is a part of the nearest preceding indicator that is not one itself.
    pub is_part: bool,
    /// The baseline, from which progress is measured.
    pub baseline: Option<ValueData>,
    /// The year of the baseline, short.
    pub baseline_year: Option<String>,
    /// The target; null if the indicator is only monitored.
    pub target: Option<ValueData>,
    /// The year by which the target is to be reached, short; null if undecided.
    pub target_year: Option<String>,
    /// The target for the round's year, if there is one besides the target; shown below it.
    pub year_target: Option<ValueData>,
    /// The actual value of the round, or the newest earlier one if that is missing.
    pub actual: ValueData,
    /// The year of the latest value, short, if earlier than the round's; shown beside the value.
    pub actual_year: Option<String>,
    /// The values, one for each of the shown years.
    pub years: Vec<YearValueData>,
    /// The first and last values in words; null if fewer than two years have a value or the template has no
    /// sparklines.
    pub trend: Option<String>,
    /// The values over the years, as a small line for a table cell.
    pub sparkline: Option<ChartData>,
    /// How the figures were computed; null if nothing was.
    pub computation: Option<ComputationData>,
    /// The achievement rate in percent, formatted; null if it is undefined.
    pub rate: Option<String>,
    /// The computed status.
    pub status: StatusData,
    /// The panel's evaluation.
    pub evaluation: Option<EvaluationData>,
    /// The marks of notes on the value.
    pub marks: Vec<String>,
    /// The marks of notes on the indicator as a whole.
    pub name_marks: Vec<String>,
}

/// The value of a year.
#[derive(Debug, Clone, Serialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub struct YearValueData {
    /// The value, or why it is absent; null if nothing is known of the year.
    pub actual: Option<ValueData>,
    /// The marks on the value: notes, observation status, break in the series.
    pub marks: Vec<String>,
    /// Whether the value is not comparable with those before it.
    pub is_break: bool,
}

/// The formulas of an indicator's figures, formatted.
#[derive(Debug, Clone, Serialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub struct ComputationData {
    /// The formula of the achievement rate: 128 ÷ 25 = 512%.
    pub rate: Option<String>,
    /// The formula of the pace that decided the status: (540 − 120) ÷ (900 − 120) ÷ 60% = 0.90.
    pub pace: Option<String>,
    /// The same with values in thousands and more.
    #[serde(skip)]
    pub scaled: Vec<(u32, ComputationData)>,
}

/// A value with its unit, in separate pieces.
#[derive(Debug, Clone, Serialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub struct ValueData {
    /// The text before the digits, with the minus of an amount: −¥.
    pub prefix: String,
    /// The digits between the text before and after them.
    pub digits: String,
    /// The number alone, or the mark of an absent value.
    pub number: String,
    /// The end of the number from its decimal sign on; empty if it is whole.
    pub fraction: String,
    /// The text after the number.
    pub suffix: String,
    /// What of the text before the number remains where the unit stands elsewhere: a short sign such as ≥.
    pub before: String,
    /// What of the text after the number remains where the unit stands elsewhere: 以上.
    pub after: String,
    /// The whole text; for an absent value, why it is absent.
    pub text: String,
    /// Whether there is no number.
    pub missing: bool,
    /// The value in thousands and more, for tables with little room; only in table values.
    #[serde(skip)]
    pub scaled: Vec<ScaledData>,
}

/// A value divided by a power of ten.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ScaledData {
    /// The exponent.
    pub power: u32,
    /// The number.
    pub number: String,
    /// The whole text.
    pub text: String,
}

/// A grade given by the panel.
#[derive(Debug, Clone, Serialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub struct EvaluationData {
    /// The identifier.
    pub id: String,
    /// The sign: `A`, `◎`.
    pub sign: String,
}

/// A computed status.
#[derive(Debug, Clone, Serialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub struct StatusData {
    /// The identifier.
    pub id: String,
    /// The name.
    pub label: String,
    /// The name in tables, where that is shorter.
    pub short: String,
}

/// A cell of the status matrix.
#[derive(Debug, Clone, Serialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub struct CellData {
    /// The identifier of the indicator.
    pub id: String,
    /// Its short name.
    pub name: String,
    /// Its computed status.
    pub status: StatusData,
    /// The short name and the status in one text.
    pub text: String,
}

/// The number of indicators with a status.
#[derive(Debug, Clone, Serialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub struct CountData {
    /// The status.
    pub status: String,
    /// The name of the status.
    pub label: String,
    /// The number.
    pub count: usize,
    /// The formatted number.
    pub text: String,
}

/// A chart.
#[derive(Debug, Clone, Serialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub struct ChartData {
    /// The path from the root.
    pub path: String,
    /// The alternative text.
    pub alt: String,
    /// The natural width in points.
    pub width: f64,
    /// The natural height in points.
    pub height: f64,
    /// The legend, with entries for what occurs in the chart. It is set beside the chart; empty if the chart needs
    /// none.
    pub key: Vec<KeyData>,
}

/// An entry of a chart's legend.
#[derive(Debug, Clone, Serialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub struct KeyData {
    /// The mark that is explained: `actual`, `target`, `target-path`, `pace`, `provisional`, `missing`, `break`,
    /// `baseline` and others.
    pub mark: String,
    /// The explanation.
    pub label: String,
}

/// A result described in prose.
#[derive(Debug, Clone, Serialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub struct HighlightData {
    /// The identifier.
    pub id: String,
    /// The index of its group among the groups.
    pub group: Option<usize>,
    /// The title.
    pub title: Inline,
    /// The text.
    pub body: Rich,
    /// The publication that is cited.
    pub citation: Option<Rich>,
    /// An explanation of a term in the text.
    pub note: Option<Rich>,
    /// The figure.
    pub figure: Option<FigureData>,
}

/// A figure.
#[derive(Debug, Clone, Serialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub struct FigureData {
    /// The path from the root.
    pub path: String,
    /// The alternative text.
    pub alt: String,
    /// The natural width; only its ratio to the height is meaningful.
    pub width: f64,
    /// The natural height.
    pub height: f64,
    /// The caption.
    pub caption: Option<Inline>,
}

/// A note.
#[derive(Debug, Clone, Serialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub struct NoteData {
    /// The note's label: 注1, or the sign that it explains.
    pub label: String,
    /// Whether the note only explains a sign in a table.
    pub legend: bool,
    /// The row field in which alone that sign occurs: `evaluation`; null for notes, and for signs of values.
    pub field: Option<String>,
    /// The mark by which cells refer to the note.
    pub mark: Option<String>,
    /// The text.
    pub body: Rich,
}

/// The computed progress of the whole report.
#[derive(Debug, Clone, Serialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub struct ProgressData {
    /// The number of indicators with each status that occurs.
    pub counts: Vec<CountData>,
    /// The counted indicators that are furthest behind what was expected, worst first; at most eight.
    pub gaps: Vec<ShortfallData>,
    /// The same indicators as a chart, by how far they have come.
    pub gaps_chart: Option<ChartData>,
}

/// An indicator that is behind.
#[derive(Debug, Clone, Serialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub struct ShortfallData {
    /// The index of its group among the groups.
    pub group: usize,
    /// The identifier.
    pub id: String,
    /// The name.
    pub name: String,
    /// The short name, or the name if there is none.
    pub short_name: String,
    /// The progress from baseline to target; without a baseline, the achievement rate.
    pub rate: Option<String>,
    /// The progress expected by the year of the value; null if the target itself was expected.
    pub expected: Option<String>,
    /// The difference between expected and actual progress, by which the indicators are sorted.
    pub gap: String,
    /// The same difference in percentage points, as a number alone.
    pub gap_points: String,
    /// The computed status.
    pub status: StatusData,
    /// The target.
    pub target: ValueData,
    /// The latest value.
    pub actual: ValueData,
    /// The year of the latest value, short, if earlier than the round's.
    pub actual_year: Option<String>,
}

/// A value that is not final, absent or a break in its series.
#[derive(Debug, Clone, Serialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub struct OpenValueData {
    /// The index of its indicator's group among the groups.
    pub group: usize,
    /// Its indicator's identifier.
    pub id: String,
    /// Its indicator's name.
    pub name: String,
    /// The name of the indicator that its indicator is a part of.
    pub whole: Option<String>,
    /// The fiscal year in full, or the first and last of several years without a row.
    pub year: String,
    /// `provisional`, `estimated`, `missing`, `suppressed`, `not-applicable` or `break`.
    pub kind: String,
    /// The formatted kind.
    pub label: String,
    /// The unit of the value, as it stands behind the name; null if it has none.
    pub unit: Option<String>,
    /// The value.
    pub actual: ValueData,
}
