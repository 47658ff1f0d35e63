# 表の読み取りに使用する語。同じ意味の語は | で区切る。先頭の語は、nenpoが表を出力するときに使用する

## 列の見出し（.ja と .en は、言語ごとの列）

column-id = 指標ID | 指標番号 | 指標コード | ID
column-group = グループ | 分野 | 施策 | 事業 | プロジェクト | 統合プロジェクト | 事業名 | 施策名 | 分野名 | 施策分野 | 基本目標 | 基本施策 | 柱 | 施策の柱 | 大項目 | 取組分野 | 重点分野
column-kind = 指標区分 | 区分 | 種別 | 指標の種別 | 活動指標・成果指標 | 指標の種類 | 種別（アクティビティ・アウトプット・アウトカム）
column-parent = 親指標ID | 親指標 | 内訳の元
column-unit = 単位
column-accumulation = 集計方法 | 集計 | 累計の別
column-direction = 望ましい方向 | 方向 | 改善の方向 | 改善の上向き／下向き
column-baseline = 基準値 | 現状値 | 現況値 | 計画策定時 | ベースライン値 | 当初値 | 策定時の値 | ベースライン | 基準値（年度）| 現状値（年度）
column-baseline_year = 基準年度 | 基準値の年度
column-target = 目標値 | 目標 | 達成目標 | 年度目標 | 年度目標値 | 当初見込み | 最終目標 | 最終目標値 | 数値目標 | 目標値（年度）
column-target_year = 目標年度 | 最終目標年度 | 達成年度 | 目標値の年度
column-comparator = 以上・以下 | 目標の書き方 | 以上／以下
column-decimals = 小数桁数 | 小数点以下の桁数
column-note = 注 | 注記 | 備考番号
column-name = 指標名 | 名称 | 指標 | 評価指標 | 活動指標 | 成果指標 | 活動指標／成果指標 | KPI | 重要業績評価指標
    .ja = 指標名（日本語） | 日本語名
    .en = 指標名（英語） | 英語名
column-label = 略称 | 短い名称
    .ja = 略称（日本語）
    .en = 略称（英語）
column-indicator = 指標ID | 指標番号 | 指標コード | 指標 | 指標名 | 名称 | 評価指標 | KPI | 重要業績評価指標 | ID
column-fiscal_year = 年度 | 対象年度 | 実績年度 | 実績値の年度
column-value = 実績値 | 実績 | 値 | 活動実績 | 成果実績 | 最新の数値 | 最新の実績値 | 最新値 | 当年度実績
column-status = 状態 | 値の状態 | 確定・暫定の別
column-break = 断層 | 断層の有無
column-evaluation = 評価 | 委員会の評価
# どの列としても使用しない列
column-ignored = 備考 | 担当課 | 担当部署 | 担当部局 | 担当 | 所管課 | 所管部局 | 所管 | No. | No | 通し番号 | 出典 | データ出典 | 算出方法 | 算定方法 | 指標の説明 | 指標の定義 | 達成率 | 達成度 | 進捗率
# 多くの事業を収めた表で、行がどの事業のものかを示す列（nenpo new --from の --project）
column-project = 予算事業ID | 事業ID

## 決まった語だけを書く列

value-kind-output = アウトプット | 活動指標 | アウトプット指標 | 活動指標（アウトプット）
value-kind-outcome = アウトカム | 成果指標 | アウトカム指標 | 成果指標（アウトカム） | 短期アウトカム | 中期アウトカム | 長期アウトカム
value-unit-count = 件
value-unit-percent = % | パーセント
value-unit-rate = 増減率 | 比率
value-unit-people = 人 | 名
value-unit-places = か所 | 箇所 | カ所 | ヶ所 | ヵ所
value-unit-companies = 社
value-unit-yen = 円
value-unit-points = ポイント | pt
value-unit-years = 年
value-unit-none = なし | 単位なし
value-unit-percentage-points = ％ポイント | %pt | パーセントポイント
value-unit-facilities = 施設
value-unit-organizations = 団体
value-unit-schools = 校
value-unit-households = 世帯
value-unit-vehicles = 台
value-unit-times = 回
value-unit-days = 日
value-unit-hours = 時間
value-unit-minutes = 分
value-unit-score = 点
value-unit-thousand-people = 千人
value-unit-ten-thousand-people = 万人
value-unit-million-people = 百万人
value-unit-guest-nights = 人泊
value-unit-thousand-guest-nights = 千人泊
value-unit-ten-thousand-guest-nights = 万人泊
value-unit-million-guest-nights = 百万人泊
value-unit-thousand-yen = 千円
value-unit-ten-thousand-yen = 万円
value-unit-million-yen = 百万円
value-unit-hundred-million-yen = 億円
value-unit-billion-yen = 十億円
value-unit-trillion-yen = 兆円
value-unit-per-100000-people = 人/10万人 | 人／10万人 | 10万人当たり人数
value-unit-square-metres = ㎡ | 平方メートル
value-unit-hectares = ha | ヘクタール
value-unit-kilometres = km | キロメートル
value-unit-tonnes = トン | t
value-unit-tonnes-co2 = t-CO2 | トンCO2
value-unit-kilowatt-hours = kWh | キロワット時
value-accumulation-cumulative = 累計 | 累積 | 累計値
value-accumulation-annual = 単年度 | 年間 | 各年度
value-accumulation-level = 時点 | 時点値 | 年度末時点 | 水準 | 年度末
value-direction-increase = 増加 | 増 | 上向き | 上昇 | 向上
value-direction-decrease = 減少 | 減 | 下向き | 低下
value-direction-maintain = 維持 | 現状維持 | 横ばい
value-comparator-at-least = 以上
value-comparator-at-most = 以下
value-comparator-within = 以内
value-comparator-above = 超 | を超える | 超える
value-comparator-below = 未満 | を下回る
value-status-final = 確定 | 確定値 | 確報 | 確報値
value-status-provisional = 暫定 | 暫定値 | 速報 | 速報値
value-status-estimated = 推計 | 推計値 | 推定 | 推定値 | 概算 | 概算値
value-status-missing = 数値なし | 未報告 | 報告なし | 未集計 | 集計中 | 未公表 | 調査中 | 欠測
value-status-suppressed = 秘匿 | 非公表 | 非公開
value-status-not-applicable = 該当なし | 該当せず | 非該当 | 対象外
value-break-yes = 有 | あり | 有り | ○ | 〇 | ◯ | ● | ✓ | ✔ | はい
value-break-no = 無 | なし | 無し | × | いいえ

## 指標ではない行

row-total = 合計 | 小計 | 計 | 総計
# 内訳のある表で、全体を表す語
row-whole = 全体 | 総数 | 全国 | 男女計 | 全年齢
row-remark = ※ | 注 | (注 | *注 | 出典 | 資料 | 備考

## 数値の代わりに書く語と記号、数値の前に書く語

# どこでも同じ意味の語
symbol-missing = 集計中 | 未集計 | 集計前 | 集計予定 | 未公表 | 公表前 | 公表予定 | 調査中 | 未調査 | 確認中 | 精査中 | 算定中 | 未算定 | 未報告 | 報告なし | 数値なし | データなし | 未定 | 未設定 | 設定なし | 欠測 | 不明 | 不詳
symbol-suppressed = 秘匿 | 非公表 | 非公開
symbol-not-applicable = 該当なし | 該当せず | 非該当 | 対象外
# 府省や統計によって意味が異なる記号。どう読み取ったかを警告する
sign-missing = － | ‐ | ― | ー | ─ | … | ‥ | …… | ・ | ・・ | ・・・ | なし | 無し | 無 | * | ** | *** | ／ | ？
sign-suppressed = x | χ
prefix-cumulative = 累計 | 累積

## 年度の前後に書く語（元号はUnicodeのデータによる）

fiscal-year-suffix = 年度 | 年度末

## ブックのシートの名前

sheet-indicators = 指標
sheet-actuals = 実績
