"""The diagnosis of a place: every comparison, what stands out, trends, output against income, and its neighbours."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property

from levelling.atlas.reading import Figures
from levelling.challenge.comparison import compare
from levelling.challenge.divergence import Divergence, diverge
from levelling.challenge.neighbours import Neighbours, neighbours
from levelling.challenge.standout import stand_out
from levelling.challenge.trend import Trend, trends
from levelling.core.area import Area
from levelling.core.comparison import Comparison
from levelling.core.finding import Finding


@dataclass(frozen=True)
class Diagnosis:
    """What chapter 1 says of a place.

    Attributes:
        area: The place.
        comparisons: Every comparison, in the order of a plan: by indicator, then UK, nation, region, neighbours, others.
        findings: What stands out, strongest first, balanced between people and place and between good and bad.
        trends: The newest value against one about five years before, one for each indicator with a value.
        divergence: Output against household income through the years; `None` where neither is published.
        neighbours: The places most like this one, by ONS and by our own reckoning, and why.
    """

    area: Area
    comparisons: tuple[Comparison, ...]
    findings: tuple[Finding, ...]
    trends: tuple[Trend, ...]
    divergence: Divergence | None
    neighbours: Neighbours

    @cached_property
    def by_indicator(self) -> dict[str, tuple[Comparison, ...]]:
        """The comparisons of each indicator, by slug, in the order of a plan."""
        grouped: dict[str, list[Comparison]] = {}
        for item in self.comparisons:
            grouped.setdefault(item.estimate.indicator.slug, []).append(item)
        return {slug: tuple(items) for slug, items in grouped.items()}

    def of(self, slug: str) -> tuple[Comparison, ...]:
        """The comparisons of one indicator; empty where it has no value here."""
        return self.by_indicator.get(slug, ())

    def trend_of(self, slug: str) -> Trend | None:
        """The trend of one indicator; `None` where it has no value here."""
        return next((item for item in self.trends if item.now.indicator.slug == slug), None)


def diagnose(atlas: Figures, area: Area, against: Sequence[Area] = (), basis: str = "global") -> Diagnosis:
    """Compare a place with others and say what stands out.

    Args:
        atlas: Where the figures are read.
        area: The place.
        against: Further areas to compare it with.
        basis: Which ONS list its statistical neighbours are taken from: `global`, `economic` or `demographic`.

    Example:
        >>> from levelling.atlas import Atlas
        >>> atlas = Atlas.open()
        >>> len(diagnose(atlas, atlas.area("Hartlepool")).findings) > 0
        True
    """
    alike = neighbours(atlas, area)
    found = compare(atlas, area, against=against, basis=basis)
    courses = trends(atlas, area)
    return Diagnosis(
        area=area,
        comparisons=found,
        findings=stand_out(atlas, area, found),
        trends=courses,
        divergence=diverge(atlas, area),
        neighbours=alike,
    )
