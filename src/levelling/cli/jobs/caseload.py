"""What `match`, `explain` and `share` begin with: people and vacancies from files a user names, and what became of their rows.

What a file says of a person stays in memory: nothing here writes it anywhere.
"""

import json
import sys
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from levelling.cli.output import day_of

if TYPE_CHECKING:
    from collections.abc import Sequence

    from levelling.jobs.caseload import Caseload
    from levelling.jobs.reading.result import Fault

SHOWN = 10
"""Kinds of fault that are told; the rest are counted, and `--faults` writes every one."""

PeopleFiles = Annotated[list[Path], typer.Option("--people", help="A file of people: CSV, JSON or JSON lines. May be repeated.")]
VacancyFiles = Annotated[
    list[Path], typer.Option("--vacancies", help="A file of vacancies: CSV, JSON or JSON lines, packed or not. May be repeated.")
]
Postcodes = Annotated[
    Path | None, typer.Option("--postcodes", help="Your own table of postcodes with latitude and longitude, such as ONS's.")
]
FitFile = Annotated[Path | None, typer.Option("--fit", help="Weights of your own, in the shape of facts/jobs/fit.toml.")]
TravelFile = Annotated[
    Path | None, typer.Option("--travel", help="Travel times of your own, in the shape of facts/jobs/travel.toml.")
]
Faults = Annotated[Path | None, typer.Option("--faults", help="Write every fault of the files to this CSV.")]


class Unknown(StrEnum):
    """What is done about a vacancy that does not say what a limit hangs on."""

    KEEP = "keep"
    DROP = "drop"


UnknownOption = Annotated[
    Unknown,
    typer.Option("--unknown", help="Keep vacancies that do not say what a limit hangs on, and say what to ask; or drop them."),
]


def read_caseload(
    people: list[Path],
    vacancies: list[Path],
    as_of: str,
    k: int,
    unknown: Unknown,
    postcodes: Path | None,
    fit: Path | None,
    travel: Path | None,
    faults: Path | None,
    out: Path | None = None,
) -> "Caseload":
    """Read people and vacancies, and tell on standard error what could not be used.

    Raises:
        UserError: A file cannot be read at all, or a setting cannot be; nobody or nothing in them can be used; or a file to
            write to (`out`, `faults`) is one that is read.
    """
    from levelling.atlas import Atlas
    from levelling.jobs.caseload import gather
    from levelling.jobs.matching import settings

    spare((out, faults), (*people, *vacancies, postcodes, fit, travel))
    by = settings(day_of(as_of).end, k=k, unknown=unknown.value, fit=fit, way=travel)
    read = gather(Atlas.open(), people, vacancies, by, postcodes)
    tell(read, faults)
    _require_some(read)
    return read


def tell(read: "Caseload", out: Path | None) -> None:
    """Tell on standard error what was read and what could not be used; write every fault to a file where one is named."""
    for sentence in read.sentences():
        print(sentence, file=sys.stderr)
    found = read.faults
    if out is not None:
        from levelling.cli.output import csv_text, write

        write(out, csv_text([_fault(one) for one in found]))
        print(f"Wrote {len(found):,} faults to {out.resolve()}", file=sys.stderr)
        return
    kinds: dict[tuple[str, str, str], list[Fault]] = {}
    for one in found:
        kinds.setdefault((one.file, one.field, one.reason), []).append(one)
    for alike in list(kinds.values())[:SHOWN]:
        print(f"  {alike[0].told(len(alike) - 1)}", file=sys.stderr)
    more = len(kinds) - SHOWN
    if more > 0:
        print(f"  and {more:,} more {'kind' if more == 1 else 'kinds'} of fault.", file=sys.stderr)
    if len(found) > min(len(kinds), SHOWN):
        print("  --faults FILE writes them row by row.", file=sys.stderr)


def require_form(what: str, out: Path | None, endings: "Sequence[str]", *, as_json: bool, as_csv: bool) -> None:
    """That an answer is asked for in one form, and in a file of a kind there is: before anything is read.

    Raises:
        UserError: It is not.
    """
    from levelling.core.errors import UserError
    from levelling.core.words import listed

    if out is not None and out.suffix.lower() not in endings:
        raise UserError(f"{what} cannot be written to {out}.", f"Give a file that ends in {listed(list(endings), 'or')}.")
    if as_json + as_csv + (out is not None) > 1:
        raise UserError("An answer has one form.", "Choose one of --json, --csv and --out.")


def write_records(out: Path, records: "Sequence[dict[str, Any]]", one: str, many: str) -> None:
    """Write records of people to a file that ends in .csv or .json, and say that they are personal."""
    from levelling.cli.output import csv_text, say, write

    text = csv_text(records) if out.suffix.lower() == ".csv" else json.dumps(records, ensure_ascii=False, indent=1) + "\n"
    write(out, text)
    say(f"Wrote {len(records):,} {one if len(records) == 1 else many} to {out.resolve()}")
    print("It holds what was found for each person: keep it as you keep the caseload.", file=sys.stderr)


def _require_some(read: "Caseload") -> None:
    """That there is somebody to match, and something.

    Raises:
        UserError: There is not.
    """
    from levelling.core.errors import UserError

    for these, what in ((read.people, "person"), (read.vacancies, "vacancy")):
        if not these.good:
            raise UserError(f"No {what} in these files can be used.", "What is wrong with each row is told above.")


def spare(written: "Sequence[Path | None]", needed: "Sequence[Path | None]") -> None:
    """That nothing is written over a file that is read, nor two answers into one file.

    Raises:
        UserError: It would be.
    """
    from levelling.core.errors import UserError

    taken = {path.resolve() for path in needed if path is not None}
    for path in written:
        if path is None or (path.exists() and not path.is_file()):
            continue
        if (place := path.resolve()) in taken:
            raise UserError(
                f"The file {path} is named for two things, and would be overwritten.", "Give another name to write to."
            )
        taken.add(place)


def _fault(one: Any) -> dict[str, Any]:
    return {name: getattr(one, name) for name in ("file", "row", "field", "reason", "advice", "value")}
