"""The register of enablers: funds, bodies, programmes, duties, strategies, standards, networks and levies, with their fate."""

from levelling.solutions.register.enabler import (
    Amount,
    Confidence,
    Enabler,
    Extent,
    Kind,
    Mechanism,
    Reach,
    Status,
    Topic,
    User,
    nations_of,
)
from levelling.solutions.register.found import Filters, Found, Standing, ahead, filters, find, record
from levelling.solutions.register.reach import ReachAt, Reaching, reaches
from levelling.solutions.register.reading import load
from levelling.solutions.register.register import FOLDER, Register, register
from levelling.solutions.register.status import LAST_SEEN_HOLDS, StatusAt, status_at
from levelling.solutions.register.told import cited, money, named, successions, told, where

__all__ = [
    "FOLDER",
    "LAST_SEEN_HOLDS",
    "Amount",
    "Confidence",
    "Enabler",
    "Extent",
    "Filters",
    "Found",
    "Kind",
    "Mechanism",
    "Reach",
    "ReachAt",
    "Reaching",
    "Register",
    "Standing",
    "Status",
    "StatusAt",
    "Topic",
    "User",
    "ahead",
    "cited",
    "filters",
    "find",
    "load",
    "money",
    "named",
    "nations_of",
    "reaches",
    "record",
    "register",
    "status_at",
    "successions",
    "told",
    "where",
]
