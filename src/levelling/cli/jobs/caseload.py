"""What `match`, `explain` and `share` begin with: people and vacancies from files a user names, and what became of their rows.

What a file says of a person stays in memory: nothing here writes it anywhere.
"""

import sys
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from levelling.cli.output import day_of

if TYPE_CHECKING:
    from levelling.jobs.caseload import Caseload

SHOWN = 10
"""Faults that are told one by one; the rest are counted, and `--faults` writes all of them."""

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
) -> "Caseload":
    """Read people and vacancies, and tell on standard error what could not be used.

    Raises:
        UserError: A file cannot be read at all, or a setting cannot be.
    """
    from levelling.atlas import Atlas
    from levelling.jobs.caseload import gather
    from levelling.jobs.matching import settings

    by = settings(day_of(as_of).end, k=k, unknown=unknown.value, fit=fit, way=travel)
    read = gather(Atlas.open(), people, vacancies, by, postcodes)
    tell(read, faults)
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
    for one in found[:SHOWN]:
        print(f"  {one}", file=sys.stderr)
    if len(found) > SHOWN:
        print(f"  and {len(found) - SHOWN:,} more: --faults FILE writes them all.", file=sys.stderr)


def _fault(one: Any) -> dict[str, Any]:
    return {name: getattr(one, name) for name in ("file", "row", "field", "reason", "advice", "value")}
