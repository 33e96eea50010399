"""The best few for each, as arrays: as matching keeps them while it works, and as it tells them."""

from dataclasses import dataclass
from typing import NamedTuple

import numpy as np

from levelling.jobs.matching.arrays import Array


@dataclass(frozen=True, slots=True)
class Best:
    """The best few for each, best first.

    Attributes:
        index: Int32 `[n, k]`: whom or what was matched, by row; -1 where there are no more.
        fit: Int32 `[n, k]`: 0 to 100.
        second: Int32 `[n, k]`: what decides between equal fits: the quality of a vacancy, or 1 for people furthest from work.
        hectometres: Int32 `[n, k]`: straight distance in 100 m; 0 for work from home.
    """

    index: Array
    fit: Array
    second: Array
    hectometres: Array


class Few(NamedTuple):
    """The best few for each while they are looked for.

    Attributes:
        best: Int32 `[n, k, 5]`: index, fit, second, distance and rank of each match, best first.
        held: Int32 `[n]`: how many each has.
    """

    best: Array
    held: Array

    @classmethod
    def none(cls, rows: int, k: int) -> "Few":
        """Room for `k` each."""
        return cls(np.zeros((rows, k, 5), np.int32), np.zeros(rows, np.int32))

    def told(self) -> Best:
        """What was found, with what is not there marked."""
        there = np.arange(self.best.shape[1])[None, :] < self.held[:, None]
        sides = (np.where(there, self.best[:, :, side], -1 if side == 0 else 0) for side in range(4))
        return Best(*sides)
