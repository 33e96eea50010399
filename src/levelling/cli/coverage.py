"""`levelling coverage`: who covers a place at a date, who sits on the boards, and how badly their boundaries fit."""

from typing import TYPE_CHECKING, Annotated, Any

import typer

from levelling.cli.output import AsCsv, AsJson, AsOf, Out, day_of
from levelling.core.area import Level

if TYPE_CHECKING:
    from levelling.atlas import Atlas
    from levelling.core.period import Period
    from levelling.plan import Document

_MONTH = len("2020-12")
_HERE = {
    "body": "Body",
    "kind": "Kind",
    "from": "From",
    "until": "Until",
    "people": "People here",
    "percent_here": "% of the place",
    "percent_there": "% of the body",
    "vcse_seat": "Voluntary sector's seat",
    "status": "Status",
}
_EVERYWHERE = {
    "name": "Authority",
    "alignment": "Alignment",
    "bodies": "Bodies",
    "worst_body": "Smaller body",
    "worst_with": "Larger body",
    "people_outside": "Smaller's people outside",
}
_BOARDS = {
    "board": "Board",
    "member": "Who",
    "number": "How many",
    "rule": "Rule",
    "since": "Since",
    "vcse_seat": "Voluntary sector's seat",
}


def coverage(
    name: Annotated[str, typer.Argument(metavar="[AREA]", help="A place; without one, where alignment is worst.")] = "",
    as_of: AsOf = "",
    level: Annotated[Level | None, typer.Option(help="Which kind of area is meant, where several share the name.")] = None,
    boards: Annotated[bool, typer.Option("--boards", help="Who sits on each kind of board by rule, with the source.")] = False,
    as_json: AsJson = False,
    as_csv: AsCsv = False,
    out: Out = None,
) -> None:
    """Every body over a place at a date, its dates and board, the share of people in it, and how badly boundaries fit."""
    from levelling.atlas import Atlas
    from levelling.core.errors import UserError
    from levelling.core.period import Period
    from levelling.solutions.coverage import read_as_of

    when = read_as_of(as_of, Period.parse(day_of("").iso[:_MONTH]), "--as-of")
    form: dict[str, Any] = {"as_json": as_json, "as_csv": as_csv, "out": out}
    if boards:
        if name or level or as_of:
            raise UserError("--boards lists every kind of board.", "Leave the area, --level and --as-of out.")
        _boards(form)
    elif name:
        _place(Atlas.open(), name, level, when, form)
    elif level in {None, Level.LAD}:
        _everywhere(Atlas.open(), when, form)
    else:
        raise UserError("Alignment is listed for local authorities only.", "Leave --level out, or name an area.")


def _place(atlas: "Atlas", name: str, level: Level | None, as_of: "Period", form: dict[str, Any]) -> None:
    from levelling.cli.output import answer
    from levelling.solutions.coverage import coverage as cover
    from levelling.solutions.coverage import on, place_at

    found = cover(atlas, place_at(atlas, name, level, as_of), as_of)
    records = found.records()
    if not (form["as_json"] or form["as_csv"]):
        shares = [{"percent_here": 100 * item.share_here, "percent_there": 100 * item.share_there} for item in found.covering]
        records = [record | more for record, more in zip(records, shares, strict=True)]

    def page() -> "Document":
        from levelling.plan.leaf import of_place
        from levelling.plan.sections.governance import written

        summary = f"{on(as_of)}: who governs {{}}, and how well boundaries fit."
        return of_place(atlas, found.area, "Who covers {}", summary, lambda view: written(view, as_of))

    notes = [*found.sentences, *found.reasons]
    title = f"Who covers {found.area.name}, {as_of.label}"
    answer(records, title=title, columns=_HERE, page=page, notes=notes, decimals={"people": 0}, **form)


def _everywhere(atlas: "Atlas", as_of: "Period", form: dict[str, Any]) -> None:
    from levelling.cli.output import answer
    from levelling.solutions.coverage import everywhere

    found = everywhere(atlas, as_of)

    def page() -> "Document":
        from levelling.plan.national.coverage import document

        return document(atlas, found)

    title = f"Alignment in every local authority, {as_of.label}, the lowest first"
    answer(found.records(), title=title, columns=_EVERYWHERE, page=page, notes=[found.sentence], **form)


def _boards(form: dict[str, Any]) -> None:
    from levelling.cli.output import answer
    from levelling.solutions.coverage import board_records, boards

    answer(board_records(boards()), title="Who sits on boards by rule", columns=_BOARDS, **form)
