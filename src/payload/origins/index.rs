//! What each text of a document is, by the texts themselves. Made when the first of them is asked for.

use std::collections::{BTreeMap, BTreeSet};

use super::super::data::{Data, FigureData, RowData};
use super::field::{Field, Printed, of_lists, of_row};
use super::reading::bare;
use crate::locale::{Block, Inline, Messages, Rich, Words, plain_text};
use crate::report::Report;

/// The least fixed characters by which a message is recognized that says something else each time.
const LEAST_FIXED: usize = 4;

/// What a text is.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Subject {
    /// The text of a message, by its name.
    Message(String),
    /// The name of an indicator, by its row.
    Name(usize),
    /// Its short name.
    ShortName(usize),
    Unit(usize),
    /// A value of it, or what follows from its values.
    Field(usize, Field),
    /// All values of indicators, as in a chart.
    Values(Vec<usize>),
    /// The file of a figure: the highlight's index, or none for the logo.
    Figure(Option<usize>),
    Setting(Setting),
}

/// A setting that is printed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Setting {
    Round,
    AsOf,
    Published,
    Material,
}

/// An indicator in the order of the document.
pub(super) struct Row {
    /// Its index in the report.
    pub(super) indicator: usize,
    pub(super) id: String,
    pub(super) name: String,
    /// The index of its group.
    pub(super) group: usize,
    pub(super) printed: Vec<Printed>,
    /// The texts of its heads, without white space.
    pub(super) heads: Vec<String>,
    /// What may stand beside its name.
    pub(super) besides: Vec<String>,
}

pub(super) struct Index {
    pub(super) rows: Vec<Row>,
    /// By texts without white space.
    pub(super) texts: BTreeMap<String, Vec<Subject>>,
    /// The same texts, the longest first.
    pub(super) longest_first: Vec<String>,
    /// Pictures by their paths.
    pub(super) pictures: BTreeMap<String, Vec<Subject>>,
    /// The texts that name each group.
    pub(super) groups: Vec<Vec<String>>,
    /// Messages that say something else each time, with their fixed texts.
    pub(super) patterns: Vec<(String, Vec<String>)>,
}

impl Index {
    pub(super) fn new(report: &Report, messages: &std::sync::Arc<Messages>, data: &Data) -> Self {
        let mut index = Self {
            rows: rows(report, data),
            texts: BTreeMap::new(),
            longest_first: Vec::new(),
            pictures: BTreeMap::new(),
            groups: Vec::new(),
            patterns: Vec::new(),
        };
        index.add_settings(data);
        index.add_groups(data, messages);
        index.add_rows(data);
        index.add_pictures(data);
        index.add_messages(messages);
        index.add_keys(data);
        index.add_legends(data);
        index.longest_first = index.texts.keys().cloned().collect();
        index.longest_first.sort_by_key(|text| std::cmp::Reverse(text.chars().count()));
        index
    }

    fn add(&mut self, text: &str, subjects: impl IntoIterator<Item = Subject>) {
        let text = bare(text);
        if text.is_empty() {
            return;
        }
        let known = self.texts.entry(text).or_default();
        for subject in subjects {
            if !known.contains(&subject) {
                known.push(subject);
            }
        }
    }

    fn add_message(&mut self, text: &str, key: &str) {
        self.add(text, [Subject::Message(key.to_owned())]);
    }

    fn add_settings(&mut self, data: &Data) {
        let document = &data.document;
        self.add(&document.date_text, [Subject::Setting(Setting::Published)]);
        self.add(&document.as_of, [Subject::Setting(Setting::AsOf)]);
        self.add(&document.round, [Subject::Setting(Setting::Round)]);
        if let Some(year) = data.years.last() {
            self.add(&year.label, [Subject::Setting(Setting::Round)]);
        }
        if let Some(material) = &data.material {
            self.add(&material.label, [Subject::Setting(Setting::Material)]);
        }
        for (key, text) in &data.words {
            self.add_message(text, key);
        }
        for part in &data.tables.years {
            self.add_message(&part.title, "all-indicators-table-title");
        }
        if let Some(text) = &data.tables.scales {
            self.add_message(text, "scaled-units");
        }
    }

    fn add_groups(&mut self, data: &Data, messages: &Messages) {
        for group in &data.groups {
            let message = match group.id.as_str() {
                "" => "all-indicators".to_owned(),
                id => format!("group-{id}"),
            };
            let label = Some(format!("{message}.label")).filter(|key| messages.place(key).is_some());
            self.add_message(&group.name, &message);
            self.add_message(&group.short_name, label.as_ref().unwrap_or(&message));
            let number = group.number.as_deref().unwrap_or_default();
            self.add_message(number, &format!("{message}.number"));
            let names = [&group.name, &group.short_name].map(|name| bare(name));
            let numbered = names.iter().map(|name| bare(number) + name);
            self.groups.push(names.iter().cloned().chain(numbered).collect());
            for (key, text) in &group.words {
                self.add_message(text, key);
            }
            if let Some(text) = &group.scales {
                self.add_message(text, "scaled-units");
            }
            for table in &group.tables {
                self.add_message(&table.name, &format!("kind-{}", table.kind));
            }
        }
    }

    fn add_rows(&mut self, data: &Data) {
        for number in 0..self.rows.len() {
            let name = self.rows[number].name.clone();
            self.add(&name, [Subject::Name(number)]);
        }
        for (group, index) in data.groups.iter().zip(0..) {
            for cell in &group.matrix {
                let Some(row) = self.row(&cell.id, index) else { continue };
                if cell.name != self.rows[row].name {
                    self.add(&cell.name, [Subject::ShortName(row)]);
                }
                self.add(&cell.text, [Subject::Field(row, Field::Status)]);
            }
            for featured in &group.featured {
                let Some(row) = self.row(&featured.id, index) else { continue };
                let parts = [Subject::Name(row), Subject::Unit(row), Subject::Field(row, Field::Status)];
                self.add(&featured.title, parts);
            }
        }
    }

    fn row(&self, id: &str, group: usize) -> Option<usize> {
        self.rows.iter().position(|row| row.group == group && row.id == id)
    }

    fn add_pictures(&mut self, data: &Data) {
        let mut charts = Vec::new();
        for (group, index) in data.groups.iter().zip(0..) {
            let all: Vec<usize> = (0..self.rows.len()).filter(|row| self.rows[*row].group == index).collect();
            charts.extend(group.charts.iter().chain(&group.multiples).map(|chart| (chart, all.clone())));
            for featured in &group.featured {
                charts.push((&featured.chart, self.row(&featured.id, index).into_iter().collect()));
            }
            for row in group.tables.iter().flat_map(|table| &table.rows) {
                charts.extend(
                    row.sparkline.as_ref().map(|chart| (chart, self.row(&row.id, index).into_iter().collect())),
                );
            }
        }
        let gaps = data.progress.gaps.iter().filter_map(|gap| self.row(&gap.id, gap.group)).collect();
        charts.extend(data.progress.gaps_chart.as_ref().map(|chart| (chart, gaps)));
        for (chart, rows) in charts {
            let named = self.named_in(&chart.alt, &rows, data);
            let rows = if named.is_empty() { rows } else { named };
            self.pictures.insert(chart.path.clone(), vec![Subject::Values(rows)]);
        }
        for (number, highlight) in data.highlights.iter().enumerate() {
            let key = |attribute: &str| Subject::Message(format!("highlight-{}.{attribute}", highlight.id));
            self.add_figure(highlight.figure.as_ref(), Some(number), &[key("alt"), key("caption")]);
        }
        self.add_figure(data.logo.as_ref(), None, &[Subject::Message("report-logo".to_owned())]);
    }

    /// Of the rows of a chart, those that its text names: a chart may be several drawings.
    fn named_in(&self, alt: &str, rows: &[usize], data: &Data) -> Vec<usize> {
        let alt = bare(alt);
        let short = |row: &Row| {
            let cells = data.groups.get(row.group).into_iter().flat_map(|group| &group.matrix);
            cells.filter(|cell| cell.id == row.id).map(|cell| bare(&cell.name)).next()
        };
        let is_named = |row: &&usize| {
            let row = &self.rows[**row];
            alt.contains(&bare(&row.name)) || short(row).is_some_and(|short| alt.contains(&short))
        };
        rows.iter().filter(is_named).copied().collect()
    }

    fn add_figure(&mut self, figure: Option<&FigureData>, number: Option<usize>, messages: &[Subject]) {
        let Some(figure) = figure else { return };
        let shown = if figure.caption.is_some() { messages.len() } else { 1 };
        let subjects = std::iter::once(Subject::Figure(number)).chain(messages.iter().take(shown).cloned());
        self.pictures.insert(figure.path.clone(), subjects.collect());
    }

    /// Adds the entries of the legends of charts.
    fn add_keys(&mut self, data: &Data) {
        let charts = data.groups.iter().flat_map(|group| group.charts.iter().chain(&group.multiples));
        let featured = data.groups.iter().flat_map(|group| &group.featured).map(|featured| &featured.chart);
        let charts = charts.chain(featured).chain(&data.progress.gaps_chart);
        for entry in charts.flat_map(|chart| &chart.key) {
            if !self.texts.contains_key(&bare(&entry.label)) {
                let subjects = self.of_pattern(&bare(&entry.label));
                self.add(&entry.label, subjects);
            }
        }
    }

    /// Adds what is said of the signs in tables.
    fn add_legends(&mut self, data: &Data) {
        let of_groups = data.groups.iter().flat_map(|group| &group.notes);
        for note in data.notes.iter().chain(&data.earlier_notes).chain(of_groups).filter(|note| note.legend) {
            for text in paragraphs(&note.body) {
                if !self.texts.contains_key(&bare(&text)) {
                    let subjects = self.of_pattern(&bare(&text));
                    self.add(&text, subjects);
                }
            }
        }
    }

    /// Messages that say something else each time, and may say a text without white space: those with the most fixed
    /// text.
    pub(super) fn of_pattern(&self, text: &str) -> Vec<Subject> {
        let mut best: (usize, Vec<Subject>) = (LEAST_FIXED, Vec::new());
        for (key, fixed) in &self.patterns {
            let length: usize = fixed.iter().map(|text| text.chars().count()).sum();
            if length >= best.0 && says(fixed, text) {
                if length > best.0 {
                    best = (length, Vec::new());
                }
                best.1.push(Subject::Message(key.clone()));
            }
        }
        best.1
    }

    /// Adds all messages: what they say, if that is always the same, or how they say it.
    fn add_messages(&mut self, messages: &std::sync::Arc<Messages>) {
        let words = Words::of(std::sync::Arc::clone(messages));
        let known: BTreeSet<String> = self.texts.keys().cloned().collect();
        for key in messages.keys() {
            // Names are known, and data packages are no pages.
            if key.starts_with("indicator-") || key.starts_with("data-") {
                continue;
            }
            if messages.has_variables(&key) {
                let fixed = messages.fixed_texts(&key).map(|texts| texts.iter().map(|text| bare(text)).collect());
                self.patterns.extend(fixed.map(|fixed| (key, fixed)));
                continue;
            }
            let plain = words.optional(&key, &[]);
            let rich = if messages.is_own(&key) { words.prose(&key, &[]) } else { None };
            for text in plain.into_iter().chain(paragraphs(&rich.unwrap_or_default())) {
                if !known.contains(&bare(&text)) {
                    self.add_message(&text, &key);
                }
            }
        }
    }
}

/// Whether a text consists of fixed texts in their order, with something between them.
fn says(fixed: &[String], text: &str) -> bool {
    let (Some(first), Some(last)) = (fixed.first(), fixed.last()) else { return false };
    if fixed.len() < 2 {
        return first == text;
    }
    let Some(mut rest) = text.strip_prefix(first.as_str()).and_then(|rest| rest.strip_suffix(last.as_str())) else {
        return false;
    };
    for part in &fixed[1..fixed.len() - 1] {
        let Some((_, after)) = rest.split_once(part.as_str()) else { return false };
        rest = after;
    }
    true
}

/// The paragraphs of prose as plain text.
fn paragraphs(rich: &Rich) -> Vec<String> {
    let of_block = |block: &Block| match block {
        Block::Paragraph { body } => vec![said(body)],
        Block::List { items, .. } => items.iter().flat_map(paragraphs).collect(),
    };
    let mut texts: Vec<String> = rich.iter().flat_map(of_block).collect();
    if texts.len() > 1 {
        texts.push(texts.concat());
    }
    texts
}

fn said(inline: &Inline) -> String {
    plain_text(inline)
}

fn rows(report: &Report, data: &Data) -> Vec<Row> {
    let mut rows = Vec::new();
    for (number, group) in data.groups.iter().enumerate() {
        for row in group.tables.iter().flat_map(|table| &table.rows) {
            let found = report.indicators.iter().enumerate().find(|(_, indicator)| indicator.id.as_str() == row.id);
            let Some((index, indicator)) = found else { continue };
            let mut printed = of_row(row, indicator, report);
            printed.extend(of_lists(data, indicator, report));
            let open = data.open_values.iter().filter(|open| open.id == row.id);
            let (wholes, units): (Vec<_>, Vec<_>) = open.map(|open| (open.whole.clone(), open.unit.clone())).unzip();
            let wholes: Vec<String> = wholes.into_iter().flatten().collect();
            let units: Vec<String> = units.into_iter().flatten().collect();
            let (heads, besides) = heads(row, &wholes, &units);
            let (id, name) = (row.id.clone(), row.name.clone());
            rows.push(Row { indicator: index, id, name, group: number, printed, heads, besides });
        }
    }
    rows
}

/// The texts by which the head of a row names an indicator, and what may stand beside its name.
fn heads(row: &RowData, wholes: &[String], units: &[String]) -> (Vec<String>, Vec<String>) {
    let marks = row.name_marks.concat();
    let units = row.unit.iter().chain(row.scaled_units.iter().map(|(_, unit)| unit)).chain(units).map(String::as_str);
    let units: Vec<&str> = units.chain([""]).collect();
    let mut heads = Vec::new();
    for whole in wholes.iter().map(String::as_str).chain([""]) {
        for unit in &units {
            for text in [format!("{marks}{unit}"), format!("{unit}{marks}"), (*unit).to_owned()] {
                heads.push(bare(&format!("{whole}{}{text}", row.name)));
            }
        }
    }
    heads.sort();
    heads.dedup();
    let besides = units.into_iter().chain([marks.as_str()]).map(bare).filter(|text| !text.is_empty());
    (heads, besides.collect())
}
