# 様式によらない語: 数値・単位・日付・区分・状態・注

# 数値と日付の書き方（Unicodeロケール）。元号で書く
format-locale = ja-u-ca-japanese
fiscal-year = { $year }度
list-separator = 、
list-separator-strong = 。

## 単位: $value は数値

unit-count = { $value }件
unit-percent = { $value }%
unit-rate = { $value }%
unit-people = { $value }人
unit-places = { $value }か所
unit-companies = { $value }社
unit-yen = { $value }円
unit-points = { $value }ポイント
unit-years = { $value }年
unit-none = { $value }

## 目標の書き方

comparator-at-least = { $value }以上
comparator-at-most = { $value }以下

## 数値のないとき（.spoken は文章と読み上げで使う）

absent-missing = －
    .spoken = 報告なし
    .legend = 報告なし
absent-suppressed = x
    .spoken = 秘匿
    .legend = 秘匿
absent-not-applicable = ***
    .spoken = 該当なし
    .legend = 該当なし

## 数値に添える印

mark-provisional = p
    .legend = 暫定値
mark-estimated = e
    .legend = 推計値
mark-note = ※{ $number }
note-label = 注{ $number }

## 指標の区分

kind-output = アウトプット
kind-outcome = アウトカム

## 進捗の状態（計算による）

status-achieved = 達成
status-on-track = 順調
status-acceleration-needed = 加速が必要
status-limited = 進展が限定的
status-deteriorating = 後退
status-not-yet = 未達成
status-not-reported = 報告なし
status-undefined = 算定不能
status-monitored = モニタリング

## 会議資料

material-main = 資料{ $number }
material-reference = 参考資料{ $number }
