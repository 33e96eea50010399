"""A part of the people and of the vacancies by themselves, and as bytes: what another machine needs to do a piece of the work."""

import io
from collections.abc import Iterator, Mapping, Sequence
from itertools import pairwise
from typing import NamedTuple

import numpy as np

from levelling.jobs.matching.arrays import Array, People, Rules, Vacancies
from levelling.jobs.matching.partitions import Partition

_BY_ROW = ("xyz", "remote", "open", "hours", "times", "pay", "licences", "demands", "quality", "rank")


class Piece(NamedTuple):
    """People and the vacancies some of them might reach, numbered by themselves.

    Attributes:
        people: These people alone.
        vacancies: These vacancies alone, with the profiles they use.
        names: Int32: the row of each vacancy among all.
        who: Int64: people of one partition after another.
        who_start: Int64: where each partition's people begin.
        near: Int32: vacancies of one partition after another.
        near_start: Int64: where each partition's vacancies begin.
    """

    people: People
    vacancies: Vacancies
    names: Array
    who: Array
    who_start: Array
    near: Array
    near_start: Array

    def parts(self) -> Iterator[Partition]:
        """The partitions it is made of."""
        bounds = zip(pairwise(self.who_start.tolist()), pairwise(self.near_start.tolist()), strict=True)
        for (who, who_end), (near, near_end) in bounds:
            yield Partition(self.who[who:who_end], self.near[near:near_end])


def cut(people: People, vacancies: Vacancies, rows: Array, parts: Sequence[Partition]) -> Piece:
    """The piece of some partitions: what they need and nothing else.

    Args:
        people: Everybody.
        vacancies: Every vacancy.
        rows: Whom the piece is about: the people of the partitions, one after another.
        parts: The partitions; none for people who are to be matched with work from home alone.
    """
    near, near_start = _joined([part.near for part in parts])
    names, local = np.unique(near, return_inverse=True)
    return Piece(
        people_of(people, rows),
        vacancies_of(vacancies, names),
        names.astype(np.int32),
        np.arange(len(rows)),
        _joined([part.who for part in parts])[1],
        local.astype(np.int32),
        near_start,
    )


def people_of(people: People, rows: Array) -> People:
    """Some of the people, numbered from nought in the order of `rows`."""
    skills = _lists(people.skill_start, rows)
    occupations = _lists(people.occupation_start, rows)
    by_row = {
        name: getattr(people, name)[rows]
        for name in ("xyz", "reach", "level", "hours", "times", "floor", "licences", "limits", "furthest", "rank")
    }
    return People(
        skill_start=skills[0],
        skill=people.skill[skills[1]],
        occupation_start=occupations[0],
        occupation=people.occupation[occupations[1]],
        counts=people.counts[occupations[1]],
        **by_row,
    )


def vacancies_of(vacancies: Vacancies, rows: Array) -> Vacancies:
    """Some of the vacancies, numbered from nought in the order of `rows`, with the kinds and profiles they use and no others.

    Kinds and profiles keep their order, so that the best few are found in the same order too.
    """
    kinds, kind = np.unique(vacancies.kind[rows], return_inverse=True)
    profiles, profile = np.unique(vacancies.profile[kinds], return_inverse=True)
    start, skills = _lists(vacancies.skill_start, profiles)
    by_row = {name: getattr(vacancies, name)[rows] for name in _BY_ROW}
    return Vacancies(
        **by_row,
        kind=kind.astype(np.int32),
        profile=profile.astype(np.int32),
        level=vacancies.level[kinds],
        skill_start=start,
        skill=vacancies.skill[skills],
        doubled=vacancies.doubled[skills],
        total=vacancies.total[profiles],
        occupation=vacancies.occupation[profiles],
    )


def to_bytes(arrays: Mapping[str, Array]) -> bytes:
    """Arrays by name in NumPy's own format, which holds nothing that runs.

    Example:
        >>> of_bytes(to_bytes({"three": np.arange(3)}))["three"].tolist()
        [0, 1, 2]
    """
    out = io.BytesIO()
    np.savez(out, allow_pickle=False, **arrays)
    return out.getvalue()


def of_bytes(data: bytes) -> dict[str, Array]:
    """Arrays by name from `to_bytes`."""
    with np.load(io.BytesIO(data), allow_pickle=False) as held:
        return {name: held[name] for name in held.files}


def piece_to_bytes(piece: Piece) -> bytes:
    """A piece to be sent to another machine."""
    rest = {name: getattr(piece, name) for name in Piece._fields[2:]}
    return to_bytes({**_named("people", piece.people), **_named("vacancies", piece.vacancies), **rest})


def piece_of_bytes(data: bytes) -> Piece:
    """A piece as it was sent."""
    held = of_bytes(data)
    people = People(**_under(held, "people"))
    return Piece(people, Vacancies(**_under(held, "vacancies")), **{name: held[name] for name in Piece._fields[2:]})


def common_to_bytes(rules: Rules, vacancies: Vacancies, names: Array) -> bytes:
    """What every piece needs: what fit is worked out with, and the vacancies that can be done from home."""
    rest = {"names": names}
    return to_bytes({**_named("rules", rules), **_named("vacancies", vacancies), **rest})


def common_of_bytes(data: bytes) -> tuple[Rules, Vacancies, Array]:
    """What every piece needs, as it was sent."""
    held = of_bytes(data)
    # Numbers alone were arrays on the way; the kernel is compiled for numbers.
    rules = {name: value if value.ndim else value.item() for name, value in _under(held, "rules").items()}
    return Rules(**rules), Vacancies(**_under(held, "vacancies")), held["names"]


def _named(what: str, arrays: People | Vacancies | Rules) -> dict[str, Array]:
    return {f"{what}.{name}": np.asarray(value) for name, value in arrays._asdict().items()}


def _under(held: Mapping[str, Array], what: str) -> dict[str, Array]:
    return {name.removeprefix(f"{what}."): value for name, value in held.items() if name.startswith(f"{what}.")}


def _joined(lists: Sequence[Array]) -> tuple[Array, Array]:
    start = np.concatenate(([0], np.cumsum([len(each) for each in lists]))).astype(np.int64)
    return np.concatenate([np.empty(0, np.int32), *lists]).astype(np.int32), start


def _lists(start: Array, rows: Array) -> tuple[Array, Array]:
    """Of the lists of some rows: where each begins once they lie one after another, and the places of what is in them."""
    lengths = start[rows + 1] - start[rows]
    begins = np.concatenate(([0], np.cumsum(lengths))).astype(np.int64)
    return begins, np.arange(begins[-1]) + np.repeat(start[rows] - begins[:-1], lengths)
