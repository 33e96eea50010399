"""How this chapter says things: periods, places, sizes and certainty, in words that can be read aloud."""

import re

from levelling.core.area import Area
from levelling.core.comparison import Verdict
from levelling.core.estimate import Estimate
from levelling.core.indicator import Indicator
from levelling.core.period import Period
from levelling.core.words import amount, number, place, with_unit

__all__ = ["among", "certainty", "headed", "of_every", "place", "shown", "size", "when"]

_OF_EVERY = re.compile(r"^(?P<start>Of|For) every (?P<base>[\d,]+) (?P<whom>[^.:;]+?), how many (?P<what>[^.:;?]+)[.:;?]")
_ONE = {"years": "year", "jobs": "job", "people": "person", "households": "household", "minutes": "minute", "hours": "hour"}


def when(period: Period) -> str:
    """A period as it follows a fact: 'in 2023', 'on 30 April 2025', 'between April 2022 and March 2023'.

    Example:
        >>> when(Period.parse("2022-04-01/P1Y"))
        'between April 2022 and March 2023'
    """
    if " to " in period.label:
        first, last = period.label.split(" to ")
        return f"between {first} and {last}"
    return f"{'on' if period.start == period.end else 'in'} {period.label}"


def among(area: Area) -> str:
    """A comparator as it follows 'than': 'in the United Kingdom', 'the average of the 20 places most like it'."""
    if area.code:
        return f"in {place(area)}"
    return f"the average of {area.name.split()[0]} places like it"


def headed(area: Area) -> str:
    """A comparator's name in a heading: 'the United Kingdom', 'the average of 20 similar places'."""
    return place(area) if area.code else f"the average of {area.name.split()[0]} similar places"


def shown(value: float, indicator: Indicator) -> str:
    """A value with its unit as it is said: '69.1%', '£642 a week', '7.4 out of 10', '134'.

    Indices, scores and ratios stand alone, as their titles say what they are on.
    """
    unit = indicator.unit
    if unit.startswith("score out of"):
        return f"{number(value, indicator.decimals)} {unit.removeprefix('score ')}"
    if unit.startswith(("score", "index", "ratio", "class")):
        return number(value, indicator.decimals)
    return amount(value, indicator)


def size(gap: float, indicator: Indicator) -> str:
    """How large a difference is, without its sign: '3.1 percentage points', '£42', '4.5 years', '12 per 1,000'.

    Example:
        >>> from levelling.atlas.catalogue import Catalogue
        >>> size(-9.04, Catalogue.load().get("employment-rate"))
        '9.0 percentage points'
    """
    unit, text = indicator.unit, number(abs(gap), indicator.decimals)
    if unit == "%":
        return f"{text} percentage point{'' if float(text.replace(',', '')) == 1 and indicator.decimals == 0 else 's'}"
    if unit.startswith("£"):
        return with_unit(text, unit)
    if unit.startswith(("score", "index", "ratio", "class")):
        return f"{text} point{'' if text == '1' else 's'}" if unit.startswith(("score", "index")) else text
    return f"{text} {_ONE.get(unit, unit) if text == '1' else unit}"


def of_every(item: Estimate, gap: float) -> tuple[str, str, str, str] | None:
    """What an estimate says in heads, where its meaning begins 'Of every 100 people ..., how many ...'.

    Returns:
        'Of every 100 people aged 16 to 64', '66', 'are in paid work', and the size of the gap in the same decimals; `None`
        where the meaning is put another way or is about one category, or a number rounds to 0 or 1, where 'are' would jar.
    """
    found = _OF_EVERY.match(item.indicator.meaning)
    if found is None or item.value is None or item.category or not _is_rate_of(item.indicator.unit, found["base"]):
        return None
    decimals = 0 if item.value >= 10 and abs(gap) >= 0.5 else min(1, item.indicator.decimals)
    heads, apart = number(item.value, decimals), number(abs(gap), decimals)
    if heads in {"0.0", "1.0", "0", "1"} or float(apart.replace(",", "")) == 0:
        return None
    whom = re.sub(r",? (who live here|living here|here)$", "", found["whom"])
    return f"{found['start']} every {found['base']} {whom}", heads, found["what"], apart


def certainty(verdict: Verdict) -> str:
    """The verdict as a sentence."""
    if verdict == Verdict.CANNOT_TELL:
        return "We cannot tell whether this is a true difference: it is within what chance in the figures can make."
    if verdict == Verdict.NOT_COMPARABLE:
        return "No margin of error is known for this figure, so we give no verdict."
    return "We are confident of this difference."


def _is_rate_of(unit: str, base: str) -> bool:
    return unit == "%" if base == "100" else unit == f"per {base}" or unit.startswith(f"per {base} ")
