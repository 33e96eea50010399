"""What is shared out: people, vacancies with their places, and which vacancy would do for whom."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from levelling.core.errors import UserError

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import ArrayLike, NDArray

    Flags = NDArray[np.bool_]
    Whole = NDArray[np.int64]

POINTS = 100
"""Fit and quality are whole points from 0 to this."""
_MOST_PLACES = 1_000_000


@dataclass(frozen=True, slots=True, eq=False)
class Candidates:
    """Who could be recommended what, in an order that the order of the input does not change.

    Attributes:
        people: Keys of the people, in order.
        furthest: Whether each is among those furthest from work.
        vacancies: Keys of the vacancies, in order.
        headcount: People wanted by each.
        person: For each candidate match: the person, as a place in `people`. A person's own come together, best first.
        vacancy: The vacancy, as a place in `vacancies`.
        fit: 0 to 100, whole points.
        quality: 0 to 100, whole points: what the advert shows.
        choice: 1 for a person's best candidate, 2 for their second, and so on.
    """

    people: tuple[str, ...]
    furthest: "Flags"
    vacancies: tuple[str, ...]
    headcount: "Whole"
    person: "Whole"
    vacancy: "Whole"
    fit: "Whole"
    quality: "Whole"
    choice: "Whole"


def candidates(
    people: Sequence[str],
    furthest: "ArrayLike",
    vacancies: Sequence[str],
    headcount: "ArrayLike",
    edges: "Sequence[ArrayLike]",
) -> Candidates:
    """Put what a matcher found in order.

    Args:
        people: A key for each person, also for those without any candidate.
        furthest: For each person, whether they are among those furthest from work.
        vacancies: A key for each vacancy.
        headcount: For each vacancy, the people wanted.
        edges: Arrays of one length, one entry a candidate match: the person (a place in `people`), the vacancy (a place in
            `vacancies`), fit, quality, and, if known, the distance in whole 100 m. A pair that comes twice counts once.

    Returns:
        The same with people and vacancies in the order of their keys, and each person's candidates best first: by fit, then
        quality, then the shorter distance, then the vacancy's key.

    Raises:
        UserError: A key comes twice, an array has another length, or a number is out of its range.

    Example:
        >>> found = candidates(["b", "a"], [False, True], ["v", "u"], [1, 2], [[0, 0, 1], [0, 1, 0], [60, 70, 50], [0, 0, 0]])
        >>> found.people, found.vacancies, found.person.tolist(), found.vacancy.tolist(), found.choice.tolist()
        (('a', 'b'), ('u', 'v'), [0, 1, 1], [1, 0, 1], [1, 1, 2])
    """
    import numpy as np

    person, vacancy, fit, quality, *more = (np.asarray(side, dtype=np.int64).reshape(-1) for side in edges)
    distance = more[0] if more else np.zeros(len(person), np.int64)
    flags, wanted = np.asarray(furthest, dtype=np.bool_).reshape(-1), np.asarray(headcount, dtype=np.int64).reshape(-1)
    _check(people, flags, vacancies, wanted, (person, vacancy, fit, quality, distance))
    people_order, people_rank = _order(people)
    vacancy_order, vacancy_rank = _order(vacancies)
    person, vacancy = people_rank[person], vacancy_rank[vacancy]
    order = np.lexsort((vacancy, distance, -quality, -fit, person))
    order = order[_first_of_each_pair(person[order], vacancy[order], len(vacancies))]
    person = person[order]
    starts = np.searchsorted(person, person, side="left")
    return Candidates(
        people=tuple(people[at] for at in people_order.tolist()),
        furthest=flags[people_order],
        vacancies=tuple(vacancies[at] for at in vacancy_order.tolist()),
        headcount=wanted[vacancy_order],
        person=person,
        vacancy=vacancy[order],
        fit=fit[order],
        quality=quality[order],
        choice=np.arange(len(person), dtype=np.int64) - starts + 1,
    )


def _order(keys: Sequence[str]) -> "tuple[Whole, Whole]":
    """The places of the keys in their order, and the rank of each place."""
    import numpy as np

    order = np.array(sorted(range(len(keys)), key=keys.__getitem__), dtype=np.int64)
    rank = np.empty(len(keys), np.int64)
    rank[order] = np.arange(len(keys), dtype=np.int64)
    return order, rank


def _first_of_each_pair(person: "Whole", vacancy: "Whole", vacancies: int) -> "Whole":
    import numpy as np

    _, first = np.unique(person * max(vacancies, 1) + vacancy, return_index=True)
    return np.sort(first)


def _check(
    people: Sequence[str], flags: "Flags", vacancies: Sequence[str], headcount: "Whole", edges: "tuple[Whole, ...]"
) -> None:
    for what, keys in (("people", people), ("vacancies", vacancies)):
        if len(set(keys)) != len(keys):
            twice = next(key for at, key in enumerate(sorted(keys)[1:]) if key == sorted(keys)[at])
            raise UserError(f"Two {what} have the key '{twice[:80]}'.", "Give each a key of its own.")
    if len(flags) != len(people) or len(headcount) != len(vacancies) or len({len(side) for side in edges}) != 1:
        raise UserError("What is to be shared out does not fit together: its columns have different lengths.")
    person, vacancy, fit, quality, _ = edges
    ranges = (
        ("a person's place", person, len(people) - 1),
        ("a vacancy's place", vacancy, len(vacancies) - 1),
        ("a fit", fit, POINTS),
        ("a quality", quality, POINTS),
        ("a headcount", headcount, _MOST_PLACES),
    )
    for what, numbers, most in ranges:
        if len(numbers) and not 0 <= numbers.min() <= numbers.max() <= most:
            wrong = numbers.min() if numbers.min() < 0 else numbers.max()
            raise UserError(f"What is to be shared out has {what} of {wrong}, and it must be from 0 to {most}.")
