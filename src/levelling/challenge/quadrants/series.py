"""Where the quadrants read: levels against the UK, and real output for each hour or job.

ITL areas, regions, nations and combined authorities have a chained volume index of output per hour and per job. Local
authorities have none: theirs is worked out here, as real output (chained volume) over hours or jobs. The UK's is then worked
out the same way, so that like is held against like.
"""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

from levelling.atlas.reading import Figures
from levelling.challenge.quadrants.kinds import UK, Per, Way
from levelling.core.area import Level
from levelling.core.errors import UserError

REAL_OUTPUT = "gva-volume"
Look = Callable[[str, int, str], float | None]
"""Gives the figure of an indicator, a year and an area code; `None` where there is none."""


@dataclass(frozen=True, slots=True)
class Series:
    """Levels and real output, one area and year at a time.

    Attributes:
        look: Where single figures are read.
        worked: Whether real output per hour or job is worked out here (local authorities) or published.
    """

    look: Look
    worked: bool

    def level(self, way: Way, code: str) -> float | None:
        """Output per hour or job at the start of the window, UK = 100."""
        return self.look(way.index_slug, way.start, code)

    def growth(self, way: Way, code: str) -> float | None:
        """Real growth over the window, as a share: 0.05 is 5% in all."""
        before, after = self._real(way.per, way.start, code), self._real(way.per, way.end, code)
        return after / before - 1 if before and after else None

    def _real(self, per: Per, year: int, code: str) -> float | None:
        if not self.worked:
            return self.look(per.volume_slug, year, code)
        output, divisor = self.look(REAL_OUTPUT, year, code), self.look(per.divisor_slug, year, code)
        return output / divisor if output and divisor else None


def by_column(atlas: Figures, level: Level, looked: Iterable[Way]) -> Series:
    """The series of every area of a level, read in bulk."""
    worked = level == Level.LAD
    keys: dict[tuple[str, str, str], None] = {}
    for way in looked:
        keys[way.index_slug, "", str(way.start)] = None
        for year in (way.start, way.end):
            keys.update(dict.fromkeys((slug, "", str(year)) for slug in _real_slugs(way.per, worked=worked)))
    atlas.store.load_columns(keys)

    def look(slug: str, year: int, code: str) -> float | None:
        figure = atlas.store.column(slug, "", str(year)).get(code)
        return figure.value if figure else None

    return Series(look, worked)


def by_area(atlas: Figures, codes: Sequence[str], level: Level) -> Series:
    """The series of a few areas, read one area at a time: for the plan of one place."""
    atlas.store.load_areas(codes)

    def look(slug: str, year: int, code: str) -> float | None:
        figure = atlas.store.area(code).get((slug, ""), {}).get(str(year))
        return figure.value if figure else None

    return Series(look, level == Level.LAD)


def span(atlas: Figures, level: Level) -> dict[Per, tuple[int, int]]:
    """The first and last year for which the UK has a level and real output, for each measure."""
    held = atlas.store.area(UK)
    found = {}
    for per in Per:
        slugs = (per.index_slug, *_real_slugs(per, worked=level == Level.LAD))
        years = set.intersection(*({int(key) for key in held.get((slug, ""), {}) if key.isdigit()} for slug in slugs))
        if years:
            found[per] = (min(years), max(years))
    return found


def checked(atlas: Figures, level: Level, chosen: Way) -> tuple[int, int]:
    """The first and last year of the series, once the window asked for lies inside it.

    Raises:
        UserError: It does not, or ends before it starts, or local authorities were asked for unsmoothed.
    """
    found = span(atlas, level).get(chosen.per)
    if found is None:
        raise UserError(f"The figures hold no {chosen.per.words} for the United Kingdom.", "Build the figures again.")
    first, last = found
    if chosen.start >= chosen.end:
        raise UserError(
            f"A window cannot run from {chosen.start} to {chosen.end}: it has to end after it starts.",
            "Choose --from and --to again.",
        )
    if not first <= chosen.start or not chosen.end <= last:
        raise UserError(
            f"The window {chosen.start} to {chosen.end} is outside the series: {chosen.per.words} runs from {first} to {last}.",
            "Choose --from and --to between them.",
        )
    if level == Level.LAD and not chosen.smoothed:
        raise UserError(
            "Output per hour and per job of local authorities is published smoothed only.",
            "Leave out --unsmoothed, or ask for --level itl3.",
        )
    return first, last


def _real_slugs(per: Per, *, worked: bool) -> tuple[str, ...]:
    return (REAL_OUTPUT, per.divisor_slug) if worked else (per.volume_slug,)
