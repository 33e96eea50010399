"""`levelling jobs match`: the best vacancies for each person, or the best people for each vacancy, with the reasons."""

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

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
    read_caseload,
    require_form,
    write_records,
)
from levelling.cli.output import AsCsv, AsJson, AsOf
from levelling.jobs.whose import Best

if TYPE_CHECKING:
    from levelling.jobs.explaining import Matches
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
    "quality_least": "Quality shown",
    "quality_most": "Up to",
    "pay_from": "£ an hour from",
    "ask": "Ask",
}


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
    from levelling.cli.output import answer
    from levelling.jobs.explaining import matches

    require_form("Matches", out, (".csv", ".json", ".html", ".md"), as_json=as_json, as_csv=as_csv)
    read = read_caseload(people, vacancies, as_of, k, unknown, postcodes, fit, travel, faults, out)
    told = matches(read, best)
    if out is not None and out.suffix.lower() in {".csv", ".json"}:
        write_records(out, told.records(), "match", "matches")
        return
    answer(
        [] if out is not None else told.records(),  # a page is made of the matches themselves
        title="Matches",
        columns=COLUMNS,
        as_json=as_json,
        as_csv=as_csv,
        out=out,
        page=lambda: _page(told),
        notes=notes_of(told.found, best),
        decimals={"pay_from": 2},
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
    notes.append("Quality is what the advert shows, and up to what it may be with all that the advert leaves out.")
    notes.append("Fit and quality are points of 100 after declared judgements; travel is rough. Neither is a finding.")
    return notes


def _page(told: "Matches") -> "Document":
    from levelling.atlas import Atlas
    from levelling.plan.matched import page

    return page(Atlas.open(), told)
