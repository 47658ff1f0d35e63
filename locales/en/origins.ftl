# Where in the data and messages what stands on a page was written

origin-of-year = { $name } ({ $year })
origin-of-sort = { $name } ({ $sort })
origin-of-sort-and-year = { $name } ({ $sort }, { $year })

## What a value is

origin-actual = actual value
origin-target = target
origin-year-target = target for the year
origin-baseline = baseline
origin-evaluation = assessment
origin-unit = unit
origin-short-name = short name

## Settings

origin-round = Fiscal year reported on
origin-as-of = Reference date of the values
origin-published = Date of publication
origin-material = Committee document number
origin-figure = File of the figure
origin-logo = File of the logo
