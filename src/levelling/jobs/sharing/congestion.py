"""How far recommendations crowd: counted the same way before sharing out and after."""

import math
from dataclasses import dataclass
from typing import TYPE_CHECKING

from levelling.jobs.sharing.candidates import Candidates

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    Flags = NDArray[np.bool_]
    Whole = NDArray[np.int64]


@dataclass(frozen=True, slots=True)
class Congestion:
    """How a set of recommendations is spread.

    Attributes:
        people: All people, also those recommended nothing.
        vacancies: All vacancies, also those nobody is sent to.
        pairs: Recommendations.
        people_sent: People who are recommended something.
        vacancies_met: Vacancies that somebody is sent to.
        top: How many vacancies the most popular 1% are: a hundredth of all vacancies, rounded up.
        sent_to_top: Recommendations to these.
        most: The largest number of people sent to one vacancy.
        beyond: Recommendations beyond the places that vacancies have. As many people at least are sent in vain.
        gini: Gini coefficient of recommendations over all vacancies: 0 where each has as many, near 1 where one has all.
        fit: Sum of the fit of all recommendations, in points.
    """

    people: int
    vacancies: int
    pairs: int
    people_sent: int
    vacancies_met: int
    top: int
    sent_to_top: int
    most: int
    beyond: int
    gini: float
    fit: int

    @property
    def top_share(self) -> float:
        """The share of all recommendations that go to the most popular 1% of vacancies, 0 to 1."""
        return self.sent_to_top / self.pairs if self.pairs else 0.0

    @property
    def reachable(self) -> int:
        """Recommendations that meet a place: the most people who could be hired if each place takes one who was sent."""
        return self.pairs - self.beyond

    @property
    def mean_fit(self) -> float | None:
        """The mean fit of a recommendation, 0 to 100; `None` where there is none."""
        return self.fit / self.pairs if self.pairs else None


def congestion(found: Candidates, places: "Whole", chosen: "Flags") -> Congestion:
    """Count how a set of recommendations is spread.

    Args:
        found: Who could be recommended what.
        places: How many people may be recommended each vacancy.
        chosen: For each candidate match, whether it is recommended.
    """
    import numpy as np

    sent = np.bincount(found.vacancy[chosen], minlength=len(found.vacancies))
    ordered = np.sort(sent)
    top = math.ceil(len(sent) / 100)
    return Congestion(
        people=len(found.people),
        vacancies=len(found.vacancies),
        pairs=int(sent.sum()),
        people_sent=len(np.unique(found.person[chosen])),
        vacancies_met=int((sent > 0).sum()),
        top=top,
        sent_to_top=int(ordered[len(ordered) - top :].sum()),
        most=int(ordered[-1]) if len(ordered) else 0,
        beyond=int(np.maximum(sent - places, 0).sum()),
        gini=gini(ordered.tolist()),
        fit=int(found.fit[chosen].sum()),
    )


def gini(ordered: list[int]) -> float:
    """The Gini coefficient of counts in rising order, `2 sum(i x_i) / (n sum(x)) - (n + 1) / n`; 0 where all are nought.

    Example:
        >>> gini([1, 1, 1, 1]), gini([0, 0, 0, 4])
        (0.0, 0.75)
    """
    count, total = len(ordered), sum(ordered)
    if not total:
        return 0.0
    weighted = sum(rank * value for rank, value in enumerate(ordered, 1))
    return (2 * weighted - (count + 1) * total) / (count * total)
