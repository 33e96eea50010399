"""Inequality between places, measured period by period."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from levelling.atlas.reading import Figures
from levelling.challenge.inequality.drawn import DRAWS, SEED, Errors, Spread, places_again, spread, values_again
from levelling.challenge.inequality.measures import MEASURES, Array, entropy, split
from levelling.challenge.inequality.reading import By, Slice, covered, groups, slices
from levelling.challenge.inequality.result import Inequality, Moment, Part
from levelling.core.area import Area, Level
from levelling.core.errors import UserError
from levelling.core.indicator import Indicator

_STEEPEST = 4
"""Beyond this, generalised entropy is all about the single highest or lowest place."""


@dataclass(frozen=True, slots=True)
class Reckoning:
    """How inequality is reckoned.

    Attributes:
        weights: `population` (each person counts once), `none` (each place does), or the slug of a count.
        errors: What is drawn again for intervals.
        alpha: Which generalised entropy is split between groups, and told as `ge`; 1 is Theil T.
        draws: How many worlds are drawn.
    """

    weights: str = "population"
    errors: Errors = Errors.PLACES
    alpha: float = 1.0
    draws: int = DRAWS


def inequality(
    atlas: Figures,
    slug: str,
    level: Level = Level.LAD,
    *,
    by: By | Mapping[str, str] | None = None,
    years: tuple[int | None, int | None] = (None, None),
    how: Reckoning = Reckoning(),
) -> Inequality:
    """Inequality of an indicator between the places of a level, for every period there is.

    Args:
        atlas: Where the figures are read.
        slug: The indicator.
        level: Between what kind of places.
        by: Group them by region or nation, or by a table of area code to group.
        years: First and last year; `None` for as far as the figures go.
        how: Weights, intervals, and which entropy is split.

    Raises:
        UserError: A value is not above nought, the years are outside the series, or nothing can be drawn again.

    Example:
        >>> from levelling.atlas import Atlas
        >>> found = inequality(Atlas.open(), "gdhi-per-head", by=By.REGION, years=(2022, 2022))
        >>> round(found.newest.measures["theil_t"].value, 3)
        0.038
    """
    indicator = atlas.catalogue.get(slug)
    if not abs(how.alpha) <= _STEEPEST:
        raise UserError(
            f"An alpha of {how.alpha:g} is of no use here.", f"Choose one from -{_STEEPEST} to {_STEEPEST}, such as 1."
        )

    def grouped(areas: Sequence[Area]) -> Mapping[str, str]:
        return by if isinstance(by, Mapping) else groups(atlas, by, areas)

    found = slices(atlas, indicator, level, years, how.weights, grouped)
    surveyed = any(row.lower is not None for item in found for row in item.rows)
    if how.errors is Errors.SURVEY and not surveyed:
        raise UserError(f"No intervals are published for {indicator.title}.", "Leave out --interval survey.")
    code, name = covered([row.area for row in found[-1].rows])
    named = None if by is None else "kind" if isinstance(by, Mapping) else by.value
    moments = _moments(indicator, found, how, grouped=by is not None)
    return Inequality(indicator, level, named, how.weights, how.alpha, how.errors, code, name, moments, surveyed)


def _moments(indicator: Indicator, found: Sequence[Slice], how: Reckoning, *, grouped: bool) -> tuple[Moment, ...]:
    made = []
    before: Slice | None = None
    for item in found:
        crossed = [one.note for one in indicator.breaks if before and before.period.start < one.period.start <= item.period.start]
        made.append(_moment(item, " ".join(crossed), how, grouped=grouped))
        before = item
    return tuple(made)


def _moment(item: Slice, broken: str, how: Reckoning, *, grouped: bool) -> Moment:
    import numpy as np

    values = np.array([row.value for row in item.rows])
    weights = np.array([row.weight for row in item.rows])
    names = sorted({row.group for row in item.rows})
    belongs = np.array([names.index(row.group) for row in item.rows])
    tools = dict(MEASURES)
    if how.alpha not in {0.0, 1.0}:
        tools["ge"] = lambda one, other: entropy(one, other, how.alpha)
    drawn: dict[str, Array] = {}
    halves = split(values, weights, belongs, how.alpha) if grouped else None
    again: tuple[Array, Array] | None = None
    if how.errors is not Errors.NONE:
        worlds = _worlds(item, values, weights, belongs, how)
        drawn = {name: tool(*worlds) for name, tool in tools.items()}
        again = split(*worlds, belongs, how.alpha) if grouped else None
    top, bottom = max(item.rows, key=lambda row: row.value), min(item.rows, key=lambda row: row.value)
    return Moment(
        period=item.period,
        places=len(item.rows),
        missing=item.missing,
        weighed=item.weighed,
        measures={name: spread(float(tool(values, weights)), drawn.get(name), how.errors) for name, tool in tools.items()},
        between=_half(halves, again, 0, how.errors),
        within=_half(halves, again, 1, how.errors),
        parts=_parts(values, weights, belongs, names, how.alpha) if grouped else (),
        top=(top.area, top.value),
        bottom=(bottom.area, bottom.value),
        leans=_leans(item, values, weights),
        broken=broken,
        drawn=drawn.get("theil_t"),
    )


def _leans(item: Slice, values: Array, weights: Array) -> tuple[Area, float]:
    """The place that Theil T leans on most: each is left out in turn."""
    import numpy as np

    without = entropy(values, weights * (1 - np.eye(len(values))), 1.0)
    most = int(np.abs(without - entropy(values, weights, 1.0)).argmax())
    return item.rows[most].area, float(without[most])


def _half(found: tuple[Array, Array] | None, drawn: tuple[Array, Array] | None, which: int, errors: Errors) -> Spread | None:
    if found is None:
        return None
    return spread(float(found[which]), None if drawn is None else drawn[which], errors)


def _worlds(item: Slice, values: Array, weights: Array, belongs: Array, how: Reckoning) -> tuple[Array, Array]:
    """The values and the weights of every world drawn; one of the two has a row a world."""
    import numpy as np

    if how.errors is Errors.SURVEY:
        lower = np.array([row.value if row.lower is None else row.lower for row in item.rows])
        upper = np.array([row.value if row.upper is None else row.upper for row in item.rows])
        return values_again(values, lower, upper, how.draws, SEED + item.period.start.toordinal()), weights
    # The same draw in every period that has the same places, so that a change is of the same worlds.
    return values, places_again(len(values), belongs.tolist(), how.draws) * weights


def _parts(values: Array, weights: Array, belongs: Array, names: Sequence[str], alpha: float) -> tuple[Part, ...]:
    total, mean = float(weights.sum()), float((weights * values).sum() / weights.sum())
    found = []
    for number, name in enumerate(names):
        here = belongs == number
        one, other = values[here], weights[here]
        own = float((other * one).sum() / other.sum())
        found.append(Part(name, int(here.sum()), float(other.sum()) / total, own / mean, float(entropy(one, other, alpha))))
    return tuple(found)
