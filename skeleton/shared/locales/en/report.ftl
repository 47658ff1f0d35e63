# Title, overview, evaluation, names of groups, notes
#
# Lines that begin with # explain and are not printed. Write name = text; indent the lines that go on.
# Do not write numbers: cite them from the tables by { ACTUAL("indicator ID") } and { TARGET("indicator ID") }.

report-title = Mihon City Plan for Getting Around and Green Space: Follow-up
# A line below the title, who publishes the report, and a notice on the first page (each may be left out)
report-subtitle = Results for { FISCAL_YEAR("round") } (third year of the plan)
report-issuer = Planning Division, Mihon City
report-notice = Mihon City does not exist: the plan, the numbers and the sentences are only an example. Put your own plan in their place and remove this notice.

## Overview and evaluation

# What the report is about
overview = This report follows up { FISCAL_YEAR("round") }, the third year of the Mihon City Plan for Getting Around and Green Space ({ FISCAL_YEAR("plan-start") }–{ FISCAL_YEAR("plan-end") }). { COUNT("achieved") } of the { COUNT("with-target") } indicators with a target { COUNT("achieved") ->
    [1] has
   *[other] have
} reached it, and { ACTUAL("transport-bus-stops") } bus stops have been improved (target: { TARGET("transport-bus-stops") }).
# What a panel decided; it is told in the panel's words, apart from the computed status
evaluation = The Mihon City Plan Evaluation Panel noted, among other things, that the share of residents with a park within a ten-minute walk had risen to { ACTUAL("green-park-access") } (target: { TARGET("green-park-access") }), and concluded that **the plan as a whole is progressing well**.

## Groups (.number is a number, .label a short name for charts; both may be left out)

group-transport = Getting Around
    .number = ①
    .label = Getting Around
group-green = Green Space and Water
    .number = ②
    .label = Green Space and Water

## Main results by group

overview-transport = A cumulative total of { ACTUAL("transport-bus-stops") } bus stops have been improved (target: { TARGET("transport-bus-stops") }), and community buses carried { ACTUAL("transport-bus-users") } passengers in the year (target: { TARGET("transport-bus-users") }).
overview-green = A cumulative total of { ACTUAL("green-hedge-grants") } grants for hedges and green roofs have been made (target: { TARGET("green-hedge-grants") }).

## Notes (with .mark, a note has that mark in place of ※1 and so on)

note-as-of = Values are those of { DATE("as-of") }.
note-river-survey = The survey for { FISCAL_YEAR("round") } is still being compiled.
