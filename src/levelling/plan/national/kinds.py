"""Kinds of place over the whole country: who is what on the map, and how each kind fares."""

from levelling.atlas import Atlas
from levelling.challenge.kinds import Kinds, Profile, Profiles, profiles
from levelling.challenge.kinds.among import plural
from levelling.challenge.kinds.sorting import ORDER
from levelling.core.indicator import Indicator
from levelling.core.words import opened
from levelling.plan.charts.country import country_map
from levelling.plan.document import Document, Figure, Label, Number, Paragraph, Section, Table, Text, Worked, prose
from levelling.plan.leaf import leaf
from levelling.plan.sections.kinds import RELEASES
from levelling.plan.shown import worked
from levelling.plan.view import spoken
from levelling.plan.wording import listed

_HEADINGS = tuple(opened(plural(name)) for name in ORDER)


def document(atlas: Atlas) -> Document:
    """The page: a map of the six kinds, how each fares, and every authority by kind."""
    found = profiles(atlas)
    summary = prose("Every local authority of the UK by kind: city, town or rural, and on the coast or not.")
    return leaf(
        atlas, "Kinds of place", summary, (_where(atlas, found.kinds), _fares(atlas, found)), kind="Local authorities of the UK"
    )


def _where(atlas: Atlas, found: Kinds) -> Section:
    bands = {code: ORDER.index(name) for code, name in found.both.items()}
    charts = country_map(
        atlas,
        "kinds-map",
        "Kinds of place",
        "The local authorities of the UK, each with the number of its kind. The table lists them.",
        bands,
        _HEADINGS,
        palette="kinds",
    )
    about = Worked("Local authorities of the kind", "Counted by the rule for kinds of place.", releases=atlas.held(RELEASES))
    counts: list[Text] = [(worked(count, about), f" {plural(name)}") for name, count in found.counts.items()]
    rows: tuple[tuple[Text, ...], ...] = tuple(
        (
            (Label(spoken(kind.area.name)),),
            (Label(kind.name),),
            (Label("firm" if kind.firm else "near a line"),),
            *((_percent(atlas, kind.area.name, share, what),) for what, share in _shares(kind.rural, kind.city, kind.town)),
        )
        for kind in sorted(found.kinds.values(), key=lambda kind: spoken(kind.area.name))
    )
    table = Table(
        "Every local authority by kind", ("Local authority", "Kind", "How firm", "Rural", "In a city", "In towns"), rows, True
    )
    notes = (
        prose(
            "The kind is what more of the people live in than anything else. A city is a built-up area over the size at which "
            "ONS stops speaking of a town; in Scotland, a large urban area; in Northern Ireland, Belfast. It is not a matter of "
            "charter."
        ),
        prose(
            "On the coast: in England by the towns and cities that ONS flags as coastal and the boundary; elsewhere by people "
            "near the coast and the boundary. Every share is an approximation."
        ),
    )
    drawn = Figure("f-kinds-map", "Where they are", prose("There are ", *listed(counts), "."), charts, notes, table)
    return Section("kinds-map", "Who is what", "Who is what", (drawn,))


def _shares(rural: float, city: float, town: float) -> tuple[tuple[str, float], ...]:
    return (("in rural neighbourhoods", rural), ("in a city", city), ("in towns", town))


def _percent(atlas: Atlas, name: str, share: float, where: str) -> Number:
    return worked(share, Worked(f"People of {name} {where}", "Counted by neighbourhood.", releases=atlas.held(RELEASES)), "%")


def _fares(atlas: Atlas, found: Profiles) -> Section:
    indicators = list(dict.fromkeys(item.indicator for item in found.profiles))
    by_kind = {name: found.of(name) for name in ORDER}
    rows = tuple(
        (
            (Label(f"{item.short} ({_unit(item)}{by_kind[ORDER[0]][item.slug].period.label})"),),
            *(_cell(atlas, item, by_kind[name][item.slug]) for name in ORDER),
        )
        for item in indicators
    )
    lead = prose(
        "Rates and scores are averaged over people, so a large place counts for more. Medians, life expectancy and output per "
        "hour are those of the place in the middle. These are means of kinds: within each, places differ widely."
    )
    table = Table("Headline measures by kind of place", ("Measure", *_HEADINGS), rows)
    return Section("kinds-profiles", "How each kind fares", "How each fares", (Paragraph(lead, "lead"), table))


def _cell(atlas: Atlas, indicator: Indicator, item: Profile) -> Text:
    if item.value is None:
        return prose("too few")
    what = f"{indicator.title}: {item.kind}, {item.how}, {item.places} of {item.of} places"
    how = "Averaged over the people of each place." if item.how.startswith("mean") else "The median of the places."
    about = Worked(what, how, item.period.label, releases=(atlas.release(indicator.release),))
    unit = indicator.unit[:1] if indicator.unit == "%" or indicator.unit.startswith("£") else ""
    return (worked(item.value, about, unit, indicator.decimals),)


def _unit(indicator: Indicator) -> str:
    return "" if indicator.unit == "%" else f"{indicator.unit}, "
