"""Output against household income in every place of a level, in one year."""

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from levelling.atlas.reading import Figures
from levelling.challenge.divergence.measures import INCOME, JOBS, PEOPLE, RESIDENTS, UK, Measure, Quadrant
from levelling.core.area import Area, Level
from levelling.core.errors import UserError
from levelling.core.estimate import Estimate
from levelling.core.period import Period
from levelling.core.words import number


@dataclass(frozen=True, slots=True)
class Standing:
    """One place in one year.

    Attributes:
        area: Where.
        output: Output by the measure asked for, UK = 100.
        income: Household income per head, UK = 100.
        by_measure: Output by each measure that is published, UK = 100.
        jobs: Jobs here for each resident of any age, in the same year; `None` where not known.
        jobs_working: Jobs here for each resident aged 16 to 64; `None` where not known.
        working_year: The year of that.
    """

    area: Area
    output: Estimate
    income: Estimate
    by_measure: Mapping[Measure, float | None]
    jobs: float | None
    jobs_working: float | None
    working_year: int | None

    @property
    def quadrant(self) -> Quadrant:
        """On which side of the UK the two lie."""
        return Quadrant.of(self.output.value or 0.0, self.income.value or 0.0)

    @property
    def gap(self) -> float:
        """Output less income, in index points."""
        return (self.output.value or 0.0) - (self.income.value or 0.0)

    def record(self) -> dict[str, Any]:
        """Plain data."""
        return record(self.area, self.output, self.income, self.by_measure) | {
            "jobs_per_resident": self.jobs,
            "jobs_per_working_age_resident": self.jobs_working,
            "working_age_year": self.working_year,
        }


@dataclass(frozen=True, slots=True)
class Divergences:
    """Every place of a level in one year.

    Attributes:
        level: What kind of place.
        measure: What output is divided by.
        period: When.
        places: Every place with both, the most output beyond income first.
        missing: Names of places without one of the two.
        uk_jobs: Jobs in the UK for each resident of any age.
    """

    level: Level
    measure: Measure
    period: Period
    places: tuple[Standing, ...]
    missing: tuple[str, ...]
    uk_jobs: float | None

    @property
    def counts(self) -> dict[Quadrant, int]:
        """How many places are of each type."""
        found = Counter(item.quadrant for item in self.places)
        return {kind: found[kind] for kind in Quadrant}

    def records(self) -> list[dict[str, Any]]:
        """One record a place."""
        return [item.record() for item in self.places]

    @property
    def sentences(self) -> tuple[str, ...]:
        """What came out, to be read aloud."""
        parts = [f"{count or 'none'} {kind.value.replace(', ', ' and ')}" for kind, count in self.counts.items()]
        first, last = parts[0].replace(" ", " have ", 1), parts[-1]
        counted = (
            f"Of {len(self.places)} {self.level.plural} in {self.period.label}, by {self.measure.words} and household income "
            f"per head against the United Kingdom, {first}, {', '.join(parts[1:-1])} and {last}."
        )
        return tuple(sentence for sentence in (counted, self._commuting()) if sentence)

    def _commuting(self) -> str:
        if self.measure is not Measure.HEAD:
            return ""  # by the hour and by the job commuting is no explanation
        known: dict[Quadrant, list[float]] = {kind: [] for kind in (Quadrant.OUTPUT_ONLY, Quadrant.INCOME_ONLY)}
        for item in self.places:
            if item.jobs is not None and item.quadrant in known:
                known[item.quadrant].append(item.jobs)
        if not all(known.values()) or self.uk_jobs is None:
            return ""
        out, into = (_middle(known[kind]) for kind in (Quadrant.INCOME_ONLY, Quadrant.OUTPUT_ONLY))
        return (
            f"For every 100 residents there are {number(100 * into, 0)} jobs in the middle place with high output and low "
            f"income, {number(100 * out, 0)} in the middle one the other way round, and {number(100 * self.uk_jobs, 0)} in "
            f"the United Kingdom. Jobs held by people who live elsewhere are part of why the two differ."
        )

    @property
    def notes(self) -> tuple[str, ...]:
        """What to mind."""
        found = ["Output is counted where work is done, household income where people live."]
        if self.measure is not Measure.HEAD:
            found.append("Output per hour and per job is smoothed over several years by its publisher.")
        if any(item.jobs_working is not None for item in self.places):
            found.append(
                "Jobs for each resident of working age are of the newest year with both, and not known in Northern Ireland."
            )
        if self.missing:
            found.append(f"Without one of the two: {'; '.join(self.missing)}.")
        return tuple(found)


def divergences(
    atlas: Figures, level: Level = Level.LAD, period: Period | None = None, measure: Measure = Measure.HEAD
) -> Divergences:
    """Output against household income in every place of a level.

    Args:
        atlas: Where the figures are read.
        level: What kind of place.
        period: When; the newest year with both if not given.
        measure: Output per head, per hour worked, or per job.

    Raises:
        UserError: There is no such year, or none of the two for the level.
    """
    years = _years(atlas, level, measure)
    if not years:
        raise UserError(
            f"{measure.words.capitalize()} and household income are not both published for {level.plural}.",
            "Choose --level lad, itl3, itl2, itl1, region or nation.",
        )
    chosen = period or Period.parse(years[-1])
    if chosen.iso not in years:
        raise UserError(
            f"{measure.words.capitalize()} and household income are both published for {years[0]} to {years[-1]}, not for "
            f"{chosen.label}.",
            "Choose --period again.",
        )
    year = chosen.iso
    atlas.store.load_columns([(slug, "", year) for slug in (*(one.slug for one in Measure), INCOME, JOBS, PEOPLE)])
    output = {item.area.code: item for item in atlas.column(measure.slug, level, chosen, "")}
    income = {item.area.code: item for item in atlas.column(INCOME, level, chosen, "")}
    working = _working(atlas, level)
    found = []
    for code, item in output.items():
        if code in income and item.value is not None and income[code].value is not None:
            density, when = working.get(code, (None, None))
            by_measure = {one: _value(atlas, one.slug, year, code) for one in Measure}
            found.append(Standing(item.area, item, income[code], by_measure, _per_head(atlas, year, code), density, when))
    placed = tuple(sorted(found, key=lambda item: (-item.gap, item.area.code)))
    both = {item.area.code for item in placed}
    missing = tuple(sorted(area.name for area in atlas.gazetteer.all(level) if area.code not in both))
    return Divergences(level, measure, chosen, placed, missing, _per_head(atlas, year, UK))


def record(area: Area, output: Estimate, income: Estimate, by_measure: Mapping[Measure, float | None]) -> dict[str, Any]:
    """The part of a record that a place and every place of a level share."""
    one, other = output.value or 0.0, income.value or 0.0
    return {
        "area": area.code,
        "name": area.name,
        "level": area.level.value,
        "year": output.period.end.year,
        "output_index": one,
        "income_index": other,
        "quadrant": Quadrant.of(one, other).value,
        "gap": round(one - other, 6),
        "output_per_head_index": by_measure.get(Measure.HEAD),
        "output_per_hour_index": by_measure.get(Measure.HOUR),
        "output_per_job_index": by_measure.get(Measure.JOB),
        "moved": output.moved.how if output.moved else None,
    }


def _years(atlas: Figures, level: Level, measure: Measure) -> list[str]:
    """Years for which both are published, told by an area of the level."""
    newest = atlas.newest_period(measure.slug, level)
    if newest is None or atlas.newest_period(INCOME, level) is None:
        return []
    column = atlas.store.column(measure.slug, "", newest)
    first = next((area for area in atlas.gazetteer.all(level) if area.code in column), None)
    if first is None:
        return []
    held = atlas.store.area(first.code)
    return sorted(set(held.get((measure.slug, ""), {})) & set(held.get((INCOME, ""), {})))


def _working(atlas: Figures, level: Level) -> dict[str, tuple[float, int]]:
    """Jobs for each resident of working age, in the newest year that has both."""
    found: dict[str, tuple[float, int]] = {}
    if RESIDENTS not in atlas.catalogue:
        return found
    for key in _WORKING:
        year = Period.parse(key).end.year
        residents = atlas.store.column(RESIDENTS, "", key)
        for area in atlas.gazetteer.all(level):
            people = residents[area.code].value if area.code in residents else None
            jobs = _value(atlas, JOBS, str(year), area.code)
            if area.code not in found and people and jobs is not None:
                found[area.code] = (jobs / people, year)
    return found


_WORKING = ("2022-06-30", "2021-03-21", "2020-06-30")
"""When residents of working age were counted, newest first."""


def _per_head(atlas: Figures, year: str, code: str) -> float | None:
    jobs, people = _value(atlas, JOBS, year, code), _value(atlas, PEOPLE, year, code)
    return jobs / people if jobs is not None and people else None


def _value(atlas: Figures, slug: str, year: str, code: str) -> float | None:
    figure = atlas.store.column(slug, "", year).get(code)
    return figure.value if figure else None


def _middle(values: list[float]) -> float:
    ordered = sorted(values)
    half = len(ordered) // 2
    return ordered[half] if len(ordered) % 2 else (ordered[half - 1] + ordered[half]) / 2
