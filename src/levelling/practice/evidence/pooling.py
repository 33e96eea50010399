"""Random-effects pooling: what studies of one thing say together, how far they differ, and what to expect in a new place.

Each study `i` has an effect `y_i` with variance `v_i`. Effects are not taken to be the same everywhere: they scatter around a
mean with variance `tau2`, which is estimated by restricted maximum likelihood (REML). With weights `w_i = 1 / (v_i + tau2)`,

    mean = sum w_i y_i / sum w_i,     Q = sum (y_i - fixed)^2 / v_i,     I2 = max(0, (Q - (k - 1)) / Q),

where `fixed` is the mean with weights `1 / v_i`. The interval of the mean is Hartung and Knapp's, with Student's t on k - 1
degrees of freedom and the variance

    s2 = max(1, sum w_i (y_i - mean)^2 / (k - 1)) / sum w_i.

The factor is never let fall below one, so that studies which agree by chance do not make the interval narrower than their own
errors. In a new place the effect lies, nineteen times of twenty, in

    mean -+ t(k - 2) sqrt(tau2 + s2),

for three studies or more.

References:
    DerSimonian, R. and Laird, N. (1986). Meta-analysis in clinical trials. Controlled Clinical Trials 7, 177-188.
    Paule, R. C. and Mandel, J. (1982). Consensus values and weighting factors. J. Res. Natl. Bur. Stand. 87, 377-385.
    Viechtbauer, W. (2005). Bias and efficiency of meta-analytic variance estimators. J. Educ. Behav. Stat. 30, 261-293. (REML.)
    Knapp, G. and Hartung, J. (2003). Improved tests for a random effects meta-regression. Statistics in Medicine 22, 2693-2710.
    Higgins, J. P. T., Thompson, S. G. and Spiegelhalter, D. J. (2009). A re-evaluation of random-effects meta-analysis.
        JRSS A 172, 137-159. (The prediction interval.)
"""

import math
from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

from levelling.core.difference import Z95
from levelling.core.errors import NotEnoughData
from levelling.core.student import student

_STEPS, _CLOSE = 500, 1e-10


class Method(StrEnum):
    """How the variance between studies is estimated."""

    REML = "reml"
    PAULE_MANDEL = "paule-mandel"
    DERSIMONIAN_LAIRD = "dersimonian-laird"


@dataclass(frozen=True, slots=True)
class Study:
    """One study's effect.

    Attributes:
        name: Which study.
        effect: Its effect, on a scale on which effects add: points, weeks, or the logarithm of a risk ratio.
        error: Its standard error, above nought.
    """

    name: str
    effect: float
    error: float


@dataclass(frozen=True, slots=True)
class Pooled:
    """What studies say together.

    Attributes:
        studies: The studies, in the order given.
        weights: The share of each in the mean, 0 to 1.
        mean: The mean effect.
        lower: Lower end of its 95% interval.
        upper: Upper end.
        q: Cochran's Q: how much they differ, in units of their own errors.
        q_likely: How likely a Q so large would be if all had one effect; `None` for one study.
        i2: The share of their differences that chance does not make, 0 to 1.
        tau2: The variance of true effects between places.
        predicted: The 95% interval of the effect in a new place; `None` for fewer than three studies.
        method: How `tau2` was estimated.
    """

    studies: tuple[Study, ...]
    weights: tuple[float, ...]
    mean: float
    lower: float
    upper: float
    q: float
    q_likely: float | None
    i2: float
    tau2: float
    predicted: tuple[float, float] | None
    method: Method


def pool(studies: Sequence[Study], method: Method = Method.REML) -> Pooled:
    """Pool studies of one outcome, in one unit, that do not share people.

    Args:
        studies: One or more; one alone is given back with its own interval.
        method: How the variance between them is estimated.

    Raises:
        NotEnoughData: There is no study.

    Example:
        >>> found = pool([Study("north", 4.0, 1.0), Study("south", 0.0, 1.0), Study("west", 5.0, 2.0)])
        >>> round(found.mean, 2), round(found.i2, 2), found.predicted is not None
        (2.77, 0.8, True)
    """
    items = tuple(studies)
    if not items:
        raise NotEnoughData("There is no study to pool.", "Give at least one effect with its interval.")
    if len(items) == 1:
        return _alone(items[0], method)
    effects, variances = [item.effect for item in items], [item.error**2 for item in items]
    many = len(items)
    q = _q(effects, variances, 0.0)
    tau2 = _BETWEEN[method](effects, variances)
    weights = [1 / (variance + tau2) for variance in variances]
    whole = math.fsum(weights)
    mean = _mean(effects, weights)
    scatter = _q(effects, variances, tau2) / (many - 1)
    error = math.sqrt(max(1.0, scatter) / whole)
    half = student(many - 1) * error
    reach = student(many - 2) * math.sqrt(tau2 + error**2) if many > 2 else None
    return Pooled(
        studies=items,
        weights=tuple(weight / whole for weight in weights),
        mean=mean,
        lower=mean - half,
        upper=mean + half,
        q=q,
        q_likely=_beyond(q, many - 1),
        i2=max(0.0, (q - (many - 1)) / q) if q > 0 else 0.0,
        tau2=tau2,
        predicted=(mean - reach, mean + reach) if reach is not None else None,
        method=method,
    )


def _alone(item: Study, method: Method) -> Pooled:
    half = Z95 * item.error
    return Pooled((item,), (1.0,), item.effect, item.effect - half, item.effect + half, 0.0, None, 0.0, 0.0, None, method)


def _mean(effects: Sequence[float], weights: Sequence[float]) -> float:
    return math.fsum(weight * effect for weight, effect in zip(weights, effects, strict=True)) / math.fsum(weights)


def _q(effects: Sequence[float], variances: Sequence[float], tau2: float) -> float:
    """The generalised Q: squared distances from the mean, in units of each one's whole variance."""
    weights = [1 / (variance + tau2) for variance in variances]
    mean = _mean(effects, weights)
    return math.fsum(weight * (effect - mean) ** 2 for weight, effect in zip(weights, effects, strict=True))


def dersimonian_laird(effects: Sequence[float], variances: Sequence[float]) -> float:
    """The variance between studies from the moment of Q, in one step."""
    weights = [1 / variance for variance in variances]
    whole = math.fsum(weights)
    scale = whole - math.fsum(weight**2 for weight in weights) / whole
    return max(0.0, (_q(effects, variances, 0.0) - (len(effects) - 1)) / scale) if scale > 0 else 0.0


def paule_mandel(effects: Sequence[float], variances: Sequence[float]) -> float:
    """The variance between studies at which the generalised Q is what chance would make it; found by halving."""
    free = len(effects) - 1
    if _q(effects, variances, 0.0) <= free:
        return 0.0
    low, high = 0.0, max(variances)
    while _q(effects, variances, high) > free:
        high *= 2
    for _ in range(200):
        middle = (low + high) / 2
        low, high = (middle, high) if _q(effects, variances, middle) > free else (low, middle)
    return (low + high) / 2


def reml(effects: Sequence[float], variances: Sequence[float]) -> float:
    """The variance between studies by restricted maximum likelihood: Fisher scoring from Paule and Mandel's."""
    at = paule_mandel(effects, variances)
    scale = max(variances)
    for _ in range(_STEPS):
        step = _score(effects, variances, at)
        after = max(0.0, at + step)
        if abs(after - at) <= _CLOSE * (scale + at):
            return after
        at = after
    return at


def _score(effects: Sequence[float], variances: Sequence[float], tau2: float) -> float:
    """One step of Fisher scoring from here."""
    weights = [1 / (variance + tau2) for variance in variances]
    mean = _mean(effects, weights)
    whole = math.fsum(weights)
    squares = math.fsum(weight**2 for weight in weights)
    cubes = math.fsum(weight**3 for weight in weights)
    distance = math.fsum((weight * (effect - mean)) ** 2 for weight, effect in zip(weights, effects, strict=True))
    trace = whole - squares / whole
    return (distance - trace) / (squares - 2 * cubes / whole + (squares / whole) ** 2)


_BETWEEN = {
    Method.REML: reml,
    Method.PAULE_MANDEL: paule_mandel,
    Method.DERSIMONIAN_LAIRD: dersimonian_laird,
}


def _beyond(value: float, free: int) -> float:
    """The upper tail of the chi-squared distribution: exact sums, for whole degrees of freedom."""
    half = value / 2
    if free % 2 == 0:
        term, total = 1.0, 1.0
        for at in range(1, free // 2):
            term *= half / at
            total += term
        return min(1.0, math.exp(-half) * total)
    total = math.erfc(math.sqrt(half))
    term = math.sqrt(half) * math.exp(-half) / math.gamma(1.5)
    for at in range((free - 1) // 2):
        total += term
        term *= half / (at + 1.5)
    return min(1.0, total)
