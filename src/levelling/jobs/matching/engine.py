"""Matching everybody: partitions handed to the compiled kernel, two or more at a time."""

import os
from collections import deque
from collections.abc import Callable, Iterable
from concurrent.futures import Future, ThreadPoolExecutor

from levelling.jobs.matching import kernel, kernel_people
from levelling.jobs.matching.arrays import People, Rules, Vacancies
from levelling.jobs.matching.best import Best, Few
from levelling.jobs.matching.partitions import Partition, from_home, partitions, rounds_of_vacancies
from levelling.jobs.matching.rows import Everybody, Near, vacancy_rows


def vacancies_for_people(people: People, vacancies: Vacancies, rules: Rules, k: int, *, workers: int = 0) -> Best:
    """The best `k` vacancies for each person, exactly."""
    everybody, found = Everybody.of(people, rules), Few.none(len(people.level), k)
    rows = vacancy_rows(vacancies)

    def one(part: Partition) -> None:
        near = Near(part.near, part.near, rows[part.near])
        kernel.best_vacancies(everybody, part.who, vacancies, near, rules, found)

    # Nobody is in two partitions of one round, so that threads never meet.
    for parts in (partitions(people, vacancies), from_home(people, vacancies)):
        _each(one, parts, workers)
    return found.told()


def people_for_vacancies(people: People, vacancies: Vacancies, rules: Rules, k: int, *, workers: int = 0) -> Best:
    """The best `k` people for each vacancy, exactly."""
    everybody, found = Everybody.of(people, rules), Few.none(len(vacancies.rank), k)
    rows = vacancy_rows(vacancies)

    def one(part: Partition) -> None:
        near = Near(part.near, part.near, rows[part.near])
        kernel_people.best_people(everybody, part.who, vacancies, near, rules, found)

    # No vacancy is in two partitions of one round.
    for parts in rounds_of_vacancies(people, vacancies):
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
