"""For a charity: which outcomes of which framework its work can claim, what it has to record first, and what it adds to."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import Any

from levelling.core.area import Area
from levelling.core.words import listed, number, opened
from levelling.solutions.align.activities import Vocabulary, vocabulary
from levelling.solutions.align.ages import Ages
from levelling.solutions.align.framework import FrameworkOutcome, OutcomeFramework, Sort, Standing
from levelling.solutions.align.organisation import Activity, Organisation
from levelling.solutions.align.reading import frameworks

NOT_STATED = "not stated in what we found"
SMALL = 10
"""Counts of fewer people than this are not shown: few people can be told apart by those who know them."""


class Verdict(StrEnum):
    """What a charity can say of an outcome."""

    CLAIM = "can claim"
    RECORD = "record it first"
    ADDS = "adds to it"
    OTHER_AGES = "other ages"
    UNKNOWN = "not recognised"
    UNREAD = "not read"


@dataclass(frozen=True, slots=True)
class Shown:
    """A result a charity records, as it may be shown.

    Attributes:
        title: What it is.
        count: Of how many people; `None` where no count was given or it is small.
        text: The count in words; empty where none was given.
    """

    title: str
    count: int | None
    text: str

    @property
    def said(self) -> str:
        """Title and count: 'Began work: 24'."""
        return f"{self.title}: {self.text}" if self.text else self.title


@dataclass(frozen=True, slots=True)
class Claim:
    """One outcome of a framework that an activity works towards.

    Attributes:
        activity: The activity.
        kind: Which declared activity it was taken for.
        by: The words it was known by.
        framework: The framework.
        outcome: The outcome.
        verdict: What can be said.
        recorded: What the charity records that bears on it.
        note: What to mind, in a sentence or two; empty where nothing.
    """

    activity: Activity
    kind: str
    by: str
    framework: OutcomeFramework
    outcome: FrameworkOutcome
    verdict: Verdict
    recorded: tuple[Shown, ...]
    note: str

    @property
    def evidence(self) -> str:
        """What proof the framework wants, as far as it was found."""
        return self.outcome.evidence or NOT_STATED

    @property
    def is_open(self) -> bool:
        """Whether the framework is still asked for; one that has closed wants no new bids."""
        return Standing.CLOSED not in (self.framework.standing, self.outcome.standing)

    def record(self) -> dict[str, Any]:
        """The claim as plain data."""
        source = self.outcome.source
        return {
            "activity": self.activity.name,
            "kind": self.kind,
            "known_by": self.by,
            "framework": self.framework.slug,
            "framework_title": self.framework.title,
            "standing": self.framework.standing.value,
            "outcome": self.outcome.key,
            "outcome_id": self.outcome.id or None,
            "title": self.outcome.title,
            "definition": self.outcome.definition,
            "ages": self.outcome.ages.words if self.outcome.ages else None,
            "claim": self.verdict.value,
            "recorded": "; ".join(item.said for item in self.recorded) or None,
            "evidence": self.evidence,
            "note": self.note or None,
            "near": None,
            "source": source.title,
            "source_address": source.address or None,
            "source_date": source.date.iso if source.date else None,
        }


@dataclass(frozen=True, slots=True)
class Unused:
    """What of a charity's file could not be matched, and why.

    Attributes:
        activity: The activity it belongs to; empty where the file itself is wrong.
        verdict: Not recognised, or not read.
        note: What and why.
        near: Titles of declared activities or results that are near in words.
    """

    activity: str
    verdict: Verdict
    note: str
    near: tuple[str, ...] = ()

    @property
    def sentence(self) -> str:
        """What and why, with what is near."""
        return f"{self.note} Near it: {'; '.join(self.near)}." if self.near else self.note


@dataclass(frozen=True, slots=True)
class Claims:
    """What a charity's work can claim.

    Attributes:
        organisation: The charity.
        area: Where it works; `None` where not told.
        items: Every outcome its activities work towards.
        unused: What of its file could not be matched.
        elsewhere: Frameworks left out because they do not hold in the area's nation.
    """

    organisation: Organisation
    area: Area | None
    items: tuple[Claim, ...]
    unused: tuple[Unused, ...]
    elsewhere: tuple[OutcomeFramework, ...]

    def of(self, *verdicts: Verdict) -> tuple[Claim, ...]:
        """Those with one of these verdicts, frameworks still asked for first."""
        return tuple(sorted((item for item in self.items if item.verdict in verdicts), key=lambda item: not item.is_open))

    def records(self) -> Sequence[dict[str, Any]]:
        """One dictionary an activity and outcome, and one for each thing that could not be used."""
        blank = dict.fromkeys(self.items[0].record() if self.items else _FIELDS)
        lost = [
            {**blank, "activity": item.activity or None, "claim": item.verdict.value, "note": item.note, "near": list(item.near)}
            for item in self.unused
        ]
        return [*(item.record() for item in self.items), *lost]


_FIELDS = ("activity", "framework", "title", "claim", "note", "near")


def claims(organisation: Organisation, area: Area | None = None, among: Iterable[OutcomeFramework] | None = None) -> Claims:
    """Hold a charity's activities and records against outcome frameworks.

    Nothing is guessed. An activity is known by declared words (or by its `kind`), a framework's outcome names the activities
    that work towards it and what has to be recorded of people to claim it. A figure of a whole population can be added to and
    never claimed.

    Args:
        organisation: The charity's activities.
        area: Where it works: frameworks of other nations are left out.
        among: The frameworks; all that come with the package where none are named.
    """
    known = vocabulary()
    wanted = tuple(frameworks().values() if among is None else among)
    held = tuple(item for item in wanted if area is None or item.holds_for(area))
    items: list[Claim] = []
    unused = [Unused("", Verdict.UNREAD, f"{opened(fault)}.") for fault in organisation.faults]
    for activity in organisation.activities:
        kinds, lost = _kinds(activity, known)
        unused += lost
        results, strange = _results(activity, known)
        unused += strange
        items += [
            claim
            for item in held
            for outcome in item.outcomes
            for claim in _claim(activity, kinds, results, item, outcome, known)
        ]
    order = list(Verdict)
    items.sort(key=lambda item: (order.index(item.verdict), not item.is_open))
    return Claims(organisation, area, tuple(items), tuple(unused), tuple(item for item in wanted if item not in held))


def _kinds(activity: Activity, known: Vocabulary) -> tuple[dict[str, str], list[Unused]]:
    """The declared activities this is, with the words it is known by."""
    if activity.kind:
        named = known.named(activity.kind)
        if named is not None:
            return {named.key: activity.kind}, []
        note = f"{activity.name}: its kind, '{activity.kind[:60]}', is none of the activities that frameworks refer to."
        return {}, [Unused(activity.name, Verdict.UNKNOWN, note, known.near_activities(activity.kind))]
    found = known.activities_in(activity.name) | known.activities_in(activity.does)
    if found:
        return found, []
    note = f"{activity.name}: none of its words name an activity that frameworks refer to."
    return {}, [Unused(activity.name, Verdict.UNKNOWN, note, known.near_activities(f"{activity.does} {activity.name}"))]


def _results(activity: Activity, known: Vocabulary) -> tuple[dict[str, Shown], list[Unused]]:
    """What is recorded, by declared result; counts of the same result are added up where all are given."""
    counts: dict[str, list[int | None]] = {}
    lost = []
    for item in activity.recorded:
        found = known.results_in(item.what)
        if not found:
            note = f"{activity.name}: '{item.what[:60]}' is none of the results that frameworks refer to."
            lost.append(Unused(activity.name, Verdict.UNKNOWN, note, known.near_results(item.what)))
        for key in found:
            counts.setdefault(key, []).append(item.count)
    return {key: _shown(known.results[key].title, _sum(found)) for key, found in counts.items()}, lost


def _sum(counts: Sequence[int | None]) -> int | None:
    given = [count for count in counts if count is not None]
    return sum(given) if len(given) == len(counts) else None


def _shown(title: str, count: int | None) -> Shown:
    if count is None:
        return Shown(title, None, "")
    if 0 < count < SMALL:
        return Shown(title, None, f"fewer than {SMALL}")
    return Shown(title, count, number(count, 0))


def _claim(
    activity: Activity,
    kinds: dict[str, str],
    results: dict[str, Shown],
    item: OutcomeFramework,
    outcome: FrameworkOutcome,
    known: Vocabulary,
) -> Iterable[Claim]:
    by = next((kind for kind in outcome.activities if kind in kinds), None)
    if by is None:
        return
    bearing = tuple(shown for key, shown in results.items() if known.with_implied([key]) & set(outcome.results))
    has_some = any(shown.count != 0 for shown in bearing)
    verdict = Verdict.ADDS if outcome.sort is not Sort.CLIENT else Verdict.CLAIM if has_some else Verdict.RECORD
    if _apart(activity.ages, outcome.ages):
        verdict = Verdict.OTHER_AGES
    closed = Standing.CLOSED in (item.standing, outcome.standing)
    if closed and verdict is not Verdict.CLAIM:
        return  # a fund that has closed asks for nothing more: only what was achieved can still be told
    notes = [_ages_note(activity.ages, outcome.ages, counts=outcome.sort is Sort.CLIENT)]
    if verdict is Verdict.RECORD:
        wanted = listed([known.results[key].title.lower() for key in outcome.results], "or")
        told = "You count nobody yet." if bearing else f"To claim it, record of each person: {wanted}."
        notes.append(told)
    if verdict is Verdict.ADDS:
        notes.append(
            "A heading that wants evidence: say what you see."
            if outcome.sort is Sort.HEADING
            else "A figure of everybody in the place: your work adds to it and cannot claim it."
        )
    if closed:
        notes.append("It has closed: a record of what was done, not a way to new money.")
    notes.append(outcome.note)
    if all(one.sort is Sort.CLIENT for one in item.outcomes):
        notes += item.lacks
    title = known.activities[by].title
    yield Claim(activity, title, kinds[by], item, outcome, verdict, bearing, " ".join(part for part in notes if part))


def _apart(here: Ages | None, asked: Ages | None) -> bool:
    return here is not None and asked is not None and not here.meets(asked)


def _ages_note(here: Ages | None, asked: Ages | None, *, counts: bool) -> str:
    if asked is None or (here is not None and asked.holds(here)):
        return ""
    if not counts and (here is None or here.meets(asked)):
        return f"It is for ages {asked.words}."
    if here is None:
        return f"It is for ages {asked.words}: your file names no ages."
    if not here.meets(asked):
        return f"It is for ages {asked.words}: your work is for ages {here.words}."
    return f"It is for ages {asked.words}: count only people of those ages."
