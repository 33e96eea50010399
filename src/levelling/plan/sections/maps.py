"""The UK twice: on real boundaries, where wide places are seen, and on equal hexagons, where every place is."""

from collections.abc import Mapping, Sequence

from levelling.atlas.shapes import Boundary
from levelling.core.area import Level
from levelling.core.classes import FIFTHS as BANDS
from levelling.core.classes import shares
from levelling.core.estimate import Estimate
from levelling.core.words import opened
from levelling.plan.charts.country import SHETLAND, captions, country_map, has_shapes
from levelling.plan.charts.kinds import Map, Tile
from levelling.plan.document import Figure, Label, Section, Table, Text, prose
from levelling.plan.shown import classed, figure
from levelling.plan.view import View, spoken

ORDER = 55
_SLUGS = ("gross-disposable-household-income-per-head", "employment-rate")
_CLOSE_UNITS = 40.0
"""Units of the close drawing to a kilometre."""
_WIDE = 110.0


def section(view: View) -> Section | None:
    """The maps of the measure that most authorities have; nothing where the figures hold no shapes."""
    if "map" not in view.shared:
        found = next((found for slug in _SLUGS if view.indicator(slug) and (found := view.atlas.column(slug, Level.LAD))), [])
        view.shared["map"] = (found, _bands(found), _table(found, _bands(found)) if found else None)
    estimates, bands, table = view.shared["map"]
    if not estimates or not has_shapes(view.atlas):
        return None
    indicator, period = estimates[0].indicator, estimates[0].period
    description = f"The UK's local authorities in five shades, {view.name} outlined."
    real, equal = country_map(view.atlas, "map", indicator.short, description, bands, BANDS, view.parts)
    charts = tuple(chart for chart in (real, _close(view, bands), equal) if chart)
    drawn = Figure(
        id="map",
        title=f"{indicator.title}, {period.label}",
        sentence=_sentence(view, estimates, bands),
        charts=charts,
        table=table,
        notes=(
            classed(estimates, bands, BANDS),
            prose(
                "Each class holds a fifth of the local authorities, so the classes say who is where in the order, "
                "not how far apart they are. On the hexagons the number is that of the class, from the lowest up."
            ),
        ),
    )
    return Section("maps", "On the map", "Maps", (drawn,))


def _bands(estimates: Sequence[Estimate]) -> dict[str, int]:
    return shares({item.area.code: item.value for item in estimates if item.value is not None})


def _sentence(view: View, estimates: Sequence[Estimate], bands: Mapping[str, int]) -> Text:
    own = next((item for item in estimates if item.area.code == view.area.code), None)
    if own is not None:
        return prose(
            Label(opened(view.said)),
            ", with ",
            figure(own),
            ", is in the ",
            f"{BANDS[bands[own.area.code]]} of the UK's local authorities.",
        )
    mine = [item for item in estimates if item.area.code in view.parts]
    if not mine:
        return prose("There is no figure for the parts of ", Label(view.said), ".")
    low, high = min(mine, key=lambda item: item.value or 0.0), max(mine, key=lambda item: item.value or 0.0)
    if low is high:
        return prose(Label(opened(view.said)), " is outlined. ", Label(spoken(low.area.name)), " has ", figure(low), ".")
    return prose(
        "In ",
        Label(view.said),
        ", it runs from ",
        figure(low),
        " in ",
        Label(spoken(low.area.name)),
        " to ",
        figure(high),
        " in ",
        Label(spoken(high.area.name)),
        ".",
    )


def _table(estimates: Sequence[Estimate], bands: Mapping[str, int]) -> Table:
    indicator, period = estimates[0].indicator, estimates[0].period
    rows = [
        (prose(Label(spoken(item.area.name))), (figure(item, unit=False),), prose(BANDS[bands[item.area.code]]))
        for item in sorted(estimates, key=lambda item: spoken(item.area.name))
    ]
    caption = f"{indicator.title}, {period.label}, every local authority ({indicator.unit})"
    return Table(caption, ("Local authority", "Figure", "Class"), tuple(rows), folded=True)


def _close(view: View, bands: Mapping[str, int]) -> Map | None:
    shapes = view.atlas.shapes.boundaries
    mine = [shapes[code] for code in view.parts if code in shapes]
    if not mine:
        return None
    left, top = min(item.box[0] for item in mine), min(item.box[1] for item in mine)
    right, bottom = max(item.box[2] for item in mine), max(item.box[3] for item in mine)
    size = max(right - left, bottom - top)
    if size > 260:
        return None
    # A place of one piece is seen among its neighbours; one of several is wide enough, and its parts are what is looked at.
    span = max(size * (2.1 if len(mine) == 1 else 1.35), 26.0)
    x, y = (left + right) / 2 - span / 2, (top + bottom) / 2 - span * 0.6
    box = (x, y, x + span, y + span * 1.2)
    shown = {code: shape for code, shape in shapes.items() if _meet(shape.box, box)}
    # Of a wide stretch the finer outline would be large and no better to look at. Shetland's coarse one is not in its place.
    fine = span < _WIDE or SHETLAND in shown
    unit = _CLOSE_UNITS if fine else 1.0
    names = captions(view.atlas, bands, BANDS)
    return Map(
        id="map-near",
        title=f"{view.name} and around it",
        description=f"{view.name}, outlined, among the local authorities around it, in the same five shades.",
        tiles=tuple(
            Tile(names[code], shape.close if fine else shape.path, bands.get(code), code in view.parts)
            for code, shape in shown.items()
        ),
        bands=BANDS,
        box=(x * unit, y * unit, span * unit, span * 1.2 * unit),
        labels=tuple((words, across * unit, down * unit) for words, across, down in _labels(view, shown, box)),
        kind="close",
    )


def _meet(one: tuple[float, float, float, float], other: tuple[float, float, float, float]) -> bool:
    return one[0] < other[2] and one[2] > other[0] and one[1] < other[3] and one[3] > other[1]


def _labels(
    view: View, shown: Mapping[str, Boundary], box: tuple[float, float, float, float]
) -> tuple[tuple[str, float, float], ...]:
    """Names of the largest areas whose names fit without touching one another, the place's own first."""
    span = box[2] - box[0]
    height = span / 26
    taken: list[tuple[float, float, float, float]] = []
    labels = []
    order = sorted(shown.values(), key=lambda item: (item.code not in view.parts, -_width(item)))
    for item in order:
        name = spoken(view.atlas.gazetteer.get(item.code).name)
        half = len(name) * height * 0.34
        x = min(max(item.x, box[0] + half), box[2] - half)
        room = (x - half, item.y - height, x + half, item.y + height * 0.4)
        inside = box[0] < item.x < box[2] and box[1] + height < item.y < box[3] - height
        if inside and (item.code in view.parts or _width(item) > half) and not any(_meet(room, other) for other in taken):
            taken.append(room)
            labels.append((name, x, item.y))
    return tuple(labels)


def _width(item: Boundary) -> float:
    return item.box[2] - item.box[0]
