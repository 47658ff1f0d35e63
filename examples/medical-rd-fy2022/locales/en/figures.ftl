# Labels in the figures. Each message is one text element; -1 and -2 are two lines of one label

## Lumbar support device

figure-gas-spring-shoulder-belt = Shoulder belt
figure-gas-spring-back-frame = Back frame
figure-gas-spring-waist-belt = Waist belt
figure-gas-spring-buttock-belt = Buttock belt
figure-gas-spring-thigh-frame = Thigh frame
figure-gas-spring-thigh-pad = Thigh pad
figure-gas-spring-gas-spring = Gas spring
figure-gas-spring-compression-spring = Compression spring

## Corneal epithelium

figure-ips-cornea-cells = iPS cells
figure-ips-cornea-sheet = Corneal epithelial cell sheet
figure-ips-cornea-transplant = Transplanted to four patients
figure-ips-cornea-follow-up = Follow-up completed

## Heart failure

figure-heart-failure-tissue = Heart tissue
figure-heart-failure-spatial = Spatial omics analysis
figure-heart-failure-single-cell = Single-cell analysis
figure-heart-failure-groups-1 = Disease states
figure-heart-failure-groups-2 = stratified
figure-heart-failure-genome-1 = Genomics and
figure-heart-failure-genome-2 = epigenomics
figure-heart-failure-cardiomyocytes-1 = iPS-derived
figure-heart-failure-cardiomyocytes-2 = cardiomyocytes
figure-heart-failure-mechanism-1 = Atrial fibrillation
figure-heart-failure-mechanism-2 = onset reproduced

## α-synuclein

figure-alpha-synuclein-patients = Multiple system atrophy patients
figure-alpha-synuclein-healthy = Healthy elderly
figure-alpha-synuclein-accumulation = α-synuclein accumulation

## Cancer stem cells

figure-cancer-stem-cell-switch = Dormancy switch
figure-cancer-stem-cell-proliferating = Proliferating
figure-cancer-stem-cell-dormant = Dormant
figure-cancer-stem-cell-tumour = Colorectal cancer
figure-cancer-stem-cell-chemotherapy = Chemotherapy
figure-cancer-stem-cell-survival-1 = Dormant stem
figure-cancer-stem-cell-survival-2 = cells survive
figure-cancer-stem-cell-recurrence-1 = Relapse and
figure-cancer-stem-cell-recurrence-2 = recurrence
