"""Who covers a place, in sentences that can be read aloud."""

from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING

from levelling.core.area import Level
from levelling.core.period import Period
from levelling.core.words import listed, number, opened, place
from levelling.solutions.coverage.bodies import Body
from levelling.solutions.coverage.health import OLDEST_HEALTH
from levelling.solutions.coverage.kinds import BodyKind

if TYPE_CHECKING:
    from levelling.solutions.coverage.alignment import Pair
    from levelling.solutions.coverage.place import Coverage, Covering

_WHOLE = 0.995
_ONCE = 1.5
"""Where the shares under bodies of one kind add up to more than this, people live under two at once."""
_FEW = 6
_SEATS = {
    "by rule": "has a seat by rule on the",
    "by local choice": "may be asked onto the",
    "none by rule": "has no seat by rule on the",
}


def sentences(found: "Coverage") -> tuple[str, ...]:
    """What is to be said of who covers a place."""
    told = [_who(found), _score(found)]
    if found.worst is not None:
        told.append(worst_words(found.worst))
    told += [_divided(found, items) for items in found.divided.values() if len(items) <= _FEW and _is_split(found)]
    told += [line for line in (_voluntary(found), _economy(found)) if line]
    return tuple(told)


def reasons(found: "Coverage") -> tuple[str, ...]:
    """What cannot be said of it, and why."""
    return (*_planned(found), *_boards_of_care(found), *_early(found), *_years(found), *_not_held(found), *_left_out(found))


def called(body: Body) -> str:
    """A body as it stands in a sentence: 'Derbyshire county council', 'the East Midlands combined county authority'.

    Example:
        >>> called(Body(BodyKind.DISTRICT, "High Peak", Level.LAD, "E07000037", frozenset(), 0))
        'High Peak district council'
    """
    first, comma, rest = body.name.partition(", ")
    name = f"{rest} {first}" if comma and rest.endswith(" of") else body.name
    match body.kind:
        case BodyKind.COUNCIL | BodyKind.DISTRICT | BodyKind.COUNTY:
            return f"{name} {body.kind.value}"
        case BodyKind.STP:
            return f"{name} (STP)"
        case BodyKind.POLICE if "Police" not in name:
            return f"{name} police"
        case BodyKind.FIRE if "Fire" not in name:
            return f"{name} fire and rescue authority"
        case BodyKind.GLA:
            return f"the {name}"
        case BodyKind.COMBINED | BodyKind.COMBINED_COUNTY | BodyKind.LEP | BodyKind.TTWA | BodyKind.LSIP:
            return f"the {name} {body.kind.value}"
        case _:
            # The others say what they are in their names.
            return name


def on(as_of: Period) -> str:
    """A date as it opens a sentence.

    Example:
        >>> on(Period.parse("2020-12")), on(Period.parse("2020-12-05"))
        ('In December 2020', 'On 5 December 2020')
    """
    return f"{'On' if as_of.start == as_of.end else 'In'} {as_of.label}"


def worst_words(worst: "Pair") -> str:
    """Which pair fits worst, and how many people it concerns."""
    smaller, larger = called(worst.smaller), called(worst.larger)
    return (
        f"The two that fit worst are {smaller} and {larger}: {worst.outside:,} of the {worst.smaller.people:,} people under the "
        f"first ({_percent(worst.share_outside)}) live outside the second."
    )


def _who(found: "Coverage") -> str:
    kinds: dict[BodyKind, int] = {}
    for item in found.bodies:
        kinds[item.body.kind] = kinds.get(item.body.kind, 0) + 1
    parts = [f"{count} {kind.plural}" if count > 1 else _one(kind) for kind, count in kinds.items()]
    count = len(found.bodies)
    bodies = "1 body has" if count == 1 else f"{count} bodies have"
    return f"{on(found.as_of)}, {bodies} ground in {place(found.area)}: {listed(parts)}."


def _one(kind: BodyKind) -> str:
    if kind is BodyKind.GLA:
        return "the Greater London Authority"
    article = "an" if kind is BodyKind.STP or kind.value[0] in "aeio" else "a"
    return f"{article} {kind.value}"


def _score(found: "Coverage") -> str:
    if len(found.bodies) < 2:
        return "With one body alone there is nothing that could fail to fit: alignment is 100 out of 100."
    if found.worst is None:
        return "Each lies wholly inside the larger ones over it: alignment is 100 out of 100."
    score = score_words(found.alignment)
    return (
        f"Alignment is {score} out of 100: of any two bodies over somebody here, the larger holds on average {score}% of the "
        "people of the smaller."
    )


def score_words(score: float) -> str:
    """A score as it is written: never 100 where something does not fit.

    Example:
        >>> score_words(99.98), score_words(71.26)
        ('99.9', '71.3')
    """
    return number(min(score, 99.9) if score < 100 else score, 1)


def _is_split(found: "Coverage") -> bool:
    return found.area.level is Level.LAD


def _divided(found: "Coverage", items: Sequence["Covering"]) -> str:
    kinds = items[0].body.kind.plural
    at_once = sum(item.share_here for item in items) > _ONCE
    verb, many = ("lies in", f"{len(items)} {kinds} at once") if at_once else ("is divided between", f"{len(items)} {kinds}")
    parts = [
        called(item.body) if at_once else f"{called(item.body)}, with {_percent(item.share_here)} of its people" for item in items
    ]
    return f"{opened(place(found.area))} {verb} {many}: {listed(parts)}."


def _voluntary(found: "Coverage") -> str:
    seats: dict[str, list[str]] = {}
    for item in found.covering:
        if item.board is not None and item.seated:
            seats.setdefault(item.vcse_seat or "", []).append(item.board.name.lower())
    if not seats:
        return ""
    words = {
        "by rule": "has a seat by rule on the",
        "by local choice": "may be asked onto the",
        "none by rule": "has no seat by rule on the",
    }
    told = [f"{words[seat]} {listed(list(dict.fromkeys(seats[seat])))}" for seat in words if seat in seats]
    return f"The voluntary sector {'; it '.join(told)}."


def _economy(found: "Coverage") -> str:
    if not found.economy:
        return ""
    first = found.economy[0]
    name, here = first.body.name, _percent(first.share_here)
    if first.share_here >= _WHOLE:
        return (
            f"As an economy it lies in the {name} travel-to-work area, of whose people {_percent(first.share_there)} live here."
        )
    count = len(found.economy)
    return f"As an economy it lies in {count} travel-to-work areas: {here} of its people live in that of {name}."


def _percent(share: float) -> str:
    text = f"{100 * share:.0f}%"
    if 0 < share < 0.005:
        return "under 1%"
    return "over 99%" if text == "100%" and share < 1 else text


def _planned(found: "Coverage") -> Iterable[str]:
    for item in found.planned:
        yield (
            f"An authority for {item.name} was announced, with a first election in {item.first_election.label}. To be confirmed: "
            "whether it exists was not found, so it is not among the bodies."
        )


def _boards_of_care(found: "Coverage") -> Iterable[str]:
    """How a care board came by its ground, and whom it works with: mergers are mergers, clusters are clusters."""
    for item in found.covering:
        if item.body.kind is BodyKind.ICB:
            yield from (f"{opened(called(item.body))}: {note}" for note in item.body.notes)


def _early(found: "Coverage") -> Iterable[str]:
    kinds = {item.body.kind for item in found.covering}
    if found.as_of.end < OLDEST_HEALTH.start and BodyKind.CCG in kinds:
        yield (
            "Clinical commissioning groups and STPs are drawn as in April 2021, the oldest boundaries we hold: those that merged "
            "or moved by then are shown as they became."
        )


def _years(found: "Coverage") -> Iterable[str]:
    year = str(found.as_of.end.year)
    for item in found.covering:
        if year in {item.body.began, item.body.ended}:
            name, happened = called(item.body), "began" if item.body.began == year else "ended"
            told = f"{opened(name)} {happened} in {year}."
            yield f"{told} The look-ups do not say in which month; it is taken to be April."


def _not_held(found: "Coverage") -> Iterable[str]:
    if found.area.nation == "S":
        yield "The fire and rescue service of Scotland is one for the whole nation and is not in the look-ups."
    if found.area.nation == "N":
        yield "Police, and fire and rescue, are one service each for Northern Ireland and are not in the look-ups."
    without = [_several(item.body.kind) for item in found.bodies if item.board is None or not item.seated]
    if without:
        yield f"The rules of who sits on {listed(list(dict.fromkeys(without)))} are not among the facts we hold."


def _several(kind: BodyKind) -> str:
    return _one(kind) if kind is BodyKind.GLA else kind.plural


def _left_out(found: "Coverage") -> Iterable[str]:
    if found.slivers:
        names = [f"{called(item.body)} ({item.people:,} people)" for item in found.slivers[:_FEW]]
        more = len(found.slivers) - len(names)
        rest = [f"{more} more"] if more else []
        yield f"Left out, as less than 1% of the place and of the body lie in both: {listed([*names, *rest])}."
