"""`levelling jobs demand`: what a place's employers ask for against what its people offer."""

from typing import TYPE_CHECKING, Annotated, Any

import typer

from levelling.cli.output import AsCsv, AsJson
from levelling.core.area import Level

if TYPE_CHECKING:
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
    as_json: AsJson = False,
    as_csv: AsCsv = False,
) -> None:
    """What employers here ask for against what people here do: adverts, occupations, industries, gaps, and jobs to 2035."""
    from levelling.atlas import Atlas
    from levelling.cli.output import answer
    from levelling.jobs.demand import demand as find
    from levelling.jobs.demand.told import sentences

    atlas = Atlas.open()
    found = find(atlas, atlas.area(name, level))
    answer(
        found.records(),
        title=_title(found),
        columns=_columns(found),
        rows=_rows(found),
        notes=["", *sentences(found), "", *_open(found), *_sources(found)],
        decimals={"adverts": 0, "quotient": 2},
        as_json=as_json,
        as_csv=as_csv,
    )


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
