# What nenpo says about its commands. help-<command> says what a command is for, help-<command>-<argument> or
# help-<argument> an argument; .value names its value

usage-heading = Usage:
usage-options = options
usage-command = command
commands-heading = Commands:
arguments-heading = Arguments:
options-heading = Options:
help-with-default = { $help } [default: { $value }]
help-with-values = { $help } [possible values: { $value }]

## Commands

help = Turns a folder of indicator data into a government plan’s follow-up report.
help-build = Write the report as PDFs, web pages or images, and print the paths of the files
help-check = Show every fault of a report and write nothing
help-verify = Check that PDFs print what their attached data gives, and that several PDFs say the same
help-export = Write the report’s data as open data (CSV, JSON, Excel), and print the path of its descriptor
help-new = Write the files of a new report to start from
help-schema = Print the JSON Schema of report.toml, of report.json, of open data or of messages
help-completions = Print a completion script for a shell
help-help = Show this help, or that of a command

## Arguments

help-folder = The report’s folder, which holds report.toml
    .value = folder
help-lang = Only these languages, such as ja or ja,en
    .value = language
help-template = Only these templates
    .value = name
help-material = The committee’s number for the document, stamped on every page: 1-2 (or 資料1-2); for reference documents reference:1 (or 参考資料1)
    .value = number
help-build-out = Folder for the files; the folder “out” in the report’s folder if not given
    .value = folder
help-build-format = What is written: a PDF or a web page (html) for each document, or a PNG or SVG image for each page; several as pdf,html
    .value = format
help-build-pages = Images of these pages only, such as 1-3,5; 3- is from page 3 on, -2 up to page 2
    .value = pages
help-build-ppi = Pixels of PNG images in an inch of paper; 144 if not given
    .value = number
help-build-emit-sources = Folder for everything that the stock “typst compile” needs, written as well
    .value = folder
help-verify-files = PDFs that nenpo made; if there are several, each is also compared with the first
    .value = file
help-export-out = Folder in which the package’s own folder is made; the folder “out” in the report’s folder if not given
    .value = folder
help-export-bom = Begin CSV files with the mark by which Excel on Windows knows UTF-8
help-new-folder = Folder of the report; it must be empty or not be there yet
    .value = folder
help-new-workbook = Write the data as an Excel workbook that ministries can fill in, not as CSV files
help-schema-subject = What the schema describes
    .value = subject
help-shell = The shell
    .value = shell
help-ui-lang = Language of messages, ja or en; if not given, that of LC_ALL, LC_MESSAGES or LANG
    .value = language
help-message-format = Form of messages; json is for programs, with one JSON object a line
    .value = format
help-verbose = Also say how files were read
help-version = Show the version
help-subcommand = The command
    .value = command

## Faults of the command line

usage-value-missing = { $argument } needs a value
usage-invalid-value = “{ $value }” is not a value that { $argument } can have
usage-unknown-argument = there is no option or argument “{ $argument }” here
usage-unknown-command = there is no command “{ $command }”
usage-no-equals = the value of { $argument } has to follow an equals sign
usage-too-many-values = { $argument } cannot have “{ $value }” as a further value
usage-number-of-values = { $argument } needs { $expected } values, and { $actual } were given
usage-conflict = { $argument } cannot be used together with { $other }
usage-repeated = { $argument } cannot be used more than once
usage-argument-missing = this is missing: { $argument }
usage-command-missing = a command is missing
usage-not-unicode = an argument is not valid Unicode
usage-other = the command line cannot be understood
usage-line = usage: { $usage }
usage-help = more with --help
advice-spoken-language = messages are in these languages: { $languages }
advice-language = write a language tag such as ja or en
advice-pages = write pages such as 1-3,5, 3- or -2; the first page is 1
advice-ppi = write a whole number from { $least } to { $most }
advice-material = write only the number, such as 1-2 or reference:1: the words before it are stamped by nenpo
advice-material-series = a document belongs to one list: write only the number, such as 1-2 or reference:1
advice-material-number = write a number of 1 to { $most } characters
