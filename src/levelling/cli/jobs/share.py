"""`levelling jobs share`: vacancies recommended to a caseload so that not everybody is sent to the same."""

from pathlib import Path
from typing import Annotated

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

_COLUMNS = {
    "person": "Person",
    "title": "Vacancy",
    "employer": "Employer",
    "place": "Place",
    "fit": "Fit",
    "quality_least": "Quality shown",
    "quality_most": "Up to",
    "choice": "Choice",
    "below": "Below best",
    "why": "Why nothing",
}


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
    from levelling.cli.output import answer
    from levelling.jobs.sharing import recommend
    from levelling.jobs.sharing.settings import asked_for

    require_form("Recommendations", out, (".csv", ".json"), as_json=as_json, as_csv=as_csv)
    how = asked_for(each, per_place, floor)
    read = read_caseload(people, vacancies, as_of, k, unknown, postcodes, fit, travel, faults, out)
    found = recommend(read, how)
    shared, records = found.shared, found.records()
    if out is not None:
        write_records(out, records, "line", "lines")
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
