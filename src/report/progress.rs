//! Progress arithmetic, in exact decimals.
//!
//! Achievement rate = actual ÷ target, or target ÷ actual if less is better; progress rate = (actual − baseline) ÷
//! (target − baseline); pace = (actual − baseline) ÷ (expected value − baseline). The bands of pace are those of Open SDG's
//! progress measurement, which applies them to compound growth, and nenpo to a straight line. A status is calculated, and
//! independent of the panel's evaluation.

use rust_decimal::Decimal;
use thiserror::Error;

use super::{Accumulation, Bands, Comparator, Direction, FiscalYear, Indicator, Observation, Plan, Quantity, Target};

/// Why a rate is undefined.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Error)]
pub enum RateUndefined {
    /// The target is zero or negative.
    #[error("the target is not above zero")]
    TargetNotPositive,
    /// The actual value is negative, or zero where less is better.
    #[error("the actual is not above zero")]
    ActualNotPositive,
    /// The distance from the baseline to the target is zero.
    #[error("the target equals the baseline")]
    TargetEqualsBaseline,
    /// The result is too large for a decimal.
    #[error("the rate is too large")]
    TooLarge,
}

/// A ratio as a fraction of one: 5.12 for 512 %.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct Ratio(pub Decimal);

impl Ratio {
    /// The ratio in percent, rounded half up to an integer, but never up to 100 %: a target just missed is not shown as
    /// met.
    #[must_use]
    pub fn rounded_percent(self) -> Decimal {
        let percent = self.0.checked_mul(Decimal::ONE_HUNDRED).unwrap_or(Decimal::MAX);
        let rounded = Quantity::new(percent, Some(0)).shown();
        if percent < Decimal::ONE_HUNDRED && rounded >= Decimal::ONE_HUNDRED { percent.trunc() } else { rounded }
    }
}

/// An achievement rate with its operands.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Achievement {
    /// The actual value, or the target if less is better.
    pub dividend: Decimal,
    /// The target, or the actual value if less is better.
    pub divisor: Decimal,
    /// The result.
    pub rate: Ratio,
}

/// A pace with its operands.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Pace {
    /// The actual value.
    pub actual: Decimal,
    /// Zero if there is no baseline.
    pub baseline: Decimal,
    /// The target, or that of the value's year.
    pub target: Decimal,
    /// The share of the years from baseline to target elapsed; `None` if the year has its own target.
    pub elapsed: Option<Ratio>,
    /// The result.
    pub value: Decimal,
}

/// The calculated status of an indicator, and the pace it is based on.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Assessment {
    /// The status.
    pub status: Status,
    /// `None` if the status follows from the values alone.
    pub pace: Option<Pace>,
}

/// The calculated progress status of an indicator.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Status {
    /// The target is met.
    Achieved,
    /// The pace is sufficient to meet the target.
    OnTrack,
    /// The pace has to increase.
    AccelerationNeeded,
    /// The pace is far too low.
    Limited,
    /// The value is moving away from the target.
    Deteriorating,
    /// The target is not met in its year, or is one to be met every year.
    NotAchieved,
    /// The target is not met before its year, and no value is expected by now.
    NotYet,
    /// There is a target, but no value was reported.
    NotReported,
    /// Progress is undefined, for example because the target equals the baseline.
    Undefined,
    /// There is no target.
    Monitored,
}

impl Status {
    /// Every status: from best to worst, then those without an assessment.
    pub const ALL: [Status; 10] = [
        Self::Achieved,
        Self::OnTrack,
        Self::AccelerationNeeded,
        Self::Limited,
        Self::Deteriorating,
        Self::NotAchieved,
        Self::NotYet,
        Self::NotReported,
        Self::Undefined,
        Self::Monitored,
    ];

    /// The name of the status in files and messages.
    #[must_use]
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Achieved => "achieved",
            Self::OnTrack => "on-track",
            Self::AccelerationNeeded => "acceleration-needed",
            Self::Limited => "limited",
            Self::Deteriorating => "deteriorating",
            Self::NotYet => "not-yet",
            Self::NotAchieved => "not-achieved",
            Self::NotReported => "not-reported",
            Self::Undefined => "undefined",
            Self::Monitored => "monitored",
        }
    }

    /// Whether less was reached than was expected by now. Before the target year, nothing is expected without a path.
    #[must_use]
    pub fn is_behind(self) -> bool {
        matches!(self, Self::AccelerationNeeded | Self::Limited | Self::Deteriorating | Self::NotAchieved)
    }
}

/// The side on which an actual value meets its target.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Aim {
    /// At or above the target.
    Up,
    /// At or below the target.
    Down,
    /// Above the target: a value equal to it does not meet it.
    Above,
    /// Below the target: a value equal to it does not meet it.
    Below,
}

impl Aim {
    /// The comparator decides if there is one, else the direction.
    #[must_use]
    pub fn new(direction: Direction, comparator: Option<Comparator>) -> Self {
        match (comparator, direction) {
            (Some(Comparator::Above), _) => Self::Above,
            (Some(Comparator::Below), _) => Self::Below,
            (Some(Comparator::AtMost | Comparator::Within), _) | (None, Direction::Decrease) => Self::Down,
            (Some(Comparator::AtLeast), _) | (None, Direction::Increase | Direction::Maintain) => Self::Up,
        }
    }

    /// The aim of an indicator's target.
    #[must_use]
    pub fn of(indicator: &Indicator, target: &Target) -> Self {
        Self::new(indicator.direction, target.comparator)
    }

    /// Whether an actual value meets a target.
    #[must_use]
    pub fn is_met(self, actual: Decimal, target: Decimal) -> bool {
        match self {
            Self::Up => actual >= target,
            Self::Down => actual <= target,
            Self::Above => actual > target,
            Self::Below => actual < target,
        }
    }

    /// Whether a baseline is better than the target already: there is no way from it to the target.
    #[must_use]
    pub fn is_beyond(self, baseline: Decimal, target: Decimal) -> bool {
        if self.is_down() { baseline < target } else { baseline > target }
    }

    /// Whether less is better.
    #[must_use]
    pub fn is_down(self) -> bool {
        matches!(self, Self::Down | Self::Below)
    }
}

/// actual ÷ target, or target ÷ actual if less is better: in both cases a target that is met has 100 % or more.
///
/// # Errors
/// Fails if the target is not positive, or if the actual value is negative, or zero where less is better: a negative value
/// is no share of its target.
pub fn achievement(aim: Aim, actual: Decimal, target: Decimal) -> Result<Achievement, RateUndefined> {
    if target <= Decimal::ZERO {
        return Err(RateUndefined::TargetNotPositive);
    }
    if actual < Decimal::ZERO || (aim.is_down() && actual.is_zero()) {
        return Err(RateUndefined::ActualNotPositive);
    }
    let (dividend, divisor) = if aim.is_down() { (target, actual) } else { (actual, target) };
    let rate = dividend.checked_div(divisor).map(Ratio).ok_or(RateUndefined::TooLarge)?;
    Ok(Achievement { dividend, divisor, rate })
}

/// (actual − baseline) ÷ (target − baseline).
///
/// # Errors
/// Fails if the target equals the baseline.
pub fn progress_rate(actual: Decimal, baseline: Decimal, target: Decimal) -> Result<Ratio, RateUndefined> {
    let way = target.checked_sub(baseline).ok_or(RateUndefined::TooLarge)?;
    if way.is_zero() {
        return Err(RateUndefined::TargetEqualsBaseline);
    }
    let gone = actual.checked_sub(baseline).ok_or(RateUndefined::TooLarge)?;
    gone.checked_div(way).map(Ratio).ok_or(RateUndefined::TooLarge)
}

/// Requires a distance between an indicator's baseline and target, so that progress can be measured. Always succeeds
/// for a value that is to be maintained.
///
/// # Errors
/// As [`progress_rate`]. A missing baseline is zero only for counts with a pace.
pub fn require_way(indicator: &Indicator) -> Result<(), RateUndefined> {
    match &indicator.target {
        Some(target)
            if (indicator.baseline.is_some() || is_rising_count(indicator, target))
                && indicator.direction != Direction::Maintain =>
        {
            let baseline = baseline_of(indicator);
            progress_rate(baseline, baseline, target.quantity.value).map(|_| ())
        }
        _ => Ok(()),
    }
}

/// Whether an indicator is a cumulative count towards a higher target, which begins at zero without a baseline.
fn is_rising_count(indicator: &Indicator, target: &Target) -> bool {
    indicator.accumulation == Accumulation::Cumulative && !Aim::of(indicator, target).is_down()
}

/// The share of the plan elapsed at the end of a fiscal year; in 0..=1 for a year of the plan.
#[must_use]
pub fn elapsed_share(plan: &Plan, year: FiscalYear) -> Ratio {
    let gone = Decimal::from(year.years_since(plan.start));
    let whole = Decimal::from(plan.end.years_since(plan.start));
    Ratio(gone.checked_div(whole).unwrap_or_default())
}

/// The straight line from an indicator's baseline to its target, on which its values are expected.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct ExpectedPath {
    baseline: Decimal,
    target: Decimal,
    /// The first year after that of the baseline.
    start: FiscalYear,
    /// The year in which the target is to be met.
    end: FiscalYear,
}

impl ExpectedPath {
    /// The path of a cumulative count begins with its baseline, or with zero, at the end of the baseline's year, or before
    /// the plan; that of other values requires a baseline with its year. It ends in the target's year, or with the plan.
    /// There is none for a value to be maintained, for a count that is not to exceed its target, and for a target that the
    /// baseline is better than.
    #[must_use]
    pub fn of(indicator: &Indicator, plan: &Plan) -> Option<Self> {
        let target = indicator.target.as_ref().filter(|_| indicator.direction != Direction::Maintain)?;
        let year = indicator.baseline.as_ref().and_then(|baseline| baseline.year.as_ref());
        let next = year.and_then(|year| year.value.next());
        let (baseline, start) = match indicator.accumulation {
            Accumulation::Cumulative if !is_rising_count(indicator, target) => return None,
            Accumulation::Cumulative => (baseline_of(indicator), next.unwrap_or(plan.start)),
            Accumulation::Annual | Accumulation::Level => (indicator.baseline.as_ref()?.quantity.value, next?),
        };
        let end = target_year(target, plan);
        let is_limit = Aim::of(indicator, target).is_beyond(baseline, target.quantity.value);
        (start <= end && !is_limit).then_some(Self { baseline, target: target.quantity.value, start, end })
    }

    /// The share of the path's years elapsed at the end of a fiscal year, in 0..=1.
    #[must_use]
    pub fn elapsed(&self, year: FiscalYear) -> Ratio {
        let gone = Decimal::from(year.min(self.end).years_since(self.start).max(0));
        let whole = Decimal::from(self.end.years_since(self.start));
        Ratio(gone.checked_div(whole).unwrap_or_default())
    }

    /// The value expected by the end of a fiscal year: baseline + elapsed share × (target − baseline).
    #[must_use]
    pub fn value(&self, year: FiscalYear) -> Option<Decimal> {
        let way = self.target.checked_sub(self.baseline)?;
        way.checked_mul(self.elapsed(year).0)?.checked_add(self.baseline)
    }

    /// The years at whose ends the path begins and ends.
    #[must_use]
    pub fn years(&self) -> (FiscalYear, FiscalYear) {
        (self.start.previous().unwrap_or(self.start), self.end)
    }
}

/// The year in which a target is to be met: the end of the plan if it has none.
fn target_year(target: &Target, plan: &Plan) -> FiscalYear {
    target.year.as_ref().map_or(plan.end, |year| year.value)
}

fn rate(aim: Aim, actual: Decimal, target: Decimal) -> Option<Ratio> {
    achievement(aim, actual, target).ok().map(|achievement| achievement.rate)
}

/// The share of the target that is expected by the end of a year, comparable with the achievement rate. A target of the
/// year replaces the straight line.
#[must_use]
pub fn expected_rate(
    indicator: &Indicator,
    plan: &Plan,
    year: FiscalYear,
    year_target: Option<Decimal>,
) -> Option<Ratio> {
    let target = indicator.target.as_ref()?;
    let (aim, value) = (Aim::of(indicator, target), target.quantity.value);
    let expected = match year_target {
        Some(expected) => expected,
        None => ExpectedPath::of(indicator, plan)?.value(year)?,
    };
    rate(aim, expected, value).filter(|_| expected != value || year_target.is_none())
}

/// Assesses the value of an indicator in a fiscal year. If the year has its own target, the pace is measured against that
/// instead of the straight line. From the target year on, a target that is not met is not achieved: no pace can change it.
#[must_use]
pub fn assess(
    indicator: &Indicator,
    observation: Observation,
    (plan, year): (&Plan, FiscalYear),
    year_target: Option<Decimal>,
    bands: &Bands,
) -> Assessment {
    let by_values = |status| Assessment { status, pace: None };
    let Some(target) = &indicator.target else { return by_values(Status::Monitored) };
    let target_value = target.quantity.value;
    let Some(actual) = observation.value() else { return by_values(Status::NotReported) };
    let of_baseline = indicator.baseline.as_ref().and_then(|baseline| baseline.year.as_ref());
    if of_baseline.is_some_and(|baseline| year <= baseline.value) {
        return by_values(Status::Undefined);
    }
    let aim = Aim::of(indicator, target);
    if aim.is_met(actual, target_value) {
        return by_values(Status::Achieved);
    }
    if indicator.direction == Direction::Maintain || year >= target_year(target, plan) {
        return by_values(Status::NotAchieved);
    }
    let path = ExpectedPath::of(indicator, plan);
    let baseline = indicator.baseline.as_ref().map(|baseline| baseline.quantity.value);
    let pace = match (year_target, path, baseline) {
        (Some(expected), Some(path), _) => Some(pace(actual, path.baseline, expected, None)),
        (Some(expected), None, Some(baseline)) if indicator.accumulation != Accumulation::Cumulative => {
            Some(pace(actual, baseline, expected, None))
        }
        (None, Some(path), _) => Some(pace(actual, path.baseline, path.target, Some(path.elapsed(year)))),
        _ => None,
    };
    // The aim of the final target also applies to annual targets.
    if year_target.is_some_and(|expected| aim.is_met(actual, expected)) {
        return Assessment {
            status: Status::OnTrack,
            pace: pace.flatten().filter(|pace| pace.value >= bands.on_track),
        };
    }
    match pace {
        Some(Some(pace)) => Assessment { status: status_by_pace(&pace, indicator, bands), pace: Some(pace) },
        Some(None) => by_values(Status::Undefined),
        None => by_values(Status::NotYet),
    }
}

/// Progress rate ÷ elapsed share, or the progress rate alone if it is measured against the year's target.
fn pace(actual: Decimal, baseline: Decimal, target: Decimal, elapsed: Option<Ratio>) -> Option<Pace> {
    let rate = progress_rate(actual, baseline, target).ok()?;
    let value = elapsed.map_or(Some(rate.0), |elapsed| rate.0.checked_div(elapsed.0))?;
    Some(Pace { actual, baseline, target, elapsed, value })
}

fn status_by_pace(pace: &Pace, indicator: &Indicator, bands: &Bands) -> Status {
    // A change that no reader sees is none.
    let shown = |value: Decimal| Quantity::new(value, indicator.decimals).shown();
    if pace.value < Decimal::ZERO && shown(pace.actual) != shown(pace.baseline) {
        Status::Deteriorating
    } else if pace.value < bands.acceleration_needed {
        Status::Limited
    } else if pace.value < bands.on_track {
        Status::AccelerationNeeded
    } else {
        Status::OnTrack
    }
}

/// Zero for a count without a baseline.
fn baseline_of(indicator: &Indicator) -> Decimal {
    indicator.baseline.as_ref().map_or(Decimal::ZERO, |baseline| baseline.quantity.value)
}

#[cfg(test)]
mod tests;
