"""Draws of every uncertain input: seeded, the same whatever stands beside them, and together where inputs go together."""

import hashlib
from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

from levelling.practice.appraisal.model import Model
from levelling.practice.appraisal.quantity import Quantity, Shape

if TYPE_CHECKING:
    from numpy.typing import NDArray

Values = dict[str, Any]
"""Inputs by name: a float where certain, an array of draws where not."""


def draw(model: Model, draws: int, seed: int) -> Values:
    """Draw the inputs of an option.

    An input's draws depend on the seed, the option's name and its own name, and on nothing else: options may stand in any order.
    An input that several options share (a parameter, a figure of a place, what bears the same `common` name) is drawn once for
    all of them.

    Inputs declared to go together are put in the order of normal scores with the stated correlation (Iman and Conover, 1982, A
    distribution-free approach to inducing rank correlation among input variables, Communications in Statistics B 11): each
    keeps its own distribution, and their ranks correlate by 6/pi times the arc sine of half the value.

    Args:
        model: The option, ready.
        draws: How many.
        seed: Where they begin.
    """
    found: Values = {}
    for key, quantity in model.inputs.items():
        if quantity.certain:
            found[key] = quantity.value
        else:
            found[key] = _drawn(quantity, _generator(seed, quantity.common or f"{model.option.name}\n{key}"), draws)
    _put_together(model, found, draws, seed)
    return found


def means(model: Model) -> dict[str, float]:
    """Every input at its mean."""
    return {key: quantity.mean for key, quantity in model.inputs.items()}


def _generator(seed: int, name: str) -> Any:
    import numpy as np

    digest = hashlib.sha256(name.encode()).digest()
    words = [int.from_bytes(digest[at : at + 4], "little") for at in range(0, 16, 4)]
    return np.random.Generator(np.random.PCG64(np.random.SeedSequence([seed, *words])))


def _drawn(quantity: Quantity, generator: Any, draws: int) -> "NDArray[Any]":
    import numpy as np

    low, mode, high = quantity.low, quantity.value, quantity.high
    if quantity.shape is Shape.PERT:
        return np.asarray(
            low + (high - low) * generator.beta(1 + 4 * (mode - low) / (high - low), 1 + 4 * (high - mode) / (high - low), draws)
        )
    chance = generator.random(draws)
    if quantity.shape is Shape.EVEN:
        return np.asarray(low + (high - low) * chance)
    peak = (mode - low) / (high - low)
    rising = low + np.sqrt(chance * ((high - low) * (mode - low)))
    falling = high - np.sqrt((1 - chance) * ((high - low) * (high - mode)))
    return np.asarray(np.where(chance < peak, rising, falling))


def _put_together(model: Model, found: Values, draws: int, seed: int) -> None:
    import numpy as np

    from levelling.core.errors import UserError

    pairs = [pair for pair in model.option.correlations if all(isinstance(found.get(name), np.ndarray) for name in pair.between)]
    names = list(dict.fromkeys(name for pair in pairs for name in pair.between))
    if not names:
        return
    matrix = np.eye(len(names))
    for pair in pairs:
        first, second = (names.index(name) for name in pair.between)
        matrix[first, second] = matrix[second, first] = pair.value
    try:
        factor = np.linalg.cholesky(matrix)
    except np.linalg.LinAlgError as error:
        raise UserError(
            f"The correlations of {model.option.file or model.option.name} contradict each other.", "Make some of them weaker."
        ) from error
    scores = factor @ _generator(seed, f"{model.option.name}\ncorrelation").standard_normal((len(names), draws))
    for name, score in zip(names, scores, strict=True):
        ranked = np.empty_like(found[name])
        ranked[np.argsort(score)] = np.sort(found[name])
        found[name] = ranked


def taken(values: Mapping[str, Any], first: int, last: int) -> Values:
    """A stretch of the draws."""
    return {key: value if isinstance(value, float) else value[first:last] for key, value in values.items()}
