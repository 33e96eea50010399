"""What may go with growth: the source paper's four families (section 1.4), and the measures that stand for each here."""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

KNOWLEDGE = ("information-and-communication", "finance-and-insurance", "professional-and-scientific")
PUBLIC = ("public-administration", "education", "health-and-social-work")
INDUSTRIES = (
    "agriculture-and-mining",
    "manufacturing",
    "energy-and-water",
    "construction",
    "wholesale-and-retail",
    "transport-and-storage",
    "accommodation-and-food",
    "information-and-communication",
    "finance-and-insurance",
    "professional-and-scientific",
    "administrative-and-support",
    "public-administration",
    "education",
    "health-and-social-work",
    "arts-and-recreation",
    "other-services",
)
"""Real estate and households are left out of the mix: most of their output is rent that owners are reckoned to pay themselves."""
_GRADES = ("none", "other", "trade-apprenticeship", "level-1", "level-2", "level-3", "level-4-or-above")


class Family(StrEnum):
    """The four families of the source paper."""

    WORKFORCE = "workforce"
    CAPITAL = "capital and infrastructure"
    GEOGRAPHY = "geography and institutions"
    SECTORS = "sector mix"


class Made(StrEnum):
    """How a predictor is made of figures."""

    FIGURE = "figure"
    SHARE = "share"
    SPECIALISED = "specialised"
    COAST = "coast"
    LONDON = "london"
    CITY = "city"


@dataclass(frozen=True, slots=True)
class Predictor:
    """One measure that may go with growth.

    Attributes:
        key: Its short name in records.
        label: What it is, in words that fit 'places with more ...'.
        family: Which family it belongs to.
        made: How it is made.
        slug: The indicator it is read from; empty where it is made of shapes and kinds.
        categories: Categories added up, for a share; or the one that is read.
        over: The categories that make the whole of a share.
        lasting: Whether it is a lasting feature of a place, which a date does not change.
        england_only: Whether only England has it.
    """

    key: str
    label: str
    family: Family
    made: Made = Made.FIGURE
    slug: str = ""
    categories: tuple[str, ...] = ()
    over: tuple[str, ...] = ()
    lasting: bool = False
    england_only: bool = False


PREDICTORS: Sequence[Predictor] = (
    Predictor(
        "graduates",
        "share of people with a degree or the like",
        Family.WORKFORCE,
        Made.SHARE,
        "highest-qualification",
        ("level-4-or-above",),
        _GRADES,
    ),
    Predictor("claimants", "share of people claiming out-of-work benefits", Family.WORKFORCE, slug="claimant-count"),
    Predictor(
        "older", "share of people aged 65 and over", Family.WORKFORCE, slug="population-share-by-age", categories=("65-plus",)
    ),
    Predictor(
        "early-deaths",
        "early deaths from heart disease and stroke",
        Family.WORKFORCE,
        slug="cardiovascular-mortality-persons-aged-under-75",
        england_only=True,
    ),
    Predictor(
        "travel-time",
        "minutes to work and services by public transport or on foot",
        Family.CAPITAL,
        slug="average-travel-time-public-transport-or-walking",
        england_only=True,
    ),
    Predictor(
        "driving-time",
        "minutes to work and services by car",
        Family.CAPITAL,
        slug="average-travel-time-driving",
        england_only=True,
    ),
    Predictor("slow-broadband", "share of premises with slow broadband", Family.CAPITAL, slug="premises-below-30mbps"),
    Predictor("gigabit", "share of premises that can have gigabit broadband", Family.CAPITAL, slug="gigabit-capable-broadband"),
    Predictor("coastal", "being on the coast", Family.GEOGRAPHY, Made.COAST, lasting=True),
    Predictor("rural", "share of people in rural neighbourhoods", Family.GEOGRAPHY, slug="rural-population-share", lasting=True),
    Predictor("from-london", "distance from London", Family.GEOGRAPHY, Made.LONDON, lasting=True),
    Predictor("from-city", "distance from the nearest city", Family.GEOGRAPHY, Made.CITY, lasting=True),
    Predictor(
        "manufacturing", "share of output from manufacturing", Family.SECTORS, Made.SHARE, "gva", ("manufacturing",), INDUSTRIES
    ),
    Predictor(
        "knowledge",
        "share of output from information, finance and professional services",
        Family.SECTORS,
        Made.SHARE,
        "gva",
        KNOWLEDGE,
        INDUSTRIES,
    ),
    Predictor("public", "share of output from public services", Family.SECTORS, Made.SHARE, "gva", PUBLIC, INDUSTRIES),
    Predictor(
        "specialised",
        "how far the mix of industries is from the UK's",
        Family.SECTORS,
        Made.SPECIALISED,
        "gva",
        INDUSTRIES,
        INDUSTRIES,
    ),
)
"""Sixteen measures. Each stands for its family as far as figures reach; none of them is the family."""


def chosen(*, england: bool) -> tuple[Predictor, ...]:
    """The predictors that reach over Great Britain, or all of them, which only places in England have.

    Example:
        >>> len(chosen(england=False)), len(chosen(england=True))
        (13, 16)
    """
    return tuple(item for item in PREDICTORS if england or not item.england_only)
