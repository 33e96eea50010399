"""One person against every vacancy: fit, distance and each limit by itself; what would enter the best few."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from levelling.jobs.matching.arrays import Array
from levelling.jobs.matching.columns import Columns
from levelling.jobs.matching.limits import Limit
from levelling.jobs.matching.plain import Plain, View
from levelling.jobs.matching.settings import Settings
from levelling.jobs.occupations import Catalogue
from levelling.jobs.person import Person
from levelling.jobs.vacancy import Vacancy


class Board:
    """Vacancies made ready once, for one person after another.

    Attributes:
        given: The vacancies, by key.
        columns: What gives skills, licences and demands their numbers.
        plain: The same as arrays.
    """

    def __init__(self, vacancies: Sequence[Vacancy], catalogue: Catalogue, by: Settings) -> None:
        self.given = tuple(sorted(vacancies, key=lambda one: one.id))
        self.columns = Columns(catalogue, by)
        self.plain = Plain(self.columns.vacancies(self.given), self.columns.rules())

    def of(self, person: Person) -> "Seen":
        """What does not hang on a limit that can be loosened: fit, distance, and the order of all vacancies for a person."""
        view = self.plain.view(self.columns.people([person]), 0)
        place = np.empty(len(view.fit), np.int64)
        place[self.plain.order(view, np.arange(len(place)))] = np.arange(len(place))
        return Seen(self, person, view, place)


@dataclass(frozen=True, slots=True)
class Seen:
    """All vacancies as one person sees them.

    Attributes:
        board: The vacancies.
        person: The person.
        view: Fit and distance.
        place: Place of each in the order of matches, were there no limits.
    """

    board: Board
    person: Person
    view: View
    place: Array

    def kept(self, person: Person) -> dict[Limit, Array]:
        """Which vacancies keep each limit, for the same person with limits that may have been loosened."""
        return self.board.plain.kept(self.board.columns.people([person]), 0, self.view.far)

    def allowed(self, person: Person) -> Array:
        """Which vacancies may be proposed to the same person with limits that may have been loosened."""
        return self.board.plain.allowed(self.board.columns.people([person]), 0, self.view)

    def best(self, allowed: Array, k: int) -> list[int]:
        """Rows of the best few of those that are allowed, best first."""
        rows = np.flatnonzero(allowed)
        found: list[int] = rows[np.argsort(self.place[rows])][:k].tolist()
        return found
