report-title = Plan pour l’eau
overview = { ACTUAL("trees") } arbres ont été plantés, soit { RATE("trees") } de la cible de { TARGET("trees") }. Dans la dernière année connue, { ACTUAL("quality") } des rivières étaient de bonne qualité.
group-water = Eau
unit-per-population = { $value } pour 100 000 habitants
unit-dollars = { $value } dollars
