"""One place's learning: every stage held against the country, its own past, and what adults and apprentices do."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from levelling.atlas.reading import Figures
from levelling.challenge.comparison import compare
from levelling.challenge.learning.adults import Fall, fall
from levelling.challenge.learning.apprentices import Flow, flow
from levelling.challenge.learning.qualifications import SLUG as MIX
from levelling.challenge.learning.qualifications import Mix, mix
from levelling.challenge.phrases import place
from levelling.challenge.trend import Trend, trends
from levelling.core.area import Area
from levelling.core.comparison import Comparator, Comparison
from levelling.core.estimate import Estimate
from levelling.core.words import listed

STAGES: Mapping[str, tuple[str, ...]] = {
    "early years": ("early-years-communication-language", "early-years-literacy", "early-years-mathematics"),
    "school": (
        "pupils-at-expected-standards-end-primary-school",
        "gcses-equivalent-english-maths",
        "persistent-absences-all-pupils",
    ),
    "after school": ("sustained-destination-after-16", "sustained-destination-after-18", "neet-or-not-known-16-17"),
    "adult learning": ("further-education-skills-participation", "further-education-skills-learner-achievements"),
    "apprenticeships": ("apprenticeship-starts", "apprenticeship-starts-scotland", "apprenticeship-starts-ni"),
    "qualifications": (
        "no-qualifications-great-britain",
        "level-3-or-above-qualifications",
        "level-3-or-above-qualifications-ni",
        "level-4-or-above-qualifications",
    ),
}
"""What is shown of each stage, in the order of a life."""
_GROUPS = {slug: group for group, slugs in STAGES.items() for slug in slugs}
_PREFERRED = (Comparator.NATION, Comparator.UK)
_NATIONS = {"W": "Wales", "S": "Scotland", "N": "Northern Ireland"}
FULL_COUNT = (
    "Numbers of learners and pupils are full counts, so chance is no matter of sampling; no verdict is given all the same."
)


@dataclass(frozen=True, slots=True)
class Measure:
    """One measure here, held against the nation and against its own past.

    Attributes:
        group: The stage it belongs to.
        held: Against the nation, or the UK where there is no figure for the nation; one without a number where there is neither.
        trend: Against its own past; `None` where nothing is published.
    """

    group: str
    held: Comparison
    trend: Trend | None

    @property
    def estimate(self) -> Estimate:
        """The figure here."""
        return self.held.estimate


@dataclass(frozen=True, slots=True)
class Learning:
    """Learning in a place.

    Attributes:
        area: Where.
        measures: Every measure with a figure, in the order of a life.
        adults: Adults in further education since 2016/17; `None` where not published.
        apprentices: Apprentices who live and are taught here; `None` where not published.
        qualifications: The mix of highest qualifications; `None` where not published.
        sentences: What it says, to be read aloud.
        reasons: What cannot be said, and why.
    """

    area: Area
    measures: tuple[Measure, ...]
    adults: Fall | None
    apprentices: Flow | None
    qualifications: Mix | None
    sentences: tuple[str, ...]
    reasons: tuple[str, ...]

    def records(self) -> list[dict[str, Any]]:
        """One record a measure, as plain data; every record has the same fields."""
        made = [_measure(item) for item in self.measures]
        if self.adults is not None:
            made.append(_adults(self.adults))
        if self.apprentices is not None:
            made.append(_flow(self.apprentices))
        if self.qualifications is not None:
            made += _mix(self.qualifications)
        return [{"area": self.area.code, "name": self.area.name} | _EMPTY | record for record in made]


_FIELDS = (
    "group measure title category period value lower upper unit comparator comparator_value difference difference_lower "
    "difference_upper p_value adjusted_p_value verdict earlier_period earlier_value change change_lower change_upper "
    "change_percent comparator_change_percent course residents taught_here per_100_residents reason source"
)
_EMPTY: dict[str, Any] = dict.fromkeys(_FIELDS.split())


def learning(
    atlas: Figures,
    area: Area,
    held: Mapping[str, Sequence[Comparison]] | None = None,
    past: Iterable[Trend] | None = None,
) -> Learning:
    """Learning in a place, from age 5 to adults.

    Args:
        atlas: Where the figures are read.
        area: The place.
        held: Comparisons made already, by slug, where there are some; else they are made here and corrected for their number.
        past: Trends made already.

    Example:
        >>> from levelling.atlas import Atlas
        >>> atlas = Atlas.open()
        >>> found = learning(atlas, atlas.area("Hartlepool"))
        >>> found.measures[0].group, found.apprentices.net
        ('early years', -65.0)
    """
    slugs = [slug for slug in _GROUPS if slug in atlas.catalogue]
    if held is None:
        made: dict[str, list[Comparison]] = {}
        for item in compare(atlas, area, indicators=slugs):
            made.setdefault(item.estimate.indicator.slug, []).append(item)
        held = made
    ways = {item.now.indicator.slug: item for item in (trends(atlas, area, slugs) if past is None else past)}
    measures = tuple(
        Measure(_GROUPS[slug], chosen, ways.get(slug)) for slug in slugs if (chosen := _chosen(held.get(slug, ()))) is not None
    )
    adults, apprentices, qualifications = fall(atlas, area), flow(atlas, area), mix(atlas, area)
    reasons = _reasons(area, adults, qualifications)
    return Learning(area, measures, adults, apprentices, qualifications, _sentences(measures, adults, apprentices), reasons)


def _chosen(found: Sequence[Comparison]) -> Comparison | None:
    for kind in _PREFERRED:
        for item in found:
            if item.comparator == kind and item.against is not None:
                return item
    return found[0] if found else None


def _sentences(measures: Sequence[Measure], adults: Fall | None, apprentices: Flow | None) -> tuple[str, ...]:
    told = [item.sentence for item in (adults, apprentices) if item is not None]
    if not told and not measures:
        told.append("No figures of learning are published here.")
    return tuple(told)


def _reasons(area: Area, adults: Fall | None, qualifications: Mix | None) -> tuple[str, ...]:
    reasons = []
    if area.nation in _NATIONS:
        reasons.append(
            f"Early years, schools, further education and where apprentices are taught are published for England alone in this "
            f"detail, so they are blank for {place(area)}."
        )
    if adults is not None:
        reasons.append(
            "The source's own years begin in 2015 to 2016, a year before figures by place do. From 2019 on learners in prison "
            "are no longer counted, and the pandemic came, so later years are not held against these."
        )
    if qualifications is not None and qualifications.withheld:
        names = listed([name.lower() for name in qualifications.withheld])
        reasons.append(f"The mix leaves out those whose number is withheld: {names}.")
    return tuple(reasons)


def _measure(item: Measure) -> dict[str, Any]:
    held, estimate, way = item.held, item.estimate, item.trend
    then = way.then if way else None
    return {
        "group": item.group,
        "measure": estimate.indicator.slug,
        "title": estimate.indicator.title,
        "category": estimate.category,
        "period": estimate.period.iso,
        "value": estimate.value,
        "lower": estimate.lower,
        "upper": estimate.upper,
        "unit": estimate.indicator.unit,
        "comparator": held.comparator_name if held.against else None,
        "comparator_value": held.against.value if held.against else None,
        "difference": held.difference,
        "difference_lower": held.lower,
        "difference_upper": held.upper,
        "p_value": held.p_value,
        "adjusted_p_value": held.adjusted_p,
        "verdict": held.verdict.value,
        "earlier_period": then.period.iso if then else None,
        "earlier_value": then.value if then else None,
        "change": way.difference if way else None,
        "change_lower": way.lower if way else None,
        "change_upper": way.upper if way else None,
        "course": way.course.value if way else None,
        "reason": " ".join(filter(None, (held.reason, way.reason if way else ""))),
        "source": _source(estimate),
    }


def _adults(item: Fall) -> dict[str, Any]:
    first, before = item.first, item.before
    return {
        "group": "adult learning",
        "measure": before.indicator.slug,
        "title": before.indicator.title,
        "period": before.period.iso,
        "value": before.value,
        "unit": before.indicator.unit,
        "comparator": "England" if item.england_percent is not None else None,
        "earlier_period": first.period.iso,
        "earlier_value": first.value,
        "change": (before.value or 0.0) - (first.value or 0.0),
        "change_percent": round(item.percent, 1),
        "comparator_change_percent": None if item.england_percent is None else round(item.england_percent, 1),
        "reason": FULL_COUNT,
        "source": _source(before),
    }


def _flow(item: Flow) -> dict[str, Any]:
    return {
        "group": "apprenticeships",
        "measure": "apprenticeship-net-flow",
        "title": "Apprenticeships taught here less those begun by people who live here",
        "period": item.residents.period.iso,
        "value": item.net,
        "unit": "starts",
        "residents": item.residents.value,
        "taught_here": item.taught.value,
        "per_100_residents": None if item.per_hundred is None else round(item.per_hundred, 1),
        "reason": FULL_COUNT,
        "source": _source(item.taught),
    }


def _mix(item: Mix) -> list[dict[str, Any]]:
    return [
        {
            "group": "qualifications",
            "measure": MIX,
            "title": f"People aged 16 to 64 whose highest qualification is: {part.name}",
            "category": part.key,
            "period": item.period.iso,
            "value": round(part.share, 1),
            "lower": None if part.lower is None else round(part.lower, 1),
            "upper": None if part.upper is None else round(part.upper, 1),
            "unit": "%",
            "residents": part.people.value,
            "reason": part.people.indicator.frozen,
            "source": _source(part.people),
        }
        for part in item.parts
    ]


def _source(item: Estimate) -> str:
    return f"{item.release.publisher}: {item.release.title}"
