"""Ranks of a whole country: how far each may truly lie, and which places are surely at the top or the bottom."""

from collections.abc import Mapping, Sequence

from levelling.atlas import Atlas
from levelling.challenge.rank import Fifth, Ranked, Ranking, estimates_of, ordinal
from levelling.core.area import Level
from levelling.core.estimate import Estimate
from levelling.core.indicator import Direction, Release
from levelling.core.words import listed
from levelling.plan.charts.country import country_map
from levelling.plan.charts.kinds import Range, Ranges
from levelling.plan.document import Block, Document, Figure, Label, Number, Paragraph, Section, Table, Text, Worked, prose
from levelling.plan.leaf import leaf
from levelling.plan.shown import figure, worked
from levelling.plan.view import spoken

_SHOWN = 40
_NAMES = (
    "Surely in the best fifth",
    "Surely not in the worst fifth",
    "Surely in neither",
    "Surely not in the best fifth",
    "Surely in the worst fifth",
    "Cannot tell",
)
Behind = Mapping[str, Estimate]
"""The estimate behind each rank, by area code."""
_HOW = "By confidence sets for ranks (Mogstad, Romano, Shaikh and Wilhelm) from the published intervals of all places."


def document(atlas: Atlas, found: Sequence[Ranking]) -> Document:
    """The page: for each measure a map of what is sure, a drawing of how far ranks may lie, and every rank in a table."""
    titles = listed([each.indicator.short for each in found[:3]])
    summary = prose("Where each place stands, and where it may truly stand, given the margins of error of all.")
    return leaf(atlas, f"Ranks: {titles}", summary, tuple(_section(atlas, each, at) for at, each in enumerate(found)))


def _section(atlas: Atlas, found: Ranking, at: int) -> Section:
    name = f"rank-{at}"
    lineup, behind = found.lineup, estimates_of(atlas, found.lineup)
    together = any(item.rank_lower_simultaneous is not None for item in found.ranked)
    blocks: list[Block] = [Paragraph(prose(Label(note))) for note in found.notes]
    if found.has_intervals:
        if lineup.level == Level.LAD:
            blocks.append(_map(atlas, found, behind, name, together=together))
        blocks.append(_ranges(found, behind, name, together=together))
    blocks.append(_table(found, behind))
    title = f"{lineup.indicator.named(lineup.category)}, {lineup.period.label}"
    return Section(name, title, lineup.indicator.short, tuple(blocks))


def _map(atlas: Atlas, found: Ranking, behind: Behind, name: str, *, together: bool) -> Figure:
    bands = {item.area.code: band for item in found.ranked if (band := _band(item, together=together)) is not None}
    names = tuple(name.replace("best", _top(found)).replace("worst", _bottom(found)) for name in _NAMES)
    charts = country_map(
        atlas,
        f"{name}-map",
        "What is sure of each rank",
        "Local authorities by which fifth they are surely in or surely not in. The table lists them.",
        bands,
        names,
        palette="kinds",
    )
    counts = [_counted(found, behind, sum(band == at for band in bands.values()), name) for at, name in enumerate(names)]
    sentence = prose(
        "Of ",
        _counted(found, behind, len(found.ranked), "Places ranked"),
        f" {found.lineup.level.plural}, ",
        counts[0],
        f" are surely in the {_top(found)} fifth and ",
        counts[1],
        f" more surely not in the {_bottom(found)}; ",
        counts[4],
        f" are surely in the {_bottom(found)} fifth and ",
        counts[3],
        f" more surely not in the {_top(found)}. Surely in neither: ",
        counts[2],
        ". Of ",
        counts[5],
        " the figures cannot say.",
    )
    notes = (prose("All of these claims hold together with ninety-five per cent confidence."),) if together else ()
    rows = tuple(
        (
            (Label(spoken(item.area.name)),),
            (_rank(found, behind, item, item.rank),),
            (Label(names[bands[item.area.code]] if item.area.code in bands else "no interval"),),
        )
        for item in found.ranked
    )
    table = Table("What is sure of each place", ("Place", "Rank", "Fifth"), rows, folded=True)
    return Figure(f"f-{name}-map", "Who is surely at the top or the bottom", sentence, charts, notes, table)


def _ranges(found: Ranking, behind: Behind, name: str, *, together: bool) -> Figure:
    items = [item for item in found.ranked if _ends(item, together=together) is not None]
    chosen = items if len(items) <= _SHOWN else [items[round(n * (len(items) - 1) / (_SHOWN - 1))] for n in range(_SHOWN)]
    chart = Ranges(
        id=f"{name}-ranges",
        title=f"Ranks and how far they may truly lie: {found.indicator.short}",
        description="One line a place, from the best rank it may truly have to the worst. The table holds every rank.",
        rows=tuple(_line(item, together=together) for item in chosen),
        unit="rank",
        decimals=0,
        ends=(1.0, float(len(found.ranked))),
    )
    widths = sorted(upper - lower + 1 for item in items for lower, upper in [_ends(item, together=together) or (0, 0)])
    middle = widths[len(widths) // 2]
    sentence = prose(
        "For the place in the middle, ", _counted(found, behind, middle, "Ranks a place may truly have, median"), " of ",
        _counted(found, behind, len(found.ranked), "Places ranked"), " ranks cannot be ruled out.",
    )  # fmt: skip
    some = (prose("Places are shown at even steps down the list; the table below has them all."),) if len(items) > _SHOWN else ()
    how = prose(
        "The lines hold for all places at once."
        if together
        else "Each line holds for one place alone; of many places taken together, some will lie outside theirs."
    )
    rows = tuple(
        ((Label(spoken(item.area.name)),), (_rank(found, behind, item, item.rank),), _span(found, behind, item, together))
        for item in chosen
    )
    table = Table("The places drawn", ("Place", "Rank", "May truly rank"), rows, folded=True)
    return Figure(f"f-{name}-ranges", "How far each rank may lie", sentence, (chart,), (*some, how), table)


def _line(item: Ranked, *, together: bool) -> Range:
    lower, upper = _ends(item, together=together) or (item.rank, item.rank)
    return Range(spoken(item.area.name), item.rank, lower, upper, "area", f"{item.rank} ({lower} to {upper})")


def _table(found: Ranking, behind: Behind) -> Table:
    columns = ["Place", "Figure", "Rank"]
    columns += ["May truly rank"] if any(item.rank_lower is not None for item in found.ranked) else []
    columns += ["All at once"] if any(item.rank_lower_simultaneous is not None for item in found.ranked) else []
    rows = []
    for item in found.ranked:
        cells: list[Text] = [
            (Label(spoken(item.area.name)),),
            (figure(behind[item.area.code]),),
            (_rank(found, behind, item, item.rank),),
        ]
        for column, together in (("May truly rank", False), ("All at once", True)):
            if column in columns:
                cells.append(_span(found, behind, item, together))
        rows.append(tuple(cells))
    first = "highest" if found.indicator.direction == Direction.NEITHER else "best"
    return Table(f"Every rank; first is {first}", tuple(columns), tuple(rows), folded=True)


def _span(found: Ranking, behind: Behind, item: Ranked, together: bool) -> Text:
    ends = _ends(item, together=together)
    if ends is None:
        return prose("no interval")
    low, high = (_rank(found, behind, item, end) for end in ends)
    return (low,) if ends[0] == ends[1] else (low, " to ", high)


def _ends(item: Ranked, *, together: bool) -> tuple[int, int] | None:
    lower, upper = (
        (item.rank_lower_simultaneous, item.rank_upper_simultaneous) if together else (item.rank_lower, item.rank_upper)
    )
    return None if lower is None or upper is None else (lower, upper)


def _band(item: Ranked, *, together: bool) -> int | None:
    """Which of the map's classes a place is in; `None` without an interval."""
    ends = _ends(item, together=together)
    if ends is None:
        return None
    fifth = Fifth.of(*ends, item.of)
    if fifth != Fifth.CANNOT_TELL:
        return {Fifth.BEST: 0, Fifth.MIDDLE: 2, Fifth.WORST: 4}[fifth or Fifth.MIDDLE]
    if 5 * ends[1] <= 4 * item.of:
        return 1
    return 3 if 5 * ends[0] > item.of else 5


def _top(found: Ranking) -> str:
    return "highest" if found.indicator.direction == Direction.NEITHER else "best"


def _bottom(found: Ranking) -> str:
    return "lowest" if found.indicator.direction == Direction.NEITHER else "worst"


def _rank(found: Ranking, behind: Behind, item: Ranked, rank: int) -> Number:
    lineup = found.lineup
    about = f"Rank of {item.area.name}: {lineup.indicator.named(lineup.category)}"
    return worked(rank, Worked(about, _HOW, lineup.period.label, (behind[item.area.code],)), text=ordinal(rank))


def _counted(found: Ranking, behind: Behind, number: int, what: str) -> Number:
    about = Worked(
        f"{what}: {found.indicator.named(found.lineup.category)}", _HOW, found.lineup.period.label, (), _releases(behind)
    )
    return worked(number, about, text="" if number else "none")


def _releases(behind: Behind) -> tuple[Release, ...]:
    return tuple(dict.fromkeys(item.release for item in behind.values()))
