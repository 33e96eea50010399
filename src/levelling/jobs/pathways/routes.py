"""Apprenticeship standards that teach an occupation, as far as their names can tell."""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from functools import lru_cache

from levelling.jobs.occupations.catalogue import Occupation
from levelling.jobs.pathways.around import Standard
from levelling.jobs.pathways.likeness import weight, word_weights, words_of
from levelling.jobs.pathways.result import Route

_MOST = 3
_SHARE = 35
"""Of 100, how much of the words of two names, rare ones weighing more, must be common to both for a standard to be offered."""
_COVER = 80
"""The same, of 100, of an occupation's own name: `bus driver` stands whole in a longer one."""
_RANKS = words_of("advanced apprenticeship degree higher integrated junior lead level senior")
"""Words that say a rank or a form of teaching: they make no two names alike, and no two different."""
_POSTS = words_of(
    "assistant associate general manager officer operative operator practitioner professional specialist supervisor"
)
_POSTS |= words_of("technician worker")
"""Words that say a kind of post: alone they make no two names alike."""
PLAIN = _RANKS | _POSTS
"""Words that say a rank, a form of teaching or a kind of post, and no trade."""


def routes_to(there: Occupation, standards: Sequence[Standard], titles: Sequence[str] = ()) -> tuple[Route, ...]:
    """The standards whose names are most like a name of an occupation, then those more people begin.

    Names alone are compared: what a standard teaches is not in the figures. So a route is a place to look, not a promise.

    Args:
        there: The occupation, with its names.
        standards: Every standard.
        titles: Further job titles it goes by, such as those of its SOC unit group.
    """
    shelf = _shelf(tuple(standards))
    own = words_of(there.label) - _RANKS
    best: dict[int, tuple[int, list[str]]] = {}
    for name in sorted({words_of(name) - _RANKS for name in (there.label, *there.titles, *titles)}, key=sorted):
        for at in shelf.near(name):
            best[at] = max(best.get(at, (0, [])), shelf.alike(name, at, whole=name == own))
    found = [(*likest, standards[at]) for at, likest in best.items() if likest[0] >= _SHARE]
    found.sort(key=lambda one: (-one[0], -(one[2].starts or 0), one[2].name, one[2].level))
    return tuple(Route(one.name, one.level, one.starts, one.period, tuple(words)) for _, words, one in found[:_MOST])


class _Shelf:
    """The words of every standard, by which they are found."""

    def __init__(self, standards: Sequence[Standard]) -> None:
        self.words = [words_of(standard.name) - _RANKS for standard in standards]
        # A word that only tells a post says little, however few standards have it.
        self.weights = {word: weight(0.5) if word in _POSTS else heavy for word, heavy in word_weights(self.words).items()}
        self.rarest = max(self.weights.values(), default=1)
        self.holders: dict[str, set[int]] = defaultdict(set)
        for at, words in enumerate(self.words):
            for word in words - _POSTS:
                self.holders[word].add(at)

    def near(self, name: frozenset[str]) -> Iterator[int]:
        """Standards that share a word with a name, other than a kind of post."""
        yield from sorted(set().union(*(self.holders.get(word, set()) for word in name)))

    def alike(self, name: frozenset[str], at: int, *, whole: bool) -> tuple[int, list[str]]:
        """How much of their words two names share, of 100, and which.

        An occupation's own name is enough where it stands nearly whole in the other. Another name of it must share two words, or
        be the same: `coach` alone is a bus and a trainer.
        """
        words = self.words[at]
        common = self._heavy(name & words)
        share = 100 * common // max(self._heavy(name | words), 1)
        if not whole and len(name & words) < 2 and name != words:
            return 0, []
        if whole and 100 * common >= _COVER * self._heavy(name):
            share = max(share, _SHARE)
        return share, sorted(name & words)

    def _heavy(self, words: frozenset[str]) -> int:
        return sum(self.weights.get(word, self.rarest) for word in words)


@lru_cache(maxsize=2)
def _shelf(standards: tuple[Standard, ...]) -> _Shelf:
    return _Shelf(standards)
