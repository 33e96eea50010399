"""Scenarios: how much work is lost, and where. Declared in `facts/scenarios/`, in a file of one's own, or on the command line."""

import difflib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from functools import cache
from importlib.resources import files
from math import isfinite
from pathlib import Path
from typing import Annotated

from pydantic import BaseModel, ConfigDict, Field, model_validator

from levelling.atlas.own_file import read_own_file
from levelling.core.errors import UserError
from levelling.core.words import number

LONGEST = 10
"""The furthest horizon, in years: the recovery after 2008 is followed to 2018, before the pandemic."""
EMPLOYMENT = "employment"
JOBS = "jobs"


_Number = Annotated[float, Field(strict=True)]
_EVERYONE = 100_000_000
"""More people than the United Kingdom has, in work or out of it."""


class ScenarioFile(BaseModel):
    """What a scenario file may say. `Scenario` says what each field means."""

    model_config = ConfigDict(extra="forbid")
    title: Annotated[str, Field(min_length=3, max_length=120)]
    meaning: str = ""
    source: str = ""
    horizon: Annotated[int, Field(strict=True)] = 5
    employment: _Number | None = None
    jobs: _Number | None = None
    industry: dict[str, _Number] = {}
    occupation: dict[str, _Number] = {}
    recovered: _Number | None = None

    @model_validator(mode="after")
    def _one_kind(self) -> "ScenarioFile":
        kinds = [self.employment is not None, self.jobs is not None, bool(self.industry), bool(self.occupation)]
        if sum(kinds) != 1:
            raise ValueError("give one of employment, jobs, [industry] and [occupation]: the same job would count twice")
        return self


@dataclass(frozen=True, slots=True)
class Scenario:
    """Work that is lost in the first year, and how long is looked ahead.

    Attributes:
        title: What it is called.
        employment: Per cent of the people in work who live here that lose it, as a negative number; `None` where not given.
        jobs: How many lose it, as a negative number; `None` where not given.
        industry: Per cent lost of those in each industry.
        occupation: Per cent lost of those in each occupation.
        recovered: How much of the lost work is made up for by the end of the horizon, per cent; `None` for as after 2008.
        horizon: How many years are looked ahead.
        meaning: What it stands for, in sentences.
        source: Where its size comes from; empty where the reader chose it.
    """

    title: str
    employment: float | None = None
    jobs: float | None = None
    industry: Mapping[str, float] = field(default_factory=dict)
    occupation: Mapping[str, float] = field(default_factory=dict)
    recovered: float | None = None
    horizon: int = 5
    meaning: str = ""
    source: str = ""

    def __post_init__(self) -> None:
        faults = self._faults()
        if faults:
            raise UserError(" ".join(message for message, _ in faults), faults[0][1] if len(faults) == 1 else "")

    def _faults(self) -> list[tuple[str, str]]:
        """Everything that is wrong, each with what to do."""
        found = []
        if not 1 <= self.horizon <= LONGEST:
            found.append(
                (
                    f"A horizon of {self.horizon} years is out of range.",
                    f"Give one from 1 to {LONGEST}: what followed 2008 is known for {LONGEST} years before the pandemic.",
                )
            )
        found += [fault for what, share in self._shares() if (fault := _wrong(what, share))]
        if self.recovered is not None and not 0 <= self.recovered <= 100:
            share = number(self.recovered, 1) if isfinite(self.recovered) else "That share"
            found.append((f"{share}{'%' if isfinite(self.recovered) else ''} of lost work cannot be made up for.", _RECOVERED))
        return found

    def _shares(self) -> list[tuple[str, float]]:
        whole = [(EMPLOYMENT, self.employment), (JOBS, self.jobs)]
        return [(what, share) for what, share in whole if share is not None] + [*self.industry.items(), *self.occupation.items()]


_RECOVERED = "Give a share from 0 to 100, such as 40."


def _wrong(what: str, share: float) -> tuple[str, str] | None:
    """Why something cannot fall by so much, and what to do; `None` where it can."""
    if not isfinite(share):
        return f"The shock to {what} is not a number.", "Give one below nought, such as -3."
    if share > 0:
        return f"A shock is a fall, and {what} is {number(share, 1)}.", "Give a number below nought, such as -3."
    if what == JOBS and share < -_EVERYONE:
        return "The scenario removes more jobs than exist in the whole country.", "Give fewer."
    if share < -100 and what != JOBS:
        return f"A fall of {number(-share, 1)}% in {what} removes more jobs than exist.", "Give a number from -100 to 0."
    return None


def scenario(
    shock: Sequence[str] = (),
    industry: Sequence[str] = (),
    occupation: Sequence[str] = (),
    horizon: int = 5,
    recovered: float | None = None,
) -> Scenario:
    """A scenario from what was typed: `employment=-3`, `jobs=-500`, `manufacturing=-20`.

    Raises:
        UserError: It cannot be read, or more than one kind is given: the same job would count twice.

    Example:
        >>> scenario(industry=["manufacturing=-20"]).title
        '20% of work is lost in manufacturing'
    """
    kinds = [kind for kind in (shock, industry, occupation) if kind]
    if len(kinds) != 1 or len(shock) > 1:
        raise UserError(
            "A scenario has one kind of shock, or the same job would count twice.",
            "Give one --shock, or one or more --industry, or one or more --occupation, or a --scenario.",
        )
    typed = [_pair(item) for item in kinds[0]]
    read = dict(typed)
    if len(read) < len(typed):
        twice = next(what for what in read if [key for key, _ in typed].count(what) > 1)
        raise UserError(f"{twice} is given more than once.", "Give each once.")
    title = " and ".join(f"{number(-share, 1).removesuffix('.0')}% of work is lost in {key}" for key, share in read.items())
    if industry:
        return Scenario(title, industry=read, horizon=horizon, recovered=recovered)
    if occupation:
        return Scenario(title, occupation=read, horizon=horizon, recovered=recovered)
    (what, share), amount = next(iter(read.items())), number(-next(iter(read.values())), 1).removesuffix(".0")
    if what == EMPLOYMENT:
        return Scenario(f"{amount}% of people in work lose it", employment=share, horizon=horizon, recovered=recovered)
    if what == JOBS:
        return Scenario(f"{amount} people lose their work", jobs=share, horizon=horizon, recovered=recovered)
    near = difflib.get_close_matches(what, (EMPLOYMENT, JOBS), n=1, cutoff=0.5)
    raise UserError(f"There is no shock '{what[:60]}'.", "Choose employment=-3 (per cent) or jobs=-500 (people).", near)


def _pair(text: str) -> tuple[str, float]:
    key, equals, amount = text.partition("=")
    try:
        share = float(amount.strip().removesuffix("%").replace("−", "-"))
    except ValueError:
        share = float("nan")
    if not equals or not key.strip() or not abs(share) < float("inf"):
        raise UserError(f"'{text[:80]}' is not a shock.", "Write what falls and by how much: employment=-3 or manufacturing=-20.")
    return key.strip().lower(), share


def read_scenario(name: str, horizon: int | None = None, recovered: float | None = None) -> Scenario:
    """A scenario that comes with the program, by its name, or one in a file that ends in .toml.

    Args:
        name: The name or the file.
        horizon: A horizon in place of the scenario's own.
        recovered: A recovery in place of the scenario's own.

    Raises:
        UserError: There is none, or the file is wrong: what and where.
    """
    known = scenarios()
    if name in known:
        found = known[name]
    elif name.endswith(".toml"):
        found = _from_file(Path(name))
    else:
        near = difflib.get_close_matches(name, known, n=3, cutoff=0.4)
        raise UserError(f"There is no scenario '{name[:80]}'.", f"Name a file that ends in .toml, or {' or '.join(known)}.", near)
    return Scenario(
        found.title,
        found.employment,
        found.jobs,
        found.industry,
        found.occupation,
        found.recovered if recovered is None else recovered,
        found.horizon if horizon is None else horizon,
        found.meaning,
        found.source,
    )


@cache
def scenarios() -> dict[str, Scenario]:
    """Every scenario that comes with the package, by name."""
    folder = Path(str(files("levelling") / "facts" / "scenarios"))
    return {path.stem: _from_file(path) for path in sorted(folder.glob("*.toml"))}


def _from_file(path: Path) -> Scenario:
    declared = read_own_file(path, ScenarioFile, "scenario")
    try:
        return Scenario(**declared.model_dump())
    except UserError as error:
        raise UserError(f"The scenario {path} cannot be followed. {error.message}", error.advice) from error
