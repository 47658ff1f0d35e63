report-title = خطة المياه والغابات
overview = تقدم العمل في { FISCAL_YEAR("round") }: { ACTUAL("a") } من { TARGET("a") }؛ الإنفاق { ACTUAL("d") }.
group-water = المياه
group-forest = الغابات
note-survey = مسح شمل { NUM("1200") } أسرة في { FISCAL_YEAR("2023") }.
unit-hectares = { $value } هكتار
