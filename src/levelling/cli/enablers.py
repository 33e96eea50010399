"""`levelling enablers`: funds, bodies, programmes, duties and more that could help, how each stands, and where it reaches."""

from typing import TYPE_CHECKING, Annotated, Any

import typer

from levelling.cli.output import AsCsv, AsJson, AsOf, Out

if TYPE_CHECKING:
    from levelling.atlas import Atlas
    from levelling.core.area import Area
    from levelling.core.period import Period
    from levelling.plan.document import Document
    from levelling.solutions.register import Register

_LIST = {"id": "Id", "name": "Name", "kind": "Kind", "status": "Status", "status_reason": "Why"}


def enablers(
    query: Annotated[str, typer.Argument(metavar="[QUERY]", help="Words, or one enabler's id to see the whole of it.")] = "",
    as_of: AsOf = "",
    area: Annotated[str, typer.Option("--area", help="Only what reaches this place, or may.")] = "",
    kind: Annotated[str, typer.Option("--kind", help="fund, body, programme, duty, strategy, standard, network or levy.")] = "",
    status: Annotated[str, typer.Option("--status", help="open, closed, replaced, not yet begun or cannot tell.")] = "",
    topic: Annotated[str, typer.Option("--topic", help="skills, health, young people ...")] = "",
    user: Annotated[str, typer.Option("--for", help="Who can use it: council, nhs, vcse, employer or person.")] = "",
    as_json: AsJson = False,
    as_csv: AsCsv = False,
    out: Out = None,
) -> None:
    """Find what could help a place into good work: what is open, what has ended and what followed, each with its sources."""
    from levelling.atlas import Atlas
    from levelling.cli.output import answer, day_of, flat
    from levelling.solutions.register import filters, find, register

    held, date = register(), day_of(as_of)
    form: dict[str, Any] = {"as_json": as_json, "as_csv": as_csv, "out": out}
    wanted = filters(kind=kind, status=status, topic=topic, user=user, option="--{}", user_option="for")
    atlas = Atlas.open() if area or out is not None else None
    place = (atlas, atlas.area(area)) if atlas is not None and area else None
    if held.knows(query) and not wanted:
        _one(held, query, date, place, form)
        return
    found = find(held, query, date, place, wanted)

    def page() -> "Document":
        from levelling.plan.national.enablers import document

        return document(atlas or Atlas.open(), held, found)

    columns = _LIST | ({"reaches": "Reaches it"} if place else {})
    title = f"What could help{f' in {place[1].name}' if place else ''}, as of {date.label}"
    notes = [*found.sentences]
    if query and (near := held.near(query)) and not held.knows(query):
        notes.append(f"For the whole of one, give its id. Did you mean: {'; '.join(near)}?")
    answer(flat(found.records(), as_csv=as_csv), title=title, columns=columns, page=page, notes=notes, **form)


def _one(held: "Register", query: str, date: "Period", place: "tuple[Atlas, Area] | None", form: dict[str, Any]) -> None:
    """The whole of one enabler, and whether it reaches a place."""
    from levelling.cli.output import answer, flat, say
    from levelling.solutions.register import Standing, reaches, record, status_at, told

    enabler = held.get(query)
    reach = reaches(enabler, place[1], place[0], date) if place is not None else None
    item = Standing(enabler, status_at(enabler, date), place[1] if place is not None else None, reach)

    def page() -> "Document":
        from levelling.atlas import Atlas
        from levelling.plan.national.enabler import document

        return document(Atlas.open(), held, item, date)

    if form["as_json"] or form["as_csv"] or form["out"]:
        answer(flat([record(item)], as_csv=form["as_csv"]), title=enabler.name, columns=_LIST, page=page, **form)
        return
    for line in told(held, item, date):
        say(line)
