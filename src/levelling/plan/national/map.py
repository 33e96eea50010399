"""One indicator over the whole country: both maps, how far apart the areas are, every figure in order, and who has none."""

from collections.abc import Sequence

from levelling.atlas import Atlas
from levelling.challenge.mapped import Mapped
from levelling.core.area import Area, Level
from levelling.core.estimate import Estimate, Status
from levelling.core.words import opened
from levelling.plan.charts.country import country_map, has_shapes, holders, spread
from levelling.plan.charts.kinds import Map
from levelling.plan.document import (
    Block,
    Bullets,
    Document,
    Figure,
    Label,
    Paragraph,
    Section,
    Table,
    Text,
    Worked,
    prose,
)
from levelling.plan.leaf import leaf
from levelling.plan.shown import classed, figure, worked
from levelling.plan.told import told
from levelling.plan.view import spoken

_ENDS = 10
"""How many areas of each end are shown without unfolding the table."""
_STATUS = {Status.PROVISIONAL: "provisional", Status.UNRELIABLE: "unreliable", Status.MODELLED: "modelled"}


def document(atlas: Atlas, found: Mapped) -> Document:
    """The page of one indicator.

    Args:
        atlas: Where the shapes are read.
        found: The indicator over the country.
    """
    title = f"{found.indicator.named(found.category)}, {found.period.label}"
    kind = f"{opened(found.level.plural)} of the United Kingdom"
    summary = told(found.sentence, found.told, _names(found))
    return leaf(atlas, title, summary, (_drawn(atlas, found), _ends(found), _missing(atlas, found)), kind=kind)


def _names(found: Mapped) -> tuple[str, ...]:
    return (found.level.plural, found.period.label, found.indicator.title)


def _drawn(atlas: Atlas, found: Mapped) -> Section:
    meaning = Paragraph(prose(Label(found.indicator.meaning or f"{found.title}.")), "lead")
    maps = Figure(
        id="country-map",
        title="The country in order",
        sentence=told(found.sentence, found.told, _names(found)),
        charts=_maps(atlas, found),
        notes=(classed(found.estimates, found.bands, found.names), *_how(atlas, found)),
        table=_table(found, found.estimates, f"{found.title} ({found.indicator.unit}), from the highest down", folded=True),
    )
    cautions = Bullets(tuple(prose(Label(line)) for line in (*found.cautions, *found.indicator.caveats)))
    return Section("country", "On the map", "On the map", (meaning, maps, cautions))


def _maps(atlas: Atlas, found: Mapped) -> tuple[Map, ...]:
    if not has_shapes(atlas):
        return ()
    bands = spread(atlas, found.level, found.bands, _areas(found))
    description = f"{opened(found.level.plural)} of the United Kingdom in shades from the lowest to the highest."
    return country_map(atlas, "country-map", found.title, description, bands, found.names)


def _areas(found: Mapped) -> list[Area]:
    return [*(item.area for item in found.estimates), *(item.area for item in found.missing)]


def _how(atlas: Atlas, found: Mapped) -> list[Text]:
    notes = [
        prose(
            "The classes hold equal shares of the areas, so they say who is where in the order, not how far apart they are. "
            "On the hexagons the number is that of the class, from the lowest up."
        )
    ]
    if found.level is not Level.LAD:
        notes.append(
            prose(
                Label(f"{opened(found.level.plural)} are shown by the local authorities in them; "),
                "an authority that lies in several is coloured as the one where most of its people live, and left blank where "
                "that cannot be counted.",
            )
        )
        shown = set(holders(atlas, found.level, _areas(found)).values())
        hidden = [item.area for item in found.estimates if item.area.code not in shown]
        if hidden:
            names = "; ".join(spoken(area.name) for area in hidden)
            notes.append(
                prose("In the table and not on the map, for want of an authority that is mostly theirs: ", Label(names), ".")
            )
    return notes


def _table(found: Mapped, estimates: Sequence[Estimate], caption: str, *, folded: bool) -> Table:
    ranks = found.ranks()
    rows = tuple(
        (
            prose(Label(spoken(item.area.name))),
            (worked(ranks[item.area.code], _ordered(found, item)),),
            (figure(item, unit=False),),
            prose(found.names[found.bands[item.area.code]]),
            prose(_STATUS.get(item.status, "")),
        )
        for item in estimates
    )
    return Table(caption, (opened(found.level.words), "Place in the order", "Figure", "Class", "Note"), rows, folded=folded)


def _ordered(found: Mapped, item: Estimate) -> Worked:
    # One reference for the whole column: what is counted is the same for every area.
    about = f"Place in the order of {found.level.plural}, from the highest down: {found.title}"
    return Worked(about, "Counted over the areas with a figure", found.period.label, releases=(item.release,))


def _ends(found: Mapped) -> Section:
    shown = found.estimates
    if len(shown) <= 2 * _ENDS:
        caption = f"{found.title} ({found.indicator.unit})"
        blocks: tuple[Block, ...] = (_table(found, shown, caption, folded=False),)
    else:
        blocks = (
            _table(found, shown[:_ENDS], f"The highest ({found.indicator.unit})", folded=False),
            _table(found, shown[-_ENDS:], f"The lowest ({found.indicator.unit})", folded=False),
        )
    return Section("ends", "The ends of the order", "The ends", blocks)


def _missing(atlas: Atlas, found: Mapped) -> Section:
    count, every = len(found.missing), len(found.missing) + len(found.estimates)
    if not count:
        block: tuple[Block, ...] = (Paragraph(prose(Label(f"Every one of today's {found.level.plural} has a figure."))),)
        return Section("absent", "Who is missing", "Who is missing", block)
    about = Worked(
        f"{opened(found.level.plural)} without a figure: {found.title}",
        "Counted over the areas of today",
        found.period.label,
        releases=(atlas.release(found.indicator.release),),
    )
    lead = prose(worked(count, about), " of ", worked(every, about), Label(f" {found.level.plural} have no figure here."))
    rows = tuple((prose(Label(spoken(item.area.name))), prose(Label(item.why))) for item in found.missing)
    table = Table("Areas without a figure", (opened(found.level.words), "Why"), rows, folded=count > 2 * _ENDS)
    return Section("absent", "Who is missing", "Who is missing", (Paragraph(lead), table))
