"""From the publisher's topology to one row a local authority: two drawing paths, one for the whole UK, one for close by.

Lines are simplified once for each border, not once for each area, so neighbours still fit together without gaps.
"""

import json
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any

import polars as pl

from levelling.atlas.grid import TOP, to_grid
from levelling.core.errors import SourceChanged
from levelling.sources.contract import Tidy
from levelling.sources.inputs import Inputs
from levelling.sources.ons_boundaries.simplify import Point, effective_areas

TOPOLOGY = "ons-areas/topo.json"
SHETLAND = "S12000027"
SHETLAND_SHIFT = (15_000.0, -163_000.0)
"""How far Shetland is moved on the map of the whole UK, east and north in metres. The map draws a box around it."""


@dataclass(frozen=True, slots=True)
class Scale:
    """How finely a path is drawn.

    Attributes:
        metres: Metres to one unit of the drawing.
        detail: Points that matter less than this many square metres are left out.
        smallest: Islands smaller than this many square metres are left out, the area's largest excepted.
    """

    metres: int
    detail: float
    smallest: float


WHOLE = Scale(metres=1000, detail=1.4e6, smallest=2e6)
CLOSE = Scale(metres=25, detail=4e3, smallest=2e4)


@dataclass(frozen=True, slots=True)
class _Arc:
    points: tuple[Point, ...]
    weights: tuple[float, ...]


def tidy(inputs: Inputs) -> Tidy:
    """Draw every current local authority.

    Returns:
        The table `boundaries`: `area_code`, `path` (units of `WHOLE`, Shetland moved), `close` (units of `CLOSE`, all in their
        place), `x`, `y` (its middle) and `left`, `top`, `right`, `bottom` (its box), in kilometres from the sheet's upper left.

    Raises:
        SourceChanged: The file is not a topology with a layer of local authorities.
    """
    topology = _read(inputs)
    areas = [item for item in topology["objects"]["ltla"]["geometries"] if "end" not in item["properties"]]
    wanted = {_own(index) for item in areas for ring in _rings(item) for index in ring}
    arcs = {index: _arc(topology, index) for index in sorted(wanted)}
    rows = [_row(item, arcs) for item in areas]
    return Tidy(tables={"boundaries": pl.DataFrame(rows, orient="row").sort("area_code")})


def _read(inputs: Inputs) -> dict[str, Any]:
    try:
        topology: dict[str, Any] = json.loads(inputs.path(TOPOLOGY).read_text("utf-8"))
        topology["objects"]["ltla"]["geometries"][0]["properties"]["areacd"]
        topology["arcs"][0], topology["transform"]["scale"]
    except (ValueError, KeyError, IndexError, TypeError) as error:
        raise SourceChanged(
            f"The file {TOPOLOGY} is not a topology with a layer ltla of areas with areacd.",
            "It may be truncated, or its layers renamed: compare it with the release this reader was made for.",
        ) from error
    return topology


def _rings(item: dict[str, Any]) -> Iterable[list[int]]:
    polygons = [item["arcs"]] if item["type"] == "Polygon" else item["arcs"]
    for polygon in polygons:
        yield from polygon


def _own(index: int) -> int:
    # The format writes an arc walked backwards as the complement of its number.
    return index if index >= 0 else ~index


def _arc(topology: dict[str, Any], index: int) -> _Arc:
    (kx, ky), (dx, dy) = topology["transform"]["scale"], topology["transform"]["translate"]
    x = y = 0
    points = []
    for step_x, step_y in topology["arcs"][index]:
        x, y = x + step_x, y + step_y
        points.append(to_grid(x * kx + dx, y * ky + dy))
    return _Arc(tuple(points), tuple(effective_areas(points)))


def _row(item: dict[str, Any], arcs: dict[int, _Arc]) -> dict[str, str | float]:
    code = item["properties"]["areacd"]
    shift = SHETLAND_SHIFT if code == SHETLAND else (0.0, 0.0)
    close = _drawn(item, arcs, CLOSE)
    largest = max(close, key=_size)
    points = [point for ring in close for point in ring]
    x, y = _middle(largest)
    return {
        "area_code": code,
        "path": _path(_drawn(item, arcs, WHOLE), WHOLE, shift),
        "close": _path(close, CLOSE, (0.0, 0.0)),
        "x": round(x / 1000, 2),
        "y": round((TOP - y) / 1000, 2),
        "left": round(min(px for px, _ in points) / 1000, 2),
        "top": round((TOP - max(py for _, py in points)) / 1000, 2),
        "right": round(max(px for px, _ in points) / 1000, 2),
        "bottom": round((TOP - min(py for _, py in points)) / 1000, 2),
    }


def _drawn(item: dict[str, Any], arcs: dict[int, _Arc], scale: Scale) -> list[list[Point]]:
    rings = [_ring(ring, arcs, scale.detail) for ring in _rings(item)]
    largest = max(rings, key=_size)
    return [ring for ring in rings if ring is largest or _size(ring) >= scale.smallest]


def _ring(indices: Sequence[int], arcs: dict[int, _Arc], detail: float) -> list[Point]:
    ring: list[Point] = []
    for index in indices:
        arc = arcs[_own(index)]
        kept = [point for point, weight in zip(arc.points, arc.weights, strict=True) if weight >= detail]
        # A closed arc, an island, keeps at least a triangle and a bit of its own.
        if arc.points[0] == arc.points[-1] and len(kept) < 5:
            kept = _heaviest(arc, 5)
        ring.extend(kept if index >= 0 else reversed(kept))
    return ring


def _heaviest(arc: _Arc, count: int) -> list[Point]:
    order = sorted(range(len(arc.points)), key=lambda i: -arc.weights[i])[:count]
    return [arc.points[i] for i in sorted(order)]


def _size(ring: Sequence[Point]) -> float:
    return abs(_signed(ring))


def _signed(ring: Sequence[Point]) -> float:
    ahead = [*ring[1:], ring[0]]
    return sum(x1 * y2 - x2 * y1 for (x1, y1), (x2, y2) in zip(ring, ahead, strict=True)) / 2


def _middle(ring: Sequence[Point]) -> Point:
    size, x0, y0 = 0.0, *ring[0]
    x = y = 0.0
    for (x1, y1), (x2, y2) in zip(ring, [*ring[1:], ring[0]], strict=True):
        # Measured from the first point: the grid's large numbers would drown a small area's.
        cross = (x1 - x0) * (y2 - y0) - (x2 - x0) * (y1 - y0)
        size += cross
        x += (x1 + x2 - 2 * x0) * cross
        y += (y1 + y2 - 2 * y0) * cross
    return (x0 + x / (3 * size), y0 + y / (3 * size)) if size else (x0, y0)


def _path(rings: Iterable[Sequence[Point]], scale: Scale, shift: Point) -> str:
    return "".join(_closed([_snap(point, scale, shift) for point in ring]) for ring in rings)


def _snap(point: Point, scale: Scale, shift: Point) -> tuple[int, int]:
    return round((point[0] + shift[0]) / scale.metres), round((TOP - point[1] - shift[1]) / scale.metres)


def _closed(points: Sequence[tuple[int, int]]) -> str:
    x, y = points[0]
    steps = []
    for px, py in points[1:]:
        if (px, py) != (x, y):
            steps.append(f"{px - x}{'' if py - y < 0 else ' '}{py - y}")
            x, y = px, py
    # A step that begins with a minus needs no blank before it.
    line = "".join(step if step.startswith("-") or not i else f" {step}" for i, step in enumerate(steps))
    return f"M{points[0][0]} {points[0][1]}l{line}z" if len(steps) > 1 else f"M{points[0][0]} {points[0][1]}h1v1h-1z"
