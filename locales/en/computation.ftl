# How formulas are written (with the very numbers that nenpo computes with)

# The achievement rate
computation-rate = { $dividend } ÷ { $divisor } = { $rate }
# The pace: $baseline is none where there is no baseline, $share where it is measured against the year's own target
computation-pace = { $baseline ->
    [none] { $actual } ÷ { $target }
   *[other] ({ $actual } − { $baseline }) ÷ ({ $target } − { $baseline })
}{ $share ->
    [none] {""}
   *[other] {" "}÷ { $share }
} = { $pace }
