"""Who is recommended what, so that not everybody is sent to the same vacancy.

A matcher gives each person their best vacancies without knowing of anybody else. Given to a whole caseload as they are, such
lists crowd: a few vacancies are in all of them. Here each vacancy is recommended to no more people than it has places for, the
most people that can be are recommended one, those furthest from work at least as often as all, and among all ways to do that the
one of the best fit is found, exactly.
"""

from levelling.jobs.sharing.candidates import Candidates, candidates
from levelling.jobs.sharing.congestion import Congestion
from levelling.jobs.sharing.matched import of_matches
from levelling.jobs.sharing.recommended import Recommended, recommend
from levelling.jobs.sharing.result import Floor, Pair, Shared, Shortage
from levelling.jobs.sharing.settings import Settings, settings
from levelling.jobs.sharing.share import share

__all__ = [
    "Candidates",
    "Congestion",
    "Floor",
    "Pair",
    "Recommended",
    "Settings",
    "Shared",
    "Shortage",
    "candidates",
    "of_matches",
    "recommend",
    "settings",
    "share",
]
