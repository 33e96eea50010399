"""From a directory, entry by entry, to the provider market. Memory goes with providers and ids, not with pages."""

import calendar
from collections import Counter, defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date

from levelling.atlas import Atlas
from levelling.core.area import Area, Level
from levelling.core.need import Need
from levelling.core.period import Period
from levelling.core.service import Entry, Problem, Provider, Service
from levelling.solutions.providers.concentration import herfindahl
from levelling.solutions.providers.market import EXTENSION, MONTHS, Gap, Market, Offer, PlaceServed, Served
from levelling.solutions.providers.places import Places, Reach
from levelling.solutions.providers.themes import Kind, Theme, Themes, themes

MOST_PROBLEMS = 10_000
"""Problems that are kept one by one; beyond that they are counted."""


@dataclass(slots=True)
class _Held:
    """What is kept of one provider while a directory is read."""

    name: str
    services: int = 0
    themes: set[str] = field(default_factory=set)
    codes: frozenset[str] = frozenset()
    local: frozenset[str] = frozenset()
    newest: date | None = None


class Survey:
    """A provider market in the making: entries go in one by one, and the market comes out.

    Args:
        atlas: Where areas are read.
        as_of: The day entries are judged at (its last, where it is a longer period).
        area: The place; `None` for everything.
        months: Months after which an entry is stale.
        among: The themes that are looked for.
    """

    def __init__(
        self, atlas: Atlas, as_of: Period, area: Area | None = None, months: int = MONTHS, among: Themes | None = None
    ) -> None:
        self.as_of = as_of
        self.area = area
        self.months = months
        self.themes = among or themes()
        self._atlas = atlas
        self._places = Places(atlas)
        self._within = self._places.authorities(area) if area else None
        self._limit = months_before(as_of.end, months)
        self._held: dict[str, _Held] = {}
        self._counts: Counter[str] = Counter()
        self._services: Counter[str] = Counter()
        self._stale: Counter[str] = Counter()
        self._by_provider: dict[str, Counter[str]] = defaultdict(Counter)
        self._needs: Counter[tuple[str, ...]] = Counter()
        self._here: Counter[str] = Counter()
        self._barriers_here: dict[str, set[str]] = defaultdict(set)
        self._problems: list[Problem] = []
        self._answering: dict[tuple[str, ...], set[str]] = defaultdict(set)

    def add(self, entry: Entry) -> None:
        """Take one entry into account."""
        if isinstance(entry, Problem):
            self._counts["problems"] += 1
            self._counts["lost"] += not entry.entry_used
            if len(self._problems) < MOST_PROBLEMS:
                self._problems.append(entry)
            return
        self._counts["read"] += 1
        if not entry.standing.open:
            self._counts["closed"] += 1
            return
        reach = self._places.reach(entry)
        if not reach.codes:
            self._counts["unplaced"] += 1
            self._counts["postcodes"] += bool(entry.postcodes)
        if self._within is None or reach.codes & self._within:
            self._count(entry, reach)
        elif reach.codes:
            self._counts["elsewhere"] += 1

    def _count(self, service: Service, reach: Reach) -> None:
        found = tuple(theme.id for theme in self.themes.of(service))
        old = self._aged(service.dated)
        self._counts.update(["services", *(name for name in EXTENSION if getattr(service, name))])
        self._counts["nationwide"] += reach.wide
        self._counts["unthemed"] += not found
        self._services.update(found)
        if old:
            self._stale.update(found)
        if found:
            self._needs[found] += 1
        if not reach.wide:
            self._here.update(reach.codes)
            for code in reach.codes:
                self._barriers_here[code].update(found)
        if service.provider is None:
            self._counts["unsigned"] += 1
            return
        self._hold(service.provider, found, reach, service.dated)

    def _hold(self, provider: Provider, found: tuple[str, ...], reach: Reach, dated: date | None) -> None:
        held = self._held.setdefault(provider.id, _Held(provider.name))
        held.services += 1
        held.themes.update(found)
        if not reach.codes <= held.codes:
            held.codes |= reach.codes
        if not reach.wide and not reach.codes <= held.local:
            held.local |= reach.codes
        if dated is not None and dated <= self.as_of.end and (held.newest is None or dated > held.newest):
            held.newest = dated
        for theme in found:
            self._by_provider[theme][provider.id] += 1
        self._answering[found].add(provider.id)

    def _aged(self, dated: date | None) -> bool:
        """Whether an entry is stale, undated or dated ahead; counts which."""
        if dated is None:
            self._counts["undated"] += 1
        elif dated > self.as_of.end:
            self._counts["dated_ahead"] += 1
        elif dated < self._limit:
            self._counts["stale"] += 1
        else:
            return False
        return True

    # -- what comes out

    def market(self, source: str, needs: Iterable[Need] = ()) -> Market:
        """The market of what was taken in so far.

        Args:
            source: What was read, in words.
            needs: The needs of the place that services are held against.
        """
        counts = self._counts
        return Market(
            source=source,
            area=self.area,
            as_of=self.as_of,
            months=self.months,
            read=counts["read"],
            services=counts["services"],
            closed=counts["closed"],
            elsewhere=counts["elsewhere"],
            unplaced=counts["unplaced"],
            unplaced_postcodes=counts["postcodes"],
            nationwide=counts["nationwide"],
            unsigned=counts["unsigned"],
            unthemed=counts["unthemed"],
            stale=counts["stale"],
            undated=counts["undated"],
            dated_ahead=counts["dated_ahead"],
            told={name: counts[name] for name in EXTENSION},
            served=tuple(self._served(theme) for theme in self.themes.all),
            offers=self._offers(),
            places=self._places_served(),
            gaps=tuple(self._gap(need) for need in needs),
            problems=tuple(self._problems),
            problem_count=counts["problems"],
            lost=counts["lost"],
        )

    def _served(self, theme: Theme) -> Served:
        shares = self._by_provider[theme.id]
        most = max(shares.values(), default=0)
        largest = [id_ for id_, count in shares.items() if count == most]
        barriers = {one.id for one in self.themes.all if one.kind is Kind.BARRIER}
        alone = sum(self._held[id_].themes & barriers == {theme.id} for id_ in shares)
        return Served(
            theme=theme,
            services=self._services[theme.id],
            providers=len(shares),
            index=herfindahl(shares.values()),
            largest=self._held[largest[0]].name if len(largest) == 1 else "",
            largest_share=100 * most / shares.total() if shares else None,
            specialists=alone if theme.kind is Kind.BARRIER else None,
            stale=self._stale[theme.id],
        )

    def _offers(self) -> tuple[Offer, ...]:
        kinds = {theme.id: theme.kind for theme in self.themes.all}
        order = {theme.id: at for at, theme in enumerate(self.themes.all)}
        made = []
        for id_, held in self._held.items():
            found = sorted(held.themes, key=order.__getitem__)
            made.append(
                Offer(
                    id=id_,
                    name=held.name,
                    services=held.services,
                    barriers=tuple(name for name in found if kinds[name] is Kind.BARRIER),
                    groups=tuple(name for name in found if kinds[name] is Kind.GROUP),
                    codes=held.codes,
                    newest=held.newest,
                    fresh=held.newest is not None and held.newest >= self._limit,
                )
            )
        return tuple(sorted(made, key=lambda offer: (offer.name.casefold(), offer.id)))

    def _places_served(self) -> tuple[PlaceServed, ...]:
        providers: Counter[str] = Counter()
        known = {theme.id for theme in self.themes.all if theme.kind is Kind.BARRIER}
        for held in self._held.values():
            providers.update(held.local)
        asked = (code for code in self._here if self._within is None or code in self._within)
        areas = sorted((self._atlas.gazetteer.get(code, Level.LAD) for code in asked), key=lambda area: area.name)
        barriers = {area.code: len(self._barriers_here[area.code] & known) for area in areas}
        return tuple(PlaceServed(area, self._here[area.code], providers[area.code], barriers[area.code]) for area in areas)

    def _gap(self, need: Need) -> Gap:
        answering = tuple(theme for theme in self.themes.all if need.id in theme.needs)
        ids = {theme.id for theme in answering}
        services = sum(count for found, count in self._needs.items() if ids & set(found))
        who = set().union(*(held for found, held in self._answering.items() if ids & set(found)))
        rate = 10_000 * services / need.people if need.people and answering else None
        return Gap(need, answering, services, len(who), rate)


def survey(
    atlas: Atlas,
    entries: Iterable[Entry],
    source: str,
    as_of: Period,
    area: Area | None = None,
    months: int = MONTHS,
    needs: Iterable[Need] = (),
) -> Market:
    """The provider market in a directory.

    Args:
        atlas: Where areas are read.
        entries: What the directory holds, one after another; it is walked through once.
        source: What was read, in words.
        as_of: The day entries are judged at.
        area: The place; `None` for everything.
        months: Months after which an entry is stale.
        needs: The needs of the place that services are held against.

    Example:
        >>> club = Service("1", "Job club", Provider("a", "Step On"), "Help to find work", areas=("Hartlepool",))
        >>> market = survey(Atlas.open(), [club], "one service", Period.parse("2026-11-28"))
        >>> [(item.theme.id, item.services, item.meaning) for item in market.served if item.services]
        [('employability', 1, 'rests on one provider')]
    """
    made = Survey(atlas, as_of, area, months)
    for entry in entries:
        made.add(entry)
    return made.market(source, needs)


def months_before(day: date, months: int) -> date:
    """The day so many months earlier, or the last of its month where that month is shorter.

    Example:
        >>> months_before(date(2026, 3, 31), 1).isoformat()
        '2026-02-28'
    """
    at = day.year * 12 + day.month - 1 - months
    year, month = max(at // 12, 1), at % 12 + 1
    return date(year, month, min(day.day, calendar.monthrange(year, month)[1]))
