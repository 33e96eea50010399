"""Why a match is one: what fits, what is missing, what rubs, what to ask, and what lies just beyond a limit."""

from levelling.jobs.explaining.explain import Explained, explain
from levelling.jobs.explaining.told import Matches, Reasons, matches, reasons

__all__ = ["Explained", "Matches", "Reasons", "explain", "matches", "reasons"]
