"""`levelling consortium`: the smallest set of providers that together cover a bid."""

from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from levelling.cli.output import AsCsv, AsJson, AsOf, Out
from levelling.core.area import Level

if TYPE_CHECKING:
    from levelling.plan import Document

_COLUMNS = {
    "kind": "Kind",
    "name": "Provider, or another set",
    "themes": "Brings",
    "alone": "Rest on it alone",
    "services": "Services",
    "newest": "Last looked at",
}


def consortium(
    source: Annotated[
        str, typer.Argument(metavar="FILE|FOLDER|ADDRESS", help="Services (Open Referral), a list of charities, or a live feed.")
    ],
    themes: Annotated[str, typer.Option(help="Barriers and groups to cover, with commas: employability,money,carers.")] = "",
    area: Annotated[str, typer.Option(help="The place: each theme is covered in every authority of it.")] = "",
    level: Annotated[Level | None, typer.Option(help="Which kind of area is meant, where several share the name.")] = None,
    bid: Annotated[Path | None, typer.Option(help="A file that ends in .toml and says the same and more.")] = None,
    at_least: Annotated[int | None, typer.Option(help="How many members must serve each theme; 1 where not given.")] = None,
    most: Annotated[int | None, typer.Option(help="How many members there may be.")] = None,
    must: Annotated[list[str] | None, typer.Option(help="A provider that must be in; may be repeated.")] = None,
    never: Annotated[list[str] | None, typer.Option(help="A provider that must not be in; may be repeated.")] = None,
    alternatives: Annotated[
        int | None, typer.Option(help="How many other sets of the same size to look for; 5 by default.")
    ] = None,
    as_of: AsOf = "",
    stale_after: Annotated[int | None, typer.Option(help="Months after which an entry is stale; 12 where not given.")] = None,
    as_json: AsJson = False,
    as_csv: AsCsv = False,
    out: Out = None,
) -> None:
    """The smallest set of providers that together cover a bid's themes in its area, what each brings, and other sets as small."""
    from levelling.api.directories import bid_of, called, consortium_of
    from levelling.atlas import Atlas
    from levelling.cli.output import answer, day_of

    when = day_of(as_of)
    given = {
        "themes": tuple(part.strip() for part in themes.split(",") if part.strip()),
        "area": area,
        "at_least": at_least,
        "most": most,
        "must": tuple(must or ()),
        "never": tuple(never or ()),
        "alternatives": alternatives,
    }
    asked = bid_of(bid, given)
    atlas = Atlas.open()
    found = consortium_of(atlas, source, asked, when, level, stale_after)

    def page() -> "Document":
        from levelling.plan.national.consortium import document

        return document(atlas, found, called(source))

    form: dict[str, Any] = {"as_json": as_json, "as_csv": as_csv, "out": out}
    answer(found.records(), title=asked.title, columns=_COLUMNS, page=page, notes=[found.sentence, *found.notes], **form)
