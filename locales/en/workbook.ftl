# What the workbook of nenpo new --workbook says. The variables of .entry are the words that the column takes

guide-sheet = Guide
guide-title = Workbook for indicators and their values
guide-lead =
    The sheet “indicators” has one row for each indicator, the sheet “actuals” one for each indicator and fiscal year.
    Columns marked * must be filled in. Leave the others empty where they do not apply.
    Write one thing in a cell and do not merge cells. Columns that show ▼ have a list to choose from.
    The headers are protected (without a password). You can insert, delete and sort rows as usual.
guide-heading-sheet = Sheet
guide-heading-column = Column
guide-heading-meaning = Meaning
guide-heading-entry = What to write
guide-heading-example = Example
required-mark = {" *"}

## Where something else is written

alert-title = Please check
alert-list = This is not in the list. Please choose from the list.
alert-unusual = This is not what is usually written here. If it is right, go on.
alert-decimals = Please write a whole number from 0 to 10.

## Columns of indicators

about-indicators-id = The code that tells indicators apart
    .entry = Begin with a Latin letter and go on with Latin letters, digits, - and _. Each indicator has its own, and keeps it every year.
about-indicators-group = The group of the indicator
    .entry = Choose the identifier of a group in report.toml.
about-indicators-kind = The kind of indicator
    .entry = output is what was done, outcome is what came of it.
about-indicators-parent = The indicator of which this one is a part
    .entry = Choose its indicator ID. Both have the same group and kind. Leave it empty where the indicator is not a part.
about-indicators-unit = The unit of the values
    .entry = One of the list: count for a number of things, percent, people, places, companies, yen, points, years, or none.
about-indicators-accumulation = How values are counted
    .entry = { $cumulative } is the total since the plan began, { $annual } counts the year alone, { $level } is a state such as a share. If empty, it is { $level }.
about-indicators-direction = Which way is better
    .entry = { $increase }, { $decrease } or { $maintain }. If empty, it follows from the baseline, the target and how the target is worded.
about-indicators-baseline = The value before the plan
    .entry = Digits only. Leave it empty where there is none.
about-indicators-baseline_year = The fiscal year of the baseline
    .entry = The calendar year in which it starts (2022 for April 2022 to March 2023).
about-indicators-target = The value to be reached
    .entry = Digits only. Leave it empty for an indicator that is only monitored.
about-indicators-target_year = The fiscal year by which it is to be reached
    .entry = The calendar year in which it starts (2026 for April 2026 to March 2027). Leave it empty while it is open.
about-indicators-comparator = How the target is worded
    .entry = For a target such as “85% { $at-least }”, choose “{ $at-least }” or “{ $at-most }”. Leave it empty for a plain number.
about-indicators-decimals = How many decimals are shown
    .entry = A whole number from 0 to 10. If empty, values are shown as they are written.
about-indicators-note = Notes on the indicator
    .entry = Identifiers of notes, with spaces between them. Their texts are in the folder locales.
about-indicators-name = The name of the indicator in the report
    .entry = Its full name, without the unit.
about-indicators-label = A short name for charts
    .entry = Up to about 20 characters. If empty, the name is used.

## Columns of actuals

about-actuals-indicator = The indicator
    .entry = Choose one of the indicator IDs of the sheet “indicators”.
about-actuals-fiscal_year = The fiscal year of the value
    .entry = The calendar year in which it starts (2024 for April 2024 to March 2025).
about-actuals-value = The value
    .entry = Digits only; for a cumulative indicator, the total since the plan began. Where there is none, leave it empty and say why in the next column.
about-actuals-status = How firm the value is, or why there is none
    .entry = { $final }, { $provisional } or { $estimated }. Without a value: { $missing }, { $suppressed } (cannot be published) or { $not-applicable }. If empty, it is { $final }.
about-actuals-break = Whether it compares with earlier years
    .entry = Choose { $yes } where a new definition or method keeps it from being compared with the values before it. If empty, it compares.
about-actuals-note = Notes on the value
    .entry = Identifiers of notes, with spaces between them. Their texts are in the folder locales.
