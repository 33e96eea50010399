"""Where a fact was read."""

from dataclasses import dataclass

from levelling.core.period import Period


@dataclass(frozen=True, slots=True)
class Source:
    """Where something was read.

    Attributes:
        title: Who says so, and in what.
        address: Where it can be read; empty where it is only in print.
        date: When it was published or speaks of, as exactly as known; `None` where it bears no date.
    """

    title: str
    address: str
    date: Period | None
