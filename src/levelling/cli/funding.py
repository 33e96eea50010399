"""`levelling funding`: a fund per head against need, all funds in a place, or a fund of your own from a CSV file."""

import sys
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from levelling.cli.output import AsCsv, AsJson, AsOf, Out
from levelling.core.area import Level

if TYPE_CHECKING:
    from levelling.atlas import Atlas
    from levelling.core.period import Period
    from levelling.plan import Document
    from levelling.solutions.funding import AgainstNeed, Fund

_AGAINST = {
    "name": "Area",
    "amount": "Pounds",
    "population": "People",
    "per_head": "Per head",
    "need": "Need",
    "expected_per_head": "Like need, per head",
    "beyond_per_head": "More or less",
    "modelled": "Shared by people",
}
_HERE = {
    "title": "Fund",
    "period": "Period",
    "status": "Now",
    "amount": "Pounds",
    "per_head": "Per head",
    "average_per_head": "Everywhere, per head",
    "expected_per_head": "Like need, per head",
    "note": "Note",
}
_LISTED = {"fund": "Fund", "title": "Title", "level": "Given to", "period": "Period", "status": "Now", "total": "Pounds known"}


def funding(
    name: Annotated[
        str | None, typer.Argument(metavar="[FUND]", help="A fund (see --list), or a CSV file of yours: area, amount, period.")
    ] = None,
    need: Annotated[str, typer.Option(help="The indicator that measures need; an index of deprivation where left out.")] = "",
    level: Annotated[Level | None, typer.Option(help="Which areas: lad, lep, or the level the fund was given at.")] = None,
    area: Annotated[str, typer.Option(help="One place: its part of the fund, or all funds where none is named.")] = "",
    period: Annotated[str, typer.Option(help="The period of the need, ISO 8601; the newest where left out.")] = "",
    category: Annotated[str | None, typer.Option(help="The category of the need, where it has some.")] = None,
    split: Annotated[str, typer.Option(help="How a bid of several authorities is shared: by people, or equal.")] = "people",
    complete: Annotated[
        bool, typer.Option("--complete", help="Your file names all who were given any: the others were given none.")
    ] = False,
    as_of: AsOf = "",
    every: Annotated[bool, typer.Option("--list", help="List the funds there are.")] = False,
    as_json: AsJson = False,
    as_csv: AsCsv = False,
    out: Out = None,
) -> None:
    """Who was given how much of a fund, per head, and whether more went where need is greater."""
    from levelling.atlas import Atlas
    from levelling.cli.output import day_of
    from levelling.core.choice import chosen
    from levelling.core.errors import UserError
    from levelling.solutions.funding import Split, against_need

    atlas = Atlas.open()
    form: dict[str, Any] = {"as_json": as_json, "as_csv": as_csv, "out": out}
    day = day_of(as_of)
    if every:
        _list(atlas, day, form)
        return
    if name is None:
        if not area:
            raise UserError("Which fund?", "Name one (see --list), or a place with --area to see all funds there.")
        _here(atlas, area, level, day, form)
        return
    fund = _fund(atlas, name, complete=complete)
    for fault in fund.faults:
        print(f"levelling: {fault.sentence}", file=sys.stderr)
    way = chosen(Split, split, "--split")
    found = against_need(atlas, fund, need or None, level, period=period or None, category=category, split=way)
    _against(atlas, found, area, form)


def _fund(atlas: "Atlas", name: str, *, complete: bool) -> "Fund":
    from levelling.core.errors import UserError
    from levelling.solutions.funding import fund, own_fund

    if name.lower().endswith(".csv"):
        return own_fund(atlas, Path(name), complete=complete)
    if complete:
        raise UserError("--complete is said of a file of your own.", "Leave it out for a fund that comes with the program.")
    return fund(atlas, name)


def _against(atlas: "Atlas", found: "AgainstNeed", area: str, form: dict[str, Any]) -> None:
    from levelling.cli.output import answer

    records = found.records()
    wanted: frozenset[str] = frozenset()
    if area:
        wanted = _codes(atlas, found, area)
        records = [record for record in records if record["area"] in wanted]

    def page() -> "Document":
        from levelling.plan.national.funding import document

        return document(atlas, found, wanted)

    from levelling.solutions.funding.told import NOT_CAUSE

    title = f"{found.fund.title} against {found.need.title}, {found.need.period.label}"
    decimals = {"amount": 0, "population": 0, "per_head": 2, "need": found.need.indicator.decimals}
    decimals |= {"expected_per_head": 2, "beyond_per_head": 2}
    notes = ["", *found.sentences, *found.fund.cautions, *found.need.indicator.caveats, NOT_CAUSE]
    answer(records, title=title, columns=_AGAINST, page=page, notes=notes, decimals=decimals, **form)


def _codes(atlas: "Atlas", found: "AgainstNeed", name: str) -> frozenset[str]:
    """The areas of the table that a place is, or that lie in it."""
    from levelling.core.errors import NotEnoughData

    level = found.placing.level
    here = {row.given.area.code for row in found.rows}
    for row in found.rows:
        if row.given.area.name.casefold() == name.strip().casefold():
            return frozenset({row.given.area.code})
    place = atlas.area(name)
    codes = {place.code, *(item.code for item in atlas.gazetteer.members(place, level))} & here
    codes |= {body.area.code for body in atlas.overlaps(place, level)} & here if not codes else set()
    if not codes:
        raise NotEnoughData(f"{found.fund.title} was not for {place.name}, or not at this level.", found.fund.completeness)
    return frozenset(codes)


def _here(atlas: "Atlas", name: str, level: Level | None, day: "Period", form: dict[str, Any]) -> None:
    from levelling.cli.output import answer
    from levelling.core.errors import NotEnoughData
    from levelling.solutions.funding import money_here

    area = atlas.area(name, level)
    found = money_here(atlas, area, day)
    if not found.items:
        raise NotEnoughData(f"None of the funds in our list was for {area.name}.", "See them with: levelling funding --list.")

    def page() -> "Document":
        from levelling.plan.leaf import of_place
        from levelling.plan.sections.money import section

        summary = "All the funds we know of that were for {}."
        return of_place(atlas, area, "Where the money went: {}", summary, lambda view: section(view, day))

    decimals = {"amount": 0, "per_head": 2, "average_per_head": 2, "expected_per_head": 2}
    answer(
        found.records(), title=f"Funds in {area.name}", columns=_HERE, page=page, notes=found.sentences, decimals=decimals, **form
    )


def _list(atlas: "Atlas", when: "Period", form: dict[str, Any]) -> None:
    from levelling.cli.output import answer
    from levelling.solutions.funding import funds, standing_of

    records = [
        {
            "fund": item.slug,
            "title": item.title,
            "enabler": item.enabler,
            "what": item.what,
            "nations": list(item.nations),
            "level": item.level.value,
            "period": item.period.iso,
            "status": standing_of(item, when).status.value,
            "awards": len(item.awards),
            "total": item.total if item.awards else None,
            "not_found": len(item.not_found),
            "complete": item.complete,
            "completeness": item.completeness,
        }
        for item in funds(atlas)
    ]
    answer(records, title="Funds", columns=_LISTED, decimals={"total": 0}, **form)
