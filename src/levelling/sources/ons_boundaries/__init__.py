"""Boundaries of the UK's local authorities, for maps: projected, simplified and written as drawing paths."""

from levelling.core.indicator import Release
from levelling.sources.contract import Source
from levelling.sources.ons_boundaries.tidy import TOPOLOGY, tidy

SOURCE = Source(
    name="ons-boundaries",
    releases=(
        Release(
            id="ons-boundaries",
            publisher="Office for National Statistics",
            title="Local authority boundaries, generalised, as drawn in Explore Local Statistics",
            released=None,
            address="https://github.com/ONSdigital/explore-local-statistics-app",
            licence="Open Government Licence v3.0",
            attribution="Contains OS data © Crown copyright and database right 2025",
            note="Boundaries as of 2025. Projected, simplified and drawn again by this program.",
        ),
    ),
    files=(TOPOLOGY,),
    tidy=tidy,
    cadence="When boundaries change, at most once a year",
    geography="The local authorities of the United Kingdom, December 2025",
)
