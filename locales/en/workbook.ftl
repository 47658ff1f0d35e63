# Text of the workbook of nenpo new --workbook. The variables of .entry are the words that the column accepts

guide-sheet = Guide
lists-sheet = Choices
guide-title = Data collection workbook: indicators and actuals
guide-lead =
    The sheet “indicators” has one row for each indicator, the sheet “actuals” one for each indicator and fiscal year.
    Columns marked * must be filled in. Leave the others blank if they do not apply.
    Enter one value per cell and do not merge cells. Columns with ▼ have a drop-down list.
    Header cells are locked (no password). You can insert, delete and sort rows as usual.
guide-heading-sheet = Sheet
guide-heading-column = Column
guide-heading-meaning = Meaning
guide-heading-entry = How to fill in
guide-heading-example = Example
required-mark = {" *"}

## Alerts for unexpected input

alert-title = Please check
alert-list = This value is not in the list. Please choose from the list.
alert-unusual = This value is unusual for this column. If it is correct, continue.
alert-decimals = Please enter a whole number from 0 to 10.

## Columns of indicators

about-indicators-id = Unique code of the indicator
    .entry = Starts with a letter (A–Z); then letters, digits, - and _. Unique, and unchanged from year to year.
about-indicators-group = The group of the indicator
    .entry = Choose the identifier of a group defined in report.toml.
about-indicators-kind = The kind of indicator
    .entry = Output: what was delivered. Outcome: the change that resulted.
about-indicators-parent = Parent indicator, if this is a sub-indicator (“of which …”)
    .entry = Choose the parent’s indicator ID. Both must have the same group and kind. Leave blank if this is not a sub-indicator.
about-indicators-unit = The unit of the values
    .entry = Choose from the list. Use Percent for shares up to 100 and Rate for growth rates or ratios that may exceed 100.
about-indicators-accumulation = Whether values are cumulative, annual or at a point in time
    .entry = { $cumulative } is the total since the plan began, { $annual } covers the year only, { $level } is a value at a point in time, such as a share. Blank means { $level }.
about-indicators-direction = Which way is better
    .entry = { $increase }, { $decrease } or { $maintain }. Blank means it is derived from the baseline, the target and how the target is worded.
about-indicators-baseline = The value before the plan
    .entry = Number only, without unit. Leave blank if there is none.
about-indicators-baseline_year = The fiscal year of the baseline
    .entry = The calendar year in which the fiscal year starts (2022 for April 2022 to March 2023).
about-indicators-target = The value to be reached
    .entry = Number only, without unit. Leave blank for an indicator that is only monitored.
about-indicators-target_year = The fiscal year by which it is to be reached
    .entry = The calendar year in which the fiscal year starts (2026 for April 2026 to March 2027). Leave blank if not yet decided.
about-indicators-comparator = How the target is worded
    .entry = For a target such as “85% { $at-least }”, choose “{ $at-least }” or “{ $at-most }”. Leave blank for a plain number.
about-indicators-decimals = How many decimals are shown
    .entry = A whole number from 0 to 10. Blank means values are shown as entered.
about-indicators-note = Notes on the indicator
    .entry = Note IDs, separated by spaces. The text of notes is in the locales folder.
about-indicators-name = The name of the indicator in the report
    .entry = The full name, without the unit.
about-indicators-label = A short name for charts
    .entry = Up to about 20 characters. Blank means the name is used.

## Columns of actuals

about-actuals-indicator = The indicator
    .entry = Choose an indicator ID from the sheet “indicators”.
about-actuals-fiscal_year = The fiscal year of the value
    .entry = The calendar year in which the fiscal year starts (2024 for April 2024 to March 2025).
about-actuals-value = The value
    .entry = Number only, without unit; for a cumulative indicator, the total since the plan began. If there is no value, leave blank and select the reason in the next column.
about-actuals-status = Status of the value, or the reason it is missing
    .entry = { $final }, { $provisional } or { $estimated }. Without a value: { $missing }, { $suppressed } (not published for confidentiality) or { $not-applicable }. Blank means { $final }.
about-actuals-break = Break in series
    .entry = Choose { $yes } if a change in definition or method means the value cannot be compared with earlier years. Leave blank otherwise.
about-actuals-target = The target for that year, if there is one besides the final target
    .entry = Number only, without unit. Leave blank if there are no targets for single years.
about-actuals-evaluation = The grade that the panel gave, such as A
    .entry = The ID of the grade: a Latin letter, then letters and digits. Its text is evaluation-(ID) in the locales folder.
about-actuals-note = Notes on the value
    .entry = Note IDs, separated by spaces. The text of notes is in the locales folder.
