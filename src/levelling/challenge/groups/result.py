"""What is found of groups of people in a place, as plain parts, sentences and records."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from levelling.atlas.parameters import Parameter
from levelling.challenge.nearest import level_of
from levelling.challenge.phrases import place
from levelling.core.area import Area
from levelling.core.comparison import Verdict
from levelling.core.estimate import Estimate
from levelling.core.words import listed, number


@dataclass(frozen=True, slots=True)
class Gap:
    """One group on one measure, and how far it is from whom it is held against.

    Attributes:
        characteristic: What tells the groups apart.
        group: The group's name.
        measure: What is measured, to follow the group's name.
        estimate: The group's figure; its area may be larger than the place.
        reference: Whom it is held against, in words; empty where nothing.
        against: Their figure; `None` where there is none.
        people: How many people (or jobs) the figure is about; `None` where not known.
        modelled: Whether `people` was worked out from a share and a count.
        gap: The group's figure less theirs; `None` where there is nothing to hold it against.
        lower: Lower end of the 95% interval of the gap; `None` without published intervals.
        upper: Upper end.
        p_value: Before correction; `None` without intervals.
        verdict: Better, worse, higher, lower, cannot tell, or not comparable.
        reason: What stands behind the verdict, where that is not an interval.
        own: Whether the figure is the place's own.
    """

    characteristic: str
    group: str
    measure: str
    estimate: Estimate
    reference: str
    against: Estimate | None
    people: float | None
    modelled: bool
    gap: float | None
    lower: float | None
    upper: float | None
    p_value: float | None
    verdict: Verdict
    reason: str
    own: bool


@dataclass(frozen=True, slots=True)
class Risk:
    """What the source says of a group in 2020, of the whole country.

    Attributes:
        characteristic: What tells the groups apart.
        group: The group's name.
        measure: What is said of it.
        value: The figure, with its source and grade.
        against: That of the group it is held against; `None` where the source gives none.
    """

    characteristic: str
    group: str
    measure: str
    value: Parameter
    against: Parameter | None


@dataclass(frozen=True, slots=True)
class Groups:
    """Groups of people in a place.

    Attributes:
        area: The place.
        out_of_work: How many people are out of work by reason, students and the retired apart, most first: Census 2021.
        share: Their share of people aged 16 and over, by reason.
        gaps: Every gap, by characteristic.
        risks: What the source says of groups in 2020.
        absent: Characteristics without any figure, and measures without one for the place or any area around it.
    """

    area: Area
    out_of_work: tuple[Estimate, ...]
    share: Mapping[str, Estimate]
    gaps: tuple[Gap, ...]
    risks: tuple[Risk, ...]
    absent: tuple[str, ...]

    @property
    def furthest(self) -> str:
        """Who is furthest from work here and how many that is, in two or three sentences."""
        if not self.out_of_work:
            return (
                f"Why people are out of work in {place(self.area)} is not in these figures: the census table they hold is of "
                "England and Wales. Figures of the nation or of the United Kingdom are named so."
            )
        first, *others = self.out_of_work
        total = sum(item.value or 0.0 for item in self.out_of_work)
        rate = self.share.get(first.category)
        each = f", {number(rate.value, 1)}% of people aged 16 and over" if rate is not None and rate.value is not None else ""
        rest = listed([f"{_lower(item)} ({number(item.value or 0.0, 0)})" for item in others])
        most = f"people who were {_lower(first)}: {number(first.value or 0.0, 0)}{each}"
        return (
            f"On census day in March 2021, {number(total, 0)} people aged 16 and over in {place(self.area)} were out of work and "
            f"neither studying nor retired. The largest group is {most}. "
            f"Then come those who were {rest}."
        )

    @property
    def sure(self) -> tuple[Gap, ...]:
        """Gaps of the place's own that are sure and not in the group's favour, those that touch most people first."""
        found = [gap for gap in self.gaps if gap.own and gap.verdict is Verdict.WORSE]
        return tuple(sorted(found, key=lambda gap: (-(gap.people or 0.0), -abs(gap.gap or 0.0))))

    @property
    def notes(self) -> tuple[str, ...]:
        """What to read aloud and what to mind."""
        risks = "What the source says of groups in 2020 is of the whole country and quoted at second hand: not of this place."
        verdicts = "Verdicts are corrected for the number of gaps shown. Outside a census, one needs a published interval."
        return (self.furthest, *self.absent, *((risks,) if self.risks else ()), verdicts)

    def records(self) -> list[dict[str, Any]]:
        """One record a group and measure; what the source says of 2020 comes last, with its grade."""
        return [*(self._gap(item) for item in self.gaps), *(self._risk(item) for item in self.risks)]

    def _gap(self, item: Gap) -> dict[str, Any]:
        estimate = item.estimate
        return {
            "area": self.area.code,
            "name": self.area.name,
            "level": level_of(estimate.area),
            "figure_area": estimate.area.code,
            "figure_name": estimate.area.name,
            "own": item.own,
            "characteristic": item.characteristic,
            "group": item.group,
            "measure": item.measure,
            "indicator": estimate.indicator.slug,
            "value": estimate.value,
            "unit": estimate.indicator.unit,
            "lower": estimate.lower,
            "upper": estimate.upper,
            "people": None if item.people is None else round(item.people),
            "modelled": item.modelled,
            "reference": item.reference,
            "reference_value": item.against.value if item.against else None,
            "gap": None if item.gap is None else round(item.gap, 2),
            "gap_lower": None if item.lower is None else round(item.lower, 2),
            "gap_upper": None if item.upper is None else round(item.upper, 2),
            "verdict": item.verdict.value,
            "reason": item.reason,
            "period": estimate.period.iso,
            "grade": "",
            "source": estimate.release.title,
        }

    def _risk(self, item: Risk) -> dict[str, Any]:
        against = item.against.value if item.against else None
        return {
            "area": self.area.code,
            "name": self.area.name,
            "level": "United Kingdom",
            "figure_area": "K02000001",
            "figure_name": "United Kingdom",
            "own": False,
            "characteristic": item.characteristic,
            "group": item.group,
            "measure": item.measure,
            "indicator": item.value.slug,
            "value": item.value.value,
            "unit": item.value.unit,
            "lower": item.value.low,
            "upper": item.value.high,
            "people": None,
            "modelled": False,
            "reference": item.against.applies_to if item.against else "",
            "reference_value": against,
            "gap": None if against is None else round(item.value.value - against, 2),
            "gap_lower": None,
            "gap_upper": None,
            "verdict": Verdict.NOT_COMPARABLE.value,
            "reason": "Quoted by the source of the whole country; no interval is given.",
            "period": item.value.period,
            "grade": item.value.grade,
            "source": item.value.source,
        }


def _lower(item: Estimate) -> str:
    label = item.indicator.categories.get(item.category, item.indicator.short)
    return {"other": "out of work for another reason"}.get(item.category, label[:1].lower() + label[1:])
