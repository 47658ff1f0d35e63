# 様式followupの文言。報告ごとのlocales/で置き換えることができる

results-title = 主な成果
results-closing = { "" }
indicators-title = 目標の達成状況
charts-title = 目標に対する進捗
charts-lead = { COUNT("with-target") ->
    [0] 目標のある指標はない。
   *[other] { COUNT("reported") ->
        [0] 目標のある{ COUNT("with-target") }指標の実績値は、まだない。
       *[other] { COUNT("achieved") ->
            [0] 目標のある{ COUNT("with-target") }指標は、いずれも目標に達していない（数値による機械的な判定）。
           *[other] 目標のある{ COUNT("with-target") }指標のうち{ COUNT("achieved") }指標が目標に達した（数値による機械的な判定）。
        }
    }
}
