# 様式によらない文言: 数値・単位・日付・区分・状態・注

# 評価を行う会議体。ほかの計画ではここだけを置き換える
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
comparator-within = { $value }以内
comparator-above = { $value }超
comparator-below = { $value }未満

## 数値のないとき（.spoken は文章と読み上げで使用する）

absent-missing = …
    .spoken = 数値なし
    .legend = 数値なし
absent-suppressed = x
    .spoken = 秘匿
    .legend = 秘匿
absent-not-applicable = －
    .spoken = 該当なし
    .legend = 該当なし

## 数値に添える記号

mark-provisional = p
    .legend = 暫定値
mark-estimated = e
    .legend = 推計値
mark-break = b
    .legend = 断層（前年度以前と比較できない）
# 対象年度の数値がないときに示す、それより前の年度の数値の記号と年度。$items は指標と年度
mark-earlier = †
    .year = { fiscal-year-short }
    .legend = { $round }の数値がないため、それより前の年度の数値及びその年度の進捗区分を示す：{ $items }
earlier-value = { $value }（{ $year }）
mark-note = ※{ $number }
note-label = ※{ $number }

## 指標の区分

kind-output = アウトプット
kind-outcome = アウトカム

## 進捗区分（算定）

status-achieved = 達成
status-on-track = 順調
status-acceleration-needed = 加速が必要
status-limited = 進展が限定的
status-deteriorating = 後退
status-not-yet = 目標未到達
status-not-reported = 数値なし
status-undefined = 算定不能
status-monitored = 目標なし（推移を確認）

## 表の幅に収めるための単位と、表を分けるときの題

# scale-wordsは、既に千や百万などを含む単位を見分けるための語
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

target = 目標値
year-target = 年度目標
actual = 最新の実績値
    .short = 最新値
panel-evaluation = 評価
status = 進捗区分
table-summary = 行は指標、列は目標値、最新の実績値、進捗区分の順。指標区分ごとに見出し行がある。

## 進捗区分の算定

computed-title = 進捗区分（算定）
computed-notice = 進捗区分とその記号は、数値から機械的に算定したものであり、{ -panel }による評価ではない。
computed-method = 達成率は、最新の実績値を目標値で除した割合{ $downward ->
    [yes] （減少を目指す指標では、目標値を最新の実績値で除した割合）
   *[no] {""}
}である。進捗区分は、累計の指標では、達成率{ $baselines ->
    [yes] （基準値のある指標では進捗率、すなわち基準値からの増加分を基準値と目標値との差で除した割合）
   *[no] {""}
}を計画期間の経過割合で除した値（ペース）{ $year-targets ->
    [yes] （年度目標のある指標では、年度目標に対する割合）
   *[no] {""}
}によって判定する（目標に達していれば達成、{ $on-track }以上は順調、{ $acceleration-needed }以上は加速が必要、0以上は進展が限定的、0未満は後退）。累計でない指標（単年度・時点）は達成又は目標未到達{ $year-targets ->
    [yes] （年度目標に達していれば順調）
   *[no] だけ
}を示し、目標のない指標は推移だけを確認する。{ $earlier ->
    [yes] 対象年度の数値がない指標は、それより前の最も新しい年度の数値を用い、その年度までの経過割合及びその年度の目標によって算定する。
   *[no] {""}
}いずれも算定の結果であり、{ -panel }の評価ではない。
status-by-group-title = グループ別の進捗区分
