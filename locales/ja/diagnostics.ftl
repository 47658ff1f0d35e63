# 利用者向けのメッセージ。$placeはファイル名。.helpは対処方法、.relatedは関連箇所の説明

errors = エラー{ $count }件
warnings = 警告{ $count }件
summary = { $errors }、{ $warnings }。{ summary-written }
severity-error = エラー
severity-warning = 警告
severity-note = 情報

summary-errors = { $errors }。{ summary-written }
summary-written = { $written ->
    [yes] 次のファイルだけを出力しました。
    [unasked] {""}
   *[no] ファイルは出力していません。
}
summary-warnings = { $warnings }。
more-faults = 残り{ $count }件
more-shown = { $faults }は表示していません。表示されたものから修正するか、--all を付けて実行してください
more-alike = { $file }: 「{ $code }」の{ $faults }の表示を省略しました。表示されたものから修正してください
no-errors = エラーはありません。
emitted = 標準のTypstコンパイラーでも、次のコマンドで同じページを作成できます: { $command }
watching = { $folder }の変更を監視しています。出力先は{ $out }です。終了するには、Ctrl+Cを押してください。
looking = { $part ->
    [silent] このドライブからは変更が通知されないため（ネットワークドライブなど）、
   *[refused] システムから変更が通知されないため（{ $reason }）、
}{ $seconds }秒ごとに変更を確認します。
rebuilt = { $part ->
    [start] {""}
   *[change] { $changed }:{" "}
}{ $result ->
    [written] { $files }を出力しました
    [same] 出力に変更はありません
   *[failed] 出力していません
}（{ $result ->
    [failed] { $errors }、
   *[written] {""}
}{ $has-pages ->
    [yes] { $pages }、
   *[no] {""}
}{ $has-warnings ->
    [yes] { $warnings }、
   *[no] {""}
}所要時間{ $seconds }秒）
rebuilt-document = { $document }: 変更のあったページ { $pages }（全{ $count }ページ）
written-files = ファイル{ $count }件
changed-pages = 変更{ $count }ページ
fixed = 解消
fixed-problem = { $message }{ $part ->
    [place] （{ $file }）
   *[message] {""}
}
serving = 作業画面を起動しました。終了するには、Ctrl+Cを押すか、すべての画面を閉じてください。アドレスは他の人に伝えないでください。
serving-already = 作業画面は既に起動しています。その画面を開きます。
not-opened = 「{ $path }」を開くことができませんでした（{ $reason }）。手動で開いてください
created-empty = { $folder }に、記入例のない報告を作成しました。指標と実績値を表に記入し、次のコマンドで確認してください: { $command }
created-from = { $folder }に報告を作成しました。読み取り方は{ $folder }のreport.tomlの先頭にあります。次のコマンドで、残りの作業を確認してください: { $command }
created-next = { $folder }に次の年度の報告を作成しました。次のコマンドで、記入と確認の必要な箇所を表示できます: { $command }
already-known = 「{ $text }」は既に使用できます（{ $id }）
added = 「{ $text }」を加えました。表では「{ $text }」または{ $id }と書きます{ $languages ->
    [none] 。
   *[other] 。locales/の次の言語のwords.ftlの最後の行を訳し、行頭の「# 」を削除してください: { $languages }
}
created = { $folder }に報告のひな形を作成しました。次のコマンドでPDFを作成できます: { $command }
created-packet = { $folder }に会議資料のひな形を、報告の例とともに作成しました。次のコマンドでPDFを作成できます: { $command }
verified = { $file }: { $tables }個の表の{ $cells }個の値は、すべて添付データと一致しました
agreeing = { $document }と{ $other }の表の内容は一致しました（{ $rows }行）{ $proven ->
    [yes] {""}
   *[no] 。ただし、データが添付されていないため、値そのものは検証していません
}
note-file = ファイル: { $place }
fact-text = { $file }: { $encoding }、{ $separator ->
    [tab] タブ区切り
    [other] { $sign }区切り
    [semicolon] セミコロン区切り
   *[comma] コンマ区切り
}
fact-workbook = { $file }: ブック
fact-leftover = { $file }は報告に使用するファイルではないため、読み込んでいません
fact-unit = { $file }: 単位の列のない行の単位は、表全体の単位としました: { $unit }
fact-above = { $file }: 見出しより上の文字は読み込んでいません: { $text }
fact-remark = { $file }: 次の注記は読み込んでいません: { $text }
fact-rows = { $file }: 次の行は読み込んでいません: { $texts }
fact-ignored = { $file }: 次の列は読み込んでいません: { $columns }
fact-sheets = { $file }: 次のシートは読み込んでいません: { $sheets }
note-related = { $related }: { $place }
column-named = { $word }（{ $key }）
note-also = ほかに{ $count }か所: { $places }
note-help = 対処: { $help }
help-renamed = 「{ $renamed }」に置き換えられました。修正してください
note-nearest = 「{ $nearest }」の誤りではありませんか
note-allowed = 指定できる値: { $allowed }

## ファイル

diagnostic-file-unreadable = { $reason ->
    [missing] ファイル「{ $file }」がありません
    [settings] { $part ->
        [no-folder] フォルダー「{ $folder }」がありません
        [file] 「{ $folder }」はファイルです（{ $file }のあるフォルダーではありません）
        [here] このフォルダーには{ $file }がありません
       *[folder] フォルダー「{ $folder }」に{ $file }がありません
    }
    [folder] 「{ $file }」はフォルダーです（ファイルではありません）
    [outside] 「{ $file }」は報告のフォルダーの外へのリンクです
    [dangling] 「{ $file }」のリンク先がありません
    [cycle] 「{ $file }」は自分を含むフォルダーへのリンクです
    [special] 「{ $file }」は通常のファイルではありません
    [not-a-folder] 「{ $file }」はファイルです（フォルダーではありません）
    [name] 「{ $file }」の名前をUnicodeとして読み取れません
    [too-many] 「{ $file }」のファイルとフォルダーが多すぎます
    [two-names] 「{ $file }」に当たる名前が二つあります（見た目は同じですが、Unicodeの正規化の形が異なります）
    [permission] 「{ $file }」の読み取り権限がありません
   *[other] 「{ $file }」を読み込めません
}
    .help = { $reason ->
    [outside] ファイルそのものを報告のフォルダーにコピーしてください
    [dangling] ファイルそのものを置くか、リンクを削除してください
    [cycle] リンクを削除してください
    [special] 通常のファイルを置いてください。パイプ、デバイス、ソケットは読み込めません
    [not-a-folder] 名前を変更するか、報告のフォルダーの外に移動してください
    [name] 名前を変更してください。文字コードの異なる環境で付けられた名前と思われます
    [too-many] 報告に使用しないファイルを、このフォルダーの外に移動してください
    [two-names] 一方を削除するか、名前を変更してください
    [permission] ファイルとフォルダーの権限を確認してください
    [other] ほかのソフトで開いている場合は閉じ、読み取り権限があるか確認してください
    [settings] { $kind ->
        [material] 会議資料のフォルダーから、report.tomlのあるフォルダーまでの相対パスを書いてください
        [packet] packet.tomlのあるフォルダーを指定してください: nenpo packet フォルダー
        [packet-meant] 会議資料（packet.toml）のフォルダーです。次のコマンドを使用してください: nenpo packet フォルダー
        [report-meant] 報告（report.toml）のフォルダーです。nenpo build フォルダー を使用するか、packet.tomlのあるフォルダーを指定してください
       *[report] report.tomlのあるフォルダーを指定してください: nenpo build フォルダー
    }
   *[missing] ファイル名とフォルダーを確認してください
}
diagnostic-unread-data = { $part ->
    [name] 「{ $file }」は読み込まれません。ファイル名が表の名前ではありません
   *[format] 「{ $file }」は読み込まれません。表として読み込める形式ではありません
}
    .help = { $part ->
        [name] 指標の表（指標と実績の両方を含むブックも）の名前はdata/indicators.{ $extension }、実績の表の名前はdata/actuals.{ $extension }です。実績のファイルが複数ある場合は、data/actuals/に置いてください。報告に使用しないファイルはdataフォルダーの外に移動してください
       *[format] Excelブック（.xlsx）または「CSV UTF-8」形式で、表の名前を付けて保存してください。報告に使用しないファイルはdataフォルダーの外に移動してください
    }
diagnostic-unread-file = { $part ->
    [figure] 「{ $file }」は使用されません。どの主な成果の図でもなく、ロゴでもありません
    [font] 「{ $file }」は読み込まれません。フォントとして読み込める形式ではありません
    [language] 「{ $file }」は読み込まれません。言語の名前ではありません
    [spelling] 「{ $file }」は読み込まれません。言語タグの表記が異なります
    [edition] 「{ $file }」は使用されません。この言語の版がありません
    [words] 「{ $file }」は読み込まれません。文言は、言語のフォルダーにある拡張子.ftlのファイルに記述します
    [template] 「{ $file }」は使用されません。この様式の版がありません
    [material] 「{ $file }」は使用されません。どの資料にも指定されていません
    [folder] フォルダー「{ $file }」は読み込まれません
   *[other] 「{ $file }」は読み込まれません
}
    .help = { $part ->
        [figure] report.tomlで主な成果の図に指定するか、figuresフォルダーの外に移動してください
        [font] TrueTypeまたはOpenType（.ttf、.otf）に変換するか、削除してください
        [language] フォルダーの名前をja、enなどの言語にするか、削除してください
        [spelling] フォルダーの名前を変更するか、削除してください
        [edition] report.tomlの版にこの言語を追加するか、フォルダーを削除してください
        [words] 言語のフォルダーに移動して拡張子を.ftlにするか、削除してください
        [template] report.tomlにこの様式の版を追加するか、名前を修正するか、削除してください
        [material] packet.tomlに資料として追加するか、このフォルダーの外に移動してください
        [data] dataフォルダーに置くのは表だけです。報告のフォルダーの外に移動してください
       *[other] 報告として読み込まれるのはreport.tomlとdata、locales、figures、templates、fontsの各フォルダーです。名前を修正するか、報告のフォルダーの外に移動してください
    }
diagnostic-file-encoding = { $kind ->
    [zero] テキストではないデータ（NUL文字）が含まれています
    [utf-16] UTF-16のファイルが途中で切れているか、壊れています
    [ambiguous] { $encoding }では「{ $reading }」、{ $other }では「{ $other-reading }」となり、文字コードを確定できません
   *[unknown] これ以降の文字コードを判別できません
}
    .help = { $kind ->
    [zero] 元のファイルから作成し直し、UTF-8で保存してください
   *[unknown] UTF-8で保存してください。Excelでは「CSV UTF-8（コンマ区切り）」を選択します。対応している文字コードはUTF-8、UTF-16、CP932（シフトJIS）です
}
diagnostic-file-too-large = { $part ->
    [report] 「{ $file }」を含めると、報告のファイルが全体で大きすぎます
   *[file] 「{ $file }」が大きすぎます
}
    .help = { $part ->
        [report] この種のファイルを読み込めるのは合計{ $most }MiBまでです。不要なものを削除してください
       *[file] 読み込めるのは{ $most }MiBまでです。不要なシート・画像・行を削除してください
    }
diagnostic-file-unwritable = { $reason ->
    [full] ディスクの空き容量がないか、割り当て容量を超えているため、「{ $file }」に書き込めません
    [read-only] ディスクが読み取り専用であるため、「{ $file }」に書き込めません
    [permission] 「{ $file }」への書き込み権限がありません
    [not-a-folder] フォルダーの場所にファイルがあるため、「{ $file }」に書き込めません
   *[other] 「{ $file }」に書き込めません
}
    .help = { $reason ->
        [full] 空き容量を増やすか、{ another-folder }
        [read-only] { another-folder }
        [permission] フォルダーの権限を確認し、ほかのソフトで開いている場合は閉じるか、{ another-folder }
        [not-a-folder] ファイルの名前を変更するか、{ another-folder }
       *[other] PDFの閲覧ソフトなどで開いている場合は閉じ、フォルダーへの書き込み権限を確認してください
    }
another-folder = { $option ->
    [none] 別のフォルダーを選択してください
   *[other] { $option }で別のフォルダーを指定してください
}
diagnostic-editions-differ = { $kind ->
    [document] { $document }と{ $other }は同じ文書の言語版ではありません（大半の行が異なります）
    [row] 行「{ $row }」が{ $document }（{ $page }ページ）だけにあり、{ $other }にはありません
   *[cell] 「{ $row }」の値が異なります。{ $document }（{ $page }ページ「{ $column }」）は「{ $printed }」、{ $other }（{ $other-page }ページ「{ $other-column }」）は「{ $other-printed }」です
}
    .help = { $kind ->
        [document] 様式と対象年度が同じで、言語の異なるPDFを比較してください
       *[cell] 各言語版は同じデータから作成されます。様式に言語による条件分岐がないか確認するか、すべての言語版を作成し直してください
    }
diagnostic-no-attached-data = { $file }には検証に使うデータが添付されていません
    .help = report.tomlの[pdf]にattach-data = trueを追加し、PDFを作成し直してください。添付データがなくても、言語版同士の比較はできます: nenpo verify A.pdf B.pdf
diagnostic-foreign-attachment = { $file }の添付ファイルは報告書のデータではありません: { $names }
    .help = nenpoでattach-data = trueとして作成したPDFを指定してください
diagnostic-attachment-mismatch = { $kind ->
    [file] 添付データから算出される表「{ $name }」が添付されていません
    [missing] 添付の{ $name }に、元データから算出される次の行がありません: { $given }
    [extra] 添付の{ $name }に、元データと一致しない行があります
   *[row] 添付の{ $name }に、元データと一致しない行があります。元データから算出される行: { $given }
}
    .help = このPDFは信頼できません。データまたは算定値が改変されています。元の報告から作成し直してください
diagnostic-value-mismatch = { $kind ->
    [head] { $page }ページ: 列または行の見出し「{ $printed }」が添付データにありません
    [order] { $page }ページ: 行「{ $row }」が重複しているか、添付データと順序が異なります
    [gap] { $page }ページ: 「{ $row }」の前後にあるべき指標{ $indicator }の行がありません
    [row] { $page }ページ: 行「{ $row }」が添付データにありません
    [table] { $page }ページ: 「{ $row }」で始まる表のどの行も添付データにありません
    [absent] 添付データにある指標{ $indicator }が、どの表にもありません
    [unknown] { $page }ページ: 「{ $row }」の「{ $column }」の「{ $printed }」は、添付データから導けない値です
   *[cell] { $page }ページ: 「{ $row }」の「{ $column }」が「{ $printed }」ですが、添付データでは{ $given ->
        [none] 空欄
       *[other] 「{ $given }」
    }になります
}
    .help = このPDFは信頼できません。作成後に本文または添付データが改変されています。元の報告から作成し直してください
diagnostic-folder-not-empty = { $part ->
    [package] フォルダー「{ $folder }」には、データパッケージ以外のファイルがあります
   *[report] フォルダー「{ $folder }」は空ではありません
}
    .help = 別の名前を指定するか、フォルダー内のファイルを移動してください
diagnostic-toml-syntax = { $kind ->
    [space] ここでは全角の空白（U+3000）を使用できません
    [width] ここでは「{ $character }」（{ $code }）を使用できません
    [backslash] ここでは「{ $character }」を使用できません（二重引用符の中の \ は特殊な文字の始まりです）
   *[other] TOMLの構文に誤りがあります{ $reason ->
        [quoted] （文字列は二重引用符で囲みます）
        [duplicate] （同じ項目または節が二つあります）
        [date] （存在しない日付か、日付の形の誤りです）
        [array] （角括弧が閉じられていないか、コンマの位置が正しくありません）
        [section] （節の見出しが正しくありません）
        [string] （引用符が閉じられていないか、正しくありません）
        [equals] （項目の後に「=」と値が必要です）
        [value] （値が正しくありません）
        [number] （数値が正しくありません）
       *[other] {""}
    }
}
    .help = { $kind ->
    [space] 日本語入力をオフにし、半角で入力してください: { $right }
    [width] 日本語入力をオフにし、半角で入力してください: { $right }
    [backslash] パスの区切りには / を使用してください: { $right }。\ という文字自体は \\ と書きます
   *[other] 文字列は二重引用符（"）で囲み、日付は2023-03-31の形で書き、節は[名前]で始めてください
}
diagnostic-csv-syntax = { $kind ->
    [open] 引用符が閉じられていません
   *[inside] 終わりの引用符の後に文字があります
}
    .help = 終わりの引用符の直後は区切り文字または改行にしてください。引用符自体を表すには二つ続けて書きます

## report.tomlの項目と値

diagnostic-newer-format = この{ $kind ->
    [packet] 会議資料
    [template] 様式
   *[report] 報告
}は、より新しいバージョンのnenpo用に作成されています（formatは{ $value }、このバージョンで読み込めるのは{ $known }まで）
    .help = nenpoを更新してください
diagnostic-unknown-key = 「{ $key }」は使用できない項目です
    .help = 項目名を修正するか、項目を削除してください
diagnostic-missing-key = { $part ->
    [either] 項目「{ $key }」と「{ $other }」のどちらもありません
   *[key] 項目「{ $key }」がありません
}
    .help = { $part ->
        [either] 報告の版（report）かPDFファイル（file）のどちらかを追加してください
        [language] この会議資料は、この言語でも作成されます。{ $language } = "…" を追加してください
       *[key] この節に追加してください
    }
diagnostic-conflicting-keys = 「{ $key }」と「{ $other }」は同時に指定できません
    .help = { $part ->
        [template] 項目を削除してください。様式があるのは報告の版だけです
        [language] 項目を削除してください。報告の版は、会議資料の言語で作成されます
        [languages] 項目を削除してください。言語はファイルごとに指定されています
        [number] 番号を削除するか、seriesをmainまたはreferenceにしてください
       *[source] どちらかを削除してください。資料は、報告の版かPDFファイルのどちらか一方です
    }
    .related = もう一方の項目
diagnostic-wrong-type = 「{ $key }」の値の型が正しくありません
    .help = { $wanted ->
    [string] 文字列を二重引用符で囲んで書いてください
    [strings] 文字列を角括弧で囲んで並べてください（例: ["ja", "en"]）
    [integer] 整数を引用符なしで書いてください
    [number] 数を引用符なしで書いてください（例: 0.95）
    [date] 日付を引用符なしで書いてください（例: 2023-03-31）
    [boolean] trueまたはfalseを引用符なしで書いてください
    [time] 時刻を二重引用符で囲んで書いてください（例: "14:00"）
    [texts] 言語ごとに書いてください: { $example }
    [text-or-texts] 文字列、または言語ごとの文字列を書いてください（例: { "{" } ja = "…", en = "…" { "}" }）
    [table] 節として書いてください: [{ $key }]
   *[tables] 繰り返しの節として書いてください: [[{ $key }]]
}
diagnostic-invalid-value = { $part ->
    [length] 「{ $key }」の値が長すぎます
    [language] 「{ $value }」という言語コードはありません
    [empty] 「{ $key }」の値が空です
    [many] 「{ $key }」の節が{ $most }個を超えています
    [comparator] 「{ $value }」と、以上・以下の列の「{ $other }」が一致しません
   *[value] 「{ $value }」は「{ $key }」の値として使用できません
}
    .help = { $part ->
    [language] ISO 639の言語コードを指定してください（例: ja、en、zh、ko）
    [length] { $most }字以内にし、引用符が抜けていないか確認してください
    [empty] 文字列を記入してください。省略できる項目であれば、削除しても構いません
    [many] { $most }個以内にしてください
    [path-absolute] 会議資料のフォルダーからの相対パスを書いてください（例: files/budget.pdf、../my-report）
    [template] 様式の名前（フォルダーの名前）だけを指定してください
    [path-backslash] 区切りには / を使用してください（二重引用符の中の \ は特殊な文字の始まりです）
    [path-name] どのシステムでも使用できるファイル名にしてください（例: files/budget.pdf）
    [path-pdf] PDFとして保存し、そのファイルを指定してください
    [comparator] どちらかを修正するか、目標値を数値だけにしてください
    [material-word] 番号だけを指定してください（例: 1-2）。番号の前の文言は、localesのmaterial-mainとmaterial-referenceです
    [material-series] 番号だけを指定してください。資料か参考資料かは、seriesで指定します
    [material-length] 番号は1字以上{ $most }字以内で指定してください
   *[value] 値を修正するか、項目を省略してください
}
    .related = 以上・以下の列
diagnostic-unknown-word = 「{ $value }」は使用できない値です
    .help = 「指定できる値」のいずれかを、そのまま記入してください
diagnostic-invalid-id = { $part ->
    [evaluation] 評価「{ $id }」は定義されていません
    [reserved] 「{ $id }」は識別子として使用できません（識別子はファイル名の初めに付きますが、Windowsではファイル名に使用できない名前です）
    [length] 識別子が長すぎます（識別子はファイル名の初めに付きます）
   *[id] 「{ $id }」は識別子として使用できません
}
    .help = { $part ->
    [evaluation] 定義されている評価にするか、次の行を追加してください。xxxは英字の名前に置き換えます
    [reserved] 別の識別子にしてください
    [length] { $most }字以内にしてください
   *[id] 英字で始め、英数字と - と _ だけを使用してください
}
diagnostic-duplicate-id = { $part ->
    [edition] 様式「{ $id }」の「{ $language }」の版が重複しています
    [material] { $series ->
        [reference] 参考資料
       *[main] 資料
    }の番号「{ $id }」が重複しています
   *[id] 識別子「{ $id }」が重複しています
}
    .help = { $part ->
        [edition] 一方を削除してください
        [material] 重複しない番号に変更するか、番号を省略してください（省略すると順に番号が付きます）
       *[id] 重複しない識別子に変更してください
    }
    .related = 最初に使われた場所
diagnostic-standards-conflict = { $part ->
    [attachments] { $standard }ではデータを添付できません
   *[standards] これらのPDF規格は同時に指定できません
}
    .help = { $part ->
    [attachments] ["a-3a", "ua-1"]にするか、attach-dataを削除してください
   *[standards] ["a-2a", "ua-1"]にするか、データを添付する場合は["a-3a", "ua-1"]にしてください
}

## 表

diagnostic-unknown-column = 列「{ $column }」は使用できません
    .help = 列名を修正するか、列を削除してください
diagnostic-missing-column = { $part ->
    [header] この表に、列の見出しの行がありません
    [import] 指標の表が見つかりません
   *[column] 列「{ $column }」がありません
}
    .help = { $part ->
        [header] 1行目に列名を入力してください。必要な列は次のとおりです: { $columns }
        [import] 見出しの行に「指標名」「単位」「目標値」や年度（R5、2023年度など）のうち二つ以上の列がある表を指定してください
       *[column] 見出し行に列を追加してください
    }
diagnostic-duplicate-column = 列「{ $column }」が重複しています
    .help = 一方を削除するか、列名を変更してください
    .related = 最初の列
diagnostic-text-outside-table = この行には「{ $text }」だけが入力されています
    .help = 行を削除するか、ほかのセルにも入力してください。注はlocales/に書き、「注」の列に識別子または記号を記入します
diagnostic-row-length = この行のセルは{ $cells }個ですが、見出し行は{ $columns }列です
    .help = コンマを含む文字列は引用符で囲み、余分なセルは削除してください
diagnostic-second-header = 「{ $text }」から、別の見出しの行が始まっています
    .help = 一つのシートまたはファイルには、表を一つだけ置いてください。ページごとに繰り返した見出しの行は削除してください
    .related = 表の見出し
diagnostic-conflicting-rows = 「{ $id }」の単位、基準値、目標値などが、前の行と異なります
    .help = 同じ指標の行では同じ内容にするか、別の指標であれば別の名称にしてください
diagnostic-unknown-project = { $part ->
    [several] この表には{ $count }事業の指標があります: { $ids } …
   *[unknown] 事業「{ $id }」の行がありません
}
    .help = { $part ->
        [several] --project に続けて、使用する事業のID（予算事業IDの列の値）を指定してください
       *[unknown] IDを、予算事業IDの列で確認してください
    }
diagnostic-empty-table = 表{ $file }に行がありません
    .help = 指標ごとに1行を追加してください
diagnostic-table-too-large = { $part ->
    [rows] 表の行が{ $most }行を超えています
    [columns] 表の列が{ $most }列を超えています
   *[cells] 表のセルが合わせて{ $most }個を超えています
}
    .help = 不要な行と列を削除し、同じものを何度も貼り付けていないか確認してください
diagnostic-too-many-indicators = 指標が{ $number }件あり、一つの報告の上限を超えています
    .help = { $most }件以内にしてください。行が重複していないか確認し、必要に応じて報告を分割してください
diagnostic-empty-cell = { $part ->
    [name] { $column }列目の見出しが空です
   *[cell] この行の列「{ $column }」が空です
}
    .help = { $part ->
    [name] 見出しを入力するか、列を削除してください
   *[cell] 入力してください
}
diagnostic-not-a-number = { $part ->
    [either] 「{ $value }」は{ $grouped }とも{ $decimal }とも読めます
    [sign] 「{ $value }」は、report.tomlの[tables]で指定した小数点「{ $sign }」では数値として読み取れません
   *[number] 「{ $value }」を数値として読み取れません
}
    .help = { $part ->
    [either] 桁区切りのない数値にするか、report.tomlの[tables]で表の小数点を指定してください（decimal = "." または decimal = ","）
   *[number] 1166、1,166、81.0%、△3.2、135件、450※などの形で入力してください。値がない場合は空欄にし、状態を「数値なし」（missing）、「秘匿」（suppressed）、「該当なし」（not-applicable）のいずれかにします
}
diagnostic-not-a-year = { $part ->
    [calendars] 「{ $value }」の二つの年度が一致しません（{ $first }年度と{ $second }年度）
   *[year] 「{ $value }」を年度として読み取れません
}
    .help = { $part ->
    [calendars] どちらかの年度を修正してください
   *[year] 2022、FY2022、2022/23、令和4年度、R4などの形で、年度の開始年を入力してください
}
diagnostic-invisible-character = 「{ $value }」に、目に見えない文字{ $character }（{ $kind ->
    [zero-width-space] ゼロ幅スペース
    [zero-width-non-joiner] ゼロ幅非接合子
    [zero-width-joiner] ゼロ幅接合子
    [word-joiner] 単語結合子
    [byte-order-mark] バイト順マーク
    [soft-hyphen] ソフトハイフン
    [direction] 書字方向を示す文字
    [variation-selector] 異体字セレクター
    [control] 制御文字
   *[other] 形のない文字
}）が含まれています
    .help = 文字列を削除し、入力し直してください。ウェブページやPDFからコピーした文字列に含まれることがあります
diagnostic-years-as-columns = 年度ごとの列がある表で、どの年度のものか分からない列があります: { $columns }
    .help = 列名に年度を加えるか、指標と年度ごとに1行で入力してください。不要な列は、report.tomlの[tables]に ignore = { $ignored } と指定します
diagnostic-row-left-out = 行「{ $text }」は、合計であり指標ではないため、読み込んでいません
    .help = 行を削除してください。指標の行であれば、指標の名称を入力してください
diagnostic-ambiguous-name = { $part ->
    [other] 「{ $name }」は{ $ids }の名称ですが、指標IDは{ $id }です
   *[several] 「{ $name }」という指標が複数あります: { $ids }
}
    .help = { $part ->
        [other] 指標IDまたは名称を修正してください
       *[several] 名称ではなく指標IDを入力してください
    }
diagnostic-unit-differs = { $part ->
    [table] 表の単位「{ $unit }」が{ $count }件の指標の単位と異なります: { $ids }
   *[value] 単位「{ $unit }」が「{ $id }」の単位と異なります
}
    .help = 指標の単位で値を入力するか、いずれかの単位を修正してください
    .related = 指標の単位
diagnostic-unclear-sign = { $part ->
    [both] 数値の代わりに記号が入力されています。「数値なし」とみなしたもの: { $missing }。「秘匿」とみなしたもの: { $suppressed }
    [suppressed] 数値の代わりに記号が入力されているため、「秘匿」とみなしました: { $suppressed }
   *[missing] 数値の代わりに記号が入力されているため、「数値なし」とみなしました: { $missing }
}
    .help = 記号の意味は府省や統計によって異なります。report.tomlの[tables]で signs = { "{" } { $settings } { "}" } のように意味を指定するか（missing、suppressed、not-applicableのいずれか）、それぞれの状態の列に入力してください
diagnostic-long-fraction = 「{ $id }」の値{ $value }は小数点以下が{ $decimals }桁あり、すべて表示されます
    .help = 指標の小数桁数（decimals）に、表示する桁数を入力してください（例: 1）。プログラムの計算によって、このような端数が生じることがあります
diagnostic-cell-too-long = セルの文字数が上限を超えています
    .help = { $most }文字までにし、引用符の閉じ忘れがないか確認してください
diagnostic-unit-mismatch = { $part ->
    [accumulation] 「{ $value }」は累計とされていますが、この指標の集計方法は累計ではありません
   *[unit] 「{ $value }」の単位（{ $written }）が指標の単位（{ $unit }）と異なります
}
    .help = { $part ->
    [accumulation] 累計の値であれば指標の集計方法を「累計」（cumulative）にし、そうでなければ「累計」の語を削除してください
   *[unit] 値または指標の表の単位を修正してください
}
diagnostic-ambiguous-mark = 記号「{ $mark }」の注が二つ以上あります
    .help = 記号を削除し、注の列に注の識別子を記入してください
diagnostic-value-missing = 値が空で、その理由（状態）も入力されていません
    .help = 値を入力するか、状態の列に数値なし（missing）、秘匿（suppressed）、該当なし（not-applicable）のいずれかを入力してください
diagnostic-status-with-value = { $part ->
    [sign] 値がないことを示す記号「{ $value }」と状態「{ $status }」が矛盾しています
   *[number] 状態が「{ $status }」（値なし）ですが、値が入力されています
}
    .help = 値または状態の一方を削除してください

## ブック

diagnostic-workbook-unreadable = { $kind ->
    [encrypted] 「{ $file }」はパスワードで保護されています
    [damaged] 「{ $file }」は壊れているか、途中で切れています
    [empty] 「{ $file }」は空です
    [text] 「{ $file }」はExcelブックではなく、テキストファイルです
    [markup] 「{ $file }」はExcelブックではなく、ウェブページまたはXMLファイルです
    [old] 「{ $file }」はExcel 95以前の形式です
    [binary] 「{ $file }」はExcelのバイナリ形式（.xlsb）です
   *[other] 「{ $file }」はブックではありません
}
    .help = { $kind ->
    [encrypted] パスワードを外して保存し直してください
    [empty] コピーまたはダウンロードし直すか、表を入力してください
    [damaged] コピーまたはダウンロードし直してください。表計算ソフトで開ける場合は、保存し直してください
    [text] 拡張子を.csvにするか、表計算ソフトで開いて.xlsxとして保存してください
   *[other] 表計算ソフトで開き、.xlsxとして保存してください
}
diagnostic-workbook-too-large = { $part ->
    [unpacked] 「{ $file }」の展開後のサイズが{ $most }MiBを超えています
    [sheets] 「{ $file }」のシートは{ $most }枚を超えています
    [cells] 「{ $file }」のセルは{ $most }個を超えています
    [rows] { $most }行より下にセルがあります
    [columns] { $most }列より右にセルがあります
    [text] 「{ $file }」の文字列は合わせて{ $most }MiBを超えています
    [merged] シートの結合セルが{ $most }か所を超えています
    [comparisons] 「{ $file }」の条件付き書式の範囲が多すぎます（セルとの照合が{ $most }百万回を超えています）
   *[characters] セルの文字列が{ $most }字を超えています
}
    .help = { $part ->
    [characters] 短くしてください。文書全体を貼り付けていないか確認してください
    [merged] セルの結合を解除してください
    [comparisons] シートの条件付き書式のルールを削除してください
    [rows] 誤って入力したものであれば、行ごと削除してください
    [columns] 誤って入力したものであれば、列ごと削除してください
   *[other] 表だけを新しいブックにコピーしてください
}
diagnostic-missing-sheet = 「{ $file }」にシート「{ $sheet }」がありません
    .help = { $part ->
    [similar] シート「{ $similar }」の名前を「{ $sheet }」に変更してください。現在のシート: { $sheets }
   *[other] この表のあるシートの名前を「{ $sheet }」に変更するか、locales/ja/tables.ftlに sheet-{ $sheet } = シートの名前 と書いてください。現在のシート: { $sheets }
}
diagnostic-duplicate-sheet = シート「{ $first }」と「{ $sheet }」が同じ表として扱われます
    .help = 一方を削除するか、名前を変更してください
    .related = もう一方のシート
diagnostic-hidden-data = { $part ->
    [rows] 非表示の行にデータがあります: { $range }
    [columns] 非表示の列にデータがあります: { $range }
    [value] 表示形式により、{ $range }の値が表示されていません
    [colour] { $range }に、背景と同じ色で見えない文字があります
    [graphic] { $range }はデータバーかアイコンだけで、値が表示されていません
   *[sheet] 非表示のシート「{ $range }」にデータがあります
}
    .help = { $part ->
    [value] 値が表示される表示形式にするか、値を削除してください
    [colour] 文字の色を「自動」にして内容を確認するか、削除してください
    [graphic] 条件付き書式のルールで「棒のみ表示」「アイコンのみ表示」を外し、値を確認してください
    [rows] 行を再表示して内容を確認し、不要な行は削除してください（フィルターによる非表示の場合もあります）
    [columns] 列を再表示して内容を確認し、不要な列は削除してください
   *[sheet] シートを再表示して内容を確認するか、削除してください
}
diagnostic-merged-cells = 結合セルにデータがあります: { $range }
    .help = セルの結合を解除し、該当する各セルに値を入力してください
diagnostic-cell-error = セル{ $cells }がエラー値（{ $kind }）です
    .help = 数式を修正するか、値を直接入力してください。値がない場合は空欄にし、状態を入力します
diagnostic-cell-type = セル{ $cells }が日付または時刻になっています
    .help = セルの表示形式を「標準」にし、数値または年だけ（例: 2022）を入力してください
diagnostic-unclear-cell = { $kind ->
    [twice] ファイルにセル{ $cells }が二つあり、内容が異なります
    [struck] セル{ $cells }に取り消し線の付いた文字があります
    [zero] セル{ $cells }の値は0ですが、記号または文字で表示されています
    [sign] セル{ $cells }の負の数が、符号なしで表示されています
    [raised] 「{ $value }」に上付きまたは下付きの数字（脚注の番号など）が含まれています
    [conditional] 条件付き書式のために、{ $cells }の表示が値と異なるか、取り消し線が付くか、見えない可能性があります
   *[digits] セル{ $cells }の表示が、値の数字と異なります
}
    .help = { $kind ->
    [twice] 表計算ソフトで開いてセルの内容を確認し、保存し直してください
    [struck] 取り消した文字を削除してください。すべて有効な場合は、取り消し線を解除してください
    [zero] 0であれば、表示形式を「標準」にしてください。値がない場合はセルを空欄にし、理由を「状態」の列に入力してください
    [sign] 符号が表示される表示形式（「標準」など）にし、負の数でよいか確認してください
    [raised] 数値だけを入力し、脚注は「注」の列に記入してください
    [conditional] 表示を確認し、セル自体に表示形式と文字の書式を設定して、条件付き書式のルールを削除してください
   *[digits] 値がそのまま表示される表示形式（「標準」など）にし、値と単位を確認してください
}
diagnostic-formula-without-value = セル{ $cells }の数式の計算結果が保存されていません
    .help = 表計算ソフトで開いて保存し直すか、値を直接入力してください

## 報告の全体

diagnostic-unknown-group = グループ「{ $id }」は定義されていません
    .help = { $new ->
    [yes] 定義されているグループにするか、nenpo add group "{ $id }" を実行するか、次の行を追加してください。xxxは英字の名前に、…はその言語での名前に置き換えます
   *[no] report.tomlに[[group]]を追加するか、識別子を修正してください
}
diagnostic-unknown-indicator = { $part ->
    [gone] 文が、指標の表にない指標を参照しています: { $count }か所（{ $ids }）
   *[one] 指標「{ $id }」は定義されていません
}
    .help = { $part ->
        [gone] 別の計画や記入例の文であれば、書き換えるか削除してください。そうでなければ、指標を表に追加してください
       *[one] 指標IDを修正するか、指標の表に追加してください
    }
diagnostic-unknown-unit = 単位「{ $id }」は定義されていません
    .help = { $new ->
    [yes] 使用できる単位にするか、nenpo add unit "{ $id }" を実行するか、次の行を追加してください。xxxは英字の名前に、…はその言語での単位に置き換えます
   *[no] 名前を修正してください
}
diagnostic-unknown-kind = 指標区分「{ $id }」は定義されていません
    .help = { $new ->
    [yes] 使用できる区分にするか、nenpo add kind "{ $id }" を実行するか、次の行を追加してください。xxxは英字の名前に、…はその言語での名前に置き換えます
   *[no] 名前を修正してください
}
diagnostic-invalid-parent = { $problem ->
    [cycle] 「{ $id }」の親指標の指定が循環しています: { $cycle }
   *[other] 「{ $id }」は「{ $parent }」の内訳にできません
}
    .help = { $problem ->
    [cycle] 最上位の指標の親指標IDを空欄にしてください。内訳の指標に内訳を設けることはできません
    [part] 「{ $parent }」の親指標を指定するか、「{ $parent }」の親指標IDを空欄にしてください。内訳の指標に内訳を設けることはできません
    [group] 内訳と親指標は同じグループにしてください
   *[kind] 内訳と親指標は同じ指標区分にしてください
}
    .related = 親指標
diagnostic-invalid-featured = { $problem ->
    [group] 「{ $id }」はグループ「{ $group }」の指標ではありません
   *[part] 「{ $id }」は内訳の指標であるため、主要指標に指定できません
}
    .help = { $problem ->
    [group] 同じグループの指標を指定するか、この指標が属するグループのfeaturedに追加してください
   *[part] 親指標「{ $whole }」を指定してください
}
    .related = この指標
diagnostic-duplicate-actual = 「{ $id }」の{ $year }年度の値が二つあり、一致しません
    .help = 正しい値を残し、他方を削除してください
    .related = もう一つの値
diagnostic-actual-missing = { $part ->
    [many] { $year }年度の値がない指標: { $count }件（{ $ids }）。以前の年度の値があれば、年度を添えて表示します
   *[one] 「{ $id }」の{ $year }年度の行がありません（{ $shown ->
        [none] 「数値なし」と表示します
       *[other] { $shown }年度の値を、年度を添えて表示します
    }）
}
    .help = 行を追加してください。値がない場合は、状態を「数値なし」（missing）にします
diagnostic-target-year-outside-plan = 目標年度（{ $year }）が計画期間（{ $start }～{ $end }）外です
    .help = 目標年度（target_year）を修正するか、未定の場合は空欄にしてください
diagnostic-target-before-baseline = 目標年度（{ $target }）が基準年度（{ $baseline }）より前です
    .help = 目標年度（target_year）を修正するか、未定の場合は空欄にしてください
    .related = 基準年度
diagnostic-direction-against-target = { $direction ->
    [increase] 増加が望ましい指標ですが、目標値（{ $target }）が基準値（{ $baseline }）を下回っています
   *[decrease] 減少が望ましい指標ですが、目標値（{ $target }）が基準値（{ $baseline }）を上回っています
}
    .help = { $direction ->
    [increase] 目標値または基準値を修正するか、望ましい方向を「減少」（decrease）にしてください
   *[decrease] 目標値または基準値を修正するか、望ましい方向を「増加」（increase）にしてください
}
    .related = 基準値
diagnostic-direction-unknown = 目標値のある{ $count }件の指標の望ましい方向が不明なため、「増加」とみなして算定します: { $ids }
    .help = 望ましい方向（direction）の列に、「増加」（increase）、「減少」（decrease）、「維持」（maintain）のいずれかを入力してください。基準値、「以上」「以下」、年度目標のいずれかがあれば、そこから判断します
diagnostic-progress-undefined = 「{ $id }」の目標値が基準値と同じ（{ $target }）ため、進捗率を算定できません
    .help = { $baseline ->
    [zero] 基準値のない累計の指標は0を基準とします。基準値を入力するか、目標値を変更するか、望ましい方向を「維持」（maintain）にしてください
   *[given] 目標値または基準値を修正するか、値を維持することが目標であれば、望ましい方向を「維持」（maintain）にしてください
}
    .related = 基準値
diagnostic-share-above-100 = { $value }は100%を超えています。単位「{ $unit }」（構成割合）の値は100以下でなければなりません
    .help = 値を修正してください。増減率など100を超え得る比率の単位は「増減率」（rate）にします
    .related = 単位
diagnostic-negative-cumulative = 累計の指標「{ $id }」の値が負です（{ $value }）
    .help = 値を修正してください。増減の差引きであれば、集計方法を「単年度」（annual）または「時点」（level）にしてください
diagnostic-negative-count = 物や人の数である「{ $id }」の値が一つだけ負です（{ $value }）
    .help = 値を確認してください。増減の差引きであれば、基準値を入力するか、単位を「ポイント」（points）または独自の単位にすると、この警告は表示されません
diagnostic-rounding-decides = 「{ $id }」の値{ $stored }は{ $shown }と表示されますが、{ $part ->
    [target] 目標値{ $target }に達しているかどうかが、表示と元の値とで異なります
    [year-target] 年度目標{ $target }に達しているかどうかが、表示と元の値とで異なります
   *[status] 進捗区分が、表示と元の値とで異なります
}
    .help = { $by ->
    [cell] 表示する値で判定するなら、その数値をセルに入力してください。元の値で判定するなら、小数の桁数が多い表示形式にしてください
   *[decimals] 表示する値で判定するなら、四捨五入した値を入力してください。元の値で判定するなら、小数桁数（decimals）を増やすか、空欄にしてください
}
    .related = 目標値
diagnostic-part-exceeds-whole = { $what ->
    [actual] 内訳「{ $part }」の{ $year }年度の値（{ $value }）が、親指標「{ $whole }」の値（{ $limit }）を上回っています
   *[target] 内訳「{ $part }」の目標値（{ $value }）が、親指標「{ $whole }」の目標値（{ $limit }）を上回っています
}
    .help = いずれかの値を修正してください。内訳でない場合は親指標IDを空欄にします
    .related = 親指標の値
diagnostic-cumulative-falls = 累計の指標「{ $id }」の値が、{ $earlier-year }年度の{ $earlier }から{ $year }年度の{ $value }へ減少しています
    .help = 値を修正してください。過去の値を改定した場合は注の列（note）に注を記入し、集計方法を変更した場合は断層の列（break）を「有」にします。単年度の値であれば、集計方法を「単年度」（annual）にしてください
    .related = 多い方の値
diagnostic-round-outside-plan = 対象年度（{ $year }）が計画期間（{ $start }～{ $end }）外です
    .help = fiscal-yearまたは計画期間を修正してください
diagnostic-no-edition = { $part ->
    [packet] この会議資料に、言語「{ $language }」の版はありません
    [language] 言語「{ $language }」の版はありません
    [template] 様式「{ $name }」の版はありません
    [material] 会議資料に必要な言語「{ $language }」の版が、この報告にありません。あるのは{ $allowed }です
   *[report] 指定に該当する版がありません
}
    .help = { $part ->
    [packet] packet.tomlにある言語を指定するか、--langを省略してください
    [material] 報告の[[edition]]にこの言語を追加するか、PDFを指定してください
   *[report] report.tomlの[[edition]]にある様式と言語を指定するか、--templateと--langを省略してください
}
diagnostic-no-html-form = 様式「{ $name }」からはHTMLを作成できません
    .help = --templateでほかの様式だけを指定するか、様式のtemplate.tomlに[html]の表を、フォルダーにhtml.typを追加してください
    .related = この様式の設定。[html]の表がありません
diagnostic-unsuitable-option = { $option ->
    [ppi] --ppiはPNG形式でだけ指定できます
    [template] --templateは報告でだけ指定できます
    [require] --requireは会議資料でだけ指定できます
    [allow-signed] --allow-signedは会議資料でだけ指定できます
    [material] --materialは報告でだけ指定できます
   *[pages] --pagesは画像形式でだけ指定できます（PDFとHTMLは全体を出力します）
}
    .help = { $option ->
        [ppi] --format pngを追加するか、--ppiを省略してください
        [require] --requireを省略してください。報告の規格はreport.tomlの[pdf]のstandardsで指定します
        [allow-signed] --allow-signedを省略してください
        [template] --templateを省略してください。報告の様式はpacket.tomlで指定します
        [material] --materialを省略してください。資料の番号はpacket.tomlで指定します
       *[pages] --format pngまたは--format svgを指定してください。一部のページだけのPDFでは、読み上げなどに使うタグが失われます
    }
diagnostic-unknown-page = 「{ $document }」に{ $page }ページはありません。全部で{ $count }ページです
    .help = --pagesには1から{ $count }までのページを指定してください
diagnostic-image-too-large = 「{ $document }」の{ $page }ページは、{ $ppi }ppiでは{ $megapixels }メガピクセルになり、上限を超えます
    .help = 上限は{ $most }メガピクセルです。--ppiを{ $fitting }以下にするか、--format svgを指定してください
diagnostic-implausible-date = { $part ->
    [before-round] { $date }は{ $year }年度が始まる前の日付です
    [before-as-of] 公表日{ $date }が、実績値の基準日（{ $as-of }）より前です
   *[late] { $date }は{ $year }年度の終わりから5年以上後の日付です
}
    .help = 日付または対象年度を修正してください
diagnostic-fractional-count = { $value }は整数ではありませんが、単位「{ $unit }」は物や人の数です
    .help = 値を修正してください。平均のように小数のある値であれば、小数桁数（decimals）の列に桁数を入力してください
    .related = 単位

## 文言

diagnostic-name-twice = 「{ $id }」の名称が表とlocalesで異なります
    .help = 一方を削除するか、同じ名称にしてください
    .related = もう一方
diagnostic-fluent-syntax = { $kind ->
    [space] ここでは全角の空白（U+3000）を使用できません
    [width] ここでは「{ $character }」（{ $code }）を使用できません
    [printed] 「{ $character }」がそのまま文字として表示されます
    [attribute] この行がそのまま文字として表示されます。「{ $character }」（{ $code }）は項目の始まりになりません
    [indentation] 行が半角の空白ではない文字（{ $code }）で字下げされています
    [instead] ここでは「{ $character }」を使用できません
    [unclosed] 波括弧が閉じていません
    [start-of-line] 続きの行は「{ $character }」で始められません
    [call] 関数の呼び出し方が正しくありません
   *[other] Fluentの構文に誤りがあります{ $reason ->
        [token] （「{ $character }」が必要です）
        [name] （名前が必要です。名前は英字で始め、英数字と - と _ だけで書きます）
        [value] （「=」の後に文がありません）
        [default] （「*」の付いた既定の選択肢が一つ必要です）
        [string] （引用符が閉じられていません）
        [brace] （対応する始まりの波括弧がありません）
        [arguments] （引数の並びが正しくありません）
        [escape] （「\」の後の文字が正しくありません）
        [expression] （差し込む項目がありません）
        [selector] （選択の条件が正しくありません）
       *[other] {""}
    }
}
    .help = { $kind ->
    [space] 日本語入力をオフにし、半角で「{ $right }」と入力してください
    [width] 日本語入力をオフにし、半角で「{ $right }」と入力してください
    [printed] 日本語入力をオフにし、半角で「{ $right }」と入力してください
    [attribute] 日本語入力をオフにし、半角で「{ $right }」と入力してください
    [indentation] 半角の空白で字下げしてください
    [start-of-line] 「{ $right }」のように書くか（箇条書きは「- 」で始めます）、前の行に続けて書いてください
    [call] 「{ $right }」と書いてください
    [instead] 「{ $right }」と書いてください
    [unclosed] 差し込み項目の後で「{ $right }」のように閉じてください
   *[other] 「名前 = 文」の形で書き、続きの行は字下げしてください。{ "{" }と{ "}" }は差し込み項目だけを囲みます
}
diagnostic-duplicate-message = 文言「{ $id }」が重複しています
    .help = 一方を削除してください
    .related = 最初の文言
diagnostic-missing-message = { $part ->
    [words] nenpoの文言のうち、「{ $language }」にないもの: { $count }件
    [names] 「{ $language }」の名前がない指標: { $count }件
    [messages] 言語「{ $language }」にない文言: { $count }件
   *[message] 言語「{ $language }」に文言「{ $id }」がありません
}
    .help = { $part ->
    [words] 次のファイルを、nenpoのソースのlocales/enフォルダーから報告のlocales/{ $language }/にコピーし、=の後を翻訳してください（docs/words.mdの「A third language」を参照）。不足している文言（ファイルごと）は次のとおりです
    [names] 表の列name@{ $language }に入力するか、それぞれの文言indicator-…をlocales/{ $language }/のファイルに追加してください
    [name] 表の列name@{ $language }に記入するか、locales/{ $language }/のファイルに追加してください
    [attribute] locales/{ $language }/のファイルで、この文言に「    .title = …」のように字下げした行を追加してください
    [messages] locales/{ $language }/のファイルに次の行を追加してください
   *[message] locales/{ $language }/のファイルに次の行を追加してください: { $id } = …
}
diagnostic-empty-highlight = 主な成果「{ $highlight }」に図も「{ $language }」の本文もありません
    .help = locales/{ $language }/のhighlight-{ $highlight }に.bodyとして本文を追加するか、report.tomlで図を指定してください
diagnostic-unknown-reference = 言語「{ $language }」に文言「{ $id }」がありません
    .help = 名前を修正するか、locales/{ $language }/のファイルに追加してください
diagnostic-cyclic-reference = 「{ $id }」が自分自身を参照しています
    .help = 循環している参照の一つを削除してください
    .related = 循環の始まり
diagnostic-unknown-function = 関数「{ $name }」は存在しません
    .help = 名前を修正してください。関数の名前は大文字で書きます
diagnostic-function-argument = { $problem ->
    [subject] { $name }の引数には識別子を一つ指定してください
    [option] { $name }に「{ $value }」は指定できません
    [absent] 「{ $value }」には{ $name }で参照できる値がありません
    [change] 「{ $value }」の増減は求められません
    [number] 「{ $value }」は{ $name }の引数にできる数値ではありません
   *[value] 「{ $value }」は{ $name }の引数として使用できません
}
    .help = { $problem ->
    [subject] { $name }("…")のように、引用符で囲んで書いてください
    [option] 削除するか、名前を修正してください
    [option-value] 指定できる値のいずれかを指定してください
    [change] 比べる年度の値を表に入力するか、sinceで別の年度（since: 2021）または基準値（since: "baseline"）を指定してください。断層をまたぐ増減と、0以下の値からの増減率は求められません
    [absent] 目標値と実績値を表に入力するか（達成率を算定できるのは、目標値が0より大きく、実績値が負でない場合です）、この参照を文から削除してください
    [number] { $name }("1166")のように半角の数字だけを書いてください。桁区切りは言語に合わせて付きます
   *[value] { $name ->
        [DATE] 名前を修正するか、{ $name }("2023-03-31")のように日付を書いてください
        [FISCAL_YEAR] 名前を修正するか、{ $name }("2022")のように、年度の開始年を西暦で書いてください
       *[other] 指定できる値のいずれかを指定してください
    }
}
diagnostic-unknown-variable = 文言「{ $id }」では変数「{ $variable }」を使用できません
    .help = 文字をそのまま書くか、ACTUAL、TARGET、BASELINE、RATE、CHANGE、RANK、LIST、COUNT、DATE、FISCAL_YEAR、NUMで値を参照してください
diagnostic-message-too-complex = 文言「{ $id }」が長すぎるか、入れ子または差し込みが多すぎます
    .help = { "{" }と{ "}" }による差し込みを減らすか、文言を分割してください
diagnostic-untranslated-message = 文言「{ $id }」が「{ $other }」にありません（「{ $language }」にはあります）
    .help = locales/{ $other }/のファイルにも追加してください
diagnostic-different-citations = 文言「{ $id }」の差し込み項目が「{ $language }」と「{ $other }」で一致しません
    .help = 両言語の差し込み項目を一致させてください。「{ $language }」だけ: { $here }、「{ $other }」だけ: { $there }
    .related = 「{ $other }」の文言
diagnostic-not-reviewed = 前回の報告の文のままで、まだ確認されていません: { $count }件
    .help = 文を書き換えるか、このままでよければ、文の上の「[review:…]」のある行を削除してください
diagnostic-literal-number = 「{ $number }」が直接書かれています。「{ $id }」の{ $function ->
    [TARGET] 目標値
   *[ACTUAL] 実績値
}と同じ数値です
    .help = 代わりに{ "{" } { $function }("{ $id }") { "}" }と書くと、常に表と一致します。表と無関係の数値であれば{ "{" } NUM("{ $plain }") { "}" }と書いてください
diagnostic-unused-message = 文言「{ $id }」は使用されていません
    .help = 名前を修正するか、削除してください
diagnostic-unsupported-markup = 文言「{ $id }」に、使用できない書式があります: { $markup }
    .help = { $kind ->
    [table] 指標とその値は、data/の表に入力すれば、どの様式でも表として表示されます。ほかの表は、箇条書きにするか、図としてfigures/に置いてください
    [heading] 見出しにはhighlight-….titleやgroup-…などの専用の文言を使用し、本文は**太字**または段落で区切ってください
    [image] 画像をfigures/に置き、report.tomlの[[highlight]]のfigureに指定してください
    [footnote] 注は文言note-…に書き、report.tomlのnotesまたは表の注の列に指定してください。主な成果の出典は.citationに書きます
    [task-list] 「- 文」の箇条書きにし、完了したかどうかは文で書いてください
    [definition-list] 「- **語**: 説明」のような箇条書きにしてください
    [strikethrough] 不要な部分は削除してください。値の修正は注で説明します
    [html] 使用できるのは段落、箇条書き、*強調*、**太字**、^上付き^、~下付き~、リンクです。改行は行末の\で表します
    [formula] 通常の文字と^上付き^、~下付き~で書くか、図としてfigures/に置いてください
    [list] 箇条書きは各行を「- 」または「1. 」で始めてください。段落に分ける場合は空行を挟みます
    [link] 半角で[文](https://…)と書いてください
    [address] https://example.org/のようにアドレス全体を書くか、リンクにせず文字だけを書いてください
    [emphasis] *強調*、**太字**は半角で、*の内側に空白を入れず、同じ数の*で閉じてください。記号をそのまま表示するには直前に\を付けます
    [lowered] ~をそのまま表示するには直前に\を付けるか、～にしてください。下付きは、CO~2~のように英字の後の英数字に使います
    [language] [Nature](lang:en)のように、言語タグを書いてください
    [nesting] 箇条書きの中の箇条書きを減らしてください
   *[other] 使用できるのは段落、箇条書き、*強調*、**太字**、^上付き^、~下付き~、リンクです。記号をそのまま表示するには直前に\を付けます
}
diagnostic-missing-glyph = { $kind ->
    [control] 制御文字（{ $code }）があります
    [unseen] 目に見えない文字（{ $code }）があります
    [private] 「{ $character }」（{ $code }）は外字です。ほかのコンピューターでは別の文字になるか、表示されません
   *[other] 「{ $character }」（{ $code }）を表示できるフォントがありません
}
    .help = { $kind ->
    [control] 削除してください
    [unseen] 削除してください。ウェブページやワープロからコピーした文によく含まれます
    [private] 標準の文字にするか、その外字を含むフォント（標準と太字）を{ $settings }と同じ場所のfonts/フォルダーに置き、{ $settings }の[theme]のfontsにフォント名を追加してください
    [emoji] 文字、またはフォントに含まれる記号に置き換えてください
    [mark] 記号を付けない文字にしてください
   *[other] 別の文字にするか、その文字を含むフォント（標準と太字）を{ $settings }と同じ場所のfonts/フォルダーに置き、{ $settings }の[theme]のfontsにフォント名を追加してください
}
diagnostic-missing-variant = 「{ $character }」（{ $code }）で指定された異体字がフォントにないため、標準の字形で表示します
    .help = 異体字セレクターを削除するか、その異体字を含むフォントを{ $settings }と同じ場所のfonts/フォルダーに置き、{ $settings }の[theme]のfontsにフォント名を追加してください

markup-address = https、http、mailto以外へのリンク
markup-heading = 見出し
markup-block-quote = 引用
markup-code = コード
markup-image = 画像
markup-language = 言語タグ（en、jaなど）でない言語の指定
markup-thematic-break = 区切り線
markup-nesting = 深すぎる入れ子
markup-table = 表
markup-footnote = 脚注
markup-task-list = チェックボックスの付いた箇条書き
markup-definition-list = 定義リスト
markup-strikethrough = 取り消し線
markup-html = HTML
markup-formula = 数式
markup-list = 使用できない記号や番号の箇条書き
markup-link = 全角で書いたリンク
markup-emphasis = 閉じていない強調
markup-lowered = 下付きか範囲か区別できない~

## 様式・図・フォント

diagnostic-unknown-template = 様式「{ $name }」は存在しません
    .help = 名前を修正するか、templates/{ $name }/フォルダーを作成し、template.tomlとmain.typを置いてください
diagnostic-invalid-template = { $file }の様式の設定に誤りがあります
    .help = 示された箇所を修正するか、ファイルを削除して組み込みの設定を使用してください
diagnostic-unknown-language = 言語「{ $language }」の文言がありません
    .help = 言語タグを修正するか、locales/{ $language }/フォルダーを作成し、nenpo自体の文言（ソースのlocales/enフォルダーにあります）の翻訳を入れてください（docs/words.mdの「A third language」を参照）
diagnostic-invalid-figure = { $kind ->
    [pixels] 「{ $file }」は{ $subject }形式の画像であるため、図として使用できません
    [drawing] 「{ $file }」は{ $subject }ファイルであるため、図として使用できません
    [archive] 「{ $file }」は画像ではなく、Officeなどの文書か圧縮ファイルです
    [compressed] 「{ $file }」は圧縮されています
    [encoding] 「{ $file }」はUTF-8ではありません
    [empty] 「{ $file }」は空です
    [broken] 「{ $file }」は壊れているか、形式に合っていないため、読み込めません
    [cmyk] 「{ $file }」はCMYKカラーです。PDF規格では、プロファイルのないCMYKカラーは使用できません
    [linked] 「{ $file }」は外部の「{ $subject }」を参照していますが、報告では参照先を読み込めません
    [embedded] 「{ $file }」に埋め込まれた画像を読み込めません
    [foreign] 「{ $file }」にHTML要素（foreignObject）が含まれています。この部分は表示されません
    [moving] 「{ $file }」にアニメーションまたはスクリプトの要素（{ $subject }）が含まれています。紙面では機能しません
    [style] 「{ $file }」のスタイルは「{ $subject }」を参照していますが、報告では参照先を読み込めません
    [conditional] 「{ $file }」には、ソフトや言語によって表示が変わる部分があります（{ $subject }）
    [missing] 「{ $file }」が参照する「{ $subject }」は、存在しないか、二つあるか、種類が違います
    [unread] 「{ $file }」の「{ $subject }」は、ブラウザーでは反映されますが、印刷には反映されません
    [entities] 「{ $file }」には、文字以外を含むXMLの実体の宣言があります
    [too-much] 「{ $file }」は描画の負担が大きすぎます。{ $subject ->
        [bytes] 図のファイルが大きすぎます
        [read] 図の輪郭や属性が長すぎます（描かれる回数で数えます）
        [elements] 図の要素が多すぎます（描かれる回数で数えます）
        [depth] 要素の入れ子が深すぎるか、循環しています
        [attributes] 一つの要素の属性が多すぎます
        [letters] 図の文字が多すぎます
        [styles] 要素の数に対してスタイルの規則が多すぎます
        [region] フィルターか模様の範囲が図よりはるかに広くなっています
        [filters] フィルターの計算が多すぎます
        [unpacked] 画像に必要な量をはるかに超えて展開される部分があります
        [scans] 画像を描き重ねる回数が多すぎます
        [entities] 実体の展開後の文字が多すぎます
       *[pixels] 画像の画素が多すぎます
    }
   *[unknown] 「{ $file }」は図として使用できません
}
    .help = { $kind ->
    [pixels] 画像ソフトで開いてPNG（写真ならJPEG）で保存してください
    [drawing] 作図ソフトで開いて、プレーンSVGまたはPNGで保存してください
    [archive] 元のソフトで開いて、そのページや図をSVGまたはPNGで保存してください
    [compressed] SVGZではなく、圧縮しないSVGで保存してください
    [encoding] 文字コードをUTF-8にしてSVGを保存し直してください
    [empty] 図を保存し直してください
    [cmyk] RGBの色で保存してください
    [linked] 画像を図に埋め込むか、図として描き直してください
    [embedded] PNGまたはJPEGで埋め込み直してください
    [foreign] SVGの文字またはアウトラインに変換してください。diagrams.netでは「書式付きテキスト」を解除して保存します
    [moving] その要素を削除し、静止した図として保存してください
    [style] 参照している内容を図に埋め込んでください。ウェブフォントの文字はアウトラインにしてください
    [conditional] この条件のない図として保存してください。言語ごとの文字は、data-l10n-idで文言を指定します
    [missing] 参照を削除するか、単色を指定してください
    [unread] 色は#2060a0のような値、大きさはpx、変形などは属性で指定し、要素は名前・クラス・idで選択してください。または、プレーンSVGかPNGで保存し直してください
    [entities] プレーンSVGで保存し直してください
    [too-much] 図を簡単にするか、印刷する大きさのPNGで保存してください。上限はdocs/bounds.mdを参照してください
   *[unknown] SVG、PNG、JPEGのいずれかで保存してください
}
diagnostic-invalid-font = フォント「{ $font }」が見つからないか、使用できません
    .help = 標準と太字のTrueTypeまたはOpenTypeファイルを、{ $settings }と同じ場所のfonts/フォルダーに置いてください
diagnostic-low-contrast = 色{ $color }と背景色のコントラスト比が{ $contrast }で、基準の{ $least }を下回っています
    .help = 背景色との明度差を大きくしてください。ロービジョンの人が読みにくくなります
diagnostic-chart-failed = 図「{ $chart }」を描画できません
    .help = 指標やグループの名前を短くしてください（表のlabel@…、localesの.label）。独自の様式では、そのtemplate.tomlで図のwidthやtext-sizeも変更できます
diagnostic-template-failed = { $document }の様式をコンパイルできません
    .help = コンパイラーが示す箇所で独自の様式を修正してください。templates/に何も置いていないときはnenpoの不具合です。開発者にお知らせください
diagnostic-template-warning = { $document }: コンパイラーの警告
    .help = ページを確認し、問題がなければそのままで構いません。問題があれば、コンパイラーが示す箇所で独自の様式を修正してください
diagnostic-data-not-attached = attach-dataが指定されていますが、{ $document }にデータが添付されていません
    .help = 独自の様式のページを組み込みのreport-page（import "/templates/lib/page.typ": report-page）で作成するか、report.attachmentsのそれぞれについてpdf.attachを呼び出してください
diagnostic-standards-violated = { $document }がPDF規格に適合していません
    .help = { $part ->
        [packet] コンパイラーが示す箇所で独自の様式を修正してください。templates/に何も置いていないときはnenpoの不具合です。開発者にお知らせください
       *[report] { $settings }の[pdf]で指定する規格を減らすか、コンパイラーが示す箇所で独自の様式を修正してください（代替テキストの追加など）
    }
diagnostic-unsuitable-material = { $reason ->
    [encrypted] 「{ $file }」は、パスワード又は編集の制限で保護されています
    [signed] 「{ $file }」に電子署名があります。会議資料では無効になります
    [script] 「{ $file }」にJavaScriptが含まれています
    [xfa] 「{ $file }」はXFAフォームです。表示できるソフトが限られています
    [too-many-pages] 「{ $file }」のページ数が多すぎます
    [not-pdf] 「{ $file }」はPDFではありません
    [too-large] 「{ $file }」を展開すると、nenpoの容量の上限を超えます
   *[damaged] 「{ $file }」が破損しています
}
    .help = { $reason ->
    [encrypted] 保護のないPDFを作成者に依頼してください
    [signed] 署名のないPDFを作成者に依頼するか、署名を除く--allow-signedを指定してください
    [script] PDFに印刷するなど、JavaScriptを含まない形で出力し直してください
    [xfa] フォームをPDFに印刷してください
    [too-many-pages] 複数の資料に分けてください
    [not-pdf] 文書をPDFに出力し、そのファイルを指定してください
    [too-large] 画像を小さくして出力し直してください
   *[damaged] コピー又はダウンロードし直すか、出力し直してください
}
claiming-packet = { $audience ->
    [members] 委員用の会議資料
   *[all] 会議資料
}
material-flaw = { $reason ->
    [untagged] タグがありません
    [contradicted] { diagnostic-unsound-pdf }
    [no-language] 言語が設定されていません
    [tags-not-checked] 内容が大きすぎるか壊れているため、タグを確認できません
    [font] フォント「{ $detail }」が埋め込まれていません
    [action] { $detail }のアクションがあります
    [filter] { $detail }で圧縮されています
    [construct] PDF/Aで禁止されている「{ $detail }」があります
    [attachment] PDF/A-2で禁止されているファイル「{ $detail }」が添付されています
    [external] 内容の一部が別のファイルにあります
    [higher-part] データを添付できるPDF/A-3です
   *[not-claimed] 適合の表示がありません
}
diagnostic-requirement-not-met = 「{ $material }」は{ $standards }に適合していません。{ material-flaw }
    .help = { $reason ->
    [no-language] ファイルの行の下に、language = "ja" のように言語を書いてください
    [untagged] タグ付きPDFとして出力し直すか、--requireを外してください
    [not-in-report] report.tomlの[pdf]のstandardsに加えるか、--requireを外してください
    [higher-part] a-3aを指定するか、データを添付しないPDFを使用してください（報告では attach-data = false）
   *[other] アクセシビリティ（PDF/UA）と長期保存（PDF/A）に対応したPDFとして出力し直すか、--requireを外してください
}
diagnostic-claim-lost = 「{ $material }」が適合しないため、{ claiming-packet }は{ $standards }への適合を表示しません。{ material-flaw }
    .help = { $reason ->
    [no-language] ファイルの行の下に、language = "ja" のように言語を書いてください
    [untagged] タグ付きPDFとして出力し直してください
    [not-in-report] report.tomlの[pdf]のstandardsに加えてください
   *[other] アクセシビリティ（PDF/UA）と長期保存（PDF/A）に対応したPDFとして出力し直してください
}
diagnostic-pages-made-smaller = { $count ->
   *[other] 資料番号を入れる余白を設けるため、「{ $material }」の{ $count }ページを少し縮小しました（最初は{ $page }ページ）
}
    .help = 各ページの右上と右下に余白を設けてください
diagnostic-pdf-unreadable = { $reason ->
    [not-pdf] PDFファイルではありません
    [truncated] PDFが途中で切れています（末尾のデータがありません）
    [encrypted] PDFが暗号化されています
    [resaved] PDFが別のソフトで保存し直されています
    [untagged] PDFにタグがないため、表や文章を順に読み取れません
    [too-large] PDFを展開すると、nenpoが読み込める大きさを超えます
   *[damaged] PDFが壊れています
}
    .help = { $reason ->
    [not-pdf] nenpoが作成したPDFを指定してください
    [encrypted] パスワードの付いていない、nenpoが出力したままのPDFを指定してください
    [resaved] nenpoが出力したままのPDFを指定してください。最適化や編集を行うと、PDFが書き換えられます
    [untagged] nenpoが出力したままのPDFを指定してください。「PDFとして印刷」やPDFの結合を行うと、タグが失われます
    [too-large] nenpoが作成したPDFを指定してください
   *[damaged] コピーまたはダウンロードし直すか、作成し直してください
}
diagnostic-unsound-pdf = { $kind ->
    [unmarked-content] { $page }ページに、タグ付けも装飾（Artifact）の指定もされていない内容があります
    [mark-twice] { $page }ページで、二つの内容に同じ番号{ $detail }が付いています
    [mark-in-mark] { $page }ページで、タグの付いた内容と装飾が入れ子になっています
    [unbalanced-marks] { $page }ページで、内容の開始と終了の標識が対応していません
    [unparsed-content] { $page }ページに、読み取れない内容があります
    [unowned-mark] { $page }ページの番号{ $detail }の内容が、どのタグにも属していません
    [mark-owned-twice] { $page }ページの番号{ $detail }の内容が、二つのタグに属しています
    [missing-mark] { $page }ページに、タグが指す番号{ $detail }の内容がありません
    [element-twice] タグ{ $detail }がタグツリーに2回現れるか、循環しています
    [too-deep] タグの入れ子が深すぎます
    [wrong-parent] タグ{ $detail }が、実際とは異なるタグを親としています
    [strange-child] タグ{ $detail }に、タグでも内容でもないものが含まれています
    [no-parent-tree] 内容からタグをたどるための親ツリーが、空であるか存在しません
    [parent-tree-differs] 親ツリーが、{ $detail }について、それを含むタグとは異なるタグを指しています
    [parent-tree-foreign] 親ツリーに、存在しない{ $detail }の項目があります
    [parent-key] 親ツリーに固有の番号を持たないページまたはリンクがあります
    [untagged-link] { $page }ページのリンク「{ $detail }」がタグツリーにありません
    [untagged-annotation] { $page }ページの注釈（{ $detail }）がタグツリーにありません。nenpoが作成しない種類の注釈です
    [annotation-owned-twice] { $page }ページのリンク「{ $detail }」が、二つのタグに属しています
    [annotation-on-no-page] タグツリーのリンク{ $detail }が、どのページにもありません
    [silent-link] { $page }ページのリンク{ $detail }に、リンク先の説明がありません
    [dead-link] { $page }ページのリンク「{ $detail }」のリンク先がありません
    [dead-destination] 名前付きのリンク先「{ $detail }」が、どのページにもありません
    [identifier-twice] 二つのタグに同じ識別子{ $detail }が付いています
    [identifier-tree] 識別子{ $detail }から、そのタグをたどれません
    [unknown-header] { $page }ページのセルが、表にない見出しセル{ $detail }を指しています
    [header-without-scope] { $page }ページの見出しセル「{ $detail }」が、行と列のどちらの見出しかを示していません
    [misplaced-cell] { $page }ページの「{ $detail }」が、表の外にある表の要素、または表の中にある表以外の要素になっています
    [figure-without-text] { $page }ページの図又は数式に代替テキストがありません
    [private-character] { $page }ページの文章に、フォントでしか意味の分からない文字{ $detail }があります（箇条書きの記号に多い）
    [dead-bookmark] しおり「{ $detail }」の移動先がありません
    [bookmark-chain] しおりのつながりが、「{ $detail }」で切れているか循環しています
    [bookmark-without-heading] { $page }ページに、しおり「{ $detail }」に当たる見出しがありません
    [no-metadata] 読み取れるXMPメタデータがありません
    [no-title] PDFに表題がありません
    [titles-differ] PDFの2か所の表題が一致しません: { $detail }
    [title-not-shown] 表題ではなくファイル名が表示される設定になっています
    [no-language] PDFに言語が示されていません
    [suspect-tags] PDFのタグに「要確認」（Suspects）の指定があります
   *[no-page-labels] ページラベルがありません
}
    .help = PDFを作成し直し、nenpoが出力したまま使用してください。作成し直しても解消しない場合は、nenpoまたは独自の様式の不具合です
