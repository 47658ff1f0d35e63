report-title = Plan for Water and Forests
overview = { ACTUAL["water-cleanups"] } events
fiscal-year = { 年度("2022") }
group-water: Water
group-forest = Forests
note-survey = { NUM("5") （five）
highlight-river =
    title = A cleaner river
    .body = The river is ｛ group-forest ｝.
    .alt = A schematic of the river
figure-river = River
