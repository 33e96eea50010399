"""Who covered whom: what is known of single places, each with where it is published.

People: ONS, NRS and NISRA, mid-2019. Boundaries: ONS look-ups of LSOA 2011 to clinical commissioning group and STP (April 2021)
and to integrated care board (July 2022), of LSOA 2021 to integrated care board (April 2024), of local authorities to local
enterprise partnerships (2020, April 2021) and to combined authorities (May 2025).
"""

from collections import Counter
from collections.abc import Iterator

import pytest

from levelling.atlas import Atlas
from levelling.core.period import Period
from levelling.solutions.coverage import BodyKind, Coverage, coverage, everywhere, place_at, standing


@pytest.fixture(scope="module")
def atlas() -> Iterator[Atlas]:
    opened = Atlas.open()
    yield opened
    opened.store.close()


def cover(atlas: Atlas, name: str, when: str) -> Coverage:
    as_of = Period.parse(when)
    return coverage(atlas, place_at(atlas, name, None, as_of), as_of)


def names(found: Coverage, kind: BodyKind) -> list[str]:
    return [item.body.name for item in found.covering if item.body.kind is kind]


def shared_by_partnerships(atlas: Atlas, when: str) -> set[str]:
    stands = standing(atlas, Period.parse(when))
    times = Counter(cell for body in stands.bodies if body.kind is BodyKind.LEP for cell in body.cells)
    return {atlas.gazetteer.get(stands.overlaps.cells[cell].lad).name for cell, count in times.items() if count > 1}


def test_districts_in_two_partnerships(atlas: Atlas) -> None:
    """Seven by the look-up of April 2021 (ONS via the Department for Education, columns LEP and LEP2); two more to March 2021.

    Humber LEP, 'Future LEP geography': it had North and North East Lincolnshire, both in Greater Lincolnshire too, to March 2021.
    """
    seven = {"Bromsgrove", "Cannock Chase", "East Staffordshire", "Lichfield", "Redditch", "Tamworth", "Wyre Forest"}
    assert shared_by_partnerships(atlas, "2020-12") == seven | {"North Lincolnshire", "North East Lincolnshire"}
    assert shared_by_partnerships(atlas, "2021-04") == seven
    found = cover(atlas, "Lichfield", "2020-12")
    assert names(found, BodyKind.LEP) == ["Greater Birmingham and Solihull", "Stoke-on-Trent and Staffordshire"]
    assert [item.share_here for item in found.covering if item.body.kind is BodyKind.LEP] == [1.0, 1.0]


def test_york_left_leeds_in_april_2020(atlas: Atlas) -> None:
    """Leeds City Region Enterprise Partnership, 16 January 2020, and York and North Yorkshire LEP, 24 January 2020."""
    for place in ("York", "Harrogate", "Craven", "Selby"):
        assert names(cover(atlas, place, "2020-12"), BodyKind.LEP) == ["York and North Yorkshire"]
    assert names(cover(atlas, "East Riding of Yorkshire", "2020-12"), BodyKind.LEP) == ["Humber"]
    assert names(cover(atlas, "East Riding of Yorkshire", "2021-04"), BodyKind.LEP) == ["Hull and East Yorkshire"]


def test_there_were_38_partnerships_until_march_2024(atlas: Atlas) -> None:
    """The source paper, section 2.1: 38 LEPs. Guidance on their integration into local authorities: to March 2024."""
    for when, count in (("2020-12", 38), ("2021-04", 38), ("2024-03", 38), ("2024-04", 0)):
        assert sum(body.kind is BodyKind.LEP for body in standing(atlas, Period.parse(when)).bodies) == count


def test_glossop_lay_in_greater_manchester_for_health(atlas: Atlas) -> None:
    found = cover(atlas, "High Peak", "2020-12")
    manchester = next(item for item in found.covering if item.body.name.startswith("Greater Manchester Health"))
    assert (manchester.body.kind, manchester.people) == (BodyKind.STP, 33_570)
    assert "NHS Tameside and Glossop CCG" in names(found, BodyKind.CCG)
    assert names(cover(atlas, "High Peak", "2022-07"), BodyKind.ICB) == ["NHS Derby and Derbyshire Integrated Care Board"]


def test_bassetlaw_moved_from_south_yorkshire_to_nottinghamshire_for_health(atlas: Atlas) -> None:
    assert names(cover(atlas, "Bassetlaw", "2022-06"), BodyKind.STP) == ["South Yorkshire and Bassetlaw"]
    assert names(cover(atlas, "Bassetlaw", "2022-07"), BodyKind.ICB) == [
        "NHS Nottingham and Nottinghamshire Integrated Care Board"
    ]
    assert cover(atlas, "Bassetlaw", "2022-06").alignment < cover(atlas, "Bassetlaw", "2022-07").alignment
    # The Star and Derbyshire Times, July 2019: from April 2020 the Sheffield City Region partnership has South Yorkshire alone.
    assert names(cover(atlas, "Bassetlaw", "2020-12"), BodyKind.LEP) == ["Derby, Derbyshire, Nottingham and Nottinghamshire"]


def test_combined_authorities_of_2025(atlas: Atlas) -> None:
    """ONS, May 2025: 15 of them, four of them county authorities by the devolution bill's guidance of July 2025."""
    kinds = Counter(body.kind for body in standing(atlas, Period.parse("2025-06")).bodies)
    assert (kinds[BodyKind.COMBINED], kinds[BodyKind.COMBINED_COUNTY]) == (11, 4)
    assert names(cover(atlas, "Exeter", "2025-06"), BodyKind.COMBINED_COUNTY) == ["Devon and Torbay"]
    assert names(cover(atlas, "Exeter", "2024-06"), BodyKind.COMBINED_COUNTY) == []
    assert names(cover(atlas, "Gateshead", "2020-12"), BodyKind.COMBINED) == ["North East"]
    assert names(cover(atlas, "North Tyneside", "2020-12"), BodyKind.COMBINED) == ["North of Tyne"]
    assert names(cover(atlas, "North Tyneside", "2025-06"), BodyKind.COMBINED) == ["North East"]


def test_areas_of_skills_plans(atlas: Atlas) -> None:
    """ONS via the Department for Education, look-up of 2023: 38 of them; no older one is held."""
    assert names(cover(atlas, "Brighton and Hove", "2023-06"), BodyKind.LSIP) == ["Brighton and Hove, East Sussex, West Sussex"]
    assert names(cover(atlas, "Brighton and Hove", "2022-12"), BodyKind.LSIP) == []


def test_a_planned_authority_is_never_a_body(atlas: Atlas) -> None:
    found = cover(atlas, "Norwich", "2026-11")
    assert names(found, BodyKind.COMBINED) + names(found, BodyKind.COMBINED_COUNTY) == []
    assert [item.name for item in found.planned] == ["Norfolk and Suffolk"]
    assert any("To be confirmed" in reason for reason in found.reasons)
    assert cover(atlas, "Norwich", "2024-12").planned == ()


def test_care_boards_of_april_2026(atlas: Atlas) -> None:
    """NHS England (East of England) and the written statement of 9 September 2025: 12 boards end and 6 begin, so 42 become 36."""
    before, after = (standing(atlas, Period.parse(when)) for when in ("2026-03", "2026-04"))
    for stands, count in ((before, 42), (after, 36)):
        boards = [body for body in stands.bodies if body.kind is BodyKind.ICB]
        assert len(boards) == count
        assert Counter(cell for body in boards for cell in body.cells).most_common(1)[0][1] == 1
        assert sum(body.people for body in boards) == 56_286_961
    for place, board in (
        ("Colchester", "Essex"),
        ("Ipswich", "Norfolk and Suffolk"),
        ("Harlow", "Essex"),
        ("St Albans", "Central East"),
        ("Slough", "Thames Valley"),
        ("Brent", "North West and North Central London"),
    ):
        found = cover(atlas, place, "2026-04")
        assert names(found, BodyKind.ICB) == [f"{board} Integrated Care Board"]
        (item,) = [item for item in found.covering if item.body.kind is BodyKind.ICB]
        assert (item.body.code, item.body.began, item.body.is_inferred) == (None, "2026-04", False)


@pytest.mark.parametrize("place", ["Surrey Heath", "Rushmoor"])
def test_what_became_of_the_rest_of_frimley_is_inferred(atlas: Atlas, place: str) -> None:
    (item,) = [item for item in cover(atlas, place, "2026-04").covering if item.body.kind is BodyKind.ICB]
    assert (item.body.is_inferred, item.body.confidence) == (True, "low")


def test_clusters_are_not_mergers(atlas: Atlas) -> None:
    """Healthcare Leader, 2025: the boards of Derby and Derbyshire, Nottingham and Nottinghamshire, and Lincolnshire cluster."""
    found = cover(atlas, "Derby", "2026-11")
    assert names(found, BodyKind.ICB) == ["NHS Derby and Derbyshire Integrated Care Board"]
    assert any("in a cluster with NHS Nottingham" in reason and "no merger" in reason for reason in found.reasons)


def test_councils_cover_everybody_once_at_every_date(atlas: Atlas) -> None:
    for when, districts in (("2020-04", 188), ("2021-04", 181), ("2023-04", 164), ("2026-11", 164)):
        stands = standing(atlas, Period.parse(when))
        councils = [body for body in stands.bodies if body.kind in {BodyKind.COUNCIL, BodyKind.DISTRICT}]
        assert sum(body.people for body in councils) == 66_796_831
        assert len(frozenset().union(*(body.cells for body in councils))) == len(stands.overlaps.cells)
        assert sum(body.kind is BodyKind.DISTRICT for body in councils) == districts, when


def test_the_nations_have_their_own_bodies(atlas: Atlas) -> None:
    highland = cover(atlas, "Highland", "2026-11")
    assert names(highland, BodyKind.HEALTH_BOARD) == ["NHS Highland"]
    assert names(highland, BodyKind.POLICE) == ["Police Scotland"]
    assert names(highland, BodyKind.EMPLOYABILITY) == ["Highland Local Employability Partnership"]
    assert names(cover(atlas, "Powys", "2026-11"), BodyKind.HEALTH_BOARD) == ["Powys Teaching Health Board"]
    belfast = cover(atlas, "Belfast", "2026-11")
    assert names(belfast, BodyKind.TRUST) == [
        "Belfast Health and Social Care Trust",
        "South Eastern Health and Social Care Trust",
    ]
    # Each nests: the council and its boards share one ground, or lie in a wider one.
    assert highland.alignment == 100
    assert names(cover(atlas, "Camden", "2026-11"), BodyKind.GLA) == ["Greater London Authority"]
    assert cover(atlas, "Isles of Scilly", "2020-12").alignment == 100


def test_an_area_that_has_ended_is_meant_where_it_still_stood(atlas: Atlas) -> None:
    found = cover(atlas, "Allerdale", "2020-12")
    assert [item.body.ended for item in found.covering if item.body.kind in {BodyKind.DISTRICT, BodyKind.COUNTY}] == [
        "2023-03"
    ] * 2
    assert names(cover(atlas, "Cumberland", "2020-12"), BodyKind.DISTRICT) == ["Carlisle", "Allerdale", "Copeland"]
    assert names(cover(atlas, "Barnsley", "2020-12"), BodyKind.COUNCIL) == ["Barnsley"]


def test_where_alignment_is_lowest(atlas: Atlas) -> None:
    """Northern Ireland's trusts follow the 26 districts of before 2015, which the councils of 2015 cut through."""
    found = everywhere(atlas, Period.parse("2026-11"))
    assert len(found.rows) == 361
    assert found.rows[0].area.name == "Mid Ulster"
    worst = found.rows[0].worst
    assert worst is not None
    assert worst.larger.name == "Southern Health and Social Care Trust"
    england = next(row for row in found.rows if row.area.nation == "E")
    assert england.area.name == "Milton Keynes", "Thames Valley police and the care board to its north-east"
