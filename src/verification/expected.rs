//! The texts that a table may print for each row of the data, by field.

use std::collections::{BTreeMap, BTreeSet};

use super::printed::squeezed;
use crate::payload::{ComputationData, Data, OpenValueData, RowData, ValueData};

/// The messages of column heads by field; columns with other heads are recognised by their content.
pub(super) const HEADS: [(&str, Field); 16] = [
    ("baseline", Field::Baseline),
    ("trend", Field::Trend),
    ("year-target", Field::YearTarget),
    ("year-target.short", Field::YearTarget),
    ("target", Field::Target),
    ("actual", Field::Actual),
    ("actual.short", Field::Actual),
    ("rate", Field::Rate),
    ("panel-evaluation", Field::Evaluation),
    ("status", Field::Status),
    ("status.short", Field::Status),
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
    /// The target with the round's own below it.
    Targets,
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
    /// Whether the unit is missing: it then has to stand behind the name.
    is_bare: bool,
}

/// What a printed name says of the unit of its row.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Unit {
    /// Nothing, so values need it.
    Unsaid,
    /// There is none.
    None,
    /// The unit in a power of ten.
    Said(u32),
}

#[derive(Debug, Clone)]
pub(super) struct ExpectedRow {
    pub(super) id: String,
    /// The name with its marks, without spaces: alone, and with the unit in each power of ten.
    pub(super) names: Vec<(String, Unit)>,
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
    /// What the head says of a target with the round's own below it.
    year_target: Option<String>,
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
            year_target: data.words.get("year-target.short").map(|word| squeezed(word)),
            names,
        }
    }

    /// The fields that a column head may announce, with the year that it gives for all its values.
    pub(super) fn fields_of_head(&self, head: &str) -> Vec<(Field, Option<String>)> {
        let head = squeezed(head);
        let of_target = self.year_target.as_ref().and_then(|below| head.strip_suffix(below.as_str()));
        let with_year_target = of_target.into_iter().flat_map(|head| self.fields_of(head));
        let with_year_target = with_year_target.filter(|(field, _)| *field == Field::Target);
        self.fields_of(&head).chain(with_year_target.map(|(_, year)| (Field::Targets, year))).collect()
    }

    fn fields_of(&self, head: &str) -> impl Iterator<Item = (Field, Option<String>)> {
        self.heads.iter().filter_map(|(word, field)| {
            let rest = head.strip_prefix(word.as_str())?;
            let year = Some(rest.to_owned()).filter(|rest| !rest.is_empty());
            (rest.is_empty() || self.years.contains(rest)).then_some((*field, year))
        })
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
        fields.targets(row);
        fields.latest(Field::Actual, row, &marks);
        for (index, year) in row.years.iter().enumerate() {
            let marks = year.marks.concat();
            fields.value(Field::Year(index), year.actual.as_ref(), None, &marks);
        }
        if let Some(last) = row.years.len().checked_sub(1).filter(|_| row.actual_year.is_some()) {
            // The round's column may contain an earlier value with its year.
            fields.latest(Field::Year(last), row, &marks);
        }
        fields.text(Field::Trend, row.trend.as_deref(), "");
        fields.text(Field::Rate, row.rate.as_deref(), "");
        fields.text(Field::Evaluation, row.evaluation.as_ref().map(|evaluation| evaluation.sign.as_str()), "");
        fields.text(Field::Status, Some(&row.status.label), "");
        fields.text(Field::Status, Some(&row.status.short), "");
        fields.formula(Field::RateFormula, row, |formulas| formulas.rate.as_deref());
        fields.formula(Field::PaceFormula, row, |formulas| formulas.pace.as_deref());
        let with_unit = |unit: &str| squeezed(&format!("{}{unit}{name_marks}", row.name));
        let mut names = names(row.unit.as_deref(), with_unit);
        names.extend(row.scaled_units.iter().map(|(power, unit)| (with_unit(unit), Unit::Said(*power))));
        Self { id: row.id.clone(), names, group, is_part: row.is_part, fields: fields.0 }
    }

    fn of_open_value(value: &OpenValueData) -> Self {
        let mut fields = Fields::default();
        fields.text(Field::OpenYear, Some(&value.year), "");
        fields.value(Field::Actual, Some(&value.actual), None, "");
        fields.text(Field::OpenReason, Some(&value.label), "");
        let name = value.whole.clone().unwrap_or_default() + &value.name;
        let names = names(value.unit.as_deref(), |unit| squeezed(&format!("{name}{unit}")));
        Self { id: value.id.clone(), names, group: value.group, is_part: false, fields: fields.0 }
    }

    pub(super) fn fields(&self) -> impl Iterator<Item = Field> {
        self.fields.keys().copied()
    }

    /// The texts of a field, the most complete first; empty if the data has none.
    pub(super) fn texts(&self, field: Field) -> &[ExpectedText] {
        self.fields.get(&field).map(Vec::as_slice).unwrap_or_default()
    }

    /// What a printed name, without spaces, says of the unit.
    pub(super) fn unit(&self, printed: &str) -> Unit {
        self.names.iter().find(|(name, _)| name == printed).map_or(Unit::Unsaid, |(_, unit)| *unit)
    }

    /// Whether a printed text with its marks matches a field. `year` is given by the column head; a value must have
    /// the scale `power`, if there is one, and contain its unit where the name does not.
    pub(super) fn says(
        &self,
        field: Field,
        (text, marks): (&str, &str),
        year: Option<&str>,
        power: Option<u32>,
        unit: Unit,
    ) -> bool {
        let texts = self.texts(field);
        let text = if self.is_part { without_brackets(text) } else { text.to_owned() };
        if texts.is_empty() {
            return text.is_empty() && marks.is_empty();
        }
        let is_in_power = |saying: &&ExpectedText| power.is_none() || saying.power.is_none() || saying.power == power;
        // In a row with many years, other templates print the unit once.
        let may_be_bare = unit != Unit::Unsaid || matches!(field, Field::Year(_));
        let can_be = |saying: &&ExpectedText| may_be_bare || !saying.is_bare;
        texts.iter().filter(is_in_power).filter(can_be).any(|saying| saying.is(&text, marks, year))
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
        for form in forms(value) {
            self.say(field, form, year, marks);
        }
    }

    /// An earlier value always has its year.
    fn latest(&mut self, field: Field, row: &RowData, marks: &str) {
        let year = row.actual_year.as_deref().unwrap_or_default();
        for form in forms(&row.actual) {
            self.say(field, Form { text: format!("{}{year}", form.text), ..form }, None, marks);
        }
    }

    /// The target, its year where the head has another one, and the round's own target below them.
    fn targets(&mut self, row: &RowData) {
        let Some(below) = &row.year_target else {
            return self.value(Field::Targets, row.target.as_ref(), row.target_year.as_ref(), "");
        };
        for below in forms(below) {
            let targets = row.target.iter().flat_map(forms);
            let alike = targets.filter(|form| (form.power, form.is_bare) == (below.power, below.is_bare));
            let alike: Vec<Form> = alike.collect();
            for form in alike {
                let without_year = Form { text: format!("{}{}", form.text, below.text), ..form };
                self.say(Field::Targets, without_year, row.target_year.as_ref(), "");
                if let Some(year) = &row.target_year {
                    let with_year = Form { text: format!("{}{year}{}", form.text, below.text), ..form };
                    self.say(Field::Targets, with_year, None, "");
                }
            }
        }
    }

    fn text(&mut self, field: Field, text: Option<&str>, marks: &str) {
        match text {
            Some(text) => self.say(field, Form::plain(text), None, marks),
            None => {
                self.0.entry(field).or_default();
            }
        }
    }

    /// In the power of ten that the unit of its row names.
    fn formula(&mut self, field: Field, row: &RowData, of: impl Fn(&ComputationData) -> Option<&str>) {
        let Some(formula) = row.computation.as_ref().and_then(&of) else { return self.text(field, None, "") };
        let scaled = row.computation.iter().flat_map(|formulas| &formulas.scaled);
        let scaled = scaled.filter_map(|(power, formulas)| Some((*power, of(formulas)?)));
        for (power, text) in std::iter::once((0, formula)).chain(scaled) {
            self.say(field, Form { power: Some(power), ..Form::plain(text) }, None, "");
        }
    }

    fn say(&mut self, field: Field, form: Form, year: Option<&String>, marks: &str) {
        self.0.entry(field).or_default().push(ExpectedText {
            squeezed: squeezed(&form.text),
            text: form.text + marks,
            year: year.map(|year| squeezed(year)),
            marks: squeezed(marks),
            power: form.power,
            has_unit: form.power.is_some() && !form.is_bare,
            is_bare: form.is_bare,
        });
    }
}

/// The name alone and with its unit.
fn names(unit: Option<&str>, with_unit: impl Fn(&str) -> String) -> Vec<(String, Unit)> {
    match unit {
        Some(unit) => vec![(with_unit(""), Unit::Unsaid), (with_unit(unit), Unit::Said(0))],
        None => vec![(with_unit(""), Unit::None)],
    }
}

/// One of the texts of a value.
#[derive(Clone)]
struct Form {
    text: String,
    power: Option<u32>,
    is_bare: bool,
}

impl Form {
    fn plain(text: &str) -> Self {
        Self { text: text.to_owned(), power: None, is_bare: false }
    }
}

/// The value with its unit and without, in each power of ten.
fn forms(value: &ValueData) -> Vec<Form> {
    if value.missing {
        return vec![Form::plain(&value.number)];
    }
    let bare = |number: &str| format!("{}{number}{}", value.before, value.after);
    let scaled = value.scaled.iter().map(|scaled| (scaled.power, scaled.text.clone(), bare(&scaled.number)));
    let all = std::iter::once((0, value.text.clone(), bare(&value.number))).chain(scaled);
    let both = |(power, text, bare): (u32, String, String)| {
        [(text, false), (bare, true)].map(|(text, is_bare)| Form { text, power: Some(power), is_bare })
    };
    all.flat_map(both).collect()
}

fn without_brackets(text: &str) -> String {
    let pairs = [('[', ']'), ('［', '］')];
    let inside = pairs.iter().find_map(|(open, close)| {
        let (inside, rest) = text.strip_prefix(*open)?.split_once(*close)?;
        Some(inside.to_owned() + rest)
    });
    inside.unwrap_or_else(|| text.to_owned())
}
