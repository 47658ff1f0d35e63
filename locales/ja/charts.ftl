# 図の語と代替テキスト

chart-target = 目標
chart-pace = 経過割合{ $share }
chart-pace-year-target = 年度目標
chart-detail = { $actual }／{ $target }

## 達成率の図

achievement-alt = { $group }の指標別の達成率。{ $items }。経過割合は{ $share }。
achievement-item = { $label }は実績{ $actual }、目標{ $target }、達成率{ $rate }、{ $status }
achievement-item-without-rate = { $label }は実績{ $actual }、目標{ $target }、{ $status }

## 進捗状態の図

status-by-group-alt = プロジェクト別の指標の進捗状態（計算による）。{ $items }。
status-by-group-item = { $group }：{ $counts }
status-by-group-count = { $status }{ $count }
all-indicators = 全指標
