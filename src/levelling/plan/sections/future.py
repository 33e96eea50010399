"""What would follow if work were lost: declared scenarios as a fan and a table, and never as a forecast."""

from levelling.challenge.future import Band, Future, Scenario, future, scenarios
from levelling.challenge.future.answer import LEFT_OUT, rounded
from levelling.challenge.future.here import RATE
from levelling.challenge.future.outcomes import OUTCOMES, Z95, Outcome
from levelling.challenge.phrases import when
from levelling.core.errors import NotEnoughData
from levelling.core.estimate import Estimate
from levelling.plan.charts.kinds import Fan, Moment, Point
from levelling.plan.document import (
    Block,
    Bullets,
    Figure,
    Group,
    Inline,
    Label,
    Number,
    Paragraph,
    Section,
    Table,
    Text,
    Worked,
    prose,
)
from levelling.plan.shown import figure, worked
from levelling.plan.view import View

ORDER = 210
_BEHIND = {
    "unemployment-rate": ("unemployment",),
    "low-paid-jobs-lost": ("low-paid",),
    "chronic-conditions": ("disabled",),
    "young-unemployed": ("young",),
    "later-pay": ("young", "pay"),
}
"""The figures behind an outcome beside the employment rate and the people of working age."""
_TITLE = "What would follow if work were lost"
_HALF = 0.6745
"""How many standard deviations from the middle hold half of a normal distribution."""
_OUTER = 1.6449
"""How many hold nine tenths."""


def section(view: View, supposed: tuple[Scenario, ...] = (), draws: int = 2000, seed: int = 2020) -> Section:
    """The first scenario as a fan, and all of them in a table; or why none can be followed here."""
    wanted = supposed or tuple(scenarios().values())
    found: list[Future] = []
    reasons: list[str] = []
    for item in wanted:
        try:
            found.append(future(view.atlas, view.area, item, draws, seed))
        except NotEnoughData as error:
            reasons.append(error.message)
    if not found:
        return Section("future", _TITLE, "What may follow", (Paragraph(prose(Label(reasons[0]))),))
    first = found[0]
    blocks: list[Block] = [Paragraph(_lead(view, first), "lead"), _fan(view, first)]
    blocks += [_outcomes(item) for item in found]
    blocks.append(_supposed(found))
    blocks += [Paragraph(prose(Label(reason)), "note") for reason in dict.fromkeys(reasons)]
    return Section("future", _TITLE, "What may follow", tuple(blocks))


def _lead(view: View, found: Future) -> Text:
    out, ill = found.of("out-of-work")[0], found.of("chronic-conditions")
    words: list[Inline] = [
        "Suppose: ",
        Label(found.scenario.title[:1].lower() + found.scenario.title[1:]),
        ". Then in ",
        Label(view.said),
        ", ",
        *_span(found, out, "more "),
        " would be out of work in the first year",
    ]
    if len(ill) > 1:
        words += [", and in the second ", *_span(found, ill[1], "more "), " would have a chronic condition"]
    return prose(*words, ". This is what would follow if it came about. It is not a forecast.")


def _span(found: Future, band: Band, more: str = "") -> tuple[Inline, ...]:
    low, high = (_number(found, band, end) for end in band.outer)
    unit = f" {more}{band.outcome.unit}"
    if low.text == high.text:
        return "about ", high, unit
    return ("anything up to ", high, unit) if not low.text.strip("0.") else ("between ", low, " and ", high, unit)


def _number(found: Future, band: Band, value: float) -> Number:
    outcome = band.outcome
    known = " ".join(f"{item.source}." for item in found.parameters(outcome.slug))
    how = (
        f"An end, or the middle, of {found.draws:,} draws of '{found.scenario.title}': published figures drawn from their "
        f"intervals, the course of the regions after 2008, each cited range evenly. Counts are told to two figures. {known}"
    )
    others = found.here.others
    extra = tuple(others[key] for key in _BEHIND.get(outcome.slug, ()) if key in others)
    inputs = (found.here.rate, found.here.people, *extra, *found.groups)
    about = Worked(outcome.title, how.strip(), found.here.rate.period.label, inputs=inputs)
    unit = "%" if outcome.unit == "%" else ""
    return worked(rounded(value, outcome), about, unit, outcome.decimals)


def _fan(view: View, found: Future) -> Figure:
    past = found.past.get(RATE, ())
    last, bands = found.here.rate, found.of("employment-rate")
    chart = Fan(
        id="future-fan",
        title="Employment rate, people aged 16 to 64",
        description=f"What was published for {view.name}, then a fan of what would follow. The table holds the figures.",
        past=tuple(Point(item.period.middle, item.value or 0.0, item.lower, item.upper) for item in past),
        moments=(_start(last), *(Moment(last.period.middle + item.year, item.middle, item.inner, item.outer) for item in bands)),
        unit="% of people aged 16 to 64",
        decimals=0,
    )
    rows: list[tuple[Text, ...]] = [
        (prose(Label(item.period.label)), (figure(item),), prose("published"), prose("published")) for item in past[-5:]
    ]
    rows += [
        (
            prose(Label(f"year {item.year} after")),
            (_number(found, item, item.middle),),
            prose(_number(found, item, item.inner[0]), " to ", _number(found, item, item.inner[1])),
            prose(_number(found, item, item.outer[0]), " to ", _number(found, item, item.outer[1])),
        )
        for item in bands
    ]
    sentence = prose(
        "The employment rate was ",
        figure(last),
        Label(f" {when(last.period)}. In the first year after, if all else stayed as it was, nine of ten outcomes lie between "),
        _number(found, bands[0], bands[0].outer[0]),
        " and ",
        _number(found, bands[0], bands[0].outer[1]),
        ".",
    )
    notes = (
        prose("The dark band holds half of the outcomes and the pale one nine tenths. Much of their width is the survey's own."),
        prose(Label(found.recovery), " Mass movement into other work is not to be expected."),
    )
    table = Table(
        f"Employment rate, {found.scenario.title[:1].lower()}{found.scenario.title[1:]}",
        ("When", "Middle", "Half lie within", "Nine tenths lie within"),
        tuple(rows),
        folded=True,
    )
    return Figure("f-future-fan", found.scenario.title, sentence, (chart,), notes, table)


def _start(last: Estimate) -> Moment:
    """The last published figure as the fan's beginning, with its own interval."""
    value = last.value or 0.0
    if last.lower is None or last.upper is None:
        return Moment(last.period.middle, value, (value, value), (value, value))
    spread = (last.upper - last.lower) / (2 * Z95)
    return Moment(
        last.period.middle,
        value,
        (value - _HALF * spread, value + _HALF * spread),
        (value - _OUTER * spread, value + _OUTER * spread),
    )


def _outcomes(found: Future) -> Table:
    rows = tuple(row for item in OUTCOMES if item.slug != "employment-rate" for row in _rows(found, item))
    title = found.scenario.title
    return Table(
        f"If {title[:1].lower()}{title[1:]}: what nine tenths of the outcomes hold",
        ("What would follow", "In the first year", f"In year {found.scenario.horizon}", "Evidence"),
        rows,
        folded=True,
    )


def _rows(found: Future, outcome: Outcome) -> tuple[tuple[Text, ...], ...]:
    bands = found.of(outcome.slug)
    if not bands:
        return ()
    grade = found.grade(outcome.slug)
    later = prose(*_ends(found, bands[-1])) if len(bands) > 1 else prose("")
    evidence = prose(f"graded {grade}") if grade else prose("figures, and the course after ", Label("2008"))
    unit = "" if outcome.unit == "%" else f" ({outcome.unit})"
    return ((prose(Label(f"{outcome.title}{unit}")), prose(*_ends(found, bands[0])), later, evidence),)


def _ends(found: Future, band: Band) -> tuple[Inline, ...]:
    return _number(found, band, band.outer[0]), " to ", _number(found, band, band.outer[1])


def _supposed(found: list[Future]) -> Group:
    items = tuple(
        prose(Label(f"{item.scenario.title}. {item.scenario.meaning} {item.scenario.source}".strip())) for item in found
    )
    cautions = tuple(prose(Label(text)) for text in dict.fromkeys(text for item in found for text in item.cautions))
    left = prose(Label(f"Left out, as no number with a source and a range was found. {' '.join(LEFT_OUT)}"))
    return Group("future-supposed", "What was supposed", (Bullets((*items, *cautions)), Paragraph(left, "note")))
