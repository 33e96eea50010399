"""What inequality between places came to: every period's measures, the groups' part in them, and sentences."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from levelling.challenge.inequality.drawn import Errors, Spread
from levelling.challenge.inequality.measures import Array
from levelling.challenge.phrases import place, when
from levelling.core.area import Area, Level
from levelling.core.indicator import Indicator, Movement
from levelling.core.period import Period
from levelling.core.words import number


@dataclass(frozen=True, slots=True)
class Part:
    """One group in one year.

    Attributes:
        name: What it is called.
        places: How many places are in it.
        share: Its share of all weights, 0 to 1.
        mean: Its mean against that of all, which is 1.
        inside: Inequality inside it, by the measure that is split.
    """

    name: str
    places: int
    share: float
    mean: float
    inside: float


@dataclass(frozen=True, slots=True)
class Moment:
    """Inequality in one period.

    Attributes:
        period: When.
        places: How many places have a figure.
        missing: Names of those without.
        weighed: The year of the weights; `None` where every place counts the same or the people are of mid-2019.
        measures: Each measure with its interval, by name.
        between: Inequality between groups; `None` where places are not grouped.
        within: Inequality within them.
        parts: The groups.
        top: The place with the highest value, and the value.
        bottom: The place with the lowest.
        leans: The place without which Theil T would differ most, and what it would then be.
        broken: Why it cannot be held against the period before; empty where it can.
        drawn: Theil T of every world drawn, for the change since.
    """

    period: Period
    places: int
    missing: tuple[str, ...]
    weighed: int | None
    measures: Mapping[str, Spread]
    between: Spread | None
    within: Spread | None
    parts: tuple[Part, ...]
    top: tuple[Area, float]
    bottom: tuple[Area, float]
    leans: tuple[Area, float]
    broken: str
    drawn: Array = None


@dataclass(frozen=True, slots=True)
class Inequality:
    """Inequality of one indicator between the places of a level, through time.

    Attributes:
        indicator: What is unequal.
        level: Between what kind of places.
        by: What they are grouped by; `None` where they are not.
        weights: What they are weighted by: `population`, `none`, or a count.
        alpha: Which generalised entropy is split between groups; 1 is Theil T.
        errors: What was drawn again for the intervals.
        code: Code of what the places make up together.
        name: Its name.
        moments: Every period, oldest first.
        surveyed: Whether its publisher gives intervals.
    """

    indicator: Indicator
    level: Level
    by: str | None
    weights: str
    alpha: float
    errors: Errors
    code: str
    name: str
    moments: tuple[Moment, ...]
    surveyed: bool = False

    @property
    def newest(self) -> Moment:
        """The newest period."""
        return self.moments[-1]

    def records(self) -> list[dict[str, Any]]:
        """One record a period, oldest first."""
        return [self._record(item) for item in self.moments]

    def _record(self, item: Moment) -> dict[str, Any]:
        found: dict[str, Any] = {
            "area": self.code,
            "name": self.name,
            "indicator": self.indicator.slug,
            "level": self.level.value,
            "year": item.period.end.year,
            "period": item.period.iso,
            "weights": self.weights,
            "weights_year": item.weighed,
            "places": item.places,
            "missing": len(item.missing),
        }
        for name, measured in item.measures.items():
            found |= _fields(name, measured)
        found |= {
            "top": item.top[0].name,
            "top_value": item.top[1],
            "bottom": item.bottom[0].name,
            "bottom_value": item.bottom[1],
        }
        found |= {"leans_on": item.leans[0].name, "theil_t_without_it": item.leans[1]}
        if item.between and item.within:
            whole = item.between.value + item.within.value
            found |= {"by": self.by, "alpha": self.alpha} | _fields("between", item.between) | _fields("within", item.within)
            found |= {"between_share": item.between.value / whole if whole else None}
            found["groups"] = [
                {"group": part.name, "places": part.places, "share": part.share, "mean": part.mean, "inside": part.inside}
                for part in item.parts
            ]
        return found | {"interval": self.errors.value, "break_before": item.broken or None}

    @property
    def sentences(self) -> tuple[str, ...]:
        """What came out, to be read aloud."""
        return tuple(part for part in (self._now(), self._lean(), self._change(), self._split()) if part)

    def _now(self) -> str:
        now = self.newest
        theil, tenth = now.measures["theil_t"], now.measures["ratio_90_10"]
        found = f"{number(theil.value, 4)}{_to(theil)}"
        if theil.without_noise is not None:
            less = f"{number(theil.without_noise, 4)}{_to(theil)}"
            found = f"{number(theil.value, 4)} as published, and {less} less what survey error adds,"
        order = {
            "none": "Put the places in order by their figure",
            "population": "Put everyone in order by their place's figure",
        }.get(self.weights, "Put all that is counted in order by its place's figure")
        return (
            f"{self.indicator.title}, {now.period.label}: Theil T is {found} between {now.places} {self.level.plural}. "
            f"{order}: nine tenths of the way up it is {number(tenth.value, 2)} times what it is one tenth of the way up. "
            f"It is highest in {place(now.top[0])} and lowest in {place(now.bottom[0])}."
        )

    def _lean(self) -> str:
        area, without = self.newest.leans
        return f"Without {place(area)} alone, Theil T would be {number(without, 4)}."

    def _change(self) -> str:
        first, now = self._since(), self.newest
        if first is now:
            return f"The series breaks here, so no change is told. {now.broken}" if now.broken else ""
        before, after = (_best(one.measures["theil_t"]) for one in (first, now))
        less = "Less what survey error adds, Theil T" if now.measures["theil_t"].without_noise is not None else "Theil T"
        went = f"{less} went from {number(before, 4)} {when(first.period)} to {number(after, 4)} {when(now.period)}"
        if self.errors is not Errors.PLACES or first.drawn is None or now.drawn is None:
            return f"{went}."
        low, high = _middle(now.drawn - first.drawn)
        if low > 0 or high < 0:
            way = "rise" if low > 0 else "fall"
            return f"{went}. That {way} does not hang on a few places: it is there in nearly every redrawing of them."
        return f"{went}. Whether that is a change hangs on a few places: in some redrawings of them it rises, in others it falls."

    def _since(self) -> Moment:
        """The oldest period that the newest may be held against."""
        for at in range(len(self.moments) - 1, 0, -1):
            if self.moments[at].broken:
                return self.moments[at]
        return self.moments[0]

    def _split(self) -> str:
        now = self.newest
        if now.between is None or now.within is None or not (whole := now.between.value + now.within.value):
            return ""
        share = 100 * now.between.value / whole
        kinds = _GROUPS.get(self.by or "", "groups")
        return (
            f"{number(share, 0)}% of it lies between {len(now.parts)} {kinds}, and {number(100 - share, 0)}% within them: "
            "between the places inside each."
        )

    @property
    def notes(self) -> tuple[str, ...]:
        """What to mind."""
        found = [_INTERVALS[self.errors]]
        if self.surveyed and self.errors is not Errors.SURVEY:
            found.append(
                "These figures have survey error, which alone makes places differ. With --interval survey it is taken off."
            )
        if self.indicator.movement is Movement.SUM:
            found.append(
                "This is a count, so it tells above all that places are of different sizes. Choose a rate or a figure per head."
            )
        elif self.indicator.unit == "%":
            found.append(
                "A rate and its opposite are not equally unequal: those out of work may part as those in work draw together."
            )
        if lacking := {name for item in self.moments for name in item.missing}:
            found.append(f"Without a figure in some period: {_some(sorted(lacking))}.")
        if any(item.weighed is not None and item.weighed != item.period.end.year for item in self.moments):
            found.append("Where no population is known of a year, that of the nearest year is used.")
        found += [f"Break before {item.period.label}: {item.broken}" for item in self.moments if item.broken]
        found += [self.indicator.frozen] if self.indicator.frozen else []
        return tuple(found)


_GROUPS = {"region": "regions and nations", "nation": "nations", "kind": "kinds of place"}
_SURVEYED = "These figures have survey error, which alone makes places differ. With --interval survey it is taken off."
_COUNTED = "This is a count, so it tells above all that places are of different sizes. Choose a rate or a figure per head."
_RATED = "A rate and its opposite are not equally unequal: those out of work may part as those in work draw together."
_INTERVALS = {
    Errors.PLACES: (
        "The places are all there are, so the intervals are no margin of error. They show how far a measure leans on single "
        "places: each world draws the places again, some twice and some not at all."
    ),
    Errors.SURVEY: (
        "Survey error alone makes places differ. The intervals come from the publisher's own, drawn again for each place, "
        "and are of each measure less what that error adds. Places without an interval are held still."
    ),
    Errors.NONE: "No intervals were asked for.",
}


def _fields(name: str, measured: Spread) -> dict[str, float | None]:
    found = {name: measured.value, f"{name}_lower": measured.lower, f"{name}_upper": measured.upper}
    if measured.without_noise is not None:
        found[f"{name}_without_noise"] = measured.without_noise
    return found


def _best(measured: Spread) -> float:
    return measured.value if measured.without_noise is None else measured.without_noise


def _to(measured: Spread) -> str:
    if measured.lower is None or measured.upper is None:
        return ""
    return f" ({number(measured.lower, 4)} to {number(measured.upper, 4)})"


def _middle(drawn: Array) -> tuple[float, float]:
    import numpy as np

    low, high = np.quantile(drawn, [0.025, 0.975])
    return float(low), float(high)


def _some(names: list[str]) -> str:
    return "; ".join(names) if len(names) <= 6 else f"{'; '.join(names[:5])}; and {len(names) - 5} more"
