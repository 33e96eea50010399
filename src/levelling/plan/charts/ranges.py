"""Values with their intervals, one under another, on one axis."""

from levelling.plan.charts import rows
from levelling.plan.charts.kinds import Range, Ranges
from levelling.plan.charts.rows import Scale
from levelling.plan.charts.shapes import standing


def draw(chart: Ranges) -> str:
    """The drawing. A value beyond given ends stands at the edge as a triangle; a row without a figure says so."""
    scale = _scale(chart)
    marks = rows.marked(scale, chart.decimals, ends=chart.ends is not None)
    behind = rows.grid(chart.id, scale, marks, chart.level)
    apart = rows.told_apart(item.role for item in chart.rows)
    drawn = []
    for place, item in enumerate(chart.rows):
        lines = behind if place == 0 else rows.again(chart.id)
        drawn.append(rows.row(item.name, item.role if apart else "area", _shown(item), lines + _range(item, scale)))
    if drawn:
        drawn.append(rows.axis(scale, marks, chart.unit))
    kind = "ranges" if any(map(_shown, chart.rows)) else "ranges bare"
    return rows.whole(chart.id, chart.title, chart.description, kind, drawn)


def _scale(chart: Ranges) -> Scale:
    if chart.ends is not None and chart.ends[0] != chart.ends[1]:
        return Scale(*chart.ends)
    values = [end for item in chart.rows for end in (item.value, item.lower, item.upper) if end is not None]
    return rows.scaled([*values, *([] if chart.level is None or not values else [chart.level])], padded=True)


def _shown(item: Range) -> str:
    return item.shown or ("no figure" if item.value is None and (item.lower is None or item.upper is None) else "")


def _range(item: Range, scale: Scale) -> str:
    kind = "bar" if item.role == "place" else "reach"
    drawn = ""
    if item.lower is not None and item.upper is not None:
        drawn = rows.interval(scale(item.lower), scale(item.upper), kind)
    if item.value is None:
        return rows.middle(drawn)
    if not scale.holds(item.value):
        way = "l-9-6v12z" if scale(item.value) > 50 else "l9-6v12z"
        shape = f'<path class="{"here" if item.role == "place" else "mark"}" d="M0 0{way}"/>'
    else:
        shape = standing(item.role, 0, 0)
    return rows.middle(drawn + rows.at(scale(item.value), shape))
