# ウェブページの文言。報告ごとのlocales/で置き換えることができる

skip-to-content = 本文へ移動
back-to-content = 本文の先頭へ戻る

# この言語の名称。ほかの言語のページからのリンクに使用する
language-name = 日本語

# 冒頭のリンク。同じ報告のPDF（データを添付したものは2つ目）、保存できるデータの表
link-pdf = この報告のPDF
link-pdf-with-data = この報告のPDF（データを添付）
link-tables = この報告のデータ（CSV）

