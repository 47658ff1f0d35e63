# 公開するデータのファイル・表・列の説明（nenpo export、[pdf]のattach-data）

## ファイル

data-file-settings = 報告書の設定
data-file-words = 報告書の文章（日本語）

## 表

data-table-indicators = 指標：測るもの、目標、単位
data-table-actuals = 実績：年度ごとの値
data-table-progress = 進捗：目標と実績から計算したもの（評価ではありません）
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
