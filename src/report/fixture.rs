//! Small reports for the tests of this folder: a plan from 2018 to 2025 with the round of 2022 (5/8 elapsed).

use std::collections::BTreeMap;

use rust_decimal::Decimal;

use super::{
    Accumulation, Actual, Bands, Baseline, Day, Direction, DirectionBasis, FiscalYear, Indicator, IndicatorId, KindId,
    Look, Observation, Plan, Quantity, Report, ReportId, Round, Settings, TableSettings, Target, UnitId, Unread,
    YearTarget,
};
use crate::diagnostic::{Diagnostics, Located, Place};

pub(super) fn year(year: i64) -> FiscalYear {
    FiscalYear::new(year).unwrap()
}

fn place() -> Place {
    Place::whole(&"a.csv".into())
}

fn quantity(value: i64) -> Quantity {
    Quantity::new(value.into(), None)
}

pub(super) fn indicator(
    id: &str,
    accumulation: Accumulation,
    direction: Direction,
    baseline: Option<i64>,
    target: i64,
) -> Indicator {
    Indicator {
        id: IndicatorId::new(id).unwrap(),
        place: place(),
        group: None,
        kind: Located::new(KindId::new("output").unwrap(), place()),
        parent: None,
        unit: Located::new(UnitId::new("count").unwrap(), place()),
        accumulation,
        direction,
        direction_basis: DirectionBasis::Stated,
        baseline: baseline.map(|value| Baseline { quantity: quantity(value), place: place(), year: None }),
        target: Some(Target { quantity: quantity(target), place: place(), year: None, comparator: None }),
        decimals: None,
        notes: Vec::new(),
        names: BTreeMap::new(),
        labels: BTreeMap::new(),
    }
}

/// A final value, with or without a target of its year.
pub(super) fn actual(id: &str, of_year: i64, value: i64, target: Option<i64>) -> Actual {
    Actual {
        place: place(),
        indicator: Located::new(IndicatorId::new(id).unwrap(), place()),
        fiscal_year: year(of_year),
        observation: Observation::of_final(value.into()),
        value_place: place(),
        stored: None,
        is_break: false,
        // Not the place of the indicator's own target.
        target: target.map(|value| YearTarget { quantity: quantity(value), place: Place::whole(&"b.csv".into()) }),
        evaluation: None,
        notes: Vec::new(),
    }
}

pub(super) fn report(indicators: Vec<Indicator>, actuals: Vec<Actual>) -> Report {
    report_with(indicators, actuals, &mut Diagnostics::default())
}

pub(super) fn report_with(indicators: Vec<Indicator>, actuals: Vec<Actual>, diagnostics: &mut Diagnostics) -> Report {
    let day = Day::new(2023, 3, 31).unwrap();
    let settings = Settings {
        id: ReportId::new("a").unwrap(),
        plan: Plan { start: year(2018), end: year(2025) },
        round: Round {
            fiscal_year: Located::new(year(2022), place()),
            as_of: Located::new(day, place()),
            published: Located::new(day, place()),
        },
        groups: Vec::new(),
        groups_are_whole: true,
        highlights: Vec::new(),
        notes: Vec::new(),
        bands: Bands::default(),
        tables: TableSettings::default(),
        material: None,
        look: Look::default(),
        standards: Vec::new(),
        attach_data: None,
        editions: Vec::new(),
    };
    Report::new(settings, indicators, actuals, Unread::default(), diagnostics)
}

pub(super) fn decimal(text: &str) -> Decimal {
    text.parse().unwrap()
}
