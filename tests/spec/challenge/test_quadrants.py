"""Growth quadrants: four kinds by hand, the ways of looking, the region, and what is refused."""

import math

import pytest

from levelling.challenge.quadrants import (
    Average,
    Growth,
    Per,
    Way,
    coincidence,
    fisher,
    grew,
    growth_of,
    quadrants,
    ways,
)
from levelling.core.area import Area, Level
from levelling.core.errors import UserError
from tests.challenge_world import ENGLAND, NORTH_EAST, OTHERS, SOUTH_EAST, TOWN, UK, Row, World, indicator

SLUGS = (
    *(f"{per.index_slug}{form}" for per in Per for form in ("", "-unsmoothed")),
    *(per.volume_slug for per in Per),
    *(per.divisor_slug for per in Per),
    "gva-volume",
)
AHEAD, LOSING, CATCHING, BEHIND = OTHERS[:4]


def world(rows: list[Row]) -> World:
    return World([indicator(slug) for slug in SLUGS], rows)


def region(area: Area, level: float, growth: float, *, job_growth: float | None = None) -> list[Row]:
    """A region with a level in every year, and all its growth between 2009 and 2016."""
    rows: list[Row] = []
    for year in range(2007, 2019):
        for per in Per:
            pace = growth if per is Per.HOUR or job_growth is None else job_growth
            volume = 100.0 * (1 + (pace if year > 2012 else 0.0))
            rows += [(slug, area, str(year), level, None, None) for slug in (per.index_slug, f"{per.index_slug}-unsmoothed")]
            rows.append((per.volume_slug, area, str(year), volume, None, None))
    return rows


def authority(area: Area, level: float, output: tuple[float, float], hours: tuple[float, float]) -> list[Row]:
    rows: list[Row] = []
    for at, year in enumerate(("2008", "2017")):
        for per in Per:
            rows.append((per.index_slug, area, year, level, None, None))
            rows.append((per.divisor_slug, area, year, hours[at], None, None))
            if area == UK:
                rows.append((per.volume_slug, area, year, 100.0, None, None))
        rows.append(("gva-volume", area, year, output[at], None, None))
    return rows


@pytest.mark.parametrize(
    ("level", "growth", "kind"),
    [
        (120.0, 0.10, Growth.STEAMING_AHEAD),
        (120.0, 0.01, Growth.LOSING_GROUND),
        (80.0, 0.10, Growth.CATCHING_UP),
        (80.0, 0.01, Growth.FALLING_BEHIND),
        (100.0, 0.04, Growth.STEAMING_AHEAD),
    ],
)
def test_the_four_kinds_as_the_source_defines_them(level: float, growth: float, kind: Growth) -> None:
    assert Growth.of(level, growth, average=100.0, average_growth=0.04) is kind


def test_a_region_falls_behind_in_every_way_or_in_half_of_them() -> None:
    rows = [*region(UK, 100.0, 0.10), *region(NORTH_EAST, 80.0, 0.02), *region(SOUTH_EAST, 120.0, 0.05, job_growth=0.20)]
    found = quadrants(world(rows), Level.REGION, (2008, 2017))
    assert [(item.area.name, item.quadrant) for item in found.places] == [
        ("South East", Growth.LOSING_GROUND),
        ("North East", Growth.FALLING_BEHIND),
    ]
    south, north = found.places
    assert (north.holds, north.ways, north.firmness) == (36, 36, "The label holds in all 36 ways of looking.")
    assert (south.holds, south.firmness) == (18, "The label holds in 18 of 36 ways of looking; steaming ahead in 18.")
    assert south.trust == "So the label is likely, not certain."
    assert found.between[Growth.FALLING_BEHIND] == (1, 1)
    assert found.between[Growth.LOSING_GROUND] == (0, 1)
    assert found.firm == {**dict.fromkeys(Growth, 0), Growth.FALLING_BEHIND: 1}


def test_a_record_holds_the_plain_fields() -> None:
    rows = [*region(UK, 100.0, 0.10), *region(NORTH_EAST, 80.0, 0.02)]
    (record,) = quadrants(world(rows), Level.REGION, (2008, 2017), smoothed=False).records()
    assert record["area"] == NORTH_EAST.code
    assert (record["quadrant"], record["level_index"]) == ("falling behind", 80.0)
    assert (record["growth"], record["uk_growth"]) == (2.0, 10.0)
    assert record["growth_per_year"] == pytest.approx(100 * (1.02 ** (1 / 9) - 1), abs=0.001)
    assert (record["from"], record["to"], record["per"], record["smoothed"]) == (2008, 2017, "hour", False)
    assert (record["region"], record["below_region"], record["coast"]) == (None, None, None)


def test_authorities_are_worked_out_and_the_uk_the_same_way() -> None:
    rows = [
        *authority(UK, 100.0, (1000.0, 1100.0), (100.0, 100.0)),  # 10% more from as many hours
        *authority(NORTH_EAST, 85.0, (100.0, 130.0), (10.0, 10.0)),
        *authority(TOWN, 90.0, (10.0, 12.0), (1.0, 1.0)),  # 20% more
        *authority(BEHIND, 90.0, (10.0, 12.0), (1.0, 1.2)),  # as much an hour as before
    ]
    found = quadrants(world(rows), Level.LAD, (2008, 2017), shift=0)
    town, behind = found.of(TOWN.code), found.of(BEHIND.code)
    assert town is not None
    assert behind is not None
    assert (town.quadrant, behind.quadrant) == (Growth.CATCHING_UP, Growth.FALLING_BEHIND)
    assert town.growth == pytest.approx(0.2)
    assert behind.growth == pytest.approx(0.0)
    assert town.uk_growth == pytest.approx(0.1)
    # Their region grew 30%, so both grew less than it.
    assert town.region == NORTH_EAST
    assert town.below_region is True
    assert found.below_region == (2, 2)
    assert found.worked
    assert "worked out here" in " ".join(found.notes)


def test_held_against_the_region_the_label_may_differ() -> None:
    rows = [
        *authority(UK, 100.0, (1000.0, 1100.0), (100.0, 100.0)),
        *authority(NORTH_EAST, 85.0, (100.0, 130.0), (10.0, 10.0)),
        *authority(TOWN, 90.0, (10.0, 12.0), (1.0, 1.0)),
    ]
    (town,) = quadrants(world(rows), Level.LAD, (2008, 2017), average=Average.REGION, shift=0).places
    assert town.quadrant is Growth.LOSING_GROUND  # above its region's start, below its growth
    assert town.average_growth == pytest.approx(0.3)


def test_one_place_is_judged_as_among_all() -> None:
    rows = [*region(UK, 100.0, 0.10), *region(NORTH_EAST, 80.0, 0.02)]
    made = world(rows)
    alone = growth_of(made, NORTH_EAST, (2008, 2017))
    assert alone == quadrants(made, Level.REGION, (2008, 2017)).places[0]
    assert growth_of(made, NORTH_EAST, (1990, 2017)) is None
    assert growth_of(made, SOUTH_EAST, (2008, 2017)) is None


def test_a_place_without_the_last_year_is_named_as_missing() -> None:
    rows = [*region(UK, 100.0, 0.10), *region(NORTH_EAST, 80.0, 0.02)]
    rows += [row for row in region(SOUTH_EAST, 120.0, 0.05) if row[2] != "2017"]
    found = quadrants(world(rows), Level.REGION, (2008, 2017))
    assert [item.area for item in found.places] == [NORTH_EAST]
    assert found.missing == ("South East",)
    assert "Without figures for the window: South East." in found.notes


def test_the_sentence_of_a_place() -> None:
    rows = [*region(UK, 100.0, 0.10), *region(NORTH_EAST, 80.0, -0.02)]
    found = quadrants(world(rows), Level.REGION, (2008, 2017))
    assert found.places[0].sentence(found.way) == (
        "By output per hour worked, the North East is falling behind: it stood at 80 in 2008, with the United Kingdom at "
        "100, and shrank 2.0% in real terms by 2017, where the United Kingdom grew 10.0%."
    )
    assert grew(0.0) == "grew 0.0%"


@pytest.mark.parametrize(
    ("level", "window", "average", "says"),
    [
        (Level.REGION, (1990, 2017), Average.UK, "outside the series: output per hour worked runs from 2007 to 2018"),
        (Level.REGION, (2008, 2030), Average.UK, "outside the series"),
        (Level.REGION, (2017, 2008), Average.UK, "it has to end after it starts"),
        (Level.REGION, (2008, 2017), Average.REGION, "have no region of their own"),
        (Level.ICB, (2008, 2017), Average.UK, "is not published for integrated care boards"),
    ],
)
def test_what_is_refused(level: Level, window: tuple[int, int], average: Average, says: str) -> None:
    made = world(region(UK, 100.0, 0.10))
    with pytest.raises(UserError, match=says):
        quadrants(made, level, window, average=average)


def test_authorities_have_no_unsmoothed_level() -> None:
    made = world(authority(UK, 100.0, (1000.0, 1100.0), (100.0, 100.0)))
    with pytest.raises(UserError, match="smoothed only"):
        quadrants(made, Level.LAD, (2008, 2017), smoothed=False)


def test_ways_stay_inside_the_series_and_hold_the_one_chosen() -> None:
    chosen = Way(2004, 2022, Per.JOB, smoothed=True)
    found = ways(chosen, 2004, 2022, shift=2)
    assert chosen in found
    assert len(found) == 3 * 3 * 2 * 2
    assert {way.start for way in found} == {2004, 2005, 2006}
    assert len(ways(chosen, 2004, 2022, shift=0, unsmoothed=False)) == 2


def test_coast_and_falling_behind_by_hand() -> None:
    # Of 5 places 2 fall behind, both on the coast, as is 1 other: C(3, 2) / C(5, 2) = 3 / 10, and no outcome is as unlikely.
    pairs = [(True, True), (True, True), (False, True), (False, False), (False, False)]
    found = coincidence(pairs)
    assert (found.both, found.one, found.other, found.places) == (2, 2, 3, 5)
    # P(2) = 3/10, P(1) = 6/10, P(0) = 1/10: those no likelier than 3/10 add up to 4/10.
    assert math.isclose(found.probability, 0.4)
    assert fisher(both=0, one=0, other=3, places=5) == 1.0


def test_england_has_its_region_nowhere() -> None:
    rows = [*region(UK, 100.0, 0.10), *region(ENGLAND, 101.0, 0.09)]
    (found,) = quadrants(world(rows), Level.NATION, (2008, 2017)).places
    assert (found.region, found.below_region) == (None, None)
