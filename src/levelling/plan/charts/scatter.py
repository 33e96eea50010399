"""Places by two measures, with a cross at the level of the whole country."""

from textwrap import wrap

from levelling.plan.charts.axis import Axis, ticks, trimmed, written
from levelling.plan.charts.kinds import Scatter, Spot
from levelling.plan.charts.shapes import BAND_SHAPES
from levelling.plan.charts.svg import frame, num, text

WIDTH, HEIGHT = 720.0, 480.0
_LEFT, _RIGHT, _TOP, _BOTTOM = 70.0, 14.0, 14.0, 54.0
_FLOOR = HEIGHT - _BOTTOM
_ROOM = 26.0
"""How much is kept free above and below the places for the words in the corners."""
_LINE, _LINES = 26, 2
"""How many letters of the place's name stand in a line, and in how many lines."""
_DISC = "m-3 0a3 3 0 1 0 6 0a3 3 0 1 0-6 0"


def draw(chart: Scatter) -> str:
    """The drawing. Places beyond the most extreme fiftieth stand at the edge: triangles, or hollow where they are of classes."""
    here = [spot for spot in chart.spots if spot.role == "place"]
    level_up = chart.level if chart.level_up is None else chart.level_up
    ends = _ends([spot.across for spot in chart.spots], [spot.across for spot in here], chart.level)
    across = Axis(*ends, _LEFT, WIDTH - _RIGHT)
    ends = _ends([spot.up for spot in chart.spots], [spot.up for spot in here], level_up)
    up = Axis(*ends, _FLOOR - _ROOM, _TOP + _ROOM)
    parts = [_grid(chart, across, up, level_up), _cloud(chart, across, up), _corners(chart)]
    parts += [_named(spot, across, up) for spot in chart.spots if spot.role == "named"]
    parts += [_here(spot, across, up) for spot in here]
    return frame(chart.id, chart.title, chart.description, (0, 0, WIDTH, HEIGHT), "".join(parts), "scatter")


def _ends(values: list[float], keep: list[float], level: float) -> tuple[float, float]:
    low, high = trimmed(values, 0.02) if values else (level, level)
    # A place far beyond the rest stands at the edge: to hold it, the axis would press all others into a corner.
    near = [value for value in keep if low - (high - low) <= value <= high + (high - low)]
    low, high = min([low, level, *near]), max([high, level, *near])
    pad = (high - low) * 0.05 or abs(high) * 0.05 or 1.0
    return low - pad, high + pad


def _grid(chart: Scatter, across: Axis, up: Axis, level_up: float) -> str:
    columns = ticks(across.low, across.high, 7, chart.decimals)
    rows = ticks(up.low, up.high, 6, chart.decimals)
    lines = "".join(f"M{num(across(value))} {num(_TOP)}V{num(_FLOOR)}" for value in columns)
    lines += "".join(f"M{num(_LEFT)} {num(up(value))}H{num(WIDTH - _RIGHT)}" for value in rows)
    words = [text(across(value), _FLOOR + 19, written(value), "tick", "middle") for value in columns]
    words += [text(_LEFT - 7, up(value) + 4, written(value), "tick", "end") for value in rows]
    words.append(text((_LEFT + WIDTH - _RIGHT) / 2, HEIGHT - 8, chart.across, "axis-title", "middle"))
    middle = (_TOP + _FLOOR) / 2
    words.append(f'<g transform="translate(18 {num(middle)}) rotate(-90)">{text(0, 0, chart.up, "axis-title", "middle")}</g>')
    x, y = num(across(chart.level)), num(up(level_up))
    cross = f'<path class="level" d="M{x} {num(_TOP)}V{num(_FLOOR)}M{num(_LEFT)} {y}H{num(WIDTH - _RIGHT)}"/>'
    return f'<path class="grid" d="{lines}"/>{cross}{"".join(words)}'


def _corners(chart: Scatter) -> str:
    left, right, top, bottom = _LEFT + 8, WIDTH - _RIGHT - 8, _TOP + 16, _FLOOR - 8
    spots = ((left, top, "start"), (right, top, "end"), (left, bottom, "start"), (right, bottom, "end"))
    return "".join(text(x, y, words, "corner", anchor) for (x, y, anchor), words in zip(spots, chart.corners, strict=True))


def _cloud(chart: Scatter, across: Axis, up: Axis) -> str:
    """The places, one path for each class: hundreds of them are drawn as fast as one."""
    inside: dict[int | None, list[str]] = {}
    beyond: dict[int | None, list[str]] = {}
    for spot in chart.spots:
        if spot.role == "place":
            continue
        band = spot.band if chart.bands else None
        x, y = num(across(across.clamp(spot.across))), num(up(up.clamp(spot.up)))
        # A class keeps its shape at the edge, where it is drawn hollow: a triangle there would be read as the class of triangles.
        shape = _DISC if band is None else BAND_SHAPES[band % len(BAND_SHAPES)]
        if across.holds(spot.across) and up.holds(spot.up):
            inside.setdefault(band, []).append(f"M{x} {y}{shape}")
        else:
            beyond.setdefault(band, []).append(f"M{x} {y}{shape}" if chart.bands else f"M{x} {y}l4 6h-8z")
    # A class is there even when it is empty, so that the drawing's parts are the same for every place.
    order = [None, *range(len(chart.bands))] if chart.bands else [None]
    drawn = [_path("spot", band, inside.get(band, [])) for band in order]
    return "".join(drawn + [_path("beyond", band, beyond.get(band, [])) for band in order])


def _path(kind: str, band: int | None, spots: list[str]) -> str:
    if not spots:
        return ""
    shade = "" if band is None else f" k{band % 9}"
    return f'<path class="{kind}{shade}" d="{"".join(spots)}"/>'


def _named(spot: Spot, across: Axis, up: Axis) -> str:
    """The name of a place that is drawn among the others, on the side where there is more room."""
    x, y = across(across.clamp(spot.across)), up(up.clamp(spot.up))
    anchor, shift = ("end", -9.0) if x > (_LEFT + WIDTH - _RIGHT) / 2 else ("start", 9.0)
    return text(x + shift, y + 4, spot.name, "tag", anchor)


def _here(spot: Spot, across: Axis, up: Axis) -> str:
    x, y = across(across.clamp(spot.across)), up(up.clamp(spot.up))
    inside = across.holds(spot.across) and up.holds(spot.up)
    lines = wrap(spot.name if inside else f"{spot.name}, beyond the edge", _LINE, max_lines=_LINES, placeholder="…")
    anchor, shift = ("end", -12.0) if x > (_LEFT + WIDTH - _RIGHT) / 2 else ("start", 12.0)
    # Below the dot at the top and above it at the bottom, where a corner's words stand beside it.
    first = -12.0 - 20 * (len(lines) - 1) if y > _FLOOR - 60 else 26.0 if y < _TOP + 60 else 5.0
    words = "".join(text(x + shift, y + first + 20 * place, line, "name", anchor) for place, line in enumerate(lines))
    return f'<circle class="here" cx="{num(x)}" cy="{num(y)}" r="7"/>{words}'
