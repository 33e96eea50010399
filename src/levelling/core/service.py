"""Providers and the services they offer, whoever published them: what a directory of services comes down to."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from enum import StrEnum


class Standing(StrEnum):
    """Whether a service can be had, as its publisher says."""

    ACTIVE = "active"
    CLOSED_FOR_NOW = "temporarily closed"
    INACTIVE = "inactive"
    DEFUNCT = "defunct"
    UNKNOWN = "not said"

    @property
    def open(self) -> bool:
        """Whether it counts as on offer: a publisher who says nothing is taken to list what there is."""
        return self in {Standing.ACTIVE, Standing.UNKNOWN}


@dataclass(frozen=True, slots=True)
class Provider:
    """An organisation that offers services.

    Attributes:
        id: What tells it from others in its directory.
        name: Its name.
        number: Its number on a register of charities; empty where not given.
        postcode: Where it has its office; empty where not given.
        income: Yearly income in pounds, as its register gives it; `None` where not given.
    """

    id: str
    name: str
    number: str = ""
    postcode: str = ""
    income: float | None = None


@dataclass(frozen=True, slots=True)
class Service:
    """Something a provider offers.

    Attributes:
        id: What tells it from others in its directory.
        name: Its name.
        provider: Who offers it; `None` where the directory does not say.
        description: What it is, as plain text.
        standing: Whether it can be had.
        points: Where it is given, as latitude and longitude in degrees.
        areas: Whom it is for by place: names or codes of areas, as the directory writes them.
        postcodes: Where it is given, where that is all the directory says.
        assured: When its entry was last checked by somebody.
        modified: When its entry was last changed.
        minimum_age: The youngest it is for; `None` where not said.
        maximum_age: The oldest it is for; `None` where not said.
        terms: Words it is filed under.
        eligibility: Who may use it; empty where not said.
        waiting_time: How long people wait; empty where not said.
        application_process: How to ask for it; empty where not said.
        page: The page or file it stands on.
        row: Its place there, from 1.
    """

    id: str
    name: str
    provider: Provider | None
    description: str = ""
    standing: Standing = Standing.UNKNOWN
    points: tuple[tuple[float, float], ...] = ()
    areas: tuple[str, ...] = ()
    postcodes: tuple[str, ...] = ()
    assured: date | None = None
    modified: date | None = None
    minimum_age: float | None = None
    maximum_age: float | None = None
    terms: tuple[str, ...] = ()
    eligibility: str = ""
    waiting_time: str = ""
    application_process: str = ""
    page: str = ""
    row: int | None = None

    @property
    def text(self) -> str:
        """Everything it says of itself, to be searched for words."""
        return " . ".join((self.name, self.description, *self.terms, self.eligibility))

    @property
    def dated(self) -> date | None:
        """The last day on which somebody is known to have looked at the entry; `None` where there is no date."""
        days = [day for day in (self.assured, self.modified) if day is not None]
        return max(days, default=None)


@dataclass(frozen=True, slots=True)
class Problem:
    """Something in a directory that could not be taken as it stood.

    Attributes:
        page: The page of the feed, or the file.
        row: Which entry on it, from 1; `None` for the page as a whole.
        field: Which field; empty for the entry as a whole.
        reason: What is wrong and what was done, in a sentence.
        entry_used: Whether the rest of the entry was used.
    """

    page: str
    row: int | None
    field: str
    reason: str
    entry_used: bool = False

    def __str__(self) -> str:
        row = f", entry {self.row}" if self.row is not None else ""
        field = f", {self.field}" if self.field else ""
        return f"{self.page}{row}{field}: {self.reason}"


Entry = Service | Problem
"""What a directory gives, one after another, as it is read."""


MOST_SERVICES = 2_000_000
"""Services after which a directory is read no further: the whole country has fewer."""


def once(entries: Iterable[Entry]) -> Iterator[Entry]:
    """The entries of a directory with each service once: the first is kept, those that repeat its id become problems.

    A service without an id cannot be told from others and is always kept. Nothing is read beyond `MOST_SERVICES`.

    Example:
        >>> made = [Service("a", "Job club", None), Service("a", "Job club again", None, page="page 1", row=2)]
        >>> [str(entry) if isinstance(entry, Problem) else entry.name for entry in once(made)]
        ['Job club', "page 1, entry 2, id: 'a' is the id of a service before it: this one was passed over"]
    """
    seen: set[str] = set()
    count = 0
    for entry in entries:
        if isinstance(entry, Service):
            if entry.id and entry.id in seen:
                said = f"'{entry.id[:60]}' is the id of a service before it: this one was passed over"
                yield Problem(entry.page, entry.row, "id", said)
                continue
            seen.add(entry.id)
            count += 1
            if count > MOST_SERVICES:
                yield Problem("the directory", None, "", f"it holds more than {MOST_SERVICES:,} services: the rest was not read")
                return
        yield entry
