report-title = 架空の町の第6次総合計画
report-subtitle = 令和5年度の進捗状況
report-issuer = 架空の町
report-notice = これはnenpoの動作を確かめるための例です。町も計画も数値も架空のものです。

overview =
    { FISCAL_YEAR("round") }は計画の3年目に当たる。目標のある{ COUNT("with-target") }指標のうち{ COUNT("achieved") }指標が{ FISCAL_YEAR("plan-end") }の目標に達した。

    - 待機児童は{ ACTUAL("waiting-children") }となった。
    - ごみ排出量は{ ACTUAL("waste") }で、目標（{ TARGET("waste") }）に対する達成率は{ RATE("waste") }である。
    - 空き家バンクの成約は累計{ ACTUAL("vacant-homes") }にとどまる。
evaluation = 子育てと防災は順調である。空き家の活用を急ぐ必要がある。

note-biennial = 2年に1度の町民意識調査による。
note-counting = 集計中のため、報告されていない。

unit-times = { $value }回
unit-thousand-people = { $value }千人
unit-grams = { $value }g
kind-activity = 活動指標
kind-result = 成果指標

-panel = 総合計画審議会
status-by-group-title = 全体の進捗区分

evaluation-excellent = ◎
    .legend = 計画を上回る
evaluation-good = ○
    .legend = 計画どおり
evaluation-fair = △
    .legend = 計画をやや下回る
evaluation-poor = ×
    .legend = 計画を大きく下回る
