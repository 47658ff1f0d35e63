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
unit-percentage-points = { $value ->
    [one] { $value } percentage point
   *[other] { $value } percentage points
}
unit-facilities = { $value ->
    [one] { $value } facility
   *[other] { $value } facilities
}
unit-organizations = { $value ->
    [one] { $value } organization
   *[other] { $value } organizations
}
unit-schools = { $value ->
    [one] { $value } school
   *[other] { $value } schools
}
unit-households = { $value ->
    [one] { $value } household
   *[other] { $value } households
}
unit-vehicles = { $value ->
    [one] { $value } vehicle
   *[other] { $value } vehicles
}
unit-times = { $value ->
    [one] { $value } time
   *[other] { $value } times
}
unit-days = { $value ->
    [one] { $value } day
   *[other] { $value } days
}
unit-hours = { $value ->
    [one] { $value } hour
   *[other] { $value } hours
}
unit-minutes = { $value ->
    [one] { $value } minute
   *[other] { $value } minutes
}
unit-score = { $value ->
    [one] { $value } point
   *[other] { $value } points
}
unit-thousand-people = { $value } thousand
    .short = { $value }k
unit-ten-thousand-people = { $value } × 10,000
unit-million-people = { $value } million
unit-guest-nights = { $value ->
    [one] { $value } night
   *[other] { $value } nights
}
unit-thousand-guest-nights = { $value } thousand nights
    .short = { $value }k nights
unit-ten-thousand-guest-nights = { $value } × 10,000 nights
unit-million-guest-nights = { $value } million nights
    .short = { $value }m nights
unit-thousand-yen = ¥{ $value } thousand
    .short = ¥{ $value }k
unit-ten-thousand-yen = { $value } × ¥10,000
unit-million-yen = ¥{ $value } million
    .short = ¥{ $value }m
unit-hundred-million-yen = { $value } × ¥100 million
unit-billion-yen = ¥{ $value } billion
    .short = ¥{ $value }bn
unit-trillion-yen = ¥{ $value } trillion
    .short = ¥{ $value }tn
unit-per-100000-people = { $value } per 100,000 people
    .short = { $value }/100,000
unit-square-metres = { $value } m²
unit-hectares = { $value } ha
unit-kilometres = { $value } km
unit-tonnes = { $value } t
unit-tonnes-co2 = { $value } t CO₂
unit-kilowatt-hours = { $value } kWh

# CHANGE and LIST in prose: $size is the size of a change
change-up = up { $size }
change-down = down { $size }
change-none = unchanged
list-none = none

# The difference of two rates
gap-points = { $value ->
    [one] { $value } percentage point
   *[other] { $value } percentage points
}

## How a target is worded

comparator-at-least = at least { $value }
    .short = ≥ { $value }
comparator-at-most = at most { $value }
    .short = ≤ { $value }
comparator-within = within { $value }
comparator-above = more than { $value }
    .short = > { $value }
comparator-below = less than { $value }
    .short = < { $value }

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
status-not-achieved = Not achieved
    .in-sentence = not achieved
status-not-yet = Before target year
    .in-sentence = target year not reached
status-not-reported = No data
    .in-sentence = progress not calculated
status-undefined = Cannot be calculated
    .in-sentence = cannot be calculated
status-monitored = No target
    .in-sentence = no target

## Larger units that save room in tables, and titles of the parts of a divided table

# scale-words identify units that are already in thousands or more
scale-thousand = { $value } thousand
scale-million = { $value } million
scale-billion = { $value } billion
scale-words = thousand thousands million millions billion billions trillion trillions
# scale-units are the scales in which amounts are shown where the language has the unit, whatever scale the data has:
# 389,410百万円 is ¥389.41 billion. Digits are never rounded. “none” keeps the scales of the data
scale-units = thousand million billion trillion
scaled-units = Rows with large numbers have a larger unit: { $units }.
table-of-years = { $table } ({ $from }–{ $to })
table-of-year = { $table } ({ $from })

## Committee materials

material-main = Document { $number }
material-reference = Reference Material { $number }

## Headings

overview-title = Overview
evaluation-title = The { -panel }’s assessment
highlights-title = Highlights
all-indicators = All indicators

## Tables

target = Target
year-target = Target for the year
    .short = for the year
panel-evaluation = Rating
actual = Latest value
    .short = Latest
status = Status
table-summary = Each row is an indicator. The columns include the target, the latest value and the progress status. Each kind of indicator has a heading row.

## Calculated progress status

computed-title = Progress status (calculated)
computed-notice = The progress status is calculated from the data and is not the { -panel }’s assessment.
computed-method = The achievement rate is the latest value divided by the target{ $downward ->
    [yes] ; where the aim is a reduction, it is the target divided by the latest value
   *[no] {""}
}.{ $progress ->
    [yes] {" "}Progress is the change from the baseline to the latest value, divided by that from the baseline to the target.
   *[no] {""}
} The status is achieved once the target is met. Until then it depends on the change since the baseline divided by the change expected by the end of the year (the “pace”): on track from { $on-track }, acceleration needed from { $acceleration-needed }, limited progress from 0, deteriorating below 0. Expected is { $year-targets ->
    [yes] the target for the year, if there is one; otherwise{" "}
   *[no] {""}
}a straight line to the target year: for cumulative indicators from zero at the start of the plan{ $baselines ->
    [yes] {""}, or from the baseline
   *[no] {""}
}{ $levels ->
    [yes] {""}; for other indicators from the baseline
   *[no] {""}
} (Open SDG applies the same limits to compound growth). Without an expected level the status is “before target year” until then; from the target year on, a target that is not met is not achieved; indicators without a target are monitored only.{ $earlier ->
    [yes] {" "}If the reporting year has no value, the latest earlier value is used, with the level expected by that year or the target for that year.
   *[no] {""}
} These results are calculated and are not the { -panel }’s assessment.
status-by-group-title = Progress status by group (calculated)
gaps-title = Indicators furthest behind expected progress
    .in-points = Furthest behind expected progress (percentage points)

# What an indicator or a group has to say of itself in one line. $behind is yes if $furthest is the indicator furthest behind
name-and-status = { $name }: { $status }
name-and-unit = { $name } ({ $unit })
takeaway = { $targets ->
    [0] no targets
   *[other] { $reported ->
        [0] no values available yet
       *[other] { $achieved ->
            [0] { $targets ->
                [1] target not met
               *[other] none of { $targets } targets met
            }
           *[other] { $achieved } of { $targets } { $targets ->
                [1] target
               *[other] targets
            } met
        }
    }
}{ $behind ->
    [yes] ; furthest behind: { $furthest }
   *[no] {""}
}
