"""Options appraised, as a page: how they stand to each other, then each by itself."""

from collections.abc import Sequence

from levelling.atlas import Atlas
from levelling.core.errors import LevellingError
from levelling.plan.appraised import about, money, names, nought, said, section, span
from levelling.plan.charts.kinds import Range, Ranges
from levelling.plan.document import Block, Bullets, Document, Figure, Label, Number, Section, Table, Text, prose
from levelling.plan.leaf import leaf
from levelling.plan.reckoned import reckoned
from levelling.plan.shown import worked
from levelling.practice.appraisal import Appraisal, Appraisals
from levelling.practice.appraisal.told import percent, sum_of

_KICKER = "Options appraised"


def document(atlas: Atlas, found: Appraisals) -> Document:
    """The page."""
    first = found.items[0]
    area = first.model.area
    sections = [section(item, at) for at, item in enumerate(found.items)]
    if len(found.items) > 1:
        sections.insert(0, _beside(found))
    title = first.name if len(found.items) == 1 else f"{_count(len(found.items))} options{f' for {area.name}' if area else ''}"
    # Two, so that no headline names a winner without saying that it may be none, or is worth less than it costs.
    opening = found.sentences[:2] or first.sentences[:1]
    summary = reckoned(" ".join(opening), about(first.model), names(found.items))
    kind = f"In prices of {first.model.prices}, by HM Treasury's Green Book{f', for {area.name}' if area else ''}"
    return leaf(atlas, title, summary, sections, area=area, kind=kind, kicker=_KICKER)


def _count(number: int) -> str:
    words = ("No", "One", "Two", "Three", "Four", "Five", "Six", "Seven", "Eight", "Nine", "Ten")
    return words[number] if number < len(words) else "Several"


def _beside(found: Appraisals) -> Section:
    ordered = sorted(found.items, key=lambda item: (-_mean(item), item.name))
    rows = tuple(
        Range(item.name, item.npsv.mean, item.npsv.p5, item.npsv.p95, "place" if at == 0 else "area", sum_of(_mean(item)))
        for at, item in enumerate(ordered)
    )
    chart = Ranges(
        id="options-value",
        title="What each option is worth to society, less what it costs",
        description="A line for each option: its mean, and the ends that nine draws of ten lie between. The table holds them.",
        rows=rows,
        unit="£, present value",
        decimals=0,
        level=0.0,
    )
    columns = (
        "Option",
        "Net present social value",
        "Nine draws of ten",
        "Draws in which it pays",
        "For each pound of public money",
    )
    table = Table("What each option is worth", columns, tuple(_line(item) for item in ordered))
    sentence = said(found.items[0].model, found.sentences[:1], found.items)
    drawn = Figure("f-options-value", chart.title, sentence, (chart,), (nought(),), table)
    rest = tuple(said(found.items[0].model, [sentence], found.items) for sentence in found.sentences[1:])
    blocks: tuple[Block, ...] = (drawn, *((Bullets(rest),) if rest else ()), _pairs(ordered))
    return Section("beside", "How the options stand to each other", "Side by side", blocks)


def _mean(item: Appraisal) -> float:
    return item.npsv.mean or 0.0


def _line(item: Appraisal) -> tuple[Text, ...]:
    model = item.model
    return (
        prose(Label(item.name)),
        (money(model, _mean(item)),),
        span(model, item.npsv.p5, item.npsv.p95),
        (worked(100 * item.pays, about(model), "%", text=percent(item.pays)),),
        prose("no public body pays") if item.ratio_of_means is None else (_ratio(item),),
    )


def _ratio(item: Appraisal) -> Number:
    return worked(item.ratio_of_means or 0.0, about(item.model), "£", 2)


def _pairs(ordered: Sequence[Appraisal]) -> Table:
    rows = []
    for at, item in enumerate(ordered):
        for other in ordered[at + 1 :]:
            apart = next((one for one in item.against if one.other == other.name), None)
            if apart is None:
                raise LevellingError(f"{item.name} was not held against {other.name}.")
            ends = span(item.model, apart.low, apart.high)
            verdict = {"better": "the first is worth more", "worse": "the second is worth more"}.get(apart.verdict, apart.verdict)
            rows.append(
                (prose(Label(item.name)), prose(Label(other.name)), (money(item.model, apart.mean),), ends, prose(verdict))
            )
    columns = ("Option", "Against", "Difference", "Nineteen draws of twenty", "Verdict")
    return Table("Each option against each other, on the same draws", columns, tuple(rows))
