"""Drawing boxes and arrows: layers from left to right, words that wrap, and each arrow's sign as a symbol and a stroke."""

import textwrap
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache

from levelling.plan.charts.boxes import Box, Diagram
from levelling.plan.charts.layering import Laid, depths, lay
from levelling.plan.charts.svg import escape, num

WIDTH, _ROOM = 168.0, 76.0
"""How wide a box is, and the room between two layers."""
_GAP, _PORT = 22.0, 21.0
"""The space between boxes, and between two arrows at one box: a sign's circle and a little more."""
_LINE, _SMALL, _PAD = 17.0, 14.0, 11.0
_HEAD = 34.0
_LETTERS, _SMALL_LETTERS = 18, 23
"""How many letters a line of a box holds, at the widths of common typefaces."""
_PAPER = 1_260.0
"""How wide a drawing may be to be read on a sheet held upright; a wider one is printed across."""
_STROKES = {"+": "more", "-": "less", "0": "nothing", "?": "unknown"}


@dataclass(frozen=True, slots=True)
class _Placed:
    """A box with its words in lines, and where it stands."""

    box: Box
    lines: tuple[str, ...]
    under: tuple[str, ...]
    left: float
    top: float
    height: float


def draw(chart: Diagram) -> str:
    """The drawing, in a region of its own that a small screen scrolls."""
    inner, width, height = _drawn(chart)
    name = escape(f"Drawing: {chart.title}")
    key = escape(chart.id)
    broad = " broad" if width > _PAPER else ""
    return (
        f'<div class="flow-room{broad}" role="region" aria-label="{name}" tabindex="0"><svg class="flow" width="{num(width)}" '
        f'height="{num(height)}" viewBox="0 0 {num(width)} {num(height)}" role="img" aria-labelledby="{key}-t {key}-d">'
        f'<title id="{key}-t">{escape(chart.title)}</title><desc id="{key}-d">{escape(chart.description)}</desc>'
        f"{inner}</svg></div>"
    )


def standalone(chart: Diagram) -> str:
    """The drawing as a file of its own, with its looks in it."""
    inner, width, height = _drawn(chart)
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" class="flow" width="{num(width)}" height="{num(height)}" '
        f'viewBox="0 0 {num(width)} {num(height)}" role="img" aria-labelledby="t d">'
        f'<title id="t">{escape(chart.title)}</title><desc id="d">{escape(chart.description)}</desc>'
        f"<style>{_looks()}</style>"
        f'<rect width="100%" height="100%" fill="#fff"/>{inner}</svg>\n'
    )


@cache
def _looks() -> str:
    return (
        "text{font-family:system-ui,-apple-system,'Segoe UI',Roboto,Arial,sans-serif;fill:#17212e;font-size:14px}"
        ".under,.lane-name{fill:#4b5866}.under{font-size:12px}.lane-name{font-size:13px;font-weight:600}"
        ".lane{fill:#f3f0e8}.box{fill:#fff;stroke:#17212e;stroke-width:1.3}.box.own{stroke:#d9480f;stroke-width:3}"
        ".arrow{fill:none;stroke:#14274a;stroke-width:1.7}.arrow.less{stroke:#8c1d40;stroke-dasharray:8 4}"
        ".arrow.nothing{stroke:#4b5866;stroke-dasharray:1.5 4;stroke-linecap:round;stroke-width:2.2}"
        ".arrow.unknown{stroke:#4b5866;stroke-dasharray:9 3 2 3}.tip{fill:#14274a}.tip.less{fill:#8c1d40}"
        ".tip.nothing,.tip.unknown{fill:#4b5866}.ring{fill:#fff;stroke:#17212e;stroke-width:1.2}"
        "text.sign{font-weight:700;text-anchor:middle}"
    )


def _drawn(chart: Diagram) -> tuple[str, float, float]:
    ends = [(arrow.start, arrow.end) for arrow in chart.arrows]
    bands = {box.key: box.band if chart.bands else -1 for box in chart.boxes}
    words = {box.key: _wrapped(box) for box in chart.boxes}
    heights = {box.key: _height(words[box.key], box.key, ends) for box in chart.boxes}
    laid = lay(bands, ends, heights, _GAP)
    layer = depths(bands, ends)
    head = _HEAD if chart.bands else 0.0
    placed = {
        box.key: _Placed(
            box,
            *words[box.key],
            _PAD + 16 + layer[box.key] * (WIDTH + _ROOM),
            head + _PAD + laid.middle[box.key] - heights[box.key] / 2,
            heights[box.key],
        )
        for box in chart.boxes
    }
    width = 2 * _PAD + 32 + len(laid.layers) * (WIDTH + _ROOM) - _ROOM
    height = max((one.top + one.height for one in placed.values()), default=0.0) + 2 * _PAD
    height = max([height, *(head + place + 2 * _PAD for place in laid.middle.values())])
    lanes = "".join(_lanes(chart, bands, layer, height))
    arrows = "".join(_arrows(chart, laid, placed, layer, head))
    boxes = "".join(map(_box, placed.values()))
    return f"{lanes}{arrows}{boxes}", width, height


def _wrapped(box: Box) -> tuple[tuple[str, ...], tuple[str, ...]]:
    return tuple(textwrap.wrap(box.label, _LETTERS)), tuple(textwrap.wrap(box.under, _SMALL_LETTERS))


def _height(words: tuple[tuple[str, ...], tuple[str, ...]], key: str, ends: Sequence[tuple[str, str]]) -> float:
    lines, under = words
    text = 2 * _PAD + len(lines) * _LINE + (len(under) * _SMALL + 4 if under else 0.0)
    most = max(sum(start == key for start, _ in ends), sum(end == key for _, end in ends))
    return max(text, most * _PORT)


def _lanes(chart: Diagram, bands: Mapping[str, int], layer: Mapping[str, int], height: float) -> Iterator[str]:
    """A lane behind the boxes of each band, with its name."""
    for band, name in enumerate(chart.bands):
        mine = [layer[key] for key in bands if bands[key] == band]
        if mine:
            left = min(mine) * (WIDTH + _ROOM) + _PAD
            across = (max(mine) - min(mine)) * (WIDTH + _ROOM) + WIDTH + 32
            yield f'<rect class="lane" x="{num(left)}" y="0" width="{num(across)}" height="{num(height)}" rx="4"/>'
            yield f'<text class="lane-name" x="{num(left + 16)}" y="22">{escape(name)}</text>'


def _box(one: _Placed) -> str:
    own = " own" if one.box.here else ""
    shape = (
        f'<rect class="box{own}" x="{num(one.left)}" y="{num(one.top)}" width="{num(WIDTH)}" height="{num(one.height)}" rx="5"/>'
    )
    text = len(one.lines) * _LINE + (len(one.under) * _SMALL + 4 if one.under else 0.0)
    y = one.top + (one.height - text) / 2 + 13
    left = num(one.left + _PAD)
    words = "".join(
        f'<text class="label" x="{left}" y="{num(y + at * _LINE)}">{escape(line)}</text>' for at, line in enumerate(one.lines)
    )
    y += len(one.lines) * _LINE + 2
    words += "".join(
        f'<text class="under" x="{left}" y="{num(y + at * _SMALL)}">{escape(line)}</text>' for at, line in enumerate(one.under)
    )
    return shape + words


def _arrows(chart: Diagram, laid: Laid, placed: Mapping[str, _Placed], layer: Mapping[str, int], head: float) -> Iterator[str]:
    leaves, comes = _ports(laid, placed)
    for at, (arrow, chain) in enumerate(zip(chart.arrows, laid.chains, strict=True)):
        kind = _STROKES.get(arrow.sign, "unknown")
        first, last = placed[arrow.start], placed[arrow.end]
        x, y = first.left + WIDTH, leaves[at]
        stop, down = last.left - 7, comes[at]
        path = f"M{num(x)} {num(y)}"
        if layer[arrow.end] <= layer[arrow.start]:
            path += f"C{num(x + 90)} {num(y + 70)} {num(stop - 100)} {num(down + 70)} {num(stop - 22)} {num(down)}H{num(stop)}"
        else:
            for bend in chain[1:-1]:
                near = first.left + (int(bend.rpartition(":")[2]) - layer[arrow.start]) * (WIDTH + _ROOM)
                far = head + _PAD + laid.middle[bend]
                path += _curve(x, y, near, far) + f"H{num(near + WIDTH)}"
                x, y = near + WIDTH, far
            path += _curve(x, y, stop - 24, down) + f"H{num(stop)}"
        yield f'<path class="arrow {kind}" d="{path}"/>'
        yield f'<path class="tip {kind}" d="M{num(last.left)} {num(down)}l-9-4.5v9z"/>'
        yield f'<circle class="ring" cx="{num(stop - 14)}" cy="{num(down)}" r="9"/>'
        sign = escape(arrow.sign.replace("-", "\u2212"))
        yield f'<text class="sign label" x="{num(stop - 14)}" y="{num(down + 5)}" text-anchor="middle">{sign}</text>'


def _curve(x: float, y: float, to_x: float, to_y: float) -> str:
    pull = (to_x - x) / 2
    return f"C{num(x + pull)} {num(y)} {num(to_x - pull)} {num(to_y)} {num(to_x)} {num(to_y)}"


def _ports(laid: Laid, placed: Mapping[str, _Placed]) -> tuple[dict[int, float], dict[int, float]]:
    """How far down each arrow leaves its first box and comes to its last: in the order of where it comes from or goes."""
    leaves: dict[int, float] = {}
    comes: dict[int, float] = {}
    out: dict[str, list[tuple[float, int]]] = {}
    into: dict[str, list[tuple[float, int]]] = {}
    for at, chain in enumerate(laid.chains):
        out.setdefault(chain[0], []).append((laid.middle[chain[1]], at))
        into.setdefault(chain[-1], []).append((laid.middle[chain[-2]], at))
    for side, found in ((out, leaves), (into, comes)):
        for key, ends in side.items():
            one = placed[key]
            for place, (_, at) in enumerate(sorted(ends)):
                found[at] = one.top + (place + 0.5) * one.height / len(ends)
    return leaves, comes
