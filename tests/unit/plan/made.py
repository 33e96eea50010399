"""A made place with a handful of figures, for tests that need no atlas."""

from datetime import date

from levelling.core.area import Area, Level
from levelling.core.comparison import Comparator, Comparison, Verdict
from levelling.core.estimate import Estimate, Status
from levelling.core.indicator import Direction, Framework, Indicator, Movement, OfficialStatus, Release, Topic
from levelling.core.period import Period
from levelling.plan.charts.kinds import Dot, Strip
from levelling.plan.document import (
    Block,
    Document,
    Figure,
    Label,
    Paragraph,
    References,
    Releases,
    Section,
    Table,
    prose,
)
from levelling.plan.shown import figure

TOWN = Area("E06000999", "Made Town", Level.LAD, "E")
COUNTRY = Area("K02000001", "United Kingdom", Level.UK, "K")
RELEASE = Release(
    "made-release",
    "Office of Made Figures",
    "Made figures",
    date(2024, 5, 7),
    "https://example.org/made",
    "Open Government Licence v3.0",
)
RATE = Indicator(
    slug="made-rate",
    title="Made rate, people aged 16 to 64",
    short="Made rate",
    meaning="Of every 100 people aged 16 to 64, how many are made up.",
    unit="%",
    decimals=1,
    direction=Direction.HIGHER_BETTER,
    topic=Topic.WORK,
    framework=Framework.PEOPLE,
    denominator="people aged 16 to 64",
    publisher=RELEASE.publisher,
    release=RELEASE.id,
    official_status=OfficialStatus.OFFICIAL,
    movement=Movement.MEAN,
)


def estimate(
    value: float | None = 61.2, lower: float | None = 58.0, upper: float | None = 64.4, *, area: Area = TOWN, year: int = 2023
) -> Estimate:
    status = Status.NORMAL if value is not None else Status.MISSING
    return Estimate(RATE, area, Period.year(year), value, lower, upper, status, RELEASE)


def comparison() -> Comparison:
    there = estimate(75.0, 74.5, 75.5, area=COUNTRY)
    return Comparison(estimate(), Comparator.UK, "United Kingdom", there, -13.8, -17.0, -10.6, 0.0, 0.0, Verdict.WORSE)


def document(*blocks: Block, area: Area = TOWN) -> Document:
    sources = Section("sources", "Sources", "Sources", (Releases(), References()))
    return Document(
        area=area,
        title=area.name,
        native=None,
        kind=prose("A town"),
        summary=prose("In a line."),
        sections=(Section("first", "First", "First", blocks), sources),
        version="0",
    )


def drawn(name: str = "Made Town") -> Figure:
    strip = Strip(
        "s", "Title", "Description", tuple(float(i) for i in range(50, 80)), (Dot(name, 61.2, 58.0, 64.4, "place"),), "%", 1
    )
    table = Table("Figures", ("Place", "Figure"), ((prose(Label(name)), (figure(estimate()),)),), folded=True)
    return Figure("f", "Made rate", prose(Label(name), " has ", figure(estimate()), "."), (strip,), (), table)


def page(name: str = "Made Town") -> Document:
    return document(
        Paragraph(prose("It has ", figure(estimate()), ".")), drawn(name), area=Area("E06000999", name, Level.LAD, "E")
    )
