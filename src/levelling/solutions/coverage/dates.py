"""The date a place is looked at: what can be asked, and when a body stood."""

from datetime import date

from levelling.atlas.kinship import Kinship
from levelling.core.area import Area
from levelling.core.choice import date_of
from levelling.core.errors import UserError
from levelling.core.period import Period

EARLIEST = Period.parse("2020-04")
"""The look-ups of bodies we hold begin here: local authorities and partnerships of April 2020."""
_APRIL = 4


def read_as_of(text: str, today: Period, option: str = "as_of") -> Period:
    """The date somebody asked for: a month such as `2020-12`, a year or a day.

    Args:
        text: What was typed; empty for today.
        today: The month it is.
        option: Where it was typed, such as `--as-of`.

    Raises:
        UserError: It is no date, lies before the look-ups begin, or has not come yet.

    Example:
        >>> read_as_of("2020-12", Period.parse("2026-11")).label
        'December 2020'
    """
    if not text.strip():
        return today
    found = date_of(text, option)
    if found.end < EARLIEST.start:
        raise UserError(
            f"Who covered a place in {found.label} cannot be told: the boundaries we hold begin in {EARLIEST.label}.",
            f"Give {EARLIEST.iso} or later.",
        )
    if found.start > today.end:
        raise UserError(f"{found.label} has not come yet, so nobody can say who will cover a place then.", f"Give {today.iso}.")
    return found


def first_day(year: int) -> date:
    """The day from which an area with this first year is taken to stand: councils change on 1 April.

    Example:
        >>> first_day(2023).isoformat()
        '2023-04-01'
    """
    return date(year, _APRIL, 1)


def first_year(area: Area, kin: Kinship) -> int | None:
    """The year an area began: of itself, not of its newest code; of the merger that made it where its row does not say."""
    into = [change for change in kin.into.get(area.code, ()) if change.level == area.level]
    if any(change.kind == "recoded" for change in into):
        return None
    merged = [change.year for change in into if change.kind in {"merged", "split"} and change.year]
    return area.start or max(merged, default=None)


def stood(area: Area, kin: Kinship, day: date) -> bool:
    """Whether an area stood on a day, going by its first and last years, with changes on 1 April."""
    first = first_year(area, kin)
    begun = first is None or first_day(first) <= day
    return begun and (area.end is None or day < first_day(area.end + 1))
