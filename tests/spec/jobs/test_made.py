"""Made-up caseloads and vacancies: margins are met, the seed decides everything, and places without figures still answer."""

from collections import Counter
from datetime import date
from functools import cache

import numpy as np
import pytest

from levelling.atlas import Atlas
from levelling.atlas.wage_floors import legal_floor
from levelling.core.area import Area, Level
from levelling.core.errors import UserError
from levelling.jobs import made
from levelling.jobs.made.adverts import draw_vacancies, made_vacancies
from levelling.jobs.made.basis import QUALIFICATIONS, STATUSES, World
from levelling.jobs.made.caseload import PeopleDrawn, draw_people, made_people
from levelling.jobs.made.figures import OWN
from levelling.jobs.made.skills import skills_of
from levelling.jobs.made.told import margins
from levelling.jobs.matching import engine, settings
from levelling.jobs.matching.columns import Columns
from levelling.jobs.occupations.catalogue import Catalogue, load
from levelling.jobs.person import Mode

MANY = 4000


@cache
def atlas() -> Atlas:
    return Atlas.open()


@cache
def catalogue() -> Catalogue:
    return load(atlas())


def place(name: str, level: Level | None = None) -> Area:
    return atlas().area(name, level)


@cache
def world_of(name: str, within: float = 0) -> World:
    return made.world(atlas(), catalogue(), place(name), within=within)


@cache
def drawn_of(name: str, number: int = MANY, seed: int = 1) -> PeopleDrawn:
    return draw_people(world_of(name), number, seed)


def farthest(found: "np.typing.NDArray[np.int64]", shares: "np.typing.NDArray[np.float64]") -> float:
    """The largest distance of a count from what its share asks for, in people."""
    expected = shares / shares.sum() * len(found)
    return float(np.abs(np.bincount(found, minlength=len(shares)) - expected).max())


def test_margins_of_an_authority_are_met_to_the_next_person() -> None:
    known, drawn = world_of("Hartlepool"), drawn_of("Hartlepool")
    (code,) = known.home.authorities
    assert farthest(drawn.cell, known.home.out_of_work) <= 1
    assert farthest(drawn.furthest.astype(np.int64), known.status[code].values) <= 1
    assert farthest(drawn.carer.astype(np.int64), np.array([100 - (care := known.carers[code].values.sum()), care])) <= 1
    # Two margins at once: each cell of the table is met to the next person, so a margin to within its cells.
    assert farthest(drawn.sub, known.occupation[code].values) <= len(QUALIFICATIONS)
    assert farthest(drawn.qualification, known.qualification[code].values) <= len(known.work.codes)


def test_a_margin_tells_the_shares_that_the_caseload_has() -> None:
    known = world_of("Tees Valley")
    told = margins(atlas(), known)
    drawn = draw_people(known, MANY, 3)
    shares = told.get("qualification").shares
    counted = np.bincount(drawn.qualification, minlength=len(QUALIFICATIONS)) / MANY
    assert counted == pytest.approx([shares[name] for name in QUALIFICATIONS], abs=0.02)
    status = told.get("status").shares
    assert drawn.furthest.mean() == pytest.approx(status[STATUSES[1]], abs=0.01)
    authorities = np.searchsorted(known.home.starts, drawn.cell, side="right") - 1
    assert farthest(authorities, known.caseload()) <= 1


def test_people_who_did_skilled_work_hold_more() -> None:
    known, drawn = world_of("Hartlepool"), drawn_of("Hartlepool")
    skill = np.array([known.work.skill(code) for code in known.work.codes])[drawn.sub]
    has_degree = drawn.qualification == QUALIFICATIONS.index("level-4-or-above")
    assert has_degree[skill == 4].mean() > 2 * has_degree[skill == 1].mean()


def test_supposed_shares_are_met_and_told_as_supposed() -> None:
    told = margins(atlas(), world_of("Hartlepool"))
    modes = told.get("supposed-modes")
    assert modes.supposed
    assert modes.note
    assert farthest(drawn_of("Hartlepool").mode, np.array([modes.shares[mode] for mode in Mode])) <= 1
    assert not told.get("occupation").supposed
    assert all(item.source and item.title for item in told.items if not item.supposed)
    assert "Nobody here is real" in told.sentence


def test_vacancies_lie_in_and_around_the_place_by_its_jobs() -> None:
    known = world_of("Hartlepool", 20)
    drawn = draw_vacancies(known, MANY, 1)
    authorities = np.searchsorted(known.jobs.starts, drawn.cell, side="right") - 1
    assert len(known.jobs.authorities) == 4
    assert farthest(authorities, known.vacant()) <= 1
    legal = legal_floor(known.day)
    assert legal is not None
    assert np.nanmin(drawn.least) == legal.pounds
    assert np.isnan(drawn.least).mean() == pytest.approx(1 - known.supposed.pay.stated, abs=0.03)
    assert (drawn.most[~np.isnan(drawn.most)] >= drawn.least[~np.isnan(drawn.least)]).all()


def test_pay_follows_the_published_distribution_of_its_occupation() -> None:
    known = world_of("Hartlepool", 20)
    drawn = draw_vacancies(known, 50 * MANY, 1)
    unit = known.work.units.index("2231") if "2231" in known.work.units else int(np.bincount(drawn.unit).argmax())
    row = known.work.pay[unit]
    assert row is not None
    assert row.median is not None
    then = legal_floor(date(2023, 4, 30))
    now = legal_floor(known.day)
    assert then is not None
    assert now is not None
    paid = drawn.least[(drawn.unit == unit) & ~np.isnan(drawn.least)]
    expected = max(row.median * now.pounds / then.pounds, now.pounds)
    assert np.median(paid) == pytest.approx(expected, rel=0.06)


def test_the_same_seed_gives_the_same_and_another_seed_does_not() -> None:
    known, skills = world_of("Hartlepool"), skills_of(catalogue(), world_of("Hartlepool").work.keys)
    names = dict.fromkeys(known.jobs.authorities, "Hartlepool")
    people = [_told(made_people(known, draw_people(known, 40, seed), skills, seed)) for seed in (7, 7, 8)]
    vacancies = [_told(made_vacancies(known, draw_vacancies(known, 40, seed), skills, seed, names)) for seed in (7, 7, 8)]
    for one, again, other in (people, vacancies):
        assert one == again
        assert one != other
    assert people[0] == _told(made.make(atlas(), catalogue(), place("Hartlepool"), 40, 0, 7).people)


def _told(both: object) -> str:
    """The whole in words, sets in order."""
    if isinstance(both, frozenset):
        return str(sorted(map(_told, both)))
    if isinstance(both, list | tuple):
        return str([_told(item) for item in both])
    slots = getattr(type(both), "__slots__", None)
    return str([_told(getattr(both, name)) for name in slots]) if slots else repr(both)


def test_every_record_is_labelled_as_made_up_and_can_be_matched() -> None:
    area = place("Cornwall")
    drawn = made.make(atlas(), catalogue(), area, 60, 60, 2)
    people, vacancies = drawn.people, drawn.vacancies
    keys = [person.id for person in people] + [vacancy.id for vacancy in vacancies]
    assert len(set(keys)) == 120
    assert all(key.startswith("made-") for key in keys)
    known = catalogue()
    assert all(set(one.occupations) | set(one.wants) <= known.occupations.keys() for one in people)
    assert all(one.skills and one.skills <= known.skills.keys() for one in people)
    assert all(one.point is not None and 49.8 < one.point.latitude < 51 for one in people)
    for vacancy in vacancies:
        occupation = known.occupations[vacancy.occupation]
        assert vacancy.essential
        assert vacancy.essential <= occupation.essential
        assert vacancy.optional <= occupation.optional
        assert vacancy.employer.startswith("Made-up")


@pytest.mark.parametrize("name", ["Isles of Scilly", "City of London", "Belfast", "Glasgow City"])
def test_a_place_without_figures_says_whose_stand_in(name: str) -> None:
    known = world_of(name)
    assert len(draw_people(known, 25, 1).cell) == len(draw_vacancies(known, 25, 1).cell) == 25
    (code,) = known.home.authorities
    assert known.occupation[code].whose != OWN
    note = margins(atlas(), known).get("occupation").note
    assert "The authority has no figure of this" in note
    assert known.occupation[code].whose in note


def test_the_whole_country_has_people_from_everywhere() -> None:
    known = world_of("United Kingdom")
    drawn = draw_people(known, 20_000, 5)
    letters = Counter(known.home.codes[cell][0] for cell in drawn.cell.tolist())
    assert set(letters) == {"E", "W", "S", "9"}
    authorities = np.searchsorted(known.home.starts, drawn.cell, side="right") - 1
    assert farthest(authorities, known.caseload()) <= 1


def test_nobody_is_an_answer_and_too_many_are_refused() -> None:
    area = place("Hartlepool")
    known, skills = world_of("Hartlepool"), skills_of(catalogue(), world_of("Hartlepool").work.keys)
    assert made_people(known, draw_people(known, 0, 1), skills, 1) == []
    assert made_vacancies(known, draw_vacancies(known, 0, 1), skills, 1, {"E06000001": "Hartlepool"}) == []
    assert len(made_people(known, draw_people(known, 1, 1), skills, 1)) == 1
    with pytest.raises(UserError, match="6,000,000 people cannot be made"):
        made.make(atlas(), catalogue(), area, 6_000_000, 0, 1)
    with pytest.raises(UserError, match="-1 vacancies"):
        made.make(atlas(), catalogue(), area, 0, -1, 1)
    with pytest.raises(UserError, match="seed -1"):
        made.make(atlas(), catalogue(), area, 1, 0, -1)


def test_columns_hold_the_same_people_and_vacancies_as_the_records() -> None:
    """What a caseload is matched to is the same, whether it came as records or straight as arrays."""
    by = settings(date(2026, 11, 28), k=5)
    area = place("Hartlepool")
    records = made.make(atlas(), catalogue(), area, 300, 200, 6, day=by.day)
    people, vacancies, rules = made.columns(atlas(), catalogue(), area, 300, 200, 6, by)
    numbered = Columns(catalogue(), by)
    read = numbered.people(records.people)
    for name in set(read._fields) - {"licences", "limits"}:  # whose bits are numbered as they come
        np.testing.assert_array_equal(getattr(people, name), getattr(read, name), err_msg=name)
    asked = numbered.vacancies(records.vacancies)
    for name in ("xyz", "remote", "open", "hours", "times", "pay", "quality", "rank"):
        np.testing.assert_array_equal(getattr(vacancies, name), getattr(asked, name), err_msg=name)
    straight = engine.vacancies_for_people(people, vacancies, rules, by.k)
    found = engine.vacancies_for_people(read, asked, numbered.rules(), by.k)
    assert (straight.index >= 0).sum() > 100
    for name in ("index", "fit", "second", "hectometres"):
        np.testing.assert_array_equal(getattr(straight, name), getattr(found, name))


def test_only_work_that_can_be_is_done_from_home() -> None:
    known = world_of("Hartlepool")
    drawn = draw_vacancies(known, MANY, 1)
    home = [known.work.units[at] for at in drawn.unit[drawn.remote].tolist()]
    assert 0 < len(home) < MANY / 5
    # Police officers, nurses, teachers, carers, drivers, cooks and cleaners work where the work is.
    assert not {code[:3] for code in home} & {"331", "223", "231", "613", "821", "543", "922"}
    assert all(code.startswith(known.supposed.remote.groups) for code in home)
