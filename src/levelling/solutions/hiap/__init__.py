"""Health in all policies: a health impact assessment an officer can finish, held against the place's own figures."""

from levelling.solutions.hiap.answer import Hiap, assess
from levelling.solutions.hiap.assessment import Assessment, Direction, Effect, Scope, read
from levelling.solutions.hiap.determinants import Determinant, Determinants, PeopleGroup, determinants
from levelling.solutions.hiap.screening import Screened
from levelling.solutions.hiap.starter import starter

__all__ = [
    "Assessment",
    "Determinant",
    "Determinants",
    "Direction",
    "Effect",
    "Hiap",
    "PeopleGroup",
    "Scope",
    "Screened",
    "assess",
    "determinants",
    "read",
    "starter",
]
