"""Inequality between places over the years: one line an indicator, and what lies between and within groups."""

from collections.abc import Sequence
from dataclasses import replace

from levelling.atlas import Atlas
from levelling.challenge.inequality import Inequality, Moment
from levelling.challenge.inequality.reading import PEOPLE
from levelling.core.words import number
from levelling.plan.charts.kinds import Line, Lines, Point
from levelling.plan.document import Block, Bullets, Document, Figure, Label, Paragraph, Section, Shape, Table, Text, Worked, prose
from levelling.plan.leaf import leaf
from levelling.plan.reckoned import reckoned
from levelling.plan.shown import worked
from levelling.plan.view import spoken

_ROLES = ("place", "income", "region", "nation", "neighbours", "area")
_MEASURES = {"theil_t": "Theil T", "theil_l": "Theil L", "gini": "Gini", "cv": "Variation", "ratio_90_10": "90:10"}
_DECIMALS = {"theil_t": 4, "theil_l": 4, "gini": 3, "cv": 3, "ratio_90_10": 2}


_DRAWN = ("theil_t", "gini")
"""Measures that are drawn with their interval."""


def document(atlas: Atlas, found: Sequence[Inequality]) -> Document:
    """The page: the lines of every indicator asked for, then each by itself."""
    level = found[0].level.plural
    summary = prose(Label(f"How unequal {level} are, year by year."))
    sections = [_together(atlas, found)] if len(found) > 1 else []
    sections += [_alone(atlas, item) for item in found]
    return leaf(atlas, f"Inequality between {level}", summary, sections, kind=found[0].name)


def _together(atlas: Atlas, found: Sequence[Inequality]) -> Section:
    """One drawing of all, by the Gini coefficient: it is on one scale, and leans least on a single place."""
    chart = Lines(
        id="inequality-together-lines",
        title="Gini coefficient of each",
        description="One line for each indicator. The table holds the figures.",
        lines=tuple(Line(item.indicator.short, _ROLES[at % len(_ROLES)], _points(item, "gini")) for at, item in enumerate(found)),
        breaks=(),
        unit="",
        decimals=3,
        wide=True,
        nought=True,
    )
    years = sorted({moment.period.end.year for item in found for moment in item.moments})
    by_year = [{moment.period.end.year: moment for moment in item.moments} for item in found]
    rows = tuple(
        (
            prose(Label(str(year))),
            *(
                _cell(atlas, item, at[year], "gini") if year in at else prose("none")
                for item, at in zip(found, by_year, strict=True)
            ),
        )
        for year in years
    )
    key: list[Shape | str | Label] = []
    for at, item in enumerate(found):
        key += [Shape(f"line-{_ROLES[at % len(_ROLES)]}"), " ", Label(item.indicator.title), "\u2003"]
    columns = ("Year", *(item.indicator.short for item in found))
    table = Table("Gini coefficient of each indicator", columns, rows, folded=True)
    sentence = prose("Nought is equality. The Gini coefficient is half the mean difference between two people, over the mean.")
    figure = Figure("f-inequality-together", "Side by side", sentence, (chart,), (prose(*key),), table)
    return Section("inequality-together", "Side by side", "Side by side", (figure,))


def _alone(atlas: Atlas, item: Inequality) -> Section:
    id_ = f"inequality-{item.indicator.slug}"
    about = _about(atlas, item, "Measures of inequality")
    names = (item.indicator.title, item.level.plural, *(moment.period.label for moment in item.moments))
    lead, *others = item.sentences
    blocks: list[Block] = [
        Paragraph(reckoned(lead, about, names), "lead"),
        _lines(atlas, item, id_),
        *_groups(atlas, item),
        Bullets(tuple(reckoned(sentence, about, names) for sentence in (*others, *item.notes))),
    ]
    return Section(id_, item.indicator.title, item.indicator.short, tuple(blocks))


def _lines(atlas: Atlas, item: Inequality, id_: str) -> Figure:
    lines = [Line("Theil T", "place", _points(item, "theil_t"))]
    key: list[Shape | str] = [Shape("line-place"), " Theil T, with its interval\u2003"]
    if item.newest.between is not None:
        between = tuple(Point(one.period.middle, one.between.value) for one in item.moments if one.between)
        lines.insert(0, Line("between groups", "region", between))
        key += [Shape("line-region"), " the part between groups"]
    chart = Lines(
        id=f"{id_}-lines",
        title=f"Theil T of {item.indicator.short}",
        description="Inequality through the years. The table holds the figures.",
        lines=tuple(lines),
        breaks=tuple(one.period.middle for one in item.moments if one.broken),
        unit="",
        decimals=3,
        wide=True,
        nought=True,
    )
    rows = tuple(
        (prose(Label(one.period.label)), *(_cell(atlas, item, one, name) for name in _MEASURES), *_halves(atlas, item, one))
        for one in item.moments
    )
    split = ("Between", "Within") if item.newest.between else ()
    lessened = item.newest.measures["theil_t"].without_noise is not None
    caption = f"Measures of inequality{', less what survey error adds' if lessened else ''}"
    table = Table(caption, ("Period", *_MEASURES.values(), *split), rows, folded=True)
    sentence = prose("The higher the line, the further places are apart; at nought all have the same.")
    return Figure(f"f-{id_}", "Through the years", sentence, (chart,), (prose(*key),), table)


def _points(item: Inequality, name: str) -> tuple[Point, ...]:
    found = []
    for one in item.moments:
        measured = one.measures[name]
        # What survey error adds is taken off, where it is known: the interval is of that.
        value = measured.value if measured.without_noise is None else measured.without_noise
        found.append(Point(one.period.middle, value, measured.lower, measured.upper))
    return tuple(found)


def _halves(atlas: Atlas, item: Inequality, moment: Moment) -> tuple[Text, ...]:
    if moment.between is None or moment.within is None:
        return ()
    about = _about(atlas, item, "Inequality between and within groups")
    return tuple((worked(half.value, about, decimals=4),) for half in (moment.between, moment.within))


def _cell(atlas: Atlas, item: Inequality, moment: Moment, name: str) -> Text:
    """A measure with its interval, where that is drawn."""
    measured, decimals = moment.measures[name], _DECIMALS[name]
    lessened = measured.without_noise is not None
    about = _about(atlas, item, f"{_MEASURES[name]}{', less what survey error adds' if lessened else ''}")
    shown = worked(measured.value if measured.without_noise is None else measured.without_noise, about, decimals=decimals)
    if name not in _DRAWN or measured.lower is None or measured.upper is None:
        return (shown,)
    interval = f"{number(measured.lower, decimals)} to {number(measured.upper, decimals)}"
    return (replace(shown, lower=measured.lower, upper=measured.upper, interval=interval),)


def _groups(atlas: Atlas, item: Inequality) -> tuple[Table, ...]:
    about = _about(atlas, item, "Inequality inside each group")
    rows = tuple(
        (
            prose(Label(spoken(part.name))),
            (worked(part.places, about),),
            (worked(100 * part.share, about, "%"),),
            (worked(100 * part.mean, about),),
            (worked(part.inside, about, decimals=4),),
        )
        for part in sorted(item.newest.parts, key=lambda part: -part.mean)
    )
    if not rows:
        return ()
    whose = {"none": "places", "population": "people"}.get(item.weights, item.weights)
    columns = ("Group", "Places", f"Share of all {whose}", "Mean, all = 100", "Inequality inside")
    return (Table(f"The groups in {item.newest.period.label}", columns, rows),)


def _about(atlas: Atlas, item: Inequality, what: str) -> Worked:
    slugs = [item.indicator.slug]
    if item.weights != "none":
        slugs.append(PEOPLE if item.weights == "population" else item.weights)
    weighted = {"none": "each place counting once", "population": "each person counting once"}.get(
        item.weights, f"by {item.weights}"
    )
    how = f"Over all {item.level.plural}, {weighted}."
    return Worked(f"{what}: {item.indicator.title}", how, releases=atlas.releases_of(slugs))
