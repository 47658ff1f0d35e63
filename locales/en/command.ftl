# Text of the command line. help-<command> explains a command, help-<command>-<argument> or help-<argument> an argument;
# .value is the placeholder of its value

usage-heading = Usage:
usage-options = options
usage-command = command
commands-heading = Commands:
arguments-heading = Arguments:
options-heading = Options:
help-with-default = { $help } [default: { $value }]
help-with-values = { $help } [possible values: { $value }]

## Commands

help = Build a government plan’s follow-up report from a folder of indicator data.
help-build = Build the report as PDF, web pages or images and print the output paths
help-watch = Build the report now and again whenever a file changes, until Ctrl+C is pressed
help-serve = Open a page in the browser to see reports while editing them
help-check = Report all errors and warnings of a report or a packet without writing any files
help-packet = Put a meeting’s materials together: one PDF with the agenda, each material by itself, and a web page
help-verify = Verify that PDFs match their attached data and that several PDFs match one another
help-export = Export the report’s data as open data (CSV, JSON, Excel) and print the path of datapackage.json
help-new = Create a new report from a template project
help-add = Add a unit, group, kind of indicator or note to a report, with its words in each language
help-schema = Print a JSON Schema (report.toml, packet.toml, report.json, open data or messages), or an example of report.json
help-completions = Generate a shell completion script
help-help = Print this message or the help of a given command

## Arguments

help-folder = Report folder (containing report.toml)
    .value = folder
help-lang = Build only these languages (e.g. ja or ja,en)
    .value = language
help-template = Build only these templates
    .value = name
help-material = Committee document number to print on every page (e.g. 1-2 or 資料1-2; for reference material, reference:1 or 参考資料1)
    .value = number
help-build-out = Output folder (default: out/ in the report folder)
    .value = folder
help-build-format = Output format: pdf or html (one file per document), png or svg (one image per page); separate several with commas
    .value = format
help-build-pages = Pages to export as images (e.g. 1-3,5; 3- means from page 3, -2 up to page 2)
    .value = pages
help-build-ppi = Resolution of PNG images in pixels per inch (default: 144)
    .value = number
help-build-emit-sources = Also write everything the stock `typst compile` needs to this folder
    .value = folder
help-build-open = Open the files that were written, or their folder if there are more than three
help-watch-out = Output folder (default: out/ in the report folder)
    .value = folder
help-watch-format = Output format: pdf or html (one file per document), png or svg (one image per page); separate several with commas
    .value = format
help-watch-open = Open the files after the first build without errors, or their folder if there are more than three
help-serve-folder = Folder of the report to open (default: the page lets you choose)
help-serve-no-open = Print the address and do not open the browser
help-serve-keep = Go on after the last page has been closed
help-verify-files = PDFs built by nenpo; if several are given, each is also compared with the first
    .value = file
help-check-folder = Folder of a report or a packet (containing report.toml or packet.toml)
    .value = folder
help-check-require = Standards that the whole packet has to meet; separate several with commas (packets only)
    .value = standard
help-check-allow-signed = Also accept PDFs with digital signatures (packets only)
help-packet-folder = Packet folder (containing packet.toml)
    .value = folder
help-packet-out = Output folder (default: out/ in the packet folder)
    .value = folder
help-packet-require = Standards that the whole packet has to meet; separate several with commas. Without this option, it claims those that all its materials meet
    .value = standard
help-packet-allow-signed = Also accept PDFs with digital signatures; in the packet, the signatures are lost
help-export-out = Folder in which to create the data package (default: out/ in the report folder)
    .value = folder
help-export-bom = Start CSV files with a byte order mark (BOM) so that Excel recognises UTF-8
help-new-folder = Folder to create; must be empty or not yet exist
    .value = folder
help-new-empty = Leave out the example: tables without rows, and only the words that every report needs
help-new-from = Make the report from a table that exists: Excel, CSV, or a folder of Open SDG
    .value = table
help-new-next = Make the next round’s report from this one
    .value = dir
help-new-project = In a table of many projects, the one to use
    .value = id
help-new-packet = Create a committee packet instead, with an example of a report in it
help-new-workbook = Create an Excel workbook for departments to fill in instead of CSV files
help-add-sort = What to add
    .value = sort
help-add-text = Its word or sentence, such as 施設
    .value = text
help-add-id = The name for it in tables and messages: Latin letters, digits, - and _; chosen automatically if not given
    .value = name
help-add-texts = Its words in another language, such as en=facilities; may be repeated
    .value = language=text
help-schema-subject = What to print; data-example is a report.json for designing a template
    .value = subject
help-shell = Shell for which to generate the script
    .value = shell
help-ui-lang = Message language, ja or en (default: from LC_ALL, LC_MESSAGES or LANG)
    .value = language
help-message-format = Message format; json prints one JSON object per line
    .value = format
help-all = Show all problems, not only those that fit a screen
help-verbose = Also report how each file was read
help-version = Print version
help-subcommand = Command to show help for
    .value = command

## Errors of the command line

usage-value-missing = { $argument } requires a value
usage-invalid-value = invalid value “{ $value }” for { $argument }
usage-unknown-argument = unexpected argument “{ $argument }”
usage-unknown-command = unrecognised command “{ $command }”
usage-no-equals = equals sign required when assigning a value to { $argument }
usage-too-many-values = unexpected extra value “{ $value }” for { $argument }
usage-number-of-values = { $argument } requires { $expected } values, but { $actual } were given
usage-conflict = { $argument } cannot be used together with { $other }
usage-repeated = { $argument } was given more than once
usage-argument-missing = missing required argument: { $argument }
usage-command-missing = no command given
usage-not-unicode = an argument is not valid Unicode
usage-other = invalid command line
usage-line = usage: { $usage }
usage-help = for more information, try --help
advice-spoken-language = available languages: { $languages }
advice-language = use a language tag such as ja or en
advice-identifier = begin with a Latin letter, and use only Latin letters, digits, - and _
advice-text = join a language and its text by “=”, such as en=facilities
advice-standard = use the name of a standard, such as ua-1 or a-2a
advice-pages = use page ranges such as 1-3,5, 3- or -2; page numbers start at 1
advice-ppi = use a whole number from { $least } to { $most }
advice-material = use only the number, such as 1-2 or reference:1; nenpo adds the text before it
advice-material-series = use the number of either a document or reference material, such as 1-2 or reference:1
advice-material-number = use 1 to { $most } characters
