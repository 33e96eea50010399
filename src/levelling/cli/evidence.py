"""`levelling evidence`: what a body of cases says of one way of working, pooled where it may be, and how sure that is."""

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from levelling.cli.output import AsCsv, AsJson, Out

if TYPE_CHECKING:
    from levelling.plan.document import Document

_ALL = {"mechanism": "Way of working", "grade": "How sure for work", "cases": "Cases", "sentence": "What they found"}
_ONE = {
    "name": "Case",
    "sentence": "What came of it",
    "comparison": "Held against",
    "maryland": "Grade",
    "why_not": "Not pooled, as",
}


def evidence(
    mechanism: Annotated[str, typer.Argument(metavar="[MECHANISM]", help="A way of working, such as health-support.")] = "",
    people: Annotated[str, typer.Option("--people", help="Only cases for these: young-people, disabled-people ...")] = "",
    add: Annotated[Path | None, typer.Option("--add", help="A .csv or .toml file of your own results, to be pooled.")] = None,
    as_json: AsJson = False,
    as_csv: AsCsv = False,
    out: Out = None,
) -> None:
    """What the cases of one way of working say together: which way they point, what can be pooled and what cannot, and why."""
    from levelling.cli.output import answer, flat
    from levelling.core.choice import chosen
    from levelling.core.errors import UserError
    from levelling.practice.cases import Group, Mechanism, library
    from levelling.practice.evidence import evidence as ask
    from levelling.practice.evidence import read_own

    way = chosen(Mechanism, mechanism, "MECHANISM") if mechanism else None
    group = chosen(Group, people, "--people") if people else None
    if add is not None and way is None:
        raise UserError("--add needs a way of working to be held against.", "Name one, such as: levelling evidence brokerage.")
    found = ask(library(), way, group=group, own=read_own(add) if add is not None else None)

    def page() -> "Document":
        from levelling.atlas import Atlas
        from levelling.plan.national.evidence import document

        return document(Atlas.open(), found)

    records = found.records()
    rows = records if way is None else [record for record in records if record["record"] == "result"]
    whom = f" for {group.value}" if group is not None else ""
    title = f"Evidence on {way.value if way is not None else 'every way of working'}{whom}"
    columns = _ALL if way is None else _ONE
    answer(
        flat(records, as_csv=as_csv),
        title=title,
        columns=columns,
        page=page,
        notes=found.sentences,
        rows=rows,
        as_json=as_json,
        as_csv=as_csv,
        out=out,
    )
