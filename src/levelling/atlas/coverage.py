"""Coverage: for what kinds of area an indicator is published, and so why one area has no figure."""

from collections.abc import Iterable
from datetime import date
from functools import cached_property

from levelling.atlas.store import Store
from levelling.core.area import Area, Level
from levelling.core.indicator import Indicator, Movement
from levelling.core.period import Period
from levelling.core.words import listed

_PREFIXES = {
    Level.UK: ("K02", "K03", "K04"),
    Level.NATION: ("E92", "W92", "S92", "N92"),
    Level.REGION: ("E12",),
    Level.COUNTY: ("E10", "E11"),
    Level.LAD: ("E06", "E07", "E08", "E09", "W06", "S12", "N09"),
    Level.CAUTH: ("E47",),
    Level.CITY_REGION: ("E13", "W42", "N34"),
    Level.LEP: ("E37",),
    Level.LSIP: ("E69",),
    Level.ICB: ("E54",),
    Level.CCG: ("E38",),
    Level.TTWA: ("E30", "W22", "S22", "N12", "K01"),
    Level.HEALTH_BOARD: ("S08", "W11"),
    Level.POLICE: ("E23", "W15", "S23"),
    Level.FIRE: ("E31", "W25"),
}
_LEVEL_OF = {prefix: level for level, prefixes in _PREFIXES.items() for prefix in prefixes}
_ITL = {3: Level.ITL1, 4: Level.ITL2, 5: Level.ITL3}
_NATIONS = {"E": "England", "W": "Wales", "S": "Scotland", "N": "Northern Ireland"}
_ITL_NATIONS = {"L": "W", "M": "S", "N": "N"}


class Coverage:
    """What is published for what kinds of area.

    Args:
        store: The figures.
    """

    def __init__(self, store: Store) -> None:
        self.store = store

    def levels(self, slug: str, category: str) -> dict[Level, set[str]]:
        """The levels an indicator is published for, each with the letters of the nations that have figures."""
        return self._levels.get((slug, category), {})

    def why_absent(self, indicator: Indicator, area: Area, category: str) -> str:
        """Why an area has no figure and none can be made for it, in a sentence.

        Args:
            indicator: What is measured.
            area: Where there is no figure.
            category: Which category.
        """
        levels = self.levels(indicator.slug, category)
        nations = {nation for each in levels.values() for nation in each} - {"K"}
        if not levels:
            return "No figures of this are held."
        if area.nation in _NATIONS and area.nation not in nations:
            where = listed([_NATIONS[nation] for nation in _NATIONS if nation in nations])
            return f"Published for {where or 'the United Kingdom as a whole'} only."
        here = [level for level, each in levels.items() if area.nation in each or area.nation == "K"]
        if area.level in here:
            return f"Not published for {area.name}, though it is for other {_kinds([area.level])}."
        if indicator.movement is Movement.FIXED:
            return f"Published for {_kinds(here)}; a figure of this kind cannot be averaged for other areas."
        return f"Published for {_kinds(here)}, none of which fit {area.name} closely enough to make its figure."

    def newest_periods(self, level: Level) -> dict[tuple[str, str], str]:
        """For each indicator and category, the newest period for which at least half of the level's usual number have a value."""
        return self._newest.get(level, {})

    @cached_property
    def rows(self) -> list[tuple[str, str, str, str, str]]:
        """Indicator, category, level, the letters of its nations, and its newest period: as the table `published` holds them."""
        if self.store.has("published"):
            return [
                (slug, category, level, nations, newest) for slug, category, level, nations, newest in self.store.query(_HELD)
            ]
        counts: dict[tuple[str, str, Level], dict[str, int]] = {}
        nations: dict[tuple[str, str, Level], set[str]] = {}
        for slug, category, period, prefix, size, areas in self.store.query(_COUNTED):
            itl = prefix.startswith("TL")
            level = _ITL.get(size) if itl else _LEVEL_OF.get(prefix)
            if level is not None:
                periods = counts.setdefault((slug, category, level), {})
                periods[period] = periods.get(period, 0) + areas
                nations.setdefault((slug, category, level), set()).add(_ITL_NATIONS.get(prefix[2], "E") if itl else prefix[0])
        return [(*key, "".join(sorted(nations[key])), _newest_of(periods)) for key, periods in sorted(counts.items())]

    @cached_property
    def _levels(self) -> dict[tuple[str, str], dict[Level, set[str]]]:
        found: dict[tuple[str, str], dict[Level, set[str]]] = {}
        for slug, category, level, nations, _ in self.rows:
            found.setdefault((slug, category), {})[Level(level)] = set(nations)
        return found

    @cached_property
    def _newest(self) -> dict[Level, dict[tuple[str, str], str]]:
        found: dict[Level, dict[tuple[str, str], str]] = {}
        for slug, category, level, _, newest in self.rows:
            found.setdefault(Level(level), {})[slug, category] = newest
        return found


_HELD = "SELECT indicator, category, level, nations, newest FROM published"
_COUNTED = (
    "SELECT indicator, category, period, left(area_code, 3), length(area_code), count(*)::INTEGER "
    "FROM estimates WHERE value IS NOT NULL GROUP BY ALL ORDER BY ALL"
)


def _newest_of(periods: dict[str, int]) -> str:
    usual = max(periods.values())
    return max((key for key, areas in periods.items() if 2 * areas >= usual), key=_when)


def _when(key: str) -> tuple[date, date]:
    period = Period.parse(key)
    return period.end, period.start


def _kinds(levels: Iterable[Level]) -> str:
    order = list(Level)
    return listed([level.plural for level in sorted(levels, key=order.index)])
