# この計画だけで使用する文言: 会議体、指標区分、単位、評価

-panel = 総合計画審議会
kind-output = 活動指標
kind-outcome = 成果指標
status-by-group-title = 分野別の進捗区分（算定）

## 単位: $value は数値

unit-grams = { $value }g
unit-hectares = { $value }ha
unit-households = { $value }世帯
unit-kilotonnes = { $value }千t
unit-megawatt-hours = { $value }MWh
unit-micrograms = { $value }µg/m³
unit-minutes = { $value }分
unit-thousand-people = { $value }千人
unit-visits = { $value }回

## 総合計画審議会の評価

evaluation-A = A
    .legend = 目標に達した、又は達することが確実
evaluation-B = B
    .legend = おおむね順調
evaluation-C = C
    .legend = 遅れている
evaluation-D = D
    .legend = 大きく遅れている、又は後退している
