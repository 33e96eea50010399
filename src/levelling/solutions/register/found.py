"""What a question to the register gives: enablers, how each stands, whether each reaches a place, as sentences and as records."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, TypedDict

from levelling.atlas import Atlas
from levelling.core.area import NATIONS, Area
from levelling.core.choice import chosen
from levelling.core.period import Period
from levelling.core.source import Source
from levelling.core.words import listed
from levelling.solutions.register.enabler import Amount, Enabler, Kind, Reach, Status, Topic, User
from levelling.solutions.register.reach import ReachAt, reaches
from levelling.solutions.register.register import Register
from levelling.solutions.register.status import StatusAt, status_at


@dataclass(frozen=True, slots=True)
class Standing:
    """An enabler at a date, and at a place where one is asked for.

    Attributes:
        enabler: The enabler.
        status: How it stands.
        area: The place; `None` where none was asked for.
        reach: Whether it reaches the place; `None` where none was asked for.
    """

    enabler: Enabler
    status: StatusAt
    area: Area | None = None
    reach: ReachAt | None = None


@dataclass(frozen=True, slots=True)
class Found:
    """The enablers that answer to a question, best first.

    Attributes:
        as_of: The date.
        area: The place; `None` where none was asked for.
        items: Each enabler with how it stands.
        looked_over: When the register was last looked over; `None` where that does not matter.
    """

    as_of: Period
    area: Area | None
    items: tuple[Standing, ...]
    looked_over: Period | None = None

    @property
    def sentences(self) -> tuple[str, ...]:
        """How many there are and how they stand, and what to mind."""
        if not self.items:
            return ("Nothing in the register answers to all of this.",)
        counts = Counter(item.status.status for item in self.items)
        parts = [f"{counts[status]} {_WORDS[status]}" for status in Status if counts[status]]
        many = "enabler answers" if len(self.items) == 1 else "enablers answer"
        told = [f"{len(self.items)} {many} to this, as of {self.as_of.label}: {listed(parts)}."]
        if self.area is not None and (unsure := sum(item.reach is not None and _unsure(item.reach) for item in self.items)):
            which = "they reach" if unsure > 1 else "it reaches"
            told.append(f"For {unsure} of them one cannot tell whether {which} {self.area.name}.")
        if self.looked_over is not None and self.as_of.start > self.looked_over.end:
            told.append(ahead(self.as_of, self.looked_over))
        return tuple(told)

    def records(self) -> Sequence[dict[str, Any]]:
        """One record an enabler."""
        return [record(item) for item in self.items]


_WORDS = {
    Status.OPEN: "open",
    Status.NOT_BEGUN: "not yet begun",
    Status.CLOSED: "closed",
    Status.REPLACED: "replaced",
    Status.CANNOT_TELL: "for which one cannot tell",
}


class Filters(TypedDict, total=False):
    """What an enabler must be to be found; whatever is left out is not asked for."""

    kind: Kind | None
    status: Status | None
    topic: Topic | None
    user: User | None


def filters(
    *, kind: str = "", status: str = "", topic: str = "", user: str = "", option: str = "{}", user_option: str = "user"
) -> Filters:
    """What was asked for in words, as filters.

    Args:
        kind: What it is.
        status: How it stands.
        topic: What it is about.
        user: Who can use it.
        option: How an option is called where it was given, such as `--{}`.
        user_option: What the option for who can use it is called.

    Raises:
        UserError: A word is none of those that may be chosen; near ones are offered.

    Example:
        >>> filters(kind="fund")
        {'kind': <Kind.FUND: 'fund'>}
    """
    found: Filters = {}
    if kind:
        found["kind"] = chosen(Kind, kind, option.format("kind"))
    if status:
        found["status"] = chosen(Status, status, option.format("status"))
    if topic:
        found["topic"] = chosen(Topic, topic, option.format("topic"))
    if user:
        found["user"] = chosen(User, user, option.format(user_option))
    return found


def find(
    register: Register, query: str, as_of: Period, place: tuple[Atlas, Area] | None = None, wanted: Filters | None = None
) -> Found:
    """Ask the register; where a place is asked for, enablers that do not reach it are left out.

    Args:
        register: The register.
        query: Words; every enabler where there is none.
        as_of: The date.
        place: The figures and an area of theirs; `None` where no place is asked for.
        wanted: What an enabler must be.
    """
    items = []
    area = place[1] if place is not None else None
    for enabler in register.search(query, as_of=as_of, **(wanted or {})):
        reach = reaches(enabler, place[1], place[0], as_of) if place is not None else None
        if reach is None or reach.may:
            items.append(Standing(enabler, status_at(enabler, as_of), area, reach))
    return Found(as_of, area, tuple(items), register.as_of)


def ahead(as_of: Period, looked_over: Period) -> str:
    """What to mind of a date that the register cannot know of.

    Example:
        >>> ahead(Period.parse("2030"), Period.parse("2026-11"))
        '2030 lies after the register was last looked over, in November 2026: what opens or ends until then is not known.'
    """
    seen = looked_over.label
    return f"{as_of.label} lies after the register was last looked over, in {seen}: what opens or ends until then is not known."


def record(item: Standing) -> dict[str, Any]:
    """An enabler as plain data, with how it stands and, where a place was asked for, whether it reaches it."""
    enabler = item.enabler
    told: dict[str, Any] = {
        "id": enabler.id,
        "name": enabler.name,
        "kind": enabler.kind.value,
        "status": item.status.status.value,
        "status_reason": item.status.sentence,
        "purpose": enabler.purpose,
        "lead": enabler.lead,
        "nations": [NATIONS[nation] for nation in enabler.nations],
        "levels": list(enabler.levels),
        "extent": enabler.extent.value,
        "areas_complete": enabler.areas_complete,
        "areas": [_reach(one) for one in enabler.areas],
        "started": _iso(enabler.started),
        "ended": _iso(enabler.ended),
        "replaced_by": list(enabler.replaced_by),
        "amounts": [_amount(one) for one in enabler.amounts],
        "ring_fences": list(enabler.ring_fences),
        "users": [user.value for user in enabler.users],
        "vcse_role": enabler.vcse_role,
        "topics": [topic.value for topic in enabler.topics],
        "mechanism": enabler.mechanism.value,
        "conditions": list(enabler.conditions),
        "law": enabler.law,
        "sources": [_source(one) for one in enabler.sources],
        "newest_source": _iso(enabler.newest_source),
        "confidence": enabler.confidence.value,
    }
    if item.reach is not None:
        told["reaches"] = item.reach.answer.value
        told["reach_reason"] = item.reach.sentence
        told["reach_share"] = item.reach.share
    return told


def _unsure(reach: ReachAt) -> bool:
    return reach.answer.value == "cannot tell"


def _iso(period: Period | None) -> str | None:
    return period.iso if period is not None else None


def _amount(amount: Amount) -> dict[str, Any]:
    return {"pounds": amount.pounds, "period": amount.period, "note": amount.note, "source": _source(amount.source)}


def _source(source: Source) -> dict[str, Any]:
    return {"title": source.title, "address": source.address, "date": _iso(source.date)}


def _reach(reach: Reach) -> dict[str, Any]:
    return {
        "name": reach.name,
        "codes": list(reach.codes),
        "within": list(reach.within),
        "placed": reach.is_placed,
        "pounds": reach.pounds,
        "people": reach.people,
        "people_a_year": reach.people_a_year,
        "period": reach.period,
        "started": _iso(reach.started),
        "ended": _iso(reach.ended),
        "note": reach.note,
        "source": _source(reach.source),
    }
