"""`levelling align`: which outcomes of which framework a place's figures meet, or a charity's work can claim."""

from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from levelling.cli.output import AsCsv, AsJson, Out
from levelling.core.area import Level

if TYPE_CHECKING:
    from levelling.atlas import Atlas
    from levelling.core.area import Area
    from levelling.plan import Document
    from levelling.solutions.align import OutcomeFramework

_HERE = {
    "framework_title": "Framework",
    "title": "Outcome",
    "ages": "Ages",
    "met": "Met",
    "value": "Here",
    "lower": "Lower",
    "upper": "Upper",
    "unit": "Unit",
    "period": "Period",
    "differs": "How it differs",
    "why_none": "Why none, and where",
}
_CLAIMED = {
    "claim": "What you can say",
    "title": "Outcome",
    "framework_title": "Framework",
    "standing": "Framework is",
    "activity": "Activity",
    "recorded": "You record",
    "evidence": "Evidence it wants",
    "note": "To mind",
}
_LISTED = {
    "framework": "Name",
    "title": "Title",
    "standing": "Standing",
    "nations": "Nations",
    "outcomes": "Outcomes",
    "same": "Same here",
    "near": "Near here",
    "publisher": "Publisher",
}


def align(
    what: Annotated[
        str, typer.Argument(metavar="[AREA|FILE]", help="A place; or a charity's file of activities that ends in .toml or .csv.")
    ] = "",
    framework: Annotated[
        list[str] | None,
        typer.Option(metavar="F", help="Only this framework (see --list), or a .toml file of your own; may be repeated."),
    ] = None,
    place: Annotated[str, typer.Option("--area", metavar="A", help="With a file: where the charity works.")] = "",
    level: Annotated[Level | None, typer.Option(help="Which kind of area is meant, where several share the name.")] = None,
    every: Annotated[bool, typer.Option("--list", help="List the frameworks there are.")] = False,
    as_json: AsJson = False,
    as_csv: AsCsv = False,
    out: Out = None,
) -> None:
    """Which outcomes commissioners ask for a place's figures meet, with the baseline; or which a charity's work can claim."""
    from levelling.atlas import Atlas
    from levelling.core.errors import UserError
    from levelling.solutions.align import framework as named

    form: dict[str, Any] = {"as_json": as_json, "as_csv": as_csv, "out": out}
    if every:
        if what or framework:
            raise UserError("--list stands alone.", "Leave the rest out.")
        _list(form)
        return
    if not what:
        raise UserError(
            "Align what?", "Name a place, or a file of activities that ends in .toml or .csv; --list shows the frameworks."
        )
    among = [named(name) for name in framework] if framework else None
    atlas = Atlas.open()
    if what.lower().endswith((".toml", ".csv")):
        _file(atlas, Path(what), place, level, among, form)
    elif place:
        raise UserError("--area goes with a file of activities.", f"To align a place, name it alone: levelling align '{what}'.")
    else:
        _place(atlas, atlas.area(what, level), among, form)


def _list(form: dict[str, Any]) -> None:
    from levelling.cli.output import answer
    from levelling.solutions.align import frameworks
    from levelling.solutions.align.reading import listing

    notes = ["", "'Same here' and 'Near here': outcomes that an indicator held here answers to."]
    answer(listing(frameworks().values()), title="Outcome frameworks", columns=_LISTED, notes=notes, **form)


def _place(atlas: "Atlas", area: "Area", among: "list[OutcomeFramework] | None", form: dict[str, Any]) -> None:
    from levelling.cli.output import answer
    from levelling.core.errors import NotEnoughData
    from levelling.solutions.align import align as hold

    found = hold(atlas, area, among)
    if not found.asked:
        raise NotEnoughData(
            f"None of these frameworks is asked of {area.name}.",
            " ".join(f"{item.title} holds elsewhere." for item in found.elsewhere),
        )
    if not found.items:
        raise NotEnoughData(" ".join(found.notes[:1]), "Give a charity's file of activities instead: levelling align FILE.")

    def page() -> "Document":
        from levelling.plan.leaf import of_place
        from levelling.plan.sections.align import section

        summary = (
            "The outcomes that commissioners and funders ask of {}, each with its baseline or how the nearest figure differs."
        )
        return of_place(atlas, area, "What to align with in {}", summary, lambda view: section(view, among))

    notes = ["", *found.notes]
    title = f"What to align with in {area.name}"
    answer(found.records(), title=title, columns=_HERE, page=page, notes=notes, **form)


def _file(
    atlas: "Atlas", path: Path, place: str, level: Level | None, among: "list[OutcomeFramework] | None", form: dict[str, Any]
) -> None:
    from levelling.cli.output import answer
    from levelling.solutions.align import Verdict, claims, read_organisation

    organisation = read_organisation(path)
    name = place or organisation.area
    found = claims(organisation, atlas.area(name, level) if name else None, among)

    def page() -> "Document":
        from levelling.plan.claims import document

        return document(atlas, found)

    records = found.records()
    if not (form["as_json"] or form["as_csv"]):
        adds = sum(item.verdict is Verdict.ADDS for item in found.items)
        records = [item.record() for item in found.of(Verdict.CLAIM, Verdict.RECORD, Verdict.OTHER_AGES)]
        notes = ["", f"Figures of a whole place that this work adds to, and cannot claim: {adds} (--json and --out show them)."]
        notes += [item.sentence for item in found.unused]
    else:
        notes = []
    answer(records, title=f"What {organisation.name} can claim", columns=_CLAIMED, page=page, notes=notes, **form)
