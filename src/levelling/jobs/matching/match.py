"""Matching a caseload: the door from people and vacancies as they are read to the best few for each."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from levelling.jobs.matching.reference import Pair
from levelling.jobs.matching.settings import Settings
from levelling.jobs.occupations import Catalogue
from levelling.jobs.person import Person
from levelling.jobs.vacancy import Vacancy

if TYPE_CHECKING:
    from levelling.jobs.matching.arrays import People, Rules, Vacancies
    from levelling.jobs.matching.best import Best


@dataclass(frozen=True, slots=True)
class Matched:
    """The best few for each.

    Attributes:
        people: Everybody, by key, in order.
        vacancies: Every vacancy, by key, in order.
        pairs: For each person (or vacancy) by key, matches, best first; empty where nothing was possible.
        by: What the matching went by.
    """

    people: dict[str, Person]
    vacancies: dict[str, Vacancy]
    pairs: dict[str, tuple[Pair, ...]]
    by: Settings


def match(people: Sequence[Person], vacancies: Sequence[Vacancy], catalogue: Catalogue, by: Settings) -> Matched:
    """The best vacancies for each person, exactly: no limit broken, then by fit, quality, distance, and the vacancy's key.

    The order of what is given changes nothing, and more vacancies never make a best match worse.

    Args:
        people: Who looks for work; each key once.
        vacancies: What there is; each key once.
        catalogue: Occupations and skills.
        by: The day, how many, and the weights.

    Raises:
        UserError: Two people or two vacancies have the same key.

    Example:
        >>> from datetime import date
        >>> from levelling.atlas import Atlas
        >>> from levelling.jobs.matching import settings
        >>> from levelling.jobs.occupations import load
        >>> catalogue = load(Atlas.open())
        >>> cook = catalogue.by_label("cook")
        >>> person = Person("ann", wants=(cook.key,), skills=cook.essential)
        >>> vacancy = Vacancy("v1", "Cook", occupation=cook.key, essential=cook.essential, remote=True)
        >>> found = match([person], [vacancy], catalogue, settings(date(2026, 11, 28)))
        >>> [(pair.vacancy, pair.fit) for pair in found.pairs["ann"]]
        [('v1', 100)]
    """
    people, vacancies, arrays = _ready(people, vacancies, catalogue, by)
    best = _way(people, vacancies).vacancies_for_people(*arrays, by.k)
    pairs = {
        person.id: tuple(Pair(person.id, vacancies[index].id, fit, second, far) for index, fit, second, far in _row(best, row))
        for row, person in enumerate(people)
    }
    return _matched(people, vacancies, pairs, by)


def best_people(people: Sequence[Person], vacancies: Sequence[Vacancy], catalogue: Catalogue, by: Settings) -> Matched:
    """The best people for each vacancy, exactly: no limit broken, then by fit, those furthest from work, distance, and key.

    Args and errors are those of `match`.
    """
    people, vacancies, arrays = _ready(people, vacancies, catalogue, by)
    best = _way(people, vacancies).people_for_vacancies(*arrays, by.k)
    good = arrays[1].quality.tolist()
    pairs = {
        vacancy.id: tuple(Pair(people[index].id, vacancy.id, fit, good[row], far) for index, fit, _, far in _row(best, row))
        for row, vacancy in enumerate(vacancies)
    }
    return _matched(people, vacancies, pairs, by)


def _way(people: Sequence[Person], vacancies: Sequence[Vacancy]) -> Any:
    """What matches so many: NumPy alone where they are few, else what first has to be compiled. The answer is the same."""
    from levelling.jobs.matching import plain

    if len(people) * len(vacancies) <= plain.MOST_PAIRS:
        return plain
    from levelling.jobs.matching import engine

    return engine


def _ready(
    people: Sequence[Person], vacancies: Sequence[Vacancy], catalogue: Catalogue, by: Settings
) -> "tuple[list[Person], list[Vacancy], tuple[People, Vacancies, Rules]]":
    """People and vacancies by their keys, and the same as arrays."""
    from levelling.jobs.matching.columns import Columns

    people, vacancies = sorted(people, key=lambda one: one.id), sorted(vacancies, key=lambda one: one.id)
    columns = Columns(catalogue, by)
    return people, vacancies, (columns.people(people), columns.vacancies(vacancies), columns.rules())


def _matched(people: list[Person], vacancies: list[Vacancy], pairs: dict[str, tuple[Pair, ...]], by: Settings) -> Matched:
    return Matched({one.id: one for one in people}, {one.id: one for one in vacancies}, pairs, by)


def _row(best: "Best", row: int) -> list[tuple[int, int, int, int]]:
    columns = (best.index[row], best.fit[row], best.second[row], best.hectometres[row])
    return [found for found in zip(*(column.tolist() for column in columns), strict=True) if found[0] >= 0]
