# 表の読み取りに使う語。同じ意味の語は | で区切る。先頭の語は、nenpoが表を書くときの見出しになる

## 列の見出し（.ja と .en は、言語ごとの列）

column-id = 指標ID | 指標番号
column-group = 事業 | グループ | 統合プロジェクト
column-kind = 区分 | 種別 | 指標の種別
column-parent = 内訳の元 | 親指標ID | 親指標
column-unit = 単位
column-accumulation = 集計方法 | 集計 | 累計の別
column-direction = 望ましい方向 | 方向
column-baseline = 基準値 | 現状値
column-baseline_year = 基準年度
column-target = 目標値 | 目標 | 年度目標
column-target_year = 目標年度
column-comparator = 以上・以下 | 目標の書き方
column-decimals = 小数桁数 | 小数点以下の桁数
column-note = 注 | 注記 | 備考番号
column-name = 指標名 | 名称
    .ja = 指標名（日本語） | 日本語名
    .en = 指標名（英語） | 英語名
column-label = 略称 | 短い名称
    .ja = 略称（日本語）
    .en = 略称（英語）
column-indicator = 指標ID | 指標番号
column-fiscal_year = 年度 | 対象年度
column-value = 実績値 | 実績 | 値
column-status = 状態 | 値の状態
column-break = 断層 | 断層の有無
column-evaluation = 評価 | 委員会の評価

## 決まった語だけを書く列

value-kind-output = アウトプット
value-kind-outcome = アウトカム
value-unit-count = 件
value-unit-percent = %
value-unit-rate = 増減率 | 比率
value-unit-people = 人 | 名
value-unit-places = か所 | 箇所 | カ所 | ヶ所 | ヵ所
value-unit-companies = 社
value-unit-yen = 円
value-unit-points = ポイント | pt
value-unit-years = 年
value-unit-none = なし
value-accumulation-cumulative = 累計 | 累積
value-accumulation-annual = 単年度 | 年間
value-accumulation-level = 時点 | 水準
value-direction-increase = 増加 | 増
value-direction-decrease = 減少 | 減
value-direction-maintain = 維持
value-comparator-at-least = 以上
value-comparator-at-most = 以下
value-status-final = 確定 | 確定値
value-status-provisional = 暫定 | 暫定値 | 速報値
value-status-estimated = 推計 | 推計値
value-status-missing = 報告なし | 未報告
value-status-suppressed = 秘匿
value-status-not-applicable = 該当なし
value-break-yes = 有 | あり | ○ | 〇 | ◯
value-break-no = 無 | なし

## 数値の代わりに書く記号、数値の前に書く語

symbol-missing = － | ‐ | ― | … | ‥ | ・・・ | 集計中 | 未集計 | 未公表 | 公表前 | 調査中 | 確認中
symbol-suppressed = x
symbol-not-applicable = ***
prefix-cumulative = 累計 | 累積

## 年度の前後に書く語（元号はUnicodeのデータによる）

fiscal-year-suffix = 年度

## ブックのシートの名前

sheet-indicators = 指標
sheet-actuals = 実績
