"""Trends: where the measures that matter most have come from, with their intervals and their breaks."""

from collections.abc import Iterable, Sequence
from dataclasses import replace

from levelling.challenge import Trend
from levelling.challenge.meeting import is_count
from levelling.core.area import Area
from levelling.core.comparison import Comparator
from levelling.core.estimate import Estimate
from levelling.core.words import number
from levelling.plan.charts.kinds import Line, Lines, Point
from levelling.plan.document import (
    Block,
    Bullets,
    Figure,
    Group,
    Label,
    Mark,
    Paragraph,
    Section,
    Shape,
    Table,
    Text,
    Worked,
    prose,
)
from levelling.plan.shown import figure, signed, worked
from levelling.plan.told import told
from levelling.plan.view import KEY, View

ORDER = 40
FEWEST, MOST = 4, 12
"""A line needs this many years to be drawn; and this many lines are drawn at most."""


def section(view: View) -> Section | None:
    """Small charts of the key measures, and every change in a table."""
    trends = {item.now.indicator.slug: item for item in view.diagnosis.trends}
    series = {slug: [item for item in view.atlas.series(slug, view.area) if item.value is not None] for slug in trends}
    order = sorted(trends, key=lambda slug: KEY.index(slug) if slug in KEY else len(KEY))
    chosen = [slug for slug in order if len(series[slug]) >= FEWEST][:MOST]
    if not trends:
        return None
    around = _around(view)
    roles = [role for role, _ in around]
    figures = tuple(_figure(view, trends[slug], series[slug], roles) for slug in chosen)
    lead = prose(
        "Each measure against its own past, about five years back where there is a figure so old. Nothing is compared across a "
        "break in a series, and sums of money are in the prices of each year."
    )
    charts = Group("trend-charts", "The measures that matter most", (_guide(view, around), *figures), kind="trends")
    blocks: tuple[Block, ...] = (Paragraph(lead), *((charts,) if figures else ()), every(trends.values()))
    return Section("trends", "Trends", "Trends", blocks)


def _guide(view: View, around: Sequence[tuple[str, Area]]) -> Block:
    shapes: list[Text] = [(Shape("line-place"), " ", Label(view.name), ", with its interval as a band")]
    for role, outer in around:
        shapes.append((Shape(f"line-{role}"), " ", Label(outer.name)))
    return Bullets(tuple(shapes), kind="symbols")


def _around(view: View) -> list[tuple[str, Area]]:
    """The UK as a whole, or as much of it as is published, and the region, else the nation."""
    found: dict[str, Area] = {}
    for item in view.diagnosis.comparisons:
        if item.against and item.comparator in {Comparator.UK, Comparator.REGION, Comparator.NATION}:
            found.setdefault(item.comparator.value, item.against.area)
    if "region" in found:
        found.pop("nation", None)
    return list(found.items())


def _figure(view: View, trend: Trend, series: Sequence[Estimate], roles: Sequence[str]) -> Figure:
    indicator = trend.now.indicator
    others = {role: _of(view, trend, role) for role in roles}
    others = {role: found for role, found in others.items() if found}
    lines = [Line(found[0].area.name, role, _points(found)) for role, found in others.items()]
    names = ", ".join(line.name for line in lines)
    chart = Lines(
        id=f"trend-{indicator.slug}",
        title=f"{indicator.short} through time",
        description=f"A line for {view.name}{f', and lines for {names}' if names else ''}. The table holds the figures.",
        lines=(*lines, Line(view.name, "place", _points(series))),
        breaks=tuple(
            item.period.middle - 0.5 if item.period.start.month == 1 else item.period.middle for item in indicator.breaks
        ),
        unit=indicator.unit,
        decimals=indicator.decimals,
    )
    origins = [trend.now, *([trend.then] if trend.then else [])]
    notes = tuple(prose(Label(f"Break at {item.period.label}: {item.note}")) for item in indicator.breaks)
    notes += (prose(Label(indicator.frozen)),) if indicator.frozen else ()
    return Figure(
        id=f"f-trend-{indicator.slug}",
        title=f"{indicator.short} ({indicator.unit})",
        sentence=(Mark(trend.verdict), " ", *told(trend.sentence, origins)),
        charts=(chart,),
        table=_table(view, trend, series, others),
        notes=notes,
    )


def _of(view: View, trend: Trend, role: str) -> list[Estimate]:
    """The series of the comparator this measure itself was held against: Great Britain where the UK has none."""
    slug = trend.now.indicator.slug
    if is_count(trend.now.indicator):
        return []  # a count of the whole country would press the place's own line flat
    met = next((item.against for item in view.comparisons.get(slug, ()) if item.comparator == role and item.against), None)
    if met is None or not met.area.code:
        return []
    return [item for item in view.atlas.series(slug, met.area, trend.now.category) if item.value is not None]


def _points(series: Sequence[Estimate]) -> tuple[Point, ...]:
    return tuple(Point(item.period.middle, item.value or 0.0, item.lower, item.upper) for item in series)


def _table(view: View, trend: Trend, series: Sequence[Estimate], others: dict[str, list[Estimate]]) -> Table:
    by_period = {role: {item.period: item for item in found} for role, found in others.items()}
    rows: list[tuple[Text, ...]] = []
    for item in series:
        cells: list[Text] = [prose(Label(item.period.label)), (figure(item, unit=False),)]
        for found in by_period.values():
            met = found.get(item.period)
            cells.append((figure(met, unit=False, interval=False),) if met else prose())
        rows.append(tuple(cells))
    names = tuple(found[0].area.name for found in others.values())
    indicator = trend.now.indicator
    return Table(
        f"{indicator.named(trend.now.category)} ({indicator.unit})", ("Period", view.name, *names), tuple(rows), folded=True
    )


def every(trends: Iterable[Trend]) -> Table:
    """Every measure of a place, now and earlier, with its change and the slope of the years between."""
    rows: list[tuple[Text, ...]] = []
    for item in trends:
        title = prose(Label(item.now.indicator.named(item.now.category)))
        mark: Text = (Mark(item.verdict),)
        rows.append((title, earlier(item), newest(item), change(item), a_year(item), mark, prose(Label(item.reason))))
    columns = ("Measure", "Earlier", "Newest", "Change", "A year", "Verdict", "What to know")
    return Table("Every measure now and earlier", columns, tuple(rows), folded=True)


def earlier(item: Trend) -> Text:
    """The earlier figure and its period."""
    return prose(Label(item.then.period.label), ": ", figure(item.then, interval=False)) if item.then else prose("none")


def newest(item: Trend) -> Text:
    """The newest figure and its period."""
    return prose(Label(item.now.period.label), ": ", figure(item.now, interval=False))


def change(item: Trend) -> Text:
    """The change, with its sign."""
    if item.difference is None or item.then is None:
        return prose("none")
    indicator = item.now.indicator
    text = signed(item.difference, indicator)
    return (worked(item.difference, _about(item), indicator.unit, indicator.decimals, text),)


def a_year(item: Trend) -> Text:
    """How much it rises a year on the whole, with its interval where it has one."""
    slope = item.slope
    if slope is None or item.then is None:
        return prose("none")
    indicator = replace(item.now.indicator, decimals=item.now.indicator.decimals + 1)
    text = signed(slope.a_year, indicator)
    shown = worked(slope.a_year, _about(item), indicator.unit, indicator.decimals, text)
    if slope.lower is None or slope.upper is None:
        return (shown,)
    low, high = (number(end, indicator.decimals) for end in (slope.lower, slope.upper))
    return (replace(shown, lower=slope.lower, upper=slope.upper, interval=f"{low} to {high}"),)


def _about(item: Trend) -> Worked:
    """One reference for the change in all and the change a year."""
    behind = (item.then, item.now) if item.then else (item.now,)
    periods = " and ".join(each.period.label for each in behind)
    how = "The newest figure less the earlier one."
    if item.slope is not None:
        how += " A year: a straight line through every period between, each by how sure it is."
    return Worked(f"Change in: {item.now.indicator.named(item.now.category)}", how, periods, behind)
