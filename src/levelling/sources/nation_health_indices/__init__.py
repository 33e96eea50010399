"""The British Red Cross's health indices of Scotland, Wales and Northern Ireland. Not official statistics.

Each is built after the pattern of the ONS Health Index, within its nation: 0 is the average of the nation's authorities, and
higher is healthier. Scores of two nations cannot be compared. The packages they come from are under the MIT licence, the
figures under them under the Open Government Licence.
"""

import polars as pl

from levelling.core.indicator import Release
from levelling.sources.contract import Source, Tidy
from levelling.sources.inputs import Inputs
from levelling.sources.rows import as_estimates

YEARS = "2019-01-01/P6Y"
"""What goes into the indices is from different years, 2019 to 2024."""

FILES = {
    "scotland": "health/scotland_health_index.csv",
    "wales": "health/wales_health_index.csv",
    "northern-ireland": "health/ni_health_index.csv",
}
_SCORES = {
    "health_inequalities_score": "",
    "healthy_people_score": "people",
    "healthy_lives_score": "lives",
    "healthy_places_score": "places",
}
_TITLES = {"scotland": "Scotland", "wales": "Wales", "northern-ireland": "Northern Ireland"}
_REPOSITORIES = {"scotland": "healthindexscotland", "wales": "healthindexwales", "northern-ireland": "healthindexni"}


def tidy(inputs: Inputs) -> Tidy:
    """The overall score and those of the three domains.

    Raises:
        SourceChanged: A file is missing or has other columns.
    """
    return Tidy(estimates=pl.concat([_nation(inputs, nation, name) for nation, name in FILES.items()]))


def _nation(inputs: Inputs, nation: str, name: str) -> pl.DataFrame:
    frame = inputs.csv(name, {"ltla24_code": pl.String, **dict.fromkeys(_SCORES, pl.Float64)})
    long = frame.unpivot(on=list(_SCORES), index="ltla24_code", variable_name="category").select(
        pl.col("ltla24_code").alias("area_code"),
        pl.lit(f"red-cross-health-index-{nation}").alias("indicator"),
        pl.col("category").replace_strict(_SCORES),
        pl.lit(YEARS).alias("period"),
        pl.col("value").round(2),
    )
    return as_estimates(long, f"red-cross-health-index-{nation}")


def _release(nation: str) -> Release:
    return Release(
        id=f"red-cross-health-index-{nation}",
        publisher="British Red Cross",
        title=f"Health Inequalities Index for {_TITLES[nation]}",
        released=None,
        address=f"https://github.com/humaniverse/{_REPOSITORIES[nation]}",
        licence="MIT; the figures under it Open Government Licence v3.0",
        attribution="Index by the British Red Cross, from public sector information under the Open Government Licence v3.0.",
        note="Not an official statistic.",
    )


SOURCE = Source(
    name="nation-health-indices",
    releases=tuple(_release(nation) for nation in FILES),
    files=tuple(sorted(FILES.values())),
    tidy=tidy,
    cadence="Not a regular output",
    geography="Council areas of Scotland, authorities of Wales, districts of Northern Ireland",
)
