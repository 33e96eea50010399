"""Output against household income in one place, through the years."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from levelling.atlas.reading import Figures
from levelling.challenge.divergence.country import record
from levelling.challenge.divergence.measures import INCOME, JOBS, PEOPLE, RESIDENTS, UK, Measure, Quadrant
from levelling.challenge.phrases import place, when
from levelling.core.area import Area
from levelling.core.estimate import Estimate
from levelling.core.period import Period
from levelling.core.words import number

FEW = 15_000
"""With fewer residents than this, an amount per head says little: the City of London, the Isles of Scilly."""


@dataclass(frozen=True, slots=True)
class DivergencePoint:
    """Output and household income in one year, UK = 100.

    Attributes:
        period: When.
        output: Output by the measure asked for.
        income: Household income per head.
        by_measure: Output by each measure that is published.
        jobs: Jobs here for each resident of any age, in the same year; `None` where not known.
    """

    period: Period
    output: Estimate
    income: Estimate
    by_measure: Mapping[Measure, Estimate]
    jobs: float | None

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
        jobs: Filled jobs, where the work is, of the year of `residents`; `None` where there is no figure for either.
        residents: Who may hold them: people aged 16 to 64, or of any age where those are not known (Northern Ireland).
        uk_jobs: Jobs in the United Kingdom for each resident of any age, in the newest year.
        measure: What output is divided by.
    """

    area: Area
    points: tuple[DivergencePoint, ...]
    sentence: str
    change: str
    why: str
    jobs: Estimate | None
    residents: Estimate | None
    uk_jobs: float | None = None
    measure: Measure = Measure.HEAD

    @property
    def density(self) -> float | None:
        """Jobs here for each of the residents counted; `None` where not known."""
        if self.jobs is None or self.residents is None or not self.residents.value:
            return None
        return (self.jobs.value or 0.0) / self.residents.value

    def told(self, year: int) -> str:
        """What one year shows, to be read aloud; empty where the series has no such year."""
        point = next((one for one in self.points if one.period.end.year == year), None)
        return _sentence(self.area, point, self.measure) if point else ""

    @property
    def where_work_is(self) -> str:
        """Output by the hour and by the job, which commuting does not change; empty where neither is published."""
        known = {one: self.newest.by_measure.get(one) for one in (Measure.HOUR, Measure.JOB)}
        parts = [f"{number(item.value or 0.0, 0)} {_BY[one]}" for one, item in known.items() if item is not None]
        if not parts:
            return ""
        return (
            f"Counted where the work is, which commuting does not change, output stood at {' and '.join(parts)} in "
            f"{self.newest.period.label}, with the United Kingdom at 100."
        )

    @property
    def behind_work(self) -> tuple[Estimate, ...]:
        """The estimates that `where_work_is` takes its numbers from."""
        return tuple(item for one in (Measure.HOUR, Measure.JOB) if (item := self.newest.by_measure.get(one)) is not None)

    def records(self) -> list[dict[str, Any]]:
        """One record a year, oldest first."""
        of_working_age = self.residents is not None and self.residents.indicator.slug == RESIDENTS
        return [
            record(self.area, point.output, point.income, {one: item.value for one, item in point.by_measure.items()})
            | {
                "jobs_per_resident": point.jobs,
                "jobs_per_working_age_resident": self.density if of_working_age else None,
                "working_age_year": self.residents.period.end.year if self.residents and of_working_age else None,
            }
            for point in self.points
        ]

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


def diverge(atlas: Figures, area: Area, measure: Measure = Measure.HEAD) -> Divergence | None:
    """Output against household income per head, UK = 100, for every year with both.

    Areas for which neither is published, such as counties, have both averaged over the people of their authorities.

    Args:
        atlas: Where the figures are read.
        area: The place.
        measure: Output per head, per hour worked, or per job.

    Returns:
        `None` where there is no year with both, or the area is the UK itself.
    """
    if area.code == UK or INCOME not in atlas.catalogue or measure.slug not in atlas.catalogue:
        return None
    points = [point for year in _years(atlas, area, measure) if (point := _point(atlas, area, Period.parse(year), measure))]
    if not points:
        return None
    jobs, residents = _density(atlas, area)
    last = points[-1]
    uk = _jobs_a_head(atlas, UK, last.period.iso)
    why = _why(area, last, jobs, residents)
    told = _sentence(area, last, measure), _change(points, measure)
    return Divergence(area, tuple(points), *told, why, jobs, residents, uk, measure)


def _years(atlas: Figures, area: Area, measure: Measure) -> list[str]:
    here = atlas.store.area(area.code)
    # An area without figures of its own has those of its authorities, in the years of the United Kingdom's.
    held = here if (measure.slug, "") in here and (INCOME, "") in here else atlas.store.area(UK)
    return sorted(set(held.get((measure.slug, ""), {})) & set(held.get((INCOME, ""), {})))


def _point(atlas: Figures, area: Area, period: Period, measure: Measure) -> DivergencePoint | None:
    income = atlas.estimate(INCOME, area, period, "")
    here = atlas.store.area(area.code)
    found = {
        one: atlas.estimate(one.slug, area, period, "")
        for one in Measure
        if one is measure or period.iso in here.get((one.slug, ""), {})
    }
    if income.value is None or found[measure].value is None:
        return None
    known = {one: item for one, item in found.items() if item.value is not None}
    return DivergencePoint(period, found[measure], income, known, _jobs_a_head(atlas, area.code, period.iso))


def _jobs_a_head(atlas: Figures, code: str, year: str) -> float | None:
    here = atlas.store.area(code)
    jobs, people = (here.get((slug, ""), {}).get(year) for slug in (JOBS, PEOPLE))
    return jobs.value / people.value if jobs and people and jobs.value is not None and people.value else None


def _density(atlas: Figures, area: Area) -> tuple[Estimate | None, Estimate | None]:
    """Jobs and residents of one year: of working age where those are known, otherwise of any age."""
    for slug in (RESIDENTS, PEOPLE):
        if slug in atlas.catalogue and JOBS in atlas.catalogue:
            residents = atlas.estimate(slug, area)
            if residents.value is not None:
                jobs = atlas.estimate(JOBS, area, Period.year(residents.period.end.year))
                if jobs.value is not None:
                    return jobs, residents
    return None, None


def _sentence(area: Area, point: DivergencePoint, measure: Measure) -> str:
    output, income = number(point.output.value or 0.0, 0), number(point.income.value or 0.0, 0)
    join = "but" if point.quadrant in {Quadrant.OUTPUT_ONLY, Quadrant.INCOME_ONLY} else "and"
    return (
        f"For every £100 of {measure.words} in the United Kingdom in {point.period.label}, {place(area)} made £{output}; "
        f"{join} for every £100 of household income per head in the United Kingdom, its people had £{income}."
    )


def _change(points: Sequence[DivergencePoint], measure: Measure) -> str:
    first, last = points[0], points[-1]
    if len(points) < 2:
        return ""

    def went(before: Estimate, after: Estimate) -> str:
        one, other = number(before.value or 0.0, 0), number(after.value or 0.0, 0)
        return f"stayed at {one}" if one == other else f"went from {one} to {other}"

    return (
        f"Between {first.period.label} and {last.period.label}, with the United Kingdom at 100 in each year, {measure.words} "
        f"{went(first.output, last.output)} and household income per head {went(first.income, last.income)}."
    )


_BY = {Measure.HOUR: "by the hour worked", Measure.JOB: "by the job"}
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
        who = "residents aged 16 to 64" if residents.indicator.slug == RESIDENTS else "residents of any age"
        words.append(
            f"There were {number(jobs.value or 0.0, 0)} jobs here {when(jobs.period)}, and "
            f"{number(residents.value or 0.0, 0)} {who} {when(residents.period)}."
        )
    if area.population is not None and area.population < FEW:
        words.append("So few people live here that figures per head say little.")
    return " ".join(words)
