"""Parameters: single numbers from research and guidance, each with its source, range and grade.

Declared by people in `facts/parameters/`, one TOML file each. A figure of the official statistics is an indicator and is read
from the figures; a parameter is what a study or a handbook says, such as how illness follows employment.
"""

import difflib
import tomllib
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from pathlib import Path
from typing import Annotated, Any, Literal

from pydantic import BaseModel, ConfigDict, Field, ValidationError, model_validator

from levelling.core.errors import ContractBroken, Fault, UserError

Grade = Literal["A", "B", "C", "D", "E"]


class ParameterFile(BaseModel):
    """What one file in `facts/parameters/` may say. `Parameter` says what each field means."""

    model_config = ConfigDict(extra="forbid")
    title: Annotated[str, Field(min_length=5)]
    value: float
    low: float | None = None
    high: float | None = None
    unit: Annotated[str, Field(min_length=1)]
    applies_to: Annotated[str, Field(min_length=2)]
    period: str = ""
    horizon: str = ""
    grade: Grade
    note: str = ""
    source: Annotated[str, Field(min_length=5)]
    address: str = ""
    date: str = ""
    beneficiary: str = ""
    price_year: Annotated[str, Field(pattern=r"^(\d{4}(-\d{2})?)?$")] = ""
    conflicts: tuple[str, ...] = ()

    @model_validator(mode="after")
    def _in_order(self) -> "ParameterFile":
        if (self.low is None) != (self.high is None):
            raise ValueError("low and high come together or not at all")
        if self.low is not None and self.high is not None and not self.low <= self.value <= self.high:
            raise ValueError(f"the value {self.value} lies outside {self.low} to {self.high}")
        return self


@dataclass(frozen=True, slots=True)
class Parameter:
    """A number from research or guidance.

    Attributes:
        slug: The name of its file.
        title: What it is.
        value: The number.
        low: Lower end of the range its source gives; `None` where it gives none.
        high: Upper end.
        unit: What it is counted in.
        applies_to: Whom and where it speaks of.
        period: When it was measured, or the year of its prices; empty where not told.
        horizon: Over how long it works; empty where not told.
        grade: How strong the evidence is, from A (trials, or an official estimate) to E (quoted at second hand).
        note: What to mind.
        source: Who says so.
        address: Where it can be read; empty where it is only in print.
        date: When it was published, as ISO 8601, as exactly as known.
        beneficiary: Who has the good of it, where it is a sum of money or a change in lives; empty where not told.
        price_year: The year of its prices, such as `2019` or `2012-13`; empty where it is no sum of money, or none is sure.
        conflicts: Parameters that speak of the same and say otherwise. They are kept apart, never averaged.
    """

    slug: str
    title: str
    value: float
    low: float | None
    high: float | None
    unit: str
    applies_to: str
    period: str
    horizon: str
    grade: Grade
    note: str
    source: str
    address: str
    date: str
    beneficiary: str = ""
    price_year: str = ""
    conflicts: tuple[str, ...] = ()


_FOLDER = Path(str(files("levelling") / "facts" / "parameters"))


def parameter(slug: str) -> Parameter:
    """The parameter with this name.

    Raises:
        UserError: There is none; the nearest names are offered.

    Example:
        >>> parameter("chronic-illness-for-employment").value
        -2.0
    """
    path = _FOLDER / f"{slug}.toml"
    if path.parent != _FOLDER or not path.is_file():
        near = difflib.get_close_matches(slug, (item.stem for item in _FOLDER.glob("*.toml")), n=4, cutoff=0.5)
        raise UserError(f"There is no parameter '{slug[:80]}'.", near=near)
    return _read(path)


@cache
def parameters() -> dict[str, Parameter]:
    """Every parameter that comes with the package, by name.

    Raises:
        ContractBroken: Lists every file and field that is wrong.
    """
    return load(_FOLDER)


def load(folder: Path) -> dict[str, Parameter]:
    """Every parameter of a folder.

    Raises:
        ContractBroken: Lists every file and field that is wrong.
    """
    found: dict[str, Parameter] = {}
    faults: list[Fault] = []
    for path in sorted(folder.glob("*.toml")):
        try:
            found[path.stem] = _read(path)
        except ValidationError as error:
            wrong = tuple(f"{'.'.join(map(str, item['loc']))}: {item['msg']}" for item in error.errors())
            faults.append(Fault(path.name, len(wrong), wrong[:5]))
        except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
            faults.append(Fault(path.name, 1, (str(error),)))
    for slug, told in found.items():
        unknown = tuple(f"conflicts: there is no parameter '{name}'" for name in told.conflicts if name not in found)
        faults += [Fault(f"{slug}.toml", len(unknown), unknown)] if unknown else []
    if faults:
        raise ContractBroken("facts/parameters", faults)
    return found


@cache
def _read(path: Path) -> Parameter:
    """One parameter: a page asks for a few, and reading all of them would cost more than the page."""
    raw: dict[str, Any] = tomllib.loads(path.read_text("utf-8"))
    return Parameter(slug=path.stem, **ParameterFile.model_validate(raw).model_dump())
