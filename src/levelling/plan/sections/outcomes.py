"""People and place, side by side: every measure by topic, each with its interval and what it is held against."""

from collections.abc import Iterator, Sequence

from levelling.core.area import Level
from levelling.core.comparison import Comparator, Comparison, Verdict
from levelling.core.estimate import Estimate, Status
from levelling.core.indicator import Framework, Movement, OfficialStatus, Topic
from levelling.core.words import opened
from levelling.plan.charts.kinds import Dot, Strip
from levelling.plan.document import (
    Block,
    Bullets,
    Figure,
    Group,
    Held,
    Label,
    Mark,
    Measure,
    Paragraph,
    Section,
    Shape,
    Table,
    Text,
    Topics,
    prose,
)
from levelling.plan.shown import figure, gap
from levelling.plan.view import KEY, View
from levelling.plan.wording import listed

ORDER = 30
_NOTHING = prose("none")
_CLEAR = (Verdict.BETTER, Verdict.WORSE, Verdict.HIGHER, Verdict.LOWER)
_THAN = {
    Verdict.BETTER: "Better than ",
    Verdict.WORSE: "Worse than ",
    Verdict.HIGHER: "Higher than ",
    Verdict.LOWER: "Lower than ",
    Verdict.CANNOT_TELL: "No difference can be told from ",
}


def section(view: View) -> Section | None:
    """Every measure with a value here, by topic."""
    present = [estimate for estimate in view.estimates if estimate.value is not None]
    view.atlas.store.load_columns((item.indicator.slug, item.category, item.period.iso) for item in present)
    topics: list[Block] = []
    for topic in Topic:
        topics += _topic(view, topic, [estimate for estimate in present if estimate.indicator.topic == topic])
    lead = prose(
        "Some measures speak of the people who live here, some of the place itself. A place can do well while its people do not, "
        "so the two stand side by side."
    )
    return Section(
        "outcomes", "People and place, by topic", "People and place", (Paragraph(lead, "lead"), *_guide(view), *topics)
    )


def _topic(view: View, topic: Topic, present: Sequence[Estimate]) -> list[Block]:
    """The measures of one topic: a card for each that says how the place stands, and one table of the others."""
    open_ = [item for item in present if item.indicator.slug in KEY or _has_verdict(view, item)]
    cards = [measure(view, item) for item in open_]
    rest = [item for item in present if item not in open_]
    title = opened(topic.value)
    blocks: list[Block] = []
    if cards:
        people = tuple(item for item in cards if item.framework == Framework.PEOPLE)
        place = tuple(item for item in cards if item.framework == Framework.PLACE)
        blocks.append(Topics(f"t-{topic.value}", title, people, place))
    if rest:
        table = _without_verdict(view, topic, rest)
        blocks.append(table if cards else Group(f"t-{topic.value}", title, (table,)))
    return blocks


def _has_verdict(view: View, estimate: Estimate) -> bool:
    held = view.comparisons.get(estimate.indicator.slug, ())
    return any(item.verdict != Verdict.NOT_COMPARABLE for item in held)


def _without_verdict(view: View, topic: Topic, present: Sequence[Estimate]) -> Table:
    """Measures for which chance cannot be told from a difference: the figures side by side, and no more claimed."""
    wanted = [(Comparator.UK, "United Kingdom"), (Comparator.NEIGHBOURS, "Statistical neighbours")]
    if view.area.level == Level.UK:
        wanted = []
    rows = []
    for item in present:
        held = {other.comparator: other for other in view.comparisons.get(item.indicator.slug, ())}
        cells: list[Text] = [prose(Label(item.indicator.named(item.category)), *_marks(item)), (figure(item),)]
        cells.append(prose(Label(item.period.label)))
        for comparator, _ in wanted:
            other = held[comparator].against if comparator in held else None
            # A figure of another period or definition would read as a comparison that cannot be made.
            fit = other is not None and other.value is not None and held[comparator].difference is not None
            cells.append((figure(other, unit=False, interval=False),) if fit and other else _NOTHING)
        rows.append(tuple(cells))
    columns = ("Measure", "Here", "When", *(name for _, name in wanted))
    return Table(f"{opened(topic.value)}: measures without a margin of error, so no verdict", columns, tuple(rows))


def _marks(estimate: Estimate) -> tuple[str, ...]:
    told = [
        (estimate.moved is not None, "modelled"),
        (estimate.status == Status.UNRELIABLE, "unreliable"),
        (estimate.status == Status.PROVISIONAL, "provisional"),
        (bool(estimate.indicator.frozen), "not updated since"),
    ]
    words = [word for true, word in told if true]
    return (f" ({', '.join(words)})",) if words else ()


def _guide(view: View) -> tuple[Block, ...]:
    """How to read the strips, with the shapes that stand for each comparator."""
    shapes: list[Text] = [(Shape("place"), " ", Label(view.name), ", with its interval where one is published")]
    named: dict[str, str] = {}
    for item in view.diagnosis.comparisons:
        if item.comparator == Comparator.NEIGHBOURS:
            named["neighbours"] = "statistical neighbours, their mean"
        else:
            named.setdefault(item.comparator.value, item.against.area.name if item.against else item.comparator_name)
    shapes += [(Shape(role), " ", Label(name)) for role, name in named.items()]
    shapes.append((Shape("spread"), " local authorities: the taller, the more of them"))
    note = prose(
        "The interval holds the true figure nineteen times in twenty. A verdict of better or worse is given only when the "
        "difference is larger than chance would make it, after allowing for all the comparisons on this page. The most extreme "
        "hundredth of authorities at each end may lie beyond a strip."
    )
    return Bullets(tuple(shapes), kind="symbols"), Paragraph(note, "note")


def measure(view: View, estimate: Estimate) -> Measure:
    """One indicator here."""
    indicator = estimate.indicator
    comparisons = view.comparisons.get(indicator.slug, ())
    key = f"m-{indicator.slug}"
    return Measure(
        id=key,
        title=indicator.named(estimate.category),
        framework=indicator.framework,
        number=figure(estimate),
        when=prose(Label(estimate.period.label), ". ", Label(indicator.meaning)),
        held=tuple(_held(item, item.against) for item in comparisons if item.against and item.against.value is not None),
        figure=Figure(
            id=f"{key}-f",
            title=indicator.short,
            sentence=_sentence(comparisons),
            charts=_charts(view, estimate, comparisons, key),
            table=_table(view, estimate, comparisons),
            notes=tuple(prose(Label(line)) for line in indicator.caveats),
        ),
        cautions=tuple(_cautions(estimate)),
    )


def _held(item: Comparison, against: Estimate) -> Held:
    name = "Statistical neighbours" if item.comparator == Comparator.NEIGHBOURS else against.area.name
    return Held(name, item.comparator.value, (figure(against, unit=False, interval=False),), Mark(item.verdict))


def _sentence(comparisons: Sequence[Comparison]) -> Text:
    """The verdicts in words: what can be told, then what cannot."""
    if not comparisons:
        return prose("There is nothing to hold it against.")
    names: dict[Verdict, list[Text]] = {}
    for item in comparisons:
        names.setdefault(item.verdict, []).append((Label(_spoken(item)),))
    parts = []
    for verdict in (*_CLEAR, Verdict.CANNOT_TELL):
        if verdict in names:
            parts += [_THAN[verdict], *listed(names[verdict], "or" if verdict == Verdict.CANNOT_TELL else "and"), ". "]
    if not parts:
        return prose(_why_none(comparisons))
    if isinstance(parts[-1], str):
        parts[-1] = parts[-1].rstrip()
    return prose(*parts)


def _why_none(comparisons: Sequence[Comparison]) -> str:
    if all(item.difference is None for item in comparisons):
        return "It is not held against other places: the table says why."
    return "Differences are shown without a verdict: how much of them is chance is not known."


def _spoken(item: Comparison) -> str:
    if item.comparator == Comparator.NEIGHBOURS:
        return "its statistical neighbours"
    name = item.against.area.name if item.against else item.comparator_name
    return f"the {name}" if name.split()[0] in {"North", "South", "East", "West", "United"} else name


def _charts(view: View, estimate: Estimate, comparisons: Sequence[Comparison], key: str) -> tuple[Strip, ...]:
    """The strip; none where there would be a single dot on it."""
    strip = _strip(view, estimate, comparisons, key)
    return (strip,) if strip.spread or len(strip.dots) > 1 else ()


def _strip(view: View, estimate: Estimate, comparisons: Sequence[Comparison], key: str) -> Strip:
    value = estimate.value or 0.0
    dots = [Dot(view.name, value, estimate.lower, estimate.upper, "place")]
    for item in comparisons:
        against = item.against
        # One axis holds one period: a comparator met in an older one stands in the table only.
        if against and against.value is not None and against.period == estimate.period and item.difference is not None:
            dots.append(Dot(item.comparator_name, against.value, None, None, item.comparator.value))
    others = ", ".join(dot.name for dot in dots[1:])
    description = f"{view.name} on a line among the local authorities of the United Kingdom that have a figure"
    return Strip(
        id=f"{key}-s",
        title=f"{estimate.indicator.short}: {view.name} among other places",
        description=f"{description}, with marks for {others}." if others else f"{description}.",
        spread=view.spread(estimate) if estimate.indicator.movement != Movement.SUM or view.area.level == Level.LAD else (),
        dots=tuple(dots),
        unit=estimate.indicator.unit,
        decimals=estimate.indicator.decimals,
    )


def _table(view: View, estimate: Estimate, comparisons: Sequence[Comparison]) -> Table:
    rows: list[tuple[Text, ...]] = [(prose(Label(view.name)), (figure(estimate),), prose(), prose(), prose())]
    for item in comparisons:
        known = item.against is not None and item.against.value is not None
        difference = gap(item)
        rows.append(
            (
                prose(Label(item.comparator_name)),
                (figure(item.against),) if known and item.against else _NOTHING,
                (difference,) if difference else _NOTHING,
                (Mark(item.verdict),),
                prose(Label(item.reason)) if item.reason else prose(),
            )
        )
    columns = ("Place", "Figure", "Difference", "Verdict", "What to know")
    return Table(f"{estimate.indicator.named(estimate.category)}, {estimate.period.label}", columns, tuple(rows), folded=True)


def _cautions(estimate: Estimate) -> Iterator[Text]:
    if estimate.moved:
        yield prose("Modelled: no figure is published for this area, so it was made from those of others. The number says how.")
    if estimate.status == Status.UNRELIABLE:
        yield prose("The publisher marks this figure as unreliable.")
    if estimate.status == Status.PROVISIONAL:
        yield prose("Provisional: the publisher may revise it.")
    if estimate.indicator.official_status == OfficialStatus.SUSPENDED:
        yield prose("Its accreditation as an official statistic is suspended.")
    if estimate.indicator.frozen:
        yield prose(Label(estimate.indicator.frozen))
