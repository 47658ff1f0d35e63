# Words that no template owns: numbers, units, dates, kinds, statuses, notes

# Who decides the evaluation; other plans replace this alone
-panel = panel

# How numbers and dates are written (a Unicode locale)
format-locale = en-GB
fiscal-year = FY{ $starting-year }
# As short as the axis of a chart needs it
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
unit-points = { $value } pt
unit-years = { $value ->
    [one] { $value } year
   *[other] { $value } years
}
unit-none = { $value }

# The difference of two rates
gap-points = { $value ->
    [one] { $value } point
   *[other] { $value } points
}

## How a target is worded

comparator-at-least = { $value } or more
comparator-at-most = { $value } or less

## Where there is no number (.spoken is used in prose and read aloud)

absent-missing = …
    .spoken = not available
    .legend = not available
absent-suppressed = x
    .spoken = suppressed
    .legend = suppressed
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
# The value of an earlier year, shown where that of the round is missing: its mark and its year. $items are indicators and years
mark-earlier = †
    .year = { fiscal-year }
    .legend = no value for { $round }: the latest earlier value, and its status in that year: { $items }
earlier-value = { $value } ({ $year })
mark-note = ※{ $number }
note-label = Note { $number }

## Kinds of indicators

kind-output = Output
kind-outcome = Outcome

## Progress status (computed)

status-achieved = Achieved
status-on-track = On track
status-acceleration-needed = Acceleration needed
status-limited = Limited progress
status-deteriorating = Deteriorating
status-not-yet = Not yet achieved
status-not-reported = Not available
status-undefined = Undefined
status-monitored = Monitored

## Units in which tables find room, and titles of their parts

# scale-words are those by which units are known that are in thousands or more already
scale-thousand = { $value } thousand
scale-million = { $value } million
scale-billion = { $value } billion
scale-words = thousand thousands million millions billion billions trillion trillions
scaled-units = Some values are in { $units }.
table-of-years = { $table } ({ $from }–{ $to })
table-of-year = { $table } ({ $from })

## Committee materials

material-main = Document { $number }
material-reference = Reference Document { $number }

## Headings

overview-title = Overview
evaluation-title = The { -panel }’s evaluation
highlights-title = Highlights

## Tables

target = Target
year-target = Year’s target
panel-evaluation = Grade
actual = Latest
status = Status
table-summary = Each row is an indicator. The columns are target, latest value and computed status. Each kind of indicator has a heading row.

## Computed status

computed-title = Computed status
computed-notice = The status marks are computed from the numbers; they are not the { -panel }’s evaluation.
computed-method = The achievement rate is the latest value divided by the target{ $downward ->
    [yes] , or the target divided by the latest value where the target is not to be exceeded
   *[no] {""}
}. For cumulative indicators the status depends on the achievement rate{ $baselines ->
    [yes] {" "}(where there is a baseline: the increase from the baseline divided by the way from the baseline to the target)
   *[no] {""}
} divided by the share of the plan that has elapsed{ $year-targets ->
    [yes] {" "}(where the year has a target of its own: by the share of that target)
   *[no] {""}
}: achieved once the target is met, on track from { $on-track }, acceleration needed from { $acceleration-needed }, limited progress from 0, deteriorating below 0. Shares and other levels are only achieved or not yet achieved{ $year-targets ->
    [yes] {""}, or on track where they meet the target of the year
   *[no] {""}
}; an indicator without a target is only monitored.{ $earlier ->
    [yes] {" "}Where the round has no value, the latest earlier value is used, with the share of the plan that had elapsed and the target of its own year.
   *[no] {""}
} All of this is computed and is not the { -panel }’s evaluation.
status-by-group-title = Status by project (computed)
