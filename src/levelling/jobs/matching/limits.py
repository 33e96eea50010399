"""Limits, one pair at a time: which hold, which are broken, which hang on what the advert does not say."""

from enum import StrEnum

from levelling.jobs.matching.settings import Settings
from levelling.jobs.person import Person
from levelling.jobs.travel import hectometres
from levelling.jobs.vacancy import Contract, Vacancy


class Limit(StrEnum):
    """Something that a match never breaks."""

    OPEN = "closing date"
    PAID = "paid work"
    REACH = "travel"
    HOURS = "hours"
    TIMES = "days and times"
    PAY = "pay"
    LICENCES = "licences"
    DEMANDS = "what the work asks"


class State(StrEnum):
    """How a limit stands."""

    KEPT = "kept"
    BROKEN = "broken"
    UNKNOWN = "not known"


Verdicts = dict[Limit, State]


def verdicts(person: Person, vacancy: Vacancy, by: Settings) -> Verdicts:
    """How each limit stands between a person and a vacancy.

    A limit that a person does not set is kept. One that they set, and of which the advert says nothing, is not known. Everybody
    sets a floor of pay: the legal minimum where not their own. An apprenticeship may lawfully pay less in its first year, so that
    those who set no floor of their own are held to the apprentices' minimum there.

    Example:
        >>> from datetime import date
        >>> from levelling.jobs.matching import settings
        >>> by = settings(date(2026, 11, 28))
        >>> found = verdicts(Person("a", hours=(10, 16)), Vacancy("v", "cook", remote=True), by)
        >>> [limit.value for limit, state in found.items() if state is State.UNKNOWN]
        ['hours', 'pay']
    """
    return {
        Limit.OPEN: _state(vacancy.closes is None or vacancy.closes >= by.day),
        Limit.PAID: _state(vacancy.contract is not Contract.VOLUNTARY),
        Limit.REACH: _state(_in_reach(person, vacancy, by)),
        Limit.HOURS: _hours(person, vacancy),
        Limit.TIMES: _times(person, vacancy),
        Limit.PAY: _pay(person, vacancy, by),
        Limit.LICENCES: _state(vacancy.licences <= person.licences),
        Limit.DEMANDS: _state(not vacancy.demands & person.limits),
    }


def possible(found: Verdicts, by: Settings) -> bool:
    """Whether a pair may be proposed: nothing broken, and nothing unknown where that is to be dropped."""
    refused = {State.BROKEN, State.UNKNOWN} if by.unknown == "drop" else {State.BROKEN}
    return not any(state in refused for state in found.values())


def far(person: Person, vacancy: Vacancy) -> int | None:
    """Straight distance in whole 100 m; 0 for work from home, `None` where a place is not known."""
    if vacancy.remote:
        return 0
    if person.point is None or vacancy.point is None:
        return None
    return hectometres(person.point, vacancy.point)


def lawful(contract: Contract, by: Settings) -> float:
    """The least that such work may pay by law: an apprenticeship the apprentices' minimum, which its first year may pay.

    Ages are not known, so that for other work it is the minimum of those of full age.
    """
    return by.apprentice if contract is Contract.APPRENTICESHIP and by.apprentice is not None else by.legal


def floor_of(person: Person, by: Settings, contract: Contract = Contract.UNKNOWN) -> float:
    """The least hourly pay a person can take: their own floor, and never below the legal minimum of such work."""
    return max(person.floor or 0.0, lawful(contract, by))


def pence(pounds: float) -> int:
    """Pounds as whole pence.

    Example:
        >>> pence(12.21), pence(12.605)
        (1221, 1261)
    """
    return int(pounds * 100 + 0.5 + 1e-9)


def tenths(hours: float) -> int:
    """Hours as whole tenths of an hour."""
    return int(hours * 10 + 0.5 + 1e-9)


def _state(kept: bool) -> State:
    return State.KEPT if kept else State.BROKEN


def _in_reach(person: Person, vacancy: Vacancy, by: Settings) -> bool:
    distance = far(person, vacancy)
    return vacancy.remote or (distance is not None and distance <= by.travel.reach(person) * 10)


def _hours(person: Person, vacancy: Vacancy) -> State:
    if person.hours is None:
        return State.KEPT
    if vacancy.hours is None:
        return State.UNKNOWN
    theirs, asked = [tenths(value) for value in person.hours], [tenths(value) for value in vacancy.hours]
    return _state(asked[0] <= theirs[1] and asked[1] >= theirs[0])


def _times(person: Person, vacancy: Vacancy) -> State:
    if person.times is None:
        return State.KEPT
    if not vacancy.times:
        return State.UNKNOWN
    return _state(vacancy.times <= person.times)


def _pay(person: Person, vacancy: Vacancy, by: Settings) -> State:
    if vacancy.pay is None or vacancy.pay.modelled:
        return State.UNKNOWN
    return _state(pence(vacancy.pay.most) >= pence(floor_of(person, by, vacancy.contract)))
