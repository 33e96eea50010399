"""Matching: limits that are never broken, then fit, then the quality of the job; exact, and the same on every machine.

`match` finds the best few vacancies for each person, `best_people` the best few people for each vacancy, `near_misses` what one
limit alone keeps out. `limits`, `fit` and `quality` say what counts, one pair at a time, and explain it; `reference` is the same
by trying every pair. `plain` does it for small caseloads in NumPy; `kernel` compiled, over the `partitions` of a country, on one
machine (`engine`) or on several (`spark`).
"""

from levelling.jobs.matching.match import Matched, best_people, match
from levelling.jobs.matching.near import NearMiss, near_misses
from levelling.jobs.matching.settings import Settings, settings

__all__ = ["Matched", "NearMiss", "Settings", "best_people", "match", "near_misses", "settings"]
