"""The window a change is looked at in: from one period of a series to another, with no break between them."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from levelling.core.errors import NotEnoughData, UserError
from levelling.core.indicator import Break, Indicator
from levelling.core.period import Period

YEARS = 5
"""How far back a trend looks, in years; the nearest period there is to it is taken."""


@dataclass(frozen=True, slots=True)
class Window:
    """What was asked for.

    Attributes:
        start: The earlier period; `None` for the one nearest to `years` before the later.
        end: The later period; `None` for the newest.
        years: How far back to look where no start is given.

    Raises:
        UserError: It ends before it begins, or looks back less than a year.
    """

    start: Period | None = None
    end: Period | None = None
    years: int = YEARS

    def __post_init__(self) -> None:
        if self.start and self.end and self.end.end <= self.start.end:
            raise UserError(
                f"The window ends with {self.end.label}, before or with its start, {self.start.label}.",
                "Give a --to later than --from.",
            )
        if self.years < 1:
            raise UserError(f"A trend cannot look back {self.years} years.", "Give --years 1 or more.")


class OutsideSeries(NotEnoughData):
    """A period was asked for that the series of an area does not have."""


def find(asked: Period, periods: Sequence[Period], whose: str) -> Period:
    """The period of a series that was meant: itself, or the newest one whose middle lies in it ('2023' for April 2023).

    Args:
        asked: What was asked for.
        periods: Those with a value, in any order.
        whose: What series it is, for the message: 'employment-rate in Hartlepool'.

    Raises:
        OutsideSeries: The series has no such period.
    """
    if asked in periods:
        return asked
    inside = [item for item in periods if asked.start <= _middle_day(item) <= asked.end]
    if inside:
        return max(inside, key=lambda item: (item.end, item.start))
    ordered = sorted(periods, key=lambda item: (item.end, item.start))
    if asked.end < ordered[0].start or asked.start > ordered[-1].end:
        runs = f"runs from {ordered[0].label} to {ordered[-1].label}" if len(ordered) > 1 else f"has {ordered[0].label} alone"
        raise OutsideSeries(f"{whose} {runs}: {asked.label} lies outside it.", "Give --from and --to within it.")
    known = ", ".join(item.iso for item in ordered[-12:])
    raise OutsideSeries(f"{whose} has no figure for {asked.label}.", f"Its newest are for: {known}.")


def _middle_day(period: Period) -> date:
    return date.fromordinal((period.start.toordinal() + period.end.toordinal()) // 2)


def alike(one: Period, other: Period) -> bool:
    """Whether two periods are of one length: a year is not held against a month."""
    return abs((one.end - one.start).days - (other.end - other.start).days) <= 3


def break_between(indicator: Indicator, then: Period, now: Period) -> Break | None:
    """The newest break of a series that lies between two periods, the later included."""
    crossed = [item for item in indicator.breaks if then.start < item.period.start <= now.start]
    return max(crossed, key=lambda item: item.period.start, default=None)


def since_break(indicator: Indicator, periods: Sequence[Period], now: Period) -> tuple[list[Period], str]:
    """The periods that the later one may be compared with, and what stands in the way of the others.

    They are of its length, wholly before it, and after the last break.
    """
    before = [item for item in periods if item.end < now.start and alike(item, now)]
    breaks = [item for item in indicator.breaks if item.period.start <= now.start]
    last = max(breaks, key=lambda item: item.period.start, default=None)
    if last is None:
        return before, ""
    return [item for item in before if item.start >= last.period.start], last.note if before else ""


def nearest(periods: Sequence[Period], now: Period, years: int) -> Period:
    """The period nearest to some years before; they are of one length, so their starts stand for them."""
    target = now.start.toordinal() - years * 365.25
    return min(periods, key=lambda item: (abs(item.start.toordinal() - target), item.start))


def apart(periods: Sequence[Period]) -> list[Period]:
    """Those of some periods that do not overlap, counted back from the newest; oldest first.

    Example:
        >>> three_years = [Period.parse(f"{year}-01-01/P3Y") for year in range(2015, 2021)]
        >>> [period.label for period in apart(three_years)]
        ['2017 to 2019', '2020 to 2022']
    """
    chosen: list[Period] = []
    for period in sorted(periods, key=lambda item: (item.end, item.start), reverse=True):
        if not chosen or period.end < chosen[-1].start:
            chosen.append(period)
    return chosen[::-1]
