"""`levelling jobs explain`: one person's matches in sentences, or why one vacancy is or is not among them."""

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
)
from levelling.cli.output import AsJson, AsOf

if TYPE_CHECKING:
    from levelling.jobs.explaining import Explained


def explain(
    person: Annotated[str, typer.Argument(help="The key of a person in the file.")],
    people: PeopleFiles,
    vacancies: VacancyFiles,
    vacancy: Annotated[str, typer.Option("--vacancy", help="The key of one vacancy, matched or not.")] = "",
    k: Annotated[int, typer.Option("--k", help="How many vacancies.")] = 5,
    unknown: UnknownOption = Unknown.KEEP,
    as_of: AsOf = "",
    postcodes: Postcodes = None,
    fit: FitFile = None,
    travel: TravelFile = None,
    faults: Faults = None,
    as_json: AsJson = False,
) -> None:
    """Why vacancies fit one person: what speaks for each, what is missing, what rubs, what to ask, and what lies near."""
    from levelling.cli.output import say, say_json
    from levelling.jobs.explaining import reasons

    read = read_caseload(people, vacancies, as_of, k, unknown, postcodes, fit, travel, faults)
    found = reasons(read, person, vacancy)
    if as_json:
        say_json(found.records())
        return
    told = found.items
    for rank, one in enumerate(told, 1):
        say("\n".join(_lines(one, None if vacancy else rank)))
        if vacancy and not one.broken and one.fit.points < read.by.weights.least:
            say(f"   Not proposed: no limit is broken, but nothing below {read.by.weights.least} points of fit is proposed.")
        say("")
    if not told:
        say("No vacancy keeps all their limits and fits them well enough to be proposed.")
    if found.near:
        say("Just beyond a limit:")
        say("\n".join(f"   {miss.sentence}" for miss in found.near))


def _lines(one: "Explained", rank: int | None) -> list[str]:
    head = f"{f'{rank}. ' if rank else ''}{one.heading} [{one.vacancy.id}]"
    return [head, *(f"   {line}" for line in (one.scores, *one.reasons))]
