"""What stands out about a place: its strongest differences from the widest area it can be held against.

A difference is strong when it is large beside the usual spread between places of the level (in standard deviations) and
sure (its corrected p-value). Sure differences come first. Differences of figures without a published interval come after
them, only where they are large, and say that no verdict is given. What cannot be told is said too, for the questions a plan
for good work turns on. The list takes turns between people and place, and between good and bad, so that neither a proud nor
a bleak page can come of it by choice of figures.
"""

from collections.abc import Iterator, Sequence
from itertools import zip_longest
from weakref import WeakKeyDictionary

from levelling.atlas.reading import Figures, written
from levelling.challenge.phrases import among, certainty, headed, of_every, place, shown, size, when
from levelling.core.area import Area, Level
from levelling.core.comparison import Comparator, Comparison, Verdict
from levelling.core.difference import spread
from levelling.core.estimate import Estimate, Status
from levelling.core.finding import Finding
from levelling.core.indicator import Direction, Framework, Topic

COUNT = 8
"""How many differences are given, beside what cannot be told."""
KEPT = 3
"""How many of them are kept for large differences without an interval: most of what is known of places has none."""
LARGE = 1.0
"""Standard deviations between places that a difference without an interval must reach to be given."""
STALE = 7
"""A figure that is more years older than the place's newest does not stand out; the page shows it among the rest."""
A_TOPIC = 2
"""How many findings one topic may have."""
UNSURE = 2
"""How many findings of 'cannot tell' are given, from the topics of `CORE`."""
CORE = (Topic.WORK, Topic.PAY, Topic.SKILLS, Topic.HEALTH)
_SURE = {Verdict.BETTER, Verdict.WORSE, Verdict.HIGHER, Verdict.LOWER}


def stand_out(atlas: Figures, area: Area, comparisons: Sequence[Comparison], count: int = COUNT) -> tuple[Finding, ...]:
    """What stands out about a place, strongest first and balanced, then what cannot be told.

    Args:
        atlas: Where the spread between places is read.
        area: The place.
        comparisons: What `compare` gave for it.
        count: How many differences to give at the most.

    Example:
        >>> from levelling.atlas import Atlas
        >>> from levelling.challenge import compare
        >>> atlas = Atlas.open()
        >>> hartlepool = atlas.area("Hartlepool")
        >>> stand_out(atlas, hartlepool, compare(atlas, hartlepool))[0].verdict.value in {"better", "worse", "higher", "lower"}
        True
    """
    leading = _fresh(_leading(comparisons))
    usual = spreads(atlas, area, [items[0] for items in leading])
    found = [_finding(items, spread_of) for items, spread_of in zip(leading, usual, strict=True)]
    sure = [item for item in found if item.verdict in _SURE]
    plain = [
        item
        for item in found
        if item.verdict == Verdict.NOT_COMPARABLE and _tone(item) != "neither" and (item.strength or 0) >= LARGE
    ]
    unsure = [item for topic in CORE for item in found if item.verdict == Verdict.CANNOT_TELL and item.topic == topic]
    kept = min(KEPT, len(plain))
    chosen = _chosen(sure, count - kept)
    chosen += _chosen(plain, count - len(chosen), [item.topic for item in chosen])
    return (*chosen, *unsure[:UNSURE])


def sentence(item: Comparison) -> str:
    """A comparison in sentences to be read aloud: the number, the difference, and how sure it is.

    Example:
        >>> from levelling.atlas import Atlas
        >>> from levelling.challenge import compare
        >>> atlas = Atlas.open()
        >>> [first, *_] = compare(atlas, atlas.area("Hartlepool"), indicators=["employment-rate"])
        >>> sentence(first).startswith("Of every 100 people aged 16 to 64, ")
        True
    """
    estimate, there, gap = item.estimate, item.against, item.difference
    if estimate.value is None or there is None or there.value is None or gap is None:
        return f"{_title(estimate)}: {item.reason}"
    return f"{_stated(estimate, there, gap)} {certainty(item.verdict)}{_moved(estimate)}"


def _stated(estimate: Estimate, there: Estimate, gap: float) -> str:
    heads = of_every(estimate, gap)
    period = when(estimate.period)
    if heads is not None:
        base, count, what, apart = heads
        side = "more" if gap > 0 else "fewer"
        return f"{base}, {count} {what}: {apart} {side} than {among(there.area)}, {period}."
    own, other = shown(estimate.value or 0.0, estimate.indicator), shown(there.value or 0.0, estimate.indicator)
    if own == other:
        return f"{_title(estimate)}: {own} in {place(estimate.area)}, as {_as(there)}, {period}."
    side = "higher" if gap > 0 else "lower"
    return (
        f"{_title(estimate)}: {own} in {place(estimate.area)}, {size(gap, estimate.indicator)} {side} than {among(there.area)} "
        f"({other}), {period}."
    )


def _as(there: Estimate) -> str:
    return among(there.area) if there.area.code else f"on {among(there.area)}"


def _title(estimate: Estimate) -> str:
    return estimate.indicator.named(estimate.category)


def _moved(estimate: Estimate) -> str:
    """That the figure was made from others; a published figure of the very same people is as published."""
    if estimate.moved is None or estimate.has_interval:
        return ""
    return " It is modelled from other areas." if estimate.status == Status.MODELLED else " It is made from those of other areas."


def _leading(comparisons: Sequence[Comparison]) -> list[list[Comparison]]:
    """The comparisons of each indicator that has a difference, the widest comparator first."""
    grouped: dict[str, list[Comparison]] = {}
    for item in comparisons:
        if item.difference is not None and item.comparator != Comparator.AREA:
            grouped.setdefault(item.estimate.indicator.slug, []).append(item)
    return list(grouped.values())


def _fresh(leading: Sequence[list[Comparison]]) -> list[list[Comparison]]:
    """Those that are not many years older than the newest figure of the place."""
    last = max((items[0].estimate.period.end for items in leading), default=None)
    return [items for items in leading if last is not None and (last - items[0].estimate.period.end).days <= STALE * 365.25]


def _finding(items: Sequence[Comparison], usual: float | None) -> Finding:
    first = items[0]
    indicator = first.estimate.indicator
    gap = first.difference or 0.0
    name = headed(first.against.area) if first.against else first.comparator_name
    side = {
        Verdict.CANNOT_TELL: f"cannot be told from {name}",
        Verdict.NOT_COMPARABLE: f"{'above' if gap > 0 else 'below'} {name}, no verdict",
    }.get(first.verdict, f"{first.verdict.value} than {name}")
    return Finding(
        heading=f"{indicator.short}: {side}",
        sentence=sentence(first),
        verdict=first.verdict,
        topic=indicator.topic,
        framework=indicator.framework,
        comparisons=tuple(items),
        strength=abs(gap) / usual if usual else None,
    )


def spreads(atlas: Figures, area: Area, leading: Sequence[Comparison]) -> list[float | None]:
    """The standard deviation between places for each comparison: of the area's level, or local authorities where it is small."""
    keys = [(item.estimate.indicator.slug, item.estimate.category, written(item.estimate.period)) for item in leading]
    kept = _KEPT.setdefault(atlas, {})
    missing = [key for key in keys if (area.level, *key) not in kept]
    if missing:
        atlas.store.load_columns(missing)
        levels = [{item.code for item in atlas.gazetteer.all(level)} for level in dict.fromkeys((area.level, Level.LAD))]
        kept.update({(area.level, *key): _spread(atlas, key, levels) for key in missing})
    return [kept[area.level, *key] for key in keys]


_KEPT: WeakKeyDictionary[Figures, dict[tuple[Level, str, str, str], float | None]] = WeakKeyDictionary()
"""The figures of an atlas do not change while it is open, and every place of a level has the same spreads."""


def _spread(atlas: Figures, key: tuple[str, str, str], levels: Sequence[set[str]]) -> float | None:
    column = atlas.store.column(*key)
    for codes in levels:
        values = [figure.value for code, figure in column.items() if code in codes and figure.value is not None]
        if len(values) >= 8:
            return spread(values) or None
    return None


def _chosen(found: Sequence[Finding], count: int, taken: Sequence[Topic] = ()) -> list[Finding]:
    """The strongest, in turns between people and place and between good and bad, few from any one topic."""
    topics = list(taken)
    chosen: list[Finding] = []
    for item in _turns(found):
        if len(chosen) >= count:
            break
        if topics.count(item.topic) < A_TOPIC:
            chosen.append(item)
            topics.append(item.topic)
    return sorted(chosen, key=lambda item: -(item.strength or 0.0))


def _turns(found: Sequence[Finding]) -> Iterator[Finding]:
    ranked = sorted(found, key=lambda item: -(item.strength or 0.0))
    groups: dict[tuple[Framework, str], list[Finding]] = {}
    for item in ranked:
        groups.setdefault((item.framework, _tone(item)), []).append(item)
    ordered = sorted(groups.values(), key=lambda items: (_tone(items[0]) == "neither", -(items[0].strength or 0.0)))
    for turn in zip_longest(*ordered):
        yield from (item for item in turn if item is not None)


def _tone(item: Finding) -> str:
    """Whether a finding is good news, bad news, or neither."""
    first = item.comparisons[0]
    direction = first.estimate.indicator.direction
    if direction == Direction.NEITHER:
        return "neither"
    return "good" if ((first.difference or 0.0) > 0) == (direction == Direction.HIGHER_BETTER) else "bad"
