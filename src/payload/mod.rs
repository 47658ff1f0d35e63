//! Report + words + template → `/report.json` with its charts and figures: the one place where they meet.

mod chart;
mod citation;
mod data;
mod value;

use std::collections::BTreeMap;

pub use data::{
    ChartData, CountData, Data, DateData, DocumentData, FigureData, GroupData, HighlightData, MaterialData, NoteData,
    ProgressData, RowData, SCHEMA, StatusData, TableData, ValueData,
};

use crate::chart::Typeface;
use crate::diagnostic::{Code, Diagnostic, Located, Place};
use crate::figure::{FigureKind, localize_svg};
use crate::locale::{Block, Inline, Rich, Words};
use crate::report::{
    GroupId, Highlight, Indicator, IndicatorId, Material, MaterialSeries, NoteId, Observation, Report, Status,
};
use crate::typeset::{Families, Template};

/// Everything that a document is made of, besides its template.
#[derive(Debug)]
pub struct Payload {
    /// What the template reads.
    pub data: Data,
    /// Charts and figures by their paths from the root, without a leading slash.
    pub files: Vec<(String, Vec<u8>)>,
}

/// What a payload is made of.
#[derive(Clone, Copy)]
pub struct Ingredients<'a> {
    /// The report.
    pub report: &'a Report,
    /// The words of the document's language.
    pub words: &'a Words,
    /// The template that will show it.
    pub template: &'a Template,
    /// Where the template says what it asks for.
    pub template_place: &'a Place,
    /// The font families of the language.
    pub families: &'a Families,
    /// The same fonts, for the measures of charts.
    pub typeface: &'a Typeface,
    /// The files that the report's figures name.
    pub figures: &'a BTreeMap<String, Vec<u8>>,
    /// The committee's number for the document.
    pub material: Option<&'a Material>,
}

/// Puts a report into words; every message that is missing or faulty becomes a fault of the words.
#[must_use]
pub fn build(ingredients: Ingredients<'_>) -> Payload {
    let speaker = Speaker(ingredients);
    speaker.cite();
    speaker.payload()
}

/// Says a report in one language. Its parts stand in this folder's files.
struct Speaker<'a>(Ingredients<'a>);

impl<'a> std::ops::Deref for Speaker<'a> {
    type Target = Ingredients<'a>;

    fn deref(&self) -> &Self::Target {
        &self.0
    }
}

impl Speaker<'_> {
    fn payload(&self) -> Payload {
        let mut files = Vec::new();
        let report = self.report;
        let groups = self.groups().enumerate().map(|(index, group)| self.group(index, group, &mut files)).collect();
        let highlights =
            report.settings.highlights.iter().map(|highlight| self.highlight(highlight, &mut files)).collect();
        let counts = self.status_counts(report.main_indicators());
        let chart = self.status_chart(&counts, &mut files);
        let data = Data {
            schema: SCHEMA,
            document: self.document(),
            material: self.material.map(|material| self.material_label(material)),
            notice: self.words.prose("report-notice", &[]),
            fonts: self.families.clone(),
            words: self.template_words(),
            overview: self.words.prose("overview", &[]),
            evaluation: self.words.prose("evaluation", &[]),
            groups,
            highlights,
            notes: self.notes(),
            progress: ProgressData { counts, chart },
        };
        Payload { data, files }
    }

    /// Returns the groups in their order, and "no group" last where indicators have none.
    fn groups(&self) -> impl Iterator<Item = Option<&GroupId>> {
        let ungrouped = self.report.indicators_of(None).next().map(|_| None);
        self.report.settings.groups.iter().map(|group| Some(&group.id)).chain(ungrouped)
    }

    fn document(&self) -> DocumentData {
        let round = &self.report.settings.round;
        let language = self.words.language();
        DocumentData {
            title: self.words.text("report-title", &[], &round.fiscal_year.place),
            subtitle: self.words.optional("report-subtitle", &[]),
            issuer: self.words.optional("report-issuer", &[]),
            language: language.primary().to_owned(),
            region: language.region().map(str::to_owned),
            date: DateData { year: round.published.year, month: round.published.month, day: round.published.day },
            date_text: self.words.day(round.published),
            round: self.words.fiscal_year(round.fiscal_year.value),
            as_of: self.words.day(round.as_of),
        }
    }

    fn material_label(&self, material: &Material) -> MaterialData {
        let message = match material.series {
            MaterialSeries::Main => "material-main",
            MaterialSeries::Reference => "material-reference",
        };
        let arguments = [("number", material.number.as_str())];
        MaterialData { label: self.words.text(message, &arguments, self.template_place) }
    }

    /// Formats the messages that the template asks for; each is given the settings that a sentence may speak of.
    fn template_words(&self) -> BTreeMap<String, String> {
        let bands = &self.report.settings.bands;
        let band = |value: rust_decimal::Decimal| self.words.number(value, value.scale());
        let share = self.percent(self.report.elapsed_share(), self.template_place);
        let (on_track, acceleration_needed) = (band(bands.on_track), band(bands.acceleration_needed));
        let arguments =
            [("on-track", on_track.as_str()), ("acceleration-needed", &acceleration_needed), ("share", &share)];
        self.template
            .manifest
            .words
            .iter()
            .map(|key| (key.clone(), self.words.text(key, &arguments, self.template_place)))
            .collect()
    }

    fn group(&self, index: usize, group: Option<&GroupId>, files: &mut Vec<(String, Vec<u8>)>) -> GroupData {
        let place = self
            .report
            .settings
            .groups
            .iter()
            .find(|known| Some(&known.id) == group)
            .map_or(self.template_place, |group| &group.place);
        let accent = self.template.theme.accent(index).to_owned();
        let message = group.map(|group| format!("group-{group}"));
        GroupData {
            id: group.map(ToString::to_string).unwrap_or_default(),
            number: message.as_ref().and_then(|message| self.words.optional(&format!("{message}.number"), &[])),
            name: match group {
                Some(group) => self.group_name(group, place),
                None => self.all_indicators(place),
            },
            overview: group.and_then(|group| self.words.prose(&format!("overview-{group}"), &[])),
            tables: self.tables(group),
            counts: self.status_counts(self.report.indicators_of(group)),
            chart: self.achievement_chart(group, &accent, files),
            accent,
        }
    }

    fn tables(&self, group: Option<&GroupId>) -> Vec<TableData> {
        let mut tables: Vec<TableData> = Vec::new();
        for indicator in self.report.indicators_of(group) {
            let row = self.row(indicator);
            let kind = indicator.kind.value.as_str();
            if let Some(table) = tables.iter_mut().find(|table| table.kind == kind) {
                table.rows.push(row);
            } else {
                let name = self.words.text(&format!("kind-{kind}"), &[], &indicator.kind.place);
                tables.push(TableData { kind: kind.to_owned(), name, rows: vec![row] });
            }
        }
        tables
    }

    fn row(&self, indicator: &Indicator) -> RowData {
        let observation = self.report.observation(&indicator.id);
        let status = self.report.status(indicator);
        let actual = self.report.actual(&indicator.id);
        let firmness = Self::firmness_mark(observation).map(|message| self.words.text(message, &[], &indicator.place));
        let mut marks = self.marks(actual.map(|actual| actual.notes.as_slice()).unwrap_or_default());
        marks.extend(firmness);
        RowData {
            id: indicator.id.to_string(),
            name: self.name(indicator),
            target: indicator.target.as_ref().map(|target| self.target(indicator, target)),
            actual: self.actual(indicator, observation),
            rate: self.report.achievement_rate(indicator).map(|rate| self.percent(rate, &indicator.place)),
            status: StatusData { id: status.as_str().to_owned(), label: self.status_name(status, &indicator.place) },
            marks,
            name_marks: self.marks(&indicator.notes),
            children: self.report.parts_of(&indicator.id).map(|part| self.row(part)).collect(),
        }
    }

    /// Returns the full name: from the table or from the locales, and not from both.
    fn name(&self, indicator: &Indicator) -> String {
        let key = format!("indicator-{}", indicator.id);
        let in_table = indicator.names.get(self.words.language());
        let in_locales = self.words.optional(&key, &[]);
        match (in_table, in_locales) {
            (Some(cell), None) => {
                self.words.check_data(&cell.value, &cell.place);
                cell.value.clone()
            }
            (None, Some(text)) => text,
            (Some(cell), Some(_)) => {
                let mut diagnostic = Diagnostic::at(Code::NameTwice, &cell.place).with("id", &key);
                if let Some(place) = self.words.place(&key) {
                    diagnostic = diagnostic.with_related(place);
                }
                self.words.fault(diagnostic);
                cell.value.clone()
            }
            (None, None) => {
                self.words.fault(self.words.missing(&key, &indicator.place));
                key
            }
        }
    }

    /// Returns the short name for charts, or the full one where there is no short one.
    fn short_name(&self, indicator: &Indicator) -> String {
        let label = self.words.optional(&format!("indicator-{}.label", indicator.id), &[]);
        match (indicator.labels.get(self.words.language()), label) {
            (Some(cell), _) => {
                self.words.check_data(&cell.value, &cell.place);
                cell.value.clone()
            }
            (None, Some(label)) => label,
            (None, None) => self.name(indicator),
        }
    }

    fn group_name(&self, group: &GroupId, needed_by: &Place) -> String {
        self.words.text(&format!("group-{group}"), &[], needed_by)
    }

    /// Returns a group's number and short name for charts; without a short one, its full name.
    fn group_label(&self, group: &GroupId, needed_by: &Place) -> String {
        let optional = |attribute: &str| self.words.optional(&format!("group-{group}.{attribute}"), &[]);
        let name = optional("label").unwrap_or_else(|| self.group_name(group, needed_by));
        optional("number").map_or(name.clone(), |number| format!("{number} {name}"))
    }

    fn all_indicators(&self, needed_by: &Place) -> String {
        self.words.text("all-indicators", &[], needed_by)
    }

    fn status_name(&self, status: Status, needed_by: &Place) -> String {
        self.words.text(&format!("status-{}", status.as_str()), &[], needed_by)
    }

    fn status_counts<'a>(&self, indicators: impl Iterator<Item = &'a Indicator>) -> Vec<CountData> {
        let statuses: Vec<Status> = indicators.map(|indicator| self.report.status(indicator)).collect();
        Status::ALL
            .into_iter()
            .filter_map(|status| {
                let count = statuses.iter().filter(|found| **found == status).count();
                (count > 0).then(|| CountData {
                    status: status.as_str().to_owned(),
                    label: self.status_name(status, self.template_place),
                    count,
                    text: self.words.count(count),
                })
            })
            .collect()
    }

    fn highlight(&self, highlight: &Highlight, files: &mut Vec<(String, Vec<u8>)>) -> HighlightData {
        let key = |attribute: &str| format!("highlight-{}.{attribute}", highlight.id);
        let groups = &self.report.settings.groups;
        let group = highlight.group.as_ref();
        HighlightData {
            id: highlight.id.to_string(),
            group: group.and_then(|group| groups.iter().position(|known| known.id == group.value)),
            title: inline(self.words.required_prose(&key("title"), &highlight.place)),
            body: self.words.required_prose(&key("body"), &highlight.place),
            citation: self.words.prose(&key("citation"), &[]),
            note: self.words.prose(&key("note"), &[]),
            figure: highlight.figure.as_ref().and_then(|figure| {
                let (path, data) = self.figure(highlight, figure)?;
                files.push((path.clone(), data));
                Some(FigureData {
                    path: format!("/{path}"),
                    alt: self.words.text(&key("alt"), &[], &figure.place),
                    caption: self.words.prose(&key("caption"), &[]).map(inline),
                })
            }),
        }
    }

    /// Returns a figure in the document's language, under a path that does not depend on how the report names it.
    fn figure(&self, highlight: &Highlight, figure: &Located<String>) -> Option<(String, Vec<u8>)> {
        // A file that could not be read is already a fault.
        let data = self.figures.get(&figure.value)?;
        let localized = FigureKind::of(data).and_then(|kind| {
            let localized = match kind {
                FigureKind::Svg => {
                    localize_svg(data, &self.families.sans, |label| self.words.text(label, &[], &figure.place))?
                }
                FigureKind::Png | FigureKind::Jpeg => data.clone(),
            };
            Ok((format!("figures/{}.{}", highlight.id, kind.extension()), localized))
        });
        localized
            .map_err(|error| {
                self.words.fault(
                    Diagnostic::at(Code::InvalidFigure, &figure.place).with("file", &figure.value).with_detail(error),
                );
            })
            .ok()
    }

    /// Returns the marks of notes.
    fn marks(&self, notes: &[Located<NoteId>]) -> Vec<String> {
        notes.iter().map(|note| self.mark(&note.value, &note.place)).collect()
    }

    /// Returns the mark of a note: its own, or one with its number.
    fn mark(&self, note: &NoteId, needed_by: &Place) -> String {
        self.words.optional(&format!("note-{note}.mark"), &[]).unwrap_or_else(|| {
            let number = self.report.notes().iter().position(|known| *known == note).map_or(0, |index| index + 1);
            let number = self.words.count(number);
            self.words.text("mark-note", &[("number", &number)], needed_by)
        })
    }

    /// Returns the report's notes, and a legend for each sign that stands for or beside a value.
    fn notes(&self) -> Vec<NoteData> {
        let place = self.template_place;
        let mut notes = Vec::new();
        for (index, note) in self.report.notes().into_iter().enumerate() {
            let needed_by = self.note_place(note).unwrap_or(place);
            let number = self.words.count(index + 1);
            let is_mark = self.marks_something(note);
            notes.push(NoteData {
                label: self.words.text("note-label", &[("number", &number)], needed_by),
                mark: is_mark.then(|| self.mark(note, needed_by)),
                body: self.words.required_prose(&format!("note-{note}"), needed_by),
            });
        }
        let observations: Vec<Observation> =
            self.report.indicators.iter().map(|indicator| self.report.observation(&indicator.id)).collect();
        let signs = [
            ("absent-missing", observations.contains(&Observation::Missing)),
            ("absent-suppressed", observations.contains(&Observation::Suppressed)),
            ("absent-not-applicable", observations.contains(&Observation::NotApplicable)),
        ];
        let marks = ["mark-provisional", "mark-estimated"]
            .map(|mark| (mark, observations.iter().any(|observation| Self::firmness_mark(*observation) == Some(mark))));
        for (sign, _) in signs.into_iter().chain(marks).filter(|(_, occurs)| *occurs) {
            notes.push(NoteData {
                label: self.words.text(sign, &[], place),
                mark: None,
                body: self.words.required_prose(&format!("{sign}.legend"), place),
            });
        }
        notes
    }

    fn marks_something(&self, note: &NoteId) -> bool {
        self.cell_notes().any(|(_, cell)| cell.value == *note)
    }

    fn note_place(&self, note: &NoteId) -> Option<&Place> {
        let settings = self.report.settings.notes.iter();
        settings
            .chain(self.cell_notes().map(|(_, note)| note))
            .find(|known| known.value == *note)
            .map(|note| &note.place)
    }

    fn cell_notes(&self) -> impl Iterator<Item = (&IndicatorId, &Located<NoteId>)> {
        self.report.indicators.iter().flat_map(|indicator| {
            let actual = self.report.actual(&indicator.id).into_iter().flat_map(|actual| &actual.notes);
            indicator.notes.iter().chain(actual).map(|note| (&indicator.id, note))
        })
    }
}

/// Returns the inline content of prose that is one paragraph; of several, all of them with line breaks between.
fn inline(rich: Rich) -> Inline {
    let mut inline = Inline::new();
    for block in rich {
        if !inline.is_empty() {
            inline.push(crate::locale::Run::Break);
        }
        match block {
            Block::Paragraph { body } => inline.extend(body),
            Block::List { items, .. } => inline.extend(items.into_iter().flat_map(self::inline)),
        }
    }
    inline
}
