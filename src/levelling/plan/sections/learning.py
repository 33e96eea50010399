"""Learning: each stage held against the nation, adults who learn, apprentices who live and are taught here, qualifications."""

from collections.abc import Iterable

from levelling.challenge.learning import Learning, Measure, Mix, learning
from levelling.core.comparison import Verdict
from levelling.core.estimate import Estimate
from levelling.core.indicator import Direction, Release
from levelling.plan.charts.kinds import Range, Ranges
from levelling.plan.document import Block, Figure, Label, Mark, Paragraph, Section, Table, Text, Worked, prose
from levelling.plan.reckoned import reckoned
from levelling.plan.shown import figure, gap, worked
from levelling.plan.view import View

ORDER = 130
_TITLE, _SHORT = "Learning, from age five to adults", "Learning"
_FEWEST = 3
"""A picture needs this many measures."""


def section(view: View) -> Section | None:
    """The stages in one picture, adults and apprentices in words, the mix of qualifications in a table; or what is not there."""
    found = learning(view.atlas, view.area, view.comparisons, view.diagnosis.trends)
    if not found.measures and not found.sentences and found.qualifications is None:
        return None
    blocks: list[Block] = []
    if found.sentences:
        text = reckoned(" ".join(found.sentences), _about(view, found), [view.said])
        blocks.append(Paragraph(text, "lead"))
    if found.measures:
        blocks.append(_stages(view, found))
    if found.qualifications is not None:
        blocks.append(_mix(view, found.qualifications))
    blocks += [Paragraph(prose(Label(reason)), "note") for reason in found.reasons]
    return Section("learning", _TITLE, _SHORT, tuple(blocks))


def _about(view: View, found: Learning) -> Worked:
    behind: list[Estimate] = []
    if found.adults is not None:
        behind += [found.adults.first, found.adults.before, *found.adults.england[:1]]
    if found.apprentices is not None:
        behind += [found.apprentices.residents, found.apprentices.taught]
    how = "Numbers as published; changes in percent of the first year; apprentices taught here less those who live here."
    return Worked(
        f"Adults in further education and apprenticeships in {view.name}", how, inputs=tuple(behind), releases=_releases(behind)
    )


def _releases(items: Iterable[Estimate]) -> tuple[Release, ...]:
    return tuple(dict.fromkeys(item.release for item in items))


def _stages(view: View, found: Learning) -> Block:
    table = Table(
        "Every stage here and in the nation",
        ("Measure", "Period", "Here", "Nation", "Difference", "Verdict"),
        tuple(_row(item) for item in found.measures),
        folded=True,
    )
    shown = [item for item in found.measures if item.held.difference is not None and item.estimate.indicator.unit == "%"]
    against = {item.held.comparator_name for item in shown}
    if len(shown) < _FEWEST or len(against) != 1:
        return table
    nation = against.pop()
    chart = Ranges(
        id="learning-stages",
        title=f"Each stage against {nation}",
        description=f"The difference between {view.name} and {nation} at each stage, in percentage points. The table holds them.",
        rows=tuple(_range(item) for item in shown),
        unit="percentage points",
        decimals=0,
        level=0.0,
    )
    better = sum(_is_better(item) for item in shown)
    sure = sum(item.held.verdict in {Verdict.BETTER, Verdict.WORSE} for item in shown)
    count = Worked(f"Measures on the better side of {nation}, {view.name}", "Counted, whatever the size of the difference.")
    certain = Worked(f"Measures with a verdict, {view.name}", "Counted from the verdicts in the table.")
    return Figure(
        id="f-learning-stages",
        title=f"Each stage against {nation}",
        sentence=prose(
            "On ",
            worked(better, count, text="" if better else "none"),
            " of these ",
            worked(len(shown), count),
            " measures ",
            Label(view.said),
            " is on the better side of ",
            Label(nation),
            ". We are confident of the difference on ",
            worked(sure, certain, text="" if sure else "none"),
            "; most have no margin of error, and so no verdict.",
        ),
        charts=(chart,),
        notes=(prose("The line at nought is the nation. Of those marked, less is better."),),
        table=table,
    )


def _is_better(item: Measure) -> bool:
    difference = item.held.difference or 0.0
    return difference < 0 if item.estimate.indicator.direction == Direction.LOWER_BETTER else difference > 0


def _range(item: Measure) -> Range:
    held, indicator = item.held, item.estimate.indicator
    less = " (less is better)" if indicator.direction == Direction.LOWER_BETTER else ""
    number = gap(held)
    shown = number.text.replace(" percentage points", "") if number else ""
    return Range(f"{indicator.short}{less}", held.difference, held.lower, held.upper, "place", shown)


def _row(item: Measure) -> tuple[Text, ...]:
    held = item.held
    title = Label(item.estimate.indicator.named(item.estimate.category))
    there = (figure(held.against),) if held.against is not None and held.against.value is not None else prose("none")
    number = gap(held)
    return (
        prose(title),
        prose(Label(item.estimate.period.label)),
        (figure(item.estimate),),
        there,
        (number,) if number else prose("none"),
        (Mark(held.verdict),),
    )


def _mix(view: View, found: Mix) -> Table:
    rows = []
    for part in found.parts:
        about = Worked(
            f"People of {view.name} aged 16 to 64 whose highest qualification is: {part.name}",
            "The number at this level over the numbers at all; the interval from the publisher's margins.",
            found.period.label,
            (part.people,),
            (part.people.release,),
        )
        share = worked(part.share, about, "%", 1)
        ends = [worked(end, about, "%", 1) for end in (part.lower, part.upper) if end is not None]
        margin: Text = (ends[0], " to ", ends[1]) if len(ends) == len(("lower", "upper")) else prose("none")
        rows.append((prose(Label(part.name)), (share,), margin, (figure(part.people, interval=False),)))
    title = f"Highest qualification of people aged 16 to 64, {found.period.label}"
    return Table(title, ("Level", "Share", "Survey margin", "People"), tuple(rows), folded=True)
