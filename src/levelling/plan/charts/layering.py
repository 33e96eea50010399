"""Where boxes stand so that arrows run from left to right and cross little: layers, an order in each, and heights.

Layers by the longest path (inside each band where there are bands), order by barycentres swept to and fro (Sugiyama, Tagawa and
Toda 1981), heights by the nearest ordered fit to the neighbours' heights. The same graph is always laid out the same way.
"""

from bisect import bisect_right, insort
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from itertools import pairwise

_SWEEPS = 12


@dataclass(slots=True)
class Laid:
    """A graph laid out.

    Attributes:
        layers: Keys in each layer, from top to bottom. A bend of a long arrow has a key of its own.
        chains: For each arrow, the keys it runs through, both ends included; the two ends alone where it runs back.
        middle: How far down the middle of each key is.
    """

    layers: list[list[str]]
    chains: list[list[str]]
    middle: dict[str, float] = field(default_factory=dict)


def lay(bands: Mapping[str, int], arrows: Sequence[tuple[str, str]], heights: Mapping[str, float], gap: float) -> Laid:
    """Lay out boxes and arrows.

    Args:
        bands: The band of each box, in order; -1 for all where there are none.
        arrows: The arrows, from box to box; they run in no circle.
        heights: How high each box is.
        gap: The least space between two boxes of a layer.
    """
    layer = depths(bands, arrows)
    laid = _with_bends(layer, arrows)
    _uncross(laid)
    tall = {key: heights.get(key, gap) for keys in laid.layers for key in keys}
    _raise(laid, tall, gap)
    return laid


def depths(bands: Mapping[str, int], arrows: Sequence[tuple[str, str]]) -> dict[str, int]:
    """The layer of each box: behind all boxes of earlier bands, and behind those of its own that lead to it.

    Example:
        >>> depths({"a": 0, "b": 1, "c": 1}, [("a", "b"), ("b", "c")])
        {'a': 0, 'b': 1, 'c': 2}
        >>> depths({"a": -1, "b": -1, "c": -1}, [("a", "b"), ("b", "c"), ("a", "c")])
        {'a': 0, 'b': 1, 'c': 2}
    """
    banded = min(bands.values(), default=-1) >= 0
    of = bands if banded else dict.fromkeys(bands, 0)
    inside = [(start, end) for start, end in arrows if of[start] == of[end]]
    depth = dict.fromkeys(of, 0)
    for _ in of:
        moved = False
        for start, end in inside:
            if depth[end] <= depth[start] < len(of):
                depth[end], moved = depth[start] + 1, True
        if not moved:
            break
    first, found = 0, dict.fromkeys(of, 0)
    for band in sorted(set(of.values())):
        mine = [key for key in of if of[key] == band]
        found.update({key: first + depth[key] for key in mine})
        first += 1 + max(depth[key] for key in mine)
    return found


def _with_bends(layer: Mapping[str, int], arrows: Sequence[tuple[str, str]]) -> Laid:
    layers: list[list[str]] = [[] for _ in range(max(layer.values(), default=-1) + 1)]
    for key, place in layer.items():
        layers[place].append(key)
    chains = []
    for at, (start, end) in enumerate(arrows):
        bends = [f"\0{at}:{place}" for place in range(layer[start] + 1, layer[end])]
        for place, bend in enumerate(bends, layer[start] + 1):
            layers[place].append(bend)
        chains.append([start, *bends, end])
    return Laid(layers, chains)


def _joined(laid: Laid) -> tuple[dict[str, list[str]], dict[str, list[str]]]:
    """What each key is joined to on its left and on its right, arrows that run back left out."""
    place = {key: at for at, keys in enumerate(laid.layers) for key in keys}
    left: dict[str, list[str]] = {key: [] for key in place}
    right: dict[str, list[str]] = {key: [] for key in place}
    for chain in laid.chains:
        for one, other in pairwise(chain):
            if place[other] == place[one] + 1:
                right[one].append(other)
                left[other].append(one)
    return left, right


def _uncross(laid: Laid) -> None:
    left, right = _joined(laid)
    best, fewest = [list(keys) for keys in laid.layers], crossings(laid.layers, right)
    for sweep in range(_SWEEPS):
        if not fewest:
            break
        forward = sweep % 2 == 0
        sides = range(1, len(laid.layers)) if forward else range(len(laid.layers) - 2, -1, -1)
        for at in sides:
            beside = laid.layers[at - 1 if forward else at + 1]
            _sort(laid.layers[at], beside, left if forward else right)
        count = crossings(laid.layers, right)
        if count < fewest:
            best, fewest = [list(keys) for keys in laid.layers], count
    laid.layers[:] = best


def _sort(keys: list[str], beside: Sequence[str], joined: Mapping[str, Sequence[str]]) -> None:
    """Put a layer in the order of the means of what its keys are joined to; a key joined to nothing keeps its place."""
    at = {key: place for place, key in enumerate(beside)}
    mean = {key: sum(at[other] for other in joined[key]) / len(joined[key]) for key in keys if joined[key]}
    free = iter(sorted(mean, key=lambda key: mean[key]))
    keys[:] = [next(free) if key in mean else key for key in keys]


def crossings(layers: Sequence[Sequence[str]], right: Mapping[str, Sequence[str]]) -> int:
    """How many pairs of arrows cross between neighbouring layers.

    Example:
        >>> crossings([["a", "b"], ["c", "d"]], {"a": ["d"], "b": ["c"], "c": [], "d": []})
        1
    """
    count = 0
    for here, there in pairwise(layers):
        place = {key: at for at, key in enumerate(there)}
        seen: list[int] = []
        for key in here:
            ends = sorted(place[other] for other in right[key])
            count += sum(len(seen) - bisect_right(seen, end) for end in ends)
            for end in ends:
                insort(seen, end)
    return count


def _raise(laid: Laid, tall: Mapping[str, float], gap: float) -> None:
    left, right = _joined(laid)
    for keys in laid.layers:
        top = 0.0
        for key in keys:
            laid.middle[key] = top + tall[key] / 2
            top += tall[key] + gap
    layers = laid.layers
    for turn in range(8):
        forward = turn % 2 == 0
        for keys in layers if forward else reversed(layers):
            wanted = [_wish(key, left[key], right[key], laid.middle, forward=forward) for key in keys]
            apart = [0.0]
            for one, other in pairwise(keys):
                apart.append(apart[-1] + (tall[one] + tall[other]) / 2 + gap)
            fitted = ordered_fit([wish - shift for wish, shift in zip(wanted, apart, strict=True)])
            laid.middle.update({key: place + shift for key, place, shift in zip(keys, fitted, apart, strict=True)})
    top = min((laid.middle[key] - tall[key] / 2 for key in laid.middle), default=0.0)
    laid.middle.update({key: place - top for key, place in laid.middle.items()})


def _wish(key: str, left: Sequence[str], right: Sequence[str], middle: Mapping[str, float], *, forward: bool) -> float:
    beside = (left or right) if forward else (right or left)
    return sum(middle[other] for other in beside) / len(beside) if beside else middle[key]


def ordered_fit(values: Sequence[float]) -> list[float]:
    """The rising values nearest to those given, in the sum of squares: neighbours that stand wrong share their mean.

    Example:
        >>> ordered_fit([1.0, 4.0, 2.0, 5.0])
        [1.0, 3.0, 3.0, 5.0]
    """
    pools: list[tuple[float, int]] = []
    for value in values:
        total, count = value, 1
        while pools and pools[-1][0] / pools[-1][1] > total / count:
            before = pools.pop()
            total, count = total + before[0], count + before[1]
        pools.append((total, count))
    return [total / count for total, count in pools for _ in range(count)]
