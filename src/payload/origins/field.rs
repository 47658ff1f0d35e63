//! What a table says of an indicator, in each form in which it may be printed.

use super::super::data::{Data, RowData, ValueData};
use super::reading::spaced;
use crate::report::{FiscalYear, Indicator, Report};

/// What is said of an indicator.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Field {
    Baseline,
    Actual(FiscalYear),
    Target,
    YearTarget,
    Evaluation,
    /// The achievement rate, or how it is computed.
    Rate,
    /// The pace, or how it is computed.
    Pace,
    /// What is lacking.
    Gap,
    Status,
}

impl Field {
    /// Whether it follows from other values.
    pub(super) fn is_computed(self) -> bool {
        matches!(self, Self::Rate | Self::Pace | Self::Gap | Self::Status)
    }
}

/// A field and the texts that it may have.
pub(super) struct Printed {
    pub(super) field: Field,
    /// With single spaces.
    pub(super) forms: Vec<String>,
}

impl Printed {
    fn new(field: Field, forms: impl IntoIterator<Item = String>) -> Self {
        let mut forms: Vec<String> = forms.into_iter().map(|form| spaced(&form)).collect();
        forms.retain(|form| !form.is_empty());
        forms.dedup();
        Self { field, forms }
    }
}

/// What the rows of tables say of an indicator, in the order of their columns.
pub(super) fn of_row(row: &RowData, indicator: &Indicator, report: &Report) -> Vec<Printed> {
    let latest = report.latest(&indicator.id).year;
    let of = |field: Field, value: &Option<ValueData>| Some(Printed::new(field, forms(value.as_ref()?)));
    let text = |field: Field, text: &Option<String>| Some(Printed::new(field, text.clone()));
    let mut printed: Vec<Printed> = Vec::new();
    printed.extend(of(Field::Baseline, &row.baseline));
    let years = report.shown_years().iter().zip(&row.years);
    printed.extend(years.filter_map(|(year, value)| of(Field::Actual(*year), &value.actual)));
    printed.push(Printed::new(Field::Actual(latest), forms(&row.actual)));
    printed.extend(of(Field::Target, &row.target));
    printed.extend(of(Field::YearTarget, &row.year_target));
    printed.extend(text(Field::Rate, &row.rate));
    for computation in
        row.computation.iter().flat_map(|own| std::iter::once(own).chain(own.scaled.iter().map(|s| &s.1)))
    {
        printed.extend(text(Field::Rate, &computation.rate));
        printed.extend(text(Field::Pace, &computation.pace));
    }
    printed.extend(row.evaluation.as_ref().map(|grade| Printed::new(Field::Evaluation, [grade.sign.clone()])));
    let status = [&row.status.label, &row.status.short].map(String::clone);
    printed.push(Printed::new(Field::Status, status));
    printed
}

/// What the lists of a report say of an indicator besides.
pub(super) fn of_lists(data: &Data, indicator: &Indicator, report: &Report) -> Vec<Printed> {
    let (id, latest) = (indicator.id.as_str(), report.latest(&indicator.id).year);
    let mut printed = Vec::new();
    for gap in data.progress.gaps.iter().filter(|gap| gap.id == id) {
        printed.push(Printed::new(Field::Actual(latest), forms(&gap.actual)));
        printed.push(Printed::new(Field::Target, forms(&gap.target)));
        let rates = [gap.rate.clone(), gap.expected.clone()];
        printed.push(Printed::new(Field::Rate, rates.into_iter().flatten()));
        printed.push(Printed::new(Field::Gap, [gap.gap.clone(), gap.gap_points.clone()]));
    }
    for open in data.open_values.iter().filter(|open| open.id == id) {
        let years = report.shown_years().iter().zip(&data.years);
        let year = years.filter(|(_, known)| known.text == open.year).map(|(year, _)| *year).next();
        printed.extend(year.map(|year| Printed::new(Field::Actual(year), forms(&open.actual))));
    }
    printed
}

/// The texts of a value: with and without its unit, and with the sign that stays where the unit stands elsewhere.
pub(super) fn forms(value: &ValueData) -> Vec<String> {
    let ValueData { prefix, digits, number, suffix, before, after, text, scaled, .. } = value;
    let mut forms = vec![
        text.clone(),
        format!("{prefix}{digits}{suffix}"),
        format!("{before}{number}{after}"),
        format!("{before} {number}{after}"),
        format!("{before}{number} {after}"),
        format!("{before} {number} {after}"),
        number.clone(),
        digits.clone(),
    ];
    forms.extend(scaled.iter().flat_map(|scaled| [scaled.text.clone(), scaled.number.clone()]));
    forms
}
