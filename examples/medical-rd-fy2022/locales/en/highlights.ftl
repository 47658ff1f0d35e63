# Highlights: .title, .body, .caption of the figure, .alt (what the figure shows, for those who cannot see it), .citation, .note

highlight-modality-drugs =
    .title = Advancing drugs based on modality technologies towards practical application
    .body =
        Main drugs arising from projects supported by the Japan Agency for Medical Research and Development (AMED) that received regulatory approval in { FISCAL_YEAR("round") }

        - **Recombinant coronavirus (SARS-CoV-2) vaccine (Nuvaxovid intramuscular injection)**

          This is a vaccine against COVID-19 that uses a recombinant protein and contains the Matrix-M™ adjuvant.

        - **Rituximab (Rituxan® intravenous infusion 100 mg and 500 mg)**

          This is a drug with a new indication and a new dosage (orphan drug), indicated for the prevention of relapse in patients with neuromyelitis optica spectrum disorder, a designated intractable disease with a prevalence in Japan of 5.3 per 100,000 people. Its efficacy was demonstrated in an investigator-initiated phase II/III clinical trial.

        - **Valganciclovir hydrochloride (Valixa dry syrup 5,000 mg)**

          This is a drug with a new indication and a new dosage (orphan drug) for patients with symptomatic congenital cytomegalovirus infection, a rare disease that develops in around { NUM("1700") } people a year in Japan. The indication was added on the basis of an investigator-initiated clinical trial, making it the first drug in the world approved for this disease.

highlight-gas-spring =
    .title = Practical development and demonstration of a lightweight, compact gas-spring lumbar support device
    .body =
        - By combining two types of spring, this product provides both lumbar support and ease of walking. It reduces the burden on the lower back in care settings, in particular in tasks that often require a stooped posture, such as changing diapers, repositioning, transferring and changing sheets.
        - As it is dustproof and waterproof, it can also be used when helping people bathe.
        - As it uses no electricity and makes no operating noise, it can also be used at night.
    .caption = Parts of the lightweight, compact lumbar support device (schematic drawn for this sample)
    .alt = Schematic side view of a person in a stooped posture wearing the lightweight, compact lumbar support device. Leader lines point to its eight parts: shoulder belt, back frame, waist belt, buttock belt, gas spring, compression spring, thigh frame and thigh pad.

highlight-ips-cornea =
    .title = World’s first clinical research on the transplantation of corneal epithelium made from iPS cells completed
    .body =
        - At Osaka University, Professor Koji Nishida and colleagues completed follow-up of a clinical study in which corneal epithelium made from human iPS cells was transplanted into four patients with corneal disease.
        - No serious adverse events such as rejection or tumour formation were observed, and the results indicated safety and efficacy.
    .caption = Clinical research on corneal epithelial cell sheets derived from iPS cells (schematic drawn for this sample)
    .alt = Schematic of the course of the clinical research: iPS cells in a culture dish are made into a corneal epithelial cell sheet, the sheet is transplanted to the eyes of four patients with corneal disease, and follow-up is completed in all four cases.

highlight-heart-failure =
    .title = Advanced biochemical measurement and analysis enable stratification of heart failure patients by disease state
    .body =
        - A method was developed for analysing the disease state of heart failure through spatial omics analysis and single-cell analysis of heart tissue samples, and diverse heart failure patients were successfully stratified by disease state.
        - In addition, integrated genome and epigenome analysis and iPS-derived cardiomyocytes were used to reproduce the mechanism by which atrial fibrillation develops. By bringing integrated advanced analysis into clinical medicine ahead of others, this work opens a new chapter in cardiovascular medicine. It accounts for three of the seeds transferred to other Integrated Projects, companies, etc.
    .caption = Top: stratification of heart failure patients by disease state; bottom: reproduction of the mechanism by which atrial fibrillation develops (schematic drawn for this sample)
    .alt = Schematic in two rows. In the top row, heart tissue samples undergo spatial omics analysis and single-cell analysis, and patients are stratified into three groups by disease state. In the bottom row, integrated genome and epigenome analysis is combined with iPS-derived cardiomyocytes to reproduce the mechanism by which atrial fibrillation develops, shown as an irregular wave.
    .citation = *Nature Communications*. 2022; *Nature Genetics*. 2023

highlight-alpha-synuclein =
    .title = Industry–academia collaboration develops a PET tracer for α-synuclein pathology in neurodegenerative diseases
    .body =
        - Deposits of α-synuclein are known to accumulate in the brains of patients with various neurodegenerative diseases.
        - In collaboration with three pharmaceutical companies, Director Makoto Higuchi and colleagues at the National Institutes for Quantum Science and Technology (QST) succeeded in clearly imaging α-synuclein pathology in the living human brain.
        - This result is expected to contribute greatly to the development of disease-modifying drugs that target α-synuclein pathology, and clinical research in patients with these diseases is in progress.
    .caption = Comparison of images of α-synuclein accumulation in patients with multiple system atrophy (first three columns from the left) and in healthy elderly people (right-hand column) (schematic drawn for this sample; not actual PET images)
    .alt = Schematic of four brain outlines side by side. In the first three columns from the left, the brains of patients with multiple system atrophy have dark areas on both sides that mark the accumulation of α-synuclein; in the right-hand column, the brain of a healthy elderly person has none. The position and shape of the areas are schematic.

highlight-cancer-stem-cell =
    .title = Elucidation of the mechanism by which colorectal cancer stem cells lead to recurrence after chemotherapy
    .body =
        - The group of Professor Toshiro Sato and colleagues at the Keio University School of Medicine elucidated the mechanism by which the human “cancer stem cells” (\*) that control the growth of colorectal cancer survive even after chemotherapy and lead to relapse and recurrence.
        - This result is expected to lead to the development of new therapies that focus on the relapse and recurrence of cancer, which determine the prognosis of colorectal cancer, and to benefit patients.
    .caption = Concept of the dormancy switch of cancer stem cells (schematic drawn for this sample)
    .alt = Schematic of the dormancy switch of cancer stem cells. The upper part shows that a dormancy switch moves cancer stem cells between a proliferating and a dormant state. The lower part shows that, even though chemotherapy kills many of the cells of a colorectal cancer, dormant stem cells survive, multiply again and lead to relapse and recurrence.
    .note = (\*) Cancer stem cells: the cells that give rise to all the other cells of a cancer. It is thought that these cancer stem cells must be found and eradicated in order to achieve a complete cure of cancer and to prevent recurrence and metastasis.
