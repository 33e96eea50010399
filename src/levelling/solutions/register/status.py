"""How an enabler stands at a date: a rule that claims no more than the sources show.

See docs/decisions/0006-when-an-enabler-counts-as-open.md for why.
"""

from dataclasses import dataclass
from datetime import date

from levelling.core.period import Period
from levelling.solutions.register.enabler import Enabler, Status

LAST_SEEN_HOLDS = 3
"""For how many years after the last source that shows an enabler alive it still counts as open, unless a source shows its end."""


@dataclass(frozen=True, slots=True)
class StatusAt:
    """How an enabler stands at a date.

    Attributes:
        status: One word.
        sentence: Why, in words, with the dates it rests on.
    """

    status: Status
    sentence: str

    @property
    def is_open(self) -> bool:
        """Whether it may be offered as help."""
        return self.status is Status.OPEN


def status_at(enabler: Enabler, period: Period) -> StatusAt:
    """How an enabler stands on the last day of a period.

    In this order: before its start it is not yet begun; after its end it is closed, or replaced where something follows it;
    where start or end is known only to a year or month, one cannot tell within it; an enabler without a known end is open up
    to `LAST_SEEN_HOLDS` years after the last source that shows it alive, and for as long as the law it stands on; otherwise
    one cannot tell.

    Example:
        >>> from levelling.solutions.register import register
        >>> status_at(register().get("ukspf"), Period.parse("2026-11")).status.value
        'replaced'
    """
    day = period.end
    return _before(enabler, day) or _after(enabler, day) or _between(enabler, day)


def _before(enabler: Enabler, day: date) -> StatusAt | None:
    """What is so before it began, or in the year or month it began in."""
    started = enabler.started
    if started is None or day >= started.end:
        return None
    if day < started.start:
        return StatusAt(Status.NOT_BEGUN, f"It begins {_when(started)}.")
    return StatusAt(Status.CANNOT_TELL, f"It began {_when(started)}; on which day was not found.")


def _after(enabler: Enabler, day: date) -> StatusAt | None:
    """What is so once it has ended, or in the year or month it ended in."""
    ended = enabler.ended
    over = Status.REPLACED if enabler.replaced_by else Status.CLOSED
    if ended is not None:
        if day < ended.start or day == ended.start == ended.end:
            return None
        if day < ended.end:
            return StatusAt(Status.CANNOT_TELL, f"It ended {_when(ended)}; on which day was not found.")
        return StatusAt(over, f"It ended {_when(ended)}.")
    if enabler.seen_ended is not None and day >= enabler.seen_ended.start:
        return StatusAt(over, f"A source of {enabler.seen_ended.label} shows it ended; the date of its end was not found.")
    return None


def _between(enabler: Enabler, day: date) -> StatusAt:
    """What is so between its start and its end, by what shows it alive."""
    seen = sorted(enabler.attested, key=lambda one: one.end)
    if enabler.started is None:
        if not seen:
            return StatusAt(Status.CANNOT_TELL, "Neither a start nor a source that shows it alive was found.")
        first = min(one.start for one in seen)
        if day < first:
            told = f"When it began was not found; it is first seen in a source of {Period(first, seen[0].end).label}."
            return StatusAt(Status.CANNOT_TELL, told)
    if enabler.ended is not None:
        return StatusAt(Status.OPEN, f"It ends {_when(enabler.ended)}.")
    if seen and day <= seen[-1].end:
        return StatusAt(Status.OPEN, _seen_since(enabler, day, seen))
    return _since_seen(enabler, day, seen[-1] if seen else None)


def _seen_since(enabler: Enabler, day: date, seen: list[Period]) -> str:
    """Why it is open on a day up to the last source that shows it alive."""
    if now := [one for one in seen if one.start <= day <= one.end]:
        return f"A source of {now[0].label} shows it open."
    later = next(one for one in seen if day < one.start)
    before = [one for one in seen if one.end < day]
    if enabler.started is None or (before and before[-1].end >= enabler.started.start):
        return f"Sources of {before[-1].label} and of {later.label} show it open."
    return f"It began {_when(enabler.started)}, and a source of {later.label} shows it open."


def _since_seen(enabler: Enabler, day: date, last: Period | None) -> StatusAt:
    """What is so of an enabler whose end is not known, after the last source that shows it alive."""
    seen = _last_seen(enabler, last)
    if enabler.seen_ended is not None:
        return StatusAt(Status.CANNOT_TELL, f"{seen}; a source of {enabler.seen_ended.label} shows it ended.")
    if enabler.doubt:
        return StatusAt(Status.CANNOT_TELL, f"{seen}. {enabler.doubt}")
    if enabler.funded_to is not None and day > enabler.funded_to.end:
        told = f"Its money is told up to {enabler.funded_to.label}; whether it goes on was not found."
        return StatusAt(Status.CANNOT_TELL, told)
    if enabler.law:
        return StatusAt(Status.OPEN, f"It stands on the {enabler.law}; nothing was found that ends it. {seen}.")
    latest = max((one.end for one in (last, enabler.started) if one is not None), default=date.min)
    if day <= _later(latest, LAST_SEEN_HOLDS):
        return StatusAt(Status.OPEN, f"{seen}.")
    return StatusAt(Status.CANNOT_TELL, f"{seen}; nothing newer was found.")


def _last_seen(enabler: Enabler, last: Period | None) -> str:
    started = enabler.started
    if last is None and started is not None:
        return f"It began {_when(started)}"
    if last is not None and started is not None and last.end < started.start:
        return f"It was to begin {_when(started)}, by a source of {last.label}"
    return f"Last seen open in a source of {last.label}" if last is not None else "Never seen open"


def _when(period: Period) -> str:
    return f"on {period.label}" if period.start == period.end else f"in {period.label}"


def _later(day: date, years: int) -> date:
    # 29 February has no like in most years; the day before it will do.
    return day.replace(year=day.year + years, day=28 if (day.month, day.day) == (2, 29) else day.day)
