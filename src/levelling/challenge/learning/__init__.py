"""Learning: adults who learn and how that fell, apprentices who live and are taught here, qualifications, stages of school.

Most of it is published for England alone. Numbers of learners and pupils are full counts of those in publicly funded learning;
qualifications come from a survey. Nothing is compared across a break in a series: grades given by schools in the pandemic, the
levy of 2017, the survey's new way to count qualifications in 2022.
"""

from levelling.challenge.learning.adults import Fall, fall
from levelling.challenge.learning.apprentices import Flow, flow
from levelling.challenge.learning.country import Everywhere, everywhere
from levelling.challenge.learning.qualifications import Mix, Part, mix
from levelling.challenge.learning.result import Learning, Measure, learning

__all__ = ["Everywhere", "Fall", "Flow", "Learning", "Measure", "Mix", "Part", "everywhere", "fall", "flow", "learning", "mix"]
