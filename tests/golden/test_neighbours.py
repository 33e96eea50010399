"""Our own neighbours against the lists ONS publishes (Explore Local Statistics, statistical nearest neighbours, 2024)."""

import statistics
from collections.abc import Iterator

import pytest

from levelling.atlas import Atlas
from levelling.challenge import neighbours
from levelling.core.area import Level


@pytest.fixture(scope="module")
def atlas() -> Iterator[Atlas]:
    opened = Atlas.open()
    yield opened
    opened.store.close()


def test_they_share_far_more_places_with_the_ons_lists_than_chance_would(atlas: Atlas) -> None:
    """Over every sixth authority: about 8, 6 and 4 of 20, where 20 drawn blindly from 360 would share 1.1."""
    places = sorted(atlas.gazetteer.all(Level.LAD), key=lambda area: area.code)[::6]
    found = [neighbours(atlas, area).overlap for area in places]
    assert statistics.fmean(item["global"] for item in found) == pytest.approx(8, abs=0.7)
    assert statistics.fmean(item["economic"] for item in found) == pytest.approx(6, abs=0.7)
    assert statistics.fmean(item["demographic"] for item in found) == pytest.approx(4, abs=0.7)


def test_the_isle_of_wight_is_like_other_ageing_places_by_the_sea(atlas: Atlas) -> None:
    found = [item.area.name for item in neighbours(atlas, atlas.gazetteer.get("E06000046")).own[:5]]
    assert {"Conwy", "Torbay"} <= set(found)


@pytest.mark.parametrize(("code", "level"), [("E47000006", Level.CAUTH), ("E10000016", Level.COUNTY)])
def test_larger_bodies_have_neighbours_of_their_own_level(atlas: Atlas, code: str, level: Level) -> None:
    found = neighbours(atlas, atlas.gazetteer.get(code))
    assert len(found.own) >= 10
    assert {item.area.level for item in found.own} == {level}


@pytest.mark.parametrize("code", ["K02000001", "S92000003"])
def test_the_uk_and_the_nations_have_none_and_are_told_so(atlas: Atlas, code: str) -> None:
    found = neighbours(atlas, atlas.gazetteer.get(code))
    assert found.own == ()
    assert found.note
