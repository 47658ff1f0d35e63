report-title = 架空の県の健康増進計画
report-subtitle = 令和3年度の進捗状況
report-notice = これはnenpoの動作を確かめるための例です。計画も数値も架空のもので、実在の計画や統計とは関係ありません。

overview =
    計画は{ FISCAL_YEAR("plan-start") }から{ FISCAL_YEAR("plan-end") }までの10年間で、{ COUNT("indicators") }の指標を置いている。
    { DATE("as-of") }現在、目標のある{ COUNT("with-target") }指標のうち{ COUNT("achieved") }指標が目標に達した。
evaluation = 喫煙率は目標に達したが、野菜の摂取量は策定時より減っており、食生活の改善をさらに進める必要がある。

group-lifestyle = 生活習慣の改善
    .number = ①
overview-lifestyle =
    成人の喫煙率は{ ACTUAL("smoking") }（目標{ TARGET("smoking") }）となった。
    食塩摂取量は{ ACTUAL("salt") }で、目標に対する達成率は{ RATE("salt") }である。
group-disease = 生活習慣病の予防
    .number = ②
overview-disease = がんの死亡率は{ ACTUAL("cancer") }（目標{ TARGET("cancer") }）となった。
group-society = 健康を支える社会環境
    .number = ③
overview-society = 健康づくりに取り組む企業の登録数は{ ACTUAL("companies") }（目標{ TARGET("companies") }）となった。

highlight-smoke-free =
    .title = たばこを吸う人が減っている
    .body =
        喫煙率は男性で{ ACTUAL("smoking-men") }、女性で{ ACTUAL("smoking-women") }まで下がり、
        全体では{ ACTUAL("smoking") }と、目標の{ TARGET("smoking") }に達した。

note-adults = 20歳以上。
note-age-adjusted = 年齢調整死亡率。
note-survey-cancelled = 感染症の流行により、調査を中止した。

unit-grams = { $value }g
unit-steps = { $value }歩
unit-per-100k = 人口10万対{ $value }

-panel = 評価委員会
status-by-group-title = 分野別の進捗区分

evaluation-A = A
    .legend = 目標に達した
evaluation-B = B
    .legend = 改善傾向にある
evaluation-C = C
    .legend = 変わらない
evaluation-D = D
    .legend = 悪化している
evaluation-E = E
    .legend = 評価できない
