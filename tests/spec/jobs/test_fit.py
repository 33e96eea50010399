"""Fit: a small catalogue, every number by hand; and a file of weights of a user's own with faults."""

from datetime import date
from importlib.resources import files
from pathlib import Path

import pytest

from levelling.atlas import Atlas
from levelling.core.errors import UserError
from levelling.jobs.matching import Settings, settings
from levelling.jobs.matching.fit import Fit, fit, level_asked
from levelling.jobs.matching.settings import weights
from levelling.jobs.occupations import load
from levelling.jobs.occupations.catalogue import Catalogue, Occupation, Skill
from levelling.jobs.person import Person
from levelling.jobs.vacancy import Contract, Vacancy

DAY = date(2026, 11, 28)
BY = settings(DAY)
SHIPPED = Path(str(files("levelling") / "facts" / "jobs" / "fit.toml")).read_text("utf-8")


def occupation(key: str, isco: str) -> Occupation:
    return Occupation(key, key, isco, frozenset(), frozenset(), (), "", None, None, None, "", frozenset(), ())


CATALOGUE = Catalogue(
    {
        one.key: one
        for one in (
            occupation("cook", "5120"),
            occupation("grill", "5120"),
            occupation("waiter", "5131"),
            occupation("barista", "5132"),
            occupation("nurse", "2221"),
            occupation("welder", "7212"),
        )
    },
    {
        one.key: one
        for one in (Skill("knife", "knife", "", 3.0), Skill("hygiene", "hygiene", "", 1.0), Skill("menu", "menu", "", 2.0))
    },
)


def found(person: Person, vacancy: Vacancy, by: Settings = BY) -> Fit:
    return fit(person, vacancy, CATALOGUE, by)


def test_skills_weigh_by_rarity_and_essential_ones_twice() -> None:
    vacancy = Vacancy("v", "", essential=frozenset({"knife", "hygiene"}), optional=frozenset({"menu", "hygiene"}))
    person = Person("a", skills=frozenset({"hygiene", "menu"}), level=2)
    one = found(person, vacancy)
    # 2 x 300 + 2 x 100 + 200 = 1,000; hygiene counts once, as essential. Held: 2 x 100 + 200 = 400, so 40%.
    assert one.skills == 40
    # (50 x 40 + 35 x 0 + 15 x 100) / 100 = 35
    assert one.points == 35
    assert (one.shared, one.missing) == (("hygiene", "menu"), ("knife",))


def test_shares_are_rounded_down() -> None:
    vacancy = Vacancy("v", "", essential=frozenset({"knife"}), optional=frozenset({"hygiene"}))
    # 100 of 2 x 300 + 100 = 700 is 14.28%: 14. (50 x 14 + 15 x 100) / 100 = 22
    one = found(Person("a", skills=frozenset({"hygiene"})), vacancy)
    assert (one.skills, one.points) == (14, 22)


@pytest.mark.parametrize(
    ("person", "work", "like", "nearest", "wanted"),
    [
        (Person("a", wants=("cook",)), "cook", 100, "cook", True),
        (Person("a", wants=("cook",)), "grill", 80, "cook", True),  # the same unit group
        (Person("a", wants=("waiter",)), "barista", 30, "waiter", True),  # the same minor group
        (Person("a", occupations=("cook",)), "cook", 80, "cook", False),  # done: 80% of 100
        (Person("a", occupations=("cook",)), "grill", 64, "cook", False),  # 80% of 80
        (Person("a", occupations=("waiter",)), "barista", 24, "waiter", False),  # 80% of 30
        (Person("a", occupations=("cook",), wants=("nurse",)), "grill", 64, "cook", False),
        (Person("a", occupations=("cook",), wants=("cook",)), "cook", 100, "cook", True),
        (Person("a", wants=("nurse",)), "cook", 0, "", False),
        (Person("a", wants=("cook",)), "", 0, "", False),
        (Person("a", wants=("astronaut",)), "cook", 0, "", False),  # in no catalogue
    ],
)
def test_likeness(person: Person, work: str, like: int, nearest: str, wanted: bool) -> None:
    one = found(person, Vacancy("v", "", occupation=work))
    assert (one.occupation, one.nearest, one.wanted) == (like, nearest, wanted)


@pytest.mark.parametrize(
    ("has", "asks", "points"),
    [(3, None, 100), (None, None, 100), (3, 2, 100), (3, 3, 100), (3, 4, 50), (3, 5, 25), (3, 6, 0), (None, 6, 50), (0, 2, 25)],
)
def test_qualification(has: int | None, asks: int | None, points: int) -> None:
    assert found(Person("a", level=has), Vacancy("v", "", level=asks)).qualification == points


def test_level_not_stated_is_what_such_work_usually_asks_for_and_an_apprenticeship_leads_to_it() -> None:
    nurse = Vacancy("v", "", occupation="nurse")  # major group 2 of ISCO: a degree
    assert level_asked(nurse, CATALOGUE, BY) == (6, False)
    assert level_asked(Vacancy("v", "", occupation="cook"), CATALOGUE, BY) == (None, False)
    assert level_asked(Vacancy("v", "", occupation="nurse", level=3), CATALOGUE, BY) == (3, True)
    apprentice = Vacancy("v", "", occupation="nurse", contract=Contract.APPRENTICESHIP)
    assert level_asked(apprentice, CATALOGUE, BY) == (None, False)
    stated = Vacancy("v", "", occupation="nurse", contract=Contract.APPRENTICESHIP, level=2)
    assert level_asked(stated, CATALOGUE, BY) == (2, True)


@pytest.mark.parametrize(
    ("label", "asked"), [("administrative assistant", 2), ("care home worker", 2), ("chef", 3), ("dietetic technician", 4)]
)
def test_the_smallest_group_named_says_what_such_work_usually_asks_for(label: str, asked: int) -> None:
    known = load(Atlas.open())
    work = known.by_label(label)
    assert work.isco[0] == "3"
    assert level_asked(Vacancy("v", label, occupation=work.key), known, BY) == (asked, False)


def test_nothing_is_proposed_for_a_certificate_alone_nor_below_the_least() -> None:
    person = Person("a", wants=("waiter",), level=8)
    assert not found(person, Vacancy("v", "", occupation="welder")).something
    # The same minor group: (35 x 30 + 15 x 100) / 100 = 25, below the least of 30.
    near = found(person, Vacancy("v", "", occupation="barista"))
    assert (near.points, near.something) == (25, False)
    same = found(person, Vacancy("v", "", occupation="waiter"))  # 35 + 15
    assert (same.points, same.something) == (50, True)


def test_skills_that_no_catalogue_knows_count_for_nothing() -> None:
    person = Person("a", skills=frozenset({"juggling", "knife"}))
    assert found(person, Vacancy("v", "", essential=frozenset({"juggling"}))).skills == 0
    assert found(person, Vacancy("v", "", essential=frozenset({"juggling", "knife"}))).skills == 100


def own(folder: Path, text: str) -> Path:
    path = folder / "fit.toml"
    path.write_text(text, "utf-8")
    return path


def test_weights_of_ones_own_are_used(tmp_path: Path) -> None:
    path = own(tmp_path, SHIPPED.replace("skills = 50", "skills = 0").replace("occupation = 35", "occupation = 85"))
    by = settings(DAY, fit=path)
    # 85 x 80 + 15 x 100 = 8,300
    assert found(Person("a", wants=("cook",)), Vacancy("v", "", occupation="grill"), by).points == 83


@pytest.mark.parametrize(
    ("old", "new", "says"),
    [
        ("skills = 50", "skills = 51", "add up to 100"),
        ("skills = 50", "skills = 50.5", "whole number"),
        ("unit_group = 80", "unit_group = 20", "same must be the most"),
        ("one_short = 50", "one_short = 10", "met must be the most"),
        ("unknown = 50", "unknown = 101", "unknown"),
        ("2 = 6", "x = 6", "group of ISCO-08"),
        ("2 = 6", "22111 = 6", "one to four digits"),
        ("2 = 6", "2 = 9", "usual_level"),
        ("points = 30", "points = 30\nmost = 4", "no such field"),
        ("[least]", "[lest]", "least"),
    ],
)
def test_a_fault_is_told_with_its_place(tmp_path: Path, old: str, new: str, says: str) -> None:
    assert old in SHIPPED
    with pytest.raises(UserError, match=says):
        weights(own(tmp_path, SHIPPED.replace(old, new)))


def test_every_fault_is_told(tmp_path: Path) -> None:
    text = SHIPPED.replace("skills = 50", "skills = 'half'").replace("met = 100", "met = 300").replace("1 = 4", "1 = -4")
    with pytest.raises(UserError, match="in 3 places") as told:
        weights(own(tmp_path, text))
    assert "\n" not in told.value.args[0]
