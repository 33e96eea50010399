"""The geography of the United Kingdom in the shipped figures, against published counts and shares.

Cited: ONS Open Geography Portal, code and name lists: local authority districts (December 2024 and April 2025), ITL (January
2025), travel-to-work areas (December 2011), integrated care boards (April 2024), combined authorities (May 2025), local
enterprise partnerships (April 2021). ONS, NRS and NISRA, mid-2019 population estimates (24 June 2020). Shares of people: ONS
look-ups of LSOA 2011 to integrated care board (July 2022) and travel-to-work area (2011), with those estimates.
"""

from collections.abc import Iterator
from itertools import pairwise

import pytest

from levelling.atlas import Atlas
from levelling.core.area import Area, Level
from levelling.core.errors import AbolishedArea, AmbiguousArea


@pytest.fixture(scope="module")
def atlas() -> Iterator[Atlas]:
    opened = Atlas.open()
    yield opened
    opened.store.close()


@pytest.mark.parametrize(
    ("level", "count"),
    [
        (Level.LAD, 361),
        (Level.REGION, 9),
        (Level.NATION, 4),
        (Level.CAUTH, 15),
        (Level.ITL1, 12),
        (Level.ITL2, 46),
        (Level.ITL3, 182),
        (Level.LEP, 38),
        (Level.LSIP, 38),
        (Level.ICB, 42),
        (Level.CCG, 106),
        (Level.STP, 42),
        (Level.TTWA, 228),
        (Level.FIRE, 47),
    ],
)
def test_how_many_there_are(atlas: Atlas, level: Level, count: int) -> None:
    assert len(atlas.gazetteer.all(level)) == count


@pytest.mark.parametrize(("nation", "count"), [("E", 296), ("W", 22), ("S", 32), ("N", 11)])
def test_authorities_of_each_nation(atlas: Atlas, nation: str, count: int) -> None:
    assert sum(area.nation == nation for area in atlas.gazetteer.all(Level.LAD)) == count


@pytest.mark.parametrize("level", [Level.LAD, Level.NATION, Level.ITL1, Level.ITL2, Level.ITL3, Level.TTWA])
def test_levels_that_cover_the_country_have_all_its_people(atlas: Atlas, level: Level) -> None:
    assert sum(area.population or 0 for area in atlas.gazetteer.all(level)) == 66_796_831


@pytest.mark.parametrize(
    ("code", "published"),
    [("E92000001", 56_286_961), ("W92000004", 3_152_879), ("S92000003", 5_463_300), ("N92000002", 1_893_667)],
    ids=["England", "Wales", "Scotland", "Northern Ireland"],
)
def test_each_nation_has_its_people_of_mid_2019(atlas: Atlas, code: str, published: int) -> None:
    # The super output areas of Northern Ireland add up to 24 people more than the published total.
    assert atlas.gazetteer.get(code).population == published + (24 if code[0] == "N" else 0)


def test_england_has_the_people_of_its_regions_and_care_boards(atlas: Atlas) -> None:
    for level in (Level.REGION, Level.ICB):
        assert sum(area.population or 0 for area in atlas.gazetteer.all(level)) == atlas.gazetteer.get("E92000001").population


@pytest.mark.parametrize(
    ("area", "level", "shares"),
    [
        ("E06000063", Level.ICB, {"E54000050": (266_118, 0.969034, 0.089023), "E54000048": (8_504, 0.030966, 0.005015)}),
        ("E06000065", Level.ICB, {"E54000051": (560_912, 0.907545, 0.329109), "E54000054": (51_125, 0.082719, 0.021449)}),
        ("E06000001", Level.TTWA, {"E30000215": (93_663, 1.0, 0.951715)}),
        ("E06000052", Level.TTWA, {"E30000253": (30_797, 0.054070, 0.086507), "E30000181": (18_225, 0.031997, 0.564626)}),
    ],
    ids=["Cumberland", "North Yorkshire", "Hartlepool", "Cornwall"],
)
def test_shares_of_people(atlas: Atlas, area: str, level: Level, shares: dict[str, tuple[int, float, float]]) -> None:
    found = {one.area.code: one for one in atlas.overlaps(atlas.gazetteer.get(area), level)}
    for code, (people, here, there) in shares.items():
        assert found[code].people == people
        assert found[code].share_here == pytest.approx(here, abs=5e-7)
        assert found[code].share_there == pytest.approx(there, abs=5e-7)


@pytest.mark.parametrize(
    ("asked", "code"),
    [
        ("Hull", "E06000010"),
        ("Derry", "N09000005"),
        ("Rhondda", "W06000016"),
        ("Telford", "E06000020"),
        ("Newcastle", "E08000021"),
        ("Brighton", "E06000043"),
        ("BCP", "E06000058"),
        ("Bucks", "E06000060"),
        ("Durham", "E06000047"),
        ("Herefordshire", "E06000019"),
        ("ynys mon", "W06000001"),
        ("Western Isles", "S12000013"),
        ("bristol", "E06000023"),
        ("Cornwall", "E06000052"),
        ("Greater Manchester", "E47000001"),
        ("London", "E12000007"),
        ("City of London", "E09000001"),
        ("Tees Valley", "E47000006"),
        ("E08000016", "E08000038"),
        ("E06000048", "E06000057"),
        ("TLC11", "TLC31"),
        ("NHS Sussex Integrated Care Board", "E54000064"),
        ("Betsi Cadwaladr University Health Board", "W11000023"),
    ],
)
def test_places_by_the_names_people_use(atlas: Atlas, asked: str, code: str) -> None:
    assert atlas.area(asked).code == code


def test_every_current_area_is_found_by_its_name_and_level_or_else_by_its_code(atlas: Atlas) -> None:
    for level in Level:
        for area in atlas.gazetteer.all(level):
            assert atlas.gazetteer.find(atlas.gazetteer.how_to_ask(area), level=level) == area


def test_every_authority_is_found_by_its_bare_name(atlas: Atlas) -> None:
    for area in atlas.gazetteer.all(Level.LAD):
        assert atlas.area(area.name) == area
        for other in area.other_names:
            assert atlas.area(other) == area


@pytest.mark.parametrize("name", ["North East", "West Midlands", "East Midlands", "Lancashire"])
def test_names_that_stand_for_two_places_are_asked_about(atlas: Atlas, name: str) -> None:
    with pytest.raises(AmbiguousArea) as raised:
        atlas.area(name)
    assert len({atlas.area(choice).code for choice in raised.value.near}) == 2


@pytest.mark.parametrize(
    ("ended", "successors"),
    [
        ("Allerdale", ("Cumberland",)),
        ("Northampton", ("West Northamptonshire",)),
        ("Taunton Deane", ("Somerset",)),
        ("Craven", ("North Yorkshire",)),
        ("Poole", ("Bournemouth, Christchurch and Poole",)),
        ("Cumbria", ("Cumberland", "Westmorland and Furness")),
        ("Castlereagh", ("Lisburn and Castlereagh", "Belfast")),
        ("North of Tyne", ("North East",)),
    ],
)
def test_what_ended_names_what_followed(atlas: Atlas, ended: str, successors: tuple[str, ...]) -> None:
    area = next(
        area
        for level in (Level.LAD, Level.COUNTY, Level.CAUTH)
        for area in atlas.gazetteer.all(level, abolished=True)
        if area.name == ended and not area.is_current
    )
    assert tuple(after.name for after in atlas.gazetteer.successors(area)) == successors
    with pytest.raises(AbolishedArea):
        atlas.gazetteer.find(area.code)


def test_every_area_that_ended_has_a_successor_of_today(atlas: Atlas) -> None:
    for level in Level:
        for area in atlas.gazetteer.all(level, abolished=True):
            if not area.is_current:
                after = atlas.gazetteer.successors(area)
                assert after, area
                assert all(one.is_current for one in after)


def test_the_districts_that_were_in_two_partnerships(atlas: Atlas) -> None:
    """Seven districts around Birmingham (ONS, LAD to LEP, April 2021)."""
    both = [area.name for area in atlas.gazetteer.all(Level.LAD) if len(_of(atlas, area, Level.LEP)) == 2]
    assert sorted(both) == [
        "Bromsgrove",
        "Cannock Chase",
        "East Staffordshire",
        "Lichfield",
        "Redditch",
        "Tamworth",
        "Wyre Forest",
    ]


def test_only_north_ayrshire_lies_in_two_itl3_areas(atlas: Atlas) -> None:
    assert [area.name for area in atlas.gazetteer.all(Level.LAD) if len(_of(atlas, area, Level.ITL3)) != 1] == ["North Ayrshire"]


def test_every_authority_has_its_twenty_neighbours_on_each_basis(atlas: Atlas) -> None:
    for area in atlas.gazetteer.all(Level.LAD):
        for basis in ("global", "economic", "demographic"):
            found = atlas.neighbours(area, basis)
            assert len(found) == len(set(found)) == 20
            assert area not in found
            assert all(one.is_current for one in found)


def test_overlaps_are_sorted_and_whole(atlas: Atlas) -> None:
    for name in ("E06000001", "N09000003", "E07000026", "E54000050", "E12000007"):
        found = atlas.overlaps(atlas.gazetteer.get(name))
        for one, other in pairwise(found):
            assert one.area.level is not other.area.level or one.people >= other.people
        assert all(0 < one.share_here <= 1 and 0 < one.share_there <= 1 for one in found)


def _of(atlas: Atlas, area: Area, level: Level) -> list[Area]:
    return [one.area for one in atlas.overlaps(area, level)]
