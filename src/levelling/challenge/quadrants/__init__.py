"""Growth quadrants: steaming ahead, losing ground, catching up, falling behind; and how firm each label is.

A place is put by two things: how much it made for each hour or job at the start of a window, against the United Kingdom, and
how fast that has grown since in real terms, again against the United Kingdom. The definition is the Industrial Strategy
Council's (2020), as the source paper's figure 8 tells it. A label depends on the year one starts from, the year one stops at,
and what one divides by; so each is tried in every way near the one asked for, and the count is told with it.

References:
    Industrial Strategy Council (2020). UK Regional Productivity Differences: An Evidence Review.
"""

from levelling.challenge.quadrants.coast import Coincidence, Shore, coincidence, fisher
from levelling.challenge.quadrants.country import LEVELS, Quadrants, growth_of, quadrants
from levelling.challenge.quadrants.judged import Judged, grew
from levelling.challenge.quadrants.kinds import FIRST, Average, Growth, Per, Way, ways

__all__ = [
    "FIRST",
    "LEVELS",
    "Average",
    "Coincidence",
    "Growth",
    "Judged",
    "Per",
    "Quadrants",
    "Shore",
    "Way",
    "coincidence",
    "fisher",
    "grew",
    "growth_of",
    "quadrants",
    "ways",
]
