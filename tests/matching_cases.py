"""Made-up people and vacancies whose limits bite, for laws of matching."""

import random
from datetime import date, timedelta
from functools import cache

from levelling.atlas import Atlas
from levelling.jobs.occupations import Catalogue, load
from levelling.jobs.person import Mode, Person, Point, Reach
from levelling.jobs.vacancy import Contract, Pay, Vacancy

DAY = date(2026, 11, 28)


@cache
def catalogue() -> Catalogue:
    return load(Atlas.open())


@cache
def occupations() -> tuple[str, ...]:
    """Thirty occupations of a few families, so that likeness and shared skills come often."""
    keys = [key for key, one in sorted(catalogue().occupations.items()) if one.isco[:3] in {"532", "512", "522", "833"}]
    return tuple(keys[:30])


@cache
def common() -> tuple[str, ...]:
    return tuple(sorted({key for name in occupations() for key in catalogue().occupations[name].essential})[:60])


def point(chance: random.Random) -> Point | None:
    if chance.random() < 0.1:
        return None
    return Point(54.0 + chance.choice([0, 0.01, 0.05, 0.3, 3.0]), -1.2 + chance.choice([0, 0.01, 0.05, 0.3]))


def some(chance: random.Random, values: tuple[str, ...], most: int) -> frozenset[str]:
    return frozenset(chance.sample(values, chance.randint(0, min(most, len(values)))))


def person(chance: random.Random, number: int) -> Person:
    ways = (Reach(Mode.WALK, km=2), Reach(Mode.BUS, minutes=40), Reach(Mode.CAR, minutes=60), Reach(Mode.CAR, km=700))
    return Person(
        f"p{number:03}",
        point(chance),
        tuple(chance.sample(ways, chance.randint(0, 2))),
        tuple(chance.sample(occupations(), chance.randint(0, 2))),
        tuple(chance.sample(occupations(), chance.randint(0, 2))),
        some(chance, common(), 8),
        chance.choice([None, 0, 2, 3, 6]),
        chance.choice([None, (8, 16), (30, 40)]),
        chance.choice([None, frozenset(range(0, 15, 3)), frozenset(range(21))]),
        chance.choice([None, None, 11.0, 12.8, 13.0]),
        some(chance, ("driving", "sia"), 2),
        some(chance, ("lifting", "nights", "driving"), 2),
        chance.random() < 0.1,
        chance.random() < 0.3,
    )


def vacancy(chance: random.Random, number: int) -> Vacancy:
    occupation = chance.choice([*occupations(), ""])
    low = chance.choice([6.9, 8.0, 11.0, 11.71, 13.0, 15.5])
    return Vacancy(
        f"v{number:03}",
        "title",
        occupation=occupation,
        essential=some(chance, common(), 6),
        optional=some(chance, common(), 6),
        point=point(chance),
        remote=chance.random() < 0.15,
        pay=chance.choice([None, Pay(low, low + 1), Pay(low, low, modelled=True)]),
        hours=chance.choice([None, (16, 16), (20, 37.5)]),
        times=chance.choice([None, frozenset({0, 3}), frozenset({2, 5, 20})]),
        level=chance.choice([None, None, 2, 3, 6]),
        licences=some(chance, ("driving", "sia"), 1) if chance.random() < 0.3 else frozenset(),
        demands=some(chance, ("lifting", "nights", "driving"), 1),
        contract=chance.choice(list(Contract)),
        closes=chance.choice([None, DAY - timedelta(1), DAY, DAY + timedelta(9)]),
    )
