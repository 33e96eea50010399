"""The four kinds of growth, and the ways of looking that may tell them apart differently."""

from dataclasses import dataclass
from enum import StrEnum

UK = "K02000001"
FIRST = 2008
"""Where a window starts unless asked otherwise: the last year before the recession, and the source paper's own."""


class Growth(StrEnum):
    """Where a place started against the average, and whether it has grown more or less since (source paper, figure 8)."""

    STEAMING_AHEAD = "steaming ahead"
    LOSING_GROUND = "losing ground"
    CATCHING_UP = "catching up"
    FALLING_BEHIND = "falling behind"

    @classmethod
    def of(cls, level: float, growth: float, *, average: float, average_growth: float) -> "Growth":
        """The kind of a start and a growth beside the average's; at the average counts as above it.

        Args:
            level: Output per hour or job at the start, on any scale.
            growth: Real growth since, as a share.
            average: The average on the scale of `level`.
            average_growth: Growth of the average.

        Example:
            >>> Growth.of(92.0, 0.03, average=100.0, average_growth=0.043).value
            'falling behind'
        """
        faster = growth >= average_growth
        if level >= average:
            return cls.STEAMING_AHEAD if faster else cls.LOSING_GROUND
        return cls.CATCHING_UP if faster else cls.FALLING_BEHIND

    @property
    def meaning(self) -> str:
        """What it says of a place, as a clause."""
        return _MEANING[self]


_MEANING = {
    Growth.STEAMING_AHEAD: "it started above the average and has grown faster since",
    Growth.LOSING_GROUND: "it started above the average and has grown more slowly since",
    Growth.CATCHING_UP: "it started below the average and has grown faster since",
    Growth.FALLING_BEHIND: "it started below the average and has grown more slowly since",
}


class Per(StrEnum):
    """What output is divided by."""

    HOUR = "hour"
    JOB = "job"

    @property
    def index_slug(self) -> str:
        """The indicator of output against the UK's, smoothed by the publisher; `-unsmoothed` follows for the other."""
        return "gva-per-hour-worked-index" if self is Per.HOUR else "gva-per-filled-job-index"

    @property
    def volume_slug(self) -> str:
        """The indicator of real output for each hour or job, each area's own 2019 at 100."""
        return "gva-per-hour-worked-volume-index" if self is Per.HOUR else "gva-per-filled-job-volume-index"

    @property
    def divisor_slug(self) -> str:
        """The indicator of how many hours or jobs there are."""
        return "hours-worked-per-week" if self is Per.HOUR else "filled-jobs"

    @property
    def words(self) -> str:
        """The measure in words."""
        return "output per hour worked" if self is Per.HOUR else "output per job"


class Average(StrEnum):
    """What counts as the average."""

    UK = "uk"
    REGION = "region"


@dataclass(frozen=True, slots=True)
class Way:
    """One way of looking: a window and a definition.

    Attributes:
        start: The year whose level counts, and from which growth is reckoned.
        end: The year to which growth is reckoned.
        per: What output is divided by.
        smoothed: Whether the level is the one the publisher smooths over several years.
    """

    start: int
    end: int
    per: Per
    smoothed: bool

    @property
    def index_slug(self) -> str:
        """The indicator of the level."""
        return self.per.index_slug if self.smoothed else f"{self.per.index_slug}-unsmoothed"


def ways(chosen: Way, first: int, last: int, *, shift: int = 1, unsmoothed: bool = True) -> tuple[Way, ...]:
    """Every way of looking near the one chosen: start and end moved by some years, hour and job, smoothed and not.

    Args:
        chosen: The way asked for; it is among them.
        first: The first year of the series: no window starts before it.
        last: The last year: no window ends after it.
        shift: By how many years at most each end is moved.
        unsmoothed: Whether there are levels that are not smoothed; there are none for local authorities.

    Example:
        >>> len(ways(Way(2008, 2017, Per.HOUR, True), 2004, 2022))
        36
        >>> len(ways(Way(2008, 2022, Per.HOUR, True), 2004, 2022))
        24
    """
    starts = [year for year in range(chosen.start - shift, chosen.start + shift + 1) if year >= first]
    ends = [year for year in range(chosen.end - shift, chosen.end + shift + 1) if year <= last]
    forms = (True, False) if unsmoothed else (True,)
    return tuple(
        Way(start, end, per, smoothed) for start in starts for end in ends if start < end for per in Per for smoothed in forms
    )
