"""`levelling jobs share`: vacancies recommended to a caseload so that not everybody is sent to the same."""

import json
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from levelling.cli.jobs.caseload import (
    Faults,
    FitFile,
    PeopleFiles,
    Postcodes,
    TravelFile,
    Unknown,
    UnknownOption,
    VacancyFiles,
)
from levelling.cli.output import AsCsv, AsJson, AsOf

if TYPE_CHECKING:
    from levelling.jobs.matching import Matched
    from levelling.jobs.sharing import Settings, Shared

_COLUMNS = {
    "person": "Person",
    "title": "Vacancy",
    "employer": "Employer",
    "place": "Place",
    "fit": "Fit",
    "quality": "Quality",
    "choice": "Own choice",
    "below": "Points below their best",
    "why": "Why nothing",
}
_AS_ALL = "as all"


def share(
    people: PeopleFiles,
    vacancies: VacancyFiles,
    k: Annotated[int, typer.Option("--k", help="Candidates for each person, of which they are recommended the best left.")] = 20,
    each: Annotated[int | None, typer.Option("--each", help="Vacancies a person, at most; 1 where not given.")] = None,
    per_place: Annotated[
        int | None, typer.Option("--per-place", help="People sent to each place of a vacancy, at most; 1 where not given.")
    ] = None,
    floor: Annotated[
        str, typer.Option("--floor", help="Share of those furthest from work to be placed: 'as all', or 0 (no floor) to 1.")
    ] = "",
    unknown: UnknownOption = Unknown.KEEP,
    as_of: AsOf = "",
    postcodes: Postcodes = None,
    fit: FitFile = None,
    travel: TravelFile = None,
    faults: Faults = None,
    as_json: AsJson = False,
    as_csv: AsCsv = False,
    out: Annotated[Path | None, typer.Option("--out", help="Write everybody's to a file that ends in .csv or .json.")] = None,
) -> None:
    """Share vacancies out among a caseload: the most people placed, within the places there are, at the best fit.

    Those furthest from work are placed at least as often as all people. What the files say of people is kept in memory, and in
    the file that --out names.
    """
    from levelling.cli.jobs.caseload import read_caseload
    from levelling.cli.output import answer
    from levelling.core.errors import UserError
    from levelling.jobs.matching import match
    from levelling.jobs.sharing import of_matches
    from levelling.jobs.sharing import share as share_out

    if (out.suffix.lower() if out else "") not in {"", ".csv", ".json"} or (out is not None and not out.suffix):
        raise UserError(f"Recommendations cannot be written to {out}.", "Give a file that ends in .csv or .json.")
    how = _settings(each, per_place, floor)
    read = read_caseload(people, vacancies, as_of, k, unknown, postcodes, fit, travel, faults)
    found = match(read.people.good, read.vacancies.good, read.catalogue, read.by)
    shared = share_out(of_matches(found), how)
    records = _records(shared, found)
    if out is not None:
        _write(out, records)
        for line in (shared.sentence, *shared.notes):
            print(line)
        return
    answer(
        records,
        title="Shared out",
        columns=_COLUMNS,
        as_json=as_json,
        as_csv=as_csv,
        notes=["", shared.sentence, *shared.notes],
    )


def _settings(each: int | None, per_place: int | None, floor: str) -> "Settings":
    """The settings as declared, with what was asked for in their place."""
    from levelling.core.errors import UserError
    from levelling.jobs.sharing import Settings, settings

    declared = settings()
    asked: float | None = declared.floor
    if floor:
        try:
            asked = None if floor.replace("-", " ").lower() == _AS_ALL else float(floor)
        except ValueError:
            raise UserError(f"The floor '{floor[:40]}' is no share.", "Give 'as all', or a number from 0 to 1.") from None
    return Settings(
        declared.per_person if each is None else each,
        declared.per_place if per_place is None else per_place,
        asked,
    )


def _records(shared: "Shared", found: "Matched") -> list[dict[str, Any]]:
    """Everybody, with the vacancy they are recommended or why there is none."""
    lines = []
    for record in shared.records():
        vacancy = found.vacancies.get(record["vacancy"] or "")
        named = {name: getattr(vacancy, name) if vacancy else "" for name in ("title", "employer", "place")}
        lines.append({"person": record["person"], "vacancy": record["vacancy"], **named, **record})
    return lines


def _write(out: Path, records: list[dict[str, Any]]) -> None:
    from levelling.cli.output import csv_text, say, write

    text = csv_text(records) if out.suffix.lower() == ".csv" else json.dumps(records, ensure_ascii=False, indent=1) + "\n"
    write(out, text)
    say(f"Wrote {len(records):,} lines to {out.resolve()}")
    print("It holds what was found for each person: keep it as you keep the caseload.", file=sys.stderr)
