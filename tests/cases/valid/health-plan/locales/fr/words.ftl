# Everything that nenpo itself says in the languages that it speaks

format-locale = fr-FR
fiscal-year = exercice { $starting-year }
list-separator = {", "}
list-separator-strong = {" ; "}

## Values

unit-percent = { $value } %
unit-people = { $value } personnes
unit-years = { $value } ans
unit-companies = { $value } entreprises
comparator-at-least = au moins { $value }
comparator-at-most = au plus { $value }
absent-missing = –
    .spoken = non communiqué
    .legend = non communiqué
absent-suppressed = x
    .spoken = confidentiel
    .legend = confidentiel
mark-provisional = p
    .legend = provisoire
mark-note = ※{ $number }
note-label = Note { $number }

## Kinds and statuses

kind-output = Réalisation
kind-outcome = Résultat
status-achieved = Atteint
status-on-track = En bonne voie
status-limited = Progrès limité
status-deteriorating = En recul
status-not-achieved = Non atteint
status-acceleration-needed = À accélérer
status-not-yet = Avant l’échéance
status-not-reported = Non communiqué
status-monitored = Suivi seul

## The template followup

overview-title = Vue d’ensemble
evaluation-title = Évaluation du comité
results-title = Principaux résultats
results-closing = { "" }
highlights-title = Faits marquants
indicators-title = Avancement vers les cibles
charts-title = Taux de réalisation et avancement calculé
charts-lead = { COUNT("achieved") } des { COUNT("with-target") } indicateurs dotés d’une cible l’ont atteinte (calculé).
target = Cible
year-target = Cible annuelle
actual = Dernière valeur
    .short = Dernière valeur
panel-evaluation = Note
status = État
table-summary = Chaque ligne est un indicateur. Les colonnes sont la cible, la dernière valeur et l’état calculé. Chaque type d’indicateur a une ligne de titre.
computed-title = État calculé
computed-notice = L’état est calculé à partir des chiffres ; ce n’est pas l’évaluation du comité.
computed-method = Le taux de réalisation est la dernière valeur divisée par la cible{ $downward ->
    [yes] , ou la cible divisée par la dernière valeur si la cible ne doit pas être dépassée
   *[no] {""}
}. Pour les indicateurs cumulés, l’état dépend du taux de réalisation{ $baselines ->
    [yes] {" "}(à partir d’une valeur de référence : la hausse depuis celle-ci divisée par l’écart entre elle et la cible)
   *[no] {""}
} divisé par la part écoulée du plan : atteint dès que la cible l’est, en bonne voie à partir de { $on-track }, à accélérer à partir de { $acceleration-needed }, progrès limité à partir de 0, en recul au-dessous. Les taux et autres niveaux sont seulement atteints ou pas encore ; un indicateur sans cible est seulement suivi. Ces états sont calculés et ne sont pas l’évaluation du comité.
status-by-group-title = État par domaine (calculé)

## Charts

chart-target = Cible
chart-pace = { $share } du plan écoulés
chart-pace-year-target = Cible annuelle
chart-detail = { $actual } / { $target }
progress-alt = Taux de réalisation par indicateur : { $group }. { $items }.{ $share ->
    [several] {""}
   *[other] {" "}{ $share } du plan sont écoulés.
}
achievement-item = { $label } : valeur { $actual }, cible { $target }, taux de réalisation { $rate }, { $status }
achievement-item-without-rate = { $label } : valeur { $actual }, cible { $target }, { $status }
measure-progress = Progrès
measure-achievement = Taux de réalisation
chart-baseline = Valeur initiale (0 %)
rate-of-progress = Progrès
rate-of-achievement = Taux
key-beyond = Hors de l’axe
key-expected-band = Entre le niveau attendu { $expected ->
    [none] {""}
   *[other] ({ $expected }){" "}
}et la cible
progress-item = { $label }: { $actual } / { $target }, progrès { $rate }, { $status }
key-actual = Valeur
key-baseline = Valeur initiale
key-provisional = Provisoire
key-target = Cible

gaps-title = Indicateurs les plus en retard
name-and-status = { $name } : { $status }
takeaway = { $targets ->
    [0] aucune cible
   *[other] { $achieved } des { $targets } cibles atteintes
}{ $behind ->
    [yes] , le plus en retard : { $furthest }
   *[no] {""}
}
