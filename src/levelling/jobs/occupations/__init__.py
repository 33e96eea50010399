"""Occupations and skills: ESCO's, joined to the UK's occupations, to pay, to job zones and to the risk of automation."""

from levelling.jobs.occupations.catalogue import Catalogue, Loss, Occupation, Skill, load

__all__ = ["Catalogue", "Loss", "Occupation", "Skill", "load"]
