# 様式reportの語。事例のlocales/で置き換えられる

contents-title = 目次
figures-title = 図表一覧
at-a-glance-title = 今年度のあらまし
at-a-glance-lead = 目標のある{ COUNT("with-target") }指標のうち、{ COUNT("achieved") }指標が目標に達した。
gaps-title = 目標から遠い指標
gaps-lead = 期待される水準を下回る指標を、基準値（ないときは0）から目標までの道のりで測り、その差が大きい順に並べた。
other-highlights-title = その他の成果
annex-title = 資料編

## 図表

figure-label = 図
table-label = 表
continued = （続き）
achievement-title = { $group }の指標別の達成率
featured-title = { $group }の主な指標の推移
multiples-title = { $group }の指標の推移
indicators-table-title = { $group }の指標
group-highlights-title = 主な成果

## 表の見出し

indicator = 指標
baseline = 基準値
trend = 推移
rate = 達成率
fiscal-year-head = 年度
group-table-summary = 行は指標。列は基準値、推移、目標、最新の数値、達成率、計算による進捗などで、値のない列は省く。
all-table-summary = 行は指標で、分野ごとに見出しの行がある。列は基準値、各年度の実績、目標、達成率、計算による進捗の順。
computation-summary = 行は指標。列は達成率の計算、ペースの計算、その結果。
open-values-summary = 行は確定していない値。列は指標、年度、値、その状態。

## 資料編

all-indicators-title = 全指標
all-indicators-table-title = 全指標の基準値、各年度の実績、目標
earlier-years-left-out = これより前の年度の実績は、表の幅に収まらないため省いた。
method-title = 計算の方法
computation-title = 指標ごとの計算
computation-rate-head = 達成率の計算
computation-pace-head = ペースの計算
notes-title = 注と出典
as-of = 数値は{ DATE("as-of") }現在。
open-values-title = 確定していない数値
open-values-table-title = 暫定値、推計値、数値のない年度など
open-values-none = すべての数値が確定している。
open-values-earlier = { $state }、{ $value }を示す
open-values-value = 数値
open-values-state = 状態
