"""Matching everybody: partitions handed to the compiled kernels, one in each thread."""

import os
from collections import deque
from collections.abc import Callable, Iterable
from concurrent.futures import Future, ThreadPoolExecutor

from levelling.jobs.matching import kernel, kernel_people
from levelling.jobs.matching.arrays import Array, People, Rules, Vacancies
from levelling.jobs.matching.best import Best, Few
from levelling.jobs.matching.partitions import Partition, from_home, partitions, rounds_of_vacancies
from levelling.jobs.matching.rows import Everybody, Near, vacancy_rows


def vacancies_for_people(people: People, vacancies: Vacancies, rules: Rules, k: int, *, workers: int = 0) -> Best:
    """The best `k` vacancies for each person, exactly."""
    # Nobody is in two partitions of one round, so that threads never meet.
    rounds = (partitions(people, vacancies), from_home(people, vacancies))
    return _best(kernel.best_vacancies, rounds, people, vacancies, rules, Few.none(len(people.level), k), workers)


def people_for_vacancies(people: People, vacancies: Vacancies, rules: Rules, k: int, *, workers: int = 0) -> Best:
    """The best `k` people for each vacancy, exactly."""
    # No vacancy is in two partitions of one round.
    rounds = rounds_of_vacancies(people, vacancies)
    return _best(kernel_people.best_people, rounds, people, vacancies, rules, Few.none(len(vacancies.rank), k), workers)


def _best(
    of_partition: Callable[[Everybody, Array, Vacancies, Near, Rules, Few], None],
    rounds: Iterable[Iterable[Partition]],
    people: People,
    vacancies: Vacancies,
    rules: Rules,
    found: Few,
    workers: int,
) -> Best:
    """What is found in all partitions, round by round, by what finds it in one."""
    everybody, rows = Everybody.of(people, rules), vacancy_rows(vacancies)

    def one(part: Partition) -> None:
        near = Near(part.near, part.near, rows[part.near])
        of_partition(everybody, part.who, vacancies, near, rules, found)

    for parts in rounds:
        _each(one, parts, workers)
    return found.told()


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
