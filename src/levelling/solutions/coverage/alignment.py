"""How well bodies fit: pairs of bodies, and one score for a place.

Two bodies fit when one lies wholly in the other. What does not fit is counted in people of the smaller body who live outside the
larger. The score takes a person of the place at random and two of the bodies over that person at random, and says what share of
the smaller body's people live in the larger, on average, out of 100.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from levelling.solutions.coverage.bodies import Body

PERFECT = 100.0


@dataclass(frozen=True, slots=True)
class Pair:
    """Two bodies over one place.

    Attributes:
        smaller: The one with fewer people.
        larger: The other.
        both: People who live under both, anywhere.
        here: People of the place who live under both.
    """

    smaller: Body
    larger: Body
    both: int
    here: int

    @property
    def outside(self) -> int:
        """People of the smaller body who live outside the larger."""
        return self.smaller.people - self.both

    @property
    def share_outside(self) -> float:
        """Their share of the smaller body's people, 0 to 1."""
        return self.outside / self.smaller.people

    @property
    def larger_share_outside(self) -> float:
        """Share of the larger body's people who live outside the smaller, 0 to 1."""
        return 1 - self.both / self.larger.people

    @property
    def apart(self) -> float:
        """Share of all people of either body who live outside the common ground, 0 to 1."""
        return 1 - self.both / (self.smaller.people + self.larger.people - self.both)

    @property
    def fit(self) -> float:
        """Share of the smaller body's people who live in the larger: 1 where it lies wholly inside."""
        return self.both / self.smaller.people

    @property
    def nested(self) -> bool:
        """Whether the smaller lies wholly in the larger."""
        return self.outside == 0

    @property
    def loss(self) -> float:
        """What the pair takes from the score: the people here under both, times the share that does not fit."""
        return self.here * self.share_outside


def pair(one: Body, other: Body, both: int, here: int) -> Pair:
    """Two bodies as a pair, whichever way round they are given.

    Example:
        >>> from levelling.core.area import Level
        >>> from levelling.solutions.coverage.kinds import BodyKind
        >>> council = Body(BodyKind.COUNCIL, "A", Level.LAD, "a", frozenset({0}), 100)
        >>> board = Body(BodyKind.ICB, "B", Level.ICB, "b", frozenset({0, 1}), 400)
        >>> found = pair(board, council, both=75, here=75)
        >>> found.smaller.name, found.outside, found.fit
        ('A', 25, 0.75)
    """
    smaller, larger = sorted((one, other), key=lambda body: (body.people, body.kind, body.name, body.code or ""))
    return Pair(smaller, larger, both, here)


def alignment(pairs: Iterable[Pair]) -> float:
    """How well the bodies over a place fit, 0 to 100; 100 where there are no two bodies over anybody.

    The mean fit of the pairs, each weighed by the people of the place who live under both.

    Example:
        >>> alignment([])
        100.0
    """
    weight = fit = 0.0
    for one in pairs:
        weight += one.here
        fit += one.here * one.fit
    return PERFECT * fit / weight if weight else PERFECT


def fits(pairs: Sequence[Pair], body: Body) -> list[tuple[Body, Pair]]:
    """The pairs a body is part of, each with the other body."""
    return [(one.larger if one.smaller is body else one.smaller, one) for one in pairs if body in (one.smaller, one.larger)]
