"""`levelling pay`: low-paid jobs, pay against the rates, and people of working age by status, for a place or every place."""

from typing import TYPE_CHECKING, Annotated, Any

import typer

from levelling.cli.output import AsCsv, AsJson, Out
from levelling.core.area import Level

if TYPE_CHECKING:
    from levelling.atlas import Atlas
    from levelling.core.area import Area
    from levelling.plan import Document

_HERE = {
    "title": "Measure",
    "group": "Group",
    "period": "Period",
    "value": "Value",
    "unit": "Unit",
    "lower": "Lower",
    "upper": "Upper",
    "share": "Share %",
    "modelled": "Modelled",
    "figure_name": "Figure of",
    "level": "Level",
}
_PLACES = {"rank": "Rank", "name": "Area", "period": "Period", "value": "Jobs below the real Living Wage, %", "jobs": "Jobs"}


def pay(
    name: Annotated[str, typer.Argument(metavar="[PLACE]", help="A place; without one, every area of a level.")] = "",
    level: Annotated[Level | None, typer.Option(help="The level of all areas, or which kind of area is meant.")] = None,
    period: Annotated[str, typer.Option(help="A period in ISO 8601: of the status figure, or of the jobs below the rate.")] = "",
    group: Annotated[str, typer.Option(help="For every area: female, male, full-time, part-time, or both at once.")] = "",
    as_json: AsJson = False,
    as_csv: AsCsv = False,
    out: Out = None,
) -> None:
    """Pay and work status: jobs below the real Living Wage, pay against the rates, and people by work status."""
    from levelling.atlas import Atlas

    atlas = Atlas.open()
    form: dict[str, Any] = {"as_json": as_json, "as_csv": as_csv, "out": out}
    if name:
        _place(atlas, atlas.area(name, level), period, group, form)
    else:
        _places(atlas, level or Level.LAD, period, group, form)


def _place(atlas: "Atlas", area: "Area", period: str, group: str, form: dict[str, Any]) -> None:
    from levelling.challenge.lineup import read_period
    from levelling.challenge.pay import pay as find
    from levelling.challenge.phrases import place
    from levelling.cli.output import answer
    from levelling.core.errors import UserError

    if group:
        raise UserError("--group is for every area of a level; a place shows every group.", "Leave out --group, or the place.")
    when = read_period(period) if period else None
    found = find(atlas, area, when)

    def page() -> "Document":
        from levelling.plan.leaf import of_place
        from levelling.plan.sections.pay import section

        return of_place(
            atlas, area, "Pay and work in {}", "Low-paid jobs, pay and work status in {}.", lambda view: section(view, when)
        )

    latest = found.years[-1].period.iso if found.years else ""
    kept = [record for record in found.records() if record["measure"] not in _YEARLY or record["period"] == latest]
    rows = found.records() if form["as_json"] or form["as_csv"] else kept
    decimals = {"value": 2, "lower": 2, "upper": 2}
    answer(rows, title=f"Pay and work in {place(area)}", columns=_HERE, page=page, notes=found.notes, decimals=decimals, **form)


_YEARLY = {
    "median-weekly-pay",
    "legal-floor",
    "real-living-wage",
    "living-wage-above-floor",
    "hours-at-legal-floor",
    "hours-at-living-wage",
}


def _places(atlas: "Atlas", level: Level, period: str, group: str, form: dict[str, Any]) -> None:
    from levelling.challenge.lineup import read_period
    from levelling.challenge.pay import low_paid_places
    from levelling.cli.output import answer

    found = low_paid_places(atlas, level, read_period(period) if period else None, group)

    def page() -> "Document":
        from levelling.plan.national.pay import document

        return document(atlas, found)

    label = found.indicator.categories.get(group, "")
    title = f"Jobs below the real Living Wage{f', {label.lower()}' if label else ''}: every {level.words}"
    answer(found.records(), title=title, columns=_PLACES, page=page, notes=found.notes, **form)
