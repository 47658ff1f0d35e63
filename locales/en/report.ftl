# Words that no template owns: numbers, units, dates, kinds, statuses, notes

# How numbers and dates are written (a Unicode locale)
format-locale = en-GB
fiscal-year = FY{ $starting-year }
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
unit-years = { $value } years
unit-none = { $value }

## How a target is worded

comparator-at-least = { $value } or more
comparator-at-most = { $value } or less

## Where there is no number (.spoken is used in prose and read aloud)

absent-missing = –
    .spoken = not reported
    .legend = not reported
absent-suppressed = x
    .spoken = withheld
    .legend = withheld
absent-not-applicable = ***
    .spoken = not applicable
    .legend = not applicable

## Marks beside a number

mark-provisional = p
    .legend = provisional
mark-estimated = e
    .legend = estimated
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
status-not-reported = Not reported
status-undefined = Undefined
status-monitored = Monitored

## Committee materials

material-main = Document { $number }
material-reference = Reference Document { $number }
