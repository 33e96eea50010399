"""Small tables and what is made of them: a place across authorities, a sum with its margin, what is told where little is."""

from dataclasses import replace

import pytest

from levelling.atlas import Atlas
from levelling.core.estimate import Status
from levelling.core.period import Period
from levelling.core.words import place
from levelling.solutions.anchors import CARE, DOORS, MEANS, anchors, care, doors, employers, means, trusts
from levelling.solutions.anchors.told import enterprises, entry, hospitals, recruit
from levelling.solutions.register import register
from tests.enabler_shelf import made_up, shelf

TODAY = Period.parse("2026-11")


@pytest.fixture(scope="module")
def atlas() -> Atlas:
    return Atlas.open()


def test_a_trust_of_two_authorities_is_added_up(atlas: Atlas) -> None:
    hartlepool = {item.code: item for item in trusts(atlas, atlas.area("Hartlepool"))}
    valley = {item.code: item for item in trusts(atlas, atlas.area("Tees Valley"))}
    stockton = {item.code: item for item in trusts(atlas, atlas.area("Stockton-on-Tees"))}
    assert valley["RVW"].share > hartlepool["RVW"].share + stockton["RVW"].share - 0.1
    assert not valley["RVW"].modelled


def test_an_area_that_cuts_through_an_authority_is_modelled(atlas: Atlas) -> None:
    board = atlas.area("NHS Humber and North Yorkshire Integrated Care Board")
    assert any(item.modelled for item in trusts(atlas, board))


def test_no_catchments_outside_england_and_none_for_a_nation(atlas: Atlas) -> None:
    assert [trusts(atlas, atlas.area(name)) for name in ("Glasgow City", "Cardiff", "Belfast", "England")] == [()] * 4


def test_the_margin_of_the_sum_is_the_root_of_the_squares(atlas: Atlas) -> None:
    found = doors(atlas, atlas.area("Hartlepool"))
    assert found is not None
    widths = [item.upper - item.value for item in found.known if item.upper is not None and item.value is not None]
    assert found.half == pytest.approx(sum(width**2 for width in widths) ** 0.5)
    assert found.withheld == ("Leisure, travel and related personal service occupations",)


def test_where_many_groups_are_withheld_nothing_is_added_up(atlas: Atlas) -> None:
    found = doors(atlas, atlas.area("Hartlepool"))
    assert found is not None
    few = replace(found, people=None, half=None, withheld=("One", "Two", "Three"))
    assert next(entry(few, "Hartlepool")).endswith("3 have no figure for Hartlepool, so they are not added up.")


def test_a_nought_is_told_as_rounding_and_the_area_around_is_named(atlas: Atlas) -> None:
    found = employers(atlas, atlas.area("Hartlepool"))
    first, second = enterprises(found, "Hartlepool")
    assert "does not mean that there are none" in first
    assert second == "In Tees Valley, which takes in Hartlepool, there were about 90."
    assert not list(enterprises(employers(atlas, atlas.area("Belfast")), "Belfast"))


def test_jobs_are_told_for_the_smallest_area_that_holds_the_place(atlas: Atlas) -> None:
    public = employers(atlas, atlas.area("Hartlepool")).public
    assert public is not None
    assert public.area.name == "Hartlepool and Stockton-on-Tees"
    assert public.jobs == sum(item.value or 0 for item in public.parts)


def test_one_trust_alone_has_no_others(atlas: Atlas) -> None:
    [first, *_] = trusts(atlas, atlas.area("Hartlepool"))
    assert list(hospitals((first,), "here")) == [
        "Of every 100 admissions of the hospital trust with code RVW, 27 came from here."
    ]


def test_a_share_of_none_or_next_to_none_is_told_in_words(atlas: Atlas) -> None:
    found = anchors(atlas, atlas.area("Isles of Scilly"), TODAY)
    assert found.reach is not None
    told = next(recruit(found.reach, found.said))
    assert "none live in the most deprived tenth" in told
    some = replace(found.reach, tenth=replace(found.reach.tenth, value=0.4))
    assert "fewer than one live" in next(recruit(some, place(found.area)))


def test_a_register_without_an_enabler_leaves_it_out(atlas: Atlas) -> None:
    known = shelf(made_up("apprenticeship-levy"), made_up("npps", nations=("S",)), made_up("something-else"))
    found = means(atlas, atlas.area("Hartlepool"), TODAY, known)
    assert [(item.enabler.id, item.usable) for item in found] == [("apprenticeship-levy", True), ("npps", False)]


def test_everything_declared_is_known(atlas: Atlas) -> None:
    assert [name for name, _ in MEANS if not register().knows(name)] == []
    assert set(DOORS) <= set(atlas.catalogue.get("employment-by-occupation-soc2010").categories)
    assert set(DOORS) <= set(atlas.catalogue.get("employment-by-occupation").categories)
    assert len(care()) == len(CARE)
    assert all(fact.then or fact.now for fact in care())


def test_what_is_not_held_is_named(atlas: Atlas) -> None:
    told = " ".join(anchors(atlas, atlas.area("Belfast"), TODAY).missing)
    for what in ("Enterprises by size", "Jobs by industry", "hospital trust", "Residents by occupation", "adult social care"):
        assert what in told
    assert anchors(atlas, atlas.area("Hartlepool"), TODAY).missing == ()


def test_a_region_lists_no_bodies_or_neighbourhoods(atlas: Atlas) -> None:
    found = anchors(atlas, atlas.area("E12000001"), TODAY)
    assert found.bodies == ()
    assert found.reach is not None
    assert found.reach.neighbourhoods == ()


def test_jobs_are_told_where_they_are_counted_and_not_shared_out_by_residents(atlas: Atlas) -> None:
    # By its people Camden would have nine tenths of the jobs of itself and the City of London.
    camden = employers(atlas, atlas.area("Camden")).public
    assert camden is not None
    assert (camden.area.name, camden.whole.status) == ("Inner London - West", Status.NORMAL)
