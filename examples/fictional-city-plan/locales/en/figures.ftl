# Labels in the figures. Each message is one text element; -1 and -2 are two lines of one label

## Community salons

figure-salons-salon = Community salon
figure-salons-walk-1 = Within
figure-salons-walk-2 = walking distance
figure-salons-visits = Visits and checks
figure-salons-referral = Early referral
figure-salons-nurses-1 = Public health nurses
figure-salons-nurses-2 = and physiotherapists
figure-salons-centre-1 = Community
figure-salons-centre-2 = support centre

## Power for shelters

figure-shelter-power-ordinary = Ordinary days
figure-shelter-power-panels = Solar panels
figure-shelter-power-school = Used by the school
figure-shelter-power-surplus = Surplus
figure-shelter-power-charge = Battery charges
figure-shelter-power-outage = In a power cut
figure-shelter-power-battery = Battery
figure-shelter-power-shelter = Shelter (school gym)
figure-shelter-power-light = Lighting
figure-shelter-power-phones = Phones
figure-shelter-power-medical = Medical

## Waiting lists

figure-waiting-lists-wing-1 = Nurseries
figure-waiting-lists-wing-2 = extended
figure-waiting-lists-small-1 = Small nurseries
figure-waiting-lists-small-2 = opened
figure-waiting-lists-staff-1 = Homes for
figure-waiting-lists-staff-2 = nursery staff
figure-waiting-lists-waiting-1 = Children who
figure-waiting-lists-waiting-2 = were waiting
figure-waiting-lists-placed = A place for each

## Waterside route

figure-waterside-route-lake = Lake Minamo
figure-waterside-route-river = River Asase
figure-waterside-route-station = Minamo Station
figure-waterside-route-market = Waterside market
figure-waterside-route-lookout = Reed-bed lookout
figure-waterside-route-landing = Old landing
figure-waterside-route-bicycle = Bicycle
figure-waterside-route-boat = Boat
