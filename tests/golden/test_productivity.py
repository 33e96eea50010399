"""Productivity as the Office for National Statistics published it, against the compiled figures.

Cited: ONS, Regional and subregional labour productivity, UK: 2022 (17 June 2024), main points and section 2.
"""

from collections.abc import Iterator

import pytest

from levelling.atlas import Atlas
from levelling.core.area import Level
from levelling.core.period import Period


@pytest.fixture(scope="module")
def atlas() -> Iterator[Atlas]:
    opened = Atlas.open()
    yield opened
    opened.store.close()


def value(atlas: Atlas, slug: str, code: str, year: int) -> float:
    found = atlas.estimate(slug, atlas.gazetteer.get(code), Period.year(year))
    assert found.value is not None, f"{slug} {code} {year}: {found.why_absent}"
    return found.value


@pytest.mark.parametrize(
    ("code", "published"),
    [("E12000007", 126.2), ("E12000008", 110.8), ("E12000004", 84.2), ("W92000004", 82.7), ("K02000001", 100.0)],
    ids=["London", "South East", "East Midlands", "Wales", "United Kingdom"],
)
def test_output_per_hour_of_2022_against_the_uk(atlas: Atlas, code: str, published: float) -> None:
    assert value(atlas, "gva-per-hour-worked-index-unsmoothed", code, 2022) == published


def test_tower_hamlets_is_highest_and_powys_lowest_of_itl3(atlas: Atlas) -> None:
    found = {}
    for area in atlas.gazetteer.all(Level.ITL3, abolished=True):
        estimate = atlas.estimate("gva-per-hour-worked-index", area, Period.year(2022))
        if estimate.value is not None and estimate.moved is None:
            found[area.name] = estimate.value
    assert len(found) == 179
    assert max(found, key=lambda name: found[name]) == "Tower Hamlets"
    assert min(found, key=lambda name: found[name]) == "Powys"


def test_north_west_grew_fastest_from_2019_to_2022(atlas: Atlas) -> None:
    # Published as a cumulative average of 2.6% a year; the volume index is set to 100 in 2019.
    growth = {
        area.name: value(atlas, "gva-per-hour-worked-volume-index", area.code, 2022) for area in atlas.gazetteer.all(Level.REGION)
    }
    assert max(growth, key=lambda name: growth[name]) == "North West"
    assert round(100 * ((growth["North West"] / 100) ** (1 / 3) - 1), 1) == 2.6


def test_an_index_is_pounds_against_the_uks_pounds(atlas: Atlas) -> None:
    for slug in ("gva-per-filled-job", "gva-per-hour-worked"):
        for code in ("E12000001", "N92000002", "E47000001"):
            pounds, uk = (value(atlas, f"{slug}-unsmoothed", area, 2022) for area in (code, "K02000001"))
            # Pounds an hour are published to ten pence, which is a quarter of a percent of them.
            assert 100 * pounds / uk == pytest.approx(value(atlas, f"{slug}-index-unsmoothed", code, 2022), rel=0.003)
