"""Stated pay becomes pay for an hour, with every assumption told beside it; what cannot be read says why."""

import re
from dataclasses import dataclass
from datetime import date

from levelling.atlas.wage_floors import apprentice_floor, legal_floor, legal_floors, living_wage
from levelling.core.words import number
from levelling.jobs.reading.declared import Scale, pay_rules, scales
from levelling.jobs.reading.money import Per, Stated, stated, unit_named
from levelling.jobs.vacancy import Pay

_BAND = re.compile(
    r"\b(?:band|afc|b)\s*-?\s*:?\s*([2-9])\s?([a-d])?\b(?:\s*(?:/|-|to|or)\s*(?:band\s*)?([2-9])\s?([a-d])?\b)?", re.IGNORECASE
)
_REAL = re.compile(r"real living wage|living wage foundation|london living wage|\brlw\b|\bllw\b", re.IGNORECASE)
_APPRENTICE = re.compile(
    r"apprentice(?:ship)?s?\s*(?:national\s*)?minimum|minimum wage (?:rate )?for apprentices|apprentice rate|nmw for apprentices",
    re.IGNORECASE,
)
_LEGAL = re.compile(r"national (?:living|minimum) wage|\bnlw\b|\bnmw\b|minimum wage|nationalminimum", re.IGNORECASE)
_SESSION = re.compile(
    r"(?:per|a|/|each)\s*(?:session|shift|visit|sleep|clinic|call|mile|assignment|job)\b|\bsessional\b", re.IGNORECASE
)
_FURTHEST_APART = 4.0


@dataclass(frozen=True, slots=True)
class Advertised:
    """What an advert says of pay, in its own words and numbers.

    Attributes:
        text: Its text of pay.
        least: The lower amount, where it stands in a field of its own.
        most: The upper amount, where it stands in a field of its own.
        unit: What the amounts are for, where it stands in a field of its own.
        modelled: Whether the publisher predicted the amounts.
        foreign: The currency, where it is not the pound.
    """

    text: str = ""
    least: float | None = None
    most: float | None = None
    unit: str = ""
    modelled: bool = False
    foreign: str = ""


@dataclass(frozen=True, slots=True)
class PayRead:
    """Pay for an hour, or why there is none.

    Attributes:
        pay: `None` where it could not be read, or none is stated.
        reason: Why not; empty where there is pay, or nothing at all was said.
    """

    pay: Pay | None
    reason: str = ""


def hourly(said: Advertised, hours: tuple[float, float] | None, day: date) -> PayRead:
    """What an hour pays.

    A year counts 52 weeks, and a full-time week 37.5 hours where the advert names none (`facts/jobs/pay.toml`, judgements).

    Args:
        said: What the advert says.
        hours: Its hours a week, where known.
        day: The day whose legal minimum and pay scales count.

    Example:
        >>> hourly(Advertised("£22,308 - £24,375 pa"), None, date(2024, 5, 1)).pay
        Pay(least=11.44, most=12.5, worked_out='£22,308 to £24,375 a year, over 52 weeks of 37.5 hours', modelled=False)
        >>> hourly(Advertised("£12.50 per hour"), None, date(2024, 5, 1)).pay
        Pay(least=12.5, most=12.5, worked_out='', modelled=False)
        >>> hourly(Advertised("Competitive"), None, date(2024, 5, 1)).reason
        'it names no amount'
    """
    if said.foreign:
        return PayRead(None, f"it is in {said.foreign[:10]}, not in pounds")
    if _SESSION.search(said.text):
        return PayRead(None, "it is for a session, a shift or a visit, whose length is not known")
    found = stated(said.text) if said.text else None
    if found and (found.least is not None or found.most is not None):
        return _worked(found, [found.per, unit_named(said.unit)], said, hours, day)
    if found and found.left_out:
        # Numbers beside such a text are the same ones.
        return PayRead(None, "it names only a bonus, an allowance or earnings on target, no basic pay")
    if said.text and (named := _by_name(said.text, day)):
        return named
    if said.text and (banded := _banded(said.text, day)):
        return banded
    numbers = [amount for amount in (said.least, said.most) if amount is not None and amount > 0]
    if numbers:
        fields = Stated(min(numbers) if said.least else None, max(numbers) if said.most else None, None)
        return _worked(fields, [unit_named(said.unit)], said, hours, day)
    return PayRead(None, "it names no amount" if said.text.strip() else "")


def _worked(found: Stated, units: list[Per | None], said: Advertised, hours: tuple[float, float] | None, day: date) -> PayRead:
    """Pay for an hour from stated amounts."""
    low = found.least if found.least is not None else found.most
    top = found.most if found.most is not None else found.least
    if top is None or low is None:
        return PayRead(None, "it names no amount")
    per, told = _unit(low, top, [unit for unit in units if unit is not None])
    if per is None:
        return PayRead(None, told)
    divisor, basis = _divisor(per, low, hours, day, pro_rata=found.pro_rata)
    least, most = round(low / divisor, 2), round(top / divisor, 2)
    legal = legal_floor(day)
    if per is not Per.HOUR and legal and most < _lowest_legal(day):
        return PayRead(None, "it is below any legal minimum for a full-time week, and its hours are not known")
    notes = [part for part in (basis, told) if part]
    if per is not Per.HOUR and legal and most < legal.pounds:
        notes.append("below the legal minimum for adults: it may be for part-time hours, or an apprentice's")
    if found.least is None:
        notes.append("'up to': the lower end is not stated")
        if legal and legal.pounds < most:
            least = legal.pounds
            notes[-1] = "'up to': the legal minimum stands for the lower end, which is not stated"
    if found.most is None:
        notes.append("'from': the upper end is not stated")
    if said.modelled:
        notes.append("predicted by the publisher, not stated by the employer")
    if per is not Per.HOUR or (notes and (least, most) != (low, top)):
        amounts = _pounds(low) if low == top else f"{_pounds(low)} to {_pounds(top)}"
        notes.insert(0, f"{amounts} {_a(per)}")
    return PayRead(Pay(min(least, most), most, ", ".join(notes), said.modelled))


def _unit(low: float, top: float, named: list[Per]) -> tuple[Per | None, str]:
    """What amounts are for: the first unit named that makes believable pay, else by their size. How it was told, or why not."""
    per = next((unit for unit in named if _believable(low, top, unit)), None)
    if per is not None:
        return per, "" if named[0] is per else f"taken as {_a(per)}, since {_pounds(top)} {_a(named[0])} cannot be"
    sizes = {Per.HOUR: pay_rules().unit_by_size.hour, Per.YEAR: pay_rules().unit_by_size.year}
    for unit, (least, most) in sizes.items():
        if least <= low and top <= most:
            since = f", since {_pounds(top)} {_a(named[0])} cannot be" if named else ""
            return unit, f"taken as {_a(unit)} by its size{since}"
    if top > _FURTHEST_APART * low:
        return None, "its amounts are too far apart to be meant"
    return None, f"no such amount is paid for {_a(named[0])}" if named else "it may be for a day, a week or a month"


def _believable(low: float, top: float, unit: Per) -> bool:
    least, most = pay_rules().believed.value
    divisor, _ = _divisor(unit, low, None, None, pro_rata=True)
    return least <= low / divisor and top / divisor <= most


def _divisor(
    per: Per, amount: float, hours: tuple[float, float] | None, day: date | None, *, pro_rata: bool
) -> tuple[float, str]:
    """Hours that an amount is for, and how they were reckoned."""
    rules = pay_rules()
    if per is Per.HOUR:
        return 1.0, ""
    if per is Per.DAY:
        return rules.day_hours.value, f"over {_plain(rules.day_hours.value)} hours"
    weeks = {Per.WEEK: 1.0, Per.MONTH: rules.year_weeks.value / 12, Per.YEAR: rules.year_weeks.value}[per]
    full_time, _ = rules.full_time.value
    own = (hours[0] + hours[1]) / 2 if hours and hours[1] < full_time and hours[0] >= 4 else None
    fixed = hours[0] if hours and hours[0] == hours[1] else own
    full = fixed if fixed is not None and fixed >= full_time else rules.week_hours.value
    told = {Per.WEEK: "over", Per.MONTH: f"over a twelfth of {_plain(rules.year_weeks.value)} weeks of"}.get(
        per, f"over {_plain(rules.year_weeks.value)} weeks of"
    )
    basis = f"{told} {_plain(full)} hours" + (", pro rata" if pro_rata else "")
    if fixed is not None and fixed < full_time and not pro_rata and day is not None:
        # A part-time post may state its own pay or that of full-time work. The lower reading promises nothing that is not there;
        # where the law would not allow it, the amount is the post's own.
        legal = legal_floor(day)
        if per is Per.WEEK or (legal and amount / (weeks * full) < legal.pounds):
            return weeks * fixed, f"{told} the {_plain(fixed)} hours of the post"
        return weeks * full, f"{basis}, as if it were stated for full-time work"
    return weeks * full, basis


def _lowest_legal(day: date) -> float:
    """The lowest legal rate of a day, that of apprentices or of the youngest; 0 where none is known."""
    return min((floor.pounds for floor in legal_floors() if floor.start <= day <= floor.end), default=0.0)


def _by_name(text: str, day: date) -> PayRead | None:
    """Pay where the text names a legal or a living wage in place of an amount."""
    if _REAL.search(text):
        floor = living_wage(day, london="london" in text.lower() or "llw" in text.lower())
    elif _APPRENTICE.search(text):
        floor = apprentice_floor(day)
    elif _LEGAL.search(text):
        floor = legal_floor(day)
    else:
        return None
    if floor is None:
        return PayRead(None, "the rate it names is not known for its day")
    return PayRead(Pay(floor.pounds, floor.pounds, f"the {floor.name} of {floor.start.year}, {floor.who}"))


def _banded(text: str, day: date) -> PayRead | None:
    """Pay where the text names a band of a pay scale in place of an amount."""
    match = _BAND.search(text)
    if match is None:
        return None
    ends = [f"{match[1]}{(match[2] or '')}".lower(), f"{match[3] or ''}{match[4] or ''}".lower()]
    scale = next((one for one in scales() if one.start <= day <= one.to), None)
    amounts = [scale.bands[end] for end in ends if end in scale.bands] if scale else []
    if scale is None or not amounts:
        return PayRead(None, "it names a pay band, whose amounts are not known for its day")
    return PayRead(_of_scale(scale, [end for end in ends if end], amounts))


def _of_scale(scale: Scale, bands: list[str], amounts: list[tuple[float, float]]) -> Pay:
    low, top = min(pair[0] for pair in amounts), max(pair[1] for pair in amounts)
    hours = pay_rules().year_weeks.value * scale.week_hours
    told = (
        f"band {' to '.join(dict.fromkeys(bands))} of {scale.name}, {scale.start.year}: {_pounds(low)} to {_pounds(top)} a year"
    )
    basis = f"over {_plain(pay_rules().year_weeks.value)} weeks of {_plain(scale.week_hours)} hours"
    return Pay(round(low / hours, 2), round(top / hours, 2), f"{told}, {basis}")


def _pounds(amount: float) -> str:
    return f"£{number(amount, 0 if float(amount).is_integer() else 2)}"


def _a(per: Per) -> str:
    return f"an {per}" if per is Per.HOUR else f"a {per}"


def _plain(amount: float) -> str:
    return f"{amount:g}"
