"""Test and learn: before spending, what a comparison asks for and can show; after, what may honestly be said."""

from levelling.practice.trial.detect import Detectable, detect
from levelling.practice.trial.outcomes import Arm, Outcomes, read
from levelling.practice.trial.planned import ALPHA, POWER, Design, Outcome, Planned, Unplannable
from levelling.practice.trial.proof import Pilot, months_until_known, pilot, smallest_change
from levelling.practice.trial.result import Assigned, Result, result
from levelling.practice.trial.series import Interrupted, interrupted
from levelling.practice.trial.size import Size, size

__all__ = [
    "ALPHA",
    "POWER",
    "Arm",
    "Assigned",
    "Design",
    "Detectable",
    "Interrupted",
    "Outcome",
    "Outcomes",
    "Pilot",
    "Planned",
    "Result",
    "Size",
    "Unplannable",
    "detect",
    "interrupted",
    "months_until_known",
    "pilot",
    "read",
    "result",
    "size",
    "smallest_change",
]
