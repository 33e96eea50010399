"""A fund against need over the country: the scatter, the curve, the maps, and what is not known or could not be placed."""

from collections.abc import Iterable, Mapping, Sequence

from levelling.atlas import Atlas
from levelling.core.area import Level
from levelling.core.classes import share_names, shares
from levelling.core.indicator import Release
from levelling.core.words import nations, number, opened
from levelling.plan.awarded import award_number, control_number, fund_worked, money
from levelling.plan.charts.country import country_map, has_shapes, spread
from levelling.plan.charts.kinds import Curve, Scatter, Spot
from levelling.plan.document import (
    Block,
    Bullets,
    Document,
    Figure,
    Label,
    Link,
    Paragraph,
    Section,
    Table,
    Text,
    Worked,
    prose,
)
from levelling.plan.leaf import leaf
from levelling.plan.reckoned import reckoned
from levelling.plan.shown import worked
from levelling.plan.view import spoken
from levelling.solutions.funding import AgainstNeed, Award, Row
from levelling.solutions.funding.against import noted
from levelling.solutions.funding.told import NOT_CAUSE, index_told, pounds

_CLASSES = 5
_BANDS = ("given to the area itself", "shared out by people, in whole or part", "given none")
_LARGE = 10.0
"""Pounds a head from which the axis needs no pennies."""
_NONE = "none"


def document(atlas: Atlas, found: AgainstNeed, here: frozenset[str] = frozenset()) -> Document:
    """The page of one fund against one need.

    Args:
        atlas: Where shapes and releases are read.
        found: The fund against need.
        here: Codes of areas to mark.
    """
    page = _Page(atlas, found, here)
    sections = [page.against(), page.shared(), page.maps(), page.awards()]
    kind = f"{opened(found.placing.level.plural)} of {nations(found.fund.nations)}"
    summary = prose(Label(f"{found.fund.title}, {found.fund.period.label}, held against: {found.need.title}."))
    title = f"{found.fund.title}: money against need"
    return leaf(atlas, title, summary, [item for item in sections if item is not None], kind=kind)


class _Page:
    def __init__(self, atlas: Atlas, found: AgainstNeed, here: frozenset[str]) -> None:
        self.atlas, self.found, self.here = atlas, found, here
        fund, need = found.fund, found.need
        self.people = atlas.releases_of(["implied-population"])
        how = "Awards laid on areas, shared out by people where they were for something larger, over the people who live there."
        self.laid = _with(fund_worked(atlas, fund, f"{fund.title}: money per head", how), self.people)
        averaged = "Averaged over the people of the authorities in each area." if need.averaged else "As published."
        self.need = Worked(need.title, averaged, need.period.label, releases=need.releases)
        told = "Reckoned from money per head and the order of need, by Kakwani, Wagstaff and van Doorslaer (1997)."
        self.index = _with(fund_worked(atlas, fund, f"{fund.title} against {need.title}", told), (*self.people, *need.releases))
        self.names = (fund.title, need.title, need.period.label, fund.completeness, found.placing.level.plural, *_named(found))

    def against(self) -> Section:
        lead, *others = self.found.sentences
        said = " ".join(others)
        blocks: list[Block] = [
            Paragraph(prose(Label(self.found.fund.what))),
            Paragraph(reckoned(lead, self.index, self.names), "lead"),
            Bullets(tuple(reckoned(sentence, self.index, self.names) for sentence in others)),
        ]
        if self.found.fund.faults:
            blocks.append(_faults(self.found))
        if self.found.held:
            blocks.append(self._scatter())
        blocks.append(Paragraph(prose(NOT_CAUSE), "note"))
        whole = [self.found.fund.completeness] if self.found.fund.complete and self.found.fund.completeness not in said else []
        cautions = [*self.found.fund.cautions, *whole, *self.found.need.indicator.caveats]
        blocks.append(Bullets(tuple(prose(Label(line)) for line in cautions)))
        return Section("against", "Money against need", "Against need", tuple(blocks))

    def _scatter(self) -> Figure:
        found = self.found
        held, sign = found.held, found.need.sign
        corners = ("less need, more money", "more need, more money", "less need, less money", "more need, less money")
        turned = (corners[1], corners[0], corners[3], corners[2])
        moved = [row.given.modelled for row in held]
        mixed = any(moved) and not all(moved)
        spots = tuple(
            Spot(
                spoken(row.given.area.name),
                row.need or 0.0,
                row.given.per_head or 0.0,
                "place" if row.given.area.code in self.here else "",
                _BANDS.index(_band(row)) if mixed else None,
            )
            for row in held
        )
        people = sum(row.given.people for row in held)
        need = sum((row.need or 0.0) * row.given.people for row in held) / people
        average = sum(row.given.pounds or 0.0 for row in held) / people
        chart = Scatter(
            id="funding-scatter",
            title=f"{found.fund.title}: pounds per head against need",
            description=f"{opened(found.placing.level.plural)} by need and pounds per head. The figures are in the table.",
            spots=spots,
            across=_axis(found),
            up="pounds per head",
            level=need,
            corners=corners if sign > 0 else turned,
            level_up=average,
            bands=_BANDS[: 2 + any(not row.given.pounds for row in held)] if mixed else (),
            decimals=0 if average >= _LARGE else 2,
        )
        sentence = prose(
            "The cross is the average of all who live in these areas: ",
            worked(average, self.laid, "£", 2),
            " for each person, at a need of ",
            worked(need, self.need, found.need.indicator.unit, found.need.indicator.decimals),
            f"; {found.need.direction}.",
        )
        notes = [prose("Places beyond the most extreme fiftieth stand at the edge; the table has their figures.")]
        return Figure("f-funding-scatter", "Per head against need", sentence, (chart,), tuple(notes), self._table())

    def _table(self) -> Table:
        found = self.found
        columns = (
            opened(found.placing.level.words),
            "Amount",
            "Per head",
            "Need",
            "Per head where need is alike",
            "More or less",
            "Shared by people",
            "Note",
        )
        rows = tuple(self._row(row) for row in found.rows)
        caption = f"{found.fund.title}, most per head first"
        return Table(caption, columns, rows, folded=True)

    def _row(self, row: Row) -> tuple[Text, ...]:
        given, indicator = row.given, self.found.need.indicator
        return (
            prose(Label(spoken(given.area.name))),
            prose("not known") if given.pounds is None else (worked(given.pounds, self.laid, "£"),),
            prose("not known") if given.per_head is None else (worked(given.per_head, self.laid, "£", 2),),
            prose(_NONE) if row.need is None else (worked(row.need, self.need, decimals=indicator.decimals),),
            prose(_NONE) if row.expected is None else (worked(row.expected, self.index, "£", 2),),
            prose(_NONE) if row.beyond is None else (worked(row.beyond, self.index, text=_signed(row.beyond)),),
            prose("yes" if given.modelled else "no"),
            prose(Label(noted(given))),
        )

    def shared(self) -> Section | None:
        found = self.found
        if found.index is None:
            return None
        chart = Curve(
            id="funding-curve",
            title=f"{found.fund.title}: who had how much of the money",
            description="The share of money that went to each share of people, from those in greatest need down.",
            points=tuple((100 * point.people, 100 * point.money) for point in found.curve),
            across="share of people, from the greatest need down",
            up="share of the money",
            above="above the line: more where need is greater",
            below="below the line: less where need is greater",
        )
        notes = [
            prose(
                "The dashed line is equal money for everyone. The index is twice the area between curve and line: nought on the "
                "line, near one where all money goes to those in the very greatest need."
            ),
        ]
        if found.interval is not None:
            drawn = worked(found.interval.draws, self.index)
            notes.append(
                prose(
                    "The interval comes from drawing the areas anew ",
                    drawn,
                    " times. It says how much the index leans on which areas there are; the money itself is counted.",
                )
            )
        rows = tuple(
            (
                (worked(at, self.index),),
                (worked(len(group.codes), self.index),),
                (worked(group.people, self.index),),
                (money(group.pounds, self.index),),
                (worked(group.per_head, self.index, "£", 2),),
            )
            for at, group in enumerate(found.groups, 1)
        )
        columns = ("Group, from the least need", "Areas", "People", "Money", "Per head")
        table = Table("Areas in groups of like need", columns, rows)
        sentence = reckoned(" ".join(index_told(found)), self.index, self.names)
        drawn_curve = Figure("f-funding-curve", "Who had how much", sentence, (chart,), tuple(notes), table)
        return Section("shared", "Who had how much of it", "Who had how much", (drawn_curve,))

    def maps(self) -> Section | None:
        if not has_shapes(self.atlas) or self.found.placing.level is Level.NATION:
            return None
        figures = [self._money_map()]
        if (of_need := self._need_map()) is not None:
            figures.append(of_need)
        return Section("maps", "On the map", "On the map", tuple(figures))

    def _money_map(self) -> Figure:
        found = self.found
        known = {row.given.area.code: row.given.per_head for row in found.rows if row.given.per_head is not None}
        some = {code: value for code, value in known.items() if value > 0}
        classes = min(_CLASSES, max(2, len(some) // 2))
        zeros = len(some) < len(known)
        made = shares(some, classes) if some else {}
        bands = {code: made[code] + zeros if code in made else 0 for code in known}
        names = (
            *(("none",) if zeros else ()),
            *(f"{name} of those with some" if zeros else name for name in share_names(classes)),
        )
        areas = [row.given.area for row in found.rows]
        charts = country_map(
            self.atlas,
            "funding-map",
            f"{found.fund.title}, pounds per head",
            f"Shades from the least money per head to the most, by {found.placing.level.words}.",
            spread(self.atlas, found.placing.level, bands, areas),
            names,
            self.here,
        )
        sentence = prose(
            "Money per head, from the least to the most. Areas of which it is not known what they got are left blank."
        )
        rows = tuple(_class(names, bands, known, at, self.laid) for at in range(len(names)))
        table = Table("What each shade stands for", ("Shade", "Areas", "Least per head", "Most per head"), rows)
        return Figure("f-funding-map", f"{found.fund.title}, per head", sentence, charts, self._mapped(), table)

    def _mapped(self) -> tuple[Text, ...]:
        if self.found.placing.level is Level.LAD:
            return ()
        return (
            prose(
                f"{opened(self.found.placing.level.plural)} are shown by the local authorities in them; one that lies in two is "
                "shaded as the one where most of its people live, or not at all where that cannot be said."
            ),
        )

    def _need_map(self) -> Figure | None:
        """Need by local authority, whatever the level of the money: the right half of the source paper's figure 10."""
        need = self.found.need
        column = self.atlas.store.column(need.indicator.slug, need.category, need.period.iso)
        authorities = {area.code for area in self.atlas.gazetteer.all(Level.LAD)}
        values = {code: need.sign * one.value for code, one in column.items() if one.value is not None and code in authorities}
        if len(values) < _CLASSES:
            return None
        bands = shares(values, _CLASSES)
        names = ("least need", "second fifth", "middle fifth", "fourth fifth", "greatest need")
        charts = country_map(
            self.atlas,
            "funding-need-map",
            f"{need.title}, {need.period.label}",
            "Local authorities in shades from the least need to the greatest.",
            bands,
            names,
            self.here,
        )
        worked_need = Worked(need.title, "As published.", need.period.label, releases=need.releases)
        figures = {code: need.sign * value for code, value in values.items()}
        rows = tuple(_class(names, bands, figures, at, worked_need, need.indicator.unit) for at in range(len(names)))
        table = Table("What each shade stands for", ("Shade", "Authorities", "Lowest figure", "Highest figure"), rows)
        sentence = prose(
            Label(f"{need.title}, {need.period.label}: "), f"{need.direction}. Each shade is a fifth of the authorities."
        )
        return Figure("f-funding-need-map", "Need", sentence, charts, (), table)

    def awards(self) -> Section:
        fund = self.found.fund
        blocks: list[Block] = []
        if fund.controls:
            blocks.append(self._controls())
        if fund.not_found:
            blocks.append(_not_found(self.found))
        rows = tuple(
            (
                prose(Label(award.name)),
                prose(Label(award.lead)),
                (award_number(self.atlas, fund, award),),
                prose(award.basis),
                prose(Label(_minded(award))),
            )
            for award in fund.awards
        )
        columns = ("For", "Led by", "Amount", "Sum", "Note")
        blocks.append(Table(f"Every award of {fund.title}", columns, rows, folded=True))
        return Section("awards", "The awards, and what was not found", "The awards", tuple(blocks))

    def _controls(self) -> Table:
        fund = self.found.fund
        rows = tuple(
            (
                prose(Label(item.scope)),
                (control_number(self.atlas, fund, item),),
                prose(Label(item.note)),
                _where(item.cited.title, item.cited.addresses),
            )
            for item in fund.controls
        )
        total = (prose("The awards listed here"), (money(fund.total, self.index),), prose(""), prose(""))
        return Table("Published sums, beside what the awards here come to", ("What", "Sum", "Note", "Source"), (*rows, total))


def _with(about: Worked, releases: Iterable[Release]) -> Worked:
    return Worked(about.what, about.how, about.period, releases=tuple(dict.fromkeys((*about.releases, *releases))))


def _named(found: AgainstNeed) -> tuple[str, ...]:
    names = [award.name for award in found.placing.unplaced]
    return (*names, *(row.given.area.name for row in found.held))


def _class(
    names: Sequence[str], bands: Mapping[str, int], values: Mapping[str, float], at: int, about: Worked, unit: str = "£"
) -> tuple[Text, ...]:
    """One shade of a map: how many areas it holds, and its lowest and highest figure."""
    mine = [values[code] for code, band in bands.items() if band == at]
    if not mine:
        return (prose(names[at]), (worked(0, about),), prose(_NONE), prose(_NONE))
    decimals = 2 if unit == "£" else 1
    return (
        prose(names[at]),
        (worked(len(mine), about),),
        (worked(min(mine), about, unit, decimals),),
        (worked(max(mine), about, unit, decimals),),
    )


def _signed(value: float) -> str:
    return f"{'+' if value > 0 else '−' if value < 0 else ''}£{number(abs(value), 2)}"


def _minded(award: Award) -> str:
    """What is to be minded of an award, in sentences."""
    told = [award.note] if award.note and award.note != award.unplaced else []
    told += [f"Also told: {pounds(one.pounds)}, {one.note}." for one in award.also]
    told += ["The sum is in doubt."] if award.doubtful else []
    told += [f"Not placed: {award.unplaced}"] if award.unplaced else []
    return " ".join(told)


def _band(row: Row) -> str:
    return _BANDS[2] if not row.given.pounds else _BANDS[int(row.given.modelled)]


def _axis(found: AgainstNeed) -> str:
    """The need with its unit, where it has one that says more than its name."""
    indicator = found.need.indicator
    unit = "" if indicator.unit.startswith(("score", "index", "ratio")) else f", {indicator.unit}"
    return f"{indicator.short}{unit}, {found.need.period.label}"


def _where(title: str, addresses: tuple[str, ...]) -> Text:
    return (Link(title, addresses[0]),) if addresses else prose(Label(title))


def _not_found(found: AgainstNeed) -> Table:
    rows = tuple(
        (
            prose(Label(item.name)),
            prose(Label(item.why)),
            prose(Label(item.found or _NONE)),
            _where(item.cited.title, item.cited.addresses),
        )
        for item in found.fund.not_found
    )
    return Table("Given some, but how much was not found", ("Who", "Why", "What was found", "Source"), rows)


def _faults(found: AgainstNeed) -> Table:
    rows = tuple((prose(Label(str(item.row))), prose(item.field), prose(Label(item.reason))) for item in found.fund.faults)
    return Table("Rows of the file that could not be used", ("Row", "Field", "Why"), rows)
