# Titles, names of groups, notes
#
# Lines that begin with “#” are comments and are not printed. Write “name = text”, and indent the lines that continue a text.
# Texts refer to the values in the tables, by { ACTUAL("indicator") } and { TARGET("indicator") }.

report-title = Follow-up of the plan
# The issuer, an overview and an assessment; remove “# ” to print them
# report-issuer = Planning Division
# overview = This report describes how the plan is carried out.
# evaluation = On the whole, the plan is progressing well.

## Names of groups, one for each [[group]] in report.toml

# group-transport = Getting around

## Notes

note-as-of = Values as of { DATE("as-of") }.
