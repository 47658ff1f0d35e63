report-title = Water and forest plan
overview = Progress in { FISCAL_YEAR("round") }: { ACTUAL("a") } of { TARGET("a") }; spending { ACTUAL("d") }.
group-water = Water
group-forest = Forest
note-survey = Survey of { NUM("1200") } households ({ FISCAL_YEAR("2023") }).
unit-hectares = { $value } ha
