# How formulas are written (with the numbers that nenpo calculates with)

# The achievement rate
computation-rate = { $dividend } ÷ { $divisor } = { $rate }
# The pace: $baseline is none if there is no baseline, $share is none if it is measured against the target for the year
computation-pace = { $baseline ->
    [none] { $actual } ÷ { $target }
   *[other] ({ $actual } − { $baseline }) ÷ ({ $target } − { $baseline })
}{ $share ->
    [none] {""}
   *[other] {" "}÷ { $share }
} = { $pace }
