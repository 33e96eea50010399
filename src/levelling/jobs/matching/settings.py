"""What a matching goes by: the day, how many, what to do about what is not stated, and the declared weights."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from functools import cache
from importlib.resources import files
from pathlib import Path
from typing import Annotated, Literal

from pydantic import ConfigDict, Field, model_validator

from levelling.atlas.declared import Strict
from levelling.atlas.own_file import read_own_file
from levelling.atlas.wage_floors import apprentice_floor, legal_floor, living_wage
from levelling.core.errors import UserError
from levelling.jobs.travel import Travel, travel

_FACTS = Path(str(files("levelling") / "facts" / "jobs"))
MOST = 1000
"""Vacancies a person, or people a vacancy, that may be asked for."""
_Points = Annotated[int, Field(ge=0, le=100)]
_Reason = Annotated[str, Field(min_length=10)]


class _Parts(Strict):
    skills: _Points
    occupation: _Points
    qualification: _Points
    reason: _Reason

    @model_validator(mode="after")
    def _whole(self) -> "_Parts":
        if self.skills + self.occupation + self.qualification != 100:
            raise ValueError("skills, occupation and qualification must add up to 100")
        return self


class _Occupation(Strict):
    same: _Points
    unit_group: _Points
    minor_group: _Points
    done: _Points
    reason: _Reason

    @model_validator(mode="after")
    def _falling(self) -> "_Occupation":
        if not self.same >= self.unit_group >= self.minor_group:
            raise ValueError("same must be the most, then unit_group, then minor_group")
        return self


class _Qualification(Strict):
    met: _Points
    one_short: _Points
    two_short: _Points
    unknown: _Points
    reason: _Reason

    @model_validator(mode="after")
    def _falling(self) -> "_Qualification":
        if not self.met >= self.one_short >= self.two_short or self.unknown > self.met:
            raise ValueError("met must be the most, and each level short no more than the one before")
        return self


class _Least(Strict):
    points: _Points
    reason: _Reason


class _UsualLevel(Strict):
    model_config = ConfigDict(extra="allow")
    __pydantic_extra__: dict[str, Annotated[int, Field(ge=0, le=8)]]
    basis: _Reason
    reason: _Reason

    @property
    def levels(self) -> dict[str, int]:
        return dict(self.__pydantic_extra__)

    @model_validator(mode="after")
    def _groups(self) -> "_UsualLevel":
        strange = sorted(key for key in self.__pydantic_extra__ if not re.fullmatch("[0-9]{1,4}", key))
        if strange:
            raise ValueError(f"'{strange[0]}' is no group of ISCO-08: give one to four digits")
        return self


class _File(Strict):
    parts: _Parts
    least: _Least
    occupation: _Occupation
    qualification: _Qualification
    usual_level: _UsualLevel


@dataclass(frozen=True, slots=True)
class Weights:
    """What makes a vacancy fit, in points of 100; see `facts/jobs/fit.toml` for the reasons.

    Attributes:
        parts: Of skills, occupation and qualification.
        likeness: Of the same occupation, the same unit group, the same minor group.
        done: How much an occupation somebody has done counts beside one they want, of 100.
        levels: For no, one and two levels short; further short is nothing.
        level_unknown: Where a person's level is not known.
        least: Points below which nothing is proposed.
        usual: The level an advert that states none is taken to ask for, by group of ISCO-08; the smallest group counts.
    """

    parts: tuple[int, int, int]
    likeness: tuple[int, int, int]
    done: int
    levels: tuple[int, int, int]
    level_unknown: int
    least: int = 0
    usual: Mapping[str, int] = field(default_factory=dict)


@cache
def weights(path: Path | None = None) -> Weights:
    """The weights as declared in `facts/jobs/fit.toml`, or in a file of a user's own.

    Raises:
        UserError: The file cannot be used; every fault is told.

    Example:
        >>> weights().parts
        (50, 35, 15)
    """
    said = read_own_file(path or _FACTS / "fit.toml", _File, "file of weights")
    near, level = said.occupation, said.qualification
    return Weights(
        (said.parts.skills, said.parts.occupation, said.parts.qualification),
        (near.same, near.unit_group, near.minor_group),
        near.done,
        (level.met, level.one_short, level.two_short),
        level.unknown,
        said.least.points,
        said.usual_level.levels,
    )


@dataclass(frozen=True, slots=True)
class Settings:
    """What a matching goes by.

    Attributes:
        day: The day it is for: what has closed before is left out, and the legal minimum wage is that day's.
        k: How many for each.
        unknown: `keep` what an advert does not say although a limit hangs on it (and say so), or `drop` it.
        legal: The legal minimum of the day, pounds an hour, for those of full age; no other work may pay less.
        living: The real Living Wage of the day outside London; `None` where not known.
        weights: What makes a vacancy fit.
        travel: How a way to work is reckoned.
        apprentice: The legal minimum of apprentices on the day: of those in their first year, whatever their age; `None` for the
            same as everybody's.
    """

    day: date
    k: int = 10
    unknown: Literal["keep", "drop"] = "keep"
    legal: float = 0.0
    living: float | None = None
    weights: Weights = field(default_factory=weights)
    travel: Travel = field(default_factory=travel)
    apprentice: float | None = None

    def __post_init__(self) -> None:
        if not 1 <= self.k <= MOST:
            raise UserError(f"There cannot be {self.k} matches for each.", f"Give a whole number from 1 to {MOST:,}.")
        if self.unknown not in ("keep", "drop"):
            raise UserError(f"What is not stated can be kept or dropped, not '{self.unknown}'.", "Give keep or drop.")


def settings(
    day: date, *, k: int = 10, unknown: Literal["keep", "drop"] = "keep", fit: Path | None = None, way: Path | None = None
) -> Settings:
    """Settings for a day, with the wage floors of that day.

    Args:
        day: The day matched for.
        k: How many for each.
        unknown: What to do about what an advert does not say.
        fit: A file of weights of the user's own.
        way: A file of travel times of the user's own.

    Raises:
        UserError: No legal minimum wage is known for the day, or a file cannot be used.

    Example:
        >>> settings(date(2026, 11, 28)).legal >= 12.21
        True
    """
    legal = legal_floor(day)
    if legal is None:
        raise UserError(f"The legal minimum wage on {day:%d %B %Y} is not known.", "Give a day that is not so far off.")
    living, apprentice = living_wage(day), apprentice_floor(day)
    return Settings(
        day,
        k,
        unknown,
        legal.pounds,
        living.pounds if living else None,
        weights(fit),
        travel(way),
        apprentice.pounds if apprentice else None,
    )
