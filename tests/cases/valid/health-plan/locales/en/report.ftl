report-title = Health Promotion Plan of an Imaginary Prefecture
report-subtitle = Progress in fiscal year 2021
report-notice = This is an example by which nenpo is tested. The plan and its figures are invented and have nothing to do with any real plan or statistics.

overview =
    The plan runs for ten years, from { FISCAL_YEAR("plan-start") } to { FISCAL_YEAR("plan-end") }, and has { COUNT("indicators") } indicators.
    As of { DATE("as-of") }, { COUNT("achieved") } of the { COUNT("with-target") } indicators with a target had reached it.
evaluation = The target for smoking has been met, but people eat fewer vegetables than when the plan was made. More has to be done for a better diet.

group-lifestyle = Healthier lifestyles
    .number = ①
overview-lifestyle =
    { ACTUAL("smoking") } of adults smoke (target: { TARGET("smoking") }).
    Salt intake was { ACTUAL("salt") }, an achievement rate of { RATE("salt") }.
group-disease = Prevention of lifestyle diseases
    .number = ②
overview-disease = Cancer mortality was { ACTUAL("cancer") } (target: { TARGET("cancer") }).
group-society = A society that supports health
    .number = ③
overview-society = { ACTUAL("companies") } companies registered for promoting health (target: { TARGET("companies") }).

highlight-smoke-free =
    .title = Fewer people smoke
    .body =
        Smoking fell to { ACTUAL("smoking-men") } among men and { ACTUAL("smoking-women") } among women.
        With { ACTUAL("smoking") } of all adults, the target of { TARGET("smoking") } was met.

note-adults = Aged 20 and over.
note-age-adjusted = Age-adjusted mortality.
note-survey-cancelled = The survey was cancelled because of an epidemic.

unit-grams = { $value } g
unit-steps = { $value } steps
unit-per-100k = { $value } per 100,000

-panel = committee
status-by-group-title = Status by area (calculated)

evaluation-A = A
    .legend = target met
evaluation-B = B
    .legend = improving
evaluation-C = C
    .legend = unchanged
evaluation-D = D
    .legend = getting worse
evaluation-E = E
    .legend = cannot be judged
