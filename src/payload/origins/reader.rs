//! Reads the blocks of a document: what each of them says, and where that was written.

use std::collections::BTreeMap;

use super::super::data::YearData;
use super::field::{Field, Printed};
use super::index::{Index, Subject};
use super::reading::{Bare, bare, position, spaced};
use super::resolved::Resolver;
use super::table::{Table, labelled, narrow, tables};
use super::{Document, Origin};
use crate::report::{FiscalYear, Report};
use crate::typeset::{Block, BlockKind, CellHead, CellPosition};

/// The least share of a text that known texts must make up for it to consist of them.
const LEAST_SHARE: usize = 3;

/// The least characters of a text that may be a part of a longer one.
const LEAST_PART: usize = 6;

/// The blocks of a document, with what is known of them together.
pub struct Reader<'a> {
    report: &'a Report,
    document: &'a Document,
    index: &'a Index,
    pages: &'a [Vec<Block>],
    tables: BTreeMap<usize, Table>,
    /// The texts of blocks by their numbers, joined from all pages.
    wholes: BTreeMap<usize, String>,
    resolver: Resolver<'a>,
}

impl<'a> Reader<'a> {
    pub(super) fn new(report: &'a Report, document: &'a Document, pages: &'a [Vec<Block>]) -> Self {
        let index = document.index(report);
        let mut wholes: BTreeMap<usize, String> = BTreeMap::new();
        for block in pages.iter().flatten() {
            let whole = wholes.entry(block.id).or_default();
            if !whole.is_empty() {
                whole.push(' ');
            }
            whole.push_str(&block.text);
        }
        let group_of = |page, block| group_before(pages, index, page, block);
        let tables = tables(pages, index, &group_of);
        let resolver = Resolver::new(report, document);
        Self { report, document, index, pages, tables, wholes, resolver }
    }

    /// The origins of a block; `page` and `block` are counted from 0.
    #[must_use]
    pub fn of(&self, page: usize, block: usize) -> Vec<Origin> {
        let Some(found) = self.pages.get(page).and_then(|blocks| blocks.get(block)) else { return Vec::new() };
        let whole = self.wholes.get(&found.id).map_or(found.text.as_str(), String::as_str);
        let group = group_before(self.pages, self.index, page, block);
        let table = found.cell.as_ref().and_then(|cell| Some((self.tables.get(&cell.table)?, cell)));
        let mut origins = match (&found.kind, table) {
            (BlockKind::Picture(path), _) => self.of_picture(path.as_deref(), found, table, group),
            (_, Some((table, position))) => self.of_cell(whole, table, position, group),
            _ => self.of_text(whole, &labelled(&found.labels, self.index), group),
        };
        let mut seen: Vec<Origin> = Vec::new();
        origins.retain(|origin| {
            let is_new = !seen.contains(origin);
            seen.extend(is_new.then(|| origin.clone()));
            is_new
        });
        origins
    }

    fn resolve(&self, subjects: &[Subject], text: &str) -> Vec<Origin> {
        subjects.iter().flat_map(|subject| self.resolver.origins(subject, text)).collect()
    }

    fn of_picture(
        &self,
        path: Option<&str>,
        block: &Block,
        table: Option<(&Table, &CellPosition)>,
        group: Option<usize>,
    ) -> Vec<Origin> {
        if let Some(subjects) = path.and_then(|path| self.index.pictures.get(path)) {
            return self.resolve(subjects, &block.text);
        }
        // The mark of a status.
        let rows = match table {
            Some((table, position)) => table.about(position).to_vec(),
            None => labelled(&block.labels, self.index),
        };
        let said = bare(&block.text);
        let is_status = |row: &&usize| {
            let status = self.index.rows[**row].printed.iter().filter(|printed| printed.field == Field::Status);
            status.flat_map(|printed| &printed.forms).any(|form| said.contains(&bare(form)))
        };
        let of_status: Vec<Subject> =
            rows.iter().filter(is_status).map(|row| Subject::Field(*row, Field::Status)).collect();
        let mut origins = self.resolve(&of_status, &block.text);
        if origins.is_empty() || self.index.texts.contains_key(&said) {
            origins.extend(self.of_text(&block.text, &rows, group));
        }
        origins
    }

    /// The origins of what a text says by itself; `rows` are those that the template says it is about.
    fn of_text(&self, text: &str, rows: &[usize], group: Option<usize>) -> Vec<Origin> {
        let plain = bare(text);
        if let Some(subjects) = self.index.texts.get(&plain) {
            return self.resolve(&self.meant(subjects, rows, group), text);
        }
        let mut origins = Vec::new();
        let of_pattern = self.index.of_pattern(&plain);
        if of_pattern.is_empty() {
            origins.extend(self.of_parts(text, rows, group));
        } else {
            origins.extend(self.resolve(&of_pattern, text));
        }
        if origins.is_empty() && plain.chars().filter(|character| character.is_alphabetic()).count() >= LEAST_PART {
            let around = self.index.longest_first.iter().rev().find(|longer| longer.contains(&plain));
            let subjects = around.and_then(|longer| self.index.texts.get(longer));
            origins.extend(subjects.map(|all| self.resolve(&self.meant(all, rows, group), text)).unwrap_or_default());
        }
        origins.extend(self.of_values_in(text, rows));
        origins
    }

    /// Of several things that have the same text, those that are meant here.
    fn meant(&self, subjects: &[Subject], rows: &[usize], group: Option<usize>) -> Vec<Subject> {
        let mut meant = subjects.to_vec();
        let row = |subject: &Subject| match subject {
            Subject::Name(row) | Subject::ShortName(row) | Subject::Unit(row) | Subject::Field(row, _) => Some(*row),
            _ => None,
        };
        narrow(&mut meant, |subject| row(&subject).is_some_and(|row| rows.contains(&row)));
        narrow(&mut meant, |subject| row(&subject).is_none_or(|row| Some(self.index.rows[row].group) == group));
        meant
    }

    /// Known texts of which a text consists, the longest first.
    fn of_parts(&self, text: &str, rows: &[usize], group: Option<usize>) -> Vec<Origin> {
        let text_of = Bare::new(text);
        let mut covered: Vec<(usize, usize)> = Vec::new();
        let mut origins = Vec::new();
        for words in &self.index.longest_first {
            let is_number = !words.chars().any(|character| character.is_alphabetic() || !character.is_ascii());
            if words.len() > text_of.text.len() || is_number {
                continue;
            }
            let Some(range) = text_of.find(words, &covered) else { continue };
            let is_sign = words.chars().nth(1).is_none();
            if is_sign && range.0 > 0 {
                continue;
            }
            covered.push(range);
            let subjects = self.index.texts.get(words).map(Vec::as_slice).unwrap_or_default();
            origins.push((range, self.resolve(&self.meant(subjects, rows, group), text)));
        }
        let share: usize = covered.iter().map(|(start, end)| end - start).sum();
        if share * LEAST_SHARE < text_of.text.len() {
            return Vec::new();
        }
        origins.into_iter().flat_map(|(_, origins)| origins).collect()
    }

    /// The values of the indicators that a text is about, as far as it says them.
    fn of_values_in(&self, text: &str, rows: &[usize]) -> Vec<Origin> {
        let text = spaced(text);
        let plain = bare(&text);
        let named = (0..self.index.rows.len()).filter(|row| plain.contains(&bare(&self.index.rows[*row].name)));
        let rows: Vec<usize> = if rows.is_empty() { named.collect() } else { rows.to_vec() };
        let mut origins = Vec::new();
        for row in rows {
            let said = self.index.rows[row].printed.iter().filter(|printed| {
                printed.forms.iter().any(|form| form.chars().any(char::is_numeric) && position(&text, form).is_some())
            });
            origins.extend(said.flat_map(|printed| self.resolver.field(&self.index.rows[row], printed.field)));
        }
        origins
    }

    fn of_cell(&self, text: &str, table: &Table, position: &CellPosition, group: Option<usize>) -> Vec<Origin> {
        let rows = table.about(position);
        let is_head = position.head.is_some();
        if rows.is_empty() || (is_head && position.head == Some(CellHead::Column)) {
            return self.of_text(text, &[], group);
        }
        if is_head || table.is_name(position, self.index) {
            let parts = rows.iter().flat_map(|row| [Subject::Name(*row), Subject::Unit(*row)]);
            return self.resolve(&parts.collect::<Vec<_>>(), text);
        }
        let mut origins = Vec::new();
        for row in rows {
            for field in self.fields_of_cell(text, *row, table, position) {
                origins.extend(self.resolver.field(&self.index.rows[*row], field));
            }
        }
        // The word of a status is a message.
        if origins.is_empty() || !text.chars().any(char::is_numeric) {
            origins.extend(self.of_text(text, rows, group));
        }
        origins
    }

    /// What of an indicator a cell says: what has its text, narrowed by its column.
    fn fields_of_cell(&self, text: &str, row: usize, table: &Table, place: &CellPosition) -> Vec<Field> {
        let (text, plain) = (spaced(text), bare(text));
        let printed = &self.index.rows[row].printed;
        let has_text = |printed: &&Printed| printed.forms.iter().any(|form| bare(form) == plain);
        let mut found: Vec<(usize, Field)> =
            printed.iter().filter(has_text).map(|printed| (0, printed.field)).collect();
        let is_one = !found.is_empty();
        if found.is_empty() {
            let at = |printed: &Printed| {
                printed.forms.iter().filter_map(|form| position(&text, form)).min().map(|at| (at, printed.field))
            };
            found = printed.iter().filter_map(at).collect();
        }
        found.sort_unstable();
        found.dedup_by_key(|(_, field)| *field);
        let heads = self.said_by(&table.heads(place));
        let is_of = |fields: &[Field], field: Field| fields.iter().any(|known| is_alike(*known, field));
        let is_narrowed = found.len() > 1 && found.iter().any(|(_, field)| is_of(&heads.parts, *field));
        if is_one {
            narrow(&mut found, |(_, field)| is_of(&heads.fields, field));
        }
        narrow(&mut found, |(_, field)| is_of(&heads.parts, field));
        if heads.fields.is_empty() && !heads.years.is_empty() {
            narrow(&mut found, |(_, field)| matches!(field, Field::Actual(_)));
        }
        narrow(&mut found, |(_, field)| self.year_of(row, field).is_some_and(|year| heads.years.contains(&year)));
        let beside = self.said_by(&table.beside(place).collect::<Vec<_>>());
        narrow(&mut found, |(_, field)| self.year_of(row, field).is_some_and(|year| beside.years.contains(&year)));
        if found.is_empty() {
            // The year of a row.
            let years = self.report.shown_years().iter().zip(&self.document.data.years);
            let is_year = |known: &YearData| [&known.text, &known.label].iter().any(|said| bare(said) == plain);
            let named = years.filter(|(_, known)| is_year(known)).map(|(year, _)| Field::Actual(*year));
            return named.filter(|field| printed.iter().any(|printed| printed.field == *field)).collect();
        }
        // Without a year, the actual value is the latest.
        if is_of(&heads.parts, Field::Actual(self.latest_year(row))) {
            narrow(&mut found, |(_, field)| !matches!(field, Field::Actual(year) if year != self.latest_year(row)));
        }
        if !is_narrowed && let Some(first) = found.iter().map(|(at, _)| *at).min() {
            narrow(&mut found, |(at, _)| at == first);
        }
        found.into_iter().map(|(_, field)| field).collect()
    }

    fn latest_year(&self, row: usize) -> FiscalYear {
        let indicator = self.report.indicators.get(self.index.rows[row].indicator);
        let round = self.report.settings.round.fiscal_year.value;
        indicator.map_or(round, |indicator| self.report.latest(&indicator.id).year)
    }

    fn year_of(&self, row: usize, field: Field) -> Option<FiscalYear> {
        let indicator = self.report.indicators.get(self.index.rows[row].indicator)?;
        match field {
            Field::Actual(year) => Some(year),
            Field::Target => indicator.target.as_ref()?.year.as_ref().map(|year| year.value),
            Field::Baseline => indicator.baseline.as_ref()?.year.as_ref().map(|year| year.value),
            _ => None,
        }
    }

    /// What heads say of the cells below or beside them.
    fn said_by(&self, texts: &[&str]) -> Heads {
        let mut heads = Heads::default();
        let data = &self.document.data;
        for text in texts {
            let text = Bare::new(text);
            let mut words: Vec<(&str, &str)> =
                data.words.iter().map(|(key, word)| (key.as_str(), word.as_str())).collect();
            words.sort_by_key(|(key, word)| (std::cmp::Reverse(word.chars().count()), key.len()));
            let mut covered = Vec::new();
            for (key, word) in words {
                let word = bare(word);
                if !word.is_empty() && text.find(&word, &[]).is_some() {
                    heads.parts.extend(self.field_of(key));
                }
                let Some(range) = (!word.is_empty()).then(|| text.find(&word, &covered)).flatten() else { continue };
                covered.push(range);
                // Of two words that are alike, either may be meant.
                let alike = data.words.iter().filter(|(_, other)| bare(other) == word).map(|(key, _)| key.as_str());
                heads.fields.extend(alike.chain([key]).filter_map(|key| self.field_of(key)));
            }
            for (year, known) in self.report.shown_years().iter().zip(&data.years) {
                let is_said = |label: &String| text.find(&bare(label), &[]).is_some();
                heads.years.extend((is_said(&known.label) || is_said(&known.text)).then_some(*year));
            }
        }
        heads
    }

    /// The field of which a word is the head.
    fn field_of(&self, key: &str) -> Option<Field> {
        let any_year = self.report.settings.round.fiscal_year.value;
        Some(match key.split('.').next()? {
            "baseline" => Field::Baseline,
            "actual" | "open-values-value" | "trend" => Field::Actual(any_year),
            "target" => Field::Target,
            "year-target" => Field::YearTarget,
            "panel-evaluation" => Field::Evaluation,
            "rate" | "computation-rate-head" => Field::Rate,
            "computation-pace-head" => Field::Pace,
            "status" => Field::Status,
            _ => return None,
        })
    }
}

#[derive(Default)]
struct Heads {
    /// By their longest words.
    fields: Vec<Field>,
    /// By all words: the head of two lines of values has the words of both, which may together be another word.
    parts: Vec<Field>,
    years: Vec<FiscalYear>,
}

/// Whether two fields are of one sort: actual values of any years are.
fn is_alike(one: Field, other: Field) -> bool {
    one == other || matches!((one, other), (Field::Actual(_), Field::Actual(_)))
}

/// The group that was last named before a block.
fn group_before(pages: &[Vec<Block>], index: &Index, page: usize, block: usize) -> Option<usize> {
    let before = pages.get(page)?.iter().take(block + 1).rev();
    let earlier = pages.iter().take(page).rev().flat_map(|blocks| blocks.iter().rev());
    before.chain(earlier).find_map(|block| index.group(&block.text))
}
