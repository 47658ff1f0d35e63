# ウェブページの文言。報告ごとのlocales/で置き換えることができる

skip-to-content = 本文へ移動
back-to-content = 本文の先頭へ戻る
