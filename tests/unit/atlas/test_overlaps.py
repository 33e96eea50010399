import pytest

from levelling.core.area import Area, Level
from tests.unit.atlas import country

OVERLAPS = country.overlaps()


def test_people_of_an_area_are_those_of_its_cells() -> None:
    for area in (country.CUMBERLAND, country.ALLERDALE, country.CUMBRIA, country.CUMBRIA_ITL, country.WEST, country.WEST_CCG):
        assert OVERLAPS.people(area) == area.population, area


def test_shares_both_ways() -> None:
    found = {one.area: (one.people, one.share_here, one.share_there) for one in OVERLAPS.of(country.CUMBERLAND, Level.ICB)}
    assert found == {country.WEST: (150, 0.5, 1.0), country.EAST: (150, 0.5, 0.25)}


def test_shares_of_one_level_that_covers_the_area_add_up_to_one() -> None:
    assert sum(one.share_here for one in OVERLAPS.of(country.CUMBERLAND, Level.ICB)) == 1


def test_an_ended_authority_meets_the_bodies_of_today() -> None:
    found = {one.area: one.share_here for one in OVERLAPS.of(country.CARLISLE)}
    assert found[country.CUMBERLAND] == 1
    assert found[country.WEST] == 0.25
    assert country.CUMBRIA not in found


def test_an_ended_county_is_made_of_the_districts_of_its_time() -> None:
    found = {one.area: one.people for one in OVERLAPS.of(country.CUMBRIA, Level.LAD)}
    assert found == {country.CUMBERLAND: 300, country.WESTMORLAND: 50}


def test_bodies_that_ended_as_a_kind_are_left_out_unless_asked_for() -> None:
    assert country.WEST_CCG not in {one.area for one in OVERLAPS.of(country.CUMBERLAND)}
    assert [one.people for one in OVERLAPS.of(country.CUMBERLAND, Level.CCG)] == [150]


def test_an_old_code_has_the_people_of_the_new_one() -> None:
    assert OVERLAPS.people(country.OLD_BARNSLEY) == 400


def test_an_area_that_cannot_be_counted_overlaps_nothing() -> None:
    unknown = Area("S12009999", "Nowhere", Level.LAD, "S")
    assert OVERLAPS.people(unknown) == 0
    assert OVERLAPS.of(unknown) == []


def test_shared_is_the_same_from_either_side() -> None:
    for one in country.AREAS:
        for other in (country.WEST, country.CUMBERLAND):
            assert OVERLAPS.shared(one, other) == OVERLAPS.shared(other, one)


@pytest.mark.parametrize("area", [country.NORTH_REGION, country.EAST, country.CUMBRIA])
def test_no_body_has_more_of_an_area_than_all_of_it(area: Area) -> None:
    for one in OVERLAPS.of(area):
        assert 0 < one.share_here <= 1
        assert 0 < one.share_there <= 1
