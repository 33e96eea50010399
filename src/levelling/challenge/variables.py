"""What two places are likened by: the variables of our own statistical neighbours, and how much each counts.

The defaults say what kind of economy a place has (what is made there, what it is worth, who works), what its people are like
(age, schooling, income, hardship) and where it is (town or country). They lean on figures that cover the whole UK; where one
does not, the places without it are likened by the others (see `levelling.challenge.neighbours`).
"""

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from levelling.core.errors import UserError


@dataclass(frozen=True, slots=True)
class Variable:
    """One thing two places may be alike in.

    Attributes:
        key: Its short name, by which a user gives it a weight.
        label: What it is, in words: 'output from manufacturing'.
        slug: The indicator it is read from.
        categories: Categories added up; one empty string for the whole.
        over: The category it is a share of, or `None` where it is taken as it is.
        log: Whether its logarithm is compared, for amounts that differ by multiples.
        weight: How much it counts beside the others; 0 leaves it out.
    """

    key: str
    label: str
    slug: str
    categories: tuple[str, ...] = ("",)
    over: str | None = None
    log: bool = False
    weight: float = 1.0


def _industry(key: str, label: str, *categories: str) -> Variable:
    return Variable(key, f"share of output from {label}", "gva", categories, over="", weight=0.5)


VARIABLES = (
    Variable("rural", "share of people in rural neighbourhoods", "rural-population-share"),
    Variable("children", "share of people under 16", "population-share-by-age", ("0-15",), weight=0.5),
    Variable("young", "share of people aged 16 to 24", "population-share-by-age", ("16-24",), weight=0.5),
    Variable("older", "share of people aged 65 and over", "population-share-by-age", ("65-plus",), weight=0.5),
    Variable("output", "output per head", "gva-per-head-index", log=True),
    Variable("income", "household income per head", "gdhi-per-head-index", log=True),
    Variable("pay", "median weekly pay", "gross-median-weekly-pay", log=True),
    Variable("deprivation", "deprivation", "composite-deprivation-score-2020-uk"),
    Variable("claimants", "share of people claiming out-of-work benefits", "claimant-count"),
    Variable("qualified", "share of people qualified to level 3 or above", "level-3-or-above-qualifications"),
    _industry("farming", "farming, fishing and mining", "agriculture-and-mining"),
    _industry("manufacturing", "manufacturing", "manufacturing"),
    _industry("visitors", "hotels, food, arts and recreation", "accommodation-and-food", "arts-and-recreation"),
    _industry(
        "professional",
        "information, finance and professional services",
        "information-and-communication",
        "finance-and-insurance",
        "professional-and-scientific",
    ),
    _industry("public", "public services", "public-administration", "education", "health-and-social-work"),
    _industry("transport", "transport and storage", "transport-and-storage"),
)
"""The variables used unless others are asked for. Employment rates are left out: their local figures are too unsure."""


def weighted(variables: Sequence[Variable], weights: Mapping[str, float] | None) -> tuple[Variable, ...]:
    """The variables with a user's weights; those given 0 are left out.

    Raises:
        UserError: A name is not a variable's, or a weight is below 0, or nothing is left.

    Example:
        >>> [item.key for item in weighted(VARIABLES[:2], {"rural": 0})]
        ['children']
    """
    chosen = dict(weights or {})
    names = {item.key for item in variables}
    for key, weight in chosen.items():
        if key not in names:
            raise UserError(f"'{key}' is not a variable that places are likened by.", f"Choose from: {', '.join(sorted(names))}.")
        if not 0 <= weight < math.inf:
            raise UserError(f"The weight of '{key}' must be 0 or more, not {weight}.")
    kept = tuple(replace(item, weight=chosen.get(item.key, item.weight)) for item in variables)
    kept = tuple(item for item in kept if item.weight > 0)
    if not kept:
        raise UserError("Every variable has a weight of 0, so there is nothing to liken places by.")
    return kept


def categories_of(variable: Variable) -> tuple[str, ...]:
    """The categories a variable is made of; the whole it is a share of comes last.

    Example:
        >>> categories_of(VARIABLES[0])
        ('',)
    """
    return variable.categories if variable.over is None else (*variable.categories, variable.over)
