"""Charts as our own drawings: plain data in `kinds`, one module a kind to draw it.

Why not a charting library: docs/decisions/0004-own-svg-charts.md.
"""

from levelling.plan.charts.boxes import Diagram
from levelling.plan.charts.kinds import Bars, Chart, Curve, Fan, Lines, Map, Ranges, Scatter, Stack, Strip

__all__ = ["Chart", "draw"]


def draw(chart: Chart) -> str:  # noqa: PLR0911 - one for each kind of chart
    """Any chart as a drawing, ready to stand in a page. Every text in it is escaped.

    What has names in rows (`Ranges`, `Bars`, `Stack`) is words of the page with a small SVG beside each, so that names wrap and
    keep their size on a phone; the others are one SVG.
    """
    from levelling.plan.charts import bars, curve, diagram, fan, lines, maps, ranges, scatter, stack, strip

    match chart:
        case Strip():
            return strip.draw(chart)
        case Lines():
            return lines.draw(chart)
        case Scatter():
            return scatter.draw(chart)
        case Map():
            return maps.draw(chart)
        case Ranges():
            return ranges.draw(chart)
        case Bars():
            return bars.draw(chart)
        case Stack():
            return stack.draw(chart)
        case Fan():
            return fan.draw(chart)
        case Curve():
            return curve.draw(chart)
        case Diagram():
            return diagram.draw(chart)
