# Text of charts, and their alternative texts

chart-target = Target
chart-pace = { $share ->
    [several] Expected level
   *[other] { $share } of plan period elapsed
}
chart-pace-year-target = Target for the year
chart-detail = { $comparator ->
    [none] { $actual } of { $target }
   *[other] { $actual }, target { $target }
}

## Legends

key-actual = Actual
key-provisional = Provisional
key-estimated = Estimated
key-missing = Not available, suppressed, etc.
key-break = Break in series
key-baseline = Baseline
key-target = Target
key-target-path = Target for the year
key-pace = Expected level (linear path)

## Chart of achievement rates

achievement-alt = { $group }: achievement rate by indicator. { $items }.{ $share ->
    [several] {""}
   *[other] {" "}{ $share } of the time to the target has elapsed.
}
achievement-item = { $label }: actual { $actual }, target { $target }, achievement rate { $rate }, { $status }
achievement-item-without-rate = { $label }: actual { $actual }, target { $target }, { $status }

## Chart of progress statuses

status-by-group-alt = Number of indicators by progress status and group. { $items }.
status-by-group-item = { $group }: { $counts }
status-by-group-count = { $status } { $count }
all-indicators = All indicators

## Chart of an indicator over the years

trend-target-label = Target { $value }
trend-alt = { $name } by fiscal year. { $items }.
trend-year = { $year }: { $value }
trend-year-remarks = { $item } ({ $remarks })
trend-break = not comparable with earlier years
trend-baseline = baseline: { $value }{ $year ->
    [none] {""}
   *[other] {" "}in { $year }
}
trend-year-target = target for { $year }: { $value }
trend-target = target: { $value }{ $year ->
    [none] {""}
   *[other] {" "}by { $year }
}
trend-pace = expected level in { $year }: { $value }

## Charts of several indicators over the years

small-multiples-alt = { $group }: indicators by fiscal year. { $items }.
small-multiples-item = { $name } – { $items }

## Years in the cell of a table

sparkline-alt = { $first } in { $first-year }, { $last } in { $last-year }

## Chart of gaps

bullet-alt = Indicators furthest behind their target or expected level. { $items }.
bullet-item = { $label }: actual { $actual }, target { $target }, progress { $rate }{ $baseline ->
    [none] {""}
   *[other] {" "}from the baseline of { $baseline }
}{ $expected ->
    [none] {""}
   *[other] {" "}(expected: { $expected })
}, { $status }
