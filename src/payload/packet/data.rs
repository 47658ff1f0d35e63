//! The shapes of `/packet.json`, `/cover.json` and `/stamps.json`: everything that the pages of a packet show, formatted in
//! one language.

use std::collections::BTreeMap;

use serde::Serialize;

use super::super::data::{DateData, LanguageLinkData, PageData};
use crate::typeset::Families;

/// The version of this contract.
pub const PACKET_SCHEMA: u32 = 1;

/// What the first pages, the covers and the web page of a packet read: `/packet.json`.
#[derive(Debug, Clone, Serialize)]
#[serde(rename_all = "kebab-case")]
pub struct PacketData {
    /// The version of the contract.
    pub schema: u32,
    /// The title of the whole packet.
    pub title: String,
    /// The first pages as a document.
    pub document: PacketDocumentData,
    /// The page.
    pub page: PageData,
    /// The font families of the language.
    pub fonts: Families,
    /// The messages that the template prints.
    pub words: BTreeMap<String, String>,
    /// The meeting.
    pub meeting: PacketMeetingData,
    /// The items of the agenda.
    pub agenda: Vec<String>,
    /// The materials by series; a series without materials is left out.
    pub materials: Vec<PacketGroupData>,
    /// The number of pages of all materials in the packet.
    pub total: String,
    /// Says whether materials for members are included; null if there are none.
    pub members_note: Option<String>,
    /// Says that the materials are drafts; null if they are not.
    pub draft: Option<String>,
    /// What the web page can link to.
    pub links: PacketLinksData,
}

/// The document as a whole.
#[derive(Debug, Clone, Serialize)]
#[serde(rename_all = "kebab-case")]
pub struct PacketDocumentData {
    /// The title.
    pub title: String,
    /// The committee.
    pub issuer: Option<String>,
    /// The language: `ja`.
    pub language: String,
    /// The region of the language: `GB`.
    pub region: Option<String>,
    /// The day of the meeting.
    pub date: DateData,
    /// The day of the meeting, formatted.
    pub date_text: String,
}

/// The meeting.
#[derive(Debug, Clone, Serialize)]
#[serde(rename_all = "kebab-case")]
pub struct PacketMeetingData {
    /// The name of the committee.
    pub name: String,
    /// The name of the committee with the number of the meeting, if it has one.
    pub title: String,
    /// The day with its weekday and the hours.
    pub day: String,
    /// Where the meeting is held.
    pub place: Option<String>,
}

/// The materials of a series.
#[derive(Debug, Clone, Serialize)]
#[serde(rename_all = "kebab-case")]
pub struct PacketGroupData {
    /// `main`, `reference`, or `none` for materials without a number behind the reference materials.
    pub series: String,
    /// The name.
    pub name: String,
    /// The materials in the order of the packet.
    pub rows: Vec<PacketMaterialData>,
}

/// A material in the list.
#[derive(Debug, Clone, Serialize)]
#[serde(rename_all = "kebab-case")]
pub struct PacketMaterialData {
    /// Its index in the packet.
    pub index: usize,
    /// Its number as printed: 資料1-2; null if it has none.
    pub label: Option<String>,
    /// Its title.
    pub title: String,
    /// The address of its first page, which becomes a link within the packet; null if it is not in the packet.
    pub link: Option<String>,
    /// The page of the packet on which it begins, or a sign in place of it.
    pub page: String,
    /// The number of its pages, or a sign in place of it.
    pub page_count: String,
    /// The mark of materials that only members get; null for all others.
    pub for_members: Option<String>,
    /// Its own file, for the web page; null if there is none.
    pub file: Option<PacketFileData>,
}

/// A file beside the web page.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub struct PacketFileData {
    /// The name of the file.
    pub name: String,
    /// Its size, formatted.
    pub size: String,
}

/// What a web page can link to.
#[derive(Debug, Clone, Default, Serialize)]
#[serde(rename_all = "kebab-case")]
pub struct PacketLinksData {
    /// The first pages by themselves.
    pub agenda: Option<PacketFileData>,
    /// The whole packet in one file.
    pub whole: Option<PacketFileData>,
    /// The packet in other languages.
    pub languages: Vec<LanguageLinkData>,
}

/// What the cover of a material reads besides: `/cover.json`.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub struct CoverData {
    /// The number of the material; null if it has none.
    pub label: Option<String>,
    /// Its title.
    pub title: String,
    /// Both in one line.
    pub document_title: String,
}

/// What the stamps read: `/stamps.json`. Each stamp is a page: the labels, then the numbers.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub struct StampsData {
    /// The labels, each once.
    pub labels: Vec<StampData>,
    /// The page numbers.
    pub numbers: Vec<String>,
}

/// A label to be stamped; at least one of its parts exists.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub struct StampData {
    /// The number of the material: 資料1-2.
    pub label: Option<String>,
    /// The mark of drafts: 案.
    pub draft: Option<String>,
}
