"""A strip: every place of a kind as a tick, taller where many are, and the place among them with its interval."""

import math
from collections import Counter
from functools import lru_cache

from levelling.plan.charts.axis import Axis, ticks, trimmed, written
from levelling.plan.charts.kinds import Dot, Strip
from levelling.plan.charts.shapes import mark
from levelling.plan.charts.svg import frame, num, text

WIDTH, HEIGHT = 400, 58
_EDGE = 9.0
_STEP = 3
"""How far apart the ticks stand."""
_FAR = 1.5
"""How far beyond the rest a place may lie, in breadths of the rest, before it is set at the edge as a triangle."""
_PLACE, _GROUND, _AXIS = 13.0, 38.0, 53.0


def draw(strip: Strip) -> str:
    """The drawing. Values beyond the most extreme hundredth at each end are left off."""
    axis = _axis(strip)
    parts = [_spread(strip.spread, axis), _ticks(strip, axis)]
    # The place last, so that it lies on top, and the UK before it: its nation often stands in the same spot.
    ordered = sorted(strip.dots, key=lambda item: (item.role == "place", item.role == "uk"))
    parts += [_place(dot, axis) if dot.role == "place" else _mark(dot, axis) for dot in ordered]
    return frame(strip.id, strip.title, strip.description, (0, 0, WIDTH, HEIGHT), "".join(parts), "strip")


def _axis(strip: Strip) -> Axis:
    # The same for every place but those that lie beyond the rest: then the drawing of the rest is the same too.
    ends = list(_ends(strip.spread)) if len(strip.spread) > 1 else []
    room = _FAR * (ends[1] - ends[0]) if ends else math.inf
    for dot in strip.dots:
        wanted = [dot.value, *(end for end in (dot.lower, dot.upper) if end is not None and dot.role == "place")]
        ends += [end for end in wanted if not ends or min(ends) - room <= end <= max(ends) + room]
    low, high = min(ends), max(ends)
    if low == high:
        low, high = low - 1, high + 1
    return Axis(low, high, _EDGE, WIDTH - _EDGE)


@lru_cache(maxsize=1024)
def _ends(spread: tuple[float, ...]) -> tuple[float, float]:
    return trimmed(spread)


@lru_cache(maxsize=1024)
def _spread(spread: tuple[float, ...], axis: Axis) -> str:
    scale = (axis.end - axis.start) / (axis.high - axis.low) / _STEP
    first = axis.start / _STEP - axis.low * scale
    counts = Counter([round(first + value * scale) for value in spread if axis.low <= value <= axis.high])
    if not counts:
        return ""
    most = max(counts.values())
    line, at, above = f"M0 {num(_GROUND)}", 0, 0
    for x, count in sorted(counts.items()):
        height = round(4 + 13 * count / most)
        line += f"m{_STEP * x - at} {above}v-{height}"
        at, above = _STEP * x, height
    return f'<path class="spread" d="{line}"/>'


def _ticks(strip: Strip, axis: Axis) -> str:
    line = f'<path class="axis" d="M{num(_EDGE)} {num(_GROUND)}H{num(WIDTH - _EDGE)}"/>'
    labels = []
    for value in ticks(axis.low, axis.high, 4, strip.decimals):
        x = axis(value)
        anchor = "start" if x < 20 else "end" if x > WIDTH - 20 else "middle"
        labels.append(text(x, _AXIS, written(value), "tick", anchor))
    return line + "".join(labels)


def _place(dot: Dot, axis: Axis) -> str:
    if not axis.holds(dot.value):
        x, way = (axis.end, -9) if dot.value > axis.high else (axis.start, 9)
        return f'<path class="here" d="M{num(x)} {num(_PLACE)}l{way} -6v12z"/>'
    x = axis(dot.value)
    bar = ""
    if dot.lower is not None and dot.upper is not None:
        left, right = axis(axis.clamp(dot.lower)), axis(axis.clamp(dot.upper))
        y = num(_PLACE)
        bar = f'<path class="bar" d="M{num(left)} {y}H{num(right)}M{num(left)} 8v10M{num(right)} 8v10"/>'
    drop = f'<path class="drop" d="M{num(x)} {num(_PLACE)}V{num(_GROUND)}"/>'
    return f'{drop}{bar}<circle class="here" cx="{num(x)}" cy="{num(_PLACE)}" r="6"/>'


def _mark(dot: Dot, axis: Axis) -> str:
    return mark(dot.role, axis(axis.clamp(dot.value)), _GROUND - 8)
