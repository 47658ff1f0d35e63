# Comments in report.toml and locales of a report that nenpo new --from made from a table

## How the table was read

import-title = Made from { $file }.
import-columns-left-out = Columns that were not used: { $columns }
import-above = Text above the table that was not used: { $texts }
import-indicators-unknown = Indicators whose values were not used, since no table of indicators has them: { $names }
import-names-shared = Several indicators have the same name; check whether they are different ones: { $names }
import-parts-left-out = Rows of breakdowns that were not used, beside those of totals: { $count }
import-rows-without-name = Rows without a name of an indicator that were not used: { $count }
import-remark = Remark that was not used: { $text }
import-more-remarks = Further remarks that were not used: { $count }
import-totals = Rows of totals that were not used: { $rows }
import-sheets-left-out = Sheets that were not used: { $sheets }
import-files-left-out = Files that were not used, since no row is a total (all dimensions blank): { $files }
import-groups-from-headings = Groups are those of the headings between rows.
import-groups-from-column = Groups are those of the column "{ $column }".
import-groups-continued = A blank group was taken to be that of the row above.
import-values-without-year = Actual values without a year were not used: enter them in the table of data with their year.
import-statuses-left-out = Words that are not the status of a value (final, provisional …) were not used from the column of statuses.
import-unit-of-table = Indicators without a unit of their own have the one named above the table or below its header.
import-units-from-cells = Units were taken from behind the numbers, or from brackets in the indicators' names.
import-units-open = The table has no units: enter them in the column "unit" of the data.
import-kinds-open = The table does not say which kinds the indicators are (output, outcome …): all are "Indicator".
import-ids-made = Indicator IDs were made from the number of the group and the order of the table. Keep them next year.

## Settings

import-plan = The years of the plan are those of the table: check them
import-round = The fiscal year is the last one with actual values. The table has no dates: these are its last day. Check both

## Texts

import-messages = Title and names of groups
import-without-name = Follow-up of the plan
import-kind = Indicator
import-words = Kinds and units of this report
import-unreviewed = The sentence of the last report: change it, or remove this line if it still holds
import-to-translate = Translate the next lines and remove the "# " before them
