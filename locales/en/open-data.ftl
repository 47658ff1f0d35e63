# What open data says of its files, tables and columns (nenpo export, and attach-data under [pdf])

## Files

data-file-descriptor = Description of the data files (Frictionless Data Package)
data-file-document = All data and computed figures in one document
data-file-workbook = All tables as a workbook, one sheet each
data-file-settings = Settings of the report
data-file-words = Words of the report
data-file-figure = Figure of the report
data-file-template = Template of the report
data-file-font = Font of the report

## Tables

data-table-indicators = Indicators: what is measured, with targets and units
data-table-actuals = Actuals: what was observed in each fiscal year
data-table-progress = Progress by the latest value, computed from targets and actuals; not the evaluation
data-table-note-uses = Which notes indicators and values have
data-table-groups = Groups of indicators
data-table-kinds = Kinds of indicators
data-table-units = Units
data-table-value-statuses = Statuses of values
data-table-progress-statuses = Statuses of progress
data-table-evaluations = Grades of the evaluation
data-table-notes = Notes

## Values

data-status-final = final

## Columns: data-column-<table>-<column> where the table matters, else data-column-<column>

data-column-id = Identifier
data-column-group = Group
data-column-kind = Kind
data-column-parent = Indicator of which this one is a part
data-column-unit = Unit
data-column-accumulation = How the values of years relate: counted from the start of the plan, counted anew each year, or a state
data-column-direction = Which way is better
data-column-baseline = Baseline
data-column-baseline_year = Fiscal year of the baseline, by the year in which it starts
data-column-target = Target
data-column-actuals-target = Target of the fiscal year
data-column-target_year = Fiscal year of the target, by the year in which it starts
data-column-comparator = How the target is worded: at least, or at most
data-column-decimals = Decimals shown; empty to show values as they were written
data-column-note = Note
data-column-indicators-note = Notes, with spaces between them
data-column-actuals-note = Notes, with spaces between them
data-column-name = Name
data-column-notes-name = Text
data-column-units-name = What stands beside a number; empty where nothing does
data-column-label = Short name
data-column-indicator = Indicator
data-column-fiscal_year = Fiscal year, by the year in which it starts (April to March)
data-column-progress-fiscal_year = Fiscal year of the value that is judged: the round, or, where its value is missing, that of the latest earlier one
data-column-note-uses-fiscal_year = Fiscal year of the value that has the note; empty where the indicator as a whole has it
data-column-value = Value; empty where there is none
data-column-actuals-status = How firm the value is, or why there is none
data-column-progress-status = Status of progress (computed)
data-column-break = Whether the value cannot be compared with those before it
data-column-evaluation = Grade of the evaluation
data-column-achievement_rate = Achievement rate: value ÷ target, or target ÷ value where less is better (ratio)
data-column-progress_rate = Progress rate: (value − baseline) ÷ (target − baseline) (ratio)
data-column-expected_rate = Achievement rate that was expected by the round (ratio)
data-column-pace = Progress rate ÷ share of the plan elapsed, where it decides the status
