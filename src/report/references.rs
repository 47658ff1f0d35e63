//! What rows refer to that could not be read as a whole: a wrong unit must not hide a group that there is not.

use std::collections::BTreeSet;

use super::{FiscalYear, GroupId, IndicatorId, KindId, UnitId};
use crate::diagnostic::Located;

/// What rows refer to that could not be read as a whole.
#[derive(Debug, Clone, Default)]
pub struct References {
    /// Groups of indicators.
    pub groups: Vec<Located<GroupId>>,
    /// Parents, and indicators of values.
    pub indicators: Vec<Located<IndicatorId>>,
    /// Kinds of indicators.
    pub kinds: Vec<Located<KindId>>,
    /// Units of indicators.
    pub units: Vec<Located<UnitId>>,
    /// The years by which targets are to be reached.
    pub target_years: Vec<Located<FiscalYear>>,
}

impl References {
    /// Adds those of another row or table.
    pub fn extend(&mut self, others: Self) {
        self.groups.extend(others.groups);
        self.indicators.extend(others.indicators);
        self.kinds.extend(others.kinds);
        self.units.extend(others.units);
        self.target_years.extend(others.target_years);
    }
}

/// What the tables hold and could not be read.
#[derive(Debug, Clone, Default)]
pub struct Unread {
    /// Indicators of whose rows some have problems, in either table.
    pub faulty: BTreeSet<IndicatorId>,
    /// Those whose own row in the table of indicators has one: that they are not known is no news.
    pub undefined: BTreeSet<IndicatorId>,
    /// What rows refer to that could not be read as a whole.
    pub references: References,
}

impl Unread {
    /// Adds what could not be read of a table.
    pub fn add(&mut self, faulty: BTreeSet<IndicatorId>, references: References) {
        self.faulty.extend(faulty);
        self.references.extend(references);
    }
}
