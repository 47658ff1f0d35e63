# Text of charts, and their alternative texts

chart-baseline = Baseline (0%)
chart-target = Target (100%)
chart-pace = { $share } of the time elapsed
chart-pace-year-target = target for the year
chart-detail = { $comparator ->
    [above] { $actual }, target > { $bound }
    [below] { $actual }, target < { $bound }
    [at-least] { $actual }, target ≥ { $bound }
    [at-most] { $actual }, target ≤ { $bound }
    [within] { $actual }, target ≤ { $bound }
   *[none] { $actual }, target { $target }
}

## Legends

key-actual = Actual
key-provisional = Provisional
key-estimated = Estimated
key-not-final = Provisional or estimated
key-missing = Not available, suppressed, etc.
key-break = Break in series
key-baseline = Baseline
key-target = Target
key-target-path = Target for the year
key-pace = Expected level (linear path)
key-cut = Axis does not begin at zero
key-beyond = Beyond the axis: see the number
key-expected-band = Between expected level{ $expected ->
    [none] {""}
   *[other] {" "}({ $expected })
} and target

## Charts of progress

# What the axis of a section of the chart measures
measure-progress = Progress from baseline
measure-achievement = Achievement rate
# The head of the rates beside the axis
rate-of-progress = Rate
rate-of-achievement = Rate
progress-alt = { $group }: progress towards the target by indicator. { $items }.{ $share ->
    [several] {""}
   *[other] {" "}{ $share } of the time to the target has elapsed.
}
furthest-behind-alt = Indicators furthest behind their target or expected level. { $items }.
progress-item = { $label }: actual { $actual }, target { $target }, progress { $rate } from the baseline of { $baseline }{ $expected ->
    [none] {""}
   *[other] {" "}(expected: { $expected })
}{ $break ->
    [none] {""}
   *[other] {" "}({ $break })
}, { $status }
achievement-item = { $label }: actual { $actual }, target { $target }, achievement rate { $rate }{ $expected ->
    [none] {""}
   *[other] {" "}(expected: { $expected })
}, { $status }
achievement-item-without-rate = { $label }: actual { $actual }, target { $target }, { $status }

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
