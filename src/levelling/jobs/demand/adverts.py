"""Jobs advertised online: by occupation in June 2025, by field of work in October 2022, and their trend to October 2022."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from levelling.atlas import Atlas
from levelling.atlas.local_demand import Profession, professions
from levelling.core.area import Area, Level
from levelling.core.estimate import Estimate
from levelling.core.period import Period
from levelling.jobs.demand.standing import Standing, standing
from levelling.jobs.demand.work import ENGLAND

BY_OCCUPATION, BY_FIELD = "online-adverts-by-occupation", "online-adverts-by-profession"
BY_MONTH, INDEX = "online-adverts-by-month", "online-adverts-index"
_MONTHS = 3
UK = "K02000001"


@dataclass(frozen=True, slots=True)
class Part:
    """One kind of work in the adverts of an area.

    Attributes:
        key: Its key.
        name: Its name.
        adverts: How many adverts.
        share: Of every 100 adverts that are sorted, how many.
        elsewhere: The same share in England; `None` where not published.
    """

    key: str
    name: str
    adverts: float
    share: float
    elsewhere: float | None


@dataclass(frozen=True, slots=True)
class Adverts:
    """Adverts of one month, by kind of work.

    Attributes:
        standing: The area they are counted for.
        indicator: The indicator they were read from.
        classification: How they are sorted: `SOC 2020` or `Textkernel professions`, which are not to be compared.
        period: When.
        whole: All of them, as published.
        parts: By kind of work, most adverts first.
        withheld: Kinds of work with no figure.
        professions: Of the largest fields, the professions with most adverts; empty where not held.
    """

    standing: Standing
    indicator: str
    classification: str
    period: Period
    whole: Estimate
    parts: tuple[Part, ...]
    withheld: tuple[str, ...]
    professions: tuple[Profession, ...] = ()


@dataclass(frozen=True, slots=True)
class Trend:
    """Adverts a month, as means of three months so that one month does not stand for a season.

    Attributes:
        standing: The area they are counted for.
        points: Every month published, oldest first.
        newest: Mean of the last three months.
        year_before: Mean of the same months a year before; `None` where one of them is missing.
        before_pandemic: Mean of the same months of 2019; the same.
    """

    standing: Standing
    points: tuple[Estimate, ...]
    newest: float
    year_before: float | None
    before_pandemic: float | None

    @property
    def months(self) -> tuple[Period, Period]:
        """The first and the last of the three months."""
        return self.points[-_MONTHS].period, self.points[-1].period

    @property
    def on_year(self) -> float | None:
        """By how much in a hundred the newest mean is above the year before's."""
        return _change(self.newest, self.year_before)

    @property
    def on_2019(self) -> float | None:
        """By how much in a hundred the newest mean is above that of 2019."""
        return _change(self.newest, self.before_pandemic)


@dataclass(frozen=True, slots=True)
class JanuaryIndex:
    """Adverts of one January against January 2019, here and in the UK.

    Attributes:
        here: In the place's own authority, January 2019 at 100.
        country: In the United Kingdom.
    """

    here: Estimate
    country: Estimate


def by_occupation(atlas: Atlas, area: Area) -> Adverts | None:
    """Adverts of June 2025 by sub-major group of SOC 2020, for the place or the smallest area around it that has them.

    Example:
        >>> atlas = Atlas.open()
        >>> by_occupation(atlas, atlas.area("Hartlepool")).whole.value
        961.0
    """
    return _adverts(atlas, area, BY_OCCUPATION, "SOC 2020")


def by_field(atlas: Atlas, area: Area) -> Adverts | None:
    """Adverts of October 2022 by field of work, with the professions that had most where they are held."""
    return _adverts(atlas, area, BY_FIELD, "Textkernel professions")


def trend(atlas: Atlas, area: Area) -> Trend | None:
    """Adverts each month to October 2022; `None` where not published for the place or an area around it.

    Example:
        >>> atlas = Atlas.open()
        >>> found = trend(atlas, atlas.area("Hartlepool"))
        >>> found.standing.area.name, round(found.newest)
        ('Tees Valley', 11285)
    """
    where = standing(atlas, BY_MONTH, area)
    if where is None:
        return None
    points = tuple(item for item in atlas.series(BY_MONTH, where.area, "") if item.value is not None)
    if len(points) < _MONTHS:
        return None
    by_month = {(item.period.start.year, item.period.start.month): item.value or 0.0 for item in points}
    last = [(item.period.start.year, item.period.start.month) for item in points[-_MONTHS:]]
    newest = _mean([by_month[month] for month in last])
    before = _mean_of(by_month, [(year - 1, month) for year, month in last])
    in_2019 = _mean_of(by_month, [(2019, month) for _, month in last])
    return Trend(where, points, newest, before, in_2019)


def january(atlas: Atlas, area: Area) -> JanuaryIndex | None:
    """Adverts of the newest January against January 2019, for an authority or region itself.

    A London borough has none: most adverts in London name no borough, and the share that does changes from year to year.
    """
    if INDEX not in atlas.catalogue or (area.level is Level.LAD and area.code.startswith("E09")):
        return None
    series = [item for item in atlas.series(INDEX, area, "") if item.value is not None]
    country = atlas.series(INDEX, atlas.gazetteer.get(UK), "")
    if not series or not country:
        return None
    return JanuaryIndex(series[-1], country[-1])


def _adverts(atlas: Atlas, area: Area, slug: str, classification: str) -> Adverts | None:
    where = standing(atlas, slug, area)
    if where is None:
        return None
    names = atlas.catalogue.get(slug).categories
    whole = atlas.estimate(slug, where.area, None, "")
    known = _known(atlas, slug, where.area, whole.period)
    shares, england = _shares(known), _shares(_known(atlas, slug, atlas.gazetteer.get(ENGLAND), whole.period))
    parts = [Part(key, names[key], count, shares.get(key, 0.0), england.get(key)) for key, count in known.items()]
    parts.sort(key=lambda part: (-part.adverts, part.key))
    found = professions(atlas.store, where.area.code) if slug == BY_FIELD else ()
    withheld = tuple(name for key, name in names.items() if key not in known)
    return Adverts(where, slug, classification, whole.period, whole, tuple(parts), withheld, found)


def _known(atlas: Atlas, slug: str, area: Area, period: Period) -> dict[str, float]:
    """Adverts of each kind of work that has a figure."""
    counts = {key: atlas.estimate(slug, area, period, key).value for key in atlas.catalogue.get(slug).categories}
    return {key: count for key, count in counts.items() if count is not None}


def _shares(known: Mapping[str, float]) -> dict[str, float]:
    """Of every hundred; nothing where there are none at all."""
    total = sum(known.values())
    return {key: 100 * count / total for key, count in known.items()} if total else {}


def _mean_of(by_month: dict[tuple[int, int], float], months: list[tuple[int, int]]) -> float | None:
    found = [by_month[month] for month in months if month in by_month]
    return _mean(found) if len(found) == len(months) else None


def _mean(values: Sequence[float]) -> float:
    return sum(values) / len(values)


def _change(now: float, before: float | None) -> float | None:
    return 100 * (now / before - 1) if before else None
