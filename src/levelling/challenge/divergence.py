"""Output against household income: where a place makes much and its people have little, and the other way round.

Output (gross value added) is counted where work is done, household income (gross disposable household income) where people
live. Both are shown per head of those who live there, as an index with the UK at 100. A city to which many commute has high
output for each resident; the places they commute from have the income. No single one of the two says how well off a place
is (source paper, section 1.1).
"""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum

from levelling.challenge.phrases import place, when
from levelling.challenge.reading import Figures, newest
from levelling.core.area import Area
from levelling.core.estimate import Estimate
from levelling.core.period import Period
from levelling.core.words import number

OUTPUT = "gva-per-head-index"
INCOME = "gdhi-per-head-index"
JOBS = "filled-jobs"
RESIDENTS = "working-age-population"

FEW = 15_000
"""With fewer residents than this, an amount per head says little: the City of London, the Isles of Scilly."""


class Quadrant(StrEnum):
    """On which side of the UK a place's output and household income lie."""

    BOTH_HIGH = "high output, high income"
    OUTPUT_ONLY = "high output, low income"
    INCOME_ONLY = "low output, high income"
    BOTH_LOW = "low output, low income"

    @classmethod
    def of(cls, output: float, income: float) -> "Quadrant":
        """The quadrant of two indices; 100 itself counts as high.

        Example:
            >>> Quadrant.of(134, 79).value
            'high output, low income'
        """
        if output >= 100:
            return cls.BOTH_HIGH if income >= 100 else cls.OUTPUT_ONLY
        return cls.INCOME_ONLY if income >= 100 else cls.BOTH_LOW


@dataclass(frozen=True, slots=True)
class DivergencePoint:
    """Output and household income per head in one year, UK = 100."""

    period: Period
    output: Estimate
    income: Estimate

    @property
    def quadrant(self) -> Quadrant:
        """On which side of the UK the two lie."""
        return Quadrant.of(self.output.value or 0.0, self.income.value or 0.0)

    @property
    def gap(self) -> float:
        """Output less income, in index points: what is made here beyond what those who live here have."""
        return (self.output.value or 0.0) - (self.income.value or 0.0)


@dataclass(frozen=True, slots=True)
class Divergence:
    """Output against household income through the years.

    Attributes:
        area: Where.
        points: Every year with both, oldest first.
        sentence: What the newest year shows, to be read aloud.
        change: How it got there since the first year, in a sentence; empty where there is one year only.
        why: What commonly makes such a pattern, with the jobs here beside the residents of working age.
        jobs: Filled jobs, where the work is; `None` where there is no figure for this or for residents.
        residents: People aged 16 to 64 who live here; `None` where there is no figure for this or for jobs.
    """

    area: Area
    points: tuple[DivergencePoint, ...]
    sentence: str
    change: str
    why: str
    jobs: Estimate | None
    residents: Estimate | None

    @property
    def behind(self) -> tuple[Estimate, ...]:
        """The estimates that `why` takes its numbers from."""
        return tuple(item for item in (self.jobs, self.residents) if item is not None)

    @property
    def newest(self) -> DivergencePoint:
        """The newest year with both."""
        return self.points[-1]

    @property
    def quadrant(self) -> Quadrant:
        """Where the newest year lies."""
        return self.newest.quadrant


def diverge(atlas: Figures, area: Area) -> Divergence | None:
    """Output against household income per head, UK = 100, for every year both are published.

    Returns:
        `None` where there is no year with both, or the area is the UK itself.
    """
    here = atlas.store.area(area.code)
    output, income = here.get((OUTPUT, ""), {}), here.get((INCOME, ""), {})
    keys = [key for key in output if key in income and output[key].value is not None and income[key].value is not None]
    if not keys or newest(keys) is None or area.code == "K02000001":
        return None
    periods = sorted((Period.parse(key) for key in keys), key=lambda item: (item.end, item.start))
    points = tuple(
        DivergencePoint(item, atlas.estimate(OUTPUT, area, item, ""), atlas.estimate(INCOME, area, item, "")) for item in periods
    )
    jobs, residents = _figure(atlas, JOBS, area), _figure(atlas, RESIDENTS, area)
    if jobs is None or residents is None:
        jobs = residents = None
    why = _why(area, points[-1], jobs, residents)
    return Divergence(area, points, _sentence(area, points[-1]), _change(points), why, jobs, residents)


def _figure(atlas: Figures, slug: str, area: Area) -> Estimate | None:
    if slug not in atlas.catalogue:
        return None
    found = atlas.estimate(slug, area)
    return found if found.value is not None else None


def _sentence(area: Area, point: DivergencePoint) -> str:
    output, income = number(point.output.value or 0.0, 0), number(point.income.value or 0.0, 0)
    join = "but" if point.quadrant in {Quadrant.OUTPUT_ONLY, Quadrant.INCOME_ONLY} else "and"
    return (
        f"For every £100 of output per head in the United Kingdom in {point.period.label}, {place(area)} made £{output}; "
        f"{join} for every £100 of household income per head in the United Kingdom, its people had £{income}."
    )


def _change(points: tuple[DivergencePoint, ...]) -> str:
    first, last = points[0], points[-1]
    if len(points) < 2:
        return ""

    def went(before: Estimate, after: Estimate) -> str:
        one, other = number(before.value or 0.0, 0), number(after.value or 0.0, 0)
        return f"stayed at {one}" if one == other else f"went from {one} to {other}"

    return (
        f"Between {first.period.label} and {last.period.label}, with the United Kingdom at 100 in each year, output per head "
        f"{went(first.output, last.output)} and household income per head {went(first.income, last.income)}."
    )


_PATTERNS: Mapping[Quadrant, str] = {
    Quadrant.BOTH_HIGH: "Both are at or above those of the United Kingdom.",
    Quadrant.OUTPUT_ONLY: (
        "This is common where many commute in: what they make is counted here, and their pay where they live. More output "
        "here need not reach the people who live here."
    ),
    Quadrant.INCOME_ONLY: (
        "This is common where many commute out or have retired: their pay and pensions are counted here, and what they make or "
        "made elsewhere. Work close to home may be scarce or low paid all the same."
    ),
    Quadrant.BOTH_LOW: "Both are below those of the United Kingdom.",
}


def _why(area: Area, point: DivergencePoint, jobs: Estimate | None, residents: Estimate | None) -> str:
    words = [_PATTERNS[point.quadrant]]
    if jobs is not None and residents is not None:
        words.append(
            f"There were {number(jobs.value or 0.0, 0)} jobs here {when(jobs.period)}, and "
            f"{number(residents.value or 0.0, 0)} residents aged 16 to 64 {when(residents.period)}."
        )
    if area.population is not None and area.population < FEW:
        words.append("So few people live here that figures per head say little.")
    return " ".join(words)
