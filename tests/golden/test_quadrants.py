"""Growth quadrants of real places, against what was published and against a reckoning by other means.

Cited:
- Industrial Strategy Council (2020), UK Regional Productivity Differences: An Evidence Review, as the source paper tells it in
  section 1.4: of places by gross value added per hour worked from 2008 to 2017, fifty are falling behind, and most of those
  include coast; nearly all that steam ahead are in the South East or the East of Scotland.
- ONS, Regional and subregional labour productivity, UK: 2022 (17 June 2024), main points.

Their fifty cannot come out here: they had NUTS3 areas of 2016 and the edition of 2019; these are ITL3 areas of 2021 and the
edition of 2024, in which output and hours of past years were revised.
"""

from collections.abc import Iterator

import pytest

from levelling.atlas import Atlas
from levelling.challenge.quadrants import Growth, Per, Quadrants, quadrants
from levelling.core.area import Level
from levelling.core.errors import UserError


@pytest.fixture(scope="module")
def atlas() -> Iterator[Atlas]:
    opened = Atlas.open()
    yield opened
    opened.store.close()


@pytest.fixture(scope="module")
def found(atlas: Atlas) -> Quadrants:
    return quadrants(atlas, Level.ITL3, (2008, 2017))


def test_every_itl3_area_of_the_publication_is_placed(found: Quadrants) -> None:
    assert len(found.places) == 179
    assert found.missing == ()


def test_falling_behind_now_and_in_the_source(atlas: Atlas, found: Quadrants) -> None:
    assert found.counts == {
        Growth.STEAMING_AHEAD: 15,
        Growth.LOSING_GROUND: 36,
        Growth.CATCHING_UP: 69,
        Growth.FALLING_BEHIND: 59,
    }
    # No way of looking gives the source's fifty, so it is the figures and the areas that differ, not the window or definition.
    assert found.between[Growth.FALLING_BEHIND] == (55, 73)
    assert quadrants(atlas, Level.ITL3, (2008, 2017), per=Per.JOB).counts[Growth.FALLING_BEHIND] == 56


def test_most_of_those_falling_behind_include_coast_as_the_source_says(found: Quadrants) -> None:
    strict, loose = found.coast, found.coast_loosely
    assert strict is not None
    assert loose is not None
    assert 2 * strict.both > strict.one
    assert 2 * loose.both > loose.one
    # So does a large part of all places: what the source leaves out.
    assert 2 * loose.other > loose.places


def test_most_that_steam_ahead_are_around_london_and_in_the_east_of_scotland(found: Quadrants) -> None:
    ahead = [item for item in found.places if item.quadrant is Growth.STEAMING_AHEAD]
    near = [item for item in ahead if item.region and item.region.name in {"London", "South East", "Scotland"}]
    assert (len(near), len(ahead)) == (11, 15)
    assert [item.area.name for item in near if item.region and item.region.name == "Scotland"] == ["City of Edinburgh"]


def test_growth_as_published_for_the_north_west(atlas: Atlas) -> None:
    # ONS: output per hour grew on average 2.6% a year from 2019 to 2022, the most of any region.
    regions = quadrants(atlas, Level.REGION, (2019, 2022))
    fastest = max(regions.places, key=lambda item: item.growth)
    assert fastest.area.name == "North West"
    assert round(100 * fastest.yearly, 1) == 2.6
    assert fastest.quadrant is Growth.CATCHING_UP


def test_counts_by_a_query(atlas: Atlas, found: Quadrants) -> None:
    """The same by one statement over the figures."""
    sql = """
        WITH one AS (SELECT area_code, value FROM estimates WHERE indicator = 'gva-per-hour-worked-index' AND period = '2008'),
        early AS (SELECT area_code, value FROM estimates WHERE indicator = 'gva-per-hour-worked-volume-index'
                  AND period = '2008'),
        late AS (SELECT area_code, value FROM estimates WHERE indicator = 'gva-per-hour-worked-volume-index' AND period = '2017'),
        joined AS (SELECT area_code, one.value AS level, late.value / early.value - 1 AS growth
                   FROM one JOIN early USING (area_code) JOIN late USING (area_code))
        SELECT level < 100 AND growth < (SELECT growth FROM joined WHERE area_code = 'K02000001'), count(*)
        FROM joined WHERE area_code LIKE 'TL___' GROUP BY 1
    """
    counts = dict(atlas.store.query(sql))
    assert counts[True] == found.counts[Growth.FALLING_BEHIND]
    assert counts[True] + counts[False] == len(found.places)


def test_what_is_worked_out_for_authorities_agrees_with_what_is_published_for_itl3(atlas: Atlas, found: Quadrants) -> None:
    """Most ITL3 areas that are one authority: growth by both ways, half of them within a point."""
    authorities = quadrants(atlas, Level.LAD, (2008, 2017), shift=0)
    gaps = []
    for item in found.places:
        inside = atlas.gazetteer.members(item.area, Level.LAD)
        alone = authorities.of(inside[0].code) if len(inside) == 1 else None
        if alone is not None and atlas.gazetteer.get(alone.area.code).parents.get("itl3") == item.area.code:
            gaps.append(abs(alone.growth - item.growth))
    gaps.sort()
    assert len(gaps) > 60
    assert gaps[len(gaps) // 2] < 0.01


def test_local_authorities_by_kind(atlas: Atlas) -> None:
    found = quadrants(atlas, Level.LAD, (2008, 2017))
    assert sum(found.counts.values()) == 361
    assert {item.ways for item in found.places} == {18}
    with pytest.raises(UserError, match="smoothed only"):
        quadrants(atlas, Level.LAD, (2008, 2017), smoothed=False)
