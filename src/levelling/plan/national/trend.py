"""What has changed: in every place of a kind by one measure, and in one place by many."""

from collections.abc import Sequence

from levelling.atlas import Atlas
from levelling.challenge.trend import Course, Trend
from levelling.core.area import Area, Level
from levelling.core.comparison import Verdict
from levelling.plan.charts.country import country_map
from levelling.plan.charts.kinds import Range, Ranges
from levelling.plan.document import (
    Block,
    Document,
    Figure,
    Label,
    Mark,
    Number,
    Paragraph,
    Section,
    Table,
    Text,
    Worked,
    prose,
)
from levelling.plan.leaf import leaf
from levelling.plan.sections.trends import a_year, change, earlier, every, newest
from levelling.plan.shown import worked
from levelling.plan.view import spoken

_COURSES = (Course.RISING, Course.CANNOT_TELL, Course.FALLING)
_NAMES = ("Rising", "Cannot tell", "Falling")
_SHOWN = 40


def document(atlas: Atlas, found: Sequence[Trend], level: Level) -> Document:
    """The page of one measure: a map of what has surely changed, the changes drawn, and all of them in a table."""
    indicator = found[0].now.indicator
    title = indicator.named(found[0].now.category)
    tested = [item for item in found if item.p_value is not None]
    blocks: list[Block] = []
    if tested and level == Level.LAD:
        blocks.append(_map(atlas, found, tested))
    if tested:
        blocks.append(_drawn(tested))
    else:
        blocks.append(
            Paragraph(prose("No interval is published, so chance cannot be told from a change in any of these places."))
        )
    blocks.append(_table(found))
    summary = prose("What has changed in each place, corrected for looking at so many.")
    made = Section("trend", "What has changed", "Changes", tuple(blocks))
    return leaf(atlas, f"Change: {title}", summary, (made,), kind=level.plural.capitalize())


def of_place(atlas: Atlas, area: Area, found: Sequence[Trend]) -> Document:
    """The page of one place: each measure, now and then, with its change and slope."""
    name = spoken(area.name)
    tested = [item for item in found if item.p_value is not None]
    blocks: tuple[Block, ...] = (
        Paragraph(
            prose(
                "Of ",
                _count(len(tested), "Changes with an interval", found),
                " changes that come with an interval, ",
                _count(sum(item.verdict == Verdict.BETTER for item in found), "Changes for the better", found),
                " are surely for the better and ",
                _count(sum(item.verdict == Verdict.WORSE for item in found), "Changes for the worse", found),
                " surely for the worse.",
            ),
            "lead",
        ),
        every(found),
    )
    summary = prose("What has changed in ", Label(name), ", with how sure each change is.")
    return leaf(atlas, f"{name}: what has changed", summary, (Section("trend", "Then and now", "Changes", blocks),), area=area)


def _map(atlas: Atlas, found: Sequence[Trend], tested: Sequence[Trend]) -> Figure:
    bands = {item.now.area.code: _COURSES.index(item.course) for item in tested}
    charts = country_map(
        atlas,
        "trend-map",
        "Where it has changed",
        "Local authorities by whether the measure has surely risen, surely fallen, or nobody can tell. The table lists them.",
        bands,
        _NAMES,
        palette="kinds",
    )
    rising, untold, falling = (
        _count(sum(item.course == course for item in tested), f"Places: {name}", found)
        for course, name in zip(_COURSES, _NAMES, strict=True)
    )
    sentence = prose(
        "Of ",
        _count(len(tested), "Places with an interval in both periods", found),
        " places, it has surely risen in ",
        rising,
        " and surely fallen in ",
        falling,
        ". In ",
        untold,
        " nobody can tell a change from chance.",
    )
    rows = tuple(((Label(spoken(item.now.area.name)),), (Label(item.course.value),)) for item in tested)
    table = Table("Which way each has gone", ("Place", "Course"), rows, folded=True)
    note = prose(
        "Corrected for looking at so many: of the changes declared, no more than one in twenty is expected to be chance."
    )
    return Figure("f-trend-map", "Where it has changed", sentence, charts, (note,), table)


def _drawn(tested: Sequence[Trend]) -> Figure:
    ordered = sorted(tested, key=lambda item: item.difference or 0.0)
    chosen = ordered if len(ordered) <= _SHOWN else [*ordered[: _SHOWN // 2], *ordered[-_SHOWN // 2 :]]
    indicator = chosen[0].now.indicator
    chart = Ranges(
        id="trend-ranges",
        title=f"Change in {indicator.short}",
        description="One line a place: the change and its interval, against a line for no change. The table holds the figures.",
        rows=tuple(Range(spoken(item.now.area.name), item.difference, item.lower, item.upper, "area") for item in chosen),
        unit="percentage points" if indicator.unit == "%" else indicator.unit,
        decimals=indicator.decimals,
        level=0.0,
    )
    some = "The places with the largest falls and rises are drawn." if len(ordered) > _SHOWN else "Every place is drawn."
    sentence = prose(f"{some} Where a line crosses nought, the change may be chance.")
    rows = tuple(((Label(spoken(item.now.area.name)),), change(item), (Mark(item.verdict),)) for item in chosen)
    table = Table("The changes drawn", ("Place", "Change", "Verdict"), rows, folded=True)
    note = prose("Each interval is for its place alone; the verdicts are corrected for their number.")
    return Figure("f-trend-ranges", "The largest changes", sentence, (chart,), (note,), table)


def _table(found: Sequence[Trend]) -> Table:
    rows: list[tuple[Text, ...]] = []
    for item in found:
        name = prose(Label(spoken(item.now.area.name)))
        rows.append(
            (name, earlier(item), newest(item), change(item), a_year(item), (Mark(item.verdict),), prose(Label(item.reason)))
        )
    columns = ("Place", "Earlier", "Newest", "Change", "A year", "Verdict", "What to know")
    return Table("Every place now and earlier", columns, tuple(rows), folded=True)


def _count(number: int, what: str, found: Sequence[Trend]) -> Number:
    about = Worked(what, "Counted.", releases=tuple(dict.fromkeys(item.now.release for item in found)))
    return worked(number, about, text="" if number else "none")
