report-title = Plan for Water and Forests
overview =
    { ACTUAL("清掃活動の回数") } by { DATE("2024/3/31") }, { FISCAL_YEAR("令和4年度") }, { NUM("1,700") },
    { COUNT("achieved", group: "water") }, { DATE("as-of", calendar: "japanese") }, { ACTUAL("ｗａｔｅｒ－cleanups") }
group-water = Water
group-forest = Forests
note-survey = From the water survey.
highlight-river =
    .title = A cleaner river
    .body = Clean-ups have improved the water.
    .alt = A schematic of the river
figure-river = River
