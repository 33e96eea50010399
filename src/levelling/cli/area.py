"""`levelling area`: everything known about an area as an area."""

from typing import TYPE_CHECKING, Annotated, Any

import typer

from levelling.core.area import Area, Level

if TYPE_CHECKING:
    from levelling.atlas import Atlas


def area(
    name: Annotated[str, typer.Argument(help="A name or code, current or abolished.")],
    level: Annotated[Level | None, typer.Option(help="Which kind of area is meant, where several share the name.")] = None,
    as_json: Annotated[bool, typer.Option("--json", help="Print JSON.")] = False,
) -> None:
    """Show an area: code, kind, parents, what came before and after it, and the share of its people in each overlapping body."""
    from levelling.atlas import Atlas
    from levelling.cli.output import say_json

    atlas = Atlas.open()
    found = atlas.gazetteer.find(name, level=level, abolished=True)
    if as_json:
        say_json(describe(atlas, found))
    else:
        _print(atlas, found)


def describe(atlas: "Atlas", found: Area) -> dict[str, Any]:
    """What is known of an area, as plain data."""
    gazetteer = atlas.gazetteer
    return {
        "code": found.code,
        "name": found.name,
        "level": found.level.value,
        "nation": found.nation,
        "start": found.start,
        "end": found.end,
        "other_names": list(found.other_names),
        "population": found.population,
        "within": {kind.value: [_brief(item) for item in items] for kind, items in gazetteer.containing(found).items()},
        "predecessors": [_brief(item) for item in gazetteer.predecessors(found)],
        "successors": [_brief(item) for item in gazetteer.successors(found)],
        "overlaps": [
            {
                **_brief(item.area),
                "people": item.people,
                "share_of_this_area": round(item.share_here, 4),
                "share_of_that_area": round(item.share_there, 4),
            }
            for item in atlas.overlaps(found)
        ],
    }


def _brief(item: Area) -> dict[str, str]:
    return {"code": item.code, "name": item.name, "level": item.level.value}


def _print(atlas: "Atlas", found: Area) -> None:
    from levelling.cli.output import say, show_table

    gazetteer = atlas.gazetteer
    years = f"since {found.start}" if found.start else ""
    if found.end:
        years = f"{found.start} to {found.end}" if found.start else f"until {found.end}"
    say(f"{found.name} ({found.code}), {found.level.words}{', ' + years if years else ''}")
    if found.other_names:
        say(f"Also called: {', '.join(found.other_names)}")
    if found.population:
        say(f"People: {found.population:,}")
    for kind, items in gazetteer.containing(found).items():
        say(f"In the {kind.words}: {', '.join(item.name for item in items)}")
    if before := gazetteer.predecessors(found):
        say(f"Before it: {', '.join(f'{item.name} ({item.code})' for item in before)}")
    if after := gazetteer.successors(found):
        say(f"After it: {', '.join(f'{item.name} ({item.code})' for item in after)}")
    rows = [
        (item.area.name, item.area.level.words, f"{item.people:,}", f"{item.share_here:.1%}", f"{item.share_there:.1%}")
        for item in atlas.overlaps(found)
    ]
    if rows:
        say("")
        columns = ("Body", "Kind", "People in both", f"Share of {found.name}", "Share of the body")
        show_table("Whose people overlap", columns, rows, right=columns[2:])
