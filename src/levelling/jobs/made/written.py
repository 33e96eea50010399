"""Made-up people and vacancies as rows of a file, in the columns in which such files are read."""

from collections.abc import Iterable, Iterator
from typing import Any

from levelling.core.words import number
from levelling.jobs.limits import DAYS, SLOTS, Part
from levelling.jobs.occupations.catalogue import Catalogue
from levelling.jobs.person import Person
from levelling.jobs.vacancy import Contract, Pay, Vacancy

_PARTS = {Part.DAY: "days", Part.EVENING: "evenings", Part.NIGHT: "nights"}
_GROUPS = {frozenset(range(5)): "weekday", frozenset({5, 6}): "weekend"}


def people_rows(people: Iterable[Person], catalogue: Catalogue) -> Iterator[dict[str, Any]]:
    """One row a person. Lists stay lists; where nothing is said, a field is empty.

    Args:
        people: Made-up people, whose places are named by their neighbourhood.
        catalogue: ESCO's names for occupations and skills.
    """
    for person in people:
        reach = person.reach[0] if person.reach else None
        yield {
            "id": person.id,
            "lsoa": person.point.said if person.point else "",
            "travel": reach.mode.value if reach else "",
            "minutes": "" if reach is None or reach.minutes is None else f"{reach.minutes:g}",
            "occupations": [catalogue.occupations[key].label for key in person.occupations],
            "wants": [catalogue.occupations[key].label for key in person.wants],
            "skills": sorted(catalogue.skills[key].label for key in person.skills),
            "level": "" if person.level is None else str(person.level),
            "hours": _range(person.hours),
            "times": _times(person.times),
            "floor": "" if person.floor is None else f"{person.floor:.2f}",
            "licences": sorted(person.licences),
            "limits": sorted(person.limits),
            "remote_only": _yes(person.remote_only),
            "furthest": _yes(person.furthest),
        }


def vacancy_rows(vacancies: Iterable[Vacancy], catalogue: Catalogue) -> Iterator[dict[str, Any]]:
    """One row a vacancy. Lists stay lists; where nothing is said, a field is empty.

    Args:
        vacancies: Made-up vacancies, whose places are named by their neighbourhood.
        catalogue: ESCO's names for occupations and skills.
    """
    for vacancy in vacancies:
        yield {
            "id": vacancy.id,
            "title": vacancy.title,
            "employer": vacancy.employer,
            "occupation": catalogue.occupations[vacancy.occupation].label,
            "skills": sorted(catalogue.skills[key].label for key in vacancy.essential),
            "optional_skills": sorted(catalogue.skills[key].label for key in vacancy.optional),
            "lsoa": vacancy.point.said if vacancy.point else "",
            "place": vacancy.place,
            "remote": _yes(vacancy.remote),
            "pay": _pay(vacancy.pay),
            "hours": _range(vacancy.hours),
            "times": _times(vacancy.times),
            "level": "" if vacancy.level is None else str(vacancy.level),
            "licences": sorted(vacancy.licences),
            "demands": sorted(vacancy.demands),
            "contract": "" if vacancy.contract is Contract.UNKNOWN else vacancy.contract.value,
            "protects": sorted(vacancy.protects),
            "training": _yes(vacancy.training),
            "headcount": str(vacancy.headcount),
        }


def _range(hours: tuple[float, float] | None) -> str:
    if hours is None:
        return ""
    return f"{hours[0]:g}" if hours[0] == hours[1] else f"{hours[0]:g}-{hours[1]:g}"


def _pay(pay: Pay | None) -> str:
    if pay is None:
        return ""
    least, most = (f"£{number(amount, 2)}" for amount in (pay.least, pay.most))
    return f"{least} an hour" if pay.least == pay.most else f"{least} - {most} an hour"


def _times(times: frozenset[int] | None) -> str:
    """Slots of the week as people write them: 'weekday days', 'weekend days; weekday evenings'.

    Example:
        >>> _times(frozenset({0, 3, 6, 9, 12})), _times(frozenset({15, 18, 17})), _times(None)
        ('weekday days', 'weekend days; Saturday nights', '')
    """
    if times is None:
        return ""
    said = []
    for part, word in _PARTS.items():
        days = frozenset(day for at, (day, when) in enumerate(SLOTS) if when is part and at in times)
        for group, name in _GROUPS.items():
            if group <= days:
                said.append(f"{name} {word}")
                days -= group
        said += [f"{DAYS[day]} {word}" for day in sorted(days)]
    return "; ".join(said)


def _yes(is_so: bool) -> str:
    return "yes" if is_so else "no"
