"""Numbers as people write them in a file of an option: a number, a range, a parameter, something of the place, or a question."""

from math import isfinite
from typing import Annotated, Any

from pydantic import BaseModel, ConfigDict, Field, PlainValidator, ValidationError

from levelling.atlas.declared import faults_of
from levelling.practice.appraisal.option import Term
from levelling.practice.appraisal.quantity import Quantity, Shape, point

UNSAID = "the option's file, which names no source"
SUPPOSED = "supposed by the author of the option's file"
_AREA = "area"
_LARGEST = 1e15  # above the wealth of nations: a slip of the hand, and sums of it would overflow
_TOO_LARGE = "is too large to be meant"
_NAMES = str | list[str]


class _Written(BaseModel):
    """A number written as a table. `Quantity` and `Term` say what the fields mean."""

    model_config = ConfigDict(extra="forbid", strict=True)
    title: str = ""
    value: Annotated[float | None, Field(allow_inf_nan=False)] = None
    low: Annotated[float | None, Field(allow_inf_nan=False)] = None
    mode: Annotated[float | None, Field(allow_inf_nan=False)] = None
    high: Annotated[float | None, Field(allow_inf_nan=False)] = None
    shape: str = ""
    parameter: str = ""
    area: str = ""
    of: str = ""
    wanted: str = ""
    told_at: Annotated[float | None, Field(allow_inf_nan=False)] = None
    times: _NAMES = ""
    per: _NAMES = ""
    price_year: int | str = ""
    currency: str = "GBP"
    source: str = ""
    address: str = ""
    grade: Annotated[str, Field(pattern="^[A-E]?$")] = ""
    supposed: bool = False
    common: str = ""
    note: str = ""


def term_of(raw: Any) -> Term:
    """A term from what a file holds.

    Raises:
        ValueError: It is none; says all that is wrong with it.

    Example:
        >>> term_of({"low": 1, "mode": 2, "high": 6}).quantity.mean
        3.0
        >>> term_of({"low": 5, "mode": 2, "high": 6})
        Traceback (most recent call last):
            ...
        ValueError: the range is out of order: low 5, mode 2, high 6
    """
    if isinstance(raw, bool) or not isinstance(raw, int | float | str | dict):
        raise ValueError("should be a number, a range { low, mode, high }, or a name")  # noqa: TRY004 - told with its place
    if isinstance(raw, int | float):
        if isinstance(raw, float) and not isfinite(raw):
            raise ValueError("should be a finite number")
        if abs(raw) > _LARGEST:
            raise ValueError(_TOO_LARGE)
        return Term(quantity=point(float(raw), UNSAID))
    if isinstance(raw, str):
        return Term(area=_AREA) if raw == _AREA else Term(times=(raw,))
    try:
        written = _Written.model_validate(raw)
    except ValidationError as error:
        raise ValueError("; ".join(faults_of(error))) from error
    return _checked(written)


def _checked(written: _Written) -> Term:
    faults = []
    if written.currency.upper() not in {"GBP", "£"}:
        faults.append(f"it is in {written.currency}: only pounds (GBP) can be counted, so change it to pounds and say how")
    ends = (written.low, written.high)
    if (ends[0] is None) != (ends[1] is None):
        faults.append("low and high come together or not at all")
    ranged = None not in ends
    if not ranged and written.mode is not None:
        faults.append("a mode needs a low and a high")
    said = [bool(written.parameter), bool(written.area), bool(written.wanted), ranged, written.value is not None and not ranged]
    if sum(said) > 1:
        faults.append("it is one of a value, a range, a parameter, something of the area, or wanted, and not several")
    if not any(said) and not written.times and not faults:
        faults.append("it says no value, range, parameter, area, question or name")
    if written.told_at is not None and not written.wanted:
        faults.append("told_at is for what is wanted")
    if written.shape and written.shape not in {"triangle", "pert", "even"}:
        faults.append(f"there is no shape '{written.shape[:20]}': it is triangle, pert or even")
    if any(abs(number) > _LARGEST for number in (written.value, *ends, written.mode) if number is not None):
        faults.append(_TOO_LARGE)
    quantity = None
    if not faults and (ranged or written.value is not None):
        quantity = _quantity(written, faults)
    if faults:
        raise ValueError("; ".join(faults))
    return Term(
        quantity=quantity,
        parameter=written.parameter,
        area=written.area,
        of=written.of,
        wanted=written.wanted,
        told_at=written.told_at,
        times=_names(written.times),
        per=_names(written.per),
        price_year=str(written.price_year),
        title=written.title,
    )


def _quantity(written: _Written, faults: list[str]) -> Quantity | None:
    source = written.source or (SUPPOSED if written.supposed else UNSAID)
    told: dict[str, Any] = {
        "address": written.address,
        "grade": written.grade,
        "common": written.common,
        "note": written.note,
        "supposed": written.supposed,
    }
    low, high, mode = written.low, written.high, written.mode if written.mode is not None else written.value
    if low is None or high is None:
        value = float(written.value or 0.0)
        return Quantity(value, value, value, Shape.POINT, source, **told)
    if low > high or (mode is not None and not low <= mode <= high):
        middle = f", mode {mode:g}" if mode is not None else ""
        faults.append(f"the range is out of order: low {low:g}{middle}, high {high:g}")
        return None
    if mode is None and written.shape in {"triangle", "pert"}:
        faults.append("a triangle or pert needs a mode, the likeliest value")
        return None
    shape = Shape.EVEN if mode is None or written.shape == "even" else Shape(written.shape or "triangle")
    shape = Shape.POINT if low == high else shape
    value = float((low + high) / 2 if mode is None else mode)
    return Quantity(value, float(low), float(high), shape, source, **told)


def _names(written: str | list[str]) -> tuple[str, ...]:
    return ((written,) if written else ()) if isinstance(written, str) else tuple(written)


Written = Annotated[Term, PlainValidator(term_of)]
"""A field of a file that holds a term."""
