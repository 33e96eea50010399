"""Facts declared by people, in TOML files: every fault of every file told at once, each with its file and its field."""

import tomllib
from collections.abc import Iterable, Sequence
from datetime import date
from pathlib import Path
from typing import Annotated, Any, TypeVar

from pydantic import BaseModel, BeforeValidator, ConfigDict, Field, ValidationError

from levelling.atlas.files import read_within
from levelling.core.errors import UserError
from levelling.core.period import Period, UnreadablePeriod
from levelling.core.source import Source

_Model = TypeVar("_Model", bound=BaseModel)
_LARGEST = 5_000_000
TOO_MUCH = (RecursionError, OverflowError, ValueError)
"""What Python raises at TOML nested thousands deep or at a number of thousands of digits, after the errors it has names for."""
_WORDS = {
    "missing": "is missing",
    "extra_forbidden": "there is no such field",
    "too_short": "there is nothing in it, or too little",
    "string_too_short": "there is nothing in it, or too little",
    "string_type": "should be text in quotes",
    "int_type": "should be a whole number",
}
TOO_MUCH_SAID = "is too deep, or holds a number that is too large"


def _as_period(value: Any) -> Period:
    if not isinstance(value, str | int | date):
        raise ValueError(f"{value!r} is not a date")  # noqa: TRY004 - pydantic asks for it
    try:
        return Period.parse(str(value))
    except UnreadablePeriod as error:
        raise ValueError(str(error)) from error


Moment = Annotated[Period, BeforeValidator(_as_period)]
"""A date in a file of facts, as exactly as known: a year, a month, a day."""
IsoMoment = Annotated[str, BeforeValidator(lambda value: _as_period(value).iso if value else "")]
"""The same, kept as ISO 8601 text; empty where it is left out."""
Key = Annotated[str, Field(pattern=r"^[a-z0-9][a-z0-9-]*$")]
"""A name for something within the facts: small letters, digits and hyphens."""
Code = Annotated[str, Field(pattern=r"^[EWSNK]\d{8}$")]
"""The code of an area."""
Address = Annotated[str, Field(pattern=r"^https?://\S+$")]
"""An address on the web."""


class Strict(BaseModel):
    """What a file may say, and nothing else."""

    model_config = ConfigDict(extra="forbid", arbitrary_types_allowed=True)


class SourceFile(Strict):
    """A source, as files of facts name it. `Source` says what each field means."""

    title: Annotated[str, Field(min_length=3)]
    address: Annotated[str, Field(pattern=r"^(https?://\S+)?$")] = ""
    date: Moment | None = None

    @property
    def source(self) -> Source:
        """The source itself."""
        return Source(self.title, self.address, self.date)


class FactsBroken(UserError):
    """Files of facts are not whole: one fault is told in one sentence, several in a list.

    Attributes:
        faults: Each with its file, its field and what is wrong.
    """

    def __init__(self, what: str, faults: Sequence[str], advice: str = "") -> None:
        self.faults = tuple(faults)
        if len(faults) == 1:
            super().__init__(f"{what}: {faults[0].removesuffix('.')}.", advice)
            return
        listing = "".join(f"\n  - {fault}" for fault in faults)
        super().__init__(f"{what}: {len(faults)} faults.{listing}" + ("\n" if advice else ""), advice)


def read_declared(paths: Iterable[Path], model: type[_Model]) -> tuple[dict[str, _Model], list[str]]:
    """Read TOML files as one kind of fact.

    Args:
        paths: The files; a fact is named by its file.
        model: What a file may say.

    Returns:
        The facts that are whole, by name, and the faults of the others: `file, field: what is wrong`.
    """
    whole: dict[str, _Model] = {}
    faults: list[str] = []
    for path in sorted(paths):
        try:
            whole[path.stem] = model.model_validate(tomllib.loads(read_within(path, _LARGEST).decode("utf-8-sig")))
        except OSError as error:
            faults.append(f"{path.name}: cannot be read: {(error.strerror or str(error)).lower()}")
        except UnicodeDecodeError:
            faults.append(f"{path.name}: is not UTF-8 text")
        except tomllib.TOMLDecodeError as error:
            faults.append(f"{path.name}: is not TOML: {error}")
        except ValidationError as error:
            faults.extend(f"{path.name}, {fault}" for fault in faults_of(error))
        except TOO_MUCH:
            faults.append(f"{path.name}: {TOO_MUCH_SAID}")
    return whole, faults


def faults_of(error: ValidationError) -> list[str]:
    """What pydantic found wrong, each with its place in words: `amounts 2, pounds: should be greater than 0`."""
    found = []
    for fault in error.errors():
        said = fault["msg"].removeprefix("Value error, ").removeprefix("Input ").rstrip(".")
        said = _WORDS.get(fault["type"], said)
        if fault["type"] in {"too_long", "string_too_long"}:
            said = f"is too long: {fault['ctx']['max_length']} at most"
        where = ", ".join(_place(fault["loc"]))
        found.append(f"{where}: {said[:1].lower()}{said[1:]}" if where else f"{said[:1].lower()}{said[1:]}")
    return list(dict.fromkeys(found))


def _place(loc: tuple[int | str, ...]) -> list[str]:
    parts: list[str] = []
    for step in loc:
        if isinstance(step, int) and parts:
            parts[-1] = f"{parts[-1]} {step + 1}"
        elif isinstance(step, str) and not step.startswith("function-") and step not in {"int", "float", "str", "date"}:
            parts.append(step)
    return parts
