# How formulas are written (with the numbers that nenpo calculates with)

# The achievement rate
computation-rate = { $dividend } ÷ { $divisor } = { $rate }
# The pace: $baseline is none if there is no baseline, $less-baseline subtracts it (− 120, or + 5.5 if it is negative), $share is none if it is measured against the target for the year
computation-pace = { $baseline ->
    [none] { $actual } ÷ { $target }
   *[other] ({ $actual } { $less-baseline }) ÷ ({ $target } { $less-baseline })
}{ $share ->
    [none] {""}
   *[other] {" "}÷ { $share }
} = { $pace }
