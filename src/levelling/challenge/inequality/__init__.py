"""Inequality between places: how unequal output, income or any other figure is, through the years, and between which groups.

Each person counts once, unless asked otherwise: with places counted once each, a reform that joins two councils would change
the inequality of a country in which nobody's lot has changed.
"""

from levelling.challenge.inequality.drawn import DRAWS, Errors, Spread
from levelling.challenge.inequality.measures import entropy, extremes, gini, ratio, split, variation
from levelling.challenge.inequality.reading import By
from levelling.challenge.inequality.result import Inequality, Moment, Part
from levelling.challenge.inequality.through_time import Reckoning, inequality

__all__ = [
    "DRAWS",
    "By",
    "Errors",
    "Inequality",
    "Moment",
    "Part",
    "Reckoning",
    "Spread",
    "entropy",
    "extremes",
    "gini",
    "inequality",
    "ratio",
    "split",
    "variation",
]
