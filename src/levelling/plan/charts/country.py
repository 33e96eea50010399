"""The UK twice: on real boundaries, where wide places are seen, and on equal hexagons, where every place is."""

from collections.abc import Mapping, Sequence
from typing import TypeVar

from levelling.atlas import Atlas
from levelling.atlas.shapes import SHETLAND_BOX, Boundary
from levelling.core.area import Area, Level
from levelling.plan.charts.kinds import Map, Tile
from levelling.plan.charts.maps import hexagon
from levelling.plan.view import spoken

_T = TypeVar("_T")

_SHEET = (0.0, 0.0, 662.0, 1074.0)
_SMALL = 45.0
"""How wide, in kilometres, a place may be and still be ringed, so that it is found on the map of the whole UK."""
SHETLAND = "S12000027"


def country_map(  # noqa: PLR0913, PLR0917 - what a map needs is what its two drawings need
    atlas: Atlas,
    id: str,  # noqa: A002 - the name every chart's field has
    title: str,
    description: str,
    bands: Mapping[str, int | None],
    names: Sequence[str],
    here: frozenset[str] = frozenset(),
    palette: str = "ordered",
    axes: tuple[str, str] | None = None,
) -> tuple[Map, Map]:
    """Local authorities filled by class, on real boundaries and as equal hexagons with the class written in each.

    Args:
        atlas: Where the shapes are read.
        id: What the drawings' own ids begin with: `{id}-uk` and `{id}-hex`.
        title: What is shown, in a few words.
        description: What is shown, for one who cannot see it, as a sentence.
        bands: The class of each local authority by code, from 0; `None` or nothing where there is no figure. For areas that are
            not local authorities, `spread` them first.
        names: What each class is, for the key.
        here: Codes of the authorities to outline.
        palette: `ordered`, `kinds` or `pair`.
        axes: For `pair`: what the two measures are, the first and the second.

    Returns:
        The map on real boundaries and the map of hexagons, to stand together in one `Figure`.
    """
    shapes = atlas.shapes.boundaries
    labels = captions(atlas, bands, names)
    written = "letter" if palette == "kinds" else "number"
    real = Map(
        id=f"{id}-uk",
        title=f"{title}, on real boundaries",
        caption="Real boundaries",
        description=f"{description} Drawn on real boundaries; Shetland is drawn nearer than it lies.",
        tiles=tuple(Tile(labels[code], shape.path, bands.get(code), code in here) for code, shape in shapes.items()),
        bands=tuple(names),
        box=_SHEET,
        marker=_ring([shapes[code] for code in sorted(here) if code in shapes]),
        inset=SHETLAND_BOX,
        palette=palette,
        axes=axes,
    )
    tiles, right, bottom = [], 0.0, 0.0
    for code, item in atlas.shapes.hexagons.items():
        path, x, y = hexagon(item.column, item.row)
        tiles.append(Tile(labels[code], path, bands.get(code), code in here, (x, y)))
        right, bottom = max(right, x + 8), max(bottom, y + 9)
    equal = Map(
        id=f"{id}-hex",
        title=f"{title}, one equal hexagon for each authority",
        caption="One equal hexagon for each authority",
        description=f"{description} Each local authority is a hexagon of the same size, with the {written} of its class.",
        tiles=tuple(tiles),
        bands=tuple(names),
        box=(-2.0, -2.0, right + 2, bottom + 2),
        kind="hexes",
        palette=palette,
        axes=axes,
    )
    return real, equal


def captions(atlas: Atlas, bands: Mapping[str, int | None], names: Sequence[str]) -> dict[str, str]:
    """What is shown where the pointer rests on an authority: its name and its class."""
    found = {}
    for code in dict.fromkeys([*atlas.shapes.boundaries, *atlas.shapes.hexagons]):
        band = bands.get(code)
        found[code] = f"{spoken(atlas.gazetteer.get(code).name)}: {'no figure' if band is None else names[band]}"
    return found


def spread(atlas: Atlas, level: Level, values: Mapping[str, _T], areas: Sequence[Area] | None = None) -> dict[str, _T]:
    """Give each local authority what the larger area it lies in has, so that larger areas are shown by colouring them.

    An authority that lies in several (many travel-to-work areas cross borders) takes that of the one where most of its people
    live, and nothing where that cannot be counted.

    Args:
        atlas: Where it is read what lies in what.
        level: The level of the larger areas.
        values: Something for each of them, by code.
        areas: The larger areas, where they are not all those of today, such as the ITL areas of 2021.

    Returns:
        The same, by code of local authority; none where the larger area has none.

    Example:
        >>> atlas = Atlas.open()
        >>> spread(atlas, Level.REGION, {"E12000001": "north"})["E06000001"]
        'north'
    """
    if level is Level.LAD:
        return dict(values)
    found = {}
    for code, body in holders(atlas, level, areas).items():
        if body in values:
            found[code] = values[body]
    return found


def holders(atlas: Atlas, level: Level, areas: Sequence[Area] | None = None) -> dict[str, str]:
    """The area that holds most people of each local authority, by code; nothing where none does, or none is known to.

    Args:
        atlas: Where it is read what lies in what.
        level: The level of the areas.
        areas: The areas; all of the level of today where they are not given.
    """
    gazetteer = atlas.gazetteer
    bodies: dict[str, list[str]] = {}
    for area in gazetteer.all(level) if areas is None else areas:
        for member in gazetteer.members(area, Level.LAD):
            bodies.setdefault(member.code, []).append(area.code)
    found = ((code, _most(atlas, code, level, held)) for code, held in bodies.items())
    return {code: body for code, body in found if body is not None}


def _most(atlas: Atlas, code: str, level: Level, bodies: Sequence[str]) -> str | None:
    if len(bodies) == 1:
        return bodies[0]
    gazetteer = atlas.gazetteer
    people = {body: row.people for body in bodies for row in gazetteer.members_of.get((body, level), ()) if row.member == code}
    counted = {body: count for body, count in people.items() if count is not None}
    if set(counted) != set(bodies):
        return None
    return max(counted, key=lambda body: (counted[body], body))


def has_shapes(atlas: Atlas) -> bool:
    """Whether the figures hold the shapes that maps are drawn from."""
    return "boundaries" in {file.name for file in atlas.store.ledger.files}


def _ring(shapes: Sequence[Boundary]) -> tuple[float, float, float] | None:
    if not shapes:
        return None
    left, top = min(item.box[0] for item in shapes), min(item.box[1] for item in shapes)
    right, bottom = max(item.box[2] for item in shapes), max(item.box[3] for item in shapes)
    size = max(right - left, bottom - top)
    if size > _SMALL or any(item.code == SHETLAND for item in shapes):
        return None
    return ((left + right) / 2, (top + bottom) / 2, max(size * 0.75, 13.0))
