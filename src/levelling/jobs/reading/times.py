"""Days and times in words become slots of the week."""

import re
from functools import cache

from levelling.jobs.limits import SLOTS, Part, slot
from levelling.jobs.reading.declared import wording

ALL = frozenset(range(len(SLOTS)))
_DAYS = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")
_DAY = r"(mon|tue|wed|thu|fri|sat|sun)(?:d|s|sd|nesd|r|rs|rsd|ur|urd)?(?:ay)?s?\b\.?"
_RANGE = re.compile(rf"\b{_DAY}\s*(?:-|–|to|through|until)\s*{_DAY}", re.IGNORECASE)
_ONE = re.compile(rf"\b{_DAY}", re.IGNORECASE)
_CLOCK = r"(\d{1,2})(?:[:.](\d{2}))?\s*(am|pm|noon|midnight)?"
_HOURS = re.compile(
    rf"(?<![\d£.]){_CLOCK}\s*(?:-|–|to|until|till)\s*{_CLOCK}(?![\d%])"
    r"(?!\s*(?:hours|hrs|days|miles|km|min|weeks))",
    re.IGNORECASE,
)
_AFTER = re.compile(rf"\b(?:after|from)\s+{_CLOCK}", re.IGNORECASE)
_BEFORE = re.compile(rf"\b(?:before|until|till|by)\s+{_CLOCK}", re.IGNORECASE)
_PARTS = {
    Part.DAY: re.compile(
        r"\b(?:days?|daytimes?|mornings?|afternoons?|office hours|school hours|am|earl(?:y|ies))\b", re.IGNORECASE
    ),
    Part.EVENING: re.compile(r"\b(?:evenings?|lates?|twilight)\b", re.IGNORECASE),
    Part.NIGHT: re.compile(r"\b(?:nights?|overnights?)\b", re.IGNORECASE),
}
_WEEKDAYS = re.compile(r"\bweek ?days?\b|\bschool (?:days|hours)\b|\bterm[- ]time\b|\boffice hours\b", re.IGNORECASE)
_WEEKENDS = re.compile(r"\bweek[- ]?ends?\b", re.IGNORECASE)
_ANY = re.compile(r"\b(?:any(?: ?time| day)?|all|fully flexible|flexible|no limits?|24/7|anytime|always)\b", re.IGNORECASE)
_NOT = re.compile(r"\b(?:not|no|never|except|but not|excluding|cannot|can't|apart from|other than)\b", re.IGNORECASE)
_AND = re.compile(r"\band\b|\bor\b|&|\+|,", re.IGNORECASE)
_CLAUSES = re.compile(r"[;|\n]|,\s*(?=(?:not|no|never|except|but)\b)|\.\s|\b(?=but not\b)", re.IGNORECASE)
_ADVERT_DAYS = re.compile(rf"\b{_DAY}\s*(?:-|–|to)\s*{_DAY}[^.\n;]{{0,40}}")
_SERVICE = re.compile(
    r"\b(?:service|open|opening|opens|clinics? (?:run|are)|available|operates?|lines?|office is|reception|surgery hours)\b",
    re.IGNORECASE,
)
_ENOUGH = 2.0
_LONGEST = 500


def slots(text: str, *, blocked: bool = False) -> frozenset[int] | None:
    """The slots that a field of days and times means; `None` where it says nothing that can be read.

    Days and parts of a day ('weekday evenings', 'Mon-Fri 9-5', 'not Sundays', 'nights'); pieces parted by semicolons are added
    up, and those that begin with 'not', 'no' or 'except' are taken away. Where only days are named all parts of them are meant;
    where only parts are, all days.

    Args:
        text: The field.
        blocked: Whether the times are taken up by something else (caring). A part of a day is then meant only where at least
            half of it is taken (`facts/jobs/wording.toml`); otherwise where two hours of it are, or most of the time named.

    Example:
        >>> sorted(slots("Mon-Tue 9-5")), sorted(slots("Saturday nights"))
        ([0, 3], [17])
        >>> len(slots("weekdays")), len(slots("any; not Sundays")), slots("ring me")
        (15, 18, None)
        >>> sorted(slots("Mon 3pm-6pm")), sorted(slots("Mon 3pm-6pm", blocked=True))
        ([0], [])
    """
    chosen: set[int] = set()
    taken: set[int] = set()
    kept = read = False
    for clause in _CLAUSES.split(text[:_LONGEST]):
        away = bool(_NOT.search(clause))
        for piece in _pieces(clause):
            found = _clause(piece, blocked=blocked or away)
            if found is not None:
                read, kept = True, kept or not away
                (taken if away else chosen).update(found)
    if not read:
        return None
    return frozenset((chosen if kept else ALL) - taken)


def of_advert(text: str) -> frozenset[int] | None:
    """The slots that an advert's text clearly asks for: a range of days, with its hours where given; `None` otherwise.

    Days on which a service is open are not the hours of the post and are passed over, and so is a week of seven days, which is
    mostly a rota.

    Example:
        >>> sorted(of_advert("You will work Monday to Friday, 9am to 5pm."))
        [0, 3, 6, 9, 12]
        >>> of_advert("Our lines are open Monday to Saturday") is None
        True
    """
    found: set[int] = set()
    text = text.lower()
    for match in _ADVERT_DAYS.finditer(text):
        start = max(text.rfind(mark, 0, match.start()) for mark in ".\n;") + 1
        days = _spanned(match[1], match[2])
        if len(days) == len(_DAYS) or _SERVICE.search(text[start : match.end()]):
            continue
        parts = _parts_of_hours(match[0]) or frozenset({Part.DAY})
        found.update(slot(day, part) for day in days for part in parts)
    return frozenset(found) or None


def _pieces(clause: str) -> list[str]:
    """'Evenings and weekends' are two things; 'Monday and Tuesday evenings' are one."""
    parts = _AND.split(clause, maxsplit=1)
    if len(parts) == 2:
        first, last = parts
        if not _days(first) and _named_parts(first) and _days(last) and not _named_parts(last) and not _HOURS.search(clause):
            return parts
    return [clause]


def _clause(text: str, *, blocked: bool) -> frozenset[int] | None:
    days = _days(text)
    hours = _parts_of_hours(text, blocked=blocked)
    parts = _named_parts(text) if hours is None else hours
    if not days and not parts and hours is None:
        return ALL if _ANY.search(text) and not _NOT.search(text) else None
    if hours is None:
        parts = parts or frozenset(Part)
    return frozenset(slot(day, part) for day in (days or range(7)) for part in parts)


def _named_parts(text: str) -> frozenset[Part]:
    return frozenset(part for part, words in _PARTS.items() if words.search(_without_days(text)))


def _without_days(text: str) -> str:
    return _WEEKDAYS.sub(lambda match: " office hours " if "hours" in match[0] else " ", _ONE.sub(" ", text))


def _days(text: str) -> frozenset[int]:
    found: set[int] = set()
    for match in _RANGE.finditer(text):
        found |= _spanned(match[1], match[2])
    found |= {_DAYS.index(match[1].lower()) for match in _ONE.finditer(text)}
    if _WEEKDAYS.search(text):
        found |= set(range(5))
    if _WEEKENDS.search(text):
        found |= {5, 6}
    return frozenset(found)


def _spanned(first: str, last: str) -> frozenset[int]:
    start, end = _DAYS.index(first.lower()), _DAYS.index(last.lower())
    return frozenset((start + step) % 7 for step in range((end - start) % 7 + 1))


def _parts_of_hours(text: str, *, blocked: bool = False) -> frozenset[Part] | None:
    """The parts of a day that hours such as '9-5' or 'after 6pm' take up; `None` where no hours are given."""
    spans = [span for match in _HOURS.finditer(text) if (span := _span(_clock(match, 1), _clock(match, 4))) is not None]
    if not spans and (after := _AFTER.search(text)) and (start := _hour(*_clock(after, 1), guess_pm=True)) is not None:
        spans = [(start, 24.0 + wording().parts.day)]
    if not spans and (before := _BEFORE.search(text)) and (end := _hour(*_clock(before, 1), guess_pm=True)) is not None:
        spans = [(float(wording().parts.day), end)]
    return frozenset().union(*(_covered(start, end, blocked=blocked) for start, end in spans)) if spans else None


def _clock(match: re.Match[str], at: int) -> tuple[str, str, str]:
    return match[at], match[at + 1] or "", (match[at + 2] or "").lower()


def _span(first: tuple[str, str, str], last: tuple[str, str, str]) -> tuple[float, float] | None:
    start, end = _hour(*first, guess_pm=False), _hour(*last, guess_pm=False)
    if start is None or end is None:
        return None
    if not first[2] and not last[2] and start <= 12 and end <= start:
        end += 12  # '9-5' is nine to five in the afternoon
    elif not first[2] and last[2] == "pm" and start < 12 and start + 12 < end:
        start += 12  # '6-10pm'
    return (start, end if end > start else end + 24)


def _hour(hour: str, minute: str, half: str, *, guess_pm: bool) -> float | None:
    value = int(hour) + int(minute or 0) / 60
    if half in {"pm", "noon"} and value < 12:
        value += 12
    elif half in {"am", "midnight"} and value >= 12:
        value -= 12
    elif not half and guess_pm and value < 7:
        value += 12
    return value if 0 <= value <= 24 else None


def _covered(start: float, end: float, *, blocked: bool) -> frozenset[Part]:
    """The parts of a day that a stretch of hours takes up; it may go on past midnight."""
    over = {
        part: sum(max(0.0, min(end, stop + shift) - max(start, begin + shift)) for shift in (-24, 0, 24))
        for part, (begin, stop) in _bounds().items()
    }
    if blocked:
        share = wording().parts.covered
        return frozenset(part for part, hours in over.items() if hours >= share * (_bounds()[part][1] - _bounds()[part][0]))
    most = max(over.values())
    return frozenset(part for part, hours in over.items() if hours >= _ENOUGH or (hours == most and hours > 0))


@cache
def _bounds() -> dict[Part, tuple[float, float]]:
    parts = wording().parts
    return {
        Part.DAY: (float(parts.day), float(parts.evening)),
        Part.EVENING: (float(parts.evening), float(parts.night)),
        Part.NIGHT: (float(parts.night), 24.0 + parts.day),
    }
