# ページのどこが、データや文言のどこに書かれているか

origin-of-year = { $name }（{ $year }）
origin-of-sort = { $name }（{ $sort }）
origin-of-sort-and-year = { $name }（{ $year }の{ $sort }）

## 何の値か

origin-actual = 実績値
origin-target = 目標値
origin-year-target = 年度目標
origin-baseline = 基準値
origin-evaluation = 評価
origin-unit = 単位
origin-short-name = 短い名前

## 設定

origin-round = 対象年度
origin-as-of = 実績値の基準日
origin-published = 公表日
origin-material = 会議資料の番号
origin-figure = 図のファイル
origin-logo = ロゴのファイル
