//! The texts that a table may print for each row of the data, by field.

use std::collections::{BTreeMap, BTreeSet};

use super::printed::squeezed;
use crate::payload::{Data, OpenValueData, RowData, ValueData};

/// The messages of column heads by field; columns with other heads are recognised by their content.
pub(super) const HEADS: [(&str, Field); 14] = [
    ("baseline", Field::Baseline),
    ("trend", Field::Trend),
    ("year-target", Field::YearTarget),
    ("target", Field::Target),
    ("actual", Field::Actual),
    ("actual.short", Field::Actual),
    ("rate", Field::Rate),
    ("panel-evaluation", Field::Evaluation),
    ("status", Field::Status),
    ("computation-rate-head", Field::RateFormula),
    ("computation-pace-head", Field::PaceFormula),
    ("fiscal-year-head", Field::OpenYear),
    ("open-values-value", Field::Actual),
    ("open-values-state", Field::OpenReason),
];

#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Field {
    Baseline,
    /// The trend in words.
    Trend,
    YearTarget,
    Target,
    Actual,
    /// The value of a shown year, by its index.
    Year(usize),
    Rate,
    Evaluation,
    Status,
    RateFormula,
    PaceFormula,
    OpenYear,
    OpenReason,
}

#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct ExpectedText {
    /// As printed, for messages.
    pub(super) text: String,
    /// Without spaces and the brackets of parts.
    squeezed: String,
    /// The year that may be below it.
    year: Option<String>,
    marks: String,
    /// The power of ten of a value, 0 if it is not scaled; all values of a row have the same.
    power: Option<u32>,
    /// Whether the text contains the unit, which names the power.
    has_unit: bool,
}

#[derive(Debug, Clone)]
pub(super) struct ExpectedRow {
    pub(super) id: String,
    /// With marks, without spaces.
    pub(super) name: String,
    pub(super) group: usize,
    /// Whether it is a part of another indicator; its values are in brackets.
    is_part: bool,
    fields: BTreeMap<Field, Vec<ExpectedText>>,
}

#[derive(Debug)]
pub(super) struct ExpectedRows {
    /// One per indicator, parts after their whole.
    pub(super) indicators: Vec<ExpectedRow>,
    pub(super) open_values: Vec<ExpectedRow>,
    /// Column heads, the longest first.
    heads: Vec<(String, Field)>,
    /// Short years, which may follow a head.
    years: BTreeSet<String>,
    names: BTreeSet<String>,
}

impl ExpectedRows {
    pub(super) fn new(data: &Data) -> Self {
        let rows =
            data.groups.iter().enumerate().flat_map(|(index, group)| {
                group.tables.iter().flat_map(|table| &table.rows).map(move |row| (index, row))
            });
        let rows: Vec<(usize, &RowData)> = rows.collect();
        let shown: Vec<String> = data.years.iter().map(|year| squeezed(&year.label)).collect();
        let named = rows.iter().flat_map(|(_, row)| row.baseline_year.iter().chain(&row.target_year));
        let years = shown.iter().cloned().chain(named.map(|year| squeezed(year))).collect();
        let of_groups = data.groups.iter().map(|group| group.number.clone().unwrap_or_default() + &group.name);
        let of_kinds = data.groups.iter().flat_map(|group| &group.tables).map(|table| table.name.clone());
        let names = of_groups.chain(of_kinds).map(|name| squeezed(&name)).collect();
        let words = HEADS.iter().filter_map(|(key, field)| Some((squeezed(data.words.get(*key)?), *field)));
        let of_years = shown.iter().enumerate().map(|(index, year)| (year.clone(), Field::Year(index)));
        let mut heads: Vec<(String, Field)> = words.chain(of_years).filter(|(word, _)| !word.is_empty()).collect();
        heads.sort_by_key(|(word, _)| std::cmp::Reverse(word.len()));
        Self {
            indicators: rows.into_iter().map(|(group, row)| ExpectedRow::of_indicator(group, row)).collect(),
            open_values: data.open_values.iter().map(ExpectedRow::of_open_value).collect(),
            heads,
            years,
            names,
        }
    }

    /// The fields that a column head may announce, with the year that it gives for all its values.
    pub(super) fn fields_of_head(&self, head: &str) -> Vec<(Field, Option<String>)> {
        let head = squeezed(head);
        let fitting = self.heads.iter().filter_map(|(word, field)| {
            let rest = head.strip_prefix(word.as_str())?;
            let year = Some(rest.to_owned()).filter(|rest| !rest.is_empty());
            (rest.is_empty() || self.years.contains(rest)).then_some((*field, year))
        });
        fitting.collect()
    }

    /// Whether a group row names a group or kind.
    pub(super) fn is_name(&self, line: &str) -> bool {
        self.names.contains(&squeezed(line))
    }
}

impl ExpectedRow {
    fn of_indicator(group: usize, row: &RowData) -> Self {
        let mut fields = Fields::default();
        let name_marks = row.name_marks.concat();
        let marks = row.marks.concat();
        fields.value(Field::Baseline, row.baseline.as_ref(), row.baseline_year.as_ref(), "");
        fields.value(Field::YearTarget, row.year_target.as_ref(), None, "");
        fields.value(Field::Target, row.target.as_ref(), row.target_year.as_ref(), "");
        fields.latest(Field::Actual, row, &marks);
        for (index, year) in row.years.iter().enumerate() {
            let marks = year.marks.concat();
            fields.value(Field::Year(index), year.actual.as_ref(), None, &marks);
            // In a row with many years, the unit is only printed once.
            if let Some(actual) = year.actual.as_ref() {
                let power = (!actual.missing).then_some(0);
                fields.say(Field::Year(index), &actual.number, None, &marks, power, false);
                for scaled in &actual.scaled {
                    fields.say(Field::Year(index), &scaled.number, None, &marks, Some(scaled.power), false);
                }
            }
        }
        if let Some(last) = row.years.len().checked_sub(1).filter(|_| row.actual_year.is_some()) {
            // The round's column may contain an earlier value with its year.
            fields.latest(Field::Year(last), row, &marks);
        }
        fields.text(Field::Trend, row.trend.as_deref(), "");
        fields.text(Field::Rate, row.rate.as_deref(), "");
        fields.text(Field::Evaluation, row.evaluation.as_ref().map(|evaluation| evaluation.sign.as_str()), "");
        fields.text(Field::Status, Some(&row.status.label), "");
        let formula = row.computation.as_ref();
        fields.text(Field::RateFormula, formula.and_then(|formula| formula.rate.as_deref()), "");
        fields.text(Field::PaceFormula, formula.and_then(|formula| formula.pace.as_deref()), "");
        let name = squeezed(&(row.name.clone() + &name_marks));
        Self { id: row.id.clone(), name, group, is_part: row.is_part, fields: fields.0 }
    }

    fn of_open_value(value: &OpenValueData) -> Self {
        let mut fields = Fields::default();
        fields.text(Field::OpenYear, Some(&value.year), "");
        fields.value(Field::Actual, Some(&value.actual), None, "");
        fields.text(Field::OpenReason, Some(&value.label), "");
        let name = value.whole.clone().unwrap_or_default() + &value.name;
        Self { id: value.id.clone(), name: squeezed(&name), group: value.group, is_part: false, fields: fields.0 }
    }

    pub(super) fn fields(&self) -> impl Iterator<Item = Field> {
        self.fields.keys().copied()
    }

    /// The texts of a field, the most complete first; empty if the data has none.
    pub(super) fn texts(&self, field: Field) -> &[ExpectedText] {
        self.fields.get(&field).map(Vec::as_slice).unwrap_or_default()
    }

    /// Whether a printed text with its marks matches a field. `year` is given by the column head; a value must have
    /// the scale `power`, if there is one.
    pub(super) fn says(&self, field: Field, text: &str, marks: &str, year: Option<&str>, power: Option<u32>) -> bool {
        let texts = self.texts(field);
        let text = if self.is_part { without_brackets(text) } else { text.to_owned() };
        if texts.is_empty() {
            return text.is_empty() && marks.is_empty();
        }
        let is_in_power = |saying: &&ExpectedText| power.is_none() || saying.power.is_none() || saying.power == power;
        texts.iter().filter(is_in_power).any(|saying| saying.is(&text, marks, year))
    }

    /// The power of ten that a text with its unit names; `None` if there is no unit or the value is not scaled.
    pub(super) fn power(&self, field: Field, text: &str, marks: &str, year: Option<&str>) -> Option<u32> {
        let text = if self.is_part { without_brackets(text) } else { text.to_owned() };
        let with_unit = self.texts(field).iter().filter(|saying| saying.has_unit && saying.power > Some(0));
        with_unit.filter(|saying| saying.is(&text, marks, year)).find_map(|saying| saying.power)
    }
}

impl ExpectedText {
    fn is(&self, text: &str, marks: &str, head_year: Option<&str>) -> bool {
        let Some(rest) = text.strip_prefix(self.squeezed.as_str()) else { return false };
        let own_year = Some(rest).filter(|rest| !rest.is_empty());
        let is_year = match (own_year.or(head_year), &self.year) {
            (None, _) => true,
            (Some(printed), Some(year)) => printed == year,
            // The year of a column applies to values without a year of their own.
            (Some(_), None) => own_year.is_none(),
        };
        is_year && marks == self.marks
    }
}

#[derive(Default)]
struct Fields(BTreeMap<Field, Vec<ExpectedText>>);

impl Fields {
    fn value(&mut self, field: Field, value: Option<&ValueData>, year: Option<&String>, marks: &str) {
        let Some(value) = value else {
            self.0.entry(field).or_default();
            return;
        };
        if value.missing {
            return self.say(field, &value.number, year, marks, None, false);
        }
        self.say(field, &value.text, year, marks, Some(0), true);
        for scaled in &value.scaled {
            self.say(field, &scaled.text, year, marks, Some(scaled.power), true);
        }
    }

    /// An earlier value always has its year.
    fn latest(&mut self, field: Field, row: &RowData, marks: &str) {
        match &row.actual_year {
            Some(year) => self.text(field, Some(&format!("{}{year}", row.actual.text)), marks),
            None => self.value(field, Some(&row.actual), None, marks),
        }
    }

    fn text(&mut self, field: Field, text: Option<&str>, marks: &str) {
        match text {
            Some(text) => self.say(field, text, None, marks, None, false),
            None => {
                self.0.entry(field).or_default();
            }
        }
    }

    fn say(
        &mut self,
        field: Field,
        text: &str,
        year: Option<&String>,
        marks: &str,
        power: Option<u32>,
        has_unit: bool,
    ) {
        self.0.entry(field).or_default().push(ExpectedText {
            text: text.to_owned() + marks,
            squeezed: squeezed(text),
            year: year.map(|year| squeezed(year)),
            marks: squeezed(marks),
            power,
            has_unit,
        });
    }
}

fn without_brackets(text: &str) -> String {
    let pairs = [('[', ']'), ('［', '］')];
    let inside = pairs.iter().find_map(|(open, close)| {
        let (inside, rest) = text.strip_prefix(*open)?.split_once(*close)?;
        Some(inside.to_owned() + rest)
    });
    inside.unwrap_or_else(|| text.to_owned())
}
