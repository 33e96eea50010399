"""Learning over England: where adult learning fell most, and where apprentices go to be taught."""

from collections.abc import Callable, Sequence

from levelling.atlas import Atlas
from levelling.challenge.learning import Everywhere
from levelling.challenge.learning.adults import SLUG as ADULTS
from levelling.challenge.learning.apprentices import TAUGHT
from levelling.challenge.learning.country import Row
from levelling.plan.charts.country import country_map
from levelling.plan.document import Document, Figure, Label, Section, Table, Text, Worked, prose
from levelling.plan.leaf import leaf
from levelling.plan.reckoned import reckoned
from levelling.plan.shown import worked
from levelling.plan.view import spoken

_FALL = (-20.0, -10.0, -5.0, 0.0)
_FALL_NAMES = ("fell by 20% or more", "fell by 10% to 20%", "fell by 5% to 10%", "fell by less than 5%", "rose")
_FLOW = (-50.0, -10.0, 10.0, 50.0)
_FLOW_NAMES = (
    "50 or more fewer taught here",
    "10 to 50 fewer",
    "within 10",
    "10 to 50 more",
    "50 or more taught here beyond those who live here",
)


def document(atlas: Atlas, found: Everywhere) -> Document:
    """The page: two maps and a table."""
    releases = atlas.releases_of((ADULTS, TAUGHT))
    about = Worked("Adults in further education and apprenticeships", "From the published numbers.", releases=releases)
    summary = prose(
        "Adults in publicly funded learning, and where apprentices live and are taught, in every authority of England."
    )
    sections = (_fell(atlas, found, about), _flows(atlas, found, about))
    return leaf(atlas, "Learning", summary, sections, kind="Local authorities of England")


def _fell(atlas: Atlas, found: Everywhere, about: Worked) -> Section:
    charts = country_map(
        atlas,
        "learning-fall",
        "Adult learners, 2016/17 to 2018/19",
        "Authorities of England by the change in adult learners before the pandemic. The table lists them.",
        _bands(found.rows, lambda row: row.percent, _FALL),
        _FALL_NAMES,
    )
    columns = ("Authority", "Adults learning, 2016/17", "2018/19", "Change", "Newest, per 100,000 adults")
    rows = tuple(
        (_name(row), _cell(row.first, about), _cell(row.before, about), _cell(row.percent, about, "%", 1), _cell(row.rate, about))
        for row in _sorted(found)
    )
    table = Table("Adults in publicly funded learning, authority by authority", columns, rows, folded=True)
    notes = (
        prose(Label("The source speaks of a fall of 10% from 2015/16 to 2017/18. Figures by place begin in 2016/17.")),
        prose("Later years are published as a rate of all adults and on another count of people, and are not joined to these."),
    )
    drawn = Figure("f-learning-fall", "Where it fell", reckoned(found.sentence, about), charts, notes, table)
    return Section("learning-fall", "Adult learning before the pandemic", "Adult learning", (drawn,))


def _flows(atlas: Atlas, found: Everywhere, about: Worked) -> Section:
    charts = country_map(
        atlas,
        "learning-flow",
        f"Apprenticeships taught here beyond those who live here, {found.starts_period.label}",
        "Authorities of England by the net flow for every hundred apprenticeships begun by residents. The table lists them.",
        _bands(found.rows, lambda row: row.per_hundred, _FLOW),
        _FLOW_NAMES,
    )
    columns = ("Authority", "Begun by people who live here", "Taught here", "Net flow", "For every hundred")
    rows = tuple(
        (_name(row), _cell(row.residents, about), _cell(row.taught, about), _cell(row.net, about), _cell(row.per_hundred, about))
        for row in _sorted(found)
    )
    table = Table(f"Apprenticeships begun, {found.starts_period.label}", columns, rows, folded=True)
    sentence = prose(
        "Where the number is above nought, more apprenticeships are taught in a place than people who live there begin."
    )
    note = prose(
        "Counted by the authority recorded as the place of delivery, which may not be where each apprentice spends the day."
    )
    drawn = Figure("f-learning-flow", "For every hundred begun by residents", sentence, charts, (note,), table)
    return Section("learning-flow", "Where apprentices live and are taught", "Apprenticeships", (drawn,))


def _bands(rows: Sequence[Row], value: Callable[[Row], float | None], edges: Sequence[float]) -> dict[str, int | None]:
    values = ((row.area.code, value(row)) for row in rows)
    return {code: None if found is None else sum(found >= edge for edge in edges) for code, found in values}


def _sorted(found: Everywhere) -> list[Row]:
    return sorted(found.rows, key=lambda row: spoken(row.area.name))


def _name(row: Row) -> Text:
    return prose(Label(spoken(row.area.name)))


def _cell(value: float | None, about: Worked, unit: str = "", decimals: int = 0) -> Text:
    return prose("none") if value is None else (worked(value, about, unit, decimals),)
