"""Disability and unpaid care, as each nation's census asked about them. The questions differ, so each has its own indicators.

- England and Wales, 21 March 2021: people disabled under the Equality Act; people aged 5 and over who give unpaid care, by hours.
- Scotland, 20 March 2022: people whose day-to-day activities are limited a little or a lot. No figures on unpaid care are here.
- Northern Ireland, 21 March 2021: households with disabled members (people are not here); unpaid care by hours, in other bands.
"""

from levelling.core.indicator import Release
from levelling.sources.census_health.tidy import FILES, tidy
from levelling.sources.contract import Source

_OGL = "Open Government Licence v3.0"
_CROWN = "Contains public sector information licensed under the Open Government Licence v3.0. © Crown copyright."
_VIA = "Through the healthyr and demographr packages of the British Red Cross (humaniverse)."

RELEASES = (
    Release(
        id="census-2021-disability",
        publisher="Office for National Statistics",
        title="Census 2021: disability, England and Wales",
        released=None,
        address="https://www.ons.gov.uk/peoplepopulationandcommunity/healthandsocialcare/disability",
        licence=_OGL,
        attribution=_CROWN,
        note=_VIA,
    ),
    Release(
        id="census-2021-unpaid-care",
        publisher="Office for National Statistics",
        title="Census 2021: provision of unpaid care, England and Wales (TS039)",
        released=None,
        address="https://www.nomisweb.co.uk/datasets/c2021ts039",
        licence=_OGL,
        attribution=_CROWN,
        note="Authorities are the sums of their middle-layer neighbourhoods, from a public copy of the table.",
    ),
    Release(
        id="census-2022-scotland-disability",
        publisher="National Records of Scotland",
        title="Scotland's Census 2022: long-term health problem or disability",
        released=None,
        address="https://www.scotlandscensus.gov.uk/",
        licence=_OGL,
        attribution=_CROWN,
        note=f"{_VIA} Councils are the sums of their data zones.",
    ),
    Release(
        id="census-2021-northern-ireland-health",
        publisher="Northern Ireland Statistics and Research Agency",
        title="Northern Ireland Census 2021: disability in households, and unpaid care",
        released=None,
        address="https://www.nisra.gov.uk/statistics/census/2021-census",
        licence=_OGL,
        attribution=_CROWN,
        note=_VIA,
    ),
)

SOURCE = Source(
    name="census-health",
    releases=RELEASES,
    files=FILES,
    tidy=tidy,
    cadence="Every ten years",
    geography="Local authorities of the UK; in England and Wales also neighbourhoods (LSOAs of 2021), for disability",
)
