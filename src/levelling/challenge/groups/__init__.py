"""Gaps between groups of people: who is furthest from work here, how many that is, and how sure the gaps are.

A gap is a group's figure less that of the group it is held against, in the same area and the same period. Where a place has no
figure, that of the smallest area around it is taken and named; it is never presented as the place's own.

Where both figures have a published interval, so has the gap (MOVER, see `core.difference`), and the verdict is corrected for
the number of gaps shown (Benjamini-Hochberg, 5%). A census counts everyone, so its gaps need no interval; a group of under a
hundred people is too small for any verdict. Without an interval there is no verdict.
"""

import difflib
from collections.abc import Sequence
from dataclasses import replace

from levelling.atlas.parameters import parameter
from levelling.atlas.reading import Figures
from levelling.challenge.groups.gaps import gaps_of, said
from levelling.challenge.groups.measures import CHARACTERISTICS, MEASURES, OUT_OF_WORK, RISKS, Measure
from levelling.challenge.groups.result import Gap, Groups, Risk
from levelling.challenge.multiple import adjust
from levelling.challenge.nearest import around, nearest, read_ahead
from levelling.core.area import Area
from levelling.core.comparison import Verdict
from levelling.core.errors import UserError
from levelling.core.words import listed

__all__ = ["CHARACTERISTICS", "Gap", "Groups", "Risk", "groups"]

_LEVEL = 0.05


def groups(figures: Figures, area: Area, by: str = "") -> Groups:
    """Gaps between groups of people in a place, at the lowest level each has a figure.

    Args:
        figures: Where the figures are read.
        area: The place.
        by: One of `CHARACTERISTICS`; empty for all.

    Raises:
        UserError: There is no such characteristic.

    Example:
        >>> from levelling.atlas import Atlas
        >>> atlas = Atlas.open()
        >>> found = groups(atlas, atlas.area("Hartlepool"), by="health")
        >>> (found.gaps[0].group, found.gaps[0].people, found.gaps[0].own)
        ('Long-term sick or disabled', 5432.0, True)
    """
    if by and by not in CHARACTERISTICS:
        near = difflib.get_close_matches(by, CHARACTERISTICS, n=2, cutoff=0.4)
        raise UserError(f"'{by[:40]}' is no characteristic here.", f"Choose among: {', '.join(CHARACTERISTICS)}.", near)
    areas = around(figures, area)
    read_ahead(figures, areas)
    wanted = [measure for measure in MEASURES if by in {"", measure.characteristic}]
    found = [gap for measure in wanted for gap in gaps_of(figures, areas, measure)]
    risks = tuple(_risk(*row) for row in RISKS if by in {"", row[0]})
    counts = nearest(figures, areas[:1], "people-by-economic-activity-census", OUT_OF_WORK)
    shares = nearest(figures, areas[:1], "economic-activity-census", OUT_OF_WORK)
    return Groups(
        area=area,
        out_of_work=tuple(sorted(counts or (), key=lambda item: -(item.value or 0.0))),
        share={item.category: item for item in shares or ()},
        gaps=_judged(found),
        risks=risks,
        absent=_absent(wanted, found),
    )


def _judged(found: Sequence[Gap]) -> tuple[Gap, ...]:
    """Verdicts by interval, corrected for how many of them there are."""
    tested = [gap.p_value for gap in found if gap.p_value is not None]
    adjusted = iter(adjust(tested))
    return tuple(gap if gap.p_value is None else _verdict(gap, next(adjusted)) for gap in found)


def _verdict(gap: Gap, p: float) -> Gap:
    sure = p < _LEVEL and gap.gap is not None
    return replace(gap, verdict=said(gap.gap or 0.0, gap.estimate) if sure else Verdict.CANNOT_TELL)


def _risk(characteristic: str, group: str, measure: str, slug: str, against: str) -> Risk:
    return Risk(characteristic, group, measure, parameter(slug), parameter(against) if against else None)


def _absent(wanted: Sequence[Measure], found: Sequence[Gap]) -> tuple[str, ...]:
    """What no figure here tells, in sentences."""
    have = {gap.characteristic for gap in found}
    asked = dict.fromkeys(measure.characteristic for measure in wanted)
    missing = [name for name in asked if name not in have]
    told = [f"No figure by {listed(missing, 'or')} is held for this place or any area around it."] if missing else []
    if "ethnicity" in asked or "qualification" in asked:
        told.append("Who is in work by ethnic group or by qualification is not in these figures for any place.")
    return tuple(told)
