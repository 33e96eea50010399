"""Where a place is poor already: each determinant of health held against the place's own figures."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from levelling.core.comparison import Comparison, Verdict
from levelling.core.words import listed, number
from levelling.solutions.hiap.determinants import Determinant


@dataclass(frozen=True, slots=True)
class Screened:
    """How a place stands on one determinant.

    Attributes:
        determinant: The determinant.
        comparisons: The place's figures for it, each against the same comparator; empty where there is none.
        worse: Those on which we are confident that the place is worse.
        better: Those on which we are confident that it is better.
        sentence: To be read aloud.
    """

    determinant: Determinant
    comparisons: tuple[Comparison, ...]
    worse: tuple[Comparison, ...]
    better: tuple[Comparison, ...]
    sentence: str

    @property
    def poor(self) -> bool:
        """Whether the place is surely worse on at least one of its measures."""
        return bool(self.worse)

    @property
    def standing(self) -> str:
        """In a word: worse, better, both, cannot tell, or no figure."""
        if self.worse:
            return "both" if self.better else "worse"
        return "better" if self.better else "cannot tell" if self.comparisons else "no figure"


def screen(declared: Sequence[Determinant], comparisons: Mapping[str, Comparison]) -> tuple[Screened, ...]:
    """How a place stands on each determinant.

    A place is called poor on one only where the publishers' intervals make the difference from the comparator surer than
    chance; the comparisons come corrected for their number (`levelling compare`).

    Args:
        declared: The determinants.
        comparisons: One comparison for each indicator that the place has, by slug.
    """
    return tuple(_screened(one, comparisons) for one in declared)


def _screened(determinant: Determinant, comparisons: Mapping[str, Comparison]) -> Screened:
    held = tuple(comparisons[slug] for slug in determinant.indicators if slug in comparisons)
    worse = tuple(item for item in held if item.verdict is Verdict.WORSE)
    better = tuple(item for item in held if item.verdict is Verdict.BETTER)
    return Screened(determinant, held, worse, better, _sentence(held, worse, better))


def _sentence(held: Sequence[Comparison], worse: Sequence[Comparison], better: Sequence[Comparison]) -> str:
    if not held:
        return "There is no figure here to screen this against."
    against = listed(list(dict.fromkeys(item.comparator_name for item in held)))
    whole = "the one measure" if len(held) == 1 else f"the {number(len(held), 0)} measures"
    parts = [f"{kind} on {_names(items)}" for kind, items in (("worse", worse), ("better", better)) if items]
    if not parts:
        return f"Of {whole} there {'is' if len(held) == 1 else 'are'} here, we cannot tell any from {against}."
    rest = len(held) - len(worse) - len(better)
    left = f" On {'the other' if rest == 1 else f'the other {number(rest, 0)}'} we cannot tell." if rest else ""
    return f"Against {against}: {'; '.join(parts)}.{left}"


def _names(items: Sequence[Comparison]) -> str:
    return listed([item.estimate.indicator.short.lower() if _plain(item) else item.estimate.indicator.short for item in items])


def _plain(item: Comparison) -> bool:
    """Whether the short name may begin small: it is no abbreviation such as GCSE or 4G."""
    first = item.estimate.indicator.short.split()[0]
    return first[1:].islower() and first.isalpha()
