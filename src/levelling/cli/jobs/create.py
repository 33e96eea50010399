"""`levelling jobs create`: where so many subsidised jobs of a kind would do most good."""

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from levelling.cli.output import AsCsv, AsJson, AsOf
from levelling.core.area import Level

if TYPE_CHECKING:
    from datetime import date

    from levelling.atlas import Atlas
    from levelling.jobs.creation import Creation, Place
    from levelling.jobs.occupations import Catalogue
    from levelling.jobs.person import Person

_COLUMNS = {
    "area": "Area",
    "net_words": "Net jobs",
    "standing": "Against the first",
    "people": "Want work",
    "rate": "Of 100 aged 16-64",
    "wanting_period": "When",
    "able_words": "Could do it",
}


def create(
    kind: Annotated[
        str, typer.Argument(metavar="KIND", help="A kind of job, such as care-worker or retrofit, or an occupation.")
    ],
    area: Annotated[list[str], typer.Option("--area", help="Where; may be given several times.")],
    level: Annotated[Level | None, typer.Option(help="Which kind of area is meant.")] = None,
    jobs: Annotated[int, typer.Option("--jobs", help="Jobs that are paid for, in each place.")] = 100,
    sector: Annotated[str, typer.Option(help="Whom an occupation serves: public, tradable, high-tech or local.")] = "",
    deadweight: Annotated[str, typer.Option(help="A finding's name, your own figure (0.2 or 0.1:0.4), or none.")] = "",
    leakage: Annotated[str, typer.Option(help="The same, for jobs that go to people who live elsewhere.")] = "",
    displacement: Annotated[str, typer.Option(help="The same, for jobs lost at other employers.")] = "",
    substitution: Annotated[str, typer.Option(help="The same, for people taken on in place of others.")] = "",
    multiplier: Annotated[str, typer.Option(help="The same, for more jobs elsewhere for each job.")] = "",
    share: Annotated[str, typer.Option(help="Of those who want work, the share that could do it: 0.2 or 0.1:0.3.")] = "",
    count: Annotated[str, typer.Option(help="Who counts as wanting work: claimants or unemployed.")] = "claimants",
    pay: Annotated[float | None, typer.Option(help="Pounds an hour that the jobs would pay.")] = None,
    cost: Annotated[float | None, typer.Option(help="Pounds that one job would cost.")] = None,
    caseload: Annotated[Path | None, typer.Option(help="A file of people, to count who could do it. It stays in memory.")] = None,
    protects: Annotated[
        list[str] | None, typer.Option(help="What the jobs offer that protects health, such as sick-pay.")
    ] = None,
    as_of: AsOf = "",
    as_json: AsJson = False,
    as_csv: AsCsv = False,
) -> None:
    """Where so many subsidised jobs of a kind would do most good, what is left of them, and what that hangs on."""
    from levelling.atlas import Atlas
    from levelling.cli.output import day_of
    from levelling.core.choice import chosen
    from levelling.jobs.creation import Ask, Count, sector_of
    from levelling.jobs.creation import create as reckon
    from levelling.jobs.creation import kind as find
    from levelling.jobs.occupations import load
    from levelling.jobs.pathways import Index, rules

    atlas = Atlas.open()
    areas = [atlas.area(name, level) for name in area]
    catalogue = load(atlas)
    named = {"deadweight": deadweight, "leakage": leakage, "displacement": displacement}
    named |= {"substitution": substitution, "multiplier": multiplier}
    day = day_of(as_of).end
    ask = Ask(
        day=day,
        jobs=jobs,
        choices={name: choice for name, choice in named.items() if choice},
        count=chosen(Count, count, "--count"),
        share=share,
        pay=pay,
        cost=cost,
        protects=frozenset(protects or ()),
        people=_people(atlas, catalogue, caseload, day) if caseload else None,
    )
    found = reckon(atlas, Index(catalogue, rules()), find(catalogue, kind, sector_of(sector)), areas, ask)
    _show(found, as_json, as_csv)


def _show(found: "Creation", as_json: bool, as_csv: bool) -> None:
    from levelling.cli.output import answer
    from levelling.jobs.creation.told import sentences

    records = found.records()
    rows = [{**record, **_words(one)} for record, one in zip(records, found.places, strict=True)]
    columns = dict(_COLUMNS)
    for field in ("standing", "able_words"):
        if not any(row[field] for row in rows):
            del columns[field]
    answer(
        records,
        title=f"{found.ask.jobs:,} {found.kind.name} jobs",
        columns=columns,
        notes=["", *sentences(found)],
        decimals={"people": 0},
        rows=rows,
        as_json=as_json,
        as_csv=as_csv,
    )


def _people(atlas: "Atlas", catalogue: "Catalogue", path: Path, day: "date") -> "tuple[Person, ...]":
    from levelling.cli.output import console
    from levelling.jobs.caseload import knowing, people_of

    read = people_of(path, knowing(atlas, catalogue, day))
    if read.refused or read.noted:
        console(stderr=True).print(read.sentence("person", "people"), markup=False)
    return read.good


def _words(one: "Place") -> dict[str, str]:
    from levelling.core.words import number
    from levelling.jobs.creation.told import span

    able = ""
    if one.able is not None:
        ends = f"{number(one.able.low, 0)} to {number(one.able.high, 0)}"
        able = number(one.able.low, 0) if one.able.low == one.able.high else ends
    return {"net_words": span(one.net), "able_words": able}
