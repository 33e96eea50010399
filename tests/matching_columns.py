"""A made-up country as columns, for tests that need more people than objects are quick for: towns, people, vacancies."""

import numpy as np

from levelling.jobs.matching.arrays import Array, People, Rules, Vacancies

SKILLS, OCCUPATIONS, PROFILES = 300, 60, 150


def points(chance: np.random.Generator, number: int) -> Array:
    """Unit vectors in and around 30 towns; one in twenty is not known."""
    towns = np.stack((chance.uniform(50, 58, 30), chance.uniform(-5, 1.5, 30)), 1)
    degrees = np.radians(towns[chance.integers(0, 30, number)] + chance.normal(0, 0.08, (number, 2)))
    latitude, longitude = degrees[:, 0], degrees[:, 1]
    xyz = np.stack((np.cos(latitude) * np.cos(longitude), np.cos(latitude) * np.sin(longitude), np.sin(latitude)), 1)
    xyz[chance.random(number) < 0.05] = np.nan
    return xyz


def lists(chance: np.random.Generator, number: int, most: int, values: int) -> tuple[Array, Array]:
    """Sorted lists of different numbers, with where each begins."""
    each = [np.sort(chance.choice(values, chance.integers(0, most + 1), replace=False)) for _ in range(number)]
    start = np.concatenate(([0], np.cumsum([len(one) for one in each]))).astype(np.int64)
    return start, np.concatenate(each).astype(np.int32)


def world(seed: int, people: int, vacancies: int) -> tuple[People, Vacancies, Rules]:
    """The same seed gives the same country."""
    chance = np.random.default_rng(seed)
    weight = chance.integers(50, 700, SKILLS).astype(np.int32)
    unit = (1000 + chance.integers(0, 40, OCCUPATIONS) * 7).astype(np.int32)
    rules = Rules(weight, unit, np.array([50, 35, 15]), np.array([100, 80, 50]), np.array([100, 50, 25]), 50, 15, False)
    return _people(chance, people), _vacancies(chance, vacancies, weight), rules


def _people(chance: np.random.Generator, number: int) -> People:
    skills, occupations = lists(chance, number, 15, SKILLS), lists(chance, number, 2, OCCUPATIONS)
    limited = chance.random((4, number)) < 0.3
    return People(
        points(chance, number),
        chance.choice([-1.0, 0.0, 1.0, 3.0, 9.7, 30.0, 70.0, 900.0], number),
        *skills,
        *occupations,
        chance.choice([80, 100], len(occupations[1])).astype(np.int32),
        chance.integers(-1, 8, number).astype(np.int16),
        np.stack((np.where(limited[0], 160, 0), np.where(limited[1], 250, 2**31 - 1)), 1).astype(np.int32),
        np.where(limited[2], 0b1001001001001, -1).astype(np.int32),
        chance.choice([1221, 1400], number).astype(np.int32),
        chance.integers(0, 4, number),
        np.where(limited[3], 1 << chance.integers(0, 5, number), 0),
        (chance.random(number) < 0.2).astype(np.int8),
        chance.permutation(number).astype(np.int32),
    )


def _vacancies(chance: np.random.Generator, number: int, weight: Array) -> Vacancies:
    start, skill = lists(chance, PROFILES, 20, SKILLS)
    doubled = chance.integers(1, 3, len(skill)).astype(np.int8)
    worth = np.concatenate(([0], np.cumsum(weight[skill] * doubled)))
    used, kind = np.unique(chance.integers(0, PROFILES, number) * 16 + chance.integers(0, 9, number), return_inverse=True)
    hours = chance.choice([-1, 160, 375], number)
    return Vacancies(
        points(chance, number),
        (chance.random(number) < 0.05).astype(np.int8),
        (chance.random(number) < 0.95).astype(np.int8),
        kind.astype(np.int32),
        (used // 16).astype(np.int32),
        (used % 16 - 1).astype(np.int16),
        start,
        skill,
        doubled,
        (worth[start[1:]] - worth[start[:-1]]).astype(np.int32),
        chance.integers(-1, OCCUPATIONS, PROFILES).astype(np.int32),
        np.stack((hours, hours), 1).astype(np.int32),
        chance.choice([0, 0b1001, 0b111000], number).astype(np.int32),
        chance.choice([-1, 1221, 1300, 1500], number).astype(np.int32),
        (1 << chance.integers(0, 4, number)) * (chance.random(number) < 0.1),
        (1 << chance.integers(0, 5, number)) * (chance.random(number) < 0.3),
        chance.integers(0, 101, number).astype(np.int32),
        chance.permutation(number).astype(np.int32),
    )
