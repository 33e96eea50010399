"""Automation over the whole country: the share at high risk in each local authority, on the map and in a table."""

from levelling.atlas import Atlas
from levelling.challenge.automation import Country
from levelling.challenge.automation.result import RESIDENTS, TASKS
from levelling.challenge.automation.risks import MEASURED, NEWEST
from levelling.core.area import Level
from levelling.core.words import opened
from levelling.plan.charts.country import country_map, spread
from levelling.plan.document import Document, Figure, Label, Mark, Section, Table, Text, Worked, prose
from levelling.plan.leaf import leaf
from levelling.plan.reckoned import reckoned
from levelling.plan.sections.automation import releases
from levelling.plan.shown import worked
from levelling.plan.view import View, spoken

_EDGES = (15.0, 17.0, 19.0, 21.0)
_NAMES = ("under 15%", "15% to 17%", "17% to 19%", "19% to 21%", "21% or more")


def document(atlas: Atlas, found: Country) -> Document:
    """The page: a map of the year with margins of error, and every area's shares and verdict."""
    summary = prose("People in work by where they live, and how many are in occupations whose tasks suit machines.")
    about = Worked(
        "People in occupations at high risk of automation",
        "People in each group of occupations, times the share of the group at high risk.",
        releases=releases(View(atlas, atlas.area("K02000001"))),
    )
    return leaf(
        atlas, "Automation", summary, (_section(atlas, found, about),), kind=f"{opened(found.level.plural)} of Great Britain"
    )


def _section(atlas: Atlas, found: Country, about: Worked) -> Section:
    shares = {code: reading.share for code, reading in found.readings[MEASURED.name].items()}
    bands = {code: sum(share >= edge for edge in _EDGES) for code, share in shares.items()}
    charts = country_map(
        atlas,
        "automation-map",
        f"Share at high risk of automation, {MEASURED.period}",
        "Areas by the share of people in work in occupations at high risk. The table lists them.",
        spread(atlas, found.level, bands),
        _NAMES,
    )
    rows = tuple(_row(found, code, about) for code in _codes(found))
    columns = (
        "Area",
        f"{NEWEST.name}, newest",
        f"{MEASURED.name}, {MEASURED.period}",
        "Survey margin",
        "Crosswalk range",
        "Against England",
    )
    table = Table(f"Every {found.level.words} with a share, %", columns, rows, folded=found.level is Level.LAD)
    hidden = found.withheld[MEASURED.name]
    notes = (
        prose("The two years use two classifications, so they are not compared. In the newer no margin of error is published."),
        prose(worked(hidden, about), " areas have figures for the older year that are too thin to give; more have none at all."),
        prose(Label(RESIDENTS)),
        prose(Label(TASKS)),
    )
    drawn = Figure("f-automation-map", "Where they live", reckoned(found.sentence, about), charts, notes, table)
    return Section("automation-map", "Who is at high risk, and where", "At high risk", (drawn,))


def _codes(found: Country) -> list[str]:
    known = {code for readings in found.readings.values() for code in readings}
    return [area.code for area in sorted(found.areas, key=lambda area: spoken(area.name)) if area.code in known]


def _row(found: Country, code: str, about: Worked) -> tuple[Text, ...]:
    newest, measured = (found.readings[edition.name].get(code) for edition in (NEWEST, MEASURED))
    some = measured or newest
    name = spoken(some.area.name) if some else code

    def percent(value: float) -> Text:
        return (worked(value, about, "%", 1),)

    survey = measured.survey if measured else None
    margin: Text = (*percent(survey.lower), " to ", *percent(survey.upper)) if survey else prose("none")
    span: Text = (*percent(some.lower), " to ", *percent(some.upper)) if some else prose()
    gap = found.gaps.get(code)
    return (
        prose(Label(name)),
        percent(newest.share) if newest else prose("not given"),
        percent(measured.share) if measured else prose("not given"),
        margin,
        span,
        (Mark(gap.verdict),) if gap else prose("no verdict"),
    )
