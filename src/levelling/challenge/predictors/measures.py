"""The predictors of every area of a level, each from the period nearest before the window, or said to be from after it.

Nothing is filled in: an area that lacks a predictor is left out and named.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from levelling.challenge.predictors.families import Predictor, chosen
from levelling.challenge.predictors.outcomes import Question, keys, values
from levelling.challenge.predictors.reader import Mapped, Reader
from levelling.core.area import Area, Level
from levelling.core.period import Period

APART = 2.0
"""How many years apart the figures of two nations may be and still stand side by side."""


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
    atlas.store.load_areas(_EXAMPLES)
    periods = {item.key: _periods(atlas, item, question) for item in wanted}
    atlas.store.load_columns([*keys(question), *_keys(wanted, periods)])
    outcome = values(atlas, question)
    reader = Reader(atlas, question.level, areas)
    columns = {item.key: reader.values(item, periods[item.key]) for item in wanted}
    points = reader.points()
    kept, left_out = [], {}
    for area in areas:
        lacks = [item.label for item in wanted if area.code not in columns[item.key]]
        lacks += ["output per hour"] if area.code not in outcome else []
        if lacks:
            left_out[area.name] = (
                lacks[0] if len(lacks) == 1 else f"{lacks[0]} and {len(lacks) - 1} other measure{'s' if len(lacks) > 2 else ''}"
            )
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
    main = _nearest_before(held[0], question.start)
    if main is None:
        return ()
    chosen_periods = {main: None}
    for other in held[1:]:
        near = [period for period in other if abs(period.middle - main.middle) <= APART]
        if main not in other and near:
            chosen_periods[min(near, key=lambda period: abs(period.middle - main.middle))] = None
    return tuple(period.iso for period in chosen_periods)


_EXAMPLES = ("E06000001", "S12000049")
"""Places with every figure that is published for their nation. Wales has its figures with England's."""


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
