"""One match in sentences that an adviser can read aloud: what fits, what is missing, what rubs, what to ask."""

from collections.abc import Sequence
from datetime import date
from enum import StrEnum

from levelling.core.words import listed
from levelling.jobs.matching.limits import Limit
from levelling.jobs.person import Mode, Person
from levelling.jobs.vacancy import Contract, Vacancy

NAMED = 3
"""Skills named in a sentence; the table has them all."""
NEAR_LIMIT = 0.85
"""Share of a reach from which the way to work is told as long."""
CLOSE_PAY = 1.03
"""Pay up to this many times the floor is told as close to it."""
SOON = 7
"""Days before its closing date from which a vacancy is told as closing soon."""
_LEVELS = ("no qualifications", "level 1", "level 2 (GCSE)", "level 3 (A level)", "level 4", "level 5", "level 6 (degree)")
_BY = {Mode.WALK: "on foot", Mode.CYCLE: "by bicycle", Mode.BUS: "by bus", Mode.CAR: "by car"}
_INSECURE = {
    Contract.ZERO_HOURS: "No hours are guaranteed (a zero-hours contract).",
    Contract.TEMPORARY: "The work is temporary.",
    Contract.FIXED_TERM: "The contract is for a fixed term.",
}


class Whose(StrEnum):
    """How somebody is known to have skills, as the beginning of a sentence that names them."""

    THEIRS = "They have"
    WORK = "What they have done usually brings"
    BOTH = "They have, or what they have done usually brings,"


def pounds(value: float) -> str:
    """Hourly pay as an advert writes it.

    Example:
        >>> pounds(12.2), pounds(13)
        ('£12.20', '£13.00')
    """
    return f"£{value:,.2f}"


def level(value: int) -> str:
    """A level of qualification with what it is known as.

    Example:
        >>> level(2), level(8)
        ('level 2 (GCSE)', 'level 8')
    """
    return _LEVELS[value] if value < len(_LEVELS) else f"level {value}"


def skills(shared: Sequence[str], essential: int, held: int, *, by_title: bool, whose: Whose = Whose.THEIRS) -> str:
    """Which of a vacancy's skills somebody has, the most telling first; empty where they have none of those it needs.

    Args:
        shared: Labels of the skills both have, the rarest first.
        essential: How many skills the vacancy cannot do without.
        held: How many of these the person has.
        by_title: Whether the advert has no list of skills, so that they are what its occupation usually needs.
        whose: Whether the person has named them, or they are what the work they have done usually needs.

    Example:
        >>> skills(["prepare ready-made dishes", "clean surfaces"], 6, 2, by_title=True)
        'They have 2 of the 6 skills this work usually needs: prepare ready-made dishes and clean surfaces.'
        >>> skills(["season food"], 4, 1, by_title=False, whose=Whose.WORK)
        'What they have done usually brings 1 of the 4 skills it asks for: season food.'
        >>> skills([], 6, 0, by_title=False)
        ''
    """
    has = whose.value
    if not essential:
        return (
            "The advert names too few skills to go by, and none are known for its title."
            if not shared
            else f"{has} {_some(shared)}."
        )
    if not held:
        return ""
    return f"{has} {_of(held, essential, by_title)}{':' if held <= NAMED else ', among them'} {_some(shared)}."


def named(shared: Sequence[str], count: int, *, whose: Whose = Whose.THEIRS) -> str:
    """Which of the skills that an advert's own text speaks of somebody has; empty where none.

    Args:
        shared: Labels of those they have, the rarest first.
        count: How many the advert itself names.
        whose: As for `skills`.

    Example:
        >>> named(["season food"], 2)
        'They have 1 of the 2 skills the advert itself names: season food.'
    """
    if not shared:
        return ""
    has = whose.value
    held = len(shared)
    part = f"{held} of the {count} skills" if held < count else ("the one skill" if held == 1 else f"all {held} skills")
    return f"{has} {part} the advert itself names{':' if held <= NAMED else ', among them'} {_some(shared)}."


def _of(held: int, essential: int, by_title: bool) -> str:
    """So many of so many skills: 'both', 'all 3', '2 of the 6', 'the one'."""
    if held == essential:
        whole = "the one skill" if held == 1 else "both skills" if held == 2 else f"all {held} skills"
        return f"{whole} this work usually needs" if by_title else f"{whole} it asks for"
    return f"{held} of the {essential} skills {'this work usually needs' if by_title else 'it asks for'}"


def occupation(likeness: int, wanted: bool, theirs: str, title: str) -> str:
    """How near the vacancy's occupation is to what somebody wants or has done; empty where it is not near.

    Example:
        >>> occupation(80, False, "shop assistant", "sales assistant")
        'Sales assistant is close to shop assistant, which they have done.'
    """
    if not likeness:
        return ""
    done = "which they want to do" if wanted else "which they have done"
    if likeness >= 100 or theirs == title:
        return f"It is work as {_article(title)}, {done}."
    near = {True: "close to", False: "of the same family as"}[likeness >= 64]
    return f"{title[:1].upper()}{title[1:]} is {near} {theirs}, {done}."


def way(person: Person, vacancy: Vacancy, km: float | None, minutes: dict[Mode, float]) -> str:
    """How far it is and by what, or that it is done from home."""
    if vacancy.remote:
        return "It can be done from home."
    if km is None:
        return ""
    blur = max(point.blur for point in (person.point, vacancy.point) if point is not None)
    about = f"About {km:.0f} km" if km >= 1 else "Less than 1 km"
    rough = f", give or take {blur:.0f} km as the places are not known more exactly" if blur >= 1 else ""
    if not minutes:
        return f"{about} away as the crow flies{rough}."
    times = [f"{minutes[mode]:.0f} minutes {_BY[mode]}" for mode in sorted(minutes, key=lambda mode: minutes[mode])]
    return f"{about} away{rough}: around {listed(times, 'or')}."


def pay(vacancy: Vacancy, floor: float, own: bool) -> str:
    """What it pays against what somebody can take; empty where it is not stated."""
    if vacancy.pay is None:
        return ""
    low, high = vacancy.pay.least, vacancy.pay.most
    said = pounds(low) if round(low, 2) == round(high, 2) else f"{pounds(low)} to {pounds(high)}"
    law = (
        "the legal minimum of an apprentice's first year" if vacancy.contract is Contract.APPRENTICESHIP else "the legal minimum"
    )
    which = "the least they can take" if own else law
    above = low - floor
    beside = f", {_more(above)} above {which}" if above >= 0.005 else (f", {which}" if abs(above) < 0.005 else "")
    worked = f" ({vacancy.pay.worked_out})" if vacancy.pay.worked_out else ""
    guess = "It is thought to pay" if vacancy.pay.modelled else "It pays"
    return f"{guess} {said} an hour{beside}{worked}."


def missing(names: Sequence[str], has: int | None, asked: int | None, *, stated: bool) -> tuple[str, ...]:
    """What the vacancy asks for and the person has not.

    Args:
        names: Essential skills, the most telling first.
        has: Their level.
        asked: The level asked for.
        stated: Whether the advert says so, or it is what such work usually asks for.
    """
    told = []
    if names:
        more = len(names) - NAMED
        tail = f" and {more} more" if more > 0 else ""
        told.append(f"To gain: {'; '.join(names[:NAMED])}{tail}.")
    if asked is not None and has is not None and has < asked:
        asks = "It asks for" if stated else "Such work usually asks for"
        told.append(f"{asks} {level(asked)}; they have {level(has)}.")
    return tuple(told)


def rubs(
    person: Person, vacancy: Vacancy, floor: float, share_of_reach: float | None, day: date, legal: float = 0.0
) -> tuple[str, ...]:
    """What breaks no limit and yet may make the work hard to take or to keep. `legal` is the minimum of those of full age."""
    told = []
    if share_of_reach is not None and NEAR_LIMIT <= share_of_reach <= 1:
        told.append("The journey is close to the farthest they can go.")
    if vacancy.pay is not None and vacancy.contract is Contract.APPRENTICESHIP and vacancy.pay.least < legal:
        told.append(f"It pays an apprentice's wage: less than {pounds(legal)} an hour, the legal minimum of other work.")
    elif vacancy.pay is not None and vacancy.pay.least < floor <= vacancy.pay.most:
        told.append(f"The lower end of its pay, {pounds(vacancy.pay.least)}, is below {_which(floor, legal)}.")
    elif vacancy.pay is not None and floor <= vacancy.pay.least <= floor * CLOSE_PAY:
        told.append(f"The pay is close to {_which(floor, legal)}.")
    if person.hours and vacancy.hours and not _within(vacancy.hours, person.hours):
        told.append(f"Its hours ({_hours(vacancy.hours)}) overlap only in part with theirs ({_hours(person.hours)}).")
    if vacancy.contract in _INSECURE:
        told.append(_INSECURE[vacancy.contract])
    if vacancy.closes is not None and 0 <= (left := (vacancy.closes - day).days) <= SOON:
        told.append("It closes today." if left == 0 else f"It closes in {left} day{'s' if left != 1 else ''}.")
    return tuple(told)


def _which(floor: float, legal: float) -> str:
    return "the least they can take" if floor > legal else "the legal minimum"


def asks(unknown: Sequence[str], vacancy: Vacancy) -> tuple[str, ...]:
    """What the advert does not say although a limit hangs on it, as questions for the employer."""
    words = {
        "hours": "Ask how many hours: the advert does not say, and they have a limit.",
        "times": "Ask which days and times: the advert does not say, and they have a limit.",
        "pay": "Ask what it pays: the advert does not say."
        if vacancy.pay is None
        else "Ask what it pays: no employer stated the pay shown, the publisher worked it out by a model.",
    }
    return tuple(words[name] for name in unknown if name in words)


def broken(limits: Sequence[Limit], person: Person, vacancy: Vacancy, floor: float, km: float | None) -> tuple[str, ...]:
    """Why a vacancy is not proposed, one sentence for each limit it breaks."""
    lacked = sorted(vacancy.licences - person.licences)
    against = sorted(vacancy.demands & person.limits)
    words = {
        Limit.OPEN: "It has closed.",
        Limit.PAID: "It is unpaid.",
        Limit.REACH: f"It is about {km:.0f} km away, farther than they can go."
        if km is not None
        else "Its place, or theirs, is not known.",
        Limit.HOURS: f"Its hours ({_hours(vacancy.hours)}) are not hours they can work." if vacancy.hours else "",
        Limit.TIMES: "It needs days or times at which they cannot work.",
        Limit.PAY: f"It pays at most {pounds(vacancy.pay.most)} an hour; the least is {pounds(floor)}." if vacancy.pay else "",
        Limit.LICENCES: f"It needs what they do not hold: {listed([_plain(name) for name in lacked])}." if lacked else "",
        Limit.DEMANDS: f"It asks for what they cannot do: {listed([_plain(name) for name in against])}." if against else "",
    }
    return tuple(words[limit] for limit in limits if words[limit])


def _more(amount: float) -> str:
    return pounds(amount) if amount >= 1 else f"{amount * 100:.0f}p"


def _plain(key: str) -> str:
    return key.replace("-", " ")


def _some(names: Sequence[str]) -> str:
    return listed(list(names[:NAMED]))


def _article(title: str) -> str:
    return f"{'an' if title[:1].lower() in 'aeiou' else 'a'} {title}"


def _within(inner: tuple[float, float], outer: tuple[float, float]) -> bool:
    return outer[0] <= inner[0] and inner[1] <= outer[1]


def _hours(hours: tuple[float, float]) -> str:
    low, high = (f"{value:g}" for value in hours)
    return f"{low} a week" if low == high else f"{low} to {high} a week"
