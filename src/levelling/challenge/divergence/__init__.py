"""Output against household income: where a place makes much and its people have little, and the other way round.

Output (gross value added) is counted where work is done, household income (gross disposable household income) where people
live. Each is an index with the UK at 100. Output may be taken per head of those who live there, per hour worked or per job
there; income is per head of those who live there. A city to which many commute has high output for each resident; the places
they commute from have the income. No single one of the two says how well off a place is (source paper, section 1.1).
"""

from levelling.challenge.divergence.country import Divergences, Standing, divergences
from levelling.challenge.divergence.measures import INCOME, JOBS, OUTPUT, PEOPLE, RESIDENTS, Measure, Quadrant
from levelling.challenge.divergence.place import FEW, Divergence, DivergencePoint, diverge

__all__ = [
    "FEW",
    "INCOME",
    "JOBS",
    "OUTPUT",
    "PEOPLE",
    "RESIDENTS",
    "Divergence",
    "DivergencePoint",
    "Divergences",
    "Measure",
    "Quadrant",
    "Standing",
    "diverge",
    "divergences",
]
