//! The charts of progress: of a group's indicators, and of those that are furthest behind.

use std::cmp::Ordering;
use std::collections::BTreeSet;

use rust_decimal::Decimal;
use rust_decimal::prelude::FromPrimitive;

use super::{ChartFile, Frame, number, sheet_name};
use crate::chart::{PointStatus, ProgressChart, ProgressColumns, ProgressRow, ProgressSection};
use crate::diagnostic::Place;
use crate::payload::PayloadBuilder;
use crate::payload::data::{ChartData, KeyData};
use crate::report::{Comparator, Direction, GroupId, Indicator, ObservationStatus, Ratio, Shortfall};
use crate::typeset::ChartKind;

/// The shares at the ends of the axis of every chart, if any indicator has a share beyond the narrower one.
const AXIS: (f64, f64) = (-0.5, 1.5);
const NARROW_AXIS: (f64, f64) = (0.0, 1.15);
/// The steps in which the axis reaches below the start.
const STEP_BELOW: f64 = 0.25;

/// What the axis of an indicator measures.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Measure {
    /// The share of the way from the baseline to the target.
    FromBaseline,
    /// The achievement rate.
    OfTarget,
}

/// An indicator's place on the axis.
struct Standing<'a> {
    indicator: &'a Indicator,
    measure: Measure,
    share: Option<Ratio>,
    expected: Option<Ratio>,
}

/// What charts of progress that are read beside each other have in common.
#[derive(Debug, Clone, Copy)]
pub(in crate::payload) struct InCommon {
    axis: (f64, f64),
    columns: ProgressColumns,
}

impl PayloadBuilder<'_> {
    /// Empty if the template has no such chart or no indicator of the group has a target.
    pub(in crate::payload) fn progress_charts(
        &self,
        group: Option<&GroupId>,
        in_common: InCommon,
        files: &mut Vec<ChartFile>,
    ) -> Vec<ChartData> {
        if !self.draws(ChartKind::Progress) {
            return Vec::new();
        }
        let with_target = self.report.indicators_of(group).filter(|indicator| indicator.target.is_some());
        let mut standings: Vec<Standing<'_>> = with_target.map(|indicator| self.standing(indicator)).collect();
        // The furthest from its target first; those without a share last.
        standings.sort_by(|one, other| match (one.share, other.share) {
            (Some(one), Some(other)) => one.cmp(&other),
            (one, other) => other.is_some().cmp(&one.is_some()),
        });
        standings.sort_by_key(|standing| standing.measure == Measure::OfTarget);
        self.sheets(ChartKind::Progress, &standings, 1, files, |index, standings, files| {
            let place = &standings.first()?.indicator.place;
            let indicators: Vec<&Indicator> = standings.iter().map(|standing| standing.indicator).collect();
            let name = group.map_or_else(|| self.all_indicators(place), |group| self.group_name(group, place));
            let items: Vec<String> = standings.iter().map(|standing| self.progress_item(standing)).collect();
            let share = self.elapsed_shares(&indicators, place);
            let arguments = [("group", name.as_str()), ("items", &self.join(&items, place)), ("share", &share)];
            let alt = self.words.text("progress-alt", &arguments, place);
            let name = sheet_name(group.map_or("all", GroupId::as_str), index);
            let key = self.progress_key(standings, in_common.axis);
            self.draw(
                &self.progress_chart(standings, in_common),
                Frame { kind: ChartKind::Progress, name, alt, key, place },
                files,
            )
        })
    }

    /// `None` if the template has no such chart or no indicator is behind.
    pub(in crate::payload) fn gaps_chart(
        &self,
        shortfalls: &[Shortfall<'_>],
        files: &mut Vec<ChartFile>,
    ) -> Option<ChartData> {
        if !self.draws(ChartKind::FurthestBehind) {
            return None;
        }
        let mut standings: Vec<Standing<'_>> =
            shortfalls.iter().map(|shortfall| self.standing(shortfall.indicator)).collect();
        standings.sort_by_key(|standing| standing.measure == Measure::OfTarget);
        let place = &standings.first()?.indicator.place;
        let items: Vec<String> = standings.iter().map(|standing| self.progress_item(standing)).collect();
        let in_common = self.progress_in_common(ChartKind::FurthestBehind);
        let frame = Frame {
            kind: ChartKind::FurthestBehind,
            name: String::new(),
            alt: self.words.text("furthest-behind-alt", &[("items", &self.join(&items, place))], place),
            key: self.progress_key(&standings, in_common.axis),
            place,
        };
        self.draw(&self.progress_chart(&standings, in_common), frame, files)
    }

    fn standing<'a>(&self, indicator: &'a Indicator) -> Standing<'a> {
        let progress = self.report.target_progress(indicator);
        let from_baseline = progress.filter(|progress| progress.is_from_baseline);
        match from_baseline {
            Some(progress) => Standing {
                indicator,
                measure: Measure::FromBaseline,
                share: Some(progress.share),
                expected: progress.expected,
            },
            None => Standing {
                indicator,
                measure: Measure::OfTarget,
                share: self.report.achievement_rate(indicator),
                expected: self.report.expected_rate(indicator),
            },
        }
    }

    fn progress_chart(&self, standings: &[Standing<'_>], InCommon { axis, columns }: InCommon) -> ProgressChart {
        let sections = standings.chunk_by(|one, other| one.measure == other.measure);
        let section = |standings: &[Standing<'_>]| {
            let Standing { indicator, measure, .. } = standings.first()?;
            let place = &indicator.place;
            let has_baselines = *measure == Measure::FromBaseline;
            let (message, head) = match measure {
                Measure::FromBaseline => ("measure-progress", "rate-of-progress"),
                Measure::OfTarget => ("measure-achievement", "rate-of-achievement"),
            };
            let percent = |share: Decimal| self.percent(Ratio(share), place);
            let end = Decimal::from_f64(axis.1).filter(|_| axis.1 == AXIS.1);
            Some(ProgressSection {
                measure: self.words.text(message, &[], place),
                start_label: if has_baselines {
                    self.words.text("chart-baseline", &[], place)
                } else {
                    percent(Decimal::ZERO)
                },
                target_label: self.words.text("chart-target", &[], place),
                end_label: end.map(percent).unwrap_or_default(),
                rates_label: self.words.text(head, &[], place),
                has_baselines,
                rows: standings.iter().map(|standing| self.progress_row(standing)).collect(),
            })
        };
        ProgressChart { sections: sections.filter_map(section).collect(), axis, aligned_with: columns }
    }

    /// The axis and columns of charts of a kind, the same in all of the report, so that they compare.
    pub(in crate::payload) fn progress_in_common(&self, kind: ChartKind) -> InCommon {
        let with_target = self.report.main_indicators().filter(|indicator| indicator.target.is_some());
        let standings: Vec<Standing<'_>> = with_target.map(|indicator| self.standing(indicator)).collect();
        let columns = self.style(kind).map(|style| {
            let rows: Vec<ProgressRow> = standings.iter().map(|standing| self.progress_row(standing)).collect();
            ProgressColumns::new(&rows.iter().collect::<Vec<_>>(), &style)
        });
        InCommon { axis: axis_of(&standings), columns: columns.unwrap_or_default() }
    }

    fn progress_row(&self, standing: &Standing<'_>) -> ProgressRow {
        let Standing { indicator, share, expected, .. } = standing;
        let (actual, target) = self.drawn_actual_and_target(indicator);
        let place = &indicator.place;
        let group = indicator.group.as_ref().map(|group| &group.value);
        let index = self.report.group_ids().position(|known| known == group).unwrap_or_default();
        let status = || self.status_name(self.report.status(indicator), place);
        ProgressRow {
            accent: self.color(self.template.theme.accent(index)),
            label: self.short_name(indicator),
            rate_text: share.map_or_else(status, |share| self.percent(share, place)),
            detail: self.detail(indicator, &actual, &target),
            share: share.map(|share| number(share.0)),
            expected: expected.map(|expected| number(expected.0)),
            status: self.point_status(indicator),
            is_break: self.is_broken(standing),
        }
    }

    /// Whether the latest value is not comparable with the baseline from which progress is measured.
    fn is_broken(&self, standing: &Standing<'_>) -> bool {
        let baseline = standing.indicator.baseline.as_ref().filter(|_| standing.measure == Measure::FromBaseline);
        let year = baseline.map(|baseline| baseline.year.as_ref().map(|year| year.value));
        year.is_some_and(|year| self.report.is_broken_since(standing.indicator, year))
    }

    fn point_status(&self, indicator: &Indicator) -> PointStatus {
        match self.report.latest(&indicator.id).observation.status() {
            ObservationStatus::Provisional => PointStatus::Provisional,
            ObservationStatus::Estimated => PointStatus::Estimated,
            _ => PointStatus::Final,
        }
    }

    /// What is expected, in words: the share of the time elapsed or the target of the year. `none` if the indicators differ.
    fn expectation(&self, indicators: &[&Indicator], place: &Place) -> String {
        let with_pace = indicators.iter().filter(|indicator| self.report.expected_rate(indicator).is_some());
        let (by_year, by_share): (Vec<&Indicator>, Vec<&Indicator>) =
            with_pace.partition(|indicator| self.report.year_target(indicator).is_some());
        match (by_year.is_empty(), by_share.is_empty(), self.elapsed_shares(indicators, place).as_str()) {
            (false, true, _) => self.words.text("chart-pace-year-target", &[], place),
            (false, false, _) | (_, _, "several") => "none".to_owned(),
            (true, _, share) => self.words.text("chart-pace", &[("share", share)], place),
        }
    }

    /// The share of the time elapsed. `several` if it differs: baselines or targets are of different years, or some latest
    /// values of earlier ones.
    fn elapsed_shares(&self, indicators: &[&Indicator], place: &Place) -> String {
        let has_share = |indicator: &&&Indicator| {
            self.report.expected_rate(indicator).is_some() && self.report.year_target(indicator).is_none()
        };
        let shares = indicators.iter().filter(has_share);
        let shares: BTreeSet<Ratio> = shares.filter_map(|indicator| self.report.elapsed_share_of(indicator)).collect();
        match shares.into_iter().collect::<Vec<_>>()[..] {
            [] => self.percent(self.report.elapsed_share(), place),
            [share] => self.percent(share, place),
            _ => "several".to_owned(),
        }
    }

    /// The values behind a share. A target that is a bound says so itself; `bound` is its value alone. Of counts that are to
    /// increase, the value is a part of the target; of a rate or of what is to decrease, it is not.
    fn detail(&self, indicator: &Indicator, actual: &str, target: &str) -> String {
        let comparator = indicator.target.as_ref().and_then(|target| target.comparator);
        let is_part = indicator.direction == Direction::Increase && !indicator.unit.value.is_rate();
        let comparator = comparator.map_or(if is_part { "none" } else { "level" }, Comparator::word);
        let bound = indicator.target.as_ref().map(|target| self.quantity(indicator, target.quantity, None).text);
        let bound = bound.unwrap_or_default();
        let arguments = [("actual", actual), ("target", target), ("bound", &bound), ("comparator", comparator)];
        self.words.text("chart-detail", &arguments, &indicator.place)
    }

    fn progress_item(&self, standing: &Standing<'_>) -> String {
        let Standing { indicator, measure, share, expected } = standing;
        let place = &indicator.place;
        let none = || "none".to_owned();
        let percent = |rate: &Ratio| self.percent(*rate, place);
        let target = indicator.target.as_ref().map(|target| self.target(indicator, target).text);
        let baseline = indicator.baseline.as_ref().map(|baseline| self.baseline(indicator, baseline).text);
        let arguments = [
            ("label", self.short_name(indicator)),
            ("actual", self.latest_text(indicator)),
            ("target", target.unwrap_or_default()),
            ("baseline", baseline.unwrap_or_else(none)),
            ("rate", share.as_ref().map_or_else(none, percent)),
            ("expected", expected.as_ref().map_or_else(none, percent)),
            ("status", self.status_in_sentence(self.report.status(indicator), place)),
            ("break", if self.is_broken(standing) { self.words.text("trend-break", &[], place) } else { none() }),
        ];
        let arguments = arguments.each_ref().map(|(name, text)| (*name, text.as_str()));
        let message = match (measure, share) {
            (Measure::FromBaseline, _) => "progress-item",
            (Measure::OfTarget, Some(_)) => "achievement-item",
            (Measure::OfTarget, None) => "achievement-item-without-rate",
        };
        self.words.text(message, &arguments, place)
    }

    /// Like the texts of the alternative text, shortened for charts: years in full and reasons for absent values are
    /// only there.
    fn drawn_actual_and_target(&self, indicator: &Indicator) -> (String, String) {
        let latest = self.latest(indicator);
        let text = if latest.missing { latest.number } else { latest.text };
        let year = self.report.latest(&indicator.id).year;
        let target = indicator.target.as_ref().map(|target| self.target(indicator, target).text);
        let actual = self.of_year(indicator, text, |words| words.marked_fiscal_year(year));
        (actual, target.unwrap_or_default())
    }

    /// Only what occurs.
    fn progress_key(&self, standings: &[Standing<'_>], (low, high): (f64, f64)) -> Vec<KeyData> {
        let Some(first) = standings.first().map(|standing| standing.indicator) else { return Vec::new() };
        let has_share = |test: &dyn Fn(f64) -> bool| {
            standings.iter().filter_map(|standing| standing.share).any(|share| test(number(share.0)))
        };
        let drawn = standings.iter().filter(|standing| standing.share.is_some());
        let statuses: Vec<PointStatus> = drawn.map(|standing| self.point_status(standing.indicator)).collect();
        let has_open = statuses.iter().any(|status| *status != PointStatus::Final);
        let expected = |standing: &Standing<'_>| {
            standing.expected.is_some_and(|expected| number(expected.0).total_cmp(&1.0) == Ordering::Less)
        };
        // Start and target are labelled in the chart.
        let occurs = [
            ("actual-dot", statuses.contains(&PointStatus::Final)),
            ("not-final-dot", has_open),
            ("break", standings.iter().any(|standing| standing.share.is_some() && self.is_broken(standing))),
            ("beyond", has_share(&|share| share < low || share > high)),
        ];
        let marks = occurs.into_iter().filter(|(_, occurs)| *occurs);
        let mut key: Vec<KeyData> = marks.map(|(mark, _)| self.key(mark, first)).collect();
        if standings.iter().any(expected) {
            // The same in all charts of the report.
            let all: Vec<&Indicator> =
                self.report.main_indicators().filter(|indicator| indicator.target.is_some()).collect();
            let expected = self.expectation(&all, &first.place);
            let label = self.words.text("key-expected-band", &[("expected", &expected)], &first.place);
            key.push(KeyData { mark: "expected-band".to_owned(), label });
        }
        key
    }
}

fn axis_of(standings: &[Standing<'_>]) -> (f64, f64) {
    let shares: Vec<f64> = standings.iter().filter_map(|standing| Some(number(standing.share?.0))).collect();
    // No further below the start than any point is; at least so far that an arrow has room.
    let below = shares.iter().copied().filter(|share| *share < NARROW_AXIS.0);
    let low = below.map(|share| if share < AXIS.0 { -STEP_BELOW } else { (share / STEP_BELOW).floor() * STEP_BELOW });
    let low = low.fold(NARROW_AXIS.0, f64::min);
    let high = if shares.iter().any(|share| *share > NARROW_AXIS.1) { AXIS.1 } else { NARROW_AXIS.1 };
    (low, high)
}
