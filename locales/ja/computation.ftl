# 算式の書き方（nenpoが計算に使った数値そのもの）

# 達成率: $dividend は割られる数、$divisor は割る数
computation-rate = { $dividend } ÷ { $divisor } = { $rate }
# 進捗のペース: 基準値がないとき $baseline は none、年度目標に対するものは $share が none
computation-pace = { $baseline ->
    [none] { $actual } ÷ { $target }
   *[other] ({ $actual } − { $baseline }) ÷ ({ $target } − { $baseline })
}{ $share ->
    [none] {""}
   *[other] {" "}÷ { $share }
} = { $pace }
