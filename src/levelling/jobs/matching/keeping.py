"""The best few while they are looked for, compiled: what enters, and where."""

from levelling.jobs.matching.arrays import Array, Rules
from levelling.jobs.matching.compiling import compiled


@compiled
def _before(fit: int, second: int, far: int, rank: int, best: Array, at: int) -> bool:
    if fit != best[at, 1]:
        return bool(fit > best[at, 1])
    if second != best[at, 2]:
        return bool(second > best[at, 2])
    if far != best[at, 3]:
        return bool(far < best[at, 3])
    return bool(rank < best[at, 4])


@compiled
def keep(index: int, fit: int, second: int, far: int, rank: int, best: Array, held: int) -> int:
    """Put a match into its place among the best few; gives how many there are now."""
    size = best.shape[0]
    if held == size and not _before(fit, second, far, rank, best, size - 1):
        return held
    at = held if held < size else size - 1
    while at > 0 and _before(fit, second, far, rank, best, at - 1):
        best[at] = best[at - 1]
        at -= 1
    best[at, 0], best[at, 1], best[at, 2], best[at, 3], best[at, 4] = index, fit, second, far, rank
    return int(min(held + 1, size))


@compiled
def to_enter(best: Array, held: int, rules: Rules) -> int:
    """The fit below which nothing can enter the best few any more."""
    size = best.shape[0]
    return int(max(best[size - 1, 1], rules.least)) if held == size else rules.least
