"""What would be recommended without sharing out, to hold the shared recommendations against."""

from typing import TYPE_CHECKING

from levelling.jobs.sharing.candidates import Candidates

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    Flags = NDArray[np.bool_]
    Whole = NDArray[np.int64]


def first_choices(found: Candidates, per_person: int) -> "Flags":
    """Everybody is sent to their own best vacancies, whoever else is.

    Args:
        found: Who could be recommended what.
        per_person: How many vacancies a person is sent to.

    Returns:
        For each candidate match, whether it is recommended.
    """
    return found.choice <= per_person


def in_turn(found: Candidates, places: "Whole", per_person: int) -> "Flags":
    """One after another, in the order of their keys, people take the best of their vacancies that still have a place.

    What a careful adviser does without a computer: nobody is sent in vain, but whoever comes late finds less, and a place that
    only they could have taken may be gone.

    Args:
        found: Who could be recommended what.
        places: How many people may be recommended each vacancy.
        per_person: How many vacancies a person is sent to.

    Returns:
        For each candidate match, whether it is recommended.
    """
    import numpy as np

    free = places.tolist()
    taken = [0] * len(found.people)
    chosen = np.zeros(len(found.person), np.bool_)
    for at, (person, vacancy) in enumerate(zip(found.person.tolist(), found.vacancy.tolist(), strict=True)):
        if taken[person] < per_person and free[vacancy]:
            taken[person] += 1
            free[vacancy] -= 1
            chosen[at] = True
    return chosen
