"""Vacancies across the United Kingdom, for every 100 jobs: the only series that is up to date, and for no place within it."""

from levelling.atlas import Atlas
from levelling.jobs.demand.adverts import UK
from levelling.jobs.demand.result import Country

PER_100 = "vacancies-per-100-jobs"
_HIGHEST = 3


def country(atlas: Atlas) -> Country | None:
    """The newest three months; `None` where the figures are without.

    Example:
        >>> country(Atlas.open()).rate
        2.3
    """
    if PER_100 not in atlas.catalogue:
        return None
    kingdom = atlas.gazetteer.get(UK)
    series = [item for item in atlas.series(PER_100, kingdom, "") if item.value is not None]
    if not series:
        return None
    newest = series[-1]
    start = newest.period.start
    before = next((item.value for item in series if item.period.start == start.replace(year=start.year - 1)), None)
    names = atlas.catalogue.get(PER_100).categories
    found = [(names[key], atlas.estimate(PER_100, kingdom, newest.period, key).value) for key in names if key != "services"]
    rates = sorted(((name, rate) for name, rate in found if rate is not None), key=lambda pair: (-pair[1], pair[0]))
    return Country(newest.value or 0.0, before, newest.period.label, tuple(rates[:_HIGHEST]))
