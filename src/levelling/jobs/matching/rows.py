"""What limits look at, side by side in memory: a row for each person, a row for each vacancy.

A pair is then judged from two places in memory and not from twenty.
"""

from typing import NamedTuple

import numpy as np

from levelling.jobs.matching.arrays import Array, People, Rules, Vacancies

# The longest columns first, so that a row has no gaps.
_EIGHT_BYTES = [("x", "f8"), ("y", "f8"), ("z", "f8"), ("licences", "i8")]
_FOUR_BYTES = [("times", "i4"), ("least", "i4"), ("most", "i4"), ("rank", "i4")]
_PERSON = [*_EIGHT_BYTES, ("limits", "i8"), ("reach", "f8"), *_FOUR_BYTES, ("floor", "i4"), ("furthest", "i1")]
_VACANCY = [*_EIGHT_BYTES, ("demands", "i8"), *_FOUR_BYTES, ("pay", "i4"), ("quality", "i1"), ("remote", "i1"), ("open", "i1")]


class Everybody(NamedTuple):
    """Everybody, as the kernels read them.

    Attributes:
        people: The people.
        rows: What limits look at of each; the reach is in 100 m.
        families: Int16: of each of their occupations, its ISCO minor group (three digits).
    """

    people: People
    rows: Array
    families: Array

    @classmethod
    def of(cls, people: People, rules: Rules) -> "Everybody":
        """Make people ready."""
        rows = _rows(_PERSON, people)
        rows["reach"] *= 10.0
        return cls(people, rows, (rules.unit[people.occupation] // 10).astype(np.int16))


class Near(NamedTuple):
    """The vacancies of a partition.

    Attributes:
        at: Rows of them among all, by kind, then quality (best first), then rank.
        names: What each is called in the answer.
        rows: What limits look at of each, lying together.
    """

    at: Array
    names: Array
    rows: Array


def vacancy_rows(vacancies: Vacancies) -> Array:
    """What limits look at of each vacancy."""
    return _rows(_VACANCY, vacancies)


def _rows(columns: list[tuple[str, str]], of: People | Vacancies) -> Array:
    rows = np.empty(len(of.rank), np.dtype(columns, align=True))
    rows["x"], rows["y"], rows["z"] = of.xyz.T
    rows["least"], rows["most"] = of.hours.T
    for name, _ in columns:
        if name in of._fields:
            rows[name] = getattr(of, name)
    return rows.view(np.recarray)  # so that columns have names for plain Python too, where compiling is switched off
