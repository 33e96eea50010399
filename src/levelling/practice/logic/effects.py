"""What a change put in at one node does to all that follow: ranges where sizes are known and join, directions where not.

A change moves along every path. A link whose size is told per the unit of the node it begins at, in the unit of the node it
leads to, multiplies it; any other link passes on its direction alone. Paths that meet are added up and the lags along a path are
added. Sizes are drawn within their ranges, each link once a draw, so that two paths over one link move together. Findings that
contradict each other (alternatives) are tried in turn and never averaged.
"""

import hashlib
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import product
from typing import TYPE_CHECKING

from levelling.core.errors import UserError
from levelling.practice.logic.check import groups, unjoined
from levelling.practice.logic.graph import following, order, reached
from levelling.practice.logic.model import Lag, Link, Model, Sign, Size, Spread

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    Draws = NDArray[np.float64]

DRAWS, SEED = 4_000, 2020
_MOST_DRAWS = 200_000
_GRADES = "ABCDE"
_WIDTH_95 = 2 * 1.959964


@dataclass(frozen=True, slots=True)
class Amount:
    """How much, over the draws.

    Attributes:
        middle: The median.
        lower: Below it lie 2.5% of the draws; `None` where no size on the way has a range.
        upper: Above it lie 2.5% of the draws.
    """

    middle: float
    lower: float | None
    upper: float | None


@dataclass(frozen=True, slots=True)
class Reading:
    """What a node would see under one choice among findings that contradict each other.

    Attributes:
        taken: The finding taken for each word of alternatives, in words; empty where there are none.
        direction: Which way; cannot tell where paths disagree and their sizes do not settle it.
        amount: How much, over the paths whose sizes join; `None` where there is none.
        whole: Whether the amount holds every path that does something.
        paths: How many paths lead here, by what they do: more, less, no effect, not known.
        loose: How many of the paths that do something pass on their direction alone.
        lag: From the quickest path to the slowest; `None` where a link on the way does not say.
        grade: The strongest path's: a path is as strong as its weakest link. Empty where no path is graded all along.
    """

    taken: tuple[str, ...]
    direction: Sign
    amount: Amount | None
    whole: bool
    paths: dict[Sign, int]
    loose: int
    lag: Lag | None
    grade: str

    @property
    def count(self) -> int:
        """How many paths lead here."""
        return sum(self.paths.values())


@dataclass(slots=True)
class _State:
    """What has come to a node so far. Paths are counted by sign, and by whether their sizes join all along."""

    joined: "Draws | None"
    counts: dict[tuple[Sign, bool], int]
    lag: Lag | None
    grade: int
    """Place of the strongest path's grade, from 0 for A; 5 where it is not graded."""


def readings(
    model: Model, first: str, amount: float | None, draws: int = DRAWS, seed: int = SEED
) -> dict[str, tuple[Reading, ...]]:
    """What each node that a change leads to would see, under every choice among alternatives.

    Args:
        model: The model; it has no circle.
        first: The node the change is put in at.
        amount: How much more of it, in its unit (less, where negative); `None` for a direction alone.
        draws: How many draws are taken.
        seed: Where the draws begin: the same seed gives the same answer.

    Returns:
        The readings by node, in the order of the model.

    Raises:
        UserError: There is no such node, the amount is no number that can be used, or the draws are too few or too many.
    """
    if not 100 <= draws <= _MOST_DRAWS:
        raise UserError(f"{draws} draws are {'too few' if draws < 100 else 'too many'}.", f"Give 100 to {_MOST_DRAWS:,}.")
    if seed < 0:
        raise UserError(f"A seed of {seed} cannot be used.", "Give a whole number from 0 up.")
    # In an order of its own: where a node stands in the file must not move the last digit of a sum.
    sequence = order(sorted(node.id for node in model.nodes), sorted((link.start, link.end) for link in model.links))
    after = following((link.start, link.end) for link in model.links)
    behind = {node.id: {node.id, *reached(after, node.id)} for node in model.nodes}
    found: dict[str, dict[tuple[Link, ...], Reading]] = {}
    for taken, links in _choices(model, behind[first]):
        states = _follow(model, links, sequence, first, amount, (draws, seed))
        for node, state in states.items():
            # Only findings on the way to a node make a difference to it.
            mine = tuple(link for link in taken if node in behind[link.end])
            found.setdefault(node, {}).setdefault(mine, _reading(state, tuple(map(finding, mine))))
    return {node.id: tuple(found[node.id].values()) for node in model.nodes if node.id in found}


def _choices(model: Model, within: set[str]) -> Iterator[tuple[tuple[Link, ...], list[Link]]]:
    """Every way to take one of each group of alternatives that begin within some nodes, with all the links that hold then."""
    held = {word: links for word, links in groups(model).items() if any(link.start in within for link in links)}
    for chosen in product(*held.values()):
        left = {id(link) for links in held.values() for link in links} - {id(link) for link in chosen}
        yield chosen, [link for link in model.links if id(link) not in left]


def finding(link: Link) -> str:
    """One of several findings in words, by whom and where it was found: `place and train as found for Sheffield City Region`."""
    where = (link.basis.applies_to or link.basis.source or "no source").replace("; ", ", ")
    return f"{link.alternative} as found for {where}"


def _follow(
    model: Model, links: Sequence[Link], sequence: Sequence[str], first: str, amount: float | None, how: tuple[int, int]
) -> dict[str, _State]:
    import numpy as np

    by_id = model.by_id
    sign = Sign.LESS if amount is not None and amount < 0 else Sign.MORE
    sized = amount is not None and bool(by_id[first].unit)
    start = np.full(how[0], amount, dtype=float) if sized else None
    states = {first: _State(start, {(sign, sized): 1}, Lag(0.0, 0.0), 0)}
    leaving: dict[str, list[Link]] = {}
    for link in links:
        leaving.setdefault(link.start, []).append(link)
    for node in sequence:
        for link in sorted(leaving.get(node, ()) if node in states else (), key=lambda one: (one.end, _key(one))):
            joins = not unjoined(link, by_id[link.start], by_id[link.end])
            came = _passed(states[node], link, how if joins else None)
            states[link.end] = _met(states.get(link.end), came)
    del states[first]
    return states


def _passed(state: _State, link: Link, how: tuple[int, int] | None) -> _State:
    counts: dict[tuple[Sign, bool], int] = {}
    for (sign, along), count in state.counts.items():
        key = (sign.then(link.sign), along and how is not None)
        counts[key] = counts.get(key, 0) + count
    lag = Lag(state.lag.first + link.lag.first, state.lag.last + link.lag.last) if state.lag and link.lag else None
    joined = state.joined * _drawn(link, *how) if how is not None and state.joined is not None else None
    place = _GRADES.index(link.basis.grade) if link.basis.grade else 5
    return _State(joined, counts, lag, max(state.grade, place))


def _met(state: _State | None, came: _State) -> _State:
    """Paths that come together: sizes are added, the strongest counts."""
    if state is None:
        return came
    counts = dict(state.counts)
    for key, count in came.counts.items():
        counts[key] = counts.get(key, 0) + count
    joined = came.joined if state.joined is None else state.joined if came.joined is None else state.joined + came.joined
    lag = None
    if state.lag and came.lag:
        lag = Lag(min(state.lag.first, came.lag.first), max(state.lag.last, came.lag.last))
    return _State(joined, counts, lag, min(state.grade, came.grade))


def _drawn(link: Link, draws: int, seed: int) -> "Draws":
    """The size of a link for one of what it begins at, over the draws; by the link's own seed, whatever its place in the file."""
    import numpy as np

    size = link.size
    if size is None:
        return np.zeros(draws)
    number = int.from_bytes(hashlib.sha256(_key(link).encode()).digest()[:8], "big")
    return _sample(size, np.random.default_rng([seed, number]), draws) / size.each


def _sample(size: Size, random: "np.random.Generator", draws: int) -> "Draws":
    import numpy as np

    if not size.has_range or size.low is None or size.high is None:
        return np.full(draws, size.value if size.value is not None else size.low, dtype=float)
    if size.spread is Spread.INTERVAL and size.value is not None:
        return random.normal(size.value, (size.high - size.low) / _WIDTH_95, draws)
    if size.value is None:
        return random.uniform(size.low, size.high, draws)
    return random.triangular(size.low, size.value, size.high, draws)


def _key(link: Link) -> str:
    return repr((link.start, link.end, link.sign.value, link.cites, link.alternative, link.size, link.basis))


def _reading(state: _State, taken: tuple[str, ...]) -> Reading:
    paths: dict[Sign, int] = {}
    for (sign, _), count in sorted(state.counts.items(), key=lambda item: (list(Sign).index(item[0][0]), item[0][1])):
        paths[sign] = paths.get(sign, 0) + count
    loose = {sign: count for (sign, joined), count in state.counts.items() if not joined and sign is not Sign.NONE}
    amount, direction = _amount(state.joined)
    signs = set(loose) | ({direction} if direction is not None else set())
    settled = next(iter(signs)) if len(signs) == 1 else Sign.NONE if not signs else _together(signs)
    grade = _GRADES[state.grade] if state.grade < len(_GRADES) else ""
    return Reading(taken, settled, amount, amount is not None and not loose, paths, sum(loose.values()), state.lag, grade)


def _together(signs: set[Sign]) -> Sign:
    doing = signs - {Sign.NONE}
    return next(iter(doing)) if len(doing) == 1 else Sign.CANNOT_TELL


def _amount(joined: "Draws | None") -> tuple[Amount | None, Sign | None]:
    """The draws as an amount, and its direction: told only where 95% of the draws lie on one side of nought."""
    if joined is None:
        return None, None
    import numpy as np

    lower, middle, upper = (float(value) for value in np.quantile(joined, (0.025, 0.5, 0.975)))
    if lower == upper == 0:
        return Amount(0.0, None, None), Sign.NONE
    # A sum without a range may still differ in its last digit from draw to draw.
    narrow = upper - lower <= 1e-12 * max(abs(lower), abs(upper))
    amount = Amount(middle, None, None) if narrow else Amount(middle, lower, upper)
    return amount, Sign.MORE if lower > 0 else Sign.LESS if upper < 0 else Sign.CANNOT_TELL
