"""Output against household income over the whole country: every place by two indices, on the map, and how many of each type."""

from levelling.atlas import Atlas
from levelling.challenge.divergence import INCOME, JOBS, PEOPLE, Divergences, Measure, Quadrant, Standing
from levelling.challenge.phrases import place
from levelling.core.area import Area, Level
from levelling.core.words import number, opened
from levelling.plan.charts.country import country_map
from levelling.plan.charts.kinds import Bar, Bars, Scatter, Spot
from levelling.plan.document import Bullets, Document, Figure, Inline, Label, Paragraph, Section, Table, Text, Worked, prose
from levelling.plan.leaf import leaf
from levelling.plan.reckoned import reckoned
from levelling.plan.sections.income import section as of_one
from levelling.plan.shown import figure, worked
from levelling.plan.view import View, spoken
from levelling.plan.wording import listed

_ORDER = tuple(Quadrant)
_CORNERS = ("more output, less income", "more output, more income", "less output, less income", "less output, more income")
_NAMED = ("N09000003", "E06000018", "E06000059")
"""Belfast, Nottingham and Dorset: the source paper's examples of output and income that part."""
_FEW = 16
"""Up to so many places are drawn as bars with their names; more as a scatter."""
_AT_THE_EDGE = "Places beyond the most extreme fiftieth stand at the edge, hollow."


def document(atlas: Atlas, found: Divergences) -> Document:
    """The page of every place of a level."""
    about = Worked(
        "Places by output and household income",
        "Counted over the places of the table.",
        found.period.label,
        releases=atlas.releases_of((found.measure.slug, INCOME, JOBS, PEOPLE)),
    )
    lead, *others = found.sentences
    blocks = [
        Paragraph(reckoned(lead, about, (found.level.plural,)), "lead"),
        _drawn(found, about),
        *([_map(atlas, found, about)] if found.level is Level.LAD else [_counts(found, about)]),
        Bullets(tuple(reckoned(line, about, (found.level.plural,)) for line in (*others, *found.notes))),
    ]
    section = Section("divergence", "Output against household income", "Output and income", tuple(blocks))
    summary = prose(Label(f"{opened(found.level.plural)} by {found.measure.words} and by household income per head, UK = 100."))
    title = f"Output against household income, {found.period.label}"
    return leaf(atlas, title, summary, (section,), kind=opened(found.level.plural))


def of_place(atlas: Atlas, area: Area) -> Document:
    """The page of one place: the section of its plan."""
    summary = prose("What is made here, and what the people who live here have.")
    return leaf(atlas, f"Output against household income: {spoken(area.name)}", summary, [of_one(View(atlas, area))], area=area)


def _drawn(found: Divergences, about: Worked) -> Figure:
    few = len(found.places) <= _FEW
    aged = any(item.jobs_working is not None for item in found.places)
    columns = ("Place", "Output", "Income", "Type", "Jobs for every hundred residents", *(("Of working age",) if aged else ()))
    order = sorted(found.places, key=lambda item: -(item.output.value or 0.0)) if few else found.places
    table = Table("Every place, UK = 100", columns, tuple(_row(item, about, aged=aged) for item in order), folded=not few)
    sentence: list[Inline] = []
    if found.places:
        first, last = found.places[0], found.places[-1]
        sentence = ["Against income, output is highest in ", Label(place(first.area)), " and lowest in "]
        sentence += [Label(place(last.area)), "."]
    chart = _bars(found) if few else _scatter(found)
    edge = "The bars begin at nought. The United Kingdom is one hundred on both: the dashed line." if few else _AT_THE_EDGE
    notes = (prose(edge), *_examples(found))
    return Figure("f-divergence-places", "By output and income", prose(*sentence), (chart,), notes, table)


def _examples(found: Divergences) -> tuple[Text, ...]:
    """The places the source paper gives as examples, where they are drawn by the measure it uses."""
    met = {item.area.code: item for item in found.places if item.area.code in _NAMED}
    if found.measure is not Measure.HEAD or len(met) < len(_NAMED):
        return ()
    said: list[Text] = []
    for code in _NAMED:
        item = met[code]
        both = (figure(item.output, unit=False), " and ", figure(item.income, unit=False))
        said.append((Label(spoken(item.area.name)), " at ", *both))
    return (prose("Named are the source paper's examples, by output and then income: ", *listed(said), "."),)


def _scatter(found: Divergences) -> Scatter:
    return Scatter(
        id="divergence-scatter",
        title=f"Output against household income, {found.period.label}",
        description=f"{opened(found.level.plural)} of the United Kingdom by two indices. The table holds the figures.",
        spots=tuple(
            Spot(
                spoken(item.area.name),
                item.income.value or 0.0,
                item.output.value or 0.0,
                role="named" if item.area.code in _NAMED else "",
                band=_ORDER.index(item.quadrant),
            )
            for item in found.places
        ),
        across="household income per head, UK = 100",
        up=f"{found.measure.words}, UK = 100",
        level=100.0,
        corners=_CORNERS,
        bands=tuple(kind.value for kind in _ORDER),
    )


def _bars(found: Divergences) -> Bars:
    """A few places two bars each, as the source paper's figure 1 draws the regions."""
    rows = []
    for item in sorted(found.places, key=lambda item: -(item.output.value or 0.0)):
        for name, estimate, role in (("output", item.output, "place"), ("income", item.income, "area")):
            value = estimate.value or 0.0
            rows.append(Bar(f"{spoken(item.area.name)}: {name}", value, role, number(value, 0)))
    return Bars(
        id="divergence-bars",
        title=f"Output and household income, {found.period.label}",
        description=f"Two bars for each of the {found.level.plural}. The table holds the figures.",
        rows=tuple(rows),
        unit=f"{found.measure.words}, and household income per head, UK = 100",
        decimals=0,
        level=100.0,
    )


def _row(item: Standing, about: Worked, *, aged: bool) -> tuple[Text, ...]:
    jobs = (item.jobs, *((item.jobs_working,) if aged else ()))
    return (
        prose(Label(spoken(item.area.name))),
        (figure(item.output, unit=False),),
        (figure(item.income, unit=False),),
        prose(item.quadrant.value),
        *((worked(100 * count, about),) if count is not None else prose("not known") for count in jobs),
    )


def _counts(found: Divergences, about: Worked) -> Table:
    rows = tuple((prose(kind.value), (worked(found.counts[kind], about),)) for kind in _ORDER)
    return Table("How many of each type", ("Type", "Places"), rows)


def _map(atlas: Atlas, found: Divergences, about: Worked) -> Figure:
    charts = country_map(
        atlas,
        "divergence-map",
        "Output against household income",
        "The local authorities of the United Kingdom, each with its type. The table above lists them.",
        {item.area.code: _ORDER.index(item.quadrant) for item in found.places},
        tuple(kind.value for kind in _ORDER),
        palette="kinds",
    )
    sentence: list[Inline] = []
    for at, kind in enumerate(_ORDER):
        joint = "" if at == 0 else " and " if kind is _ORDER[-1] else ", "
        sentence += [joint, worked(found.counts[kind], about), f" {kind.value.replace(', ', ' and ')}"]
    note = prose("High and low are against the United Kingdom, which is one hundred on both.")
    return Figure("f-divergence-map", "On the map", prose("On the map, ", *sentence, "."), charts, (note,), _counts(found, about))
