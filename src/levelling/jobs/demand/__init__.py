"""Local demand: what a place's employers ask for against what its people offer.

Figures of adverts, of people by occupation and of jobs by industry stand for the areas they are published for. Where that is not
the place asked about, the publisher's own area is named: work does not lie where people live, so nothing here is moved by
residents.
"""

from levelling.jobs.demand.adverts import Adverts, Part, Trend
from levelling.jobs.demand.asked import Asked, Group, SkillGap, asked
from levelling.jobs.demand.demand import demand
from levelling.jobs.demand.doors import Door, Doors, Tally, Way, doors
from levelling.jobs.demand.gaps import Gap, Gaps, gaps
from levelling.jobs.demand.own import demand_of
from levelling.jobs.demand.result import Demand, Open
from levelling.jobs.demand.rules import Anchor, Rules, read_rules, rules
from levelling.jobs.demand.standing import Standing, standing
from levelling.jobs.demand.work import Profile, Quotient

__all__ = [
    "Adverts",
    "Anchor",
    "Asked",
    "Demand",
    "Door",
    "Doors",
    "Gap",
    "Gaps",
    "Group",
    "Open",
    "Part",
    "Profile",
    "Quotient",
    "Rules",
    "SkillGap",
    "Standing",
    "Tally",
    "Trend",
    "Way",
    "asked",
    "demand",
    "demand_of",
    "doors",
    "gaps",
    "read_rules",
    "rules",
    "standing",
]
