# Descriptions of the files, tables and columns of open data (nenpo export, and attach-data under [pdf])

## Files

data-file-descriptor = Description of the data files (Frictionless Data Package)
data-file-document = All data and calculated figures in one document (JSON)
data-file-workbook = All tables as a workbook, one sheet each
data-file-settings = Settings of the report
data-file-words = Text of the report
data-file-figure = Figure of the report
data-file-template = Template of the report
data-file-font = Font of the report

## Tables

data-table-indicators = Indicators: what is measured, with targets and units
data-table-actuals = Actuals: observed values by fiscal year
data-table-progress = Progress as of the latest value, calculated from targets and actuals (not the panel’s assessment)
data-table-note-uses = Notes attached to indicators and values
data-table-groups = Groups of indicators
data-table-kinds = Kinds of indicators
data-table-units = Units
data-table-value-statuses = Statuses of values
data-table-progress-statuses = Progress statuses
data-table-evaluations = Panel ratings
data-table-notes = Notes

## Values

data-status-final = final

## Columns: data-column-<table>-<column> if the meaning depends on the table, otherwise data-column-<column>

data-column-id = Identifier
data-column-group = Group
data-column-kind = Kind
data-column-parent = Parent indicator
data-column-unit = Unit
data-column-accumulation = Accumulation: cumulative since the start of the plan, annual, or at a point in time
data-column-direction = Desired direction of change
data-column-baseline = Baseline
data-column-baseline_year = Baseline year (calendar year in which the fiscal year starts)
data-column-target = Target
data-column-actuals-target = Target for the year
data-column-target_year = Target year (calendar year in which the fiscal year starts)
data-column-comparator = Comparator of the target (at least or at most)
data-column-decimals = Decimals shown; empty to show values as entered
data-column-note = Note
data-column-indicators-note = Notes, separated by spaces
data-column-actuals-note = Notes, separated by spaces
data-column-name = Name
data-column-notes-name = Text
data-column-units-name = Unit as printed; empty if none
data-column-label = Short name
data-column-indicator = Indicator
data-column-fiscal_year = Fiscal year, April to March (calendar year in which it starts)
data-column-progress-fiscal_year = Fiscal year of the value used for the calculation: the reporting year or, if its value is missing, the year of the latest earlier value
data-column-note-uses-fiscal_year = Fiscal year of the value that has the note; empty if the note applies to the indicator as a whole
data-column-value = Value; empty if none
data-column-actuals-status = Status of the value (final, provisional, estimated), or reason it is missing
data-column-progress-status = Progress status (calculated)
data-column-break = Break in series: not comparable with earlier years
data-column-evaluation = Panel rating
data-column-achievement_rate = Achievement rate: value ÷ target, or target ÷ value where a decrease is desired (ratio)
data-column-progress_rate = Progress rate: (value − baseline) ÷ (target − baseline) (ratio)
data-column-expected_rate = Expected level: achievement rate expected in the reporting year (ratio)
data-column-pace = Pace: change since the baseline ÷ expected change (used to assign the status)
