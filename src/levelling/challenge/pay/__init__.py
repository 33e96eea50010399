"""Pay and work status: who is paid too little to live on here, how many, and how people of working age divide.

Employee jobs are counted where the work is done; weekly pay where people live. The real Living Wage is what the Living Wage
Foundation says it takes to live on; the legal floor is what the law asks. Both are in `facts/wage_floors.toml`.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from levelling.atlas.reading import Figures
from levelling.challenge.nearest import around, level_of, one, read_ahead
from levelling.challenge.pay.floors import Year, years
from levelling.challenge.pay.places import LowPaidPlaces, low_paid_places
from levelling.challenge.pay.status import Status, status
from levelling.challenge.phrases import place, when
from levelling.core.area import Area
from levelling.core.errors import NotEnoughData
from levelling.core.estimate import Estimate
from levelling.core.period import Period
from levelling.core.words import number, opened

__all__ = ["LowPaidPlaces", "Pay", "Status", "Year", "low_paid_places", "pay", "status"]

BELOW, NUMBER = "jobs-below-living-wage", "number-of-jobs-below-living-wage"
HOURLY, UC, UC_RATE = "average-hourly-pay", "universal-credit-households", "universal-credit-rate"
WANTS = "inactive-people-by-reason-north"
_COUNTED = {"people", "jobs", "households"}
UK = "K02000001"
GROUPS = (
    "",
    "female",
    "male",
    "full-time",
    "part-time",
    "female-full-time",
    "female-part-time",
    "male-full-time",
    "male-part-time",
)


@dataclass(frozen=True, slots=True)
class Pay:
    """What is known of pay and work status in a place.

    Attributes:
        area: The place.
        below: Share of employee jobs below the real Living Wage, by sex and hours: each the place's own, or that of the smallest
            area around it that has one.
        counts: How many jobs that is, by sex and hours: the place's own only.
        below_uk: The share in the UK; `None` where it is not there.
        hourly: Average pay of an hour, all, women and men: of the region or nation.
        years: The median week's pay through the years beside the rates.
        credit: Households on Universal Credit, the number and the rate, where published.
        wants: Inactive people who would like a job, where published (the North of England).
        status: People of working age by status and pay level.
        country: The same for the country around it, to hold it against; `None` for the UK.
    """

    area: Area
    below: tuple[Estimate, ...]
    counts: tuple[Estimate, ...]
    below_uk: Estimate | None
    hourly: tuple[Estimate, ...]
    years: tuple[Year, ...]
    credit: tuple[Estimate, ...]
    wants: Estimate | None
    status: Status
    country: Status | None

    @property
    def own_below(self) -> Estimate | None:
        """The place's own share of jobs below the real Living Wage; `None` where it has none."""
        return next((item for item in self.below if not item.category and item.area.code == self.area.code), None)

    @property
    def low_paid(self) -> str:
        """How many jobs pay less than the real Living Wage, in a sentence or two."""
        whole = next((item for item in self.below if not item.category), None)
        if whole is None or whole.value is None:
            return "No figure of jobs below the real Living Wage is published for it or for any area around it."
        own = whole.area.code == self.area.code
        of_uk = ""
        if self.below_uk is not None and self.below_uk.value is not None and whole.area.code != UK:
            of_uk = f", against {number(self.below_uk.value, 1)}% in the United Kingdom"
        count = next((item for item in self.counts if not item.category), None)
        jobs = f", about {number(count.value, 0)} jobs," if own and count is not None and count.value is not None else ""
        told = (
            f"{opened(when(whole.period))}, {number(whole.value, 1)}% of employee jobs in {place(whole.area)}{jobs} paid less "
            f"than the real Living Wage{of_uk}."
        )
        return told if own else f"No share is published for {place(self.area)} itself. {told}"

    @property
    def worth(self) -> str:
        """What the median week is worth at the two rates, in a sentence; empty where pay is not published."""
        if not self.years:
            return ""
        last = self.years[-1]
        if last.hours_at_living is None or last.hours_at_legal is None or last.living is None or last.legal is None:
            return ""
        week = number(last.pay.value or 0, 0)
        return (
            f"The median employee who lives here was paid £{week} a week {when(last.period)}: the pay of "
            f"{number(last.hours_at_living, 0)} hours at the real Living Wage of £{last.living.pounds:.2f}, or of "
            f"{number(last.hours_at_legal, 0)} hours at the legal floor of £{last.legal.pounds:.2f}."
        )

    @property
    def credited(self) -> str:
        """Households on Universal Credit, in a sentence; empty where not published."""
        if not self.credit or self.credit[0].value is None:
            return ""
        count, *rate = self.credit
        each = f", {number(rate[0].value, 0)} for every hundred households of 2019" if rate and rate[0].value is not None else ""
        return (
            f"{number(count.value or 0, 0)} households in {place(self.area)} were on Universal Credit {when(count.period)}{each}."
        )

    @property
    def wanted(self) -> str:
        """How many inactive people would like a job, in a sentence; empty where not published."""
        if self.wants is None or self.wants.value is None:
            return ""
        return (
            f"Of the people aged 16 to 64 who neither work nor look for work, {number(self.wants.value, 0)} would like a job "
            f"({self.wants.period.label})."
        )

    @property
    def notes(self) -> tuple[str, ...]:
        """The sentences, and what to mind, to be read aloud."""
        told = (
            self.low_paid,
            self.worth,
            self.credited,
            self.wanted,
            self.status.reason,
            "Employee jobs are counted where the work is done; weekly pay and status where people live.",
            "Parts of working age that are modelled rest on shares of another year, source or area: --json says which.",
        )
        return tuple(text for text in told if text)

    def records(self) -> list[dict[str, Any]]:
        """Every figure as plain data: one record a measure, group and period, the parts of working age last."""
        return [*self._figures(), *self._through_time(), *self._parts()]

    def _figures(self) -> Iterator[dict[str, Any]]:
        published = [*self.below, *self.counts, *self.hourly, *self.credit, *([self.wants] if self.wants else [])]
        for item in published:
            yield self._record(
                item.indicator.slug,
                item.category or "all",
                item.period.iso,
                item.value,
                item.indicator.unit,
                item,
                title=item.indicator.named(item.category),
            )

    def _through_time(self) -> Iterator[dict[str, Any]]:
        for year in self.years:
            rows = (
                ("median-weekly-pay", year.pay.value, "£ a week", "Median weekly pay of employees who live here"),
                ("legal-floor", year.legal.pounds if year.legal else None, "£ an hour", "Full legal rate"),
                ("real-living-wage", year.living.pounds if year.living else None, "£ an hour", "Real Living Wage"),
                ("living-wage-above-floor", year.apart, "£ an hour", "Real Living Wage less the legal rate"),
                ("hours-at-legal-floor", year.hours_at_legal, "hours", "Hours at the legal rate that the week's pay is worth"),
                ("hours-at-living-wage", year.hours_at_living, "hours", "Hours at the real Living Wage that it is worth"),
            )
            for measure, value, unit, title in rows:
                base = measure == "median-weekly-pay"
                rate = year.legal if measure == "legal-floor" else year.living if measure == "real-living-wage" else None
                told = self._record(measure, "all", year.period.iso, value, unit, year.pay, title=title)
                if not base:
                    told |= {"lower": None, "upper": None, "how": _how(measure)}
                if rate is not None:
                    told |= {"source": rate.source.title, "figure_area": None, "figure_name": rate.who, "level": None}
                yield told

    def _parts(self) -> Iterator[dict[str, Any]]:
        for rate in self.status.rates:
            group = "in-work" if rate.indicator.slug.startswith("employment") else "inactive"
            yield self._record("status-total", group, rate.period.iso, rate.value, "%", rate, title=rate.indicator.title)
        for part in self.status.parts:
            of_people = part.people is not None
            value = round(part.people) if part.people is not None else part.share
            told = self._record(
                "status", part.key, self.status.period, value, "people" if of_people else "%", part.inputs[0], title=part.name
            )
            sources = list(dict.fromkeys(item.release.title for item in part.inputs))
            yield told | {
                "lower": None,
                "upper": None,
                "share": round(part.share, 2),
                "modelled": part.modelled,
                "how": part.how,
                "source": "; ".join(sources),
            }

    def _record(
        self, measure: str, group: str, period: str, value: float | None, unit: str, item: Estimate, *, title: str
    ) -> dict[str, Any]:
        return {
            "area": self.area.code,
            "name": self.area.name,
            "measure": measure,
            "title": title,
            "group": group,
            "period": period,
            "value": None if value is None else round(value) if unit in _COUNTED else round(value, 2),
            "unit": unit,
            "lower": item.lower,
            "upper": item.upper,
            "share": None,
            "modelled": item.moved is not None,
            "figure_area": item.area.code,
            "figure_name": item.area.name,
            "level": level_of(item.area),
            "how": item.moved.how if item.moved else "",
            "source": item.release.title,
        }


def pay(figures: Figures, area: Area, period: Period | None = None) -> Pay:
    """Pay and work status in a place.

    Args:
        figures: Where the figures are read.
        area: The place.
        period: The year of the status figure; `None` for the newest.

    Raises:
        NotEnoughData: A period was asked for that has no rates of employment and inactivity here.

    Example:
        >>> from levelling.atlas import Atlas
        >>> atlas = Atlas.open()
        >>> found = pay(atlas, atlas.area("Hartlepool"))
        >>> found.own_below.value, round(sum(part.share for part in found.status.parts))
        (16.1, 100)
    """
    areas = around(figures, area)
    read_ahead(figures, areas)
    below = [one(figures, areas, BELOW, group) for group in GROUPS]
    counts = [one(figures, areas[:1], NUMBER, group) for group in GROUPS]
    hourly = [one(figures, areas, HOURLY, group) for group in ("", "female", "male")]
    credit = [one(figures, areas[:1], slug) for slug in (UC, UC_RATE)]
    country = _country(areas)
    key = period.iso if period else None
    here = status(figures, area, key)
    if period is not None and not here.parts:
        raise NotEnoughData(
            f"{area.name} has no rates of employment and inactivity for {period.label}.",
            "Leave the period out for the newest, or see: levelling indicator employment-rate --area.",
        )
    return Pay(
        area=area,
        below=_there(below),
        counts=_there(counts),
        below_uk=one(figures, areas[-1:], BELOW),
        hourly=_there(hourly),
        years=years(figures, area),
        credit=_there(credit) if credit[0] else (),
        wants=one(figures, areas[:1], WANTS, "wants-a-job"),
        status=here,
        country=status(figures, country, key) if country else None,
    )


def _country(areas: tuple[Area, ...]) -> Area | None:
    """What to hold the status against: England and Wales, whose census splits it alike; else the UK."""
    if areas[0].nation == "K":
        return None
    wanted = "K04000001" if areas[0].nation in {"E", "W"} else UK
    return next((area for area in areas[1:] if area.code == wanted), None)


def _there(found: list[Estimate | None]) -> tuple[Estimate, ...]:
    return tuple(item for item in found if item is not None)


def _how(measure: str) -> str:
    return {
        "living-wage-above-floor": "The real Living Wage less the legal floor.",
        "hours-at-legal-floor": "The median week's pay over the legal floor.",
        "hours-at-living-wage": "The median week's pay over the real Living Wage.",
    }.get(measure, "")
