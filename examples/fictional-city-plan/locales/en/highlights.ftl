# Main achievements: .title, .body, .caption of the figure, .alt (what the figure shows, for those who cannot see it), .citation, .note

highlight-salons =
    .title = More community salons within walking distance than before the pandemic closures
    .body =
        - Many of the salons that residents run for older neighbours closed during COVID-19. With reopenings and new groups there are now { ACTUAL("health-salons") } (target: { TARGET("health-salons") }).
        - Public health nurses and physiotherapists visit every salon twice a year and tell people their fitness results on the spot. Where something gives cause for concern, people are referred early to the Community Comprehensive Support Centre.
        - A further { NUM("214") } people trained as dementia supporters have joined the salons as helpers.
    .caption = How the community salons are supported (schematic drawn for this sample)
    .alt = Schematic of how a community salon is supported. Five people meet in a hall in the middle, and dotted lines show that they walk there from four houses around it. Public health nurses and physiotherapists visit the hall and check fitness; from the hall, people are referred early to the community support centre.

highlight-shelter-power =
    .title = Solar panels and batteries for schools that serve as shelters
    .body =
        - Solar panels and batteries were installed at six schools that serve as emergency shelters. Panels on city buildings generated { ACTUAL("env-generation") } in the year (target: { TARGET("env-generation") }).
        - On ordinary days the school uses the power, and the surplus charges the battery. In a power cut the battery supplies the gym: lighting, phone charging, and medical devices of people cared for at home.
        - In the city-wide drill on { DATE("2024-10-20") } the system ran through { NUM("12") } hours of darkness.
    .caption = Flow of electricity on ordinary days (top) and in a power cut (bottom) (schematic drawn for this sample)
    .alt = Schematic of the flow of electricity, in two rows. In the top row, on ordinary days, electricity from solar panels on the roof of a school is used by the school, and the surplus charges a battery. In the bottom row, in a power cut, the battery supplies the school gym, now a shelter, where it powers lighting, phones and medical devices.

highlight-waiting-lists =
    .title = No children on childcare waiting lists, for the first time under the plan
    .body =
        On { DATE("2025-04-01") } the number of children on waiting lists was { ACTUAL("child-waiting") }. Over the plan, { ACTUAL("child-places") } places have been added (target: { TARGET("child-places") }).

        1. The city extended four licensed nurseries to take more children aged one and two.
        2. Near the station and in the north, seven small nurseries opened.
        3. Help with the rent for { NUM("58") } nursery teachers ended the vacancies that had kept places empty.

        Children waiting for one particular nursery, among others, are not counted. As the advisory council asked, the city will publish their number too from { FISCAL_YEAR("2025") }.
    .caption = The three measures that ended the waiting lists (schematic drawn for this sample)
    .alt = Schematic of how the waiting lists came to an end. At the top are three measures: nurseries extended, small nurseries opened, and homes for nursery staff. Lines from all three lead to the lower part, where five children who were waiting all have a place in a nursery.

highlight-waterside-route =
    .title = A route linking station and lake opens, and overnight tourism recovers
    .body =
        - A cycle route of about { NUM("18") } km now links Minamo Station, the waterside market, the reed-bed lookout and the old landing with the boat across the lake.
        - There were { ACTUAL("econ-visitors") } visitors and { ACTUAL("econ-nights") } guest nights, of which { ACTUAL("econ-nights-foreign") } by visitors from abroad. These figures are provisional but exceed those recorded before the plan.
        - Guest nights are still short of the target ({ TARGET("econ-nights") }). Additional morning and evening boats will encourage longer stays.
    .caption = Outline of the waterside route (schematic drawn for this sample; neither scale nor direction is exact)
    .alt = Schematic map of the waterside route. From Minamo Station a cycle route runs on the west side to the waterside market on the River Asase and on to the reed-bed lookout north of the lake; another runs from the station to the old landing on the southern shore. A boat across the lake between the lookout and the landing closes the loop.

highlight-evacuation-plans =
    .title = Who, where and how: individual evacuation plans made with the people they are for
    .body =
        For people who cannot evacuate alone because of age, disability or other reasons, the person, their family, neighbours and care professionals sit down together and draw up an individual evacuation plan (\*). So far there are { ACTUAL("safe-plans") } plans (target: { TARGET("safe-plans") }), and the work needs to accelerate.

        - **Care professionals in the lead**

          The city commissioned care managers and disability advisers, who know how people live from day to day. Of the { NUM("41") } care providers in the city, { NUM("33") } take part, and meetings are held sooner than when they were left to each district.

        - **The most dangerous areas first**

          Work began in the flood zone of the River Asase, where { NUM("84") }% of those concerned now have a plan. City staff call on the rest at home before the rainy season to ask what they wish.

        - **Tested and improved**

          In the city-wide drill on { DATE("2024-10-20") }, { NUM("126") } people evacuated according to their plans. In { NUM("19") } cases it took longer than expected, and helpers or shelters were changed.

        - **Safer at home, too**

          While drawing up plans, staff also checked furniture and stocks of medicine, and { NUM("302") } households made improvements.

        In the final year the city will settle how plans are handed over when people leave hospital or move house, so that plans stay in use.
    .note = (\*) Individual evacuation plan: sets out, for each person who could not evacuate unaided, who helps, where to go, by which way, and what care is needed.

highlight-open-progress =
    .title = Progress that anyone can check
    .body =
        - The values of all indicators are now published as open data, with the notes on each year. Every number in the tables, charts and text of this report comes from these data.
        - At five residents’ meetings, attended { NUM("183") } times in all, people discussed the indicators. The names and explanations of nine that they found hard to understand were reworded.
        - Where the method of counting has changed, the report says that the values before and after cannot be compared. If a published value is corrected, the original value and the reason are kept on record.
    .citation = Minamo City, *Indicators of the Fifth Comprehensive Plan: Data*, August 2025 (fictional publication)
