"""The health effect of employment: what more people in work would bring for health here, and better health for work."""

from levelling.practice.health_effect.base import Base, asked, base_of, people_for_points
from levelling.practice.health_effect.effect import Effect, Turn, Way
from levelling.practice.health_effect.place import CAUTIONS, HealthEffect, health_effect

__all__ = ["CAUTIONS", "Base", "Effect", "HealthEffect", "Turn", "Way", "asked", "base_of", "health_effect", "people_for_points"]
