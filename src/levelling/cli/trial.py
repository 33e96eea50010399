"""`levelling trial`: before spending, what a comparison asks for and can show; after, what may honestly be said."""

from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from levelling.cli.output import AsCsv, AsJson, Out

if TYPE_CHECKING:
    from levelling.practice.trial import Detectable, Planned, Size

app = typer.Typer(
    help="Test and learn: how large a trial must be, what it can show, what came of it.",
    no_args_is_help=True,
    rich_markup_mode=None,
)

_Outcome = Annotated[str, typer.Option("--outcome", help="What is counted: a proportion (had a job) or a mean (points).")]
_Design = Annotated[str, typer.Option("--design", help="Who is assigned: individual, cluster, or stepped-wedge.")]
_Baseline = Annotated[float | None, typer.Option("--baseline", help="Share expected without help, 0 to 1, for a proportion.")]
_Sd = Annotated[float | None, typer.Option("--sd", help="Standard deviation between people, for a mean.")]
_DropOut = Annotated[float | None, typer.Option("--drop-out", help="Share whose outcome will not be known; 0 if nobody.")]
_Icc = Annotated[float | None, typer.Option("--icc", help="Intracluster correlation, 0 to 1.")]
_ClusterSize = Annotated[float | None, typer.Option("--cluster-size", help="People in a cluster; in a wedge, in each period.")]
_Steps = Annotated[int | None, typer.Option("--steps", help="In a stepped wedge, how many times clusters begin.")]
_Area = Annotated[str, typer.Option("--area", help="The place whose figure is the baseline.")]
_Indicator = Annotated[str, typer.Option("--indicator", help="The figure that is the baseline, such as employment-rate.")]
_Alpha = Annotated[float, typer.Option("--alpha", help="Level of significance, two-sided.")]
_Power = Annotated[float, typer.Option("--power", help="Chance to tell a true change from chance.")]


@app.command()
def size(
    outcome: _Outcome = "proportion",
    design: _Design = "individual",
    baseline: _Baseline = None,
    difference: Annotated[float | None, typer.Option(help="What help is hoped to change: 0.1 is ten points.")] = None,
    sd: _Sd = None,
    drop_out: _DropOut = None,
    icc: _Icc = None,
    cluster_size: _ClusterSize = None,
    steps: _Steps = None,
    area: _Area = "",
    indicator: _Indicator = "",
    alpha: _Alpha = 0.05,
    power: _Power = 0.8,
    as_json: AsJson = False,
    as_csv: AsCsv = False,
    out: Out = None,
) -> None:
    """Before: how many people, or clusters, a comparison asks for."""
    from levelling.practice.trial import size as work_out

    given = {"baseline": baseline, "difference": difference, "sd": sd, "drop_out": drop_out, "icc": icc}
    given |= {"cluster_size": cluster_size, "steps": steps, "alpha": alpha, "power": power}
    found = work_out(_planned("size", outcome, design, given, (area, indicator)))
    columns = {
        "people": "People",
        "people_each_arm": "Each arm to the end",
        "clusters": "Clusters",
        "design_effect": "Design effect",
    }
    _answer(found, "How large the trial must be", columns, {"as_json": as_json, "as_csv": as_csv, "out": out})


@app.command()
def detect(
    outcome: _Outcome = "proportion",
    design: _Design = "individual",
    baseline: _Baseline = None,
    clients: Annotated[int | None, typer.Option(help="How many people, of both arms together.")] = None,
    clusters: Annotated[int | None, typer.Option(help="How many clusters, of both arms together.")] = None,
    sd: _Sd = None,
    drop_out: _DropOut = None,
    icc: _Icc = None,
    cluster_size: _ClusterSize = None,
    steps: _Steps = None,
    area: _Area = "",
    indicator: _Indicator = "",
    alpha: _Alpha = 0.05,
    power: _Power = 0.8,
    as_json: AsJson = False,
    as_csv: AsCsv = False,
    out: Out = None,
) -> None:
    """Before: how small a change so many people, or clusters, can show."""
    from levelling.practice.trial import detect as work_out

    given = {"baseline": baseline, "clients": clients, "clusters": clusters, "sd": sd, "drop_out": drop_out, "icc": icc}
    given |= {"cluster_size": cluster_size, "steps": steps, "alpha": alpha, "power": power}
    found = work_out(_planned("detect", outcome, design, given, (area, indicator)))
    columns = {"people": "People", "clusters": "Clusters", "smallest_rise": "Smallest rise", "smallest_fall": "Smallest fall"}
    _answer(found, "The smallest change the trial can show", columns, {"as_json": as_json, "as_csv": as_csv, "out": out})


@app.command()
def result(
    file: Annotated[Path, typer.Argument(metavar="FILE", help="Outcomes as CSV: totals by arm, or a row a client.")],
    helped: Annotated[str, typer.Option(help="The arm that was helped, or came after.")],
    assigned: Annotated[str, typer.Option(help="How people came to be in it: random, matched, not-matched, before-and-after.")],
    as_json: AsJson = False,
    as_csv: AsCsv = False,
    out: Out = None,
) -> None:
    """After: the difference between two arms, its interval, and the sentence that may honestly be written."""
    from levelling.cli.output import answer
    from levelling.core.choice import chosen
    from levelling.practice.trial import Assigned, read
    from levelling.practice.trial import result as work_out

    found = work_out(read(file), helped, chosen(Assigned, assigned, "--assigned"))

    def page() -> Any:
        from levelling.atlas import Atlas
        from levelling.plan.trial import of_result

        return of_result(Atlas.open(), found)

    columns = {"helped": "Helped", "helped_value": "Value", "other": "Other", "other_value": "Value there"}
    columns |= {"difference": "Difference", "lower": "Lower", "upper": "Upper", "unit": "Unit", "verdict": "Verdict"}
    form: dict[str, Any] = {"as_json": as_json, "as_csv": as_csv, "out": out}
    answer(found.records(), title="What came of it", columns=columns, page=page, notes=["", *found.sentences], **form)


@app.command()
def series(
    name: Annotated[str, typer.Argument(metavar="AREA", help="A place.")],
    indicator: Annotated[str, typer.Option(help="The indicator, such as employment-rate.")],
    began: Annotated[str, typer.Option(help="When it began, such as 2015.")],
    start: Annotated[str, typer.Option("--from", help="The earliest period to use; all by default.")] = "",
    against: Annotated[str, typer.Option(help="Another place, whose figures are taken off in each period.")] = "",
    as_json: AsJson = False,
    as_csv: AsCsv = False,
    out: Out = None,
) -> None:
    """After: whether a place's own indicator took another course once something began."""
    from levelling.atlas import Atlas
    from levelling.challenge.lineup import read_period
    from levelling.cli.output import answer
    from levelling.practice.trial import interrupted

    atlas = Atlas.open()
    since, other = read_period(start) if start else None, atlas.area(against) if against else None
    found = interrupted(atlas, atlas.area(name), indicator, read_period(began), since=since, against=other)

    def page() -> Any:
        from levelling.plan.trial import of_series

        return of_series(atlas, found)

    columns = {"periods": "Periods", "periods_after": "After", "jump": "Jump", "jump_lower": "Lower", "jump_upper": "Upper"}
    columns |= {"slope_change": "Change in slope", "slope_change_lower": "Lower ", "slope_change_upper": "Upper "}
    form: dict[str, Any] = {"as_json": as_json, "as_csv": as_csv, "out": out}
    title = f"{found.indicator.title}, {found.area.name}, before and from {found.began.label}"
    decimals = dict.fromkeys(columns, 2)
    notes = ["", *found.sentences]
    answer(
        found.records(), title=title, columns={**columns, "verdict": "Verdict"}, page=page, notes=notes, decimals=decimals, **form
    )


def _planned(purpose: str, outcome: str, design: str, given: dict[str, Any], where: tuple[str, str]) -> "Planned":
    from levelling.core.choice import chosen
    from levelling.practice.trial import Design, Outcome
    from levelling.practice.trial.asked import baseline, planned

    counted, assigned = chosen(Outcome, outcome, "--outcome"), chosen(Design, design, "--design")
    area, indicator = where
    if not area and not indicator:
        return planned(purpose, counted, assigned, given)
    if not area or not indicator:
        lacking = f"{'--indicator' if area else '--area'} is missing: a place's own figure needs both"
        return planned(purpose, counted, assigned, given, faults=(lacking,))
    from levelling.atlas import Atlas

    atlas = Atlas.open()
    figure, faults = baseline(atlas, atlas.area(area), indicator, counted)
    return planned(purpose, counted, assigned, given, figure, faults)


def _answer(found: "Size | Detectable", title: str, columns: dict[str, str], form: dict[str, Any]) -> None:
    from levelling.cli.output import answer

    def page() -> Any:
        from levelling.atlas import Atlas
        from levelling.plan.trial import of_plan

        return of_plan(Atlas.open(), found)

    notes, shown = ["", *found.sentences], {key: word for key, word in columns.items() if found.record()[key] is not None}
    decimals = {"smallest_rise": 3, "smallest_fall": 3, "design_effect": 2}
    answer(found.records(), title=title, columns=shown, page=page, notes=notes, decimals=decimals, **form)
