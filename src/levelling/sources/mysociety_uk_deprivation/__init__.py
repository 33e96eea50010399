"""One index of deprivation for the whole UK, put together by mySociety from the four nations' own. Not an official statistic.

It follows Abel, Barclay and Payne (BMJ Open 2016): income and employment deprivation, which all four nations measure in a like
way, put every neighbourhood on England's scale of 2019, and what is left over of each nation's own index is added.
"""

import polars as pl

from levelling.core.errors import SourceChanged
from levelling.core.indicator import Release
from levelling.sources.contract import Source, Tidy
from levelling.sources.deprivation import (
    WEIGHT_COLUMNS,
    WEIGHTS_2011,
    Index,
    mean,
    neighbourhoods,
    people_of_2019,
    rows,
    with_people,
)
from levelling.sources.inputs import Inputs

NEIGHBOURHOODS = "uk-composite-imd/UK_IMD_E_lsoa.parquet"
UK_INDEX = Index("uk", 2020, "mysociety-uk-deprivation", {})


def tidy(inputs: Inputs) -> Tidy:
    """Average score, and the share of people in the UK's most deprived tenth and fifth.

    Raises:
        SourceChanged: A file is missing, has other columns, or has neighbourhoods that are not known.
    """
    frame = inputs.parquet(NEIGHBOURHOODS, ["lsoa", "UK_IMD_E_score", "UK_IMD_E_pop_decile"])
    frame = frame.rename({"lsoa": "code", "UK_IMD_E_pop_decile": "IMD_decile"})
    people = people_of_2019(inputs.parquet(WEIGHTS_2011, WEIGHT_COLUMNS))
    frame = with_people(NEIGHBOURHOODS, frame, people)
    if frame["UK_IMD_E_score"].null_count():
        raise SourceChanged(f"The file {NEIGHBOURHOODS} has neighbourhoods without a score.", "Fetch it again.")
    values = {
        "composite-deprivation-score": (pl.col("UK_IMD_E_score"), 2),
        "people-in-most-deprived-tenth": ((pl.col("IMD_decile") == 1) * 100, 0),
        "people-in-most-deprived-fifth": ((pl.col("IMD_decile") <= 2) * 100, 0),
    }
    shares = frame.group_by("lad").agg(mean(value).alias(UK_INDEX.slug(stem)) for stem, (value, _) in values.items())
    return Tidy(
        estimates=rows(UK_INDEX, shares.unpivot(index="lad", variable_name="indicator"), 2),
        small_areas=neighbourhoods(UK_INDEX, frame, values),
    )


SOURCE = Source(
    name="mysociety-uk-deprivation",
    releases=(
        Release(
            id="mysociety-uk-deprivation",
            publisher="mySociety",
            title="Composite UK Index of Multiple Deprivation",
            released=None,
            address="https://github.com/mysociety/composite_uk_imd",
            licence="CC BY 4.0; its sources Open Government Licence v3.0",
            attribution="Composite UK index by mySociety, from the indices of England, Wales, Scotland and Northern Ireland.",
            note="Scores anchored on England. Authorities' figures are worked out here with the people of mid-2019.",
        ),
    ),
    files=(NEIGHBOURHOODS, WEIGHTS_2011),
    tidy=tidy,
    cadence="When a nation's index is renewed",
    geography="LSOAs, data zones and super output areas of 2011, and local authorities of the UK",
)
