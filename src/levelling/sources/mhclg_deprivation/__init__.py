"""The English indices of deprivation: editions of 2015 (authorities only), 2019 and 2025.

Editions are never one series: 2019 and 2025 stand on different neighbourhoods, data and methods, so each has indicators of its
own. The neighbourhoods' figures are the department's. The authorities' of 2015 and 2019 were worked out from them by the British
Red Cross, in the department's way and with its counts of people, on boundaries of 2021 and 2023; those of 2025 are worked out
here.
"""

from datetime import date

from levelling.core.indicator import Release
from levelling.sources.contract import Source
from levelling.sources.deprivation import CROWN, OGL, VIA
from levelling.sources.mhclg_deprivation.editions import FILES, tidy

_PUBLISHER = "Ministry of Housing, Communities and Local Government"

RELEASES = (
    Release(
        id="english-deprivation-2015",
        publisher=_PUBLISHER,
        title="English indices of deprivation 2015",
        released=date(2015, 9, 30),
        address="https://www.gov.uk/government/statistics/english-indices-of-deprivation-2015",
        licence=OGL,
        attribution=CROWN,
        note=f"{VIA}, which worked out the authorities of 2021 from the neighbourhoods.",
    ),
    Release(
        id="english-deprivation-2019",
        publisher=_PUBLISHER,
        title="English indices of deprivation 2019",
        released=date(2019, 9, 26),
        address="https://www.gov.uk/government/statistics/english-indices-of-deprivation-2019",
        licence=OGL,
        attribution=CROWN,
        note=(
            f"{VIA}, which worked out the authorities of 2023; the neighbourhoods' scores and rates "
            "through mySociety. Shares of people are worked out here with the people of mid-2019."
        ),
    ),
    Release(
        id="english-deprivation-2025",
        publisher=_PUBLISHER,
        title="English indices of deprivation 2025",
        released=date(2025, 10, 30),
        address="https://www.gov.uk/government/statistics/english-indices-of-deprivation-2025",
        licence=OGL,
        attribution=CROWN,
        note=(
            f"{VIA}: the neighbourhoods' figures. The authorities' figures are "
            "worked out here with the residents of Census 2021, and may differ a little from the department's own."
        ),
    ),
)

SOURCE = Source(
    name="mhclg-deprivation",
    releases=RELEASES,
    files=FILES,
    tidy=tidy,
    cadence="Every four to six years",
    geography="Neighbourhoods (LSOAs of 2011 and of 2021) and local authorities of England",
)
