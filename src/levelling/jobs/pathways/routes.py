"""Apprenticeship standards that teach an occupation, as far as their names can tell."""

from collections.abc import Sequence

from levelling.jobs.occupations.catalogue import Occupation
from levelling.jobs.pathways.around import Standard
from levelling.jobs.pathways.likeness import words_of
from levelling.jobs.pathways.result import Route

_MOST = 3
_SHARE = 2
"""A standard is offered where at least half of the words of one of the two names stand in the other."""
_RANKS = "advanced apprenticeship assistant associate degree general higher integrated junior lead manager officer operative"
_POSTS = "operator practitioner professional senior specialist supervisor technician worker"
_PLAIN = frozenset(f"{_RANKS} {_POSTS}".split())
"""Words that say a rank or a kind of post, not a trade: alone they make no two names alike."""


def routes_to(there: Occupation, standards: Sequence[Standard]) -> tuple[Route, ...]:
    """The standards whose names share most with an occupation's, then those more people begin.

    Names alone are compared: what a standard teaches is not in the figures. So a route is a place to look, not a promise.
    """
    wanted = words_of(there.label)
    trade = wanted - _PLAIN
    found = []
    for standard in standards:
        words = words_of(standard.name)
        common = trade & words
        if common and _SHARE * len(wanted & words) >= min(len(wanted), len(words)):
            found.append((len(wanted & words), standard, tuple(sorted(wanted & words))))
    best = sorted(found, key=lambda one: (-one[0], -(one[1].starts or 0), one[1].name))[:_MOST]
    return tuple(Route(one.name, one.level, one.starts, one.period, words) for _, one, words in best)
