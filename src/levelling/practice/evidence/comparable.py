"""Which results may be pooled with which, and why the others may not.

Two results are of one kind where they are about the same outcome ('in work at a time' is not 'ever in work'), in the same unit.
A result of a case is used where a comparison of grade 3 or better stands behind it and its standard error is published, or an
interval whose level its source tells. Where a source gives such an interval and no central estimate, the middle of the interval
stands for it and is marked: intervals made the usual way lie evenly about their estimate. Reviews are left out, as they pool
studies already.
"""

import math
from dataclasses import dataclass
from statistics import NormalDist

from levelling.practice.cases import Case, Direction, Outcome, Result
from levelling.practice.evidence.pooling import Study

RATIOS = frozenset({"risk ratio", "odds ratio", "hazard ratio"})
"""Units whose logarithms add, so that they are pooled as logarithms."""


@dataclass(frozen=True, slots=True, order=True)
class Kind:
    """What a result measures, and in which unit: only results of one kind are pooled.

    Attributes:
        outcome: The kind of outcome, in the library's words; empty for a file that does not say.
        unit: The unit; empty for a file that does not say.
    """

    outcome: str
    unit: str

    @property
    def words(self) -> str:
        """The kind in words: 'in work at a time, in percentage points'."""
        outcome = self.outcome or "what your file measures"
        return f"{outcome}, in {self.unit}" if self.unit else outcome

    @property
    def is_ratio(self) -> bool:
        """Whether it is pooled as a logarithm."""
        return self.unit in RATIOS


@dataclass(frozen=True, slots=True)
class Usable:
    """A result that may be pooled.

    Attributes:
        kind: What it measures.
        study: Its effect and standard error; of a ratio, those of its logarithm.
        case: The id of its case; empty for a result of the user's own.
        months: How long after the beginning; `None` where not known.
        middle: Whether the effect is the middle of a published interval.
    """

    kind: Kind
    study: Study
    case: str
    months: int | None
    middle: bool


@dataclass(frozen=True, slots=True)
class Refused:
    """A result that may not be pooled.

    Attributes:
        kind: What it measures.
        name: Which case.
        why: Why not, in words that follow 'because'.
    """

    kind: Kind
    name: str
    why: str


def judge(case: Case, result: Result) -> Usable | Refused:
    """Whether a result of a case may be pooled.

    Args:
        case: The case.
        result: One of its effects.

    Example:
        >>> from levelling.practice.cases import library
        >>> case = library().get("work-choice")
        >>> judge(case, case.results[0]).why
        'no interval was read'
    """
    kind = Kind(result.about.value, result.unit)
    why = _refusal(case, result)
    if why:
        return Refused(kind, case.name, why)
    effect, middle = result.value, False
    if effect is None:
        effect, middle = _middle(result.lower, result.upper, ratio=kind.is_ratio), True
    error = result.standard_error or error_from(result.lower, result.upper, result.level, ratio=kind.is_ratio)
    if effect is None or error is None:
        return Refused(kind, case.name, "no interval was read")
    value = math.log(effect) if kind.is_ratio else effect
    name = f"{case.name} ({result.scope})" if result.scope else case.name
    return Usable(kind, Study(name, value, error), case.id, result.months or case.months, middle)


def _refusal(case: Case, result: Result) -> str:
    if case.review:
        return "it is a review, which pools studies already"
    if not result.graded:
        return "how it was compared was not read"
    if result.found is Direction.NOT_READ:
        return "its answer was not read"
    if result.value is None and result.lower is None:
        return "its size was not read"
    if result.standard_error is None and result.lower is None:
        return "no interval was read"
    if result.standard_error is None and result.level is None:
        return "its source does not say how sure its interval is"
    return ""


def _middle(lower: float | None, upper: float | None, *, ratio: bool) -> float | None:
    if lower is None or upper is None:
        return None
    return math.sqrt(lower * upper) if ratio else (lower + upper) / 2


def error_from(lower: float | None, upper: float | None, level: float | None, *, ratio: bool = False) -> float | None:
    """The standard error that an interval stands for, made from the normal distribution; `None` where it has no width.

    Args:
        lower: Lower end.
        upper: Upper end.
        level: How sure it is, in per cent.
        ratio: Whether it is of a ratio, and the standard error wanted of its logarithm.

    Example:
        >>> round(error_from(-1.96, 1.96, 95.0), 3)
        1.0
    """
    if lower is None or upper is None or level is None:
        return None
    width = math.log(upper) - math.log(lower) if ratio else upper - lower
    return width / (2 * NormalDist().inv_cdf(0.5 + level / 200)) if width > 0 else None


def better_is_lower(outcome: str) -> bool:
    """Whether less of an outcome is better, where that is so of every result of the kind."""
    return outcome in {Outcome.NEET.value, Outcome.HARM_TO_HEALTH.value}
