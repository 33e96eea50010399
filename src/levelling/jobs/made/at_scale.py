"""Made-up people and vacancies straight as the arrays that matching reads: a country's without an object for each."""

from itertools import pairwise
from typing import Any

import numpy as np

from levelling.jobs.made.adverts import TIMES, VacanciesDrawn, asked, draw_vacancies, level_asked
from levelling.jobs.made.basis import World
from levelling.jobs.made.caseload import WEEKDAYS, PeopleDrawn, draw_people, held, licences
from levelling.jobs.made.ground import Ground
from levelling.jobs.made.skills import Lists, skills_of
from levelling.jobs.matching.arrays import Array, People, Vacancies
from levelling.jobs.matching.columns import Columns
from levelling.jobs.matching.fit import level_asked as level_taken
from levelling.jobs.matching.limits import lawful, pence, tenths
from levelling.jobs.matching.quality import quality
from levelling.jobs.person import Mode, Reach
from levelling.jobs.travel import vector
from levelling.jobs.vacancy import Contract, Pay, Vacancy

_WANTED = 100


def people_columns(known: World, columns: Columns, number: int, seed: int) -> People:
    """People as `caseload.made_people` makes them of the same seed, as arrays.

    Args:
        known: What is drawn from.
        columns: Gives skills, occupations and limits their numbers; the same for the vacancies.
        number: How many.
        seed: The same seed gives the same people.
    """
    drawn = draw_people(known, number, seed)
    have = held(known, drawn, skills_of(known.catalogue, known.work.keys), seed)
    starts, occupation, counts = _occupations(known, drawn, columns)
    hours = np.array([[tenths(hour) for hour in pair] for pair in (known.supposed.hours.full, known.supposed.hours.part)])
    floors = np.where(np.isnan(drawn.floor), 0.0, drawn.floor)
    different, which = np.unique(floors, return_inverse=True)
    return People(
        xyz=_places(known.home)[drawn.cell],
        reach=np.where(drawn.remote_only, -1.0, _reaches(drawn, columns)),
        skill_start=have.starts,
        skill=have.skills,
        occupation_start=starts,
        occupation=occupation,
        counts=counts,
        level=drawn.level.astype(np.int16),
        hours=hours[drawn.part_time.astype(np.int64)].astype(np.int32),
        times=np.where(drawn.daytime, sum(1 << at for at in WEEKDAYS), -1).astype(np.int32),
        floor=np.array([pence(floor) for floor in different.tolist()], np.int32)[which],
        licences=_licences(known, columns, drawn.unit, drawn.mode == list(Mode).index(Mode.CAR)),
        limits=_limits(known, columns, drawn),
        furthest=drawn.furthest.astype(np.int8),
        rank=np.arange(number, dtype=np.int32),
    )


def vacancy_columns(known: World, columns: Columns, number: int, seed: int) -> Vacancies:
    """Vacancies as `adverts.made_vacancies` makes them of the same seed, as arrays.

    Args:
        known: What is drawn from.
        columns: Gives skills, occupations and limits their numbers; the same for the people.
        number: How many.
        seed: The same seed gives the same vacancies.
    """
    drawn = draw_vacancies(known, number, seed)
    skills = skills_of(known.catalogue, known.work.keys)
    # Adverts that name no skills share the profile of their occupation; each of the others has one of its own.
    numbers = np.array([columns.occupations[key] for key in known.work.keys])
    shared, of_shared = np.unique(numbers[drawn.key[~drawn.names]], return_inverse=True)
    profile = np.empty(number, np.int64)
    profile[~drawn.names] = of_shared
    profile[drawn.names] = len(shared) + np.arange(int(drawn.names.sum()))
    apprentices = drawn.contract == list(Contract).index(Contract.APPRENTICESHIP)
    levels = np.where(
        apprentices,
        _levels(known, columns, Contract.APPRENTICESHIP)[drawn.key],
        _levels(known, columns, Contract.UNKNOWN)[drawn.key],
    )
    kinds, kind = np.unique(profile * 16 + levels + 1, return_inverse=True)
    first = np.zeros(len(shared) + int(drawn.names.sum()), np.int64)
    first[profile[::-1]] = np.arange(number)[::-1]
    starts, skill, doubled, total = _profiles(asked(known, drawn, skills, seed), first, columns)
    asks = known.supposed.vacancy_hours
    hours = np.array([*([tenths(hour) for hour in pair] for pair in (asks.full, asks.part)), [-1, -1]], np.int32)
    return Vacancies(
        xyz=_places(known.jobs)[drawn.cell],
        remote=drawn.remote.astype(np.int8),
        open=_open(drawn, columns),
        kind=kind.astype(np.int32),
        profile=(kinds // 16).astype(np.int32),
        level=(kinds % 16 - 1).astype(np.int16),
        skill_start=starts,
        skill=skill,
        doubled=doubled,
        total=total,
        occupation=numbers[drawn.key[first]].astype(np.int32),
        hours=hours[drawn.hours],
        times=np.array([sum(1 << at for at in slots or ()) for slots in TIMES.values()], np.int32)[drawn.times],
        pay=_pence(drawn.most),
        licences=_licences(known, columns, drawn.unit, np.zeros(number, np.bool_)),
        demands=_demands(known, columns, drawn),
        quality=_quality(known, columns, drawn),
        rank=np.arange(number, dtype=np.int32),
    )


def _places(ground: Ground) -> Array:
    return np.array([vector(ground.point(cell)) for cell in range(len(ground.codes))])


def _reaches(drawn: PeopleDrawn, columns: Columns) -> Array:
    minutes, which = np.unique(drawn.minutes, return_inverse=True)
    travel = columns.by.travel
    table = np.array([[travel.km(Reach(mode, minutes=float(most))) for most in minutes.tolist()] for mode in Mode])
    return table.reshape(len(Mode), len(minutes))[drawn.mode, which]


def _occupations(known: World, drawn: PeopleDrawn, columns: Columns) -> tuple[Array, Array, Array]:
    """What they have done and want, each once: where each list begins, the occupations, and how much each counts."""
    numbers = np.array([columns.occupations[key] for key in known.work.keys])
    several = np.stack([np.where(side >= 0, numbers[side], -1) for side in (drawn.key, drawn.second, drawn.wants)], axis=1)
    done, wants = several[:, :2], several[:, 2:]
    again = (done == wants) & (wants >= 0)
    counts = np.concatenate((np.where(again, _WANTED, columns.by.weights.done), np.full_like(wants, _WANTED)), axis=1)
    kept = several >= 0
    kept[:, 2] &= ~again.any(axis=1)
    starts = np.concatenate(([0], np.cumsum(kept.sum(axis=1)))).astype(np.int64)
    return starts, several[kept].astype(np.int32), counts[kept].astype(np.int32)


def _licences(known: World, columns: Columns, unit: Array, drives: Array) -> Array:
    sets = [licences(known, at, drives=driving) for driving in (False, True) for at in range(len(known.work.units))]
    return columns.masks("licence", sets)[unit + len(known.work.units) * drives]


def _limits(known: World, columns: Columns, drawn: PeopleDrawn) -> Array:
    masks = np.append(columns.masks("demand", (frozenset({key}) for key in known.supposed.limits.keys)), 0)
    return masks[drawn.limits[:, 0]] | masks[drawn.limits[:, 1]]


def _demands(known: World, columns: Columns, drawn: VacanciesDrawn) -> Array:
    masks = columns.masks("demand", (frozenset({key}) for key in known.supposed.demands.keys))
    return (drawn.demands * masks[np.newaxis, :]).sum(axis=1).astype(np.int64)


def _levels(known: World, columns: Columns, contract: Contract) -> Array:
    """The level each place in `Work.keys` asks for as matching takes it; -1 where none."""
    levels = []
    for unit, (start, end) in enumerate(pairwise(known.work.key_starts.tolist())):
        said = level_asked(known, unit)
        for key in known.work.keys[start:end]:
            asked_for, _ = level_taken(
                Vacancy("", "", occupation=key, level=said, contract=contract), known.catalogue, columns.by
            )
            levels.append(-1 if asked_for is None else asked_for)
    return np.array(levels)


def _open(drawn: VacanciesDrawn, columns: Columns) -> Array:
    """1 for paid work that pays what the law asks for, or does not say."""
    least = np.array([pence(lawful(contract, columns.by)) for contract in Contract])[drawn.contract]
    pay, unpaid = _pence(drawn.most), drawn.contract == list(Contract).index(Contract.VOLUNTARY)
    return (((pay < 0) | (pay >= least)) & ~unpaid).astype(np.int8)


def _profiles(lists: tuple[Lists, Lists], first: Array, columns: Columns) -> tuple[Array, Array, Array, Array]:
    """The skills of each profile as those of the first vacancy that has it, essential ones first, and their weight together."""
    rarity = columns.rules().weight.astype(np.int64)
    sizes = [lists_of.starts[first + 1] - lists_of.starts[first] for lists_of in lists]
    starts = np.concatenate(([0], np.cumsum(sizes[0] + sizes[1]))).astype(np.int64)
    skill, doubled = np.empty(starts[-1], np.int32), np.empty(starts[-1], np.int8)
    begins = starts[:-1]
    for lists_of, size, times in zip(lists, sizes, (2, 1), strict=True):
        within = np.arange(int(size.sum())) - np.repeat(np.cumsum(size) - size, size)
        to = np.repeat(begins, size) + within
        skill[to] = lists_of.skills[np.repeat(lists_of.starts[first], size) + within]
        doubled[to] = times
        begins = begins + size
    sums = np.concatenate(([0], np.cumsum(rarity[skill] * doubled)))
    return starts, skill, doubled, (sums[starts[1:]] - sums[starts[:-1]]).astype(np.int32)


def _pence(pounds: Array) -> Array:
    """Pay to the penny in whole pence; -1 where none is stated."""
    return np.where(np.isnan(pounds), -1, np.rint(np.nan_to_num(pounds) * 100)).astype(np.int32)


def _quality(known: World, columns: Columns, drawn: VacanciesDrawn) -> Array:
    """Quality, worked out once for vacancies that are alike in all it hangs on."""
    kinds = list(Contract)
    asks = known.supposed.vacancy_hours
    hours = (asks.full, asks.part, None)
    sides: tuple[Any, ...] = (_pence(drawn.least), drawn.contract, drawn.hours, drawn.training, drawn.protects >= 0)
    different, which = np.unique(np.stack(sides, axis=1), axis=0, return_inverse=True)
    points = [
        quality(
            Vacancy(
                "",
                "",
                pay=None if least < 0 else Pay(least / 100, least / 100),
                contract=kinds[contract],
                hours=hours[worked],
                training=bool(training),
                protects=frozenset({known.supposed.protects.keys[0]} if protects else ()),
            ),
            columns.by,
        ).least
        for least, contract, worked, training, protects in different.tolist()
    ]
    return np.array(points, np.int32)[which.reshape(-1)]
