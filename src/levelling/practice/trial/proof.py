"""How we would know: the smallest change a place's own indicator could show, when it would, and what a small pilot could.

A published 95% interval has a standard error `s`. Two figures that share no people differ with an error of `sqrt(2) s`, so the
smallest true change that would be told from chance as often as the power says is

    (z(1 - a/2) + z(power)) sqrt(2) s,

2.8 times 1.41 times the error, which is about twice the half-width of the interval.
"""

import math
from dataclasses import dataclass

from levelling.core.difference import interval_of
from levelling.core.estimate import Estimate
from levelling.practice.trial.planned import ALPHA, POWER
from levelling.practice.trial.power import both, people_for_proportions, power_for_proportions, smallest


def smallest_change(estimate: Estimate, alpha: float = ALPHA, power: float = POWER) -> float | None:
    """The smallest true change that two figures of this precision would tell from chance; `None` without an interval.

    Args:
        estimate: The baseline, with its published interval.
        alpha: Level of significance, two-sided.
        power: How often a true change of that size would be told from chance.
    """
    found = interval_of(estimate)
    return None if found is None or found.sd == 0 else both(alpha, power) * math.sqrt(2) * found.sd


def months_until_known(estimate: Estimate) -> int | None:
    """Months from a change to the first figure that is all after it: a whole period, and as long as the publisher then took.

    Returns:
        `None` where the date of publication or the length of the period is not known.
    """
    released, length = estimate.release.released, estimate.period.whole_months
    if released is None or length is None:
        return None
    wait = (released - estimate.period.end).days / _DAYS
    return None if wait < 0 else length + math.ceil(wait)


@dataclass(frozen=True, slots=True)
class Pilot:
    """What a pilot of so many people could show, each assigned by chance, half of them helped, nobody lost.

    Attributes:
        people: How many, of both arms together.
        change: The smallest change of a share that would be told from chance, whatever the share is without help.
        wanted: A change one may hope for.
        people_for_wanted: How many people that would ask for, whatever the share is without help.
    """

    people: int
    change: float | None
    wanted: float
    people_for_wanted: int


def pilot(people: int, wanted: float, alpha: float = ALPHA, power: float = POWER) -> Pilot:
    """What a pilot of so many people could show, where nobody knows how many would succeed without help.

    The hardest case is taken: shares on either side of a half, where people differ most. Elsewhere a smaller change would do.

    Example:
        >>> found = pilot(200, 0.1)
        >>> round(found.change, 3), found.people_for_wanted
        (0.197, 784)
    """
    each = people // 2
    change = smallest(lambda step: power_for_proportions(0.5 - step / 2, 0.5 + step / 2, each, alpha), power, 1e-6, 1.0)
    needed = people_for_proportions(0.5 - wanted / 2, 0.5 + wanted / 2, alpha, power)
    return Pilot(people, change, wanted, 2 * math.ceil(needed))


_DAYS = 30.44
"""Days in a month, on average."""
