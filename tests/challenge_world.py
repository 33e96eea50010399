"""A small country for the tests of the challenge chapter: real words (areas, indicators, estimates), a handful of figures.

It stands in for the atlas where a test must say exactly what is published and what is not.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from levelling.atlas.catalogue import Catalogue
from levelling.atlas.store import Figure
from levelling.core.area import Area, Level, Overlap
from levelling.core.errors import UnknownArea
from levelling.core.estimate import Estimate, Moved, Status
from levelling.core.indicator import Break, Direction, Framework, Indicator, Movement, OfficialStatus, Release, Topic
from levelling.core.period import Period

RELEASE = Release("made-up", "Nobody", "Figures made up for a test", None, "", "none")
UK = Area("K02000001", "United Kingdom", Level.UK, "K", population=67_000_000)
GB = Area("K03000001", "Great Britain", Level.UK, "K", population=65_000_000)
EW = Area("K04000001", "England and Wales", Level.UK, "K", population=60_000_000)
ENGLAND = Area("E92000001", "England", Level.NATION, "E", population=56_000_000)
NORTHERN_IRELAND = Area("N92000002", "Northern Ireland", Level.NATION, "N", population=1_900_000)
NORTH_EAST = Area("E12000001", "North East", Level.REGION, "E", population=2_600_000)
SOUTH_EAST = Area("E12000008", "South East", Level.REGION, "E", population=9_200_000)
TOWN = Area("E06000001", "Hartlepool", Level.LAD, "E", parents={"region": "E12000001"}, population=94_000)
BELFAST = Area("N09000003", "Belfast", Level.LAD, "N", population=340_000)
OTHERS = tuple(
    Area(f"E0800000{n}", f"Place {n}", Level.LAD, "E", parents={"region": "E12000001"}, population=200_000) for n in range(1, 9)
)
AREAS = (UK, GB, EW, ENGLAND, NORTHERN_IRELAND, NORTH_EAST, SOUTH_EAST, TOWN, BELFAST, *OTHERS)


def indicator(
    slug: str = "employment-rate",
    *,
    unit: str = "%",
    direction: Direction = Direction.HIGHER_BETTER,
    movement: Movement = Movement.MEAN,
    breaks: Sequence[tuple[str, str]] = (),
    framework: Framework = Framework.PEOPLE,
    topic: Topic = Topic.WORK,
    meaning: str = "Of every 100 people aged 16 to 64 who live here, how many are in paid work.",
    frozen: str = "",
) -> Indicator:
    return Indicator(
        slug=slug,
        title=slug.replace("-", " ").capitalize(),
        short=slug,
        meaning=meaning,
        unit=unit,
        decimals=1,
        direction=direction,
        topic=topic,
        framework=framework,
        denominator="people",
        publisher="Nobody",
        release="made-up",
        official_status=OfficialStatus.OFFICIAL,
        movement=movement,
        breaks=tuple(Break(Period.parse(period), note) for period, note in breaks),
        frozen=frozen,
    )


Row = tuple[str, Area, str, float | None, float | None, float | None]


@dataclass
class Shelf:
    """The figures, by area and by column."""

    rows: dict[str, dict[tuple[str, str], dict[str, Figure]]] = field(default_factory=dict)

    def area(self, code: str) -> Mapping[tuple[str, str], Mapping[str, Figure]]:
        return self.rows.get(code, {})

    def load_areas(self, codes: Iterable[str]) -> None:
        list(codes)

    def column(self, slug: str, category: str, period: str) -> Mapping[str, Figure]:
        return {
            code: series[slug, category][period]
            for code, series in self.rows.items()
            if period in series.get((slug, category), {})
        }

    def load_columns(self, keys: Iterable[tuple[str, str, str]]) -> None:
        list(keys)


class Places:
    """The areas."""

    def get(self, code: str) -> Area:
        for area in AREAS:
            if area.code == code:
                return area
        raise UnknownArea(f"No area has the code {code}.")

    def all(self, level: Level, *, abolished: bool = False) -> Sequence[Area]:
        return [area for area in AREAS if area.level == level and (abolished or area.is_current)]

    def members(self, area: Area, level: Level) -> Sequence[Area]:
        return [item for item in AREAS if item.level == level and area.code in item.parents.values()]

    def predecessors(self, area: Area) -> Sequence[Area]:
        return []


class World:
    """What the chapter reads, made of the rows of a test.

    Args:
        indicators: Those in the catalogue.
        rows: Indicator slug, area, period, value, lower, upper.
        alike: The ONS neighbours of every area.
        moved: Slugs whose estimates say they were moved.
        status: Status of a figure, by area code.
    """

    def __init__(
        self,
        indicators: Sequence[Indicator],
        rows: Sequence[Row],
        alike: Sequence[Area] = (),
        moved: Sequence[str] = (),
        status: Mapping[str, Status] | None = None,
    ) -> None:
        self.catalogue = Catalogue(indicators)
        self.gazetteer = Places()
        self.store = Shelf()
        self.alike = tuple(alike)
        self.moved = tuple(moved)
        for slug, area, period, value, lower, upper in rows:
            kept = (status or {}).get(area.code, Status.NORMAL if value is not None else Status.MISSING)
            series = self.store.rows.setdefault(area.code, {}).setdefault((slug, ""), {})
            series[period] = Figure(value, lower, upper, kept.value, "made-up")

    def estimate(self, slug: str, area: Area, period: Period | None = None, category: str | None = None) -> Estimate:
        series = self.store.area(area.code).get((slug, category or ""), {})
        present = [key for key, figure in series.items() if figure.value is not None]
        when = period or Period.parse(max(present or series or ["0001"]))
        figure = series.get(when.iso, Figure(None, None, None, "missing", "made-up"))
        moved = Moved("averaged over people", 2, 1.0, "local authority") if slug in self.moved and area == TOWN else None
        return Estimate(
            indicator=self.catalogue.get(slug),
            area=area,
            period=when,
            value=figure.value,
            lower=figure.lower,
            upper=figure.upper,
            status=Status(figure.status),
            release=RELEASE,
            category=category or "",
            moved=moved,
            why_absent="" if figure.value is not None else "not published",
        )

    def column(self, slug: str, level: Level, period: Period | None = None, category: str | None = None) -> list[Estimate]:
        key = period.iso if period else self.newest_period(slug, level, category or "")
        published = self.store.column(slug, category or "", key or "")
        areas = sorted((area for area in self.gazetteer.all(level) if area.code in published), key=lambda area: area.code)
        return [self.estimate(slug, area, Period.parse(key or "0001"), category) for area in areas]

    def newest_period(self, slug: str, level: Level, category: str = "") -> str | None:
        codes = {area.code for area in self.gazetteer.all(level)}
        found = [key for code in codes for key in self.store.area(code).get((slug, category), {})]
        return max(found, default=None)

    def neighbours(self, area: Area, basis: str = "global") -> list[Area]:
        return [item for item in self.alike if item.level == area.level] if basis == "global" else []

    def overlaps(self, area: Area, level: Level | None = None) -> list[Overlap]:
        return [Overlap(item, 0, 0.0, 0.0) for item in AREAS if item.level == level and item.code == area.code]
