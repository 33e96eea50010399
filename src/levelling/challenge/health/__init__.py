"""Health and work: what is published of health here, and what research says would follow, each way round."""

from levelling.atlas.health_links import Link, chronic_illness, fewer_ill
from levelling.challenge.health.country import CountryHealth, health_everywhere
from levelling.challenge.health.links import gap_from_health
from levelling.challenge.health.measures import Measured
from levelling.challenge.health.place import PlaceHealth, health

__all__ = [
    "CountryHealth",
    "Link",
    "Measured",
    "PlaceHealth",
    "chronic_illness",
    "fewer_ill",
    "gap_from_health",
    "health",
    "health_everywhere",
]
