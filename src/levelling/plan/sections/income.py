"""Output against household income: what is made here, and what the people who live here have."""

from levelling.challenge import Divergence
from levelling.challenge.divergence import INCOME, OUTPUT, PEOPLE
from levelling.core.area import Level
from levelling.core.estimate import Estimate
from levelling.core.words import opened
from levelling.plan.charts.kinds import Line, Lines, Point, Scatter, Spot
from levelling.plan.document import Block, Figure, Label, Paragraph, Section, Shape, Table, Text, Worked, prose
from levelling.plan.shown import figure, worked
from levelling.plan.told import told
from levelling.plan.view import View, spoken

ORDER = 50
_CORNERS = ("more output, less income", "more output, more income", "less output, less income", "less output, more income")


def section(view: View) -> Section:
    """Two lines against the UK's hundred, and the place among all others; or why they cannot be drawn."""
    divergence = view.diagnosis.divergence
    if divergence is None:
        why = prose("Output and household income per head are not both published for ", Label(view.said), " in any one year.")
        return Section("income", "Output against household income", "Output and income", (Paragraph(why),))
    lead = prose(
        "Output is counted where work is done; income where people live. Each is per head of those who live here, against the "
        "United Kingdom. Where the two part, neither alone says how well off the place is."
    )
    blocks: tuple[Block, ...] = (Paragraph(lead, "lead"), _through_time(view, divergence))
    among = _among(view, divergence)
    return Section("income", "Output against household income", "Output and income", (*blocks, among) if among else blocks)


def _through_time(view: View, divergence: Divergence) -> Figure:
    points, newest = divergence.points, divergence.newest
    first = points[0]
    origins = [newest.output, newest.income, first.output, first.income]
    chart = Lines(
        id="income-lines",
        title="Output and household income per head through time",
        description=f"Two lines for {view.name} against a level line for the United Kingdom. The table holds the figures.",
        lines=(
            Line("Household income", "income", tuple(Point(point.period.middle, point.income.value or 0.0) for point in points)),
            Line("Output", "place", tuple(Point(point.period.middle, point.output.value or 0.0) for point in points)),
        ),
        breaks=(),
        unit="",
        decimals=0,
        level=100.0,
        wide=True,
    )
    rows = tuple(
        (prose(Label(point.period.label)), (figure(point.output, unit=False),), (figure(point.income, unit=False),))
        for point in points
    )
    key = (
        Shape("line-place"),
        " output per head\u2003",
        Shape("line-income"),
        " household income per head\u2003",
        Shape("line-level"),
        " the United Kingdom",
    )
    why = told(divergence.why, divergence.behind)
    return Figure(
        id="f-income-lines",
        title="Through the years",
        sentence=told(divergence.sentence, origins),
        charts=(chart,),
        table=Table("Output and household income per head, UK = 100", ("Year", "Output", "Household income"), rows, folded=True),
        notes=(key, told(divergence.change, origins), why, *_density(divergence), *_by_work(divergence), *_made(divergence)),
    )


def _density(divergence: Divergence) -> tuple[Text, ...]:
    """Jobs for each resident, where both are known; beside the UK's where residents of any age are counted."""
    density, jobs, residents = divergence.density, divergence.jobs, divergence.residents
    if density is None or jobs is None or residents is None:
        return ()
    about = Worked(
        "Jobs here for every hundred residents", "Jobs over residents of one year.", jobs.period.label, (jobs, residents)
    )
    beside: Text = ()
    if residents.indicator.slug == PEOPLE and divergence.uk_jobs is not None:
        releases = (jobs.release, residents.release)
        uk = Worked("Jobs in the UK for every hundred residents", "Jobs over residents.", jobs.period.label, releases=releases)
        beside = prose(", against ", worked(100 * divergence.uk_jobs, uk), " in the United Kingdom")
    return (prose("There are ", worked(100 * density, about), " jobs here for every hundred of those residents", *beside, "."),)


def _made(divergence: Divergence) -> tuple[Text, ...]:
    """How the two were made, where they are not published for the place."""
    moved = divergence.newest.output.moved
    return (told(f"Neither is published for this area. {moved.how}", ()),) if moved else ()


def _by_work(divergence: Divergence) -> tuple[Text, ...]:
    sentence = divergence.where_work_is
    return (told(sentence, divergence.behind_work, ("100",)),) if sentence else ()


def _among(view: View, divergence: Divergence) -> Figure | None:
    """The place among all local authorities in the newest year it has."""
    period = divergence.newest.period
    key = ("income", period)
    if key not in view.shared:
        output = {item.area.code: item for item in view.atlas.column(OUTPUT, Level.LAD, period, "")}
        income = {item.area.code: item for item in view.atlas.column(INCOME, Level.LAD, period, "")}
        pairs = [(item, income[code]) for code, item in output.items() if code in income]
        view.shared[key] = (pairs, _table(pairs))
    both, table = view.shared[key]
    if len(both) < 8:
        return None
    here = divergence.newest
    spots = [
        Spot(spoken(one.area.name), two.value or 0.0, one.value or 0.0) for one, two in both if one.area.code != view.area.code
    ]
    own = Spot(view.name, here.income.value or 0.0, here.output.value or 0.0, "place")
    chart = Scatter(
        id="income-scatter",
        title=f"Output against household income, {period.label}",
        description=f"{view.name} among the local authorities of the United Kingdom. The table holds the figures.",
        spots=(*spots, own),
        across="household income per head, UK = 100",
        up="output per head, UK = 100",
        level=100.0,
        corners=_CORNERS,
    )
    return Figure(
        id="f-income-scatter",
        title=f"Among all local authorities, {period.label}",
        sentence=prose(
            Label(opened(view.said)),
            " has output at ",
            figure(here.output, unit=False),
            " and household income at ",
            figure(here.income, unit=False),
            ", with the United Kingdom at a hundred: ",
            f"{here.quadrant.value}.",
        ),
        charts=(chart,),
        table=table,
        notes=(prose("Places beyond the most extreme fiftieth stand as triangles at the edge, such as the centre of London."),),
    )


def _table(both: list[tuple[Estimate, Estimate]]) -> Table:
    ordered = sorted(both, key=lambda pair: spoken(pair[0].area.name))
    rows: tuple[tuple[Text, ...], ...] = tuple(
        (prose(Label(spoken(one.area.name))), (figure(one, unit=False),), (figure(two, unit=False),)) for one, two in ordered
    )
    return Table(
        "Output and household income per head of every local authority, UK = 100",
        ("Local authority", "Output", "Income"),
        rows,
        folded=True,
    )
