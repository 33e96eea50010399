"""What is found of a place's demand for work, with what cannot be told."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import Any

from levelling.atlas.local_demand import Projected
from levelling.core.area import Area
from levelling.core.indicator import Release
from levelling.jobs.demand.adverts import Adverts, JanuaryIndex, Trend
from levelling.jobs.demand.asked import Asked
from levelling.jobs.demand.doors import Doors
from levelling.jobs.demand.gaps import Gaps
from levelling.jobs.demand.work import ENGLAND, Profile

Record = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Open:
    """Something that cannot be told.

    Attributes:
        question: What a reader would ask.
        why: Why there is no answer.
    """

    question: str
    why: str


@dataclass(frozen=True, slots=True)
class Country:
    """Vacancies across the United Kingdom, as employers answer: for no place within it.

    Attributes:
        rate: Vacancies for every 100 jobs, all industries.
        year_before: The same a year before.
        period: When, as told.
        highest: The industries with the highest rates: name and rate.
    """

    rate: float
    year_before: float | None
    period: str
    highest: tuple[tuple[str, float], ...]


@dataclass(frozen=True, slots=True)
class Given:
    """Which of the vacancies a user gave were counted.

    Attributes:
        here: Those whose place lies in the area.
        remote: Those that can be done from home.
        elsewhere: Those that lie elsewhere, left out.
        unplaced: Those whose place is not known, left out.
        closed: Those closed before the day, left out.
    """

    here: int
    remote: int
    elsewhere: int
    unplaced: int
    closed: int


@dataclass(frozen=True, slots=True)
class Demand:
    """What a place's employers ask for against what its people offer.

    Attributes:
        area: The place.
        on: The day that closed vacancies are told by; `None` where none was given.
        adverts: Adverts by occupation, June 2025; `None` where not published.
        fields: Adverts by field of work, October 2022; the same.
        trend: Adverts by month to October 2022; the same.
        january: Adverts of January against January 2019, for the authority itself; the same.
        residents: What people who live here do, against England, newest, without margins.
        measured: The same for 2020 with margins, by an older classification.
        jobs: Jobs by industry where the work is, 2019.
        gaps: Adverts against people by occupation.
        country: Vacancies across the UK.
        occupations: England's jobs to 2035 by occupation, all first.
        qualifications: The same by highest qualification.
        given: Which of the given vacancies were counted; `None` where none were given.
        asked: Given vacancies against given people; the same.
        doors: Entry doors among the given vacancies; the same.
        open: What cannot be told.
        releases: Where the figures were published.
    """

    area: Area
    on: date | None
    adverts: Adverts | None
    fields: Adverts | None
    trend: Trend | None
    january: JanuaryIndex | None
    residents: Profile | None
    measured: Profile | None
    jobs: Profile | None
    gaps: Gaps | None
    country: Country | None
    occupations: tuple[Projected, ...]
    qualifications: tuple[Projected, ...]
    given: Given | None
    asked: Asked | None
    doors: Doors | None
    open: tuple[Open, ...]
    releases: tuple[Release, ...]

    def records(self) -> list[Record]:
        """One record a fact: part, name, area it is for, period, numbers."""
        return [record for part in (self._figures(), self._own(), self._questions()) for record in part]

    def _figures(self) -> Iterator[Record]:
        for name, found in (("adverts by occupation", self.adverts), ("adverts by field of work", self.fields)):
            if found is not None:
                about = {"part": name, **_for(found.standing.area), "period": found.period.iso, "unit": "adverts"}
                for part in found.parts:
                    yield {**about, "name": part.name, "value": part.adverts, "share": part.share, "share_there": part.elsewhere}
        if self.trend is not None:
            for point in self.trend.points:
                about = {"part": "adverts by month", **_for(self.trend.standing.area), "period": point.period.iso}
                yield {**about, "name": "All adverts", "value": point.value, "unit": "adverts"}
        for name, profile in (
            ("people by occupation", self.residents),
            ("people by occupation, with margins", self.measured),
            ("jobs by industry", self.jobs),
        ):
            yield from _profile(name, profile)
        if self.gaps is not None:
            about = {"part": "adverts against people", **_for(self.gaps.standing.area)}
            for gap in self.gaps.items:
                yield {**about, "name": gap.name, "share": gap.adverts, "share_there": gap.people, "value": gap.difference}
        for kind, items in (("occupation", self.occupations), ("qualification", self.qualifications)):
            for item in items:
                yield {
                    "part": f"jobs to 2035 by {kind}",
                    "area": ENGLAND,
                    "area_name": "England",
                    "period": "2035",
                    "name": item.label,
                    "value": item.jobs_2035,
                    "unit": "thousands of jobs",
                    "jobs_2020": item.jobs_2020,
                    "jobs_2025": item.jobs_2025,
                    "net_change": item.net_change,
                    "replacement": item.replacement,
                    "requirement": item.requirement,
                }

    def _own(self) -> Iterator[Record]:
        here = _for(self.area)
        if self.asked is not None:
            for group in self.asked.groups:
                about = {"part": "given vacancies against given people", **here, "name": group.title, "code": group.code}
                yield {**about, "value": group.posts, "people": group.people, "gap": group.gap, "unit": "people wanted"}
            for skill in self.asked.skills:
                about = {"part": "skills asked for that few have", **here, "name": skill.label, "code": skill.key}
                yield {**about, "value": skill.posts, "people": skill.people, "unit": "people wanted"}
        if self.doors is not None:
            for tally in self.doors.tallies:
                yield {
                    "part": "entry doors",
                    **here,
                    "name": tally.name,
                    "value": tally.doors,
                    "unit": "vacancies",
                    "vacancies": tally.vacancies,
                    "posts": tally.posts,
                    "pay_lowest": tally.lowest,
                    "pay_median": tally.median,
                }

    def _questions(self) -> Iterator[Record]:
        for item in self.open:
            yield {"part": "cannot tell", **_for(self.area), "name": item.question, "why": item.why}


def _profile(name: str, profile: Profile | None) -> Iterator[Record]:
    if profile is None:
        return
    about = {"part": name, **_for(profile.standing.area), "period": profile.period.iso, "against": profile.against.name}
    about["classification"] = profile.classification
    for item in profile.items:
        yield {
            **about,
            "name": item.name,
            "value": item.value,
            "lower": item.lower,
            "upper": item.upper,
            "unit": "location quotient",
            "share": item.share,
            "share_there": item.there,
            "count": item.count.value,
        }


def _for(area: Area) -> Record:
    return {"area": area.code, "area_name": area.name}
