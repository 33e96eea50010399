"""`levelling jobs pathways`: where an occupation leads, or a place's occupations at high risk."""

from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from levelling.cli.output import AsCsv, AsJson
from levelling.core.area import Level

if TYPE_CHECKING:
    from levelling.atlas import Atlas
    from levelling.core.area import Area
    from levelling.jobs.occupations import Catalogue
    from levelling.jobs.pathways import Destination, Index, Pathways

_WAYS = {
    "occupation": "Occupation",
    "likeness": "Likeness",
    "to_gain": "Skills to gain, rarest first",
    "step": "Preparation",
    "pay": "Pay an hour",
    "enough": "% of today",
    "risk_there": "Risk",
    "local_people": "People here",
    "local_adverts": "Adverts here",
    "apprenticeship": "Apprenticeship",
}
_HERE = {
    "occupation": "Occupation",
    "group": "Wider group",
    "people": "People here",
    "people_at_high_risk": "At high risk",
    "origin": "For example",
    "ways": "Ways on",
}
_SKILLS = 3


def pathways(
    name: Annotated[
        str, typer.Argument(metavar="[OCCUPATION]", help="An occupation; without one, those at risk in the area.")
    ] = "",
    area: Annotated[str, typer.Option("--area", help="The place whose people are counted.")] = "",
    level: Annotated[Level | None, typer.Option(help="Which kind of area is meant.")] = None,
    top: Annotated[int, typer.Option("--top", min=1, max=500, help="How many to show.")] = 10,
    everything: Annotated[bool, typer.Option("--all", help="Show ways that pay too little or are at high risk too.")] = False,
    rules: Annotated[
        Path | None, typer.Option("--rules", help="A file of rules, in the shape of facts/jobs/pathways.toml.")
    ] = None,
    as_json: AsJson = False,
    as_csv: AsCsv = False,
) -> None:
    """From an occupation, or a place's jobs at risk of automation, to others: near enough, paid enough, safer."""
    from levelling.atlas import Atlas
    from levelling.core.errors import UserError
    from levelling.jobs.occupations import load
    from levelling.jobs.pathways import Index, read_rules
    from levelling.jobs.pathways import rules as declared

    if not name and not area:
        raise UserError("Neither an occupation nor a place is named.", "Name an occupation, a place with --area, or both.")
    atlas = Atlas.open()
    where = atlas.area(area, level) if area else None
    catalogue = load(atlas)
    index = Index(catalogue, read_rules(rules) if rules else declared())
    form: dict[str, Any] = {"as_json": as_json, "as_csv": as_csv}
    if name:
        _from_one(atlas, catalogue, index, name, where, top, everything, form)
    elif where:
        _from_place(atlas, catalogue, index, where, top, form)


def _from_one(
    atlas: "Atlas",
    catalogue: "Catalogue",
    index: "Index",
    name: str,
    area: "Area | None",
    top: int,
    everything: bool,
    form: dict[str, Any],
) -> None:
    from levelling.cli.output import answer, flat
    from levelling.jobs.pathways import pathways as find
    from levelling.jobs.pathways.told import sentences

    found = find(atlas, catalogue, name, area=area, top=top, everything=everything, index=index)
    columns = dict(_WAYS)
    for field, empty in (
        ("local_people", all(one.presence is None for one in found.destinations)),
        ("local_adverts", all(one.presence is None or one.presence.adverts is None for one in found.destinations)),
        ("apprenticeship", not any(one.routes for one in found.destinations)),
        ("pay", all(one.pay is None for one in found.destinations)),
        ("enough", all(one.pay_share is None for one in found.destinations)),
    ):
        if empty:
            del columns[field]
    title = f"From {found.origin.label}" + (f", in {area.name}" if area else "")
    records = found.records()
    answer(
        flat(records, as_csv=form["as_csv"]),
        title=title,
        columns=columns,
        notes=["", *sentences(found)],
        decimals={"local_people": 0, "local_adverts": 0},
        rows=_rows(found, records),
        **form,
    )


def _rows(found: "Pathways", records: list[dict[str, Any]]) -> list[dict[str, Any]]:
    from levelling.jobs.pathways.told import pounds

    return [
        {
            **record,
            "to_gain": _gains(one),
            "step": _step(one),
            "pay": pounds(one.pay) if one.pay else "cannot tell",
            "enough": _percent(one),
            "apprenticeship": "; ".join(f"{route.name} ({route.level})" for route in one.routes[:1]),
        }
        for record, one in zip(records, found.destinations, strict=True)
    ]


def _percent(one: "Destination") -> str:
    if one.pay_share is None:
        return "cannot tell"
    least, most = one.pay_share
    return str(least) if least == most else f"{least} to {most}"


def _gains(one: "Destination") -> str:
    names = [gain.label for gain in one.gains[:_SKILLS]]
    more = len(one.gains) - len(names)
    return "; ".join(names) + (f"; {more} more" if more else "") if names else "none"


def _step(one: "Destination") -> str:
    step = one.zone_step if one.zone_step is not None else one.level_step
    told = "cannot tell" if step is None else "as long" if not step else "longer" if step > 0 else "shorter"
    return f"{told}; regulated" if one.occupation.regulated else told


def _from_place(atlas: "Atlas", catalogue: "Catalogue", index: "Index", area: "Area", top: int, form: dict[str, Any]) -> None:
    from levelling.cli.output import answer, flat
    from levelling.jobs.pathways import ways_on
    from levelling.jobs.pathways.told import LIKENESS, MODELLED, RISK, place_sentence

    found = ways_on(atlas, catalogue, index, area, top=top)
    records = found.records()
    answer(
        flat(records, as_csv=form["as_csv"]),
        title=f"Ways on from occupations at high risk in {area.name}",
        columns=_HERE,
        notes=["", place_sentence(area, found.found), MODELLED, LIKENESS, RISK],
        decimals={"people": 0, "people_at_high_risk": 0},
        rows=[{**record, "ways": "; ".join(record["ways"])} for record in records],
        **form,
    )
