"""What people declared about bodies: who sits on their boards by rule, and what the look-ups of areas do not say of them."""

from functools import cache
from importlib.resources import files
from pathlib import Path
from typing import Annotated, Literal, TypeVar

from pydantic import BaseModel, ConfigDict, Field, model_validator

from levelling.atlas.declared import FactsBroken, Moment, SourceFile, Strict, read_declared
from levelling.core.period import Period
from levelling.solutions.coverage.kinds import BodyKind

_FACTS = Path(str(files("levelling") / "facts"))
BOARDS, COVERAGE = _FACTS / "boards", _FACTS / "coverage"
"""Where the package's facts of boards and of bodies are declared."""


Words = Annotated[str, Field(min_length=3)]
Code = Annotated[str, Field(pattern=r"^[EWSN]\d{8}$")]
Codes = Annotated[tuple[Code, ...], Field(min_length=1)]
Keys = Annotated[tuple[str, ...], Field(min_length=1)]
Seat = Literal["by rule", "by local choice", "none by rule"]
Confidence = Literal["high", "medium", "low"]
_Facts = TypeVar("_Facts", bound=BaseModel)


class _Strict(Strict):
    model_config = ConfigDict(frozen=True)


class Origin(SourceFile):
    """Where something was read."""

    model_config = ConfigDict(frozen=True)

    @property
    def cited(self) -> str:
        """The source in a line: what, where, when."""
        return ", ".join(filter(None, (self.title, self.address, self.date.label if self.date else "")))


class _Sourced(_Strict):
    sources: Annotated[dict[str, Origin], Field(min_length=1)]

    @model_validator(mode="after")
    def _cites_what_is_there(self) -> "_Sourced":
        missing = sorted(set(self.cites()) - set(self.sources))
        if missing:
            raise ValueError(f"there is no source '{missing[0]}' in this file")
        return self

    def cites(self) -> list[str]:
        """The keys of every source that is cited."""
        return []


class Seated(_Strict):
    """Somebody who sits on a kind of board by rule.

    Attributes:
        who: Who it is.
        number: How many, in the source's words.
        rule: The rule, where one is named.
        since: Since when it is so, as exactly as known.
        until: The last month it was so; `None` while it is.
        note: What to mind.
        source: Which of the file's sources says so.
        confidence: How sure we are.
    """

    who: Words
    number: Words
    rule: str = ""
    since: Moment
    until: Moment | None = None
    note: str = ""
    source: str
    confidence: Confidence

    def holds(self, as_of: Period) -> bool:
        """Whether the rule held at the end of a period."""
        return self.since.start <= as_of.end and (self.until is None or as_of.end <= self.until.end)


class Board(_Sourced):
    """A kind of board: who sits on it by rule, and whether the voluntary sector does.

    Attributes:
        name: What it is called.
        kinds: The kinds of body whose board it is; empty where its ground is not one we can draw.
        nations: Where there is one.
        vcse_seat: Whether voluntary, community and social enterprise organisations have a seat.
        vcse_note: What to know of that seat.
        where: Where such boards are, for those that have no ground we can draw.
        members: Who sits on it.
    """

    name: Words
    kinds: tuple[BodyKind, ...]
    nations: Annotated[tuple[Literal["E", "W", "S", "N"], ...], Field(min_length=1)]
    vcse_seat: Seat
    vcse_note: Words
    where: str = ""
    members: Annotated[tuple[Seated, ...], Field(min_length=1)]

    @model_validator(mode="after")
    def _is_somewhere(self) -> "Board":
        if not self.kinds and not self.where:
            raise ValueError("say of which kinds of body it is the board, or where such boards are")
        return self

    def cites(self) -> list[str]:
        """The keys of every source that is cited."""
        return [member.source for member in self.members]

    def at(self, as_of: Period) -> tuple[Seated, ...]:
        """Who sits on it by the rules of a date."""
        return tuple(member for member in self.members if member.holds(as_of))


class BoardPart(_Strict):
    """People of a care board of 2024 who went to another: all, or those within some areas."""

    board: Code
    within: tuple[Code, ...] = ()
    words: str = ""
    inferred: str = ""
    confidence: Confidence


class MergedBoard(_Strict):
    """A care board as it stands since the mergers. `code` only where it kept one."""

    name: Words
    code: Code | None = None
    note: str = ""
    sources: Keys
    parts: Annotated[tuple[BoardPart, ...], Field(min_length=1)]


class Cluster(_Strict):
    """Care boards that work together without being merged."""

    boards: Codes
    since: Moment
    note: Words
    sources: Keys


class CareBoards(_Sourced):
    """The mergers of care boards, and the clusters."""

    merged: Moment
    boards: Annotated[tuple[MergedBoard, ...], Field(min_length=1)]
    clusters: tuple[Cluster, ...] = ()

    def cites(self) -> list[str]:
        """The keys of every source that is cited."""
        return [key for keys in (*(one.sources for one in self.boards), *(one.sources for one in self.clusters)) for key in keys]


class Shared(_Strict):
    """Districts that were in a partnership besides the one the look-up gives."""

    partnership: Code
    members: Codes
    until: Moment
    source: str


class Redrawn(_Strict):
    """When a partnership's newer boundaries began, and the code it had before where that was another."""

    partnership: Code
    replaces: Code | None = None
    since: Moment
    source: str


class Named(_Strict):
    """An earlier name."""

    partnership: Code
    name: Words
    until: Moment
    source: str


class Partnerships(_Sourced):
    """What the look-ups do not say of local enterprise partnerships."""

    ended: Moment
    shared: tuple[Shared, ...]
    redrawn: tuple[Redrawn, ...]
    named: tuple[Named, ...]

    def cites(self) -> list[str]:
        """The keys of every source that is cited."""
        return [*(one.source for one in self.shared), *(one.source for one in self.redrawn), *(one.source for one in self.named)]


class Authority(_Strict):
    """A strategic authority as it stood at a date."""

    code: Code
    name: Words
    kind: Literal[BodyKind.COMBINED, BodyKind.COMBINED_COUNTY, BodyKind.GLA]
    mayor: bool
    integrated_settlement: bool
    as_of: Moment
    sources: Keys
    confidence: Confidence


class Planned(_Strict):
    """An authority that was announced. Whether it exists was not found."""

    name: Words
    members: Codes
    since: Moment
    first_election: Moment
    sources: Keys
    confidence: Confidence


class StrategicAuthorities(_Sourced):
    """Strategic authorities, and those that are planned."""

    authorities: Annotated[tuple[Authority, ...], Field(min_length=1)]
    planned: tuple[Planned, ...] = ()

    def cites(self) -> list[str]:
        """The keys of every source that is cited."""
        return [
            key for keys in (*(one.sources for one in self.authorities), *(one.sources for one in self.planned)) for key in keys
        ]


@cache
def boards(folder: Path = BOARDS) -> tuple[Board, ...]:
    """Every kind of board whose rule of membership is known.

    Raises:
        FactsBroken: Lists every fault of every file.

    Example:
        >>> [board.vcse_seat for board in boards() if "local enterprise partnership" in board.kinds]
        ['none by rule']
    """
    found, faults = read_declared(folder.glob("*.toml"), Board)
    _refuse(faults)
    return tuple(found.values())


@cache
def care_boards(path: Path = COVERAGE / "care-boards.toml") -> CareBoards:
    """The mergers of April 2026 and the clusters."""
    return _one(path, CareBoards)


@cache
def partnerships(path: Path = COVERAGE / "partnerships.toml") -> Partnerships:
    """What is known of local enterprise partnerships besides the look-ups."""
    return _one(path, Partnerships)


@cache
def strategic_authorities(path: Path = COVERAGE / "strategic-authorities.toml") -> StrategicAuthorities:
    """Kinds of strategic authorities, and those planned."""
    return _one(path, StrategicAuthorities)


def _one(path: Path, model: type[_Facts]) -> _Facts:
    found, faults = read_declared([path], model)
    _refuse(faults)
    return found[path.stem]


def _refuse(faults: list[str]) -> None:
    if faults:
        raise FactsBroken("The facts of who covers a place are not whole", faults)
