# Text of the template followup. A report’s own locales/ can override it

results-title = Main results
results-closing = { "" }
indicators-title = Achievement of the targets
charts-title = Progress towards the targets
charts-lead = { COUNT("with-target") ->
    [0] No indicator has a target.
   *[other] { COUNT("reported") ->
        [0] No values are available yet for the { COUNT("with-target") ->
            [one] indicator
           *[other] { COUNT("with-target") } indicators
        } with a target.
       *[other] { COUNT("achieved") ->
            [0] { COUNT("with-target") ->
                [one] The only indicator with a target has not met it, according to the data.
               *[other] None of the { COUNT("with-target") } indicators with a target has met it, according to the data.
            }
           *[other] { COUNT("achieved") } of the { COUNT("with-target") } { COUNT("with-target") ->
                [one] indicator
               *[other] indicators
            } with a target { COUNT("achieved") ->
                [one] has
               *[other] have
            } met it, according to the data.
        }
    }
}
