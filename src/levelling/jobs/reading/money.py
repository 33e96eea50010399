"""Amounts of money in a text of pay: which amounts it states, for how long each is paid, and what it says about them."""

import re
from dataclasses import dataclass, replace
from enum import StrEnum
from itertools import pairwise


class Per(StrEnum):
    """What an amount is paid for."""

    HOUR = "hour"
    DAY = "day"
    WEEK = "week"
    MONTH = "month"
    YEAR = "year"


@dataclass(frozen=True, slots=True)
class Stated:
    """What a text of pay states.

    Attributes:
        least: The lowest amount, in pounds; `None` where only an upper end is given ('up to').
        most: The highest; `None` where only a lower end is given ('from').
        per: What it is paid for; `None` where the text does not say.
        pro_rata: Whether it is said to be a full-time amount of which part-time work gets its share.
        left_out: Amounts that are no basic pay (a bonus, an allowance, earnings on target), as written.
    """

    least: float | None
    most: float | None
    per: Per | None
    pro_rata: bool = False
    left_out: tuple[str, ...] = ()


_PER = (
    (
        Per.HOUR,
        r"(?:per|an|a|/|p/|each|p\.?)\s*(?:hour|hr|h\b)|/\s*h(?:ou)?rs?\b|\bp\.?h\b|\bp/h\b|hourly|an hour|phr\b|\bper hr\b",
    ),
    (Per.DAY, r"(?:per|a|/|each)\s*day|\bp\.?/?d\b|daily|day rate|per diem"),
    (Per.WEEK, r"(?:per|a|/|each)\s*(?:week|wk)|\bp\.?/?w\b|weekly"),
    (Per.MONTH, r"(?:per|a|/|each)\s*(?:calendar\s*)?month|\bp\.?c\.?m\b|monthly"),
    (
        Per.YEAR,
        r"per\s*an?n?n?um|\bper\s*an+\b|\bp\.?\s?a\b\.?|p\s?/\s?a\b|(?:per|a|/|each)\s*(?:year|yr)\b|annual(?:ly)?|yearly|pa(?=pro)",
    ),
)
_UNITS = re.compile("|".join(f"(?P<{per.value}>{words})" for per, words in _PER))
_AMOUNT = re.compile(
    r"(?P<sign>£|gbp|\blstg)?\s*(?P<number>\d+(?:\.\d+)?)(?P<k>\s?k\b)?"
    r"(?P<after>\s*(?:%|(?:hours?|hrs?|h|days?|weeks?|wks?|months?|years?|yrs?|wte|fte|pm|am|sessions?|pas|x|st|nd|rd|th|°)\b(?!\s*rate))?)"
)
_NAMED = re.compile(
    r"(?:band|grade|scale|point|points|scp|spine|level|afc|class|tier|yc|nhs|step|range|so|po|hay|ap|x|job|ref)\s*[-:]?\s*$"
)
_EXTRA_BEFORE = re.compile(
    r"(?:\+|\bplus|\band|&|bonus(?:es)?(?: of)?|allowance(?: of)?|commission(?: of)?|premium(?: of)?|supplement(?: of)?|"
    r"uplift(?: of)?|hcas?(?: of)?|weighting(?: of)?|\b(?:olw|ilw|lw|rrp|la)(?: of)?|bursary(?: of)?|welcome|worth)"
    r"\s*(?:=|:)?\s*(?:up to\s*|an?\s*|additional\s*)*$"
)
_EXTRA_AFTER = re.compile(
    r"^\s*(?:-\s*)?(?:p\.?a\.?\s*|per annum\s*|a year\s*|annual\s*|one off\s*|sign(?:ing)?[ -]?on\s*|joining\s*|recruitment\s*|"
    r"welcome\s*|retention\s*|golden\s*|market\s*|location\s*|car\s*|relocation\s*|london\s*|inner\s*|outer\s*|fringe\s*|"
    r"hca\w*\s*|first[ -]aid\s*|resp(?:onsibility)?\s*|annual leave\s*|referral\s*)*"
    r"(?:bonus|allowance|supplement|premi|weighting|hello|package|uplift|voucher|commission|rrp|relocation|hcas\b|hca\b|lw\b|fee\b|"
    r"l/a\b|la\b|bursary|relocat|starting gift|golden|referral)"
)
_TARGET_BEFORE = re.compile(
    r"(?:\bote|on[ -]target(?: earnings)?|potential(?: to earn| earnings)?|earn(?:ings)?(?: of| potential)?)"
    r"\s*(?:of|:|-|up to|to|is)?\s*$"
)
_TARGET_AFTER = re.compile(r"^\s*(?:\(?ote\b|on[ -]target|potential)")
_RANGE = re.compile(r"(?:\s*(?:p\.?/?h|p\.?a\.?|per hour|per annum|k))?\s*(?:-|to|rising to|and|/)\s*")
_FULL_AFTER = re.compile(r"^\s*(?:p\.?a\.?|per annum)?\s*\(?(?:fte|wte|full[ -]time equivalent)")
_FULL_BEFORE = re.compile(r"(?:fte|wte|full[ -]time equivalent)\s*(?:of|:|-|is)?\s*$")
_UP_TO = re.compile(r"(?:\bup\s?to|\bupto|\bup|\bmaximum(?: of)?|\bmax\.?|no more than|to a max(?:imum)? of)\s*:?\s*$")
_FROM = re.compile(
    r"(?:\bfrom|starting(?: at| from| salary)?|\bminimum(?: of)?|\bmin\.?|at least|\bcirca from|no less than|basic from)\s*:?\s*$"
)
_PLUS = re.compile(r"^\s*(?:\+|plus\b(?!\s*(?:£|\d)))\s*(?:$|doe|depending|per|p\.?a|an? )")
_PRO_RATA = re.compile(
    r"pro[ -]?\s?rata|\bpro-?rata|\bfte\b|full[ -]time equivalent|\bwte\b|\bpa[ /]?pr\b|\bp/?r\b|whole time equivalent|"
    r"based on full[ -]time"
)
_TIDY = (
    (re.compile(r"&(?:amp|#38);"), "&"),
    (re.compile(r"&(?:pound|#163);|\bgbp\b"), "£"),
    (re.compile(r"[\u2010-\u2015\u2212]"), "-"),
    (re.compile(r"[\u00a0\s]+"), " "),
    (re.compile(r"£\s+"), "£"),
    (re.compile(r"(?<=\d),\s?(?=\d{3}(?!\d))"), ""),  # thousands
    (re.compile(r"(?<=\d)\.(?=\d{3}\.\d{2}(?!\d))"), ""),  # 29.265.00
    (re.compile(r"(?<=£)(\d{1,3}) (?=\d{3}(?!\d))"), r"\1"),  # £18 005
    (re.compile(r"(?<=£\d{2})\.(?=\d{3}(?![\d.]))"), ""),  # £18.005
)
_UNIT_NAMES = {
    **dict.fromkeys(("hour", "hourly", "hr", "h", "per hour", "ph"), Per.HOUR),
    **dict.fromkeys(("day", "daily", "d", "per day", "pd"), Per.DAY),
    **dict.fromkeys(("week", "weekly", "wk", "w", "per week", "pw"), Per.WEEK),
    **dict.fromkeys(("month", "monthly", "m", "per month", "pcm", "mon"), Per.MONTH),
    **dict.fromkeys(
        ("year", "yearly", "annual", "annually", "annum", "per annum", "per year", "pa", "p.a.", "yr", "ann"), Per.YEAR
    ),
}
_LONGEST = 400
_LARGEST = 5_000_000.0


@dataclass(frozen=True, slots=True)
class _Amount:
    pounds: float
    start: int
    end: int
    marked: bool
    written: str


def stated(text: str) -> Stated | None:
    """What a text of pay states; `None` where it states no amount of basic pay.

    Where it gives amounts for several lengths of time, those for the shortest stand: they say most exactly what an hour pays.

    Args:
        text: As advertised; nothing after the 400th character is read.

    Example:
        >>> stated("£18,005 - £19,337 pa pro rata")
        Stated(least=18005.0, most=19337.0, per=<Per.YEAR: 'year'>, pro_rata=True, left_out=())
        >>> stated("up to £12.21 per hour plus bonus")
        Stated(least=None, most=12.21, per=<Per.HOUR: 'hour'>, pro_rata=False, left_out=())
        >>> stated("Competitive") is None
        True
    """
    tidy = text[:_LONGEST].lower()
    for pattern, replacement in _TIDY:
        tidy = pattern.sub(replacement, tidy)
    amounts = _amounts(tidy)
    kept, left_out = _basic(tidy, amounts)
    if not kept:
        return Stated(None, None, None, left_out=tuple(left_out)) if left_out else None
    units = _units(tidy, kept)
    per = next((unit for unit in Per if unit in units), None)
    chosen = [amount for amount, unit in zip(kept, units, strict=True) if unit in (per, None)] if per else kept
    if per is not None and any(unit is None for unit in units):
        # An amount without a unit of its own belongs to the others only where it is of their size.
        own = [amount for amount, unit in zip(kept, units, strict=True) if unit is per]
        chosen = [
            one for one in chosen if any(one.pounds <= 4 * other.pounds and other.pounds <= 4 * one.pounds for other in own)
        ]
    least, most = min(one.pounds for one in chosen), max(one.pounds for one in chosen)
    if least < 1000 and most >= 8000 and most / 4 <= least * 1000 <= most:
        least *= 1000  # '£30 - £35,000'
    one_end = least == most
    up_to = one_end and bool(_UP_TO.search(tidy[: chosen[0].start]))
    begins = one_end and bool(_FROM.search(tidy[: chosen[0].start]) or _PLUS.search(tidy[chosen[-1].end :]))
    return Stated(
        None if up_to else least, None if begins else most, per, pro_rata=bool(_PRO_RATA.search(tidy)), left_out=tuple(left_out)
    )


def _amounts(text: str) -> list[_Amount]:
    found = []
    for match in _AMOUNT.finditer(text):
        if match["after"].strip() and not match["sign"]:
            continue
        if match["after"].strip() == "%" or (not match["sign"] and _NAMED.search(text[: match.start()])):
            continue
        pounds = float(match["number"][:15]) * (1000 if match["k"] else 1)
        end = match.end() - len(match["after"])
        if 0 < pounds <= _LARGEST and not _in_a_word(text, match.start("number"), end, marked=bool(match["sign"])):
            found.append(_Amount(pounds, match.start(), end, bool(match["sign"]), text[match.start() : end].strip()))
    return _with_shared_k(text, found)


def _in_a_word(text: str, start: int, end: int, *, marked: bool) -> bool:
    """Whether a number is part of a name such as '8a', 'b5' or 'a9c', or of a date."""
    if marked:
        return False
    before, after = text[start - 1 : start], text[end : end + 1]
    return before.isalpha() or (
        after.isalpha() and text[end : end + 2] not in {"pa", "p.", "p/", "ph", "pw", "pd", "pc", "pe", "an"}
    )


def _with_shared_k(text: str, amounts: list[_Amount]) -> list[_Amount]:
    """In '25-30k' the k is for both."""
    shared = []
    for at, one in enumerate(amounts):
        following = amounts[at + 1] if at + 1 < len(amounts) else None
        joined = following is not None and re.fullmatch(r"\s*(?:-|to)\s*", text[one.end : following.start])
        if joined and following is not None and one.pounds < 1000 <= following.pounds and following.written.endswith("k"):
            one = replace(one, pounds=one.pounds * 1000)  # noqa: PLW2901 - it is put right
        shared.append(one)
    return shared


def _basic(text: str, amounts: list[_Amount]) -> tuple[list[_Amount], list[str]]:
    """The amounts of basic pay, and what else was named, as written. Bare numbers do not count beside those with a pound sign."""
    extra = [_is_extra(text, amounts, at) for at in range(len(amounts))]
    marked = any(one.marked and not apart for one, apart in zip(amounts, extra, strict=True))
    has_unit = bool(_UNITS.search(text)) or len(amounts) == 1 == len(text.split())
    kept: list[_Amount] = []
    for at, one in enumerate(amounts):
        before = text[amounts[at - 1].end if at else 0 : one.start]
        ranged = bool(kept) and kept[-1] is amounts[at - 1] and bool(_RANGE.fullmatch(before))
        bare = not one.marked and not ranged
        if extra[at] or (bare and (marked or not (has_unit or _like_money(one)))):
            continue
        kept.append(one)
    whole = [one for one in kept if _FULL_AFTER.search(text[one.end :]) or _FULL_BEFORE.search(text[: one.start])]
    left_out = [one.written for one, apart in zip(amounts, extra, strict=True) if apart]
    return (whole if whole and len(whole) < len(kept) and not _joined(text, kept) else kept), left_out


def _is_extra(text: str, amounts: list[_Amount], at: int) -> bool:
    """Whether an amount is a bonus, an allowance or earnings on target rather than basic pay."""
    one, last = amounts[at], at + 1 == len(amounts)
    before = text[amounts[at - 1].end if at else 0 : one.start]
    after = text[one.end : len(text) if last else amounts[at + 1].start]
    if _EXTRA_AFTER.search(after) or _TARGET_BEFORE.search(before):
        return True
    if at and _EXTRA_BEFORE.search(before):
        first = amounts[0].pounds
        if one.pounds < first or (first < 1000 <= one.pounds):
            return True
    # 'OTE' between two amounts belongs to the second.
    return bool(_TARGET_AFTER.search(after)) and (last or not _TARGET_BEFORE.search(after))


def _like_money(one: _Amount) -> bool:
    """Whether a bare number looks like pay: with pence, with a k, or of thousands."""
    return one.written.endswith("k") or "." in one.written or (one.pounds >= 1000 and not one.written.startswith("0"))


def _joined(text: str, kept: list[_Amount]) -> bool:
    """Whether all amounts are ends of one range, so that a word behind it is about both."""
    return all(_RANGE.fullmatch(text[one.end : other.start]) for one, other in pairwise(kept))


def _units(text: str, amounts: list[_Amount]) -> list[Per | None]:
    """For each amount the unit that follows it before the next, else the one behind the range it is in, else the only one."""
    found = [(match.start(), Per(str(match.lastgroup))) for match in _UNITS.finditer(text)]
    units: list[Per | None] = []
    for at, one in enumerate(amounts):
        stop = amounts[at + 1].start if at + 1 < len(amounts) else len(text)
        units.append(next((per for place, per in found if one.end <= place < stop), None))
    for at in range(len(amounts) - 2, -1, -1):
        between = text[amounts[at].end : amounts[at + 1].start]
        if units[at] is None and re.fullmatch(r"\s*(?:-|to|and|rising to|/)?\s*", between):
            units[at] = units[at + 1]
    only = {per for _, per in found}
    if all(unit is None for unit in units) and len(only) == 1:
        return [next(iter(only))] * len(units)
    return units


def unit_named(text: str) -> Per | None:
    """The length of time that a field of its own names; `None` where it names none.

    Example:
        >>> unit_named("Annually"), unit_named("HOUR"), unit_named("fixed")
        (<Per.YEAR: 'year'>, <Per.HOUR: 'hour'>, None)
    """
    word = text.strip().lower()
    found = _UNITS.search(word[:60])
    return _UNIT_NAMES.get(word) or (Per(str(found.lastgroup)) if found else None)
