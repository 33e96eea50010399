"""Fit, one pair at a time, with what it is made of."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from levelling.jobs.matching.settings import Settings
from levelling.jobs.occupations import Catalogue
from levelling.jobs.person import Person
from levelling.jobs.vacancy import Contract, Vacancy


@dataclass(frozen=True, slots=True)
class Fit:
    """How well a vacancy fits a person.

    Attributes:
        points: 0 to 100.
        skills: Share of what the vacancy asks for that the person has, by how telling each skill is, 0 to 100.
        occupation: Likeness of its occupation to the nearest they want or have done, 0 to 100.
        qualification: 0 to 100.
        nearest: The occupation it is nearest to; empty where to none.
        wanted: Whether that is one they want to do.
        shared: Skills both have, most telling first.
        missing: Essential skills the person has not, most telling first.
        something: Whether they have enough in common for the vacancy to be proposed: a skill or a likeness, and the least points.
    """

    points: int
    skills: int
    occupation: int
    qualification: int
    nearest: str
    wanted: bool
    shared: tuple[str, ...]
    missing: tuple[str, ...]
    something: bool


def weight(key: str, catalogue: Catalogue) -> int:
    """How telling a skill is, in whole numbers: 100 times its rarity."""
    return round(100 * catalogue.skills[key].rarity)


def fit(person: Person, vacancy: Vacancy, catalogue: Catalogue, by: Settings) -> Fit:
    """How well a vacancy fits a person. All in whole numbers, as `facts/jobs/fit.toml` declares.

    Skills the catalogue does not know count for nothing on either side.
    """
    essential = {key for key in vacancy.essential if key in catalogue.skills}
    optional = {key for key in vacancy.optional if key in catalogue.skills} - essential
    worth = {key: weight(key, catalogue) * (2 if key in essential else 1) for key in essential | optional}
    total, held = sum(worth.values()), sum(worth[key] for key in worth if key in person.skills)
    skills = 100 * held // total if total else 0
    likeness, nearest, wanted = _likeness(person, vacancy, catalogue, by)
    asked, _ = level_asked(vacancy, catalogue, by)
    level = _level(person, asked, by)
    parts = by.weights.parts
    points = (parts[0] * skills + parts[1] * likeness + parts[2] * level) // 100
    return Fit(
        points,
        skills,
        likeness,
        level,
        nearest,
        wanted,
        _telling((key for key in worth if key in person.skills), worth),
        _telling(essential - person.skills, worth),
        (held > 0 or likeness > 0) and points >= by.weights.least,
    )


def occupations_of(person: Person, catalogue: Catalogue, done: int) -> dict[str, int]:
    """What a person wants to do (100) and has done (`done`), each known occupation once, with how much it counts."""
    counts = {key: done for key in person.occupations if key in catalogue.occupations}
    counts |= {key: 100 for key in person.wants if key in catalogue.occupations}
    return counts


def _telling(keys: Iterable[str], worth: Mapping[str, int]) -> tuple[str, ...]:
    return tuple(sorted(keys, key=lambda key: (-worth[key], key)))


def _likeness(person: Person, vacancy: Vacancy, catalogue: Catalogue, by: Settings) -> tuple[int, str, bool]:
    theirs = catalogue.occupations.get(vacancy.occupation)
    best, nearest, wanted = 0, "", False
    if theirs is None:
        return best, nearest, wanted
    for key, counts in occupations_of(person, catalogue, by.weights.done).items():
        isco = catalogue.occupations[key].isco
        same = (key == theirs.key, isco == theirs.isco, isco[:3] == theirs.isco[:3])
        like = next((points for points, holds in zip(by.weights.likeness, same, strict=True) if holds), 0) * counts // 100
        if like > best:
            best, nearest, wanted = like, key, key in person.wants
    return best, nearest, wanted


def level_asked(vacancy: Vacancy, catalogue: Catalogue, by: Settings) -> tuple[int | None, bool]:
    """The level a vacancy asks for, and whether its advert says so; else what its occupation usually asks for, if anything.

    An apprenticeship leads to what its occupation usually asks for, so that it is not taken to ask for it.
    """
    if vacancy.level is not None:
        return vacancy.level, True
    if vacancy.contract is Contract.APPRENTICESHIP:
        return None, False
    occupation = catalogue.occupations.get(vacancy.occupation)
    if occupation is None:
        return None, False
    groups = (occupation.isco[:digits] for digits in range(len(occupation.isco), 0, -1))
    return next((by.weights.usual[group] for group in groups if group in by.weights.usual), None), False


def _level(person: Person, asked: int | None, by: Settings) -> int:
    if asked is None:
        return by.weights.levels[0]
    if person.level is None:
        return by.weights.level_unknown
    short = max(asked - person.level, 0)
    return by.weights.levels[short] if short < len(by.weights.levels) else 0
