"""`levelling quadrants`: places by where they started and how they have grown since."""

from typing import Annotated

import typer

from levelling.cli.output import AsCsv, AsJson, Out, answer
from levelling.core.area import Level


def quadrants(
    level: Annotated[Level, typer.Option(help="What kind of place: itl3, lad, itl2, itl1, region, nation, cauth.")] = Level.ITL3,
    start: Annotated[int, typer.Option("--from", help="The year that places start from.")] = 2008,
    end: Annotated[
        int | None, typer.Option("--to", help="The year they have grown to; the newest there is if not given.")
    ] = None,
    per: Annotated[str, typer.Option(help="Output per 'hour' worked or per 'job'.")] = "hour",
    smoothed: Annotated[
        bool,
        typer.Option("--smoothed/--unsmoothed", help="Start from the level ONS smooths over several years, or the plain one."),
    ] = True,
    against: Annotated[str, typer.Option(help="What counts as the average: 'uk', or each place's own 'region'.")] = "uk",
    shift: Annotated[int, typer.Option(min=0, max=2, help="Try the labels with start and end moved by up to so many years.")] = 1,
    as_json: AsJson = False,
    as_csv: AsCsv = False,
    out: Out = None,
) -> None:
    """Which places steam ahead, lose ground, catch up or fall behind, and how firm each label is."""
    from levelling.atlas import Atlas
    from levelling.challenge.quadrants import Average, Per
    from levelling.challenge.quadrants import quadrants as sort_places
    from levelling.core.choice import chosen
    from levelling.plan.national.quadrants import document

    atlas = Atlas.open()
    found = sort_places(
        atlas,
        level,
        (start, end),
        per=chosen(Per, per, "--per"),
        smoothed=smoothed,
        average=chosen(Average, against, "--against"),
        shift=shift,
    )
    answer(
        found.records(),
        title=f"Growth quadrants, {level.plural}, {found.way.start} to {found.way.end}",
        columns={
            "name": "Place",
            "quadrant": "Quadrant",
            "level_index": "Start, UK = 100",
            "growth": "Growth, %",
            "average_growth": "Average, %",
            "region_name": "Region",
            "region_growth": "Region, %",
            "below_region": "Below region",
            "holds": "Holds in",
            "ways": "of ways",
            "coast": "Coast",
        },
        as_json=as_json,
        as_csv=as_csv,
        out=out,
        page=lambda: document(atlas, found),
        notes=("", *found.sentences, *found.notes),
    )
