# Words of the template followup. A report's own locales/ may replace them

# Who decides the evaluation; other plans replace this alone
-panel = panel

overview-title = Overview
evaluation-title = The { -panel }’s evaluation
results-title = Main results
results-closing = { "" }
highlights-title = Highlights
indicators-title = Progress towards the targets
charts-title = Achievement rates and computed progress
charts-lead = { COUNT("achieved") } of the { COUNT("with-target") } indicators with a target have reached it (computed).

## Tables

target = Target
year-target = Year’s target
panel-evaluation = Grade
actual = Latest
status = Status
table-summary = Each row is an indicator. The columns are target, latest value and computed status. Each kind of indicator has a heading row.

## Computed status

computed-title = Computed status
computed-notice = The status marks are computed from the numbers; they are not the { -panel }’s evaluation.
computed-method = The achievement rate is the latest value divided by the target{ $downward ->
    [yes] , or the target divided by the latest value where the target is not to be exceeded
   *[no] {""}
}. For cumulative indicators the status depends on the achievement rate{ $baselines ->
    [yes] {" "}(where there is a baseline: the increase from the baseline divided by the way from the baseline to the target)
   *[no] {""}
} divided by the share of the plan that has elapsed{ $year-targets ->
    [yes] {" "}(where the year has a target of its own: by the share of that target)
   *[no] {""}
}: achieved once the target is met, on track from { $on-track }, acceleration needed from { $acceleration-needed }, limited progress from 0, deteriorating below 0. Shares and other levels are only achieved or not yet achieved{ $year-targets ->
    [yes] {""}, or on track where they meet the target of the year
   *[no] {""}
}; an indicator without a target is only monitored. All of this is computed and is not the { -panel }’s evaluation.
status-by-group-title = Status by project (computed)
