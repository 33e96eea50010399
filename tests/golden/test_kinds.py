"""Kinds of place against what is published of them: the list of cities, and the classes that the statisticians give."""

import pytest

from levelling.atlas import Atlas
from levelling.challenge.kinds import Kinds, kinds


@pytest.fixture(scope="module")
def atlas() -> Atlas:
    return Atlas.open()


@pytest.fixture(scope="module")
def found(atlas: Atlas) -> Kinds:
    return kinds(atlas)


def test_every_authority_of_the_uk_has_a_kind(found: Kinds) -> None:
    assert len(found.kinds) == 361
    assert found.left_out == ()


@pytest.mark.parametrize(
    ("code", "kind"),
    [
        ("E06000001", "coastal town"),  # Hartlepool
        ("E06000009", "coastal town"),  # Blackpool
        ("E06000046", "coastal town"),  # Isle of Wight
        ("E06000053", "coastal rural"),  # Isles of Scilly: no town, and all of it sea
        ("E09000001", "inland city"),  # City of London: the Thames is not the sea
        ("E09000030", "inland city"),  # Tower Hamlets, 44% of whose boundary is tidal river
        ("E08000003", "inland city"),  # Manchester
        ("E08000012", "coastal city"),  # Liverpool, which ONS flags as coastal
        ("E08000011", "inland city"),  # Knowsley: none of its boundary is coast
        ("W06000015", "coastal city"),  # Cardiff
        ("W06000023", "inland rural"),  # Powys
        ("S12000049", "inland city"),  # Glasgow City
        ("S12000027", "coastal rural"),  # Shetland Islands
        ("N09000003", "coastal city"),  # Belfast
        ("N09000006", "inland rural"),  # Fermanagh and Omagh, whose long border is not coast
    ],
)
def test_places_that_everyone_knows(found: Kinds, code: str, kind: str) -> None:
    assert found.both[code] == kind


def test_it_agrees_with_the_official_classes_of_whole_authorities(atlas: Atlas, found: Kinds) -> None:
    # Rural-urban classification 2021 of local authorities (ONS and Defra): every authority classed as urban is city or town here,
    # and of those classed as majority rural, nineteen in twenty are rural.
    rows = atlas.store.query("SELECT code, class_name FROM rural_urban_classes WHERE scheme = 'england-and-wales-2021'")
    known = [(found.settlement[code], name) for code, name in rows if code in found.settlement]  # two have new codes since
    urban = [kind for kind, name in known if name.startswith(("Urban", "Intermediate urban"))]
    rural = [kind for kind, name in known if name.startswith("Majority rural")]
    assert len(urban) == 229
    assert "rural" not in urban
    assert (rural.count("rural"), len(rural)) == (46, 48)


CITIES = {
    "Birmingham",
    "Bradford",
    "Brighton and Hove",
    "Bristol, City of",
    "Coventry",
    "Derby",
    "Kingston upon Hull, City of",
    "Leeds",
    "Leicester",
    "Liverpool",
    "Manchester",
    "Newcastle upon Tyne",
    "Nottingham",
    "Plymouth",
    "Portsmouth",
    "Sheffield",
    "Southampton",
    "Stoke-on-Trent",
}
"""The eighteen built-up areas of England outside London that ONS calls a city (229,700 people or more in 2011), in its data for
'Why do children and young people in smaller towns do better academically than those in larger towns?' (2023)."""


def test_every_authority_named_for_a_city_of_ons_is_a_city(found: Kinds) -> None:
    cities = {kind.area.name for kind in found.kinds.values() if kind.settlement == "city"}
    assert cities >= CITIES


def test_places_under_the_line_are_towns_whatever_their_charter(found: Kinds) -> None:
    towns = {kind.area.name for kind in found.kinds.values() if kind.settlement == "town"}
    assert towns >= {"Swindon", "York", "Milton Keynes", "Salford", "Sunderland", "Oxford", "Cambridge", "Swansea"}
