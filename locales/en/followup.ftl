# Text of the template followup. A report’s own locales/ can override it

results-title = Main results
results-closing = { "" }
indicators-title = Progress towards the targets
charts-title = Progress towards the targets
charts-lead = { COUNT("achieved") } of the { COUNT("with-target") } { COUNT("with-target") ->
    [one] indicator
   *[other] indicators
} with a target { COUNT("achieved") ->
    [one] has
   *[other] have
} met it, according to the data.
