# Descriptions of the policy fields

description-health = This field aims to let everyone go on living in good health, and in their own way, in the neighbourhood they know. It covers health promotion, prevention of the need for long-term care, support for people with dementia and their families, and help for those at risk of isolation. The Health and Welfare Department works on it with residents’ groups and with medical and care providers in each district.

description-environment = This field is about handing on the shores of Lake Minamo and the River Asase, and the woods that feed them, while moving the city towards decarbonisation. It covers renewable energy, less waste and more recycling, the care of woodland, and clean air. The Environment Department is in charge; as the city hall is itself one of the largest energy users in the city, its own buildings go first.

description-children = This field aims for a city where children grow up safely and parents are never left to cope alone. It covers childcare, lessons that every pupil can follow, and support for children and families in difficulty. The Children’s Department and the Board of Education work on it together.

description-economy = This field aims to help local businesses grow, and to bring life to the city together with those who visit it or move there. It covers support for start-ups and for going digital, tourism that makes the most of the waterside, and help for newcomers. The Industry and Tourism Department works on it with business associations and residents.

description-safety = This field protects residents from disasters, accidents and crime, and keeps in good order the infrastructure on which their safety rests. It covers earthquake-proof homes, preparations for people who cannot evacuate alone, road safety, ambulances and the water supply. The Crisis Management Department leads, together with the Fire Department, the Urban Development Department and the Water Bureau.
