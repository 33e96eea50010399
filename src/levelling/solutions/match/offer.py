"""An offer: an enabler held against one need of a place, with the reasons for it in words."""

from dataclasses import dataclass, field
from enum import IntEnum, StrEnum

from levelling.core.area import Level
from levelling.core.words import listed
from levelling.solutions.match.fits import Fit, about, near, shared
from levelling.solutions.match.reach import Ground, Reached, Reaches
from levelling.solutions.register import Amount, Enabler, Kind, Mechanism, StatusAt, User


class Relevance(IntEnum):
    """How directly an enabler helps with a need, the most direct first."""

    HELPS = 1
    HELPS_TOO = 2
    SETS_RULES = 3
    FRAMES = 4
    NEAR = 5

    @property
    def words(self) -> str:
        """What it means."""
        return _RELEVANCE[self]

    @property
    def gives(self) -> bool:
        """Whether it is a fund or a programme that helps with the need itself."""
        return self <= Relevance.HELPS_TOO


_RELEVANCE = {
    Relevance.HELPS: "helps with it",
    Relevance.HELPS_TOO: "helps with it beside other things, or some of the people",
    Relevance.SETS_RULES: "sets a rule or a standard for it",
    Relevance.FRAMES: "plans it, measures it or joins people up around it",
    Relevance.NEAR: "helps with something near to it",
}
_WAYS = {
    Mechanism.BROKERAGE: "advice and bringing people together with work or help",
    Mechanism.COMMISSIONING: "what is bought for people who need care or support",
    Mechanism.DATA: "figures and measures",
    Mechanism.GOVERNANCE: "who decides and plans",
    Mechanism.HEALTH_SUPPORT: "help with health",
    Mechanism.INFRASTRUCTURE: "building and investment",
    Mechanism.JOB_CREATION: "making jobs",
    Mechanism.SOCIAL_PRESCRIBING: "social prescribing",
    Mechanism.SOCIAL_VALUE: "what public buyers ask for beyond the price",
    Mechanism.TRAINING: "training",
    Mechanism.WAGE_FLOOR: "a floor under pay and conditions",
}
_USERS = {
    User.COUNCIL: "councils",
    User.NHS: "the NHS",
    User.EMPLOYER: "employers",
    User.VCSE: "the voluntary sector",
    User.PERSON: "people who look for work or better work",
}
_WHOEVER = "whoever leads it"
GIVES = frozenset({Kind.FUND, Kind.PROGRAMME})
_RULES = frozenset({Kind.DUTY, Kind.STANDARD, Kind.LEVY})
_FRAMING = frozenset({Mechanism.GOVERNANCE, Mechanism.DATA, Mechanism.COMMISSIONING})


class Known(StrEnum):
    """What is known of the money."""

    HERE = "for this area"
    ALL = "in all"
    NOT = "not known"


@dataclass(frozen=True, slots=True)
class Money:
    """What is known of an enabler's money, as its source states it.

    Attributes:
        known: For the named area that holds the place, for everyone together, or not known.
        pounds: Pounds; `None` where not known.
        words: For what: the area, the period.
        note: What the source adds to it; empty where nothing.
        per_head: Pounds for each person of the named area; `None` where that is not known.
        amount: The sum and its source, where it is of all together.
    """

    known: Known
    pounds: float | None = None
    words: str = ""
    note: str = ""
    per_head: float | None = None
    amount: Amount | None = None


@dataclass(frozen=True, slots=True)
class Offer:
    """An enabler held against one need.

    Attributes:
        enabler: The enabler.
        relevance: How directly it helps.
        reach: Whether it reaches the place.
        status: How it stands at the date.
        money: What is known of its money.
        fit: What helps with the need.
        ground: What the place lies in.
    """

    enabler: Enabler
    relevance: Relevance
    reach: Reached
    status: StatusAt
    money: Money
    fit: Fit = field(repr=False)
    ground: Ground = field(repr=False)

    @property
    def reason(self) -> str:
        """Why it is here, in sentences."""
        return reason_of(self.enabler, self.fit, self.relevance, self.reach, self.status)

    @property
    def first_steps(self) -> tuple[str, ...]:
        """What the place must do first, in sentences."""
        return steps_of(self.enabler, self.ground, self.reach, self.status)

    @property
    def who_agrees(self) -> str:
        """Who must agree, in a sentence or two."""
        return agreement_of(self.enabler, self.ground)

    @property
    def vcse(self) -> str:
        """What the voluntary sector can bring, in a sentence."""
        return vcse_of(self.enabler)


def relevance_of(enabler: Enabler, fit: Fit) -> Relevance | None:
    """How directly an enabler helps with a need; `None` where it does not.

    It helps where it is about the need, works in a way that acts on it, and is a fund or a programme; where what it is chiefly
    about (its first topic) is something else, or some of the people only, it comes after those. It sets rules where it is a duty,
    a standard or a levy of that kind; it frames where it is about the need and is another thing, or plans, measures or buys; it
    is near where it is a fund or a programme that works another way, or acts in that way on something near.
    """
    acts = enabler.mechanism in fit.acts
    if about(enabler, fit):
        if acts and enabler.kind in GIVES:
            chiefly = bool(fit.words) or enabler.topics[:1] == shared(enabler, fit.about)[:1]
            return Relevance.HELPS if chiefly else Relevance.HELPS_TOO
        if enabler.kind in GIVES and enabler.mechanism not in _FRAMING:
            return Relevance.NEAR
        return Relevance.SETS_RULES if acts and enabler.kind in _RULES else Relevance.FRAMES
    return Relevance.NEAR if acts and enabler.kind in GIVES and near(enabler, fit) else None


def reason_of(enabler: Enabler, fit: Fit, relevance: Relevance, reach: Reached, status: StatusAt) -> str:
    """Why an enabler is offered: what it is, what it is about, how it works, where it reaches, and how it stands."""
    topics = shared(enabler, fit.near if relevance is Relevance.NEAR else fit.about) or enabler.topics
    what = listed([topic.value for topic in topics])
    lead = f"This {enabler.kind.value} is about {what} and works through {_WAYS[enabler.mechanism]}"
    if relevance is Relevance.NEAR:
        lead += f", which is near to the need but not made for {fit.whom}"
    elif relevance is Relevance.HELPS_TOO:
        lead += f"; it is chiefly about {enabler.topics[0].value}"
    opening = f"{_sentence(enabler.purpose)} " if enabler.purpose.strip() else ""
    stands = "In force" if status.is_open and enabler.kind in _RULES else _capital(status.status.value)
    return f"{opening}{lead}. {reach.sentence} {stands}: {_small(status.sentence)}"


def steps_of(enabler: Enabler, ground: Ground, reach: Reached, status: StatusAt) -> tuple[str, ...]:
    """What the place must do first: the conditions on record, what to ask, and who may come forward."""
    steps = [_sentence(text) for text in enabler.conditions]
    steps += [f"Mind: {_small(text.rstrip('.'))}." for text in enabler.ring_fences]
    lead = _lead(enabler)
    if reach.answer is Reaches.CANNOT_TELL:
        steps.append(f"Ask {lead} whether it reaches {ground.said}.")
    if not status.is_open:
        steps.append(f"Ask {lead} whether it still takes people or bids.")
    if enabler.users:
        steps.append(f"It can be used by {listed([words for user, words in _USERS.items() if user in enabler.users])}.")
    if not enabler.conditions:
        steps.append(f"No conditions are on record: ask {lead} how to take part.")
    return tuple(steps)


def agreement_of(enabler: Enabler, ground: Ground) -> str:
    """Who must agree: who leads it, and the bodies over the place that it works through."""
    over = list(dict.fromkeys(name for level in enabler.levels for name in _bodies(level, ground)))
    lead = _lead(enabler)
    led = f"Led by {lead}." if lead != _WHOEVER else "Who leads it differs from place to place."
    return f"{led} At the level it works at, {ground.said} is under {listed(over)}." if over else led


def _bodies(level: str, ground: Ground) -> tuple[str, ...]:
    if level == "combined authority":
        if ground.is_london:
            return ("the Greater London Authority",)
        return tuple(f"the combined authority of {name}" for name in ground.bodies.get(Level.CAUTH, ()))
    if level == "integrated care board":
        return ground.bodies.get(Level.ICB, ())
    if ground.area.level is not Level.LAD:
        return ()
    if level == "upper-tier council":
        counties = ground.bodies.get(Level.COUNTY, ())
        return tuple(f"the county council of {name}" for name in counties) or (f"the council of {ground.said}",)
    return (f"the council of {ground.said}",) if level == "council" else ()


def vcse_of(enabler: Enabler) -> str:
    """What the voluntary sector can bring, as the register has it."""
    role = enabler.vcse_role.strip()
    if not role or role.casefold() in {"none", "not stated", "none stated"}:
        return "No part for the voluntary sector is on record."
    return f"The voluntary sector's part: {_small(role.rstrip('.'))}."


def _lead(enabler: Enabler) -> str:
    names = [part.strip() for part in enabler.lead.split(";") if part.strip() and part.strip() != "various"]
    return listed(names) or _WHOEVER


def _sentence(text: str) -> str:
    return f"{_capital(text.strip().rstrip('.'))}."


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:]


def _small(text: str) -> str:
    """The text with its first letter small, unless its first word is a name in capitals: 'NHS', 'DWP'."""
    first = text.partition(" ")[0]
    return text if len(first) > 1 and first[:2].isupper() else text[:1].lower() + text[1:]
