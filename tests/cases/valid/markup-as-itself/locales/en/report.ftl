report-title = { "# $x$ *a* _b_ `c` <d> @e ~f~ ^g^ [h](i) #j[k] & \"l\" \\n ]" }
overview = { ACTUAL("water-cleanups") } clean-up events in { FISCAL_YEAR("round") } (target: { TARGET("water-cleanups") }).
group-water = { "# $x$ *a* _b_ `c` <d> @e ~f~ ^g^ [h](i) #j[k] & \"l\" \\n ]" }
group-forest = Forests
note-survey = From the water survey.
highlight-river =
    .title = A cleaner \*river\* \<b>
    .body = { ACTUAL("water-cleanups") } and \# \* have improved the water.
    .alt = { "# $x$ *a* _b_ `c` <d> @e ~f~ ^g^ [h](i) #j[k] & \"l\" \\n ]" }
figure-river = { "# $x$ *a* _b_ `c` <d> @e ~f~ ^g^ [h](i) #j[k] & \"l\" \\n ]" }
unit-odd = { $value }#*$_<@`

report-issuer = { "# $x$ *a* _b_ `c` <d> @e ~f~ ^g^ [h](i) #j[k] & \"l\" \\n ]" }
