"""What inequality is measured on: every place of a level, period by period, with its weight and its group."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum

from levelling.atlas.reading import Figures
from levelling.atlas.store import Figure
from levelling.challenge.kinds import kinds
from levelling.core.area import Area, Level
from levelling.core.errors import NotEnoughData, UserError
from levelling.core.indicator import Indicator, Movement
from levelling.core.period import Period
from levelling.core.words import opened

PEOPLE = "implied-population"
FEWEST = 3
_MOST_MISSING = 0.5


class By(StrEnum):
    """What places are grouped by."""

    REGION = "region"
    NATION = "nation"
    KIND = "kind"


@dataclass(frozen=True, slots=True)
class Row:
    """One place in one period.

    Attributes:
        area: Where.
        value: The figure.
        lower: Lower end of the publisher's interval; `None` where there is none.
        upper: Upper end.
        weight: How much the place counts.
        group: What it is grouped under; empty where places are not grouped.
    """

    area: Area
    value: float
    lower: float | None
    upper: float | None
    weight: float
    group: str


@dataclass(frozen=True, slots=True)
class Slice:
    """All places in one period.

    Attributes:
        period: When.
        rows: The places with a figure and a weight, in code order.
        missing: Names of the places without.
        weighed: The year the weights are of; `None` where every place counts the same, or they are of mid-2019.
    """

    period: Period
    rows: tuple[Row, ...]
    missing: tuple[str, ...]
    weighed: int | None


def groups(atlas: Figures, by: By | None, areas: Sequence[Area]) -> dict[str, str]:
    """The group of each area, by code. Scotland, Wales and Northern Ireland stand beside the regions of England.

    Raises:
        UserError: The areas are as large as the groups.
    """
    if by is None:
        return {area.code: "" for area in areas}
    if by is By.KIND:
        if any(area.level is not Level.LAD for area in areas):
            raise UserError(
                "Kinds of place are known of local authorities only.", "Choose --level lad, or group by region or nation."
            )
        return dict(kinds(atlas).both)
    nations = {area.nation: area.name for area in atlas.gazetteer.all(Level.NATION)}
    regions = {area.code: area.name for area in atlas.gazetteer.all(Level.REGION)} if by is By.REGION else {}
    for area in areas:
        if area.level in {Level.UK, Level.NATION} or (by is By.REGION and area.level in {Level.REGION, Level.ITL1}):
            raise UserError(
                f"{opened(area.level.plural)} do not lie in a {by.value}.",
                "Choose a smaller --level or leave out --by.",
            )
    return {area.code: regions.get(area.parents.get("region", ""), nations.get(area.nation, "")) for area in areas}


def slices(
    atlas: Figures,
    indicator: Indicator,
    level: Level,
    years: tuple[int | None, int | None],
    weights: str,
    grouped: Callable[[Sequence[Area]], Mapping[str, str]],
) -> tuple[Slice, ...]:
    """Every period with figures for the level, oldest first.

    Raises:
        UserError: There is none in the years asked for, or the weights are no count.
        NotEnoughData: There are too few places.
    """
    slug, category = indicator.slug, indicator.category
    last = atlas.newest_period(slug, level, category)
    if last is None:
        raise NotEnoughData(f"{indicator.title} has no figures for {level.plural}.", "Choose another --level.")
    areas = _areas(atlas, level, atlas.store.column(slug, category, last))
    if len(areas) < FEWEST:
        raise NotEnoughData(
            f"{indicator.title} has figures for {len(areas)} {level.plural}: too few to compare.", "Choose another --level."
        )
    wanted = _within(_periods(atlas, indicator, areas, Period.parse(last)), years, indicator)
    weighed = _Weights(atlas, weights, areas)
    atlas.store.load_columns([(slug, category, period.iso) for period in wanted])
    weighed.load(wanted)
    belongs = grouped(areas)
    made = [_slice(period, areas, atlas.store.column(slug, category, period.iso), weighed, belongs) for period in wanted]
    whole = [item for item in made if len(item.rows) >= max(FEWEST, _MOST_MISSING * len(areas))]
    if not whole:
        raise NotEnoughData(
            f"{indicator.title} has too few {level.plural} with both a figure and a weight.", "Try --weights none."
        )
    _refuse_nought(indicator, whole)
    return tuple(whole)


def _areas(atlas: Figures, level: Level, column: Mapping[str, Figure]) -> tuple[Area, ...]:
    # Some figures stand on the ITL areas of 2021, part of which have ended; authorities that ended have those that followed.
    ended = level in {Level.ITL2, Level.ITL3}
    found = [area for area in atlas.gazetteer.all(level, abolished=ended) if area.code in column]
    return tuple(sorted(found, key=lambda area: area.code))


def _periods(atlas: Figures, indicator: Indicator, areas: Sequence[Area], last: Period) -> list[Period]:
    """The periods of the series, of the newest one's length; a few areas tell them."""
    some = [areas[0], areas[len(areas) // 2], areas[-1]]
    atlas.store.load_areas([area.code for area in some])
    keys = {key for area in some for key in atlas.store.area(area.code).get((indicator.slug, indicator.category), {})}
    found = (Period.parse(key) for key in keys)
    alike = [item for item in found if abs((item.end - item.start).days - (last.end - last.start).days) <= 3]
    return sorted(alike, key=lambda item: (item.end, item.start))


def _within(periods: Sequence[Period], years: tuple[int | None, int | None], indicator: Indicator) -> list[Period]:
    first, last = years
    if first is not None and last is not None and last < first:
        raise UserError(f"A window cannot run from {first} to {last}: it ends before it starts.", "Choose --from and --to again.")
    found = [item for item in periods if (first is None or item.end.year >= first) and (last is None or item.end.year <= last)]
    if not found:
        start, end = min(item.end.year for item in periods), max(item.end.year for item in periods)
        raise UserError(
            f"{indicator.title} runs from {start} to {end}: there is nothing in the years asked for.",
            "Choose --from and --to again.",
        )
    return found


class _Weights:
    """How much each place counts in each period."""

    def __init__(self, atlas: Figures, weights: str, areas: Sequence[Area]) -> None:
        self._atlas, self._areas = atlas, areas
        self._slug = {"population": PEOPLE, "none": ""}.get(weights, weights)
        if self._slug and self._slug in atlas.catalogue and atlas.catalogue.get(self._slug).movement is not Movement.SUM:
            raise UserError(
                f"Places cannot be weighted by {weights}: it is no count.",
                "Give population, none, or a count such as filled-jobs.",
            )
        if weights not in {"population", "none"}:
            atlas.catalogue.get(weights)
        self._keys = self._years()

    def load(self, periods: Sequence[Period]) -> None:
        keys = {key for period in periods if (key := self._key(period)) is not None}
        self._atlas.store.load_columns([(self._slug, "", key) for key in keys])

    def of(self, period: Period) -> tuple[dict[str, float], int | None]:
        """The weight of each place, and the year it is of."""
        if not self._slug:
            return {area.code: 1.0 for area in self._areas}, None
        key = self._key(period)
        column = self._atlas.store.column(self._slug, "", key) if key else {}
        found = {area.code: figure.value for area in self._areas if (figure := column.get(area.code)) and figure.value}
        if len(found) < len(self._areas) and self._slug == PEOPLE:
            # Areas that have ended have no such figure; the people of mid-2019 are known of all.
            known = {area.code: float(area.population) for area in self._areas if area.population}
            if len(known) > len(found):
                return known, None
        return found, Period.parse(key).end.year if key else None

    def _years(self) -> list[str]:
        if not self._slug or not self._areas:
            return []
        return sorted(self._atlas.store.area(self._areas[0].code).get((self._slug, ""), {}))

    def _key(self, period: Period) -> str | None:
        return min(self._keys, key=lambda key: (abs(Period.parse(key).end.year - period.end.year), key), default=None)


def _slice(
    period: Period, areas: Sequence[Area], column: Mapping[str, Figure], weights: _Weights, belongs: Mapping[str, str]
) -> Slice:
    weighed, year = weights.of(period)
    rows, missing = [], []
    for area in areas:
        figure = column.get(area.code)
        if figure is None or figure.value is None or area.code not in weighed or area.code not in belongs:
            missing.append(area.name)
        else:
            rows.append(Row(area, figure.value, figure.lower, figure.upper, weighed[area.code], belongs[area.code]))
    return Slice(period, tuple(rows), tuple(missing), year)


def _refuse_nought(indicator: Indicator, found: Sequence[Slice]) -> None:
    for item in found:
        for row in item.rows:
            if row.value <= 0:
                raise UserError(
                    f"{indicator.title} is {row.value:g} in {row.area.name} in {item.period.label}: "
                    "inequality is measured on values above nought only.",
                    "Choose another indicator, or other years with --from and --to.",
                )


def covered(areas: Sequence[Area]) -> tuple[str, str]:
    """Code and name of what the areas make up together: the UK, Great Britain, England and Wales, or one nation."""
    return _WHOLE.get("".join(sorted({area.nation for area in areas})), _WHOLE["ENSW"])


_WHOLE = {
    "ENSW": ("K02000001", "United Kingdom"),
    "ESW": ("K03000001", "Great Britain"),
    "EW": ("K04000001", "England and Wales"),
    "E": ("E92000001", "England"),
    "W": ("W92000004", "Wales"),
    "S": ("S92000003", "Scotland"),
    "N": ("N92000002", "Northern Ireland"),
}
