# nenpo new --workbook で作るワークブックの言葉。about-… の .entry に渡る変数は、その列で選べる語

guide-sheet = 説明
guide-title = 指標・実績の記入用ブック
guide-lead =
    シート「指標」には1行に一つの指標を、シート「実績」には指標・年度ごとに1行の実績値を記入してください。
    ＊の付いた列は必須です。その他の列は、該当しない場合は空欄にしてください。
    1セルには一つの値だけを記入し、セルを結合しないでください。▼が表示される列は、一覧から選択できます。
    見出しは保護されています（パスワードはありません）。行の追加、削除、並べ替えは通常どおり行えます。
guide-heading-sheet = シート
guide-heading-column = 列
guide-heading-meaning = 意味
guide-heading-entry = 記入方法
guide-heading-example = 例
required-mark = ＊

## 書き方が違うときの知らせ

alert-title = 入力の確認
alert-list = 一覧にない値です。▼を押して選択してください。
alert-unusual = この列では想定されていない値です。誤りでなければ、そのまま続行してください。
alert-decimals = 0から10までの整数を書いてください。

## 指標の列

about-indicators-id = 指標を識別するID
    .entry = 英字で始め、英数字と - と _ で書きます。指標ごとに異なるIDとし、翌年度以降も変更しないでください。
about-indicators-group = 指標が属するグループ
    .entry = report.tomlに書いたグループの識別子を選びます。
about-indicators-kind = 指標の区分
    .entry = アウトプットは活動の量、アウトカムは活動による成果です。
about-indicators-parent = 内訳の指標（「うち…」）の場合、その親指標
    .entry = 親指標の指標IDを選択してください。グループと指標区分は親指標と同じにしてください。内訳でなければ空欄にします。
about-indicators-unit = 数値の単位
    .entry = 一覧から選択してください（件、%、増減率、人、か所、社、円、ポイント、年、なし）。
about-indicators-accumulation = 実績値の集計方法
    .entry = { $cumulative }は計画の初めからの合計、{ $annual }はその年度だけの数、{ $level }は割合など、その時点の状態です。空欄は{ $level }とみなします。
about-indicators-direction = 増減どちらが望ましいか
    .entry = { $increase }、{ $decrease }、{ $maintain }から選びます。空欄のときは、基準値、目標値、「以上」「以下」から判断します。
about-indicators-baseline = 計画開始前の値
    .entry = 数値だけを記入してください（単位は不要）。ない場合は空欄にしてください。
about-indicators-baseline_year = 基準値の年度
    .entry = 年度の始まりの年を西暦で書きます（令和4年度は2022）。
about-indicators-target = 目標とする値
    .entry = 数字だけを書きます。目標を定めず推移を見るだけの指標は空欄にします。
about-indicators-target_year = 目標を達成する年度
    .entry = 年度の始まりの年を西暦で書きます（令和8年度は2026）。決まっていなければ空欄にします。
about-indicators-comparator = 目標値の条件（以上・以下）
    .entry = 「85%{ $at-least }」のように書く目標では「{ $at-least }」か「{ $at-most }」を選びます。数値だけの目標は空欄にします。
about-indicators-decimals = 小数点以下を何桁まで示すか
    .entry = 0から10までの整数を書きます。空欄なら、書かれた数値のまま示します。
about-indicators-note = 指標に付ける注
    .entry = 注の識別子を書きます。二つ以上は空白で区切ります。注の文はlocalesフォルダに書きます。
about-indicators-name = 報告に載せる指標の名前
    .entry = 正式な名前を、単位を付けずに書きます。
about-indicators-label = 図に使う短い名前
    .entry = 10字程度以内にしてください。空欄なら指標名を使います。

## 実績の列

about-actuals-indicator = どの指標の実績か
    .entry = シート「indicators」に書いた指標IDから選びます。
about-actuals-fiscal_year = どの年度の実績か
    .entry = 年度の始まりの年を西暦で書きます（令和6年度は2024）。
about-actuals-value = 実績の数値
    .entry = 数字だけを書きます。累計の指標では、計画の初めからの合計です。数値がない場合は空欄にし、右の「状態」の列で理由を選択してください。
about-actuals-status = 値の状態、または値がない理由
    .entry = { $final }、{ $provisional }、{ $estimated }から選びます。数値がないときは{ $missing }、{ $suppressed }（個人や事業者の秘密を守るため非公表）、{ $not-applicable }から選びます。空欄は{ $final }とみなします。
about-actuals-break = 系列の断層の有無
    .entry = 定義や調べ方が変わり、前の年度までの値と比べられないときは「{ $yes }」とします。空欄は「無」とみなします。
about-actuals-note = 数値に付ける注
    .entry = 注の識別子を書きます。二つ以上は空白で区切ります。注の文はlocalesフォルダに書きます。
