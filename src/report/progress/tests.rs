use super::*;
use crate::diagnostic::Located;
use crate::report::fixture::{decimal, indicator, year};

const THREE_FIFTHS: Ratio = Ratio(Decimal::from_parts(6, 0, 0, false, 1));

/// A plan of five years, three of which have elapsed in 2022.
fn plan() -> Plan {
    Plan { start: year(2020), end: year(2024) }
}

/// The assessment of a value of a year.
fn assessed(indicator: &Indicator, of_year: i64, value: &str, year_target: Option<i64>) -> Assessment {
    let observation = Observation::of_final(decimal(value));
    let time = (&plan(), year(of_year));
    assess(indicator, observation, time, year_target.map(Decimal::from), &Bands::default())
}

fn status(indicator: &Indicator, of_year: i64, value: i64) -> Status {
    assessed(indicator, of_year, &value.to_string(), None).status
}

/// A cumulative count from zero.
fn count(target: i64) -> Indicator {
    indicator("a", Accumulation::Cumulative, Direction::Increase, None, target)
}

/// A level with a baseline of a year and a target, towards which it rises or falls.
fn level(baseline: i64, of_year: i64, target: i64) -> Indicator {
    let direction = if target < baseline { Direction::Decrease } else { Direction::Increase };
    with_baseline_year(indicator("a", Accumulation::Level, direction, Some(baseline), target), of_year)
}

fn with_baseline_year(mut indicator: Indicator, of_year: i64) -> Indicator {
    let place = indicator.place.clone();
    let baseline = indicator.baseline.as_mut().unwrap();
    baseline.year = Some(Located::new(year(of_year), place));
    indicator
}

fn with_target(mut indicator: Indicator, of_year: Option<i64>, comparator: Option<Comparator>) -> Indicator {
    let place = indicator.place.clone();
    let target = indicator.target.as_mut().unwrap();
    target.year = of_year.map(|of_year| Located::new(year(of_year), place));
    target.comparator = comparator;
    indicator
}

fn by_pace(actual: i64, target: i64) -> Status {
    status(&count(target), 2022, actual)
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
    for aim in [Aim::Up, Aim::Down] {
        assert_eq!(rate(aim, -1_661, 300), Err(RateUndefined::ActualNotPositive));
    }
    assert_eq!(rate(Aim::Up, 0, 300), Ok(Ratio(Decimal::ZERO)));
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

#[test]
fn a_count_that_is_not_to_exceed_its_target_has_no_pace() {
    let limit = indicator("a", Accumulation::Cumulative, Direction::Decrease, None, 100);
    assert_eq!(status(&limit, 2022, 60), Status::Achieved);
    assert_eq!(status(&limit, 2022, 120), Status::NotYet);
    assert_eq!(expected_rate(&limit, &plan(), year(2022), None), None);
    // 100 ÷ 125: the rate of an actual value that equals the year's target.
    let expected = expected_rate(&limit, &plan(), year(2022), Some(125.into()));
    assert_eq!(expected, Some(Ratio(Decimal::new(8, 1))));
}

#[test]
fn a_figure_comes_with_the_numbers_that_it_was_computed_of() {
    let of = |dividend: i64, divisor: i64, rate| {
        Ok(Achievement { dividend: dividend.into(), divisor: divisor.into(), rate: Ratio(rate) })
    };
    assert_eq!(achievement(Aim::Up, 128.into(), 25.into()), of(128, 25, Decimal::new(512, 2)));
    assert_eq!(achievement(Aim::Down, 8.into(), 6.into()), of(6, 8, Decimal::new(75, 2)));

    let pace = |indicator: &Indicator, value, year_target| assessed(indicator, 2022, value, year_target).pace;
    let expected = |baseline: i64, target: i64, elapsed, value| {
        Some(Pace { actual: 540.into(), baseline: baseline.into(), target: target.into(), elapsed, value })
    };
    // 540 ÷ 900 ÷ 0.6 = 1; from 120: (540 − 120) ÷ (900 − 120) ÷ 0.6 = 0.8974…; to 820: 420 ÷ 700 = 0.6.
    assert_eq!(pace(&count(900), "540", None), expected(0, 900, Some(THREE_FIFTHS), Decimal::ONE));
    let from_120 = indicator("a", Accumulation::Cumulative, Direction::Increase, Some(120), 900);
    let found = pace(&from_120, "540", None).unwrap();
    assert_eq!((found.baseline, found.value.round_dp(4)), (120.into(), Decimal::new(8974, 4)));
    assert_eq!(pace(&from_120, "540", Some(820)), expected(120, 820, None, Decimal::new(6, 1)));
    // The status of a value that meets its target does not depend on a pace.
    assert_eq!(pace(&from_120, "900", None), None);
}

#[test]
fn a_year_with_a_target_of_its_own_is_measured_against_that() {
    let status =
        |indicator: &Indicator, value: &str, year_target| assessed(indicator, 2022, value, Some(year_target)).status;
    // 57 of 100 after three fifths would be on track on the straight line.
    assert_eq!(status(&count(100), "57", 80), Status::AccelerationNeeded);
    assert_eq!(status(&count(100), "30", 80), Status::Limited);
    assert_eq!(status(&count(100), "20", 20), Status::OnTrack);
    assert_eq!(status(&count(100), "100", 120), Status::Achieved);
    // A level is measured from its baseline, and without one only met or not.
    assert_eq!(status(&level(60, 2019, 75), "69", 70), Status::AccelerationNeeded);
    assert_eq!(status(&level(60, 2019, 75), "59", 70), Status::Deteriorating);
    assert_eq!(status(&level(20, 2019, 12), "14", 15), Status::OnTrack);
    let open = indicator("a", Accumulation::Level, Direction::Increase, None, 75);
    assert_eq!(status(&open, "70", 70), Status::OnTrack);
    assert_eq!(status(&open, "69", 70), Status::NotYet);
}

#[test]
fn a_level_is_expected_on_the_line_from_its_baseline_to_its_target() {
    // From 50 at the end of 2019 to 100 at the end of 2024: 80 is expected by the end of 2022.
    let rising = level(50, 2019, 100);
    assert_eq!(status(&rising, 2022, 80), Status::OnTrack);
    assert_eq!(status(&rising, 2022, 70), Status::AccelerationNeeded);
    assert_eq!(status(&rising, 2022, 60), Status::Limited);
    assert_eq!(status(&rising, 2022, 49), Status::Deteriorating);
    assert_eq!(status(&rising, 2022, 100), Status::Achieved);
    // From 10 down to 5: 7 is expected.
    let falling = level(10, 2019, 5);
    let of = |value| assessed(&falling, 2022, value, None).status;
    assert_eq!(
        ["7", "8", "9", "10.5", "5"].map(of),
        [Status::OnTrack, Status::AccelerationNeeded, Status::Limited, Status::Deteriorating, Status::Achieved]
    );
    // The line may begin within the plan: from 50 at the end of 2021 to 2024, a third of 30.
    assert_eq!(
        assessed(&level(50, 2021, 80), 2022, "60", None).pace.unwrap().elapsed.unwrap().0.round_dp(3),
        decimal("0.333")
    );
    // Annual values are as levels.
    let annual = Indicator { accumulation: Accumulation::Annual, ..level(50, 2019, 100) };
    assert_eq!(status(&annual, 2022, 70), Status::AccelerationNeeded);
}

#[test]
fn nothing_is_expected_of_a_level_without_the_year_of_its_baseline() {
    let open = indicator("a", Accumulation::Level, Direction::Increase, None, 100);
    let without_year = indicator("a", Accumulation::Level, Direction::Increase, Some(50), 100);
    for indicator in [open, without_year] {
        assert_eq!(status(&indicator, 2023, 80), Status::NotYet);
        assert_eq!(status(&indicator, 2024, 80), Status::NotAchieved);
        assert_eq!(status(&indicator, 2023, 100), Status::Achieved);
        assert_eq!(expected_rate(&indicator, &plan(), year(2022), None), None);
    }
}

#[test]
fn a_value_that_is_not_from_after_its_baseline_has_no_status() {
    let level = level(50, 2022, 100);
    assert_eq!(status(&level, 2022, 50), Status::Undefined);
    assert_eq!(status(&level, 2021, 120), Status::Undefined);
    assert_eq!(status(&level, 2023, 76), Status::OnTrack);
    let count = with_baseline_year(indicator("a", Accumulation::Cumulative, Direction::Increase, Some(10), 100), 2022);
    assert_eq!(status(&count, 2022, 10), Status::Undefined);
    assert_eq!(status(&count, 2023, 56), Status::OnTrack);
}

#[test]
fn a_target_may_be_due_before_the_end_of_the_plan_or_after_it() {
    // All of 90 is due by the end of 2023: three quarters by the end of 2022.
    let early = with_target(count(90), Some(2023), None);
    assert_eq!(status(&early, 2022, 60), Status::AccelerationNeeded);
    assert_eq!(status(&count(90), 2022, 60), Status::OnTrack);
    // In its year and later, it is met or not, however little is missing.
    assert_eq!(status(&early, 2023, 89), Status::NotAchieved);
    assert_eq!(status(&early, 2024, 89), Status::NotAchieved);
    assert_eq!(status(&early, 2024, 90), Status::Achieved);
    let late = with_target(level(50, 2019, 100), Some(2029), None);
    assert_eq!(status(&late, 2024, 75), Status::OnTrack);
}

#[test]
fn a_value_to_be_maintained_is_met_or_not() {
    let maintained = Indicator { direction: Direction::Maintain, ..level(95, 2019, 95) };
    assert_eq!(status(&maintained, 2021, 95), Status::Achieved);
    assert_eq!(status(&maintained, 2021, 94), Status::NotAchieved);
    assert_eq!(assessed(&maintained, 2021, "94", Some(93)).status, Status::NotAchieved);
}

#[test]
fn a_value_equal_to_a_target_of_more_or_less_than_it_does_not_meet_it() {
    let above = with_target(level(50, 2019, 80), None, Some(Comparator::Above));
    assert_eq!(status(&above, 2022, 80), Status::OnTrack);
    assert_eq!(status(&above, 2022, 81), Status::Achieved);
    assert_eq!(status(&above, 2024, 80), Status::NotAchieved);
    let below = with_target(level(50, 2019, 20), None, Some(Comparator::Below));
    assert_eq!(status(&below, 2022, 20), Status::OnTrack);
    assert_eq!(status(&below, 2024, 20), Status::NotAchieved);
}

#[test]
fn a_change_that_no_reader_sees_is_limited_progress() {
    let shown = Indicator { decimals: Some(0), ..level(50, 2019, 100) };
    assert_eq!(assessed(&shown, 2022, "49.7", None).status, Status::Limited);
    assert_eq!(assessed(&shown, 2022, "49.4", None).status, Status::Deteriorating);
    assert_eq!(status(&level(50, 2019, 100), 2022, 50), Status::Limited);
}

#[test]
fn a_target_that_equals_its_baseline_has_no_pace() {
    let same = Indicator { direction: Direction::Increase, ..level(80, 2019, 80) };
    assert_eq!(status(&same, 2022, 79), Status::Undefined);
    assert_eq!(status(&same, 2022, 80), Status::Achieved);
    assert_eq!(status(&same, 2024, 79), Status::NotAchieved);
}

#[test]
fn a_path_without_a_year_between_baseline_and_target_is_none() {
    assert_eq!(ExpectedPath::of(&level(50, 2024, 100), &plan()), None);
    assert_eq!(ExpectedPath::of(&level(50, 2023, 100), &plan()).unwrap().years(), (year(2023), year(2024)));
    assert_eq!(ExpectedPath::of(&count(100), &plan()).unwrap().value(year(2030)), Some(100.into()));
}
