"""Charts as our own drawings: plain data in `kinds`, one module a kind to draw it.

Why not a charting library: docs/decisions/0004-own-svg-charts.md.
"""

from levelling.plan.charts.kinds import Chart, Lines, Map, Scatter, Strip

__all__ = ["Chart", "draw"]


def draw(chart: Chart) -> str:
    """Any chart as SVG, ready to stand in a page. Every text in it is escaped."""
    from levelling.plan.charts import lines, maps, scatter, strip

    match chart:
        case Strip():
            return strip.draw(chart)
        case Lines():
            return lines.draw(chart)
        case Scatter():
            return scatter.draw(chart)
        case Map():
            return maps.draw(chart)
