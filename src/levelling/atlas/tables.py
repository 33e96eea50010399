"""Figures as tables: one indicator across areas and time, and what there is in all."""

from collections.abc import Sequence

from levelling.atlas.atlas import Atlas
from levelling.atlas.table import Cell, Table
from levelling.core.area import Area, Level
from levelling.core.choice import category_of
from levelling.core.errors import NotEnoughData, UserError
from levelling.core.indicator import Indicator
from levelling.core.period import Period, UnreadablePeriod

_COLUMNS = ("indicator", "area_code", "area_name", "period", "category", "value", "lower", "upper", "status", "source")
_COUNTS = "indicator, list(DISTINCT period), count(DISTINCT area_code), count(*), list(DISTINCT release)"
_ABOUT = (
    ("indicator", "The indicator's slug."),
    ("area_code", "The statistical code of the area."),
    ("area_name", "The name of the area."),
    ("period", "ISO 8601: a year, a month, a day, or an interval."),
    ("category", "The category within the indicator's dimension; empty for the whole."),
    ("value", "The number, in the indicator's unit."),
    ("lower", "Lower end of the publisher's 95% interval; empty where none is published."),
    ("upper", "Upper end of it."),
    ("status", "normal, unreliable, provisional, missing or modelled."),
    ("source", "The publisher and release."),
)


def indicator_table(
    atlas: Atlas,
    slug: str,
    *,
    areas: Sequence[Area] = (),
    level: Level | None = None,
    period: str = "latest",
    category: str | None = None,
) -> Table:
    """One indicator's published figures.

    Args:
        atlas: The atlas to read.
        slug: The indicator.
        areas: Which areas; where empty, every area of `level`.
        level: Every current area of this level; where neither is given, every area that has a figure.
        period: `latest` (the newest period each area has), `all`, or one period in ISO 8601.
        category: One category, `all`, or `None` for the one a plan shows.

    Raises:
        UserError: The period or category cannot be read.
        NotEnoughData: Nothing is published for what was asked; says what there is.

    Example:
        >>> atlas = Atlas.open()
        >>> indicator_table(atlas, "employment-rate", level=Level.NATION).columns[:4]
        ('indicator', 'area_code', 'area_name', 'period')
    """
    indicator = atlas.catalogue.get(slug)
    clauses, parameters = ["indicator = ?"], [indicator.slug]
    wanted = _category(indicator, category)
    if wanted is not None:
        clauses.append("category = ?")
        parameters.append(wanted)
    if period not in {"latest", "all"}:
        clauses.append("period = ?")
        parameters.append(_period(period))
    chosen = list(areas) or (list(atlas.gazetteer.all(level)) if level else None)
    rows = _read(atlas, clauses, parameters, chosen)
    if period == "latest":
        rows = _newest(rows)
    if not rows:
        raise NotEnoughData(_nothing(indicator, areas, level, period), _what_there_is(atlas, indicator))
    return Table(_COLUMNS, tuple(rows), _ABOUT, f"{indicator.title} ({indicator.unit})", _notes(atlas, indicator))


def coverage_table(atlas: Atlas) -> Table:
    """Every indicator with its publisher, periods and number of areas."""
    sql = (
        f"SELECT {_COUNTS} FROM estimates GROUP BY 1 UNION ALL SELECT {_COUNTS} FROM small_area_figures "
        "WHERE indicator NOT IN (SELECT indicator FROM estimates) GROUP BY 1"
    )
    counts = {slug: rest for slug, *rest in atlas.store.query(sql)}
    rows: list[tuple[Cell, ...]] = []
    for item in atlas.catalogue.all():
        periods, areas, figures, releases = counts.get(item.slug, ([], 0, 0, []))
        ordered = sorted(map(Period.parse, periods), key=lambda period: (period.end, period.start))
        first, last = (ordered[0].iso, ordered[-1].iso) if ordered else (None, None)
        release = atlas.release(min(releases)) if releases else None
        rows.append(
            (
                item.slug,
                item.title,
                item.unit,
                item.topic.value,
                item.framework.value,
                item.direction.value,
                item.publisher,
                release.title if release else None,
                release.licence if release else None,
                item.official_status.value,
                first,
                last,
                areas,
                figures,
                bool(item.frozen),
            )
        )
    columns = ("slug", "title", "unit", "topic", "framework", "direction", "publisher", "release", "licence", "official_status")
    return Table((*columns, "first_period", "last_period", "areas", "rows", "frozen"), tuple(rows), (), "Indicators")


def periods_of(atlas: Atlas, slug: str, level: Level, category: str = "") -> list[Period]:
    """Every period for which any current area of a level has a published value, oldest first.

    Args:
        atlas: The atlas to read.
        slug: The indicator.
        level: The level of the areas.
        category: The category; empty for the whole.

    Example:
        >>> periods_of(Atlas.open(), "gross-median-weekly-pay", Level.LAD)[0].iso
        '2008-04-16'
    """
    sql = "SELECT DISTINCT period, area_code FROM estimates WHERE indicator = ? AND category = ? AND value IS NOT NULL"
    codes = {area.code for area in atlas.gazetteer.all(level)}
    found = {period for period, code in atlas.store.query(sql, [slug, category]) if code in codes}
    return sorted(map(Period.parse, found), key=lambda period: (period.end, period.start))


def _category(indicator: Indicator, category: str | None) -> str | None:
    return None if category == "all" else category_of(indicator, category)


def _period(text: str) -> str:
    try:
        return Period.parse(text).iso
    except UnreadablePeriod as error:
        raise UserError(str(error)) from error


def _read(atlas: Atlas, clauses: list[str], parameters: list[str], areas: list[Area] | None) -> list[tuple[Cell, ...]]:
    sql = f"SELECT period, category, area_code, value, lower, upper, status, release FROM estimates WHERE {' AND '.join(clauses)}"
    slug = parameters[0]
    by_code = {area.code: area.name for area in areas} if areas is not None else None
    rows: list[tuple[Cell, ...]] = []
    for period, category, code, value, lower, upper, status, release in atlas.store.query(sql, parameters):
        if by_code is not None and code not in by_code:
            continue
        name = by_code[code] if by_code else atlas.gazetteer.get(code).name
        source = atlas.release(release)
        rows.append((slug, code, name, period, category, value, lower, upper, status, f"{source.publisher}: {source.title}"))
    return sorted(rows, key=lambda row: (str(row[1]), str(row[4]), Period.parse(str(row[3]))))


def _newest(rows: list[tuple[Cell, ...]]) -> list[tuple[Cell, ...]]:
    newest: dict[tuple[Cell, Cell], tuple[Cell, ...]] = {}
    for row in rows:
        key = (row[1], row[4])
        old = newest.get(key)
        if old is None or row[5] is not None or old[5] is None:
            newest[key] = row
    return list(newest.values())


def _nothing(indicator: Indicator, areas: Sequence[Area], level: Level | None, period: str) -> str:
    where = ", ".join(area.name for area in areas) or (f"any {level.words}" if level else "any area")
    when = "" if period in {"latest", "all"} else f" for {period}"
    return f"{indicator.title} is not published for {where}{when}."


def _what_there_is(atlas: Atlas, indicator: Indicator) -> str:
    sql = "SELECT DISTINCT area_code, period FROM estimates WHERE indicator = ?"
    found = atlas.store.query(sql, [indicator.slug])
    if not found:
        return "It is published for small areas only."
    levels = {area.level for code in {code for code, _ in found} if (area := atlas.gazetteer.get(code)).is_current}
    periods = sorted((Period.parse(period) for period in {period for _, period in found}), key=lambda period: period.end)
    spans = f"from {periods[0].iso} to {periods[-1].iso}" if len(periods) > 1 else f"for {periods[0].iso}"
    return f"There are figures {spans} for these levels: {', '.join(sorted(level.value for level in levels))}."


def _notes(atlas: Atlas, indicator: Indicator) -> tuple[str, ...]:
    release = atlas.release(indicator.release)
    when = f", {release.released.isoformat()}" if release.released else ""
    notes = [f"Source: {release.publisher}, {release.title}{when}. {release.licence}. {release.address}"]
    notes.append(f"Status: {indicator.official_status.value}.")
    notes += [item for item in (indicator.frozen, *indicator.caveats) if item]
    return tuple(notes)
