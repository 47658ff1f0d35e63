# 図の語と代替テキスト

chart-target = 目標
chart-pace = 経過割合{ $share }
chart-pace-year-target = 年度目標
chart-detail = { $actual }／{ $target }

## 凡例

key-actual = 実績
key-provisional = 暫定値
key-estimated = 推計値
key-missing = 数値なし
key-break = 断層（前年度までと比べられない）
key-baseline = 基準値
key-target = 目標
key-target-path = 年度目標
key-pace = 経過割合に応じた水準

## 達成率の図

achievement-alt = { $group }の指標別の達成率。{ $items }。経過割合は{ $share }。
achievement-item = { $label }は実績{ $actual }、目標{ $target }、達成率{ $rate }、{ $status }
achievement-item-without-rate = { $label }は実績{ $actual }、目標{ $target }、{ $status }

## 進捗状態の図

status-by-group-alt = プロジェクト別の指標の進捗状態（計算による）。{ $items }。
status-by-group-item = { $group }：{ $counts }
status-by-group-count = { $status }{ $count }
all-indicators = 全指標

## 推移の図

trend-target-label = 目標{ $value }
trend-alt = { $name }の推移。{ $items }。
trend-year = { $year }: { $value }
trend-year-remarks = { $item }（{ $remarks }）
trend-break = 前年度までと比べられない
trend-baseline = 基準値は{ $year ->
    [none] {""}
   *[other] { $year }の
}{ $value }
trend-year-target = { $year }の目標は{ $value }
trend-target = 目標は{ $year ->
    [none] {""}
   *[other] { $year }に
}{ $value }
trend-pace = 計画期間の経過割合に応じた{ $year }の水準は{ $value }

## 推移を並べた図

small-multiples-alt = { $group }の指標別の推移。{ $items }。
small-multiples-item = { $name }は、{ $items }

## 表の中の推移

sparkline-alt = { $first-year }の{ $first }から{ $last-year }の{ $last }まで

## 目標までの差の図

bullet-alt = 目標や経過割合に応じた水準との差が大きい指標。{ $items }。
bullet-item = { $label }は実績{ $actual }、目標{ $target }{ $baseline ->
    [none] 、目標までの道のりの{ $rate }
   *[other] 、基準値{ $baseline }から目標までの道のりの{ $rate }
}{ $expected ->
    [none] {""}
   *[other] （この年度の水準は{ $expected }）
}、{ $status }
