"""A made-up country of a few cells, and bodies drawn on them."""

from collections.abc import Iterable, Sequence

from levelling.atlas.kinship import Kinship
from levelling.atlas.overlaps import Cell, Overlaps
from levelling.core.area import Level
from levelling.core.period import Period
from levelling.solutions.coverage import Body, BodyKind, Standing

AS_OF = Period.parse("2024-05")


def country(people: Sequence[int], grounds: Sequence[Iterable[int]], kinds: Sequence[BodyKind] = ()) -> Standing:
    """A standing of bodies, one a ground; cells are numbered from 0 and have these people."""
    cells = [Cell(f"L{at}", f"L{at}", "", None, None, None, None, None, None, count) for at, count in enumerate(people)]
    overlaps = Overlaps(cells, Kinship([]))
    return Standing(AS_OF, [_body(overlaps, at, ground, kinds) for at, ground in enumerate(grounds)], overlaps)


def _body(overlaps: Overlaps, at: int, ground: Iterable[int], kinds: Sequence[BodyKind]) -> Body:
    cells = frozenset(ground)
    kind = kinds[at] if kinds else BodyKind.ICB
    return Body(kind, f"Body {at}", Level.ICB, f"B{at}", cells, overlaps.people_in(cells))
