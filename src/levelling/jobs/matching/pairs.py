"""One pair at a time, compiled: distance, limits, likeness of occupations, points. What `limits` and `fit` say, for arrays."""

import math
from typing import Any

import numpy as np

from levelling.jobs.matching.arrays import NO_LIMIT, Array, Rules
from levelling.jobs.matching.compiling import compiled
from levelling.jobs.travel import EARTH

FAR = 2**31 - 1
"""A distance that is not known."""
Row = Any
"""What limits look at of a person or of a vacancy; see `rows`."""


@compiled
def hectometres(one: Row, other: Row) -> int:
    """Straight distance between two points of a unit sphere, in whole 100 m; `FAR` where either is unknown."""
    x, y, z = one.x - other.x, one.y - other.y, one.z - other.z
    metres = math.sqrt(x * x + y * y + z * z) * EARTH * 10.0
    if math.isnan(metres):
        return FAR
    return int(math.floor(metres + 0.5))  # noqa: RUF046 - it is not one to numba


@compiled
def allowed(person: Row, vacancy: Row, drop_unknown: bool) -> int:
    """Distance in 100 m where no limit is broken, 0 for work from home; -1 where one is."""
    if not vacancy.open:
        return -1
    if vacancy.remote:
        far = 0
    else:
        far = hectometres(person, vacancy)
        if far == FAR or far > person.reach:
            return -1
    if vacancy.licences & ~person.licences or vacancy.demands & person.limits:
        return -1
    if vacancy.times & ~person.times or 0 <= vacancy.pay < person.floor:
        return -1
    if vacancy.least >= 0 and (vacancy.least > person.most or vacancy.most < person.least):
        return -1
    if drop_unknown and _unknown(person, vacancy):
        return -1
    return far


@compiled
def _unknown(person: Row, vacancy: Row) -> bool:
    if vacancy.pay < 0:
        return True
    if vacancy.least < 0 and (person.least > 0 or person.most < NO_LIMIT):
        return True
    return bool(vacancy.times == 0 and person.times != -1)


@compiled
def likeness(theirs: Array, counts: Array, occupation: int, rules: Rules) -> int:
    """How near an occupation is to the nearest a person wants or has done, 0 to 100.

    Args:
        theirs: Their occupations, by number.
        counts: How much each counts, out of 100.
        occupation: The occupation; -1 where it is not known.
        rules: What fit is worked out with.
    """
    if occupation < 0:
        return 0
    best = 0
    unit = rules.unit[occupation]
    for own, count in zip(theirs, counts):  # noqa: B905 - numba has no strict
        if own == occupation:
            like = rules.likeness[0]
        elif rules.unit[own] == unit:
            like = rules.likeness[1]
        elif rules.unit[own] // 10 == unit // 10:
            like = rules.likeness[2]
        else:
            continue
        best = max(best, like * count // 100)
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


@compiled
def may_reach(fit: int, shared: int, total: int, like: int, rules: Rules) -> bool:
    """Whether a fit can be reached with full points for the level; by multiplying, which is quicker than dividing."""
    wanted = 100 * fit - rules.parts[2] * rules.levels[0] - rules.parts[1] * like
    return bool(rules.parts[0] * 100 * shared >= wanted * total) if total > 0 else bool(wanted <= 0)


@compiled
def most_without_kinship(rules: Rules) -> int:
    """The best fit there can be without kinship of occupation."""
    return int((100 * rules.parts[0] + rules.parts[2] * rules.levels[0]) // 100)
