"""The register: every enabler, found by id, by words, or by what it is, at any date."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from difflib import get_close_matches
from functools import cache, cached_property
from importlib.resources import files
from pathlib import Path

from levelling.core.errors import UserError
from levelling.core.fulltext import FullText
from levelling.core.period import Period
from levelling.solutions.register.enabler import Enabler, Kind, Status, Topic, User
from levelling.solutions.register.reading import load
from levelling.solutions.register.status import StatusAt, status_at

_WEIGHTS = {"name": 8.0, "id": 6.0, "purpose": 3.0, "what": 2.0, "more": 1.0}


@dataclass(frozen=True)
class Register:
    """Every enabler that is known.

    Attributes:
        enablers: Each by its id.

    Example:
        >>> [enabler.id for enabler in register().search("social prescribing link workers")][:1]
        ['social-prescribing']
    """

    enablers: dict[str, Enabler] = field(repr=False)

    def get(self, name: str) -> Enabler:
        """The enabler with this id.

        Raises:
            UserError: There is none; the nearest are offered.
        """
        wanted = _as_id(name)
        if wanted not in self.enablers:
            near = [*get_close_matches(wanted, self.enablers, n=4, cutoff=0.6), *self._index.search(name, 3)]
            raise UserError(
                f"There is no enabler '{name[:80]}'.",
                "See them all with: levelling enablers.",
                near=list(dict.fromkeys(near))[:4],
            )
        return self.enablers[wanted]

    def knows(self, name: str) -> bool:
        """Whether there is an enabler with exactly this id."""
        return _as_id(name) in self.enablers

    def near(self, name: str) -> tuple[str, ...]:
        """Ids that are nearly this one, nearest first.

        Example:
            >>> register().near("conect-to-work")
            ('connect-to-work',)
        """
        return tuple(get_close_matches(_as_id(name), self.enablers, n=3, cutoff=0.8))

    def all(self) -> tuple[Enabler, ...]:
        """Every enabler, by id."""
        return tuple(self.enablers.values())

    def __iter__(self) -> Iterator[Enabler]:
        return iter(self.enablers.values())

    def __len__(self) -> int:
        return len(self.enablers)

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
        found = [self.enablers[name] for name in self._index.search(query)] if query.strip() else list(self)
        return tuple(
            enabler
            for enabler in found
            if (kind is None or enabler.kind is kind)
            and (topic is None or topic in enabler.topics)
            and (user is None or user in enabler.users)
            and (status is None or self.status(enabler, as_of).status is status)
            and (area is None or area(enabler))
        )

    @cached_property
    def _index(self) -> FullText:
        return FullText({name: _texts(enabler) for name, enabler in self.enablers.items()}, _WEIGHTS)


def _as_id(name: str) -> str:
    return name.strip().lower().replace("_", "-").replace(" ", "-")


def _texts(enabler: Enabler) -> dict[str, str]:
    what = [enabler.kind.value, *enabler.topics, enabler.mechanism, enabler.lead]
    more = [*enabler.ring_fences, *enabler.conditions, enabler.vcse_role, enabler.law, *(area.name for area in enabler.areas)]
    return {
        "name": enabler.name,
        "id": enabler.id.replace("-", " "),
        "purpose": enabler.purpose,
        "what": " ".join(what),
        "more": " ".join(more),
    }


@cache
def register() -> Register:
    """The register that comes with the package.

    Raises:
        FactsBroken: Lists every fault of every file.
    """
    return Register(load(FOLDER))


FOLDER = Path(str(files("levelling") / "facts" / "enablers"))
"""Where the package's enablers are declared."""
