"""Needs meet the register."""

from collections.abc import Iterable, Mapping, Sequence
from datetime import date

from levelling.atlas import Atlas
from levelling.core.area import NATIONS, Area
from levelling.core.errors import UnknownArea
from levelling.core.need import Need
from levelling.core.period import Period
from levelling.core.words import number
from levelling.solutions.match.fits import Fit, fit_of
from levelling.solutions.match.offer import GIVES, Known, Money, Offer, Relevance, relevance_of
from levelling.solutions.match.reach import Ground, Reached, Reaches, ground_of, reach_of
from levelling.solutions.match.result import Answered, Ended, Matched
from levelling.solutions.register import Amount, Enabler, Register, Status, User, ahead, register

_OVER = frozenset({Status.CLOSED, Status.REPLACED})
_REACHES = {item: place for place, item in enumerate(Reaches)}
_STATUS = {Status.OPEN: 0, Status.NOT_BEGUN: 1, Status.CANNOT_TELL: 2}
_KNOWN = {item: place for place, item in enumerate(Known)}
UNSEEN = 5
"""Years without a source that shows it open, after which a fund or programme of which one cannot tell is no longer offered."""
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
    return Matcher(atlas, as_of, user=user, known=known).match(area, needs, said)


class Matcher:
    """A register at a date, ready to be held against many places: what does not hang on the place is worked out once.

    Args:
        atlas: Where areas and their overlaps are read.
        as_of: The date; the day the register was last looked over where none is given.
        user: Only what these can use; everything where none is given.
        known: The register; the package's own where none is given.
    """

    def __init__(
        self, atlas: Atlas, as_of: Period | None = None, *, user: User | None = None, known: Register | None = None
    ) -> None:
        self._atlas = atlas
        self._held = known or register()
        self.as_of = as_of or self._held.as_of
        self.user = user
        self._standing = {enabler.id: self._held.status(enabler, self.as_of) for enabler in self._held}
        self._fitting: dict[str, list[tuple[Enabler, Relevance]]] = {}
        self._alike: dict[tuple[str, str, bool], Reached] = {}

    def match(self, area: Area, needs: Iterable[Need], said: str = "") -> Matched:
        """What may help with each need of one place, as `match` gives it."""
        ground = ground_of(self._atlas, area, said)
        usable = (enabler for enabler in self._held if self.user is None or self.user in enabler.users)
        reached = {enabler.id: self._reach(enabler, ground) for enabler in usable}
        answers = tuple(self._answer(need, reached, ground) for need in needs)
        return Matched(area, self.as_of, self.user, answers, _notes(self._held, area, self.as_of))

    def _reach(self, enabler: Enabler, ground: Ground) -> Reached:
        """Whether an enabler reaches the place: without areas of its own, it is the same for all places of a nation alike."""
        if enabler.areas or ground.area.nation not in NATIONS:
            return reach_of(enabler, ground, self.as_of)
        key = (enabler.id, ground.area.nation, ground.is_boardless)
        if key not in self._alike:
            self._alike[key] = reach_of(enabler, ground, self.as_of)
        return self._alike[key]

    def _answer(self, need: Need, reached: Mapping[str, Reached], ground: Ground) -> Answered:
        fit = fit_of(need)
        offers = []
        ended = []
        for enabler, relevance in self._relevant(need, fit):
            reach = reached.get(enabler.id)
            if reach is None or reach.answer is Reaches.NO:
                continue
            status = self._standing[enabler.id]
            if status.status not in _OVER and not self._long_unseen(enabler):
                offers.append(Offer(enabler, relevance, reach, status, _money(self._atlas, enabler, reach), fit, ground))
            elif relevance.gives:
                ended.append(self._ended(enabler))
        ranked = tuple(sorted(offers, key=rank_of))
        over = tuple(sorted(ended, key=lambda item: (-_end(item.enabler), item.enabler.name)))
        return Answered(need, ranked, over, _sentence(ranked, fit, ground))

    def _long_unseen(self, enabler: Enabler) -> bool:
        """Whether no source has shown it open for so long that to offer it, even with doubt, would mislead."""
        doubtful = self._standing[enabler.id].status is Status.CANNOT_TELL
        if not doubtful or enabler.kind not in GIVES or not enabler.attested:
            return False
        return max(one.end for one in enabler.attested).year + UNSEEN < self.as_of.end.year

    def _relevant(self, need: Need, fit: Fit) -> list[tuple[Enabler, Relevance]]:
        if need.id not in self._fitting:
            found = ((enabler, relevance_of(enabler, fit)) for enabler in self._held)
            self._fitting[need.id] = [(enabler, relevance) for enabler, relevance in found if relevance is not None]
        return self._fitting[need.id]

    def _ended(self, enabler: Enabler) -> Ended:
        followed = tuple((self._held.get(name), self._standing[name]) for name in enabler.replaced_by)
        return Ended(enabler, self._standing[enabler.id], followed)


def _end(enabler: Enabler) -> int:
    over = enabler.ended or enabler.seen_ended
    return over.end.toordinal() if over else 0


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


def _money(atlas: Atlas, enabler: Enabler, reach: Reached) -> Money:
    """The sum for the named area that holds the place, else the one for all together of the newest source, else none."""
    named = reach.named
    if named is not None and named.pounds is not None:
        people = sum(_people(atlas, code) for code in named.codes)
        words = f"for {named.name}{f', {named.period}' if named.period else ''}"
        return Money(Known.HERE, named.pounds, words, named.note, named.pounds / people if people else None)
    amount = max(enabler.amounts, key=lambda item: (_dated(item), item.pounds), default=None)
    if amount is None:
        return Money(Known.NOT)
    note = amount.note.strip()
    scope = f"{note[:1].lower()}{note[1:].rstrip('.')}" if note.startswith("For each") else "in all"
    return Money(Known.ALL, amount.pounds, f"{scope}{f', {amount.period}' if amount.period else ''}", note, amount=amount)


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
        live = [offer for offer in gives if offer.status.is_open]
        what, doubt = (live, f"reaches {ground.said}") if live else (gives, "is open")
        one = "it" if len(what) == 1 else "any of them"
        return f"For {fit.whom} the register holds {_first(what)}, but whether {one} {doubt} cannot be told from the sources."
    nothing = f"No open fund or programme in the register is for {fit.whom} in {ground.said}."
    rest = "What is listed sets rules for it, plans it or measures it, or is for something near to it."
    return f"{nothing} {rest}" if offers else nothing


def _first(offers: Sequence[Offer]) -> str:
    """The first by name, and how many others."""
    others = len(offers) - 1
    more = "one other" if others == 1 else f"{number(others, 0)} others"
    return f"{offers[0].enabler.name} and {more}" if others else offers[0].enabler.name


def _notes(held: Register, area: Area, as_of: Period) -> tuple[str, ...]:
    """What to mind of the register for the place's nation."""
    dated = f"The register was last looked over in {held.as_of.label}. Ask before you rely on it: funds close, and sources lag."
    if as_of.start > held.as_of.end:
        dated += f" {ahead(as_of, held.as_of)}"
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
