# 表題、概要、評価、グループの名前、注
#
# 「#」で始まる行は説明で、報告には出ない。文は「名前 = 文」と書き、続きの行は字下げする。
# 数値は文に書かず、{ ACTUAL("指標ID") }（実績）や{ TARGET("指標ID") }（目標）で表から引く。

report-title = みほん市 暮らしの足と緑の計画 フォローアップ
# 表題の下に添える行、作成者、最初のページの断り書き（いずれも省ける）
report-subtitle = { FISCAL_YEAR("round") }（計画３年度目）の結果
report-issuer = みほん市企画課
report-notice = みほん市は架空の市で、計画・数値・文章はすべて記入例です。お使いになる計画の内容に書き換え、この一文を消してください。

## 概要と評価

# 何についての報告か
overview = みほん市 暮らしの足と緑の計画（{ FISCAL_YEAR("plan-start") }～{ FISCAL_YEAR("plan-end") }）の３年度目である{ FISCAL_YEAR("round") }について、実施状況を報告する。目標のある{ COUNT("with-target") }指標のうち{ COUNT("achieved") }指標が目標に達し、バス停の改良は{ ACTUAL("transport-bus-stops") }（目標{ TARGET("transport-bus-stops") }）となった。
# 有識者などの評価。計算された進捗とは別に、評価した会議の言葉を書く
evaluation = みほん市計画評価委員会は、歩いて10分以内に公園がある市民の割合が{ ACTUAL("green-park-access") }（目標{ TARGET("green-park-access") }）まで上がったことなどを踏まえ、**全体としておおむね順調に進んでいる**と評価した。

## グループ（.number は番号、.label は図に使う短い名前。どちらも省ける）

group-transport = 暮らしの足
    .number = ①
    .label = 暮らしの足
group-green = 緑と水辺
    .number = ②
    .label = 緑と水辺

## グループごとの主な成果

overview-transport = バス停の改良は累計{ ACTUAL("transport-bus-stops") }（目標{ TARGET("transport-bus-stops") }）、コミュニティバスの利用者は年間{ ACTUAL("transport-bus-users") }（目標{ TARGET("transport-bus-users") }）と、着実に増えた。
overview-green = 生け垣・屋上緑化への助成は累計{ ACTUAL("green-hedge-grants") }（目標{ TARGET("green-hedge-grants") }）に達した。

## 注（.mark を付けると、※1などの番号に代えてその印を使う）

note-as-of = 実績は{ DATE("as-of") }時点の数値。
note-river-survey = { FISCAL_YEAR("round") }の調査は集計中。
