"""A logic model on a page: its picture and every link, what a change would do, the matrix of partners, and what to mind."""

from levelling.atlas import Atlas
from levelling.core.estimate import Estimate
from levelling.core.words import amount, listed, number
from levelling.plan.charts.boxes import Arrow, Box, Diagram
from levelling.plan.document import (
    Block,
    Bullets,
    Document,
    Figure,
    Label,
    Number,
    Paragraph,
    Section,
    Table,
    Text,
    Worked,
    prose,
)
from levelling.plan.document import Link as Address
from levelling.plan.leaf import leaf
from levelling.plan.reckoned import reckoned
from levelling.plan.shown import figure
from levelling.plan.told import told
from levelling.practice.logic import Change, Effect, Kind, Link, Logic, Matrix, Model, Monitor, Node, write_model
from levelling.practice.logic.matrix import NOBODY
from levelling.practice.logic.monitor import Watched
from levelling.practice.logic.words import lag_words, size_words

KICKER = "A logic model"


def document(atlas: Atlas, logic: Logic) -> Document:
    """The page: the picture, then whatever was asked of the model, then what to mind."""
    here = logic.change.node.id if logic.change else ""
    sections = [_picture(logic.model, here)]
    sections += [_change(logic.change)] if logic.change else []
    sections += [_matrix(logic.matrix)] if logic.matrix else []
    sections += [_monitor(logic.monitor)] if logic.monitor else []
    sections += [_mind(logic)] if logic.warnings else []
    area = logic.monitor.area if logic.monitor else None
    return leaf(atlas, logic.model.title, _about(logic.model), sections, area=area, kind=_made_of(logic.model), kicker=KICKER)


def picture(atlas: Atlas, model: Model) -> Document:
    """The picture and the table of all links, alone."""
    return leaf(atlas, model.title, _about(model), (_picture(model, ""),), kind=_made_of(model), kicker=KICKER)


def _about(model: Model) -> Text:
    return prose(Label(model.about)) if model.about else prose("A theory of change: what leads to what, and who says so.")


def _made_of(model: Model) -> str:
    owners = len({node.owner for node in model.nodes if node.owner})
    partners = f", {owners} {'partners' if owners > 1 else 'partner'}" if owners else ""
    return f"{len(model.nodes)} things, {len(model.links)} links{partners}"


def diagram(model: Model, here: str = "") -> Diagram:
    """The picture of a model.

    Args:
        model: The model.
        here: The node to set off from the others; empty for none.
    """
    kinds = [kind for kind in Kind if any(node.kind is kind for node in model.nodes)]
    banded = Kind.NOT_SAID not in kinds
    boxes = tuple(
        Box(node.id, node.label, kinds.index(node.kind) if banded else -1, node.owner, here=node.id == here)
        for node in model.nodes
    )
    arrows = tuple(Arrow(link.start, link.end, link.sign.value) for link in model.links)
    bands = tuple(kind.plural for kind in kinds) if banded else ()
    columns = f" in columns for {listed([band.lower() for band in bands])}" if bands else ""
    description = (
        f"{len(boxes)} boxes{columns}, joined by {len(arrows)} arrows that run from left to right. "
        "Each arrow bears its sign. The table of links lists all of them."
    )
    return Diagram("logic-model", model.title, description, boxes, arrows, bands, write_model(model, "mermaid"))


def _picture(model: Model, here: str) -> Section:
    counted = Worked("Links of the model", "Counted in the file of the model.")
    supposed = sum(link.supposed for link in model.links)
    sentence = f"{len(model.links)} links join {len(model.nodes)} things. "
    rest = f"{supposed} links are" if supposed > 1 else "One link is"
    sentence += f"{rest} supposed by the author, without a source." if supposed else "Each link has a source."
    columns = ("From", "To", "Direction", "How much", "After", "Grade", "Source", "For whom", "What to mind")
    table = Table("Every link", columns, tuple(_link_row(model, link) for link in model.links))
    notes = [prose("Grades run from A, trials, to E, quoted at second hand.")]
    if any(link.alternative for link in model.links):
        notes.append(
            prose("Where two arrows join the same boxes, findings contradict each other: they are tried in turn, never averaged.")
        )
    shown = Figure("logic", "What leads to what", reckoned(sentence, counted), (diagram(model, here),), tuple(notes), table)
    return Section("picture", "The model", "The model", (shown,))


def _link_row(model: Model, link: Link) -> tuple[Text, ...]:
    start, end = model.node(link.start), model.node(link.end)
    mind = [link.note, f"One of several findings: {link.alternative}." if link.alternative else ""]
    return (
        prose(Label(start.label)),
        prose(Label(end.label)),
        prose(f"{link.sign.value.replace('-', '−').replace('0', '')} {link.sign.words}".strip()),
        _size(link, f"{start.label} to {end.label}"),
        prose(Label(lag_words(link.lag) or "not said")),
        prose(link.basis.grade or "none"),
        _source(link),
        prose(Label(link.basis.applies_to or "not said")),
        prose(Label(" ".join(part for part in mind if part))),
    )


def _size(link: Link, what: str) -> Text:
    if link.size is None:
        return prose("not known")
    at = f", {link.basis.address}" if link.basis.address else ""
    about = Worked(f"Size of a link: {what}", f"Quoted from: {link.basis.source}{at}", link.basis.date)
    return reckoned(size_words(link.size), about, [link.size.unit, link.size.per])


def _source(link: Link) -> Text:
    if link.supposed:
        return prose("none: the author supposes it")
    date = f", {link.basis.date}" if link.basis.date else ""
    source = Address(link.basis.source, link.basis.address) if link.basis.address else Label(link.basis.source)
    return prose(source, Label(date))


def _change(change: Change) -> Section:
    names = [node.label for node in change.model.nodes] + [node.unit for node in change.model.nodes]
    put = Worked("The change put in", "Quoted from: whoever asked for the page.")
    about = Worked(
        "What follows from the change",
        "Counted by multiplying the sizes of the links along each path and adding up the paths, "
        f"over {change.draws:,} draws from seed {change.seed}",
    )
    lead = Paragraph(("Put in: ", *reckoned(change.title, put, names), "."), "lead")
    columns = ("What changes", "Who answers for it", "Direction", "By how much", "After", "Paths", "Strongest evidence")
    table = Table("What follows", columns, tuple(_effect_row(effect, about) for effect in change.effects))
    unsure = [_told(effect, about) for effect in change.effects if effect.direction.value == "?"]
    blocks: list[Block] = [lead, table]
    blocks += [Bullets(tuple(unsure))] if unsure else []
    blocks += [Paragraph(reckoned(caution, about, names), "note") for caution in change.cautions]
    spread = Label("In brackets: where 95% of the draws lie.")
    blocks += [Paragraph(prose(spread), "note")] if any(effect.lower is not None for effect in change.effects) else []
    return Section("change", "What a change would do", "A change", tuple(blocks))


def _effect_row(effect: Effect, about: Worked) -> tuple[Text, ...]:
    node = effect.node
    does = f"{effect.direction.words}{f': {effect.good}' if effect.good else ''}"
    much = reckoned(effect.amount, about, [node.unit]) if effect.amount else prose("a direction alone")
    return (
        prose(Label(node.label)),
        prose(Label(node.owner or NOBODY)),
        prose(does),
        much,
        prose(Label(lag_words(effect.lag) or "not said of every link")),
        (_count(max(reading.count for reading in effect.readings), f"Paths to: {node.label}"),),
        prose(effect.grade or "none graded all along"),
    )


def _told(effect: Effect, about: Worked) -> Text:
    found = [words for reading in effect.readings for words in reading.taken]
    return reckoned(effect.sentence, about, [effect.node.label, effect.node.unit, lag_words(effect.lag), *found])


def _count(value: int, what: str) -> Number:
    return Number(number(value, 0), value, "", Worked(what, "Counted along the links of the model."))


def _matrix(found: Matrix) -> Section:
    columns = ("Action, and whose", *(f"{node.label} ({node.owner or NOBODY})" for node in found.outcomes))
    rows = tuple(_action_row(found, action) for action in found.actions)
    about = Worked("Pairs of partners", "Counted in the matrix of the model.")
    names = [node.owner for node in found.model.nodes] + [node.label for node in found.model.nodes]
    lead = [Paragraph(reckoned(sentence, about, names), "lead") for sentence in found.sentences]
    how = prose(
        "Each cell says what more of the action does to the outcome, the strongest evidence for it and along how many paths. "
        "A path is as strong as its weakest link."
    )
    table = Table("What one partner's action does for another's outcome", columns, rows)
    return Section("matrix", "Whose action helps whose outcome", "The matrix", (*lead, table, Paragraph(how, "note")))


def _action_row(found: Matrix, action: Node) -> tuple[Text, ...]:
    about = Worked(f"Paths from: {action.label}", "Counted along the links of the model.")
    cells = [_cell_words(cell.words, about) for cell in found.row(action)]
    return (prose(Label(f"{action.label} ({action.owner or NOBODY})")), *cells)


def _cell_words(words: str, about: Worked) -> Text:
    sign, _, rest = words.partition(" ")
    return (Label(f"{sign} "), *reckoned(rest, about)) if sign in {"+", "−", "0", "?"} else prose(words)


def _monitor(found: Monitor) -> Section:
    columns = ("What is watched", "Who answers for it", "Indicator", "Baseline", "Newest", "Trajectory then", "How it stands")
    rows = tuple(_watched_row(item) for item in found.items)
    blocks: list[Block] = [Table(f"Indicators in {found.area.name}", columns, rows)]
    blocks.append(Bullets(tuple(_watched_words(item) for item in found.items)))
    if found.as_of is not None:
        blocks.append(Paragraph(prose("Figures for periods that end after ", Label(found.as_of.label), " are left out."), "note"))
    rule = (
        "On track: the whole published range lies at or beyond the trajectory. Off track: the whole of it lies short. "
        "A figure without a published range, or across a break of its series, is not judged."
    )
    return Section("watched", "Whether it comes about", "Monitoring", (*blocks, Paragraph(prose(rule), "note")))


def _watched_row(item: Watched) -> tuple[Text, ...]:
    return (
        prose(Label(item.node.label)),
        prose(Label(item.node.owner or NOBODY)),
        prose(Label(item.indicator.named(item.newest.category))),
        _when(item.baseline),
        _when(item.newest),
        (_line(item),) if item.expected is not None else prose("none"),
        prose(item.track.value),
    )


def _when(item: Estimate | None) -> Text:
    return (figure(item), Label(f", {item.period.label}")) if item is not None and item.value is not None else prose("none")


def _line(item: Watched) -> Number:
    value = item.expected or 0.0
    how = "Quoted from: the model's own targets, on a straight line from the baseline"
    return Number(amount(value, item.indicator), value, item.indicator.unit, Worked(f"Trajectory: {item.node.label}", how))


def _watched_words(item: Watched) -> Text:
    origins = [one for one in (item.newest, item.baseline) if one is not None]
    return told(item.sentence, origins, [item.node.label])


def _mind(logic: Logic) -> Section:
    items = tuple(prose(Label(f"{one.where}: ", strong=True), Label(one.what)) for one in logic.warnings)
    lead = Paragraph(prose("None of this stops the model from being used. Look at it before you rest on it."), "lead")
    return Section("mind", "What to mind", "To mind", (lead, Bullets(items)))
