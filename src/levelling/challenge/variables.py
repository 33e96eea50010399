"""What two places are likened by: the variables of our own statistical neighbours, and their values for a level of areas.

The defaults say what kind of economy a place has (what is made there, what it is worth, who works), what its people are like
(age, schooling, income, hardship) and where it is (town or country). They lean on figures that cover the whole UK; where one
does not, the places without it are likened by the others (see `levelling.challenge.neighbours`).
"""

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from weakref import WeakKeyDictionary

from levelling.atlas.store import Figure
from levelling.challenge.difference import spread
from levelling.challenge.reading import Figures
from levelling.core.area import Area, Level
from levelling.core.errors import UserError
from levelling.core.indicator import Movement

FAR = 3.0
"""Standard scores are held to this, so that the City of London does not set the scale for everyone."""


@dataclass(frozen=True, slots=True)
class Variable:
    """One thing two places may be alike in.

    Attributes:
        key: Its short name, by which a user gives it a weight.
        label: What it is, in words: 'output from manufacturing'.
        slug: The indicator it is read from.
        categories: Categories added up; one empty string for the whole.
        over: The category it is a share of, or `None` where it is taken as it is.
        log: Whether its logarithm is compared, for amounts that differ by multiples.
        weight: How much it counts beside the others; 0 leaves it out.
    """

    key: str
    label: str
    slug: str
    categories: tuple[str, ...] = ("",)
    over: str | None = None
    log: bool = False
    weight: float = 1.0


def _industry(key: str, label: str, *categories: str) -> Variable:
    return Variable(key, f"share of output from {label}", "gva", categories, over="", weight=0.5)


VARIABLES = (
    Variable("rural", "share of people in rural neighbourhoods", "rural-population-share"),
    Variable("children", "share of people under 16", "population-share-by-age", ("0-15",), weight=0.5),
    Variable("young", "share of people aged 16 to 24", "population-share-by-age", ("16-24",), weight=0.5),
    Variable("older", "share of people aged 65 and over", "population-share-by-age", ("65-plus",), weight=0.5),
    Variable("output", "output per head", "gva-per-head-index", log=True),
    Variable("income", "household income per head", "gdhi-per-head-index", log=True),
    Variable("pay", "median weekly pay", "gross-median-weekly-pay", log=True),
    Variable("deprivation", "deprivation", "composite-deprivation-score-2020-uk"),
    Variable("claimants", "share of people claiming out-of-work benefits", "claimant-count"),
    Variable("qualified", "share of people qualified to level 3 or above", "level-3-or-above-qualifications"),
    _industry("farming", "farming, fishing and mining", "agriculture-and-mining"),
    _industry("manufacturing", "manufacturing", "manufacturing"),
    _industry("visitors", "hotels, food, arts and recreation", "accommodation-and-food", "arts-and-recreation"),
    _industry(
        "professional",
        "information, finance and professional services",
        "information-and-communication",
        "finance-and-insurance",
        "professional-and-scientific",
    ),
    _industry("public", "public services", "public-administration", "education", "health-and-social-work"),
    _industry("transport", "transport and storage", "transport-and-storage"),
)
"""The variables used unless others are asked for. Employment rates are left out: their local figures are too unsure."""


def weighted(variables: Sequence[Variable], weights: Mapping[str, float] | None) -> tuple[Variable, ...]:
    """The variables with a user's weights; those given 0 are left out.

    Raises:
        UserError: A name is not a variable's, or a weight is below 0, or nothing is left.

    Example:
        >>> [item.key for item in weighted(VARIABLES[:2], {"rural": 0})]
        ['children']
    """
    chosen = dict(weights or {})
    names = {item.key for item in variables}
    for key, weight in chosen.items():
        if key not in names:
            raise UserError(f"'{key}' is not a variable that places are likened by.", f"Choose from: {', '.join(sorted(names))}.")
        if not 0 <= weight < math.inf:
            raise UserError(f"The weight of '{key}' must be 0 or more, not {weight}.")
    kept = tuple(replace(item, weight=chosen.get(item.key, item.weight)) for item in variables)
    kept = tuple(item for item in kept if item.weight > 0)
    if not kept:
        raise UserError("Every variable has a weight of 0, so there is nothing to liken places by.")
    return kept


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
    levels = dict.fromkeys((level, Level.LAD))
    keys = {
        (item.slug, category, stage): period
        for item in known
        for category in _categories(item)
        for stage in levels
        if (period := atlas.newest_period(item.slug, stage, category)) is not None
    }
    atlas.store.load_columns([(slug, category, period) for (slug, category, _), period in keys.items()])
    inside = {area.code: () if level == Level.LAD else tuple(atlas.gazetteer.members(area, Level.LAD)) for area in areas}
    found = []
    for item in known:
        parts = [_parts(atlas, item, category, keys, level, areas, inside) for category in _categories(item)]
        values = _joined(item, parts, areas)
        found.append(Standing(item, values, _scores(item, values)))
    return tuple(item for item in found if item.scores)


def _categories(variable: Variable) -> tuple[str, ...]:
    return variable.categories if variable.over is None else (*variable.categories, variable.over)


def _parts(
    atlas: Figures,
    variable: Variable,
    category: str,
    periods: Mapping[tuple[str, str, Level], str],
    level: Level,
    areas: Sequence[Area],
    inside: Mapping[str, Sequence[Area]],
) -> dict[str, float]:
    """One category's value for each area: as published for the level, or made from its local authorities."""

    def column(stage: Level) -> Mapping[str, Figure]:
        period = periods.get((variable.slug, category, stage))
        return atlas.store.column(variable.slug, category, period) if period else {}

    own, theirs = column(level), column(Level.LAD)
    movement = atlas.catalogue.get(variable.slug).movement
    values: dict[str, float] = {}
    for area in areas:
        published = own[area.code].value if area.code in own else None
        value = published if published is not None else _made(inside[area.code], theirs, movement)
        if value is not None:
            values[area.code] = value
    return values


def _made(members: Sequence[Area], column: Mapping[str, Figure], movement: Movement) -> float | None:
    """A larger area's value from those of its local authorities; `None` unless every one has a value and its people."""
    pairs = [(column[item.code].value, item.population) for item in members if item.code in column]
    known = [(value, people) for value, people in pairs if value is not None and people]
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
