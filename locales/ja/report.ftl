# 様式reportの文言。報告ごとのlocales/で置き換えることができる

contents-title = 目次
figures-title = 図表一覧
at-a-glance-title = 結果のポイント
at-a-glance-lead = { COUNT("with-target") ->
    [0] 目標のある指標はない。
   *[other] { COUNT("reported") ->
        [0] 目標のある{ COUNT("with-target") }指標の実績値は、まだない。
       *[other] { COUNT("achieved") ->
            [0] 目標のある{ COUNT("with-target") }指標は、いずれも目標に達していない。
           *[other] 目標のある{ COUNT("with-target") }指標のうち、{ COUNT("achieved") }指標が目標に達した。
        }
    }
}
gaps-lead = 期待水準を最も大きく下回る指標を、8件まで、率の低い順に示す。
other-highlights-title = その他の成果
annex-title = 資料編

## 図表

figure-label = 図
table-label = 表
continued = （続き）
progress-title = { $group }の目標に対する進捗
progress-takeaway = { $group }：{ takeaway }
featured-title = { $group }の主要指標の推移
multiples-title = { $group }の指標の推移
# $other-targetsは図に示す指標のうち目標のあるものの数、$other-wellはそのうち達成又は順調のものの数
multiples-takeaway = { $group }の指標の推移：{ $other-targets ->
    [0] 目標のある指標なし
   *[other] { $other-well ->
        [0] 目標のある{ $other-targets }指標に達成又は順調のものなし
       *[other] 目標のある{ $other-targets }指標のうち{ $other-well }指標が達成又は順調
    }
}
indicators-table-title = { $group }の指標
group-highlights-title = 主な成果

## 表の見出し

indicator = 指標
baseline = 基準値
trend = 推移
rate = 達成率
fiscal-year-head = 年度
group-table-summary = 行は指標。列は基準値、推移、目標値、最新の実績値、達成率、進捗区分などで、値のない列は省略している。
all-table-summary = 行は指標で、グループごとに見出し行がある。列は基準値、各年度の実績値、目標値、達成率、進捗区分など。
computation-summary = 行は指標。列は達成率の算定式、ペースの算定式、進捗区分。
open-values-summary = 行は未確定の数値等。列は指標、年度、数値、状態。

## 資料編

all-indicators-title = 全指標
all-indicators-table-title = 全指標の基準値、各年度の実績値及び目標値
earlier-years-left-out = これより前の年度の実績値は、紙幅の都合により省略した。
method-title = 算定方法
computation-title = 指標別の算定
computation-rate-head = 達成率の算定式
computation-pace-head = ペースの算定式
notes-title = 注と出典
as-of = 数値は{ DATE("as-of") }現在。
open-values-title = 未確定の数値等
open-values-table-title = 暫定値、推計値、数値のない年度及び系列の断層
open-values-none = 全ての数値が確定している。
open-values-earlier = { $state }、{ $value }を示す
open-values-value = 数値
open-values-state = 状態
