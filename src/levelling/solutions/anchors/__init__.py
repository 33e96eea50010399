"""Anchors as employers: who the large and public employers of a place are likely to be, and where their doors are.

An anchor is an employer rooted in a place: a hospital, a council, a college, a large firm. The analysis holds what figures there
are of them, the work that people without a degree do, what duties and money can open such work to them, and where in the place
those live whom recruitment should reach. It names no employer that the figures do not name.
"""

from levelling.solutions.anchors.bodies import EMPLOY, bodies
from levelling.solutions.anchors.care import CARE, CareFact, care
from levelling.solutions.anchors.doors import DOORS, Door, Doors, doors
from levelling.solutions.anchors.employers import Employers, PublicWork, employers
from levelling.solutions.anchors.hospitals import Trust, trusts
from levelling.solutions.anchors.means import MEANS, Means, means
from levelling.solutions.anchors.reach import Reach, reach
from levelling.solutions.anchors.result import Anchors, anchors

__all__ = [
    "CARE",
    "DOORS",
    "EMPLOY",
    "MEANS",
    "Anchors",
    "CareFact",
    "Door",
    "Doors",
    "Employers",
    "Means",
    "PublicWork",
    "Reach",
    "Trust",
    "anchors",
    "bodies",
    "care",
    "doors",
    "employers",
    "means",
    "reach",
    "trusts",
]
