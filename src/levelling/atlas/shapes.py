"""Shapes of areas for maps: real boundaries, and equal hexagons."""

from dataclasses import dataclass
from functools import cached_property

from levelling.atlas.store import Store

SHETLAND_BOX = (408.0, 18.0, 92.0, 122.0)
"""Left, top, width and height, in kilometres, of where Shetland is drawn on the map of the whole UK: nearer than it lies."""


@dataclass(frozen=True, slots=True)
class Boundary:
    """One local authority as it is drawn. All in kilometres from the sheet's upper left, unless said otherwise.

    Attributes:
        code: Its code.
        path: Its outline for a map of the whole UK, in steps of whole kilometres. Shetland is moved nearer.
        close: Its outline for a map of its surroundings, in steps of 25 metres. Everything is in its place.
        x: The middle of its largest part, across.
        y: The same, down.
        box: Left, top, right and bottom.
    """

    code: str
    path: str
    close: str
    x: float
    y: float
    box: tuple[float, float, float, float]


@dataclass(frozen=True, slots=True)
class Hexagon:
    """One local authority on the map of equal hexagons: `column` in half widths from the left, `row` from the top."""

    code: str
    column: int
    row: int


class Shapes:
    """The shapes that come with the figures.

    Args:
        store: Where they are read.
    """

    def __init__(self, store: Store) -> None:
        self._store = store

    @cached_property
    def boundaries(self) -> dict[str, Boundary]:
        """Every current local authority on real boundaries, by code."""
        sql = 'SELECT area_code, path, close, x, y, "left", top, "right", bottom FROM boundaries ORDER BY area_code'
        return {code: Boundary(code, path, close, x, y, tuple(box)) for code, path, close, x, y, *box in self._store.query(sql)}

    @cached_property
    def hexagons(self) -> dict[str, Hexagon]:
        """Every current local authority as a hexagon, by code."""
        sql = 'SELECT area_code, "column", "row" FROM hexes ORDER BY area_code'
        return {code: Hexagon(code, column, row) for code, column, row in self._store.query(sql)}
