"""Results of your own, from a CSV or TOML file, to be pooled with those of the library or with one another."""

import csv
import io
import math
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Annotated, Any

from pydantic import BaseModel, ConfigDict, Field, ValidationError, model_validator

from levelling.atlas.declared import TOO_MUCH, TOO_MUCH_SAID, faults_of
from levelling.core.errors import UserError
from levelling.practice.cases import GOOD_COMPARISON, Outcome
from levelling.practice.evidence.comparable import RATIOS, Kind, Refused, Usable, error_from
from levelling.practice.evidence.pooling import Study

_LARGEST = 1_000_000
_TOO_MANY = "more fields than the heading has"
_ADVICE = "Give effect with lower and upper, or with standard_error; see docs/explanation/cases-and-evidence.md."
Size = Annotated[float, Field(ge=-1e9, le=1e9)]


class OwnResult(BaseModel):
    """One result of a file of your own.

    Attributes:
        name: What it is called; the row where left out.
        outcome: The kind of outcome, in the library's words; where left out, pooled only with others that leave it out.
        unit: Its unit, such as `percentage points` or `risk ratio`.
        effect: The difference from the comparison; of a ratio, the ratio.
        lower: Lower end of its interval.
        upper: Upper end.
        level: How sure the interval is, in per cent: 95 where left out, and the answer says so.
        standard_error: In place of the interval; of a ratio, that of its logarithm.
        maryland: The grade of its comparison; where left out you vouch for it, and the answer says so.
        months: How long after the beginning.
    """

    model_config = ConfigDict(extra="forbid", str_strip_whitespace=True)
    name: str = ""
    outcome: Outcome | None = None
    unit: str = ""
    effect: Size
    lower: Size | None = None
    upper: Size | None = None
    level: Annotated[float, Field(gt=50, lt=100)] | None = None
    standard_error: Annotated[float, Field(ge=1e-9, le=1e9)] | None = None
    maryland: Annotated[int, Field(ge=0, le=5)] | None = None
    months: Annotated[int, Field(gt=0, le=1200)] | None = None

    @model_validator(mode="after")
    def _holds_together(self) -> "OwnResult":
        wrong = [*_interval(self), *_ratio(self)]
        if wrong:
            raise ValueError("; ".join(wrong))
        return self


def _interval(row: OwnResult) -> list[str]:
    if (row.lower is None) != (row.upper is None):
        return ["lower and upper come together or not at all"]
    if row.lower is None or row.upper is None:
        return [] if row.standard_error is not None else ["give lower and upper, or standard_error"]
    if row.lower > row.upper:
        return [f"the interval is upside down: {row.lower:g} to {row.upper:g}"]
    if not row.lower <= row.effect <= row.upper:
        return [f"the effect {row.effect:g} lies outside its interval, {row.lower:g} to {row.upper:g}"]
    return ["an interval without any width cannot be"] if row.upper - row.lower < 1e-9 else []


def _ratio(row: OwnResult) -> list[str]:
    if row.unit not in RATIOS:
        return []
    ends = [end for end in (row.effect, row.lower) if end is not None]
    return [f"a {row.unit} is above nought"] if any(end <= 0 for end in ends) else []


@dataclass(frozen=True, slots=True)
class Own:
    """The results of a file.

    Attributes:
        usable: Those that may be pooled.
        refused: Those that may not, as their comparison is not good enough.
        faults: What could not be read: row, field and reason.
        assumed: What was taken for granted, in sentences.
    """

    usable: tuple[Usable, ...] = ()
    refused: tuple[Refused, ...] = ()
    faults: tuple[str, ...] = ()
    assumed: tuple[str, ...] = ()


def read_own(path: Path) -> Own:
    """The results of a file: what is good is used, and what is not is listed with its row, its field and the reason.

    Args:
        path: A CSV file with a heading, or a TOML file of `[[results]]`; the fields are those of `OwnResult`.

    Raises:
        UserError: The file cannot be read, or holds no result that can be used.
    """
    rows = _toml(path) if path.suffix.lower() == ".toml" else _csv(path)
    good: list[tuple[int, OwnResult]] = []
    faults: list[str] = []
    for at, raw in rows:
        try:
            good.append((at, OwnResult.model_validate(raw)))
        except ValidationError as error:
            faults += [f"row {at}, {fault}" for fault in faults_of(error)]
    if not good:
        raise UserError(f"No result of {path.name} can be used: {'; '.join(faults[:12]) or 'it holds none'}.", _ADVICE)
    judged = [_judge(at, row) for at, row in good]
    assumed = []
    if any(row.level is None and row.lower is not None for _, row in good):
        assumed.append(f"Intervals in {path.name} that do not say how sure they are were taken as 95%.")
    if any(row.maryland is None for _, row in good):
        assumed.append(f"{path.name} does not say how results were compared: that they were compared well is your word.")
    usable = tuple(item for item in judged if isinstance(item, Usable))
    refused = tuple(item for item in judged if isinstance(item, Refused))
    return Own(usable, refused, tuple(faults), tuple(assumed))


def _judge(at: int, row: OwnResult) -> Usable | Refused:
    kind = Kind(row.outcome.value if row.outcome is not None else "", row.unit)
    name = row.name or f"row {at} of your file"
    if row.maryland is not None and row.maryland < GOOD_COMPARISON:
        return Refused(kind, name, f"its comparison is of grade {row.maryland}")
    error = row.standard_error or error_from(row.lower, row.upper, row.level or 95.0, ratio=kind.is_ratio)
    if error is None:
        return Refused(kind, name, "its interval has no width")
    effect = math.log(row.effect) if kind.is_ratio else row.effect
    return Usable(kind, Study(name, effect, error), "", row.months, middle=False)


def _text(path: Path) -> str:
    try:
        raw = path.read_bytes()
        if len(raw) > _LARGEST:
            raise UserError(f"The file {path.name} is too large to be a list of results.")
        return raw.decode("utf-8-sig")
    except OSError as error:
        raise UserError(f"The file {path} cannot be read: {(error.strerror or str(error)).lower()}.") from error
    except UnicodeDecodeError as error:
        raise UserError(f"The file {path.name} is not text in UTF-8.", "Save it as UTF-8 and try again.") from error


def _csv(path: Path) -> list[tuple[int, dict[str, Any]]]:
    text = _text(path)
    first = text.partition("\n")[0]
    parted = max(",;\t", key=first.count)
    try:
        reader = csv.DictReader(io.StringIO(text), delimiter=parted, restkey=_TOO_MANY, strict=True)
        headings = [heading.strip().lower() for heading in reader.fieldnames or []]
        reader.fieldnames = headings
        if "effect" not in headings:
            raise UserError(f"The file {path.name} has no column 'effect'.", _ADVICE)
        if twice := sorted({heading for heading in headings if headings.count(heading) > 1}):
            raise UserError(f"The file {path.name} has more than one column '{twice[0]}'.", "Keep one of them.")
        return [(reader.line_num, _filled(row)) for row in reader if _filled(row)]
    except csv.Error as error:
        raise UserError(f"The file {path.name} is not CSV: {error}.", _ADVICE) from error


def _filled(row: Mapping[str | Any, str | Any]) -> dict[str, Any]:
    """The fields of a row that hold something; columns of other names are the user's own and are passed over."""
    known = {*OwnResult.model_fields, _TOO_MANY}
    return {key: value for key, value in row.items() if key in known and not (isinstance(value, str) and not value.strip())}


def _toml(path: Path) -> list[tuple[int, dict[str, Any]]]:
    try:
        raw = tomllib.loads(_text(path))
    except tomllib.TOMLDecodeError as error:
        raise UserError(f"The file {path.name} is not TOML: {error}.", "Mend it there and try again.") from error
    except TOO_MUCH as error:
        raise UserError(f"The file {path.name} {TOO_MUCH_SAID}.") from error
    results = raw.get("results")
    if set(raw) != {"results"} or not isinstance(results, list) or not all(isinstance(item, dict) for item in results):
        raise UserError(f"The file {path.name} holds no list of [[results]], or something beside it.", _ADVICE)
    return list(enumerate(results, 1))
