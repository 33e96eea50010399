"""What was published, then what may come: a fan that widens, never a line alone."""

from collections.abc import Sequence

from levelling.plan.charts.axis import Axis, ticks, written
from levelling.plan.charts.kinds import Fan, Moment, Point
from levelling.plan.charts.svg import frame, num, text

WIDTH, HEIGHT = 520.0, 290.0
_LEFT, _RIGHT, _TOP, _BOTTOM = 50.0, 14.0, 26.0, 46.0


def draw(chart: Fan) -> str:
    """The drawing: the outer nine tenths pale, the inner half darker and edged, the middle dashed."""
    across, up = _axes(chart)
    parts = [_grid(chart, across, up)]
    if chart.moments:
        outer = [(moment.year, *moment.outer) for moment in chart.moments]
        inner = [(moment.year, *moment.inner) for moment in chart.moments]
        parts += [_spread(outer, "outer", across, up), _spread(inner, "inner", across, up)]
    parts.append(_line([(point.year, point.value) for point in chart.before], "before", across, up))
    parts.append(_line([(moment.year, moment.middle) for moment in chart.moments], "middle", across, up))
    parts.append(_line([(point.year, point.value) for point in chart.past], "past", across, up))
    parts.append(_divide(chart.past, chart.moments, across, up))
    return frame(chart.id, chart.title, chart.description, (0, 0, WIDTH, HEIGHT), "".join(parts), "fan")


def _axes(chart: Fan) -> tuple[Axis, Axis]:
    points = [*chart.past, *chart.before]
    years = [point.year for point in points] + [moment.year for moment in chart.moments] or [0.0]
    values = [point.value for point in points]
    values += [end for moment in chart.moments for end in (*moment.outer, *moment.inner, moment.middle)]
    low, high = min(values, default=0.0), max(values, default=1.0)
    pad = (high - low) * 0.06 or abs(high) * 0.05 or 1.0
    floor = 0.0 if low >= 0 and low - pad < 0 else low - pad
    first, last = min(years), max(years)
    if first == last:
        first, last = first - 0.5, last + 0.5
    return Axis(first, last, _LEFT + 8, WIDTH - _RIGHT - 8), Axis(floor, high + pad, HEIGHT - _BOTTOM, _TOP)


def _grid(chart: Fan, across: Axis, up: Axis) -> str:
    marks = ticks(up.low, up.high, 5, chart.decimals)
    lines = "".join(f"M{num(_LEFT)} {num(up(value))}H{num(WIDTH - _RIGHT)}" for value in marks)
    words = [text(_LEFT - 6, up(value) + 4, written(value), "tick", "end") for value in marks]
    years = ticks(across.low, across.high, 5, 0)
    words += [text(across(year), up.start + 20, f"{year:.0f}", "tick", "middle") for year in years]
    words.append(text(_LEFT, HEIGHT - 6, chart.unit, "tick"))
    return f'<path class="grid" d="{lines}"/>{"".join(words)}'


def _spread(ends: Sequence[tuple[float, float, float]], kind: str, across: Axis, up: Axis) -> str:
    if len(ends) == 1:
        ((year, low, high),) = ends
        x = across(year)
        return f'<path class="fan-{kind}" d="M{num(x - 4)} {num(up(high))}h8V{num(up(low))}h-8z"/>'
    there = [f"{num(across(year))} {num(up(high))}" for year, _, high in ends]
    back = [f"{num(across(year))} {num(up(low))}" for year, low, _ in reversed(ends)]
    return f'<path class="fan-{kind}" d="M{"L".join(there + back)}z"/>'


def _line(points: Sequence[tuple[float, float]], kind: str, across: Axis, up: Axis) -> str:
    if not points:
        return ""
    spots = [f"{num(across(year))} {num(up(value))}" for year, value in points]
    if len(spots) > 1:
        return f'<path class="fan-{kind}" d="M{"L".join(spots)}"/>'
    return f'<path class="fan-{kind}" d="M{spots[0]}m-4 0h8"/>'


def _divide(past: Sequence[Point], moments: Sequence[Moment], across: Axis, up: Axis) -> str:
    """A line where publishing ends, with words on both sides where they fit."""
    if not past or not moments:
        return ""
    last = max(point.year for point in past)
    x = across(last)
    drawn = f'<path class="divide" d="M{num(x)} {num(_TOP - 14)}V{num(up.start)}"/>'
    if x - _LEFT > 110:
        drawn += text(x - 7, _TOP - 6, "published", "tick", "end")
    if WIDTH - _RIGHT - x > 140:
        drawn += text(x + 7, _TOP - 6, "may come", "tick")
    return drawn
