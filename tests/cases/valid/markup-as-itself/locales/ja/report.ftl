report-title = { "# $x$ *a* _b_ `c` <d> @e ~f~ ^g^ [h](i) #j[k] & \"l\" \\n ]" }
overview = { FISCAL_YEAR("round") }の清掃活動は{ ACTUAL("water-cleanups") }（目標{ TARGET("water-cleanups") }）。
group-water = { "# $x$ *a* _b_ `c` <d> @e ~f~ ^g^ [h](i) #j[k] & \"l\" \\n ]" }
group-forest = 森
note-survey = 水質調査による。
highlight-river =
    .title = 川が\*きれい\*に\<b>
    .body = { ACTUAL("water-cleanups") }と\#と\*により水質が改善した。
    .alt = { "# $x$ *a* _b_ `c` <d> @e ~f~ ^g^ [h](i) #j[k] & \"l\" \\n ]" }
figure-river = { "# $x$ *a* _b_ `c` <d> @e ~f~ ^g^ [h](i) #j[k] & \"l\" \\n ]" }
unit-odd = { $value }#*$_<@`

report-issuer = { "# $x$ *a* _b_ `c` <d> @e ~f~ ^g^ [h](i) #j[k] & \"l\" \\n ]" }
