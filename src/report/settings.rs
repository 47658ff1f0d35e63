//! What `report.toml` says: the plan, the round, what is shown and in which editions.

use std::collections::BTreeMap;
use std::fmt;

use rust_decimal::Decimal;

use super::{
    FiscalYear, GroupId, HighlightId, IndicatorId, Language, Look, Material, NoteId, ObservationStatus, ReportId,
};
use crate::diagnostic::{Located, Place};

/// A day of the Gregorian calendar.
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
    /// Makes a day, unless the calendar has no such day.
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
    /// Its first fiscal year.
    pub start: FiscalYear,
    /// Its last fiscal year.
    pub end: FiscalYear,
}

/// One year's follow-up.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Round {
    /// The year that is followed up.
    pub fiscal_year: Located<FiscalYear>,
    /// The day up to which values were counted.
    pub as_of: Day,
    /// The day on which the report is published; the document's date.
    pub published: Day,
}

/// A group of indicators.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Group {
    /// Its identifier.
    pub id: GroupId,
    /// Where it stands.
    pub place: Place,
    /// Its main indicators, whose trends are shown large, in their order.
    pub featured: Vec<Located<IndicatorId>>,
}

/// A result told in prose.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Highlight {
    /// Its identifier.
    pub id: HighlightId,
    /// Where it stands.
    pub place: Place,
    /// The group whose result it is.
    pub group: Option<Located<GroupId>>,
    /// The picture's path, relative to the report's folder.
    pub figure: Option<Located<String>>,
}

/// The one method of computing progress that there is.
pub const PROGRESS_METHOD: &str = "linear-pace";

/// The bands of pace that divide the statuses.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Bands {
    /// The least pace that is on track.
    pub on_track: Decimal,
    /// The least pace that needs acceleration; below it, progress is limited.
    pub acceleration_needed: Decimal,
}

impl Default for Bands {
    /// Returns the bands of Open SDG: 0.95 and 0.60.
    fn default() -> Self {
        Self { on_track: Decimal::new(95, 2), acceleration_needed: Decimal::new(60, 2) }
    }
}

/// A PDF standard that nenpo writes. The names are those of the stock compiler.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Standard {
    /// PDF/A-2a: archivable and tagged.
    A2a,
    /// PDF/A-2b: archivable.
    A2b,
    /// PDF/A-2u: archivable, with text that can be searched.
    A2u,
    /// PDF/A-3a: as 2a, and files may be attached.
    A3a,
    /// PDF/A-3b: as 2b, and files may be attached.
    A3b,
    /// PDF/A-3u: as 2u, and files may be attached.
    A3u,
    /// PDF/UA-1: accessible.
    Ua1,
}

impl Standard {
    /// Every standard and the name it is written by.
    pub const NAMES: [(&'static str, Standard); 7] = [
        ("a-2a", Self::A2a),
        ("a-2b", Self::A2b),
        ("a-2u", Self::A2u),
        ("a-3a", Self::A3a),
        ("a-3b", Self::A3b),
        ("a-3u", Self::A3u),
        ("ua-1", Self::Ua1),
    ];

    /// The standards of a report that names none: archivable and accessible.
    pub const DEFAULT: [Standard; 2] = [Self::A2a, Self::Ua1];

    /// The standards of a report that names none and attaches its data.
    pub const DEFAULT_WITH_ATTACHMENTS: [Standard; 2] = [Self::A3a, Self::Ua1];

    /// Returns the standard that asks for the same and allows that files are attached.
    #[must_use]
    pub fn with_attachments(self) -> Self {
        match self {
            Self::A2a => Self::A3a,
            Self::A2b => Self::A3b,
            Self::A2u => Self::A3u,
            Self::A3a | Self::A3b | Self::A3u | Self::Ua1 => self,
        }
    }

    /// Returns whether files may be attached.
    #[must_use]
    pub fn allows_attachments(self) -> bool {
        !matches!(self, Self::A2a | Self::A2b | Self::A2u)
    }

    /// Returns the name by which `report.toml` and the stock compiler know it.
    #[must_use]
    pub fn name(self) -> &'static str {
        super::name_of(&Self::NAMES, &self)
    }
}

/// The sign between the whole and the fraction of a number.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum DecimalSign {
    /// As in 1,234.5.
    Point,
    /// As in 1.234,5.
    Comma,
}

impl DecimalSign {
    /// Both signs and how they are written.
    pub const NAMES: [(&'static str, Self); 2] = [(".", Self::Point), (",", Self::Comma)];
}

/// What the tables of a report mean by what means different things in different offices.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct TableSettings {
    /// The decimal sign of all numbers that are texts; none where each must be certain by itself.
    pub decimal: Option<DecimalSign>,
    /// What signs in place of a number mean, by the signs as they are written.
    pub signs: BTreeMap<String, ObservationStatus>,
}

/// A template in some languages.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Edition {
    /// The template's name.
    pub template: Located<String>,
    /// In the order in which they are built.
    pub languages: Vec<Located<Language>>,
}

/// Everything that `report.toml` says.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Settings {
    /// The stem of the files that are written.
    pub id: ReportId,
    /// The plan.
    pub plan: Plan,
    /// The round.
    pub round: Round,
    /// Groups in the order of the report.
    pub groups: Vec<Group>,
    /// Whether every group could be read; else a group that is not known may be one of those.
    pub groups_are_whole: bool,
    /// Highlights in the order of the report.
    pub highlights: Vec<Highlight>,
    /// Notes in the order of the report; notes of cells that are not named here follow.
    pub notes: Vec<Located<NoteId>>,
    /// The bands of pace.
    pub bands: Bands,
    /// How tables are written.
    pub tables: TableSettings,
    /// The number that a committee gave to the document.
    pub material: Option<Material>,
    /// What differs from the look of the templates.
    pub look: Look,
    /// The standards that every PDF meets.
    pub standards: Vec<Located<Standard>>,
    /// Where it is asked that every PDF holds the report's data as attached files.
    pub attach_data: Option<Place>,
    /// What is built.
    pub editions: Vec<Edition>,
}

impl Settings {
    /// Returns the languages of all editions, each once, where it is first named.
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
