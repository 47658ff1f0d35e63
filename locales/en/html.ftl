# Text of web pages. A report’s own locales/ can override it

skip-to-content = Skip to content
back-to-content = Back to top

# The language’s name for itself, by which web pages in other languages link to this one
language-name = English

# Links at the top: the same report as a PDF, also with the data in it, and the tables of data to save
link-pdf = PDF of this report
link-pdf-with-data = PDF of this report, with its data attached
link-tables = Data of this report (CSV)

