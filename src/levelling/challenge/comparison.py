"""Each estimate of an area against its comparators: the difference, its interval, and a verdict that can be 'cannot tell'.

What is compared with what:

- the same indicator in the same period only, the newest that both have; an older one than the area's newest is said so;
- rates, scores and amounts, not counts, which are larger where more people live;
- figures with a published interval get a verdict. Without one on either side the difference is shown and the verdict is
  'not comparable'. So it is for figures made from those of other areas: their error is not known.

A verdict of better or worse (higher or lower, where neither way is good) needs a p-value below 0.05 after correction for
every comparison in the same answer (`levelling.challenge.multiple`). The interval shown is the plain 95% interval.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace

from levelling.atlas.reading import Figures, written
from levelling.challenge.comparators import Against, comparators
from levelling.challenge.meeting import COUNT, Met, is_count, meet, meet_neighbours
from levelling.challenge.multiple import adjust
from levelling.challenge.phrases import place
from levelling.core.area import Area
from levelling.core.comparison import Comparator, Comparison, Verdict
from levelling.core.difference import Difference, difference, interval_of
from levelling.core.estimate import Estimate, Status
from levelling.core.indicator import Direction, Indicator
from levelling.core.words import listed

LEVEL = 0.05
"""A difference is declared when its corrected p-value is below this."""


def compare(
    atlas: Figures,
    area: Area,
    against: Sequence[Area] = (),
    basis: str = "global",
    indicators: Iterable[str] | None = None,
    *,
    alike: bool = True,
) -> tuple[Comparison, ...]:
    """Hold an area's newest estimates against the UK, its nation, its region, its neighbours and other areas.

    One comparison for each indicator with a value here and each comparator, in the order of a plan. Where there is nothing
    to hold it against, `against` is `None` and `reason` says why.

    Args:
        atlas: Where the figures are read.
        area: The place.
        against: Further areas, one comparator each.
        basis: Which ONS list the neighbours are taken from: `global`, `economic` or `demographic`.
        indicators: Slugs; by default those a plan shows.
        alike: Whether its statistical neighbours are among the comparators; to leave them out is quicker.

    Raises:
        UnknownIndicator: A slug is not in the catalogue.

    Example:
        >>> from levelling.atlas import Atlas
        >>> atlas = Atlas.open()
        >>> [first, *_] = compare(atlas, atlas.area("Hartlepool"), indicators=["employment-rate"])
        >>> first.estimate.indicator.unit, first.comparator.value
        ('%', 'uk')
    """
    catalogue = atlas.catalogue
    wanted = catalogue.all(headline=True) if indicators is None else tuple(catalogue.get(slug) for slug in indicators)
    facing = comparators(atlas, area, against, basis if alike else "")
    own = _own(atlas, area, facing, wanted)
    found = tuple(item for estimate in own for item in _held(atlas, estimate, facing))
    return _judged(found)


def against_nation(atlas: Figures, area: Area, slugs: Iterable[str]) -> dict[str, Comparison]:
    """Some indicators of an area, each held against its nation, or the United Kingdom where the nation has no figure.

    Corrected for all the comparisons of `compare`, as these are a part of them.

    Args:
        atlas: Where the figures are read.
        area: The place.
        slugs: The indicators; those without a value here are left out.

    Example:
        >>> from levelling.atlas import Atlas
        >>> atlas = Atlas.open()
        >>> against_nation(atlas, atlas.area("Hartlepool"), ["employment-rate"])["employment-rate"].comparator_name
        'England'
    """
    held = [item for item in compare(atlas, area, indicators=dict.fromkeys(slugs)) if item.difference is not None]
    return {
        item.estimate.indicator.slug: item
        for wanted in (Comparator.UK, Comparator.NATION)  # the later is kept
        for item in held
        if item.comparator is wanted
    }


def compare_with_group(
    atlas: Figures, area: Area, group: Sequence[Area], name: str, indicators: Iterable[str]
) -> tuple[Comparison, ...]:
    """Hold an area's newest estimates against the plain mean of a group of areas, each counted once.

    The same rules as `compare`, corrected for the comparisons of this answer alone.

    Args:
        atlas: Where the figures are read.
        area: The place; it is left out of the group.
        group: The areas of the group.
        name: What they are, in the plural: 'coastal towns'.
        indicators: Slugs; those not in the catalogue are passed over.
    """
    peers = tuple(item for item in group if item.code != area.code)
    if not peers:
        return ()
    facing = (Against(Comparator.NEIGHBOURS, peers, ((0.0, 0.0),) * len(peers)),)
    wanted = [atlas.catalogue.get(slug) for slug in indicators if slug in atlas.catalogue]
    found = tuple(item for own in _own(atlas, area, facing, wanted) for item in _held(atlas, own, facing))
    return tuple(_renamed(item, name) for item in _judged(found))


def _renamed(item: Comparison, name: str) -> Comparison:
    said = item.comparator_name.replace("statistical neighbours", name)
    reason = item.reason.replace("statistical neighbours", name).replace("the neighbours", "them")
    against = item.against and replace(item.against, area=replace(item.against.area, name=said))
    return replace(item, comparator=Comparator.AREA, comparator_name=said, against=against, reason=reason)


def _own(atlas: Figures, area: Area, facing: Sequence[Against], wanted: Sequence[Indicator]) -> list[Estimate]:
    """The area's newest estimates; everything they will be held against is read in two goes."""
    single = [other.code for item in facing if item.kind != Comparator.NEIGHBOURS for other in item.areas]
    atlas.store.load_areas([area.code, *single])
    estimates = [estimate for item in wanted if (estimate := atlas.estimate(item.slug, area)).value is not None]
    if any(item.kind == Comparator.NEIGHBOURS for item in facing):
        atlas.store.load_columns([(item.indicator.slug, item.category, written(item.period)) for item in estimates])
    return estimates


def _held(atlas: Figures, own: Estimate, facing: Sequence[Against]) -> Iterator[Comparison]:
    for item in facing:
        met = meet_neighbours(atlas, own, item) if item.kind == Comparator.NEIGHBOURS else meet(atlas, own, item)
        if isinstance(met, str):
            name = item.name
            yield Comparison(own, item.kind, name, None, None, None, None, None, None, Verdict.NOT_COMPARABLE, met)
        else:
            yield _gap(met, item.kind)


def _gap(met: Met, kind: Comparator) -> Comparison:
    here, there = met.here, met.there
    name = there.area.name
    notes = [*met.notes, *_warnings(here, there)]
    if is_count(here.indicator):
        reason = " ".join([COUNT, *notes])
        return Comparison(here, kind, name, there, None, None, None, None, None, Verdict.NOT_COMPARABLE, reason)
    gap = _difference(here, there, met.correlation)
    if isinstance(gap, str):
        plain = _subtract(here, there)
        reason = " ".join([gap, *notes])
        return Comparison(here, kind, name, there, plain, None, None, None, None, Verdict.NOT_COMPARABLE, reason)
    reason = " ".join(notes)
    return Comparison(here, kind, name, there, gap.value, gap.lower, gap.upper, gap.p_value, None, Verdict.CANNOT_TELL, reason)


def _difference(here: Estimate, there: Estimate, correlation: float) -> Difference | str:
    """The difference with its interval, or why it has none."""
    moved = [item for item in (here, there) if item.moved and item.area.code and interval_of(item) is None]
    if moved:
        names = listed([place(item.area) for item in moved])
        return f"The figure for {names} is made from those of other areas, so its margin of error is not known."
    one, other = interval_of(here), interval_of(there)
    without = [_whose(item.area) for item, found in ((here, one), (there, other)) if found is None]
    if one is None or other is None:
        return f"No interval is published for {listed(without, 'or')}, so chance cannot be told from a difference."
    return difference(one, other, correlation)


def _whose(area: Area) -> str:
    return place(area) if area.code else "most of the neighbours"


def _subtract(here: Estimate, there: Estimate) -> float | None:
    return None if here.value is None or there.value is None else round(here.value - there.value, 9)


def _warnings(here: Estimate, there: Estimate) -> Iterator[str]:
    for item in (here, there):
        if item.status == Status.UNRELIABLE:
            yield f"The publisher marks the figure for {_whose(item.area)} as unreliable."
        if item.status == Status.PROVISIONAL:
            yield f"The figure for {_whose(item.area)} is provisional."


def _judged(found: Sequence[Comparison]) -> tuple[Comparison, ...]:
    """The verdicts, corrected for all the comparisons that have a p-value."""
    tested = [item.p_value for item in found if item.p_value is not None]
    corrected = iter(adjust(tested))
    return tuple(item if item.p_value is None else _verdict(item, next(corrected), len(tested)) for item in found)


def _verdict(item: Comparison, adjusted: float, count: int) -> Comparison:
    gap, p_value = item.difference or 0.0, item.p_value or 0.0
    if adjusted < LEVEL:
        return replace(item, adjusted_p=adjusted, verdict=_SIDES[item.estimate.indicator.direction][gap > 0])
    note = f"Taken alone it would count as a difference; among {count} comparisons it may be chance." if p_value < LEVEL else ""
    reason = " ".join(part for part in (note, item.reason) if part)
    return replace(item, adjusted_p=adjusted, verdict=Verdict.CANNOT_TELL, reason=reason)


_SIDES: Mapping[Direction, tuple[Verdict, Verdict]] = {
    Direction.HIGHER_BETTER: (Verdict.WORSE, Verdict.BETTER),
    Direction.LOWER_BETTER: (Verdict.BETTER, Verdict.WORSE),
    Direction.NEITHER: (Verdict.LOWER, Verdict.HIGHER),
}
"""The verdict on a difference below zero, and on one above, by which way is good."""
