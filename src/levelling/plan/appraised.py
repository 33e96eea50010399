"""One option appraised, in the parts of a document: what it comes to, its cash, who pays, what moves the answer."""

import re
from collections.abc import Sequence

from levelling.plan.charts.kinds import Bar, Bars, Fan, Moment, Range, Ranges
from levelling.plan.document import (
    Block,
    Bullets,
    Figure,
    Group,
    Inline,
    Label,
    Link,
    Number,
    Paragraph,
    Section,
    Table,
    Text,
    Worked,
    prose,
)
from levelling.plan.reckoned import reckoned
from levelling.plan.shown import worked
from levelling.practice.appraisal import Appraisal, Assumption, Body, Model
from levelling.practice.appraisal.answer import Share
from levelling.practice.appraisal.told import called, rounded_sum, sum_of, time_of, totals

_MOST = 10
"""How many inputs the drawing of swings holds; the table holds all."""
_LEADING = 3


def about(model: Model) -> Worked:
    """How the numbers of an appraisal were come by: from the option's inputs, with which tables and figures of the place."""
    tables = "; ".join(f"{table.title} ({table.source})" for table in model.used)
    how = f"Quoted from: the inputs of this option, each listed with its source, and {tables}. Reckoned from these."
    return Worked(f"{model.option.name}, appraised", how, f"prices of {model.prices}", inputs=model.estimates)


def names(items: Sequence[Appraisal]) -> list[str]:
    """Names in an appraisal's sentences that may hold digits."""
    found = [item.name for item in items]
    found += [title for item in items for title in item.model.titles.values()]
    return [*found, *(item.model.area.name for item in items if item.model.area)]


def section(item: Appraisal, at: int = 0) -> Section:
    """One option, as a section of a page of one or more."""
    told = item.sentences
    key = f"option-{at + 1}"
    blocks: list[Block] = []
    if item.model.option.about:
        blocks.append(Paragraph(prose(Label(item.model.option.about))))
    blocks += [Paragraph(said(item.model, told[:_LEADING], [item]), "lead")]
    blocks.append(Bullets(tuple(said(item.model, [sentence], [item]) for sentence in told[_LEADING:])))
    if any(moment.p95 != moment.p5 or moment.p50 for moment in item.running):
        blocks.append(_running(item, key))
    blocks.append(_payers(item, key))
    if item.tornado:
        blocks.append(_swings(item, key))
    minded = [*item.model.option.notes, *item.model.warnings]
    if minded:
        blocks.append(Group(f"{key}-mind", "To be minded", (Bullets(tuple(prose(Label(note)) for note in minded)),)))
    blocks += [_assumptions(item), _tables(item)]
    return Section(key, item.name, item.name, tuple(blocks))


def said(model: Model, sentences: Sequence[str], items: Sequence[Appraisal]) -> Text:
    """Sentences of an appraisal."""
    return reckoned(" ".join(sentences), about(model), names(items))


def money(model: Model, value: float) -> Number:
    """A sum of an appraisal."""
    return worked(rounded_sum(value), about(model), "£", text=sum_of(value))


def span(model: Model, low: float | None, high: float | None) -> Text:
    """Two ends of a spread."""
    if low is None or high is None:
        return prose("none")
    if low == high:
        return prose("one value")
    return (money(model, low), " to ", money(model, high))


def nought() -> Text:
    """What the upright line of a drawing means."""
    return prose("The upright line is nought: to its right an option is worth more than it costs.")


def _running(item: Appraisal, key: str) -> Figure:
    size, words = _unit(max(abs(end) for moment in item.running for end in (moment.p5, moment.p95)))
    moments = tuple(
        Moment(one.year, one.p50 / size, (one.p25 / size, one.p75 / size), (one.p5 / size, one.p95 / size))
        for one in item.running
    )
    title = "Cash so far, year by year"
    chart = Fan(
        id=f"{key}-cash",
        title=title,
        description="Everyone's cash benefits less all costs up to the end of each year. The table holds the figures.",
        past=(),
        moments=moments,
        unit=f"{words}, by the end of each year from the start",
        decimals=0,
    )
    reach = item.payback.p50
    model = item.model
    sentence: tuple[Inline, ...]
    if reach is None:
        sentence = prose("In the middle draw, cash benefits do not cover the costs within the years looked at.")
    else:
        after = worked(reach, about(model), "years", text=time_of(reach))
        sentence = prose("In the middle draw, cash benefits have covered the costs after ", after, ".")
    note = prose(
        "The dark band holds half the draws, the pale one nine in ten. Not discounted; health and wellbeing are left out."
    )
    rows = tuple(
        (prose(Label(f"Year {one.year}")), *((money(model, end),) for end in (one.p5, one.p50, one.p95))) for one in item.running
    )
    table = Table(title, ("By the end of", "One draw in twenty is below", "Middle", "One in twenty is above"), rows, folded=True)
    return Figure(f"f-{key}-cash", title, sentence, (chart,), (note,), table)


def _unit(largest: float) -> tuple[float, str]:
    return (1e6, "£ million") if largest >= 5e6 else (1e3, "£ thousand") if largest >= 5e3 else (1.0, "£")


def _payers(item: Appraisal, key: str) -> Figure:
    pays, saves = totals(item.who_pays), totals(item.who_saves)
    bodies = sorted({*pays, *saves}, key=lambda body: (-pays.get(body, 0.0), -saves.get(body, 0.0)))
    rows = []
    for body in bodies:
        if body in pays:
            rows.append(Bar(f"{_called(body)}: pays", -pays[body], "area", sum_of(pays[body])))
        if body in saves:
            rows.append(Bar(f"{_called(body)}: has", saves[body], "place", sum_of(saves[body])))
    title = "Who pays, and who has the cash of it"
    chart = Bars(
        id=f"{key}-bodies",
        title=title,
        description="A bar to the left for what a body pays, one to the right for the cash it has. The table tells it by year.",
        rows=tuple(rows),
        unit="£ over all years, not discounted",
        decimals=0,
    )
    note = prose("On average over the draws. What passes from one to another is in both; it makes society no richer.")
    sentence = _who(item, bodies)
    return Figure(f"f-{key}-bodies", title, sentence, (chart,), (note,), _by_year(item, bodies))


def _called(body: Body) -> str:
    words = {Body.INDIVIDUAL: "People helped", Body.EMPLOYER: "Employers", Body.SOCIETY: "Others in society", Body.NHS: "NHS"}
    return words.get(body, body.value.capitalize())


def _who(item: Appraisal, bodies: Sequence[Body]) -> Text:
    pays, saves = totals(item.who_pays), totals(item.who_saves)
    net = {body: saves.get(body, 0.0) - pays.get(body, 0.0) for body in bodies}
    parts: list[Inline] = ["On balance, "]
    told = [(body, value) for body, value in net.items() if abs(value) >= 0.5]
    for place, (body, value) in enumerate(told):
        parts += ["" if place == 0 else "; ", f"{called(body)} "]
        many = body in {Body.INDIVIDUAL, Body.EMPLOYER, Body.SOCIETY}
        parts.append(f"{'gain' if value > 0 else 'pay'}{'' if many else 's'} ")
        parts.append(money(item.model, abs(value)))
    return prose(*parts, "." if told else "nobody pays or gains.")


def _by_year(item: Appraisal, bodies: Sequence[Body]) -> Table:
    def cell(shares: tuple[Share, ...], body: Body, year: int) -> Text:
        amount = sum(one.amount for one in shares if one.body is body and one.year == year)
        return (money(item.model, amount),) if amount else prose("")

    columns, cells = ["Year"], []
    pays, saves = totals(item.who_pays), totals(item.who_saves)
    wanted = [(item.who_pays, body, "pays") for body in bodies if body in pays]
    wanted += [(item.who_saves, body, "has") for body in bodies if body in saves]
    columns += [f"{_called(body)} {way}" for _, body, way in wanted]
    for year in range(item.model.option.horizon + 1):
        row = [cell(shares, body, year) for shares, body, _ in wanted]
        if any(row):
            cells.append((prose(Label(f"Year {year}")), *row))
    return Table(f"{item.name}: who pays and who has the cash of it, by year, not discounted", tuple(columns), tuple(cells))


def _swings(item: Appraisal, key: str) -> Figure:
    model, shown = item.model, item.tornado[:_MOST]
    rows = tuple(
        Range(
            swing.title[:1].upper() + swing.title[1:],
            None,
            min(swing.npsv_low, swing.npsv_high),
            max(swing.npsv_low, swing.npsv_high),
            "area",
            sum_of(swing.width),
        )
        for swing in shown
    )
    title = "What moves the answer most"
    chart = Ranges(
        id=f"{key}-swings",
        title=title,
        description="A line for each input: net present social value as the input goes from low to high. The table holds them.",
        rows=rows,
        unit="£, net present social value",
        decimals=0,
        level=0.0,
    )
    worth = {one.key: one.value for one in item.learning}
    cells = tuple(
        (
            prose(Label(swing.title[:1].upper() + swing.title[1:])),
            _ends(model, swing.low, swing.high),
            span(model, swing.npsv_low, swing.npsv_high),
            (money(model, worth.get(swing.key, 0.0)),),
        )
        for swing in item.tornado
    )
    columns = ("Input", "From its lowest twentieth to its highest", "Value goes from, to", "Worth of knowing it first")
    first = shown[0]
    width = worked(rounded_sum(first.width), about(model), "£", text=sum_of(first.width))
    sentence = prose("Most depends on ", Label(first.title), ": from its low to its high, the answer moves by ", width, ".")
    note = prose("Each input alone, with all others at their means. ", *nought())
    return Figure(f"f-{key}-swings", title, sentence, (chart,), (note,), Table(title, columns, cells, folded=True))


def _ends(model: Model, low: float, high: float) -> Text:
    return (_plain(model, low), " to ", _plain(model, high))


def _plain(model: Model, value: float) -> Number:
    decimals = 0 if abs(value) >= 100 else 1 if abs(value) >= 10 else 2 if abs(value) >= 0.1 or value == 0 else 3
    return worked(value, about(model), decimals=decimals)


def _assumptions(item: Appraisal) -> Table:
    rows = tuple(_assumed(item.model, one) for one in item.assumptions)
    columns = ("Input", "Value", "From, to", "Grade", "Who says so")
    return Table(f"{item.name}: what it rests on", columns, rows)


def _assumed(model: Model, one: Assumption) -> tuple[Text, ...]:
    said = one.source if not one.note else f"{one.source}. {one.note}"
    said = re.sub(r"\.\.+", ".", said)
    safe = one.address.startswith(("https://", "http://"))
    return (
        prose(Label(one.title[:1].upper() + one.title[1:])),
        (_plain(model, one.value),),
        prose("one value") if one.low == one.high else (*_ends(model, one.low, one.high), f" ({one.shape})"),
        prose(one.grade or "none"),
        prose(Label(said), *((" (", Link("read", one.address), ")") if safe else ())),
    )


def _tables(item: Appraisal) -> Paragraph:
    parts: list[Inline] = ["Tables used: "]
    for place, table in enumerate(item.model.used):
        parts += ["; " if place else "", Link(table.title, table.address), Label(f" (file {table.file})")]
    unsaid = [name.replace("_", " ") for name in item.model.unsaid]
    parts.append(f". Not given in the file, so counted as none: {', '.join(unsaid)}." if unsaid else ".")
    notes = " ".join(table.note for table in item.model.used)
    return Paragraph(prose(*parts, " ", Label(notes)), "note")
