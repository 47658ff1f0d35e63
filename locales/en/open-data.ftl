# What open data says of its files, tables and columns (nenpo export, and attach-data under [pdf])

## Files

data-file-settings = Settings of the report
data-file-words = Words of the report in English

## Tables

data-table-indicators = Indicators: what is measured, with targets and units
data-table-actuals = Actuals: what was observed in each fiscal year
data-table-progress = Progress in the round, computed from targets and actuals; not the evaluation
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
