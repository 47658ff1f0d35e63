# Title, overview, evaluation, policy fields, notes

report-title = Minamo City Fifth Comprehensive Plan: Annual Progress Report
report-subtitle = Results for { FISCAL_YEAR("round") } (fifth year of the Basic Plan)
report-issuer = Minamo City, Policy Promotion Division
report-notice = This document is a sample showing the features of nenpo. Minamo City does not exist: the city, its plan and organisation, the events described and every number are fictional.

## Overview and assessment

overview =
    The Basic Plan of Minamo City’s Fifth Comprehensive Plan ({ FISCAL_YEAR("plan-start") }–{ FISCAL_YEAR("plan-end") }) sets { COUNT("indicators") } indicators in five policy fields, and the city reports on them to its residents every year. This report gives the results for { FISCAL_YEAR("round") }, with one year of the plan to go.

    Of the { COUNT("with-target") } indicators with a target, { COUNT("achieved") } have met it and { COUNT("on-track") } are on track.
evaluation =
    At its meeting on { DATE("2025-08-07") } the Advisory Council on the Comprehensive Plan found that **the plan as a whole is broadly on track**. For the final year it advised the city:

    - to consolidate the gains made in childcare and road safety;
    - not to ease off on tourism and health, still short of their targets;
    - **to rethink its approach to woodland management and to support for pupils not attending school.**

## Headings (replacing those of the templates)

results-title = Main results by policy field
highlights-title = Main achievements in { FISCAL_YEAR("round") }
indicators-title = All indicators

## Policy fields

group-health = Health and Welfare
    .number = ①
group-environment = Environment and Energy
    .number = ②
group-children = Children and Education
    .number = ③
group-economy = Local Economy and Visitors
    .number = ④
    .label = Economy and Visitors
group-safety = Safety and Infrastructure
    .number = ⑤

## Main results by policy field (the numbers are cited from data/)

overview-health = The number of community salons rose to { ACTUAL("health-salons") } (target: { TARGET("health-salons") }), and the share of older people certified as needing long-term care fell to { ACTUAL("health-care") }, meeting the target ({ TARGET("health-care") }). Uptake of Specific Health Checkups was only { ACTUAL("health-checkups") } (target: { TARGET("health-checkups") }); people of working age remain hard to reach.
overview-environment = Solar panels on city buildings generated { ACTUAL("env-generation") }, { RATE("env-generation") } of the target. Waste fell to { ACTUAL("env-waste") } per person per day (target: { TARGET("env-waste") }) but missed the target for the year. Woodland thinning is behind schedule, at { ACTUAL("env-woodland") } in total (target: { TARGET("env-woodland") }).
overview-children = The city has added { ACTUAL("child-places") } childcare places (target: { TARGET("child-places") }), and the number of children on waiting lists has come down to { ACTUAL("child-waiting") }. Of the pupils not attending school, however, only { ACTUAL("child-absence") } receive counselling or tuition (target: { TARGET("child-absence") }), and more support settings are urgently needed.
overview-economy = A total of { ACTUAL("econ-startups") } businesses have started with the city’s support (target: { TARGET("econ-startups") }), which is on track. There were { ACTUAL("econ-visitors") } visitors (provisional), { RATE("econ-visitors") } of the target. Net migration was { ACTUAL("econ-migration") }: more people still leave than arrive, but the gap narrows every year.
overview-safety = Grants for the earthquake safety of wooden houses reached { ACTUAL("safe-quake") } in total, more than the target for the year, and { ACTUAL("safe-casualties") } people were killed or injured on the roads (target: { TARGET("safe-casualties") }). Preparation of individual evacuation plans needs to accelerate: { ACTUAL("safe-plans") } have been drawn up (target: { TARGET("safe-plans") }).

## Notes

note-as-of = The “latest value” is that for { FISCAL_YEAR("round") }, or, for point-in-time indicators, that at { DATE("as-of") }.
note-calendar-year = From January to December of the year in which the fiscal year starts.
note-april = Number of children on 1 April of the following fiscal year.
note-survey = From the residents’ survey, held every two years; not applicable in the years between.
note-points-app = Includes participation by smartphone app from { FISCAL_YEAR("2022") }; not comparable with earlier years.
note-checkups-provisional = Based on counts before submission to the national government.
note-span-pending = The statistics from which the value is calculated had not been published; the city expects to publish the value during { FISCAL_YEAR("2025") }.
note-meter = A meter failed; two months were estimated from the previous year’s output.
note-recycling-plastics = Includes the combined collection of plastics that began in { FISCAL_YEAR("2023") }; not comparable with earlier years.
note-emissions-estimate = Estimated from electricity and gas supplied, as the underlying statistics had not been published.
note-pm25-renewal = Too few measurement days for an annual mean because instruments were being replaced.
note-small-numbers = Values below three are suppressed, as the households could be identified.
note-carers-start = Support began in { FISCAL_YEAR("2021") }.
note-lessons-cancelled = The survey was cancelled because of COVID-19.
note-wells-withdrawn = Net of registrations withdrawn because the owner moved or the well was closed.
