"""Findings: what stands out about a place, in a sentence that can be read aloud."""

from dataclasses import dataclass

from levelling.core.comparison import Comparison, Verdict
from levelling.core.indicator import Framework, Topic


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing that stands out about a place, with the comparisons it rests on.

    Attributes:
        heading: A few words for a list: 'Employment rate: below Great Britain'.
        sentence: One or two sentences to be read aloud, with the verdict in words.
        verdict: Better, worse, higher, lower, cannot tell, or not comparable.
        topic: What it is about.
        framework: Whether it speaks of the people or of the place.
        comparisons: What it rests on, the leading one first.
        strength: How far it stands out, for ordering: the difference over the usual spread between places of the
            level, without unit. 1 is one standard deviation. `None` where the spread is not known.
    """

    heading: str
    sentence: str
    verdict: Verdict
    topic: Topic
    framework: Framework
    comparisons: tuple[Comparison, ...]
    strength: float | None = None
