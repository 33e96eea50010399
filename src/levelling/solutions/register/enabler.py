"""Enablers: anything that could help a place into good work, and what is known of each, with its sources."""

from dataclasses import dataclass
from enum import StrEnum

from levelling.core.period import Period
from levelling.core.source import Source
from levelling.core.words import nations


class Kind(StrEnum):
    """What an enabler is."""

    FUND = "fund"
    BODY = "body"
    PROGRAMME = "programme"
    DUTY = "duty"
    STRATEGY = "strategy"
    STANDARD = "standard"
    NETWORK = "network"
    LEVY = "levy"

    @property
    def plural(self) -> str:
        """Several of them: 'bodies'."""
        return f"{self.value[:-1]}ies" if self.value.endswith("y") else f"{self.value}s"


class Status(StrEnum):
    """How an enabler stands at a date."""

    OPEN = "open"
    NOT_BEGUN = "not yet begun"
    CLOSED = "closed"
    REPLACED = "replaced"
    CANNOT_TELL = "cannot tell"


class User(StrEnum):
    """Who can use an enabler.

    `vcse` is voluntary and community organisations and social enterprises; `person` somebody who looks for work, or better work.
    """

    COUNCIL = "council"
    NHS = "nhs"
    VCSE = "vcse"
    EMPLOYER = "employer"
    PERSON = "person"

    @property
    def words(self) -> str:
        """Several of them, in a sentence."""
        return _USERS[self]


_USERS = {
    User.COUNCIL: "councils",
    User.NHS: "the NHS",
    User.VCSE: "the voluntary sector",
    User.EMPLOYER: "employers",
    User.PERSON: "people who look for work",
}


class Topic(StrEnum):
    """What an enabler is about."""

    APPRENTICESHIPS = "apprenticeships"
    BUSINESS = "business"
    DISABILITY = "disability"
    EMPLOYMENT = "employment"
    HEALTH = "health"
    HOUSING = "housing"
    INACTIVITY = "inactivity"
    PAY = "pay"
    PLACE = "place"
    SKILLS = "skills"
    SOCIAL_CARE = "social care"
    SOCIAL_ECONOMY = "social economy"
    TRANSPORT = "transport"
    YOUNG_PEOPLE = "young people"


class Mechanism(StrEnum):
    """How an enabler works."""

    BROKERAGE = "brokerage"
    COMMISSIONING = "commissioning"
    DATA = "data"
    GOVERNANCE = "governance"
    HEALTH_SUPPORT = "health support"
    INFRASTRUCTURE = "infrastructure"
    JOB_CREATION = "job creation"
    SOCIAL_PRESCRIBING = "social prescribing"
    SOCIAL_VALUE = "social value"
    TRAINING = "training"
    WAGE_FLOOR = "wage floor"


class Confidence(StrEnum):
    """How sure we are of what is said of an enabler: how directly it was read, and whether sources agree."""

    HIGH = "high"
    MEDIUM = "medium"
    LOW = "low"


class Extent(StrEnum):
    """Where in its nations an enabler reaches.

    `everywhere`: all of them. `listed`: the areas in `areas` and no others. `incomplete`: only some places, of which `areas`
    holds those that were found; of a place that is not among them one cannot tell.
    """

    EVERYWHERE = "everywhere"
    LISTED = "listed"
    INCOMPLETE = "incomplete"


@dataclass(frozen=True, slots=True)
class Amount:
    """A sum of public or charitable money, as a source states it. Sums of different periods are never added up.

    Attributes:
        pounds: Pounds.
        period: What the sum is for, in the source's words: '2022-25', 'ten years'; empty where it does not say.
        note: What to mind.
        source: Who says so.
    """

    pounds: float
    period: str
    note: str
    source: Source


@dataclass(frozen=True, slots=True)
class Reach:
    """An area an enabler reaches, by the word of a source.

    Attributes:
        name: The area as the source names it.
        codes: Codes of the areas it is; several for a cluster of authorities.
        within: Codes of the areas it lies somewhere in, where the source does not say in which part: a town, a neighbourhood, a
            group of boroughs that it does not name.
        pounds: Pounds for this area; `None` where not found.
        people: People it is to help, over the whole period; `None` where not found.
        people_a_year: People it is to help in a year; `None` where not found.
        period: What pounds and people are for, in the source's words.
        started: When it began here; `None` where only the enabler's own start is known.
        ended: When it ended here; `None` where it has not, as far as is known.
        note: What to mind.
        source: Who says so.
    """

    name: str
    codes: tuple[str, ...]
    within: tuple[str, ...]
    pounds: float | None
    people: int | None
    people_a_year: int | None
    period: str
    started: Period | None
    ended: Period | None
    note: str
    source: Source

    @property
    def is_placed(self) -> bool:
        """Whether the atlas knows the area, or what it lies in."""
        return bool(self.codes or self.within)


@dataclass(frozen=True, slots=True)
class Enabler:
    """Anything that could help: a fund, a body, a programme, a duty, a strategy, a standard, a network, a levy.

    Attributes:
        id: The name of its file, such as `connect-to-work`.
        name: What it is called.
        kind: What it is.
        purpose: What it is and does, in a sentence or two.
        lead: Who leads it.
        nations: `E`, `W`, `S`, `N`: where it holds.
        levels: The kinds of area it works at, in words: 'combined authority', 'neighbourhood', 'employer'.
        extent: Whether it reaches everywhere in its nations, only the areas listed, or only some, of which not all were found.
        areas: The areas it reaches, where a source says so.
        started: When it began, as exactly as known; `None` where not found.
        ended: Its last day, month or year, as exactly as known; `None` where it has not ended or the date was not found.
        seen_ended: When a source first shows it ended, where the date of its end was not found.
        funded_to: The last date its known money runs to, where its money is told only up to a date; after it one cannot tell.
        replaced_by: Ids of what follows it or takes it in.
        law: The Act it stands on, where it stands on one: such an enabler holds until the law is changed.
        doubt: Why one cannot tell whether it goes on, though a source is recent; empty where there is no such reason.
        amounts: Money, each sum with its period and source.
        ring_fences: What its money or powers are kept for, and other conditions on them, in words.
        users: Who can use it.
        vcse_role: What part the voluntary sector has, in words.
        topics: What it is about.
        mechanism: How it works.
        conditions: What must be so, or must be done first, in words.
        sources: Where this was read.
        confidence: How sure we are of it.
        attested: When sources show it alive.
        checked: When somebody last looked for what is new of it.
    """

    id: str
    name: str
    kind: Kind
    purpose: str
    lead: str
    nations: tuple[str, ...]
    levels: tuple[str, ...]
    extent: Extent
    areas: tuple[Reach, ...]
    started: Period | None
    ended: Period | None
    seen_ended: Period | None
    funded_to: Period | None
    replaced_by: tuple[str, ...]
    law: str
    doubt: str
    amounts: tuple[Amount, ...]
    ring_fences: tuple[str, ...]
    users: tuple[User, ...]
    vcse_role: str
    topics: tuple[Topic, ...]
    mechanism: Mechanism
    conditions: tuple[str, ...]
    sources: tuple[Source, ...]
    confidence: Confidence
    attested: tuple[Period, ...]
    checked: Period

    @property
    def areas_complete(self) -> bool:
        """Whether every area it reaches is known."""
        return self.extent is not Extent.INCOMPLETE

    @property
    def newest_source(self) -> Period | None:
        """The date of the newest source; `None` where no source bears one."""
        dates = [source.date for source in self.sources if source.date is not None]
        return max(dates, key=lambda date: date.end, default=None)


def nations_of(enabler: Enabler) -> str:
    """The nations an enabler holds in, as people list them; the United Kingdom and Great Britain by their names.

    Example:
        >>> from levelling.solutions.register import register
        >>> nations_of(register().get("connect-to-work"))
        'England and Wales'
    """
    return nations(enabler.nations)
