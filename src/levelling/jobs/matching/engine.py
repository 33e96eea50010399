"""Matching everybody: partitions handed to the compiled kernel, two or more at a time."""

import os
from collections import deque
from collections.abc import Callable, Iterable
from concurrent.futures import Future, ThreadPoolExecutor
from dataclasses import dataclass

import numpy as np

from levelling.jobs.matching import kernel
from levelling.jobs.matching.arrays import Array, People, Rules, Vacancies
from levelling.jobs.matching.partitions import Partition, from_home, partitions


@dataclass(frozen=True, slots=True)
class Best:
    """The best few for each, best first.

    Attributes:
        index: Int32 `[n, k]`: whom or what was matched, by row; -1 where there are no more.
        fit: Int32 `[n, k]`: 0 to 100.
        second: Int32 `[n, k]`: what decides between equal fits: the quality of a vacancy, or 1 for people furthest from work.
        hectometres: Int32 `[n, k]`: straight distance in 100 m; 0 for work from home.
    """

    index: Array
    fit: Array
    second: Array
    hectometres: Array


def vacancies_for_people(people: People, vacancies: Vacancies, rules: Rules, k: int, *, workers: int = 0) -> Best:
    """The best `k` vacancies for each person, exactly."""
    best, held = empty(len(people.level), k)

    def one(part: Partition) -> None:
        one_partition(people, vacancies, part, part.near, rules, (best, held))

    # Nobody is in two partitions of one round, so that threads never meet.
    _each(one, partitions(people, vacancies), workers)
    _each(one, from_home(people, vacancies), workers)
    return told(best, held)


def one_partition(
    people: People, vacancies: Vacancies, part: Partition, names: Array, rules: Rules, found: tuple[Array, Array]
) -> None:
    """Match the people of one partition, on whatever machine.

    Args:
        people: The people that `part.who` numbers.
        vacancies: The vacancies that `part.near` numbers.
        part: The partition.
        names: What each vacancy of `part.near` is called in the answer.
        rules: What fit is worked out with.
        found: What `empty` gave, and what earlier partitions left there; changed in place.
    """
    kernel.best_vacancies(people, part.who, taken(vacancies, part.near), names, rules, *found)


def people_for_vacancies(people: People, vacancies: Vacancies, rules: Rules, k: int) -> Best:
    """The best `k` people for each vacancy, exactly."""
    best, held = empty(len(vacancies.kind), k)

    def one(part: Partition) -> None:
        # Rows of `who` are people here, and `near` the vacancies; threads would meet at a vacancy, so there is one.
        kernel.best_people(people, part.who, taken(vacancies, part.near), part.near, rules, best, held)

    for part in (*partitions(people, vacancies), *from_home(people, vacancies)):
        one(part)
    return told(best, held)


_BY_ROW = ("xyz", "remote", "open", "kind", "hours", "times", "pay", "licences", "demands", "quality", "rank")


def taken(vacancies: Vacancies, rows: Array) -> Vacancies:
    """Some of the vacancies, lying together in memory: what a partition looks at is near at hand."""
    return vacancies._replace(**{name: getattr(vacancies, name)[rows] for name in _BY_ROW})


def empty(rows: int, k: int) -> tuple[Array, Array]:
    """Room for the best few of so many: matches as the kernel keeps them, and how many each has."""
    return np.zeros((rows, k, 5), np.int32), np.zeros(rows, np.int32)


def _each(work: Callable[[Partition], None], parts: Iterable[Partition], workers: int) -> None:
    """Work through partitions in threads, with few of them in memory at a time."""
    count = workers or os.cpu_count() or 1
    if count == 1:
        for part in parts:
            work(part)
        return
    with ThreadPoolExecutor(count) as pool:
        waiting: deque[Future[None]] = deque()
        for part in parts:
            waiting.append(pool.submit(work, part))
            if len(waiting) > 4 * count:
                waiting.popleft().result()
        for one in waiting:
            one.result()


def told(best: Array, held: Array) -> Best:
    """What the kernel kept, with what is not there marked."""
    there = np.arange(best.shape[1])[None, :] < held[:, None]
    return Best(
        np.where(there, best[:, :, 0], -1),
        np.where(there, best[:, :, 1], 0),
        np.where(there, best[:, :, 2], 0),
        np.where(there, best[:, :, 3], 0),
    )
