"""How to share: how many vacancies a person, how many people a place, and what is kept for those furthest from work."""

from dataclasses import dataclass
from fractions import Fraction
from functools import cache
from importlib.resources import files
from pathlib import Path
from typing import Annotated, Literal

from pydantic import Field

from levelling.atlas.declared import FactsBroken, Strict, read_declared
from levelling.core.errors import UserError

AS_ALL = "as all"
"""The floor by which those furthest from work are placed at least as often as all people."""

_FACTS = Path(str(files("levelling") / "facts" / "jobs" / "sharing.toml"))
_MOST = 1000


@dataclass(frozen=True, slots=True)
class Settings:
    """How recommendations are shared out.

    Attributes:
        per_person: Vacancies that one person may be recommended, at most.
        per_place: People who may be recommended each place of a vacancy, at most.
        floor: The share (0 to 1) of those furthest from work who are to be recommended something; `None` for the share that all
            people reach; 0 for no floor.

    Raises:
        UserError: A number is out of its range.

    Example:
        >>> Settings(per_place=2).per_place
        2
    """

    per_person: int = 1
    per_place: int = 1
    floor: float | None = None

    def __post_init__(self) -> None:
        for name, count in (("vacancies a person", self.per_person), ("people a place", self.per_place)):
            if not 1 <= count <= _MOST:
                raise UserError(f"There cannot be {count} {name}.", f"Give a whole number from 1 to {_MOST:,}.")
        if self.floor is not None and not 0 <= self.floor <= 1:
            raise UserError(f"The floor {self.floor} is no share.", "Give a number from 0 (no floor) to 1 (all of them).")

    def wanted(self, furthest: int, placed: int, people: int) -> int:
        """How many of those furthest from work the floor asks for, in whole people, rounded up.

        Args:
            furthest: How many they are.
            placed: How many of all people are recommended something.
            people: How many all people are.

        Example:
            >>> Settings().wanted(10, 61, 100), Settings(floor=0.8).wanted(11, 61, 100), Settings(floor=0).wanted(11, 61, 100)
            (7, 9, 0)
        """
        share = Fraction(placed, people or 1) if self.floor is None else Fraction(str(self.floor))
        return -((-share * furthest).__floor__())


class _Count(Strict):
    value: Annotated[int, Field(ge=1, le=_MOST)]
    reason: Annotated[str, Field(min_length=10)]


class _Floor(Strict):
    value: Literal["as all"] | Annotated[float, Field(ge=0, le=1)]
    reason: Annotated[str, Field(min_length=10)]


class _File(Strict):
    per_person: _Count
    per_place: _Count
    floor: _Floor


@cache
def settings(path: Path = _FACTS) -> Settings:
    """The settings that hold where a user says nothing else, as declared in `facts/jobs/sharing.toml`.

    Raises:
        FactsBroken: The file is not whole.

    Example:
        >>> settings()
        Settings(per_person=1, per_place=1, floor=None)
    """
    whole, faults = read_declared([path], _File)
    if faults:
        raise FactsBroken("The settings for sharing out are not whole", faults)
    declared = whole[path.stem]
    floor = None if declared.floor.value == AS_ALL else float(declared.floor.value)
    return Settings(declared.per_person.value, declared.per_place.value, floor)


def asked_for(each: int | None = None, per_place: int | None = None, floor: float | str | None = None) -> Settings:
    """The settings as declared, with what somebody asks for in their place.

    Args:
        each: Vacancies a person, at most.
        per_place: People a place, at most.
        floor: Share of those furthest from work to be placed: `as all`, or a number from 0 to 1.

    Raises:
        UserError: A number is out of its range, or the floor is no share.

    Example:
        >>> asked_for(floor="0.5").floor, asked_for(per_place=3).per_place, asked_for(floor="as all").floor
        (0.5, 3, None)
    """
    declared = settings()
    asked = declared.floor
    if floor is not None and floor != "":
        try:
            asked = None if str(floor).replace("-", " ").lower() == AS_ALL else float(floor)
        except ValueError:
            raise UserError(f"The floor '{str(floor)[:40]}' is no share.", "Give 'as all', or a number from 0 to 1.") from None
    return Settings(declared.per_person if each is None else each, declared.per_place if per_place is None else per_place, asked)
