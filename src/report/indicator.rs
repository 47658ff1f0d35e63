//! An indicator: what is measured, its target, and how the two are compared.

use std::collections::BTreeMap;

use rust_decimal::Decimal;

use super::{DirectionBasis, FiscalYear, GroupId, IndicatorId, KindId, Language, NoteId, UnitId};
use crate::diagnostic::{Located, Place};

/// The most characters that a name can have and still be one: more than that is a text, or a quotation mark that was
/// left open.
pub const LONGEST_NAME: usize = 300;

/// How values of successive years relate.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Accumulation {
    /// Counted from the start of the plan; only these have a pace.
    Cumulative,
    /// Counted anew each year.
    Annual,
    /// A state at a point in time, such as a share.
    Level,
}

impl Accumulation {
    /// Every accumulation and the word it is written by.
    pub const NAMES: [(&'static str, Self); 3] =
        [("cumulative", Self::Cumulative), ("annual", Self::Annual), ("level", Self::Level)];
}

/// Which way is better.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Direction {
    /// More is better.
    Increase,
    /// Less is better.
    Decrease,
    /// Staying at the target or above is wanted.
    Maintain,
}

impl Direction {
    /// Every direction and the word it is written by.
    pub const NAMES: [(&'static str, Self); 3] =
        [("increase", Self::Increase), ("decrease", Self::Decrease), ("maintain", Self::Maintain)];
}

/// How a target is worded.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Comparator {
    /// `>=`: at least the target (以上).
    AtLeast,
    /// `<=`: at most the target (以下).
    AtMost,
}

impl Comparator {
    /// Every comparator and the sign it is written by.
    pub const NAMES: [(&'static str, Self); 2] = [(">=", Self::AtLeast), ("<=", Self::AtMost)];
}

/// A value and the number of decimals it is to be shown with.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Quantity {
    /// The exact value.
    pub value: Decimal,
    /// The decimals shown.
    pub decimals: u32,
    /// The number behind the value, where the cell that holds it shows it rounded.
    pub stored: Option<Decimal>,
}

impl Quantity {
    /// Returns a value shown as it was written, or with a fixed number of decimals.
    #[must_use]
    pub fn new(value: Decimal, decimals: Option<u32>) -> Self {
        Self { value, decimals: decimals.unwrap_or_else(|| value.scale()), stored: None }
    }

    /// Returns the quantity in units of a power of ten, with as many decimals; none where that would lose a digit.
    #[must_use]
    pub fn scaled(self, power: u32) -> Option<Self> {
        let value = self.value.checked_div(Decimal::from(10_u64.checked_pow(power)?))?.normalize();
        (value.scale() <= self.decimals).then_some(Self { value, ..self })
    }

    /// Returns how many digits stand before the decimals.
    #[must_use]
    pub fn digits(self) -> u32 {
        self.value.trunc().abs().normalize().to_string().len() as u32
    }
}

/// The value from which progress is measured.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Baseline {
    /// The value.
    pub quantity: Quantity,
    /// Where the value stands.
    pub place: Place,
    /// The fiscal year in which it was observed.
    pub year: Option<Located<FiscalYear>>,
}

/// The value to be reached.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Target {
    /// The value.
    pub quantity: Quantity,
    /// Where the value stands.
    pub place: Place,
    /// The fiscal year by which it is to be reached; none where it is undecided.
    pub year: Option<Located<FiscalYear>>,
    /// How it is worded; none where only the value is given.
    pub comparator: Option<Comparator>,
}

/// What is measured.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Indicator {
    /// Its identifier.
    pub id: IndicatorId,
    /// Where its row stands.
    pub place: Place,
    /// The group it belongs to; none in a plan without groups.
    pub group: Option<Located<GroupId>>,
    /// Output, outcome …
    pub kind: Located<KindId>,
    /// The indicator of which this one is a part.
    pub parent: Option<Located<IndicatorId>>,
    /// The unit of all its values.
    pub unit: Located<UnitId>,
    /// How values of successive years relate.
    pub accumulation: Accumulation,
    /// Which way is better.
    pub direction: Direction,
    /// How that is known.
    pub direction_basis: DirectionBasis,
    /// The value from which progress is measured, if one was given.
    pub baseline: Option<Baseline>,
    /// The value to be reached; none where the indicator is only monitored.
    pub target: Option<Target>,
    /// The decimals shown; none to show values as they were written.
    pub decimals: Option<u32>,
    /// Notes that belong to the indicator as a whole.
    pub notes: Vec<Located<NoteId>>,
    /// Full names by language; where one is missing the locales hold it.
    pub names: BTreeMap<Language, Located<String>>,
    /// Short names for charts by language.
    pub labels: BTreeMap<Language, Located<String>>,
}
