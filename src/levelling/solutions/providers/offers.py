"""Who could be partners: each provider of a directory, with what it covers where."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date

from levelling.atlas import Atlas
from levelling.core.period import Period
from levelling.core.service import Entry, Service
from levelling.solutions.providers.market import MONTHS
from levelling.solutions.providers.places import Places
from levelling.solutions.providers.survey import months_before
from levelling.solutions.providers.themes import Themes, themes


@dataclass(frozen=True, slots=True)
class Covering:
    """One provider, with what it covers where.

    Attributes:
        id: What tells it from others in the directory.
        name: Its name.
        reach: The local authorities in which it serves each theme, by the theme's short name; none where it could not be placed.
        services: Its services on offer.
        newest: When somebody last looked at one of its entries; `None` where there is no date.
        fresh: Whether that is within the limit.
        placed: Whether any of its services could be placed.
    """

    id: str
    name: str
    reach: Mapping[str, frozenset[str]]
    services: int = 1
    newest: date | None = None
    fresh: bool = False
    placed: bool = True


@dataclass(frozen=True, slots=True)
class Coverings:
    """Every provider of a directory, and what was lost on the way.

    Attributes:
        providers: The providers, by name.
        lost: Entries that could not be used, and services that do not say who offers them.
    """

    providers: tuple[Covering, ...]
    lost: int


def coverings(
    atlas: Atlas, entries: Iterable[Entry], as_of: Period, months: int = MONTHS, among: Themes | None = None
) -> Coverings:
    """Every provider of a directory with what it covers where, by name.

    Args:
        atlas: Where areas are read.
        entries: What the directory holds.
        as_of: The day entries are judged at.
        months: Months after which an entry is stale.
        among: The themes that are looked for.

    Example:
        >>> from levelling.core.service import Provider
        >>> club = Service("1", "Job club", Provider("a", "Step On"), "Help to find work", areas=("Hartlepool",))
        >>> [dict(one.reach) for one in coverings(Atlas.open(), [club], Period.parse("2026-11-28")).providers]
        [{'employability': frozenset({'E06000001'})}]
    """
    known, places = among or themes(), Places(atlas)
    names: dict[str, str] = {}
    reach: dict[str, dict[str, frozenset[str]]] = {}
    counts: dict[str, int] = {}
    newest: dict[str, date] = {}
    placed: set[str] = set()
    lost = 0
    for entry in entries:
        if not isinstance(entry, Service):
            lost += not entry.entry_used
            continue
        if entry.provider is None or not entry.standing.open:
            lost += entry.provider is None
            continue
        id_ = entry.provider.id
        names.setdefault(id_, entry.provider.name)
        counts[id_] = counts.get(id_, 0) + 1
        codes = places.reach(entry).codes
        placed.update([id_] if codes else [])
        held = reach.setdefault(id_, {})
        for theme in known.of(entry):
            held[theme.id] = held.get(theme.id, frozenset()) | codes
        if entry.dated is not None and entry.dated <= as_of.end:
            newest[id_] = max(entry.dated, newest.get(id_, entry.dated))
    limit = months_before(as_of.end, months)
    made = (
        Covering(id_, name, reach[id_], counts[id_], newest.get(id_), newest.get(id_, date.min) >= limit, id_ in placed)
        for id_, name in names.items()
    )
    return Coverings(tuple(sorted(made, key=lambda one: (one.name.casefold(), one.id))), lost)
