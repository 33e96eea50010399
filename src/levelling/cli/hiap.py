"""`levelling hiap`: a health impact assessment, held against the place's own figures."""

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from levelling.cli.output import AsCsv, AsJson, Out

if TYPE_CHECKING:
    from levelling.atlas import Atlas
    from levelling.plan.document import Document


def hiap(
    file: Annotated[Path, typer.Argument(metavar="FILE", help="The assessment, a TOML file; begin one with --start.")],
    area: Annotated[str, typer.Option(help="The place, where the file does not name it.")] = "",
    start: Annotated[bool, typer.Option("--start", help="Write a new file with every question, for --area.")] = False,
    scope: Annotated[str, typer.Option(help="With --start: strategic, programme or process.")] = "programme",
    as_json: AsJson = False,
    as_csv: AsCsv = False,
    out: Out = None,
) -> None:
    """Health in all policies: what a policy does to health, where the place is worse off already, and what is left to answer."""
    from levelling.atlas import Atlas
    from levelling.challenge import against_nation
    from levelling.cli import output
    from levelling.core.errors import UserError
    from levelling.solutions.hiap import assess, determinants, read

    if start:
        _start(Atlas.open(), file, area, scope)
        return
    assessment = read(file)
    named = area or assessment.area
    if not named:
        raise UserError("The file does not say which place it is about.", "Write area = in it, or give --area.")
    atlas = Atlas.open()
    place = atlas.area(named)
    found = assess(atlas, assessment, place, against_nation(atlas, place, determinants().indicators))

    def page() -> "Document":
        from levelling.plan.hiap import document

        return document(atlas, found)

    left = [f"  {point.where}: {point.what}" for point in found.open]
    output.answer(
        found.records(),
        title=f"{assessment.title}, {place.name}",
        columns={
            "determinant": "Through",
            "direction": "Direction",
            "size": "Size",
            "likelihood": "Likelihood",
            "standing": "How the place stands on it",
        },
        as_json=as_json,
        as_csv=as_csv,
        out=out,
        page=page,
        rows=[record for record in found.records() if record["record"] == "effect" and record["direction"]],
        notes=("", *found.sentences, *(("", "Left to answer:", *left) if left else ())),
    )


def _start(atlas: "Atlas", file: Path, area: str, scope: str) -> None:
    from levelling.challenge import against_nation
    from levelling.cli import output
    from levelling.core.choice import chosen
    from levelling.core.errors import UserError
    from levelling.solutions.hiap import Scope, determinants, starter
    from levelling.solutions.hiap.screening import screen

    if not area:
        raise UserError("Which place is it about?", "Give --area.")
    if file.exists():
        raise UserError(f"There is a file {file} already.", "Choose another name.")
    if file.suffix.lower() != ".toml":
        raise UserError(f"An assessment cannot be begun in {file}.", "Choose a name that ends in .toml.")
    place, known = atlas.area(area), determinants()
    screened = screen(list(known.all.values()), against_nation(atlas, place, known.indicators))
    output.write(file, starter(place, chosen(Scope, scope, "--scope"), known, screened))
    output.say(f"Wrote {file.resolve()}. Answer its questions, then: levelling hiap {file}")
