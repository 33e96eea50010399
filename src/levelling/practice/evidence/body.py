"""What a body of cases says of one way of working, for one group or all: votes, pools, refusals, what to read together."""

from collections.abc import Sequence
from dataclasses import dataclass

from levelling.core.words import listed
from levelling.practice.cases import GOOD_COMPARISON, Case, Direction, Group, Library, Mechanism, Result, headline, result_told
from levelling.practice.evidence.comparable import Kind, Refused, Usable, judge
from levelling.practice.evidence.own import Own
from levelling.practice.evidence.pooling import Pooled, pool
from levelling.practice.evidence.votes import Aim, Grade, Votes, votes


@dataclass(frozen=True, slots=True)
class Entry:
    """An effect of a case, with whether it may be pooled.

    Attributes:
        case: The case.
        result: The effect.
        judged: It as a study, or why it may not be pooled.
    """

    case: Case
    result: Result
    judged: Usable | Refused


@dataclass(frozen=True, slots=True)
class Heap:
    """Results of one kind: pooled where two or more may be, and otherwise why not.

    Attributes:
        kind: What they measure.
        usable: Those that may be pooled.
        refused: Those that may not.
        pooled: What they say together; `None` where fewer than two may be pooled.
    """

    kind: Kind
    usable: tuple[Usable, ...]
    refused: tuple[Refused, ...]
    pooled: Pooled | None

    @property
    def why_not(self) -> str:
        """Why it is not pooled, in a sentence; empty where it is."""
        if self.pooled is not None:
            return ""
        reasons: dict[str, list[str]] = {}
        for item in self.refused:
            reasons.setdefault(item.why, []).append(item.name)
        told = "; ".join(f"{why} ({listed(names)})" for why, names in reasons.items())
        if self.usable:
            rest = f", and of the others: {told}" if told else ""
            return f"Cannot be pooled, because one result alone can be used ({self.usable[0].study.name}){rest}."
        return f"Cannot be pooled, because {told}."


@dataclass(frozen=True, slots=True)
class Contrast:
    """What must be read side by side, since one half alone would mislead.

    Attributes:
        parts: Each half in a sentence.
        why: Why they belong together.
        cases: The cases.
    """

    parts: tuple[str, ...]
    why: str
    cases: tuple[Case, ...]


@dataclass(frozen=True, slots=True)
class Body:
    """What the library says of one way of working.

    Attributes:
        mechanism: How the cases work.
        group: Whom they are for; `None` for anybody.
        cases: All the cases, the best compared first.
        entries: The effects of those with a good comparison, and of reviews.
        votes: The votes for each aim, work first.
        heaps: Results of one kind, pooled or not, those with most results first.
        contrasts: What must be read side by side.
        own: The results of the user's own.
    """

    mechanism: Mechanism
    group: Group | None
    cases: tuple[Case, ...]
    entries: tuple[Entry, ...]
    votes: tuple[Votes, ...]
    heaps: tuple[Heap, ...]
    contrasts: tuple[Contrast, ...]
    own: Own

    @property
    def grade(self) -> Grade:
        """How far one may rely on it for work."""
        return self.votes[0].grade

    def of(self, aim: Aim) -> Grade:
        """How far one may rely on it for an aim; not known where no case measured it."""
        return next((item.grade for item in self.votes if item.aim is aim), Grade.NOT_KNOWN)

    @property
    def reviews(self) -> tuple[Case, ...]:
        """Reviews of many studies: they stand beside, and have no vote."""
        return tuple(case for case in self.cases if case.review)

    @property
    def uncompared(self) -> tuple[Case, ...]:
        """Cases of which one can only say what happened."""
        return tuple(case for case in self.cases if case.maryland < GOOD_COMPARISON)


def body(library: Library, mechanism: Mechanism, group: Group | None = None, own: Own | None = None) -> Body:
    """What the library says of one way of working.

    Args:
        library: The library.
        mechanism: How the cases work.
        group: Whom they are for; anybody where none is given.
        own: Results of the user's own, pooled with those of the same kind.

    Example:
        >>> from levelling.practice.cases import library
        >>> found = body(library(), Mechanism.HEALTH_SUPPORT)
        >>> found.grade.value, found.votes[1].grade.value
        ('mixed', 'no clear effect found')
    """
    some = [case for case in library if case.mechanism is mechanism and (group is None or group in case.groups)]
    cases = tuple(sorted(some, key=lambda case: (case.review, -case.maryland, case.id)))
    entries = tuple(
        Entry(case, result, judge(case, result))
        for case in cases
        if case.maryland >= GOOD_COMPARISON
        for result in case.results
        if result.is_effect
    )
    mine = own or Own()
    return Body(mechanism, group, cases, entries, votes(cases), heaps(entries, mine), _contrasts(library, cases), mine)


def heaps(entries: Sequence[Entry], own: Own) -> tuple[Heap, ...]:
    """Results sorted by kind; of each case the last measured counts, as two results of one case share people."""
    usable = [*_one_each([entry.judged for entry in entries if isinstance(entry.judged, Usable)]), *own.usable]
    refused = [*(entry.judged for entry in entries if isinstance(entry.judged, Refused)), *own.refused]
    all_kinds = [*(item.kind for item in usable), *(item.kind for item in refused)]
    kinds = {kind for kind in all_kinds if kind.unit or not kind.outcome}
    found = []
    for kind in kinds:
        mine = tuple(item for item in usable if item.kind == kind)
        rest = tuple(dict.fromkeys(item for item in refused if item.kind == kind))
        found.append(Heap(kind, mine, rest, pool([item.study for item in mine]) if len(mine) > 1 else None))
    return tuple(sorted(found, key=lambda heap: (-len(heap.usable), -len(heap.refused), heap.kind)))


def _one_each(items: Sequence[Usable]) -> list[Usable]:
    last: dict[tuple[str, Kind], Usable] = {}
    for item in items:
        held = last.get((item.case, item.kind))
        if held is None or (item.months or 0) > (held.months or 0):
            last[item.case, item.kind] = item
    return list(last.values())


def _contrasts(library: Library, cases: Sequence[Case]) -> tuple[Contrast, ...]:
    found: dict[frozenset[str], Contrast] = {}
    for case in cases:
        for beside in case.read_with:
            other = library.get(beside.case)
            if not (case.effects or other.effects):
                continue
            first, second = sorted((case, other), key=lambda item: (_gains_no_work(item), item.id))
            key = frozenset({case.id, other.id})
            parts = tuple(f"{item.name}. {headline(item)}" for item in (first, second))
            why = next((one.why for one in first.read_with if one.case == second.id), beside.why)
            found.setdefault(key, Contrast(parts, why, (first, second)))
        if (within := _within(case)) is not None:
            found[frozenset({case.id})] = within
    return tuple(found.values())


def _gains_no_work(case: Case) -> bool:
    found = [result.found for result in case.effects if result.about.is_work]
    return bool(found) and Direction.GAIN not in found


def _within(case: Case) -> Contrast | None:
    """A case that a good comparison found to gain, and another look found not to."""
    again = [result for result in case.results if result.is_effect and not result.graded and result.found is not Direction.GAIN]
    first = [result for result in case.effects if again and result.about is again[0].about and result.found is Direction.GAIN]
    if not first:
        return None
    return Contrast(tuple(f"{case.name}. {result_told(result)}" for result in (first[0], again[0])), case.caution, (case,))
