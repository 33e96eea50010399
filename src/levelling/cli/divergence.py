"""`levelling divergence`: output against household income, in one place through the years or in every place of a level."""

from typing import TYPE_CHECKING, Annotated

import typer

from levelling.cli.output import AsCsv, AsJson, Out, answer
from levelling.core.area import Level

if TYPE_CHECKING:
    from levelling.core.period import Period

_COLUMNS = {
    "name": "Place",
    "year": "Year",
    "output_index": "Output, UK = 100",
    "income_index": "Income, UK = 100",
    "quadrant": "Type",
    "gap": "Gap",
    "output_per_head_index": "Per head",
    "output_per_hour_index": "Per hour",
    "output_per_job_index": "Per job",
    "jobs_per_resident": "Jobs a resident",
    "jobs_per_working_age_resident": "a resident 16 to 64",
}
_DECIMALS = {"jobs_per_resident": 2, "jobs_per_working_age_resident": 2}


def divergence(
    name: Annotated[str, typer.Argument(metavar="PLACE", help="A name or code; every place of a level if not given.")] = "",
    level: Annotated[
        Level | None, typer.Option(help="What kind of place: lad (the usual), region, nation, itl1, itl2, itl3.")
    ] = None,
    period: Annotated[
        str, typer.Option(help="A year, such as 2017; for a place all years, for a level the newest, if not given.")
    ] = "",
    measure: Annotated[str, typer.Option(help="Output per 'head', 'hour' worked, or 'job'.")] = "head",
    as_json: AsJson = False,
    as_csv: AsCsv = False,
    out: Out = None,
) -> None:
    """Output against household income, UK = 100: four types of place, with jobs per resident beside them."""
    from levelling.atlas import Atlas
    from levelling.challenge.divergence import Measure, diverge, divergences
    from levelling.core.choice import chosen, year
    from levelling.core.errors import NotEnoughData
    from levelling.plan.national.divergence import document, of_place

    atlas = Atlas.open()
    by, when = chosen(Measure, measure, "--measure"), year(period)
    if not name:
        found = divergences(atlas, level or Level.LAD, when, by)
        answer(
            found.records(),
            title=f"Output against household income, {found.level.plural}, {found.period.label}",
            columns=_COLUMNS,
            as_json=as_json,
            as_csv=as_csv,
            out=out,
            page=lambda: document(atlas, found),
            notes=("", *found.sentences, *found.notes),
            decimals=_DECIMALS,
        )
        return
    area = atlas.area(name, level)
    here = diverge(atlas, area, by)
    if here is None:
        raise NotEnoughData(
            f"{by.words.capitalize()} and household income are not both known of {area.name} in any one year.",
            "Choose another --measure, or another place.",
        )
    wanted = _told(when, here.points[0].period, here.newest.period) if when else None
    answer(
        [record for record in here.records() if wanted in {None, record["year"]}],
        title=f"Output against household income, {area.name}",
        columns=_COLUMNS,
        as_json=as_json,
        as_csv=as_csv,
        out=out,
        page=lambda: of_place(atlas, area),
        notes=("", here.told(wanted)) if wanted else ("", here.sentence, here.change, here.why, here.where_work_is),
        decimals=_DECIMALS,
    )


def _told(when: "Period", first: "Period", last: "Period") -> int:
    """The year asked for, once it is one of the series."""
    from levelling.core.errors import UserError

    if not first.end.year <= when.end.year <= last.end.year:
        raise UserError(f"The series runs from {first.label} to {last.label}: it has no {when.label}.", "Choose --period again.")
    return when.end.year
