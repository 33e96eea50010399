"""The words that limits are told in: slots of the week, licences, what work asks of a body and a life."""

from enum import IntEnum

DAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")


class Part(IntEnum):
    """A part of a day."""

    DAY = 0
    EVENING = 1
    NIGHT = 2


SLOTS = tuple((day, part) for day in range(7) for part in Part)
"""The 21 slots of a week, each a day (0 is Monday) and a part of it; a slot is named by its place in this tuple."""


def slot(day: int, part: Part) -> int:
    """The number of a slot.

    Example:
        >>> from levelling.jobs.limits import Part, slot
        >>> slot(0, Part.DAY), slot(6, Part.NIGHT)
        (0, 20)
    """
    return day * len(Part) + part


NAMED_TIMES = {
    "nights": frozenset(at for at, (_, part) in enumerate(SLOTS) if part is Part.NIGHT),
    "evenings": frozenset(at for at, (_, part) in enumerate(SLOTS) if part is Part.EVENING),
    "weekends": frozenset(at for at, (day, _) in enumerate(SLOTS) if day >= 5),
}
"""Demands that name times of the week (keys of `facts/jobs/demands.toml`), and the slots each means."""
