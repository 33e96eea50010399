"""Outcome frameworks: what commissioners ask for, which of it a place's figures meet, and what a charity's work can claim."""

from levelling.solutions.align.activities import vocabulary
from levelling.solutions.align.ages import Ages, ages_of, read_ages
from levelling.solutions.align.claims import Claim, Claims, Verdict, claims
from levelling.solutions.align.framework import Answering, FrameworkOutcome, How, OutcomeFramework, Sort, Standing
from levelling.solutions.align.organisation import Organisation, read_organisation
from levelling.solutions.align.place import Met, PlaceAlignment, PlaceOutcome, align
from levelling.solutions.align.reading import framework, frameworks

__all__ = [
    "Ages",
    "Answering",
    "Claim",
    "Claims",
    "FrameworkOutcome",
    "How",
    "Met",
    "Organisation",
    "OutcomeFramework",
    "PlaceAlignment",
    "PlaceOutcome",
    "Sort",
    "Standing",
    "Verdict",
    "ages_of",
    "align",
    "claims",
    "framework",
    "frameworks",
    "read_ages",
    "read_organisation",
    "vocabulary",
]
