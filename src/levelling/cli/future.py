"""`levelling future`: what would follow in a place if work were lost."""

from typing import TYPE_CHECKING, Annotated, Any

import typer

from levelling.cli.output import AsCsv, AsJson, Out
from levelling.core.area import Level

if TYPE_CHECKING:
    from levelling.atlas import Atlas
    from levelling.challenge.future import Future, Scenario
    from levelling.plan import Document

_COLUMNS = {
    "title": "What would follow",
    "unit": "Unit",
    "year": "Year",
    "outer_lower": "From (9 in 10)",
    "inner_lower": "From (half)",
    "middle": "Middle",
    "inner_upper": "To (half)",
    "outer_upper": "To (9 in 10)",
    "grade": "Grade",
}
_EVERYWHERE = {
    "name": "Area",
    "share_lost": "% of work lost",
    "jobs_lost": "People who lose it",
    "jobs_lost_lower": "Lower",
    "jobs_lost_upper": "Upper",
    "people_in_groups": "In these groups",
    "people_in_work": "In work",
    "period": "Period",
}
_WHOLE = {"jobs_lost": 0, "jobs_lost_lower": 0, "jobs_lost_upper": 0, "people_in_groups": 0, "people_in_work": 0}


def future(
    name: Annotated[str, typer.Argument(metavar="[PLACE]", help="A place; without one, every area of the level.")] = "",
    level: Annotated[
        Level | None, typer.Option(help="Which kind of area: the one meant, or all of them where no place is named.")
    ] = None,
    shock: Annotated[
        list[str] | None, typer.Option(help="employment=-3 (per cent of people in work) or jobs=-500 (people).")
    ] = None,
    industry: Annotated[
        list[str] | None, typer.Option(help="Per cent of work lost in an industry: manufacturing=-20; may be repeated.")
    ] = None,
    occupation: Annotated[
        list[str] | None, typer.Option(help="Per cent of work lost in an occupation: sales-occupations=-20; may be repeated.")
    ] = None,
    scenario: Annotated[str, typer.Option(help="A scenario that comes with the program, or a file that ends in .toml.")] = "",
    horizon: Annotated[int | None, typer.Option(help="How many years to look ahead, 1 to 10.")] = None,
    recovered: Annotated[
        float | None, typer.Option(help="Per cent of lost work made up for by the horizon; by default as after 2008.")
    ] = None,
    draws: Annotated[int, typer.Option(help="How many draws.")] = 4000,
    seed: Annotated[int, typer.Option(help="Where the draws begin.")] = 2020,
    as_json: AsJson = False,
    as_csv: AsCsv = False,
    out: Out = None,
) -> None:
    """What would follow in a place if work were lost: a fan of outcomes, never a forecast."""
    from levelling.atlas import Atlas
    from levelling.challenge.future import future as follow
    from levelling.cli.output import answer

    atlas = Atlas.open()
    chosen = _chosen(shock or [], industry or [], occupation or [], scenario, horizon, recovered)
    if not name:
        _everywhere(atlas, chosen, level or Level.LAD, {"as_json": as_json, "as_csv": as_csv, "out": out})
        return
    area = atlas.area(name, level)
    found = follow(atlas, area, chosen, draws, seed)
    answer(
        found.records(),
        title=f"{area.name}: what would follow if {chosen.title[:1].lower()}{chosen.title[1:]}",
        columns=_COLUMNS,
        as_json=as_json,
        as_csv=as_csv,
        out=out,
        page=lambda: _page(atlas, found),
        notes=_notes(found),
    )


def _everywhere(atlas: "Atlas", chosen: "Scenario", level: Level, form: dict[str, Any]) -> None:
    from levelling.challenge.future import exposure
    from levelling.cli.output import answer

    found = exposure(atlas, chosen, level)

    def page() -> "Document":
        from levelling.plan.national.future import document

        return document(atlas, found, level)

    notes = [
        "",
        f"People in work who live there, {found.period.label}. The same shares are lost everywhere; only the mix differs.",
        f"{len(found.left_out)} areas are left out: too few were asked there in one of the groups, or no figure is held.",
        "This says what would follow if it came about. It is not a forecast.",
    ]
    title = f"Work lost in the first year if {chosen.title[:1].lower()}{chosen.title[1:]}: {level.plural}"
    answer(found.records(), title=title, columns=_EVERYWHERE, page=page, notes=notes, decimals=_WHOLE, **form)


def _notes(found: "Future") -> list[str]:
    from levelling.challenge.future.answer import LEFT_OUT

    meaning = [found.scenario.meaning] if found.scenario.meaning else []
    return ["", *found.sentences, "", *meaning, "Left out:", *(f"- {item}" for item in LEFT_OUT)]


def _page(atlas: "Atlas", found: "Future") -> "Document":
    from levelling.plan.leaf import of_place
    from levelling.plan.sections.future import section

    return of_place(
        atlas,
        found.area,
        "{}, if work were lost",
        "What would follow in {} if work were lost. Not a forecast.",
        lambda view: section(view, (found.scenario,), found.draws, found.seed),
    )


def _chosen(
    shock: list[str],
    industry: list[str],
    occupation: list[str],
    named: str,
    horizon: int | None,
    recovered: float | None,
) -> "Scenario":
    from levelling.challenge.future import read_scenario
    from levelling.challenge.future import scenario as made
    from levelling.core.errors import UserError

    if named and (shock or industry or occupation):
        raise UserError("A scenario says what is lost, so it takes no shock besides.", "Give --scenario or a shock, not both.")
    if shock or industry or occupation:
        return made(shock, industry, occupation, 5 if horizon is None else horizon, recovered)
    return read_scenario(named or "as-after-2008", horizon, recovered)
