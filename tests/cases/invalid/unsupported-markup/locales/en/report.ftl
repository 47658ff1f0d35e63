report-title = Plan for Water and Forests
overview = { ACTUAL("water-cleanups") } clean-up events in { FISCAL_YEAR("round") } (target: { TARGET("water-cleanups") }).
group-water = Water
group-forest = Forests
note-survey = From the water survey.
highlight-river =
    .title = A cleaner river
    .body =
        # Clean-ups

        They run `code` on ![water](w.png) of [rivers](lang:english).

        > quoted

        ---
        end
    .alt = A schematic of the river
figure-river = River
