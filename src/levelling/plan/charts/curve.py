"""Running shares against running shares, with the straight line on which both are equal."""

from levelling.plan.charts.axis import Axis
from levelling.plan.charts.kinds import Curve
from levelling.plan.charts.svg import frame, num, text

_WIDTH, _HEIGHT = 720.0, 480.0
_LEFT, _RIGHT, _TOP, _BOTTOM = 80.0, 24.0, 14.0, 54.0
_FLOOR = _HEIGHT - _BOTTOM
_MARKS = (0, 20, 40, 60, 80, 100)


def draw(chart: Curve) -> str:
    """The drawing: both axes from nought to a hundred per cent."""
    across, up = Axis(0, 100, _LEFT, _WIDTH - _RIGHT), Axis(0, 100, _FLOOR, _TOP)
    path = "L".join(f"{num(across(x))} {num(up(y))}" for x, y in chart.points)
    straight = f'<path class="level" d="M{num(_LEFT)} {num(_FLOOR)}L{num(_WIDTH - _RIGHT)} {num(_TOP)}"/>'
    parts = [_grid(chart, across, up), straight, f'<path class="line place" d="M{path}"/>']
    parts.append(text(_LEFT + 12, _TOP + 20, chart.above, "corner"))
    parts.append(text(_WIDTH - _RIGHT - 12, _FLOOR - 12, chart.below, "corner", "end"))
    return frame(chart.id, chart.title, chart.description, (0, 0, _WIDTH, _HEIGHT), "".join(parts), "scatter")


def _grid(chart: Curve, across: Axis, up: Axis) -> str:
    lines = "".join(f"M{num(across(mark))} {num(_TOP)}V{num(_FLOOR)}" for mark in _MARKS)
    lines += "".join(f"M{num(_LEFT)} {num(up(mark))}H{num(_WIDTH - _RIGHT)}" for mark in _MARKS)
    words = [text(across(mark), _FLOOR + 19, f"{mark}%", "tick", "middle") for mark in _MARKS[:-1]]
    words.append(text(_WIDTH - _RIGHT + 20, _FLOOR + 19, "100%", "tick", "end"))
    words += [text(_LEFT - 7, up(mark) + 4, f"{mark}%", "tick", "end") for mark in _MARKS]
    words.append(text((_LEFT + _WIDTH - _RIGHT) / 2, _HEIGHT - 8, chart.across, "axis-title", "middle"))
    middle = (_TOP + _FLOOR) / 2
    words.append(f'<g transform="translate(18 {num(middle)}) rotate(-90)">{text(0, 0, chart.up, "axis-title", "middle")}</g>')
    return f'<path class="grid" d="{lines}"/>{"".join(words)}'
