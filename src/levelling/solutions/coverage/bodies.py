"""Bodies: who stands over a place at a date, each with its ground as a set of cells of people."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import combinations

from levelling.atlas.overlaps import Overlaps
from levelling.core.area import Level
from levelling.core.period import Period
from levelling.solutions.coverage.kinds import ECONOMY, FOLLOWING, PLANS, BodyKind


@dataclass(frozen=True, slots=True)
class Body:
    """One body and its ground.

    Attributes:
        kind: What it is.
        name: What it is called at the date asked for.
        level: The level of the area it is drawn on.
        code: Its code; `None` where it has none that we hold.
        cells: The cells of people it is made of: places in the atlas's list of cells.
        people: People who live on its ground, mid-2019.
        began: When it began with this ground, ISO 8601 as exactly as known; `None` where our sources do not say.
        ended: The last month or year it stood so; `None` where it still does, as far as is known.
        drawn: The date of the look-up its ground is drawn from, in words.
        notes: What to know of it, each a sentence.
        sources: Where what is not in the look-ups was read.
        is_inferred: Whether a part of its ground was inferred and not stated.
        confidence: How sure we are of its ground: `high`, `medium` or `low`.
    """

    kind: BodyKind
    name: str
    level: Level
    code: str | None
    cells: frozenset[int]
    people: int
    began: str | None = None
    ended: str | None = None
    drawn: str = ""
    notes: tuple[str, ...] = ()
    sources: tuple[str, ...] = ()
    is_inferred: bool = False
    confidence: str = "high"

    @property
    def counts(self) -> bool:
        """Whether its fit is asked for: not that of the economy, of areas of plans, or of boards drawn on another's ground."""
        return self.kind not in {ECONOMY, PLANS} and self.kind not in FOLLOWING


@dataclass(frozen=True)
class Standing:
    """Every body that stands at a date.

    Args:
        as_of: The date.
        bodies: The bodies.
        overlaps: The people of the cells.
    """

    as_of: Period
    bodies: Sequence[Body]
    overlaps: Overlaps

    @cached_property
    def over_cell(self) -> tuple[tuple[int, ...], ...]:
        """The bodies over each cell, by their places in `bodies`."""
        over: list[list[int]] = [[] for _ in self.overlaps.cells]
        for place, body in enumerate(self.bodies):
            for cell in body.cells:
                over[cell].append(place)
        return tuple(map(tuple, over))

    @cached_property
    def shared(self) -> dict[tuple[int, int], int]:
        """People who live under both of two bodies, by their places, the lower first. Pairs without any are left out."""
        return self.within(range(len(self.overlaps.cells)))

    def within(self, cells: Iterable[int], among: frozenset[int] | None = None) -> dict[tuple[int, int], int]:
        """People of some cells under both of two bodies that count.

        Args:
            cells: Which cells.
            among: Which bodies; all where not given.
        """
        found: dict[tuple[int, int], int] = {}
        for cell in cells:
            people = self.overlaps.cells[cell].people
            mine = [place for place in self.over_cell[cell] if self.bodies[place].counts and (among is None or place in among)]
            for pair in combinations(mine, 2):
                found[pair] = found.get(pair, 0) + people
        return found

    def over(self, cells: Iterable[int]) -> dict[int, int]:
        """The bodies over some cells, by their places, with the people of those cells under each."""
        found: dict[int, int] = {}
        for cell in cells:
            for place in self.over_cell[cell]:
                found[place] = found.get(place, 0) + self.overlaps.cells[cell].people
        return found
