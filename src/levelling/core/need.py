"""Needs: what a diagnosis hands on to whoever looks for help: a topic, a group of people, a gap and its size."""

from dataclasses import dataclass
from typing import Any

from levelling.core.area import Area
from levelling.core.comparison import Verdict
from levelling.core.estimate import Estimate
from levelling.core.indicator import Release, Topic
from levelling.core.period import Period


@dataclass(frozen=True, slots=True)
class Size:
    """How much it would take to close a gap, in people, jobs or pounds.

    Attributes:
        value: How much, never below nought; `None` where it cannot be said, and then `how` says why.
        unit: `people`, `jobs`, `businesses`, `£ a week`, `£ a year`.
        lower: The least that the publishers' 95% intervals allow, never below nought; `None` where there is no interval.
        upper: The most they allow.
        how: How it was worked out, in a sentence, or why it could not be.
        modelled: Whether it was worked out here, from figures of different series or years.
        inputs: What it was worked out from, beside the gap itself.
    """

    value: float | None
    unit: str
    how: str
    lower: float | None = None
    upper: float | None = None
    modelled: bool = True
    inputs: tuple[Estimate, ...] = ()


@dataclass(frozen=True, slots=True)
class Need:
    """One need of a place, with the estimates it rests on.

    A place has the need where its figure is on the worse side of the comparator's. Needs overlap: the same person may be
    counted in several, so their sizes are never added up.

    Attributes:
        id: Its key, such as `long-term-sickness`.
        name: What it is called: 'People out of work through long-term sickness'.
        topic: What it is about.
        group: Whom it is about, in words.
        ages: The ages as published, such as '16 to 64'; empty where the figure is not of an age.
        area: The place.
        period: When the figure is for.
        measure: The indicator's slug, or a name for what was worked out here.
        value: The figure here.
        unit: Its unit.
        against: What it is held against, in words.
        against_value: The figure there.
        difference: Here less there, in the unit.
        verdict: `WORSE` where the difference is surely more than chance, `CANNOT_TELL` where it is not, `NOT_COMPARABLE` where
            no margin of error is known; `BETTER` where the place is no worse, whatever chance may do.
        distance: The difference over the usual spread between places, above nought; `None` where the spread is not known.
        size: What would close the gap.
        people: How many people (or jobs) are in the group here; `None` where that is not known.
        sentence: To be read aloud.
        inputs: The estimates it rests on, the place's own first.
        releases: Where they were published.
    """

    id: str
    name: str
    topic: Topic
    group: str
    ages: str
    area: Area
    period: Period
    measure: str
    value: float
    unit: str
    against: str
    against_value: float
    difference: float
    verdict: Verdict
    distance: float | None
    size: Size
    people: float | None
    sentence: str
    inputs: tuple[Estimate, ...]
    releases: tuple[Release, ...]

    def record(self) -> dict[str, Any]:
        """The need as plain data."""
        size = self.size
        return {
            "area": self.area.code,
            "name": self.area.name,
            "need": self.id,
            "need_name": self.name,
            "topic": self.topic.value,
            "group": self.group,
            "ages": self.ages,
            "measure": self.measure,
            "period": self.period.iso,
            "value": self.value,
            "unit": self.unit,
            "against": self.against,
            "against_value": self.against_value,
            "difference": self.difference,
            "verdict": self.verdict.value,
            "distance": None if self.distance is None else round(self.distance, 2),
            "need_size": whole(size.value),
            "need_size_lower": whole(size.lower),
            "need_size_upper": whole(size.upper),
            "need_unit": size.unit if size.value is not None else "",
            "need_how": size.how,
            "modelled": size.modelled and size.value is not None,
            "people": whole(self.people),
            "sentence": self.sentence,
            "sources": "; ".join(dict.fromkeys(f"{item.publisher}, {item.title}" for item in self.releases)),
        }


def whole(value: float | None) -> int | None:
    """A size to the nearest whole person, job or pound; `None` where there is none.

    Example:
        >>> whole(4403.3), whole(None)
        (4403, None)
    """
    return None if value is None else round(value)
