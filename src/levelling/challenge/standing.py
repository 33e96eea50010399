"""Where each place stands on each variable: its value, and its standard score among the areas of its level."""

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from weakref import WeakKeyDictionary

from levelling.atlas.reading import Figures, newest, with_values
from levelling.challenge.comparators import NATIONS
from levelling.challenge.variables import Variable, categories_of
from levelling.core.area import Area, Level
from levelling.core.difference import spread
from levelling.core.indicator import Movement
from levelling.core.period import Period

FAR = 3.0
"""Standard scores are held to this, so that the City of London does not set the scale for everyone."""
APART = 2.0
"""How many years apart two nations' figures may be and still stand side by side."""


@dataclass(frozen=True, slots=True)
class Standing:
    """One variable for every area of a level: the values, and their standard scores."""

    variable: Variable
    values: Mapping[str, float]
    scores: Mapping[str, float]


def standings(atlas: Figures, level: Level, areas: Sequence[Area], variables: Sequence[Variable]) -> tuple[Standing, ...]:
    """Values and standard scores of each variable for the areas of a level; variables with fewer than 3 values are left out.

    The score is the value (or its logarithm) less the mean over the level, over the standard deviation, held to `FAR`. Where
    a figure is published for local authorities only, those of a larger area are added up (counts) or averaged over their
    people (rates); medians are not.
    """
    kept = _KEPT.setdefault(atlas, {})
    key = (level, tuple(variables))
    if key not in kept:
        kept[key] = _standings(atlas, level, areas, variables)
    return kept[key]


_KEPT: WeakKeyDictionary[Figures, dict[tuple[Level, tuple[Variable, ...]], tuple[Standing, ...]]] = WeakKeyDictionary()
"""The figures of an atlas do not change while it is open, and every place of a level needs the same table."""


def _standings(atlas: Figures, level: Level, areas: Sequence[Area], variables: Sequence[Variable]) -> tuple[Standing, ...]:
    known = [item for item in variables if item.slug in atlas.catalogue]
    columns = {stage: _columns(atlas, stage, known) for stage in dict.fromkeys((level, Level.LAD))}
    inside = {area.code: () if level == Level.LAD else tuple(atlas.gazetteer.members(area, Level.LAD)) for area in areas}
    found = []
    for item in known:
        movement = atlas.catalogue.get(item.slug).movement
        parts = []
        for category in categories_of(item):
            own, theirs = columns[level][item.slug, category], columns[Level.LAD][item.slug, category]
            made = {area.code: own.get(area.code, _made(inside[area.code], theirs, movement)) for area in areas}
            parts.append({code: value for code, value in made.items() if value is not None})
        values = _joined(item, parts, areas)
        found.append(Standing(item, values, _scores(item, values)))
    return tuple(item for item in found if item.scores)


def _columns(atlas: Figures, level: Level, variables: Sequence[Variable]) -> dict[tuple[str, str], dict[str, float]]:
    """For each indicator and category, every area's value: of the level's newest period, else of its own nation's."""
    keys = [(item.slug, category) for item in variables for category in categories_of(item)]
    periods = {key: _periods(atlas, level, *key) for key in dict.fromkeys(keys)}
    atlas.store.load_columns([(*key, period) for key, found in periods.items() for period in found])
    columns: dict[tuple[str, str], dict[str, float]] = {}
    for key, found in periods.items():
        values = columns.setdefault(key, {})
        for period in found:
            for code, figure in atlas.store.column(*key, period).items():
                if figure.value is not None:
                    values.setdefault(code, figure.value)
    return columns


def _periods(atlas: Figures, level: Level, slug: str, category: str) -> list[str]:
    """The newest period of most of the level, then the newest of each nation within `APART` years of it.

    The nations count their people in different years (Scotland's last census was in 2022, the others' in 2021).
    """
    first = atlas.newest_period(slug, level, category)
    if first is None:
        return []
    found = [first]
    for code in NATIONS.values():
        theirs = newest(with_values(atlas.store.area(code).get((slug, category), {})))
        if theirs is not None and abs(Period.parse(theirs).middle - Period.parse(first).middle) <= APART:
            found.append(theirs)
    return list(dict.fromkeys(found))


def _made(members: Sequence[Area], column: Mapping[str, float], movement: Movement) -> float | None:
    """A larger area's value from those of its local authorities; `None` unless every one has a value and its people."""
    known = [(column[item.code], item.population) for item in members if item.code in column and item.population]
    if not known or len(known) < len(members) or movement == Movement.FIXED:
        return None
    if movement == Movement.SUM:
        return math.fsum(value for value, _ in known)
    return math.fsum(value * people for value, people in known) / sum(people for _, people in known)


def _joined(variable: Variable, parts: Sequence[Mapping[str, float]], areas: Sequence[Area]) -> dict[str, float]:
    """The variable itself: categories added up, as a share of the whole where it is one."""
    values: dict[str, float] = {}
    for area in areas:
        if any(area.code not in part for part in parts):
            continue
        found = [part[area.code] for part in parts]
        whole = 100.0 if variable.over is None else found.pop()
        if whole > 0 and (not variable.log or sum(found) > 0):
            values[area.code] = sum(found) * 100 / whole
    return values


def _scores(variable: Variable, values: Mapping[str, float]) -> dict[str, float]:
    scaled = {code: math.log(value) if variable.log else value for code, value in values.items()}
    if len(scaled) < 3 or (usual := spread(list(scaled.values()))) == 0:
        return {}
    middle = math.fsum(scaled.values()) / len(scaled)
    return {code: max(-FAR, min(FAR, (value - middle) / usual)) for code, value in scaled.items()}
