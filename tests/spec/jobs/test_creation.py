"""What creating jobs promises: nothing is taken in silence, and ranges that overlap are not told apart."""

from dataclasses import replace
from datetime import date

import pytest

from levelling.atlas import Atlas
from levelling.atlas.centres import Centre
from levelling.core.area import Area, Level
from levelling.core.errors import UserError
from levelling.jobs.creation import (
    APART,
    Ask,
    Caseload,
    Factor,
    Kind,
    Near,
    Option,
    PayCheck,
    Span,
    Wanting,
    caseload,
    create,
    factors,
    findings,
    kind,
    net,
    ordered,
    own_figure,
    place,
)
from levelling.jobs.pathways import Index, rules
from levelling.jobs.person import Mode, Person, Point, Reach
from tests.pathway_world import catalogue, job, skill

HERE = Area("E06000001", "Hartlepool", Level.LAD, "E")
THERE = Area("E06000002", "Middlesbrough", Level.LAD, "E")
HALF = [Factor("deadweight", "", (), Option("own figure", 0.5, 0.4, 0.6, ""))]
DAY = date(2025, 6, 1)


def wants(people: float, rate: float) -> Wanting:
    return Wanting("claimants", Span(people, people, people), Span(rate, rate, rate), "2025")


def test_nothing_is_taken_in_silence() -> None:
    made = factors(findings(), "public", {})
    assert [one.chosen for one in made] == [None] * 5
    found = net(100, made)
    assert found.central is None
    deadweight = made[0]
    assert (deadweight.low, deadweight.high) == (0.0, 0.5)
    assert {one.key for one in deadweight.options} == set(findings().options["deadweight"])


def test_a_chosen_finding_brings_its_own_range_and_ones_own_figure_a_middle_only_where_it_is_one_number() -> None:
    choices = {"deadweight": "deadweight-employment-programmes", "leakage": "0.1", "displacement": "none", "substitution": "0"}
    made = factors(findings(), "local", choices)
    found = net(100, made)
    assert (round(found.low, 6), found.central and round(found.central, 6), round(found.high, 6)) == (45.0, 54.0, 63.0)
    assert net(100, factors(findings(), "local", {**choices, "leakage": "0.1:0.2"})).central is None


def test_where_no_finding_speaks_of_the_work_no_further_jobs_are_added() -> None:
    (multiplier,) = [one for one in factors(findings(), "local", {}) if one.name == "multiplier"]
    assert multiplier.options == ()
    assert (multiplier.low, multiplier.high) == (0.0, 0.0)


@pytest.mark.parametrize(
    ("choices", "said"),
    [
        ({"deadweight": "deadwait-all-programmes"}, "nothing to choose for deadweight"),
        ({"leakage": "1.5"}, "lies outside 0 to 1"),
        ({"weather": "0.5"}, "There is no factor 'weather'"),
    ],
)
def test_a_choice_that_is_none_is_told(choices: dict[str, str], said: str) -> None:
    with pytest.raises(UserError, match=said):
        factors(findings(), "public", choices)


def test_no_more_jobs_are_filled_than_people_could_do_them() -> None:
    few = place(HERE, wants(2000, 4.0), Caseload(able=20, perhaps=10, too_far=3, too_little=2, other=9), None, HALF, 100)
    assert few.filled == Span(20, None, 30)
    assert (few.net.low, few.net.central, few.net.high) == (8.0, None, 18.0)
    share = place(HERE, wants(200, 4.0), None, own_figure("share", "0.25"), HALF, 100)
    assert share.filled == Span(50, 50, 50)
    assert share.net.central == 25.0
    unsaid = place(HERE, wants(200, 4.0), None, None, HALF, 100)
    assert (unsaid.able, unsaid.filled) == (None, Span(100, 100, 100))


def test_places_whose_ranges_overlap_are_not_told_apart_and_need_breaks_the_tie() -> None:
    low, high = place(HERE, wants(2000, 3.0), None, None, HALF, 100), place(THERE, wants(900, 5.0), None, None, HALF, 100)
    assert [(one.area.name, one.standing) for one in ordered([low, high])] == [("Middlesbrough", "first"), ("Hartlepool", APART)]
    few = place(HERE, wants(2000, 9.0), Caseload(10, 0, 0, 0, 0), None, HALF, 100)
    assert [(one.area.name, one.standing) for one in ordered([few, high])] == [
        ("Middlesbrough", "first"),
        ("Hartlepool", "fewer"),
    ]
    assert ordered([low])[0].standing == ""


def test_a_caseload_is_sorted_by_why() -> None:
    known = catalogue(
        [job("care", "wash lift"), job("nurse", "wash lift plan"), job("typist", "type")],
        map(skill, ["wash", "lift", "plan", "type"]),
    )
    care = Near(Index(known, rules()), Kind("care", "care", (known.occupations["care"],), "public"))
    home, far = Point(54.69, -1.21), Point(51.5, -0.1)
    near = (Reach(Mode.BUS, km=10.0),)
    people = [
        Person("able", home, near, occupations=("nurse",)),
        Person("by skills", home, near, skills=frozenset({"wash"})),
        Person("no reach", home, occupations=("nurse",)),
        Person("minutes", home, (Reach(Mode.BUS, minutes=40.0),), occupations=("nurse",)),
        Person("nothing known", home, near),
        Person("no place", None, near, occupations=("nurse",)),
        Person("far", far, near, occupations=("nurse",)),
        Person("floor", home, near, occupations=("nurse",), floor=14.0),
        Person("typist", home, near, occupations=("typist",)),
        Person("home only", home, near, occupations=("nurse",), remote_only=True),
    ]
    found = caseload(care, people, Centre(54.68, -1.22, 3.0), 12.6)
    assert found == Caseload(able=4, perhaps=2, too_far=2, too_little=1, other=1)
    assert caseload(care, people[:1], None, None) == Caseload(0, 1, 0, 0, 0)


def test_pay_is_held_against_the_floors_of_its_own_time() -> None:
    from levelling.atlas.wage_floors import legal_floor, living_wage

    pay = PayCheck(12.30, None, legal_floor(DAY), living_wage(DAY))
    assert (pay.meets(pay.legal), pay.meets(pay.living)) == (True, False)
    assert PayCheck(None, None, legal_floor(DAY), None).meets(legal_floor(DAY)) is None


@pytest.fixture(scope="module")
def world() -> tuple[Atlas, Index]:
    from levelling.jobs.occupations import load

    atlas = Atlas.open()
    return atlas, Index(load(atlas), rules())


def test_every_declared_kind_and_finding_is_there(world: tuple[Atlas, Index]) -> None:
    from levelling.jobs.creation import kinds

    _, index = world
    for key in kinds():
        assert kind(index.catalogue, key).occupations
    for sector in findings().multipliers:
        for one in factors(findings(), sector, {}):
            assert all(option.parameters for option in one.options)
    assert kind(index.catalogue, "Care Worker").key == "care-worker"
    assert kind(index.catalogue, "bricklayer").sector == ""
    with pytest.raises(UserError, match="no kind of job") as caught:
        kind(index.catalogue, "care-worke")
    assert caught.value.near[0] == "care-worker"


def test_a_place_without_figures_says_so_and_is_reckoned_all_the_same(world: tuple[Atlas, Index]) -> None:
    atlas, index = world
    care = kind(index.catalogue, "care-worker")
    found = create(atlas, index, care, [atlas.area("Belfast"), atlas.area("Hartlepool")], Ask(DAY))
    assert [one.area.name for one in found.places] == ["Hartlepool", "Belfast"]
    belfast = found.places[1]
    assert belfast.wanting.people is None
    assert belfast.wanting.why_absent
    assert belfast.standing == APART
    assert found.records()[0]["net"] is None


@pytest.mark.parametrize(
    ("ask", "said"),
    [
        (Ask(DAY, jobs=0), "0 jobs"),
        (Ask(DAY, pay=-1.0), "no pay for an hour"),
        (Ask(DAY, protects=frozenset({"sick-pays"})), "sick-pays"),
        (Ask(DAY, share="many"), "no figure for share"),
    ],
)
def test_what_cannot_be_asked_is_told(world: tuple[Atlas, Index], ask: Ask, said: str) -> None:
    atlas, index = world
    with pytest.raises(UserError, match=said):
        create(atlas, index, kind(index.catalogue, "retrofit"), [atlas.area("Hartlepool")], ask)
    with pytest.raises(UserError, match="No place"):
        create(atlas, index, kind(index.catalogue, "retrofit"), [], replace(ask, jobs=1))
