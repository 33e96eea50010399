"""How a number is written for a reader: one way, everywhere."""

import math
from collections.abc import Sequence

from levelling.core.area import NATIONS, Area, Level
from levelling.core.estimate import Estimate
from levelling.core.indicator import Indicator

_PREFIXED = ("£",)
_THE = ("North ", "South ", "East", "West ", "United Kingdom", "Isle", "City of London", "Highland", "Vale of ")


def number(value: float, decimals: int) -> str:
    """A number with thousands separated and a true minus sign.

    Example:
        >>> number(-12345.678, 1)
        '−12,345.7'
    """
    text = f"{value:,.{decimals}f}"
    if float(text.replace(",", "")) == 0:
        text = text.lstrip("-")
    return text.replace("-", "−")


def amount(value: float, indicator: Indicator) -> str:
    """A value with its unit: `69.1%`, `£642.50 a week`, `61.2 years`, `12 per 1,000`.

    Example:
        >>> from levelling.atlas.catalogue import Catalogue
        >>> amount(69.13, Catalogue.load().get("employment-rate"))
        '69.1%'
    """
    return with_unit(number(value, indicator.decimals), indicator.unit)


def with_unit(text: str, unit: str) -> str:
    """A written number and its unit, joined as people write them.

    Example:
        >>> with_unit("642", "£ a week"), with_unit("−3.1", "£ million"), with_unit("7.4", "score out of 10")
        ('£642 a week', '−£3.1 million', '7.4 (score out of 10)')
    """
    if unit.startswith(_PREFIXED):
        sign, digits = ("−", text[1:]) if text.startswith("−") else ("", text)
        return f"{sign}£{digits}{unit[1:]}"
    if unit == "%":
        return f"{text}%"
    if unit.startswith("index (") and unit.endswith(")"):
        return f"{text} ({unit[7:-1]})"
    if unit.startswith(("score", "index", "ratio", "class")):
        return f"{text} ({unit})"
    return f"{text} {unit}"


def estimate(item: Estimate) -> str:
    """An estimate in a line: value, interval and period, or why there is none."""
    if item.value is None:
        return f"no figure: {item.why_absent}"
    interval = ""
    if item.lower is not None and item.upper is not None:
        decimals = item.indicator.decimals
        interval = f" (95% interval {number(item.lower, decimals)} to {number(item.upper, decimals)})"
    return f"{amount(item.value, item.indicator)}{interval}, {item.period.label}"


def two_figures(value: float) -> float:
    """A count as exactly as a modelled one may be told: to two figures, and whole below a hundred.

    Example:
        >>> two_figures(4403.3), two_figures(-62549.9), two_figures(7.2)
        (4400.0, -63000.0, 7.0)
    """
    kept = 2 - len(str(int(abs(value)))) if abs(value) >= 100 else 0
    return float(round(value, kept))


def listed(names: Sequence[str], last: str = "and") -> str:
    """Names as people list them.

    Example:
        >>> listed(["pay", "skills", "health"])
        'pay, skills and health'
    """
    items = list(names)
    if len(items) < 2:
        return "".join(items)
    return f"{', '.join(items[:-1])} {last} {items[-1]}"


def opened(text: str) -> str:
    """A text that begins with a capital letter, the rest as it is.

    Example:
        >>> opened("some places in England")
        'Some places in England'
    """
    return f"{text[:1].upper()}{text[1:]}"


def place(area: Area) -> str:
    """An area's name as it stands in a sentence: 'the United Kingdom', 'the North East', 'Hartlepool'.

    Example:
        >>> place(Area("K02000001", "United Kingdom", Level.UK, "K"))
        'the United Kingdom'
        >>> place(Area("E06000023", "Bristol, City of", Level.LAD, "E"))
        'the City of Bristol'
    """
    name = area.name
    if area.level == Level.LAD:
        first, comma, rest = name.partition(", ")
        if comma and rest.endswith(" of"):
            return f"the {rest} {first}"
        the = name.startswith(("Isle", "City of London", "Vale of ", "Scottish Borders")) or name.endswith(" Islands")
        return f"the {name}" if the else name
    if area.level in {Level.REGION, Level.ITL1, Level.UK} and name.startswith(_THE):
        return f"the {name}"
    if area.level in {Level.CAUTH, Level.ICB} and name in {"North East", "East Midlands", "West Midlands", "West of England"}:
        return f"the {name}"
    return name


def pounds(value: float) -> str:
    """A sum of money as people write it.

    Example:
        >>> pounds(2_600_000_000), pounds(8_300_000), pounds(654_518)
        ('£2.6 billion', '£8.3 million', '£654,518')
    """
    for size, word in ((1e9, "billion"), (1e6, "million")):
        if value >= size and math.isclose(round(value / size, 3) * size, value):
            return f"£{number(value / size, 3).rstrip('0').rstrip('.')} {word}"
    return f"£{number(value, 0)}"


def nations(letters: Sequence[str]) -> str:
    """Nations as people list them; the United Kingdom and Great Britain by their names.

    Args:
        letters: `E`, `W`, `S`, `N`, in this order.

    Example:
        >>> nations("EW"), nations("EWS")
        ('England and Wales', 'Great Britain')
    """
    whole = {"EWSN": "the United Kingdom", "EWS": "Great Britain"}.get("".join(letters))
    return whole or listed([NATIONS[letter] for letter in letters])
