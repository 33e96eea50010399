"""Health and work over the whole country: disabled people on the map, and every authority in a table."""

from levelling.atlas import Atlas
from levelling.atlas.health_links import DISABLED
from levelling.challenge.health import CountryHealth
from levelling.challenge.health.links import national_check
from levelling.challenge.health.measures import CENSUS_STATUS, MEN, WOMEN
from levelling.core.area import Level
from levelling.core.classes import between, between_names
from levelling.core.estimate import Estimate
from levelling.plan.charts.country import country_map
from levelling.plan.document import Document, Figure, Label, Number, Paragraph, Section, Table, Text, Worked, prose
from levelling.plan.leaf import leaf
from levelling.plan.shown import figure, worked
from levelling.plan.view import spoken

_EDGES = (14.0, 17.0, 20.0, 23.0)
_COLUMNS = (
    ("Healthy years, women", WOMEN),
    ("Healthy years, men", MEN),
    ("Long-term sick or disabled, out of work", CENSUS_STATUS),
    ("Disabled people", DISABLED),
    ("Health Index", "health-index"),
)


def document(atlas: Atlas, found: CountryHealth) -> Document:
    """The page: a map where the areas are local authorities, and a table of all."""
    summary = prose("Health and work in ", Label(found.level.plural), ": what is published, and what one link would make of it.")
    return leaf(atlas, "Health and work", summary, (_section(atlas, found),), kind=f"The {found.level.plural} of the UK")


def _section(atlas: Atlas, found: CountryHealth) -> Section:
    table = Table(
        f"Every one of the {found.level.plural} with a figure",
        ("Area", *(title for title, _ in _COLUMNS), "Chronic conditions, as if"),
        tuple(_row(found, code, name) for code, name in sorted(_names(found).items(), key=lambda pair: pair[1])),
        folded=found.level == Level.LAD,
    )
    check = national_check(atlas)
    notes: list[Text] = [
        prose(
            "The last column is how many fewer people of working age would have a chronic condition if employment rose as asked, "
            "as if the link held there. It is modelled, and the evidence is of the weakest grade."
        )
    ]
    if check is not None:
        notes.append(prose(Label(check.sentence)))
    values = {
        area.code: item.value
        for area in found.areas
        if (item := found.figure(area.code, DISABLED)) is not None and item.value is not None
    }
    if found.level != Level.LAD or not values:
        return Section("health", "Every area", "Every area", (table, *(Paragraph(note, "note") for note in notes)))
    names = between_names(_EDGES, lambda edge: f"{edge:.0f}%")
    charts = country_map(
        atlas,
        "health-map",
        "Disabled people at the census",
        "The local authorities of England and Wales by the share of people who are disabled. The table lists them.",
        between(values, _EDGES),
        names,
    )
    most, least = max(values, key=lambda code: values[code]), min(values, key=lambda code: values[code])
    by_code = _names(found)
    sentence = prose(
        "At the census, ",
        _number(found.figure(most, DISABLED)),
        " of people of all ages were disabled under the Equality Act in ",
        Label(by_code[most]),
        ", and ",
        _number(found.figure(least, DISABLED)),
        " in ",
        Label(by_code[least]),
        ". Scotland and Northern Ireland asked otherwise and are left blank.",
    )
    drawn = Figure("f-health-map", "Disabled people", sentence, charts, tuple(notes), table)
    return Section("health", "Every authority", "Every authority", (drawn,))


def _names(found: CountryHealth) -> dict[str, str]:
    return {area.code: spoken(area.name) for area in found.areas}


def _row(found: CountryHealth, code: str, name: str) -> tuple[Text, ...]:
    link = found.links.get(code)
    last = prose("")
    if link is not None:
        about = Worked(link.title, link.how, link.period, inputs=link.behind)
        last = (worked(round(link.value, -1), about),)
    return (prose(Label(name)), *(_cell(found.figure(code, slug)) for _, slug in _COLUMNS), last)


def _cell(item: Estimate | None) -> Text:
    return prose("") if item is None or item.value is None else (figure(item, unit=False),)


def _number(item: Estimate | None) -> Number | str:
    return "" if item is None or item.value is None else figure(item)
