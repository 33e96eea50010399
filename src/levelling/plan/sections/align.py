"""What to align with: the outcomes commissioners ask for, each with its baseline here, or how the nearest figure differs."""

from collections.abc import Iterable, Sequence

from levelling.core.words import listed as in_words
from levelling.plan.document import Block, Bullets, Group, Inline, Label, Link, Paragraph, Section, Table, Text, Worked, prose
from levelling.plan.shown import figure, worked
from levelling.plan.view import View
from levelling.solutions.align import Met, OutcomeFramework, PlaceAlignment, PlaceOutcome, align

ORDER = 340
_FIRST = "get-britain-working"
"""Told in sentences and left out of the tables: areas plan for it, and its ages are not those of the figures."""
_TITLE, _SHORT = "What to align with", "What to align with"


def section(view: View, among: Sequence[OutcomeFramework] | None = None) -> Section | None:
    """The baselines of what is asked here; `None` where no framework asks anything of the place.

    Args:
        view: The place.
        among: The frameworks; all that come with the package where none are named.
    """
    found = align(view.atlas, view.area, among)
    if not found.asked:
        return None
    blocks: list[Block] = []
    if found.items:
        blocks.append(Paragraph(_lead(view, found), "lead"))
        blocks += _first(found)
        blocks += _table("Met by a figure here: the same definition and ages", found, Met.SAME, folded=False)
        blocks += _table("Answered only by a near figure, and how it differs", found, Met.NEAR, folded=True)
        blocks += _without(found)
    blocks += _people(found)
    if lacks := _lacks(found):
        blocks.append(Table("What was not found of the frameworks", ("Framework", "Not found"), lacks, folded=True))
    columns = ("Framework", "Publisher", "Read in")
    blocks.append(Table("Where the frameworks were read", columns, tuple(_sources(found)), folded=True))
    return Section("align", _TITLE, _SHORT, tuple(blocks))


def _lead(view: View, found: PlaceAlignment) -> Text:
    about = Worked(
        f"Outcomes asked of {view.name} as figures, by how far figures here meet them", "Counted from what is shown here."
    )

    def count(met: Met | None, none: str = "none") -> Inline:
        value = found.counted(met)
        return worked(value, about, text="" if value else none)

    frameworks = {item.framework.slug for item in found.items if item.is_asked_now}
    many = "frameworks ask" if len(frameworks) != 1 else "framework asks"
    return prose(
        "Commissioners and funders ask for results in words of their own. Of ",
        count(None),
        " outcomes that ",
        worked(len(frameworks), about),
        f" {many} of ",
        Label(view.said),
        " as figures, ",
        count(Met.SAME),
        " can be met by a figure here of the same definition and ages, ",
        count(Met.NEAR),
        " only by a near one, and ",
        count(Met.NONE),
        " by none.",
    )


def _first(found: PlaceAlignment) -> Iterable[Block]:
    """Get Britain Working in sentences: a baseline is never told without how it differs."""
    items = [item for item in found.items if item.framework.slug == _FIRST]
    if not items:
        return
    said = prose(
        "Unless they say otherwise, these outcomes count people ",
        Label("aged 18 to 66"),
        ", and most figures here stop earlier. No figure below is a baseline for them as it stands.",
    )
    lines = tuple(line for item in items for line in _sentences(item))
    yield Group("align-get-britain-working", items[0].framework.title, (Paragraph(said), Bullets(lines)))


def _sentences(item: PlaceOutcome) -> Iterable[Text]:
    """Each figure with how it differs in the same sentence; or why there is none."""
    if not item.baselines:
        yield prose(Label(f"{item.asked}: no figure here. {item.why_none}"))
    for baseline in item.baselines:
        yield prose(Label(f"{item.asked}: "), figure(baseline.estimate), Label(baseline.tail))


def _table(caption: str, found: PlaceAlignment, met: Met, *, folded: bool) -> Iterable[Block]:
    rows: list[tuple[Text, ...]] = []
    for item in found.items:
        if item.met is not met or item.framework.slug == _FIRST:
            continue
        for baseline in item.baselines:
            estimate = baseline.estimate
            modelled = ", modelled" if estimate.moved else ""
            cells: list[Text] = [
                prose(Label(item.asked)),
                prose(Label(f"{item.framework.short}{_standing(item)}")),
                (figure(estimate),),
                prose(Label(f"{estimate.period.label}{modelled}")),
            ]
            if met is Met.NEAR:
                cells.append(prose(Label(f"{estimate.indicator.named(estimate.category)}: {baseline.differs}.")))
            rows.append(tuple(cells))
    columns = ("Outcome", "Framework", "Here", "When", *(("Which figure, and how it differs",) if met is Met.NEAR else ()))
    if rows:
        yield Table(caption, columns, tuple(rows), folded=folded)


def _without(found: PlaceAlignment) -> Iterable[Block]:
    rows = tuple(
        (prose(Label(item.asked)), prose(Label(f"{item.framework.short}{_standing(item)}")), prose(Label(item.why_none)))
        for item in found.items
        if item.met is Met.NONE and item.framework.slug != _FIRST
    )
    if rows:
        yield Table("No figure here, and where one might get it", ("Outcome", "Framework", "Where"), rows, folded=True)


def _standing(item: PlaceOutcome) -> str:
    return "" if item.is_asked_now and item.outcome.standing.value == "current" else f" ({item.outcome.standing.value})"


def _people(found: PlaceAlignment) -> Iterable[Block]:
    """What funders count of the people who were helped: no figure of a place, but what a provider here would be asked for."""
    items = tuple(
        prose(
            Label(
                f"{framework.short}{'' if framework.standing.value == 'current' else f' ({framework.standing.value})'}",
                strong=True,
            ),
            ": ",
            Label(in_words([outcome.title for outcome in framework.outcomes if not outcome.asks_figure])),
            ".",
        )
        for framework in found.asked
        if any(not outcome.asks_figure for outcome in framework.outcomes)
    )
    if items:
        said = prose(
            "Some count the people who were helped, which no official figure can tell. A provider here would be asked for:"
        )
        yield Group("align-people", "What is counted of people helped", (Paragraph(said), Bullets(items)))


def _lacks(found: PlaceAlignment) -> tuple[tuple[Text, ...], ...]:
    return tuple((prose(Label(item.short)), prose(Label(lack))) for item in found.with_figures for lack in item.lacks)


def _sources(found: PlaceAlignment) -> Iterable[tuple[Text, ...]]:
    for item in found.asked:
        parts: list[Inline] = []
        for at, source in enumerate(item.sources):
            when = f", {source.date.label}" if source.date else ", no date found"
            parts += [
                "; " if at else "",
                Link(source.title, source.address) if source.address else Label(source.title),
                Label(when),
            ]
        yield prose(Label(item.title)), prose(Label(item.publisher)), tuple(part for part in parts if part != "")
