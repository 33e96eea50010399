"""What can open the doors: levies, duties, plans and promises in the register, and what each can ask of an employer here."""

from dataclasses import dataclass

from levelling.atlas import Atlas
from levelling.core.area import Area
from levelling.core.period import Period
from levelling.solutions.register import Enabler, ReachAt, Register, Status, StatusAt, reaches, register, status_at

TRAIN, BUY, PLAN, PROMISE = "Money for training", "Buying", "Duties and plans", "Promises of employers"
MEANS: tuple[tuple[str, str], ...] = (
    ("growth-skills-levy", TRAIN),
    ("apprenticeship-levy", TRAIN),
    ("apprenticeships", TRAIN),
    ("foundation-apprenticeships", TRAIN),
    ("skills-bootcamps", TRAIN),
    ("social-value-act", BUY),
    ("procurement-act-2023", BUY),
    ("npps", BUY),
    ("care-act-market-shaping", PLAN),
    ("fair-pay-agreement-care", PLAN),
    ("anchor-institutions", PLAN),
    ("ten-year-health-plan", PLAN),
    ("nhs-ltwp", PLAN),
    ("nhs-people-plan", PLAN),
    ("disability-confident", PROMISE),
    ("real-living-wage", PROMISE),
    ("council-living-wage", PROMISE),
    ("good-employment-charters", PROMISE),
    ("care-leaver-covenant", PROMISE),
)
"""Enablers that bear on how an employer recruits, by what they are to it. An editor's choice from the register."""


@dataclass(frozen=True, slots=True)
class Means:
    """One enabler, held against the place at a date.

    Attributes:
        enabler: The enabler.
        kind: What it is to an employer: money for training, buying, a duty or plan, a promise.
        status: How it stands.
        reach: Whether it reaches the place.
        followed_by: What followed it, where it is replaced.
    """

    enabler: Enabler
    kind: str
    status: StatusAt
    reach: ReachAt
    followed_by: tuple[Enabler, ...]

    @property
    def usable(self) -> bool:
        """Whether it is open and reaches the place or may."""
        return self.status.status is Status.OPEN and self.reach.may


def means(atlas: Atlas, area: Area, as_of: Period, known: Register | None = None) -> tuple[Means, ...]:
    """Each enabler that bears on recruitment with its status at a date and its reach, in the order declared.

    Those that do not reach the place's nation are among them: that they do not is worth knowing.

    Example:
        >>> atlas = Atlas.open()
        >>> found = means(atlas, atlas.area("Hartlepool"), Period.parse("2020-12"))
        >>> [item.status.status.value for item in found if item.enabler.id == "apprenticeship-levy"]
        ['open']
    """
    shelf = known or register()
    return tuple(_held(atlas, area, as_of, shelf, shelf.get(name), kind) for name, kind in MEANS if shelf.knows(name))


def _held(atlas: Atlas, area: Area, as_of: Period, shelf: Register, enabler: Enabler, kind: str) -> Means:
    after = tuple(shelf.get(name) for name in enabler.replaced_by if shelf.knows(name))
    return Means(enabler, kind, status_at(enabler, as_of), reaches(enabler, area, atlas, as_of), after)
