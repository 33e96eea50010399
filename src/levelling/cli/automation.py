"""`levelling automation`: people in occupations at high risk of automation, here or everywhere."""

from typing import TYPE_CHECKING, Annotated, Any

import typer

from levelling.cli.output import AsCsv, AsJson, Out
from levelling.core.area import Level

if TYPE_CHECKING:
    from levelling.atlas import Atlas
    from levelling.core.area import Area
    from levelling.plan import Document

_HERE = {
    "classification": "Classification",
    "period": "Period",
    "occupation": "Occupation",
    "people": "People in work",
    "share_at_high_risk": "High risk %",
    "share_lower": "At least %",
    "share_upper": "At most %",
    "people_at_high_risk": "People at high risk",
    "nearby_occupations": "Nearby occupations",
}
_EVERYWHERE = {
    "name": "Area",
    "classification": "Classification",
    "period": "Period",
    "share_at_high_risk": "High risk %",
    "share_lower": "At least %",
    "share_upper": "At most %",
    "survey_lower": "Survey lower",
    "survey_upper": "Survey upper",
    "comparator_value": "England %",
    "verdict": "Verdict",
}


def automation(
    name: Annotated[str, typer.Argument(metavar="[PLACE]", help="A place; without one, every area of a level.")] = "",
    level: Annotated[
        Level | None, typer.Option(help="Which kind of area is meant; without a place, which to list (lad if not said).")
    ] = None,
    as_json: AsJson = False,
    as_csv: AsCsv = False,
    out: Out = None,
) -> None:
    """How many who live in a place work in occupations at high risk of automation, in which, and how sure that is."""
    from levelling.atlas import Atlas

    atlas = Atlas.open()
    form: dict[str, Any] = {"as_json": as_json, "as_csv": as_csv, "out": out}
    if name:
        _place(atlas, atlas.area(name, level), form)
    else:
        _everywhere(atlas, level or Level.LAD, form)


def _place(atlas: "Atlas", area: "Area", form: dict[str, Any]) -> None:
    from levelling.challenge.automation import automation as reckon
    from levelling.cli.output import answer
    from levelling.core.errors import NotEnoughData

    found = reckon(atlas, area)
    if found.reading is None:
        raise NotEnoughData(found.sentence, found.around)

    def page() -> "Document":
        from levelling.plan.leaf import of_place
        from levelling.plan.sections.automation import section

        return of_place(
            atlas, area, "Automation in {}", "How many who live in {} work in occupations at high risk of automation.", section
        )

    notes = [
        text for text in (found.sentence, found.chiefly, found.certainty, found.against, found.around, *found.reasons) if text
    ]
    answer(found.records(), title=f"Automation in {area.name}", columns=_HERE, page=page, notes=notes, **form)


def _everywhere(atlas: "Atlas", level: Level, form: dict[str, Any]) -> None:
    from levelling.challenge.automation import across
    from levelling.challenge.automation.result import RESIDENTS, TASKS
    from levelling.cli.output import answer
    from levelling.core.errors import NotEnoughData

    found = across(atlas, level)
    records = found.records()
    if not records:
        raise NotEnoughData(
            f"None of the {level.plural} has enough figures of people by occupation.", "Choose another level, such as lad."
        )

    def page() -> "Document":
        from levelling.plan.national.automation import document

        return document(atlas, found)

    title = f"People in occupations at high risk of automation, {level.plural}"
    answer(records, title=title, columns=_EVERYWHERE, page=page, notes=[found.sentence, RESIDENTS, TASKS], **form)
