# Messages for users. $place is the file; .help says how to fix the problem, .related labels a second location

errors = { $number ->
    [one] { $count } error
   *[several] { $count } errors
}
warnings = { $number ->
    [one] { $count } warning
   *[several] { $count } warnings
}
summary = { $errors }, { $warnings }. { summary-written }
severity-error = error
severity-warning = warning
severity-note = note

summary-errors = { $errors }. { summary-written }
summary-written = { $written ->
    [yes] Only these files were written:
    [unasked] {""}
   *[no] Nothing was written.
}
summary-warnings = { $warnings }.
more-faults = { $number ->
    [one] { $count } more problem
   *[several] { $count } more problems
}
more-shown = { $faults } not shown: fix those above first, or run with --all
more-alike = { $file }: { $faults } of kind “{ $code }” not shown; fix the ones above first
no-errors = No errors.
emitted = Build the same pages with the stock Typst compiler: { $command }
watching = Watching { $folder }; files are written to { $out }. Press Ctrl+C to stop.
looking = { $part ->
    [silent] This drive does not report changes, as is common on networks
   *[refused] The system does not report changes ({ $reason })
}; nenpo looks for them every { $seconds } seconds.
rebuilt = { $part ->
    [start] {""}
   *[change] { $changed }:{" "}
}{ $result ->
    [written] { $files } written{ $has-pages ->
        [yes] , { $pages } changed
       *[no] {""}
    }
    [same] no file changed
   *[failed] nothing written, { $errors }
}{ $has-warnings ->
    [yes] , { $warnings }
   *[no] {""}
} ({ $seconds } s)
rebuilt-document = { $document }: changed pages { $pages } of { $count }
written-files = { $number ->
    [one] { $count } file
   *[several] { $count } files
}
changed-pages = { $number ->
    [one] { $count } page
   *[several] { $count } pages
}
fixed = fixed
fixed-problem = { $message }{ $part ->
    [place] {" "}({ $file })
   *[message] {""}
}
serving = The desk is running. Press Ctrl+C or close all of its pages to stop it. Do not pass its address on.
serving-already = The desk is already running; its page is opened.
not-opened = “{ $path }” could not be opened ({ $reason }); open it yourself
created-empty = Created a report without an example in { $folder }. Fill in its indicators and values, and check it with: { $command }
created-from = Created a report in { $folder }. How the table was read stands at the top of its report.toml. See what is left to do with: { $command }
created-next = Created the next round’s report in { $folder }. See what is to be filled in and reviewed with: { $command }
already-known = “{ $text }” can already be used ({ $id })
added = Added “{ $text }”. Write “{ $text }” or { $id } in tables{ $languages ->
    [none] .
   *[other] . Translate the last line of words.ftl in locales/ for these languages, and remove the “# ” before it: { $languages }
}
created = Created a new report in { $folder }. Build its PDFs with: { $command }
created-packet = Created a new packet in { $folder }, with an example of a report. Build its PDFs with: { $command }
verified = { $file }: all { $cells ->
    [one] { $cells } printed value
   *[other] { $cells } printed values
} in { $tables ->
    [one] { $tables } table
   *[other] { $tables } tables
} match the attached data
agreeing = the tables of { $document } and { $other } match ({ $rows ->
    [one] { $rows } row
   *[other] { $rows } rows
}){ $proven ->
    [yes] {""}
   *[no] ; no data is attached, so the values themselves were not verified
}
note-file = in { $place }
fact-text = { $file }: { $encoding }, { $separator ->
    [tab] separated by tabs
    [semicolon] separated by semicolons
    [other] separated by { $sign }
   *[comma] separated by commas
}
fact-workbook = { $file }: workbook
fact-leftover = { $file } is ignored: it is not part of a report
fact-unit = { $file }: records without a unit have the unit of the whole table: { $unit }
fact-above = { $file }: text above the header is not read: { $text }
fact-remark = { $file }: remark not read: { $text }
fact-rows = { $file }: rows not read: { $texts }
fact-ignored = { $file }: columns not read: { $columns }
fact-sheets = { $file }: sheets not read: { $sheets }
note-related = { $related }: { $place }
column-named = { $key }
note-also = { $number ->
    [one] also at: { $places }
   *[several] also at { $count } other places: { $places }
}
note-help = help: { $help }
help-renamed = it was replaced by “{ $renamed }”; use that instead
note-nearest = did you mean “{ $nearest }”?
note-allowed = allowed: { $allowed }

## Files

diagnostic-file-unreadable = { $reason ->
    [missing] file “{ $file }” not found
    [settings] { $part ->
        [no-folder] folder “{ $folder }” not found
        [file] “{ $folder }” is a file, not a folder with { $file }
        [here] no { $file } in this folder
       *[folder] no { $file } in folder “{ $folder }”
    }
    [folder] “{ $file }” is a folder, not a file
    [outside] “{ $file }” is a link to a place outside the report folder
    [dangling] “{ $file }” is a broken link
    [cycle] “{ $file }” is a link to a folder that contains it
    [special] “{ $file }” is not a regular file
    [not-a-folder] “{ $file }” is a file, not a folder
    [name] the name of “{ $file }” is not valid Unicode
    [too-many] “{ $file }” contains too many files and folders
    [two-names] two names match “{ $file }”: they look the same, but their letters are stored differently (Unicode normalization)
    [permission] “{ $file }” cannot be read: permission denied
   *[other] “{ $file }” cannot be read
}
    .help = { $reason ->
    [outside] put a copy of the file itself in the report folder
    [dangling] put the file itself in its place, or remove the link
    [cycle] remove the link
    [special] put a regular file in its place: pipes, devices and sockets are not read
    [not-a-folder] rename the file, or move it out of the report folder
    [name] rename it; the name was probably created on a system with another encoding
    [too-many] move files that are not part of the report out of this folder
    [two-names] remove or rename one of the two
    [permission] check the permissions of the file and of its folder
    [other] close any program using the file, and check that you have permission to read it
    [settings] { $kind ->
        [material] use the path from the packet’s folder to the folder that contains report.toml
        [packet] pass the folder that contains packet.toml: nenpo packet DIR
        [packet-meant] the folder contains a packet (packet.toml): use nenpo packet DIR
        [report-meant] the folder contains a report (report.toml): use nenpo build DIR, or pass the folder that contains packet.toml
       *[report] pass the folder that contains report.toml: nenpo build DIR
    }
   *[missing] check the name and the folder
}
diagnostic-unread-data = { $part ->
    [name] “{ $file }” is not read: its name is not the name of a table
   *[format] “{ $file }” is not read: its format is not supported for tables
}
    .help = { $part ->
        [name] rename it to data/indicators.{ $extension } if it contains the indicators (or is a workbook of both tables), or to data/actuals.{ $extension } if it contains values; put further files with values in data/actuals/; move files that are not part of the report out of data/
       *[format] save it as an Excel workbook (.xlsx) or as “CSV UTF-8”, under the name of the table; move files that are not part of the report out of data/
    }
diagnostic-unread-file = { $part ->
    [figure] “{ $file }” is not used: no highlight shows it, and it is not the logo
    [font] “{ $file }” is not read: its format is not supported for fonts
    [language] “{ $file }” is not read: its name is not a language
    [spelling] “{ $file }” is not read: the language tag is spelled differently
    [edition] “{ $file }” is not used: no edition is in this language
    [words] “{ $file }” is not read: messages must be in .ftl files in the folder of a language
    [template] “{ $file }” is not used: no edition uses it
    [material] “{ $file }” is not used: no material consists of it
    [folder] the folder “{ $file }” is not read
   *[other] “{ $file }” is not read
}
    .help = { $part ->
        [figure] use it as the figure of a highlight in report.toml, or move it out of figures/
        [font] convert it to TrueType or OpenType (.ttf, .otf), or remove it
        [language] rename the folder after its language, such as ja or en, or remove it
        [spelling] rename the folder, or remove it
        [edition] add the language to an edition in report.toml, or remove the folder
        [words] move it to the folder of its language and give it the extension .ftl, or remove it
        [template] add an edition with this template to report.toml, fix the name, or remove it
        [material] add it to packet.toml as a material, or move it out of this folder
        [data] data/ is for tables only; move it out of the report folder
       *[other] a report consists of report.toml, data/, locales/, figures/, templates/ and fonts/; fix the name, or move it out of the report folder
    }
diagnostic-file-encoding = { $kind ->
    [zero] the file contains binary data (NUL byte)
    [utf-16] the UTF-16 file is damaged or truncated
    [ambiguous] the encoding cannot be determined reliably: “{ $reading }” in { $encoding }, “{ $other-reading }” in { $other }
   *[unknown] unknown character encoding from here on
}
    .help = { $kind ->
    [zero] recreate the file from its source and save it as UTF-8
   *[unknown] save it as UTF-8; in Excel, choose “CSV UTF-8 (comma delimited)”. Supported encodings are UTF-8, UTF-16 and CP932 (Shift JIS)
}
diagnostic-file-too-large = { $part ->
    [report] the files of the report are too large in total, counting “{ $file }”
   *[file] “{ $file }” is too large
}
    .help = { $part ->
        [report] the limit for all such files is { $most } MiB; remove what is not needed
       *[file] the limit is { $most } MiB; remove sheets, pictures and rows that are not needed
    }
diagnostic-file-unwritable = { $reason ->
    [full] cannot write to “{ $file }”: the disk is full, or the quota is exceeded
    [read-only] cannot write to “{ $file }”: the disk is read-only
    [permission] cannot write to “{ $file }”: permission denied
    [not-a-folder] cannot write to “{ $file }”: a file exists where a folder is needed
   *[other] cannot write to “{ $file }”
}
    .help = { $reason ->
        [full] free some space, or { another-folder }
        [read-only] { another-folder }
        [permission] check the permissions of the folder, close the file if it is open, or { another-folder }
        [not-a-folder] rename the file, or { another-folder }
       *[other] close the file if it is open (e.g. in a PDF viewer), and check that you can write to the folder
    }
another-folder = { $option ->
    [none] choose another folder
   *[other] specify another folder with { $option }
}
diagnostic-editions-differ = { $kind ->
    [document] { $document } and { $other } are not language editions of the same document: most of their rows differ
    [row] row “{ $row }” is in { $document } (page { $page }) but not in { $other }
   *[cell] “{ $row }” differs: “{ $printed }” in { $document } (“{ $column }”, page { $page }), “{ $other-printed }” in { $other } (“{ $other-column }”, page { $other-page })
}
    .help = { $kind ->
        [document] compare PDFs of the same template and reporting year
       *[cell] both languages are built from the same data: check the template for language-dependent conditions, or rebuild both
    }
diagnostic-no-attached-data = { $file } has no attached data to verify against
    .help = build it with attach-data = true under [pdf] in report.toml; without attached data, two language editions can still be compared: nenpo verify A.pdf B.pdf
diagnostic-foreign-attachment = the files attached to { $file } are not report data: { $names }
    .help = use a PDF built by nenpo with attach-data = true
diagnostic-attachment-mismatch = { $kind ->
    [file] table { $name }, derived from the attached data, is not attached
    [missing] the attached { $name } is missing a row that follows from the data: { $given }
    [extra] the attached { $name } has a row that does not match the data
   *[row] the attached { $name } has a row that does not match the data; expected: { $given }
}
    .help = do not trust this PDF: the data or the figures derived from it have been altered; rebuild it from the report
diagnostic-value-mismatch = { $kind ->
    [head] page { $page }: column or row heading “{ $printed }” is not in the attached data
    [order] page { $page }: row “{ $row }” is duplicated or out of order
    [gap] page { $page }: row for indicator { $indicator } is missing next to “{ $row }”
    [row] page { $page }: row “{ $row }” is not in the attached data
    [table] page { $page }: none of the rows of the table starting with “{ $row }” is in the attached data
    [absent] indicator { $indicator } is in the attached data but in no table
    [unknown] page { $page }, “{ $row }”, “{ $column }”: “{ $printed }” does not follow from the attached data
   *[cell] page { $page }, “{ $row }”, “{ $column }”: printed “{ $printed }”, but the attached data gives { $given ->
        [none] nothing
       *[other] “{ $given }”
    }
}
    .help = do not trust this PDF: the text or the attached data was altered after it was built; rebuild it from the report
diagnostic-folder-not-empty = { $part ->
    [package] folder “{ $folder }” contains files that are not part of a data package
   *[report] folder “{ $folder }” is not empty
}
    .help = choose another folder, or move its contents
diagnostic-toml-syntax = { $kind ->
    [space] a full-width space (U+3000) cannot be used here
    [width] “{ $character }” ({ $code }) cannot be used here
    [backslash] “{ $character }” cannot be used here: in double quotation marks, a backslash starts a special character
   *[other] invalid TOML{ $reason ->
        [quoted] : text must be in double quotation marks
        [duplicate] : a key or section exists twice
        [date] : not a date
        [array] : unclosed bracket, or a misplaced comma
        [section] : invalid section heading
        [string] : unclosed or invalid quotation marks
        [equals] : “=” and a value expected
        [value] : invalid value
        [number] : invalid number
       *[other] {""}
    }
}
    .help = { $kind ->
    [space] turn the Japanese input method off and type in half width: { $right }
    [width] turn the Japanese input method off and type in half width: { $right }
    [backslash] use / in paths: { $right }. For a backslash itself, use \\
   *[other] quote strings with double quotation marks, write dates as 2023-03-31, start sections with [name]
}
diagnostic-csv-syntax = { $kind ->
    [open] unclosed quotation mark
   *[inside] unexpected text after the closing quotation mark
}
    .help = put a separator or line end after the closing quotation mark; write two quotation marks for a literal one

## Keys and values of report.toml

diagnostic-newer-format = this { $kind ->
    [packet] packet
    [template] template
   *[report] report
} was made for a newer version of nenpo (format { $value }; this version reads formats up to { $known })
    .help = update nenpo
diagnostic-unknown-key = unknown key “{ $key }”
    .help = fix the name, or remove the key
diagnostic-missing-key = { $part ->
    [either] missing key: “{ $key }” or “{ $other }”
   *[key] missing key “{ $key }”
}
    .help = { $part ->
        [either] add one of the two: a material is an edition of a report (report) or a PDF file (file)
        [language] add { $language } = "…", since the packet is published in this language
       *[key] add it to this section
    }
diagnostic-conflicting-keys = “{ $key }” cannot be used together with “{ $other }”
    .help = { $part ->
        [template] remove it: only an edition of a report has a template
        [language] remove it: an edition of a report is built in the language of the packet
        [languages] remove it: each of these files has its language
        [number] remove the number, or use the series main or reference
       *[source] remove one of the two: a material is either an edition of a report or a PDF file
    }
    .related = the other key
diagnostic-wrong-type = wrong type of value for “{ $key }”
    .help = { $wanted ->
    [string] use a string in double quotation marks
    [strings] use an array of strings, such as ["ja", "en"]
    [integer] use a whole number without quotation marks
    [number] use a number without quotation marks, such as 0.95
    [date] use a date without quotation marks, such as 2023-03-31
    [boolean] use true or false without quotation marks
    [time] use a time in double quotation marks, such as "14:00"
    [texts] use a string for each language: { $example }
    [text-or-texts] use a string, or one for each language, such as { "{" } ja = "…", en = "…" { "}" }
    [table] use a section: [{ $key }]
   *[tables] use an array of tables: [[{ $key }]]
}
diagnostic-invalid-value = { $part ->
    [length] “{ $key }” is too long
    [language] “{ $value }” is not the code of a language
    [empty] “{ $key }” is empty
    [many] more than { $most } tables “{ $key }”
    [comparator] “{ $value }” contradicts the comparator “{ $other }”
   *[value] invalid value “{ $value }” for “{ $key }”
}
    .help = { $part ->
    [language] use a code of ISO 639, such as ja, en, zh or ko
    [length] use at most { $most } characters; check for a missing quotation mark
    [empty] add the text, or remove the key if it is optional
    [many] use at most { $most }
    [path-absolute] use the path from the packet’s folder, such as files/budget.pdf or ../my-report
    [template] use only the name of the template, which is that of its folder
    [path-backslash] use / in paths: in double quotation marks, a backslash starts a special character
    [path-name] use names that every system accepts, such as files/budget.pdf
    [path-pdf] save the document as a PDF and use that file
    [comparator] fix one of the two, or use only the number as the target
    [material-word] use only the number, such as 1-2: the text before it is material-main or material-reference in locales
    [material-series] use only the number: series specifies whether it is a document or reference material
    [material-length] use 1 to { $most } characters
   *[value] fix the value, or remove it
}
    .related = the comparator
diagnostic-unknown-word = “{ $value }” is not an allowed value
    .help = use one of the allowed values exactly as written
diagnostic-invalid-id = { $part ->
    [evaluation] unknown rating “{ $id }”
    [reserved] “{ $id }” cannot be the identifier: the names of files begin with it, and Windows does not allow files with this name
    [length] the identifier is too long: the names of files begin with it
   *[id] invalid identifier “{ $id }”
}
    .help = { $part ->
    [evaluation] use a rating that the report defines, or add this one as shown below, replacing xxx with a name in Latin letters
    [reserved] use another identifier
    [length] use at most { $most } characters
   *[id] start with a letter (A–Z), followed by letters, digits, - or _
}
diagnostic-duplicate-id = { $part ->
    [edition] duplicate edition “{ $id }” in “{ $language }”
    [material] { $series ->
        [reference] two items of reference material
       *[main] two documents
    } have the number “{ $id }”
   *[id] duplicate identifier “{ $id }”
}
    .help = { $part ->
        [edition] remove one of the two
        [material] use a different number for each, or remove the numbers to have the materials counted
       *[id] use a different identifier for each
    }
    .related = first used here
diagnostic-standards-conflict = { $part ->
    [attachments] { $standard } does not allow attached data
   *[standards] these PDF standards are incompatible
}
    .help = { $part ->
    [attachments] use ["a-3a", "ua-1"], or remove attach-data
   *[standards] use ["a-2a", "ua-1"], or ["a-3a", "ua-1"] with attachments
}

## Tables

diagnostic-unknown-column = unknown column “{ $column }”
    .help = fix the name, or remove the column
diagnostic-missing-column = { $part ->
    [header] no row of this table contains the names of columns
    [import] no table of indicators found
   *[column] missing column “{ $column }”
}
    .help = { $part ->
        [header] name the columns in the first row; required are: { $columns }
        [import] give a table whose header has two or more of: the indicator's name, unit, target, or years such as 2023
       *[column] add it to the header row
    }
diagnostic-duplicate-column = duplicate column “{ $column }”
    .help = remove or rename one of the two
    .related = first used here
diagnostic-text-outside-table = this row contains only “{ $text }”
    .help = delete it, or fill in its other cells; put notes in locales/ and refer to them in the note column
diagnostic-row-length = the row has { $cells ->
    [one] { $cells } cell
   *[other] { $cells } cells
}, but the header has { $columns }
    .help = quote any text that contains a comma, or remove the extra cells
diagnostic-second-header = another header row begins with “{ $text }”
    .help = put one table only on a sheet or in a file, and delete header rows that are repeated on each page
    .related = the table's header
diagnostic-conflicting-rows = the unit, baseline, target or another cell of “{ $id }” differs from an earlier row
    .help = make them the same in all rows of an indicator, or give another indicator another name
diagnostic-unknown-project = { $part ->
    [several] the table has the indicators of { $count } projects: { $ids } …
   *[unknown] no row is of project “{ $id }”
}
    .help = { $part ->
        [several] give the project's identifier after --project
       *[unknown] check the identifier in the column of projects
    }
diagnostic-empty-table = table { $file } has no rows
    .help = add a row for each indicator
diagnostic-table-too-large = { $part ->
    [rows] the table has more than { $most } rows
    [columns] the table has more than { $most } columns
   *[cells] the tables have more than { $most } cells
}
    .help = remove rows and columns that are not needed; check for data pasted more than once
diagnostic-too-many-indicators = { $number } indicators exceed the limit of a report
    .help = the limit is { $most }; check for rows pasted twice, or split the plan into several reports
diagnostic-empty-cell = { $part ->
    [name] column { $column } has no header
   *[cell] column “{ $column }” is empty in this row
}
    .help = { $part ->
    [name] enter a header, or remove the column
   *[cell] fill it in
}
diagnostic-not-a-number = { $part ->
    [either] “{ $value }” can be read as { $grouped } or as { $decimal }
    [sign] “{ $value }” is not a number with the decimal sign “{ $sign }” set under [tables] in report.toml
   *[number] “{ $value }” cannot be read as a number
}
    .help = { $part ->
    [either] use the number without a thousands separator, or specify the decimal sign of the tables under [tables] in report.toml: decimal = "." or decimal = ","
   *[number] use a number such as 1166, 1,166, 81.0%, -3.2, 135件 or 450※; if there is no value, leave the cell blank and set its status to missing, suppressed or not-applicable
}
diagnostic-not-a-year = { $part ->
    [calendars] “{ $value }” gives two different fiscal years, { $first } and { $second }
   *[year] “{ $value }” cannot be read as a fiscal year
}
    .help = { $part ->
    [calendars] fix one of the two years
   *[year] use the year in which the fiscal year starts, e.g. 2022, FY2022, 2022/23, 令和4年度 or R4
}
diagnostic-invisible-character = “{ $value }” contains an invisible character: { $character }, { $kind ->
    [zero-width-space] zero-width space
    [zero-width-non-joiner] zero-width non-joiner
    [zero-width-joiner] zero-width joiner
    [word-joiner] word joiner
    [byte-order-mark] byte order mark
    [soft-hyphen] soft hyphen
    [direction] text direction mark
    [variation-selector] variation selector
    [control] control character
   *[other] character without a visible shape
}
    .help = delete the text and type it again; text copied from web pages and PDFs often contains such characters
diagnostic-years-as-columns = the table has columns of years; it is unclear to which year others belong: { $columns }
    .help = add the year to the names of the columns, or use one row for each indicator and year; list columns that are not needed under [tables] in report.toml: ignore = { $ignored }
diagnostic-row-left-out = row “{ $text }” is not read: totals are not indicators
    .help = delete the row, or enter the name of the indicator if it is one
diagnostic-ambiguous-name = { $part ->
    [other] “{ $name }” is the name of { $ids }, but the indicator ID is { $id }
   *[several] several indicators are called “{ $name }”: { $ids }
}
    .help = { $part ->
        [other] fix the ID or the name
       *[several] enter the indicator ID instead of the name
    }
diagnostic-unit-differs = { $part ->
    [table] unit “{ $unit }” of the table is not that of { $count } indicators: { $ids }
   *[value] unit “{ $unit }” is not that of “{ $id }”
}
    .help = enter the values in the unit of the indicator, or fix one of the two units
    .related = the unit of the indicator
diagnostic-unclear-sign = { $part ->
    [both] the table contains signs in place of numbers; read as “not available”: { $missing }; read as “suppressed”: { $suppressed }
    [suppressed] the table contains signs in place of numbers, read as “suppressed”: { $suppressed }
   *[missing] the table contains signs in place of numbers, read as “not available”: { $missing }
}
    .help = signs have different meanings in different offices: specify theirs under [tables] in report.toml, such as signs = { "{" } { $settings } { "}" } (missing, suppressed or not-applicable), or enter a status for each
diagnostic-long-fraction = the value { $value } of “{ $id }” has { $decimals } decimals, all of which are printed
    .help = enter the decimals to show in the decimals column of the indicator, e.g. 1; calculations by programs often leave such fractions
diagnostic-cell-too-long = the cell is too long
    .help = use at most { $most } characters; check for a missing quotation mark
diagnostic-unit-mismatch = { $part ->
    [accumulation] “{ $value }” is marked as cumulative, but the indicator is not
   *[unit] the unit of “{ $value }” ({ $written }) does not match that of the indicator ({ $unit })
}
    .help = { $part ->
    [accumulation] set the indicator’s accumulation to cumulative, or remove the word
   *[unit] fix the value, or the unit in the table of indicators
}
diagnostic-ambiguous-mark = several notes have the mark “{ $mark }”
    .help = remove the mark and give the note’s ID in the note column
diagnostic-value-missing = the row has neither a value nor a status explaining why
    .help = enter the value, or set its status to missing, suppressed or not-applicable
diagnostic-status-with-value = { $part ->
    [sign] “{ $value }” (no value) contradicts the status “{ $status }”
   *[number] status “{ $status }” means there is no value, but one is given
}
    .help = remove the value, or the status

## Workbooks

diagnostic-workbook-unreadable = { $kind ->
    [encrypted] “{ $file }” is protected by a password
    [damaged] “{ $file }” is damaged or incomplete
    [empty] “{ $file }” is empty
    [text] “{ $file }” is a text file, not a workbook
    [markup] “{ $file }” is a web page or XML file, not a workbook
    [old] “{ $file }” is in the format of Excel 95 or older
    [binary] “{ $file }” is in the binary format of Excel (.xlsb)
   *[other] “{ $file }” is not a workbook
}
    .help = { $kind ->
    [encrypted] remove the password and save the workbook again
    [empty] copy or download it again, or save the tables into it
    [damaged] copy or download it again; if a spreadsheet program can open it, save it again from there
    [text] give it the extension .csv, or open it in a spreadsheet program and save it as .xlsx
   *[other] open it in a spreadsheet program and save it as .xlsx
}
diagnostic-workbook-too-large = { $part ->
    [unpacked] “{ $file }” is larger than { $most } MiB when it is unpacked
    [sheets] “{ $file }” has more than { $most } sheets
    [cells] “{ $file }” has more than { $most } cells
    [rows] there is a cell below row { $most }
    [columns] there is a cell to the right of column { $most }
    [text] “{ $file }” contains more than { $most } MiB of text
    [merged] a sheet has more than { $most } merged areas
    [comparisons] “{ $file }” has conditional formatting for too many areas: more than { $most } million comparisons with cells
   *[characters] a cell has more than { $most } characters
}
    .help = { $part ->
    [characters] shorten it; check whether a whole document was pasted into the cell
    [merged] unmerge the cells
    [comparisons] clear the conditional formatting rules of the sheet
    [rows] delete the row if it was added by mistake
    [columns] delete the column if it was added by mistake
   *[other] copy only the tables into a new workbook
}
diagnostic-missing-sheet = “{ $file }” has no sheet “{ $sheet }”
    .help = { $part ->
    [similar] rename sheet “{ $similar }” to “{ $sheet }”; sheets found: { $sheets }
   *[other] rename the sheet with this table to “{ $sheet }”, or write sheet-{ $sheet } = its name in locales/en/tables.ftl; sheets found: { $sheets }
}
diagnostic-duplicate-sheet = sheets “{ $first }” and “{ $sheet }” both contain the same table
    .help = keep one of them, or rename the other
    .related = the other sheet
diagnostic-hidden-data = { $part ->
    [rows] hidden rows contain data: { $range }
    [columns] hidden columns contain data: { $range }
    [value] the number format of { $range } hides the value
    [colour] { $range } contains text in the colour of its background
    [graphic] { $range } shows a data bar or an icon instead of its value
   *[sheet] hidden sheet “{ $range }” contains data
}
    .help = { $part ->
    [value] give the cell a number format that shows its value, or delete the value
    [colour] set the font colour to automatic and check the text, or delete it
    [graphic] turn off “Show Bar Only” or “Show Icon Only” in the conditional formatting rule, and check the value
    [rows] unhide the rows (a filter may be hiding them), check them, and delete any that do not belong in the report
    [columns] unhide the columns, check them, and delete any that do not belong in the report
   *[sheet] unhide the sheet and check it, or delete it
}
diagnostic-merged-cells = merged cells contain data: { $range }
    .help = unmerge the cells and enter the value in each cell it applies to
diagnostic-cell-error = { $cells } contains the error { $kind }
    .help = fix the formula or enter the value; if there is no value, leave the cell blank and set a status
diagnostic-cell-type = { $cells } contains a date or time
    .help = set the number format to General and enter the number, or only the year, such as 2022
diagnostic-unclear-cell = { $kind ->
    [twice] the file contains { $cells } twice, with different contents
    [struck] { $cells } contains struck-out text
    [zero] { $cells } contains 0, but shows a sign or a word
    [sign] { $cells } contains a negative number, but shows it without its sign
    [raised] “{ $value }” contains superscript or subscript digits, such as a footnote number
    [conditional] conditional formatting may show { $cells } with other digits or words, strike it out or hide it
   *[digits] { $cells } contains a number, but shows other digits or none
}
    .help = { $kind ->
    [twice] open the workbook in a spreadsheet program, check the cell, and save it again
    [struck] delete the struck-out text; if all of it is valid, remove the strikethrough
    [zero] if 0 is meant, set the number format to General; if there is no value, clear the cell and set a status
    [sign] use a number format that shows the sign, such as General, and check whether the number is negative
    [raised] enter only the number, and put the footnote in the note column
    [conditional] check what the cell shows, set the number format and font of the cell itself, and delete the conditional formatting rule
   *[digits] use a number format that shows the number itself, such as General, and check the value and its unit
}
diagnostic-formula-without-value = the formula in { $cells } has no saved result
    .help = open the workbook in a spreadsheet program and save it, or enter the value itself

## The report as a whole

diagnostic-unknown-group = unknown group “{ $id }”
    .help = { $new ->
    [yes] use a group that the report defines, or run nenpo add group "{ $id }", or add this one as shown below, replacing xxx with a name in Latin letters and … with the name in that language
   *[no] add a [[group]] to report.toml, or fix the name
}
diagnostic-unknown-indicator = { $part ->
    [gone] sentences cite indicators that are not in the table: { $count } places ({ $ids })
   *[one] unknown indicator “{ $id }”
}
    .help = { $part ->
        [gone] if they are of another plan, or of the example, change or remove them; otherwise add the indicators to the table
       *[one] fix the identifier, or add the indicator to the table of indicators
    }
diagnostic-unknown-unit = unknown unit “{ $id }”
    .help = { $new ->
    [yes] use a unit that is allowed, or run nenpo add unit "{ $id }", or add this one as shown below, replacing xxx with a name in Latin letters and … with the unit in that language
   *[no] fix the name
}
diagnostic-unknown-kind = unknown kind of indicator “{ $id }”
    .help = { $new ->
    [yes] use a kind that is allowed, or run nenpo add kind "{ $id }", or add this one as shown below, replacing xxx with a name in Latin letters and … with the name in that language
   *[no] fix the name
}
diagnostic-invalid-parent = { $problem ->
    [cycle] circular parents of “{ $id }”: { $cycle }
   *[other] “{ $id }” cannot be a sub-indicator of “{ $parent }”
}
    .help = { $problem ->
    [cycle] leave parent blank for the top-level indicator; sub-indicators cannot have sub-indicators
    [part] use the parent of “{ $parent }” instead, or leave the parent of “{ $parent }” blank: sub-indicators cannot have sub-indicators
    [group] a sub-indicator must have the same group as its parent
   *[kind] a sub-indicator must have the same kind as its parent
}
    .related = parent defined here
diagnostic-invalid-featured = { $problem ->
    [group] “{ $id }” is not an indicator of the group “{ $group }”
   *[part] “{ $id }” is a sub-indicator and cannot be a headline indicator
}
    .help = { $problem ->
    [group] use an indicator of the same group, or add this one to featured of its own group
   *[part] use its parent, “{ $whole }”
}
    .related = indicator defined here
diagnostic-duplicate-actual = “{ $id }” has two different values for fiscal year { $year }
    .help = keep the correct value and remove the other
    .related = the other value
diagnostic-actual-missing = { $part ->
    [many] indicators without a value for fiscal year { $year }: { $count } ({ $ids }); earlier values will be shown, with their year
   *[one] “{ $id }” has no row for fiscal year { $year }; { $shown ->
        [none] it will be shown as not available
       *[other] the value for fiscal year { $shown } will be shown, with its year
    }
}
    .help = add a row; if there is no value, set its status to missing
diagnostic-target-year-outside-plan = target year { $year } is outside the plan ({ $start }–{ $end })
    .help = fix target_year, or leave it blank if not yet decided
diagnostic-target-before-baseline = target year { $target } is before baseline year { $baseline }
    .help = fix target_year, or leave it blank if not yet decided
    .related = the baseline year
diagnostic-direction-against-target = the target { $target } is { $direction ->
    [increase] below the baseline { $baseline }, but the desired direction is increase
   *[decrease] above the baseline { $baseline }, but the desired direction is decrease
}
    .help = { $direction ->
    [increase] fix the target or baseline, or set direction to decrease
   *[decrease] fix the target or baseline, or set direction to increase
}
    .related = the baseline
diagnostic-direction-unknown = { $count ->
    [one] the desired direction of one indicator with a target is unknown, so increase is assumed
   *[other] the desired direction of { $count } indicators with targets is unknown, so increase is assumed
}: { $ids }
    .help = set direction to increase, decrease or maintain; a baseline, a comparator or targets for single years also determine it
diagnostic-progress-undefined = the target of “{ $id }” equals its baseline ({ $target }), so progress cannot be calculated
    .help = { $baseline ->
    [zero] a cumulative indicator without a baseline is measured from 0; enter a baseline or another target, or set direction to maintain
   *[given] fix the target or baseline, or set direction to maintain if the aim is to keep the value
}
    .related = the baseline
diagnostic-share-above-100 = { $value } exceeds 100: values in the unit “{ $unit }” are shares of a whole
    .help = fix the value; for growth rates and ratios that may exceed 100, use the unit rate
    .related = the unit
diagnostic-negative-cumulative = the cumulative value of “{ $id }” is negative: { $value }
    .help = fix the value; for a net balance, set accumulation to annual or level
diagnostic-negative-count = the count “{ $id }” has a single negative value: { $value }
    .help = check the value; for a net balance, add a baseline, or use points or a custom unit, to avoid this warning
diagnostic-rounding-decides = the value { $stored } of “{ $id }” is shown as { $shown }, but { $part ->
    [target] only one of the two meets the target { $target }
    [year-target] only one of the two meets the target for the year, { $target }
   *[status] the two have different progress statuses
}
    .help = { $by ->
    [cell] to use the value shown, enter that number in the cell; to use the exact value, use a number format with more decimals
   *[decimals] to use the value shown, enter the rounded value; to use the exact value, increase decimals or leave it blank
}
    .related = the target
diagnostic-part-exceeds-whole = { $what ->
    [actual] “{ $part }” is { $value } in fiscal year { $year }, more than its parent “{ $whole }” ({ $limit })
   *[target] the target of “{ $part }” is { $value }, more than that of its parent “{ $whole }” ({ $limit })
}
    .help = fix one of the two values, or leave parent blank if it is not a sub-indicator
    .related = the value of the parent
diagnostic-cumulative-falls = the cumulative value of “{ $id }” falls from { $earlier } (fiscal year { $earlier-year }) to { $value } (fiscal year { $year })
    .help = fix the value; if earlier figures were revised, add a note to this row; if the method changed, set break to yes; if values are per year, set accumulation to annual
    .related = the higher value
diagnostic-round-outside-plan = reporting year { $year } is outside the plan ({ $start }–{ $end })
    .help = fix fiscal-year, or the start and end of the plan
diagnostic-no-edition = { $part ->
    [packet] the packet is not published in “{ $language }”
    [language] no edition is in “{ $language }”
    [template] no edition uses the template “{ $name }”
    [material] the report has no edition in “{ $language }”, which the packet needs; it has { $allowed }
   *[report] no edition matches these options
}
    .help = { $part ->
    [packet] use a language of packet.toml, or omit --lang
    [material] add the language to an [[edition]] of the report, or use a PDF in its place
   *[report] use the template and language of an [[edition]] in report.toml, or omit --template and --lang
}
diagnostic-no-html-form = template “{ $name }” does not support HTML
    .help = choose other templates with --template, or add a table [html] to its template.toml, and a file html.typ
    .related = the settings of this template have no table [html]
diagnostic-unsuitable-option = { $option ->
    [ppi] --ppi applies to PNG images only
    [template] --template applies to reports only
    [require] --require applies to packets only
    [allow-signed] --allow-signed applies to packets only
    [material] --material applies to reports only
   *[pages] --pages applies to images only; PDF and HTML are always written in full
}
    .help = { $option ->
        [ppi] add --format png, or omit --ppi
        [require] omit --require; in report.toml, standards under [pdf] specifies them
        [allow-signed] omit --allow-signed
        [template] omit --template; packet.toml specifies the template of each report
        [material] omit --material; packet.toml specifies the number of each material
       *[pages] use --format png or --format svg; extracting pages from a PDF would lose its accessibility tags
    }
diagnostic-unknown-page = “{ $document }” has no page { $page }; it has { $count } pages
    .help = use --pages with pages from 1 to { $count }
diagnostic-image-too-large = page { $page } of “{ $document }” would be { $megapixels } megapixels at { $ppi } ppi
    .help = the limit is { $most } megapixels: use --ppi { $fitting } or less, or --format svg
diagnostic-implausible-date = { $part ->
    [before-round] { $date } is before the start of fiscal year { $year }
    [before-as-of] publication date { $date } is before the reference date of the values ({ $as-of })
   *[late] { $date } is more than five years after fiscal year { $year }
}
    .help = fix the date, or the reporting year
diagnostic-fractional-count = { $value } is not a whole number, but “{ $unit }” counts things or people
    .help = fix the value; if fractions are meant, as in an average, enter the number of decimals in the decimals column
    .related = the unit

## Messages

diagnostic-name-twice = “{ $id }” has different names in the table and in locales
    .help = keep one of the two
    .related = the other name
diagnostic-fluent-syntax = { $kind ->
    [space] a full-width space (U+3000) cannot be used here
    [width] “{ $character }” ({ $code }) cannot be used here
    [printed] “{ $character }” would be printed as text
    [attribute] this line would be printed as text: “{ $character }” ({ $code }) does not start an attribute
    [indentation] the line is indented with a character ({ $code }) that is not an ordinary space
    [instead] “{ $character }” cannot be used here
    [unclosed] unclosed brace
    [start-of-line] a continuation line cannot start with “{ $character }”
    [call] invalid function call
   *[other] invalid Fluent syntax{ $reason ->
        [token] : “{ $character }” expected
        [name] : a name expected (a Latin letter, then letters, digits, - and _)
        [value] : no text after “=”
        [default] : one default variant, marked with *, expected
        [string] : unclosed quotation mark
        [brace] : closing brace without an opening one
        [arguments] : arguments in the wrong order, or twice
        [escape] : unknown character after “\”
        [expression] : nothing to insert
        [selector] : invalid selector
       *[other] {""}
    }
}
    .help = { $kind ->
    [space] turn the Japanese input method off and type in half width: { $right }
    [width] turn the Japanese input method off and type in half width: { $right }
    [printed] turn the Japanese input method off and type in half width: { $right }
    [attribute] turn the Japanese input method off and type in half width: { $right }
    [indentation] indent with ordinary (half-width) spaces
    [start-of-line] write the line as { $right } (for a list, start it with “- ”), or join it to the line above
    [call] write { $right }
    [instead] write { $right }
    [unclosed] close it after the placeable: { $right }
   *[other] write messages as name = text and indent continuation lines; use { "{" } and { "}" } only around placeables
}
diagnostic-duplicate-message = duplicate message “{ $id }”
    .help = remove one of the two
    .related = first written here
diagnostic-missing-message = { $part ->
    [words] messages of nenpo that have no text in “{ $language }”: { $count }
    [names] indicators without a name in “{ $language }”: { $count }
    [messages] messages missing in “{ $language }”: { $count }
   *[message] message “{ $id }” is missing in “{ $language }”
}
    .help = { $part ->
    [words] copy these files from the folder locales/en of nenpo’s source to locales/{ $language }/ in the report, and translate the text after each = (see “A third language” in docs/words.md); missing messages by file:
    [names] fill in the name@{ $language } column of the table, or add a message indicator-… for each to a file in locales/{ $language }/
    [name] fill in the name@{ $language } column of the table, or add the message to a file in locales/{ $language }/
    [attribute] add it to the message in a file in locales/{ $language }/, on an indented line such as “    .title = …”
    [messages] add these lines to a file in locales/{ $language }/
   *[message] add a line to a file in locales/{ $language }/: { $id } = …
}
diagnostic-empty-highlight = highlight “{ $highlight }” has neither a figure nor text in “{ $language }”
    .help = add its text as .body of highlight-{ $highlight } in locales/{ $language }/, or add a figure in report.toml
diagnostic-unknown-reference = unknown message “{ $id }” in “{ $language }”
    .help = fix the name, or add the message to a file in locales/{ $language }/
diagnostic-cyclic-reference = circular reference in message “{ $id }”
    .help = remove one of the references in the cycle
    .related = the cycle starts here
diagnostic-unknown-function = unknown function “{ $name }”
    .help = fix the name; function names are in capitals
diagnostic-function-argument = { $problem ->
    [subject] { $name } takes exactly one identifier
    [option] { $name } has no option “{ $value }”
    [absent] “{ $value }” has no value for { $name }
    [change] no change of “{ $value }” can be calculated
    [number] “{ $value }” is not a valid number for { $name }
   *[value] invalid argument “{ $value }” for { $name }
}
    .help = { $problem ->
    [subject] put it in quotation marks, such as { $name }("…")
    [option] remove it, or fix its name
    [option-value] use one of the allowed values
    [change] enter the value of the year to compare with, or give another year (since: 2021) or the baseline (since: "baseline"); there is no change across a break in series, and no rate from a value of zero or less
    [absent] enter its target and value in the tables (a rate requires a target above zero and no negative value), or remove the reference from the sentence
    [number] write half-width digits only, such as { $name }("1166"); digit grouping is added automatically
   *[value] { $name ->
        [DATE] fix the name, or use a date such as { $name }("2023-03-31")
        [FISCAL_YEAR] fix the name, or use the year in which the fiscal year starts, such as { $name }("2022")
       *[other] use one of the allowed values
    }
}
diagnostic-unknown-variable = variable “{ $variable }” is not available in message “{ $id }”
    .help = write the text itself, or cite a value with ACTUAL, TARGET, BASELINE, RATE, CHANGE, RANK, LIST, COUNT, DATE, FISCAL_YEAR or NUM
diagnostic-message-too-complex = message “{ $id }” is too long, too deeply nested or has too many placeables
    .help = use fewer placeables in { "{" } and { "}" }, or split the message
diagnostic-untranslated-message = message “{ $id }” exists in “{ $language }” but not in “{ $other }”
    .help = add it to a file in locales/{ $other }/ as well
diagnostic-different-citations = message “{ $id }” inserts different values in “{ $language }” and “{ $other }”
    .help = insert the same values in both; only in “{ $language }”: { $here }; only in “{ $other }”: { $there }
    .related = the message in “{ $other }”
diagnostic-not-reviewed = sentences of the last report that have not been reviewed: { $count }
    .help = change the sentence or, if it still holds, remove the line with [review:…] above it
diagnostic-literal-number = hard-coded number “{ $number }” equals { $function ->
    [TARGET] the target
   *[ACTUAL] the value
} of “{ $id }”
    .help = write { "{" } { $function }("{ $id }") { "}" } instead, so that it always matches the table; if the match is a coincidence, write { "{" } NUM("{ $plain }") { "}" }
diagnostic-unused-message = unused message “{ $id }”
    .help = fix its name, or remove it
diagnostic-unsupported-markup = unsupported markup in message “{ $id }”: { $markup }
    .help = { $kind ->
    [table] put indicators and their values in the tables in data/, which every template prints; turn any other table into a list, or an image in figures/
    [heading] use the messages for titles, such as highlight-….title and group-…; inside text use **strong** or a new paragraph
    [image] put the file in figures/ and use it as the figure of a [[highlight]] in report.toml
    [footnote] write the note as a message note-… and list it under notes in report.toml or in the note column of a table; put the source of a highlight in its .citation
    [task-list] use a plain list (“- text”) and say in words what is done
    [definition-list] use a list: “- **term**: meaning”
    [strikethrough] remove what no longer applies; explain revisions in a note
    [html] use paragraphs, lists, *emphasis*, **strong**, ^superscript^, ~subscript~, links, and a backslash at the end of a line for a line break
    [formula] write the formula in plain characters, with ^superscript^ and ~subscript~, or use an image in figures/
    [list] start each line with “- ” or “1. ” for a list, or leave an empty line between paragraphs
    [link] write it in half width: [text](https://…)
    [address] use the full address, such as https://example.org/, or write the text without a link
    [emphasis] write *emphasis* or **strong** in half width, without spaces inside the asterisks, and close it with the same number of asterisks; put a backslash before a character to print it literally
    [lowered] put a backslash before a ~ to print it literally, or use ～; subscripts are letters and digits after a letter, such as CO~2~
    [language] use a language tag, such as [Nature](lang:en)
    [nesting] use fewer lists inside lists
   *[other] use paragraphs, lists, *emphasis*, **strong**, ^superscript^, ~subscript~ and links; put a backslash before a character to print it literally
}
diagnostic-missing-glyph = { $kind ->
    [control] control character ({ $code })
    [unseen] invisible character ({ $code })
    [private] “{ $character }” ({ $code }) is a user-defined character: it looks different, or is missing, on other computers
   *[other] no font has a glyph for “{ $character }” ({ $code })
}
    .help = { $kind ->
    [control] remove it
    [unseen] remove it; it usually comes from a web page or a word processor
    [private] use a standard character, or add your font (regular and bold) to the folder fonts/ next to { $settings } and list it under [theme] fonts in { $settings }
    [emoji] use a word, or a symbol that the fonts contain
    [mark] use the letter without the mark
   *[other] use another character, or add a font that has it (regular and bold) to the folder fonts/ next to { $settings } and list it under [theme] fonts in { $settings }
}
diagnostic-missing-variant = no font has the requested variant of “{ $character }” ({ $code }); the standard form is printed
    .help = remove the variation selector, or add a font that has the variant to the folder fonts/ next to { $settings } and list it under [theme] fonts in { $settings }

markup-address = link other than https, http or mailto
markup-heading = heading
markup-block-quote = block quotation
markup-code = code
markup-image = image
markup-language = language without a tag such as en or ja
markup-thematic-break = horizontal rule
markup-nesting = markup nested too deeply
markup-table = table
markup-footnote = footnote
markup-task-list = task list
markup-definition-list = definition list
markup-strikethrough = strikethrough
markup-html = HTML
markup-formula = formula
markup-list = list with unsupported bullets or numbers
markup-link = link in full-width characters
markup-emphasis = unclosed emphasis
markup-lowered = ~ that could be a subscript or a range

## Templates, figures, fonts

diagnostic-unknown-template = unknown template “{ $name }”
    .help = fix the name, or add a folder templates/{ $name }/ with template.toml and main.typ
diagnostic-invalid-template = invalid template settings in { $file }
    .help = fix it at the place shown, or remove the file to use the built-in settings
diagnostic-unknown-language = no messages for language “{ $language }”
    .help = fix the language tag, or add a folder locales/{ $language }/ with a translation of nenpo’s own messages, which are in the folder locales/en of its source (see “A third language” in docs/words.md)
diagnostic-invalid-figure = { $kind ->
    [pixels] “{ $file }” is a { $subject } file, which is not supported
    [drawing] “{ $file }” is a { $subject } file, which is not supported
    [archive] “{ $file }” is an office document or an archive, not an image
    [compressed] “{ $file }” is a compressed file
    [encoding] “{ $file }” is not in UTF-8
    [empty] “{ $file }” is empty
    [broken] “{ $file }” cannot be read: it is damaged or not valid for its format
    [cmyk] “{ $file }” uses CMYK colours, which the PDF standards do not allow without a colour profile
    [linked] “{ $file }” links to “{ $subject }”; external links are not followed
    [embedded] “{ $file }” contains an embedded image that cannot be read
    [foreign] “{ $file }” contains HTML content (foreignObject), which would not be rendered
    [moving] “{ $file }” contains the animation or script element { $subject }, which does not work in print
    [style] “{ $file }” has a style that refers to “{ $subject }”; external references are not followed
    [conditional] “{ $file }” contains a part that only some programs or languages show ({ $subject })
    [missing] “{ $file }” refers to “{ $subject }”, which is missing, defined twice or of the wrong kind
    [unread] “{ $file }” contains “{ $subject }”, which browsers apply but which would be lost in print
    [entities] “{ $file }” declares XML entities that contain more than text
    [too-much] “{ $file }” is too complex to draw: { $subject ->
        [bytes] the file is too large
        [read] the outlines and attributes of the figures are too long (counted each time they are drawn)
        [elements] the figures have too many elements (counted each time they are drawn)
        [depth] its elements are nested too deeply, or refer back to themselves
        [attributes] an element has too many attributes
        [letters] it has too much text
        [styles] its style sheet has too many rules for its elements
        [region] a filter or a pattern reaches far beyond the drawing
        [filters] its filters take too many steps
        [unpacked] a part of it unpacks to far more than an image needs
        [scans] it is drawn in too many passes
        [entities] its entities expand to too much text
       *[pixels] the images have too many pixels
    }
   *[unknown] “{ $file }” is not a supported image
}
    .help = { $kind ->
    [pixels] open it in an image editor and save it as PNG, or as JPEG if it is a photograph
    [drawing] open it in a drawing program and save it as plain SVG, or as PNG
    [archive] open it in its program and save the page or the chart as SVG or PNG
    [compressed] save it as plain SVG, not as SVGZ
    [encoding] save the SVG again in UTF-8
    [empty] save the figure again
    [cmyk] save it in RGB colours
    [linked] embed the image in the drawing, or draw it there
    [embedded] embed it again as PNG or JPEG
    [foreign] convert it to SVG text or outlines; in diagrams.net, switch off Formatted Text before saving
    [moving] remove it and save a static drawing
    [style] embed the external content in the drawing; convert text in web fonts to outlines
    [conditional] save the drawing without this condition; for text in each language, use messages with data-l10n-id
    [missing] remove the reference, or choose a plain colour
    [unread] use plain colours (#2060a0), sizes in px and attributes such as transform, and select elements by name, class or id; or save it again as plain SVG or as PNG
    [entities] save it again as plain SVG
    [too-much] simplify it, or save it as PNG in the size in which it is printed; docs/bounds.md lists the limits
   *[unknown] save it as SVG, PNG or JPEG
}
diagnostic-invalid-font = font “{ $font }” was not found or cannot be used
    .help = add its TrueType or OpenType files, regular and bold, to the folder fonts/ next to { $settings }
diagnostic-low-contrast = colour { $color } has a contrast ratio of { $contrast } against the background; at least { $least } is required
    .help = increase the difference in lightness from the background; people with low vision cannot read this
diagnostic-chart-failed = cannot draw chart { $chart }
    .help = shorten the names of its indicators and groups (label@… in the table, .label in locales/); a custom template can also set another width or text-size for the chart in its template.toml
diagnostic-template-failed = failed to compile the template of { $document }
    .help = fix your template where the compiler points; if you have no files in templates/, this is a bug in nenpo: please report it
diagnostic-template-warning = compiler warning in { $document }
    .help = check the pages, and ignore this if they look right; otherwise fix your template where the compiler points
diagnostic-data-not-attached = { $document } does not contain the data required by attach-data
    .help = your template must set its pages with the built-in report-page (import "/templates/lib/page.typ": report-page), or call pdf.attach for each of report.attachments
diagnostic-standards-violated = { $document } does not meet its PDF standards
    .help = { $part ->
        [packet] fix your template where the compiler points; if you have no files in templates/, this is a bug in nenpo: please report it
       *[report] list fewer standards under [pdf] in { $settings }, or fix your template where the compiler points, for example by adding an alternative text
    }
diagnostic-unsuitable-material = { $reason ->
    [encrypted] “{ $file }” is protected by a password or against changes
    [signed] “{ $file }” has a digital signature, which would not hold for the packet
    [script] “{ $file }” contains JavaScript
    [xfa] “{ $file }” is an XFA form, whose pages only few programs show
    [too-many-pages] “{ $file }” has too many pages
    [not-pdf] “{ $file }” is not a PDF
    [too-large] “{ $file }” exceeds nenpo’s size limit when unpacked
   *[damaged] “{ $file }” is damaged
}
    .help = { $reason ->
    [encrypted] ask its author for a PDF without protection
    [signed] ask its author for a PDF without signature, or build with --allow-signed, which leaves the signature out
    [script] export the PDF again without JavaScript, for instance by printing it to a PDF
    [xfa] print the form to a PDF
    [too-many-pages] divide it into several materials
    [not-pdf] export the document as a PDF, and name that file
    [too-large] export it again with smaller images
   *[damaged] copy or download it again, or export it again
}
claiming-packet = { $audience ->
    [members] the packet for members
   *[all] the packet
}
material-flaw = { $reason ->
    [untagged] it has no tags
    [contradicted] { diagnostic-unsound-pdf }
    [no-language] it does not say its language
    [tags-not-checked] its content is too large or damaged for its tags to be checked
    [font] its font “{ $detail }” is not embedded
    [action] it has an action of the type { $detail }
    [filter] it is compressed with { $detail }
    [construct] it contains “{ $detail }”, which PDF/A forbids
    [attachment] the file “{ $detail }” is attached, which PDF/A-2 forbids
    [external] parts of it are in other files
    [higher-part] it is a PDF/A-3, to which data can be attached
   *[not-claimed] it does not declare conformance
}
diagnostic-requirement-not-met = “{ $material }” does not meet { $standards }: { material-flaw }
    .help = { $reason ->
    [no-language] name it beside the file, for example language = "ja"
    [untagged] export it with tags for accessibility (“tagged PDF”), or omit --require
    [not-in-report] add them to standards under [pdf] in its report.toml, or omit --require
    [higher-part] require a-3a instead, or use a PDF without attached data (in a report: attach-data = false)
   *[other] export it again as an accessible, archivable PDF (PDF/UA and PDF/A), or omit --require
}
diagnostic-claim-lost = { claiming-packet } does not declare conformance with { $standards }, which “{ $material }” does not meet: { material-flaw }
    .help = { $reason ->
    [no-language] name it beside the file, for example language = "ja"
    [untagged] export it with tags for accessibility (“tagged PDF”)
    [not-in-report] add them to standards under [pdf] in its report.toml
   *[other] export it again as an accessible, archivable PDF (PDF/UA and PDF/A)
}
diagnostic-pages-made-smaller = { $count ->
    [one] page { $page } of “{ $material }” was made a little smaller, to leave room for its number
   *[other] { $count } pages of “{ $material }” were made a little smaller, to leave room for its number, page { $page } first
}
    .help = leave the top and bottom right corners of its pages free
diagnostic-pdf-unreadable = { $reason ->
    [not-pdf] the file is not a PDF
    [truncated] the PDF is truncated
    [encrypted] the PDF is encrypted
    [resaved] the PDF was saved by another program
    [untagged] the PDF has no tags, so neither its tables nor its text can be read in order
    [too-large] the unpacked PDF exceeds nenpo’s size limit
   *[damaged] the PDF is damaged
}
    .help = { $reason ->
    [not-pdf] use a PDF built by nenpo
    [encrypted] use the PDF exactly as nenpo wrote it, without a password
    [resaved] use the PDF exactly as nenpo wrote it; optimizing or editing a PDF rewrites it
    [untagged] use the PDF exactly as nenpo wrote it; printing to PDF or merging PDFs loses the tags
    [too-large] use a PDF built by nenpo
   *[damaged] copy or download it again, or rebuild it
}
diagnostic-unsound-pdf = { $kind ->
    [unmarked-content] page { $page }: content is neither tagged nor marked as an artifact
    [mark-twice] page { $page }: two pieces of content have the same number { $detail }
    [mark-in-mark] page { $page }: tagged content and artifacts are nested
    [unbalanced-marks] page { $page }: the start and end marks of content do not match
    [unparsed-content] page { $page }: part of the content cannot be read
    [unowned-mark] page { $page }: content number { $detail } belongs to no tag
    [mark-owned-twice] page { $page }: content number { $detail } belongs to two tags
    [missing-mark] page { $page }: a tag refers to content number { $detail }, which does not exist
    [element-twice] tag { $detail } occurs twice or in a cycle in the tag tree
    [too-deep] tags are nested too deeply
    [wrong-parent] tag { $detail } refers to a parent other than the tag that contains it
    [strange-child] tag { $detail } contains something that is neither a tag nor content
    [no-parent-tree] the parent tree, which leads from content to tags, is empty or missing
    [parent-tree-differs] the parent tree leads from { $detail } to a tag other than the one that contains it
    [parent-tree-foreign] the parent tree has an entry for { $detail }, which does not exist
    [parent-key] a page or link has no unique key in the parent tree
    [untagged-link] page { $page }: link “{ $detail }” is not in the tag tree
    [untagged-annotation] page { $page }: an annotation ({ $detail }) of a type that nenpo does not create is not in the tag tree
    [annotation-owned-twice] page { $page }: link “{ $detail }” belongs to two tags
    [annotation-on-no-page] link { $detail } is in the tag tree but on no page
    [silent-link] page { $page }: link { $detail } has no description of its target
    [dead-link] page { $page }: link “{ $detail }” has no target
    [dead-destination] named destination “{ $detail }” is on no page
    [identifier-twice] two tags have the same identifier { $detail }
    [identifier-tree] identifier { $detail } does not lead to its tag
    [unknown-header] page { $page }: a cell refers to header cell { $detail }, which is not in its table
    [header-without-scope] page { $page }: header cell “{ $detail }” does not specify whether it heads a row or a column
    [misplaced-cell] page { $page }: “{ $detail }” is a table element outside a table, or a non-table element inside one
    [figure-without-text] page { $page }: a figure or formula has no alternative text
    [private-character] page { $page }: the text has the character { $detail }, whose meaning only its font knows (often a bullet)
    [dead-bookmark] bookmark “{ $detail }” has no target
    [bookmark-chain] the bookmark chain is broken or circular at “{ $detail }”
    [bookmark-without-heading] page { $page }: bookmark “{ $detail }” matches no heading on this page
    [no-metadata] the PDF has no readable XMP metadata
    [no-title] the PDF has no title
    [titles-differ] the two titles of the PDF differ: { $detail }
    [title-not-shown] PDF viewers will show the file name instead of the title
    [no-language] the PDF does not declare its language
    [suspect-tags] the PDF marks its tags as suspect
   *[no-page-labels] the pages have no labels
}
    .help = rebuild the PDF and use it unmodified; if the problem persists, it is a bug in nenpo or in a custom template
