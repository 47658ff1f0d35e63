# 公開するデータのファイル・表・列の説明（nenpo export、[pdf]のattach-data）

## ファイル

data-file-descriptor = データの説明（Frictionless Data Package）
data-file-document = すべてのデータと計算結果（一つの文書）
data-file-workbook = すべての表（ブック。表ごとに一つのシート）
data-file-settings = 報告の設定
data-file-words = 報告の文章
data-file-figure = 報告の図
data-file-template = 報告の様式
data-file-font = 報告の書体

## 表

data-table-indicators = 指標：測るもの、目標、単位
data-table-actuals = 実績：年度ごとの値
data-table-progress = 進捗：目標と最新の実績から計算したもの（評価ではありません）
data-table-note-uses = 指標や値に付く注
data-table-groups = 指標のまとまり
data-table-kinds = 指標の種別
data-table-units = 単位
data-table-value-statuses = 値の状態
data-table-progress-statuses = 進捗状態
data-table-evaluations = 評価の段階
data-table-notes = 注

## 値

data-status-final = 確定

## 列（表によって意味が違うときは data-column-<表>-<列>、ほかは data-column-<列>）

data-column-id = 識別子
data-column-group = まとまり
data-column-kind = 種別
data-column-parent = この指標を内訳とする指標
data-column-unit = 単位
data-column-accumulation = 集計方法（計画開始からの累計、単年度、時点）
data-column-direction = 望ましい方向
data-column-baseline = 基準値
data-column-baseline_year = 基準値の年度（始まる年の西暦）
data-column-target = 目標値
data-column-actuals-target = その年度の目標値
data-column-target_year = 目標の年度（始まる年の西暦）
data-column-comparator = 目標の書き方（以上、以下）
data-column-decimals = 小数点以下の桁数。空欄なら書かれたとおりに示す
data-column-note = 注
data-column-indicators-note = 注（二つ以上は空白で区切る）
data-column-actuals-note = 注（二つ以上は空白で区切る）
data-column-name = 名称
data-column-notes-name = 本文
data-column-units-name = 数値に添える語。ないときは空欄
data-column-label = 略称
data-column-indicator = 指標
data-column-fiscal_year = 年度（4月から翌年3月まで。始まる年の西暦）
data-column-progress-fiscal_year = 進捗を計算した値の年度。報告年度の値がないときは、以前の最も新しい値の年度
data-column-note-uses-fiscal_year = 注の付く値の年度。指標そのものに付くときは空欄
data-column-value = 値。ないときは空欄
data-column-actuals-status = 値の確かさ、または値がない理由
data-column-progress-status = 進捗状態（計算による）
data-column-break = 前の年度の値と比べられないかどうか
data-column-evaluation = 評価の段階
data-column-achievement_rate = 達成率：実績÷目標。少ないほどよい指標では目標÷実績（比）
data-column-progress_rate = 進捗率：（実績−基準値）÷（目標−基準値）（比）
data-column-expected_rate = この時点で見込まれる達成率（比）
data-column-pace = 進捗率÷計画期間の経過割合。進捗状態を決めるときに使うもの
