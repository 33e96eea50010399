"""The exact best few for each, compiled. Whole numbers throughout, so that no order of adding changes a score.

One call does one partition: some people, and every vacancy they might reach. Vacancies with the same skills and occupation (a
profile) and level (a kind) fit a person alike. So fit is worked out for profiles, by an inverted index of their skills;
profiles are taken up from the best fit down; and limits are looked at only for their vacancies, until nothing left can enter
the best few.
"""

import math
from collections.abc import Callable
from typing import Any, NamedTuple, TypeVar

import numba
import numpy as np

from levelling.jobs.matching.arrays import Array, People, Rules, Vacancies

EARTH = 6371.0
"""Mean radius of the earth in kilometres."""
FAR = 2**31 - 1
_Function = TypeVar("_Function", bound=Callable[..., Any])


def _jit(function: _Function) -> _Function:
    """Compile when first called, and keep the machine code (nothing else) beside this file or in the user's cache folder."""
    njit: Any = numba.njit
    compiled: _Function
    try:
        compiled = njit(nogil=True, cache=True, error_model="numpy")(function)
    except RuntimeError:  # no folder may be written
        compiled = njit(nogil=True, error_model="numpy")(function)
    return compiled


@_jit
def hectometres(one: Array, other: Array) -> int:
    """Straight distance between two points of a unit sphere, in whole 100 m; `FAR` where either is unknown."""
    x, y, z = one[0] - other[0], one[1] - other[1], one[2] - other[2]
    metres = math.sqrt(x * x + y * y + z * z) * EARTH * 10.0
    if math.isnan(metres):
        return FAR
    return int(math.floor(metres + 0.5))  # noqa: RUF046 - it is not one to numba


@_jit
def allowed(people: People, p: int, vacancies: Vacancies, v: int, drop_unknown: bool) -> int:
    """Distance in 100 m where no limit is broken, 0 for work from home; -1 where one is."""
    if not vacancies.open[v]:
        return -1
    if vacancies.remote[v]:
        far = 0
    else:
        far = hectometres(people.xyz[p], vacancies.xyz[v])
        if far == FAR or far > people.reach[p] * 10.0:
            return -1
    if vacancies.licences[v] & ~people.licences[p] or vacancies.demands[v] & people.limits[p]:
        return -1
    if vacancies.times[v] & ~people.times[p] or 0 <= vacancies.pay[v] < people.floor[p]:
        return -1
    least, most = vacancies.hours[v]
    if least >= 0 and (least > people.hours[p, 1] or most < people.hours[p, 0]):
        return -1
    if drop_unknown and _unknown(people, p, vacancies, v):
        return -1
    return far


@_jit
def _unknown(people: People, p: int, vacancies: Vacancies, v: int) -> bool:
    if vacancies.pay[v] < 0:
        return True
    if vacancies.hours[v, 0] < 0 and (people.hours[p, 0] > 0 or people.hours[p, 1] < FAR):
        return True
    return bool(vacancies.times[v] == 0 and people.times[p] != -1)


@_jit
def likeness(people: People, p: int, occupation: int, rules: Rules) -> int:
    """How near an occupation is to the nearest a person wants or has done, 0 to 100."""
    if occupation < 0:
        return 0
    best = 0
    unit = rules.unit[occupation]
    for at in range(people.occupation_start[p], people.occupation_start[p + 1]):
        theirs = people.occupation[at]
        if theirs == occupation:
            like = rules.likeness[0]
        elif rules.unit[theirs] == unit:
            like = rules.likeness[1]
        elif rules.unit[theirs] // 10 == unit // 10:
            like = rules.likeness[2]
        else:
            continue
        like = like * people.counts[at] // 100
        best = max(best, like)
    return best


@_jit
def level_points(has: int, asks: int, rules: Rules) -> int:
    """Points for the level of a person's qualifications against what is asked for."""
    if asks < 0:
        return int(rules.levels[0])
    if has < 0:
        return int(rules.level_unknown)
    short = max(asks - has, 0)
    return int(rules.levels[short]) if short < len(rules.levels) else 0


@_jit
def before_level(shared: int, total: int, like: int, rules: Rules) -> int:
    """What skills and occupation bring to a fit, before it is divided by 100."""
    skills = np.int32(100 * shared) // np.int32(total) if total > 0 else 0
    return int(rules.parts[0] * skills + rules.parts[1] * like)


@_jit
def _before(fit: int, quality: int, far: int, rank: int, best: Array, at: int) -> bool:
    if fit != best[at, 1]:
        return bool(fit > best[at, 1])
    if quality != best[at, 2]:
        return bool(quality > best[at, 2])
    if far != best[at, 3]:
        return bool(far < best[at, 3])
    return bool(rank < best[at, 4])


@_jit
def _keep(index: int, fit: int, quality: int, far: int, rank: int, best: Array, held: int) -> int:
    """Put a match into its place among the best few; gives how many there are now."""
    size = best.shape[0]
    if held == size and not _before(fit, quality, far, rank, best, size - 1):
        return held
    at = held if held < size else size - 1
    while at > 0 and _before(fit, quality, far, rank, best, at - 1):
        best[at] = best[at - 1]
        at -= 1
    best[at, 0], best[at, 1], best[at, 2], best[at, 3], best[at, 4] = index, fit, quality, far, rank
    return int(min(held + 1, size))


@_jit
def _index(profiles: Array, vacancies: Vacancies, skills: int) -> tuple[Array, Array]:
    """An inverted index: for each skill the profiles that ask for it, by place; negative where the skill is essential."""
    start = np.zeros(skills + 1, np.int64)
    for profile in profiles:
        for at in range(vacancies.skill_start[profile], vacancies.skill_start[profile + 1]):
            start[vacancies.skill[at] + 1] += 1
    for skill in range(skills):
        start[skill + 1] += start[skill]
    fill = start.copy()
    local = np.empty(start[skills], np.int32)
    for number, profile in enumerate(profiles):
        for at in range(vacancies.skill_start[profile], vacancies.skill_start[profile + 1]):
            skill = vacancies.skill[at]
            local[fill[skill]] = ~number if vacancies.doubled[at] == 2 else number
            fill[skill] += 1
    return start, local


@_jit
def _families(profiles: Array, vacancies: Vacancies, rules: Rules) -> tuple[Array, Array]:
    """For each ISCO minor group the profiles in it, by place."""
    start = np.zeros(1002, np.int64)
    for profile in profiles:
        if vacancies.occupation[profile] >= 0:
            start[rules.unit[vacancies.occupation[profile]] // 10 + 1] += 1
    for group in range(1001):
        start[group + 1] += start[group]
    fill = start.copy()
    local = np.empty(start[1001], np.int32)
    for number, profile in enumerate(profiles):
        if vacancies.occupation[profile] >= 0:
            group = rules.unit[vacancies.occupation[profile]] // 10
            local[fill[group]] = number
            fill[group] += 1
    return start, local


@_jit
def _runs(values: Array) -> Array:
    """Where each run of one value begins, and the end of all."""
    starts = np.empty(len(values) + 1, np.int64)
    count = 0
    for at in range(len(values)):
        if at == 0 or values[at] != values[at - 1]:
            starts[count] = at
            count += 1
    starts[count] = len(values)
    return starts[: count + 1]


class _Local(NamedTuple):
    """What a partition's vacancies look like from near.

    Three levels of runs (profiles, their kinds, their vacancies), and what skills and families lead to.
    """

    kind_start: Array
    kinds: Array
    profile_start: Array
    profiles: Array
    totals: Array
    skill_start: Array
    skill_posts: Array
    family_start: Array
    family_posts: Array


class _Sheet(NamedTuple):
    """What is worked out for one person at a time: first for each profile, then chains from the best fit down.

    A chain begins at `first`, one for each fit of 0 to 100, and goes on in `following`; profiles stand at the best fit any of
    their kinds can have, kinds at their own.
    """

    shared: Array
    likes: Array
    seen: Array
    touched: Array
    base: Array
    first_profile: Array
    following_profile: Array
    first_kind: Array
    following_kind: Array


@_jit
def _local(vacancies: Vacancies, rules: Rules) -> _Local:
    kind_start = _runs(vacancies.kind)
    kinds = vacancies.kind[kind_start[:-1]]
    profile_start = _runs(vacancies.profile[kinds])
    profiles = vacancies.profile[kinds[profile_start[:-1]]]
    skill_start, skill_posts = _index(profiles, vacancies, len(rules.weight))
    family_start, family_posts = _families(profiles, vacancies, rules)
    return _Local(
        kind_start,
        kinds,
        profile_start,
        profiles,
        vacancies.total[profiles],
        skill_start,
        skill_posts,
        family_start,
        family_posts,
    )


@_jit
def _sheet(profiles: int, kinds: int) -> _Sheet:
    return _Sheet(
        np.zeros(profiles, np.int32),
        np.zeros(profiles, np.int16),
        np.zeros(profiles, np.int8),
        np.empty(profiles, np.int32),
        np.empty(profiles, np.int32),
        np.empty(102, np.int32),
        np.empty(profiles, np.int32),
        np.empty(102, np.int32),
        np.empty(kinds, np.int32),
    )


@_jit
def _touch(people: People, p: int, vacancies: Vacancies, local: _Local, rules: Rules, sheet: _Sheet) -> int:
    """Add up what a person shares with each profile, and how near its occupation is; gives how many have anything of either."""
    number = 0
    for at in range(people.skill_start[p], people.skill_start[p + 1]):
        skill = people.skill[at]
        worth = rules.weight[skill]
        for place in range(local.skill_start[skill], local.skill_start[skill + 1]):
            profile = local.skill_posts[place]
            gain = worth
            if profile < 0:
                profile = ~profile
                gain = 2 * worth
            sheet.shared[profile] += gain
            if not sheet.seen[profile]:
                sheet.seen[profile] = 1
                sheet.touched[number] = profile
                number += 1
    for at in range(people.occupation_start[p], people.occupation_start[p + 1]):
        group = rules.unit[people.occupation[at]] // 10
        for place in range(local.family_start[group], local.family_start[group + 1]):
            profile = local.family_posts[place]
            if sheet.likes[profile] == 0:
                sheet.likes[profile] = likeness(people, p, vacancies.occupation[local.profiles[profile]], rules)
                if not sheet.seen[profile]:
                    sheet.seen[profile] = 1
                    sheet.touched[number] = profile
                    number += 1
    return number


@_jit
def _chain(number: int, local: _Local, rules: Rules, sheet: _Sheet) -> None:
    """Put the touched profiles into chains by the best fit their kinds can have, and wipe the sheet for the next person."""
    full = rules.parts[2] * rules.levels[0]
    sheet.first_profile[:] = -1
    sheet.first_kind[:] = -1
    for at in range(number):
        profile = sheet.touched[at]
        if sheet.shared[profile] > 0 or sheet.likes[profile] > 0:  # nothing in common but a level is no match
            sheet.base[profile] = before_level(sheet.shared[profile], local.totals[profile], sheet.likes[profile], rules)
            most = (sheet.base[profile] + full) // 100
            sheet.following_profile[profile] = sheet.first_profile[most]
            sheet.first_profile[most] = profile
        sheet.shared[profile] = 0
        sheet.likes[profile] = 0
        sheet.seen[profile] = 0


@_jit
def _unfold(fit: int, has: int, vacancies: Vacancies, local: _Local, rules: Rules, sheet: _Sheet) -> None:
    """Put the kinds of the profiles that stand at a fit into chains by their own fit, which is this one or a lower one."""
    profile = sheet.first_profile[fit]
    while profile >= 0:
        for place in range(local.profile_start[profile], local.profile_start[profile + 1]):
            points = level_points(has, vacancies.level[local.kinds[place]], rules)
            own = (sheet.base[profile] + rules.parts[2] * points) // 100
            sheet.following_kind[place] = sheet.first_kind[own]
            sheet.first_kind[own] = place
        profile = sheet.following_profile[profile]


@_jit
def best_vacancies(people: People, who: Array, vacancies: Vacancies, near: Array, rules: Rules, best: Array, held: Array) -> None:
    """Find the best vacancies of some people among those near them.

    Args:
        people: Everybody.
        who: Rows of the people of this partition.
        vacancies: The vacancies of this partition alone, by kind, then quality (best first), then rank; what is told by kind or
            by profile is for all of them.
        near: Rows of these vacancies among all.
        rules: What fit is worked out with.
        best: Int32 `[everybody, k, 5]`: vacancy, fit, quality, distance, rank; what is there already is kept where better.
        held: Int32: how many of these each person has; changed in place.
    """
    local = _local(vacancies, rules)
    sheet = _sheet(len(local.profiles), len(local.kinds))
    for p in who:
        _chain(_touch(people, p, vacancies, local, rules, sheet), local, rules, sheet)
        mine, have = best[p], held[p]
        size = mine.shape[0]
        for fit in range(100, rules.least - 1, -1):
            if have == size and fit < mine[size - 1, 1]:
                break
            _unfold(fit, people.level[p], vacancies, local, rules, sheet)
            kind = sheet.first_kind[fit]
            while kind >= 0:
                for v in range(local.kind_start[kind], local.kind_start[kind + 1]):
                    quality = vacancies.quality[v]
                    # The rest of this kind is no better, so that it cannot enter either.
                    if have == size and fit == mine[size - 1, 1] and quality < mine[size - 1, 2]:
                        break
                    far = allowed(people, p, vacancies, v, rules.drop_unknown)
                    if far >= 0:
                        have = _keep(near[v], fit, quality, far, vacancies.rank[v], mine, have)
                kind = sheet.following_kind[kind]
        held[p] = have


@_jit
def best_people(people: People, near: Array, vacancies: Vacancies, which: Array, rules: Rules, best: Array, held: Array) -> None:
    """Find the best people for some vacancies among those near them: by fit, furthest from work first, distance, rank.

    Args:
        people: Everybody.
        near: Rows of the people of this partition.
        vacancies: The vacancies of this partition alone, by kind.
        which: Rows of these vacancies among all.
        rules: What fit is worked out with.
        best: Int32 `[vacancies, k, 5]`: person, fit, furthest, distance, rank.
        held: Int32: how many of these each vacancy has; changed in place.
    """
    start, local = _skills_of(people, near, len(rules.weight))
    shared = np.zeros(len(near), np.int32)
    following = np.empty(len(near), np.int32)
    first = np.empty(101, np.int32)
    for v in range(len(which)):
        kind = vacancies.kind[v]
        if v == 0 or kind != vacancies.kind[v - 1]:
            profile = vacancies.profile[kind]
            shared[:] = 0
            for at in range(vacancies.skill_start[profile], vacancies.skill_start[profile + 1]):
                worth = rules.weight[vacancies.skill[at]] * vacancies.doubled[at]
                for post in range(start[vacancies.skill[at]], start[vacancies.skill[at] + 1]):
                    shared[local[post]] += worth
            first[:] = -1
            for at in range(len(near)):
                like = likeness(people, near[at], vacancies.occupation[profile], rules)
                if shared[at] > 0 or like > 0:
                    points = level_points(people.level[near[at]], vacancies.level[kind], rules)
                    before = before_level(shared[at], vacancies.total[profile], like, rules)
                    fit = (before + rules.parts[2] * points) // 100
                    following[at] = first[fit]
                    first[fit] = at
        row = which[v]
        mine, have = best[row], held[row]
        size = mine.shape[0]
        for fit in range(100, rules.least - 1, -1):
            if have == size and fit < mine[size - 1, 1]:
                break
            at = first[fit]
            while at >= 0:
                p = near[at]
                far = allowed(people, p, vacancies, v, rules.drop_unknown)
                if far >= 0:
                    have = _keep(p, fit, people.furthest[p], far, people.rank[p], mine, have)
                at = following[at]
        held[row] = have


@_jit
def _skills_of(people: People, near: Array, skills: int) -> tuple[Array, Array]:
    """An inverted index: for each skill the people near (by their place in `near`) who have it."""
    start = np.zeros(skills + 1, np.int64)
    for p in near:
        for at in range(people.skill_start[p], people.skill_start[p + 1]):
            start[people.skill[at] + 1] += 1
    for skill in range(skills):
        start[skill + 1] += start[skill]
    fill = start.copy()
    local = np.empty(start[skills], np.int32)
    for number, p in enumerate(near):
        for at in range(people.skill_start[p], people.skill_start[p + 1]):
            local[fill[people.skill[at]]] = number
            fill[people.skill[at]] += 1
    return start, local
