report-title = 水と森の計画
overview = { FISCAL_YEAR("round") }の清掃活動は｛　ＡＣＴＵＡＬ（“water－cleanups”）　｝（目標TARGET("water-cleanups")、｛注｝は除く）。
group-water = 水
    ．number = ①
group-forest ＝ 森
＃ 注
note-survey = 水質調査による。
highlight-river =
　　.title = 川がきれいに
    .body =
        清掃活動は{ ACTUAL（"water-cleanups"） }で、
        **水質**は水質が改善した。
    .alt = 川の模式図
figure-river = 川
