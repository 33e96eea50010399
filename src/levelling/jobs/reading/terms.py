"""Terms of a vacancy in words: how secure it is, whether from home, how many people, and from when to when."""

import re
from datetime import date
from functools import cache

from levelling.jobs.reading.declared import contracts, wording, written_out
from levelling.jobs.reading.phrases import Phrases, Text, plain
from levelling.jobs.vacancy import Contract

_NUMBERS = dict(zip(("one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten"), range(1, 11), strict=True))
_COUNT = r"(\d{1,3}|" + "|".join(_NUMBERS) + r")"
_POSTS = re.compile(
    rf"\b{_COUNT}\s*x?\s*(?:(?:full|part)[- ]time\s+|permanent\s+|vacant\s+|available\s+)?"
    r"(?:posts|positions|vacancies|openings|roles)\b"
    rf"|\b(?:posts|positions|vacancies|openings)\s*(?:available)?\s*[:x(]\s*{_COUNT}\b",
)
_TIMES = re.compile(r"(?:^|\s|\()x\s?(\d{1,2})(?:\b|\))|(?:^|\s|\()(\d{1,2})\s?x\s", re.IGNORECASE)
_SEVERAL = re.compile(
    r"\b(?:several|multiple|various|a number of|many)\s+(?:posts|positions|vacancies|openings|roles)\b", re.IGNORECASE
)
_ISO = re.compile(r"^\s*(\d{4})-(\d{1,2})-(\d{1,2})(?!\d)")
_BRITISH = re.compile(r"^\s*(\d{1,2})[/.-](\d{1,2})[/.-](\d{4}|\d{2})(?!\d)")
_WRITTEN = re.compile(r"(\d{1,2})(?:st|nd|rd|th)?\s+(?:of\s+)?([a-z]{3,9})\.?,?\s+(\d{4})", re.IGNORECASE)
_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_MOST_POSTS = 500
_READ_FOR_POSTS = 3_000


def contract_of(field: str, title: Text, text: Text) -> Contract:
    """How secure the work is: by its own field and the title, else by the text; of several the first that is declared.

    Example:
        >>> contract_of("TEMPORARY", Text("Cook"), Text("")), contract_of("", Text("Bank Nurse"), Text(""))
        (<Contract.TEMPORARY: 'temporary'>, <Contract.ZERO_HOURS: 'zero hours'>)
        >>> contract_of("", Text("Food bank manager"), Text("This is a permanent post."))
        <Contract.PERMANENT: 'permanent'>
    """
    for found in (_kinds("types").found(Text(field)) | _kinds("titles").found(title), _kinds("phrases").found(text)):
        if found:
            return next(kind for kind in contracts() if kind in found)
    return Contract.UNKNOWN


def is_remote(field: str, text: Text) -> bool:
    """Whether the work can be done wholly from home. Work that is partly done elsewhere is not remote.

    Example:
        >>> is_remote("TELECOMMUTE", Text("")), is_remote("hybrid", Text("")), is_remote("", Text("A fully remote role."))
        (True, False, True)
    """
    if said := plain(field).strip(" ."):
        if _remote("hybrid").found(Text(field)):
            return False
        return said in _remote_types() or bool(_remote("field").found(Text(field)))
    return bool(_remote("phrases").found(text)) and not _remote("hybrid").found(text)


def gives_training(field: str, text: Text) -> bool:
    """Whether training or progression is stated."""
    return plain(field).strip() not in {"", "no", "none", "false", "0"} or bool(_training().found(text))


def headcount_of(field: str, title: str, text: str) -> tuple[int, bool]:
    """People wanted, and whether the advert itself says that it is for several.

    Example:
        >>> headcount_of("3", "", ""), headcount_of("", "Care Assistant x2", ""), headcount_of("", "Cook", "Two posts available")
        ((3, True), (2, True), (2, True))
        >>> headcount_of("", "Cook", "We have several positions"), headcount_of("", "Cook", "")
        ((1, True), (1, False))
    """
    if match := re.search(r"\d+", field[:20]):
        count = int(match[0])
        return (count, count > 1) if 1 <= count <= _MOST_POSTS else (1, False)
    if match := _TIMES.search(title):
        count = int(match[1] or match[2])
        return (count, True) if 1 < count <= _MOST_POSTS else (1, False)
    text = text[:_READ_FOR_POSTS].lower()
    if not any(word in text for word in ("posts", "positions", "vacancies", "openings", "roles")):
        return 1, False
    for match in _POSTS.finditer(text):
        word = match[1] or match[2]
        count = _NUMBERS.get(word) or int(word)
        if 1 < count <= 50:
            return count, True
    return 1, bool(_SEVERAL.search(text))


def day_of(text: str) -> date | None:
    """A date as people write it, the day before the month; `None` where it cannot be read.

    Example:
        >>> day_of("2026-03-04T10:00:00Z"), day_of("04/03/2026"), day_of("4th March 2026"), day_of("soon")
        (datetime.date(2026, 3, 4), datetime.date(2026, 3, 4), datetime.date(2026, 3, 4), None)
    """
    parts: tuple[int, int, int] | None = None
    if match := _ISO.match(text):
        parts = (int(match[1]), int(match[2]), int(match[3]))
    elif match := _BRITISH.match(text):
        year = int(match[3])
        parts = (year + 2000 if year < 100 else year, int(match[2]), int(match[1]))
    elif (match := _WRITTEN.search(text[:60])) and match[2][:3].lower() in _MONTHS:
        parts = (int(match[3]), _MONTHS.index(match[2][:3].lower()) + 1, int(match[1]))
    try:
        return date(*parts) if parts and 1990 <= parts[0] <= 2100 else None
    except ValueError:
        return None


@cache
def _kinds(where: str) -> Phrases:
    said = {kind.value: getattr(words, where) for kind, words in contracts().items()}
    bare = where != "phrases"
    return Phrases(said, {kind.value: words.unless for kind, words in contracts().items()}, wishes=bare)


@cache
def _remote(where: str) -> Phrases:
    return Phrases({"remote": getattr(wording().remote, where)}, wishes=where == "hybrid", denials=where == "hybrid")


@cache
def _remote_types() -> frozenset[str]:
    return frozenset(way for words in wording().remote.types for way in written_out(words))


@cache
def _training() -> Phrases:
    return Phrases({"training": wording().training.phrases}, wishes=True)
