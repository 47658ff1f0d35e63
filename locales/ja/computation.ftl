# 算定式の書き方（nenpoが算定に用いた数値そのもの）

# 達成率: $dividend は割られる数、$divisor は割る数
computation-rate = { $dividend } ÷ { $divisor } = { $rate }
# ペース: 基準値がないときは $baseline が none、基準値を引く式は $less-baseline（− 120、負の数なら + 5.5）、年度目標に対して算定するときは $share が none
computation-pace = { $baseline ->
    [none] { $actual } ÷ { $target }
   *[other] ({ $actual } { $less-baseline }) ÷ ({ $target } { $less-baseline })
}{ $share ->
    [none] {""}
   *[other] {" "}÷ { $share }
} = { $pace }
