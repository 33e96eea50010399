"""The smallest set that covers everything asked for, exactly: a whole-number programme, solved by HiGHS.

    least  sum x_p    so that for each thing r to cover:  sum of x_p over the p that cover r >= n,   x_p in {0, 1}

First the fewest members; then, with their number fixed, the set that is best by a second measure; then others of that size,
each found by forbidding those before it. Candidates are put in order first, so that the order they come in changes nothing.

A candidate is left out of the first two steps where at least n others each cover all that it covers and have as much merit, with
n the most often that anything is asked for: one of them can stand in its place, or it is not needed at all.
"""

import time
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

SECONDS = 10.0
"""How long one search may take in all."""


@dataclass(frozen=True, slots=True)
class Candidate:
    """One that may be chosen.

    Attributes:
        id: What tells it from others.
        covers: What it covers.
        merit: How good it is beside that, a whole number: of two sets of one size, the one with more merit is taken.
    """

    id: str
    covers: frozenset[Any]
    merit: int = 0


@dataclass(frozen=True, slots=True)
class Cover:
    """A set that covers what was asked.

    Attributes:
        chosen: Who is in it, by id, in order.
        proven: Whether it is proven that none is smaller.
        at_least: The fewest members that are proven to be needed.
    """

    chosen: tuple[str, ...]
    proven: bool
    at_least: int


@dataclass(frozen=True, slots=True)
class Covers:
    """What a search found.

    Attributes:
        best: The best set; `None` where there is none.
        others: Other sets of the same size, best first.
        more: Whether there may be still others, or the time was over.
        best_proven: Whether it is proven that no set of that size has more merit.
    """

    best: Cover | None
    others: tuple[tuple[str, ...], ...] = ()
    more: bool = False
    best_proven: bool = True


def smallest(
    candidates: Sequence[Candidate],
    asked: Mapping[Any, int],
    must: frozenset[str] = frozenset(),
    alternatives: int = 0,
    seconds: float = SECONDS,
) -> Covers:
    """The smallest set that covers each thing asked for often enough, the best of that size, and others of that size.

    Args:
        candidates: Who may be chosen, each id once.
        asked: What must be covered, and by how many members.
        must: Who must be in.
        alternatives: How many other sets of the same size to look for.
        seconds: How long it may take.

    Returns:
        No best set where no set covers everything.

    Example:
        >>> found = smallest([Candidate("a", frozenset("xy")), Candidate("b", frozenset("yz"))], {"x": 1, "z": 1})
        >>> found.best.chosen, found.best.proven
        (('a', 'b'), True)
    """
    until = time.monotonic() + seconds
    pool = sorted(candidates, key=lambda one: one.id)
    programme = _Programme(pool, asked, must)
    needless = _needless(pool, max(asked.values(), default=1), must)
    try:
        found = programme.solve([1.0] * len(pool), (), until, without=needless)
    except _TimeUpError:
        return Covers(None, more=True)
    if found is None:
        return Covers(None)
    chosen, bound, proven = found
    size = len(chosen)
    cover = Cover(_ids(pool, chosen), proven, min(size, bound))
    if not size:
        return Covers(cover)
    best, best_proven = _best(programme, pool, size, until, needless)
    cover = Cover(_ids(pool, best or chosen), cover.proven, cover.at_least)
    sets, whole = _others(programme, pool, best or chosen, alternatives + 1, until)
    more = len(sets) > alternatives or not whole
    return Covers(cover, tuple(_ids(pool, one) for one in sets[:alternatives]), more, best_proven)


def widest(
    candidates: Sequence[Candidate],
    asked: Mapping[Any, int],
    most: int,
    must: frozenset[str] = frozenset(),
    seconds: float = SECONDS,
) -> tuple[str, ...]:
    """The set of at most so many members that covers the most of what is asked for; by id, in order.

    Example:
        >>> pool = [Candidate("a", frozenset("xy")), Candidate("b", frozenset("z"))]
        >>> widest(pool, {"x": 1, "y": 1, "z": 1}, 1)
        ('a',)
    """
    pool = sorted(candidates, key=lambda one: one.id)
    programme = _Programme(pool, asked, must)
    try:
        found = programme.fill(most, time.monotonic() + seconds)
    except _TimeUpError:
        return ()
    return _ids(pool, found) if found is not None else ()


def _needless(pool: Sequence[Candidate], often: int, must: frozenset[str]) -> frozenset[int]:
    found = set()
    for at, one in enumerate(pool):
        if one.id in must:
            continue
        better = 0
        for other_at, other in enumerate(pool):
            if other_at == at or not (one.covers <= other.covers and one.merit <= other.merit):
                continue
            alike = one.covers == other.covers and one.merit == other.merit
            better += not alike or other_at < at
            if better >= often:
                found.add(at)
                break
    return frozenset(found)


def _best(
    programme: "_Programme", pool: Sequence[Candidate], size: int, until: float, without: frozenset[int]
) -> tuple[frozenset[int] | None, bool]:
    try:
        found = programme.solve(_costs(pool), (), until, size, without)
    except _TimeUpError:
        return None, False
    return (None, False) if found is None else (found[0], found[2])


def _others(
    programme: "_Programme", pool: Sequence[Candidate], best: frozenset[int], count: int, until: float
) -> tuple[list[frozenset[int]], bool]:
    """Other sets of the same size, best first, and whether the search came to its end."""
    known = [best]
    while len(known) <= count:
        try:
            found = programme.solve(_costs(pool), known, until, len(best))
        except _TimeUpError:
            return known[1:], False
        if found is None:
            break
        known.append(found[0])
    return known[1:], True


def _costs(pool: Sequence[Candidate]) -> list[float]:
    # Merits are whole numbers. Less than one is left for the order of candidates, so that ties fall the same way each time.
    count = max(len(pool), 1)
    return [-float(one.merit) + 0.25 * at / count**2 for at, one in enumerate(pool)]


def _ids(pool: Sequence[Candidate], chosen: frozenset[int]) -> tuple[str, ...]:
    return tuple(pool[at].id for at in sorted(chosen))


class _TimeUpError(Exception):
    """The time allowed was over before anything was found."""


class _Programme:
    """Who covers what, as rows of a whole-number programme."""

    def __init__(self, pool: Sequence[Candidate], asked: Mapping[Any, int], must: frozenset[str]) -> None:
        self.count = len(pool)
        # Things that the same candidates cover are one thing, asked for as often as the most often asked of them.
        rows: dict[tuple[int, ...], int] = {}
        for thing, needed in asked.items():
            who = tuple(at for at, one in enumerate(pool) if thing in one.covers)
            rows[who] = max(rows.get(who, 0), needed)
        self.rows = list(rows.items())
        self.things = [(tuple(at for at, one in enumerate(pool) if thing in one.covers), need) for thing, need in asked.items()]
        self.must = [one.id in must for one in pool]

    def solve(
        self,
        costs: Sequence[float],
        forbidden: Sequence[frozenset[int]],
        until: float,
        size: int | None = None,
        without: frozenset[int] = frozenset(),
    ) -> tuple[frozenset[int], int, bool] | None:
        """Who is chosen at the least cost, the least whole cost that is proven, and whether that is it."""
        if any(len(who) < needed for who, needed in self.rows):
            return None
        limits = [(who, float(needed), float("inf")) for who, needed in self.rows]
        limits += [(tuple(sorted(known)), 0.0, len(known) - 1.0) for known in forbidden]
        if size is not None:
            limits.append((tuple(range(self.count)), float(size), float(size)))
        ends = [(float(held), float(at not in without)) for at, held in enumerate(self.must)]
        found = _milp(list(costs), limits, ends, until)
        if found is None:
            return None
        values, bound, proven = found
        return frozenset(at for at in range(self.count) if values[at] > 0.5), bound, proven

    def fill(self, most: int, until: float) -> frozenset[int] | None:
        """At most so many, so that the most is covered; of those, the fewest."""
        things = len(self.things)
        # One variable more for each thing: 1 where it is covered as often as asked. A member costs less than any thing gains.
        costs = [1.0 / (self.count + 1)] * self.count + [-1.0] * things
        limits: list[tuple[tuple[int, ...], float, float]] = [(tuple(range(self.count)), 0.0, float(most))]
        weights: list[dict[int, float]] = [{}]
        for at, (who, needed) in enumerate(self.things):
            limits.append(((*who, self.count + at), 0.0, float("inf")))
            weights.append({self.count + at: -float(needed)})
        ends = [(float(held), 1.0) for held in self.must] + [(0.0, 1.0)] * things
        found = _milp(costs, limits, ends, until, weights)
        return None if found is None else frozenset(at for at in range(self.count) if found[0][at] > 0.5)


def _milp(
    costs: Sequence[float],
    limits: Sequence[tuple[tuple[int, ...], float, float]],
    ends: Sequence[tuple[float, float]],
    until: float,
    weights: Sequence[Mapping[int, float]] = (),
) -> tuple[Sequence[float], int, bool] | None:
    import math

    import numpy as np
    from scipy.optimize import Bounds, LinearConstraint, milp
    from scipy.sparse import csr_array

    left = until - time.monotonic()
    if left <= 0:
        raise _TimeUpError
    data, rows, columns = [], [], []
    for row, (who, _, _) in enumerate(limits):
        special = weights[row] if row < len(weights) else {}
        for column in who:
            data.append(special.get(column, 1.0))
            rows.append(row)
            columns.append(column)
    constraints: Any = ()
    if limits:
        matrix = csr_array((data, (rows, columns)), shape=(len(limits), len(costs)))
        constraints = LinearConstraint(matrix, [low for _, low, _ in limits], [high for _, _, high in limits])
    options = {"time_limit": left, "mip_rel_gap": 0.0}
    bounds = Bounds(np.array([low for low, _ in ends]), np.array([high for _, high in ends]))
    done = milp(np.array(costs), integrality=np.ones(len(costs)), bounds=bounds, constraints=constraints, options=options)
    if done.x is None:
        if done.status == 1:
            raise _TimeUpError
        return None
    bound = math.ceil((done.mip_dual_bound if done.mip_dual_bound is not None else 0.0) - 1e-6)
    return done.x.tolist(), bound, done.status == 0
