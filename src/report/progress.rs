//! Progress arithmetic, in exact decimals.
//!
//! Achievement rate = actual ÷ target, or target ÷ actual if less is better; progress rate = (actual − baseline) ÷
//! (target − baseline); pace = progress rate ÷ share of the plan elapsed. The bands of pace are those of Open SDG's
//! progress measurement. A status is calculated, and independent of the panel's evaluation.

use rust_decimal::Decimal;
use thiserror::Error;

use super::{Accumulation, Bands, Comparator, Direction, FiscalYear, Indicator, Observation, Plan, Target};

/// Why a rate is undefined.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Error)]
pub enum RateUndefined {
    /// The target is zero or negative.
    #[error("the target is not above zero")]
    TargetNotPositive,
    /// Less is better, and the actual value is zero or negative.
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
        let rounded = percent.round_dp_with_strategy(0, rust_decimal::RoundingStrategy::MidpointAwayFromZero);
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
    /// The share of the plan elapsed; `None` if the year has its own target.
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
    /// The target is not met, and a pace is meaningless (ratios, levels, annual counts).
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
    pub const ALL: [Status; 9] = [
        Self::Achieved,
        Self::OnTrack,
        Self::AccelerationNeeded,
        Self::Limited,
        Self::Deteriorating,
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
            Self::NotReported => "not-reported",
            Self::Undefined => "undefined",
            Self::Monitored => "monitored",
        }
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

    /// Whether less is better.
    #[must_use]
    pub fn is_down(self) -> bool {
        matches!(self, Self::Down | Self::Below)
    }
}

/// actual ÷ target, or target ÷ actual if less is better: in both cases a target that is met has 100 % or more.
///
/// # Errors
/// Fails if the target, or the actual value when less is better, is not positive.
pub fn achievement(aim: Aim, actual: Decimal, target: Decimal) -> Result<Achievement, RateUndefined> {
    if target <= Decimal::ZERO {
        return Err(RateUndefined::TargetNotPositive);
    }
    let (dividend, divisor) = match aim.is_down() {
        false => (actual, target),
        true if actual <= Decimal::ZERO => return Err(RateUndefined::ActualNotPositive),
        true => (target, actual),
    };
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
            if (indicator.baseline.is_some() || has_pace(indicator, target))
                && indicator.direction != Direction::Maintain =>
        {
            let baseline = baseline_of(indicator);
            progress_rate(baseline, baseline, target.quantity.value).map(|_| ())
        }
        _ => Ok(()),
    }
}

/// The share of the plan elapsed at the end of a fiscal year; in 0..=1 for a year of the plan.
#[must_use]
pub fn elapsed_share(plan: &Plan, year: FiscalYear) -> Ratio {
    let gone = Decimal::from(year.years_since(plan.start));
    let whole = Decimal::from(plan.end.years_since(plan.start));
    Ratio(gone.checked_div(whole).unwrap_or_default())
}

/// Only cumulative counts have a pace, and only towards a higher target, since they cannot decrease.
fn has_pace(indicator: &Indicator, target: &Target) -> bool {
    indicator.accumulation == Accumulation::Cumulative && !Aim::of(indicator, target).is_down()
}

fn rate(aim: Aim, actual: Decimal, target: Decimal) -> Option<Ratio> {
    achievement(aim, actual, target).ok().map(|achievement| achievement.rate)
}

/// The expected share of the target at a linear pace, comparable with the achievement rate: (baseline + elapsed share ×
/// (target − baseline)) ÷ target. `None` except for cumulative counts. A target of the year replaces the linear pace.
#[must_use]
pub fn expected_rate(indicator: &Indicator, elapsed: Ratio, year_target: Option<Decimal>) -> Option<Ratio> {
    let target = indicator.target.as_ref()?;
    let (aim, value) = (Aim::of(indicator, target), target.quantity.value);
    if let Some(expected) = year_target {
        return rate(aim, expected, value).filter(|_| expected != value);
    }
    rate(aim, expected_value(indicator, elapsed)?, value)
}

/// The expected value at a linear pace: baseline + elapsed share × (target − baseline). Only for cumulative counts.
#[must_use]
pub fn expected_value(indicator: &Indicator, elapsed: Ratio) -> Option<Decimal> {
    let target = indicator.target.as_ref().filter(|target| has_pace(indicator, target))?;
    let baseline = baseline_of(indicator);
    target.quantity.value.checked_sub(baseline)?.checked_mul(elapsed.0)?.checked_add(baseline)
}

/// Assesses an indicator. If the year has its own target, the pace is measured against that instead of a linear one.
#[must_use]
pub fn assess(
    indicator: &Indicator,
    observation: Observation,
    elapsed: Ratio,
    year_target: Option<Decimal>,
    bands: &Bands,
) -> Assessment {
    let by_values = |status| Assessment { status, pace: None };
    let Some(target) = &indicator.target else { return by_values(Status::Monitored) };
    let target_value = target.quantity.value;
    let Some(actual) = observation.value() else { return by_values(Status::NotReported) };
    let aim = Aim::of(indicator, target);
    if aim.is_met(actual, target_value) {
        return by_values(Status::Achieved);
    }
    // The aim of the final target also applies to annual targets.
    if year_target.is_some_and(|expected| aim.is_met(actual, expected)) {
        return by_values(Status::OnTrack);
    }
    if !has_pace(indicator, target) {
        return by_values(Status::NotYet);
    }
    let (way_to, elapsed) = year_target.map_or((target_value, Some(elapsed)), |expected| (expected, None));
    match pace(actual, baseline_of(indicator), way_to, elapsed) {
        Some(pace) => Assessment { status: status_by_pace(pace.value, bands), pace: Some(pace) },
        None => by_values(Status::Undefined),
    }
}

/// Progress rate ÷ elapsed share, or the progress rate alone if it is measured against the year's target.
fn pace(actual: Decimal, baseline: Decimal, target: Decimal, elapsed: Option<Ratio>) -> Option<Pace> {
    let rate = progress_rate(actual, baseline, target).ok()?;
    let value = elapsed.map_or(Some(rate.0), |elapsed| rate.0.checked_div(elapsed.0))?;
    Some(Pace { actual, baseline, target, elapsed, value })
}

fn status_by_pace(pace: Decimal, bands: &Bands) -> Status {
    if pace < Decimal::ZERO {
        Status::Deteriorating
    } else if pace < bands.acceleration_needed {
        Status::Limited
    } else if pace < bands.on_track {
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
mod tests {
    use std::collections::BTreeMap;

    use super::*;
    use crate::diagnostic::{Located, Place};
    use crate::report::{Baseline, IndicatorId, KindId, Quantity, Target, UnitId};

    const THREE_FIFTHS: Ratio = Ratio(Decimal::from_parts(6, 0, 0, false, 1));

    fn by_pace(actual: i64, target: i64) -> Status {
        let pace = pace(actual.into(), Decimal::ZERO, target.into(), Some(THREE_FIFTHS)).unwrap();
        status_by_pace(pace.value, &Bands::default())
    }

    fn rate(aim: Aim, actual: i64, target: i64) -> Result<Ratio, RateUndefined> {
        achievement(aim, actual.into(), target.into()).map(|achievement| achievement.rate)
    }

    #[test]
    fn the_counts_of_the_source_fall_into_the_bands() {
        assert_eq!(by_pace(7, 10), Status::OnTrack);
        assert_eq!(by_pace(14, 15), Status::OnTrack);
        assert_eq!(by_pace(6, 10), Status::OnTrack);
        assert_eq!(by_pace(18, 35), Status::AccelerationNeeded);
        assert_eq!(by_pace(93, 170), Status::AccelerationNeeded);
        assert_eq!(by_pace(5, 20), Status::Limited);
        assert_eq!(by_pace(-1, 20), Status::Deteriorating);
    }

    #[test]
    fn the_bands_begin_at_their_lower_bound() {
        assert_eq!(by_pace(57, 100), Status::OnTrack);
        assert_eq!(by_pace(36, 100), Status::AccelerationNeeded);
        assert_eq!(by_pace(0, 100), Status::Limited);
    }

    #[test]
    fn a_rate_that_has_no_value_has_a_name() {
        assert_eq!(rate(Aim::Up, 1, 0), Err(RateUndefined::TargetNotPositive));
        assert_eq!(rate(Aim::Up, -18, -20), Err(RateUndefined::TargetNotPositive));
        assert_eq!(rate(Aim::Down, 3, 0), Err(RateUndefined::TargetNotPositive));
        assert_eq!(rate(Aim::Down, 0, 2), Err(RateUndefined::ActualNotPositive));
        assert_eq!(progress_rate(Decimal::ONE, Decimal::TEN, Decimal::TEN), Err(RateUndefined::TargetEqualsBaseline));
        assert_eq!(progress_rate(Decimal::MIN, Decimal::MAX, Decimal::ZERO), Err(RateUndefined::TooLarge));
    }

    #[test]
    fn a_target_just_missed_is_not_rounded_up_to_met() {
        assert_eq!(Ratio(Decimal::new(9_999, 4)).rounded_percent(), Decimal::from(99));
        assert_eq!(Ratio(Decimal::new(512, 2)).rounded_percent(), Decimal::from(512));
        assert_eq!(Ratio(Decimal::new(705, 3)).rounded_percent(), Decimal::from(71));
    }

    #[test]
    fn a_target_that_goes_down_is_met_from_above() {
        let is_met = |direction, comparator, actual: i64, target: i64| {
            Aim::new(direction, comparator).is_met(actual.into(), target.into())
        };
        assert!(is_met(Direction::Decrease, None, 1, 2));
        assert!(!is_met(Direction::Increase, None, 1, 2));
        assert!(is_met(Direction::Increase, Some(Comparator::AtMost), 1, 2));
        assert!(is_met(Direction::Increase, Some(Comparator::Within), 2, 2));
        for (comparator, met, missed) in [(Comparator::Above, 3, 1), (Comparator::Below, 1, 3)] {
            assert!(is_met(Direction::Maintain, Some(comparator), met, 2));
            assert!(!is_met(Direction::Maintain, Some(comparator), missed, 2));
            assert!(!is_met(Direction::Maintain, Some(comparator), 2, 2), "a value equal to the target");
        }
    }

    #[test]
    fn the_rate_is_at_least_one_just_where_the_target_is_met() {
        for aim in [Aim::Up, Aim::Down] {
            for actual in 1..=9 {
                let is_met = aim.is_met(actual.into(), 5.into());
                assert_eq!(rate(aim, actual, 5).unwrap() >= Ratio(Decimal::ONE), is_met, "{aim:?} {actual}");
            }
        }
        assert_eq!(rate(Aim::Down, 8, 6), Ok(Ratio(Decimal::new(75, 2))));
    }

    fn indicator(accumulation: Accumulation, direction: Direction, target: Decimal) -> Indicator {
        let place = Place::whole(&"indicators.csv".into());
        let quantity = Quantity::new(target, None);
        Indicator {
            direction_basis: crate::report::DirectionBasis::Stated,
            id: IndicatorId::new("a").unwrap(),
            group: None,
            kind: Located::new(KindId::new("output").unwrap(), place.clone()),
            parent: None,
            unit: Located::new(UnitId::new("count").unwrap(), place.clone()),
            accumulation,
            direction,
            baseline: None,
            target: Some(Target { quantity, place: place.clone(), year: None, comparator: None }),
            decimals: None,
            notes: Vec::new(),
            names: BTreeMap::new(),
            labels: BTreeMap::new(),
            place,
        }
    }

    #[test]
    fn a_count_that_is_not_to_exceed_its_target_has_no_pace() {
        let indicator = indicator(Accumulation::Cumulative, Direction::Decrease, 100.into());
        let status = |actual: i64| {
            let observation = Observation::of_final(actual.into());
            assess(&indicator, observation, THREE_FIFTHS, None, &Bands::default()).status
        };
        assert_eq!(status(60), Status::Achieved);
        assert_eq!(status(120), Status::NotYet);
        assert_eq!(expected_rate(&indicator, THREE_FIFTHS, None), None);
        // 100 ÷ 125: the rate of an actual value that equals the year's target.
        assert_eq!(expected_rate(&indicator, THREE_FIFTHS, Some(125.into())), Some(Ratio(Decimal::new(8, 1))));
    }

    #[test]
    fn a_figure_comes_with_the_numbers_that_it_was_computed_of() {
        let of = |dividend: i64, divisor: i64, rate| {
            Ok(Achievement { dividend: dividend.into(), divisor: divisor.into(), rate: Ratio(rate) })
        };
        assert_eq!(achievement(Aim::Up, 128.into(), 25.into()), of(128, 25, Decimal::new(512, 2)));
        assert_eq!(achievement(Aim::Down, 8.into(), 6.into()), of(6, 8, Decimal::new(75, 2)));

        let mut indicator = indicator(Accumulation::Cumulative, Direction::Increase, 900.into());
        let of_indicator = |indicator: &Indicator, actual: i64, year_target: Option<Decimal>| {
            let observation = Observation::of_final(actual.into());
            assess(indicator, observation, THREE_FIFTHS, year_target, &Bands::default()).pace
        };
        let expected = |baseline: i64, target: i64, elapsed, value| {
            Some(Pace { actual: 540.into(), baseline: baseline.into(), target: target.into(), elapsed, value })
        };
        // 540 ÷ 900 ÷ 0.6 = 1; from 120: (540 − 120) ÷ (900 − 120) ÷ 0.6 = 0.8974…; to 820: 420 ÷ 700 = 0.6.
        assert_eq!(of_indicator(&indicator, 540, None), expected(0, 900, Some(THREE_FIFTHS), Decimal::ONE));
        let quantity = Quantity::new(120.into(), None);
        indicator.baseline = Some(Baseline { quantity, place: indicator.place.clone(), year: None });
        let pace = of_indicator(&indicator, 540, None).unwrap();
        assert_eq!((pace.baseline, pace.value.round_dp(4)), (120.into(), Decimal::new(8974, 4)));
        assert_eq!(of_indicator(&indicator, 540, Some(820.into())), expected(120, 820, None, Decimal::new(6, 1)));
        // The status of a value that meets its target does not depend on a pace.
        assert_eq!(of_indicator(&indicator, 900, None), None);
    }

    #[test]
    fn a_year_with_a_target_of_its_own_is_measured_against_that() {
        let status = |accumulation, direction, actual: i64, target: i64, year_target: i64| {
            let observation = Observation::of_final(actual.into());
            let indicator = indicator(accumulation, direction, target.into());
            assess(&indicator, observation, THREE_FIFTHS, Some(year_target.into()), &Bands::default()).status
        };
        let (cumulative, level) = (Accumulation::Cumulative, Accumulation::Level);
        let (increase, decrease) = (Direction::Increase, Direction::Decrease);
        // 57 of 100 after three fifths would be on track at a linear pace.
        assert_eq!(status(cumulative, increase, 57, 100, 80), Status::AccelerationNeeded);
        assert_eq!(status(cumulative, increase, 30, 100, 80), Status::Limited);
        assert_eq!(status(cumulative, increase, 20, 100, 20), Status::OnTrack);
        assert_eq!(status(cumulative, increase, 100, 100, 120), Status::Achieved);
        assert_eq!(status(level, increase, 70, 75, 70), Status::OnTrack);
        assert_eq!(status(level, increase, 69, 75, 70), Status::NotYet);
        assert_eq!(status(level, decrease, 14, 12, 15), Status::OnTrack);
        assert_eq!(status(level, decrease, 16, 12, 15), Status::NotYet);
    }
}
