# Text of the desk (nenpo serve). No plurals or other selections: the page only replaces the variables

# The title of the browser’s tab
desk-document-title = { $title } – nenpo
desk-document-title-errors = Errors: { $count } – { $title } – nenpo
desk-skip = Skip to content
desk-language = Language
desk-all-reports = All reports
desk-dismiss = Dismiss
desk-close = Close
desk-open = Open
desk-copy = Copy
desk-copied = Copied
desk-not-copied = This could not be copied. Select the text and press Ctrl+C.

## Connection

desk-lost = nenpo does not answer. If it was closed, start it again; this page recovers by itself once nenpo answers.
desk-refused = This page belongs to a run of nenpo that has ended. Use the page that was opened last.
desk-found = nenpo answers again.
desk-no-answer = nenpo does not answer, so this was not done.

## Start page

desk-start-title = Annual reports
desk-tagline = Turns a table of indicators into the annual follow-up report of a plan, in Japanese and English. Correct the table, and the pages follow at once. No data leaves this computer.
desk-recent = Recent reports
desk-no-recent = None yet. Create a new report, or open the folder of one.
desk-open-folder = Open a folder
desk-folder = Path of the report’s folder
desk-folder-hint = In Windows Explorer, right-click the folder, choose “Copy as path”, and paste it here.
desk-folder-missing = Enter the path of a folder.
desk-new = New report
desk-new-from = Start from
desk-new-file = An existing table
desk-new-file-hint = Reads an Excel or CSV file with indicators and their values
desk-new-sample = The sample
desk-new-sample-hint = An example to replace with your own data
desk-new-empty = An empty report
desk-new-empty-hint = Tables to fill in from the beginning
desk-file = Select a table
desk-drop = Drop the file of a table here, or select it (.xlsx, .xlsm, .xls, .ods, .csv, .tsv).
desk-file-chosen = Selected file: { $name } ({ $size })
desk-file-missing = Select the file with the table.
desk-file-kind = “{ $name }” cannot be used. Select an Excel or CSV file (.xlsx, .xlsm, .xls, .ods, .csv, .tsv).
desk-new-name = Name of the report’s folder
desk-new-name-missing = Enter a name for the folder.
desk-new-place = It will be created in: { $folder }
desk-create = Create report
desk-do-new = Creation of a new report
desk-do-add = Add a word

## Report view

desk-template = Template
desk-template-followup = Follow-up
desk-template-report = Full report
desk-template-minimal = Minimal
desk-columns = Languages to show
desk-side-by-side = Side by side
desk-zoom = Zoom
desk-zoom-in = Zoom in
desk-zoom-out = Zoom out
desk-zoom-fit = Fit width
desk-pages = Pages
desk-page = { $language }, page { $page } of { $count }
desk-page-named = { $template }, { $language } { $page }
desk-page-short = { $language } { $page }
desk-page-changed = Changed
desk-page-outdated = Not up to date
desk-page-hint = Select a number or sentence on a page to see the cell or message that it comes from.
desk-block-hint = Use the arrow keys to move between the numbers and sentences of the page, and Enter to see where one comes from.
desk-block-picture = Figure
desk-building = Building…
desk-built = Pages are up to date ({ $seconds } s)
desk-built-from = Updated after a change in { $files } ({ $seconds } s)
desk-not-built = Pages are not updated because there are errors
desk-changed = Changed pages ({ $count })
desk-pages-announced = Pages updated. Changed pages: { $count }
desk-outdated = These pages do not show the latest data, because it contains errors. They are updated once the errors are fixed.
desk-show-problems = Show errors
desk-no-pages-building = Building the pages…
desk-no-pages-errors = There are no pages yet, because there are errors. Pages appear here once the errors are fixed.
desk-no-pages = No edition is selected. Select templates and languages under “Settings”.

## Sources of what a page says

desk-origins = Source
desk-origins-loading = Looking for the source…
desk-origins-none = The source is not known. The template wrote this itself, or it was calculated from several values.
desk-origins-gone = This part is no longer on the page.
desk-kind-actual = Actual value
desk-kind-target = Target value
desk-kind-baseline = Baseline value
desk-kind-evaluation = Grade
desk-kind-computed = Value of the calculation
desk-kind-name = Name
desk-kind-unit = Unit
desk-kind-message = Message
desk-kind-setting = Setting
desk-kind-note = Note
desk-kind-figure = Figure
desk-kind-built-in = Message of nenpo
desk-open-file = Open file
desk-copy-place = Copy place
desk-copy-lines = Copy lines
desk-lines-into = Lines to add to { $file }:
desk-lines = Lines to add:

## Errors and warnings

desk-problems = Problems
desk-problems-heading = Problems ({ $count })
desk-problem-counts = Errors: { $errors }, warnings: { $warnings }
desk-no-problems = No errors and no warnings.
desk-problems-announced = Problems fixed: { $fixed }, new: { $new }, remaining: { $count }
desk-severity-error = Error
desk-severity-warning = Warning
desk-severity-note = Note
desk-help = How to fix it: { $text }
desk-nearest = Did you mean: { $text }
desk-allowed = Allowed: { $text }
desk-also = Also in other places ({ $count })
desk-apply = Add lines to the file
desk-applied = Added to { $file }.

## Places, and requests that cannot be met

desk-place-line = { $file }, line { $line }
desk-place-cell = { $file }, sheet “{ $sheet }”, cell { $cell }
desk-place-sheet = { $file }, sheet “{ $sheet }”
desk-error-refused = This request is not answered. Use the page that nenpo serve opened.
desk-error-request = The request is not valid. Reload the page.
desk-error-unknown = It cannot be found. Reload the page.
desk-error-failed = It could not be done: { $reason }
desk-error-no-report = There is no report.toml in “{ $folder }”. Enter the whole path of the report’s folder, from the drive or root.
desk-error-folder = Enter the whole path of the folder, from the drive or root.
desk-error-no-table = Select a file with a table (.xlsx, .xlsm, .xls, .ods, .csv or .tsv).
desk-error-too-large = The file is too large (at most 64 MiB).
desk-error-nothing-built = There are no PDFs to verify yet. Build the report first.
desk-error-no-packet = Enter the path of the packet’s folder.
desk-error-no-text = Enter at least one of the texts.
desk-error-not-read = The lines cannot be added, since the file cannot be read. Open it and have a look.
desk-error-nothing-chosen = Select at least one format and one language.
desk-error-settings-file = The settings cannot be saved, since report.toml cannot be read. Fix the errors that are shown first.
desk-error-date = Write the date like 2024-03-31.
desk-error-material = Write the document number like 1-2 or reference document 1.
desk-error-editions = Select at least one template with a language.

## Output and checks

desk-commands = Output and checks
desk-do-what = What to do
desk-do-build = Build the report
desk-do-build-hint = Writes PDF files, web pages or images
desk-do-check = Check for errors
desk-do-check-hint = Looks for every error in data and messages
desk-do-verify = Verify the PDFs
desk-do-verify-hint = Checks that the values in PDFs that were built agree with the data inside them, and across languages. To compare with changed data, build again first.
desk-do-export = Export open data
desk-do-export-hint = Writes CSV, JSON and Excel files for publication
desk-do-packet = Build a packet
desk-do-packet-hint = Combines the report with other committee materials and an agenda in one PDF
desk-formats = Formats
desk-format-pdf = PDF
desk-format-html = Web page (HTML)
desk-format-png = Images (PNG)
desk-format-svg = Images (SVG)
desk-languages = Languages
desk-material = Material number
desk-material-hint = For example 1-2 or reference document 1. Leave it blank to print none.
desk-command-material-hint = For example 1-2 or reference document 1. If blank, the number in “Settings” is printed.
desk-packet-folder = Path of the packet’s folder
desk-line = The same in a terminal:
desk-run-build = Build
desk-run-check = Check
desk-run-verify = Verify
desk-run-export = Export
desk-run-packet = Build packet
desk-jobs = Results
desk-no-jobs = Nothing has been run yet.
desk-running = Running
desk-status-running = Running
desk-status-done = Done
desk-status-failed = Failed
desk-status-cancelled = Cancelled
desk-job-announced = { $name }: { $status }
desk-seconds = { $seconds } s
desk-cancel = Cancel
desk-download = Save
desk-open-out = Open output folder

## Settings

desk-settings = Settings
desk-settings-hint = Saved in report.toml in the report’s folder. Other settings and comments stay as they are.
desk-as-of = As-of date
desk-as-of-hint = The date for which values are reported.
desk-published = Date of publication
desk-editions = Editions to build
desk-edition = { $template } ({ $language })
desk-save = Save settings
desk-saved = Settings saved.
desk-nothing-to-save = No setting was changed.
