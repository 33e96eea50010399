"""`levelling groups`: gaps between groups of people in a place, each at the lowest level there is a figure."""

from typing import TYPE_CHECKING, Annotated

import typer

from levelling.cli.output import AsCsv, AsJson, Out
from levelling.core.area import Level

if TYPE_CHECKING:
    from levelling.plan import Document

_COLUMNS = {
    "characteristic": "By",
    "group": "Group",
    "measure": "Measure",
    "value": "Value",
    "unit": "Unit",
    "people": "People",
    "reference": "Against",
    "gap": "Gap",
    "gap_lower": "Lower",
    "gap_upper": "Upper",
    "verdict": "Verdict",
    "period": "Period",
    "figure_name": "Figure of",
    "level": "Level",
}


def groups(
    name: Annotated[str, typer.Argument(metavar="PLACE", help="A name or code.")],
    level: Annotated[Level | None, typer.Option(help="Which kind of area is meant, where several share the name.")] = None,
    by: Annotated[
        str, typer.Option(help="age, sex, disability, health, caring, ethnicity or qualification; all if left out.")
    ] = "",
    as_json: AsJson = False,
    as_csv: AsCsv = False,
    out: Out = None,
) -> None:
    """Who is furthest from work here: gaps by age, sex, disability, health, caring, ethnicity and qualification."""
    from levelling.atlas import Atlas
    from levelling.challenge.groups import groups as find
    from levelling.cli.output import answer

    atlas = Atlas.open()
    area = atlas.area(name, level)
    found = find(atlas, area, by)

    def page() -> "Document":
        from levelling.plan.leaf import of_place
        from levelling.plan.sections.groups import section_of

        return of_place(
            atlas,
            area,
            "People in {}",
            "Groups of people in {}, and how far each is from the others.",
            lambda view: section_of(view, found),
        )

    decimals = {"value": 1, "gap": 1, "gap_lower": 1, "gap_upper": 1}
    title = f"Groups of people in {area.name}{f', by {by}' if by else ''}"
    answer(
        found.records(),
        title=title,
        columns=_COLUMNS,
        as_json=as_json,
        as_csv=as_csv,
        out=out,
        page=page,
        notes=found.notes,
        decimals=decimals,
    )
