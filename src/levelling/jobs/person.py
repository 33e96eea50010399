"""A person who looks for work, as far as matching needs to know them: no name, no date of birth, no address."""

from dataclasses import dataclass
from enum import StrEnum


class Mode(StrEnum):
    """How somebody gets to work."""

    WALK = "walk"
    CYCLE = "cycle"
    BUS = "bus"
    CAR = "car"


@dataclass(frozen=True, slots=True)
class Point:
    """Where somebody lives or works, as exactly as a file says.

    Attributes:
        latitude: Degrees north.
        longitude: Degrees east.
        blur: Kilometres by which the true place may lie off: 0 for coordinates or a full postcode, the size of the area
            where only a postcode sector, a neighbourhood or an authority is known.
        said: The place in the file's own words, shown to the user and used nowhere else.
    """

    latitude: float
    longitude: float
    blur: float = 0.0
    said: str = ""


@dataclass(frozen=True, slots=True)
class Reach:
    """How far somebody can travel one way: by one mode, in minutes or kilometres.

    Attributes:
        mode: How.
        minutes: At most, door to door; `None` where kilometres are given.
        km: At most, as the crow flies; `None` where minutes are given.
    """

    mode: Mode
    minutes: float | None = None
    km: float | None = None


@dataclass(frozen=True, slots=True)
class Person:
    """One person on a caseload.

    Attributes:
        id: The caller's own key.
        point: Where they live; `None` where unknown (only remote work can then be matched).
        reach: The ways they can travel, the farthest of which counts; empty: wherever they can walk (a stated default).
        occupations: ESCO occupations they have done, newest first.
        wants: ESCO occupations they would like to do, best first; empty: what they have done.
        skills: ESCO skills they have, named by themselves, or taken from what they have done, or both.
        level: The highest qualification, as a level of the Regulated Qualifications Framework (0 none, 2 GCSE, 3 A level, 6
            degree, 8 doctorate); `None` where unknown.
        hours: Least and most hours a week they can work; `None` where they set no limit.
        times: Slots of the week they can work (see `jobs.limits.SLOTS`); `None` where any will do.
        floor: The least hourly pay they can take, in pounds; `None` for the legal minimum.
        licences: Licences and registrations they hold (keys of `facts/jobs/licences.toml`).
        limits: What the work must not ask of them (keys of `facts/jobs/demands.toml`), for health, caring or any other reason.
        remote_only: Whether only work from home will do.
        furthest: Whether they count among those furthest from work, for whom floors of fairness are kept.
    """

    id: str
    point: Point | None = None
    reach: tuple[Reach, ...] = ()
    occupations: tuple[str, ...] = ()
    wants: tuple[str, ...] = ()
    skills: frozenset[str] = frozenset()
    level: int | None = None
    hours: tuple[float, float] | None = None
    times: frozenset[int] | None = None
    floor: float | None = None
    licences: frozenset[str] = frozenset()
    limits: frozenset[str] = frozenset()
    remote_only: bool = False
    furthest: bool = False
