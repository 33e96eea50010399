"""The exact best few for each, compiled. Whole numbers throughout, so that no order of adding changes a score.

One call does one partition: some people, and every vacancy they might reach. Vacancies with the same skills and occupation (a
profile) and level (a kind) fit a person alike. So fit is worked out for profiles, by an inverted index of their skills;
profiles are taken up from the best fit down; and limits are looked at only for their vacancies, until nothing left can enter
the best few.
"""

from typing import NamedTuple

import numpy as np

from levelling.jobs.matching.arrays import Array, People, Rules, Vacancies
from levelling.jobs.matching.pairs import allowed, before_level, compiled, level_points, likeness


@compiled
def _before(fit: int, quality: int, far: int, rank: int, best: Array, at: int) -> bool:
    if fit != best[at, 1]:
        return bool(fit > best[at, 1])
    if quality != best[at, 2]:
        return bool(quality > best[at, 2])
    if far != best[at, 3]:
        return bool(far < best[at, 3])
    return bool(rank < best[at, 4])


@compiled
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


@compiled
def _inverted(starts: Array, values: Array, rows: Array, size: int) -> tuple[Array, Array, Array]:
    """Lists turned round: for each value below `size` the rows whose lists hold it.

    Gives where each value's rows begin, the rows by their place in `rows`, and where in `values` each was found.
    """
    start = np.zeros(size + 1, np.int64)
    for row in rows:
        for at in range(starts[row], starts[row + 1]):
            start[values[at] + 1] += 1
    for value in range(size):
        start[value + 1] += start[value]
    fill = start.copy()
    places = np.empty(start[size], np.int32)
    found = np.empty(start[size], np.int64)
    for place, row in enumerate(rows):
        for at in range(starts[row], starts[row + 1]):
            to = fill[values[at]]
            places[to], found[to] = place, at
            fill[values[at]] += 1
    return start, places, found


@compiled
def _index(profiles: Array, vacancies: Vacancies, skills: int) -> tuple[Array, Array]:
    """An inverted index: for each skill the profiles that ask for it, by place; negative where the skill is essential."""
    start, places, found = _inverted(vacancies.skill_start, vacancies.skill, profiles, skills)
    for at in range(len(places)):
        if vacancies.doubled[found[at]] == 2:
            places[at] = ~places[at]
    return start, places


@compiled
def _families(profiles: Array, vacancies: Vacancies, rules: Rules) -> tuple[Array, Array]:
    """For each ISCO minor group (three digits) the profiles in it, by place; those of no occupation come under 1,000."""
    groups = np.empty(len(profiles), np.int64)
    for place, profile in enumerate(profiles):
        occupation = vacancies.occupation[profile]
        groups[place] = rules.unit[occupation] // 10 if occupation >= 0 else 1000
    everyone = np.arange(len(profiles) + 1)
    start, places, _ = _inverted(everyone, groups, everyone[:-1], 1001)
    return start, places


@compiled
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
    touched: Array
    base: Array
    first_profile: Array
    following_profile: Array
    first_kind: Array
    following_kind: Array


@compiled
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


@compiled
def _sheet(profiles: int, kinds: int) -> _Sheet:
    return _Sheet(
        np.zeros(profiles, np.int32),
        np.zeros(profiles, np.int16),
        np.empty(profiles, np.int32),
        np.empty(profiles, np.int32),
        np.empty(102, np.int32),
        np.empty(profiles, np.int32),
        np.empty(102, np.int32),
        np.empty(kinds, np.int32),
    )


@compiled
def _touch(people: People, p: int, vacancies: Vacancies, local: _Local, rules: Rules, sheet: _Sheet) -> int:
    """Add up what a person shares with each profile, and how near its occupation is; gives how many have anything of either."""
    number = 0
    for at in range(people.skill_start[p], people.skill_start[p + 1]):
        skill = people.skill[at]
        worth = rules.weight[skill]
        if worth == 0:
            continue
        for place in range(local.skill_start[skill], local.skill_start[skill + 1]):
            profile = local.skill_posts[place]
            gain = worth
            if profile < 0:
                profile = ~profile
                gain = 2 * worth
            so_far = sheet.shared[profile]
            if so_far == 0:
                sheet.touched[number] = profile
                number += 1
            sheet.shared[profile] = so_far + gain
    for at in range(people.occupation_start[p], people.occupation_start[p + 1]):
        group = rules.unit[people.occupation[at]] // 10
        for place in range(local.family_start[group], local.family_start[group + 1]):
            profile = local.family_posts[place]
            if sheet.likes[profile] == 0:
                like = likeness(people, p, vacancies.occupation[local.profiles[profile]], rules)
                if like > 0 and sheet.shared[profile] == 0:
                    sheet.touched[number] = profile
                    number += 1
                sheet.likes[profile] = like
    return number


@compiled
def _chain(number: int, local: _Local, rules: Rules, sheet: _Sheet) -> None:
    """Put the touched profiles into chains by the best fit their kinds can have, and wipe the sheet for the next person."""
    full = rules.parts[2] * rules.levels[0]
    # The share of skills without which a profile of no likeness cannot come to the least fit. Most fall short of it, and a
    # product tells sooner than the division that the fit itself needs.
    wanted = 100 * rules.least - full
    share = (wanted + rules.parts[0] - 1) // rules.parts[0] if rules.parts[0] > 0 else 0
    sheet.first_profile[:] = -1
    sheet.first_kind[:] = -1
    for at in range(number):
        profile = sheet.touched[at]
        shared, like = sheet.shared[profile], sheet.likes[profile]
        sheet.shared[profile] = 0
        sheet.likes[profile] = 0
        if like == 0 and 100 * shared < share * local.totals[profile]:
            continue
        sheet.base[profile] = before_level(shared, local.totals[profile], like, rules)
        most = (sheet.base[profile] + full) // 100
        sheet.following_profile[profile] = sheet.first_profile[most]
        sheet.first_profile[most] = profile


@compiled
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


@compiled
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


@compiled
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
    start, local, _ = _inverted(people.skill_start, people.skill, near, len(rules.weight))
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
