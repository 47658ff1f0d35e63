# ウェブページの語。事例のlocales/で置き換えられる

skip-to-content = 本文へ移動
back-to-content = 本文の先頭へ戻る
