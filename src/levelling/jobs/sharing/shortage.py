"""Why somebody is left without: who competes for which places, and how many places are too few.

From those left without, follow each candidate to its vacancy (which is full, or a place could still be given) and from there to
the people who have its places, and so on. What is reached this way falls into groups of people who have no candidates outside
their group's vacancies. A group of 12 people with 7 places leaves 5 without whoever is chosen, which is also the proof that no
way of sharing out places more (König's theorem).
"""

from typing import TYPE_CHECKING

from levelling.jobs.sharing.candidates import Candidates
from levelling.jobs.sharing.result import Shortage

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    Flags = NDArray[np.bool_]
    Whole = NDArray[np.int64]


def shortages(found: Candidates, places: "Whole", chosen: "Flags") -> tuple[Shortage, ...]:
    """The groups in which there are more people than places, the one that leaves most without first.

    Args:
        found: Who could be recommended what.
        places: How many people may be recommended each vacancy.
        chosen: For each candidate match, whether it is recommended: a way of sharing out that places the most people.
    """
    import numpy as np

    crowded, full = _reached(found, chosen)
    if not crowded.any():
        return ()
    people, vacancies = np.flatnonzero(crowded), np.flatnonzero(full)
    labels = _groups(found, crowded, full)
    of_people, of_vacancies = labels[people], labels[len(found.people) + vacancies]
    of_people_order, of_vacancies_order = np.argsort(of_people, kind="stable"), np.argsort(of_vacancies, kind="stable")
    groups = []
    for label in np.unique(of_people).tolist():
        mine = people[of_people_order[slice(*np.searchsorted(of_people[of_people_order], [label, label + 1]))]]
        theirs = vacancies[of_vacancies_order[slice(*np.searchsorted(of_vacancies[of_vacancies_order], [label, label + 1]))]]
        groups.append(Shortage(tuple(mine.tolist()), tuple(theirs.tolist()), int(places[theirs].sum())))
    return tuple(sorted(groups, key=lambda group: (-group.short, group.people)))


def _reached(found: Candidates, chosen: "Flags") -> "tuple[Flags, Flags]":
    """The people and vacancies that alternating steps reach from those left without."""
    import numpy as np

    crowded = np.zeros(len(found.people), np.bool_)
    crowded[found.person] = True
    crowded[found.person[chosen]] = False
    full = np.zeros(len(found.vacancies), np.bool_)
    placed_person, placed_vacancy = found.person[chosen], found.vacancy[chosen]
    while True:
        full[found.vacancy[crowded[found.person]]] = True
        further = placed_person[full[placed_vacancy]]
        if crowded[further].all():
            return crowded, full
        crowded[further] = True


def _groups(found: Candidates, crowded: "Flags", full: "Flags") -> "Whole":
    """A label for each person and then each vacancy: those reached share one where candidates join them."""
    import numpy as np
    from scipy.sparse import coo_array
    from scipy.sparse.csgraph import connected_components

    people = len(found.people)
    size = people + len(found.vacancies)
    inside = crowded[found.person] & full[found.vacancy]
    tails, heads = found.person[inside], people + found.vacancy[inside]
    joined = coo_array((np.ones(len(tails), np.int8), (tails, heads)), shape=(size, size))
    _, labels = connected_components(joined, directed=False)
    return np.asarray(labels, np.int64)
