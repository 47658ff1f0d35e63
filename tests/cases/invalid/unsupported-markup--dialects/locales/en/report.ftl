report-title = Plan for Water and Forests
overview =
    | Year | { FISCAL_YEAR("round") } |
    |------|------|
    | Events | { ACTUAL("water-cleanups") } of { TARGET("water-cleanups") } |
group-water = Water
group-forest = Forests
note-survey = By ~~hand~~ <br> survey[^1].
highlight-river =
    .title = A cleaner river
    .body =
        - [ ] The **river is clean.
        - The formula is $x^2$.

        ・ one
        ・ two

        Osaka (大阪~京都~東京)
    .alt = A schematic of the river
figure-river = River
