"""Hours a week, in a field of their own or in the text of an advert."""

import re

from levelling.jobs.reading.declared import pay_rules

MOST = 168.0
"""Hours in a week."""

_NUMBER = r"(\d{1,3}(?:\.\d{1,2})?)"
_TO = r"\s*(?:-|–|—|to|and|up to|/)\s*"
_HOURS = r"\s*-?(?:hours?|hrs?\.?|h)\b"
_A_WEEK = r"(?:\s*(?:per|a|each|/|every|in a)\s*(?:working\s*)?(?:week|wk)\b|\s*/?\s*p\.?/?w\b|\s*weekly)"
_FIELD = re.compile(rf"{_NUMBER}(?:{_HOURS})?(?:{_A_WEEK})?(?:{_TO}{_NUMBER})?", re.IGNORECASE)
_WEEKLY = re.compile(rf"{_NUMBER}(?:{_HOURS})?(?:{_TO}{_NUMBER})?{_HOURS}{_A_WEEK}")
_NAMED = re.compile(
    rf"(?:full[- ]time|part[- ]time|hours(?: of work)?|working hours|contracted(?: hours)?|hours per week|weekly hours)"
    rf"\s*(?:hours)?\s*[:(,-]?\s*(?:up to\s*)?{_NUMBER}(?:{_TO}{_NUMBER})?(?:{_HOURS}|\s*[).,;\n])"
    r"(?!\s*(?:shift|notice|day|service|cover))"
)
_HALVES = re.compile(rf"\b(\d{{1,2}}\.(?:5|25|75|50|00))(?:{_TO}{_NUMBER})?{_HOURS}(?!\s*(?:shift|notice|day|service|cover))")
_SHARE = re.compile(r"\b([01]?\.\d{1,2}|1\.0{1,2}|1)\s*(?:wte|fte|whole time equivalent|full time equivalent)\b")
_UP_TO = re.compile(r"(?:up to|maximum(?: of)?|max\.?|no more than|at most|under|less than)\s*$", re.IGNORECASE)
_FROM = re.compile(r"(?:at least|minimum(?: of)?|min\.?|from|over|more than)\s*$", re.IGNORECASE)
_FULL = re.compile(r"\bfull[- _]?time\b", re.IGNORECASE)
_PART = re.compile(r"\bpart[- _]?time\b", re.IGNORECASE)
_LEAST_WEEK, _MOST_WEEK = 1.0, 60.0
_LONGEST_FIELD = 200

Range = tuple[float, float]


def from_field(text: str) -> Range | None:
    """Hours a week from a field that holds nothing else; `None` where none can be read.

    Args:
        text: What the field says.

    Example:
        >>> from_field("37.5"), from_field("16-20 hrs"), from_field("up to 16"), from_field("0.6 WTE")
        ((37.5, 37.5), (16.0, 20.0), (0.0, 16.0), (22.5, 22.5))
        >>> from_field("part time"), from_field("ask"), from_field("200")
        ((1.0, 30.0), None, None)
    """
    text = text[:_LONGEST_FIELD]
    if share := _SHARE.search(text.lower()):
        return _of_share(share)
    if match := _FIELD.search(text):
        return _range(match, text, MOST)
    return by_kind(text)


def from_text(text: str) -> Range | None:
    """Hours a week from the text of an advert: only where it clearly says so.

    'Hours a week' counts anywhere; a bare number of hours only after words such as 'full time', or where it is a fraction such
    as 37.5; the share of a full-time post ('0.6 WTE') last. The first that is found stands.

    Example:
        >>> from_text("You will work 16 to 20 hours per week, in 12 hour shifts.")
        (16.0, 20.0)
        >>> from_text("A 24 hour service with 12 hour shifts") is None
        True
        >>> from_text("Band 5, full time (37.5 hours)"), from_text("1 post, 0.8 wte")
        ((37.5, 37.5), (30.0, 30.0))
    """
    text = text.lower()
    if not any(word in text for word in ("hour", "hr", "wte", "fte", "time", "pw", "week")):
        return None
    for pattern in (_WEEKLY, _NAMED, _HALVES):
        for match in pattern.finditer(text):
            found = _range(match, text, _MOST_WEEK)
            if found and found[1] >= _LEAST_WEEK * 4:
                return found
    # Looking for shares takes long in a long text, and hardly any advert tells one.
    if not any(word in text for word in ("wte", "fte", "equivalent")):
        return None
    shares = {_of_share(match) for match in _SHARE.finditer(text)}
    return next(iter(shares)) if len(shares) == 1 else None


def by_kind(text: str) -> Range | None:
    """Hours where only 'full time' or 'part time' is said: what the words mean (`facts/jobs/pay.toml`); `None` for both or none.

    Example:
        >>> by_kind("FULL_TIME"), by_kind("Full time or part time")
        ((30.0, 48.0), None)
    """
    full, part = bool(_FULL.search(text)), bool(_PART.search(text))
    if full == part:
        return None
    rules = pay_rules()
    return rules.full_time.value if full else rules.part_time.value


def says_part_time(text: str) -> bool:
    """Whether a text speaks of part-time work."""
    return bool(_PART.search(text))


def _range(match: re.Match[str], text: str, most: float) -> Range | None:
    first, second = float(match[1]), match[2]
    last = float(second) if second else first
    before = text[max(0, match.start() - 20) : match.start()]
    if not second and _UP_TO.search(before):
        first = 0.0
    elif not second and _FROM.search(before):
        last = min(most, pay_rules().full_time.value[1])
    low, high = min(first, last), max(first, last)
    return (low, high) if 0 < high <= most else None


def _of_share(match: re.Match[str]) -> Range | None:
    share = float(match[1])
    hours = round(share * pay_rules().week_hours.value, 2)
    return (hours, hours) if 0 < share <= 1 else None
