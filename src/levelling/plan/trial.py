"""Test and learn as pages: a plan of a trial, its result, and a place's own series before and after something began."""

from levelling.atlas import Atlas
from levelling.core.words import number
from levelling.plan.charts.kinds import Line, Lines, Point
from levelling.plan.document import Block, Bullets, Document, Figure, Label, Paragraph, Section, Table, Text, Worked, prose
from levelling.plan.leaf import leaf
from levelling.plan.reckoned import reckoned
from levelling.plan.shown import worked
from levelling.practice.trial import Detectable, Interrupted, Result, Size

_KICKER = "Test and learn"
_ASKED = "Quoted from: what was asked, with the formulas named under 'test and learn' in the documentation."
_COUNTED = "Counted from the file of outcomes; the difference as its method says."


def of_plan(atlas: Atlas, found: Size | Detectable) -> Document:
    """A trial as planned: the answer, and what it rests on."""
    plan, figure = found.plan, found.plan.baseline_from
    about = Worked("A trial as planned", _ASKED)
    if figure is not None:
        about = Worked("A trial as planned", _ASKED, figure.period.label, (figure,), (figure.release,))
    title = "How large a trial must be" if isinstance(found, Size) else "What a trial can show"
    names = [figure.area.name, figure.indicator.title, figure.period.label] if figure is not None else []
    answer, *rest = found.sentences
    blocks: tuple[Block, ...] = (Bullets(tuple(reckoned(item, about, names) for item in rest)),)
    kind = f"{plan.outcome.value.capitalize()}, {plan.design.value}"
    sections = (Section("rests", "What the answer rests on", "Rests on", blocks),)
    area = figure.area if figure is not None else None
    return leaf(atlas, title, reckoned(answer, about, names), sections, area=area, kind=kind, kicker=_KICKER)


def of_result(atlas: Atlas, found: Result) -> Document:
    """What came of a trial: the sentence that may be written, and both arms, small counts withheld."""
    about = Worked("What came of it", _COUNTED)
    names = [found.helped.name, found.other.name]
    record = found.record()
    lead, *rest = found.sentences
    rows = tuple(
        (prose(Label(str(record[arm]))), _cell(record[f"{arm}_people"], about), _cell(record[f"{arm}_value"], about))
        for arm in ("helped", "other")
    )
    table = Table("Both arms", ("Arm", "People whose outcome is known", "Share, %" if found.is_share else "Mean"), rows)
    blocks: tuple[Block, ...] = (table, Bullets(tuple(reckoned(item, about, names) for item in rest)))
    sections = (Section("arms", "What it rests on", "Rests on", blocks),)
    kind = f"{found.helped.name} against {found.other.name}, assigned: {found.assigned.value}"
    return leaf(atlas, "What came of it", reckoned(lead, about, names), sections, kind=kind, kicker=_KICKER)


def _cell(value: float | None, about: Worked) -> Text:
    if value is None:
        return prose("withheld")
    return (worked(value, about, decimals=0 if value == round(value) else 1),)


def of_series(atlas: Atlas, found: Interrupted) -> Document:
    """A place's own series before and after: the sentence that may be written, the drawing, and the figures."""
    began = found.began.label
    how = "Two lines by least squares, one before and one after; intervals with Newey and West's errors."
    releases = tuple(dict.fromkeys(item.release for item in found.estimates))
    title = f"{found.indicator.short} in {found.area.name}, before and from {began}"
    about = Worked(title, how, inputs=found.estimates, releases=releases)
    names = [found.indicator.title, began, found.area.name, *((found.against.name,) if found.against else ())]
    lead, *rest = found.sentences
    blocks: list[Block] = [_drawn(found, about)] if found.periods else []
    if rest:
        blocks.append(Bullets(tuple(reckoned(item, about, names) for item in rest)))
    blocks.append(Paragraph(prose("Before and after, with nothing else to go by, never shows what did it."), "note"))
    sections = (Section("series", "The figures", "Figures", tuple(blocks)),)
    return leaf(atlas, title, reckoned(lead, about, names), sections, area=found.area, kicker=_KICKER)


def _drawn(found: Interrupted, about: Worked) -> Figure:
    unit, decimals, held = found.indicator.unit, found.indicator.decimals, ""
    if found.against is not None:
        held = f", less the figure for {found.against.name}"
    rows = tuple(
        (
            prose(Label(period.label)),
            (worked(value, about, decimals=decimals, text=number(value, decimals)),),
            prose("after" if at >= len(found.periods) - found.after else "before"),
        )
        for at, (period, value) in enumerate(zip(found.periods, found.values, strict=True))
    )
    points = [Point(period.middle, value) for period, value in zip(found.periods, found.values, strict=True)]
    turn = len(points) - found.after
    sides = [side for side in (points[:turn], points[turn:]) if side]
    chart = Lines(
        id="trial-series",
        title=f"{found.indicator.short} through time",
        description=f"A line for {found.area.name}{held}, interrupted at {found.began.label}. The table holds the figures.",
        lines=tuple(Line(found.area.name, "place", tuple(side)) for side in sides),
        breaks=(),
        unit=unit,
        decimals=decimals,
        wide=True,
    )
    sentence = prose(
        Label(found.indicator.title),
        Label(held),
        ", with ",
        worked(found.after, about),
        " of ",
        worked(len(found.periods), about),
        " periods after it began.",
    )
    note = prose("The line is interrupted where it began.")
    table = Table("The figures, period by period", ("Period", f"Figure ({unit})", "Before or after"), rows, folded=True)
    return Figure("f-trial-series", f"{found.indicator.short} through time", sentence, (chart,), (note,), table)
