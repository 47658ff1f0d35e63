# 様式followupの文言。報告ごとのlocales/で置き換えることができる

results-title = 主な成果
results-closing = { "" }
indicators-title = 目標の達成状況
charts-title = 目標に対する進捗
charts-lead = 目標のある{ COUNT("with-target") }指標のうち{ COUNT("achieved") }指標が目標に達した（数値による機械的な判定）。
