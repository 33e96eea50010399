"""Occupations and skills: ESCO's, joined to the UK's occupations, to pay, to job zones and to the risk of automation."""

from levelling.jobs.occupations.catalogue import Catalogue, Loss, Occupation, Skill, load
from levelling.jobs.occupations.titles import Found, Met, Titles
from levelling.jobs.occupations.wording import FoundSkill, Wording

__all__ = ["Catalogue", "Found", "FoundSkill", "Loss", "Met", "Occupation", "Skill", "Titles", "Wording", "load"]
