"""The best vacancies for each person, exactly, compiled. Whole numbers throughout, so that no order of adding changes a score.

One call does one partition: some people, and every vacancy they might reach. Vacancies with the same skills and occupation (a
profile) and level (a kind) fit a person alike. So fit is worked out for profiles, by an inverted index of their skills;
profiles are taken up from the best fit down; and limits are looked at only for their vacancies, until nothing left can enter
the best few.

Profiles of the families of occupations that the person wants or has worked in come first. Without that kinship even the best
fit is much lower, so that the rest (nearly all there is) is looked at only where it can still enter the best few.
"""

from typing import NamedTuple

import numpy as np

from levelling.jobs.matching.arrays import Array, Rules, Vacancies
from levelling.jobs.matching.best import Few
from levelling.jobs.matching.compiling import compiled
from levelling.jobs.matching.index import Profiles, family_of, first_from, profiles_of
from levelling.jobs.matching.keeping import keep, to_enter
from levelling.jobs.matching.pairs import allowed, before_level, level_points, likeness, may_reach, most_without_kinship
from levelling.jobs.matching.rows import Everybody, Near


class _Seeker(NamedTuple):
    """One person: what they bring, where in `rows` limits look, and their best few, which are changed in place."""

    skills: Array
    occupations: Array
    counts: Array
    level: int
    rows: Array
    number: int
    best: Array


@compiled
def _seeker(everybody: Everybody, p: int, found: Few) -> _Seeker:
    people = everybody.people
    first, last = people.occupation_start[p], people.occupation_start[p + 1]
    return _Seeker(
        people.skill[people.skill_start[p] : people.skill_start[p + 1]],
        people.occupation[first:last],
        people.counts[first:last],
        people.level[p],
        everybody.rows,
        p,
        found.best[p],
    )


class _Sheet(NamedTuple):
    """What is worked out for one person at a time: first for each profile, then chains from the best fit down.

    A chain begins at `first`, one for each fit of 0 to 100, and goes on in `following`; profiles stand at the best fit any of
    their kinds can have, kinds at their own.
    """

    spans: Array
    others: Array
    shared: Array
    likes: Array
    touched: Array
    base: Array
    first_profile: Array
    following_profile: Array
    first_kind: Array
    following_kind: Array


@compiled
def _sheet(profiles: int, kinds: int, spans: int) -> _Sheet:
    return _Sheet(
        np.empty((spans, 2), np.int64),
        np.empty((spans + 1, 2), np.int64),
        np.zeros(profiles, np.int32),
        np.zeros(profiles, np.int16),
        np.empty(profiles, np.int32),
        np.empty(profiles, np.int32),
        np.empty(101, np.int32),
        np.empty(profiles, np.int32),
        np.empty(101, np.int32),
        np.empty(kinds, np.int32),
    )


@compiled
def _kindred(occupations: Array, profiles: Profiles, rules: Rules, spans: Array) -> int:
    """The spans of places that hold the families of a person's occupations, rising; gives how many."""
    number = 0
    for occupation in occupations:
        family = family_of(occupation, rules)
        low, high = profiles.family_start[family], profiles.family_start[family + 1]
        at = number
        while at > 0 and spans[at - 1, 0] > low:
            at -= 1
        if low == high or (at > 0 and spans[at - 1, 0] == low):
            continue
        for later in range(number, at, -1):
            spans[later] = spans[later - 1]
        spans[at, 0], spans[at, 1] = low, high
        number += 1
    return number


@compiled
def _between(spans: Array, end: int, others: Array) -> int:
    """What lies between some spans, from the first place up to `end`; gives how many spans that is."""
    low = 0
    for at in range(len(spans)):
        others[at, 0], others[at, 1] = low, spans[at, 0]
        low = spans[at, 1]
    others[len(spans), 0], others[len(spans), 1] = low, end
    return len(spans) + 1


@compiled
def _touch(skills: Array, spans: Array, profiles: Profiles, rules: Rules, sheet: _Sheet) -> int:
    """Add up what a person's skills share with the profiles of some spans; gives how many have any of it."""
    number = 0
    for skill in skills:
        worth = rules.weight[skill]
        at, end = profiles.skill_start[skill], profiles.skill_start[skill + 1]
        if worth == 0:
            continue
        for span in range(len(spans)):
            if at == end:
                break
            at = first_from(profiles.posts, at, end, 2 * spans[span, 0])
            high = 2 * spans[span, 1]
            while at < end and profiles.posts[at] < high:
                post = profiles.posts[at]
                place = post >> 1
                so_far = sheet.shared[place]
                if so_far == 0:
                    sheet.touched[number] = place
                    number += 1
                sheet.shared[place] = so_far + (worth << (post & 1))
                at += 1
    return number


@compiled
def _liken(number: int, one: _Seeker, spans: Array, profiles: Profiles, rules: Rules, sheet: _Sheet) -> int:
    """Note how near the occupation of each profile of some spans is; gives how many have that or a skill in common."""
    occupation, like = -1, 0
    for span in range(len(spans)):
        for place in range(spans[span, 0], spans[span, 1]):
            if profiles.occupation[place] != occupation:
                occupation = profiles.occupation[place]
                like = likeness(one.occupations, one.counts, occupation, rules)
            if like > 0 and sheet.shared[place] == 0:
                sheet.touched[number] = place
                number += 1
            sheet.likes[place] = like
    return number


@compiled
def _chain(number: int, least: int, profiles: Profiles, rules: Rules, sheet: _Sheet) -> None:
    """Put the touched profiles into chains by the best fit their kinds can have, and wipe the sheet for the next."""
    full = rules.parts[2] * rules.levels[0]
    sheet.first_profile[:] = -1
    sheet.first_kind[:] = -1
    for at in range(number):
        place = sheet.touched[at]
        shared, like, total = sheet.shared[place], sheet.likes[place], profiles.total[place]
        sheet.shared[place] = 0
        sheet.likes[place] = 0
        if may_reach(least, shared, total, like, rules):
            sheet.base[place] = before_level(shared, total, like, rules)
            most = (sheet.base[place] + full) // 100
            sheet.following_profile[place] = sheet.first_profile[most]
            sheet.first_profile[most] = place


@compiled
def _unfold(fit: int, has: int, profiles: Profiles, rules: Rules, sheet: _Sheet) -> None:
    """Put the kinds of the profiles that stand at a fit into chains by their own fit, which is this one or a lower one."""
    place = sheet.first_profile[fit]
    while place >= 0:
        for kind in range(profiles.first[place], profiles.last[place]):
            points = level_points(has, profiles.level[kind], rules)
            own = (sheet.base[place] + rules.parts[2] * points) // 100
            sheet.following_kind[kind] = sheet.first_kind[own]
            sheet.first_kind[own] = kind
        place = sheet.following_profile[place]


@compiled
def _take(number: int, one: _Seeker, have: int, near: Near, profiles: Profiles, rules: Rules, sheet: _Sheet) -> int:
    """Take the vacancies of the touched profiles into a person's best few, from the best fit down; gives how many they have."""
    person, best, size = one.rows[one.number], one.best, one.best.shape[0]
    _chain(number, to_enter(best, have, rules), profiles, rules, sheet)
    for fit in range(100, rules.least - 1, -1):
        if fit < to_enter(best, have, rules):
            break
        _unfold(fit, one.level, profiles, rules, sheet)
        kind = sheet.first_kind[fit]
        while kind >= 0:
            for v in range(profiles.kind_start[kind], profiles.kind_start[kind + 1]):
                vacancy = near.rows[v]
                # The rest of this kind is no better, so that it cannot enter either.
                if have == size and fit == best[size - 1, 1] and vacancy.quality < best[size - 1, 2]:
                    break
                far = allowed(person, vacancy, rules.drop_unknown)
                if far >= 0:
                    have = keep(near.names[v], fit, vacancy.quality, far, vacancy.rank, best, have)
            kind = sheet.following_kind[kind]
    return have


@compiled
def best_vacancies(everybody: Everybody, who: Array, vacancies: Vacancies, near: Near, rules: Rules, found: Few) -> None:
    """Find the best vacancies of some people among those near them.

    Args:
        everybody: Everybody.
        who: Rows of the people of this partition.
        vacancies: Every vacancy, for what is told by kind or by profile.
        near: The vacancies of this partition.
        rules: What fit is worked out with.
        found: For everybody: vacancy, fit, quality, distance, rank. What is there already is kept where better.
    """
    profiles = profiles_of(vacancies, vacancies.kind[near.at], rules)
    most = 0
    for p in who:
        most = max(most, everybody.people.occupation_start[p + 1] - everybody.people.occupation_start[p])
    sheet = _sheet(len(profiles.first), len(profiles.kind_start) - 1, most)
    for p in who:
        one, have = _seeker(everybody, p, found), found.held[p]

        kindred = sheet.spans[: _kindred(one.occupations, profiles, rules, sheet.spans)]
        touched = _liken(_touch(one.skills, kindred, profiles, rules, sheet), one, kindred, profiles, rules, sheet)
        have = _take(touched, one, have, near, profiles, rules, sheet)
        if to_enter(one.best, have, rules) <= most_without_kinship(rules):
            others = sheet.others[: _between(kindred, len(profiles.first), sheet.others)]
            have = _take(_touch(one.skills, others, profiles, rules, sheet), one, have, near, profiles, rules, sheet)
        found.held[p] = have
