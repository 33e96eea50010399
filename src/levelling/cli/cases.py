"""`levelling cases`: what has been tried, for whom, and what is known to have come of it, by words, facets or likeness."""

from typing import TYPE_CHECKING, Annotated, Any

import typer

from levelling.cli.output import AsCsv, AsJson, Out

if TYPE_CHECKING:
    from levelling.plan.document import Document
    from levelling.practice.cases import Library, Like

_LIST = {
    "id": "Id",
    "name": "Case",
    "place": "Where",
    "headline": "What came of it",
    "compared": "Held against",
    "maryland": "Grade",
}


def cases(
    query: Annotated[str, typer.Argument(metavar="[QUERY]", help="Words, or one case's id to see the whole of it.")] = "",
    mechanism: Annotated[str, typer.Option("--mechanism", help="How it works: health-support, brokerage, training ...")] = "",
    people: Annotated[str, typer.Option("--people", help="Whom it is for: young-people, disabled-people ...")] = "",
    grade: Annotated[int | None, typer.Option("--grade", help="The lowest grade of the Maryland scale, 0 to 5.")] = None,
    nation: Annotated[str, typer.Option("--nation", help="Where it ran: England, Scotland, Wales ... or abroad.")] = "",
    source_paper: Annotated[bool, typer.Option("--source-paper", help="Only cases the paper of 2020 tells of.")] = False,
    like: Annotated[str, typer.Option("--like", metavar="AREA", help="Those like this place first, with why.")] = "",
    as_json: AsJson = False,
    as_csv: AsCsv = False,
    out: Out = None,
) -> None:
    """Find what has been tried and what came of it: how it was compared, what it cost, what to mind; failures included."""
    from levelling.cli.output import answer, flat
    from levelling.practice.cases import filters, find, library

    wanted = filters(mechanism=mechanism, people=people, grade=grade, nation=nation, source_paper=source_paper, option="--{}")
    held, form = library(), {"as_json": as_json, "as_csv": as_csv, "out": out}
    place = _place(like) if like else None
    if held.knows(query) and not wanted:
        _one(held, query, place, form)
        return
    found = find(held, query, wanted, place)

    def page() -> "Document":
        from levelling.atlas import Atlas
        from levelling.plan.national.cases import document

        return document(place.atlas if place is not None else Atlas.open(), found)

    notes = [*found.sentences]
    if held.knows(query):
        notes.append("For the whole of the case that has this id, leave the other options out.")
    elif query and (near := held.near(query)):
        notes.append(f"For the whole of one, give its id. Did you mean: {'; '.join(near)}?")
    columns = _LIST | ({"likeness": "How it is like here"} if place is not None else {})
    title = f"Cases like {place.area.name}" if place is not None else "What has been tried"
    answer(flat(found.records(), as_csv=as_csv), title=title, columns=columns, page=page, notes=notes, **form)  # type: ignore[arg-type]


def _place(name: str) -> "Like":
    from levelling.atlas import Atlas
    from levelling.plan.view import View, alike_to

    atlas = Atlas.open()
    return alike_to(View(atlas, atlas.area(name)))


def _one(held: "Library", query: str, place: "Like | None", form: dict[str, Any]) -> None:
    """The whole of one case, and how it is like a place."""
    from levelling.cli.output import answer, flat, say
    from levelling.practice.cases import likeness, record, surroundings, told

    case = held.get(query)
    like = None
    if place is not None:
        like = likeness(place.atlas, case, surroundings(place.atlas, place.area, place.needs, place.kinds))

    def page() -> "Document":
        from levelling.atlas import Atlas
        from levelling.plan.national.cases import one

        return one(place.atlas if place is not None else Atlas.open(), held, case, like)

    if form["as_json"] or form["as_csv"] or form["out"]:
        answer(flat([record(case, like)], as_csv=form["as_csv"]), title=case.name, columns=_LIST, page=page, **form)
        return
    for line in told(case, {one.id: one.name for one in held}, like):
        say(line)
