"""Kinds of place: who is what by the rules, in a country of a few places worked out by hand."""

import pytest

from levelling.challenge.kinds.among import among_own_kind, plural
from levelling.challenge.kinds.profiles import profiles, weighted_mean
from levelling.challenge.kinds.sorting import (
    COASTAL_TOWN,
    COASTLINE,
    IN_CITY,
    NEAR_COAST,
    RURAL,
    RURAL_2021,
    SCOTTISH,
    Settlement,
    coastal,
    kinds,
    settled,
)
from levelling.core.area import Area
from levelling.core.comparison import Verdict
from levelling.core.indicator import Movement
from tests.challenge_world import BELFAST, NORTH_EAST, OTHERS, TOWN, Row, World, indicator

SLUGS = (RURAL, RURAL_2021, IN_CITY, SCOTTISH, COASTLINE, COASTAL_TOWN, NEAR_COAST)


def shares(area: Area, rural: float, city: float | None, coastline: float, by_the_sea: float) -> list[Row]:
    """The four figures that make a kind; no city where the nation has no list of towns."""
    sea = COASTAL_TOWN if area.nation == "E" else NEAR_COAST
    found = [(RURAL, "2019-06-30", rural), (COASTLINE, "2025", coastline), (sea, "2019-06-30", by_the_sea)]
    found += [] if city is None else [(IN_CITY, "2019-06-30", city)]
    return [(slug, area, period, value, None, None) for slug, period, value in found]


def world(rows: list[Row]) -> World:
    return World([*(indicator(slug) for slug in SLUGS), indicator(), indicator("pay", movement=Movement.FIXED)], rows)


def six_places() -> list[Row]:
    rows = shares(TOWN, 3, 0, 48, 97) + shares(BELFAST, 1, None, 7, 98)
    for area in OTHERS[:4]:
        rows += shares(area, 10, 0, 50, 90)
    return rows + shares(OTHERS[4], 80, 0, 0, 0)


@pytest.mark.parametrize(
    ("rural", "city", "kind", "lead"),
    [
        (20.0, 70.0, Settlement.CITY, 50.0),
        (20.0, 10.0, Settlement.TOWN, 50.0),
        (55.0, 5.0, Settlement.RURAL, 15.0),
        (40.0, 30.0, Settlement.RURAL, 10.0),
        (60.0, 60.0, Settlement.RURAL, 20.0),  # a city of more than what is not rural gives way
    ],
)
def test_the_kind_is_the_largest_of_three_shares(rural: float, city: float, kind: Settlement, lead: float) -> None:
    assert settled(rural, city) == (kind, lead)


@pytest.mark.parametrize(
    ("nation", "coastline", "by_the_sea", "answer"),
    [
        ("E", 5.0, 60.0, True),  # people in coastal towns
        ("E", 0.0, 60.0, False),  # no coast at all: the neighbour's town leaks over
        ("E", 44.0, 0.0, False),  # a tidal river
        ("E", 30.0, 4.0, True),  # long coast, and a town on it
        ("E", 100.0, 0.0, True),  # an island without a town on the list
        ("S", 30.0, 60.0, True),
        ("S", 0.0, 70.0, False),
        ("N", 56.0, 5.0, False),  # a land border is not coast
    ],
)
def test_the_coast_goes_by_the_rule_of_the_nation(nation: str, coastline: float, by_the_sea: float, answer: bool) -> None:
    assert coastal(nation, coastline, by_the_sea)[0] is answer


def test_a_share_within_a_fifth_of_its_line_is_not_firm() -> None:
    assert coastal("E", 50.0, 29.0) == (True, True)  # still coastal by its boundary
    assert coastal("E", 10.0, 29.0) == (True, False)
    assert coastal("E", 10.0, 33.0) == (True, True)
    assert coastal("E", 10.0, 21.0) == (False, False)


def test_every_place_has_a_kind_and_a_place_without_figures_is_named() -> None:
    found = kinds(world(six_places()))
    assert found.both[TOWN.code] == "coastal town"
    assert found.both[BELFAST.code] == "coastal city"  # 340,000 people, 99% of them urban
    assert found.both[OTHERS[4].code] == "inland rural"
    assert found.counts["coastal town"] == 5
    assert found.left_out == ("Place 6", "Place 7", "Place 8")


def test_the_newer_classes_can_make_a_kind_not_firm() -> None:
    rows: list[Row] = [*six_places(), (RURAL_2021, TOWN, "2021-03-21", 70.0, None, None)]
    kind = kinds(world(rows)).kinds[TOWN.code]
    assert (kind.settlement, kind.firm_settlement) == (Settlement.TOWN, False)
    assert kind.doubt == "It lies near the line for whether it is city, town or country."


def test_a_place_is_held_against_the_plain_mean_of_the_others_of_its_kind() -> None:
    rows = six_places()
    rows += [("employment-rate", TOWN, "2023", 60.0, 58.0, 62.0)]
    rows += [
        ("employment-rate", area, "2023", value, value - 2, value + 2)
        for area, value in zip(OTHERS[:4], (70, 72, 74, 76), strict=True)
    ]
    rows += [("employment-rate", OTHERS[4], "2023", 99.0, 98.0, 100.0)]  # of another kind: not counted
    found = among_own_kind(world(rows), TOWN, ["employment-rate"])
    [item] = found.comparisons
    assert found.peers == 4
    assert item.against is not None
    assert (item.against.value, item.difference, item.comparator_name) == (73.0, -13.0, "4 coastal towns")
    # The mean of four has half the interval of one, 1 each way; joined with 2 each way: the root of 5.
    assert item.lower == pytest.approx(-13 - 5**0.5)
    assert item.verdict == Verdict.WORSE
    assert found.records()[0]["kind_mean"] == 73.0
    assert "worse off than other coastal towns" in found.verdict


def test_an_area_of_several_is_told_by_where_its_people_live() -> None:
    found = among_own_kind(world(six_places()), NORTH_EAST)
    # 94,000 and four times 200,000 in coastal towns, 200,000 in the country: 894 and 200 of 1,094.
    assert found.kind is None
    assert found.sentence.endswith("Of every 100 people, 82 live in coastal towns and 18 live in inland rural places.")
    assert len(found.records()) == 6


def test_a_profile_weighs_rates_by_people_and_takes_the_middle_of_medians() -> None:
    rows = six_places()
    rows += [("employment-rate", TOWN, "2023", 60.0, None, None), ("pay", TOWN, "2023", 500.0, None, None)]
    for area, rate, pay in zip(OTHERS[:3], (70, 72, 74), (510, 520, 900), strict=True):
        rows += [("employment-rate", area, "2023", rate, None, None), ("pay", area, "2023", pay, None, None)]
    found = profiles(world(rows), ["employment-rate", "pay"]).of("coastal town")
    mean = (94 * 60 + 200 * (70 + 72 + 74)) / 694
    assert found["employment-rate"].value == pytest.approx(mean)
    assert (found["employment-rate"].places, found["employment-rate"].of, found["employment-rate"].lower) == (4, 5, None)
    assert (found["pay"].value, found["pay"].how) == (515.0, "place in the middle")
    few = profiles(world(rows), ["pay"]).of("inland rural")["pay"]
    assert (few.value, few.places) == (None, 0)


def test_a_weighted_mean_without_people_is_refused() -> None:
    with pytest.raises(ValueError, match="needs people"):
        weighted_mean([(0.0, 1.0, None, None)])


def test_kinds_are_said_in_the_plural() -> None:
    assert plural("coastal city") == "coastal cities"
