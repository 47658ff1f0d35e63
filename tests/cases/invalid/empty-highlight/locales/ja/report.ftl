report-title = 水と森の計画
overview = { FISCAL_YEAR("round") }の清掃活動は{ ACTUAL("water-cleanups") }（目標{ TARGET("water-cleanups") }）。
group-water = 水
group-forest = 森
note-survey = 水質調査による。
highlight-river =
    .title = 川がきれいに
