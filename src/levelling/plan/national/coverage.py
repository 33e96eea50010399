"""How well bodies fit over the whole country: where alignment is worst, on the map and in a table."""

from levelling.atlas import Atlas
from levelling.core.area import Level
from levelling.core.words import opened
from levelling.plan.charts.country import country_map
from levelling.plan.document import Document, Figure, Inline, Label, Paragraph, Section, Table, Text, Worked, prose
from levelling.plan.leaf import leaf
from levelling.plan.reckoned import reckoned
from levelling.plan.sections.governance import LIMITS, SOURCES
from levelling.plan.shown import worked
from levelling.plan.view import spoken
from levelling.solutions.coverage import Body, Everywhere, Row, called, on, score_words

EDGES = (80.0, 90.0, 95.0, 99.0, 100.0)
NAMES = ("under 80", "80 to 90", "90 to 95", "95 to 99", "99 to under 100", "100: all nest")
"""The classes of the map: fixed, so that maps of two dates can be laid side by side."""
_WORST = 20
_NATIONS = "The bodies of one nation are not those of another, so nations are best not held against each other."


def document(atlas: Atlas, found: Everywhere) -> Document:
    """The page: the map, the authorities where alignment is worst, and all of them."""
    about = Worked(
        f"Alignment in {found.as_of.label}",
        "For every two bodies over a person, the share of the smaller's people who live in the larger; averaged over the people "
        "and pairs of a place.",
        "mid-2019",
        releases=atlas.held(SOURCES),
    )
    summary = prose(
        Label(f"{on(found.as_of)}: "),
        "the bodies over each local authority, and how well their boundaries fit.",
    )
    sections = (_map(atlas, found, about), _worst(found, about))
    return leaf(atlas, "How well boundaries fit", summary, sections, kind=f"{opened(Level.LAD.plural)} of the United Kingdom")


def band(score: float) -> int:
    """The class of a score on the map.

    Example:
        >>> [band(score) for score in (51.2, 80, 99.9, 100)]
        [0, 1, 4, 5]
    """
    return sum(score >= edge for edge in EDGES)


def _map(atlas: Atlas, found: Everywhere, about: Worked) -> Section:
    bands: dict[str, int | None] = {row.area.code: band(row.alignment) for row in found.rows}
    charts = country_map(
        atlas,
        "coverage",
        f"Alignment, {found.as_of.label}",
        "Local authorities by how well the bodies over them fit, out of one hundred. The table counts and lists them.",
        bands,
        NAMES,
    )
    counts = tuple(
        (prose(Label(name)), (worked(sum(one == at for one in bands.values()), about),)) for at, name in enumerate(NAMES)
    )
    drawn = Figure(
        "f-coverage",
        "Where bodies fit, and where they do not",
        reckoned(found.sentence, about, [found.as_of.label, *(called(body) for row in found.rows[:1] for body in _two(row))]),
        charts,
        (
            prose(LIMITS),
            prose("The bodies of one nation are not those of another, so nations are best not held against each other."),
        ),
        Table("How many authorities have which alignment", ("Alignment", "Authorities"), counts),
    )
    return Section("coverage-map", "On the map", "On the map", (drawn,))


def _worst(found: Everywhere, about: Worked) -> Section:
    lead = prose(
        "The authorities where alignment is lowest, each with the two bodies that take most from it. All are in the second table."
    )
    columns = ("Authority", "Alignment", "Bodies", "Smaller body", "Larger body", "Smaller's people outside", "Share")
    rows = [_row(row, about) for row in found.rows]
    names = sorted(range(len(rows)), key=lambda at: spoken(found.rows[at].area.name))
    worst = Table("Where alignment is lowest", columns, tuple(rows[:_WORST]))
    every = Table("Every local authority", columns, tuple(rows[at] for at in names), folded=True)
    return Section("coverage-worst", "Where it is lowest", "Where it is lowest", (Paragraph(lead, "lead"), worst, every))


def _row(row: Row, about: Worked) -> tuple[Text, ...]:
    worst = row.worst
    score: Inline = worked(row.alignment, about, text=score_words(row.alignment))
    fixed = (prose(Label(spoken(row.area.name))), (score,), (worked(row.bodies, about),))
    if worst is None:
        return (*fixed, prose("all nest"), prose(""), prose("none"), prose(""))
    share = worked(100 * worst.share_outside, about, "%", 1)
    return (
        *fixed,
        prose(Label(called(worst.smaller))),
        prose(Label(called(worst.larger))),
        (worked(worst.outside, about),),
        (share,),
    )


def _two(row: Row) -> tuple[Body, ...]:
    return (row.worst.smaller, row.worst.larger) if row.worst else ()
