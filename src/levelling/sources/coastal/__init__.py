"""How much of a place lies by the sea. No publisher gives this: both measures are worked out, and approximate.

- England: people in neighbourhoods that touch a town or city which ONS flags as coastal. Port cities count (Liverpool, Hull).
- UK: the part of an authority's boundary that no other authority shares. Tidal rivers count as coast, and in Northern Ireland the
  border with Ireland does too.
"""

import polars as pl

from levelling.core.estimate import Status
from levelling.core.indicator import Release
from levelling.sources.contract import Source, Tidy
from levelling.sources.inputs import Inputs
from levelling.sources.rows import as_estimates

TOWNS = "towns/DERIVED_lad23_coastal_town_share_england.csv"
COASTLINE = "geometry/DERIVED_lad25_centroids_coastline.csv"


def tidy(inputs: Inputs) -> Tidy:
    """Share of people in coastal towns, and share of the boundary that is coast; both modelled.

    Raises:
        SourceChanged: A file is missing or has other columns.
    """
    towns = inputs.csv(TOWNS, {"lad": pl.String, "coastal_town_share": pl.Float64})
    coast = inputs.csv(COASTLINE, {"areacd": pl.String, "unshared_share": pl.Float64})
    people = _share("coastal-town-population-share", towns, "lad", "coastal_town_share", "2019-06-30")
    boundary = _share("coastline-share-of-boundary", coast, "areacd", "unshared_share", "2025")
    return Tidy(estimates=pl.concat([as_estimates(people, "coastal-towns"), as_estimates(boundary, "coastline")]))


def _share(slug: str, frame: pl.DataFrame, code: str, share: str, period: str) -> pl.DataFrame:
    return frame.select(
        pl.col(code).alias("area_code"),
        pl.lit(slug).alias("indicator"),
        pl.lit(period).alias("period"),
        (pl.col(share) * 100).round(1).alias("value"),
        pl.lit(Status.MODELLED.value).alias("status"),
    )


SOURCE = Source(
    name="coastal",
    releases=(
        Release(
            id="coastal-towns",
            publisher="Office for National Statistics",
            title="Towns and cities of England, with those on the coast",
            released=None,
            address="https://www.ons.gov.uk/",
            licence="Open Government Licence v3.0",
            attribution="Contains National Statistics data © Crown copyright and database right.",
            note="Worked out from the towns' neighbourhoods and the people of mid-2019; not a figure ONS publishes.",
        ),
        Release(
            id="coastline",
            publisher="Office for National Statistics",
            title="Boundaries of local authorities, May 2025",
            released=None,
            address="https://geoportal.statistics.gov.uk/",
            licence="Open Government Licence v3.0",
            attribution="Contains OS data © Crown copyright and database right.",
            note="Worked out from simplified boundaries; not a figure ONS publishes.",
        ),
    ),
    files=(COASTLINE, TOWNS),
    tidy=tidy,
    cadence="Once",
    geography="Local authorities: of England for towns, of the UK for the coastline",
)
