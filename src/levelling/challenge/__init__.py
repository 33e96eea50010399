"""Chapter 1, the challenge: how a place differs, how sure we are, and what stands out.

Example:
    >>> from levelling.atlas import Atlas
    >>> atlas = Atlas.open()
    >>> diagnosis = diagnose(atlas, atlas.area("Hartlepool"))
    >>> diagnosis.of("employment-rate")[0].comparator_name
    'United Kingdom'
"""

from levelling.challenge.comparison import against_nation, compare
from levelling.challenge.diagnosis import Diagnosis, diagnose
from levelling.challenge.divergence import Divergence, DivergencePoint, Quadrant, diverge
from levelling.challenge.multiple import adjust
from levelling.challenge.neighbours import Contribution, Neighbour, Neighbours, neighbours
from levelling.challenge.standout import stand_out
from levelling.challenge.trend import Course, Trend, trend
from levelling.challenge.variables import Variable
from levelling.core.difference import Difference, difference

__all__ = [
    "Contribution",
    "Course",
    "Diagnosis",
    "Difference",
    "Divergence",
    "DivergencePoint",
    "Neighbour",
    "Neighbours",
    "Quadrant",
    "Trend",
    "Variable",
    "adjust",
    "against_nation",
    "compare",
    "diagnose",
    "difference",
    "diverge",
    "neighbours",
    "stand_out",
    "trend",
]
