"""Where a scenario would take most work, over the whole country."""

from levelling.atlas import Atlas
from levelling.challenge.future import Exposure, Exposures
from levelling.core.area import Level
from levelling.core.classes import between, between_names
from levelling.plan.charts.country import country_map
from levelling.plan.document import Block, Document, Figure, Label, Number, Paragraph, Section, Table, Text, Worked, prose
from levelling.plan.leaf import leaf
from levelling.plan.shown import worked
from levelling.plan.view import spoken


def document(atlas: Atlas, found: Exposures, level: Level) -> Document:
    """The page: a map where the areas are local authorities, and a table of all."""
    summary = prose("Where work would be lost, if ", Label(f"{_lower(found)}. This is not a forecast."))
    title = "Where work would be lost"
    return leaf(atlas, title, summary, (_section(atlas, found, level),), kind=f"The {level.plural} of Great Britain")


def _section(atlas: Atlas, found: Exposures, level: Level) -> Section:
    table = Table(
        f"Work lost in the first year, if {_lower(found)}",
        ("Area", "Of every hundred in work", "People", "95% interval"),
        tuple(_row(atlas, found, item) for item in found.areas),
        folded=level == Level.LAD,
    )
    notes = (
        prose(
            "People in work who live there, ",
            Label(found.period.label),
            ". The same shares are lost everywhere; only the mix differs.",
        ),
        prose("The interval is that of the people in the groups, taken as asked apart."),
        prose(Label(f"{found.scenario.meaning} {found.scenario.source}".strip() or "The reader chose the size.")),
    )
    blocks: list[Block] = [table, *(Paragraph(note, "note") for note in notes)]
    if level == Level.LAD:
        blocks = [_map(atlas, found, table, notes)]
    return Section("future", "Every area", "Every area", tuple(blocks))


def _map(atlas: Atlas, found: Exposures, table: Table, notes: tuple[Text, ...]) -> Figure:
    values = {item.area.code: item.share for item in found.areas}
    ordered = sorted(values.values())
    edges = tuple(dict.fromkeys(round(ordered[len(ordered) * part // 5], 1) for part in range(1, 5)))
    charts = country_map(
        atlas,
        "future-map",
        "Share of work lost in the first year",
        "The local authorities of Great Britain by the share of people in work who would lose it. The table lists them.",
        between(values, edges),
        between_names(edges, lambda edge: f"{edge:.1f}%"),
    )
    most, least = found.areas[0], found.areas[-1]
    sentence = prose(
        "Most would be lost in ",
        Label(spoken(most.area.name)),
        ", ",
        _share(atlas, found, most),
        " of people in work, and least in ",
        Label(spoken(least.area.name)),
        ", ",
        _share(atlas, found, least),
        ". Many places between cannot be told apart.",
    )
    return Figure("f-future-map", found.scenario.title, sentence, charts, notes, table)


def _row(atlas: Atlas, found: Exposures, item: Exposure) -> tuple[Text, ...]:
    ends: Text = prose("not known")
    if item.lower is not None and item.upper is not None:
        ends = prose(_people(atlas, found, item.lower), " to ", _people(atlas, found, item.upper))
    return (
        prose(Label(spoken(item.area.name))),
        (_share(atlas, found, item),),
        (_people(atlas, found, item.lost),),
        ends,
    )


def _about(atlas: Atlas, found: Exposures, what: str) -> Worked:
    how = f"The shares of the scenario '{found.scenario.title}', times people in work in those groups."
    return Worked(what, how, found.period.label, releases=atlas.releases_of([found.slug]))


def _share(atlas: Atlas, found: Exposures, item: Exposure) -> Number:
    return worked(item.share, _about(atlas, found, "People who would lose work, of every hundred in work"), "%", 1)


def _people(atlas: Atlas, found: Exposures, value: float) -> Number:
    return worked(round(value, -1), _about(atlas, found, "People who would lose work"))


def _lower(found: Exposures) -> str:
    return f"{found.scenario.title[:1].lower()}{found.scenario.title[1:]}"
