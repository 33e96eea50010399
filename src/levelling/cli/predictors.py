"""`levelling predictors`: what goes with growth or with high output per hour, and what would be expected of a place."""

from collections.abc import Mapping
from enum import StrEnum
from typing import TYPE_CHECKING, Annotated, Any

import typer

from levelling.cli.output import AsCsv, AsJson, Out
from levelling.core.area import Level
from levelling.core.errors import UserError

if TYPE_CHECKING:
    from levelling.atlas import Atlas
    from levelling.challenge.predictors import Made
    from levelling.core.area import Area
    from levelling.plan import Document


class What(StrEnum):
    """What is explained. The chapter's own word for it is imported only when the command runs."""

    GROWTH = "growth"
    LEVEL = "level"


_MEASURES = {
    "label": "Measure",
    "family": "Family",
    "period": "Period",
    "measured_after": "After the start",
    "coefficient": "For one standard deviation",
    "lower": "Lower",
    "upper": "Upper",
    "adjusted_p_value": "Corrected p",
}
_PLACES = {
    "name": "Place",
    "value": "Here",
    "expected": "Expected",
    "expected_lower": "Lower",
    "expected_upper": "Upper",
    "residual": "Beyond",
    "inside": "Within the span",
    "moved_by_workforce": "Workforce",
    "moved_by_capital": "Capital",
    "moved_by_geography": "Geography",
    "moved_by_sectors": "Sectors",
}
_DECIMALS = {"coefficient": 2, "lower": 2, "upper": 2, "adjusted_p_value": 3}


def predictors(
    name: Annotated[str, typer.Argument(metavar="[PLACE]", help="A place; without one, what goes with growth everywhere.")] = "",
    level: Annotated[Level | None, typer.Option(help="lad or itl3: between which areas differences are explained.")] = None,
    start: Annotated[int | None, typer.Option("--from", help="First year of the window.")] = None,
    end: Annotated[int | None, typer.Option("--to", help="Last year of the window; the newest unless given.")] = None,
    outcome: Annotated[What, typer.Option(help="What is explained: growth, or the level in one year.")] = What.GROWTH,
    england: Annotated[bool, typer.Option("--england", help="Use measures that only England has as well.")] = False,
    places: Annotated[bool, typer.Option("--places", help="Show every place beside what would be expected of it.")] = False,
    as_json: AsJson = False,
    as_csv: AsCsv = False,
    out: Out = None,
) -> None:
    """What goes with growth: workforce, capital, geography, sectors. Associations, not causes, and how much is unexplained."""
    from levelling.atlas import Atlas
    from levelling.challenge.predictors import Outcome, ask, explain, make
    from levelling.cli.output import answer

    if name and places:
        raise UserError("--places shows every place, so it takes no name of one.", "Leave one of the two out.")
    atlas = Atlas.open()
    form: dict[str, Any] = {"as_json": as_json, "as_csv": as_csv, "out": out}
    area = atlas.area(name, level) if name else None
    if area is not None and level is None and area.level == Level.ITL3:
        level = Level.ITL3
    question = ask(atlas, Outcome(outcome.value), level or Level.LAD, start, end, england=england)
    if area is not None:
        _place(atlas, area, make(atlas, question), form)
        return

    def page() -> "Document":
        from levelling.plan.national.predictors import document

        return document(atlas, explain(atlas, question))

    if places:
        records = [] if out else make(atlas, question).places()
        answer(records, title=f"What would be expected: {question.words}", columns=_PLACES, page=page, **form)
        return
    found = explain(atlas, question)
    notes = [*found.sentences, _left_out(found.made.table.left_out)]
    title = f"What goes with {question.words} ({question.unit})"
    answer(found.records(), title=title, columns=_MEASURES, page=page, notes=notes, decimals=_DECIMALS, **form)


def _place(atlas: "Atlas", area: "Area", made: "Made", form: dict[str, Any]) -> None:
    """One place, or each authority of a larger one."""
    from levelling.challenge.predictors.quotients import quotients
    from levelling.cli.output import answer
    from levelling.core.errors import NotEnoughData

    members = [] if area.level in {Level.LAD, Level.ITL3} else atlas.gazetteer.members(area, made.question.level)
    inside = [item for item in members if item.code in made.at]
    if members and not inside:
        raise NotEnoughData(f"Every part of {area.name} is left out of this analysis for want of a figure.", "")

    def page() -> "Document":
        from levelling.plan.national.predictors import place_document

        return place_document(atlas, area, made)

    if inside:
        records, notes = [made.place(item).record() for item in inside], []
    else:
        here = made.place(area)
        special = quotients(atlas, area)[:3]
        records, notes = [{**here.record(), "specialisms": [item.record() for item in special]}], [here.sentence]
        notes += [f"{item.label}: {item.quotient:.1f} times the UK's share of output ({item.period})." for item in special]
    answer(records, title=f"{area.name}: {made.question.words}", columns=_PLACES, page=page, notes=notes, **form)


def _left_out(left_out: Mapping[str, str]) -> str:
    if not left_out:
        return "No place is left out."
    return f"Left out, for want of a figure ({len(left_out)}): {'; '.join(sorted(left_out))}."
