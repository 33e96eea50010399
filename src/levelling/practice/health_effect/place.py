"""The health effect of employment in one place: more or fewer people in work, and the reverse."""

from dataclasses import dataclass
from typing import Any

from levelling.atlas.reading import Figures
from levelling.core.area import Area
from levelling.core.words import number, place
from levelling.practice.health_effect.base import Base, base_of, check
from levelling.practice.health_effect.effect import Effect, Way, people
from levelling.practice.health_effect.health_to_work import health_to_work
from levelling.practice.health_effect.work_to_health import work_to_health

CAUTIONS = (
    "These are not to be added up: one person may have a chronic condition and psychological problems at once.",
    "The size quoted for chronic illness, and the direction Janke and others (2020) tell, are of one study: use one, not both.",
    "The hazard ratio for deaths and the risk of heart disease overlap: use one, not both.",
    "The link to chronic illness is of whole places whose work grew or shrank: it promises nothing of one programme's clients.",
    "The findings for the North on inactivity and on the employment gap come of one report and overlap: use one, not both.",
)
"""What a reader must know before using any of the numbers."""
_MORE_THAN_THEY_ARE = (
    "The number for chronic illness, or the end of its range, is more people than begin or lose work. It cannot be theirs alone: "
    "it would take better or worse health of others in the place, or the size quoted is too large."
)


@dataclass(frozen=True, slots=True)
class HealthEffect:
    """What more, or fewer, people in work would bring for health here, and better health for work.

    Attributes:
        area: Where.
        more: People in work, more or (below nought) fewer.
        base: The people of the place it is applied to.
        effects: Each outcome: work to health first.
    """

    area: Area
    more: float
    base: Base
    effects: tuple[Effect, ...]

    def effect(self, outcome: str) -> Effect | None:
        """One outcome by its name in data; `None` where it is not told of."""
        return next((item for item in self.effects if item.outcome == outcome), None)

    def of(self, way: Way) -> tuple[Effect, ...]:
        """The outcomes of one way round."""
        return tuple(item for item in self.effects if item.way is way)

    def records(self) -> list[dict[str, Any]]:
        """One record an outcome."""
        return [item.record() for item in self.effects]

    @property
    def asked(self) -> str:
        """What was asked: '500 more people in work'."""
        if self.more == 0:
            return "No more and no fewer people in work"
        return f"{number(abs(self.more), 0)} {'fewer' if self.more < 0 else 'more'} people in work"

    @property
    def lead(self) -> str:
        """What was asked and of whom, in a sentence or two."""
        base, where = self.base, place(self.area)
        if base.of_age is None or base.people is None:
            return f"{self.asked} in {where}. No number of people aged 16 to 64 is held, so it cannot be told how much that is."
        who = f"{number(base.people, 0)} people aged 16 to 64 lived in {where} on {base.of_age.period.label}"
        if base.in_work is None or base.out_of_work is None:
            return f"{who}; how many of them are in work is not published. Asked: {self.asked}."
        ends = base.in_work_ends
        span = f" ({people(ends[0])} to {people(ends[1])})" if ends else ", with no margin of error known,"
        share = f"{self.asked} would be {number(abs(base.change(self.more) or 0.0), 1)}% of those in work."
        return (
            f"{who}; about {people(base.in_work)}{span} of them are in work and {people(base.out_of_work)} are not. "
            f"{share if self.more else f'{self.asked}: nothing is expected to change.'}"
        )

    @property
    def cautions(self) -> tuple[str, ...]:
        """What a reader must know before using any of the numbers, of this answer too."""
        ill = self.effect("chronic-conditions")
        if (
            ill is None
            or ill.change is None
            or max(abs(end) for end in (ill.change, ill.lower, ill.upper) if end) <= abs(self.more)
        ):
            return CAUTIONS
        return (*CAUTIONS, _MORE_THAN_THEY_ARE)

    @property
    def sentences(self) -> tuple[str, ...]:
        """All that is to be said, in sentences that can be read aloud."""
        return (self.lead, *(item.sentence for item in self.effects), *self.cautions)


def health_effect(atlas: Figures, area: Area, more: float) -> HealthEffect:
    """What would follow for health if so many more people of a place were in work, and for work if they were healthier.

    Each number is research applied to the place's own people, 'as if what was found there held here', and is modelled. A ratio
    is applied only to a base that is held. `levelling.atlas.health_links` has the arithmetic that other chapters use too.

    Args:
        atlas: Where the figures are read.
        area: The place.
        more: People in work, more or (below nought) fewer.

    Raises:
        UserError: More would begin work than are out of it, or more would lose it than have it.

    Example:
        >>> from levelling.atlas import Atlas
        >>> atlas = Atlas.open()
        >>> found = health_effect(atlas, atlas.area("Hartlepool"), 500)
        >>> found.effect("chronic-conditions").direction.value
        'better'
    """
    base = base_of(atlas, area)
    check(base, more)
    return HealthEffect(area, more, base, (*work_to_health(atlas, base, more), *health_to_work(atlas, base)))
