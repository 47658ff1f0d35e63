format-locale = ar-EG
fiscal-year = السنة المالية { $starting-year }
fiscal-year-short = { $starting-year }
list-separator = {"، "}
list-separator-strong = {"؛ "}
-panel = اللجنة
unit-count = { $value }
unit-percent = { $value } بالمئة
unit-yen = { $value } ين
comparator-at-least = { $value } على الأقل
comparator-at-most = { $value } على الأكثر
absent-missing = …
    .spoken = غير متاح
    .legend = غير متاح
mark-provisional = م
    .legend = مؤقت
mark-note = [{ $number }]
note-label = [{ $number }]
mark-earlier = †
    .year = { fiscal-year }
    .legend = لا قيمة في { $round }: { $items }
kind-output = مخرج
kind-outcome = نتيجة
status-achieved = تحقق
status-on-track = على المسار
status-acceleration-needed = يلزم التسريع
status-limited = تقدم محدود
status-deteriorating = تراجع
status-not-yet = لم يتحقق بعد
status-monitored = بلا هدف
status-undefined = لا يمكن حسابه
status-not-reported = لا بيانات
overview-title = نظرة عامة
evaluation-title = تقييم اللجنة
results-title = النتائج الرئيسية
results-closing = { "" }
highlights-title = أمثلة
indicators-title = التقدم نحو الأهداف
charts-title = معدلات الإنجاز
charts-lead = حقق { COUNT("achieved") } من { COUNT("with-target") } مؤشرات أهدافها.
target = الهدف
year-target = هدف السنة
actual = آخر قيمة
    .short = آخر قيمة
panel-evaluation = تقدير
status = الحالة
table-summary = كل صف مؤشر. الأعمدة هي الهدف وآخر قيمة والحالة.
computed-title = الحالة المحسوبة
computed-notice = الحالة محسوبة من البيانات وليست تقييم اللجنة.
computed-method = معدل الإنجاز هو آخر قيمة مقسومة على الهدف: على المسار من { $on-track }، يلزم التسريع من { $acceleration-needed }.
status-by-group-title = الحالة حسب المجموعة
contents-title = المحتويات
figures-title = الأشكال والجداول
at-a-glance-title = لمحة
at-a-glance-lead = حقق { COUNT("achieved") } من { COUNT("with-target") } مؤشرات أهدافها.
gaps-title = المؤشرات الأبعد عن التقدم المتوقع
gaps-lead = المؤشرات دون مستواها المتوقع.
other-highlights-title = أمثلة أخرى
annex-title = ملحق
figure-label = شكل{"\u00A0"}
table-label = جدول{"\u00A0"}
continued = (تابع)
progress-title = { $group }: معدلات الإنجاز
featured-title = { $group }: اتجاهات
multiples-title = { $group }: الاتجاهات حسب المؤشر
indicators-table-title = { $group }: المؤشرات
group-highlights-title = أمثلة
indicator = المؤشر
baseline = خط الأساس
trend = الاتجاه
rate = معدل الإنجاز
fiscal-year-head = السنة
group-table-summary = كل صف مؤشر.
all-table-summary = كل صف مؤشر.
computation-summary = كل صف مؤشر.
open-values-summary = كل صف قيمة.
all-indicators-title = كل المؤشرات
all-indicators-table-title = كل المؤشرات: القيم السنوية والهدف
earlier-years-left-out = حذفت السنوات السابقة.
method-title = المنهجية
computation-title = الحسابات
computation-rate-head = معدل الإنجاز
computation-pace-head = الوتيرة
# A formula is read from left to right, or its brackets would be turned: U+2066 and U+2069 part it from the text
computation-rate = {"\u2066"}{ $dividend } ÷ { $divisor }: { $rate }{"\u2069"}
computation-pace = {"\u2066"}{ $baseline ->
    [none] { $actual } ÷ { $target }
   *[other] ({ $actual } { $less-baseline }) ÷ ({ $target } { $less-baseline })
}{ $share ->
    [none] {""}
   *[other] {" "}÷ { $share }
}: { $pace }{"\u2069"}
notes-title = ملاحظات
as-of = البيانات حتى { DATE("as-of") }.
open-values-title = قيم مؤقتة وناقصة
open-values-table-title = قيم مؤقتة وناقصة
open-values-none = كل القيم نهائية.
open-values-value = القيمة
open-values-state = الحالة
open-values-earlier = { $state }؛ تعرض { $value }
chart-target = الهدف
chart-pace = { $share } من المدة
chart-pace-year-target = هدف السنة
chart-detail = { $actual } من { $target }
key-actual = القيمة
key-provisional = مؤقت
key-missing = غير متاح
key-baseline = خط الأساس
key-target = الهدف
key-target-path = هدف السنة
key-pace = المستوى المتوقع
progress-alt = { $group }: معدل الإنجاز. { $items }.{ $share ->
    [several] {""}
   *[other] {" "}{ $share }.
}
achievement-item = { $label }: القيمة { $actual }، الهدف { $target }، المعدل { $rate }، { $status }
achievement-item-without-rate = { $label }: القيمة { $actual }، الهدف { $target }، { $status }
all-indicators = كل المؤشرات
trend-target-label = الهدف { $value }
trend-alt = { $name }. { $items }.
trend-year = { $year }: { $value }
trend-year-remarks = { $item } ({ $remarks })
trend-baseline = خط الأساس: { $value }{ $year ->
    [none] {""}
   *[other] {" "}في { $year }
}
trend-target = الهدف: { $value }{ $year ->
    [none] {""}
   *[other] {" "}بحلول { $year }
}
trend-pace = المستوى المتوقع في { $year }: { $value }
small-multiples-alt = { $group }. { $items }.
small-multiples-item = { $name } – { $items }
sparkline-alt = { $first } في { $first-year }، { $last } في { $last-year }
furthest-behind-alt = الأبعد عن الهدف. { $items }.
progress-item = { $label }: القيمة { $actual }، الهدف { $target }، { $rate }، { $status }
gap-points = { $value } نقطة مئوية
measure-progress = التقدم
measure-achievement = معدل الإنجاز
chart-baseline = خط الأساس (0 %)
rate-of-progress = التقدم
rate-of-achievement = المعدل
key-cut = لا يبدأ المحور من الصفر
key-beyond = خارج المحور
key-expected-band = بين المستوى المتوقع والهدف

name-and-status = { $name }: { $status }
takeaway = { $targets ->
    [0] لا توجد أهداف
   *[other] تحقق { $achieved } من { $targets } أهداف
}{ $behind ->
    [yes] ؛ الأبعد عن الهدف: { $furthest }
   *[no] {""}
}
progress-takeaway = { $group }: { takeaway }
multiples-takeaway = { $group }: { $other-well } من { $other-targets } على المسار
