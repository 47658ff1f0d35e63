# Text of committee packets. A packet’s own locales/ can override it

## Meeting and titles. The meeting’s name, agenda and place are in packet.toml

packet-meeting = { $number ->
    [one] { $name }, { $number }st meeting
    [two] { $name }, { $number }nd meeting
    [few] { $name }, { $number }rd meeting
   *[other] { $name }, { $number }th meeting
}
packet-name = { $meeting }: materials
packet-agenda = Agenda
packet-agenda-name = { $meeting }: agenda
packet-cover = { $label } (cover)
packet-numbered-title = { $number }: { $title }

## Date, place, agenda. $weekday is Friday, $weekday-short is Fri

packet-time = Date and time
packet-day = { $day } ({ $weekday })
packet-day-hours = { $day }, { $hours }
packet-hours = { $start }–{ $end }
packet-hours-open = from { $start }
packet-place = Place
packet-items = Agenda items

## The list of materials

packet-materials = List of materials
packet-materials-summary = For each document: its number, title, first page and number of pages.
packet-series-main = Documents
packet-series-reference = Reference materials
packet-series-none = Other materials
packet-material-number = Number
packet-material-title = Title
packet-first-page = First page
packet-page-count = Pages
packet-total = Total
packet-members-only = (members only)
packet-members-included = Materials for members only are included in this packet.
packet-members-note = Documents for members only are not included in this packet.

## Stamps on the pages

packet-draft = Draft

## Web page

packet-whole = Whole packet (PDF)
packet-agenda-file = Agenda (PDF)
packet-web-summary = For each document: its title, the size of its PDF and its number of pages.
packet-file-size = PDF size
packet-kilobytes = { $size } KB
packet-megabytes = { $size } MB
