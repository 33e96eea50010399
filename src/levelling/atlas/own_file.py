"""A file of a user's own: TOML read, held to its shape, and every fault told in one sentence, each with its place."""

import tomllib
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import Any, TypeVar

from pydantic import BaseModel, ValidationError

from levelling.atlas.declared import TOO_MUCH, TOO_MUCH_SAID
from levelling.atlas.files import read_within
from levelling.core.errors import UserError

_Shape = TypeVar("_Shape", bound=BaseModel)
_LARGEST = 5_000_000
_TYPES = frozenset({"int", "float", "str", "bool", "date", "datetime", "tuple", "constrained-str", "constrained-float"})
"""What pydantic puts into the place of a fault to say which of several types it tried: no place in the file."""
_WORDS = {
    "missing": "it is missing",
    "extra_forbidden": "there is no such field",
    "float_type": "it is not a number",
    "float_parsing": "it is not a number",
    "finite_number": "it is not a finite number",
    "int_type": "it is not a whole number",
    "int_parsing": "it is not a whole number",
    "int_from_float": "it is not a whole number",
    "string_type": "it is not text in quotes",
    "too_short": "there is nothing in it",
    "too_long": "there is too much in it",
    "dict_type": "it is not a table of names and numbers",
}

Telling = Callable[[Mapping[str, Any]], str]


def read_own_file(path: Path, shape: type[_Shape], what: str, *, advice: str = "", telling: Telling | None = None) -> _Shape:
    """What a file of a user's own declares.

    Args:
        path: The file: TOML, in UTF-8, with a mark of byte order or without.
        shape: What it may say.
        what: What kind of file it is, for the message: 'shock file'.
        advice: What to do about a fault.
        telling: Says a fault of its own kind in words; gives an empty string for those it leaves.

    Raises:
        UserError: It cannot be read, is not TOML, or says something it may not; lists every fault with its place.
    """
    raw = read_toml(path, what)
    try:
        return shape.model_validate(raw)
    except ValidationError as error:
        faults = error.errors()
        own = [fault for fault in faults if not _follows(fault, faults)]
        told = list(dict.fromkeys(_told(fault, telling) for fault in own))
        places = f" in {len(told)} places" if len(told) > 1 else ""
        raise UserError(f"The {what} {path} is wrong{places}: {'; '.join(told)}.", advice) from error
    except TOO_MUCH as error:
        raise UserError(f"The {what} {path} {TOO_MUCH_SAID}.") from error


def read_toml(path: Path, what: str) -> dict[str, Any]:
    """What stands in a TOML file of a user's own, held to no shape yet.

    Args:
        path: The file: in UTF-8, with a mark of byte order or without.
        what: What kind of file it is, for the message: 'shock file'.

    Raises:
        UserError: It cannot be read, or is not TOML.
    """
    try:
        return tomllib.loads(read_within(path, _LARGEST).decode("utf-8-sig"))
    except OSError as error:
        raise UserError(f"The {what} {path} cannot be read: {(error.strerror or str(error)).lower()}.") from error
    except UnicodeDecodeError as error:
        raise UserError(f"The {what} {path} is not TOML: it is not text in UTF-8.", "Save it as UTF-8 and try again.") from error
    except tomllib.TOMLDecodeError as error:
        raise UserError(f"The {what} {path} is not TOML: {error}.", "Mend it there and try again.") from error
    except TOO_MUCH as error:
        raise UserError(f"The {what} {path} {TOO_MUCH_SAID}.") from error


def _follows(fault: Mapping[str, Any], faults: Sequence[Mapping[str, Any]]) -> bool:
    """Whether a list is only called empty because what is in it is wrong, which is told by itself."""
    loc = fault["loc"]
    return fault["type"] == "too_short" and any(other["loc"][: len(loc)] == loc and other is not fault for other in faults)


def _told(fault: Mapping[str, Any], telling: Telling | None) -> str:
    said = (telling(fault) if telling else "") or _WORDS.get(fault["type"]) or fault["msg"].removeprefix("Value error, ")
    where = ", ".join(_place(fault["loc"]))
    return f"{where}: {said[:1].lower()}{said[1:].rstrip('.')}".removeprefix(": ")


def _place(loc: tuple[int | str, ...]) -> list[str]:
    """Where in the file a fault lies, in words: 'domain 1', 'indicator 2', 'weight'."""
    parts: list[str] = []
    for step in loc:
        if isinstance(step, int) and parts:
            parts[-1] = f"{parts[-1].removesuffix('s')} {step + 1}"
        elif isinstance(step, str) and step not in _TYPES and step.replace("_", "").replace("-", "").isalnum():
            parts.append(step)
    return parts
