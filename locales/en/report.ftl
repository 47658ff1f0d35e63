# Words of the template report. A report's own locales/ may replace them

contents-title = Contents
figures-title = Figures and tables
at-a-glance-title = At a glance
at-a-glance-lead = { COUNT("achieved") } of the { COUNT("with-target") } { COUNT("with-target") ->
    [one] indicator
   *[other] indicators
} with a target { COUNT("achieved") ->
    [one] has
   *[other] have
} reached it.
gaps-title = Indicators furthest behind
gaps-lead = Indicators below the level expected of them, the largest gap first: how far each has come from its baseline (or zero) to its target.
other-highlights-title = Other highlights
annex-title = Annex

## Figures and tables

figure-label = Figure{"\u00A0"}
table-label = Table{"\u00A0"}
continued = (continued)
achievement-title = { $group }: achievement rates
featured-title = { $group }: main indicators
multiples-title = { $group }: indicators over the years
indicators-table-title = { $group }: indicators
group-highlights-title = Highlights

## Heads of tables

indicator = Indicator
baseline = Baseline
trend = Trend
rate = Rate
fiscal-year-head = Year
group-table-summary = Each row is an indicator. The columns are baseline, trend, target, latest value, achievement rate and computed status; those without any value are left out.
all-table-summary = Each row is an indicator, under the name of its group. The columns are baseline, the value of each year, target, achievement rate and computed status.
computation-summary = Each row is an indicator. The columns are how its achievement rate and its pace were computed, and the result.
open-values-summary = Each row is a value that is not final. The columns are indicator, year, value and state.

## Annex

all-indicators-title = All indicators
all-indicators-table-title = Baseline, value of each year and target of all indicators
earlier-years-left-out = Values of earlier years are left out for want of room.
method-title = Method
computation-title = Computation of each indicator
computation-rate-head = Achievement rate
computation-pace-head = Pace
notes-title = Notes and sources
as-of = Values are as of { DATE("as-of") }.
open-values-title = Values that are not final
open-values-table-title = Provisional and estimated values, years without a value, breaks in series
open-values-none = All values are final.
open-values-earlier = { $state }; { $value } is shown
open-values-value = Value
open-values-state = State
