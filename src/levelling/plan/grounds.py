"""Maps of who covers a place: one for each ground, with local authorities by the share of their people inside it."""

from collections.abc import Mapping, Sequence

from levelling.atlas import Atlas
from levelling.atlas.shapes import Boundary
from levelling.core.words import listed, opened
from levelling.plan.charts.country import SHETLAND, has_shapes
from levelling.plan.charts.kinds import Map, Tile
from levelling.plan.charts.shapes import letter
from levelling.plan.view import spoken
from levelling.solutions.coverage import Body, Coverage, Covering, called

BANDS = ("outside", "up to half of its people inside", "more than half inside", "all inside")
_MOST = 6
"""How many grounds are drawn: the two that fit worst, and those with most of the place's people."""
_MANY = 30
"""A place with more grounds than this, such as a nation, shows the two that fit worst alone."""
_HALF, _ALL = 0.5, 0.99
_LETTERING = 26
"""A map's width in heights of its lettering: see `charts.maps`."""
_SMALL = 0.09
"""A place less than this part of the map wide is ringed."""
_Box = tuple[float, float, float, float]


def grounds(atlas: Atlas, found: Coverage, parts: frozenset[str]) -> tuple[Map, ...]:
    """A map of each ground that bodies over a place have, the smallest first; none where there is one ground alone.

    Bodies with the same ground share a map. Those that cover the place's whole nation, such as Scotland's police, are not drawn.

    Args:
        atlas: Where the shapes are read.
        found: Who covers the place.
        parts: Codes of the local authorities that make up the place.
    """
    if not has_shapes(atlas) or SHETLAND in parts:
        return ()
    chosen = _chosen(atlas, found)
    if len(chosen) < 2:
        return ()
    shares = [_shares(atlas, items[0].body) for items in chosen]
    shapes = atlas.shapes.boundaries
    inside = {code for share in shares for code, part in share.items() if part >= _HALF and code in shapes} | parts
    if SHETLAND in inside:
        return ()
    box = _around([shapes[code] for code in sorted(inside)])
    shown = {code: shape for code, shape in shapes.items() if _meet(shape.box, box) and code != SHETLAND}
    ring = _ring([shapes[code] for code in sorted(parts)], box)
    return tuple(
        _map(atlas, at, found, items, share, shown, parts, box, ring)
        for at, (items, share) in enumerate(zip(chosen, shares, strict=True), 1)
    )


def _chosen(atlas: Atlas, found: Coverage) -> list[list[Covering]]:
    alike: dict[frozenset[int], list[Covering]] = {}
    for item in found.bodies:
        alike.setdefault(item.body.cells, []).append(item)
    nation = (
        atlas.movements.crossings.people(atlas.gazetteer.get(_NATIONS[found.area.nation])) if found.area.nation in _NATIONS else 0
    )
    drawn = [items for items in alike.values() if items[0].body.people != nation]
    worst = {id(body) for body in (found.worst.smaller, found.worst.larger)} if found.worst else set()
    drawn.sort(key=lambda items: (not any(id(item.body) in worst for item in items), -items[0].people, items[0].body.people))
    return sorted(drawn[: _MOST if len(drawn) <= _MANY else 2], key=lambda items: items[0].body.people)


_NATIONS = {"E": "E92000001", "W": "W92000004", "S": "S92000003", "N": "N92000002"}


def _shares(atlas: Atlas, body: Body) -> dict[str, float]:
    """The share of each local authority's people who live on a body's ground."""
    overlaps = atlas.movements.crossings
    people: dict[str, int] = {}
    for cell in body.cells:
        one = overlaps.cells[cell]
        people[one.lad] = people.get(one.lad, 0) + one.people
    return {code: count / overlaps.people_in(overlaps.grouped_by("lad")[code]) for code, count in people.items()}


def _band(share: float) -> int:
    """The class of a share.

    Example:
        >>> [_band(share) for share in (0, 0.3, 0.6, 1)]
        [0, 1, 2, 3]
    """
    if share <= 0:
        return 0
    return 3 if share >= _ALL else 2 if share > _HALF else 1


def _map(  # noqa: PLR0913, PLR0917 - what one drawing shares with the others
    atlas: Atlas,
    at: int,
    found: Coverage,
    items: Sequence[Covering],
    shares: Mapping[str, float],
    shown: Mapping[str, Boundary],
    parts: frozenset[str],
    box: _Box,
    ring: tuple[float, float, float] | None,
) -> Map:
    bands = {code: _band(shares.get(code, 0.0)) for code in shown}
    names = {code: spoken(atlas.gazetteer.get(code).name) for code in shown}
    title = opened(listed([called(item.body) for item in items]))
    return Map(
        id=f"ground-{at}",
        title=f"The ground of {title}",
        caption=title,
        description=f"Authorities by how many of their people live on the ground of {title}. {found.area.name} is outlined.",
        tiles=tuple(
            Tile(f"{names[code]}: {BANDS[bands[code]]}", shape.path, bands[code], code in parts) for code, shape in shown.items()
        ),
        bands=BANDS,
        box=(box[0], box[1], box[2] - box[0], box[3] - box[1]),
        marker=ring,
        labels=_numbers(shown, bands, box),
        kind="close",
    )


def _numbers(shown: Mapping[str, Boundary], bands: Mapping[str, int], box: _Box) -> tuple[tuple[str, float, float], ...]:
    """The number of its class in every authority that is wide enough, save those outside, the widest first."""
    height = (box[2] - box[0]) / _LETTERING
    taken: list[tuple[float, float]] = []
    found = []
    for code, shape in sorted(shown.items(), key=lambda item: item[1].box[0] - item[1].box[2]):
        x, y = shape.x, shape.y + height * 0.35
        wide = shape.box[2] - shape.box[0] > height
        inside = box[0] < x < box[2] and box[1] + height < y < box[3]
        if bands[code] and wide and inside and all(abs(x - a) > height or abs(y - b) > height for a, b in taken):
            taken.append((x, y))
            found.append((letter(bands[code], "ordered"), x, y))
    return tuple(found)


def _around(shapes: Sequence[Boundary]) -> _Box:
    left, top = min(shape.box[0] for shape in shapes), min(shape.box[1] for shape in shapes)
    right, bottom = max(shape.box[2] for shape in shapes), max(shape.box[3] for shape in shapes)
    # Room at the edges, and a shape near a square, so that several maps stand well side by side.
    side = max(right - left, bottom - top) * 1.08
    wide, high = max(right - left, side * 0.8), max(bottom - top, side * 0.8)
    x, y = (left + right) / 2, (top + bottom) / 2
    return (x - wide * 0.54, y - high * 0.54, x + wide * 0.54, y + high * 0.54)


def _ring(shapes: Sequence[Boundary], box: _Box) -> tuple[float, float, float] | None:
    left, top = min(shape.box[0] for shape in shapes), min(shape.box[1] for shape in shapes)
    right, bottom = max(shape.box[2] for shape in shapes), max(shape.box[3] for shape in shapes)
    size, width = max(right - left, bottom - top), box[2] - box[0]
    return ((left + right) / 2, (top + bottom) / 2, width * _SMALL * 0.7) if size < width * _SMALL else None


def _meet(one: _Box, other: _Box) -> bool:
    return one[0] < other[2] and one[2] > other[0] and one[1] < other[3] and one[3] > other[1]
