"""What an hour of work must be paid by law, and what the Living Wage Foundation says it takes to live on, by year.

Declared in `facts/wage_floors.toml`. The law's rates hold from one day to another and by age; the real Living Wage is announced
in autumn, is to be paid by the spring after, and is held here by the April it applies to. It has two rates, London and the rest.
"""

import tomllib
from dataclasses import dataclass
from datetime import date
from functools import cache
from importlib.resources import files
from pathlib import Path
from typing import Annotated

from pydantic import BaseModel, ConfigDict, Field, ValidationError

from levelling.core.errors import ContractBroken, Fault

LONDON, ELSEWHERE = "London", "UK outside London"
_APPRENTICE = "apprentice"
_OLD_ENOUGH = ("25 and over", "23 and over", "21 and over")
"""The group that is paid the full rate, by the name it had: the age came down from 25 to 23 in 2021 and to 21 in 2024."""


class _Strict(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True)


class Source(_Strict):
    """Where a rate was read."""

    title: Annotated[str, Field(min_length=3)]
    address: str = ""
    date: str = ""


class _Legal(_Strict):
    name: str
    who: str
    start: date = Field(alias="from")
    to: date
    pounds: Annotated[float, Field(gt=0)]
    source: str
    note: str = ""


class _Real(_Strict):
    where: str
    april: int
    pounds: Annotated[float, Field(gt=0)]
    source: str
    note: str = ""


class _File(_Strict):
    legal: tuple[_Legal, ...]
    real: tuple[_Real, ...]
    sources: dict[str, Source]


@dataclass(frozen=True, slots=True)
class Floor:
    """A rate of pay for an hour.

    Attributes:
        name: `National Living Wage`, `National Minimum Wage` or `real Living Wage`.
        who: Whom it is for: an age, or London and the rest.
        start: First day it held; for the real Living Wage the first of the April it applies to.
        end: Last day it held; for the real Living Wage the last of the March after.
        pounds: Pounds an hour.
        source: Where it was read.
        note: How it was come by, where not simply read.
    """

    name: str
    who: str
    start: date
    end: date
    pounds: float
    source: Source
    note: str = ""


def legal_floor(day: date) -> Floor | None:
    """The full legal rate on a day, for those old enough for it; `None` before October 2011 and after what is known.

    Example:
        >>> legal_floor(date(2018, 4, 18)).pounds
        7.83
    """
    held = [floor for floor in legal_floors() if floor.start <= day <= floor.end and floor.who in _OLD_ENOUGH]
    return max(held, key=lambda floor: floor.pounds, default=None)


def apprentice_floor(day: date) -> Floor | None:
    """The legal rate of apprentices on a day: of those under 19 or in their first year; `None` where it is not known.

    Example:
        >>> apprentice_floor(date(2026, 11, 28)).pounds
        8.0
    """
    held = [floor for floor in legal_floors() if floor.start <= day <= floor.end and floor.who == _APPRENTICE]
    return max(held, key=lambda floor: floor.pounds, default=None)


def living_wage(day: date, *, london: bool = False) -> Floor | None:
    """The real Living Wage that applied on a day; `None` where it is not known, as in 2011.

    Employers have until May to pay a new rate; the pay survey takes it as due in April.

    Example:
        >>> living_wage(date(2018, 4, 18)).pounds, living_wage(date(2018, 4, 18), london=True).pounds
        (8.75, 10.2)
    """
    where = LONDON if london else ELSEWHERE
    return next((floor for floor in living_wages() if floor.start <= day <= floor.end and floor.who == where), None)


@cache
def legal_floors() -> tuple[Floor, ...]:
    """Every legal rate by age, oldest first.

    Raises:
        ContractBroken: The file of rates is wrong; every field is listed.
    """
    return load(Path(str(files("levelling") / "facts" / "wage_floors.toml")))[0]


@cache
def living_wages() -> tuple[Floor, ...]:
    """The real Living Wage of every April from 2012, in London and outside it.

    Raises:
        ContractBroken: The file of rates is wrong; every field is listed.
    """
    return load(Path(str(files("levelling") / "facts" / "wage_floors.toml")))[1]


def load(path: Path) -> tuple[tuple[Floor, ...], tuple[Floor, ...]]:
    """The legal rates and the real Living Wage of a file.

    Raises:
        ContractBroken: Lists every field that is wrong, rates without a source and rates that end before they begin.
    """
    try:
        read = _File.model_validate(tomllib.loads(path.read_text("utf-8")))
    except ValidationError as error:
        wrong = tuple(f"{'.'.join(map(str, item['loc']))}: {item['msg']}" for item in error.errors())
        raise ContractBroken("facts/wage_floors", [Fault(path.name, len(wrong), wrong[:5])]) from error
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise ContractBroken("facts/wage_floors", [Fault(path.name, 1, (str(error),))]) from error
    named = [rate.source for rate in read.legal] + [rate.source for rate in read.real]
    faults = [f"no source '{source}'" for source in named if source not in read.sources]
    faults += [f"{rate.name} of {rate.start} ends before it begins" for rate in read.legal if rate.to < rate.start]
    if faults:
        raise ContractBroken("facts/wage_floors", [Fault(path.name, len(faults), tuple(faults[:5]))])
    legal = tuple(
        Floor(rate.name, rate.who, rate.start, rate.to, rate.pounds, read.sources[rate.source], rate.note) for rate in read.legal
    )
    real = tuple(
        Floor(
            "real Living Wage",
            rate.where,
            date(rate.april, 4, 1),
            date(rate.april + 1, 3, 31),
            rate.pounds,
            read.sources[rate.source],
            rate.note,
        )
        for rate in read.real
    )
    return tuple(sorted(legal, key=lambda floor: floor.start)), tuple(sorted(real, key=lambda floor: floor.start))
