# nenpo new --from で表から作成した報告の、report.toml と locales の説明

## 表の読み取り方

import-title = 「{ $file }」から作成しました。
import-columns-left-out = 使用しなかった列: { $columns }
import-above = 表の上にあり、使用しなかった文: { $texts }
import-indicators-unknown = 指標の表になく、使用しなかった実績値の指標: { $names }
import-names-shared = 同じ名前の指標が二つ以上あります。別の指標か、重複していないか確認してください: { $names }
import-parts-left-out = 全体の値だけを使用し、内訳の行は使用していません: { $count }行
import-rows-without-name = 指標名がなく、使用しなかった行: { $count }行
import-remark = 使用しなかった注記: { $text }
import-more-remarks = そのほかに使用しなかった注記: { $count }件
import-totals = 使用しなかった合計の行: { $rows }
import-sheets-left-out = 使用しなかったシート: { $sheets }
import-files-left-out = 合計の行（区分が空欄の行）がなく、使用しなかったファイル: { $files }
import-groups-from-headings = グループは、表の途中の見出しの行から取りました。
import-groups-from-column = グループは、列「{ $column }」から取りました。
import-groups-continued = グループの空欄は、上の行と同じグループとしました。
import-values-without-year = 年度の分からない実績値は使用していません。データの表に年度とともに記入してください。
import-statuses-left-out = 値の状態（確定、暫定など）ではない語は、状態の列から使用していません。
import-unit-of-table = 単位の列のない指標の単位は、表の上または見出しの下に書かれた単位としました。
import-units-from-cells = 単位は、数値の後または指標名の括弧の中から取りました。
import-units-open = 単位は表にありません。データの表の「単位」に記入してください。
import-kinds-open = 指標の区分（アウトプット、アウトカムなど）は表になく、全て「指標」としました。
import-ids-made = 指標IDは、グループの番号と並び順から付けました。来年も同じIDを使用します。

## 設定

import-plan = 計画の期間は、表にある年度から決めました。確認してください
import-round = 対象年度は、実績値のある最後の年度としました。日付は表にないため、対象年度の末日としました。確認してください

## 文言

import-messages = 表題とグループの名前
import-without-name = 計画のフォローアップ
import-kind = 指標
import-words = この報告だけの指標区分と単位
import-unreviewed = 前回の報告の文です。書き換えるか、このままでよければこの行を削除してください
import-to-translate = 次の行を訳し、行頭の「# 」を削除してください
