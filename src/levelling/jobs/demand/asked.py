"""What given vacancies ask for against what given people offer: by group of occupations, and by skill.

Every person counts once, in the group of the occupation they want most, or did last where they say no wish. Every vacancy counts
as often as it wants people. Numbers of people are protected: 1 to 7 are withheld, others rounded to the nearest 5, and a gap is
worked out from the rounded number.
"""

from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from levelling.core.small_numbers import shown
from levelling.jobs.occupations.catalogue import Catalogue
from levelling.jobs.person import Person
from levelling.jobs.vacancy import Vacancy

_DIGITS = 2
_SKILLS = 20


@dataclass(frozen=True, slots=True)
class Group:
    """One group of occupations of ISCO-08.

    Attributes:
        code: Its code, two digits.
        title: Its name in ISCO.
        posts: People wanted.
        people: People who want or did such work, rounded; `None` where withheld.
    """

    code: str
    title: str
    posts: int
    people: int | None

    @property
    def gap(self) -> int | None:
        """People wanted less people, from the rounded number; `None` where it is withheld."""
        return None if self.people is None else self.posts - self.people


@dataclass(frozen=True, slots=True)
class SkillGap:
    """A skill that vacancies ask for.

    Attributes:
        key: Its key.
        label: Its name in ESCO.
        posts: People wanted by vacancies that cannot do without it.
        people: People who have it, rounded; `None` where withheld for being few.
    """

    key: str
    label: str
    posts: int
    people: int | None


@dataclass(frozen=True, slots=True)
class Asked:
    """Vacancies against people.

    Attributes:
        vacancies: Vacancies counted.
        posts: People they want.
        people: People counted, rounded; `None` where so few that the number is withheld; 0 where none were given.
        groups: By group of occupations, the largest number wanted first.
        skills: Skills most asked for that fewest have: by people wanted times the share of people without the skill.
        unsorted_vacancies: Vacancies whose occupation is not known.
        unsorted_people: People who name no occupation that is known, rounded; `None` where withheld.
    """

    vacancies: int
    posts: int
    people: int | None
    groups: tuple[Group, ...]
    skills: tuple[SkillGap, ...]
    unsorted_vacancies: int
    unsorted_people: int | None

    @property
    def wanting(self) -> tuple[Group, ...]:
        """Groups that want more people than there are, the largest gap first."""
        return _by_gap(self.groups, lambda gap: gap > 0, -1)

    @property
    def waiting(self) -> tuple[Group, ...]:
        """Groups with more people than are wanted, the largest gap first."""
        return _by_gap(self.groups, lambda gap: gap < 0, 1)


def asked(vacancies: Sequence[Vacancy], people: Sequence[Person], catalogue: Catalogue) -> Asked:
    """Vacancies against people.

    Args:
        vacancies: What is asked for.
        people: Who offers.
        catalogue: Occupations and skills.

    Example:
        >>> asked([Vacancy("1", "Anything", headcount=3)], [], Catalogue({}, {})).posts
        3
    """
    posts: Counter[str] = Counter()
    for vacancy in vacancies:
        posts[_group(catalogue, (vacancy.occupation,))] += vacancy.headcount
    offered = Counter(_group(catalogue, person.wants or person.occupations) for person in people)
    codes = sorted({*posts, *offered} - {""}, key=lambda code: (-posts[code], code))
    groups = tuple(Group(code, catalogue.isco.get(code, code), posts[code], shown(offered[code])) for code in codes)
    return Asked(
        len(vacancies),
        sum(vacancy.headcount for vacancy in vacancies),
        shown(len(people)),
        groups,
        _skills(vacancies, people, catalogue),
        sum(not _group(catalogue, (vacancy.occupation,)) for vacancy in vacancies),
        shown(offered[""]),
    )


def _group(catalogue: Catalogue, occupations: Sequence[str]) -> str:
    """The group of the first occupation that is known; empty where none is."""
    for key in occupations:
        known = catalogue.occupations.get(key)
        if known is not None:
            return known.isco[:_DIGITS]
    return ""


def _skills(vacancies: Sequence[Vacancy], people: Sequence[Person], catalogue: Catalogue) -> tuple[SkillGap, ...]:
    if not people:
        return ()
    wanted: Counter[str] = Counter()
    for vacancy in vacancies:
        for key in vacancy.essential:
            wanted[key] += vacancy.headcount
    held = Counter(key for person in people for key in person.skills)
    ranked = sorted(wanted, key=lambda key: (-wanted[key] * (len(people) - held[key]), key))
    kept = [key for key in ranked[:_SKILLS] if held[key] < len(people)]
    return tuple(
        SkillGap(key, catalogue.skills[key].label if key in catalogue.skills else key, wanted[key], shown(held[key]))
        for key in kept
    )


def _by_gap(groups: Sequence[Group], keep: Callable[[int], bool], sign: int) -> tuple[Group, ...]:
    known = [(gap, group) for group in groups if (gap := group.gap) is not None and keep(gap)]
    return tuple(group for _, group in sorted(known, key=lambda pair: (sign * pair[0], pair[1].code)))
