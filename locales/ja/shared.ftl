# 様式によらない語: 数値・単位・日付・区分・状態・注

# 評価を決める会議。ほかの計画はここだけを置き換える
-panel = 専門調査会

# 数値と日付の書き方（Unicodeロケール）。元号で書く
format-locale = ja-u-ca-japanese
fiscal-year = { $year }度
# 図の軸に入る短い書き方（R4）
fiscal-year-short = { $short }
fiscal-years = { $first }～{ $last }
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

# 達成率の差
gap-points = { $value }ポイント

## 目標の書き方

comparator-at-least = { $value }以上
comparator-at-most = { $value }以下

## 数値のないとき（.spoken は文章と読み上げで使う）

absent-missing = …
    .spoken = 数値なし
    .legend = 数値なし
absent-suppressed = x
    .spoken = 秘匿
    .legend = 秘匿
absent-not-applicable = －
    .spoken = 該当なし
    .legend = 該当なし

## 数値に添える印

mark-provisional = p
    .legend = 暫定値
mark-estimated = e
    .legend = 推計値
mark-break = b
    .legend = 断層（前年度までと比べられない）
# 報告年度の数値がないときに示す、以前の年度の数値の印と年度。$items は指標と年度
mark-earlier = †
    .year = { fiscal-year-short }
    .legend = { $round }の数値がないため、以前の年度の数値と、その年度での進捗を示す：{ $items }
earlier-value = { $value }（{ $year }）
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
status-not-reported = 数値なし
status-undefined = 算定不能
status-monitored = モニタリング

## 表の幅に収めるための単位と、表を分けるときの題

# scale-wordsは、すでに千や百万を含む単位を見分けるための言葉
scale-thousand = { $value }千
scale-million = { $value }百万
scale-billion = { $value }十億
scale-words = 千 万 億 兆
scaled-units = { $units }単位で示した値を含む。
table-of-years = { $table }（{ $from }～{ $to }）
table-of-year = { $table }（{ $from }）

## 会議資料

material-main = 資料{ $number }
material-reference = 参考資料{ $number }

## 見出し

overview-title = 概要
evaluation-title = { -panel }の評価
highlights-title = 主な成果の詳細

## 表

target = 達成目標
year-target = 年度目標
actual = 最新の数値
panel-evaluation = 評価
status = 計算
table-summary = 行は指標、列は達成目標、最新の数値、計算による進捗の順。区分ごとに見出しの行がある。

## 計算による進捗

computed-title = 計算による進捗
computed-notice = 進捗の印は数値から計算したもので、{ -panel }の評価ではない。
computed-method = 達成率は、最新の数値を達成目標で割ったもの{ $downward ->
    [yes] （目標以下にする指標では、達成目標を最新の数値で割ったもの）
   *[no] {""}
}。進捗は、累計の指標では達成率{ $baselines ->
    [yes] （基準値のある指標では、基準値からの増加分を、基準値から達成目標までの差で割ったもの）
   *[no] {""}
}を計画期間の経過割合で割った値{ $year-targets ->
    [yes] （年度目標のある指標では、年度目標に対する割合）
   *[no] {""}
}で分ける（目標に達していれば達成、{ $on-track }以上は順調、{ $acceleration-needed }以上は加速が必要、0以上は限定的、負は後退）。割合など累計でない指標は達成か未達成か{ $year-targets ->
    [yes] （年度目標に達していれば順調）
   *[no] だけ
}を示し、目標のない指標はモニタリングとする。{ $earlier ->
    [yes] 報告年度の数値がない指標は、最も新しい以前の年度の数値を、その年度までの経過割合やその年度の目標で計算する。
   *[no] {""}
}いずれも計算の結果であり、{ -panel }の評価ではない。
status-by-group-title = プロジェクト別の進捗（計算）
