"""Low pay over the whole country: the share of jobs below the real Living Wage on the map, and people of working age in 2018."""

from levelling.atlas import Atlas
from levelling.atlas.parameters import parameter
from levelling.challenge.pay import LowPaidPlaces, status
from levelling.challenge.pay.status import Part
from levelling.core.area import Level
from levelling.core.classes import share_names, shares
from levelling.core.words import number
from levelling.plan.charts.country import country_map, spread
from levelling.plan.charts.kinds import Bar, Bars, Stack
from levelling.plan.document import Block, Document, Figure, Label, Paragraph, Section, Table, Text, prose
from levelling.plan.leaf import leaf
from levelling.plan.sections.pay import bar, share_of
from levelling.plan.shown import classed, figure, quoted
from levelling.plan.view import spoken

_MAPPED = {Level.LAD, Level.REGION, Level.COUNTY}


def document(atlas: Atlas, found: LowPaidPlaces) -> Document:
    """The page: where jobs pay less than the real Living Wage, and how people of working age divided in the source's own year."""
    summary = prose(
        "Employee jobs paid less than the real Living Wage, ",
        Label(found.estimates[0].period.label),
        f", by {found.level.words}.",
    )
    sections = (_where(atlas, found), _source_year(atlas))
    return leaf(atlas, "Jobs below the real Living Wage", summary, sections, kind=f"By {found.level.words}")


def _where(atlas: Atlas, found: LowPaidPlaces) -> Section:
    blocks: list[Block] = [_figure(atlas, found)]
    blocks.extend(Paragraph(prose(Label(note)), "note") for note in found.notes)
    return Section("pay-places", "Where jobs pay less than it takes to live on", "Where", tuple(blocks))


def _figure(atlas: Atlas, found: LowPaidPlaces) -> Figure:
    first, last = found.estimates[0], found.estimates[-1]
    sentence = prose(
        "The highest share is in ",
        Label(spoken(first.area.name)),
        ", ",
        figure(first),
        "; the lowest is in ",
        Label(spoken(last.area.name)),
        ", ",
        figure(last),
        ".",
    )
    rows: tuple[tuple[Text, ...], ...] = tuple(
        (
            (Label(spoken(item.area.name)),),
            (figure(item),),
            (figure(found.jobs[item.area.code], unit=False),) if item.area.code in found.jobs else (),
        )
        for item in found.estimates
    )
    table = Table(f"Employee jobs below the real Living Wage by {found.level.words}", ("Area", "Share", "Jobs"), rows, True)
    title = "Share of employee jobs below the real Living Wage"
    if found.level in _MAPPED and len(found.estimates) >= 5:
        bands = shares({item.area.code: item.value or 0.0 for item in found.estimates})
        note = classed(found.estimates, bands, share_names(5))
        description = (
            f"Areas of the level {found.level.words} in five classes of equal size. Those without a figure are left empty."
        )
        charts = country_map(atlas, "pay-map", title, description, spread(atlas, found.level, bands), share_names(5))
        return Figure("f-pay-map", title, sentence, charts, (note,), table)
    chart = Bars(
        id="pay-bars",
        title=title,
        description="One bar for each area, the highest first.",
        rows=tuple(Bar(spoken(item.area.name), item.value or 0.0, "area", f"{item.value:.1f}%") for item in found.estimates[:40]),
        unit="% of employee jobs",
        decimals=0,
    )
    return Figure("f-pay-bars", title, sentence, (chart,), (), table)


def _source_year(atlas: Atlas) -> Section:
    """The source's figure 4: 2018 as the source tells it, beside the survey's rates of that year and the newest."""
    area = atlas.area("K02000001")
    both = [status(atlas, area, "2018"), status(atlas, area)]
    chart = Stack(
        id="pay-uk",
        title="People of working age by status and pay, United Kingdom",
        description="One bar for each year, from those in work to those who neither work nor look for work.",
        rows=tuple((row.period, tuple(bar(part) for part in row.parts)) for row in both),
        unit="% of people aged 16 to 64",
    )
    rows: list[tuple[Text, ...]] = [
        (prose(one.name), (share_of(one),), (share_of(two),)) for one, two in zip(both[0].parts, both[1].parts, strict=True)
    ]
    columns = ("Status", both[0].period, both[1].period)
    drawn = Figure(
        "f-pay-uk",
        "People of working age in the source's year and now",
        prose(
            "In ",
            Label(both[0].period),
            " the unemployed were ",
            share_of(_key(both[0].parts, "unemployed")),
            " of people of working age in the United Kingdom; in ",
            Label(both[1].period),
            ", ",
            share_of(_key(both[1].parts, "unemployed")),
            ".",
        ),
        (chart,),
        (
            prose(
                "Low pay is modelled in both bars from the one year of it that is here, ",
                Label("April 2022"),
                ", so the two bars cannot show a change in low pay.",
            ),
        ),
        Table("People of working age by status and pay, United Kingdom", columns, tuple(rows), folded=True),
    )
    return Section("pay-source", "The source's picture", "The source's year", (drawn, _told()))


def _key(parts: tuple[Part, ...], key: str) -> Part:
    return next(part for part in parts if part.key == key)


def _told() -> Table:
    slugs = ("low-paid-people-2018", "unemployed-people-2018", "inactive-not-looking-2018", "gig-economy-people-2018")
    rows: list[tuple[Text, ...]] = []
    for slug in slugs:
        told = parameter(slug)
        rows.append(
            (
                (Label(told.title),),
                (quoted(told, number(told.value, 0)),),
                (Label(told.period),),
                (Label(f"{told.grade}. {told.note}"),),
            )
        )
    return Table("What the source says of the same year", ("Who", "People", "Year", "Grade and note"), tuple(rows))
