"""The best people for each vacancy, exactly, compiled: the other way round, by the same rules.

One call does one partition: some vacancies, and everybody who might reach one of them. People of the vacancy's family of
occupations come first; the rest are looked at only for vacancies whose best few might still be bettered without kinship.
"""

from typing import NamedTuple

import numpy as np

from levelling.jobs.matching.arrays import Array, Rules, Vacancies
from levelling.jobs.matching.best import Few
from levelling.jobs.matching.compiling import compiled
from levelling.jobs.matching.index import FAMILIES, family_of, runs, turned
from levelling.jobs.matching.keeping import keep, to_enter
from levelling.jobs.matching.pairs import Row, allowed, before_level, level_points, likeness, may_reach, most_without_kinship
from levelling.jobs.matching.rows import Everybody, Near


class _Kind(NamedTuple):
    """What the vacancies of one kind have in common; `number` tells it from the others of its partition."""

    number: int
    occupation: int
    level: int
    total: int
    skills: Array


class _Sheet(NamedTuple):
    """What is worked out for one kind of vacancies at a time: what people share with it, and chains from the best fit down.

    `worth` is what the kind gives for each skill; `level` people's own; `looked` holds the number of the last kind for which a
    person was looked at as kindred.
    """

    worth: Array
    level: Array
    shared: Array
    likes: Array
    looked: Array
    touched: Array
    first: Array
    following: Array


@compiled
def _sheet(level: Array, skills: int) -> _Sheet:
    people = len(level)
    return _Sheet(
        np.zeros(skills, np.int32),
        level,
        np.zeros(people, np.int32),
        np.zeros(people, np.int16),
        np.full(people, -1, np.int32),
        np.empty(people, np.int32),
        np.empty(101, np.int32),
        np.empty(people, np.int32),
    )


@compiled
def _kind(number: int, kind: int, vacancies: Vacancies, rules: Rules, sheet: _Sheet) -> _Kind:
    """The kind, its skills' worth put on the sheet."""
    profile = vacancies.profile[kind]
    first, last = vacancies.skill_start[profile], vacancies.skill_start[profile + 1]
    skills = vacancies.skill[first:last]
    for at in range(first, last):
        sheet.worth[vacancies.skill[at]] = rules.weight[vacancies.skill[at]] * vacancies.doubled[at]
    return _Kind(number, vacancies.occupation[profile], vacancies.level[kind], vacancies.total[profile], skills)


@compiled
def _kindred(posts: Array, kind: _Kind, everybody: Everybody, who: Array, rules: Rules, sheet: _Sheet) -> int:
    """Work out what the people of a family share with a kind, and how near its occupation is to theirs; gives how many."""
    people, number = everybody.people, 0
    for place in posts:
        if sheet.looked[place] == kind.number:  # a family may hold somebody twice
            continue
        sheet.looked[place] = kind.number
        p = who[place]
        shared = 0
        for at in range(people.skill_start[p], people.skill_start[p + 1]):
            shared += sheet.worth[people.skill[at]]
        first, last = people.occupation_start[p], people.occupation_start[p + 1]
        like = likeness(people.occupation[first:last], people.counts[first:last], kind.occupation, rules)
        if shared > 0 or like > 0:
            sheet.shared[place], sheet.likes[place] = shared, like
            sheet.touched[number] = place
            number += 1
    return number


@compiled
def _others(kind: _Kind, start: Array, posts: Array, sheet: _Sheet) -> int:
    """Add up what all but the kindred share with a kind; gives how many have any of it."""
    number = 0
    for skill in kind.skills:
        worth = sheet.worth[skill]
        if worth == 0:
            continue
        for at in range(start[skill], start[skill + 1]):
            place = posts[at]
            if sheet.looked[place] == kind.number:
                continue
            if sheet.shared[place] == 0:
                sheet.touched[number] = place
                number += 1
            sheet.shared[place] += worth
    return number


@compiled
def _chain(number: int, least: int, kind: _Kind, rules: Rules, sheet: _Sheet) -> None:
    """Put the touched people into chains by their fit, and wipe the sheet for the next."""
    sheet.first[:] = -1
    for at in range(number):
        place = sheet.touched[at]
        shared, like = sheet.shared[place], sheet.likes[place]
        sheet.shared[place] = 0
        sheet.likes[place] = 0
        if may_reach(least, shared, kind.total, like, rules):
            points = level_points(sheet.level[place], kind.level, rules)
            fit = (before_level(shared, kind.total, like, rules) + rules.parts[2] * points) // 100
            sheet.following[place] = sheet.first[fit]
            sheet.first[fit] = place


@compiled
def _take(vacancy: Row, who: Array, persons: Array, rules: Rules, sheet: _Sheet, best: Array, have: int) -> int:
    """Take the people of the chains into a vacancy's best few, from the best fit down; gives how many it has."""
    for fit in range(100, rules.least - 1, -1):
        if fit < to_enter(best, have, rules):
            break
        place = sheet.first[fit]
        while place >= 0:
            person = persons[who[place]]
            far = allowed(person, vacancy, rules.drop_unknown)
            if far >= 0:
                have = keep(who[place], fit, person.furthest, far, person.rank, best, have)
            place = sheet.following[place]
    return have


@compiled
def _take_each(alike: Near, most: int, who: Array, persons: Array, rules: Rules, sheet: _Sheet, found: Few) -> int:
    """Take the people of the chains into the best few of each vacancy of a kind that a fit of `most` can still enter.

    Gives the lowest fit that can still enter any of them.
    """
    least = 101
    for v, row in enumerate(alike.names):
        if to_enter(found.best[row], found.held[row], rules) <= most:
            found.held[row] = _take(alike.rows[v], who, persons, rules, sheet, found.best[row], found.held[row])
        least = min(least, to_enter(found.best[row], found.held[row], rules))
    return least


@compiled
def best_people(everybody: Everybody, who: Array, vacancies: Vacancies, near: Near, rules: Rules, found: Few) -> None:
    """Find the best people for some vacancies among those near them: by fit, furthest from work first, distance, rank.

    Args are those of `kernel.best_vacancies`; `found` holds, for every vacancy, person, fit, furthest, distance and rank.
    """
    people, most = everybody.people, most_without_kinship(rules)
    sheet = _sheet(people.level[who], len(rules.weight))
    family_start, kin = turned(people.occupation_start, everybody.families, who, FAMILIES)
    # Nobody's skills at first: many partitions never ask for them, and numba must know what they will be.
    skill_start, posts = turned(people.skill_start, people.skill, who[:0], len(rules.weight))
    turned_round = False
    kind_start = runs(vacancies.kind[near.at])
    for number in range(len(kind_start) - 1):
        begin, end = kind_start[number], kind_start[number + 1]
        alike = Near(near.at[begin:end], near.names[begin:end], near.rows[begin:end])
        kind = _kind(number, vacancies.kind[alike.at[0]], vacancies, rules, sheet)
        family = family_of(kind.occupation, rules)
        touched = _kindred(kin[family_start[family] : family_start[family + 1]], kind, everybody, who, rules, sheet)
        _chain(touched, rules.least, kind, rules, sheet)
        least = _take_each(alike, 100, who, everybody.rows, rules, sheet, found)
        if least <= most:
            if not turned_round:
                skill_start, posts = turned(people.skill_start, people.skill, who, len(rules.weight))
                turned_round = True
            _chain(_others(kind, skill_start, posts, sheet), least, kind, rules, sheet)
            _take_each(alike, most, who, everybody.rows, rules, sheet, found)
        sheet.worth[kind.skills] = 0
