# Words recognised in tables. Synonyms are separated by |; nenpo writes the first one

## Column headers (.ja and .en are columns for one language)

column-id = Indicator ID | ID | Indicator code
column-group = Group | Theme | Goal | Domain | Pillar
column-kind = Kind
column-parent = Parent indicator ID | Parent | Part of
column-unit = Unit | Unit of measurement
column-accumulation = Accumulation
column-direction = Direction
column-baseline = Baseline | Baseline value
column-baseline_year = Baseline year
column-target = Target | Target for the year | Target value
column-target_year = Target year
column-comparator = Comparator | At least or at most
column-decimals = Decimals
column-note = Notes
column-name = Name | Indicator name | Indicator
    .ja = Name (Japanese)
    .en = Name (English)
column-label = Short name
    .ja = Short name (Japanese)
    .en = Short name (English)
column-indicator = Indicator ID | Indicator code | Indicator | Name | Indicator name | ID
column-fiscal_year = Fiscal year | Year
column-value = Value | Actual | Latest value | Latest | Actual value | Observed value
column-status = Status | Observation status
column-break = Break | Break in series
column-evaluation = Evaluation | Panel rating
# Columns that no table uses
column-ignored = Remarks | Remark | Comments | Comment | Department | Division | Responsible office | Office in charge | No. | No | Source | Data source | Definition | Methodology | Achievement rate | Progress rate
# In tables of many projects, the column with the project of each row (--project of nenpo new --from)
column-project = Project ID | Project code

## Columns with a fixed set of words

value-kind-output = Output
value-kind-outcome = Outcome
value-unit-count = Count
value-unit-percent = Percent | %
value-unit-rate = Rate
value-unit-people = People
value-unit-places = Places
value-unit-companies = Companies
value-unit-yen = Yen | ¥ | JPY
value-unit-points = Points | pt
value-unit-years = Years
value-unit-none = None
value-unit-percentage-points = Percentage points | pp | % points
value-unit-facilities = Facilities
value-unit-organizations = Organizations | Organisations
value-unit-schools = Schools
value-unit-households = Households
value-unit-vehicles = Vehicles
value-unit-times = Times
value-unit-days = Days
value-unit-hours = Hours
value-unit-minutes = Minutes
value-unit-score = Score
value-unit-thousand-people = Thousand people | Thousands of people
value-unit-ten-thousand-people = Ten thousand people
value-unit-million-people = Million people | Millions of people
value-unit-guest-nights = Guest nights | Person-nights
value-unit-thousand-guest-nights = Thousand guest nights
value-unit-ten-thousand-guest-nights = Ten thousand guest nights
value-unit-million-guest-nights = Million guest nights
value-unit-thousand-yen = Thousand yen
value-unit-ten-thousand-yen = Ten thousand yen
value-unit-million-yen = Million yen | Millions of yen
value-unit-hundred-million-yen = Hundred million yen | 100 million yen
value-unit-billion-yen = Billion yen | Billions of yen
value-unit-trillion-yen = Trillion yen
value-unit-per-100000-people = Per 100,000 people | per 100 000 population
value-unit-square-metres = Square metres | m²
value-unit-hectares = Hectares | ha
value-unit-kilometres = Kilometres | km
value-unit-tonnes = Tonnes | t
value-unit-tonnes-co2 = Tonnes of CO2 | t CO2
value-unit-kilowatt-hours = Kilowatt-hours | kWh
value-accumulation-cumulative = Cumulative
value-accumulation-annual = Annual
value-accumulation-level = Point in time | Level
value-direction-increase = Increase
value-direction-decrease = Decrease
value-direction-maintain = Maintain
value-comparator-at-least = or more | at least
value-comparator-at-most = or less | at most
value-comparator-within = within
value-comparator-above = more than | above | over
value-comparator-below = less than | below | under
value-status-final = Final
value-status-provisional = Provisional
value-status-estimated = Estimated
value-status-missing = Not available | Missing | Not reported | Pending
value-status-suppressed = Suppressed | Withheld | Confidential
value-status-not-applicable = Not applicable | n/a
value-break-yes = Yes | true | 1
value-break-no = No | false | 0

## Rows that are not indicators

row-total = Total | Subtotal | Sum | Grand total
# In tables with breakdowns, the words for all
row-whole = All | Both sexes | All ages | Overall | National
row-remark = ※ | * | Note | Notes | Source | Sources | Remark | Remarks

## Words and signs in place of a number, and words before a number

# Words with the same meaning everywhere
symbol-missing = not yet available | not available | not reported | not yet reported | pending | to be published | no data | unknown | missing | tbd | tba
symbol-suppressed = suppressed | withheld | confidential
symbol-not-applicable = not applicable
# Signs with different meanings in different offices: a warning says how they were read
sign-missing = - | -- | --- | – | — | ― | − | ... | .. | . | : | / | n/a | n.a. | na | #n/a | n.d. | nd | nan | null | none | nil | * | ** | *** | ?
sign-suppressed = x
prefix-cumulative = total | cumulative

## Fiscal years: words before and after the year

fiscal-year-prefix = FY | Fiscal year

## Sheet names in a workbook

sheet-indicators = Indicators
sheet-actuals = Actuals
