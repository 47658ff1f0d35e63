# Text specific to this plan: the council, units, ratings

-panel = advisory council
status-by-group-title = Progress status by policy field (calculated)

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

## The advisory council’s ratings

evaluation-A = A
    .legend = target met, or certain to be met
evaluation-B = B
    .legend = broadly on track
evaluation-C = C
    .legend = behind schedule
evaluation-D = D
    .legend = far behind schedule, or deteriorating
