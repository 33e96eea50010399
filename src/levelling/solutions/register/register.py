"""The register: every enabler, found by id, by words, or by what it is, at any date."""

from collections.abc import Callable
from functools import cache, cached_property
from importlib.resources import files
from pathlib import Path
from types import MappingProxyType

from levelling.core.period import Period
from levelling.core.shelf import Shelf
from levelling.solutions.register.enabler import Enabler, Kind, Status, Topic, User
from levelling.solutions.register.reading import load
from levelling.solutions.register.status import StatusAt, status_at


class Register(Shelf[Enabler]):
    """Every enabler that is known.

    Args:
        items: Each by its id.

    Example:
        >>> [enabler.id for enabler in register().search("social prescribing link workers")][:1]
        ['social-prescribing']
        >>> register().near("conect-to-work")
        ('connect-to-work',)
    """

    ONE = "enabler"
    ADVICE = "See them all with: levelling enablers."
    WEIGHTS = MappingProxyType({"name": 8.0, "id": 6.0, "purpose": 3.0, "what": 2.0, "more": 1.0})

    def texts_of(self, item: Enabler) -> dict[str, str]:
        """The texts that an enabler is found by, by field."""
        what = [item.kind.value, *item.topics, item.mechanism, item.lead]
        more = [*item.ring_fences, *item.conditions, item.vcse_role, item.law, *(area.name for area in item.areas)]
        return {
            "name": item.name,
            "id": item.id.replace("-", " "),
            "purpose": item.purpose,
            "what": " ".join(what),
            "more": " ".join(more),
        }

    @cached_property
    def as_of(self) -> Period:
        """When the register was last looked over: the newest date at which somebody checked an enabler."""
        return max(enabler.checked for enabler in self)

    def status(self, enabler: Enabler, as_of: Period | None = None) -> StatusAt:
        """How an enabler stands at a date; at the register's own where none is given."""
        return status_at(enabler, as_of or self.as_of)

    def search(
        self,
        query: str = "",
        *,
        as_of: Period | None = None,
        area: Callable[[Enabler], bool] | None = None,
        kind: Kind | None = None,
        status: Status | None = None,
        topic: Topic | None = None,
        user: User | None = None,
    ) -> tuple[Enabler, ...]:
        """The enablers that answer to everything asked: best match first where there are words, else by id.

        Args:
            query: Words; all are taken where there is none.
            as_of: The date that `status` is told for; the register's own where none is given.
            area: Which enablers an area may have; see `reaches`.
            kind: What it is.
            status: How it stands.
            topic: What it is about.
            user: Who can use it.
        """
        return tuple(
            enabler
            for enabler in self.with_words(query)
            if (kind is None or enabler.kind is kind)
            and (topic is None or topic in enabler.topics)
            and (user is None or user in enabler.users)
            and (status is None or self.status(enabler, as_of).status is status)
            and (area is None or area(enabler))
        )


@cache
def register() -> Register:
    """The register that comes with the package.

    Raises:
        FactsBroken: Lists every fault of every file.
    """
    return Register(load(FOLDER))


FOLDER = Path(str(files("levelling") / "facts" / "enablers"))
"""Where the package's enablers are declared."""
