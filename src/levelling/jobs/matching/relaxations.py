"""What a person might loosen of one limit, and how an adviser would say it. Each is a person with that limit loosened."""

from collections.abc import Callable, Collection, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cache
from importlib.resources import files
from pathlib import Path
from typing import Annotated

from pydantic import Field

from levelling.atlas.declared import Strict
from levelling.atlas.own_file import read_own_file
from levelling.core.words import listed
from levelling.jobs.limits import DAYS, NAMED_TIMES, SLOTS, Part
from levelling.jobs.matching.limits import Limit, pence, tenths
from levelling.jobs.matching.settings import Settings
from levelling.jobs.person import Mode, Person, Reach
from levelling.jobs.vacancy import Vacancy

_SHIPPED = Path(str(files("levelling") / "facts" / "jobs" / "near.toml"))
_Reason = Annotated[str, Field(min_length=10)]
_Whole = Annotated[int, Field(ge=1, le=240)]
_JOURNEY = {Mode.WALK: "walk", Mode.CYCLE: "ride by bicycle", Mode.BUS: "bus", Mode.CAR: "drive"}
_BY = {Mode.WALK: "on foot", Mode.CYCLE: "by bicycle", Mode.BUS: "by bus", Mode.CAR: "by car"}


class _Steps(Strict):
    most: Annotated[int, Field(ge=1, le=10)]
    reason: _Reason


class _Round(Strict):
    minutes: _Whole
    km: _Whole
    pence: _Whole
    hours: _Whole
    reason: _Reason


class _Ends(Strict):
    minutes: _Whole
    hours: Annotated[int, Field(ge=1, le=168)]
    reason: _Reason


class NearRules(Strict):
    """How far beyond a limit is looked, and in what steps; see `facts/jobs/near.toml`."""

    steps: _Steps
    round: _Round
    ends: _Ends


@cache
def near_rules(path: Path | None = None) -> NearRules:
    """What is looked for just beyond a limit, as declared in `facts/jobs/near.toml` or in a file of a user's own.

    Raises:
        UserError: The file cannot be used; every fault is told.

    Example:
        >>> near_rules().round.minutes
        5
    """
    return read_own_file(path or _SHIPPED, NearRules, "file of near misses")


@dataclass(frozen=True, slots=True)
class Relaxation:
    """One limit loosened.

    Attributes:
        person: The person with the limit loosened, everything else the same.
        words: How it ends a sentence that begins with 'Two more'.
        again: How it is told after another of its limit: 'five' goes before it.
        ladder: What it is a step of: more of the same admits all that less does. Empty where it stands beside others.
        size: How far it goes; of two steps of a ladder the larger admits more.
        opens: Where it stands beside others, what it adds or gives up: licences, slots of the week, demands.
    """

    person: Person
    words: str
    again: str
    ladder: str = ""
    size: int = 0
    opens: frozenset[str | int] = frozenset()


@dataclass(frozen=True, slots=True)
class Beyond:
    """A vacancy that one limit excludes.

    Attributes:
        vacancy: The vacancy.
        hectometres: Straight distance in 100 m; -1 where a place is not known.
    """

    vacancy: Vacancy
    hectometres: int


def relaxations(limit: Limit, person: Person, beyond: Sequence[Beyond], by: Settings, rules: NearRules) -> Iterator[Relaxation]:
    """What of one limit might be loosened, so that some of what it excludes would be possible; each once.

    Never a closed vacancy, unpaid work, or pay below the legal minimum.

    Args:
        limit: The limit.
        person: The person as they are.
        beyond: What this limit alone excludes.
        by: What the matching goes by.
        rules: How far is looked, in what steps.
    """
    if limit in _WAYS:
        yield from _WAYS[limit](person, beyond, by, rules)


def time_demands(person: Person) -> frozenset[str]:
    """Demands that say no more than the days and times a person cannot work, such as nights where none of their times is one."""
    if person.times is None:
        return frozenset()
    return frozenset(name for name in person.limits & NAMED_TIMES.keys() if not NAMED_TIMES[name] & person.times)


def _reach(person: Person, beyond: Sequence[Beyond], by: Settings, rules: NearRules) -> Iterator[Relaxation]:
    distances = sorted({one.hectometres for one in beyond if one.hectometres >= 0})
    if person.remote_only:
        if distances:
            yield Relaxation(replace(person, remote_only=False), "within their reach if work away from home were possible", "")
        return
    ways = person.reach or (Reach(Mode.WALK, minutes=by.travel.on_foot),)
    farthest = max(ways, key=by.travel.km)
    # Whoever goes on foot is told of a bus: hardly anybody walks for an hour each way.
    mode = Mode.BUS if farthest.mode is Mode.WALK else farthest.mode
    in_km = farthest.km is not None and mode is farthest.mode
    step = rules.round.km if in_km else rules.round.minutes
    end = int(by.travel.km(Reach(mode, minutes=rules.ends.minutes))) if in_km else rules.ends.minutes
    amount = step
    for distance in distances:
        while amount <= end and by.travel.km(_way(mode, amount, in_km)) * 10 < distance:
            amount += step
        if amount > end:
            return
        words = f"{amount} km {_BY[mode]}" if in_km else f"{_an(amount)} {amount}-minute {_JOURNEY[mode]}"
        loosened = replace(person, reach=(*ways, _way(mode, amount, in_km)))
        again = f"at {amount} {'km' if in_km else 'minutes'}"
        yield Relaxation(loosened, f"if {words} were possible", again, "reach", amount)


def _way(mode: Mode, amount: int, in_km: bool) -> Reach:
    return Reach(mode, km=float(amount)) if in_km else Reach(mode, minutes=float(amount))


def _hours(person: Person, beyond: Sequence[Beyond], _: Settings, rules: NearRules) -> Iterator[Relaxation]:
    if person.hours is None:
        return
    (least, most), step = person.hours, rules.round.hours
    for vacancy in (one.vacancy for one in beyond if one.vacancy.hours is not None):
        low, high = (tenths(hours) for hours in vacancy.hours or ())
        if high < tenths(least):
            hours = high // (10 * step) * step
            words = f"from {hours} {_plural(hours, 'hour')} a week" if hours else "if they set no least number of hours"
            yield Relaxation(replace(person, hours=(float(hours), most)), words, f"from {hours}", "least hours", -hours)
        elif low > tenths(most):
            hours = -(-low // (10 * step)) * step
            if hours <= rules.ends.hours:
                words = f"if up to {hours} {_plural(hours, 'hour')} a week were possible"
                yield Relaxation(replace(person, hours=(least, float(hours))), words, f"up to {hours} hours", "most hours", hours)


def _pay(person: Person, beyond: Sequence[Beyond], by: Settings, rules: NearRules) -> Iterator[Relaxation]:
    legal = pence(by.legal)
    for vacancy in (one.vacancy for one in beyond if one.vacancy.pay is not None):
        offered = pence(vacancy.pay.most) if vacancy.pay else 0
        if offered < legal:
            continue  # an apprentice's wage: lawful, and nothing to propose to somebody who has set a floor above it
        floor = max(offered // rules.round.pence * rules.round.pence, legal)
        words = f"£{floor / 100:.2f} an hour{', the legal minimum,' if floor == legal else ''} were enough"
        yield Relaxation(
            replace(person, floor=floor / 100),
            f"if {words}",
            f"at £{floor / 100:.2f}{', the legal minimum' if floor == legal else ''}",
            "pay",
            -floor,
        )


def _licences(person: Person, beyond: Sequence[Beyond], *_: object) -> Iterator[Relaxation]:
    from levelling.jobs.reading.declared import licences

    known = licences()
    for lacked in {one.vacancy.licences - person.licences for one in beyond}:
        names = [known[key].label if key in known else _plain(key) for key in sorted(lacked)]
        carried = frozenset(other for key in lacked if key in known for other in known[key].includes)
        loosened = replace(person, licences=person.licences | lacked | carried)
        yield Relaxation(loosened, f"with {listed(names)}", f"with {listed(names)}", opens=lacked | carried)


def _demands(person: Person, beyond: Sequence[Beyond], *_: object) -> Iterator[Relaxation]:
    from levelling.jobs.reading.declared import demands

    known = demands()
    for asked in {one.vacancy.demands & person.limits for one in beyond}:
        names = [known[key].label if key in known else _plain(key) for key in sorted(asked)]
        words = f"excluded by what the work asks: {listed(names)}"
        yield Relaxation(replace(person, limits=person.limits - asked), words, f"by {listed(names)}", opens=asked)


def _times(person: Person, beyond: Sequence[Beyond], *_: object) -> Iterator[Relaxation]:
    theirs = person.times or frozenset()
    implied = time_demands(person)
    for needed in {_needed(one.vacancy, theirs, implied) for one in beyond}:
        holding = [(name, slots) for name, slots in _GROUPS if needed <= slots]
        name, slots = min(holding, key=lambda one: len(one[1] - theirs))
        given = frozenset(one for one in implied if NAMED_TIMES[one] & slots)
        loosened = replace(person, times=theirs | slots, limits=person.limits - given)
        yield Relaxation(loosened, f"if {name} were possible", f"if {name} were", opens=slots - theirs)


def _needed(vacancy: Vacancy, theirs: frozenset[int], implied: frozenset[str]) -> frozenset[int]:
    """Slots a vacancy needs beyond a person's, those of what it calls nights, evenings or weekends too."""
    needed = (vacancy.times or frozenset()) - theirs
    for name in sorted(vacancy.demands & implied):
        if not NAMED_TIMES[name] & needed:
            needed |= NAMED_TIMES[name]
    return needed


def _groups() -> Iterator[tuple[str, frozenset[int]]]:
    parts = {Part.DAY: "daytimes", Part.EVENING: "evenings", Part.NIGHT: "nights"}
    days = {"weekday ": range(5), "weekend ": range(5, 7), "": range(7)}
    for at, (day, part) in enumerate(SLOTS):
        yield f"{DAYS[day]} {parts[part]}", frozenset({at})
    for day in range(7):
        yield f"any time on {DAYS[day]}s", _slots(range(day, day + 1), parts)
    for name, which in days.items():
        for part, said in parts.items():
            yield f"{name}{said}", _slots(which, [part])
    yield "weekends", _slots(range(5, 7), parts)
    for name, which in days.items():
        for one, other in ((Part.DAY, Part.EVENING), (Part.EVENING, Part.NIGHT), (Part.DAY, Part.NIGHT)):
            yield f"{name}{parts[one]} and {parts[other]}", _slots(which, [one, other])
    for part, said in parts.items():
        yield f"{said} and weekends", _slots(range(7), [part]) | _slots(range(5, 7), parts)
    yield "any weekday time", _slots(range(5), parts)
    yield "any time of the week", frozenset(range(len(SLOTS)))


def _slots(days: range, parts: Collection[Part]) -> frozenset[int]:
    return frozenset(at for at, (day, part) in enumerate(SLOTS) if day in days and part in parts)


_GROUPS = tuple(_groups())
_Way = Callable[[Person, Sequence[Beyond], Settings, NearRules], Iterator[Relaxation]]
_WAYS: dict[Limit, _Way] = {
    Limit.REACH: _reach,
    Limit.HOURS: _hours,
    Limit.TIMES: _times,
    Limit.PAY: _pay,
    Limit.LICENCES: _licences,
    Limit.DEMANDS: _demands,
}


def _an(number: int) -> str:
    return "an" if str(number).startswith("8") or number in (11, 18) else "a"


def _plural(number: int, word: str) -> str:
    return word if number == 1 else f"{word}s"


def _plain(key: str) -> str:
    return key.replace("-", " ")
