"""The country in order, against the figures read again another way: straight from the files, with NumPy's quantiles."""

from pathlib import Path

import duckdb
import numpy as np
import pytest

import levelling
from levelling.atlas import Atlas
from levelling.challenge.mapped import mapped
from levelling.core.area import Level
from levelling.plan.charts.country import holders, spread

FIGURES = Path(levelling.__file__).parent / "figures"


@pytest.mark.parametrize(
    ("slug", "period"), [("gross-median-weekly-pay", "2015-04-22"), ("level-4-or-above-qualifications", "2024")]
)
def test_ends_middle_and_number_are_those_of_the_file(slug: str, period: str) -> None:
    """The source's figure 3 (pay, April 2015) and its figure 9 of graduates, for the year that is held."""
    sql = (
        "SELECT area_code, value FROM read_parquet(?) WHERE indicator = ? AND category = '' AND period = ? AND value IS NOT NULL"
    )
    atlas = Atlas.open()
    current = {area.code for area in atlas.gazetteer.all(Level.LAD)}
    rows = duckdb.execute(sql, [str(FIGURES / "estimates-*.parquet"), slug, period]).fetchall()
    values = {code: value for code, value in rows if code in current}
    found = mapped(atlas, slug, period=period)
    low, high = (
        np.quantile(list(values.values()), 0.25, method="lower"),
        np.quantile(list(values.values()), 0.75, method="higher"),
    )
    assert {item.area.code: item.value for item in found.estimates} == values
    assert [item.value for item in found.told] == [min(values.values()), max(values.values()), low, high]


def test_an_authority_takes_the_area_where_most_of_its_people_live() -> None:
    """Highland is three ITL3 areas of 2021; North Ayrshire's mainland and Arran are two (ONS, ITL level 3, January 2021)."""
    atlas = Atlas.open()
    held = holders(atlas, Level.ITL3)
    assert len(held) == 361
    for code in ("S12000017", "S12000021", "E06000001"):
        area = atlas.gazetteer.get(code)
        most = max(atlas.overlaps(area, Level.ITL3), key=lambda overlap: overlap.people, default=None)
        if most is not None:
            assert held[code] == most.area.code


def test_regions_are_spread_over_england_alone() -> None:
    atlas = Atlas.open()
    regions = {area.code: area.name for area in atlas.gazetteer.all(Level.REGION)}
    found = spread(atlas, Level.REGION, regions)
    assert len(found) == 296, "local authorities of England since April 2023"
    assert found["E06000001"] == "North East"
    assert {code[0] for code in found} == {"E"}
