"""A vacancy, as far as matching needs to know it: what an advert says, and nothing guessed in silence."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from levelling.jobs.person import Point


class Contract(StrEnum):
    """How secure the work is."""

    PERMANENT = "permanent"
    FIXED_TERM = "fixed term"
    TEMPORARY = "temporary"
    ZERO_HOURS = "zero hours"
    APPRENTICESHIP = "apprenticeship"
    VOLUNTARY = "voluntary"
    UNKNOWN = "not stated"


@dataclass(frozen=True, slots=True)
class Pay:
    """What a vacancy pays for an hour.

    Attributes:
        least: Pounds an hour, the lowest that may be paid.
        most: Pounds an hour, the highest.
        worked_out: How the hourly amounts came from what the advert says ('£22,000 a year at 37.5 hours'); empty where the
            advert gives hourly pay itself.
        modelled: Whether the publisher predicted the pay, so that no employer stated it. Such pay never meets a floor by
            itself: the match says so.
    """

    least: float
    most: float
    worked_out: str = ""
    modelled: bool = False


@dataclass(frozen=True, slots=True)
class Vacancy:
    """One vacancy, with duplicates merged into it.

    Attributes:
        id: The advert's own key, or one made of its employer, title and place.
        title: As advertised.
        employer: As advertised; empty where not stated.
        occupation: The ESCO occupation its title finds; empty where none was found.
        essential: ESCO skills it cannot do without: those of a list of its own, else the essential skills of its occupation, with
            the optional ones that its text speaks of; where no occupation is known, all its text speaks of.
        optional: ESCO skills that help.
        said: Those of both that the advert itself names; the others are what ESCO lists for its occupation.
        point: Where the work is; `None` for work from home or an unknown place.
        place: The place as advertised.
        remote: Whether it can be done from home.
        pay: `None` where not stated or not readable.
        hours: Least and most hours a week; `None` where not stated.
        times: Slots of the week it needs (see `jobs.limits.SLOTS`); `None` where not stated.
        level: The qualification it asks for, as for `Person.level`; `None` where not stated.
        licences: Licences and registrations it needs.
        checks: What its employer looks into after the offer, such as a criminal record (those keys of `facts/jobs/licences.toml`
            that are marked so): no limit, but good to know beforehand.
        demands: What it asks of a body and a life (keys of `facts/jobs/demands.toml`).
        contract: How secure it is.
        protects: Health-protective elements it states (keys of `facts/jobs/protects.toml`): sick pay, a living wage,
            flexible hours, disability confident.
        training: Whether it states training or progression.
        headcount: People wanted.
        posted: When it was advertised.
        closes: When applications close.
        reads: Where it came from: file and row, for the list of what was read.
        merged: Keys of the adverts merged into it.
    """

    id: str
    title: str
    employer: str = ""
    occupation: str = ""
    essential: frozenset[str] = frozenset()
    optional: frozenset[str] = frozenset()
    point: Point | None = None
    place: str = ""
    remote: bool = False
    pay: Pay | None = None
    hours: tuple[float, float] | None = None
    times: frozenset[int] | None = None
    level: int | None = None
    licences: frozenset[str] = frozenset()
    demands: frozenset[str] = frozenset()
    contract: Contract = Contract.UNKNOWN
    protects: frozenset[str] = frozenset()
    training: bool = False
    headcount: int = 1
    posted: date | None = None
    closes: date | None = None
    reads: str = ""
    merged: tuple[str, ...] = ()
    checks: frozenset[str] = frozenset()
    said: frozenset[str] = frozenset()

    @property
    def where(self) -> str:
        """Where the work is, as advertised, or that it is done from home."""
        return "from home" if self.remote else self.place
