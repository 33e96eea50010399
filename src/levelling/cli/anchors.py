"""`levelling anchors`: who the large and public employers of a place are likely to be, and where their doors are."""

from typing import TYPE_CHECKING, Annotated

import typer

from levelling.cli.output import AsCsv, AsJson, AsOf, Out
from levelling.core.area import Level

if TYPE_CHECKING:
    from levelling.plan import Document

_COLUMNS = {
    "part": "Part",
    "item": "Code or key",
    "name": "Name",
    "value": "Number",
    "lower": "From",
    "upper": "To",
    "unit": "Of",
    "period": "Period",
    "status": "Status",
    "reach": "Reaches",
}
_LISTED = 5
"""How many neighbourhoods the table for people holds; the other forms hold all."""


def anchors(
    name: Annotated[str, typer.Argument(metavar="AREA", help="A name or code.")],
    level: Annotated[Level | None, typer.Option(help="Which kind of area is meant, where several share the name.")] = None,
    as_of: AsOf = "",
    as_json: AsJson = False,
    as_csv: AsCsv = False,
    out: Out = None,
) -> None:
    """Large and public employers of a place, work that asks for no degree, what can open it, and whom to recruit."""
    from levelling.atlas import Atlas
    from levelling.cli.output import answer, day_of
    from levelling.solutions.anchors import anchors as find

    day = day_of(as_of)
    atlas = Atlas.open()
    area = atlas.area(name, level)
    found = find(atlas, area, day)

    def page() -> "Document":
        from levelling.plan.leaf import of_place
        from levelling.plan.sections.anchors import whole

        title, summary = "Anchors of {}", "The large and public employers of {}, and where their doors are."
        return of_place(atlas, area, title, summary, lambda view: whole(view, found))

    records = found.records()
    near = [item for item in records if item["part"] == "neighbourhood"]
    answer(
        records,
        title=f"Anchors of {area.name}",
        columns=_COLUMNS,
        as_json=as_json,
        as_csv=as_csv,
        out=out,
        page=page,
        notes=[*found.sentences, *found.missing],
        decimals={"value": 1, "lower": 0, "upper": 0},
        rows=[item for item in records if item not in near[_LISTED:]],
    )
