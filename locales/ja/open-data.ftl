# オープンデータのファイル・表・列の説明（nenpo export、[pdf]のattach-data）

## ファイル

data-file-descriptor = データの説明（Frictionless Data Package）
data-file-document = すべてのデータと算定結果（JSON形式）
data-file-workbook = すべての表（Excelブック。1表1シート）
data-file-settings = 報告の設定
data-file-words = 報告の文言
data-file-figure = 報告の図
data-file-template = 報告の様式
data-file-font = 報告のフォント

## 表

data-table-indicators = 指標：名称、目標値、単位など
data-table-actuals = 実績：年度ごとの値
data-table-progress = 進捗：目標値と最新の実績値から算定した値（評価ではない）
data-table-note-uses = 指標と値と注との対応
data-table-groups = 指標のグループ
data-table-kinds = 指標区分
data-table-units = 単位
data-table-value-statuses = 値の状態
data-table-progress-statuses = 進捗区分
data-table-evaluations = 評価区分
data-table-notes = 注

## 値

data-status-final = 確定値

## 列（表によって意味が異なるときは data-column-<表>-<列>、それ以外は data-column-<列>）

data-column-id = 識別子
data-column-group = グループ
data-column-kind = 指標区分
data-column-parent = 親指標
data-column-unit = 単位
data-column-accumulation = 集計方法（計画開始からの累計、単年度、時点）
data-column-direction = 望ましい方向
data-column-baseline = 基準値
data-column-baseline_year = 基準年度（年度の開始年を西暦で表す）
data-column-target = 目標値
data-column-actuals-target = 年度目標
data-column-target_year = 目標年度（年度の開始年を西暦で表す）
data-column-comparator = 目標値の条件（以上・以下）
data-column-decimals = 表示する小数点以下の桁数（空欄は入力値のとおり）
data-column-note = 注
data-column-indicators-note = 注（二つ以上の場合は空白で区切る）
data-column-actuals-note = 注（二つ以上の場合は空白で区切る）
data-column-name = 名称
data-column-notes-name = 本文
data-column-units-name = 単位の表記（ない場合は空欄）
data-column-label = 略称
data-column-indicator = 指標
data-column-fiscal_year = 年度（4月から翌年3月まで。年度の開始年を西暦で表す）
data-column-progress-fiscal_year = 算定に用いた値の年度（対象年度の値がない場合は、それより前の最も新しい値の年度）
data-column-note-uses-fiscal_year = 注を付けた値の年度（指標全体に付けた注では空欄）
data-column-value = 値（ない場合は空欄）
data-column-actuals-status = 値の状態（確定・暫定・推計の別）または値がない理由
data-column-progress-status = 進捗区分（算定）
data-column-break = 系列の断層（前年度以前の値と比較できない場合）
data-column-evaluation = 評価
data-column-achievement_rate = 達成率：実績値÷目標値。減少を目指す指標では目標値÷実績値（比率）
data-column-progress_rate = 進捗率：（実績値－基準値）÷（目標値－基準値）（比率）
data-column-expected_rate = 期待水準：対象年度に期待される達成率（比率）
data-column-pace = ペース：基準値からの変化÷期待される変化（進捗区分の判定に用いる値）
