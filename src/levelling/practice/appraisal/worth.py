"""What matters most: which input moves the answer most, which is worth learning, and what it takes to break even."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

from levelling.practice.appraisal.draws import means
from levelling.practice.appraisal.engine import reckon
from levelling.practice.appraisal.model import Model

MOST = 10_000
"""How many of the draws the value of information is reckoned from."""
_FEW = 4
"""A fit has four weights: so many draws, or fewer, it would only repeat."""


@dataclass(frozen=True, slots=True)
class Swing:
    """How far one input alone moves net present social value.

    Attributes:
        key: The input.
        title: What it is called.
        low: Its fifth percentile.
        high: Its ninety-fifth.
        npsv_low: The value with it at the low, all others at their means.
        npsv_high: The value with it at the high.
    """

    key: str
    title: str
    low: float
    high: float
    npsv_low: float
    npsv_high: float

    @property
    def width(self) -> float:
        """How far it moves the value."""
        return abs(self.npsv_high - self.npsv_low)


def tornado(model: Model, values: Mapping[str, Any]) -> tuple[Swing, ...]:
    """Each uncertain input at its fifth and ninety-fifth percentile with the others at their means, the widest swing first.

    Inputs that go together are moved one at a time all the same.
    """
    import numpy as np

    keys = [key for key in model.uncertain if isinstance(values[key], np.ndarray)]
    if not keys:
        return ()
    ends = [np.percentile(values[key][:MOST], (5, 95)) for key in keys]
    tried: dict[str, Any] = {}
    for key, mean in means(model).items():
        column = np.full(2 * len(keys), mean)
        if key in keys:
            column[2 * keys.index(key) : 2 * keys.index(key) + 2] = ends[keys.index(key)]
        tried[key] = column
    npsv = reckon(model, tried, 2 * len(keys)).npsv
    swings = [
        Swing(key, model.titles[key], float(low), float(high), float(npsv[2 * at]), float(npsv[2 * at + 1]))
        for at, (key, (low, high)) in enumerate(zip(keys, ends, strict=True))
    ]
    return tuple(sorted(swings, key=lambda swing: (-swing.width, swing.key)))


@dataclass(frozen=True, slots=True)
class Learning:
    """What it would be worth to know one input for sure before deciding.

    Attributes:
        key: The input.
        title: What it is called.
        options: The options that rest on it.
        value: Pounds, on average: expected value of partial perfect information.
    """

    key: str
    title: str
    options: tuple[str, ...]
    value: float


def learn_first(
    models: Sequence[Model],
    drawn: Sequence[Mapping[str, Any]],
    npsv: Sequence[Any],
    fits: dict[tuple[str, str], Any] | None = None,
) -> tuple[float, tuple[Learning, ...]]:
    """What it would be worth to know everything, and each input alone, before choosing one option or none.

    The expected value of partial perfect information about x is E[max(0, E[NPSV of each option | x])] less
    max(0, E[NPSV of each option]). The inner expectation is fitted to the draws as a cubic in x (the regression approach of
    Strong, Oakley and Brennan, 2014, Medical Decision Making 34, 311-326), from the first 10,000 draws. NPSV is a sum of
    products of its inputs, so with inputs drawn apart the fit is all but exact.

    Args:
        models: The options.
        drawn: Their inputs.
        npsv: Their net present social values, draw by draw.
        fits: What was fitted before, by option and input; what is fitted here is added.
    """
    import numpy as np

    known = {} if fits is None else fits
    held = [values[:MOST] for values in npsv]
    averages = [float(values.mean()) for values in held]
    now = max(0.0, *averages)
    perfect = float(np.maximum.reduce([np.zeros_like(held[0]), *held]).mean()) - now
    inputs: dict[str, list[tuple[int, str]]] = {}
    for at, model in enumerate(models):
        for key in model.uncertain:
            shared = model.inputs[key].common
            inputs.setdefault(shared or f"{at}\n{key}", []).append((at, key))
    found = []
    for uses in inputs.values():
        at, key = uses[0]
        for use, name in uses:
            if (models[use].option.name, name) not in known:
                known[models[use].option.name, name] = _fitted(np.asarray(drawn[use][name][:MOST]), held[use])
        fitted = [known[models[use].option.name, name] for use, name in uses]
        best = _best_knowing({use for use, _ in uses}, fitted, averages)
        value = max(0.0, best - now)
        found.append(Learning(key, models[at].titles[key], tuple(models[use].option.name for use, _ in uses), value))
    floor = 1e-9 * max(1.0, *(abs(average) for average in averages))
    kept = [item if item.value > floor else replace(item, value=0.0) for item in found]
    return max(0.0, perfect), tuple(sorted(kept, key=lambda item: (-item.value, item.title, item.options)))


def _best_knowing(resting: set[int], fitted: Sequence[Any], averages: Sequence[float]) -> float:
    """The mean value of the best choice, where the options that rest on an input are as fitted, and the others as on average."""
    import numpy as np

    best = max(0.0, *(average for other, average in enumerate(averages) if other not in resting), 0.0)
    return float(np.maximum.reduce([np.full_like(fitted[0], best), *fitted]).mean())


def _fitted(x: Any, y: Any) -> Any:
    import numpy as np

    spread = x.std()
    if spread == 0 or len(x) <= _FEW:
        return np.full_like(y, y.mean())
    scaled = (x - x.mean()) / spread
    squared = scaled * scaled
    columns = np.stack([np.ones_like(scaled), scaled, squared, squared * scaled])
    # The normal equations are four by four and well behaved on standardised values, and far quicker than a full least squares.
    weights = np.linalg.solve(columns @ columns.T, columns @ y)
    return weights @ columns


@dataclass(frozen=True, slots=True)
class BreakEven:
    """What it takes to break even.

    Attributes:
        needed: The share of the gross benefit that must be additional for value to be nought; `None` where there is none.
        assumed: The share that the option's own deadweight, displacement, leakage, substitution and multiplier leave.
    """

    needed: float | None
    assumed: float | None


def break_even(model: Model) -> BreakEven:
    """The least share of the benefit before anything is taken off that must be due to the option, with all inputs at their means.

    Formula: present value of all costs over present value of the counted benefits before deadweight, displacement,
    leakage, substitution and multiplier.
    """
    middle = means(model)
    net = reckon(model, middle, 1)
    gross_flows = tuple(replace(flow, less=(), multiplier=()) if flow.receiver else flow for flow in model.flows)
    gross = reckon(replace(model, flows=gross_flows), middle, 1)
    before = float(gross.benefit[0])
    if before <= 0:
        return BreakEven(None, None)
    cost = float(net.public_cost[0] + net.other_cost[0])
    return BreakEven(cost / before, float(net.benefit[0]) / before)


def needed(model: Model, values: Mapping[str, Any], draws: int, key: str) -> Any:
    """What one input must be for net present social value to be nought, draw by draw, all others as drawn.

    Value is a straight line in an input that is a factor of some flows, so two reckonings find where it crosses nought. Not a
    number where the input does not matter.
    """
    import numpy as np

    at_nought = reckon(model, {**values, key: 0.0}, draws).npsv
    slope = reckon(model, {**values, key: 1.0}, draws).npsv - at_nought
    with np.errstate(divide="ignore", invalid="ignore"):
        return np.where(np.abs(slope) > 1e-12, -at_nought / slope, np.nan)
