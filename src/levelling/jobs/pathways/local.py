"""How many people of a place work in each group of occupations, and how many adverts there are for it."""

from collections.abc import Mapping
from dataclasses import replace

from levelling.atlas import Atlas
from levelling.core.area import Area
from levelling.core.period import Period
from levelling.jobs.pathways.result import Presence

NEWEST = ("SOC 2020", "soc2020", "employment-by-occupation", None)
"""England, the newest year; published without margins."""
MEASURED = ("SOC 2010", "soc2010", "employment-by-occupation-soc2010", Period.year(2020))
"""Great Britain, with margins. After 2020 the publisher found people coded to the wrong occupation."""

ADVERTS = "online-adverts-by-occupation"
"""Adverts by sub-major group of SOC 2020, where the work is."""


def presence(atlas: Atlas, area: Area) -> Mapping[str, Presence]:
    """People of a place in each sub-major group, by its two digits.

    The newest figures come first; where a group has none there (outside England, or withheld), the last ones with margins stand
    in, under the older classification, and say so. They count people who live there, wherever they work. Adverts stand beside.

    Example:
        >>> atlas = Atlas.open()
        >>> presence(atlas, atlas.area("Hartlepool"))["71"].group
        'Sales occupations'
    """
    found: dict[str, Presence] = {}
    for name, key, slug, period in (MEASURED, NEWEST):
        titles = atlas.catalogue.get(slug).categories
        for code, category in _groups(atlas, key):
            told = atlas.estimate(slug, area, period, category)
            if told.value is None and code in found:
                continue
            when = told.period.label if told.value is not None else ""
            found[code] = Presence(titles[category], told.value, told.lower, told.upper, when, name)
    for code, category in _groups(atlas, NEWEST[1]):
        told = atlas.estimate(ADVERTS, area, None, category)
        if told.value is not None and code in found:
            found[code] = replace(found[code], adverts=told.value, adverts_period=told.period.label)
    return dict(sorted(found.items()))


def _groups(atlas: Atlas, key: str) -> list[tuple[str, str]]:
    if not atlas.store.has("automation_shares"):
        return []
    sql = "SELECT code, occupation FROM automation_shares WHERE classification = ? ORDER BY code"
    return [(code, category) for code, category in atlas.store.query(sql, [key])]
