//! References from rows that could not be read completely, so that an invalid unit does not hide an unknown group.

use std::collections::BTreeSet;

use super::{FiscalYear, GroupId, IndicatorId, KindId, UnitId};
use crate::diagnostic::Located;

/// References from rows that could not be read completely.
#[derive(Debug, Clone, Default)]
pub struct References {
    /// Groups of indicators.
    pub groups: Vec<Located<GroupId>>,
    /// Parents of indicators, and indicators of values.
    pub indicators: Vec<Located<IndicatorId>>,
    /// Kinds of indicators.
    pub kinds: Vec<Located<KindId>>,
    /// Units of indicators.
    pub units: Vec<Located<UnitId>>,
    /// Target years.
    pub target_years: Vec<Located<FiscalYear>>,
}

impl References {
    /// Adds the references of another row or table.
    pub fn extend(&mut self, others: Self) {
        self.groups.extend(others.groups);
        self.indicators.extend(others.indicators);
        self.kinds.extend(others.kinds);
        self.units.extend(others.units);
        self.target_years.extend(others.target_years);
    }
}

/// What could not be read of the tables.
#[derive(Debug, Clone, Default)]
pub struct Unread {
    /// Indicators with problems in a row of either table.
    pub faulty: BTreeSet<IndicatorId>,
    /// Indicators with problems in their own row: references to them are not reported as unknown.
    pub undefined: BTreeSet<IndicatorId>,
    /// References from rows that could not be read completely.
    pub references: References,
}

impl Unread {
    /// Adds what could not be read of a table.
    pub fn add(&mut self, faulty: BTreeSet<IndicatorId>, references: References) {
        self.faulty.extend(faulty);
        self.references.extend(references);
    }
}
