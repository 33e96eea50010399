"""Ranks: where the place stands among its kind, and how far its true rank may lie from that."""

from collections.abc import Sequence
from dataclasses import dataclass

from levelling.atlas.reading import written
from levelling.challenge.lineup import Lineup, line_up
from levelling.challenge.rank import Fifth, Ranked, ordinal, rank_of
from levelling.core.area import Level
from levelling.core.estimate import Estimate
from levelling.core.indicator import Direction
from levelling.plan.charts.kinds import Range, Ranges
from levelling.plan.document import Figure, Label, Number, Paragraph, Section, Table, Text, Worked, prose
from levelling.plan.shown import figure, worked
from levelling.plan.view import KEY, View

ORDER = 60
FEWEST = 8
"""Among fewer places than this a rank says little."""
MOST = 18
_HOW = (
    "Places whose figures differ by more than chance makes the largest difference are surely better or worse; the true rank lies "
    "between the two (Mogstad, Romano, Shaikh and Wilhelm)."
)


@dataclass(frozen=True, slots=True)
class Row:
    """One measure: its estimate here, who is in line, and the place's rank with its set."""

    estimate: Estimate
    lineup: Lineup
    ranked: Ranked
    lower: int
    upper: int


def section(view: View) -> Section | None:
    """One line a measure, from best to worst; `None` for the UK and its nations, of which there are too few to rank."""
    if view.area.level in {Level.UK, Level.NATION}:
        return None
    rows = _rows(view)
    if not rows:
        why = prose("No figure of ", Label(view.said), " comes with a margin of error that would give its rank one.")
        return Section("ranks", "How sure its ranks are", "Ranks", (Paragraph(why),))
    return Section("ranks", "How sure its ranks are", "Ranks", (Paragraph(_lead(view, rows), "lead"), _drawn(view, rows)))


def _rows(view: View) -> list[Row]:
    """The measures with an interval here, the key ones first."""
    own = [item for item in view.estimates if item.has_interval and item.moved is None]
    own.sort(key=lambda item: KEY.index(item.indicator.slug) if item.indicator.slug in KEY else len(KEY))
    view.atlas.store.load_columns([(item.indicator.slug, item.category, written(item.period)) for item in own])
    found = []
    for item in own[:MOST]:
        lineup = _lineup(view, item)
        ranked = rank_of(lineup, view.area) if len(lineup.sure) >= FEWEST else None
        if ranked is not None and ranked.rank_lower is not None and ranked.rank_upper is not None:
            found.append(Row(item, lineup, ranked, ranked.rank_lower, ranked.rank_upper))
    return found


def _lineup(view: View, item: Estimate) -> Lineup:
    key = ("ranks", view.area.level, item.indicator.slug, item.category, item.period)
    if key not in view.shared:
        view.shared[key] = line_up(view.atlas, item.indicator.slug, view.area.level, item.period, item.category)
    kept: Lineup = view.shared[key]
    return kept


def _lead(view: View, rows: Sequence[Row]) -> Text:
    inputs = tuple(row.estimate for row in rows)

    def count(number: int, what: str) -> Number:
        return worked(number, Worked(what, _HOW, inputs=inputs), text="" if number else "none")

    def fifth(which: Fifth) -> Number:
        return count(sum(row.ranked.fifth == which for row in rows), f"Measures on which {view.name} is {which.value}")

    untold = sum(row.ranked.fifth == Fifth.CANNOT_TELL for row in rows)
    not_best = sum(5 * row.lower > row.ranked.of for row in rows)
    return prose(
        "Of the ",
        count(len(rows), "Measures with a margin of error"),
        " measures here with a margin of error, " if len(rows) > 1 else " measure here with a margin of error, ",
        Label(view.said),
        " is surely in the best fifth of ",
        Label(view.area.level.plural),
        " on ",
        fifth(Fifth.BEST),
        " and surely in the worst fifth on ",
        fifth(Fifth.WORST),
        ". It is surely outside the best fifth on ",
        count(not_best, f"Measures on which {view.name} is surely not in the best fifth"),
        ". On ",
        count(untold, f"Measures on which the fifth {view.name} is in cannot be told"),
        " nobody can say which fifth it is in, though a league table would.",
    )


def _drawn(view: View, rows: Sequence[Row]) -> Figure:
    chart = Ranges(
        id="ranks-ranges",
        title=f"Where {view.name} ranks, and where it may truly rank",
        description=f"One line a measure for {view.name}, from the best place on the left to the worst on the right. "
        "The table holds the ranks.",
        rows=tuple(_range(row) for row in rows),
        unit="first is 0, last is 100",
        decimals=0,
        ends=(0.0, 100.0),
    )
    first = rows[0]
    sentence = prose(
        Label(first.estimate.indicator.short),
        ": ",
        Label(view.said),
        " is ",
        _place(first, first.ranked.rank),
        " of ",
        _of(first),
        ", but its true place may be anything from ",
        _place(first, first.lower),
        " to ",
        _place(first, first.upper),
        ".",
    )
    notes = (
        prose(
            "Each line covers the true rank of this place on this measure with ninety-five per cent confidence. The dot is the "
            "rank of the published figure. First is the best, or the highest where neither way is good."
        ),
        prose(
            "Places are taken as surveyed apart from each other. A place without a margin of error is counted as neither surely "
            "above nor surely below."
        ),
    )
    return Figure("f-ranks-ranges", "Where it may truly rank", sentence, (chart,), notes, _table(view, rows))


def _range(row: Row) -> Range:
    last = max(1, row.ranked.of - 1)

    def along(rank: int) -> float:
        return 100 * (rank - 1) / last

    name = row.estimate.indicator.short
    shown = f"{row.lower} to {row.upper} of {row.ranked.of}"
    return Range(name, along(row.ranked.rank), along(row.lower), along(row.upper), "place", shown)


def _table(view: View, rows: Sequence[Row]) -> Table:
    cells = tuple(
        (
            prose(Label(row.estimate.indicator.named(row.estimate.category)), *_which(row)),
            (figure(row.estimate), " ", Label(row.estimate.period.label)),
            prose("joint " if row.ranked.tied else "", _place(row, row.ranked.rank)),
            _span(row),
            (_of(row),),
        )
        for row in rows
    )
    return Table(
        f"Ranks of {view.name} among {view.area.level.plural}", ("Measure", "Figure", "Rank", "May truly rank", "Of"), cells, True
    )


def _which(row: Row) -> tuple[str, ...]:
    return (" (first is highest)",) if row.estimate.indicator.direction == Direction.NEITHER else ()


def _span(row: Row) -> Text:
    low, high = _place(row, row.lower), _place(row, row.upper)
    return (low,) if row.lower == row.upper else (low, " to ", high)


def _place(row: Row, rank: int) -> Number:
    return worked(rank, _about(row), text=ordinal(rank))


def _of(row: Row) -> Number:
    return worked(row.ranked.of, _about(row))


def _about(row: Row) -> Worked:
    """One reference for the rank, for the ranks it may truly have and for how many are ranked: all are come by together."""
    what = f"Rank of {row.estimate.area.name} among {row.lineup.who}: {row.estimate.indicator.named(row.estimate.category)}"
    how = f"The rank is one more than the number of places with a better figure. {_HOW}"
    return Worked(what, how, row.estimate.period.label, (row.estimate,))
