# nenpoが使う人に伝える言葉。$placeはファイル名。.helpは直し方、.relatedはもう一つの場所の説明

errors = エラー{ $count }件
warnings = 警告{ $count }件
summary = { $errors }、{ $warnings }。{ summary-written }
summary-errors = { $errors }。{ summary-written }
summary-written = { $written ->
    [yes] 書き出せたのは次のものだけです。
    [unasked] {""}
   *[no] 何も書き出していません。
}
summary-warnings = { $warnings }。
more-faults = 残り{ $count }件
more-alike = { $file }: 「{ $code }」は{ $faults }を省きました。上のものから直してください
no-errors = エラーはありません。
emitted = 標準のコンパイラでも同じページになります: { $command }
created = { $folder }に報告のひな型を作りました。次の命令でPDFになります: { $command }
verified = { $file }: { $tables }の表に印刷された{ $cells }個の値は、すべて添付されたデータから得られるとおりです
agreeing = { $document }と{ $other }の表の内容は同じです（{ $rows }行）{ $proven ->
    [yes] {""}
   *[no] 。データが添付されていないため、値そのものは検証していません
}
note-file = ファイル: { $place }
fact-text = { $file }: { $encoding }、{ $separator ->
    [tab] タブ区切り
    [other] { $sign }区切り
    [semicolon] セミコロン区切り
   *[comma] コンマ区切り
}
fact-workbook = { $file }: ブック
fact-leftover = { $file }は報告に使うファイルではないため、読み込んでいません
fact-sheets = { $file }: 次のシートは読み込んでいません: { $sheets }
note-related = { $related }: { $place }
column-named = { $word }（{ $key }）
note-also = ほかに{ $count }か所: { $places }
note-help = 対処: { $help }
note-nearest = 「{ $nearest }」ではありませんか
note-allowed = 使えるもの: { $allowed }

## ファイル

diagnostic-file-unreadable = { $reason ->
    [missing] ファイル「{ $file }」がありません
    [report] このフォルダにはreport.tomlがありません
    [folder] 「{ $file }」はファイルではなくフォルダです
    [outside] 「{ $file }」は報告のフォルダーの外へのリンクです
    [dangling] 「{ $file }」のリンク先がありません
    [circle] 「{ $file }」は自分を含むフォルダーへのリンクです
    [special] 「{ $file }」は通常のファイルではありません
    [not-a-folder] 「{ $file }」はフォルダーではなくファイルです
    [name] 「{ $file }」の名前がUnicodeではありません
    [too-many] 「{ $file }」のファイルとフォルダーが多すぎます
    [permission] 「{ $file }」を読む権限がありません
   *[other] 「{ $file }」を読めません
}
    .help = { $reason ->
    [outside] ファイルそのものを報告のフォルダーにコピーしてください
    [dangling] ファイルそのものを置くか、リンクを削除してください
    [circle] リンクを削除してください
    [special] 通常のファイルを置いてください。パイプ、デバイス、ソケットは読み込めません
    [not-a-folder] 名前を変更するか、報告のフォルダーの外に移動してください
    [name] 名前を変更してください。文字コードの違う環境で付けられた名前と思われます
    [too-many] 報告に使わないものをこのフォルダーの外に移動してください
    [permission] ファイルとフォルダーの権限を確認してください
    [other] ほかで開いていれば閉じ、読む権限があるか確かめてください
    [report] report.tomlのあるフォルダを指定してください: nenpo build フォルダ
   *[missing] 名前とフォルダを確かめてください
}
diagnostic-unread-data = { $part ->
    [name] 「{ $file }」は読み込まれません。表のファイル名ではありません
   *[format] 「{ $file }」は読み込まれません。表として読み込める形式ではありません
}
    .help = { $part ->
        [name] 指標の表（指標と実績の両方を含むブックも）の名前はdata/indicators.{ $extension }、実績の表の名前はdata/actuals.{ $extension }です。実績のファイルが複数あればdata/actuals/に入れてください。報告に使わないファイルはdataフォルダーの外に移動してください
       *[format] Excelブック（.xlsx）か「CSV UTF-8」で、表の名前を付けて保存してください。報告に使わないファイルはdataフォルダーの外に移動してください
    }
diagnostic-unread-file = { $part ->
    [figure] 「{ $file }」は使われません。どの成果の図でもなく、ロゴでもありません
    [font] 「{ $file }」は読み込まれません。フォントとして読み込める形式ではありません
    [language] 「{ $file }」は読み込まれません。言語の名前ではありません
    [spelling] 「{ $file }」は読み込まれません。言語の書き方が違います
    [edition] 「{ $file }」は使われません。この言語の版がありません
    [words] 「{ $file }」は読み込まれません。文言は、言語のフォルダーにある拡張子.ftlのファイルに書きます
    [template] 「{ $file }」は使われません。どの版も使っていません
    [folder] フォルダー「{ $file }」は読み込まれません
   *[other] 「{ $file }」は読み込まれません
}
    .help = { $part ->
        [figure] report.tomlで成果の図に指定するか、figuresフォルダーの外に移動してください
        [font] TrueTypeかOpenType（.ttf、.otf）に変換するか、削除してください
        [language] フォルダーの名前をja、enなどの言語にするか、削除してください
        [spelling] フォルダーの名前を変更するか、削除してください
        [edition] report.tomlの版にこの言語を追加するか、フォルダーを削除してください
        [words] 言語のフォルダーに移動して拡張子を.ftlにするか、削除してください
        [template] report.tomlにこの様式の版を追加するか、名前を修正するか、削除してください
        [data] dataフォルダーに置くのは表だけです。報告のフォルダーの外に移動してください
       *[other] 報告として読み込まれるのはreport.tomlとdata、locales、figures、templates、fontsの各フォルダーです。名前を修正するか、報告のフォルダーの外に移動してください
    }
diagnostic-file-encoding = { $kind ->
    [zero] 文字でないデータ（NUL）があります
    [utf-16] UTF-16のファイルが途中で切れているか、壊れています
    [ambiguous] { $encoding }では「{ $reading }」、{ $other }では「{ $other-reading }」となり、文字コードを確定できません
   *[unknown] ここから先の文字コードが分かりません
}
    .help = { $kind ->
    [zero] 元のファイルから作り直し、UTF-8で保存してください
   *[unknown] UTF-8で保存してください。Excelでは「CSV UTF-8（コンマ区切り）」を選びます。UTF-8、UTF-16、CP932（シフトJIS）を読めます
}
diagnostic-file-too-large = { $part ->
    [report] 「{ $file }」を含めると、報告のファイルが全体で大きすぎます
   *[file] 「{ $file }」が大きすぎます
}
    .help = { $part ->
        [report] この種のファイルを読み込めるのは合わせて{ $most } MiBまでです。不要なものを削除してください
       *[file] 読み込めるのは{ $most } MiBまでです。不要なシート・画像・行を削除してください
    }
diagnostic-file-unwritable = { $reason ->
    [full] ディスクの空きがないか割り当てを使い切っているため、「{ $file }」に書き込めません
    [read-only] 読み取り専用のディスクなので、「{ $file }」に書き込めません
    [permission] 「{ $file }」に書き込む権限がありません
    [not-a-folder] フォルダーの場所にファイルがあるため、「{ $file }」に書き込めません
   *[other] 「{ $file }」に書き込めません
}
    .help = { $reason ->
        [full] 空きを増やすか、--outで別のフォルダーを指定してください
        [read-only] --outで別のフォルダーを指定してください
        [permission] フォルダーの権限を確認し、ほかで開いていれば閉じるか、--outで別のフォルダーを指定してください
        [not-a-folder] ファイルの名前を変更するか、--outで別のフォルダーを指定してください
       *[other] PDFの閲覧ソフトなどで開いていれば閉じ、フォルダに書き込めるか確かめてください
    }
diagnostic-editions-differ = { $kind ->
    [document] { $document }と{ $other }は一つの文書の版ではありません。大半の行が違います
    [row] 「{ $row }」の行が{ $document }（{ $page }ページ）だけにあり、{ $other }にありません
   *[cell] 「{ $row }」が、{ $document }（{ $page }ページ）の「{ $column }」では「{ $printed }」、{ $other }（{ $other-page }ページ）の「{ $other-column }」では「{ $other-printed }」です
}
    .help = { $kind ->
        [document] 同じ様式、同じ年度の、言語の違うPDFを比べてください
       *[cell] どの言語の版も同じデータから作られます。様式の中に言語による条件がないか確かめるか、すべての言語で作り直してください
    }
diagnostic-no-attached-data = { $file }には検証に使うデータが添付されていません
    .help = report.tomlの[pdf]にattach-data = trueと書いて作り直してください。データがなくても、二つの言語の版どうしは比べられます: nenpo verify A.pdf B.pdf
diagnostic-foreign-attachment = { $file }に添付されたファイルは報告書のデータではありません: { $names }
    .help = attach-data = trueとしてnenpoが作ったPDFを指定してください
diagnostic-attachment-mismatch = { $kind ->
    [file] 添付されたデータから得られる表{ $name }が添付されていません
    [missing] 添付された{ $name }に、添付されたデータから得られる次の行がありません: { $given }
    [extra] 添付された{ $name }に、添付されたデータから得られない行があります
   *[row] 添付された{ $name }に、添付されたデータから得られない行があります。得られるのは次の行です: { $given }
}
    .help = このPDFは信頼できません。データか、データから計算した値が書き換えられています。報告書から作り直してください
diagnostic-value-mismatch = { $kind ->
    [head] { $page }ページで列か行の見出しになっている「{ $printed }」が、添付されたデータにありません
    [order] { $page }ページの「{ $row }」の行が重複しているか、添付されたデータの順と違います
    [gap] { $page }ページの「{ $row }」の隣に、指標{ $indicator }の行がありません
    [row] { $page }ページの「{ $row }」の行が、添付されたデータにありません
    [table] { $page }ページの「{ $row }」で始まる表のどの行も、添付されたデータにありません
    [absent] 添付されたデータにある指標{ $indicator }が、どの表にもありません
    [unknown] { $page }ページの「{ $row }」の「{ $column }」にある「{ $printed }」が、添付されたデータから得られません
   *[cell] { $page }ページの「{ $row }」の「{ $column }」が「{ $printed }」ですが、添付されたデータからは{ $given ->
        [none] 空欄
       *[other] 「{ $given }」
    }になります
}
    .help = このPDFは信頼できません。作った後に本文か添付のデータが書き換えられています。報告書から作り直してください
diagnostic-folder-not-empty = { $part ->
    [package] フォルダ「{ $folder }」には、データパッケージではないものがあります
   *[report] フォルダ「{ $folder }」は空ではありません
}
    .help = 別の名前にするか、中のものを移してください
diagnostic-toml-syntax = { $kind ->
    [space] ここでは全角の空白（U+3000）を使用できません
    [width] ここでは「{ $character }」（{ $code }）を使用できません
   *[other] TOMLの書き方になっていません
}
    .help = { $kind ->
    [space] 日本語入力をオフにし、半角で入力してください: { $right }
    [width] 日本語入力をオフにし、半角で入力してください: { $right }
   *[other] 文字は二重引用符（"）で囲み、日付は2023-03-31のように書きます。[名前]の行からまとまりが始まります
}
diagnostic-csv-syntax = { $kind ->
    [open] 引用符が閉じられていません
   *[inside] 閉じた引用符の後に文字が続いています
}
    .help = 引用符を閉じた後は区切りか改行とし、文字としての引用符は二つ続けて書いてください

## report.tomlの項目と値

diagnostic-unknown-key = 「{ $key }」という項目はありません
    .help = 名前を直すか、項目を消してください
diagnostic-missing-key = 項目「{ $key }」がありません
    .help = この節に書き足してください
diagnostic-wrong-type = 「{ $key }」の値の種類が違います
    .help = { $wanted ->
    [string] 文字列を二重引用符で囲んで書いてください
    [strings] 文字列を角括弧に並べてください（例: ["ja", "en"]）
    [integer] 整数を引用符なしで書いてください
    [number] 数を引用符なしで書いてください（例: 0.95）
    [date] 日付を引用符なしで書いてください（例: 2023-03-31）
    [boolean] trueかfalseを引用符なしで書いてください
    [table] 節として書いてください（例: [plan]）
   *[tables] 繰り返しの節として書いてください（例: [[group]]）
}
diagnostic-invalid-value = { $part ->
    [length] 「{ $key }」は名前としては長すぎます
    [comparator] 「{ $value }」と、以上・以下の列の「{ $other }」が一致しません
   *[value] 「{ $value }」は「{ $key }」の値にできません
}
    .help = { $part ->
    [length] { $most }字以内にし、引用符が抜けていないか確かめてください
    [comparator] どちらかを修正するか、目標値を数値だけにしてください
    [material-word] 1-2のように番号だけを書いてください。番号の前の言葉は、localesのmaterial-mainとmaterial-referenceで決まります
    [material-series] 番号だけを書いてください。資料か参考資料かは、seriesで決まります
    [material-length] 番号は1字から{ $most }字までで書いてください
   *[value] 値を直すか、省いてください
}
    .related = 以上・以下
diagnostic-unknown-word = 「{ $value }」はここでは使えません
    .help = 使えるもののどれかを、そのまま書いてください
diagnostic-invalid-id = { $part ->
    [evaluation] 「{ $id }」という評価は定義されていません
    [reserved] 「{ $id }」は報告の識別子にできません。Windowsではファイルの名前に使えません
   *[id] 「{ $id }」は識別子にできません
}
    .help = { $part ->
    [evaluation] 定義されている評価にするか、次の行を追加してください。xxxは英字の名前に置き換えます
    [reserved] 別の識別子にしてください
   *[id] 英字で始め、英数字と - と _ だけを使ってください
}
diagnostic-duplicate-id = { $part ->
    [edition] 様式「{ $id }」の「{ $language }」の版が二度指定されています
   *[id] 「{ $id }」が二度使われています
}
    .help = { $part ->
        [edition] どちらか一つを削除してください
       *[id] それぞれに別の識別子を付けてください
    }
    .related = 最初に使われた場所
diagnostic-standards-conflict = { $part ->
    [attachments] { $standard }ではデータを添付できません
   *[standards] これらのPDF規格は両立しません
}
    .help = { $part ->
    [attachments] ["a-3a", "ua-1"]とするか、attach-dataを消してください
   *[standards] ["a-2a", "ua-1"]、添付するときは["a-3a", "ua-1"]としてください
}

## 表

diagnostic-unknown-column = 「{ $column }」という列はありません
    .help = 名前を直すか、列を消してください
diagnostic-missing-column = 列「{ $column }」がありません
    .help = 1行目に書き足してください
diagnostic-duplicate-column = 列「{ $column }」が二つあります
    .help = 一方を消すか、名前を変えてください
    .related = 最初の列
diagnostic-text-outside-table = { $part ->
    [above] 表の見出しより上に文字があります
   *[below] この行には「{ $text }」しかありません
}
    .help = { $part ->
        [above] 見出しより上の行を消し、見出しを1行目にしてください
       *[below] 行を消すか、ほかのセルを書いてください。注はlocales/に書き、「注」の列でその識別子か印を示します
    }
    .related = 見出し
diagnostic-row-length = この行には{ $cells }個のセルがありますが、見出しは{ $columns }列です
    .help = コンマを含む文字列を引用符で囲むか、余りを消してください
diagnostic-empty-table = 表{ $file }に行がありません
    .help = 指標ごとに1行を書いてください
diagnostic-table-too-large = { $part ->
    [rows] 表の行が{ $most }行を超えています
    [columns] 表の列が{ $most }列を超えています
   *[cells] 表のセルが合わせて{ $most }個を超えています
}
    .help = 不要な行と列を削除し、同じものを何度も貼り付けていないか確認してください
diagnostic-too-many-indicators = 指標が{ $number }あり、一つの報告に載せられません
    .help = { $most }までにしてください。行が二重に貼り付けられていないか確かめ、多いときは報告を分けます
diagnostic-empty-cell = { $part ->
    [name] { $column }列目に名前がありません
   *[cell] この行の列「{ $column }」が空です
}
    .help = { $part ->
    [name] 名前を書くか、列を消してください
   *[cell] 書き入れてください
}
diagnostic-not-a-number = { $part ->
    [either] 「{ $value }」は{ $grouped }とも{ $decimal }とも読めます
    [sign] 「{ $value }」は、report.tomlの[tables]に書かれた小数点「{ $sign }」では数値として読めません
   *[number] 「{ $value }」は数値として読めません
}
    .help = { $part ->
    [either] 桁区切りのない数値にするか、表の小数点をreport.tomlの[tables]に decimal = "." か decimal = "," と追加してください
   *[number] 1166、1,166、81.0%、△3.2、135件、450※のように書いてください。値がないときは空欄にし、状態をmissing（数値なし）、suppressed（秘匿）、not-applicable（該当なし）のどれかにします
}
diagnostic-not-a-year = { $part ->
    [calendars] 「{ $value }」の二つの年度が一致しません（{ $first }年度と{ $second }年度）
   *[year] 「{ $value }」は年度として読めません
}
    .help = { $part ->
    [calendars] どちらかの年度を修正してください
   *[year] 2022、FY2022、2022/23、令和4年度、R4のように、始まりの年で書いてください
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
}）が入っています
    .help = セルを空にし、文字を入力し直してください。ウェブページやPDFから写すと紛れ込むことがあります
diagnostic-years-as-columns = この表は{ $number }列が年度です
    .help = 表actualsに、指標ID（indicator）、年度（fiscal_year）、実績値（value）の列を作り、指標と年度ごとに1行にしてください: { $rows }
diagnostic-unclear-sign = { $part ->
    [both] 数値の代わりに記号があります。「数値なし」と読んだもの: { $missing }。「秘匿」と読んだもの: { $suppressed }
    [suppressed] 数値の代わりに記号があり、「秘匿」と読みました: { $suppressed }
   *[missing] 数値の代わりに記号があり、「数値なし」と読みました: { $missing }
}
    .help = 記号の意味は府省や統計によって違います。report.tomlの[tables]に signs = { "{" } { $settings } { "}" } のように意味を追加するか（missing、suppressed、not-applicableのどれか）、それぞれの状態の列に書いてください
diagnostic-long-fraction = 「{ $id }」の値{ $value }は小数が{ $decimals }桁あり、全て印字されます
    .help = 指標の小数桁数（decimals）に、示す桁数を追加してください（例: 1）。プログラムの計算でこのような端数が残ることがあります
diagnostic-cell-too-long = セルの文字が多すぎます
    .help = { $most }文字までにし、引用符を閉じ忘れていないか確かめてください
diagnostic-unit-mismatch = { $part ->
    [accumulation] 「{ $value }」は累計と書かれていますが、指標は累計ではありません
   *[unit] 「{ $value }」の単位（{ $written }）が、指標の単位（{ $unit }）と違います
}
    .help = { $part ->
    [accumulation] 累計の値なら指標の集計方法をcumulativeにし、そうでなければ「累計」を消してください
   *[unit] 値か、指標の表の単位を直してください
}
diagnostic-ambiguous-mark = 印「{ $mark }」をもつ注が二つ以上あります
    .help = 印を消し、注の列にどの注かを書いてください
diagnostic-value-missing = 値も、値がない理由もありません
    .help = 値を書くか、状態の列に報告なし（missing）、秘匿（suppressed）、該当なし（not-applicable）のいずれかを書いてください
diagnostic-status-with-value = { $part ->
    [sign] 値がないことを表す「{ $value }」と状態「{ $status }」が食い違っています
   *[number] 状態「{ $status }」は値がないことを表しますが、値があります
}
    .help = 値か状態の一方を消してください

## ブック

diagnostic-workbook-unreadable = { $kind ->
    [encrypted] 「{ $file }」はパスワードで保護されています
    [damaged] 「{ $file }」は壊れているか、途中で切れています
    [empty] 「{ $file }」は空です
    [text] 「{ $file }」はブックではなく、テキストファイルです
    [markup] 「{ $file }」はブックではなく、ウェブページかXMLファイルです
    [old] 「{ $file }」はExcel 95以前の形式です
    [binary] 「{ $file }」はExcelのバイナリ形式（.xlsb）です
   *[other] 「{ $file }」はブックではありません
}
    .help = { $kind ->
    [encrypted] パスワードを外して保存し直してください
    [empty] もう一度コピーかダウンロードをするか、表を書き入れてください
    [damaged] もう一度コピーかダウンロードをしてください。表計算ソフトで開けるときは、そこから保存し直してください
    [text] 拡張子を.csvにするか、表計算ソフトで開いて.xlsxとして保存してください
   *[other] 表計算ソフトで開き、.xlsxとして保存してください
}
diagnostic-workbook-too-large = { $part ->
    [unpacked] 「{ $file }」は展開すると{ $most }MiBを超えます
    [sheets] 「{ $file }」のシートは{ $most }枚を超えています
    [cells] 「{ $file }」のセルは{ $most }個を超えています
    [rows] { $most }行より下にセルがあります
    [columns] { $most }列より右にセルがあります
    [text] 「{ $file }」の文字列は合わせて{ $most }MiBを超えています
    [merged] 結合されたセルがシートに{ $most }か所より多くあります
   *[characters] セルの文字列が{ $most }字を超えています
}
    .help = { $part ->
    [characters] 短くしてください。文書全体を貼り付けていないか確かめてください
    [merged] セルの結合を解除してください
    [rows] 誤って入ったものなら、行ごと削除してください
    [columns] 誤って入ったものなら、列ごと削除してください
   *[other] 表だけを新しいブックに写してください
}
diagnostic-missing-sheet = 「{ $file }」にシート「{ $sheet }」がありません
    .help = { $part ->
    [similar] シート「{ $similar }」の名前を「{ $sheet }」にしてください。今あるシート: { $sheets }
   *[other] この表のあるシートの名前を「{ $sheet }」にしてください。今あるシート: { $sheets }
}
diagnostic-duplicate-sheet = シート「{ $first }」と「{ $sheet }」は同じ表を表します
    .help = 一方を消すか、名前を変えてください
    .related = もう一方のシート
diagnostic-hidden-data = { $part ->
    [rows] 表示されていない行にデータがあります: { $range }
    [columns] 表示されていない列にデータがあります: { $range }
    [value] 表示形式のために、{ $range }の値が表示されていません
   *[sheet] 表示されていないシート「{ $range }」にデータがあります
}
    .help = { $part ->
    [value] 値が見える表示形式にするか、値を削除してください
    [rows] 行を再表示して（フィルターで隠れていることもあります）内容を確かめ、要らないものは削除してください
    [columns] 列を再表示して内容を確かめ、要らないものは削除してください
   *[sheet] シートを再表示して内容を確かめるか、削除してください
}
diagnostic-merged-cells = 結合されたセルにデータがあります: { $range }
    .help = 結合を解除し、当てはまるセルのそれぞれに値を書いてください
diagnostic-cell-error = { $cells }がエラー（{ $kind }）になっています
    .help = 数式を直すか、値そのものを書いてください。値がないときは空欄にして状態を書きます
diagnostic-cell-type = { $cells }が日付か時刻になっています
    .help = セルの表示形式を「標準」にして、数値か、年だけを2022のように書いてください
diagnostic-unclear-cell = { $kind ->
    [twice] ファイルの中に{ $cells }が二つあり、内容が異なります
    [struck] { $cells }に取り消し線の付いた文字があります
    [zero] { $cells }の値は0ですが、記号か言葉で表示されています
    [sign] { $cells }の負の数が、符号なしで表示されています
    [raised] 「{ $value }」に上付きか下付きの数字（脚注の番号など）が含まれています
   *[digits] { $cells }の表示が、値の数字と異なります
}
    .help = { $kind ->
    [twice] 表計算ソフトで開いてセルの内容を確認し、保存し直してください
    [struck] 取り消した文字を削除してください。全て有効なときは、取り消し線を外してください
    [zero] 0のときは、表示形式を「標準」にしてください。値がないときはセルを空欄にし、理由を「状態」の列に書いてください
    [sign] 符号の見える表示形式（「標準」など）にして、負の数でよいか確認してください
    [raised] 数値だけを書き、脚注は「注」の列に書いてください
   *[digits] 値がそのまま見える表示形式（「標準」など）にして、値と単位を確認してください
}
diagnostic-formula-without-value = { $cells }の数式がまだ計算されていません
    .help = 表計算ソフトで開いて保存し直すか、値そのものを書いてください

## 報告の全体

diagnostic-unknown-group = 「{ $id }」というグループは定義されていません
    .help = { $new ->
    [yes] 定義されているグループにするか、次の行を追加してください。xxxは英字の名前に、…はその言語での名前に置き換えます
   *[no] 名前を修正するか、report.tomlに[[group]]として追加してください
}
diagnostic-unknown-indicator = 「{ $id }」という指標はありません
    .help = 識別子を直すか、指標の表に書き足してください
diagnostic-unknown-unit = 「{ $id }」という単位は定義されていません
    .help = { $new ->
    [yes] 使用できる単位にするか、次の行を追加してください。xxxは英字の名前に、…はその言語での単位に置き換えます
   *[no] 名前を修正してください
}
diagnostic-unknown-kind = 「{ $id }」という区分は定義されていません
    .help = { $new ->
    [yes] 使用できる区分にするか、次の行を追加してください。xxxは英字の名前に、…はその言語での名前に置き換えます
   *[no] 名前を修正してください
}
diagnostic-invalid-parent = { $problem ->
    [circle] 「{ $id }」の親が循環しています: { $circle }
   *[other] 「{ $id }」は「{ $parent }」の内訳にできません
}
    .help = { $problem ->
    [circle] 全体を表す指標の行では親を空欄にしてください。内訳の内訳は作れません
    [part] 「{ $parent }」の親を書くか、「{ $parent }」の親を空欄にしてください。内訳の内訳は作れません
    [group] 内訳と親は同じグループでなければなりません。どちらかを直してください
   *[kind] 内訳と親は同じ区分でなければなりません。どちらかを直してください
}
    .related = 親の指標
diagnostic-invalid-featured = { $problem ->
    [group] 「{ $id }」はグループ「{ $group }」の指標ではありません
   *[part] 「{ $id }」は内訳なので、グループの主な指標にできません
}
    .help = { $problem ->
    [group] 同じグループの指標を書くか、その指標が属するグループのfeaturedに書いてください
   *[part] 全体を表す「{ $whole }」を書いてください
}
    .related = この指標
diagnostic-duplicate-actual = 「{ $id }」の{ $year }年度の値が二つあり、違っています
    .help = 正しい方を残してください
    .related = もう一つの値
diagnostic-actual-missing = 「{ $id }」の{ $year }年度の行がありません（{ $shown ->
    [none] 数値なしと表示します
   *[other] { $shown }年度の値を、年度を添えて表示します
}）
    .help = 行を書き足してください。値がないときは状態をmissingとします
diagnostic-target-year-outside-plan = 目標年度{ $year }が計画期間（{ $start }～{ $end }）の外にあります
    .help = target_yearを直すか、未定なら空欄にしてください
diagnostic-target-before-baseline = 目標年度{ $target }が基準年度{ $baseline }より前です
    .help = target_yearを直すか、未定なら空欄にしてください
    .related = 基準年度
diagnostic-direction-against-target = { $direction ->
    [increase] 増えるほどよい指標ですが、目標{ $target }が基準値{ $baseline }を下回っています
   *[decrease] 減るほどよい指標ですが、目標{ $target }が基準値{ $baseline }を上回っています
}
    .help = { $direction ->
    [increase] 目標か基準値を直すか、directionをdecreaseにしてください
   *[decrease] 目標か基準値を直すか、directionをincreaseにしてください
}
    .related = 基準値
diagnostic-direction-unknown = { $count }個の指標で、増えるのと減るのとどちらが望ましいのか分からないため、増えるのが望ましいものとして計算します: { $ids }
    .help = directionの列に、increase（増加）、decrease（減少）、maintain（維持）のいずれかを書いてください。基準値、「以上」「以下」、年度目標のいずれかがあれば、そこから判断します
diagnostic-progress-undefined = 「{ $id }」の目標が基準値と同じ{ $target }なので、進捗を計算できません
    .help = { $baseline ->
    [zero] 基準値のない累計は0から数えます。基準値か別の目標を書くか、directionをmaintainにしてください
   *[given] 目標か基準値を直すか、値を保つことが目標ならdirectionをmaintainにしてください
}
    .related = 基準値
diagnostic-share-above-100 = { $value }は全体を超えています。単位「{ $unit }」は割合なので100までです
    .help = 値を直してください。伸び率など100を超えうる比率は、単位をrateにします
    .related = 単位
diagnostic-negative-cumulative = 累計「{ $id }」の値が負です（{ $value }）
    .help = 値を修正してください。増減の差引なら、accumulationをannual（単年度）またはlevel（時点）にしてください
diagnostic-negative-count = 「{ $id }」では、数えたものの値{ $value }だけが負です
    .help = 値を確認してください。増減の差引なら、基準値などを加えるか、単位をpointsまたは独自の単位にすると、この警告は出ません
diagnostic-rounding-decides = 「{ $id }」の値{ $stored }は{ $shown }と表示されますが、{ $part ->
    [target] 目標{ $target }に達しているかどうかが、表示と元の値とで異なります
    [year-target] 年度目標{ $target }に達しているかどうかが、表示と元の値とで異なります
   *[status] 進捗区分が、表示と元の値とで異なります
}
    .help = { $by ->
    [cell] 表示する値で判定するなら、その数値をセルに入力してください。元の値で判定するなら、小数の桁数が多い表示形式にしてください
   *[decimals] 表示する値で判定するなら、四捨五入した値を書いてください。元の値で判定するなら、decimalsの桁数を増やすか、空欄にしてください
}
    .related = 目標
diagnostic-part-exceeds-whole = { $what ->
    [actual] 内訳「{ $part }」の{ $year }年度の値{ $value }が、親「{ $whole }」の値{ $limit }を上回っています
   *[target] 内訳「{ $part }」の目標{ $value }が、親「{ $whole }」の目標{ $limit }を上回っています
}
    .help = どちらかの値を直すか、内訳でないなら親を空欄にしてください
    .related = 親の値
diagnostic-cumulative-falls = 累計「{ $id }」が{ $earlier-year }年度の{ $earlier }から{ $year }年度の{ $value }に減っています
    .help = 値を直してください。以前の値を見直したときは、この行のnote列に注を書いて読者に伝えます。この年度から数え方が変わったときは、break列にyesと書きます。年ごとに数える値なら、accumulationをannualにしてください
    .related = 多い方の値
diagnostic-round-outside-plan = { $year }年度は計画期間（{ $start }～{ $end }）の外にあります
    .help = fiscal-yearか計画期間を直してください
diagnostic-no-edition = この指定に当てはまる版がありません
    .help = report.tomlの[[edition]]にある様式と言語を指定するか、--templateと--langを省略してください
diagnostic-no-html-form = 様式「{ $name }」からはHTMLを作れません
    .help = --templateでほかの様式だけを指定するか、様式のtemplate.tomlに[html]の表を書き、html.typを加えてください
    .related = この様式の設定。[html]の表がありません
diagnostic-unsuitable-option = { $option ->
    [ppi] --ppiを使えるのはPNG画像だけです
   *[pages] --pagesを使えるのは画像だけです。PDFとHTMLは全体を書き出します
}
    .help = { $option ->
        [ppi] --format pngを加えるか、--ppiを省いてください
       *[pages] --format pngか--format svgにしてください。一部のページだけのPDFでは、読み上げなどに使うタグが失われます
    }
diagnostic-unknown-page = 「{ $document }」に{ $page }ページはありません。全部で{ $count }ページです
    .help = --pagesには1から{ $count }までのページを書いてください
diagnostic-image-too-large = 「{ $document }」の{ $page }ページは、1インチ{ $ppi }画素では{ $megapixels }メガピクセルの画像になります
    .help = { $most }メガピクセルまでです。--ppiを{ $fitting }以下にするか、--format svgにしてください
diagnostic-implausible-date = { $part ->
    [before-round] { $date }は{ $year }年度が始まる前の日付です
    [before-as-of] 公表日{ $date }が、実績を集計した日（{ $as-of }）より前です
   *[late] { $date }は{ $year }年度の終わりから5年以上後の日付です
}
    .help = 日付か、報告の対象年度を修正してください
diagnostic-fractional-count = { $value }は整数ではありませんが、単位「{ $unit }」は物や人の数です
    .help = 値を修正してください。平均のように小数のある値であれば、decimalsの列に小数の桁数を記入してください
    .related = 単位

## 言葉

diagnostic-name-twice = 「{ $id }」の名前が表とlocalesの両方にあります
    .help = 一方だけにしてください
    .related = もう一方
diagnostic-fluent-syntax = { $kind ->
    [space] ここでは全角の空白（U+3000）を使用できません
    [width] ここでは「{ $character }」（{ $code }）を使用できません
    [printed] 「{ $character }」がそのまま文字として印刷されます
    [attribute] この行がそのまま文字として印刷されます。「{ $character }」（{ $code }）は項目の始まりになりません
    [indentation] 行が半角の空白ではない文字（{ $code }）で字下げされています
    [instead] ここでは「{ $character }」を使用できません
    [unclosed] 波括弧が閉じていません
    [start-of-line] 続きの行は「{ $character }」で始められません
    [call] 関数の呼び出し方が違います
   *[other] Fluentの書き方になっていません
}
    .help = { $kind ->
    [space] 日本語入力をオフにし、半角で「{ $right }」と入力してください
    [width] 日本語入力をオフにし、半角で「{ $right }」と入力してください
    [printed] 日本語入力をオフにし、半角で「{ $right }」と入力してください
    [attribute] 日本語入力をオフにし、半角で「{ $right }」と入力してください
    [indentation] 半角の空白で字下げしてください
    [start-of-line] 「{ $right }」のように書くか（箇条書きは「- 」で始めます）、前の行に続けて書いてください
    [call] { $right }と書いてください
    [instead] 「{ $right }」と書いてください
    [unclosed] 差し込むものの後で「{ $right }」のように閉じてください
   *[other] 「名前 = 文」と書き、続きの行は字下げします。{ "{" }と{ "}" }は差し込むものだけを囲みます
}
diagnostic-duplicate-message = 「{ $id }」が二度書かれています
    .help = 一方を消してください
    .related = 最初に書かれた場所
diagnostic-missing-message = 「{ $id }」が「{ $language }」にありません
    .help = { $part ->
    [name] 表の列name@{ $language }に記入するか、locales/{ $language }/のファイルに追加してください
    [attribute] locales/{ $language }/のファイルで、この文に「    .title = …」のように字下げした行を追加してください
   *[message] locales/{ $language }/のファイルに次の行を追加してください: { $id } = …
}
diagnostic-empty-highlight = 主な成果「{ $highlight }」に図がなく、「{ $language }」の本文もありません
    .help = locales/{ $language }/のhighlight-{ $highlight }に.bodyとして本文を書くか、report.tomlに図を書いてください
diagnostic-unknown-reference = 「{ $language }」に「{ $id }」という言葉はありません
    .help = 名前を直すか、locales/{ $language }/のファイルに書き足してください
diagnostic-cyclic-reference = 「{ $id }」が自分自身を参照しています
    .help = 循環している参照の一つを消してください
    .related = 循環の始まり
diagnostic-unknown-function = 「{ $name }」という関数はありません
    .help = 名前を直してください。関数の名前は大文字で書きます
diagnostic-function-argument = { $problem ->
    [subject] { $name }には対象の名前が一つ必要です
    [option] { $name }に「{ $value }」という指定はできません
    [absent] 「{ $value }」には{ $name }で参照できるものがありません
    [number] 「{ $value }」は{ $name }で書ける数値ではありません
   *[value] 「{ $value }」は{ $name }に指定できません
}
    .help = { $problem ->
    [subject] { $name }("…")のように、引用符で囲んで書いてください
    [option] 削除するか、名前を修正してください
    [option-value] 使用できるものの中から選んでください
    [absent] 目標と値を表に記入するか、これを参照しない文にしてください
    [number] { $name }("1166")のように半角の数字だけを書いてください。桁区切りは言語に合わせて付きます
   *[value] { $name ->
        [DATE] 名前を修正するか、{ $name }("2023-03-31")のように日付を書いてください
        [FISCAL_YEAR] 名前を修正するか、{ $name }("2022")のように、年度の始まる年を西暦で書いてください
       *[other] 使用できるものの中から選んでください
    }
}
diagnostic-unknown-variable = 「{ $id }」に「{ $variable }」という変数は渡されません
    .help = 文をそのまま書くか、ACTUAL、TARGET、RATE、COUNT、DATE、FISCAL_YEAR、NUMで値を引いてください
diagnostic-message-too-complex = 「{ $id }」は長すぎるか、入れ子が深すぎるか、差し込むものが多すぎます
    .help = { "{" }と{ "}" }で差し込むものを減らすか、文を分けてください
diagnostic-untranslated-message = 「{ $id }」は「{ $language }」にあって「{ $other }」にありません
    .help = locales/{ $other }/のファイルにも書き足してください
diagnostic-different-citations = 「{ $id }」に差し込むものが「{ $language }」と「{ $other }」とで違います
    .help = 両方に同じものを差し込んでください。「{ $language }」だけ: { $here }、「{ $other }」だけ: { $there }
    .related = 「{ $other }」の文
diagnostic-literal-number = 「{ $number }」と直接書かれていますが、これは「{ $id }」の{ $function ->
    [TARGET] 目標
   *[ACTUAL] 値
}です
    .help = 代わりに{ "{" } { $function }("{ $id }") { "}" }と書けば、表といつも一致します。たまたま同じ数なら{ "{" } NUM("{ $plain }") { "}" }と書いてください
diagnostic-unused-message = 「{ $id }」は使われていません
    .help = 名前を直すか、消してください
diagnostic-unsupported-markup = 「{ $id }」に、報告では表せない書式があります: { $markup }
    .help = { $kind ->
    [table] 指標とその値は、data/の表に書けばどの様式でも表になります。ほかの表は、箇条書きにするか、図としてfigures/に置いてください
    [heading] 見出しにはhighlight-….titleやgroup-…などの専用の文を使い、文の中では**太字**か段落で区切ってください
    [image] 画像をfigures/に置き、report.tomlの[[highlight]]のfigureに指定してください
    [footnote] 注はnote-…という文に書き、report.tomlのnotesか、表の注の列に指定してください。主な成果の出典は.citationに書きます
    [task-list] 「- 文」の箇条書きにし、済んだかどうかは言葉で書いてください
    [definition-list] 「- **語**: 説明」のような箇条書きにしてください
    [strikethrough] 不要な部分は削除してください。値の修正は注で説明します
    [html] 使用できるのは段落、箇条書き、*強調*、**太字**、^上付き^、~下付き~、リンクです。改行は行末の\で表します
    [formula] 普通の文字と^上付き^、~下付き~で書くか、図としてfigures/に置いてください
    [list] 箇条書きは各行を「- 」か「1. 」で始めてください。段落に分けるときは空行を挟みます
    [link] 半角で[文](https://…)と書いてください
    [address] https://example.org/のようにアドレス全体を書くか、リンクにせず文字だけを書いてください
    [emphasis] *強調*、**太字**は半角で、*の内側に空白を入れず、同じ数の*で閉じてください。記号をそのまま出すには前に\を置きます
    [lowered] ~をそのまま出すには前に\を置くか、～にしてください。下付きは、CO~2~のように英字の後の英数字に使います
    [language] [Nature](lang:en)のように、言語のタグを書いてください
    [nesting] 箇条書きの中の箇条書きを減らしてください
   *[other] 使用できるのは段落、箇条書き、*強調*、**太字**、^上付き^、~下付き~、リンクです。記号をそのまま出すには前に\を置きます
}
diagnostic-missing-glyph = { $kind ->
    [control] 制御文字（{ $code }）があります
    [unseen] 目に見えない文字（{ $code }）があります
    [private] 「{ $character }」（{ $code }）は外字です。ほかのコンピューターでは別の文字になるか、表示されません
   *[other] 「{ $character }」（{ $code }）を表せる書体がありません
}
    .help = { $kind ->
    [control] 削除してください
    [unseen] 削除してください。ウェブページやワープロから写した文によく含まれます
    [private] 標準の文字にするか、外字のある書体（標準と太字）をfonts/フォルダーに置き、report.tomlの[theme]のfontsに書体名を追加してください
    [emoji] 言葉か、書体にある記号に置き換えてください
    [mark] 記号を付けない文字にしてください
   *[other] 別の文字にするか、その文字のある書体（標準と太字）をfonts/フォルダーに置き、report.tomlの[theme]のfontsに書体名を追加してください
}
diagnostic-missing-variant = 「{ $character }」（{ $code }）で指定された異体字が書体にないため、標準の字形で表示します
    .help = 異体字セレクターを削除するか、その異体字のある書体をfonts/フォルダーに置き、report.tomlの[theme]のfontsに書体名を追加してください

markup-address = https、http、mailto以外へのリンク
markup-heading = 見出し
markup-block-quote = 引用
markup-code = コード
markup-image = 画像
markup-language = enやjaのようなタグでない言語の指定
markup-thematic-break = 区切り線
markup-nesting = 深すぎる入れ子
markup-table = 表
markup-footnote = 脚注
markup-task-list = チェックボックスの付いた箇条書き
markup-definition-list = 定義リスト
markup-strikethrough = 取り消し線
markup-html = HTML
markup-formula = 数式
markup-list = 記号や番号で始めた行の並び
markup-link = 全角で書いたリンク
markup-emphasis = 閉じていない強調
markup-lowered = 下付きか範囲か区別できない~

## 様式・図・書体

diagnostic-unknown-template = 「{ $name }」という様式はありません
    .help = 名前を直すか、templates/{ $name }/フォルダを作り、template.tomlとmain.typを置いてください
diagnostic-invalid-template = { $file }にある様式の設定が使えません
    .help = 示された箇所を修正するか、ファイルを削除して組み込みの設定を使用してください
diagnostic-unknown-language = 「{ $language }」の言葉がありません
    .help = report.tomlの言語を修正するか、locales/{ $language }/フォルダーを作成し、様式が使う全ての文を書いてください
diagnostic-invalid-figure = { $kind ->
    [pixels] 「{ $file }」は{ $subject }画像なので、図として使えません
    [drawing] 「{ $file }」は{ $subject }ファイルなので、図として使えません
    [archive] 「{ $file }」は画像ではなく、Officeなどの文書か圧縮ファイルです
    [compressed] 「{ $file }」は圧縮されています
    [encoding] 「{ $file }」はUTF-8ではありません
    [empty] 「{ $file }」は空です
    [broken] 「{ $file }」は壊れているか、形式に合っていないため読めません
    [cmyk] 「{ $file }」はCMYKの色を使っています。PDF規格では、プロファイルのないCMYKは使えません
    [linked] 「{ $file }」は「{ $subject }」をリンクで表示していますが、報告ではリンク先を読めません
    [embedded] 「{ $file }」に埋め込まれた画像を読めません
    [foreign] 「{ $file }」にはウェブの部品（foreignObject）があり、そのままでは抜け落ちます
    [moving] 「{ $file }」には動きやプログラムの要素{ $subject }がありますが、紙面では働きません
    [style] 「{ $file }」のスタイルは「{ $subject }」を参照していますが、報告では参照先を読み込めません
    [conditional] 「{ $file }」には、ソフトや言語によって表示が変わる部分があります（{ $subject }）
    [entities] 「{ $file }」には、文字以外を含むXMLの実体の宣言があります
    [too-much] 「{ $file }」は描画の負担が大きすぎます。{ $subject ->
        [bytes] 図のファイルが大きすぎます
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
   *[unknown] 「{ $file }」は図として使えません
}
    .help = { $kind ->
    [pixels] 画像ソフトで開いてPNG（写真ならJPEG）で保存してください
    [drawing] 作図ソフトで開いて、プレーンなSVGかPNGで保存してください
    [archive] 元のソフトで開いて、そのページや図をSVGかPNGで保存してください
    [compressed] SVGZではなく、圧縮しないSVGで保存してください
    [encoding] 文字コードをUTF-8にしてSVGを保存し直してください
    [empty] 図を保存し直してください
    [cmyk] RGBの色で保存してください
    [linked] 画像を図の中に埋め込むか、図の中に描いてください
    [embedded] PNGかJPEGで埋め込み直してください
    [foreign] SVGの文字かアウトラインに変えてください。diagrams.netでは「書式付きテキスト」を外して保存します
    [moving] 消して、印刷する形で図を保存してください
    [style] 参照しているものを図の中に埋め込んでください。ウェブフォントの文字はアウトラインにしてください
    [conditional] この条件のない図として保存してください。言語ごとの文字は、data-l10n-idで文言を指定します
    [entities] プレーンなSVGで保存し直してください
    [too-much] 図を簡単にするか、印刷する大きさのPNGで保存してください。上限はdocs/bounds.mdにあります
   *[unknown] SVG、PNG、JPEGのいずれかで保存してください
}
diagnostic-invalid-font = 書体「{ $font }」がないか、使えません
    .help = 標準と太字のTrueTypeまたはOpenTypeファイルを報告のfonts/フォルダに置いてください
diagnostic-low-contrast = 色{ $color }の紙に対するコントラスト比は{ $contrast }で、必要な{ $least }に足りません
    .help = 色と紙の明るさの差を大きくしてください。このままでは視力の弱い人が読めません
diagnostic-chart-failed = 図{ $chart }を描けません
    .help = 指標やグループの名前を短くしてください（表のlabel@…、localesの.label）。独自の様式では、そのtemplate.tomlで図のwidthやtext-sizeも変更できます
diagnostic-template-failed = { $document }の様式を組めません
    .help = コンパイラーが示す箇所で独自の様式を修正してください。templates/に何も置いていないときはnenpoの不具合です。開発者にお知らせください
diagnostic-template-warning = { $document }についてコンパイラからの注意
    .help = ページを確認し、問題がなければそのままで構いません。問題があれば、コンパイラーが示す箇所で独自の様式を修正してください
diagnostic-data-not-attached = { $document }に、attach-dataで求めたデータが添付されていません
    .help = 独自の様式のページを組み込みのreport-page（import "/templates/lib/page.typ": report-page）で作るか、report.attachmentsの一つ一つにpdf.attachを使用してください
diagnostic-standards-violated = { $document }がPDF規格を満たしません
    .help = report.tomlの[pdf]に書く規格を減らすか、コンパイラーが示す箇所で独自の様式を修正してください（代替テキストの追加など）
diagnostic-pdf-unreadable = { $reason ->
    [not-pdf] PDFファイルではありません
    [truncated] PDFが途中で切れています。末尾がありません
    [encrypted] PDFが暗号化されています
    [untagged] PDFにタグがないため、表や文章を順に読み取れません
    [too-large] PDFを展開すると、nenpoが読み込める大きさを超えます
   *[damaged] PDFが壊れています
}
    .help = { $reason ->
    [not-pdf] nenpoが作成したPDFを指定してください
    [encrypted] パスワードを付けていない、nenpoが作成したままのPDFを指定してください
    [untagged] nenpoが作成したままのPDFを指定してください。PDFへの印刷やPDFの結合でタグは失われます
    [too-large] nenpoが作成したPDFを指定してください
   *[damaged] コピーやダウンロードをやり直すか、もう一度作成してください
}
diagnostic-unsound-pdf = { $kind ->
    [unmarked-content] { $page }ページに、タグも装飾の印もない内容があります
    [mark-twice] { $page }ページで、2つの内容に同じ番号{ $detail }が付いています
    [mark-in-mark] { $page }ページで、タグの付いた内容と装飾が入れ子になっています
    [unbalanced-marks] { $page }ページで、内容の印の始まりと終わりが対応していません
    [unparsed-content] { $page }ページに、読み取れない内容があります
    [unowned-mark] { $page }ページの番号{ $detail }の内容が、どのタグにも属していません
    [mark-owned-twice] { $page }ページの番号{ $detail }の内容が、2つのタグに属しています
    [missing-mark] { $page }ページに、タグが指す番号{ $detail }の内容がありません
    [element-twice] タグ{ $detail }がタグツリーに2回現れるか、循環しています
    [too-deep] タグの入れ子が深すぎます
    [wrong-parent] タグ{ $detail }が、実際とは違うタグを親としています
    [strange-child] タグ{ $detail }に、タグでも内容でもないものが入っています
    [no-parent-tree] 内容からタグをたどるための親ツリーが、空か存在しません
    [parent-tree-differs] 親ツリーが、{ $detail }から、それを持つものとは違うタグを指しています
    [parent-tree-foreign] 親ツリーに、存在しない{ $detail }の項目があります
    [parent-key] 親ツリーでの固有の番号がないページまたはリンクがあります
    [untagged-link] { $page }ページのリンク「{ $detail }」がタグの木にありません
    [untagged-annotation] { $page }ページの注釈（{ $detail }）がタグの木にありません。nenpoが作らない種類の注釈です
    [annotation-owned-twice] { $page }ページのリンク「{ $detail }」が、2つのタグに属しています
    [annotation-on-no-page] タグツリーのリンク{ $detail }が、どのページにもありません
    [silent-link] { $page }ページのリンク{ $detail }に、行き先の説明がありません
    [dead-link] { $page }ページのリンク「{ $detail }」の行き先がありません
    [dead-destination] 名前の付いた行き先「{ $detail }」が、どのページにもありません
    [identifier-twice] 2つのタグに同じ識別子{ $detail }が付いています
    [identifier-tree] 識別子{ $detail }から、そのタグをたどれません
    [unknown-header] { $page }ページのセルが、表にない見出しセル{ $detail }を指しています
    [header-without-scope] { $page }ページの見出しセル「{ $detail }」が、行と列のどちらの見出しかを示していません
    [misplaced-cell] { $page }ページの「{ $detail }」が、表の外にある表の一部か、表の中にあって表の一部でないものになっています
    [dead-bookmark] しおり「{ $detail }」の行き先がありません
    [bookmark-chain] しおりのつながりが、「{ $detail }」で切れているか循環しています
    [bookmark-without-heading] { $page }ページに、しおり「{ $detail }」に当たる見出しがありません
    [no-metadata] 読み取れるXMPメタデータがありません
    [no-title] PDFに表題がありません
    [titles-differ] PDFの2か所の表題が一致しません：{ $detail }
    [title-not-shown] 表題ではなくファイル名が表示される設定になっています
    [no-language] PDFに言語が示されていません
    [suspect-tags] PDFが、タグの正しさに疑いがあるとしています
   *[no-page-labels] ページラベルがありません
}
    .help = PDFを作り直し、nenpoが作成したまま使ってください。作り直しても同じときは、nenpo、または報告独自の様式の不具合です
