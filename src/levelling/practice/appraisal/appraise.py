"""Appraise options: draw, reckon, and hold them against each other."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from itertools import combinations
from typing import Any

from levelling.core.errors import UserError
from levelling.practice.appraisal.answer import Appraisal, Appraisals, Difference, Fanned, Good, Share, Spread
from levelling.practice.appraisal.draws import draw, means
from levelling.practice.appraisal.engine import Reckoned, reckon
from levelling.practice.appraisal.model import Model
from levelling.practice.appraisal.option import Body, Kind
from levelling.practice.appraisal.worth import MOST, break_even, learn_first, tornado

DRAWS, SEED = 10_000, 2020
_KEPT = 4_000
_MOST_DRAWS = 1_000_000
_NONE = Spread(None, None, None, None)


def appraise(models: Sequence[Model], draws: int = DRAWS, seed: int = SEED) -> Appraisals:
    """Appraise options side by side, on the same draws.

    Args:
        models: Each option, ready. All are told in prices of one year.
        draws: How many draws.
        seed: Where they begin. The same seed gives the same answer, in whatever order the options stand.

    Raises:
        UserError: Two options bear one name, their prices are of different years, or there are too few or too many draws.
    """
    _checked(models, draws, seed)
    items, npsv, kept = [], [], []
    fits: dict[tuple[str, str], Any] = {}
    for model in models:
        values = draw(model, draws, seed)
        found = reckon(model, values, draws, _KEPT)
        part = {key: value if isinstance(value, float) else value[:MOST].copy() for key, value in values.items()}
        perfect, learning = learn_first([model], [part], [found.npsv], fits)
        items.append(_appraisal(model, found, part, (draws, seed), perfect, learning))
        npsv.append(found.npsv)
        kept.append(part)
    if len(models) == 1:
        return Appraisals(tuple(items), items[0].perfect, items[0].learning)
    perfect, learning = learn_first(models, kept, npsv, fits)
    pairs = _pairs(items, npsv)
    return Appraisals(tuple(replace(item, against=pairs[item.name]) for item in items), perfect, learning)


def _checked(models: Sequence[Model], draws: int, seed: int) -> None:
    if not models:
        raise UserError("There is no option to appraise.", "Name a file.")
    if not 1 <= draws <= _MOST_DRAWS:
        raise UserError(f"There cannot be {draws} draws.", f"Ask for 1 to {_MOST_DRAWS:,}.")
    if seed < 0:
        raise UserError(f"The seed cannot be {seed}.", "Give a number from 0 up.")
    names = [model.option.name for model in models]
    again = next((name for name in names if names.count(name) > 1), None)
    if again is not None:
        raise UserError(f"Two options are called '{again}'.", "Give each a name of its own.")
    if len({model.prices for model in models}) > 1:
        years = ", ".join(f"{model.option.name} in {model.prices}" for model in models)
        raise UserError(f"The options are in prices of different years: {years}.", "Say which to tell them in, with --prices.")


def _appraisal(
    model: Model, found: Reckoned, values: Mapping[str, Any], how: tuple[int, int], perfect: float, learning: Any
) -> Appraisal:
    import numpy as np

    cost = found.public_cost
    pays_publicly = bool((cost > 0).all())
    benefit = found.benefit - found.other_cost
    npsv = _spread(found.npsv)
    by_elasticity = _by_elasticity(model) if found.weighted is not None else {}
    return Appraisal(
        model=model,
        draws=how[0],
        seed=how[1],
        npsv=npsv,
        npsv_cash=npsv if all(flow.kind is Kind.CASH for flow in model.flows) else _spread(found.cash),
        npsv_weighted=None if found.weighted is None else _spread(found.weighted),
        npsv_low=None if found.low is None else _spread(found.low),
        weighted_means=by_elasticity,
        bcr=_spread(benefit / cost) if pays_publicly else _NONE,
        ratio_of_means=float(benefit.mean() / cost.mean()) if pays_publicly else None,
        fiscal_return=float(found.public_saving.mean() / cost.mean()) if pays_publicly else None,
        public_cost=_spread(cost),
        benefit=_spread(found.benefit),
        other_cost=_spread(found.other_cost),
        apart=_spread(found.apart),
        payback=_reached(found.payback),
        paid_back=float(np.isfinite(found.payback).mean()),
        public_payback=_reached(found.public_payback) if pays_publicly else _NONE,
        publicly_paid_back=float(np.isfinite(found.public_payback).mean()) if pays_publicly else 0.0,
        pays=float((found.npsv > 0).mean()),
        who_pays=_by_year(found.paid),
        who_saves=_by_year(found.had),
        goods=tuple(Good(body, kind, float(found.good[body, kind].sum())) for body, kind in sorted(found.good, key=_order)),
        break_even=break_even(model),
        tornado=tornado(model, values),
        perfect=perfect,
        learning=learning,
        running=_fan(found.running),
    )


def _order(key: tuple[Body, Kind]) -> tuple[int, int]:
    return list(Body).index(key[0]), list(Kind).index(key[1])


def _spread(values: Any) -> Spread:
    import numpy as np

    if values.size == 0 or values.min() == values.max():
        only = float(values[0]) if values.size else None
        return Spread(only, only, only, only)
    low, middle, high = (float(value) for value in np.percentile(values, (5, 50, 95)))
    return Spread(float(values.mean()), low, middle, high)


def _reached(values: Any) -> Spread:
    """A spread of times some of which may never come: percentiles among all draws, a mean only where every draw reaches it."""
    import numpy as np

    if np.isfinite(values).all():
        return _spread(values)
    found = [float(value) for value in np.quantile(values, (0.05, 0.5, 0.95), method="inverted_cdf")]
    low, middle, high = (value if np.isfinite(value) else None for value in found)
    return Spread(None, low, middle, high)


def _by_year(held: Mapping[Body, Any]) -> tuple[Share, ...]:
    bodies = sorted(held, key=list(Body).index)
    return tuple(
        Share(body, year, float(amount)) for body in bodies for year, amount in enumerate(held[body]) if abs(amount) > 1e-9
    )


def _fan(running: Any) -> tuple[Fanned, ...]:
    import numpy as np

    shares = np.percentile(running, (5, 25, 50, 75, 95), axis=1)
    return tuple(Fanned(year, *(float(value) for value in shares[:, year])) for year in range(shares.shape[1]))


def _by_elasticity(model: Model) -> dict[float, float]:
    """Value weighted by income with each elasticity, all inputs at their means."""
    weights = model.book.weights
    tried = sorted({weights.elasticity, *weights.tested})
    return {eta: float(reckon(model, means(model), 1, elasticity=eta).weighted[0]) for eta in tried}


def _pairs(items: Sequence[Appraisal], npsv: Sequence[Any]) -> dict[str, tuple[Difference, ...]]:
    """Each option against each other, by name."""
    import numpy as np

    found: dict[str, list[Difference]] = {item.name: [] for item in items}
    # By name, so that the order options are given in changes nothing, not even the last digit.
    for at, beside in combinations(sorted(range(len(items)), key=lambda place: items[place].name), 2):
        item, other, apart = items[at], items[beside], npsv[at] - npsv[beside]
        mean = float(apart.mean())
        low, high = (float(end) for end in np.percentile(apart[:MOST], (2.5, 97.5)))
        found[item.name].append(Difference(other.name, mean, low, high))
        found[other.name].append(Difference(item.name, -mean, -high, -low))
    return {name: tuple(sorted(apart, key=lambda one: one.other)) for name, apart in found.items()}
