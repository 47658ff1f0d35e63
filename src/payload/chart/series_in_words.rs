//! An indicator's series for charts over years, with legend and alternative text.

use rust_decimal::prelude::ToPrimitive;

use super::number;
use crate::chart::{Baseline, PointStatus, Tick, TrendPoint, TrendSeries, TrendTarget, YearValue, ticks};
use crate::payload::PayloadBuilder;
use crate::payload::data::KeyData;
use crate::report::{Accumulation, FiscalYear, Indicator, ObservationStatus, Quantity, SeriesYear, Sign};

#[derive(Debug, Clone, Copy)]
pub(super) struct Axis {
    first: FiscalYear,
    last: FiscalYear,
}

impl Axis {
    /// 0 is the first year.
    fn place(self, year: FiscalYear) -> f64 {
        f64::from(year.starting_year()) - f64::from(self.first.starting_year())
    }
}

impl PayloadBuilder<'_> {
    /// From the first shown year to the last target of the indicators.
    pub(super) fn axis(&self, indicators: &[&Indicator]) -> Axis {
        let round = self.report.settings.round.fiscal_year.value;
        let first = self.report.shown_years().first().copied().unwrap_or(round);
        Axis { first, last: self.report.last_year(indicators) }
    }

    pub(super) fn axis_labels(&self, axis: Axis) -> Vec<String> {
        axis.first.to(axis.last).map(|year| self.words.short_fiscal_year(year)).collect()
    }

    pub(super) fn trend_series(&self, indicator: &Indicator, axis: Axis, accent: &str) -> TrendSeries {
        let round = self.report.settings.round.fiscal_year.value;
        let known: Vec<SeriesYear<'_>> = self.report.series(&indicator.id).collect();
        let point = |year| self.point(indicator, known.iter().find(|known| known.year == year)?);
        let before_plan = axis.place(self.report.settings.plan.start) - 1.0;
        let of_years = self.report.year_targets(&indicator.id).filter(|(year, target)| {
            let is_last = indicator.target.as_ref().is_some_and(|last| last.place == target.place);
            !is_last && (axis.first..=axis.last).contains(year)
        });
        TrendSeries {
            accent: self.color(accent),
            points: axis.first.to(round).map(point).collect(),
            baseline: indicator.baseline.as_ref().map(|baseline| Baseline {
                year: baseline.year.as_ref().map_or(before_plan, |year| axis.place(year.value)),
                value: number(baseline.quantity.value),
                label: baseline.year.as_ref().map_or_else(String::new, |year| self.words.short_fiscal_year(year.value)),
            }),
            target: indicator.target.as_ref().map(|target| TrendTarget {
                year: target.year.as_ref().map(|year| axis.place(year.value)),
                value: number(target.quantity.value),
                label: self.target(indicator, target).text,
            }),
            path: of_years
                .map(|(year, target)| YearValue { year: axis.place(year), value: number(target.quantity.value) })
                .collect(),
            pace: self.pace_line(indicator, axis),
            // Bars from zero would hide how rates change.
            zero_based: indicator.accumulation != Accumulation::Level && !indicator.unit.value.is_rate(),
        }
    }

    fn point(&self, indicator: &Indicator, year: &SeriesYear<'_>) -> Option<TrendPoint> {
        let observation = year.observation?;
        Some(TrendPoint {
            value: observation.value().map(number),
            label: self.actual(indicator, observation).number,
            status: match observation.status() {
                ObservationStatus::Provisional => PointStatus::Provisional,
                ObservationStatus::Estimated => PointStatus::Estimated,
                _ => PointStatus::Final,
            },
            is_break: year.actual.is_some_and(|actual| actual.is_break),
        })
    }

    /// The expected value at the end of each year, from that of the baseline, or from the one before the axis, to that of
    /// the target or the end of the axis.
    fn pace_line(&self, indicator: &Indicator, axis: Axis) -> Vec<YearValue> {
        let Some(path) = self.report.expected_path(indicator) else { return Vec::new() };
        let (start, end) = path.years();
        let before = axis.first.previous().unwrap_or(axis.first);
        let years = start.max(before).to(end.min(axis.last));
        let expected = years.filter_map(|year| Some((year, path.value(year)?)));
        expected.map(|(year, value)| YearValue { year: axis.place(year), value: number(value) }).collect()
    }

    /// At most `most` round values over the range of a series.
    pub(super) fn ticks(&self, indicator: &Indicator, series: &TrendSeries, most: usize) -> Vec<Tick> {
        let Some((low, high)) = series.range() else { return Vec::new() };
        // An axis that would leave out less than half of the way from zero begins there.
        let (low, high) = (
            if low > 0.0 && low <= high / 2.0 { 0.0 } else { low },
            if high < 0.0 && high >= low / 2.0 { 0.0 } else { high },
        );
        let target = indicator.target.as_ref().map(|target| target.quantity.decimals);
        let values = self.report.series(&indicator.id).filter_map(|year| year.value());
        let written = values.map(|value| value.normalize().scale()).chain(target).max().unwrap_or_default();
        let ticks = ticks(low, high, most, indicator.decimals.unwrap_or(written));
        let decimals = ticks.iter().map(|tick| tick.normalize().scale()).max().unwrap_or_default();
        ticks
            .into_iter()
            .filter_map(|tick| Some(Tick { value: tick.to_f64()?, text: self.words.number(tick, decimals) }))
            .collect()
    }

    /// Only what occurs in any of the series.
    pub(super) fn trend_key(&self, indicator: &Indicator, plots: &[(TrendSeries, Vec<Tick>)]) -> Vec<KeyData> {
        let series = || plots.iter().map(|(series, _)| series);
        let points = || series().flat_map(|series| &series.points).flatten();
        // Amounts are drawn as bars, levels as lines.
        let occurs_in = |is_amount: bool, status: PointStatus| {
            let mut points = series().filter(|series| series.zero_based == is_amount).flat_map(|series| &series.points);
            points.any(|point| point.as_ref().is_some_and(|point| point.value.is_some() && point.status == status))
        };
        let occurs = [
            ("actual", occurs_in(true, PointStatus::Final)),
            ("actual-level", occurs_in(false, PointStatus::Final)),
            ("not-final", occurs_in(true, PointStatus::Provisional) || occurs_in(true, PointStatus::Estimated)),
            ("not-final-level", occurs_in(false, PointStatus::Provisional) || occurs_in(false, PointStatus::Estimated)),
            ("missing", points().any(|point| point.value.is_none())),
            ("break", points().any(|point| point.is_break)),
            ("baseline", series().any(|series| series.baseline.is_some())),
            ("target", series().any(|series| series.target.is_some())),
            ("target-path", series().any(|series| !series.path.is_empty())),
            ("pace", series().any(|series| !series.pace.is_empty())),
            ("cut", plots.iter().any(|(series, ticks)| series.is_cut(ticks))),
        ];
        let marks = occurs.into_iter().filter(|(_, occurs)| *occurs).map(|(mark, _)| mark);
        marks.map(|mark| self.key(mark, indicator)).collect()
    }

    pub(super) fn key(&self, mark: &str, indicator: &Indicator) -> KeyData {
        let name = ["-level", "-dot"].iter().fold(mark, |mark, form| mark.trim_end_matches(form));
        let name = if name == "not-final" { self.not_final() } else { name };
        KeyData { mark: mark.to_owned(), label: self.words.text(&format!("key-{name}"), &[], &indicator.place) }
    }

    /// The name of what is drawn alike in all charts of the report, by what occurs in any year.
    fn not_final(&self) -> &'static str {
        let occurs = |status: ObservationStatus| {
            let mut years = self.report.indicators.iter().flat_map(|indicator| self.report.series(&indicator.id));
            years.any(|year| year.observation.is_some_and(|observation| observation.status() == status))
        };
        match [ObservationStatus::Provisional, ObservationStatus::Estimated].map(occurs) {
            [true, true] => "not-final",
            [false, true] => "estimated",
            _ => "provisional",
        }
    }

    /// The alternative text's items: values, baseline, targets and pace.
    pub(super) fn trend_items(&self, indicator: &Indicator, axis: Axis) -> Vec<String> {
        let place = &indicator.place;
        let year_text =
            |year: Option<FiscalYear>| year.map_or_else(|| "none".to_owned(), |year| self.words.fiscal_year(year));
        let say = |message: &str, year: &str, value: &str| {
            self.words.text(message, &[("year", year), ("value", value)], place)
        };
        let mut items: Vec<String> = self
            .report
            .series(&indicator.id)
            .filter_map(|year| Some((year, self.actual(indicator, year.observation?).text)))
            .map(|(year, value)| {
                let said = say("trend-year", &self.words.fiscal_year(year.year), &value);
                let remarks = self.remarks(indicator, &year);
                if remarks.is_empty() {
                    said
                } else {
                    self.words.text("trend-year-remarks", &[("item", &said), ("remarks", &remarks)], place)
                }
            })
            .collect();
        if let Some(baseline) = &indicator.baseline {
            let year = year_text(baseline.year.as_ref().map(|year| year.value));
            items.push(say("trend-baseline", &year, &self.baseline(indicator, baseline).text));
        }
        for (year, target) in self.report.year_targets(&indicator.id).filter(|(year, _)| *year <= axis.last) {
            if indicator.target.as_ref().is_none_or(|last| last.place != target.place) {
                let value = self.year_target(indicator, target).text;
                items.push(say("trend-year-target", &self.words.fiscal_year(year), &value));
            }
        }
        if let Some(target) = &indicator.target {
            let year = year_text(target.year.as_ref().map(|year| year.value));
            items.push(say("trend-target", &year, &self.target(indicator, target).text));
        }
        let round = self.report.settings.round.fiscal_year.value;
        if let Some(expected) = self.report.expected_path(indicator).and_then(|path| path.value(round)) {
            // A line cannot be read more precisely than this.
            let decimals = indicator.decimals.unwrap_or_else(|| expected.normalize().scale().min(1));
            let value = self.quantity(indicator, Quantity::new(expected, Some(decimals)), None).text;
            items.push(say("trend-pace", &self.words.fiscal_year(round), &value));
        }
        items
    }

    /// Whether a value is not final, and whether it is a break.
    fn remarks(&self, indicator: &Indicator, year: &SeriesYear<'_>) -> String {
        let status = year.value().and(year.observation).and_then(Sign::of);
        let mut remarks: Vec<String> = status.iter().map(|status| self.sign_label(*status, &indicator.place)).collect();
        if year.actual.is_some_and(|actual| actual.is_break) {
            remarks.push(self.words.text("trend-break", &[], &indicator.place));
        }
        remarks.join(&self.separator(&indicator.place))
    }
}
