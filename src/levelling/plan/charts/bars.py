"""Amounts as bars from nought, one under another. What is modelled is hatched."""

from levelling.plan.charts import rows
from levelling.plan.charts.kinds import Bar, Bars
from levelling.plan.charts.rows import Scale
from levelling.plan.charts.svg import num

_THICK = 15


def draw(chart: Bars) -> str:
    """The drawing. Amounts below nought reach to the left of it."""
    values = [end for item in chart.rows for end in (item.value, item.lower, item.upper) if end is not None]
    scale = rows.scaled([0.0, *values] if any(values) else [], padded=False)
    marks = rows.marked(scale, chart.decimals)
    behind = rows.grid(chart.id, scale, marks, chart.level)
    apart = rows.told_apart(item.role for item in chart.rows)
    drawn = []
    for place, item in enumerate(chart.rows):
        lines = behind if place == 0 else rows.again(chart.id)
        drawn.append(rows.row(item.name, item.role if apart else "area", item.shown, lines + _bar(item, scale)))
    if drawn:
        drawn.append(rows.axis(scale, marks, chart.unit))
    kind = "bars" if any(item.shown for item in chart.rows) else "bars bare"
    return rows.whole(chart.id, chart.title, chart.description, kind, drawn)


def _bar(item: Bar, scale: Scale) -> str:
    left, right = sorted((scale(0.0), scale(item.value)))
    kind = "amount own" if item.role == "place" else "amount"
    drawn = block(left, right - left, kind, modelled=item.modelled)
    if item.lower is not None and item.upper is not None:
        drawn += rows.interval(scale(item.lower), scale(item.upper), "reach over")
    return rows.upright(scale(0.0), "axis") + rows.middle(drawn)


def block(left: float, width: float, kind: str, *, modelled: bool, top: float = -_THICK / 2, tall: float = _THICK) -> str:
    """A filled stretch of a track, in percent of its width, with stripes over it where it is modelled."""
    where = f'x="{num(left)}%" y="{num(top)}" width="{round(width, 2):g}%" height="{num(tall)}"'
    return f'<rect class="{kind}" {where}/>' + (f'<rect class="hatched" {where}/>' if modelled else "")
