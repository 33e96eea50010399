"""The best way to share out, found exactly as a flow of least cost from people to places.

The network: a source, each person, each vacancy, a sink. A unit that flows from a person to a vacancy is a recommendation. A
vacancy passes on as many units as it has places. Costs are whole numbers: fit times a factor larger than all quality together,
plus quality, so that fit comes first, exactly.

Two facts of such networks make the order of aims free of trade-offs. The groups of people who can be placed together form a
matroid (Edmonds and Fulkerson 1965), so any group that can be placed is part of a largest one: to place as many of those furthest
from work as possible never lowers how many are placed in all. And a floor for one group, with the number placed held at its most,
is the same as a ceiling for the rest, which is one more arc. So the floor is kept exactly, with no search for a weight.

References:
    Ahuja, R. K., Magnanti, T. L. and Orlin, J. B. (1993). Network flows. Prentice Hall.
    Edmonds, J. and Fulkerson, D. R. (1965). Transversals and matroid partition. Journal of Research of the National Bureau of
        Standards 69B, 147-153.
    Goldberg, A. V. (1997). An efficient implementation of a scaling minimum-cost flow algorithm. Journal of Algorithms 22, 1-29.
"""

from typing import TYPE_CHECKING

from levelling.core.errors import LevellingError
from levelling.jobs.sharing.candidates import POINTS, Candidates

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    Flags = NDArray[np.bool_]
    Whole = NDArray[np.int64]


def most(found: Candidates, places: "Whole", units: "Whole") -> int:
    """The most recommendations there can be.

    Args:
        found: Who could be recommended what.
        places: How many people may be recommended each vacancy.
        units: How many vacancies each person may be recommended.
    """
    import numpy as np
    from ortools.graph.python.max_flow import SimpleMaxFlow

    if not len(found.person):
        return 0
    people, vacancies = len(found.people), len(found.vacancies)
    source, sink = people + vacancies, people + vacancies + 1
    network = SimpleMaxFlow()
    network.add_arcs_with_capacity(np.full(people, source), np.arange(people), units)
    network.add_arcs_with_capacity(found.person, people + found.vacancy, np.ones(len(found.person), np.int64))
    network.add_arcs_with_capacity(people + np.arange(vacancies), np.full(vacancies, sink), places)
    status = network.solve(source, sink)
    if status != network.OPTIMAL:
        raise LevellingError(f"The most that can be shared out was not found: {status}.")
    return int(network.optimal_flow())


def best(found: Candidates, places: "Whole", per_person: int, placed: int, pairs: int, furthest: int) -> "Flags":
    """The recommendations of the best fit.

    Args:
        found: Who could be recommended what.
        places: How many people may be recommended each vacancy.
        per_person: How many vacancies a person may be recommended.
        placed: How many people are recommended something: the most that can be.
        pairs: How many recommendations there are in all: the most that can be.
        furthest: How many of those furthest from work are among the people placed, at least.

    Returns:
        For each candidate match, whether it is recommended.
    """
    import numpy as np
    from ortools.graph.python.min_cost_flow import SimpleMinCostFlow

    if not pairs:
        return np.zeros(len(found.person), np.bool_)
    people, vacancies = len(found.people), len(found.vacancies)
    sink, first, others, more = range(people + vacancies, people + vacancies + 4)
    network = SimpleMinCostFlow()

    def arcs(tails: "Whole", heads: "Whole", capacities: "Whole", costs: "Whole | None" = None) -> "Whole":
        free = np.zeros(len(tails), np.int64) if costs is None else costs
        numbers: Whole = network.add_arcs_with_capacity_and_unit_cost(tails, heads, capacities, free)
        return numbers

    everyone = np.arange(people)
    ones = np.ones(people, np.int64)
    # A first vacancy comes straight to those furthest from work, and to the others through one arc that holds them back.
    arcs(np.array([first]), np.array([others]), np.array([placed - furthest]))
    arcs(np.where(found.furthest, first, others), everyone, ones)
    if per_person > 1:
        arcs(np.full(people, more), everyone, ones * (per_person - 1))
    factor = POINTS * pairs + 1
    edges = arcs(
        found.person, people + found.vacancy, np.ones(len(found.person), np.int64), -(found.fit * factor + found.quality)
    )
    arcs(people + np.arange(vacancies), np.full(vacancies, sink), places)
    network.set_nodes_supplies(np.array([first, more, sink]), np.array([placed, pairs - placed, -pairs]))
    status = network.solve()
    if status != network.OPTIMAL:
        raise LevellingError(f"The best way to share out was not found: {status}.")
    return np.asarray(network.flows(edges)) > 0
