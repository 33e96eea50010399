"""One place in its quadrant: where it started, how it grew, and in how many ways of looking that holds."""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from levelling.challenge.phrases import place
from levelling.challenge.quadrants.coast import Shore
from levelling.challenge.quadrants.kinds import UK, Average, Growth, Way
from levelling.challenge.quadrants.series import Series
from levelling.core.area import Area, Level
from levelling.core.words import number


@dataclass(frozen=True, slots=True)
class Judged:
    """A place's quadrant, and how firm it is.

    Attributes:
        area: Where.
        quadrant: The kind of growth.
        level: Output per hour or job at the start, UK = 100.
        growth: Real growth over the window, as a share.
        yearly: The same as an average for each year.
        average_growth: Growth of what counts as the average.
        average_level: Its output per hour or job at the start, UK = 100: 100 where the average is the United Kingdom.
        uk_growth: Growth of the United Kingdom.
        region: Its region of England, or its nation; `None` where it lies in none.
        region_growth: Growth there; `None` where not known.
        below_region: Whether it grew less than its region; `None` where not known.
        by_way: The quadrant in each way of looking, in the order of the ways; `None` where a figure is missing.
        shore: How much coast it has; `None` where that is not known.
    """

    area: Area
    quadrant: Growth
    level: float
    growth: float
    yearly: float
    average_growth: float
    average_level: float
    uk_growth: float
    region: Area | None
    region_growth: float | None
    below_region: bool | None
    by_way: tuple[Growth | None, ...]
    shore: Shore | None = None

    @property
    def tally(self) -> Mapping[Growth, int]:
        """How many ways of looking give each quadrant."""
        return Counter(kind for kind in self.by_way if kind is not None)

    @property
    def holds(self) -> int:
        """In how many ways of looking the quadrant is the same."""
        return self.tally.get(self.quadrant, 0)

    @property
    def ways(self) -> int:
        """How many ways of looking there are."""
        return sum(self.tally.values())

    @property
    def firmness(self) -> str:
        """How firm the label is, in a sentence."""
        if self.ways < 2:
            return "There is no other way of looking to try it in."
        if self.holds == self.ways:
            return f"The label holds in all {self.ways} ways of looking."
        others = sorted((kind for kind in self.tally if kind != self.quadrant), key=lambda kind: -self.tally[kind])
        instead = f"; {others[0].value} in {self.tally[others[0]]}"
        return f"The label holds in {self.holds} of {self.ways} ways of looking{instead}."

    @property
    def trust(self) -> str:
        """What that means for a reader."""
        if self.ways < 2 or self.holds == self.ways:
            return ""
        if 2 * self.holds < self.ways:
            return "Most ways of looking give another label."
        return "So the label is likely, not certain." if 3 * self.holds < 2 * self.ways else "So the label is fairly firm."

    def sentence(self, way: Way) -> str:
        """Where it started and how it grew, to be read aloud. A label that most ways of looking deny does not come first."""
        went = (
            f"stood at {number(self.level, 0)} in {way.start}, with the United Kingdom at 100, and {grew(self.growth)} in real "
            f"terms by {way.end}, where the United Kingdom {grew(self.uk_growth)}"
        )
        if self.ways > 1 and 2 * self.holds < self.ways:
            return (
                f"We cannot tell which kind of growth {place(self.area)} has. By {way.per.words} it {went}. Those years alone "
                f"would call it {self.quadrant.value}."
            )
        return f"By {way.per.words}, {place(self.area)} is {self.quadrant.value}: it {went}."

    def record(self) -> dict[str, Any]:
        """Plain data; growth in percent."""
        return {
            "area": self.area.code,
            "name": self.area.name,
            "level": self.area.level.value,
            "quadrant": self.quadrant.value,
            "level_index": self.level,
            "growth": percent(self.growth),
            "growth_per_year": percent(self.yearly),
            "uk_growth": percent(self.uk_growth),
            "average_growth": percent(self.average_growth),
            "region": self.region.code if self.region else None,
            "region_name": self.region.name if self.region else None,
            "region_growth": None if self.region_growth is None else percent(self.region_growth),
            "below_region": self.below_region,
            "holds": self.holds,
            "ways": self.ways,
            "firm_share": round(self.holds / self.ways, 4) if self.ways else None,
            "ways_by_quadrant": {kind.value: self.tally.get(kind, 0) for kind in Growth},
            "coast": self.shore.has_coast if self.shore else None,
            "coastline_share": self.shore.boundary if self.shore else None,
            "coastal_town_share": self.shore.towns if self.shore else None,
        }


def region_of(area: Area, get: Mapping[str, Area]) -> Area | None:
    """The region of England, or else the nation, that an area lies in; `None` for an area as large or larger."""
    if area.level in {Level.REGION, Level.ITL1, Level.NATION, Level.UK}:
        return None
    return get.get(area.parents.get("region") or area.parents.get("nation", ""))


def judge(
    series: Series,
    area: Area,
    region: Area | None,
    chosen: Way,
    tried: Sequence[Way],
    average: Average,
    shore: Shore | None = None,
) -> Judged | None:
    """A place's quadrant and its firmness; `None` where a figure is missing in the way chosen."""
    code = UK if average is Average.UK else (region.code if region else "")
    found = _kind(series, area.code, code, chosen)
    level, growth = series.level(chosen, area.code), series.growth(chosen, area.code)
    uk = series.growth(chosen, UK)
    against = series.growth(chosen, code)
    middle = 100.0 if average is Average.UK else series.level(chosen, code)
    if found is None or level is None or growth is None or uk is None or against is None or middle is None:
        return None
    regional = series.growth(chosen, region.code) if region else None
    return Judged(
        area=area,
        quadrant=found,
        level=level,
        growth=growth,
        yearly=(1 + growth) ** (1 / (chosen.end - chosen.start)) - 1,
        average_growth=against,
        average_level=middle,
        uk_growth=uk,
        region=region,
        region_growth=regional,
        below_region=None if regional is None else growth < regional,
        by_way=tuple(_kind(series, area.code, code, way) for way in tried),
        shore=shore,
    )


def _kind(series: Series, code: str, average: str, way: Way) -> Growth | None:
    level, growth = series.level(way, code), series.growth(way, code)
    middle = 100.0 if average == UK else series.level(way, average)
    pace = series.growth(way, average)
    if level is None or growth is None or middle is None or pace is None:
        return None
    return Growth.of(level, growth, average=middle, average_growth=pace)


def percent(share: float) -> float:
    """A share as a percentage, to the precision the figures bear."""
    return round(100 * share, 3)


def grew(share: float) -> str:
    """A growth in words: 'grew 4.3%', 'shrank 2.0%'.

    Example:
        >>> grew(0.043), grew(-0.02)
        ('grew 4.3%', 'shrank 2.0%')
    """
    return f"{'grew' if share >= 0 else 'shrank'} {number(abs(100 * share), 1)}%"
