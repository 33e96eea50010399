"""Adverts that stand several times become one vacancy; which one is kept does not depend on the order they came in.

Adverts are one where they have the same key, title and employer; where employer, title, place and pay are the same and texts
alike or missing; or where, at one employer and place, titles are alike and texts nearly the same. How alike two texts are
is the share of their runs of five words that both have, told from the 32 of each with the lowest checksums (a bottom-k sketch).
"""

import re
from array import array
from collections import defaultdict
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date
from functools import lru_cache
from heapq import nsmallest
from typing import Any
from zlib import crc32

from levelling.jobs.vacancy import Vacancy

NEARLY_SAME = 0.9
"""Share of runs of words that two texts must have in common where employer and place are the same and titles are alike."""
ALIKE = 0.7
"""The same where title and pay are the same too: a ward's advert and another's often differ in less than half."""

_RUN, _KEPT, _TRIED = 5, 32, 4
_BEGINS = 7  # only runs that begin with a longer word count: a quarter of them, and the more telling
_FEWEST = 20
_TITLES_ALIKE = 0.5
_OFTEN = (
    "title",
    "employer",
    "place",
    "occupation",
    "essential",
    "optional",
    "said",
    "pay",
    "hours",
    "times",
    "licences",
    "checks",
    "demands",
)
# Runs that begin with a long word. They are looked ahead for, as one may begin within another.
_TELLING_RUNS = re.compile(rb"(?<![^ ])(?=([^ ]{%d,}(?: [^ ]+){%d})(?![^ ]))" % (_BEGINS, _RUN - 1))
_OTHER = re.compile(r"[\W_]+")
_NO_DAY = date(1, 1, 1)

Sketch = bytes
"""Checksums in order, four bytes each: a country's adverts are held at once, and numbers would take ten times the room."""


@dataclass(frozen=True, slots=True)
class Draft:
    """A vacancy as it was read, with what tells it from others.

    Attributes:
        vacancy: The vacancy.
        made: Whether its key was made here, for want of one of its own.
        several: Whether the advert itself says that it is for several people.
        where: Its place as it is compared.
        sketch: The lowest checksums of its runs of words; empty where the text is too short to tell.
    """

    vacancy: Vacancy
    made: bool
    several: bool
    where: str
    sketch: Sketch


class Shared:
    """Keeps one of each value that many vacancies have, so that a country's adverts fit into memory."""

    def __init__(self) -> None:
        self._kept: dict[Any, Any] = {}

    def draft(self, made: Draft) -> Draft:
        """The same draft, with values that were seen before in place of its own."""
        vacancy = made.vacancy
        fields = {name: self._one(getattr(vacancy, name)) for name in _OFTEN}
        return replace(made, vacancy=replace(vacancy, **fields), where=self._one(made.where))

    def _one(self, value: Any) -> Any:
        return self._kept.setdefault((type(value), value), value)


def sketch(plain: str) -> Sketch:
    """The lowest checksums of the runs of five words in a text.

    Args:
        plain: A text as `phrases.plain` writes it.

    Example:
        >>> sketch("too short")
        b''
    """
    text = plain.encode("utf-8", "replace")
    words = text.split()
    if len(words) < _FEWEST:
        return b""
    runs = _TELLING_RUNS.findall(text)
    if len(runs) < _KEPT:
        runs = [b" ".join(words[at : at + _RUN]) for at in range(len(words) - _RUN + 1)]
    return array("I", nsmallest(_KEPT, set(map(crc32, runs)))).tobytes()


def likeness(one: Sketch, other: Sketch) -> float:
    """The share of runs that two texts have in common, as their sketches tell it.

    Of the lowest checksums of both together, those that both have.

    Example:
        >>> one = sketch("a long text " * 9 + "about one thing")
        >>> likeness(one, one), likeness(one, b"")
        (1.0, 0.0)
    """
    if not one or not other:
        return 0.0
    first, second = set(_runs(one)), set(_runs(other))
    lowest = nsmallest(min(_KEPT, len(first | second)), first | second)
    return sum(run in first and run in second for run in lowest) / len(lowest)


def _runs(made: Sketch) -> "array[int]":
    return array("I", made)


def merge(drafts: Sequence[Draft]) -> list[Vacancy]:
    """One vacancy for each set of duplicates, in the order in which the first of each came.

    Of several the fullest is kept, of equally full the newest. `merged` names the others, each as often as it stood there.
    Vacancies that are not the same but have the same key are told apart by a number behind it.
    """
    sets = _Sets(len(drafts))
    said: dict[tuple[str, ...], list[int]] = defaultdict(list)
    keys: dict[tuple[str, ...], int] = {}
    near: dict[tuple[str, str, int], list[int]] = defaultdict(list)
    for at, draft in enumerate(drafts):
        vacancy = draft.vacancy
        title, employer = _plain(vacancy.title), _plain(vacancy.employer)
        sets.join(at, keys.setdefault((vacancy.id, title, employer), at))
        if not employer or not draft.where:
            continue
        pay = f"{vacancy.pay.least:.2f} {vacancy.pay.most:.2f}" if vacancy.pay else ""
        said[employer, title, draft.where, pay].append(at)
        for run in _runs(draft.sketch[: 4 * _TRIED]):
            near[employer, draft.where, run].append(at)
    for members in near.values():
        _join_alike(members, drafts, sets, _nearly_same)
    for members in said.values():
        texts = [at for at in members if drafts[at].sketch]
        _join_alike(texts, drafts, sets, lambda one, other: likeness(one.sketch, other.sketch) >= ALIKE)
    _join_textless(said.values(), drafts, sets)
    gathered: dict[int, list[Draft]] = defaultdict(list)
    for at, draft in enumerate(drafts):
        gathered[sets.lead(at)].append(draft)
    return _told_apart([_one(members) for members in gathered.values()])


class _Sets:
    """Sets that are joined, each known by its first member."""

    def __init__(self, count: int) -> None:
        self._leader = list(range(count))

    def lead(self, at: int) -> int:
        """The first member of the set of a member."""
        while self._leader[at] != at:
            self._leader[at] = self._leader[self._leader[at]]
            at = self._leader[at]
        return at

    def join(self, one: int, other: int) -> None:
        """Make one set of two."""
        first, second = sorted((self.lead(one), self.lead(other)))
        self._leader[second] = first


def _join_alike(members: Sequence[int], drafts: Sequence[Draft], sets: _Sets, alike: Callable[[Draft, Draft], bool]) -> None:
    """Join every two that are alike. Of those that say the same word for word one stands for all, so that many cost little."""
    kinds: dict[tuple[object, ...], int] = {}
    for at in members:
        draft = drafts[at]
        kind = (draft.sketch, _plain(draft.vacancy.title), draft.vacancy.pay)
        first = kinds.setdefault(kind, at)
        if first != at and alike(draft, drafts[first]):
            sets.join(at, first)
    distinct = list(kinds.values())
    for place, at in enumerate(distinct):
        for other in distinct[:place]:
            if sets.lead(at) != sets.lead(other) and alike(drafts[at], drafts[other]):
                sets.join(at, other)


def _join_textless(groups: Iterable[Sequence[int]], drafts: Sequence[Draft], sets: _Sets) -> None:
    """Of one employer, title, place and pay, those without a text are one, and one with those with a text where these are one."""
    joins: list[tuple[int, int]] = []
    for members in groups:
        bare = [at for at in members if not drafts[at].sketch]
        leads = {sets.lead(at) for at in members if drafts[at].sketch}
        if bare:
            joins += [(bare[0], at) for at in bare[1:]]
            joins += [(bare[0], lead) for lead in leads] if len(leads) == 1 else []
    for one, other in joins:
        sets.join(one, other)


def _nearly_same(one: Draft, other: Draft) -> bool:
    if one.vacancy.pay and other.vacancy.pay and one.vacancy.pay != other.vacancy.pay:
        return False
    first, second = set(_plain(one.vacancy.title).split()), set(_plain(other.vacancy.title).split())
    titles = len(first & second) / len(first | second) if first | second else 0.0
    return titles >= _TITLES_ALIKE and likeness(one.sketch, other.sketch) >= NEARLY_SAME


def _told_apart(vacancies: Sequence[Vacancy]) -> list[Vacancy]:
    """The same, with a number behind a key that another has too, in an order that does not go with the files."""
    holders: dict[str, list[int]] = defaultdict(list)
    for at, vacancy in enumerate(vacancies):
        holders[vacancy.id].append(at)
    told = list(vacancies)
    for id_, places in holders.items():
        if len(places) == 1:
            continue
        ranked = sorted(places, key=lambda at: repr(replace(vacancies[at], reads="")))
        for number, at in enumerate(ranked[1:], 2):
            told[at] = replace(vacancies[at], id=f"{id_}#{number}")
    return told


def _rank(draft: Draft) -> tuple[object, ...]:
    """The order in which duplicates are preferred: the fullest, the newest, then by what they say."""
    vacancy = draft.vacancy
    known = sum(
        value not in (None, "", frozenset(), False)
        for value in (
            *(vacancy.pay, vacancy.hours, vacancy.times, vacancy.point, vacancy.level, vacancy.employer, vacancy.occupation),
            *(vacancy.closes, vacancy.demands, vacancy.licences, vacancy.protects),
        )
    )
    posted = (vacancy.posted or _NO_DAY).toordinal()
    return (-known, -posted, vacancy.id, vacancy.title, vacancy.employer, vacancy.place, repr(replace(vacancy, reads="")))


def _one(drafts: Sequence[Draft]) -> Vacancy:
    first, *others = sorted(drafts, key=_rank)
    if not others:
        return first.vacancy
    by_key: dict[str, int] = {}
    for draft in drafts:
        by_key[draft.vacancy.id] = max(by_key.get(draft.vacancy.id, 0), draft.vacancy.headcount)
    several = any(draft.several for draft in drafts)
    return replace(
        first.vacancy,
        headcount=sum(by_key.values()) if several and len(by_key) > 1 else max(by_key.values()),
        merged=tuple(sorted(draft.vacancy.id for draft in others)),
    )


@lru_cache(maxsize=65_536)
def _plain(text: str) -> str:
    return " ".join(_OTHER.sub(" ", text.casefold()).split())
