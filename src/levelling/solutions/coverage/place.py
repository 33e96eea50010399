"""Who covers one place at a date, with what share of its people, who sits on the boards, and how well the bodies fit."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from levelling.atlas.atlas import Atlas
from levelling.core.area import Area, Level
from levelling.core.errors import AbolishedArea, AmbiguousArea, NotEnoughData, UnknownArea
from levelling.core.period import Period
from levelling.solutions.coverage.alignment import Pair, alignment, pair
from levelling.solutions.coverage.bodies import Body, Standing
from levelling.solutions.coverage.dates import stood
from levelling.solutions.coverage.facts import Board, Planned, Seated, boards, strategic_authorities
from levelling.solutions.coverage.followers import cannot_tell
from levelling.solutions.coverage.kinds import ECONOMY, PLANS, BodyKind
from levelling.solutions.coverage.phrases import reasons, sentences
from levelling.solutions.coverage.records import record
from levelling.solutions.coverage.standing import standing

SLIVER = 0.01
"""A body with less than this share of the place, and less than this share of its own people there, is a street at the border."""
_MEANT = (Level.LAD, Level.COUNTY, Level.CAUTH, Level.LEP, Level.ICB, Level.ITL3, Level.ITL2, Level.ITL1)
"""Which ended area a name means first: councils before the others."""
LIVE, ENDED_SINCE, CANNOT_TELL = "live", "ended since", "cannot tell"
NOT_KNOWN = "not known"


@dataclass(frozen=True, slots=True)
class Covering:
    """One body over the place.

    Attributes:
        body: The body.
        people: People of the place who live under it.
        share_here: Their share of the place's people, 0 to 1.
        share_there: Their share of the body's people, 0 to 1.
        board: The rule of who sits on its board; `None` where we hold none.
        seated: Who sits there by the rules of the date.
        status: `live`, `ended since` where it has ended after the date asked for, or `cannot tell`.
    """

    body: Body
    people: int
    share_here: float
    share_there: float
    board: Board | None
    seated: tuple[Seated, ...]
    status: str

    @property
    def is_sliver(self) -> bool:
        """Whether only a street or two at the border lies under it."""
        return self.share_here < SLIVER and self.share_there < SLIVER

    @property
    def vcse_seat(self) -> str | None:
        """Whether the voluntary sector has a seat: `by rule`, `by local choice`, `none by rule`, or `not known`.

        `None` for travel-to-work areas and areas of plans, which have no board.
        """
        if self.body.kind in {ECONOMY, PLANS}:
            return None
        return self.board.vcse_seat if self.board and self.seated else NOT_KNOWN


@dataclass(frozen=True)
class Coverage:
    """Who covers a place.

    Attributes:
        area: The place.
        as_of: The date.
        people: Its people, mid-2019.
        covering: The bodies over it, in the order of kinds, most people first.
        slivers: Bodies left out because only a street or two at the border lies under them.
        pairs: Every two bodies over some of its people, what fits worst first.
        planned: Authorities announced for its ground; whether they exist was not found.
    """

    area: Area
    as_of: Period
    people: int
    covering: tuple[Covering, ...]
    slivers: tuple[Covering, ...]
    pairs: tuple[Pair, ...]
    planned: tuple[Planned, ...]

    @cached_property
    def alignment(self) -> float:
        """How well the bodies fit, 0 to 100: see `alignment`."""
        return alignment(self.pairs)

    @cached_property
    def bodies(self) -> tuple[Covering, ...]:
        """The bodies that count when it is asked how they fit."""
        return tuple(item for item in self.covering if item.body.counts)

    @cached_property
    def economy(self) -> tuple[Covering, ...]:
        """The travel-to-work areas, most people first."""
        return tuple(item for item in self.covering if item.body.kind is ECONOMY)

    @property
    def worst(self) -> Pair | None:
        """The pair that takes most from the score; `None` where every body lies wholly in the others."""
        return self.pairs[0] if self.pairs and not self.pairs[0].nested else None

    @cached_property
    def divided(self) -> Mapping[BodyKind, tuple[Covering, ...]]:
        """The kinds of body of which there is more than one over the place."""
        found: dict[BodyKind, list[Covering]] = {}
        for item in self.covering:
            if item.body.counts:
                found.setdefault(item.body.kind, []).append(item)
        return {kind: tuple(items) for kind, items in found.items() if len(items) > 1}

    @cached_property
    def sentences(self) -> tuple[str, ...]:
        """What it says, to be read aloud."""
        return sentences(self)

    @cached_property
    def reasons(self) -> tuple[str, ...]:
        """What cannot be said, and why."""
        return reasons(self)

    def records(self) -> list[dict[str, Any]]:
        """One record a body, as plain data; every record has the same fields, and holds the pairs the body is part of."""
        return [record(self, item) for item in self.covering]


def coverage(atlas: Atlas, area: Area, as_of: Period) -> Coverage:
    """Who covers a place at a date, and how well they fit.

    Args:
        atlas: Where areas and their people are read.
        area: The place: any area whose people can be counted.
        as_of: The date; the end of the period counts.

    Raises:
        NotEnoughData: The people of the area cannot be counted.

    Example:
        >>> atlas = Atlas.open()
        >>> found = coverage(atlas, atlas.area("Bassetlaw"), Period.parse("2020-12"))
        >>> [item.body.name for item in found.covering if item.body.kind is BodyKind.STP]
        ['South Yorkshire and Bassetlaw']
    """
    stands = standing(atlas, as_of)
    cells = stands.overlaps.cells_of(area)
    total = stands.overlaps.people_in(cells)
    if not total:
        raise NotEnoughData(
            f"The people of {area.name} ({area.level.words}) cannot be counted, so it cannot be told who covers it.",
            "Ask for a local authority in it.",
        )
    order = list(BodyKind)
    found = [_covering(stands, place, people, total) for place, people in stands.over(cells).items()]
    found.sort(key=lambda item: (order.index(item.body.kind), -item.people, item.body.name, item.body.code or ""))
    covering = tuple(item for item in found if not item.is_sliver)
    slivers = tuple(item for item in found if item.is_sliver)
    kept = {id(item.body) for item in covering}
    among = frozenset(place for place, body in enumerate(stands.bodies) if id(body) in kept)
    return Coverage(area, as_of, total, covering, slivers, pairs_of(stands, cells, among), _planned(atlas, cells, as_of))


def pairs_of(stands: Standing, cells: frozenset[int], among: frozenset[int] | None = None) -> tuple[Pair, ...]:
    """Every two bodies that count over some of the people of a place, what takes most from the score first."""
    found = [
        pair(stands.bodies[one], stands.bodies[other], stands.shared[one, other], here)
        for (one, other), here in stands.within(cells, among).items()
    ]
    return tuple(sorted(found, key=lambda item: (-item.loss, item.fit, item.smaller.name, item.larger.name)))


def _covering(stands: Standing, place: int, people: int, total: int) -> Covering:
    body, as_of = stands.bodies[place], stands.as_of
    board = next((item for item in boards() if body.kind in item.kinds), None)
    seated = board.at(as_of) if board else ()
    status = CANNOT_TELL if cannot_tell(body, as_of) else ENDED_SINCE if body.ended else LIVE
    return Covering(body, people, people / total, people / body.people, board, seated, status)


def _planned(atlas: Atlas, cells: frozenset[int], as_of: Period) -> tuple[Planned, ...]:
    overlaps, gazetteer = atlas.movements.crossings, atlas.gazetteer
    announced = [item for item in strategic_authorities().planned if item.since.start <= as_of.end]
    return tuple(item for item in announced if any(cells & overlaps.cells_of(gazetteer.get(code)) for code in item.members))


def place_at(atlas: Atlas, name: str, level: Level | None, as_of: Period) -> Area:
    """The area a person means at a date: one that has ended since is meant where it still stood.

    Args:
        atlas: Where names are looked up.
        name: A name or code.
        level: The level it must have; `None` for the one most people would mean.
        as_of: The date.

    Raises:
        UnknownArea: No area has the name; near names are offered.
        AmbiguousArea: Several have it.
        AbolishedArea: It had ended by then; its successors are named.

    Example:
        >>> place_at(Atlas.open(), "Allerdale", None, Period.parse("2020-12")).code
        'E07000026'
    """
    try:
        return atlas.area(name, level)
    except AbolishedArea:
        for kind in [level] if level else _MEANT:
            found = _ended(atlas, name, kind)
            if found is not None and stood(found, atlas.gazetteer, as_of.end):
                return found
        raise


def _ended(atlas: Atlas, name: str, level: Level) -> Area | None:
    try:
        found = atlas.gazetteer.find(name, level, abolished=True)
    except (UnknownArea, AmbiguousArea):
        return None
    return None if found.is_current else found
