# Words that this plan alone uses: the council, units, grades

-panel = advisory council
status-by-group-title = Status by policy field (computed)
status-by-group-alt = Computed status of the indicators in each policy field. { $items }.

## Units: $value is the number

unit-grams = { $value } g
unit-hectares = { $value } ha
unit-households = { $value }
unit-kilotonnes = { $value } kt
unit-megawatt-hours = { $value } MWh
unit-micrograms = { $value } µg/m³
unit-minutes = { $value } min
unit-thousand-people = { $value } thousand
unit-visits = { $value }

## The advisory council's grades

evaluation-A = A
    .legend = target reached, or certain to be
evaluation-B = B
    .legend = broadly on schedule
evaluation-C = C
    .legend = behind schedule
evaluation-D = D
    .legend = far behind, or going backwards
