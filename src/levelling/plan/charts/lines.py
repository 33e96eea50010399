"""Series through time, with the interval as a band and a mark where the meaning changed."""

from collections.abc import Iterable

from levelling.plan.charts.axis import Axis, ticks, written
from levelling.plan.charts.kinds import Line, Lines, Point
from levelling.plan.charts.svg import frame, num, text

_NARROW, _WIDE = (400.0, 190.0), (720.0, 300.0)
_LEFT, _RIGHT, _TOP, _BOTTOM = 44.0, 10.0, 12.0, 26.0


def draw(chart: Lines) -> str:
    """The drawing. A line is broken where its series is: what lies on both sides is not the same measure."""
    width, height = _WIDE if chart.wide else _NARROW
    across, up = _axes(chart, width, height)
    parts = [_grid(chart, across, up, width)]
    parts += _breaks(chart, across, height)
    for line in chart.lines:
        for run in unbroken(line, chart.breaks):
            parts.append(_band(run, across, up) if line.role == "place" else "")
            parts.append(_stroke(run, line.role, across, up))
    kind = "lines wide" if chart.wide else "lines"
    return frame(chart.id, chart.title, chart.description, (0, 0, width, height), "".join(parts), kind)


def _breaks(chart: Lines, across: Axis, height: float) -> Iterable[str]:
    written = -_NARROW[0]
    for moment in sorted(chart.breaks):
        if across.low < moment < across.high:
            x = across(moment)
            yield f'<path class="break" d="M{num(x)} {num(_TOP)}V{num(height - _BOTTOM)}"/>'
            if x - written > 40:
                yield text(x + 3, _TOP + 9, "break", "tick")
                written = x


def _axes(chart: Lines, width: float, height: float) -> tuple[Axis, Axis]:
    points = [point for line in chart.lines for point in line.points]
    years = [point.year for point in points]
    values = [point.value for point in points]
    values += [end for point in points for end in (point.lower, point.upper) if end is not None]
    if chart.level is not None:
        values.append(chart.level)
    if chart.nought:
        values.append(0.0)
    low, high = min(values), max(values)
    pad = (high - low) * 0.06 or abs(high) * 0.05 or 1.0
    floor = 0.0 if low >= 0 and low - pad < 0 else low - pad
    first, last = min(years), max(years)
    if first == last:
        first, last = first - 0.5, last + 0.5
    return Axis(first, last, _LEFT + 6, width - _RIGHT - 6), Axis(floor, high + pad, height - _BOTTOM, _TOP)


def _grid(chart: Lines, across: Axis, up: Axis, width: float) -> str:
    marks = ticks(up.low, up.high, 6 if chart.wide else 4, chart.decimals)
    lines = "".join(f"M{num(_LEFT)} {num(up(value))}H{num(width - _RIGHT)}" for value in marks)
    words = [text(_LEFT - 6, up(value) + 4, written(value), "tick", "end") for value in marks]
    years = ticks(across.low, across.high, 10 if chart.wide else 5, 0)
    words += [text(across(year), up.start + 18, f"{year:.0f}", "tick", "middle") for year in years]
    level = "" if chart.level is None else f'<path class="level" d="M{num(_LEFT)} {num(up(chart.level))}H{num(width - _RIGHT)}"/>'
    return f'<path class="grid" d="{lines}"/>{level}{"".join(words)}'


def unbroken(line: Line, breaks: Iterable[float]) -> list[tuple[Point, ...]]:
    """The stretches of a line between breaks in its series: nothing is drawn across one."""
    runs: list[list[Point]] = [[]]
    edges = sorted(breaks)
    before = -1
    for point in line.points:
        stretch = sum(edge <= point.year for edge in edges)
        if stretch != before and runs[-1]:
            runs.append([])
        before = stretch
        runs[-1].append(point)
    return [tuple(run) for run in runs if run]


def _band(run: tuple[Point, ...], across: Axis, up: Axis) -> str:
    known = [point for point in run if point.lower is not None and point.upper is not None]
    if len(known) == 1:
        (only,) = known
        return f'<path class="whisker" d="M{num(across(only.year))} {num(up(only.lower or 0))}V{num(up(only.upper or 0))}"/>'
    if not known:
        return ""
    there = [f"{num(across(point.year))} {num(up(point.upper or 0))}" for point in known]
    back = [f"{num(across(point.year))} {num(up(point.lower or 0))}" for point in reversed(known)]
    return f'<path class="band" d="M{"L".join(there + back)}z"/>'


def _stroke(run: tuple[Point, ...], role: str, across: Axis, up: Axis) -> str:
    spots = [(num(across(point.year)), num(up(point.value))) for point in run]
    line = f'<path class="line {role}" d="M{"L".join(f"{x} {y}" for x, y in spots)}"/>' if len(spots) > 1 else ""
    ends = spots[-1:] if len(spots) > 1 else spots
    dots = "".join(f'<circle class="{role}" cx="{x}" cy="{y}" r="3.5"/>' for x, y in ends) if role == "place" or not line else ""
    return line + dots
