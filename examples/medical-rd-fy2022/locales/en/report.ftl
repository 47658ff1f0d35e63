# Title, overview, evaluation, names of the projects, notes

report-title = Phase II Plan for Promotion of Medical Research and Development: Follow-up on Implementation Status
report-subtitle = Results for { FISCAL_YEAR("round") } (third year of the Phase II Plan)
report-issuer = nenpo sample
report-notice = This document is a sample made with nenpo from published figures and text. It is not the Government’s own document, and the English text is a translation made for this sample.

## Overview and assessment

overview = The Phase II Plan for Promotion of Medical Research and Development ({ FISCAL_YEAR("plan-start") }–{ FISCAL_YEAR("plan-end") }) requires its implementation to be followed up. This document accordingly reports the results of the follow-up for { FISCAL_YEAR("round") }, the third year of the Phase II Plan.
evaluation = At its 34th meeting, held on { DATE("published") }, the Expert Panel on Promotion of Healthcare Policy concluded, as in the previous year, that “even taking into account the impact of COVID-19 on research settings and the small number of items on which progress was insufficient, **overall, the Plan is progressing well**”.

## Headings (replacing those of the templates)

results-title = Main results of the Plan for Promotion of Medical Research and Development, { FISCAL_YEAR("round") }
results-closing = (examples only)
highlights-title = (Reference) Main results of medical research and development, { FISCAL_YEAR("round") }
indicators-title = (Reference) Progress towards the targets of the Phase II Plan for Promotion of Medical Research and Development

## Projects

group-drug = Project for Advanced Drug Discovery and Development
    .number = ①
    .label = Drug Discovery
group-device = Medical Device and Healthcare Project
    .number = ②
    .label = Devices and Healthcare
group-regenerative = Regenerative Medicine and Cell and Gene Therapies Project
    .number = ③
    .label = Regenerative, Cell and Gene
group-genome = Genome and Health-Related Data Project
    .number = ④
    .label = Genome and Health Data
group-basic = Basic Medical Research Project
    .number = ⑤
    .label = Basic Research
group-seeds = Seeds Development and Research Infrastructure Project
    .number = ⑥
    .label = Seeds and Infrastructure

## Main results by project (the numbers are cited from data/)

overview-drug = The project is on track, with many seeds licensed out to companies and many regulatory approvals obtained, including a cumulative total of { ACTUAL("drug-licensed-out") } seeds licensed out to companies (target: { TARGET("drug-licensed-out") }) and a cumulative total of { ACTUAL("drug-approvals") } regulatory approvals (new drugs, expanded indications) (target: { TARGET("drug-approvals") }).
overview-device = Development and practical application of medical devices are progressing steadily. One example is a lightweight, compact, dustproof and waterproof wearable device that uses robot technology to combine lumbar support in care work with ease of walking.
overview-regenerative = The project is steadily delivering results towards the social implementation of regenerative medicine and cell and gene therapies, including the completion of the world’s first clinical research on the transplantation of corneal epithelium made from iPS cells and the conduct of an investigator-initiated clinical trial in patients with familial Alzheimer’s disease.
overview-genome = The project continues to deliver results that advance genomic medicine, including a cumulative total of { ACTUAL("genome-passed-on") } seeds transferred to other Integrated Projects, companies, etc. (target: { TARGET("genome-passed-on") }) and a cumulative total of { ACTUAL("genome-biomarkers") } biomarkers, etc. developed for clinical use (target: { TARGET("genome-biomarkers") }).
overview-basic = The project is steadily delivering results, including success, in collaboration with three pharmaceutical companies, in clearly imaging, in the living human brain, the α-synuclein pathology that causes neurodegenerative diseases.
overview-seeds = The project is on track, with a cumulative total of { ACTUAL("seeds-papers-if5") } papers on research results published in scientific journals (target: { TARGET("seeds-papers-if5") }), a cumulative total of { ACTUAL("seeds-passed-on") } seeds transferred to other Integrated Projects, companies, etc. (target: { TARGET("seeds-passed-on") }) and a cumulative total of { ACTUAL("seeds-approval-applications") } applications for regulatory approval of drugs, etc. (target: { TARGET("seeds-approval-applications") }).

## Notes

note-incites = Values marked * are based on counts by the Japan Agency for Medical Research and Development (AMED) from Clarivate InCites Benchmarking.
    .mark = *
note-as-of = The “latest value” is the cumulative number as at { DATE("as-of", calendar: "gregorian") }.

## Signs, as the source prints them

absent-missing = –
    .spoken = not available
    .legend = not available
