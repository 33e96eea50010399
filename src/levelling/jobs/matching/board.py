"""One person against every vacancy, in NumPy alone: fit, distance and each limit by itself; what would enter the best few."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from levelling.jobs.matching.arrays import Array, People, Rules, Vacancies
from levelling.jobs.matching.columns import Columns
from levelling.jobs.matching.limits import Limit
from levelling.jobs.matching.settings import Settings
from levelling.jobs.occupations import Catalogue
from levelling.jobs.person import Person
from levelling.jobs.travel import EARTH
from levelling.jobs.vacancy import Vacancy


class Board:
    """Vacancies made ready once, for one person after another.

    Attributes:
        given: The vacancies, by key.
        rows: The same as arrays.
        columns: What gives skills, licences and demands their numbers.
    """

    def __init__(self, vacancies: Sequence[Vacancy], catalogue: Catalogue, by: Settings) -> None:
        self.given = tuple(sorted(vacancies, key=lambda one: one.id))
        self.columns = Columns(catalogue, by)
        self.rows: Vacancies = self.columns.vacancies(self.given)
        self._rules: Rules = self.columns.rules()
        self._worth = self._rules.weight.astype(np.int64)[self.rows.skill] * self.rows.doubled

    def of(self, person: Person) -> "Seen":
        """What does not hang on a limit that can be loosened: fit, distance, and the order of all vacancies for a person."""
        people = self.columns.people([person])
        fit, something = self._fit(people)
        far = self._far(people)
        order = np.lexsort((self.rows.rank, far, -self.rows.quality.astype(np.int64), -fit))
        place = np.empty(len(order), np.int64)
        place[order] = np.arange(len(order))
        return Seen(self, person, fit, something & (far >= 0), far, place)

    def _fit(self, people: People) -> tuple[Array, Array]:
        rows, rules = self.rows, self._rules
        has = np.zeros(len(rules.weight), np.int64)
        has[people.skill] = 1
        sums = np.concatenate(([0], np.cumsum(self._worth * has[rows.skill])))
        shared = sums[rows.skill_start[1:]] - sums[rows.skill_start[:-1]]
        share = np.where(rows.total > 0, 100 * shared // np.maximum(rows.total, 1), 0)
        like = self._likeness(people)
        before = rules.parts[0] * share + rules.parts[1] * like
        level = self._level_points(int(people.level[0]))
        fit = ((before[rows.profile] + rules.parts[2] * level) // 100)[rows.kind]
        something = ((shared > 0) | (like > 0))[rows.profile][rows.kind]
        return fit, something & (fit >= rules.least)

    def _likeness(self, people: People) -> Array:
        rules, theirs = self._rules, self.rows.occupation
        unit = np.where(theirs >= 0, rules.unit[np.maximum(theirs, 0)], -10)
        best = np.zeros(len(theirs), np.int64)
        for number, counts in zip(people.occupation.tolist(), people.counts.tolist(), strict=True):
            own = int(rules.unit[number])
            near = np.where(unit // 10 == own // 10, rules.likeness[2], 0)
            near = np.where(unit == own, rules.likeness[1], near)
            near = np.where(theirs == number, rules.likeness[0], near)
            best = np.maximum(best, near * counts // 100)
        return best

    def _level_points(self, has: int) -> Array:
        asks, rules = self.rows.level.astype(np.int64), self._rules
        if has < 0:
            return np.where(asks < 0, rules.levels[0], rules.level_unknown)
        steps = np.append(rules.levels, 0)
        return np.where(asks < 0, rules.levels[0], steps[np.clip(asks - has, 0, len(steps) - 1)])

    def _far(self, people: People) -> Array:
        """Distance in 100 m as `travel.hectometres` has it; 0 for work from home, -1 where a place is not known."""
        x, y, z = (people.xyz[0] - self.rows.xyz).T
        far = np.floor(np.sqrt(x * x + y * y + z * z) * EARTH * 10.0 + 0.5)
        return np.where(self.rows.remote == 1, 0, np.where(np.isnan(far), -1, far)).astype(np.int64)


@dataclass(frozen=True, slots=True)
class Seen:
    """All vacancies as one person sees them.

    Attributes:
        board: The vacancies.
        person: The person.
        fit: 0 to 100.
        something: Whether a vacancy may be proposed but for limits.
        far: Distance in 100 m; -1 where not known.
        place: Place of each in the order of matches, were there no limits.
    """

    board: Board
    person: Person
    fit: Array
    something: Array
    far: Array
    place: Array

    def kept(self, person: Person) -> dict[Limit, Array]:
        """Which vacancies keep each limit, for the same person with limits that may have been loosened."""
        people, rows = self.board.columns.people([person]), self.board.rows
        # A vacancy that is not open is never possible, whoever looks: closed, unpaid, or paid less than the law asks.
        kept = {
            Limit.OPEN: rows.open == 1,
            Limit.REACH: (rows.remote == 1) | ((self.far >= 0) & (self.far <= people.reach[0] * 10.0)),
            Limit.HOURS: (rows.hours[:, 0] < 0)
            | ((rows.hours[:, 0] <= people.hours[0, 1]) & (rows.hours[:, 1] >= people.hours[0, 0])),
            Limit.TIMES: (rows.times & ~people.times[0]) == 0,
            Limit.PAY: (rows.pay < 0) | (rows.pay >= people.floor[0]),
            Limit.LICENCES: (rows.licences & ~people.licences[0]) == 0,
            Limit.DEMANDS: (rows.demands & people.limits[0]) == 0,
        }
        if self.board.columns.by.unknown == "drop":
            kept[Limit.OPEN] = kept[Limit.OPEN] & ~self._unknown(person)
        return kept

    def allowed(self, person: Person) -> Array:
        """Which vacancies may be proposed to the same person with limits that may have been loosened."""
        both: Array = np.logical_and.reduce([self.something, *self.kept(person).values()])
        return both

    def best(self, allowed: Array, k: int) -> list[int]:
        """Rows of the best few of those that are allowed, best first."""
        rows = np.flatnonzero(allowed)
        found: list[int] = rows[np.argsort(self.place[rows])][:k].tolist()
        return found

    def _unknown(self, person: Person) -> Array:
        rows = self.board.rows
        unknown = rows.pay < 0
        if person.hours is not None:
            unknown = unknown | (rows.hours[:, 0] < 0)
        return unknown | (rows.times == 0) if person.times is not None else unknown
