//! Builds what the pages of a packet read: `/packet.json` for the first pages, the covers and the web page, `/cover.json` and
//! `/stamps.json`.

mod data;
mod meeting;
mod stamps;

use std::collections::BTreeMap;

use rust_decimal::Decimal;

use super::data::{DateData, LanguageLinkData, PageData};
use super::{LANGUAGE_NAME, material_label};
use crate::diagnostic::Place;
use crate::locale::Words;
use crate::packet::{MaterialSource, Packet, PacketMaterial};
use crate::report::MaterialSeries;
use crate::typeset::{Families, Template};

pub use data::{
    CoverData, PACKET_SCHEMA, PacketData, PacketDocumentData, PacketFileData, PacketGroupData, PacketLinksData,
    PacketMaterialData, PacketMeetingData, StampData, StampsData,
};
pub use stamps::Stamps;

/// The scheme of the addresses by which the first pages link to materials: `nenpo:material-0` is the first of the packet.
pub const MATERIAL_ADDRESS: &str = "nenpo:material-";

const BYTES_OF_KILOBYTE: u64 = 1024;

/// What the first pages say of a material besides its settings.
#[derive(Debug, Clone, Default)]
pub struct MaterialFacts {
    /// The title in the language of the packet.
    pub title: String,
    /// The number of its pages in the packet, with its cover.
    pub page_count: usize,
    /// The page of the packet on which it begins, counted from 1; `None` if it is not in the packet.
    pub first_page: Option<usize>,
    /// Its own file, for the web page.
    pub file: Option<FileFacts>,
}

/// A file beside the web page.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FileFacts {
    /// Its name.
    pub name: String,
    /// Its size.
    pub bytes: u64,
}

/// The input of a packet’s pages in one language.
#[derive(Clone, Copy)]
pub struct PacketIngredients<'a> {
    /// The packet.
    pub packet: &'a Packet,
    /// The messages of the language.
    pub words: &'a Words,
    /// The template of packets.
    pub template: &'a Template,
    /// The place of the template’s requirements, for diagnostics.
    pub template_place: &'a Place,
    /// The font families of the language.
    pub families: &'a Families,
}

impl PacketIngredients<'_> {
    /// The data for the first pages, covers and stamps. `materials` are those of the packet, in its order.
    #[must_use]
    pub fn data(&self, materials: &[MaterialFacts]) -> PacketData {
        let page_counts = materials.iter().filter(|facts| facts.first_page.is_some()).map(|facts| facts.page_count);
        let for_members = self.packet.materials.iter().zip(materials).filter(|(material, _)| material.for_members);
        let are_there: Vec<bool> = for_members.map(|(_, facts)| facts.first_page.is_some()).collect();
        let members_note = match are_there.first() {
            None => None,
            Some(_) if are_there.contains(&false) => Some("packet-members-note"),
            Some(_) => Some("packet-members-included"),
        };
        PacketData {
            schema: PACKET_SCHEMA,
            title: self.of_meeting("packet-name"),
            document: self.document(),
            page: self.page(),
            fonts: self.families.clone(),
            words: self.template_words(),
            meeting: self.meeting(),
            agenda: self.packet.agenda.iter().map(|item| self.own(&item.title)).collect(),
            materials: self.groups(materials),
            total: self.words.count(page_counts.sum()),
            members_note: members_note.map(|key| self.text(key, &[])),
            draft: self.packet.is_draft.then(|| self.text("packet-draft", &[])),
            links: PacketLinksData::default(),
        }
    }

    /// The data for the web page, which also links to the files, the first pages, the `whole` packet and the same packet in
    /// other languages.
    #[must_use]
    pub fn web_data(
        &self,
        materials: &[MaterialFacts],
        agenda: Option<&FileFacts>,
        whole: Option<&FileFacts>,
        languages: &[LanguageLinkData],
    ) -> PacketData {
        let mut data = self.data(materials);
        let file = |file: &FileFacts| self.file(file);
        data.links =
            PacketLinksData { agenda: agenda.map(file), whole: whole.map(file), languages: languages.to_vec() };
        for row in data.materials.iter_mut().flat_map(|group| &mut group.rows) {
            let facts = materials.get(row.index).filter(|facts| facts.first_page.is_some());
            row.file = facts.and_then(|facts| facts.file.as_ref()).map(|file| self.file(file));
        }
        data
    }

    /// The link by which web pages in other languages lead to this one.
    #[must_use]
    pub fn language_link(&self, path: String) -> LanguageLinkData {
        let language = self.words.language();
        LanguageLinkData {
            language: language.primary().to_owned(),
            region: language.region().map(str::to_owned),
            name: self.text(LANGUAGE_NAME, &[]),
            path,
        }
    }

    /// The data for the cover of a material with a title.
    #[must_use]
    pub fn cover(&self, material: &PacketMaterial, title: &str) -> CoverData {
        let label = self.label(material);
        let title = self.words.data(title, Some(self.place_of_title(material)));
        let document_title = label.as_ref().map_or_else(
            || title.clone(),
            |label| self.text("packet-numbered-title", &[("number", label.as_str()), ("title", &title)]),
        );
        CoverData { label, title, document_title }
    }

    /// The place of a material’s title; without one, of the report that has it.
    fn place_of_title<'b>(&self, material: &'b PacketMaterial) -> &'b Place {
        let title = material.title.as_ref().and_then(|title| title.place(self.words.language()));
        title.unwrap_or(match &material.source {
            MaterialSource::Report { folder, .. } => &folder.place,
            MaterialSource::File(_) => &material.place,
        })
    }

    /// The number of a material as it is printed, 資料1-2; `None` if it has none.
    #[must_use]
    pub fn label(&self, material: &PacketMaterial) -> Option<String> {
        material.number.as_ref().map(|number| material_label(number, self.words, self.template_place))
    }

    /// How the page of a cover is named in a reader’s list of pages.
    #[must_use]
    pub fn cover_label(&self, label: &str) -> String {
        self.text("packet-cover", &[("label", label)])
    }

    fn text(&self, key: &str, arguments: &[(&str, &str)]) -> String {
        self.words.text(key, arguments, self.template_place)
    }

    fn document(&self) -> PacketDocumentData {
        let (language, date) = (self.words.language(), self.packet.meeting.date);
        PacketDocumentData {
            title: self.of_meeting("packet-agenda-name"),
            issuer: Some(self.own(&self.packet.meeting.name)),
            language: language.primary().to_owned(),
            region: language.region().map(str::to_owned),
            date: DateData { year: date.year, month: date.month, day: date.day },
            date_text: self.words.day(date),
        }
    }

    fn page(&self) -> PageData {
        let (width, height) = self.template.theme.page.size(self.template.manifest.orientation);
        PageData { width, height }
    }

    fn template_words(&self) -> BTreeMap<String, String> {
        self.template.manifest.words.iter().map(|key| (key.clone(), self.text(key, &[]))).collect()
    }

    /// The materials by series. Those without a number follow the documents, or stand for themselves after the reference
    /// materials, so that the pages of a list follow each other.
    fn groups(&self, materials: &[MaterialFacts]) -> Vec<PacketGroupData> {
        let mut is_behind_references = false;
        let mut rows: Vec<(Option<MaterialSeries>, PacketMaterialData)> = Vec::new();
        for (index, (material, facts)) in self.packet.materials.iter().zip(materials).enumerate() {
            is_behind_references |= material.series() == Some(MaterialSeries::Reference);
            let unnumbered = (!is_behind_references).then(MaterialSeries::default);
            rows.push((material.series().or(unnumbered), self.row(index, material, facts)));
        }
        let groups = PacketMaterial::SERIES.into_iter().map(|(name, series)| PacketGroupData {
            series: name.to_owned(),
            name: self.text(&format!("packet-series-{name}"), &[]),
            rows: rows.iter().filter(|(of, _)| *of == series).map(|(_, row)| row.clone()).collect(),
        });
        groups.filter(|group| !group.rows.is_empty()).collect()
    }

    fn row(&self, index: usize, material: &PacketMaterial, facts: &MaterialFacts) -> PacketMaterialData {
        let number = |number: Option<String>| number.unwrap_or_else(|| self.text("absent-not-applicable", &[]));
        PacketMaterialData {
            index,
            label: self.label(material),
            title: self.words.data(&facts.title, Some(self.place_of_title(material))),
            link: facts.first_page.map(|_| format!("{MATERIAL_ADDRESS}{index}")),
            page: number(facts.first_page.map(|page| self.words.digits(page))),
            page_count: number(facts.first_page.map(|_| self.words.count(facts.page_count))),
            for_members: material.for_members.then(|| self.text("packet-members-only", &[])),
            file: None,
        }
    }

    fn file(&self, file: &FileFacts) -> PacketFileData {
        let kilobytes = file.bytes.div_ceil(BYTES_OF_KILOBYTE);
        let size = if kilobytes < BYTES_OF_KILOBYTE {
            self.text("packet-kilobytes", &[("size", &self.words.number(Decimal::from(kilobytes), 0))])
        } else {
            let megabytes = Decimal::from(kilobytes) / Decimal::from(BYTES_OF_KILOBYTE);
            self.text("packet-megabytes", &[("size", &self.words.number(megabytes, 1))])
        };
        PacketFileData { name: file.name.clone(), size }
    }
}
