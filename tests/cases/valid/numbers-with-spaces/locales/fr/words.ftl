# Tout ce que nenpo dit lui-même dans les langues qu’il parle

format-locale = fr-FR
fiscal-year = { $starting-year }
list-separator = {", "}
list-separator-strong = { " ; " }

unit-percent = { $value } %

status-achieved = Atteint
status-not-yet = Pas encore atteint
status-monitored = Sans cible (suivi)

overview-title = Aperçu
evaluation-title = Évaluation du { -panel }
results-title = Principaux résultats
highlights-title = Faits saillants
indicators-title = Progrès vers les cibles
charts-title = Taux de réalisation et état d’avancement
charts-lead = { COUNT("achieved") } des { COUNT("with-target") } indicateurs assortis d’une cible l’{ COUNT("achieved") ->
    [one] a
   *[other] ont
} atteinte, selon les données.
target = Cible
year-target = Cible de l’année
actual = Dernière valeur
    .short = Dernière valeur
panel-evaluation = Note du comité
status = État
table-summary = Chaque ligne est un indicateur. Les colonnes sont la cible, la dernière valeur et l’état calculé. Chaque type d’indicateur a une ligne de titre.
computed-title = État d’avancement (calculé)
computed-notice = L’état d’avancement est calculé à partir des données ; il n’est pas l’évaluation du { -panel }.
computed-method = Le taux de réalisation est la dernière valeur divisée par la cible. L’indicateur est atteint dès que la cible est atteinte, en bonne voie à partir de { $on-track }, à accélérer à partir de { $acceleration-needed }.
status-by-group-title = État d’avancement par groupe (calculé)

contents-title = Table des matières
figures-title = Figures et tableaux
at-a-glance-title = En bref
at-a-glance-lead = { COUNT("achieved") } des { COUNT("with-target") } indicateurs assortis d’une cible l’{ COUNT("achieved") ->
    [one] a
   *[other] ont
} atteinte.
gaps-title = Indicateurs les plus éloignés du progrès attendu
gaps-lead = Indicateurs sous leur niveau attendu, du plus grand retard au plus petit. Les barres montrent le progrès depuis la valeur de référence (ou zéro) jusqu’à la cible.
other-highlights-title = Autres faits saillants
annex-title = Annexe
figure-label = Figure{"\u00A0"}
table-label = Tableau{"\u00A0"}
continued = (suite)
progress-title = { $group } : taux de réalisation
featured-title = { $group } : tendances des indicateurs phares
multiples-title = { $group } : tendances par indicateur
indicators-table-title = { $group } : indicateurs
group-highlights-title = Faits saillants
indicator = Indicateur
baseline = Référence
trend = Tendance
rate = Taux de réalisation
fiscal-year-head = Année
group-table-summary = Chaque ligne est un indicateur. Les colonnes sont la référence, la tendance, la cible, la dernière valeur, le taux de réalisation et l’état calculé ; les colonnes sans valeur sont omises.
all-table-summary = Chaque ligne est un indicateur, sous une ligne de titre par groupe. Les colonnes sont la référence, la valeur de chaque année, la cible, le taux de réalisation et l’état calculé.
computation-summary = Chaque ligne est un indicateur. Les colonnes sont le calcul du taux de réalisation, le calcul du rythme et l’état qui en résulte.
open-values-summary = Chaque ligne est une valeur qui n’est pas définitive. Les colonnes sont l’indicateur, l’année, la valeur et l’état.
all-indicators-title = Tous les indicateurs
all-indicators-table-title = Tous les indicateurs : référence, valeurs annuelles et cible
earlier-years-left-out = Les années antérieures sont omises faute de place.
method-title = Méthode
computation-title = Calculs par indicateur
computation-rate-head = Taux de réalisation
computation-pace-head = Rythme
notes-title = Notes et sources
as-of = Données au { DATE("as-of") }.
open-values-title = Valeurs provisoires, estimées et manquantes
open-values-table-title = Valeurs provisoires, estimées et manquantes, et ruptures de série
open-values-none = Toutes les valeurs sont définitives.
open-values-value = Valeur
open-values-state = État

chart-target = Cible
chart-pace = { $share } de la période écoulés
chart-detail = { $comparator ->
    [none] { $actual } sur { $target }
   *[other] { $actual }, cible { $target }
}
key-actual = Valeur
key-missing = Non disponible
key-target = Cible
progress-alt = { $group } : taux de réalisation par indicateur. { $items }.{ $share ->
    [several] {""}
   *[other] {" "}{ $share } de la période du plan se sont écoulés.
}
achievement-item = { $label } : valeur { $actual }, cible { $target }, taux de réalisation { $rate }, { $status }
achievement-item-without-rate = { $label } : valeur { $actual }, cible { $target }, { $status }
trend-target = cible : { $value }{ $year ->
    [none] {""}
   *[other] {" "}en { $year }
}
trend-year = { $year } : { $value }
small-multiples-alt = { $group } : indicateurs par année. { $items }.
small-multiples-item = { $name } – { $items }
sparkline-alt = { $first } en { $first-year }, { $last } en { $last-year }
furthest-behind-alt = Indicateurs les plus éloignés de leur cible ou de leur niveau attendu. { $items }.
progress-item = { $label } : valeur { $actual }, cible { $target }, progrès { $rate }, { $status }
computation-rate = { $dividend } ÷ { $divisor } = { $rate }
computation-pace = { $baseline ->
    [none] { $actual } ÷ { $target }
   *[other] ({ $actual } − { $baseline }) ÷ ({ $target } − { $baseline })
}{ $share ->
    [none] {""}
   *[other] {" "}÷ { $share }
} = { $pace }
open-values-earlier = { $state } ; { $value } est affiché
earlier-value = { $value } ({ $year })
results-closing = { "" }
kind-output = Réalisation
kind-outcome = Résultat
unit-count = { $value }
status-on-track = En bonne voie
status-acceleration-needed = À accélérer
absent-missing = …
    .spoken = non disponible
    .legend = non disponible
mark-provisional = p
    .legend = provisoire
mark-earlier = †
    .year = { $starting-year }
    .legend = pas de valeur pour { $round } : dernière valeur antérieure, et état de cette année-là : { $items }
-panel = comité
key-provisional = Provisoire
key-pace = Niveau attendu
chart-pace-year-target = Cible de l’année
trend-target-label = Cible { $value }
trend-year-remarks = { $item } ({ $remarks })
trend-pace = niveau attendu en { $year } : { $value }
measure-progress = Progrès
measure-achievement = Taux de réalisation
rate-of-progress = Progrès
rate-of-achievement = Taux
key-cut = L’axe ne commence pas à zéro
key-beyond = Hors de l’axe
key-expected-band = Entre le niveau attendu { $expected ->
    [none] {""}
   *[other] ({ $expected }){" "}
}et la cible

name-and-status = { $name } : { $status }
takeaway = { $targets ->
    [0] aucune cible
   *[other] { $achieved } des { $targets } cibles atteintes
}{ $behind ->
    [yes] , le plus en retard : { $furthest }
   *[no] {""}
}
progress-takeaway = { $group } : { takeaway }
multiples-takeaway = { $group } : { $other-well } des { $other-targets } indicateurs assortis d’une cible sur la bonne voie
