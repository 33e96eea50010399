"""The index of a partition, compiled: from skills and families of occupations to the profiles or people that have them."""

from typing import NamedTuple

import numpy as np

from levelling.jobs.matching.arrays import Array, Rules, Vacancies
from levelling.jobs.matching.compiling import compiled

FAMILIES = 1001
"""ISCO minor groups (three digits), and one more for those of no known occupation."""


class Profiles(NamedTuple):
    """The profiles of a partition's vacancies, so placed that those of one family of occupations follow one another.

    Attributes:
        kind_start: Where the vacancies of each kind begin, kinds in the order of the vacancies.
        level: The level each of these kinds asks for; -1 for none.
        first: Of each place, the first of its kinds.
        last: And the one after the last.
        total: Of each place, the weight of its skills.
        occupation: Of each place; -1 where unknown.
        family_start: Where the places of each family begin.
        skill_start: Where the posts of each skill begin.
        posts: For each skill the places that ask for it, rising: twice the place, and one more where the skill is essential.
    """

    kind_start: Array
    level: Array
    first: Array
    last: Array
    total: Array
    occupation: Array
    family_start: Array
    skill_start: Array
    posts: Array


@compiled
def profiles_of(vacancies: Vacancies, kind: Array, rules: Rules) -> Profiles:
    """The profiles of some vacancies.

    Args:
        vacancies: All of them, for what is told by kind or by profile.
        kind: The kinds of those in the partition, rising.
        rules: For skills and groups of occupations.
    """
    kind_start = runs(kind)
    kinds = kind[kind_start[:-1]]
    run_start = runs(vacancies.profile[kinds])
    profiles = vacancies.profile[kinds[run_start[:-1]]]
    families = np.empty(len(profiles), np.int64)
    for place, profile in enumerate(profiles):
        families[place] = family_of(vacancies.occupation[profile], rules)
    # Those of one occupation follow one another too, so that likeness is worked out once for them.
    order = np.argsort(families * (len(rules.unit) + 1) + vacancies.occupation[profiles], kind="mergesort")
    profiles = profiles[order]
    skill_start, posts = _posts(profiles, vacancies, len(rules.weight))
    return Profiles(
        kind_start,
        vacancies.level[kinds],
        run_start[:-1][order],
        run_start[1:][order],
        vacancies.total[profiles],
        vacancies.occupation[profiles],
        np.searchsorted(families[order], np.arange(FAMILIES + 1)),
        skill_start,
        posts,
    )


@compiled
def family_of(occupation: int, rules: Rules) -> int:
    """The family of an occupation: its ISCO minor group (three digits); one of its own where it is unknown."""
    return int(rules.unit[occupation] // 10) if occupation >= 0 else FAMILIES - 1


@compiled
def runs(values: Array) -> Array:
    """Where each run of one value begins, and the end of all."""
    starts = np.empty(len(values) + 1, np.int64)
    count = 0
    for at in range(len(values)):
        if at == 0 or values[at] != values[at - 1]:
            starts[count] = at
            count += 1
    starts[count] = len(values)
    return starts[: count + 1]


@compiled
def _posts(profiles: Array, vacancies: Vacancies, skills: int) -> tuple[Array, Array]:
    """The skills of profiles turned round, as `turned` does it, with a mark for essential ones."""
    start = _starts(vacancies.skill_start, vacancies.skill, profiles, skills)
    fill = start[:-1].copy()
    posts = np.empty(start[skills], np.int32)
    for place, profile in enumerate(profiles):
        for at in range(vacancies.skill_start[profile], vacancies.skill_start[profile + 1]):
            skill = vacancies.skill[at]
            posts[fill[skill]] = 2 * place + (vacancies.doubled[at] == 2)
            fill[skill] += 1
    return start, posts


@compiled
def turned(starts: Array, values: Array, rows: Array, size: int) -> tuple[Array, Array]:
    """Lists turned round: for each value below `size` the rows whose lists hold it, by their place in `rows`."""
    start = _starts(starts, values, rows, size)
    fill = start[:-1].copy()
    places = np.empty(start[size], np.int32)
    for place, row in enumerate(rows):
        for at in range(starts[row], starts[row + 1]):
            places[fill[values[at]]] = place
            fill[values[at]] += 1
    return start, places


@compiled
def _starts(starts: Array, values: Array, rows: Array, size: int) -> Array:
    """Where the rows of each value begin once lists are turned round, and the end of all."""
    start = np.zeros(size + 1, np.int64)
    for row in rows:
        for at in range(starts[row], starts[row + 1]):
            start[values[at] + 1] += 1
    return np.cumsum(start)


@compiled
def first_from(values: Array, begin: int, end: int, least: int) -> int:
    """The first place, from `begin` on, of a value that is no less, in rising values; `end` where there is none."""
    while begin < end:
        middle = (begin + end) // 2
        if values[middle] < least:
            begin = middle + 1
        else:
            end = middle
    return begin
