"""`levelling jobs synth`: a made-up caseload and made-up vacancies, in files that the other verbs read."""

import csv
import io
import json
from collections.abc import Iterable, Mapping
from enum import StrEnum
from pathlib import Path
from typing import Annotated, Any

import typer

from levelling.core.area import Level


class Form(StrEnum):
    """What kind of files are written."""

    CSV = "csv"
    JSONL = "jsonl"


def synth(
    area: Annotated[str, typer.Option("--area", help="Where the people live.")],
    out: Annotated[Path, typer.Option("--out", help="A folder to write people, vacancies and what they follow to.")],
    people: Annotated[int, typer.Option("--people", help="How many people.")] = 200,
    vacancies: Annotated[int, typer.Option("--vacancies", help="How many vacancies.")] = 100,
    seed: Annotated[int, typer.Option("--seed", help="The same seed gives the same files.")] = 1,
    level: Annotated[Level | None, typer.Option(help="Which kind of area is meant, where several share the name.")] = None,
    within: Annotated[
        float, typer.Option("--within", min=0, max=1000, help="Kilometres around whose authorities have vacancies too.")
    ] = 30.0,
    form: Annotated[Form, typer.Option("--format", help="Tables, or one JSON object a line.")] = Form.CSV,
) -> None:
    """A made-up caseload of an area and vacancies around it, after its real margins. Nobody in it is real."""
    from levelling.atlas import Atlas
    from levelling.cli.output import say, write
    from levelling.core.words import number
    from levelling.jobs import made
    from levelling.jobs.made.written import people_rows, vacancy_rows
    from levelling.jobs.occupations.catalogue import load

    atlas = Atlas.open()
    where = atlas.area(area, level)
    catalogue = load(atlas)
    found = made.make(atlas, catalogue, where, people, vacancies, seed, within)
    files = {
        f"people.{form}": _written(people_rows(found.people, catalogue), PEOPLE, form),
        f"vacancies.{form}": _written(vacancy_rows(found.vacancies, catalogue), VACANCIES, form),
        "margins.json": json.dumps(found.margins.records(), ensure_ascii=False, indent=1) + "\n",
    }
    _folder(out)
    for name in files:
        _require_made(out / name)
    for name, text in files.items():
        write(out / name, text)
    these = f"{number(people, 0)} {'person' if people == 1 else 'people'}"
    those = f"{number(vacancies, 0)} {'vacancy' if vacancies == 1 else 'vacancies'}"
    say(f"Wrote {these} and {those} to {out.resolve()}")
    say(f"{found.margins.sentence} Which they are, with sources and stand-ins, is in margins.json.")


PEOPLE = (
    *("id", "lsoa", "travel", "minutes", "occupations", "wants", "skills", "level", "hours", "times", "floor", "licences"),
    *("limits", "remote_only", "furthest"),
)
VACANCIES = (
    *("id", "title", "employer", "occupation", "skills", "optional_skills", "lsoa", "place", "remote", "pay", "hours", "times"),
    *("level", "licences", "demands", "contract", "protects", "training", "headcount"),
)


def _written(rows: Iterable[Mapping[str, Any]], columns: Iterable[str], form: Form) -> str:
    """Rows as a file: in CSV, a list is one field parted by semicolons."""
    text = io.StringIO()
    if form is Form.JSONL:
        text.writelines(json.dumps(row, ensure_ascii=False) + "\n" for row in rows)
        return text.getvalue()
    writer = csv.DictWriter(text, list(columns), lineterminator="\n")
    writer.writeheader()
    writer.writerows(
        {field: "; ".join(value) if isinstance(value, list) else value for field, value in row.items()} for row in rows
    )
    return text.getvalue()


def _folder(out: Path) -> None:
    from levelling.core.errors import UserError

    try:
        out.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise UserError(
            f"The folder {out} cannot be made: {(error.strerror or str(error)).lower()}.", "Choose another."
        ) from error


def _require_made(path: Path) -> None:
    """That a file to be written over was made up before, and is nobody's caseload.

    Raises:
        UserError: It was not.
    """
    from levelling.core.errors import UserError

    if not path.is_file() or path.name == "margins.json":
        return
    with path.open("rb") as file:
        start = file.read(4_096)
    if b"made-" not in start and len(start.splitlines()) > 1:
        raise UserError(f"The file {path} is there already and was not made up.", "Give another folder to write to.")
