"""`levelling providers`: what a directory of services offers, by whom, and which needs nobody answers."""

from enum import StrEnum
from typing import TYPE_CHECKING, Annotated, Any

import typer

from levelling.cli.output import AsCsv, AsJson, AsOf, Out
from levelling.core.area import Level

if TYPE_CHECKING:
    from levelling.plan import Document
    from levelling.solutions.providers import Market

_TOLD = 20


class Shown(StrEnum):
    """What is listed."""

    THEMES = "themes"
    NEEDS = "needs"
    PLACES = "places"
    PROVIDERS = "providers"
    PROBLEMS = "problems"


_KINDS = {
    Shown.THEMES: ("barrier", "group"),
    Shown.NEEDS: ("need",),
    Shown.PLACES: ("place",),
    Shown.PROVIDERS: ("provider",),
    Shown.PROBLEMS: ("problem",),
}
_COLUMNS = {
    Shown.THEMES: {
        "kind": "Kind",
        "id": "Theme",
        "name": "Help with, or for",
        "services": "Services",
        "providers": "Providers",
        "herfindahl": "Herfindahl index",
        "meaning": "Which means",
        "specialists": "Serve this alone",
        "stale_or_undated": "Stale or undated",
    },
    Shown.NEEDS: {
        "name": "Need",
        "people": "People",
        "services": "Services",
        "providers": "Providers",
        "services_per_10000": "Services per 10,000",
        "verdict": "Verdict",
        "answered_by": "Answered by",
    },
    Shown.PLACES: {"name": "Authority", "services": "Services", "providers": "Providers", "barriers_served": "Barriers served"},
    Shown.PROVIDERS: {
        "name": "Provider",
        "services": "Services",
        "serves": "Serves",
        "newest": "Last looked at",
        "fresh": "Fresh",
    },
    Shown.PROBLEMS: {
        "page": "Page or file",
        "row": "Entry",
        "field": "Field",
        "reason": "What is wrong",
        "entry_used": "Entry used",
    },
}


def providers(
    source: Annotated[
        str, typer.Argument(metavar="FILE|FOLDER|ADDRESS", help="Services (Open Referral), a list of charities, or a live feed.")
    ],
    area: Annotated[str, typer.Option(help="Only what reaches this place, held against its needs.")] = "",
    level: Annotated[Level | None, typer.Option(help="Which kind of area is meant, where several share the name.")] = None,
    as_of: AsOf = "",
    stale_after: Annotated[int | None, typer.Option(help="Months after which an entry is stale; 12 where not given.")] = None,
    show: Annotated[Shown | None, typer.Option(help="What is listed: themes where not given; --json then gives all.")] = None,
    as_json: AsJson = False,
    as_csv: AsCsv = False,
    out: Out = None,
) -> None:
    """Which barriers, groups and places a directory serves, by how many, how fragmented, and which needs nobody answers."""
    from levelling.api.directories import market_of
    from levelling.atlas import Atlas
    from levelling.cli.output import answer, day_of
    from levelling.core.errors import UserError

    if show is Shown.NEEDS and not area:
        raise UserError("Needs are those of a place.", "Name it with --area.")
    when = day_of(as_of)
    atlas = Atlas.open()
    place = atlas.area(area, level) if area else None
    found = market_of(atlas, source, when, place, stale_after)
    listed = show or Shown.THEMES
    records: list[dict[str, Any]] = list(found.records())
    if show is not None or not as_json:
        records = [record for record in records if record["kind"] in _KINDS[listed]]

    def page() -> "Document":
        from levelling.plan.national.providers import document

        return document(atlas, found)

    title = f"What is offered in {place.name}" if place else "What is offered"
    form: dict[str, Any] = {"as_json": as_json, "as_csv": as_csv, "out": out}
    answer(records, title=title, columns=_COLUMNS[listed], page=page, notes=_notes(found, listed), decimals={"people": 0}, **form)


def _notes(found: "Market", listed: Shown) -> list[str]:
    from levelling.solutions.providers import market_notes

    notes = market_notes(found)
    if found.problems and listed is not Shown.PROBLEMS:
        notes += [f"- {problem}" for problem in found.problems[:_TOLD]]
        if found.problem_count > _TOLD:
            notes.append(f"- and {found.problem_count - _TOLD:,} more: list them with --show problems.")
    return notes
