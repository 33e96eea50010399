"""From estimates and comparisons to numbers as they are shown."""

from collections.abc import Iterable, Mapping, Sequence

from levelling.atlas.parameters import Parameter
from levelling.core import words
from levelling.core.comparison import Comparison
from levelling.core.errors import LevellingError
from levelling.core.estimate import Estimate
from levelling.core.indicator import Indicator
from levelling.core.words import opened
from levelling.plan.document import Inline, Number, Part, Text, Worked, prose

_POINTS = {"%": "percentage points"}


def figure(estimate: Estimate, *, unit: bool = True, interval: bool = True) -> Number:
    """An estimate as a number, with its 95% interval where one is published.

    Args:
        estimate: What is shown; it must have a value.
        unit: Whether the unit is written with it. A pound or percent sign always is.
        interval: Whether its interval is shown with it.

    Raises:
        LevellingError: The estimate has no value.
    """
    value, indicator = estimate.value, estimate.indicator
    if value is None:
        raise LevellingError(f"There is no value to show for {indicator.slug} in {estimate.area}.")
    text = words.amount(value, indicator) if unit else short(value, indicator)
    lower, upper = (estimate.lower, estimate.upper) if interval else (None, None)
    return Number(text, value, indicator.unit, estimate, Part.VALUE, lower, upper, _interval(lower, upper, indicator.decimals))


def gap(comparison: Comparison) -> Number | None:
    """The difference of a comparison, with its interval where it has one; `None` where there is no difference to show."""
    value, indicator = comparison.difference, comparison.estimate.indicator
    if value is None:
        return None
    interval = _interval(comparison.lower, comparison.upper, indicator.decimals)
    text = signed(value, indicator)
    return Number(text, value, indicator.unit, comparison, Part.DIFFERENCE, comparison.lower, comparison.upper, interval)


def worked(value: float, about: Worked, unit: str = "", decimals: int = 0, text: str = "") -> Number:
    """A number worked out here, with how.

    Args:
        value: The number.
        about: What it is and how it was worked out.
        unit: Its unit; empty for none.
        decimals: How many decimals are shown.
        text: How it is written, where not simply as number and unit.
    """
    plain = words.number(value, decimals)
    return Number(text or (words.with_unit(plain, unit) if unit else plain), value, unit, about)


def quoted(told: Parameter, text: str = "") -> Number:
    """A parameter as a number that leads to who says so.

    Args:
        told: The parameter.
        text: How it is written, where not with its unit.
    """
    decimals = 1 if told.unit.startswith("%") or told.value != round(told.value) else 0
    plain = words.number(told.value, decimals)
    written = f"{plain}%" if told.unit.startswith("%") else words.with_unit(plain, told.unit)
    about = Worked.quoted(told.title, told.source, note=told.note, period=told.period)
    return worked(told.value, about, text=text or written)


def classed(estimates: Iterable[Estimate], bands: Mapping[str, int], names: Sequence[str]) -> Text:
    """The lowest and the highest figure of each class of a map.

    Args:
        estimates: What is drawn, each with a value.
        bands: The class of each area, by code, from 0 for the lowest.
        names: What each class is called.
    """
    ordered = sorted(estimates, key=lambda item: item.value or 0.0)
    parts: list[Inline] = []
    for band, name in enumerate(names):
        mine = [item for item in ordered if bands[item.area.code] == band]
        if mine:
            parts += ["; " if parts else "", name if parts else opened(name), ": "]
            parts.append(figure(mine[0], unit=False, interval=False))
            parts += [" to ", figure(mine[-1], unit=False, interval=False)] if len(mine) > 1 else []
    return prose(*parts, ".")


def short(value: float, indicator: Indicator) -> str:
    """A value without its unit, except for the sign that is read with it: `69.1%`, `£642.50`, `12`."""
    text = words.number(value, indicator.decimals)
    if indicator.unit.startswith("£"):
        return words.with_unit(text, "£")
    return f"{text}%" if indicator.unit == "%" else text


def signed(value: float, indicator: Indicator) -> str:
    """A difference with its sign and unit: `+3.1 percentage points`, `−£12.40 a week`."""
    unit = _POINTS.get(indicator.unit, indicator.unit)
    text = words.number(abs(value), indicator.decimals)
    sign = _sign(value, text)
    if unit.startswith(("index", "score", "ratio", "class")):
        return f"{sign}{text}"
    return f"{sign}{words.with_unit(text, unit)}"


def signed_number(value: float, decimals: int = 1) -> str:
    """A difference with its sign and no unit; without one where it is written as nought.

    Example:
        >>> signed_number(3.14), signed_number(-2.0), signed_number(-0.04)
        ('+3.1', '−2.0', '0.0')
    """
    text = words.number(abs(value), decimals)
    return f"{_sign(value, text)}{text}"


def _sign(value: float, written: str) -> str:
    return "" if not written.strip("0.,") else "+" if value > 0 else "−"


def _interval(lower: float | None, upper: float | None, decimals: int) -> str:
    if lower is None or upper is None:
        return ""
    return f"{words.number(lower, decimals)} to {words.number(upper, decimals)}"
