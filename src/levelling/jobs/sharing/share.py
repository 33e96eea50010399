"""Sharing vacancies out among people."""

from typing import TYPE_CHECKING

from levelling.jobs.sharing.candidates import Candidates
from levelling.jobs.sharing.congestion import congestion
from levelling.jobs.sharing.flow import best, most
from levelling.jobs.sharing.result import Floor, Shared
from levelling.jobs.sharing.settings import Settings, settings
from levelling.jobs.sharing.shortage import shortages
from levelling.jobs.sharing.unshared import first_choices

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    Flags = NDArray[np.bool_]


def share(found: Candidates, how: Settings | None = None) -> Shared:
    """Recommend vacancies so that they do not crowd.

    In this order, each exactly: places are kept to; the most people are recommended something; those furthest from work reach
    their floor, or come as near to it as can be; there are the most recommendations; their fit together is the highest; then
    their quality. The answer is the same however the input was ordered.

    Args:
        found: Who could be recommended what.
        how: How to share; as declared in `facts/jobs/sharing.toml` where not given.

    Returns:
        Who is recommended what, how the floor was kept, who is left without and why, congestion before and after.

    Example:
        >>> from levelling.jobs.sharing import candidates
        >>> edges = [[0, 0, 1], [0, 1, 0], [90, 40, 80], [50, 50, 50]]
        >>> shared = share(candidates(["ann", "bob"], [False, False], ["cook", "driver"], [1, 1], edges))
        >>> [(pair.person, pair.vacancy, pair.choice) for pair in shared.pairs()]
        [('ann', 'driver', 2), ('bob', 'cook', 1)]
        >>> shared.before.most, shared.after.most
        (2, 1)
    """
    import numpy as np

    how = settings() if how is None else how
    places = found.headcount * how.per_place
    placed = most(found, places, np.ones(len(found.people), np.int64))
    possible = most(found, places, found.furthest.astype(np.int64))
    pairs = placed if how.per_person == 1 else most(found, places, np.full(len(found.people), how.per_person))
    wanted = how.wanted(int(found.furthest.sum()), placed, len(found.people))
    # First without the floor: mostly it is met, and where it is not, this tells what it costs in fit.
    chosen = free = best(found, places, how.per_person, placed, pairs, 0)
    if _furthest(found, free) < min(wanted, possible):
        chosen = best(found, places, how.per_person, placed, pairs, min(wanted, possible))
    given_up = int(found.fit[free].sum() - found.fit[chosen].sum())
    floor = Floor(int(found.furthest.sum()), wanted, possible, _furthest(found, free), _furthest(found, chosen), given_up)
    return Shared(
        candidates=found,
        settings=how,
        places=places,
        chosen=chosen,
        floor=floor,
        before=congestion(found, places, first_choices(found, how.per_person)),
        after=congestion(found, places, chosen),
        shortages=shortages(found, places, chosen),
    )


def _furthest(found: Candidates, chosen: "Flags") -> int:
    """How many of those furthest from work are recommended something."""
    import numpy as np

    sent = np.unique(found.person[chosen])
    return int(found.furthest[sent].sum())
