"""The predictors of every area of a level, each from the period nearest before the window, or said to be from after it.

Figures that are published for local authorities only are averaged over people for an ITL3 area, where nine tenths of its people
or more have one. Nothing is filled in: an area that lacks a predictor is left out and named.
"""

import math
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Protocol

from levelling.atlas.shapes import Shapes
from levelling.challenge.kinds import Settlement, kinds
from levelling.challenge.predictors.families import Made, Predictor, chosen
from levelling.challenge.predictors.outcomes import Question, keys, values
from levelling.challenge.reading import Figures
from levelling.core.area import Area, Level
from levelling.core.period import Period

LONDON = "E09000001"
"""The City of London: distance from London is from here."""
APART = 2.0
"""How many years apart the figures of two nations may be and still stand side by side."""
MOST = 0.9
"""The share of an area's people for whom there must be a figure."""


class Mapped(Figures, Protocol):
    """What this analysis reads: figures, and where places lie."""

    @property
    def shapes(self) -> Shapes:
        """Where places lie."""
        ...


@dataclass(frozen=True, slots=True)
class Measured:
    """A predictor as it was measured.

    Attributes:
        predictor: Which.
        periods: When, the period of most nations first; none for what is read from the map.
        after: Whether it was measured after the window began, so that it cannot have caused what came before it.
    """

    predictor: Predictor
    periods: tuple[str, ...]
    after: bool


@dataclass(frozen=True, slots=True)
class Table:
    """The areas with every figure, and their predictors.

    Attributes:
        question: What is asked.
        areas: The areas, in code order.
        outcome: The outcome of each.
        measured: The predictors, in order.
        rows: For each area, the value of each predictor.
        clubs: For each area, its region or nation, as an ITL1 code.
        places: For each area, where it lies, in kilometres.
        left_out: Areas left out, by name, with what they lack.
    """

    question: Question
    areas: tuple[Area, ...]
    outcome: tuple[float, ...]
    measured: tuple[Measured, ...]
    rows: tuple[tuple[float, ...], ...]
    clubs: tuple[str, ...]
    places: tuple[tuple[float, float], ...]
    left_out: Mapping[str, str]


def table(atlas: Mapped, question: Question) -> Table:
    """Everything the fit needs, read in one go."""
    wanted = chosen(england=question.england)
    areas = sorted(atlas.gazetteer.all(question.level), key=lambda area: area.code)
    periods = {item.key: _periods(atlas, item, question) for item in wanted}
    atlas.store.load_columns([*keys(question), *_keys(wanted, periods)])
    outcome = values(atlas, question)
    where = _where(atlas)
    columns = {item.key: _values(atlas, item, periods[item.key], question.level, areas, where) for item in wanted}
    points = _spread(atlas, areas, question.level, where)
    kept, left_out = [], {}
    for area in areas:
        lacks = [item.label for item in wanted if area.code not in columns[item.key]]
        lacks += ["output per hour"] if area.code not in outcome else []
        if lacks:
            left_out[area.name] = lacks[0] if len(lacks) == 1 else f"{lacks[0]} and {len(lacks) - 1} more"
        else:
            kept.append(area)
    return Table(
        question=question,
        areas=tuple(kept),
        outcome=tuple(outcome[area.code] for area in kept),
        measured=tuple(_measured(item, periods[item.key], question) for item in wanted),
        rows=tuple(tuple(columns[item.key][area.code] for item in wanted) for area in kept),
        clubs=tuple(area.parents.get(Level.ITL1.value, area.nation) for area in kept),
        places=tuple(points[area.code] for area in kept),
        left_out=left_out,
    )


def _periods(atlas: Mapped, item: Predictor, question: Question) -> tuple[str, ...]:
    """The newest period that ends by the first year of the window, else the oldest there is; then those of other nations.

    A nation without a figure for the period of England stands beside it with its nearest within two years, as when the census of
    Scotland came a year later.
    """
    if not item.slug:
        return ()
    category = item.categories[0] if item.categories else ""
    series = [atlas.store.area(code).get((item.slug, category), {}) for code in _EXAMPLES]
    held = [[Period.parse(key) for key, figure in found.items() if figure.value is not None] for found in series]
    main = _nearest_before(held[0] + held[1], question.start)
    if main is None:
        return ()
    chosen_periods = {main: None}
    for other in held[2:]:
        near = [period for period in other if abs(period.middle - main.middle) <= APART]
        if main not in other and near:
            chosen_periods[min(near, key=lambda period: abs(period.middle - main.middle))] = None
    return tuple(period.iso for period in chosen_periods)


_EXAMPLES = ("E06000001", "E08000003", "W06000015", "S12000049", "N09000003")
"""Places with almost every figure that is published for their nation: two of England, and one of each other."""


def _nearest_before(periods: Sequence[Period], year: int) -> Period | None:
    before = [period for period in periods if period.end.year <= year]
    if before:
        return max(before, key=lambda period: (period.end, period.start))
    return min(periods, key=lambda period: (period.end, period.start), default=None)


def _measured(item: Predictor, periods: Sequence[str], question: Question) -> Measured:
    late = any(Period.parse(period).end.year > question.start for period in periods)
    return Measured(item, tuple(periods), late and not item.lasting)


def _categories(item: Predictor) -> tuple[str, ...]:
    return tuple(dict.fromkeys((*item.categories, *item.over))) or ("",)


def _keys(wanted: Iterable[Predictor], periods: Mapping[str, Sequence[str]]) -> list[tuple[str, str, str]]:
    return [(item.slug, name, period) for item in wanted for period in periods[item.key] for name in _categories(item)]


def _where(atlas: Mapped) -> dict[str, tuple[float, float]]:
    return {code: (shape.x, shape.y) for code, shape in atlas.shapes.boundaries.items()}


def _values(
    atlas: Mapped,
    item: Predictor,
    periods: Sequence[str],
    level: Level,
    areas: Sequence[Area],
    where: Mapping[str, tuple[float, float]],
) -> Mapping[str, float]:
    found: dict[str, float] = {}
    for period in periods or [""]:
        found = {**_made(atlas, item, period, where), **found}
    if level == Level.LAD:
        return found
    averaged = {}
    for area in areas:
        value = found.get(area.code)
        value = _averaged(atlas.gazetteer.members(area, Level.LAD), found) if value is None else value
        if value is not None:
            averaged[area.code] = value
    return averaged


def _averaged(members: Sequence[Area], found: Mapping[str, float]) -> float | None:
    people = [(area.population or 0, found.get(area.code)) for area in members]
    whole, inside = sum(count for count, _ in people), sum(count for count, value in people if value is not None)
    if not whole or inside < MOST * whole:
        return None
    return math.fsum(count * value for count, value in people if value is not None) / inside


def _made(atlas: Mapped, item: Predictor, period: str, where: Mapping[str, tuple[float, float]]) -> Mapping[str, float]:
    """The predictor for every area that has its figures, of whatever level."""
    match item.made:
        case Made.COAST:
            return {code: float(kind.coastal) for code, kind in kinds(atlas).kinds.items()}
        case Made.LONDON:
            return {code: math.log1p(math.dist(point, where[LONDON])) for code, point in where.items()}
        case Made.CITY:
            return _from_city(atlas, where)
        case Made.SHARE if item.over:
            return _shares(atlas, item, period)
        case Made.SPECIALISED:
            return _specialised(atlas, item, period)
    category = item.categories[0] if item.categories else ""
    return {
        code: figure.value for code, figure in atlas.store.column(item.slug, category, period).items() if figure.value is not None
    }


def _from_city(atlas: Mapped, where: Mapping[str, tuple[float, float]]) -> dict[str, float]:
    """The logarithm of the kilometres to the middle of the nearest city; 0 in one."""
    cities = [where[code] for code, kind in kinds(atlas).kinds.items() if kind.settlement == Settlement.CITY and code in where]
    own = {code for code, kind in kinds(atlas).kinds.items() if kind.settlement == Settlement.CITY}
    return {
        code: 0.0 if code in own else math.log1p(min(math.dist(point, city) for city in cities)) for code, point in where.items()
    }


def _parts(atlas: Mapped, item: Predictor, period: str, names: Sequence[str]) -> dict[str, list[float]]:
    """The categories of each area that has them all; a withheld one is not nought, so the area is left out."""
    columns = [atlas.store.column(item.slug, name, period) for name in names]
    found: dict[str, list[float]] = {}
    for code in columns[0]:
        row = [column[code].value for column in columns if code in column]
        present = [value for value in row if value is not None]
        if len(present) == len(names):
            found[code] = present
    return found


def _shares(atlas: Mapped, item: Predictor, period: str) -> dict[str, float]:
    if item.slug == "highest-qualification":
        return _known_shares(atlas, item, period)
    whole = _parts(atlas, item, period, item.over)
    picked = [item.over.index(name) for name in item.categories]
    return {code: 100 * sum(row[at] for at in picked) / sum(row) for code, row in whole.items() if sum(row) > 0}


def _known_shares(atlas: Mapped, item: Predictor, period: str) -> dict[str, float]:
    """A share of the survey's answers that are given: small withheld grades are few people, and are left out of the whole."""
    columns = {name: atlas.store.column(item.slug, name, period) for name in item.over}
    shares = {}
    for code, figure in columns[item.categories[0]].items():
        given = [value for column in columns.values() if code in column and (value := column[code].value) is not None]
        if figure.value is not None and sum(given) > 0:
            shares[code] = 100 * figure.value / sum(given)
    return shares


def _specialised(atlas: Mapped, item: Predictor, period: str) -> dict[str, float]:
    """How far a place's mix is from the UK's: half the sum of the differences of shares, 0 (the same) to 100 (wholly other).

    Krugman, P. (1991), Geography and Trade, MIT Press.
    """
    rows = _parts(atlas, item, period, item.over)
    uk = rows.get("K02000001")
    if uk is None:
        return {}
    norm = [value / sum(uk) for value in uk]
    return {
        code: 50 * math.fsum(abs(value / sum(row) - usual) for value, usual in zip(row, norm, strict=True))
        for code, row in rows.items()
        if sum(row) > 0
    }


def _spread(
    atlas: Mapped, areas: Sequence[Area], level: Level, where: Mapping[str, tuple[float, float]]
) -> Mapping[str, tuple[float, float]]:
    """Where each area lies: for several authorities, the middle of their people."""
    if level == Level.LAD:
        return {area.code: where.get(area.code, (0.0, 0.0)) for area in areas}
    points = {}
    for area in areas:
        members = [item for item in atlas.gazetteer.members(area, Level.LAD) if item.code in where]
        whole = sum(item.population or 0 for item in members) or 1
        x, y = (math.fsum((item.population or 0) * where[item.code][axis] for item in members) / whole for axis in (0, 1))
        points[area.code] = (x, y)
    return points
