"""`levelling logic`: a logic model, drawn, checked, handed on, and asked what a change would do."""

from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from levelling.cli.output import AsCsv, AsJson, Out
from levelling.core.area import Level

if TYPE_CHECKING:
    from levelling.plan import Document
    from levelling.practice.logic import Logic, Model

_LINKS = {
    "from": "From",
    "to": "To",
    "direction": "Direction",
    "size": "How much",
    "lag": "After",
    "grade": "Grade",
    "source": "Source",
}
_EFFECTS = {
    "label": "What changes",
    "owner": "Who answers for it",
    "direction": "Direction",
    "value": "By",
    "lower": "Lower",
    "upper": "Upper",
    "unit": "Unit",
    "paths": "Paths",
    "grade": "Grade",
}
_CELLS = {
    "action_label": "Action",
    "action_owner": "Whose",
    "outcome_label": "Outcome",
    "outcome_owner": "Whose outcome",
    "direction": "Direction",
    "judged": "It",
    "grade": "Grade",
    "paths": "Paths",
}
_WATCHED = {
    "label": "What is watched",
    "owner": "Who answers for it",
    "baseline": "Baseline",
    "value": "Newest",
    "lower": "Lower",
    "upper": "Upper",
    "period": "Period",
    "expected": "Trajectory",
    "track": "How it stands",
}
_CITED = {
    "id": "Id",
    "from": "From",
    "to": "To",
    "direction": "Direction",
    "size": "How much",
    "applies_to": "For whom",
    "grade": "Grade",
}
_LISTED = {"model": "Name", "title": "Title", "nodes": "Things", "links": "Links", "partners": "Partners"}


def logic(
    what: Annotated[
        str,
        typer.Argument(metavar="[FILE|NAME]", help="A model: a file that ends in .toml, .csv or .mmd, or a name from --list."),
    ] = "",
    change: Annotated[
        str,
        typer.Option(
            metavar="NODE[=N]", help="Put in so much more at a node, and see what follows; without N, a direction alone."
        ),
    ] = "",
    matrix: Annotated[bool, typer.Option("--matrix", help="What each partner's action does for each partner's outcome.")] = False,
    area: Annotated[
        str, typer.Option(metavar="A", help="Hold the model's indicators in this place against their trajectories.")
    ] = "",
    level: Annotated[Level | None, typer.Option(help="Which kind of area is meant, where several share the name.")] = None,
    as_of: Annotated[str, typer.Option(help="With --area: leave out figures for periods that end after this date.")] = "",
    draws: Annotated[int, typer.Option(help="With --change: how many draws are taken of the sizes.")] = 4_000,
    seed: Annotated[int, typer.Option(help="With --change: where the draws begin. The same seed gives the same answer.")] = 2020,
    draw: Annotated[
        Path | None, typer.Option(metavar="OUT", help="Draw the model: a file that ends in .svg, .html or .md.")
    ] = None,
    form: Annotated[
        str, typer.Option("--format", help="With --to: toml, csv or mermaid; by the file's ending if not given.")
    ] = "",
    to: Annotated[Path | None, typer.Option(metavar="OUT", help="Hand the model on in another form.")] = None,
    every: Annotated[bool, typer.Option("--list", help="List the models that come with the program.")] = False,
    links: Annotated[
        str | None, typer.Option("--links", metavar="QUERY", help="Search the cited links to draw from; '' lists them all.")
    ] = None,
    as_json: AsJson = False,
    as_csv: AsCsv = False,
    out: Out = None,
) -> None:
    """A theory of change as a graph: check it, draw it, follow a change through it, and see whether it comes about."""
    from levelling.core.errors import UserError
    from levelling.practice.logic import read_model

    shown: dict[str, Any] = {"as_json": as_json, "as_csv": as_csv, "out": out}
    if every or links is not None:
        if what or change or matrix or area or draw or to or (every and links is not None):
            raise UserError("--list and --links stand alone.", "Leave the rest out.")
        _shelves(links, shown)
        return
    if not what:
        raise UserError("Which model?", "Give a file, or a name of: levelling logic --list.")
    if as_of and not area:
        raise UserError("--as-of goes with --area.", "Name the place.")
    model = read_model(what)
    if draw is not None or to is not None:
        if as_json or as_csv or out is not None or change or matrix or area:
            raise UserError("--draw and --to write a file of the whole model.", "Leave the other options out.")
        _files(model, draw, to, form)
        return
    if form:
        raise UserError("--format goes with --to.", "Say where the model is to be written.")
    _answer(_asked(model, (change, draws, seed), area, level, as_of, matrix=matrix), shown)


def _shelves(links: str | None, shown: dict[str, Any]) -> None:
    from levelling.cli import output
    from levelling.practice.logic import Shelf, search_links, shelf

    if links is None:
        output.answer(Shelf(shelf()).records(), title="Logic models", columns=_LISTED, **shown)
        return
    found = search_links(links)
    apart = [f"{one.id} and {one.against} contradict each other: keep both." for one in found.items if one.against > one.id]
    twice = [f"Use {one.id} or {one.not_with}, not both. {one.why_not}" for one in found.items if one.not_with > one.id]
    notes = ("", *apart, *twice, "Take one over in a model with: cites = its id.")
    output.answer(found.records(), title="Cited links", columns=_CITED, notes=notes, **shown)


def _files(model: "Model", draw: Path | None, to: Path | None, form: str) -> None:
    from levelling.cli import output
    from levelling.core.errors import UserError
    from levelling.practice.logic import write_model

    if to is not None:
        endings = {".toml": "toml", ".csv": "csv", ".mmd": "mermaid", ".mermaid": "mermaid"}
        wanted = form or endings.get(to.suffix.lower(), "")
        if not wanted:
            raise UserError(f"In which form is {to} to be written?", "Give --format toml, csv or mermaid.")
        output.write(to, write_model(model, wanted.strip().lower()))
        output.say(f"Wrote {to.resolve()}")
    if draw is not None:
        _draw(model, draw)


def _draw(model: "Model", path: Path) -> None:
    from levelling.cli import output
    from levelling.core.errors import UserError
    from levelling.plan.charts.diagram import standalone
    from levelling.plan.national.logic import diagram, picture

    ending = path.suffix.lower()
    if ending == ".svg":
        output.write(path, standalone(diagram(model)))
    elif ending in {".html", ".md"}:
        from levelling.atlas import Atlas
        from levelling.plan import save

        save(picture(Atlas.open(), model), path, ending[1:])
    else:
        raise UserError(f"A picture cannot be written to {path}.", "Give a file that ends in .svg, .html or .md.")
    output.say(f"Wrote {path.resolve()}")


def _asked(model: "Model", put: tuple[str, int, int], area: str, level: Level | None, as_of: str, *, matrix: bool) -> "Logic":
    from levelling.practice import logic as room

    followed = room.change(model, *put) if put[0] else None
    crossed = room.matrix(model) if matrix else None
    watched = None
    if area:
        from levelling.atlas import Atlas
        from levelling.core.choice import date_of

        atlas = Atlas.open()
        watched = room.monitor(atlas, model, atlas.area(area, level), date_of(as_of, "--as-of") if as_of else None)
    return room.logic(model, followed, crossed, watched)


def _answer(found: "Logic", shown: dict[str, Any]) -> None:

    def page() -> "Document":
        from levelling.atlas import Atlas
        from levelling.plan.national.logic import document

        return document(Atlas.open(), found)

    records = found.records()
    asked = [part for part in ("effect", "cell", "monitor") if any(record["record"] == part for record in records)]
    if shown["as_json"] or shown["as_csv"] or shown["out"] or len(asked) <= 1:
        kind = asked[0] if asked else "link"
        _one(found, kind, records, shown, page)
        return
    for kind in asked:
        _one(found, kind, [record for record in records if record["record"] == kind], shown, page)


def _one(found: "Logic", kind: str, records: list[dict[str, Any]], shown: dict[str, Any], page: Any) -> None:
    from levelling.cli import output

    columns = {"link": _LINKS, "effect": _EFFECTS, "cell": _CELLS, "monitor": _WATCHED}[kind]
    rows = [record for record in records if record["record"] == kind and (kind != "cell" or record["direction"])]
    title = found.model.title
    notes: list[str] = [""]
    if kind == "effect" and found.change is not None:
        title = f"{title}. {found.change.title}"
        notes += [*(effect.sentence for effect in found.change.effects), "", *found.change.cautions]
    elif kind == "cell" and found.matrix is not None:
        notes += [*found.matrix.sentences, "Pairs that no path joins are left out."]
    elif kind == "monitor" and found.monitor is not None:
        title = f"{title}, {found.monitor.area.name}"
        notes += [item.sentence for item in found.monitor.items]
    else:
        notes += ["What to mind:", *(f"  {one}" for one in found.warnings)] if found.warnings else ["Nothing to mind."]
    told = [_safe(record) for record in records] if shown["as_csv"] else records
    output.answer(told, title=title, columns=columns, page=page, rows=rows, notes=notes, **shown)


def _safe(record: dict[str, Any]) -> dict[str, Any]:
    """A record whose words, which others wrote, no spreadsheet will run; a sign alone is none of these."""
    from levelling.practice.logic.edge_list import kept_from_running

    words = {field: value for field, value in record.items() if isinstance(value, str) and field != "sign"}
    return {**record, **{field: kept_from_running(value) for field, value in words.items()}}
