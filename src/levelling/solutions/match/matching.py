"""Needs meet the register."""

from collections.abc import Iterable, Sequence
from datetime import date

from levelling.atlas import Atlas
from levelling.core.area import Area
from levelling.core.errors import UnknownArea
from levelling.core.need import Need
from levelling.core.period import Period
from levelling.core.words import number
from levelling.solutions.match.fits import Fit, about, fit_of
from levelling.solutions.match.offer import (
    Known,
    Money,
    Offer,
    Relevance,
    agreement_of,
    reason_of,
    relevance_of,
    steps_of,
    vcse_of,
)
from levelling.solutions.match.reach import NATIONS, Ground, ReachAt, Reaches, ground_of, reach_of
from levelling.solutions.match.result import Answered, Ended, Matched
from levelling.solutions.register import Amount, Enabler, Kind, Register, Status, StatusAt, User, register

_OVER = frozenset({Status.CLOSED, Status.REPLACED})
_REACHES = {item: place for place, item in enumerate(Reaches)}
_STATUS = {Status.OPEN: 0, Status.NOT_BEGUN: 1, Status.CANNOT_TELL: 2}
_KNOWN = {item: place for place, item in enumerate(Known)}
_GIVES = frozenset({Kind.FUND, Kind.PROGRAMME})
_FEW = 20
"""A nation with fewer enablers of its own than this is thinly held, and the answer says so."""


def match(
    atlas: Atlas,
    area: Area,
    needs: Iterable[Need],
    as_of: Period | None = None,
    *,
    user: User | None = None,
    known: Register | None = None,
    said: str = "",
) -> Matched:
    """What in the register may help with each need of a place, at a date.

    Args:
        atlas: Where areas and their overlaps are read.
        area: The place.
        needs: Its needs, as a diagnosis hands them on; they keep their order.
        as_of: The date; the day the register was last looked over where none is given.
        user: Only what these can use: a charity, a council; everything where none is given.
        known: The register; the package's own where none is given.
        said: The place's name in a sentence, where it is not simply its name.

    Example:
        >>> from levelling.challenge.needs import needs
        >>> atlas = Atlas.open()
        >>> hartlepool = atlas.area("Hartlepool")
        >>> found = match(atlas, hartlepool, needs(atlas, hartlepool), Period.parse("2026-11"))
        >>> any(offer.status.status in {"closed", "replaced"} for answer in found.answers for offer in answer.offers)
        False
    """
    held = known or register()
    day = as_of or held.as_of
    ground = ground_of(atlas, area, said or area.name)
    reached = _reached(held, ground, day, user)
    standing = {enabler.id: held.status(enabler, day) for enabler in held}
    answers = tuple(_answer(atlas, need, reached, standing, ground, held) for need in needs)
    return Matched(area, day, user, answers, _notes(held, area))


def _reached(held: Register, ground: Ground, as_of: Period, user: User | None) -> list[tuple[Enabler, ReachAt]]:
    """Every enabler that may reach the place and that the user can use, looked at once for all needs."""
    usable = (enabler for enabler in held if user is None or user in enabler.users)
    found = ((enabler, reach_of(enabler, ground, as_of)) for enabler in usable)
    return [(enabler, reach) for enabler, reach in found if reach.answer is not Reaches.NO]


def _answer(
    atlas: Atlas,
    need: Need,
    reached: Sequence[tuple[Enabler, ReachAt]],
    standing: dict[str, StatusAt],
    ground: Ground,
    held: Register,
) -> Answered:
    fit = fit_of(need)
    live = [(enabler, reach) for enabler, reach in reached if standing[enabler.id].status not in _OVER]
    offers = [
        _offer(atlas, enabler, fit, relevance, reach, standing[enabler.id], ground)
        for enabler, reach in live
        if (relevance := relevance_of(enabler, fit)) is not None
    ]
    over = [enabler for enabler, _ in reached if standing[enabler.id].status in _OVER]
    ended = tuple(
        Ended(enabler, standing[enabler.id], tuple((held.get(name), standing[name]) for name in enabler.replaced_by))
        for enabler in sorted(over, key=lambda item: (-_end(item), item.name))
        if enabler.kind in _GIVES and about(enabler, fit) and enabler.mechanism in fit.acts
    )
    ranked = tuple(sorted(offers, key=rank_of))
    return Answered(need, ranked, ended, _sentence(ranked, fit, ground))


def _end(enabler: Enabler) -> int:
    over = enabler.ended or enabler.seen_ended
    return over.end.toordinal() if over else 0


def _offer(
    atlas: Atlas, enabler: Enabler, fit: Fit, relevance: Relevance, reach: ReachAt, status: StatusAt, ground: Ground
) -> Offer:
    return Offer(
        enabler=enabler,
        relevance=relevance,
        reach=reach,
        status=status,
        money=_money(atlas, enabler, reach),
        reason=reason_of(enabler, fit, relevance, reach, status),
        first_steps=steps_of(enabler, ground, reach, status),
        who_agrees=agreement_of(enabler, ground),
        vcse=vcse_of(enabler),
    )


def rank_of(offer: Offer) -> tuple[int, int, int, int, float, str]:
    """Where an offer stands among those of its need: relevance, reach, status, money, name; the least comes first."""
    money = offer.money
    size = money.per_head if money.per_head is not None else money.pounds
    return (
        int(offer.relevance),
        _REACHES[offer.reach.answer],
        _STATUS[offer.status.status],
        _KNOWN[money.known],
        -(size or 0.0),
        offer.enabler.name,
    )


def _money(atlas: Atlas, enabler: Enabler, reach: ReachAt) -> Money:
    """The sum for the named area that holds the place, else the one for all together of the newest source, else none."""
    named = reach.named
    if named is not None and named.pounds is not None:
        people = sum(_people(atlas, code) for code in named.codes)
        words = f"for {named.name}{f', {named.period}' if named.period else ''}"
        return Money(Known.HERE, named.pounds, words, named.pounds / people if people else None)
    amount = max(enabler.amounts, key=lambda item: (_dated(item), item.pounds), default=None)
    if amount is None:
        return Money(Known.NOT)
    return Money(Known.ALL, amount.pounds, f"in all{f', {amount.period}' if amount.period else ''}", amount=amount)


def _dated(amount: Amount) -> date:
    return amount.source.date.end if amount.source.date is not None else date.min


def _people(atlas: Atlas, code: str) -> int:
    try:
        return atlas.gazetteer.get(code).population or 0
    except UnknownArea:
        return 0


def _sentence(offers: Sequence[Offer], fit: Fit, ground: Ground) -> str:
    """How much there is for a need, in words."""
    gives = [offer for offer in offers if offer.relevance.gives]
    sure = [offer for offer in gives if offer.status.is_open and offer.reach.answer is not Reaches.CANNOT_TELL]
    if sure:
        return f"Open for {fit.whom} in {ground.said}: {_first(sure)}."
    if gives:
        one = "it is" if len(gives) == 1 else "any is"
        whether = f"whether {one} open in {ground.said} cannot be told from the sources"
        return f"For {fit.whom} the register holds {_first(gives)}, but {whether}."
    nothing = f"No open fund or programme in the register is for {fit.whom} in {ground.said}."
    rest = "What is listed sets rules for it, plans or measures it, or is for something near to it."
    return f"{nothing} {rest}" if offers else nothing


def _first(offers: Sequence[Offer]) -> str:
    """The first by name, and how many others."""
    others = len(offers) - 1
    more = "one other" if others == 1 else f"{number(others, 0)} others"
    return f"{offers[0].enabler.name} and {more}" if others else offers[0].enabler.name


def _notes(held: Register, area: Area) -> tuple[str, ...]:
    """What to mind of the register for the place's nation."""
    dated = f"The register was last looked over in {held.as_of.label}. Ask before you rely on it: funds close, and sources lag."
    nation = NATIONS.get(area.nation)
    own = sum(enabler.nations == (area.nation,) for enabler in held)
    if nation is None or own >= _FEW:
        return (dated,)
    england = sum(enabler.nations == ("E",) for enabler in held)
    thin = (
        f"The register is thin for {nation}: of what is {nation}'s alone it holds {number(own, 0)}, against {number(england, 0)} "
        f"for England. That little is listed does not mean that little is there."
    )
    return (dated, thin)
