"""`levelling jobs match`: the best vacancies for each person, or the best people for each vacancy, with the reasons."""

import json
import sys
from enum import StrEnum
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
    from levelling.jobs.caseload import Caseload
    from levelling.jobs.matching import Matched
    from levelling.plan import Document

COLUMNS = {
    "person": "Person",
    "rank": "Rank",
    "title": "Vacancy",
    "employer": "Employer",
    "place": "Place",
    "km": "km",
    "fit": "Fit",
    "quality": "Quality",
    "pay_from": "£ an hour from",
    "ask": "Ask",
}


class Best(StrEnum):
    """Whose best few are found."""

    VACANCIES = "vacancies"
    PEOPLE = "people"


def match(
    people: PeopleFiles,
    vacancies: VacancyFiles,
    k: Annotated[int, typer.Option("--k", help="How many for each.")] = 10,
    best: Annotated[
        Best, typer.Option("--best", help="The best vacancies for each person, or the best people for each vacancy.")
    ] = Best.VACANCIES,
    unknown: UnknownOption = Unknown.KEEP,
    as_of: AsOf = "",
    postcodes: Postcodes = None,
    fit: FitFile = None,
    travel: TravelFile = None,
    faults: Faults = None,
    as_json: AsJson = False,
    as_csv: AsCsv = False,
    out: Annotated[
        Path | None, typer.Option("--out", help="Write all matches to a file that ends in .csv, .json, .html or .md.")
    ] = None,
) -> None:
    """Match people to vacancies near them: no limit broken, the best fit first, each match with its reasons.

    What the files say of people is kept in memory, and in the file that --out names.
    """
    from levelling.cli.jobs.caseload import read_caseload
    from levelling.cli.output import answer
    from levelling.core.errors import UserError
    from levelling.jobs.explaining import matches

    if out is not None and out.suffix.lower() not in {".csv", ".json", ".html", ".md"}:
        raise UserError(f"Matches cannot be written to {out}.", "Give a file that ends in .csv, .json, .html or .md.")
    if as_json + as_csv + (out is not None) > 1:
        raise UserError("An answer has one form.", "Choose one of --json, --csv and --out.")
    read = read_caseload(people, vacancies, as_of, k, unknown, postcodes, fit, travel, faults, out)
    told = matches(read, by_person=best is Best.VACANCIES)
    found, records = told.found, told.records()
    if out is not None and out.suffix.lower() in {".csv", ".json"}:
        _write(out, records)
        return
    answer(
        records,
        title="Matches",
        columns=COLUMNS,
        as_json=as_json,
        as_csv=as_csv,
        out=out,
        page=lambda: _page(found, read, best),
        notes=notes_of(found, best),
    )


def notes_of(found: "Matched", best: Best) -> list[str]:
    """How many have as many as were asked for, how many fewer, how many none."""
    counts, k = [len(pairs) for pairs in found.pairs.values()], found.by.k
    none, full = counts.count(0), sum(count == k for count in counts)
    one, many = ("person has", "people have") if best is Best.VACANCIES else ("vacancy has", "vacancies have")
    which = ("vacancy", "vacancies") if best is Best.VACANCIES else ("person", "people")
    asked = f"{k:,} {which[k > 1]}"
    told = ((full, asked), (len(counts) - full - none, f"fewer than {k:,}"), (none, "none"))
    said = [f"{number:,} {one if number == 1 else many} {what}" for number, what in told if number]
    notes = [f"{', '.join(said)}."]
    if none and best is Best.VACANCIES:
        notes.append("For somebody who has none: levelling jobs explain tells what excludes vacancies, and what lies near.")
    notes.append("Fit and quality are points of 100 after declared judgements; travel is rough. Neither is a finding.")
    return notes


def _write(out: Path, records: list[dict[str, Any]]) -> None:
    from levelling.cli.output import csv_text, say, write

    text = csv_text(records) if out.suffix.lower() == ".csv" else json.dumps(records, ensure_ascii=False, indent=1) + "\n"
    write(out, text)
    say(f"Wrote {len(records):,} {'match' if len(records) == 1 else 'matches'} to {out.resolve()}")
    print("It holds what was found for each person: keep it as you keep the caseload.", file=sys.stderr)


def _page(found: "Matched", read: "Caseload", best: Best) -> "Document":
    from levelling.plan.matched import page

    return page(found, read.catalogue, by_person=best is Best.VACANCIES)
