# 図の文言と代替テキスト

chart-baseline = 基準値（0%）
chart-target = 目標値（100%）
chart-pace = 経過割合{ $share }
chart-pace-year-target = 年度目標
chart-detail = { $actual }、目標{ $target }

## 凡例

key-actual = 実績値
key-provisional = 暫定値
key-estimated = 推計値
key-not-final = 暫定値又は推計値
key-missing = 数値なし・秘匿など
key-break = 断層（前年度以前と比較できない）
key-baseline = 基準値
key-target = 目標値
key-target-path = 年度目標
key-pace = 期待水準（目標まで直線で進むとした値）
key-cut = 縦軸は0から始まらない
key-beyond = 軸の範囲外（数値を参照）
key-expected-band = 期待水準{ $expected ->
    [none] {""}
   *[other] （{ $expected }）
}から目標値まで

## 進捗の図

# 図の横軸が表すもの
measure-progress = 基準値からの進捗率
measure-achievement = 達成率
# 横軸の右に並ぶ率の見出し
rate-of-progress = 進捗率
rate-of-achievement = 達成率
progress-alt = { $group }の指標別の進捗。{ $items }。{ $share ->
    [several] {""}
   *[other] 目標までの期間の経過割合は{ $share }。
}
furthest-behind-alt = 目標値又は期待水準との差が大きい指標。{ $items }。
progress-item = { $label }は、実績値{ $actual }、目標値{ $target }、基準値{ $baseline }、進捗率{ $rate }{ $expected ->
    [none] {""}
   *[other] （期待水準は{ $expected }）
}{ $break ->
    [none] {""}
   *[other] （{ $break }）
}、{ $status }
achievement-item = { $label }は、実績値{ $actual }、目標値{ $target }、達成率{ $rate }{ $expected ->
    [none] {""}
   *[other] （期待水準は{ $expected }）
}、{ $status }
achievement-item-without-rate = { $label }は、実績値{ $actual }、目標値{ $target }、{ $status }

## 推移の図

trend-target-label = 目標{ $value }
trend-alt = { $name }の推移。{ $items }。
trend-year = { $year }は{ $value }
trend-year-remarks = { $item }（{ $remarks }）
trend-break = 前年度以前と比較できない
trend-baseline = 基準値は{ $year ->
    [none] {""}
   *[other] { $year }の
}{ $value }
trend-year-target = { $year }の年度目標は{ $value }
trend-target = 目標値は{ $year ->
    [none] {""}
   *[other] { $year }に
}{ $value }
trend-pace = { $year }の期待水準は{ $value }

## 推移を並べた図

small-multiples-alt = { $group }の指標別の推移。{ $items }。
small-multiples-item = { $name }は、{ $items }

## 表の中の推移

sparkline-alt = { $first-year }の{ $first }から{ $last-year }の{ $last }まで
