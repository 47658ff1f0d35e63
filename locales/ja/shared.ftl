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
unit-percentage-points = { $value }ポイント
unit-facilities = { $value }施設
unit-organizations = { $value }団体
unit-schools = { $value }校
unit-households = { $value }世帯
unit-vehicles = { $value }台
unit-times = { $value }回
unit-days = { $value }日
unit-hours = { $value }時間
unit-minutes = { $value }分
unit-score = { $value }点
unit-thousand-people = { $value }千人
unit-ten-thousand-people = { $value }万人
unit-million-people = { $value }百万人
unit-guest-nights = { $value }人泊
unit-thousand-guest-nights = { $value }千人泊
unit-ten-thousand-guest-nights = { $value }万人泊
unit-million-guest-nights = { $value }百万人泊
unit-thousand-yen = { $value }千円
unit-ten-thousand-yen = { $value }万円
unit-million-yen = { $value }百万円
unit-hundred-million-yen = { $value }億円
unit-billion-yen = { $value }十億円
unit-trillion-yen = { $value }兆円
unit-per-100000-people = { $value }人/10万人
unit-square-metres = { $value }㎡
unit-hectares = { $value }ha
unit-kilometres = { $value }km
unit-tonnes = { $value }トン
unit-tonnes-co2 = { $value }t-CO₂
unit-kilowatt-hours = { $value }kWh

# 本文の CHANGE と LIST: $size は増減の大きさ
change-up = { $size }増加
change-down = { $size }減少
change-none = 増減なし
list-none = なし

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
status-not-achieved = 未達成
status-not-yet = 目標年度前
status-not-reported = 数値なし
    .in-sentence = 進捗区分の算定なし
status-undefined = 算定不能
status-monitored = 目標なし

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
all-indicators = 全指標

## 表

# 表の指標名の後に置く単位。表の数値には単位を付けない
name-unit = （{ $unit }）
target = 目標値
year-target = 年度目標
actual = 最新の実績値
    .short = 最新値
panel-evaluation = 評価
status = 進捗区分
    .short = 区分
table-summary = 行は指標、列は目標値、最新の実績値、進捗区分など。指標区分ごとに見出し行がある。

## 進捗区分の算定

computed-title = 進捗区分（算定）
computed-notice = 進捗区分とその記号は、数値から機械的に算定したものであり、{ -panel }による評価ではない。
computed-method = 達成率は、最新の実績値を目標値で除した割合{ $downward ->
    [yes] （減少を目指す指標では、目標値を最新の実績値で除した割合）
   *[no] {""}
}である。{ $progress ->
    [yes] 進捗率は、基準値から最新の実績値までの変化を、基準値から目標値までの変化で除した割合である。
   *[no] {""}
}進捗区分は、目標に達していれば達成とし、達していなければ、基準値からの変化を、対象年度末までに期待される変化で除した値（ペース）によって判定する（{ $on-track }以上は順調、{ $acceleration-needed }以上は加速が必要、0以上は進展が限定的、0未満は後退）。期待される水準は、{ $year-targets ->
    [yes] 年度目標のある指標ではその値とし、それ以外では、
   *[no] {""}
}累計の指標では計画開始時{ $baselines ->
    [yes] の0（基準値のある指標では基準値）
   *[no] の0
}から{ $levels ->
    [yes] 、単年度・時点の指標では基準値から、
   *[no] {""}
}目標年度まで直線で進むとした値である（同じ区分を用いるOpen SDGは、複利の伸びに当てはめる）。期待される水準のない指標は、目標年度より前は目標年度前とし、目標年度以後は、どの指標も達成でなければ未達成とする。目標のない指標は推移だけを確認する。{ $earlier ->
    [yes] 対象年度の数値がない指標は、それより前の最も新しい年度の数値を用い、その年度の期待される水準又は目標によって算定する。
   *[no] {""}
}いずれも算定の結果であり、{ -panel }の評価ではない。
status-by-group-title = グループ別の進捗区分（算定）
gaps-title = 遅れの大きい指標
    .in-points = 遅れの大きい指標（期待水準との差、ポイント）

# 指標やグループの状況を一行で示す文言。$behindは、最も遅れている指標$furthestがあればyes
name-and-status = { $name }：{ $status }
name-and-unit = { $name }（{ $unit }）
takeaway = { $targets ->
    [0] 目標のある指標なし
   *[other] { $reported ->
        [0] 実績値はまだない
       *[other] { $achieved ->
            [0] 目標{ $targets }件のうち達成なし
           *[other] 目標{ $targets }件のうち{ $achieved }件を達成
        }
    }
}{ $behind ->
    [yes] 、最大の遅れは「{ $furthest }」
   *[no] {""}
}
