"""The atlas: what is known about every area, and the way to an estimate."""

from collections.abc import Iterable
from functools import cached_property
from pathlib import Path

from levelling.atlas.catalogue import Catalogue
from levelling.atlas.gazetteer import Gazetteer
from levelling.atlas.movement import MovedFigure, Movements
from levelling.atlas.shapes import Shapes
from levelling.atlas.store import Figure, Store
from levelling.core.area import Area, Level, Overlap
from levelling.core.estimate import Estimate, Status
from levelling.core.indicator import Indicator, Release
from levelling.core.period import Period


class Atlas:
    """Every area, indicator and figure, opened read-only.

    Example:
        >>> atlas = Atlas.open()
        >>> hartlepool = atlas.area("Hartlepool")
        >>> atlas.estimate("employment-rate", hartlepool).indicator.unit
        '%'
    """

    def __init__(self, store: Store, catalogue: Catalogue) -> None:
        self.store = store
        self.catalogue = catalogue

    @classmethod
    def open(cls, folder: Path | None = None, only: Iterable[str] = ()) -> "Atlas":
        """Open a folder of figures; by default those that come with the package.

        Args:
            folder: Where the figures are.
            only: Indicators that will be asked for; all where none is named. What needs a few figures of every area in the
                country is then done in a fraction of the time, and no other indicator is known.

        Raises:
            UserError: There are no figures there.
        """
        wanted = tuple(only)
        store = Store(folder, only=wanted)
        catalogue = Catalogue.load().among(store.ledger.entries)
        return cls(store, Catalogue(item for item in catalogue.all() if item.slug in wanted) if wanted else catalogue)

    @cached_property
    def gazetteer(self) -> Gazetteer:
        """Every area by name and code, and how they nest and changed."""
        return Gazetteer.from_store(self.store)

    @cached_property
    def movements(self) -> Movements:
        """How figures move between areas, by small-area population."""
        return Movements(self.store, self.gazetteer)

    @cached_property
    def shapes(self) -> Shapes:
        """The shapes of areas, for maps."""
        return Shapes(self.store)

    def area(self, name: str, level: Level | None = None) -> Area:
        """The area a person means by a name or code.

        Raises:
            UnknownArea: No area has the name; near names are offered.
            AmbiguousArea: Several have it; the choices are listed.
            AbolishedArea: It has ended; its successors are named.
        """
        return self.gazetteer.find(name, level=level)

    def release(self, key: str) -> Release:
        """A release in the ledger, by its key."""
        return self.store.ledger.entries[key].release

    def held(self, keys: Iterable[str]) -> tuple[Release, ...]:
        """Those of some releases that the figures hold: a figure-set may be built without them."""
        return tuple(self.release(key) for key in dict.fromkeys(keys) if key in self.store.ledger.entries)

    def releases_of(self, slugs: Iterable[str]) -> tuple[Release, ...]:
        """The releases that indicators are read from, each once."""
        return tuple(self.release(key) for key in dict.fromkeys(self.catalogue.get(slug).release for slug in slugs))

    def estimate(self, slug: str, area: Area, period: Period | None = None, category: str | None = None) -> Estimate:
        """One indicator in one area: the newest period, or the one asked for.

        Where nothing is published for the area itself and the indicator may be moved, the estimate is made from the areas
        it is published for, and says so in `moved`. Where there is none, `value` is `None` and `why_absent` says why.

        Args:
            slug: The indicator.
            area: Where.
            period: When; `None` for the newest there is.
            category: Which category; `None` for the one a plan shows.
        """
        indicator = self.catalogue.get(slug)
        wanted = indicator.category if category is None else category
        series = self.store.area(area.code).get((slug, wanted), {})
        if series:
            key = self._newest(series) if period is None else period.iso
            if key in series:
                return self._estimate(indicator, area, key, wanted, series[key])
            if period is not None and self.movements.published(slug, wanted, area, period.iso):
                return self._absent(
                    indicator, area, period, wanted, f"No figure is published for {area.name} for {period.label}."
                )
        moved = self.movements.move(indicator, area, wanted, period.iso if period else None)
        if moved is not None:
            return self._from_moved(indicator, area, wanted, moved)
        return self._absent(indicator, area, period or Period.year(1), wanted, self.movements.why_absent(indicator, area, wanted))

    def series(self, slug: str, area: Area, category: str | None = None) -> list[Estimate]:
        """Every period published for the area, oldest first. Empty where none is."""
        indicator = self.catalogue.get(slug)
        wanted = indicator.category if category is None else category
        found = self.store.area(area.code).get((slug, wanted), {})
        made = [self._estimate(indicator, area, key, wanted, figure) for key, figure in found.items()]
        return sorted(made, key=lambda estimate: (estimate.period.end, estimate.period.start))

    def latest(self, area: Area, slugs: Iterable[str] | None = None) -> list[Estimate]:
        """The newest estimate of each indicator, in the order of a plan; those a plan shows, or the ones named."""
        wanted = [item.slug for item in self.catalogue.all(headline=True)] if slugs is None else list(slugs)
        return [self.estimate(slug, area) for slug in wanted]

    def column(self, slug: str, level: Level, period: Period | None = None, category: str | None = None) -> list[Estimate]:
        """Every current area of a level with a published value, in code order: for the newest period, or the one asked for."""
        indicator = self.catalogue.get(slug)
        wanted = indicator.category if category is None else category
        key = period.iso if period else self.newest_period(slug, level, wanted)
        if key is None:
            return []
        found = self.store.column(slug, wanted, key)
        areas = [area for area in self.gazetteer.all(level) if area.code in found]
        return [
            self._estimate(indicator, area, key, wanted, found[area.code]) for area in sorted(areas, key=lambda area: area.code)
        ]

    def newest_period(self, slug: str, level: Level, category: str = "") -> str | None:
        """The newest period for which at least half of the level's published areas have a value; ISO 8601."""
        return self.movements.coverage.newest_periods(level).get((slug, category))

    def overlaps(self, area: Area, level: Level | None = None) -> list[Overlap]:
        """The bodies an area shares people with, most people first."""
        return self.movements.overlaps(area, level)

    def neighbours(self, area: Area, basis: str = "global") -> list[Area]:
        """The 20 areas that ONS finds most like this one, nearest first; empty where ONS gives none.

        Args:
            area: A local authority (or county).
            basis: `global`, `economic` or `demographic`: the variables ONS used.
        """
        sql = "SELECT neighbour_code FROM neighbours WHERE code = $1 AND basis = $2 ORDER BY position"
        return [self.gazetteer.get(code) for (code,) in self.store.query(sql, [area.code, basis])]

    def _newest(self, series: dict[str, Figure]) -> str:
        present = [key for key, figure in series.items() if figure.value is not None]
        return max(present or series, key=lambda key: (Period.parse(key).end, Period.parse(key).start))

    def _estimate(self, indicator: Indicator, area: Area, key: str, category: str, figure: Figure) -> Estimate:
        absent = "" if figure.value is not None else "The publisher withheld it or could not measure it reliably."
        return Estimate(
            indicator=indicator,
            area=area,
            period=Period.parse(key),
            value=figure.value,
            lower=figure.lower,
            upper=figure.upper,
            status=Status(figure.status),
            release=self.release(figure.release),
            category=category,
            why_absent=absent,
        )

    def _from_moved(self, indicator: Indicator, area: Area, category: str, made: MovedFigure) -> Estimate:
        return Estimate(
            indicator=indicator,
            area=area,
            period=Period.parse(made.period),
            value=made.value,
            lower=made.lower,
            upper=made.upper,
            status=made.status,
            release=self.release(made.release),
            category=category,
            moved=made.moved,
        )

    def _absent(self, indicator: Indicator, area: Area, period: Period, category: str, why: str) -> Estimate:
        return Estimate(
            indicator=indicator,
            area=area,
            period=period,
            value=None,
            lower=None,
            upper=None,
            status=Status.MISSING,
            release=self.release(indicator.release),
            category=category,
            why_absent=why,
        )
