report-title = Plan for Water and Forests
overview = { ACTUAL("water-cleanups") } clean-up events in { FISCAL_YEAR("round") } (target: { TARGET("water-cleanups") }).
group-water = Water
group-forest = Forests
note-survey = From the water survey.
highlight-river =
    .title = A cleaner river
    .body = { 1 ->
       *[other] { -many }
    } Clean-ups have improved the water.
    .alt = A schematic of the river
figure-river = River
-many = { "a" }{ "a" }{ "a" }{ "a" }{ "a" }{ "a" }{ "a" }{ "a" }{ "a" }{ "a" }{ "a" }{ "a" }{ "a" }{ "a" }{ "a" }{ "a" }{ "a" }{ "a" }{ "a" }{ "a" }{ "a" }{ "a" }{ "a" }{ "a" }{ "a" }{ "a" }{ "a" }{ "a" }{ "a" }{ "a" }{ "a" }{ "a" }{ "a" }{ "a" }{ "a" }{ "a" }{ "a" }{ "a" }{ "a" }{ "a" }{ "a" }{ "a" }{ "a" }{ "a" }{ "a" }{ "a" }{ "a" }{ "a" }{ "a" }{ "a" }{ "a" }{ "a" }{ "a" }{ "a" }{ "a" }{ "a" }{ "a" }{ "a" }{ "a" }{ "a" }{ "a" }{ "a" }{ "a" }{ "a" }{ "a" }{ "a" }{ "a" }{ "a" }{ "a" }{ "a" }{ "a" }{ "a" }{ "a" }{ "a" }{ "a" }{ "a" }{ "a" }{ "a" }{ "a" }{ "a" }{ "a" }{ "a" }{ "a" }{ "a" }{ "a" }{ "a" }{ "a" }{ "a" }{ "a" }{ "a" }{ "a" }{ "a" }{ "a" }{ "a" }{ "a" }{ "a" }{ "a" }{ "a" }{ "a" }{ "a" }{ "a" }
