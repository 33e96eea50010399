"""What can go wrong, in words a user can act on.

`UserError` and its kin are shown without a traceback, with exit code 2. Anything else that escapes is a fault of ours.
"""

from collections.abc import Sequence
from dataclasses import dataclass


class LevellingError(Exception):
    """Any error this program raises on purpose."""


class UserError(LevellingError):
    """Something the user can mend: what happened, where, and what to do next.

    Attributes:
        message: One sentence of what happened and where.
        advice: What to do next, or an empty string.
        near: Close matches to offer, best first.

    Example:
        >>> print(UserError("No area is called 'Hartlepol'.", near=["Hartlepool"]))
        No area is called 'Hartlepol'. Did you mean: Hartlepool?
    """

    def __init__(self, message: str, advice: str = "", near: Sequence[str] = ()) -> None:
        self.message = message
        self.advice = advice
        self.near = tuple(near)
        super().__init__(message)

    def __str__(self) -> str:
        parts = [self.message]
        if self.near:
            parts.append(f"Did you mean: {'; '.join(self.near)}?")
        if self.advice:
            parts.append(self.advice)
        return " ".join(parts)


class UnknownArea(UserError):
    """No area has this name or code."""


class AmbiguousArea(UserError):
    """Several areas answer to this name; `near` lists how to ask for each."""


class AbolishedArea(UserError):
    """The area existed and has ended; `near` names what follows it."""


class UnknownIndicator(UserError):
    """No indicator has this slug."""


class NotEnoughData(UserError):
    """The figures hold too little to answer for this area, and say so."""


class SourceChanged(UserError):
    """A publisher's file is not in the shape its reader knows (missing, truncated, renamed columns, wrong encoding)."""


@dataclass(frozen=True, slots=True)
class Fault:
    """One kind of breach of a contract: what is wrong, how often, and a few of the rows."""

    what: str
    count: int
    sample: tuple[str, ...]

    def __str__(self) -> str:
        return f"{self.what}: {self.count} rows, such as {'; '.join(self.sample)}"


class ContractBroken(UserError):
    """A table breaks its contract. Lists every fault with its count and a sample, not only the first."""

    def __init__(self, table: str, faults: Sequence[Fault]) -> None:
        self.table = table
        self.faults = tuple(faults)
        listing = "".join(f"\n  - {fault}" for fault in faults)
        super().__init__(f"The table {table} breaks its contract in {len(faults)} way(s).{listing}")
