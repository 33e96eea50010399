"""Enterprises by size and industry, and how much of a place's work is in health, education and public administration."""

from dataclasses import dataclass

from levelling.atlas import Atlas
from levelling.core.area import Area, Level
from levelling.core.estimate import Estimate, Status

BY_SIZE, LARGE, MEDIUM = "enterprises-by-size", "large-enterprises-by-industry", "medium-enterprises-by-industry"
JOBS = "jobs-by-industry"
PUBLIC = ("health-and-social-work", "education", "public-administration")
"""Industries where most of the work is paid for by the public, whoever the employer is."""
_ALL = 0.995
"""Share of a place's people that a wider area must hold for its figures to stand in."""


@dataclass(frozen=True, slots=True)
class PublicWork:
    """Jobs in the industries of public services, where the work is.

    Attributes:
        area: The area the jobs are counted for: the place, or the smallest area with figures that holds it.
        whole: All jobs there.
        parts: Jobs in health and social work, in education, and in public administration and defence.
    """

    area: Area
    whole: Estimate
    parts: tuple[Estimate, ...]

    @property
    def share(self) -> float:
        """Share of all jobs, in percent."""
        return 100 * self.jobs / (self.whole.value or 1.0)

    @property
    def jobs(self) -> float:
        """Jobs in the three together."""
        return sum(item.value or 0.0 for item in self.parts)


@dataclass(frozen=True, slots=True)
class Employers:
    """What is counted of employers.

    Attributes:
        sizes: Enterprises of every size, then all of them; empty where not published.
        large: Enterprises of 250 people or more, by industry, most first; only those that do not round to nought.
        medium: Enterprises of 50 to 249 people, the same.
        wider: Large enterprises of the area around, where the number here rounds to nought; `None` where it does not.
        public: Jobs in the industries of public services; `None` where not published.
    """

    sizes: tuple[Estimate, ...]
    large: tuple[Estimate, ...]
    medium: tuple[Estimate, ...]
    wider: Estimate | None
    public: PublicWork | None

    def of(self, size: str) -> Estimate | None:
        """The number of enterprises of one size; `None` where not published."""
        return next((item for item in self.sizes if item.category == size), None)


def employers(atlas: Atlas, area: Area) -> Employers:
    """What is counted of a place's employers: enterprises by size and industry in 2022, jobs by industry in 2019.

    Example:
        >>> atlas = Atlas.open()
        >>> employers(atlas, atlas.area("Hartlepool")).of("medium").value
        30.0
    """
    sizes = _sizes(atlas, area)
    large = next((item for item in sizes if item.category == "large"), None)
    wider = _wider_large(atlas, area) if large is not None and not large.value else None
    return Employers(sizes, _by_industry(atlas, area, LARGE), _by_industry(atlas, area, MEDIUM), wider, _public(atlas, area))


def _sizes(atlas: Atlas, area: Area) -> tuple[Estimate, ...]:
    if BY_SIZE not in atlas.catalogue:
        return ()
    keys = ("large", "medium", "small", "micro", "")
    found = [atlas.estimate(BY_SIZE, area, None, key) for key in keys]
    return tuple(found) if all(item.value is not None for item in found) else ()


def _by_industry(atlas: Atlas, area: Area, slug: str) -> tuple[Estimate, ...]:
    if slug not in atlas.catalogue:
        return ()
    found = [atlas.estimate(slug, area, None, key) for key in atlas.catalogue.get(slug).categories]
    # A share of a body moved by people may be less than one whole enterprise: that is none to speak of.
    return tuple(
        sorted((item for item in found if round(item.value or 0.0)), key=lambda item: (-(item.value or 0), item.category))
    )


def _wider_large(atlas: Atlas, area: Area) -> Estimate | None:
    for wider in _around(atlas, area, (Level.CAUTH, Level.LEP)):
        found = atlas.estimate(BY_SIZE, wider, None, "large")
        if found.value:
            return found
    return None


def _public(atlas: Atlas, area: Area) -> PublicWork | None:
    """Of the place where it is counted, else of the smallest area around it that is; shared out by people only where neither is.

    Work does not lie where people live: by its people, Camden would be given nearly all the jobs of the City of London.
    """
    if JOBS not in atlas.catalogue:
        return None
    shared: PublicWork | None = None
    for one in (area, *_around(atlas, area, (Level.ITL3, Level.ITL2, Level.LEP))):
        whole = atlas.estimate(JOBS, one, None, "")
        parts = [atlas.estimate(JOBS, one, whole.period if whole.value else None, key) for key in PUBLIC]
        if whole.value and all(item.value is not None for item in parts):
            found = PublicWork(one, whole, tuple(parts))
            if whole.status is not Status.MODELLED:
                return found
            shared = shared or found
    return shared


def _around(atlas: Atlas, area: Area, levels: tuple[Level, ...]) -> list[Area]:
    """Areas of some levels that hold the whole place, in the order of the levels."""
    found = [one for level in levels for one in atlas.overlaps(area, level) if one.share_here >= _ALL]
    return [one.area for one in found]
