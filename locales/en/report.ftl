# Text of the template report. A report’s own locales/ can override it

contents-title = Contents
figures-title = Figures and tables
at-a-glance-title = At a glance
at-a-glance-lead = { COUNT("with-target") ->
    [0] No indicator has a target.
   *[other] { COUNT("reported") ->
        [0] No values are available yet for the { COUNT("with-target") ->
            [one] indicator
           *[other] { COUNT("with-target") } indicators
        } with a target.
       *[other] { COUNT("achieved") ->
            [0] { COUNT("with-target") ->
                [one] The only indicator with a target has not met it.
               *[other] None of the { COUNT("with-target") } indicators with a target has met it.
            }
           *[other] { COUNT("achieved") } of the { COUNT("with-target") } { COUNT("with-target") ->
                [one] indicator
               *[other] indicators
            } with a target { COUNT("achieved") ->
                [one] has
               *[other] have
            } met it.
        }
    }
}
gaps-lead = Up to eight indicators that are furthest below their expected level; the lowest rate first.
other-highlights-title = Other highlights
annex-title = Annex

## Figures and tables

figure-label = Figure{"\u00A0"}
table-label = Table{"\u00A0"}
continued = (continued)
progress-title = { $group }: progress towards targets
progress-takeaway = { $group }: { takeaway }
featured-title = { $group }: trends in headline indicators
multiples-title = { $group }: trends by indicator
# $other-targets is the number of the shown indicators with a target, $other-well that of those achieved or on track
multiples-takeaway = { $group }, trends by indicator: { $other-targets ->
    [0] no targets
   *[other] { $other-well ->
        [0] none
       *[other] { $other-well }
    } of { $other-targets } achieved or on track
}
indicators-table-title = { $group }: indicators
group-highlights-title = Highlights

## Table headings

indicator = Indicator
baseline = Baseline
trend = Trend
rate = Achievement rate
fiscal-year-head = Year
group-table-summary = Each row is an indicator. The columns include the baseline, trend, target, latest value, achievement rate and progress status; columns without values are omitted.
all-table-summary = Each row is an indicator, grouped under a heading row. The columns include the baseline, the value of each year, the target, the achievement rate and the progress status.
computation-summary = Each row is an indicator. The columns include the calculation of the achievement rate, that of the pace, and the progress status.
open-values-summary = Each row is a value that is not final. The columns are indicator, year, value and status.

## Annex

all-indicators-title = All indicators
all-indicators-table-title = All indicators: baseline, annual values and target
earlier-years-left-out = Earlier years are omitted for reasons of space.
method-title = Methodology
computation-title = Calculations by indicator
computation-rate-head = Achievement rate
computation-pace-head = Pace
notes-title = Notes and sources
as-of = Data as at { DATE("as-of") }.
open-values-title = Provisional, estimated and missing values
open-values-table-title = Provisional, estimated and missing values, and breaks in series
open-values-none = All values are final.
open-values-earlier = { $state }; { $value } is shown
open-values-value = Value
open-values-state = Status
