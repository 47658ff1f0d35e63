# Everything that nenpo itself says in the languages that it speaks

format-locale = de-DE
fiscal-year = Haushaltsjahr { $starting-year }
list-separator = {", "}
list-separator-strong = {"; "}

## Values

unit-count = { $value }
unit-percent = { $value } %
comparator-at-least = mindestens { $value }
absent-missing = –
    .spoken = nicht gemeldet
    .legend = nicht gemeldet
mark-provisional = v
    .legend = vorläufig
mark-note = ※{ $number }
note-label = Anm. { $number }

## Kinds and statuses

kind-output = Leistung
kind-outcome = Wirkung
status-achieved = Erreicht
status-on-track = Auf Kurs
status-not-yet = Noch nicht erreicht
status-monitored = Beobachtet

## The template followup

overview-title = Überblick
evaluation-title = Bewertung des Gremiums
results-title = Wichtigste Ergebnisse
results-closing = { "" }
highlights-title = Beispiele
indicators-title = Stand der Zielerreichung
charts-title = Zielerreichung und berechneter Fortschritt
charts-lead = { COUNT("achieved") } von { COUNT("with-target") } Indikatoren mit Zielwert haben ihn erreicht (berechnet).
target = Ziel
year-target = Jahresziel
actual = Aktuell
panel-evaluation = Note
status = Stand
table-summary = Jede Zeile ist ein Indikator. Die Spalten sind Ziel, aktueller Wert und berechneter Stand.
computed-title = Berechneter Stand
computed-notice = Der Stand ist aus den Zahlen berechnet und nicht die Bewertung des Gremiums.
computed-method-year-targets = Mit Jahresziel wird an diesem gemessen.
computed-method = Die Zielerreichung ist der aktuelle Wert geteilt durch das Ziel: auf Kurs ab { $on-track }, Beschleunigung nötig ab { $acceleration-needed }.
status-by-group-title = Stand je Bereich (berechnet)

## Charts

chart-target = Ziel
chart-pace = { $share } der Laufzeit
chart-pace-year-target = Jahresziel
chart-detail = { $actual } von { $target }
achievement-alt = Zielerreichung je Indikator: { $group }. { $items }. { $share } der Laufzeit sind vergangen.
achievement-item = { $label }: Wert { $actual }, Ziel { $target }, Zielerreichung { $rate }, { $status }
status-by-group-alt = Berechneter Stand der Indikatoren je Bereich. { $items }.
status-by-group-item = { $group }: { $counts }
status-by-group-count = { $status } { $count }
