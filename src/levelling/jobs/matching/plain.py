"""The same answer in NumPy alone, one person against every vacancy: for caseloads so small that compiling would take longer.

What one person sees (fit, distance, each limit by itself) also tells what lies just beyond a limit: see `board`.
"""

from dataclasses import dataclass

import numpy as np

from levelling.jobs.matching.arrays import NO_LIMIT, Array, People, Rules, Vacancies
from levelling.jobs.matching.best import Best, Few
from levelling.jobs.matching.limits import Limit
from levelling.jobs.travel import EARTH

MOST_PAIRS = 5_000_000
"""Pairs of a person and a vacancy up to which this way is taken: some seconds, where the compiled way would first compile."""


@dataclass(frozen=True, slots=True)
class View:
    """Every vacancy as one person sees it, apart from limits that might be loosened.

    Attributes:
        fit: 0 to 100.
        something: Whether it may be proposed but for limits.
        far: Distance in 100 m; 0 for work from home, -1 where a place is not known.
    """

    fit: Array
    something: Array
    far: Array


class Plain:
    """Vacancies made ready once, for one person after another.

    Args:
        vacancies: The vacancies.
        rules: What fit is worked out with.
    """

    def __init__(self, vacancies: Vacancies, rules: Rules) -> None:
        self.vacancies, self._rules = vacancies, rules
        self._worth = rules.weight.astype(np.int64)[vacancies.skill] * vacancies.doubled

    def view(self, people: People, p: int) -> View:
        """What does not hang on a limit that can be loosened: fit and distance."""
        fit, something = self._fit(people, p)
        far = self._far(people, p)
        return View(fit, something & (far >= 0), far)

    def order(self, view: View, rows: Array) -> Array:
        """Some rows in the order of matches, best first."""
        keys = (self.vacancies.rank, view.far, -self.vacancies.quality.astype(np.int64), -view.fit)
        ordered: Array = rows[np.lexsort(tuple(key[rows] for key in keys))]
        return ordered

    def kept(self, people: People, p: int, far: Array) -> dict[Limit, Array]:
        """Which vacancies keep each limit of a person, who lives so far away from each."""
        given = self.vacancies
        # A vacancy that is not open is never possible, whoever looks: closed, unpaid, or paid less than the law asks.
        kept = {
            Limit.OPEN: given.open == 1,
            Limit.REACH: (given.remote == 1) | ((far >= 0) & (far <= people.reach[p] * 10.0)),
            Limit.HOURS: (given.hours[:, 0] < 0)
            | ((given.hours[:, 0] <= people.hours[p, 1]) & (given.hours[:, 1] >= people.hours[p, 0])),
            Limit.TIMES: (given.times & ~people.times[p]) == 0,
            Limit.PAY: (given.pay < 0) | (given.pay >= people.floor[p]),
            Limit.LICENCES: (given.licences & ~people.licences[p]) == 0,
            Limit.DEMANDS: (given.demands & people.limits[p]) == 0,
        }
        if self._rules.drop_unknown:
            kept[Limit.OPEN] = kept[Limit.OPEN] & ~self._unknown(people, p)
        return kept

    def allowed(self, people: People, p: int, view: View) -> Array:
        """Which vacancies may be proposed to a person."""
        both: Array = np.logical_and.reduce([view.something, *self.kept(people, p, view.far).values()])
        return both

    def _fit(self, people: People, p: int) -> tuple[Array, Array]:
        given, rules = self.vacancies, self._rules
        has = np.zeros(len(rules.weight), np.int64)
        has[people.skill[people.skill_start[p] : people.skill_start[p + 1]]] = 1
        sums = np.concatenate(([0], np.cumsum(self._worth * has[given.skill])))
        shared = sums[given.skill_start[1:]] - sums[given.skill_start[:-1]]
        share = np.where(given.total > 0, 100 * shared // np.maximum(given.total, 1), 0)
        like = self._likeness(people, p)
        before = rules.parts[0] * share + rules.parts[1] * like
        level = self._level_points(int(people.level[p]))
        fit = (before[given.profile] + rules.parts[2] * level) // 100
        something = ((shared > 0) | (like > 0))[given.profile] & (fit >= rules.least)
        return fit[given.kind], something[given.kind]

    def _likeness(self, people: People, p: int) -> Array:
        rules, theirs = self._rules, self.vacancies.occupation
        unit = np.where(theirs >= 0, rules.unit[np.maximum(theirs, 0)], -10)
        best = np.zeros(len(theirs), np.int64)
        for at in range(people.occupation_start[p], people.occupation_start[p + 1]):
            number, counts = people.occupation[at], int(people.counts[at])
            own = int(rules.unit[number])
            near = np.where(unit // 10 == own // 10, rules.likeness[2], 0)
            near = np.where(unit == own, rules.likeness[1], near)
            near = np.where(theirs == number, rules.likeness[0], near)
            best = np.maximum(best, near * counts // 100)
        return best

    def _level_points(self, has: int) -> Array:
        asks, rules = self.vacancies.level.astype(np.int64), self._rules
        if has < 0:
            return np.where(asks < 0, rules.levels[0], rules.level_unknown)
        steps = np.append(rules.levels, 0)
        return np.where(asks < 0, rules.levels[0], steps[np.clip(asks - has, 0, len(steps) - 1)])

    def _far(self, people: People, p: int) -> Array:
        """Distance in 100 m as `travel.hectometres` has it."""
        x, y, z = (people.xyz[p] - self.vacancies.xyz).T
        far = np.floor(np.sqrt(x * x + y * y + z * z) * EARTH * 10.0 + 0.5)
        return np.where(self.vacancies.remote == 1, 0, np.where(np.isnan(far), -1, far)).astype(np.int64)

    def _unknown(self, people: People, p: int) -> Array:
        unknown = self.vacancies.pay < 0
        if people.hours[p, 0] > 0 or people.hours[p, 1] < NO_LIMIT:
            unknown = unknown | (self.vacancies.hours[:, 0] < 0)
        return unknown | (self.vacancies.times == 0) if people.times[p] != -1 else unknown


def vacancies_for_people(people: People, vacancies: Vacancies, rules: Rules, k: int) -> Best:
    """The best `k` vacancies for each person: what `engine.vacancies_for_people` gives."""
    plain = Plain(vacancies, rules)
    found = Few.none(len(people.level), k)
    for p in range(len(people.level)):
        view = plain.view(people, p)
        rows = plain.order(view, np.flatnonzero(plain.allowed(people, p, view)))[:k]
        found.held[p] = len(rows)
        found.best[p, : len(rows), :4] = np.stack((rows, view.fit[rows], vacancies.quality[rows], view.far[rows]), axis=1)
    return found.told()


def people_for_vacancies(people: People, vacancies: Vacancies, rules: Rules, k: int) -> Best:
    """The best `k` people for each vacancy: what `engine.people_for_vacancies` gives."""
    plain, number = Plain(vacancies, rules), len(vacancies.kind)
    fit, far = np.full((number, len(people.level)), -1, np.int16), np.zeros((number, len(people.level)), np.int32)
    for p in range(len(people.level)):
        view = plain.view(people, p)
        allowed = plain.allowed(people, p, view)
        fit[allowed, p], far[allowed, p] = view.fit[allowed], view.far[allowed]
    found = Few.none(number, k)
    for v in range(number):
        rows = np.flatnonzero(fit[v] >= 0)
        rows = rows[np.lexsort((people.rank[rows], far[v, rows], -people.furthest[rows], -fit[v, rows]))][:k]
        found.held[v] = len(rows)
        found.best[v, : len(rows), :4] = np.stack((rows, fit[v, rows], people.furthest[rows], far[v, rows]), axis=1)
    return found.told()
