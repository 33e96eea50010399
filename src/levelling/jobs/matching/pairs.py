"""One pair at a time, compiled: distance, limits, likeness of occupations, points. What `limits` and `fit` say, for arrays."""

import math
from collections.abc import Callable
from typing import Any, TypeVar

import numba
import numpy as np

from levelling.jobs.matching.arrays import Array, People, Rules, Vacancies
from levelling.jobs.travel import EARTH

FAR = 2**31 - 1
_Function = TypeVar("_Function", bound=Callable[..., Any])


def compiled(function: _Function) -> _Function:
    """Compile when first called, and keep the machine code (nothing else) beside this file or in the user's cache folder."""
    njit: Any = numba.njit
    made: _Function
    try:
        made = njit(nogil=True, cache=True, error_model="numpy")(function)
    except RuntimeError:  # no folder may be written
        made = njit(nogil=True, error_model="numpy")(function)
    return made


@compiled
def hectometres(one: Array, other: Array) -> int:
    """Straight distance between two points of a unit sphere, in whole 100 m; `FAR` where either is unknown."""
    x, y, z = one[0] - other[0], one[1] - other[1], one[2] - other[2]
    metres = math.sqrt(x * x + y * y + z * z) * EARTH * 10.0
    if math.isnan(metres):
        return FAR
    return int(math.floor(metres + 0.5))  # noqa: RUF046 - it is not one to numba


@compiled
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


@compiled
def _unknown(people: People, p: int, vacancies: Vacancies, v: int) -> bool:
    if vacancies.pay[v] < 0:
        return True
    if vacancies.hours[v, 0] < 0 and (people.hours[p, 0] > 0 or people.hours[p, 1] < FAR):
        return True
    return bool(vacancies.times[v] == 0 and people.times[p] != -1)


@compiled
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


@compiled
def level_points(has: int, asks: int, rules: Rules) -> int:
    """Points for the level of a person's qualifications against what is asked for."""
    if asks < 0:
        return int(rules.levels[0])
    if has < 0:
        return int(rules.level_unknown)
    short = max(asks - has, 0)
    return int(rules.levels[short]) if short < len(rules.levels) else 0


@compiled
def before_level(shared: int, total: int, like: int, rules: Rules) -> int:
    """What skills and occupation bring to a fit, before it is divided by 100."""
    skills = np.int32(100 * shared) // np.int32(total) if total > 0 else 0
    return int(rules.parts[0] * skills + rules.parts[1] * like)
