//! The contents of `report.toml`: plan, round, content and editions.

use std::collections::BTreeMap;
use std::fmt;

use rust_decimal::Decimal;

use super::{
    FiscalYear, GroupId, HighlightId, IndicatorId, Language, Look, Material, NoteId, ObservationStatus, ReportId,
};
use crate::diagnostic::{Located, Place};

/// A date of the Gregorian calendar.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct Day {
    /// The calendar year.
    pub year: i32,
    /// 1 to 12.
    pub month: u8,
    /// 1 to 31.
    pub day: u8,
}

impl Day {
    /// `None` if the date does not exist.
    #[must_use]
    pub fn new(year: i32, month: u8, day: u8) -> Option<Self> {
        let is_leap_year = year % 4 == 0 && (year % 100 != 0 || year % 400 == 0);
        let days = match month {
            4 | 6 | 9 | 11 => 30,
            2 if is_leap_year => 29,
            2 => 28,
            _ => 31,
        };
        let exists = (1..=9999).contains(&year) && (1..=12).contains(&month) && (1..=days).contains(&day);
        exists.then_some(Self { year, month, day })
    }
}

/// The plan that is followed up.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Plan {
    /// The first fiscal year.
    pub start: FiscalYear,
    /// The last fiscal year.
    pub end: FiscalYear,
}

/// The follow-up of one year.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Round {
    /// The fiscal year that is followed up.
    pub fiscal_year: Located<FiscalYear>,
    /// The reference date of the values.
    pub as_of: Located<Day>,
    /// The date of publication; also the document's date.
    pub published: Located<Day>,
}

/// A group of indicators.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Group {
    /// The identifier.
    pub id: GroupId,
    /// Its place in `report.toml`.
    pub place: Place,
    /// Main indicators, whose trends are shown large, in their order.
    pub featured: Vec<Located<IndicatorId>>,
}

/// A result described in prose.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Highlight {
    /// The identifier.
    pub id: HighlightId,
    /// Its place in `report.toml`.
    pub place: Place,
    /// The group of the result.
    pub group: Option<Located<GroupId>>,
    /// The figure's path, relative to the report's folder.
    pub figure: Option<Located<String>>,
}

/// The only method of calculating progress.
pub const PROGRESS_METHOD: &str = "linear-pace";

/// The thresholds of pace between statuses.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Bands {
    /// The least pace that is on track.
    pub on_track: Decimal,
    /// The least pace that needs acceleration; below it, progress is limited.
    pub acceleration_needed: Decimal,
}

impl Default for Bands {
    /// Those of Open SDG: 0.95 and 0.60.
    fn default() -> Self {
        Self { on_track: Decimal::new(95, 2), acceleration_needed: Decimal::new(60, 2) }
    }
}

/// A PDF standard, named as in the Typst compiler.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Standard {
    /// PDF/A-2a: archivable and tagged.
    A2a,
    /// PDF/A-2b: archivable.
    A2b,
    /// PDF/A-2u: archivable, with searchable text.
    A2u,
    /// PDF/A-3a: as 2a, with attached files.
    A3a,
    /// PDF/A-3b: as 2b, with attached files.
    A3b,
    /// PDF/A-3u: as 2u, with attached files.
    A3u,
    /// PDF/UA-1: accessible.
    Ua1,
}

impl Standard {
    /// Every standard and its name in `report.toml`.
    pub const NAMES: [(&'static str, Standard); 7] = [
        ("a-2a", Self::A2a),
        ("a-2b", Self::A2b),
        ("a-2u", Self::A2u),
        ("a-3a", Self::A3a),
        ("a-3b", Self::A3b),
        ("a-3u", Self::A3u),
        ("ua-1", Self::Ua1),
    ];

    /// The default: archivable and accessible.
    pub const DEFAULT: [Standard; 2] = [Self::A2a, Self::Ua1];

    /// The default of a report that attaches its data.
    pub const DEFAULT_WITH_ATTACHMENTS: [Standard; 2] = [Self::A3a, Self::Ua1];

    /// The equivalent standard that permits attached files.
    #[must_use]
    pub fn with_attachments(self) -> Self {
        match self {
            Self::A2a => Self::A3a,
            Self::A2b => Self::A3b,
            Self::A2u => Self::A3u,
            Self::A3a | Self::A3b | Self::A3u | Self::Ua1 => self,
        }
    }

    /// Whether files may be attached.
    #[must_use]
    pub fn allows_attachments(self) -> bool {
        !matches!(self, Self::A2a | Self::A2b | Self::A2u)
    }

    /// The name in `report.toml` and in the Typst compiler.
    #[must_use]
    pub fn name(self) -> &'static str {
        super::name_of(&Self::NAMES, &self)
    }
}

/// The sign before the decimals of a number.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum DecimalSign {
    /// As in 1,234.5.
    Point,
    /// As in 1.234,5.
    Comma,
}

impl DecimalSign {
    /// Both signs and their names in `report.toml`.
    pub const NAMES: [(&'static str, Self); 2] = [(".", Self::Point), (",", Self::Comma)];
}

/// How tables write what differs between offices.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct TableSettings {
    /// The decimal sign of numbers stored as text; `None` rejects ambiguous numbers.
    pub decimal: Option<DecimalSign>,
    /// The meanings of signs in place of numbers.
    pub signs: BTreeMap<String, ObservationStatus>,
    /// Headers of columns that are not read.
    pub ignored: Vec<String>,
}

/// A template and its languages.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Edition {
    /// The template's name.
    pub template: Located<String>,
    /// In the order in which they are built.
    pub languages: Vec<Located<Language>>,
}

/// The contents of `report.toml`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Settings {
    /// The stem of output file names.
    pub id: ReportId,
    /// The plan.
    pub plan: Plan,
    /// The round.
    pub round: Round,
    /// In the order of the report.
    pub groups: Vec<Group>,
    /// False if a group could not be read, so that unknown groups may be defined after all.
    pub groups_are_whole: bool,
    /// In the order of the report.
    pub highlights: Vec<Highlight>,
    /// In the order of the report; notes that only cells name follow.
    pub notes: Vec<Located<NoteId>>,
    /// The thresholds of pace.
    pub bands: Bands,
    /// How tables are written.
    pub tables: TableSettings,
    /// The document number given by a committee.
    pub material: Option<Material>,
    /// Changes to the look of the templates.
    pub look: Look,
    /// The standards of every PDF.
    pub standards: Vec<Located<Standard>>,
    /// The setting that attaches the report's data to every PDF.
    pub attach_data: Option<Place>,
    /// The documents to build.
    pub editions: Vec<Edition>,
}

impl Settings {
    /// The languages of all editions without duplicates, in the order of their first use.
    #[must_use]
    pub fn languages(&self) -> Vec<&Located<Language>> {
        let mut languages: Vec<&Located<Language>> = Vec::new();
        for language in self.editions.iter().flat_map(|edition| &edition.languages) {
            if !languages.iter().any(|known| known.value == language.value) {
                languages.push(language);
            }
        }
        languages
    }
}

impl fmt::Display for Day {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(formatter, "{:04}-{:02}-{:02}", self.year, self.month, self.day)
    }
}
