"""`levelling health-effect`: what more people in work would bring for health here, and better health for work."""

from typing import TYPE_CHECKING, Annotated

import typer

from levelling.cli.output import AsCsv, AsJson, Out
from levelling.core.area import Level

if TYPE_CHECKING:
    from levelling.plan import Document

_COLUMNS = {
    "title": "Outcome",
    "direction": "Direction",
    "amount": "How much",
    "grade": "Grade",
    "causation": "Read as",
}


def health_effect(
    name: Annotated[str, typer.Argument(metavar="AREA", help="A place.")],
    more: Annotated[
        int | None, typer.Option("--more-in-work", help="So many more people in work; below nought for fewer.")
    ] = None,
    points: Annotated[
        float | None, typer.Option("--rate-up", help="The same in percentage points of the employment rate.")
    ] = None,
    level: Annotated[Level | None, typer.Option(help="Which kind of area is meant, where several share the name.")] = None,
    as_json: AsJson = False,
    as_csv: AsCsv = False,
    out: Out = None,
) -> None:
    """The health effect of employment: more people in work, by how much health would change, and the reverse."""
    from levelling.atlas import Atlas
    from levelling.cli.output import answer
    from levelling.core.words import place
    from levelling.practice.health_effect import asked
    from levelling.practice.health_effect import health_effect as look

    atlas = Atlas.open()
    area = atlas.area(name, level)
    found = look(atlas, area, asked(atlas, area, more, points))

    def page() -> "Document":
        from levelling.plan.health_effect import document

        return document(atlas, found)

    answer(
        found.records(),
        title=f"{found.asked} in {place(area)}: the effect on health, and the reverse",
        columns=_COLUMNS,
        as_json=as_json,
        as_csv=as_csv,
        out=out,
        page=page,
        notes=["", found.lead, *(item.sentence for item in found.effects), "", *found.cautions],
        rows=[{**item.record(), "amount": item.amount} for item in found.effects],
    )
