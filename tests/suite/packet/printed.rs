//! A made-up packet and what its template makes of it.

use std::collections::BTreeMap;
use std::sync::{Arc, LazyLock};

use nenpo::diagnostic::{Diagnostics, Located, Place};
use nenpo::locale::{Findings, LocaleFile, Words};
use nenpo::packet::{
    AgendaItem, Hours, MaterialFile, MaterialSource, Meeting, Packet, PacketMaterial, Texts, Time, first_pages,
};
use nenpo::payload::{FileFacts, MaterialFacts, PacketIngredients};
use nenpo::pipeline::packet::{PacketPages, PacketPress, PacketProblems};
use nenpo::report::{Day, Language, Look, Material, MaterialSeries, ReportId};
use nenpo::resources::{ReadyTemplate, locale_files, read_packet_template};
use nenpo::source::Project;
use nenpo::typeset::{Document, Fonts, VirtualFiles, layout, library_of};
use typst::foundations::Bytes;
use typst_layout::PagedDocument;

use crate::support::built_in_fonts;

static FONTS: LazyLock<Fonts> = LazyLock::new(built_in_fonts);

/// Titles as offices write them, from short to several lines.
const TITLES: [[&str; 2]; 4] = [
    ["推進計画の令和4年度フォローアップ（概要）", "Plan for the promotion of research: follow-up for FY2022 (summary)"],
    ["今後の進め方", "Next steps"],
    [
        "全8統合プロジェクトの評価結果及び今後の取組の方向性に関する各府省の自己点検並びに有識者の意見の取りまとめについて",
        "Evaluation of the eight integrated projects and the direction of future work: self-assessments by the ministries \
         concerned and opinions of experts, with the responses of each of the offices",
    ],
    ["令和6年度の関連予算（要求額）のポイント", "Budget request for FY2024: main points"],
];

/// A packet in one language with everything that its pages are made of.
pub(super) struct Printed {
    /// The packet.
    pub(super) packet: Packet,
    template: ReadyTemplate,
    words: Words,
    language: Language,
}

fn place() -> Place {
    Place::whole(&"packet.toml".into())
}

/// A text of the settings.
pub(super) fn text_of(text: String) -> Located<String> {
    Located::new(text, place())
}

/// A text in both languages.
fn texts(ja: &str, en: &str) -> Texts {
    let by_language =
        [("ja", ja), ("en", en)].map(|(tag, text)| (Language::new(tag).unwrap(), text_of(text.to_owned())));
    Texts::ByLanguage(BTreeMap::from(by_language))
}

fn material(number: Option<(&str, MaterialSeries)>, title: [&str; 2]) -> PacketMaterial {
    PacketMaterial {
        number: number.map(|(number, series)| Material { number: number.to_owned(), series, place: None }),
        title: Some(texts(title[0], title[1])),
        source: MaterialSource::File(MaterialFile::Same(Located::new("a.pdf".to_owned(), place()), None)),
        for_members: false,
        has_cover: false,
        place: place(),
    }
}

/// A packet of so many materials: a third of them for reference, the last without a number.
pub(super) fn packet(count: usize) -> Packet {
    let main = count - count / 3 - 1;
    let numbers = (1..=main).map(|number| Some((number, MaterialSeries::Main)));
    let numbers = numbers.chain((1..=count / 3).map(|number| Some((number, MaterialSeries::Reference)))).chain([None]);
    let materials = numbers.enumerate().map(|(index, number)| match number {
        Some((number, series)) => material(Some((&number.to_string(), series)), TITLES[index % TITLES.len()]),
        None => material(None, ["座席表", "Seating plan"]),
    });
    Packet {
        id: ReportId::new("council-5").unwrap(),
        languages: ["ja", "en"].map(|tag| Located::new(Language::new(tag).unwrap(), place())).into(),
        meeting: Meeting {
            name: texts("健康・医療戦略推進専門調査会", "Expert Panel on the Health and Medical Strategy"),
            number: Some(5),
            date: Day { year: 2023, month: 10, day: 13 },
            hours: Some(Hours { start: Time { hour: 14, minute: 0 }, end: Some(Time { hour: 16, minute: 0 }) }),
            place: Some(texts("中央合同庁舎第4号館 123会議室", "Conference Room 123")),
        },
        agenda: [("計画のフォローアップについて", "Follow-up of the plan"), ("その他", "Other matters")]
            .map(|(ja, en)| AgendaItem { title: texts(ja, en) })
            .into(),
        materials: materials.collect(),
        is_draft: false,
        duplex: false,
        look: Look::default(),
    }
}

impl Printed {
    /// Makes a packet’s pages ready in one language.
    pub(super) fn new(packet: Packet, tag: &str) -> Self {
        Self::in_project(packet, tag, BTreeMap::new())
    }

    /// The same with files beside `packet.toml`.
    pub(super) fn in_project(packet: Packet, tag: &str, files: BTreeMap<String, Vec<u8>>) -> Self {
        let (mut project, mut diagnostics) = (Project::of_files(files), Diagnostics::default());
        let language = Language::new(tag).unwrap();
        let template = read_packet_template(&mut project, &packet.look, &place(), &mut diagnostics).unwrap();
        let located = Located::new(language.clone(), place());
        let files: Vec<LocaleFile> = locale_files(&mut project, &located, &mut diagnostics).unwrap();
        assert!(!diagnostics.has_errors());
        let words = Words::new(language.clone(), &files, Arc::new(|_, _| true));
        Self { packet, template, words, language }
    }

    /// What the template is made of.
    pub(super) fn ingredients(&self) -> PacketIngredients<'_> {
        PacketIngredients {
            packet: &self.packet,
            words: &self.words,
            template: &self.template.template,
            template_place: &self.template.place,
            families: Box::leak(Box::new(self.template.template.theme.families(&self.language))),
        }
    }

    /// The facts about the materials, of which those for members are left out, after so many first pages.
    pub(super) fn facts(&self, front: usize) -> Vec<MaterialFacts> {
        let page_count =
            |(index, material): (usize, &PacketMaterial)| (!material.for_members).then_some(1 + index * 7 % 40);
        let page_counts: Vec<_> = self.packet.materials.iter().enumerate().map(page_count).collect();
        let first_pages = first_pages(front, &page_counts, self.packet.duplex);
        let materials = self.packet.materials.iter().zip(page_counts).zip(first_pages).enumerate();
        materials
            .map(|(index, ((material, page_count), first_page))| MaterialFacts {
                title: material.title.as_ref().unwrap().of(&self.language).to_owned(),
                page_count: page_count.unwrap_or_default(),
                first_page,
                file: Some(FileFacts { name: format!("{:02}.pdf", index + 1), bytes: 300_000 * (1 + index as u64) }),
            })
            .collect()
    }

    fn with_press<T>(&self, make: impl FnOnce(&PacketPress<'_>, &mut PacketProblems) -> Option<T>) -> T {
        let identifier = format!("council-5-{}", self.language);
        let (mut project, mut diagnostics) = (Project::of_files(BTreeMap::new()), Diagnostics::default());
        let press = PacketPress::new(&self.template, &FONTS, identifier, &mut diagnostics).unwrap();
        let mut problems = PacketProblems::default();
        let made = make(&press, &mut problems);
        problems.show(&mut project, &mut diagnostics);
        assert!(diagnostics.sorted().is_empty(), "{:#?}", diagnostics.sorted());
        made.unwrap()
    }

    /// The first pages.
    pub(super) fn front(&self) -> PacketPages {
        let data = |front| self.ingredients().data(&self.facts(front));
        self.with_press(|press, problems| press.front(data, problems))
    }

    /// The cover of a material.
    pub(super) fn cover(&self, index: usize) -> PacketPages {
        let (ingredients, facts) = (self.ingredients(), self.facts(1));
        let cover = ingredients.cover(&self.packet.materials[index], &facts[index].title);
        let data = ingredients.data(&facts);
        self.with_press(|press, problems| press.cover(&data, index, &cover, problems))
    }

    /// The stamps of a packet of so many pages.
    pub(super) fn stamps(&self, page_count: usize) -> PacketPages {
        let ingredients = self.ingredients();
        let data = ingredients.data(&self.facts(1));
        let stamps = ingredients.stamps(page_count).data;
        self.with_press(|press, problems| press.stamps(&data, &stamps, problems))
    }

    /// The page for the web.
    pub(super) fn web_page(&self) -> String {
        let ingredients = PacketIngredients { template: self.template.html.as_ref().unwrap(), ..self.ingredients() };
        let whole = FileFacts { name: "council-5.pdf".to_owned(), bytes: 9_000_000 };
        let other = ingredients.language_link("../council-5-xx/index.html".to_owned());
        let agenda = FileFacts { name: "00-agenda.pdf".to_owned(), bytes: 40_000 };
        let data = ingredients.web_data(&self.facts(1), Some(&agenda), Some(&whole), &[other]);
        self.with_press(|press, problems| press.web_page(&data, problems))
    }

    /// The pages that `templates/packet/` makes of data at paths such as `packet.json`, laid out.
    pub(super) fn laid_out(&self, main: &str, data: &[(&str, serde_json::Value)]) -> PagedDocument {
        let template = &self.template.template;
        let files = template.files.iter().map(|(path, data)| (format!("templates/{path}"), data.clone()));
        let data = data.iter().map(|(path, data)| ((*path).to_owned(), Bytes::new(serde_json::to_vec(data).unwrap())));
        let files: VirtualFiles = files.chain(data).collect();
        let document = Document { identifier: String::new(), main: format!("templates/packet/{main}"), files };
        layout(&document, &library_of("/packet.json"), &FONTS).unwrap().0
    }

    /// What came of the messages.
    pub(super) fn findings(self) -> Findings {
        self.words.finish()
    }
}
