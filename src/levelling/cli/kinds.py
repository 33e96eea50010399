"""`levelling kinds`: which kind of place each authority is, how each kind fares, and a place among its own kind."""

from typing import TYPE_CHECKING, Annotated, Any

import typer

from levelling.cli.output import AsCsv, AsJson, Out
from levelling.core.area import Level

if TYPE_CHECKING:
    from levelling.atlas import Atlas
    from levelling.core.area import Area
    from levelling.plan import Document

_WHO = {
    "name": "Authority",
    "kind": "Kind",
    "firm_settlement": "City, town or rural is firm",
    "firm_coast": "Coast is firm",
    "rural_share": "Rural %",
    "city_share": "In a city %",
    "town_share": "In towns %",
    "coastline_share": "Coast in boundary %",
    "by_the_sea_share": "By the sea %",
}
_HOW = {
    "title": "Measure",
    "unit": "Unit",
    "period": "Period",
    "kind": "Kind",
    "value": "Value",
    "lower": "Lower",
    "upper": "Upper",
    "places_with_figure": "Places with a figure",
    "places": "Places",
    "how": "How",
}
_AMONG = {
    "title": "Measure",
    "unit": "Unit",
    "period": "Period",
    "value": "Here",
    "kind_mean": "Mean of its kind",
    "difference": "Difference",
    "difference_lower": "Lower",
    "difference_upper": "Upper",
    "against": "Against",
    "verdict": "Verdict",
}


def kinds(
    name: Annotated[str, typer.Argument(metavar="[PLACE]", help="A place; without one, every local authority.")] = "",
    level: Annotated[Level | None, typer.Option(help="Which kind of area is meant, where several share the name.")] = None,
    profiles: Annotated[bool, typer.Option("--profiles", help="Show how each kind fares, not who is what.")] = False,
    as_json: AsJson = False,
    as_csv: AsCsv = False,
    out: Out = None,
) -> None:
    """City, town or rural, and coastal or not: who is what, how each kind fares, and a place among its own kind."""
    from levelling.atlas import Atlas
    from levelling.cli.output import answer
    from levelling.core.errors import UserError

    atlas = Atlas.open()
    form: dict[str, Any] = {"as_json": as_json, "as_csv": as_csv, "out": out}
    if name and profiles:
        raise UserError("--profiles is about every place of a kind, so it takes no place.", "Leave one of the two out.")
    if not name and level not in {None, Level.LAD}:
        raise UserError("Only local authorities have a kind.", "Name a place to see the kinds of its local authorities.")
    if name:
        _place(atlas, atlas.area(name, level), form)
        return
    from levelling.challenge.kinds import kinds as sort_places
    from levelling.challenge.kinds import profiles as profile

    def page() -> "Document":
        from levelling.plan.national.kinds import document

        return document(atlas)

    if profiles:
        answer(profile(atlas).records(), title="How each kind of place fares", columns=_HOW, page=page, **form)
        return
    from levelling.challenge.kinds.among import plural
    from levelling.core.words import listed

    found = sort_places(atlas)
    counted = listed([f"{count} {plural(kind)}" for kind, count in found.counts.items()])
    notes = [f"There are {counted}.", "Every share is an approximation; a kind that is not firm lies near a line."]
    answer(found.records(), title="Kinds of place", columns=_WHO, page=page, notes=notes, **form)


def _place(atlas: "Atlas", area: "Area", form: dict[str, Any]) -> None:
    from levelling.challenge.kinds import among_own_kind
    from levelling.cli.output import answer
    from levelling.core.errors import NotEnoughData

    found = among_own_kind(atlas, area)
    if found.kind is None and not found.parts:
        raise NotEnoughData(found.sentence, "Name a local authority, or an area made of several.")

    def page() -> "Document":
        from levelling.plan.leaf import of_place
        from levelling.plan.sections.kinds import section

        return of_place(
            atlas, area, "{} among its kind", "What kind of place {} is, and how it stands among its own kind.", section
        )

    notes = [text for text in (found.sentence, found.verdict) if text]
    columns = _AMONG if found.kind else _WHO
    title = f"{area.name} among its kind" if found.kind else f"Kinds of place in {area.name}"
    answer(found.records(), title=title, columns=columns, page=page, notes=notes, **form)
