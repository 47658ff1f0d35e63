//! The shape of `/report.json`: everything that a template may show, finished and in one language.
//!
//! It is the contract between nenpo and templates, also those that others write; a change of meaning raises
//! [`SCHEMA`].

use schemars::JsonSchema;
use serde::Serialize;

use crate::locale::{Inline, Rich};
use crate::typeset::Families;

/// The version of this contract.
pub const SCHEMA: u32 = 1;

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
    /// Groups in their order.
    pub groups: Vec<GroupData>,
    /// Highlights in their order.
    pub highlights: Vec<HighlightData>,
    /// Notes in their order.
    pub notes: Vec<NoteData>,
    /// The computed progress of the whole report.
    pub progress: ProgressData,
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
    /// Its results in short.
    pub overview: Option<Rich>,
    /// Its indicators, one table a kind.
    pub tables: Vec<TableData>,
    /// How many indicators have each status; only statuses that occur.
    pub counts: Vec<CountData>,
    /// Achievement by indicator.
    pub chart: Option<ChartData>,
}

/// The indicators of one kind.
#[derive(Debug, Clone, Serialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub struct TableData {
    /// The kind's identifier.
    pub kind: String,
    /// The kind's name.
    pub name: String,
    /// The indicators.
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
    /// Its target; none where it is only monitored.
    pub target: Option<ValueData>,
    /// The target of the round's year, where there is one besides the target.
    pub year_target: Option<ValueData>,
    /// Its value in the round.
    pub actual: ValueData,
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
    /// Its parts.
    pub children: Vec<RowData>,
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
    pub chart: Option<ChartData>,
}
