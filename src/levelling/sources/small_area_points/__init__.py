"""Where each neighbourhood lies: the middle of every LSOA, data zone and super output area, and how wide it is.

Table `small_area_points`, one row a neighbourhood: `code`; `latitude` and `longitude` in ten-thousandths of a degree (about 11
metres); `radius` in tenths of a kilometre. No publisher gives the radius: it is half the mean distance to the six nearest middles
of the same kind of neighbourhood, which is the radius of a cell where all cells are alike.
"""

from levelling.core.indicator import Release
from levelling.sources.contract import Source
from levelling.sources.small_area_points.tidy import FILES, tidy

SOURCE = Source(
    name="small-area-points",
    releases=(
        Release(
            id="small-area-points",
            publisher="Office for National Statistics",
            title="Middles of LSOAs, data zones and super output areas of 2011 and 2021",
            released=None,
            address="https://github.com/drkane/geo-lookups",
            licence="Open Government Licence v3.0",
            attribution=(
                "Contains National Statistics, NRS and NISRA data © Crown copyright and database right. "
                "Contains OS data © Crown copyright and database right."
            ),
            note="As gathered in David Kane's geo-lookups, which has no licence of its own. The radius is worked out here.",
        ),
    ),
    files=FILES,
    tidy=tidy,
    cadence="After each census",
    geography="Neighbourhoods of the United Kingdom: those of 2011, and of 2021 in England, Wales and Northern Ireland",
)
