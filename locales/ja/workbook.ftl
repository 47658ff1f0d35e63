# nenpo new --workbook で作成するブックの文言。about-… の .entry の変数は、その列で選択できる語

guide-sheet = 説明
lists-sheet = 選択肢
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

## 想定外の入力に対する確認

alert-title = 入力の確認
alert-list = 一覧にない値です。▼を押して選択してください。
alert-unusual = この列では想定されていない値です。誤りでなければ、そのまま続行してください。
alert-decimals = 0から10までの整数を入力してください。

## 指標の列

about-indicators-id = 指標を識別するID
    .entry = 英字で始め、英数字と - と _ だけで記入してください。指標ごとに異なるIDとし、翌年度以降も変更しないでください。
about-indicators-group = 指標が属するグループ
    .entry = report.tomlで定義したグループの識別子を選択してください。
about-indicators-kind = 指標の区分
    .entry = アウトプットは活動の量、アウトカムは活動による成果です。
about-indicators-parent = 内訳の指標（「うち…」）の場合、その親指標
    .entry = 親指標の指標IDを選択してください。グループと指標区分は親指標と同じにしてください。内訳でない場合は空欄にしてください。
about-indicators-unit = 数値の単位
    .entry = 一覧から選択してください（件、%、増減率、人、か所、社、円、ポイント、年、なし）。100以下の割合は「%」、増減率など100を超え得る比率は「増減率」です。
about-indicators-accumulation = 実績値の集計方法
    .entry = { $cumulative }は計画開始からの合計、{ $annual }はその年度だけの値、{ $level }は割合などの時点の値です。空欄は{ $level }とみなします。
about-indicators-direction = 増減どちらが望ましいか
    .entry = { $increase }、{ $decrease }、{ $maintain }から選択してください。空欄の場合は、基準値、目標値、「以上」「以下」から判断します。
about-indicators-baseline = 計画開始前の値
    .entry = 数値だけを記入してください（単位は不要）。ない場合は空欄にしてください。
about-indicators-baseline_year = 基準値の年度
    .entry = 年度の開始年を西暦で記入してください（令和4年度は2022）。
about-indicators-target = 目標とする値
    .entry = 数値だけを記入してください（単位は不要）。目標を定めず推移だけを確認する指標は、空欄にしてください。
about-indicators-target_year = 目標を達成する年度
    .entry = 年度の開始年を西暦で記入してください（令和8年度は2026）。未定の場合は空欄にしてください。
about-indicators-comparator = 目標値の条件（以上・以下）
    .entry = 「85%{ $at-least }」のような目標の場合は、「{ $at-least }」または「{ $at-most }」を選択してください。数値だけの目標は空欄にしてください。
about-indicators-decimals = 表示する小数点以下の桁数
    .entry = 0から10までの整数を記入してください。空欄の場合は、記入した数値のまま表示します。
about-indicators-note = 指標に付ける注
    .entry = 注の識別子を記入してください。二つ以上の場合は空白で区切ります。注の文はlocalesフォルダーに書きます。
about-indicators-name = 報告書に表示する指標の名称
    .entry = 正式な名称を、単位を付けずに記入してください。
about-indicators-label = 図に使用する短い名称
    .entry = 10字程度以内にしてください。空欄の場合は指標名を使用します。

## 実績の列

about-actuals-indicator = 実績値の指標
    .entry = シート「指標」に記入した指標IDから選択してください。
about-actuals-fiscal_year = 実績値の年度
    .entry = 年度の開始年を西暦で記入してください（令和6年度は2024）。
about-actuals-value = 実績値
    .entry = 数値だけを記入してください（単位は不要）。累計の指標では、計画開始からの合計です。数値がない場合は空欄にし、右の「状態」の列で理由を選択してください。
about-actuals-status = 値の状態、または値がない理由
    .entry = { $final }、{ $provisional }、{ $estimated }から選択してください。数値がない場合は、{ $missing }、{ $suppressed }（個人や事業者の秘密を守るため非公表）、{ $not-applicable }から選択してください。空欄は{ $final }とみなします。
about-actuals-break = 系列の断層の有無
    .entry = 定義や調査方法の変更により、前年度以前の値と比較できない場合は「{ $yes }」を選択してください。空欄は「無」とみなします。
about-actuals-target = その年度の目標値（最終の目標値とは別にある場合）
    .entry = 数値だけを記入してください。年度ごとの目標がなければ空欄にします。
about-actuals-evaluation = 委員会などが付けた評価（A、B、◎など）
    .entry = 評価の識別子（英字で始まる英数字）を記入してください。表示する文字はlocalesフォルダーのevaluation-（識別子）に書きます。
about-actuals-note = 実績値に付ける注
    .entry = 注の識別子を記入してください。二つ以上の場合は空白で区切ります。注の文はlocalesフォルダーに書きます。
