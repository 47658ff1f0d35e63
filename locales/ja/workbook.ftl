# nenpo new --workbook で作るワークブックの言葉。about-… の .entry に渡る変数は、その列で選べる語

guide-sheet = 説明
guide-title = 指標と実績の記入用ワークブック
guide-lead =
    シート「indicators」には指標を1行に一つ、シート「actuals」には実績を指標と年度ごとに1行書きます。
    ＊の付いた列は必ず書きます。ほかの列は、当てはまらなければ空欄にします。
    1セルに一つだけ書き、セルを結合しないでください。▼の出る列では一覧から選べます。
    見出しは保護されています（パスワードはありません）。行の追加、削除、並べ替えはそのままできます。
guide-heading-sheet = シート
guide-heading-column = 列
guide-heading-meaning = 意味
guide-heading-entry = 書き方
guide-heading-example = 例
required-mark = ＊

## 書き方が違うときの知らせ

alert-title = 入力の確認
alert-list = 一覧にない語です。▼を押して選んでください。
alert-unusual = いつもと違う書き方です。間違いでなければ、このまま続けてください。
alert-decimals = 0から10までの整数を書いてください。

## 指標の列

about-indicators-id = 指標を見分ける記号
    .entry = 英字で始め、英数字と - と _ で書きます。指標ごとに別のものにし、翌年度も変えません。
about-indicators-group = 指標の入るグループ
    .entry = report.tomlに書いたグループの識別子を選びます。
about-indicators-kind = 指標の区分
    .entry = outputはアウトプット（行ったことの量）、outcomeはアウトカム（その結果）です。
about-indicators-parent = 「うち…」の指標が、どの指標の内訳か
    .entry = 元の指標の指標IDを選びます。グループと区分は元と同じにします。内訳でなければ空欄にします。
about-indicators-unit = 数値の単位
    .entry = count 件、percent %、people 人、places か所、companies 社、yen 円、points ポイント、years 年、none 単位なし。
about-indicators-accumulation = 数値の数え方
    .entry = { $cumulative }は計画の初めからの合計、{ $annual }はその年度だけの数、{ $level }は割合など、その時点の状態です。空欄は{ $level }とみなします。
about-indicators-direction = どちらになると良いか
    .entry = { $increase }、{ $decrease }、{ $maintain }から選びます。空欄のときは、基準値、目標値、「以上」「以下」から判断します。
about-indicators-baseline = 計画を始める前の値
    .entry = 数字だけを書きます。なければ空欄にします。
about-indicators-baseline_year = 基準値の年度
    .entry = 年度の始まりの年を西暦で書きます（令和4年度は2022）。
about-indicators-target = 目標とする値
    .entry = 数字だけを書きます。目標を定めず推移を見るだけの指標は空欄にします。
about-indicators-target_year = 目標を達成する年度
    .entry = 年度の始まりの年を西暦で書きます（令和8年度は2026）。決まっていなければ空欄にします。
about-indicators-comparator = 目標に添える語
    .entry = 「85%{ $at-least }」のように書く目標では「{ $at-least }」か「{ $at-most }」を選びます。数値だけの目標は空欄にします。
about-indicators-decimals = 小数点以下を何桁まで示すか
    .entry = 0から10までの整数を書きます。空欄なら、書かれた数値のまま示します。
about-indicators-note = 指標に付ける注
    .entry = 注の識別子を書きます。二つ以上は空白で区切ります。注の文はlocalesフォルダに書きます。
about-indicators-name = 報告に載せる指標の名前
    .entry = 正式な名前を、単位を付けずに書きます。
about-indicators-label = 図に使う短い名前
    .entry = 10字くらいまでにします。空欄なら指標名を使います。

## 実績の列

about-actuals-indicator = どの指標の実績か
    .entry = シート「indicators」に書いた指標IDから選びます。
about-actuals-fiscal_year = どの年度の実績か
    .entry = 年度の始まりの年を西暦で書きます（令和6年度は2024）。
about-actuals-value = 実績の数値
    .entry = 数字だけを書きます。累計の指標では、計画の初めからの合計です。数値がないときは空欄にし、右の列に理由を書きます。
about-actuals-status = 数値の確かさ、または数値のない理由
    .entry = { $final }、{ $provisional }、{ $estimated }から選びます。数値がないときは{ $missing }、{ $suppressed }（公表できない）、{ $not-applicable }から選びます。空欄は{ $final }とみなします。
about-actuals-break = 前の年度までと比べられるか
    .entry = 定義や調べ方が変わり、前の年度までの値と比べられないときは「{ $yes }」とします。空欄なら、比べられる値です。
about-actuals-note = 数値に付ける注
    .entry = 注の識別子を書きます。二つ以上は空白で区切ります。注の文はlocalesフォルダに書きます。
