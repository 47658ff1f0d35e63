//! A committee packet: a meeting, its agenda and its materials. Does not depend on files, language or layout.

mod numbering;
mod paging;
mod texts;
mod time;

use crate::diagnostic::{Located, Place};
use crate::report::{Day, Language, Look, Material, MaterialSeries, ReportId};

pub use numbering::{WantedNumber, numbered, repeated};
pub use paging::first_pages;
pub use texts::Texts;
pub use time::Time;

/// The most materials of a packet, and the most items of its agenda.
pub const MOST_MATERIALS: usize = 500;

/// The most characters of a text, such as a title.
pub const LONGEST_TEXT: usize = 500;

/// A validated packet.
#[derive(Debug, Clone)]
pub struct Packet {
    /// Names the files.
    pub id: ReportId,
    /// The languages in which it is published, each once.
    pub languages: Vec<Located<Language>>,
    /// The meeting.
    pub meeting: Meeting,
    /// The items of the agenda, in order.
    pub agenda: Vec<AgendaItem>,
    /// The materials in the order of the packet.
    pub materials: Vec<PacketMaterial>,
    /// Whether every page is marked as a draft.
    pub is_draft: bool,
    /// Whether each material begins on an odd page, for printing on both sides.
    pub duplex: bool,
    /// Changes to the theme.
    pub look: Look,
}

/// The meeting for which a packet is made.
#[derive(Debug, Clone)]
pub struct Meeting {
    /// The name of the committee.
    pub name: Texts,
    /// The number of the meeting: 5 for 第5回.
    pub number: Option<u32>,
    /// The day.
    pub date: Day,
    /// When it begins and ends.
    pub hours: Option<Hours>,
    /// Where it is held.
    pub place: Option<Texts>,
}

/// The beginning and the end of a meeting.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Hours {
    /// The beginning.
    pub start: Time,
    /// The end, if it is known.
    pub end: Option<Time>,
}

/// An item of the agenda.
#[derive(Debug, Clone)]
pub struct AgendaItem {
    /// Its text.
    pub title: Texts,
}

/// A material of a packet.
#[derive(Debug, Clone)]
pub struct PacketMaterial {
    /// Its number, given or counted in its series; `None` for a material without number, such as a seating plan.
    pub number: Option<Material>,
    /// Its title; `None` for an edition of a report, which has a title of its own.
    pub title: Option<Texts>,
    /// What it consists of.
    pub source: MaterialSource,
    /// Whether only the members of the committee get it.
    pub for_members: bool,
    /// Whether a cover page with its number and title precedes it.
    pub has_cover: bool,
    /// Its table in the settings.
    pub place: Place,
}

/// What a material consists of.
#[derive(Debug, Clone)]
pub enum MaterialSource {
    /// An edition of a report project, in the language of the packet.
    Report {
        /// The path of the project's folder from that of the packet, with forward slashes.
        folder: Located<String>,
        /// The template of the edition; `None` for that of the report's first edition.
        template: Option<Located<String>>,
    },
    /// A PDF file.
    File(MaterialFile),
}

/// The PDF files of a material by language; paths from the packet's folder, with forward slashes.
#[derive(Debug, Clone)]
pub enum MaterialFile {
    /// The same file in every packet, with its language if that is said.
    Same(Located<String>, Option<Language>),
    /// A file for each language of the packet.
    ByLanguage(Vec<(Language, Located<String>)>),
}

impl PacketMaterial {
    /// Every series and its name in `packet.toml`, with that of materials without a number; the first is the default.
    pub const SERIES: [(&'static str, Option<MaterialSeries>); 3] =
        [("main", Some(MaterialSeries::Main)), ("reference", Some(MaterialSeries::Reference)), ("none", None)];

    /// The series of its number.
    #[must_use]
    pub fn series(&self) -> Option<MaterialSeries> {
        self.number.as_ref().map(|number| number.series)
    }
}

impl MaterialFile {
    /// The paths of its files.
    pub fn paths(&self) -> impl Iterator<Item = &Located<String>> {
        let (same, by_language) = match self {
            Self::Same(path, _) => (Some(path), &[][..]),
            Self::ByLanguage(paths) => (None, paths.as_slice()),
        };
        same.into_iter().chain(by_language.iter().map(|(_, path)| path))
    }
}
