"""Regional accounts: what places produce (gross value added, by industry) and what their households have to spend (GDHI)."""

from datetime import date

from levelling.core.indicator import Release
from levelling.sources.contract import Source
from levelling.sources.ons_regional_accounts.output import AREA_GVA, AUTHORITY_GVA
from levelling.sources.ons_regional_accounts.tidy import INCOME, MEMBERS, tidy

_LICENCE = "Open Government Licence v3.0"
_NOTE = "The figures reached us as tables made from the publisher's workbooks by economic-analytics/edd."

SOURCE = Source(
    name="ons-regional-accounts",
    releases=(
        Release(
            id="ons-regional-gva",
            publisher="Office for National Statistics",
            title="Regional gross value added (balanced) by industry: local authorities, and all ITL regions",
            released=date(2025, 4, 17),
            address="https://www.ons.gov.uk/economy/grossvalueaddedgva/datasets/nominalandrealregionalgrossvalueaddedbalancedbyindustry",
            licence=_LICENCE,
            note=_NOTE,
        ),
        Release(
            id="ons-regional-gdhi",
            publisher="Office for National Statistics",
            title="Regional gross disposable household income: local authorities by ITL1 region, 1997 to 2022",
            released=date(2024, 9, 4),
            address="https://www.ons.gov.uk/economy/regionalaccounts/grossdisposablehouseholdincome/datasets/regionalgrossdisposablehouseholdincomelocalauthoritiesbyitl1region",
            licence=_LICENCE,
            note=_NOTE,
        ),
    ),
    files=(AUTHORITY_GVA, AREA_GVA, INCOME, MEMBERS),
    tidy=tidy,
    cadence="Once a year: output in spring, income in autumn",
    geography="Local authorities of the United Kingdom, ITL areas of 2025, regions, nations and the UK",
)
