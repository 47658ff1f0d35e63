# 会議資料の文言。会議資料ごとのlocales/で置き換えることができる

## 会議と表題。会議の名称、議題、場所はpacket.tomlに記載する

packet-meeting = 第{ $number }回 { $name }
packet-name = { $meeting } 会議資料
packet-agenda = 議事次第
packet-agenda-name = { $meeting } 議事次第
packet-cover = { $label } 表紙
packet-numbered-title = { $number } { $title }

## 日時、場所、議事。$weekdayは金曜日、$weekday-shortは金

packet-time = 日時
packet-day = { $day }（{ $weekday-short }）
packet-day-hours = { $day }{ $hours }
packet-hours = { $start }～{ $end }
packet-hours-open = { $start }～
packet-place = 場所
packet-items = 議事

## 資料の一覧

packet-materials = 資料一覧
packet-materials-summary = 資料ごとに、番号、題名、開始ページ及びページ数を示す。
packet-series-main = 配布資料
packet-series-reference = 参考資料
packet-series-none = その他の資料
packet-material-number = 番号
packet-material-title = 資料名
packet-first-page = 開始ページ
packet-page-count = ページ数
packet-total = 合計
packet-members-only = （委員限り）
packet-members-included = この会議資料には、委員限りの資料が含まれる。
packet-members-note = 委員限りの資料は、この会議資料に含まれない。

## 各ページの印

packet-draft = 案

## ウェブページ

packet-whole = 資料一式（PDF）
packet-agenda-file = 議事次第（PDF）
packet-web-summary = 資料ごとに、題名、PDFの容量及びページ数を示す。
packet-file-size = PDFの容量
packet-kilobytes = { $size }KB
packet-megabytes = { $size }MB
