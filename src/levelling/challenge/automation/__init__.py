"""Automation: how many who live in a place work in occupations whose tasks suit machines, which, and how sure that is.

Risk is Nesta's: how well an occupation's tasks suit machine learning (1 to 5), with the share of tasks that resist it. 'High
risk' is the top quarter of the one with the bottom quarter of the other. It is a property of tasks. It is no forecast of jobs
lost: whether work is automated depends on cost, law, trust and choice.

Nesta scores international occupations (ISCO-08), UK surveys count the UK's own (SOC). They meet in job titles, and some are lost
on the way: the range given with every share holds whatever the lost ones are. The surveys' own error is given apart, where the
publisher gives margins.

References:
    Kanders, K., Djumalieva, J., Sleeman, C. and Orlik, J. (2020). Mapping Career Causeways: Supporting workers at risk. Nesta.
    Brynjolfsson, E., Mitchell, T. and Rock, D. (2018). What can machines learn, and what does it mean for occupations and the
        economy? AEA Papers and Proceedings 108, 43-47.
"""

from levelling.challenge.automation.country import Country, across
from levelling.challenge.automation.reckoning import Gap, Group, Reading, Risk, hold, reckon
from levelling.challenge.automation.result import Automation, automation
from levelling.challenge.automation.risks import read_risks

__all__ = [
    "Automation",
    "Country",
    "Gap",
    "Group",
    "Reading",
    "Risk",
    "across",
    "automation",
    "hold",
    "read_risks",
    "reckon",
]
