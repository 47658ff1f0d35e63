report-title = Sixth Comprehensive Plan of an Imaginary Town
report-subtitle = Progress in fiscal year 2023
report-issuer = The imaginary town
report-notice = This is an example by which nenpo is tested. The town, its plan and its figures are invented.

overview =
    { FISCAL_YEAR("round") } is the third year of the plan. { COUNT("achieved") } of the { COUNT("with-target") } indicators with a target have reached that of { FISCAL_YEAR("plan-end") }.

    - Children on waiting lists: { ACTUAL("waiting-children") }.
    - Waste was { ACTUAL("waste") }, an achievement rate of { RATE("waste") } (target: { TARGET("waste") }).
    - Only { ACTUAL("vacant-homes") } vacant homes have been let or sold so far.
evaluation = Child care and safety are on course. The use of vacant homes has to become faster.

note-biennial = From a survey of residents every two years.
note-counting = Still being counted and not reported yet.

unit-times = { $value }
unit-thousand-people = { $value } thousand
unit-grams = { $value } g
kind-activity = Activities
kind-result = Results

-panel = council
status-by-group-title = Overall status (calculated)

evaluation-excellent = ◎
    .legend = ahead of the plan
evaluation-good = ○
    .legend = as planned
evaluation-fair = △
    .legend = somewhat behind the plan
evaluation-poor = ×
    .legend = far behind the plan
