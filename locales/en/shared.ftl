# Text for all templates: numbers, units, dates, kinds, statuses, notes

# Who makes the assessment; other plans override only this
-panel = panel

# How numbers and dates are written (a Unicode locale)
format-locale = en-GB
fiscal-year = FY{ $starting-year }
# Short form for the axes of charts
fiscal-year-short = { $starting-year }
fiscal-years = { $first }–{ $last }
list-separator = {", "}
list-separator-strong = {"; "}

## Units: $value is the number

unit-count = { $value }
unit-percent = { $value }%
unit-rate = { $value }%
unit-people = { $value }
unit-places = { $value }
unit-companies = { $value }
unit-yen = ¥{ $value }
unit-points = { $value ->
    [one] { $value } point
   *[other] { $value } points
}
unit-years = { $value ->
    [one] { $value } year
   *[other] { $value } years
}
unit-none = { $value }

# The difference of two rates
gap-points = { $value ->
    [one] { $value } percentage point
   *[other] { $value } percentage points
}

## How a target is worded

comparator-at-least = at least { $value }
comparator-at-most = at most { $value }
comparator-within = within { $value }
comparator-above = more than { $value }
comparator-below = less than { $value }

## Where there is no number (.spoken is used in prose and read aloud)

absent-missing = …
    .spoken = not available
    .legend = not available
absent-suppressed = x
    .spoken = suppressed
    .legend = suppressed (confidential)
absent-not-applicable = –
    .spoken = not applicable
    .legend = not applicable

## Marks beside a number

mark-provisional = p
    .legend = provisional
mark-estimated = e
    .legend = estimated
mark-break = b
    .legend = break in series (not comparable with earlier years)
# An earlier value, shown if that of the reporting year is missing: its mark and its year. $items are indicators and years
mark-earlier = †
    .year = { fiscal-year }
    .legend = no value for { $round }: the latest earlier value, and its status in that year: { $items }
earlier-value = { $value } ({ $year })
mark-note = [{ $number }]
note-label = [{ $number }]

## Kinds of indicators

kind-output = Output
kind-outcome = Outcome

## Progress status (calculated)

status-achieved = Achieved
    .in-sentence = achieved
status-on-track = On track
    .in-sentence = on track
status-acceleration-needed = Acceleration needed
    .in-sentence = acceleration needed
status-limited = Limited progress
    .in-sentence = limited progress
status-deteriorating = Deteriorating
    .in-sentence = deteriorating
status-not-yet = Not yet achieved
    .in-sentence = not yet achieved
status-not-reported = No data
    .in-sentence = no data
status-undefined = Cannot be calculated
    .in-sentence = cannot be calculated
status-monitored = No target (monitored)
    .in-sentence = no target (monitored)

## Larger units that save room in tables, and titles of the parts of a divided table

# scale-words identify units that are already in thousands or more
scale-thousand = { $value } thousand
scale-million = { $value } million
scale-billion = { $value } billion
scale-words = thousand thousands million millions billion billions trillion trillions
scaled-units = Some values are in { $units }.
table-of-years = { $table } ({ $from }–{ $to })
table-of-year = { $table } ({ $from })

## Committee materials

material-main = Document { $number }
material-reference = Reference Material { $number }

## Headings

overview-title = Overview
evaluation-title = The { -panel }’s assessment
highlights-title = Highlights

## Tables

target = Target
year-target = Target for the year
panel-evaluation = Panel rating
actual = Latest value
    .short = Latest
status = Status
table-summary = Each row is an indicator. The columns are target, latest value and progress status. Each kind of indicator has a heading row.

## Calculated progress status

computed-title = Progress status (calculated)
computed-notice = The progress status is calculated from the data and is not the { -panel }’s assessment.
computed-method = The achievement rate is the latest value divided by the target{ $downward ->
    [yes] ; where the aim is a reduction, it is the target divided by the latest value
   *[no] {""}
}. For cumulative indicators the status depends on the achievement rate{ $baselines ->
    [yes] {" "}(for indicators with a baseline: the increase since the baseline divided by the distance from the baseline to the target)
   *[no] {""}
} divided by the share of the plan period that has elapsed (the “pace”){ $year-targets ->
    [yes] {" "}(for indicators with a target for the year: the share of that target achieved)
   *[no] {""}
}: achieved once the target is met, on track from { $on-track }, acceleration needed from { $acceleration-needed }, limited progress from 0, deteriorating below 0. Non-cumulative indicators are shown only as achieved or not yet achieved{ $year-targets ->
    [yes] {""}, or as on track if they meet the target for the year
   *[no] {""}
}; indicators without a target are monitored only.{ $earlier ->
    [yes] {" "}If the reporting year has no value, the latest earlier value is used, with the share of the plan period elapsed by that year and the target for that year.
   *[no] {""}
} These results are calculated and are not the { -panel }’s assessment.
status-by-group-title = Progress status by group (calculated)
