//! Builds `/report.json` with its charts and figures from report, messages and template.

mod chart;
mod citation;
mod computation;
mod data;
mod fit;
mod highlight;
mod indicator_table;
mod literal;
mod note;
mod origins;
mod packet;
mod scale;
mod schema;
mod shortfall;
mod shown;
mod status_matrix;
mod undefined_words;
mod value;
mod year;

use std::cell::RefCell;
use std::collections::BTreeMap;
use std::rc::Rc;

use base64::Engine;
use base64::engine::general_purpose::STANDARD as BASE64;

pub use data::{
    AttachmentData, ChartData, ColumnData, CommonYearsData, ComputationData, CountData, Data, DateData, DocumentData,
    FigureData, GroupData, HighlightData, LanguageLinkData, LinksData, MaterialData, NoteData, OpenValueData, PageData,
    ProgressData, RowData, SCHEMA, ScaledData, StatusData, TableData, TableLinkData, TablePartData, TablesData,
    ValueData, YearValueData,
};
pub use fit::{Fit, Need};
pub use note::sign;
pub use origins::{Origin, OriginKind, Origins, Reader};
pub use packet::{
    CoverData, FileFacts, MATERIAL_ADDRESS, MaterialFacts, PACKET_SCHEMA, PacketData, PacketDocumentData,
    PacketFileData, PacketGroupData, PacketIngredients, PacketLinksData, PacketMaterialData, PacketMeetingData,
    StampData, Stamps, StampsData,
};
pub use scale::in_units_of;
pub use schema::data_schema;
pub use undefined_words::unknown_units_and_kinds;

use crate::chart::Typeface;
use crate::diagnostic::Place;
use crate::figure::Figure;
use crate::locale::Words;
use crate::open_data::Attachment;
use crate::report::{Accumulation, Aim, GroupId, Indicator, Material, MaterialSeries, Report, Target, UnitId};
use crate::typeset::{Families, Template};

/// The message with a language's name for itself, for links between the web pages of a report.
pub const LANGUAGE_NAME: &str = "language-name";

/// The folder of attached files.
pub const ATTACHMENTS_FOLDER: &str = "attachments/";

/// Everything that a document is compiled from, besides its template.
#[derive(Debug)]
pub struct Payload {
    /// The content of `/report.json`.
    pub data: Data,
    /// Charts and figures by their paths from the root, without a leading slash.
    pub files: Vec<(String, Vec<u8>)>,
}

impl Payload {
    /// Adds a file for the PDF to embed.
    pub fn attach(&mut self, attachment: &Attachment) {
        let path = format!("{ATTACHMENTS_FOLDER}{}", attachment.name);
        self.data.attachments.push(AttachmentData {
            path: format!("/{path}"),
            name: attachment.name.clone(),
            description: attachment.description.clone(),
            media_type: attachment.media_type.to_owned(),
            relationship: attachment.relationship.to_owned(),
        });
        self.files.push((path, attachment.data.clone()));
    }

    /// Puts a table of data into the web page, for readers to save; ignores other files.
    pub fn offer(&mut self, attachment: &Attachment) {
        if attachment.media_type == "text/csv" {
            self.data.links.tables.push(TableLinkData {
                name: attachment.name.clone(),
                description: attachment.description.clone(),
                address: format!("data:text/csv;charset=utf-8;base64,{}", BASE64.encode(&attachment.data)),
            });
        }
    }
}

/// The input of a payload.
#[derive(Clone, Copy)]
pub struct Ingredients<'a> {
    /// The report.
    pub report: &'a Report,
    /// The messages of the document's language.
    pub words: &'a Words,
    /// The template.
    pub template: &'a Template,
    /// The place of the template's requirements, for diagnostics.
    pub template_place: &'a Place,
    /// The font families of the language.
    pub families: &'a Families,
    /// The same fonts, for measuring charts.
    pub typeface: &'a Typeface,
    /// The files of the report's figures by name.
    pub figures: &'a BTreeMap<String, Figure>,
    /// The committee's number for the document.
    pub material: Option<&'a Material>,
    /// The layout of the tables.
    pub fit: &'a Fit,
}

/// Provides everything that messages can cite, and checks their citations. Has to be called before anything else is
/// formatted.
pub fn cite(ingredients: Ingredients<'_>) {
    let builder = PayloadBuilder::new(ingredients);
    builder.cite();
    builder.expect_citations();
}

/// Builds the data without charts; missing and faulty messages are reported by `words`.
#[must_use]
pub fn data(ingredients: Ingredients<'_>) -> Data {
    PayloadBuilder::new(ingredients).data(&mut Vec::new())
}

/// Builds the data and draws the charts.
#[must_use]
pub fn build(ingredients: Ingredients<'_>) -> Payload {
    let builder = PayloadBuilder::new(ingredients);
    let mut files = Vec::new();
    let mut data = builder.data(&mut files);
    builder.draw_charts(&mut data, &mut files);
    Payload { data, files }
}

/// Measures the template's tables in one language; `numerals` is the typeface of their numbers.
#[must_use]
pub fn need(ingredients: Ingredients<'_>, numerals: &Typeface) -> Need {
    PayloadBuilder::new(ingredients).need(numerals)
}

/// The number of a committee document as it is printed: 資料1-2.
#[must_use]
pub fn material_label(material: &Material, words: &Words, needed_by: &Place) -> String {
    let message = match material.series {
        MaterialSeries::Main => "material-main",
        MaterialSeries::Reference => "material-reference",
    };
    let number = words.data(&material.number, material.place.as_ref());
    words.text(message, &[("number", number.as_str())], needed_by)
}

/// Builds the payload of one language; its methods are spread over this folder's files.
struct PayloadBuilder<'a> {
    ingredients: Ingredients<'a>,
    /// Cached texts around the numbers of each unit that do not depend on the number.
    units: RefCell<BTreeMap<String, Rc<str>>>,
    /// Cached powers of ten in which each unit can be shown.
    powers: RefCell<BTreeMap<UnitId, Rc<[u32]>>>,
}

impl<'a> std::ops::Deref for PayloadBuilder<'a> {
    type Target = Ingredients<'a>;

    fn deref(&self) -> &Self::Target {
        &self.ingredients
    }
}

impl<'a> PayloadBuilder<'a> {
    fn new(ingredients: Ingredients<'a>) -> Self {
        Self { ingredients, units: RefCell::default(), powers: RefCell::default() }
    }
}

impl PayloadBuilder<'_> {
    /// The data without charts; adds figures to `files`.
    fn data(&self, files: &mut Vec<(String, Vec<u8>)>) -> Data {
        let report = self.report;
        let groups = report.group_ids().enumerate().map(|(index, group)| self.group(index, group)).collect();
        let highlights = report.settings.highlights.iter().map(|highlight| self.highlight(highlight, files)).collect();
        Data {
            schema: SCHEMA,
            document: self.document(),
            page: self.page(),
            logo: self.logo(files),
            material: self
                .material
                .map(|material| MaterialData { label: material_label(material, self.words, self.template_place) }),
            notice: self.words.prose("report-notice", &[]),
            fonts: self.families.clone(),
            words: self.template_words(),
            overview: self.words.prose("overview", &[]),
            evaluation: self.words.prose("evaluation", &[]),
            years: self.years(),
            tables: self.tables_shown(),
            bound_units: self.bound_units(),
            groups,
            highlights,
            notes: self.notes(),
            earlier_notes: self.earlier_notes(),
            open_values: self.open_values(),
            progress: ProgressData {
                counts: self.status_counts(report.main_indicators()),
                gaps: self.shortfalls(),
                gaps_chart: None,
            },
            attachments: Vec::new(),
            links: LinksData::default(),
        }
    }

    fn document(&self) -> DocumentData {
        let round = &self.report.settings.round;
        let published = round.published.value;
        let language = self.words.language();
        DocumentData {
            title: self.words.text("report-title", &[], &round.fiscal_year.place),
            subtitle: self.words.optional("report-subtitle", &[]),
            issuer: self.words.optional("report-issuer", &[]),
            language: language.primary().to_owned(),
            region: language.region().map(str::to_owned),
            date: DateData { year: published.year, month: published.month, day: published.day },
            date_text: self.words.day(published),
            round: self.words.fiscal_year(round.fiscal_year.value),
            as_of: self.words.day(round.as_of.value),
        }
    }

    fn page(&self) -> PageData {
        let (width, height) = self.template.theme.page.size(self.template.manifest.orientation);
        PageData { width, height }
    }

    fn template_words(&self) -> BTreeMap<String, String> {
        let bands = &self.report.settings.bands;
        let band = |value: rust_decimal::Decimal| self.words.number(value, value.scale());
        let share = self.percent(self.report.elapsed_share(), self.template_place);
        let (on_track, acceleration_needed) = (band(bands.on_track), band(bands.acceleration_needed));
        let arguments = [
            ("on-track", on_track.as_str()),
            ("acceleration-needed", &acceleration_needed),
            ("share", &share),
            ("downward", self.occurs(|indicator, target| Aim::of(indicator, target).is_down())),
            ("year-targets", self.occurs(|indicator, _| self.report.year_target(indicator).is_some())),
            ("earlier", self.occurs(|indicator, _| self.report.judged(indicator).is_earlier)),
            (
                "baselines",
                self.occurs(|indicator, _| {
                    indicator.baseline.is_some() && indicator.accumulation == Accumulation::Cumulative
                }),
            ),
            ("progress", self.occurs(|indicator, _| indicator.baseline.is_some())),
            (
                "levels",
                self.occurs(|indicator, _| {
                    indicator.accumulation != Accumulation::Cumulative && self.report.expected_rate(indicator).is_some()
                }),
            ),
        ];
        let manifest = &self.template.manifest;
        let text_of = |key: &str| self.words.text(key, &arguments, self.template_place);
        // Do not report messages for the template's other form as unused.
        if let Some(html) = &manifest.html {
            for key in html.words.iter().map(String::as_str).chain([LANGUAGE_NAME]) {
                self.words.optional(key, &arguments);
            }
        }
        // An attribute is an optional variant of its message.
        let text = |key: &str| match key.split_once('.').map(|(message, _)| message) {
            Some(message) => self.words.optional(key, &arguments).unwrap_or_else(|| text_of(message)),
            None => text_of(key),
        };
        manifest.words.iter().map(|key| (key.clone(), text(key))).collect()
    }

    /// `yes` if any indicator with a target matches, so that a sentence only explains what occurs.
    fn occurs(&self, is_of_sort: impl Fn(&Indicator, &Target) -> bool) -> &'static str {
        let with_target =
            |indicator: &Indicator| indicator.target.as_ref().is_some_and(|target| is_of_sort(indicator, target));
        if self.report.indicators.iter().any(with_target) { "yes" } else { "no" }
    }

    fn group(&self, index: usize, group: Option<&GroupId>) -> GroupData {
        let place = self
            .report
            .settings
            .groups
            .iter()
            .find(|known| Some(&known.id) == group)
            .map_or(self.template_place, |group| &group.place);
        let message = group.map(|group| format!("group-{group}"));
        let name = match group {
            Some(group) => self.group_name(group, place),
            None => self.all_indicators(place),
        };
        let tables = self.tables(group);
        GroupData {
            words: self.group_words(group, &name),
            id: group.map(ToString::to_string).unwrap_or_default(),
            number: message.as_ref().and_then(|message| self.words.optional(&format!("{message}.number"), &[])),
            short_name: group.map_or_else(|| name.clone(), |group| self.short_group_name(group, place)),
            name,
            description: group.and_then(|group| self.words.prose(&format!("description-{group}"), &[])),
            overview: group.and_then(|group| self.words.prose(&format!("overview-{group}"), &[])),
            common_years: year::common_years(&tables),
            tables,
            counts: self.status_counts(self.report.indicators_of(group)),
            matrix: self.status_matrix(group),
            charts: Vec::new(),
            featured: Vec::new(),
            multiples: Vec::new(),
            scales: self.scales_in_words(&self.report.with_parts(group).collect::<Vec<_>>()),
            notes: self.notes_of_table(&self.report.with_parts(group).collect::<Vec<_>>()),
            accent: self.template.theme.accent(index).to_owned(),
        }
    }

    fn group_words(&self, group: Option<&GroupId>, name: &str) -> BTreeMap<String, String> {
        let tally = |indicators: Vec<&Indicator>| self.tally(&indicators);
        let all = tally(self.report.indicators_of(group).collect());
        let others = tally(self.beside_featured(group).collect());
        let yes = |is_so: bool| if is_so { "yes" } else { "no" };
        let arguments = [
            ("group", name),
            ("targets", &all.targets),
            ("reported", &all.reported),
            ("achieved", &all.achieved),
            ("behind", yes(all.furthest.is_some())),
            ("furthest", all.furthest.as_deref().unwrap_or_default()),
            ("other-targets", &others.targets),
            ("other-well", &others.well),
        ];
        let words = self.template.manifest.group_words.iter();
        words.map(|key| (key.clone(), self.words.text(key, &arguments, self.template_place))).collect()
    }

    fn group_name(&self, group: &GroupId, needed_by: &Place) -> String {
        self.words.text(&format!("group-{group}"), &[], needed_by)
    }

    /// A group's short name, or its full name if it has none.
    fn short_group_name(&self, group: &GroupId, needed_by: &Place) -> String {
        let label = self.words.optional(&format!("group-{group}.label"), &[]);
        label.unwrap_or_else(|| self.group_name(group, needed_by))
    }

    fn all_indicators(&self, needed_by: &Place) -> String {
        self.words.text("all-indicators", &[], needed_by)
    }
}
