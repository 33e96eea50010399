"""Ages of the people a figure or an outcome speaks of, read from words, so that two can be compared by rule and not by eye."""

import re
from dataclasses import dataclass

from levelling.core.indicator import Indicator

_TO = r"(?P<low>\d{1,3})\s*(?:to|and|-|–)\s*(?P<high>\d{1,3})"
_OVER = r"(?P<over>\d{1,3})\s*(?:(?:and|or)\s+(?:over|older|above)|\+|plus\b)"
_UNDER = r"under\s+(?:the\s+age\s+of\s+)?(?P<under>\d{1,3})"
_WHOLE = re.compile(rf"(?:aged?\s+)?(?:{_TO}|{_OVER}|{_UNDER})", re.IGNORECASE)
# In running text a number is an age only where words say so: '12 to 24 people' are none, nor are 'under 16 hours'.
_TOLD = tuple(
    re.compile(pattern, re.IGNORECASE)
    for pattern in (
        rf"\bage[sd]?\s+(?:{_TO}|{_OVER}|{_UNDER})",
        rf"\b{_TO}[\s-]*years?[\s-]*olds?\b",
        rf"\b{_OVER}(?!\s*(?:hours|people|weeks))",
        rf"\b{_UNDER}\b(?!\s*(?:hours|people|weeks|%))",
        r"\bover\s+(?:the\s+age\s+of\s+)?(?P<over>\d{1,3})s?\b(?!\s*(?:hours|people|weeks|%))",
    )
)
_OLDEST = 120


@dataclass(frozen=True, slots=True)
class Ages:
    """A span of ages in whole years, both ends included.

    Attributes:
        low: The youngest; 0 where there is no lower end.
        high: The oldest; `None` where there is no upper end.
    """

    low: int
    high: int | None

    @property
    def words(self) -> str:
        """The span in words: '18 to 66', '16 and over', 'under 20'."""
        if self.high is None:
            return f"{self.low} and over"
        return f"under {self.high + 1}" if self.low == 0 else f"{self.low} to {self.high}"

    def meets(self, other: "Ages") -> bool:
        """Whether anybody is of both ages."""
        return self.low <= (_OLDEST if other.high is None else other.high) and other.low <= (
            _OLDEST if self.high is None else self.high
        )

    def holds(self, other: "Ages") -> bool:
        """Whether everybody of the other ages is of these."""
        return self.low <= other.low and (self.high is None or (other.high is not None and other.high <= self.high))


def read_ages(text: str) -> Ages | None:
    """The ages a few words stand for; `None` where they are no ages.

    Example:
        >>> read_ages("18 to 66"), read_ages("under 20"), read_ages("working age")
        (Ages(low=18, high=66), Ages(low=0, high=19), None)
    """
    found = _WHOLE.fullmatch(text.strip())
    return _span(found) if found else None


def told_ages(text: str) -> Ages | None:
    """The ages that running text speaks of; `None` where it names none.

    Example:
        >>> told_ages("people aged 16 to 64 who live here"), told_ages("12 to 24 people")
        (Ages(low=16, high=64), None)
    """
    found = (pattern.search(text) for pattern in _TOLD)
    return next((_span(match) for match in found if match), None)


def ages_of(indicator: Indicator) -> Ages | None:
    """The ages an indicator counts, by its own words on whom it is a rate of, or else its title; `None` where it names none.

    Example:
        >>> from levelling.atlas.catalogue import Catalogue
        >>> ages_of(Catalogue.load().get("employment-rate")).words
        '16 to 64'
    """
    return told_ages(indicator.denominator) or told_ages(indicator.title)


def _span(found: re.Match[str]) -> Ages | None:
    held = {name: int(value) for name, value in found.groupdict().items() if value is not None}
    if "under" in held:
        return Ages(0, held["under"] - 1) if held["under"] > 0 else None
    if "over" in held:
        return Ages(held["over"], None)
    return Ages(held["low"], held["high"]) if held["low"] <= held["high"] <= _OLDEST else None
