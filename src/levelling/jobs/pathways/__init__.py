"""Pathways: from an occupation, or a job lost to automation, to others near enough, paid enough, safer and there to be had.

After Nesta's Mapping Career Causeways, with ESCO 1.2.0 and a measure without embeddings: what the other occupation asks for that
this one already brings, rare skills weighing more. Every number of the measure stands in `facts/jobs/pathways.toml`.
"""

from levelling.jobs.pathways.around import Around, Standard
from levelling.jobs.pathways.at_risk import AtRisk, at_risk
from levelling.jobs.pathways.find import pathways
from levelling.jobs.pathways.held import WayHeld, compile_ways, ways_held
from levelling.jobs.pathways.likeness import Index
from levelling.jobs.pathways.naming import occupation
from levelling.jobs.pathways.paths import reckon
from levelling.jobs.pathways.place import WaysOn, ways_on
from levelling.jobs.pathways.result import Counts, Destination, Gain, Likeness, Median, Pathways, Pay, Presence, Route
from levelling.jobs.pathways.rules import Rules, read_rules, rules

__all__ = [
    "Around",
    "AtRisk",
    "Counts",
    "Destination",
    "Gain",
    "Index",
    "Likeness",
    "Median",
    "Pathways",
    "Pay",
    "Presence",
    "Route",
    "Rules",
    "Standard",
    "WayHeld",
    "WaysOn",
    "at_risk",
    "compile_ways",
    "occupation",
    "pathways",
    "read_rules",
    "reckon",
    "rules",
    "ways_held",
    "ways_on",
]
