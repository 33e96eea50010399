"""Links in words: sizes, lags and grades as a reader says them."""

from levelling.core.words import number, with_unit
from levelling.practice.logic.model import Lag, Size, Spread


def plain(value: float) -> str:
    """A number as its source writes it, without decimals it does not have.

    Example:
        >>> plain(-2.0), plain(0.46), plain(7570.0)
        ('−2', '0.46', '7,570')
    """
    decimals = next((count for count in range(6) if round(value, count) == value), 6)
    return number(value, decimals)


def rounded(value: float) -> str:
    """A number worked out by multiplying others, to three figures: more would promise too much.

    Example:
        >>> rounded(12.3456), rounded(1234.5), rounded(0.04567), rounded(0.0)
        ('12.3', '1,230', '0.0457', '0')
    """
    return plain(float(f"{value:.3g}"))


def size_words(size: Size | None) -> str:
    """A size in words; empty where there is none.

    Example:
        >>> size_words(Size(4.0, None, None, "people", "people", 100.0))
        '4 people for each 100 people'
        >>> size_words(Size(None, -21.0, -13.0, "% of pay at 42"))
        'between −21% and −13% of pay at 42'
    """
    if size is None:
        return ""
    if size.value is None and size.low is not None and size.high is not None:
        bare = size.unit[0] not in "%£"
        said = f"between {plain(size.low) if bare else _with(size.low, size.unit[0])} and {_with(size.high, size.unit)}"
    else:
        said = _with(size.value or 0.0, size.unit)
        if size.has_range and size.low is not None and size.high is not None:
            kind = "95% interval " if size.spread is Spread.INTERVAL else ""
            said += f" ({kind}{plain(size.low)} to {plain(size.high)})"
    return f"{said} for each {_each(size)}" if size.per else said


_ONE = {"people": "person", "jobs": "job", "enterprises": "enterprise"}


def _each(size: Size) -> str:
    return _ONE[size.per] if size.each == 1 and size.per in _ONE else _with(size.each, size.per)


def _with(value: float, unit: str) -> str:
    return f"{plain(value)}{unit}" if unit.startswith("%") else with_unit(plain(value), unit)


def lag_words(lag: Lag | None) -> str:
    """How long a link takes, in words; empty where not said.

    Example:
        >>> lag_words(Lag(0.5, 0.5)), lag_words(Lag(2.0, 3.0)), lag_words(Lag(1.0, 1.0)), lag_words(Lag(0.0, 0.0))
        ('half a year', '2 to 3 years', '1 year', 'at once')
    """
    if lag is None:
        return ""
    if lag.first == lag.last:
        return {0.0: "at once", 0.25: "a quarter of a year", 0.5: "half a year", 1.0: "1 year"}.get(
            lag.first, f"{plain(lag.first)} years"
        )
    return f"{plain(lag.first)} to {plain(lag.last)} {'year' if lag.last == 1 else 'years'}"


def grade_words(grade: str) -> str:
    """A grade, or that there is none."""
    return grade or "not graded"


def counted(value: float, unit: str) -> str:
    """A number worked out here, with its unit.

    Example:
        >>> counted(12.3456, "people"), counted(-1500.0, "£ a year"), counted(-3.0, "% of people in work")
        ('12.3 people', '−£1,500 a year', '−3% of people in work')
    """
    text = rounded(value)
    return f"{text}{unit}" if unit.startswith("%") else with_unit(text, unit) if unit else text
