report-title = Plan de promotion de la santé d’une préfecture imaginaire
report-subtitle = Avancement pour l’exercice 2021
report-notice = Cet exemple sert à tester nenpo. Le plan et ses chiffres sont inventés et sans rapport avec un plan ou des statistiques réels.

overview =
    Le plan court sur dix ans, de l’{ FISCAL_YEAR("plan-start") } à l’{ FISCAL_YEAR("plan-end") }, et compte { COUNT("indicators") } indicateurs.
    Au { DATE("as-of") }, { COUNT("achieved") } des { COUNT("with-target") } indicateurs dotés d’une cible l’avaient atteinte.
evaluation = La cible relative au tabagisme est atteinte, mais la consommation de légumes a reculé depuis l’adoption du plan. L’alimentation doit encore s’améliorer.

group-lifestyle = Modes de vie plus sains
    .number = ①
overview-lifestyle =
    { ACTUAL("smoking") } des adultes fument (cible : { TARGET("smoking") }).
    L’apport en sel était de { ACTUAL("salt") }, soit un taux de réalisation de { RATE("salt") }.
group-disease = Prévention des maladies liées au mode de vie
    .number = ②
overview-disease = La mortalité par cancer était de { ACTUAL("cancer") } (cible : { TARGET("cancer") }).
group-society = Une société qui favorise la santé
    .number = ③
overview-society = { ACTUAL("companies") } se sont engagées pour la santé (cible : { TARGET("companies") }).

highlight-smoke-free =
    .title = Le tabagisme recule
    .body =
        Il ne touche plus que { ACTUAL("smoking-men") } des hommes et { ACTUAL("smoking-women") } des femmes.
        Avec { ACTUAL("smoking") } de l’ensemble des adultes, la cible ({ TARGET("smoking") }) est atteinte.

note-adults = À partir de 20 ans.
note-age-adjusted = Mortalité ajustée selon l’âge.
note-survey-cancelled = L’enquête a été annulée en raison d’une épidémie.

unit-grams = { $value } g
unit-steps = { $value } pas
unit-per-100k = { $value } pour 100 000

evaluation-A = A
    .legend = cible atteinte
evaluation-B = B
    .legend = en amélioration
evaluation-C = C
    .legend = inchangé
evaluation-D = D
    .legend = en recul
evaluation-E = E
    .legend = non évaluable
