//! Indicators: unit, baseline, target, and how values relate.

use std::collections::BTreeMap;

use rust_decimal::{Decimal, RoundingStrategy};

use super::{DirectionBasis, FiscalYear, GroupId, IndicatorId, KindId, Language, NoteId, UnitId};
use crate::diagnostic::{Located, Place};

/// The longest name in characters; anything longer is prose, or an unclosed quotation mark.
pub const LONGEST_NAME: usize = 300;

/// How the values of successive years relate.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Accumulation {
    /// Counted from the start of the plan; only such values have a pace.
    Cumulative,
    /// Counted anew each year.
    Annual,
    /// A state at a point in time, such as a share.
    Level,
}

impl Accumulation {
    /// Every accumulation and its name in tables.
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
    /// The value should stay at or above the target.
    Maintain,
}

impl Direction {
    /// Every direction and its name in tables.
    pub const NAMES: [(&'static str, Self); 3] =
        [("increase", Self::Increase), ("decrease", Self::Decrease), ("maintain", Self::Maintain)];
}

/// How a target is bounded.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Comparator {
    /// `>=`: at least the target (以上).
    AtLeast,
    /// `<=`: at most the target (以下).
    AtMost,
    /// `within`: the same as at most, of times and distances (以内).
    Within,
    /// `>`: more than the target (超).
    Above,
    /// `<`: less than the target (未満).
    Below,
}

impl Comparator {
    /// Every comparator and its sign in tables.
    pub const NAMES: [(&'static str, Self); 5] =
        [(">=", Self::AtLeast), ("<=", Self::AtMost), ("within", Self::Within), (">", Self::Above), ("<", Self::Below)];

    /// The part of the names of messages.
    #[must_use]
    pub fn word(self) -> &'static str {
        match self {
            Self::AtLeast => "at-least",
            Self::AtMost => "at-most",
            Self::Within => "within",
            Self::Above => "above",
            Self::Below => "below",
        }
    }
}

/// A value and the number of decimals that it is shown with.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Quantity {
    /// The exact value.
    pub value: Decimal,
    /// The number of decimals shown.
    pub decimals: u32,
    /// The unrounded number, if the value's cell shows it rounded.
    pub stored: Option<Decimal>,
}

impl Quantity {
    /// A value with a fixed number of decimals; `None` keeps those that it was written with.
    #[must_use]
    pub fn new(value: Decimal, decimals: Option<u32>) -> Self {
        Self { value, decimals: decimals.unwrap_or_else(|| value.scale()), stored: None }
    }

    /// The quantity divided by a power of ten, with as many decimals. `None` if that would lose a digit.
    #[must_use]
    pub fn scaled(self, power: u32) -> Option<Self> {
        let value = self.value.checked_div(Decimal::from(10_u64.checked_pow(power)?))?.normalize();
        (value.scale() <= self.decimals).then_some(Self { value, ..self })
    }

    /// The value rounded as it is shown, half away from zero.
    #[must_use]
    pub fn shown(self) -> Decimal {
        self.value.round_dp_with_strategy(self.decimals, RoundingStrategy::MidpointAwayFromZero)
    }

    /// The number of digits before the decimal sign.
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
    /// The cell of the value.
    pub place: Place,
    /// The fiscal year in which it was observed.
    pub year: Option<Located<FiscalYear>>,
}

/// The value to be achieved.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Target {
    /// The value.
    pub quantity: Quantity,
    /// The cell of the value.
    pub place: Place,
    /// The fiscal year by which it is to be achieved; `None` if undecided.
    pub year: Option<Located<FiscalYear>>,
    /// `None` if only a value is given.
    pub comparator: Option<Comparator>,
}

/// An indicator.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Indicator {
    /// The identifier.
    pub id: IndicatorId,
    /// The row.
    pub place: Place,
    /// `None` in a plan without groups.
    pub group: Option<Located<GroupId>>,
    /// The kind: output, outcome …
    pub kind: Located<KindId>,
    /// The indicator of which this one is a part.
    pub parent: Option<Located<IndicatorId>>,
    /// The unit of all its values.
    pub unit: Located<UnitId>,
    /// How values of successive years relate.
    pub accumulation: Accumulation,
    /// Whether an increase or a decrease is better.
    pub direction: Direction,
    /// How the direction was determined.
    pub direction_basis: DirectionBasis,
    /// The value from which progress is measured.
    pub baseline: Option<Baseline>,
    /// `None` if the indicator is only monitored.
    pub target: Option<Target>,
    /// The number of decimals shown; `None` shows values as they were written.
    pub decimals: Option<u32>,
    /// Notes on the indicator as a whole.
    pub notes: Vec<Located<NoteId>>,
    /// Full names by language; for other languages the name is a message.
    pub names: BTreeMap<Language, Located<String>>,
    /// Short names for charts, by language.
    pub labels: BTreeMap<Language, Located<String>>,
}
