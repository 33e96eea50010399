"""Indicators: something measured the same way across areas."""

from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum

from levelling.core.period import Period


class Direction(StrEnum):
    """Which way is good."""

    HIGHER_BETTER = "higher better"
    LOWER_BETTER = "lower better"
    NEITHER = "neither"


class Framework(StrEnum):
    """Whether the indicator speaks of the people who live here or of the place itself (source paper, section 1.1)."""

    PEOPLE = "people"
    PLACE = "place"


class OfficialStatus(StrEnum):
    """What the publisher's regulator says of the figures, in the words of the UK Code of Practice for Statistics."""

    ACCREDITED = "accredited official statistics"
    OFFICIAL = "official statistics"
    IN_DEVELOPMENT = "official statistics in development"
    SUSPENDED = "accreditation suspended"
    MANAGEMENT = "management information"
    DERIVED = "derived from official statistics"
    NOT_OFFICIAL = "not official statistics"


class Movement(StrEnum):
    """How an indicator moves from the areas it is published for to others.

    `SUM`: a count, shared out and added up by people. `MEAN`: a rate or score, averaged over people.
    `FIXED`: not to be moved (a median, an index on its own base, a class): only the published areas have it.
    """

    SUM = "sum"
    MEAN = "mean"
    FIXED = "fixed"


class Topic(StrEnum):
    """What an indicator is about; the order is the order of a plan."""

    WORK = "work"
    PAY = "pay"
    SKILLS = "skills"
    LEARNING = "learning"
    PRODUCTIVITY = "productivity"
    BUSINESS = "business"
    INCOME = "income"
    POVERTY = "poverty"
    HEALTH = "health"
    WELLBEING = "wellbeing"
    HOUSING = "housing"
    CONNECTIVITY = "connectivity"
    PLACE = "place"


@dataclass(frozen=True, slots=True)
class Break:
    """A point where a series changes its meaning: nothing is compared across it."""

    period: Period
    note: str


@dataclass(frozen=True, slots=True)
class Release:
    """One publication by a publisher, as the ledger holds it.

    Attributes:
        id: The ledger's key, such as `ons-regional-accounts`.
        publisher: Who published the figures.
        title: What the publication is called, in the publisher's title.
        released: When it was published; `None` where the date was not found.
        address: Where it can be read.
        licence: Under what terms.
        attribution: What must be said beside the figures.
        note: How it reached us, where not straight from the publisher.
    """

    id: str
    publisher: str
    title: str
    released: date | None
    address: str
    licence: str
    attribution: str = ""
    note: str = ""


@dataclass(frozen=True, slots=True)
class Indicator:
    """Something measured the same way across areas. Declared in `facts/indicators/`, one file each.

    Attributes:
        slug: Its name in commands and addresses; ONS's own where ONS has one.
        title: Its full name, with the group it is about.
        short: A name of three or four words for a chart's label.
        meaning: What it means for a place, in a sentence or two that can be read aloud.
        unit: The unit as shown: `%`, `£ a week`, `years`, `per 100,000`.
        decimals: How many decimals are shown.
        direction: Which way is good.
        topic: What it is about.
        framework: People or place.
        denominator: Of whom or what it is a rate; an empty string for a count.
        publisher: Who makes the figures.
        release: The key of the release in the ledger.
        official_status: What the regulator says of them.
        movement: How it moves between geographies.
        dimension: What its categories are, such as `sex`; empty where it has none.
        categories: Category keys and their labels, in order.
        category: The category a plan shows; empty for the whole.
        breaks: Where the series changes its meaning.
        caveats: What a careful reader should know, in sentences.
        frozen: Why no newer figures are coming, where that is so.
        headline: Whether a plan shows it in its main tables.
    """

    slug: str
    title: str
    short: str
    meaning: str
    unit: str
    decimals: int
    direction: Direction
    topic: Topic
    framework: Framework
    denominator: str
    publisher: str
    release: str
    official_status: OfficialStatus
    movement: Movement
    dimension: str = ""
    categories: dict[str, str] = field(default_factory=dict, hash=False)
    category: str = ""
    breaks: tuple[Break, ...] = ()
    caveats: tuple[str, ...] = ()
    frozen: str = ""
    headline: bool = True

    def named(self, category: str) -> str:
        """The title of one of its categories: a reader must see which of them a number counts.

        Example:
            >>> from levelling.atlas.catalogue import Catalogue
            >>> Catalogue.load().get("economic-activity-census").named("long-term-sick")
            'People aged 16 and over by economic activity, Census 2021: Long-term sick or disabled'
        """
        label = self.categories.get(category, "")
        return f"{self.title}: {label}" if label else self.title
