"""`levelling jobs demand`: what a place's employers ask for against what its people offer."""

from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from levelling.cli.jobs.caseload import Faults, Postcodes
from levelling.cli.output import AsCsv, AsJson, AsOf
from levelling.core.area import Level

if TYPE_CHECKING:
    from levelling.atlas import Atlas
    from levelling.core.area import Area
    from levelling.jobs.demand import Demand

_COLUMNS = {
    "name": "Occupation",
    "adverts": "Adverts",
    "share": "Of 100 adverts",
    "people": "Of 100 people in work",
    "quotient": "Times England's share",
    "growth": "England's jobs, 2020 to 2035, %",
}


def demand(
    name: Annotated[str, typer.Argument(metavar="AREA", help="A place, by name or code.")],
    level: Annotated[Level | None, typer.Option(help="Which kind of area is meant.")] = None,
    vacancies: Annotated[
        list[Path] | None, typer.Option("--vacancies", help="A file of vacancies of your own. May be repeated.")
    ] = None,
    people: Annotated[
        list[Path] | None, typer.Option("--people", help="A file of people, held against the vacancies. May be repeated.")
    ] = None,
    as_of: AsOf = "",
    postcodes: Postcodes = None,
    faults: Faults = None,
    as_json: AsJson = False,
    as_csv: AsCsv = False,
) -> None:
    """What employers here ask for against what people here do: adverts, occupations, industries, gaps, and jobs to 2035.

    With vacancies of your own: what they ask for, which are entry doors, and which of it people of your own offer. Numbers of
    people are protected: 1 to 7 are withheld, others rounded to the nearest 5.
    """
    from levelling.atlas import Atlas
    from levelling.cli.output import answer
    from levelling.jobs.demand import demand as find
    from levelling.jobs.demand.told import own, published

    atlas = Atlas.open()
    area = atlas.area(name, level)
    given = bool(vacancies or people)
    found = _with_own(atlas, area, vacancies, people, as_of, postcodes, faults) if given else find(atlas, area)
    if given and not as_json and not as_csv:
        _show_own(found, own(found))
    answer(
        found.records(),
        title=_title(found),
        columns=_columns(found),
        rows=_rows(found),
        notes=["", *published(found), "", *_open(found), *_sources(found)],
        decimals={"adverts": 0, "quotient": 2},
        as_json=as_json,
        as_csv=as_csv,
    )


def _with_own(
    atlas: "Atlas",
    area: "Area",
    vacancies: list[Path] | None,
    people: list[Path] | None,
    as_of: str,
    postcodes: Path | None,
    faults: Path | None,
) -> "Demand":
    from levelling.cli.jobs.caseload import spare, tell
    from levelling.cli.output import day_of
    from levelling.jobs.demand import demand_of

    spare((faults,), (*(vacancies or ()), *(people or ()), postcodes))
    found, read = demand_of(atlas, area, vacancies or None, people or None, day_of(as_of).end, postcodes)
    tell(read, faults)
    return found


def _show_own(found: "Demand", told: list[str]) -> None:
    from levelling.cli.output import say, show_table
    from levelling.jobs.demand.told import people

    asked = found.asked
    if asked is not None and asked.groups:
        against = asked.people != 0
        columns = ["Kind of work", "Wanted", *(["People who offer it"] if against else [])]
        shown = [one for one in asked.groups if one.posts or one.people]
        rows = [[one.title, f"{one.posts:,}", *([people(one.people)] if against else [])] for one in shown]
        show_table("Your vacancies against your people" if against else "Your vacancies", columns, rows, right=["Wanted"])
        if left := len(asked.groups) - len(shown):
            kinds = "1 kind" if left == 1 else f"{left:,} kinds"
            say(f"Not shown: {kinds} of work that no vacancy asks for and that {people(None)} offer.")
    say("\n".join(["", *told, ""]))


def _title(found: "Demand") -> str:
    if found.adverts is None:
        return f"Demand for work in {found.area.name}"
    return f"Jobs advertised in {found.adverts.standing.words}, {found.adverts.period.label}"


def _columns(found: "Demand") -> dict[str, str]:
    shown = _COLUMNS if found.adverts else {key: _COLUMNS[key] for key in ("name", "people", "quotient")}
    return {key: title for key, title in shown.items() if key != "people" or found.gaps or not found.adverts}


def _rows(found: "Demand") -> list[dict[str, Any]]:
    if found.adverts is None:
        # Without adverts, what people here do is what can be shown.
        profile = found.residents or found.measured
        items = profile.items if profile else ()
        return [{"name": item.name, "people": item.share, "quotient": item.value} for item in items]
    people = {gap.key: gap.people for gap in found.gaps.items} if found.gaps else {}
    quotients = {item.key: item.value for item in found.residents.items} if found.residents else {}
    growth = {item.key: 100 * item.net_change / item.jobs_2020 for item in found.occupations if item.jobs_2020}
    return [
        {
            "name": part.name,
            "adverts": part.adverts,
            "share": part.share,
            "people": people.get(part.key),
            "quotient": quotients.get(part.key),
            "growth": growth.get(part.key),
        }
        for part in found.adverts.parts
    ]


def _open(found: "Demand") -> list[str]:
    return ["Cannot tell:", *(f"  {item.question} {item.why}" for item in found.open), ""]


def _sources(found: "Demand") -> list[str]:
    return ["Sources: " + "; ".join(f"{one.publisher}, {one.title}" for one in found.releases) + "."]
