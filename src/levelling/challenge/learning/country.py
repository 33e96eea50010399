"""Learning in every local authority of England: the fall of adult learning, and where apprentices live and are taught."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from levelling.atlas.reading import Figures
from levelling.atlas.store import Figure
from levelling.challenge.learning.adults import BEFORE, ENGLAND, FIRST, change
from levelling.challenge.learning.adults import SLUG as ADULTS
from levelling.challenge.learning.apprentices import RESIDENTS, TAUGHT
from levelling.core.area import Area, Level
from levelling.core.errors import NotEnoughData
from levelling.core.period import Period

RATE = "further-education-skills-participation"


@dataclass(frozen=True, slots=True)
class Row:
    """One authority: learners in both years, the newest rate, and apprenticeships begun, each `None` where not published."""

    area: Area
    first: float | None
    before: float | None
    rate: float | None
    residents: float | None
    taught: float | None

    @property
    def percent(self) -> float | None:
        """Change in adult learners before the pandemic, in percent."""
        return change(self.first, self.before) if self.first and self.before is not None else None

    @property
    def net(self) -> float | None:
        """Apprenticeships taught here less those begun by people who live here."""
        return None if self.taught is None or self.residents is None else self.taught - self.residents

    @property
    def per_hundred(self) -> float | None:
        """The net flow for every 100 begun by people who live here."""
        return 100 * self.net / self.residents if self.net is not None and self.residents else None


@dataclass(frozen=True, slots=True)
class Everywhere:
    """Every authority, with the periods the newest figures are for.

    Attributes:
        rows: The authorities with any figure, in code order.
        england: England as a whole.
        rate_period: When the newest rate is for.
        starts_period: When the apprenticeships were begun.
        sentence: What it says, to be read aloud.
    """

    rows: tuple[Row, ...]
    england: Row
    rate_period: Period
    starts_period: Period
    sentence: str

    def records(self) -> list[dict[str, Any]]:
        """One record an authority, as plain data; England last."""
        return [self._record(row) for row in (*self.rows, self.england)]

    def _record(self, row: Row) -> dict[str, Any]:
        return {
            "area": row.area.code,
            "name": row.area.name,
            "adult_learners_2016": row.first,
            "adult_learners_2018": row.before,
            "adult_learners_change_percent": None if row.percent is None else round(row.percent, 1),
            "adult_learners_rate": row.rate,
            "adult_learners_rate_period": self.rate_period.iso,
            "apprenticeships_residents": row.residents,
            "apprenticeships_taught_here": row.taught,
            "apprenticeships_net_flow": row.net,
            "apprenticeships_net_flow_per_100": None if row.per_hundred is None else round(row.per_hundred, 1),
            "apprenticeships_period": self.starts_period.iso,
        }


def everywhere(atlas: Figures) -> Everywhere:
    """The fall of adult learning and the net flow of apprenticeships in every authority of England.

    Raises:
        NotEnoughData: The figures lack them.

    Example:
        >>> from levelling.atlas import Atlas
        >>> found = everywhere(Atlas.open())
        >>> round(found.england.percent, 1)
        -7.5
    """
    rate = atlas.newest_period(RATE, Level.LAD) if RATE in atlas.catalogue else None
    starts = atlas.newest_period(TAUGHT, Level.LAD) if TAUGHT in atlas.catalogue else None
    if rate is None or starts is None or ADULTS not in atlas.catalogue:
        raise NotEnoughData("The figures hold no adult learning or apprenticeships by authority.", "Build the figures again.")
    keys = ((ADULTS, FIRST), (ADULTS, BEFORE), (RATE, rate), (RESIDENTS, starts), (TAUGHT, starts))
    atlas.store.load_columns([(slug, "", period) for slug, period in keys])
    columns = [atlas.store.column(slug, "", period) for slug, period in keys]

    def row(area: Area) -> Row:
        return Row(area, *(_value(column, area.code) for column in columns))

    areas = sorted((area for area in atlas.gazetteer.all(Level.LAD) if area.nation == "E"), key=lambda area: area.code)
    rows = tuple(item for item in map(row, areas) if item.percent is not None or item.net is not None)
    return Everywhere(rows, row(atlas.gazetteer.get(ENGLAND)), Period.parse(rate), Period.parse(starts), _sentence(rows))


def _value(column: Mapping[str, Figure], code: str) -> float | None:
    figure = column.get(code)
    return figure.value if figure is not None else None


def _sentence(rows: tuple[Row, ...]) -> str:
    changes = [row.percent for row in rows if row.percent is not None]
    flows = [row.net for row in rows if row.net is not None]
    fell, out = sum(item < 0 for item in changes), sum(item < 0 for item in flows)
    return (
        f"From the school year 2016 to 2017 to the one of 2018 to 2019, the number of adults in publicly funded learning fell in "
        f"{fell} of {len(changes)} authorities. In {out} of {len(flows)}, fewer apprenticeships are taught than people who live "
        f"there begin."
    )
