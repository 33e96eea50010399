"""Where a scenario by industry or occupation would take most work: the same shares lost everywhere, through each local mix."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from levelling.atlas.reading import Figures
from levelling.challenge.future.here import INDUSTRY, OCCUPATIONS, known
from levelling.challenge.future.outcomes import Z95
from levelling.challenge.future.scenario import Scenario
from levelling.core.area import Area, Level
from levelling.core.errors import NotEnoughData, UserError
from levelling.core.period import Period

_ENOUGH = 0.9
"""How many areas a period must have, of as many as any period has, for the newest to be taken."""


@dataclass(frozen=True, slots=True)
class Exposure:
    """What a scenario would take in one area in its first year.

    Attributes:
        area: Where.
        in_groups: People in work in the groups that lose it.
        in_work: People in work in all groups with a figure.
        lost: How many of them lose it.
        lower: Lower end of its 95% interval, the groups taken as asked apart; `None` where one has no interval.
        upper: Upper end.
    """

    area: Area
    in_groups: float
    in_work: float
    lost: float
    lower: float | None
    upper: float | None

    @property
    def share(self) -> float:
        """Of every hundred people in work, how many lose it."""
        return 100 * self.lost / self.in_work if self.in_work else 0.0


@dataclass(frozen=True, slots=True)
class Exposures:
    """What a scenario would take in every area of a level.

    Attributes:
        scenario: What is supposed.
        slug: The indicator of the mix.
        period: Of the mix: one for all areas, the newest that enough of them have.
        areas: Most of its work lost first.
        left_out: Areas with no figure for one of the groups.
    """

    scenario: Scenario
    slug: str
    period: Period
    areas: tuple[Exposure, ...]
    left_out: tuple[Area, ...]

    def records(self) -> list[dict[str, Any]]:
        """One record an area, the most exposed first."""
        return [
            {
                "area": item.area.code,
                "name": item.area.name,
                "scenario": self.scenario.title,
                "period": self.period.iso,
                "people_in_work": item.in_work,
                "people_in_groups": item.in_groups,
                "jobs_lost": item.lost,
                "jobs_lost_lower": item.lower,
                "jobs_lost_upper": item.upper,
                "share_lost": item.share,
                "modelled": True,
            }
            for item in self.areas
        ]


def exposure(atlas: Figures, chosen: Scenario, level: Level = Level.LAD) -> Exposures:
    """What a scenario by industry or occupation would take in every area of a level, in its first year.

    Raises:
        UserError: The scenario takes a like share of all work, which is the same everywhere, or names an unknown group.
        NotEnoughData: No area of the level has the mix.
    """
    wanted = chosen.industry or chosen.occupation
    if not wanted:
        raise UserError(
            "A scenario that takes a like share of all work is the same everywhere.",
            "Name a place, or give --industry, --occupation or --scenario hard-hit-sectors.",
        )
    slug = INDUSTRY if chosen.industry else OCCUPATIONS[0]
    labels = atlas.catalogue.get(slug).categories if slug in atlas.catalogue else {}
    shares = {known(name, labels, "industry" if chosen.industry else "occupation"): -cut / 100 for name, cut in wanted.items()}
    areas = sorted(atlas.gazetteer.all(level), key=lambda area: area.code)
    period, columns = _fullest(atlas, slug, list(labels), list(shares), areas)
    found = [_exposed(area, columns, list(labels), shares) for area in areas]
    held = sorted((item for item in found if item is not None), key=lambda item: (-item.share, item.area.name))
    missing = tuple(area for area, item in zip(areas, found, strict=True) if item is None)
    return Exposures(chosen, slug, period, tuple(held), missing)


def _fullest(
    atlas: Figures, slug: str, labels: Sequence[str], groups: Sequence[str], areas: Sequence[Area]
) -> tuple[Period, dict[str, Mapping[str, Any]]]:
    """The newest period for which most areas have every group, with its columns."""
    seen = {period for area in areas[::40] for period in atlas.store.area(area.code).get((slug, groups[0]), {})}
    atlas.store.load_columns([(slug, group, period) for period in seen for group in groups])
    counts = {period: sum(_has_all(atlas, slug, groups, period, area.code) for area in areas) for period in seen}
    enough = [period for period, count in counts.items() if count and count >= _ENOUGH * max(counts.values())]
    best = max(enough, key=lambda period: Period.parse(period).end, default="")
    if not best:
        raise NotEnoughData(
            "No area of this level has figures for every group that is named.", "Try --level lad, or fewer groups."
        )
    atlas.store.load_columns([(slug, label, best) for label in labels])
    return Period.parse(best), {label: atlas.store.column(slug, label, best) for label in labels}


def _has_all(atlas: Figures, slug: str, groups: Sequence[str], period: str, code: str) -> bool:
    figures = (atlas.store.column(slug, group, period).get(code) for group in groups)
    return all(item is not None and item.value is not None for item in figures)


def _exposed(
    area: Area, columns: Mapping[str, Mapping[str, Any]], labels: Sequence[str], shares: Mapping[str, float]
) -> Exposure | None:
    figures = {
        label: figure for label in labels if (figure := columns[label].get(area.code)) is not None and figure.value is not None
    }
    if not all(key in figures for key in shares):
        return None
    lost = sum(share * figures[key].value for key, share in shares.items())
    in_work, in_groups = sum(figure.value for figure in figures.values()), sum(figures[key].value for key in shares)
    if any(figures[key].lower is None or figures[key].upper is None for key in shares):
        return Exposure(area, in_groups, in_work, lost, None, None)
    squares = sum((share * (figures[key].upper - figures[key].lower) / (2 * Z95)) ** 2 for key, share in shares.items())
    apart = float(Z95 * squares**0.5)
    return Exposure(area, in_groups, in_work, lost, max(0.0, lost - apart), lost + apart)
