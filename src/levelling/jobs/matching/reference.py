"""The same answer by trying every pair, one after another: what the compiled way is held against. Slow, and plain to read."""

from collections.abc import Sequence
from dataclasses import dataclass

from levelling.jobs.matching.fit import fit
from levelling.jobs.matching.limits import far, possible, verdicts
from levelling.jobs.matching.quality import quality
from levelling.jobs.matching.settings import Settings
from levelling.jobs.occupations import Catalogue
from levelling.jobs.person import Person
from levelling.jobs.vacancy import Vacancy


@dataclass(frozen=True, slots=True)
class Pair:
    """One match.

    Attributes:
        person: Key of the person.
        vacancy: Key of the vacancy.
        fit: 0 to 100.
        quality: 0 to 100: what the advert shows.
        hectometres: Straight distance in 100 m; 0 for work from home.
    """

    person: str
    vacancy: str
    fit: int
    quality: int
    hectometres: int


def pair(person: Person, vacancy: Vacancy, catalogue: Catalogue, by: Settings) -> Pair | None:
    """A match, or `None` where a limit is broken or nothing is in common."""
    if not possible(verdicts(person, vacancy, by), by):
        return None
    found = fit(person, vacancy, catalogue, by)
    distance = far(person, vacancy)
    if not found.something or distance is None:
        return None
    return Pair(person.id, vacancy.id, found.points, quality(vacancy, by).least, distance)


def match_by_trying(
    people: Sequence[Person], vacancies: Sequence[Vacancy], catalogue: Catalogue, by: Settings
) -> dict[str, list[Pair]]:
    """The best vacancies for each person: by fit, quality, distance, then the vacancy's key."""
    found = {}
    for person in people:
        pairs = [made for vacancy in vacancies if (made := pair(person, vacancy, catalogue, by)) is not None]
        pairs.sort(key=lambda made: (-made.fit, -made.quality, made.hectometres, made.vacancy))
        found[person.id] = pairs[: by.k]
    return found


def people_by_trying(
    people: Sequence[Person], vacancies: Sequence[Vacancy], catalogue: Catalogue, by: Settings
) -> dict[str, list[Pair]]:
    """The best people for each vacancy: by fit, those furthest from work, distance, then the person's key."""
    furthest = {person.id: person.furthest for person in people}
    found = {}
    for vacancy in vacancies:
        pairs = [made for person in people if (made := pair(person, vacancy, catalogue, by)) is not None]
        pairs.sort(key=lambda made: (-made.fit, not furthest[made.person], made.hectometres, made.person))
        found[vacancy.id] = pairs[: by.k]
    return found
