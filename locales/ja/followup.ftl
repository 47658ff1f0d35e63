# 様式followupの語。事例のlocales/で置き換えられる

results-title = 主な成果
results-closing = { "" }
indicators-title = 達成目標の進捗状況
charts-title = 達成率と進捗の計算結果
charts-lead = 目標のある{ COUNT("with-target") }指標のうち{ COUNT("achieved") }指標が目標に達した（計算による）。
