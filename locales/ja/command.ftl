# コマンドに関する文言。help-<コマンド>はコマンドの説明、help-<コマンド>-<引数>又はhelp-<引数>は引数の説明、.valueは値の名称

usage-heading = 使い方:
usage-options = オプション
usage-command = コマンド
commands-heading = コマンド:
arguments-heading = 引数:
options-heading = オプション:
help-with-default = { $help }（既定値: { $value }）
help-with-values = { $help }（指定できる値: { $value }）

## コマンド

help = 指標データのフォルダーから、計画のフォローアップ報告書を作成します。
help-build = 報告書をPDF、ウェブページまたは画像として出力し、そのパスを表示します
help-watch = 報告書を作成し、ファイルが変わるたびに作成し直します（Ctrl+Cで終了）
help-serve = 報告書を見ながら編集できる作業画面をブラウザーで開きます
help-check = 報告または会議資料の誤りをすべて表示します（ファイルは出力しません）
help-packet = 会議資料をまとめます（議事次第を付けた一つのPDF、資料ごとのPDF、ウェブページ）
help-verify = PDFの表の値が添付データと一致するか、複数のPDFの内容が一致するかを検証します
help-export = 報告のデータをオープンデータ（CSV・JSON・Excel）として出力し、記述ファイルのパスを表示します
help-new = 新しい報告のひな形を作成します
help-add = 単位、グループ、指標区分または注を報告に加えます（各言語の文言も書き加えます）
help-schema = report.toml、packet.toml、report.json、オープンデータ、メッセージのJSON Schema、またはreport.jsonの例を出力します
help-completions = シェルの補完スクリプトを出力します
help-help = このヘルプまたは各コマンドのヘルプを表示します

## 引数

help-folder = report.tomlのある、報告のフォルダー
    .value = フォルダー
help-lang = 指定した言語だけを作成します（例: ja、ja,en）
    .value = 言語
help-template = 指定した様式だけを作成します
    .value = 名前
help-material = 全ページに表示する資料番号（例: 1-2または資料1-2。参考資料はreference:1または参考資料1）
    .value = 番号
help-build-out = 出力先フォルダー（省略時は報告のフォルダー内のout）
    .value = フォルダー
help-build-format = 出力形式。文書ごとにPDFまたはウェブページ（html）、ページごとにPNGまたはSVG画像。複数指定可（例: pdf,html）
    .value = 形式
help-build-pages = 画像にするページ（例: 1-3,5）。3-は3ページ以降、-2は2ページまで
    .value = ページ
help-build-ppi = PNG画像の解像度（1インチ当たりの画素数。省略時は144）
    .value = 数
help-build-emit-sources = 標準の「typst compile」で使用するファイル一式の出力先フォルダー（指定時だけ出力）
    .value = フォルダー
help-build-open = 出力したファイルを開きます（四つ以上の場合は出力先フォルダー）
help-watch-out = 出力先フォルダー（省略時は報告のフォルダー内のout）
    .value = フォルダー
help-watch-format = 出力形式。文書ごとにPDFまたはウェブページ（html）、ページごとにPNGまたはSVG画像。複数指定可（例: pdf,html）
    .value = 形式
help-watch-open = エラーなく最初に作成したときに、ファイルを開きます（四つ以上の場合は出力先フォルダー）
help-serve-folder = 開く報告のフォルダー（省略時は、報告を選ぶ画面を開きます）
help-serve-no-open = ブラウザーを開かず、アドレスだけを表示します
help-serve-keep = 最後の画面を閉じても終了しません
help-verify-files = nenpoで作成したPDF。二つ以上の場合は、それぞれを最初のPDFとも比較します
    .value = ファイル
help-check-folder = report.tomlまたはpacket.tomlのある、報告または会議資料のフォルダー
    .value = フォルダー
help-check-require = 会議資料の全体が満たすべき規格（コンマで区切って複数指定可。会議資料だけ）
    .value = 規格
help-check-allow-signed = 電子署名のあるPDFも使用します（会議資料だけ）
help-packet-folder = packet.tomlのある、会議資料のフォルダー
    .value = フォルダー
help-packet-out = 出力先フォルダー（省略時は会議資料のフォルダー内のout）
    .value = フォルダー
help-packet-require = 全体が満たすべき規格（コンマで区切って複数指定可）。省略時は、すべての資料が満たす規格だけを表明します
    .value = 規格
help-packet-allow-signed = 電子署名のあるPDFも使用します（まとめたPDFでは署名が失われます）
help-export-out = データパッケージの出力先フォルダー（省略時は報告のフォルダー内のout）
    .value = フォルダー
help-export-bom = CSVファイルの先頭にBOMを付けます（ExcelでUTF-8として開けるようにするため）
help-new-folder = 作成するフォルダー（存在しないか、空のもの）
    .value = フォルダー
help-new-empty = 記入例を含めません（見出しだけの表と、どの報告にも必要な文言だけを作成します）
help-new-from = 既にある表（Excel、CSV、Open SDGのフォルダー）から報告を作成します
    .value = 表
help-new-next = 前回の報告から、次の年度の報告を作成します
    .value = フォルダー
help-new-project = 多くの事業を収めた表で、使用する事業（予算事業IDなど）
    .value = ID
help-new-packet = 報告ではなく、会議資料のひな形を、報告の例とともに作成します
help-new-workbook = CSVの代わりに、各府省・各部局に配布できる記入用のExcelブックを作成します
help-add-sort = 加えるもの（unit: 単位、group: グループ、kind: 指標区分、note: 注）
    .value = 種類
help-add-text = その文言（例: 施設）
    .value = 文言
help-add-id = 表と文言で使用する名前（英字で始まる英数字と - と _。省略時は自動）
    .value = 名前
help-add-texts = 他の言語での文言（例: en=facilities。複数指定可）
    .value = 言語=文言
help-schema-subject = 出力するもの。data-exampleは様式のデザインに使うreport.json
    .value = 対象
help-shell = 対象のシェル
    .value = シェル
help-ui-lang = 表示言語（jaまたはen。省略時は環境変数LC_ALL、LC_MESSAGES、LANGの順に従う）
    .value = 言語
help-message-format = メッセージの形式。jsonはプログラム用（1行に一つのJSONオブジェクト）
    .value = 形式
help-all = 1画面に収まらない誤りも、すべて表示します
help-verbose = ファイルの読み込み方法（文字コードなど）も表示します
help-version = バージョンを表示します
help-subcommand = ヘルプを表示するコマンド
    .value = コマンド

## コマンドラインの誤り

usage-value-missing = { $argument }には値の指定が必要です
usage-invalid-value = 「{ $value }」は{ $argument }の値として正しくありません
usage-unknown-argument = 「{ $argument }」は指定できないオプションまたは引数です
usage-unknown-command = 「{ $command }」は存在しないコマンドです
usage-no-equals = { $argument }の値は「=」に続けて指定してください
usage-too-many-values = { $argument }の値が多すぎます: 「{ $value }」
usage-number-of-values = { $argument }には{ $expected }個の値が必要ですが、指定されたのは{ $actual }個です
usage-conflict = { $argument }と{ $other }は同時に指定できません
usage-repeated = { $argument }を2回以上指定することはできません
usage-argument-missing = 次の引数を指定してください: { $argument }
usage-command-missing = コマンドを指定してください
usage-not-unicode = Unicodeとして読み取れない引数があります
usage-other = コマンドラインを解釈できません
usage-line = 使い方: { $usage }
usage-help = 詳細は --help を指定すると表示されます
advice-spoken-language = 指定できる言語: { $languages }
advice-language = 言語タグ（例: ja、en）を指定してください
advice-identifier = 英字で始め、英数字と - と _ だけを使用してください
advice-text = 言語と文言を「=」でつないでください（例: en=facilities）
advice-standard = 規格の名前（例: ua-1、a-2a）を指定してください
advice-pages = ページを指定してください（例: 1-3,5、3-、-2）。先頭のページは1です
advice-ppi = { $least }から{ $most }までの整数を指定してください
advice-material = 番号だけを指定してください（例: 1-2、reference:1）。番号の前の文言はnenpoが付けます
advice-material-series = 資料と参考資料のどちらか一方の番号を指定してください（例: 1-2、reference:1）
advice-material-number = 番号は1字以上{ $most }字以内で指定してください
