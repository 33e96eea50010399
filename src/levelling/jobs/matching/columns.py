"""From people and vacancies as they are read to the arrays the kernel reads."""

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Any, TypeVar

import numpy as np

from levelling.core.errors import UserError
from levelling.jobs.limits import SLOTS
from levelling.jobs.matching.arrays import NO_LIMIT, Array, People, Rules, Vacancies
from levelling.jobs.matching.fit import level_asked, occupations_of, weight
from levelling.jobs.matching.limits import lawful, pence, tenths
from levelling.jobs.matching.quality import quality
from levelling.jobs.matching.settings import Settings
from levelling.jobs.occupations import Catalogue
from levelling.jobs.person import Person, Point
from levelling.jobs.travel import vector
from levelling.jobs.vacancy import Contract, Vacancy

_NOWHERE = (float("nan"),) * 3
_BITS = 63
_Value = TypeVar("_Value", bound=tuple[Any, ...])
_Given = TypeVar("_Given", Person, Vacancy)


@dataclass(frozen=True)
class Columns:
    """Gives skills, occupations, licences and demands their numbers, the same for people and vacancies.

    Attributes:
        catalogue: Occupations and skills.
        by: What the matching goes by.
    """

    catalogue: Catalogue
    by: Settings

    @cached_property
    def skills(self) -> dict[str, int]:
        """The number of each skill."""
        return {key: number for number, key in enumerate(sorted(self.catalogue.skills))}

    @cached_property
    def occupations(self) -> dict[str, int]:
        """The number of each occupation."""
        return {key: number for number, key in enumerate(sorted(self.catalogue.occupations))}

    @cached_property
    def _bits(self) -> dict[str, dict[str, int]]:
        return defaultdict(dict)

    def rules(self) -> Rules:
        """What fit is worked out with."""
        weights = self.by.weights
        return Rules(
            np.array([weight(key, self.catalogue) for key in self.skills], np.int32),
            np.array([int(self.catalogue.occupations[key].isco) for key in self.occupations], np.int32),
            np.array(weights.parts, np.int64),
            np.array(weights.likeness, np.int64),
            np.array(weights.levels, np.int64),
            weights.level_unknown,
            weights.least,
            self.by.unknown == "drop",
        )

    def people(self, people: Sequence[Person]) -> People:
        """People as arrays, in the order given.

        Raises:
            UserError: Two have the same key, or a number is beyond use.
        """
        return _ready(self._people, people, "person")

    def _people(self, people: Sequence[Person]) -> People:
        counted = [occupations_of(person, self.catalogue, self.by.weights.done) for person in people]
        skills = [sorted(self.skills[key] for key in person.skills if key in self.skills) for person in people]
        return People(
            xyz=_places(person.point for person in people),
            reach=np.array([self.by.travel.reach(person) for person in people], np.float64),
            skill_start=_starts(skills),
            skill=_joined(skills),
            occupation_start=_starts(counted),
            occupation=np.array([self.occupations[key] for each in counted for key in each], np.int32),
            counts=np.array([count for each in counted for count in each.values()], np.int32),
            level=np.array([-1 if person.level is None else person.level for person in people], np.int16),
            hours=np.array([_hours(person) for person in people], np.int32).reshape(-1, 2),
            times=np.array([-1 if person.times is None else _slots(person.times) for person in people], np.int32),
            floor=np.array([pence(person.floor or 0.0) for person in people], np.int32),
            licences=self.masks("licence", (person.licences for person in people)),
            limits=self.masks("demand", (person.limits for person in people)),
            furthest=np.array([person.furthest for person in people], np.int8),
            rank=_ranks([person.id for person in people], "people"),
        )

    def vacancies(self, vacancies: Sequence[Vacancy]) -> Vacancies:
        """Vacancies as arrays, in the order given, with the kinds they fall into.

        Raises:
            UserError: Two have the same key, or a number is beyond use.
        """
        return _ready(self._vacancies, vacancies, "vacancy")

    def _vacancies(self, vacancies: Sequence[Vacancy]) -> Vacancies:
        known = [self._profile(vacancy) for vacancy in vacancies]
        profiles, profile_of = _numbered(known)
        kinds, kind_of = _numbered(
            [(number, self._level(vacancy)) for number, vacancy in zip(profile_of, vacancies, strict=True)]
        )
        rarity = self.rules().weight
        asked = [
            [*((skill, 2) for skill in essential), *((skill, 1) for skill in optional)] for essential, optional, _ in profiles
        ]
        return Vacancies(
            xyz=_places(vacancy.point for vacancy in vacancies),
            remote=np.array([vacancy.remote for vacancy in vacancies], np.int8),
            open=np.array([self._open(vacancy) for vacancy in vacancies], np.int8),
            kind=np.array(kind_of, np.int32),
            profile=np.array([profile for profile, _ in kinds], np.int32),
            level=np.array([level for _, level in kinds], np.int16),
            skill_start=_starts(asked),
            skill=np.array([skill for each in asked for skill, _ in each], np.int32),
            doubled=np.array([times for each in asked for _, times in each], np.int8),
            total=np.array([sum(int(rarity[skill]) * times for skill, times in each) for each in asked], np.int32),
            occupation=np.array([occupation for _, _, occupation in profiles], np.int32),
            hours=np.array([_asked_hours(vacancy) for vacancy in vacancies], np.int32).reshape(-1, 2),
            times=np.array([_slots(vacancy.times or ()) for vacancy in vacancies], np.int32),
            pay=np.array([_most(vacancy) for vacancy in vacancies], np.int32),
            licences=self.masks("licence", (vacancy.licences for vacancy in vacancies)),
            demands=self.masks("demand", (vacancy.demands for vacancy in vacancies)),
            quality=np.array([quality(vacancy, self.by).least for vacancy in vacancies], np.int32),
            rank=_ranks([vacancy.id for vacancy in vacancies], "vacancies"),
        )

    def _profile(self, vacancy: Vacancy) -> tuple[tuple[int, ...], tuple[int, ...], int]:
        essential = sorted(self.skills[key] for key in vacancy.essential if key in self.skills)
        optional = sorted(self.skills[key] for key in vacancy.optional - vacancy.essential if key in self.skills)
        return tuple(essential), tuple(optional), self.occupations.get(vacancy.occupation, -1)

    def _level(self, vacancy: Vacancy) -> int:
        asked, _ = level_asked(vacancy, self.catalogue, self.by)
        return -1 if asked is None else asked

    def _open(self, vacancy: Vacancy) -> bool:
        if vacancy.contract is Contract.VOLUNTARY or (vacancy.closes is not None and vacancy.closes < self.by.day):
            return False
        # What the law asks hangs on the vacancy alone. So it stands here, and people's floors are their own.
        most = _most(vacancy)
        return most < 0 or most >= pence(lawful(vacancy.contract, self.by))

    def masks(self, what: str, sets: Iterable[frozenset[str]]) -> Array:
        """A number for each set, with a bit for each of its names: the same bits for people and vacancies.

        Args:
            what: `licence` or `demand`.
            sets: Keys of licences or demands.
        """
        bits = self._bits[what]
        masks = [sum(1 << bits.setdefault(name, len(bits)) for name in names) for names in sets]
        if masks and max(masks) >= 1 << _BITS:
            raise UserError(f"There are more than {_BITS} kinds of {what}.", "Leave out those that no vacancy names.")
        return np.array(masks, np.int64)


def _ready(made: Callable[[Sequence[_Given]], _Value], given: Sequence[_Given], what: str) -> _Value:
    """What is made of them; where a number is infinite or far too large, whose it is."""
    try:
        return made(given)
    except (OverflowError, ValueError):
        if len(given) > 1:
            middle = len(given) // 2
            _ready(made, given[:middle], what)
            _ready(made, given[middle:], what)
            raise
        raise UserError(
            f"A number of the {what} '{given[0].id}' cannot be used.", "Give hours, pay, level and place as ordinary numbers."
        ) from None


def _numbered(values: Sequence[_Value]) -> tuple[list[_Value], list[int]]:
    """Each different value once, sorted, and the number of each given one."""
    different = sorted(set(values))
    numbers = {value: number for number, value in enumerate(different)}
    return different, [numbers[value] for value in values]


def _places(points: Iterable[Point | None]) -> Array:
    return np.array([_NOWHERE if point is None else vector(point) for point in points], np.float64).reshape(-1, 3)


def _starts(lists: Sequence[Sequence[object] | Mapping[str, int]]) -> Array:
    return np.concatenate(([0], np.cumsum([len(each) for each in lists], dtype=np.int64))).astype(np.int64)


def _joined(lists: Sequence[Sequence[int]]) -> Array:
    return np.array([number for each in lists for number in each], np.int32)


def _ranks(keys: Sequence[str], what: str) -> Array:
    order = {key: number for number, key in enumerate(sorted(keys))}
    if len(order) != len(keys):
        twice = next(key for key, times in Counter(keys).items() if times > 1)
        raise UserError(f"Two {what} have the same key: {twice}.", "Give each a key of its own.")
    return np.array([order[key] for key in keys], np.int32)


def _slots(times: Iterable[int]) -> int:
    return sum(1 << number for number in set(times) if 0 <= number < len(SLOTS))


def _hours(person: Person) -> tuple[int, int]:
    return (0, NO_LIMIT) if person.hours is None else (tenths(person.hours[0]), tenths(person.hours[1]))


def _asked_hours(vacancy: Vacancy) -> tuple[int, int]:
    return (-1, -1) if vacancy.hours is None else (tenths(vacancy.hours[0]), tenths(vacancy.hours[1]))


def _most(vacancy: Vacancy) -> int:
    return -1 if vacancy.pay is None or vacancy.pay.modelled else pence(vacancy.pay.most)
