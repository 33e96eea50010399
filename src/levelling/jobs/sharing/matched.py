"""From what a matching found to what is shared out."""

from levelling.jobs.matching import Matched
from levelling.jobs.sharing.candidates import Candidates, candidates


def of_matches(found: Matched) -> Candidates:
    """Everybody's best vacancies as candidates.

    Args:
        found: What `jobs.matching.match` gave; more than ten for each (`k`) leave more ways to share out.

    Example:
        >>> from datetime import date
        >>> from levelling.atlas import Atlas
        >>> from levelling.jobs.matching import match, settings
        >>> from levelling.jobs.occupations import load
        >>> from levelling.jobs.person import Person
        >>> from levelling.jobs.vacancy import Vacancy
        >>> catalogue = load(Atlas.open())
        >>> cook = catalogue.by_label("cook")
        >>> person = Person("ann", wants=(cook.key,), skills=cook.essential)
        >>> vacancy = Vacancy("v1", "Cook", occupation=cook.key, essential=cook.essential, remote=True)
        >>> candidates = of_matches(match([person], [vacancy], catalogue, settings(date(2026, 11, 28))))
        >>> candidates.people, candidates.vacancies, candidates.fit.tolist()
        (('ann',), ('v1',), [100])
    """
    people, vacancies = list(found.people), list(found.vacancies)
    row = {key: at for at, key in enumerate(people)}
    column = {key: at for at, key in enumerate(vacancies)}
    pairs = [pair for each in found.pairs.values() for pair in each]
    return candidates(
        people,
        [found.people[key].furthest for key in people],
        vacancies,
        [found.vacancies[key].headcount for key in vacancies],
        [
            [row[pair.person] for pair in pairs],
            [column[pair.vacancy] for pair in pairs],
            [pair.fit for pair in pairs],
            [pair.quality for pair in pairs],
            [pair.hectometres for pair in pairs],
        ],
    )
