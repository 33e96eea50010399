"""Estimates: one indicator in one area in one period, with its uncertainty and where it came from."""

from dataclasses import dataclass
from enum import StrEnum

from levelling.core.area import Area
from levelling.core.indicator import Indicator, Release
from levelling.core.period import Period


class Status(StrEnum):
    """What the publisher, or we, say of one number.

    ONS codes: `x` is `MISSING`, `u` is `UNRELIABLE`.
    """

    NORMAL = "normal"
    UNRELIABLE = "unreliable"
    PROVISIONAL = "provisional"
    MISSING = "missing"
    MODELLED = "modelled"


@dataclass(frozen=True, slots=True)
class Moved:
    """How a number that was not published for this area was made from numbers that were.

    Attributes:
        how: The method in words.
        parts: How many published areas it was made from.
        inside: Share of the area's people for whom there was a published number, 0 to 1.
        from_level: The level the published numbers stand at, in words.
    """

    how: str
    parts: int
    inside: float
    from_level: str


@dataclass(frozen=True, slots=True)
class Estimate:
    """One indicator in one area in one period. Never a float on its own.

    Attributes:
        indicator: What is measured.
        area: Where.
        period: When.
        value: The number, in the indicator's unit; `None` where absent, and then `why_absent` says why.
        lower: Lower end of the publisher's 95% interval; `None` where none is published.
        upper: Upper end.
        status: What the publisher says of this number.
        release: Where it was published.
        category: The category within the indicator's dimension; empty for the whole.
        moved: How it was made, where it was not published for this area.
        why_absent: The reason, where there is no value.
    """

    indicator: Indicator
    area: Area
    period: Period
    value: float | None
    lower: float | None
    upper: float | None
    status: Status
    release: Release
    category: str = ""
    moved: Moved | None = None
    why_absent: str = ""

    @property
    def has_interval(self) -> bool:
        """Whether the publisher gives a 95% interval with the value."""
        return self.value is not None and self.lower is not None and self.upper is not None
