"""How far things are, and how far somebody can go: rough times from cited speeds, told as rough."""

import math
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from pathlib import Path
from typing import Annotated, Literal

from pydantic import Field, model_validator

from levelling.atlas.declared import SourceFile, Strict
from levelling.atlas.own_file import read_own_file
from levelling.core.words import listed
from levelling.jobs.person import Mode, Person, Point, Reach

EARTH = 6371.0
"""Mean radius of the earth in kilometres."""
_SHIPPED = Path(str(files("levelling") / "facts" / "jobs" / "travel.toml"))
_Basis = Literal["source", "judgement"]
_Minutes = Annotated[float, Field(ge=0, le=120)]


class _Told(Strict):
    basis: _Basis
    reason: Annotated[str, Field(min_length=10)]
    source: str = ""


class _Detour(_Told):
    value: Annotated[float, Field(ge=1, le=5)]


class _Speed(_Told):
    kmh: Annotated[float, Field(gt=0, le=200)]


class _Before(_Told):
    walk: _Minutes
    cycle: _Minutes
    bus: _Minutes
    car: _Minutes


class _OnFoot(_Told):
    minutes: Annotated[float, Field(gt=0, le=240)]


class _File(Strict):
    detour: _Detour
    speed: dict[Mode, _Speed]
    before: _Before
    on_foot: Annotated[_OnFoot, Field(alias="on-foot")]
    sources: dict[str, SourceFile] = Field(default_factory=dict)

    @model_validator(mode="after")
    def _whole(self) -> "_File":
        missing = [mode.value for mode in Mode if mode not in self.speed]
        told = (self.detour, *self.speed.values(), self.before, self.on_foot)
        strange = sorted({one.source for one in told if one.source and one.source not in self.sources})
        unnamed = any(one.basis == "source" and not one.source for one in told)
        faults = [f"there is no speed for {listed(missing)}"] if missing else []
        faults += [f"there is no source called {listed(strange)}"] if strange else []
        faults += ["what has the basis 'source' must name one"] if unnamed else []
        if faults:
            raise ValueError("; ".join(faults))
        return self


@dataclass(frozen=True, slots=True)
class Travel:
    """How a way to work is reckoned.

    Attributes:
        speeds: Kilometres an hour by mode.
        before: Minutes by mode that are not on the way: a stop and a wait, parking.
        detour: How much longer the way is than a straight line.
        on_foot: Minutes on foot taken for somebody of whom nothing is said.
    """

    speeds: Mapping[Mode, float]
    before: Mapping[Mode, float]
    detour: float
    on_foot: float

    def km(self, reach: Reach) -> float:
        """Kilometres as the crow flies that somebody can go.

        Example:
            >>> round(travel().km(Reach(Mode.WALK, minutes=30)), 1), travel().km(Reach(Mode.BUS, km=12))
            (2.0, 12)
        """
        if reach.km is not None:
            return reach.km
        minutes = max((reach.minutes or 0.0) - self.before[reach.mode], 0.0)
        return minutes / 60 * self.speeds[reach.mode] / self.detour

    def minutes(self, km: float, mode: Mode) -> float:
        """Around how many minutes a straight distance takes, door to door.

        Example:
            >>> round(travel().minutes(2.0, Mode.WALK))
            30
        """
        return self.before[mode] + km * self.detour / self.speeds[mode] * 60

    def reach(self, person: Person) -> float:
        """Kilometres as the crow flies that somebody can go by the farthest of their ways; -1 where only work from home will do.

        Example:
            >>> from levelling.jobs.person import Person
            >>> round(travel().reach(Person("a")), 1), travel().reach(Person("b", remote_only=True))
            (2.0, -1.0)
        """
        if person.remote_only:
            return -1.0
        return max((self.km(way) for way in person.reach), default=self.km(Reach(Mode.WALK, minutes=self.on_foot)))


@cache
def travel(path: Path | None = None) -> Travel:
    """How a way to work is reckoned, as declared in `facts/jobs/travel.toml` or in a file of a user's own.

    Raises:
        UserError: The file cannot be used; every fault is told.
    """
    said = read_own_file(path or _SHIPPED, _File, "file of travel times")
    before = {mode: float(getattr(said.before, mode.value)) for mode in Mode}
    return Travel({mode: speed.kmh for mode, speed in said.speed.items()}, before, said.detour.value, said.on_foot.minutes)


def vector(point: Point) -> tuple[float, float, float]:
    """A point on a sphere of radius 1.

    Example:
        >>> [round(part, 3) for part in vector(Point(0.0, 90.0))]
        [0.0, 1.0, 0.0]
    """
    latitude, longitude = math.radians(point.latitude), math.radians(point.longitude)
    return math.cos(latitude) * math.cos(longitude), math.cos(latitude) * math.sin(longitude), math.sin(latitude)


def hectometres(one: Point, other: Point) -> int:
    """The straight distance between two points in whole 100 m; good to a few metres within a day's travel.

    Example:
        >>> hectometres(Point(54.686, -1.212), Point(54.574, -1.235))  # Hartlepool to Middlesbrough
        125
    """
    (ax, ay, az), (bx, by, bz) = vector(one), vector(other)
    x, y, z = ax - bx, ay - by, az - bz
    return math.floor(math.sqrt(x * x + y * y + z * z) * EARTH * 10.0 + 0.5)
