"""One thing that would follow: how much, or only which way and why no more can be said."""

from dataclasses import dataclass
from enum import StrEnum
from typing import Any

from levelling.atlas.parameters import Parameter
from levelling.core.area import Area
from levelling.core.estimate import Estimate
from levelling.core.words import number


class Way(StrEnum):
    """Which of the two comes first."""

    WORK_TO_HEALTH = "work to health"
    HEALTH_TO_WORK = "health to work"


class Turn(StrEnum):
    """Whether it is for the better."""

    BETTER = "better"
    WORSE = "worse"
    NEITHER = "no change"
    CANNOT_TELL = "cannot tell"


class Causation(StrEnum):
    """What the research may be read as."""

    ASSOCIATION = "association"
    ARGUED = "argued to be cause"


@dataclass(frozen=True, slots=True)
class Effect:
    """One outcome that would follow if what was found elsewhere held here.

    Attributes:
        area: Where.
        outcome: Its name in data.
        title: What changes.
        way: Work to health, or health to work.
        change: How much, below nought for fewer; `None` where only the direction can be said.
        lower: Lower end of its range; `None` where neither the research nor the base gives a range.
        upper: Upper end.
        unit: The unit.
        direction: Better, worse, no change, or cannot tell.
        grade: The weakest grade of the numbers from research it rests on.
        causation: Association, or argued to be cause.
        how: How it was worked out; why not, where there is no number.
        parameters: The numbers from research it rests on.
        behind: The figures of the place it rests on.
        told: The change as it is said, where not simply as so many people more or fewer.
        quoted: Whether the number is the research's own, of one person, and was not worked out for the place.
    """

    area: Area
    outcome: str
    title: str
    way: Way
    change: float | None
    lower: float | None
    upper: float | None
    unit: str
    direction: Turn
    causation: Causation
    how: str
    parameters: tuple[Parameter, ...]
    behind: tuple[Estimate, ...] = ()
    told: str = ""
    quoted: bool = False

    @property
    def grade(self) -> str:
        """The weakest grade of the numbers it rests on."""
        return max(item.grade for item in self.parameters)

    @property
    def sources(self) -> tuple[str, ...]:
        """Who says so: the research, then the figures of the place."""
        research = [item.source for item in self.parameters]
        figures = [f"{item.release.publisher}, {item.release.title}" for item in self.behind]
        return tuple(dict.fromkeys([*research, *figures]))

    @property
    def sentence(self) -> str:
        """What would follow, to be read aloud, with its range and its grade."""
        read_as = "an association, not proof of cause" if self.causation is Causation.ASSOCIATION else self.causation.value
        graded = f"Grade {self.grade}; {read_as}."
        if self.change is None:
            unsaid = "; how much cannot be said" if self.direction in {Turn.BETTER, Turn.WORSE} else ""
            return f"{self.title}: {self.direction}{unsaid}. {self.how} {graded}"
        if self.change == 0:
            return f"{self.title}: no change. {graded}"
        return f"{self.title}: {self.amount}. {'' if self.quoted else 'Modelled. '}{graded}"

    @property
    def amount(self) -> str:
        """The change as it is said: 'about 530 fewer, from 350 to 750'; empty where there is no number."""
        if self.change is None or self.told:
            return self.told
        span = ""
        if self.lower is not None and self.upper is not None:
            near, far = sorted((abs(self.lower), abs(self.upper)))
            span = f", from {people(near)} to {people(far)}"
        return f"about {people(abs(self.change))} {'fewer' if self.change < 0 else 'more'}{span}"

    def record(self) -> dict[str, Any]:
        """The effect as plain data."""
        return {
            "area": self.area.code,
            "name": self.area.name,
            "outcome": self.outcome,
            "title": self.title,
            "way": self.way.value,
            "change": self.change,
            "lower": self.lower,
            "upper": self.upper,
            "unit": self.unit,
            "direction": self.direction.value,
            "grade": self.grade,
            "causation": self.causation.value,
            "how": self.how,
            "sources": "; ".join(self.sources),
            "modelled": self.change is not None and not self.quoted,
        }


def people(value: float) -> str:
    """People as they are said: to the nearest ten above a hundred, to the nearest hundred above ten thousand.

    Example:
        >>> people(38329.4), people(531.2), people(91.6)
        ('38,300', '530', '92')
    """
    step = -2 if abs(value) >= 10_000 else -1 if abs(value) >= 100 else 0
    return number(round(value, step), 0)
