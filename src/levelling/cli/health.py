"""`levelling health`: health and work in a place, or in every area of a level."""

from typing import TYPE_CHECKING, Annotated

import typer

from levelling.cli.output import AsCsv, AsJson, Out
from levelling.core.area import Level

if TYPE_CHECKING:
    from levelling.atlas import Atlas
    from levelling.core.area import Area
    from levelling.plan import Document

_COLUMNS = {
    "title": "Measure",
    "period": "Period",
    "value": "Value",
    "lower": "Lower",
    "upper": "Upper",
    "unit": "Unit",
    "modelled": "Modelled",
    "grade": "Grade",
}


def health(
    name: Annotated[str, typer.Argument(metavar="[PLACE]", help="A place; without one, every area of the level.")] = "",
    level: Annotated[
        Level | None, typer.Option(help="Which kind of area: the one meant, or all of them where no place is named.")
    ] = None,
    change: Annotated[float, typer.Option(help="Per cent more people in work, for the link to chronic illness.")] = 1.0,
    as_json: AsJson = False,
    as_csv: AsCsv = False,
    out: Out = None,
) -> None:
    """Health and work: healthy years, illness and disability, and what research says follows for work, each way round."""
    from levelling.atlas import Atlas
    from levelling.challenge.health import health as look
    from levelling.challenge.health import health_everywhere
    from levelling.challenge.health.links import national_check
    from levelling.cli.output import answer

    atlas = Atlas.open()
    if name:
        area = atlas.area(name, level)
        here = look(atlas, area, change)
        answer(
            here.records(),
            title=f"Health and work in {area.name}",
            columns=_COLUMNS,
            as_json=as_json,
            as_csv=as_csv,
            out=out,
            page=lambda: _page(atlas, area, change),
            notes=["", *here.sentences],
        )
        return
    found = health_everywhere(atlas, level or Level.LAD, change)
    check = national_check(atlas)

    def page() -> "Document":
        from levelling.plan.national.health import document

        return document(atlas, found)

    answer(
        found.records(),
        title=f"Health and work: {found.level.plural}",
        columns={"name": "Area", **_COLUMNS},
        as_json=as_json,
        as_csv=as_csv,
        out=out,
        page=page,
        notes=["", *([check.sentence] if check else [])],
    )


def _page(atlas: "Atlas", area: "Area", change: float) -> "Document":
    from levelling.plan.leaf import of_place
    from levelling.plan.sections.health import section

    return of_place(
        atlas,
        area,
        "Health and work in {}",
        "How well people are in {}, and how that goes with work.",
        lambda view: section(view, change),
    )
