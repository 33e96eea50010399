"""The register of enablers: funds, bodies, programmes, duties, strategies, standards, networks and levies, with their fate."""

from levelling.solutions.register.enabler import (
    Amount,
    Confidence,
    Enabler,
    Extent,
    Kind,
    Mechanism,
    Reach,
    Source,
    Status,
    Topic,
    User,
)
from levelling.solutions.register.reach import ReachAt, Reaching, reaches
from levelling.solutions.register.reading import load
from levelling.solutions.register.register import FOLDER, Register, register
from levelling.solutions.register.status import LAST_SEEN_HOLDS, StatusAt, status_at

__all__ = [
    "FOLDER",
    "LAST_SEEN_HOLDS",
    "Amount",
    "Confidence",
    "Enabler",
    "Extent",
    "Kind",
    "Mechanism",
    "Reach",
    "ReachAt",
    "Reaching",
    "Register",
    "Source",
    "Status",
    "StatusAt",
    "Topic",
    "User",
    "load",
    "reaches",
    "register",
    "status_at",
]
