"""Sentences about a match: nothing is claimed of a person that nobody said, and nothing is said twice or amiss."""

from dataclasses import replace
from datetime import date
from functools import cache

import pytest

from levelling.atlas import Atlas
from levelling.jobs.explaining import explain
from levelling.jobs.explaining.sentences import Whose, skills
from levelling.jobs.matching import Settings, settings
from levelling.jobs.occupations import Catalogue, load
from levelling.jobs.person import Mode, Person, Point, Reach
from levelling.jobs.vacancy import Pay, Vacancy

HOME = Point(54.686, -1.212)


@cache
def catalogue() -> Catalogue:
    return load(Atlas.open())


@cache
def by() -> Settings:
    return settings(date(2026, 11, 28))


def cook() -> Person:
    work = catalogue().by_label("cook")
    return Person("ann", HOME, (Reach(Mode.WALK, minutes=30),), occupations=(work.key,), skills=work.essential)


def vacancy(label: str) -> Vacancy:
    work = catalogue().by_label(label)
    return Vacancy("v", label, occupation=work.key, essential=work.essential, optional=work.optional, point=HOME)


@pytest.mark.parametrize(
    ("shared", "essential", "held", "by_title", "whose", "said"),
    [
        (["a"], 49, 1, False, Whose.THEIRS, "They have 1 of the 49 skills it asks for: a."),
        (["a", "b"], 2, 2, False, Whose.THEIRS, "They have both skills it asks for: a and b."),
        (
            ["a", "b", "c", "d"],
            4,
            4,
            True,
            Whose.THEIRS,
            "They have all 4 skills this work usually needs, among them a, b and c.",
        ),
        (["a"], 1, 1, False, Whose.WORK, "What they have done usually brings the one skill it asks for: a."),
        (["a"], 2, 1, False, Whose.BOTH, "They have, or what they have done usually brings, 1 of the 2 skills it asks for: a."),
        (["a"], 24, 0, False, Whose.THEIRS, ""),
        ([], 0, 0, False, Whose.THEIRS, "The advert names too few skills to go by, and none are known for its title."),
    ],
)
def test_how_many_skills(shared: list[str], essential: int, held: int, by_title: bool, whose: Whose, said: str) -> None:
    assert skills(shared, essential, held, by_title=by_title, whose=whose) == said


def test_skills_that_nobody_named_are_told_as_what_their_work_usually_brings() -> None:
    told = explain(cook(), vacancy("cook"), catalogue(), by()).fits
    assert "It is work as a cook, which they have done." in told
    assert any(sentence.startswith("What they have done usually brings all ") for sentence in told)
    more = replace(cook(), skills=cook().skills | catalogue().by_label("waiter/waitress").essential)
    both = explain(more, vacancy("waiter/waitress"), catalogue(), by()).fits
    assert any(sentence.startswith("They have, or what they have done usually brings, all ") for sentence in both)
    named = replace(cook(), skills=frozenset(sorted(cook().skills)[:2]))
    assert any(sentence.startswith("They have 2 of the ") for sentence in explain(named, vacancy("cook"), catalogue(), by()).fits)


def test_what_the_advert_itself_names_is_told_apart_from_what_such_work_usually_needs() -> None:
    plain = vacancy("cook")
    held, lacking = sorted(plain.essential)[:2]
    raised, other = min(plain.optional), catalogue().by_label("bricklayer").essential
    added = min(other - plain.essential - plain.optional)
    said = frozenset({held, lacking, raised, added})
    told = replace(plain, essential=plain.essential | {raised}, optional=(plain.optional | {added}) - {raised}, said=said)
    person = replace(cook(), skills=frozenset({held, added}))
    found = explain(person, told, catalogue(), by())
    assert any("skills this work usually needs" in sentence for sentence in found.fits)
    assert any(sentence.startswith("They have 2 of the 4 skills the advert itself names: ") for sentence in found.fits)
    first = {catalogue().skills[key].label for key in (lacking, raised)}
    assert {label.strip() for label in found.missing[0].removeprefix("To gain: ").split(";")[:2]} == first
    of_its_own = replace(plain, essential=said, said=said)
    fits = explain(person, of_its_own, catalogue(), by()).fits
    assert any("skills it asks for" in sentence for sentence in fits)
    assert not any("itself names" in sentence for sentence in fits)


def test_skills_they_have_none_of_do_not_speak_for_a_vacancy() -> None:
    stranger = replace(cook(), skills=frozenset())
    told = explain(stranger, vacancy("cook"), catalogue(), by())
    assert not any("skill" in sentence for sentence in told.fits)
    assert told.missing[0].startswith("To gain: ")


def test_a_long_way_low_pay_and_other_hours_are_told() -> None:
    far = replace(vacancy("cook"), point=Point(54.686, -1.241), hours=(12, 24), pay=Pay(by().legal, by().legal))
    told = explain(replace(cook(), hours=(16, 40)), far, catalogue(), by())
    assert not told.broken
    assert "The journey is close to the farthest they can go." in told.rubs
    assert "Its hours (12 to 24 a week) overlap only in part with theirs (16 to 40 a week)." in told.rubs
    assert any(sentence.startswith("It pays ") for sentence in told.fits)


def test_out_of_reach_is_not_called_close_and_the_legal_minimum_is_not_called_theirs() -> None:
    away = replace(vacancy("cook"), point=Point(54.686, -1.4), pay=Pay(by().legal, by().legal))
    told = explain(cook(), away, catalogue(), by())
    assert told.broken == ("It is about 12 km away, farther than they can go.",)
    assert told.rubs == ("The pay is close to the legal minimum.",)
    own = explain(replace(cook(), floor=by().legal + 1), replace(away, pay=Pay(by().legal + 1, 99)), catalogue(), by())
    assert own.rubs == ("The pay is close to the least they can take.",)
    low = explain(cook(), replace(away, pay=Pay(by().legal - 2, by().legal - 1)), catalogue(), by())
    assert not low.rubs
    assert any(sentence.startswith("It pays at most ") for sentence in low.broken)
