# 画面（nenpo serve）の文言。単数と複数の区別や選択は使用しない（画面では変数を置き換えるだけ）

# ブラウザーのタブの表題
desk-document-title = { $title } – nenpo
desk-document-title-errors = エラー{ $count }件 – { $title } – nenpo
desk-skip = 本文へ移動
desk-language = 表示言語
desk-all-reports = 報告の一覧
desk-dismiss = 閉じる
desk-close = 閉じる
desk-open = 開く
desk-copy = コピー
desk-copied = コピーしました
desk-not-copied = コピーできません。文字を選択して、Ctrl+Cでコピーしてください。

## 接続

desk-lost = nenpoが応答しません。終了した場合は、もう一度起動してください。応答すれば、この画面は自動で元に戻ります。
desk-refused = この画面は、終了したnenpoのものです。新しく開いた画面を使用してください。
desk-found = nenpoが再び応答しました。
desk-no-answer = nenpoが応答しないため、実行できませんでした。

## 最初の画面

desk-start-title = 年次報告の作成
desk-tagline = 指標のデータの表から、計画の年次報告（フォローアップ）を日本語と英語で作成します。表を修正すると、紙面に直ちに反映されます。データは、このパソコンから外に送信されません。
desk-recent = 最近の報告
desk-no-recent = まだありません。新しく作成するか、報告のフォルダーを開いてください。
desk-open-folder = フォルダーを開く
desk-folder = 報告のフォルダーのパス
desk-folder-hint = エクスプローラーでフォルダーを右クリックし、「パスのコピー」を選択してから、ここに貼り付けます。
desk-folder-missing = フォルダーのパスを入力してください。
desk-new = 新しい報告
desk-new-from = 作成の方法
desk-new-file = 既にある表から
desk-new-file-hint = 指標や実績値の載ったExcelまたはCSVファイルを読み取ります
desk-new-sample = 見本から
desk-new-sample-hint = 記入例を書き換えて使用します
desk-new-empty = 空の報告
desk-new-empty-hint = 表に初めから記入します
desk-file = 表のファイルを選択
desk-drop = 表のファイルをここにドロップするか、次のボタンで選択してください（.xlsx、.xlsm、.xls、.ods、.csv、.tsv）。
desk-file-chosen = 選択したファイル: { $name }（{ $size }）
desk-file-missing = 表のファイルを選択してください。
desk-file-kind = 「{ $name }」は使用できません。ExcelまたはCSVファイル（.xlsx、.xlsm、.xls、.ods、.csv、.tsv）を選択してください。
desk-new-name = 報告のフォルダーの名前
desk-new-name-missing = フォルダーの名前を入力してください。
desk-new-place = 作成する場所: { $folder }
desk-create = 報告を作成
desk-do-new = 新しい報告の作成
desk-do-add = 語の追加

## 報告の表示

desk-template = 様式
desk-template-followup = フォローアップ
desk-template-report = 報告書
desk-template-minimal = 簡易
desk-columns = 表示する言語
desk-side-by-side = 並べて表示
desk-zoom = 拡大と縮小
desk-zoom-in = 拡大
desk-zoom-out = 縮小
desk-zoom-fit = 幅に合わせる
desk-pages = 紙面
desk-page = { $language } { $page }/{ $count }ページ
desk-page-named = { $template } { $language } { $page }
desk-page-short = { $language } { $page }
desk-page-changed = 変更あり
desk-page-outdated = 修正前の紙面
desk-page-hint = 紙面の数値や文を選択すると、その入力元のセルや文言が表示されます。
desk-block-hint = 矢印キーで紙面の数値や文の間を移動し、Enterキーで入力元を表示します。
desk-block-picture = 図
desk-building = 作成中です…
desk-built = 最新の紙面です（所要時間{ $seconds }秒）
desk-built-from = { $files }の変更を反映しました（所要時間{ $seconds }秒）
desk-not-built = エラーがあるため、紙面を更新していません
desk-changed = 変更のあったページ（{ $count }）
desk-pages-announced = 紙面を更新しました。変更のあったページ: { $count }
desk-outdated = エラーがあるため、この紙面には最新のデータが反映されていません。エラーを修正すると、自動で更新されます。
desk-show-problems = エラーを表示
desk-no-pages-building = 紙面を作成しています…
desk-no-pages-errors = エラーがあるため、まだ紙面がありません。エラーを修正すると、ここに表示されます。
desk-no-pages = 作成する版が選択されていません。「設定」で様式と言語を選択してください。

## 入力元

desk-origins = 入力元
desk-origins-loading = 入力元を調べています…
desk-origins-none = 入力元は分かりません。様式が書いたものか、複数のデータから算定したものです。
desk-origins-gone = この箇所は、紙面からなくなりました。
desk-kind-actual = 実績値
desk-kind-target = 目標値
desk-kind-baseline = 基準値
desk-kind-evaluation = 評価
desk-kind-computed = 算定に使用した値
desk-kind-name = 名称
desk-kind-unit = 単位
desk-kind-message = 文言
desk-kind-setting = 設定
desk-kind-note = 注
desk-kind-figure = 図
desk-kind-built-in = nenpoの文言
desk-open-file = ファイルを開く
desk-copy-place = 場所をコピー
desk-copy-lines = この行をコピー
desk-lines-into = { $file }に追加する行:
desk-lines = 追加する行:

## エラーと警告

desk-problems = エラーと警告
desk-problems-heading = エラーと警告（{ $count }件）
desk-problem-counts = エラー{ $errors }件、警告{ $warnings }件
desk-no-problems = エラーも警告もありません。
desk-problems-announced = エラーと警告: 解消{ $fixed }件、新規{ $new }件、残り{ $count }件
desk-severity-error = エラー
desk-severity-warning = 警告
desk-severity-note = 情報
desk-help = 対処方法: { $text }
desk-nearest = 候補: { $text }
desk-allowed = 使用できるもの: { $text }
desk-also = ほかの箇所（{ $count }）
desk-apply = この行をファイルに追加
desk-applied = { $file }に追加しました。

## 場所と、応じられない要求

desk-place-line = { $file } { $line }行目
desk-place-cell = { $file } シート「{ $sheet }」の{ $cell }
desk-place-sheet = { $file } シート「{ $sheet }」
desk-error-refused = この要求には応じられません。nenpo serveが開いた画面から操作してください。
desk-error-request = 要求の内容が正しくありません。画面を再読み込みしてください。
desk-error-unknown = 見つかりません。画面を再読み込みしてください。
desk-error-failed = 実行できませんでした: { $reason }
desk-error-no-report = 「{ $folder }」にreport.tomlがありません。報告のフォルダーのパスを、ドライブ名などから全て入力してください。
desk-error-folder = フォルダーのパスを、ドライブ名などから全て入力してください。
desk-error-no-table = 表のファイル（.xlsx、.xlsm、.xls、.ods、.csv、.tsv）を選択してください。
desk-error-too-large = ファイルが大き過ぎます（64 MiBまで）。
desk-error-nothing-built = 検証するPDFがまだありません。先に「報告の出力」を実行してください。
desk-error-no-packet = 会議資料のフォルダーのパスを入力してください。
desk-error-no-text = 追加する文を、少なくとも一つ入力してください。
desk-error-not-read = 追加先のファイルを読み取れないため、追加できません。ファイルを開いて確認してください。
desk-error-nothing-chosen = 少なくとも一つの形式と言語を選択してください。
desk-error-settings-file = report.tomlを読み取れないため、設定を保存できません。先に、表示されているエラーを修正してください。
desk-error-date = 日付は、2024-03-31のように書きます。
desk-error-material = 資料番号は、1-2や参考資料1のように書きます。
desk-error-editions = 少なくとも一つの様式と、その言語を選択してください。

## 出力と確認

desk-commands = 出力と確認
desk-do-what = 実行すること
desk-do-build = 報告の出力
desk-do-build-hint = PDFやウェブページのファイルを作成します
desk-do-check = 誤りの確認
desk-do-check-hint = データと文言の誤りを全て調べます
desk-do-verify = PDFの検証
desk-do-verify-hint = 出力済みのPDFの値が、その中のデータと一致し、言語の間でも一致することを確認します。変更後のデータと比べる場合は、先に出力し直してください。
desk-do-export = オープンデータの出力
desk-do-export-hint = 公開用のCSV、JSON、Excelファイルを作成します
desk-do-packet = 会議資料の作成
desk-do-packet-hint = 議事次第を付けて、ほかの資料とともに一つのPDFにまとめます
desk-formats = 形式
desk-format-pdf = PDF
desk-format-html = ウェブページ（HTML）
desk-format-png = 画像（PNG）
desk-format-svg = 画像（SVG）
desk-languages = 言語
desk-material = 資料番号
desk-material-hint = 例: 1-2、参考資料1。空欄の場合は表示しません。
desk-command-material-hint = 例: 1-2、参考資料1。空欄の場合は、「設定」の番号を表示します。
desk-packet-folder = 会議資料のフォルダーのパス
desk-line = ターミナルでは、次のように入力します。
desk-run-build = 出力する
desk-run-check = 確認する
desk-run-verify = 検証する
desk-run-export = 出力する
desk-run-packet = 作成する
desk-jobs = 実行の結果
desk-no-jobs = まだ実行していません。
desk-running = 実行中
desk-status-running = 実行中
desk-status-done = 完了
desk-status-failed = 失敗
desk-status-cancelled = 中止
desk-job-announced = { $name }: { $status }
desk-seconds = { $seconds }秒
desk-cancel = 中止する
desk-download = 保存
desk-open-out = 出力先フォルダーを開く

## 設定

desk-settings = 設定
desk-settings-hint = 報告のフォルダーのreport.tomlに保存します。ほかの設定とコメントはそのまま残ります。
desk-as-of = 基準日
desk-as-of-hint = この日現在の値として報告します。
desk-published = 公表日
desk-editions = 作成する版
desk-edition = { $template }（{ $language }）
desk-save = 設定を保存
desk-saved = 設定を保存しました。
desk-nothing-to-save = 変更した設定はありません。
