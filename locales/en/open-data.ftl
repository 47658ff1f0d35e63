# What open data says of its files, tables and columns (nenpo export, and attach-data under [pdf])

## Files

data-file-descriptor = Description of the data files (Frictionless Data Package)
data-file-document = All data and computed figures in one document
data-file-workbook = All tables as a workbook, one sheet each
data-file-settings = Settings of the report
data-file-words = Text of the report
data-file-figure = Figure of the report
data-file-template = Template of the report
data-file-font = Font of the report

## Tables

data-table-indicators = Indicators: what is measured, with targets and units
data-table-actuals = Actuals: observed values by fiscal year
data-table-progress = Progress at the latest value, calculated from targets and actuals (not the panel’s assessment)
data-table-note-uses = Notes attached to indicators and values
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
data-column-parent = Parent indicator
data-column-unit = Unit
data-column-accumulation = Accumulation: cumulative since the start of the plan, annual, or at a point in time
data-column-direction = Desired direction of change
data-column-baseline = Baseline
data-column-baseline_year = Fiscal year of the baseline, by the year in which it starts
data-column-target = Target
data-column-actuals-target = Target of the fiscal year
data-column-target_year = Fiscal year of the target, by the year in which it starts
data-column-comparator = Comparator of the target (at least or at most)
data-column-decimals = Decimals shown; empty to show values as they were written
data-column-note = Note
data-column-indicators-note = Notes, with spaces between them
data-column-actuals-note = Notes, with spaces between them
data-column-name = Name
data-column-notes-name = Text
data-column-units-name = Unit as printed; empty if none
data-column-label = Short name
data-column-indicator = Indicator
data-column-fiscal_year = Fiscal year, by the year in which it starts (April to March)
data-column-progress-fiscal_year = Fiscal year of the value that is judged: the round, or, where its value is missing, that of the latest earlier one
data-column-note-uses-fiscal_year = Fiscal year of the value that has the note; empty if the note applies to the indicator as a whole
data-column-value = Value; empty where there is none
data-column-actuals-status = Status of the value (final, provisional, estimated), or reason it is missing
data-column-progress-status = Status of progress (computed)
data-column-break = Break in series: not comparable with earlier years
data-column-evaluation = Grade of the evaluation
data-column-achievement_rate = Achievement rate: value ÷ target, or target ÷ value where a decrease is desired (ratio)
data-column-progress_rate = Progress rate: (value − baseline) ÷ (target − baseline) (ratio)
data-column-expected_rate = Expected achievement rate in the reporting year (ratio)
data-column-pace = Progress rate ÷ share of plan period elapsed (used to assign the status)
