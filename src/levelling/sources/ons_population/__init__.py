"""How many people live in each area, by age: mid-2019 for the whole UK, and later counts where there are any.

Mid-2019 is the only date for which every part of the UK is here, down to the neighbourhood, so it is the one by which figures are
weighed and moved. Later: mid-2020 (England, Wales, Scotland), Census 2021 (England and Wales), mid-2021 and mid-2022 (Scotland).
Ages are not here for Northern Ireland.
"""

from levelling.core.indicator import Release
from levelling.sources.contract import Source
from levelling.sources.ons_population.tidy import FILES, tidy

_OGL = "Open Government Licence v3.0"
_ONS = "Office for National Statistics"
_NRS = "National Records of Scotland"
_CROWN = "Contains National Statistics, NRS and NISRA data © Crown copyright and database right."
_DEMOGRAPHR = "Through the demographr package of the British Red Cross (humaniverse)."
_ONS_PAGE = "https://www.ons.gov.uk/peoplepopulationandcommunity/populationandmigration/populationestimates"
_NRS_PAGE = "https://www.nrscotland.gov.uk/"

RELEASES = (
    Release(
        id="population-mid-2019",
        publisher=f"{_ONS}, {_NRS} and NISRA",
        title="Small-area population estimates, mid-2019",
        released=None,
        address=_ONS_PAGE,
        licence=f"{_OGL}; compilation CC BY 4.0 (mySociety)",
        attribution=_CROWN,
        note="Neighbourhoods gathered by mySociety; authorities, regions and nations are their sums.",
    ),
    Release(
        id="population-mid-2020",
        publisher=_ONS,
        title="Population estimates, mid-2020",
        released=None,
        address=_ONS_PAGE,
        licence=_OGL,
        attribution=_CROWN,
        note=f"{_DEMOGRAPHR} Made before Census 2021, and since revised by the publisher; the revision is not here.",
    ),
    Release(
        id="population-mid-2020-scotland",
        publisher=_NRS,
        title="Small Area Population Estimates, mid-2020",
        released=None,
        address=_NRS_PAGE,
        licence=_OGL,
        attribution=_CROWN,
        note=f"{_DEMOGRAPHR} Councils are the sums of their data zones. Made before Census 2022.",
    ),
    Release(
        id="population-mid-2021-scotland",
        publisher=_NRS,
        title="Small Area Population Estimates, mid-2021",
        released=None,
        address=_NRS_PAGE,
        licence=_OGL,
        attribution=_CROWN,
        note=f"{_DEMOGRAPHR} Councils are the sums of their data zones. Made before Census 2022.",
    ),
    Release(
        id="population-mid-2022-scotland",
        publisher=_NRS,
        title="Mid-2022 population estimates, Scotland",
        released=None,
        address=_NRS_PAGE,
        licence=_OGL,
        attribution=_CROWN,
        note=_DEMOGRAPHR,
    ),
    Release(
        id="census-2021-age",
        publisher=_ONS,
        title="Census 2021: age by single year (TS007)",
        released=None,
        address="https://www.nomisweb.co.uk/datasets/c2021ts007",
        licence=_OGL,
        attribution=_CROWN,
        note="Through a public copy of the table. Counts are altered a little by the publisher so that nobody can be recognised.",
    ),
)

SOURCE = Source(
    name="ons-population",
    releases=RELEASES,
    files=FILES,
    tidy=tidy,
    cadence="Every year",
    geography="Neighbourhoods of 2011, local authorities, regions and nations",
)
