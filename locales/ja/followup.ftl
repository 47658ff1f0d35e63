# 様式followupの語。事例のlocales/で置き換えられる

# 評価を決める会議。ほかの計画はここだけを置き換える
-panel = 専門調査会

overview-title = 概要
evaluation-title = { -panel }の評価
results-title = 主な成果
results-closing = { "" }
highlights-title = 主な成果の詳細
indicators-title = 達成目標の進捗状況
charts-title = 達成率と進捗の計算結果
charts-lead = 目標のある{ COUNT("with-target") }指標のうち{ COUNT("achieved") }指標が目標に達した（計算による）。

## 表

target = 達成目標
year-target = 年度目標
actual = 最新の数値
panel-evaluation = 評価
status = 計算
table-summary = 行は指標、列は達成目標、最新の数値、計算による進捗の順。区分ごとに見出しの行がある。

## 計算による進捗

computed-title = 計算による進捗
computed-notice = 進捗の印は数値から計算したもので、{ -panel }の評価ではない。
computed-method = 達成率は、最新の数値を達成目標で割ったもの{ $downward ->
    [yes] （目標以下にする指標では、達成目標を最新の数値で割ったもの）
   *[no] {""}
}。進捗は、累計の指標では達成率{ $baselines ->
    [yes] （基準値のある指標では、基準値からの増加分を、基準値から達成目標までの差で割ったもの）
   *[no] {""}
}を計画期間の経過割合で割った値{ $year-targets ->
    [yes] （年度目標のある指標では、年度目標に対する割合）
   *[no] {""}
}で分ける（目標に達していれば達成、{ $on-track }以上は順調、{ $acceleration-needed }以上は加速が必要、0以上は限定的、負は後退）。割合など累計でない指標は達成か未達成か{ $year-targets ->
    [yes] （年度目標に達していれば順調）
   *[no] だけ
}を示し、目標のない指標はモニタリングとする。いずれも計算の結果であり、{ -panel }の評価ではない。
status-by-group-title = プロジェクト別の進捗（計算）
