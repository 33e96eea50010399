"""A place among the places of its own kind: is a coastal town worse off than other coastal towns, or as they are?

The newest figure of each measure is held against the plain mean of the others of the kind, each counted once, by the method of
`levelling.challenge.comparison`: an interval of the difference where intervals are published, a verdict only after correction
for the number of measures, and 'not comparable' where no interval is published.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from levelling.atlas.reading import Figures, written
from levelling.challenge.comparison import compare_with_group
from levelling.challenge.kinds.profiles import HEADLINES
from levelling.challenge.kinds.sorting import ORDER, Kind, Kinds, kinds
from levelling.challenge.phrases import place
from levelling.core.area import Area, Level
from levelling.core.comparison import Comparison, Verdict
from levelling.core.difference import spread
from levelling.core.words import listed, opened

PLURALS = {"city": "cities", "town": "towns", "rural": "rural places"}


@dataclass(frozen=True, slots=True)
class Among:
    """A place, or the authorities in it, by kind, and held against its own kind.

    Attributes:
        area: The place.
        kind: Its kind; `None` where it is not one local authority.
        peers: How many other authorities are of the kind.
        parts: The authorities in it, by kind, where it has several.
        comparisons: Against the mean of the others of its kind, one for each headline measure it has.
        spreads: By slug, the standard deviation of the measure between the places of the kind.
        sentence: What it is, or is made of, to be read aloud.
        verdict: How it stands among its kind, to be read aloud; empty for several authorities.
    """

    area: Area
    kind: Kind | None
    peers: int
    parts: tuple[Kind, ...]
    comparisons: tuple[Comparison, ...]
    spreads: Mapping[str, float]
    sentence: str
    verdict: str

    def records(self) -> list[dict[str, Any]]:
        """Plain data: one record a measure for one authority; one an authority for a place of several."""
        if self.kind is None:
            return Kinds({kind.area.code: kind for kind in self.parts}, ()).records()
        return [_record(self, self.kind, item) for item in self.comparisons]


def plural(kind: str) -> str:
    """The kind for several places.

    Example:
        >>> plural("coastal town"), plural("inland rural")
        ('coastal towns', 'inland rural places')
    """
    coast, _, settlement = kind.partition(" ")
    return f"{coast} {PLURALS[settlement]}"


def among_own_kind(atlas: Figures, area: Area, slugs: Sequence[str] = HEADLINES) -> Among:
    """What kind of place an area is, and how it stands among the others of its kind.

    An area of several authorities is told by how its people are spread over the kinds.

    Example:
        >>> from levelling.atlas import Atlas
        >>> atlas = Atlas.open()
        >>> among_own_kind(atlas, atlas.area("Hartlepool")).kind.name
        'coastal town'
    """
    sorted_places = kinds(atlas)
    kind = sorted_places.kinds.get(area.code) if area.level == Level.LAD else None
    if kind is None:
        return _of_several(atlas, area, sorted_places)
    group = [item.area for item in sorted_places.of(kind.name)]
    found = compare_with_group(atlas, area, group, plural(kind.name), slugs)
    spreads = {item.estimate.indicator.slug: _spread(atlas, item, group) for item in found if item.against is not None}
    sentence = f"{kind.sentence} Of the {len(sorted_places.kinds)} authorities of the UK, {len(group)} are {plural(kind.name)}."
    return Among(area, kind, len(group) - 1, (), found, spreads, sentence, _verdict(kind, found))


def _of_several(atlas: Figures, area: Area, sorted_places: Kinds) -> Among:
    members = [item for item in atlas.gazetteer.members(area, Level.LAD) if item.code in sorted_places.kinds]
    parts = tuple(sorted_places.kinds[item.code] for item in members)
    people = {name: sum(kind.area.population or 0 for kind in parts if kind.name == name) for name in ORDER}
    whole = sum(people.values())
    name = place(area)
    name = opened(name)
    if not parts or not whole:
        return Among(area, None, 0, parts, (), {}, f"No whole local authority lies in {place(area)}, so it has no kind.", "")
    shares = [f"{100 * count / whole:.0f} live in {plural(kind)}" for kind, count in people.items() if count]
    sentence = f"{name} is made of {len(parts)} local authorities. Of every 100 people, {listed(shares)}."
    return Among(area, None, 0, parts, (), {}, sentence, "")


def _spread(atlas: Figures, item: Comparison, group: Sequence[Area]) -> float:
    column = atlas.store.column(item.estimate.indicator.slug, item.estimate.category, written(item.estimate.period))
    found = (column.get(area.code) for area in group)
    return spread([figure.value for figure in found if figure is not None and figure.value is not None])


def _verdict(kind: Kind, found: Sequence[Comparison]) -> str:
    tested = [item for item in found if item.adjusted_p is not None]
    others = f"other {plural(kind.name)}"
    if not tested:
        return f"No measure has the margins of error that would tell it from {others}."
    better, worse = ([_short(item) for item in tested if item.verdict in side] for side in _SIDES)
    if not better and not worse:
        return f"On none of the measures that can be tested can we tell it from {others}."
    parts = [
        f"{how} off than {others} are on average on {listed(names)}"
        for how, names in zip(_HOW, (better, worse), strict=True)
        if names
    ]
    rest = len(tested) - len(better) - len(worse)
    tail = " On the others that can be tested we cannot tell." if rest else ""
    return f"We are confident that it is {', and '.join(parts)}.{tail}"


def _short(item: Comparison) -> str:
    """The measure's name inside a list: a comma of its own would break the list."""
    name = item.estimate.indicator.short.replace(", ", " of ")
    return f"{name[0].lower()}{name[1:]}"


_HOW = ("better", "worse")
_SIDES = ({Verdict.BETTER, Verdict.HIGHER}, {Verdict.WORSE, Verdict.LOWER})


def _record(found: Among, kind: Kind, item: Comparison) -> dict[str, Any]:
    estimate = item.estimate
    return {
        "area": found.area.code,
        "name": found.area.name,
        "kind": kind.name,
        "firm": kind.firm,
        "indicator": estimate.indicator.slug,
        "title": estimate.indicator.title,
        "unit": estimate.indicator.unit,
        "period": written(estimate.period),
        "value": estimate.value,
        "lower": estimate.lower,
        "upper": estimate.upper,
        "against": item.comparator_name,
        "kind_mean": item.against.value if item.against else None,
        "difference": item.difference,
        "difference_lower": item.lower,
        "difference_upper": item.upper,
        "adjusted_p_value": item.adjusted_p,
        "verdict": item.verdict.value,
        "reason": item.reason,
    }
