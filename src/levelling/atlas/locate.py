"""From a point on the map to the local authority it lies in."""

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping
from functools import lru_cache
from math import hypot, isfinite

from levelling.atlas.grid import TOP, to_grid
from levelling.atlas.shapes import Boundary

NEAR = 500.0
"""Metres beyond the drawn coast at which a point still counts as the nearest authority's: piers, rounded corners."""

_STEP = 25.0
_ROW = 40
_CELL = 10.0
_BOX = (49.5, 61.5, -9.0, 2.5)
_STARTS = re.compile(r"M(-?\d+) ?(-?\d+)l([^z]*)z")
_NUMBERS = re.compile(r"-?\d+")
_Edge = tuple[float, float, float, float]


class Locator:
    """Finds the local authority of a point by its drawn boundary, which is good to about 50 metres.

    Args:
        boundaries: Every local authority as it is drawn, by code.

    Example:
        >>> from levelling.atlas import Atlas
        >>> locator = Locator(Atlas.open().shapes.boundaries)
        >>> locator.authority(54.686, -1.212)
        'E06000001'
        >>> locator.authority(51.5, 30.0) is None
        True
    """

    def __init__(self, boundaries: Mapping[str, Boundary]) -> None:
        self._boundaries = boundaries
        self._rows: dict[str, dict[int, list[_Edge]]] = {}
        self._cells: dict[tuple[int, int], list[str]] = defaultdict(list)
        for code, shape in boundaries.items():
            left, top, right, bottom = shape.box
            for column in range(int((left - 1) // _CELL), int((right + 1) // _CELL) + 1):
                for row in range(int((top - 1) // _CELL), int((bottom + 1) // _CELL) + 1):
                    self._cells[column, row].append(code)
        self.authority = lru_cache(maxsize=8_192)(self._authority)
        """The code of the authority that holds a point given by latitude and longitude; `None` where none does."""

    def _authority(self, latitude: float, longitude: float) -> str | None:
        if not in_the_uk(latitude, longitude):
            return None
        east, north = to_grid(longitude, latitude)
        x, y = east / _STEP, (TOP - north) / _STEP
        near = self._cells.get((int(east / 1000 // _CELL), int((TOP - north) / 1000 // _CELL)), ())
        inside = next((code for code in near if self._holds(code, x, y)), None)
        if inside is not None or not near:
            return inside
        metres, code = min((self._distance(code, x, y), code) for code in near)
        return code if metres <= NEAR else None

    def _holds(self, code: str, x: float, y: float) -> bool:
        edges = self._edges(code).get(int(y // _ROW), ())
        crossed = sum(
            (y1 > y) != (y2 > y) and x < (x2 - x1) * (y - y1) / (y2 - y1) + x1 for x1, y1, x2, y2 in edges
        )  # a point inside is left by an odd number of borders
        return crossed % 2 == 1

    def _distance(self, code: str, x: float, y: float) -> float:
        reach = NEAR / _STEP
        rows = range(int((y - reach) // _ROW), int((y + reach) // _ROW) + 1)
        edges = (edge for row in rows for edge in self._edges(code).get(row, ()))
        return min((_from_edge(x, y, edge) for edge in edges), default=float("inf")) * _STEP

    def _edges(self, code: str) -> dict[int, list[_Edge]]:
        if code not in self._rows:
            rows: dict[int, list[_Edge]] = defaultdict(list)
            for edge in _outline(self._boundaries[code].close):
                for row in range(int(min(edge[1], edge[3]) // _ROW), int(max(edge[1], edge[3]) // _ROW) + 1):
                    rows[row].append(edge)
            self._rows[code] = dict(rows)
        return self._rows[code]


def in_the_uk(latitude: float, longitude: float) -> bool:
    """Whether a point lies in a box around the United Kingdom.

    Example:
        >>> in_the_uk(54.7, -1.2), in_the_uk(-1.2, 54.7)
        (True, False)
    """
    south, north, west, east = _BOX
    return isfinite(latitude) and isfinite(longitude) and south <= latitude <= north and west <= longitude <= east


def _outline(path: str) -> Iterable[_Edge]:
    for x_text, y_text, steps in _STARTS.findall(path):
        x, y = start = float(x_text), float(y_text)
        moves = [float(step) for step in _NUMBERS.findall(steps)]
        for across, down in zip(moves[::2], moves[1::2], strict=True):
            yield (x, y, x + across, y + down)
            x, y = x + across, y + down
        yield (x, y, *start)


def _from_edge(x: float, y: float, edge: _Edge) -> float:
    x1, y1, x2, y2 = edge
    across, down = x2 - x1, y2 - y1
    length = across * across + down * down
    along = max(0.0, min(1.0, ((x - x1) * across + (y - y1) * down) / length)) if length else 0.0
    return hypot(x - x1 - along * across, y - y1 - along * down)
