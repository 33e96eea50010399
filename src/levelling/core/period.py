"""Periods of time, as official statistics mean them: a year, a month, a day, or an interval with a start and a length."""

import calendar
import re
from dataclasses import dataclass
from datetime import date, timedelta
from functools import lru_cache

from levelling.core.errors import LevellingError

_INTERVAL = re.compile(r"^(\d{4}-\d{2}-\d{2})/P(\d*[1-9]\d*)([YMD])$")
_MONTHS = (
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
)


class UnreadablePeriod(LevellingError):
    """The text is not a period in any form we read."""


@dataclass(frozen=True, slots=True, order=True)
class Period:
    """A span of time from `start` to `end`, both included.

    Ordered by start, then end, so that the newest of a series is its `max`. Written in ISO 8601, as short as it can be
    without losing anything: `2023` (a calendar year), `2023-07` (a month), `2023-03-21` (a day),
    `2022-04-01/P1Y` (the year that begins in April 2022), `2021-01-01/P3Y` (three years).

    Example:
        >>> Period.parse("2022-04-01/P1Y").label
        'April 2022 to March 2023'
        >>> Period.parse("2023-01-01/P1Y").iso
        '2023'
    """

    start: date
    end: date

    @classmethod
    def parse(cls, text: str) -> "Period":
        """Read ISO 8601: a year, year-month, date, or interval `start/PnY`, `start/PnM`, `start/PnD`.

        Raises:
            UnreadablePeriod: The text is none of these.
        """
        return _parse(text.strip())

    @classmethod
    def year(cls, year: int) -> "Period":
        """The calendar year."""
        return cls(date(year, 1, 1), date(year, 12, 31))

    @property
    def iso(self) -> str:
        """The period in ISO 8601, shortest form."""
        if self.start == self.end:
            return self.start.isoformat()
        months = self.whole_months
        if months is None:
            return f"{self.start.isoformat()}/P{(self.end - self.start).days + 1}D"
        if months == 12 and self.start.month == 1:
            return f"{self.start.year:04d}"
        if months == 1 and self.start.day == 1:
            return f"{self.start.year:04d}-{self.start.month:02d}"
        if months % 12 == 0:
            return f"{self.start.isoformat()}/P{months // 12}Y"
        return f"{self.start.isoformat()}/P{months}M"

    @property
    def label(self) -> str:
        """The period in words, for a page: `2023`, `July 2023`, `April 2022 to March 2023`, `2021 to 2023`."""
        return _label(self)

    @property
    def middle(self) -> float:
        """The middle of the period as a decimal year, for a time axis."""
        days = (self.start.toordinal() + self.end.toordinal() + 1) / 2
        year = date.fromordinal(int(days)).year
        first = date(year, 1, 1).toordinal()
        return year + (days - first) / (366 if calendar.isleap(year) else 365)

    @property
    def whole_months(self) -> int | None:
        """How many whole months it spans; `None` where it does not span whole months."""
        if self.end == date.max:  # the calendar has no day after it
            return (self.end.year - self.start.year) * 12 + 13 - self.start.month if self.start.day == 1 else None
        after = self.end + timedelta(days=1)
        if after.day != self.start.day:
            return None
        return (after.year - self.start.year) * 12 + after.month - self.start.month

    def __str__(self) -> str:
        return self.iso


@lru_cache(maxsize=4096)
def _label(period: Period) -> str:
    start, end = period.start, period.end
    if start == end:
        return f"{start.day} {_MONTHS[start.month - 1]} {start.year}"
    months = period.whole_months
    if months is None or start.day != 1:
        return f"{Period(start, start).label} to {Period(end, end).label}"
    if start.month == 1 and months % 12 == 0:
        return str(start.year) if months == 12 else f"{start.year} to {end.year}"
    first = f"{_MONTHS[start.month - 1]} {start.year}"
    return first if months == 1 else f"{first} to {_MONTHS[end.month - 1]} {end.year}"


@lru_cache(maxsize=4096)
def _parse(text: str) -> Period:
    try:
        if interval := _INTERVAL.match(text):
            start = date.fromisoformat(interval[1])
            return Period(start, _end(start, int(interval[2]), interval[3]))
        if re.fullmatch(r"\d{4}", text):
            return Period.year(int(text))
        if re.fullmatch(r"\d{4}-\d{2}", text):
            start = date.fromisoformat(f"{text}-01")
            return Period(start, _end(start, 1, "M"))
        day = date.fromisoformat(text)
    except (ValueError, OverflowError) as error:
        raise UnreadablePeriod(
            f"'{text[:40]}' is not a period: give a year, a month (2023-07), a date or an ISO 8601 interval."
        ) from error
    return Period(day, day)


def _end(start: date, count: int, unit: str) -> date:
    if unit == "D":
        return start + timedelta(days=count - 1)
    months = start.month - 1 + count * (12 if unit == "Y" else 1)
    year, month = start.year + months // 12, months % 12 + 1
    day = min(start.day, calendar.monthrange(year, month)[1])
    return date(year, month, day) - timedelta(days=1)
