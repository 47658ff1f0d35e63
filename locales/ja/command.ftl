# nenpoがコマンドについて伝える言葉。help-<コマンド>は何をするか、help-<コマンド>-<引数>かhelp-<引数>は引数の説明、.valueは値の呼び名

usage-heading = 使い方:
usage-options = オプション
usage-command = コマンド
commands-heading = コマンド:
arguments-heading = 引数:
options-heading = オプション:
help-with-default = { $help }（既定値: { $value }）
help-with-values = { $help }（選べる値: { $value }）

## コマンド

help = 指標の数値を入れたフォルダから、計画のフォローアップ報告を作ります。
help-build = 報告をPDF、ウェブページ、画像のいずれかで書き出し、その場所を表示します
help-check = 報告の間違いをすべて示します（何も書き出しません）
help-verify = PDFに印刷された値が添付のデータから得られるとおりか、PDFどうしの内容が同じかを確かめます
help-export = データをオープンデータ（CSV・JSON・Excel）として書き出し、記述ファイルの場所を表示します
help-new = 新しい報告のひな型を書き出します
help-schema = report.toml、report.json、公開データ、メッセージの形を定めるJSON Schemaを表示します
help-completions = シェルの補完スクリプトを表示します
help-help = この説明、またはコマンドの説明を表示します

## 引数

help-folder = report.tomlのある、報告のフォルダ
    .value = フォルダ
help-lang = この言語だけを作ります（例: ja、ja,en）
    .value = 言語
help-template = この様式だけを作ります
    .value = 名前
help-material = 全ページに入れる資料番号（例: 1-2。資料1-2も可。参考資料は reference:1 か 参考資料1）
    .value = 番号
help-build-out = 書き出すフォルダ。省くと報告のフォルダの中のout
    .value = フォルダ
help-build-format = 書き出す形式。文書ごとのPDFかウェブページ（html）、またはページごとのPNGかSVGの画像。pdf,htmlのように並べられます
    .value = 形式
help-build-pages = このページの画像だけを作ります（例: 1-3,5）。3-は3ページから、-2は2ページまで
    .value = ページ
help-build-ppi = PNG画像の解像度（紙の1インチあたりの画素数）。省くと144
    .value = 数
help-build-emit-sources = 標準の「typst compile」に要るものもすべて書き出すフォルダ
    .value = フォルダ
help-verify-files = nenpoが作ったPDF。二つ以上のときは、それぞれを最初のものとも比べます
    .value = ファイル
help-export-out = パッケージのフォルダを作る場所。省くと報告のフォルダの中のout
    .value = フォルダ
help-export-bom = CSVファイルの先頭に、ExcelがUTF-8と分かる印（BOM）を付けます
help-new-folder = 報告のフォルダ。まだないか、空であること
    .value = フォルダ
help-new-workbook = CSVの代わりに、各省が記入できるExcelのブックを書き出します
help-schema-subject = 何を定めるスキーマか
    .value = 対象
help-shell = シェル
    .value = シェル
help-ui-lang = 表示の言語（jaかen）。省くとLC_ALL、LC_MESSAGES、LANGの言語
    .value = 言語
help-message-format = メッセージの形式。jsonはプログラム用で、1行に1つのJSONオブジェクト
    .value = 形式
help-verbose = ファイルをどう読んだかも表示します
help-version = 版を表示します
help-subcommand = コマンド
    .value = コマンド

## コマンドの書き方の間違い

usage-value-missing = { $argument }には値が要ります
usage-invalid-value = 「{ $value }」は{ $argument }の値にできません
usage-unknown-argument = ここに「{ $argument }」というオプションや引数はありません
usage-unknown-command = 「{ $command }」というコマンドはありません
usage-no-equals = { $argument }の値は=に続けて書いてください
usage-too-many-values = { $argument }の値が多すぎます: 「{ $value }」
usage-number-of-values = { $argument }には値が{ $expected }個要りますが、{ $actual }個しかありません
usage-conflict = { $argument }は{ $other }と一緒に使えません
usage-repeated = { $argument }は一度しか使えません
usage-argument-missing = 次のものがありません: { $argument }
usage-command-missing = コマンドがありません
usage-not-unicode = Unicodeとして読めない引数があります
usage-other = コマンドの書き方を読み取れません
usage-line = 使い方: { $usage }
usage-help = 詳しくは --help で表示されます
advice-spoken-language = メッセージの言語は次のどれかです: { $languages }
advice-language = jaやenのような言語タグを書いてください
advice-pages = 1-3,5、3-、-2のようにページを書いてください。最初のページは1です
advice-ppi = { $least }から{ $most }までの整数で書いてください
advice-material = 1-2やreference:1のように番号だけを書いてください。番号の前の言葉はnenpoが付けます
advice-material-series = 資料と参考資料のどちらかにし、1-2やreference:1のように番号だけを書いてください
advice-material-number = 番号は1字から{ $most }字までで書いてください
