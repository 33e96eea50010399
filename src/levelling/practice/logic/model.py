"""A theory of change as a graph: what leads to what, which way, how much, after how long, and who says so."""

from dataclasses import dataclass
from enum import StrEnum

from levelling.core.period import Period


class Kind(StrEnum):
    """Where a thing stands between what is put in and what it is for, in that order."""

    INPUT = "input"
    ACTIVITY = "activity"
    OUTPUT = "output"
    OUTCOME = "outcome"
    IMPACT = "impact"
    NOT_SAID = ""

    @property
    def plural(self) -> str:
        """Its name as a heading."""
        return {
            Kind.INPUT: "Inputs",
            Kind.ACTIVITY: "Activities",
            Kind.OUTPUT: "Outputs",
            Kind.OUTCOME: "Outcomes",
            Kind.IMPACT: "Impact",
            Kind.NOT_SAID: "",
        }[self]

    @property
    def place(self) -> int:
        """Its place in the order, from 0; -1 where it is not said."""
        return _ORDER.get(self, -1)


_ORDER = {kind: at for at, kind in enumerate((Kind.INPUT, Kind.ACTIVITY, Kind.OUTPUT, Kind.OUTCOME, Kind.IMPACT))}


class Sign(StrEnum):
    """Which way the second thing goes when there is more of the first. Looked for and not found is told apart from not known."""

    MORE = "+"
    LESS = "-"
    NONE = "0"
    CANNOT_TELL = "?"

    @property
    def words(self) -> str:
        """As it is written in a table: `more`, `less`, `no effect found`, `cannot tell`."""
        return {"+": "more", "-": "less", "0": "no effect found", "?": "cannot tell"}[self.value]

    def then(self, other: "Sign") -> "Sign":
        """The sign of one link followed by another: nothing passes a link without effect, and nothing sure one that is unknown.

        Example:
            >>> Sign.LESS.then(Sign.LESS).value, Sign.CANNOT_TELL.then(Sign.NONE).value
            ('+', '0')
        """
        if Sign.NONE in {self, other}:
            return Sign.NONE
        if Sign.CANNOT_TELL in {self, other}:
            return Sign.CANNOT_TELL
        return Sign.MORE if self is other else Sign.LESS


class Spread(StrEnum):
    """What the two ends of a size are: a 95% interval around it, or the least and the most that its sources give."""

    INTERVAL = "interval"
    SPAN = "span"


@dataclass(frozen=True, slots=True)
class Size:
    """How much a link moves, as its source gives it.

    Attributes:
        value: The number; `None` where the source gives two ends only.
        low: The lower end; `None` where none is given.
        high: The upper end.
        unit: What it is counted in.
        per: Of what there must be more, in the unit of the node the link begins at; empty where the size is no rate (a ratio,
            or what a whole programme did), and then it is told and never multiplied.
        each: For how many of them: 4 people for each 100 people has 100.
        spread: What the ends are.
    """

    value: float | None
    low: float | None
    high: float | None
    unit: str
    per: str = ""
    each: float = 1.0
    spread: Spread = Spread.SPAN

    @property
    def has_range(self) -> bool:
        """Whether its source gives two ends."""
        return self.low is not None and self.high is not None and self.low < self.high


@dataclass(frozen=True, slots=True)
class Lag:
    """How long a link takes, in years, from the earliest to the latest."""

    first: float
    last: float


@dataclass(frozen=True, slots=True)
class Basis:
    """What a link rests on.

    Attributes:
        grade: How strong the evidence is, A (trials) to E (quoted at second hand); empty where it is not graded.
        source: Who says so; empty where the model's author supposes it.
        address: Where it can be read; may be empty.
        date: When it was published, as the source gives it; may be empty.
        applies_to: Whom and where it speaks of; may be empty.
    """

    grade: str = ""
    source: str = ""
    address: str = ""
    date: str = ""
    applies_to: str = ""


@dataclass(frozen=True, slots=True)
class Target:
    """What a partner means to reach by a period."""

    period: Period
    value: float


@dataclass(frozen=True, slots=True)
class Node:
    """One thing in the model.

    Attributes:
        id: Its name in the file.
        label: What it is, in words.
        kind: Input, activity, output, outcome or impact.
        owner: The partner who answers for it; empty where nobody is named.
        unit: What it is counted in; empty where it is not counted.
        better: `more` or `less`; empty where not said.
        indicator: The indicator that tells of it; empty for none.
        category: The indicator's category; empty for the one a plan shows.
        baseline: The period progress is told from; `None` where not said.
        targets: What is to be reached, and by when, in order.
        note: What to mind.
    """

    id: str
    label: str
    kind: Kind = Kind.NOT_SAID
    owner: str = ""
    unit: str = ""
    better: str = ""
    indicator: str = ""
    category: str = ""
    baseline: Period | None = None
    targets: tuple[Target, ...] = ()
    note: str = ""


@dataclass(frozen=True, slots=True)
class Link:
    """What leads to what.

    Attributes:
        start: The node it begins at.
        end: The node it leads to.
        sign: Which way the second goes when there is more of the first.
        size: How much; `None` where only the direction is known.
        lag: After how long; `None` where not said.
        basis: What it rests on.
        owner: Who sees to it that it holds; empty where nobody is named.
        cites: The cited link it is taken from; empty where it is the author's own.
        alternative: Links of the same word are findings that contradict each other: one is used at a time, each in turn.
        note: What to mind.
    """

    start: str
    end: str
    sign: Sign
    size: Size | None = None
    lag: Lag | None = None
    basis: Basis = Basis()
    owner: str = ""
    cites: str = ""
    alternative: str = ""
    note: str = ""

    @property
    def supposed(self) -> bool:
        """Whether nobody but the model's author says so."""
        return not self.basis.source


@dataclass(frozen=True, slots=True)
class Model:
    """A theory of change.

    Attributes:
        name: The name of its file.
        title: What it is of.
        about: What it is for, and where it comes from, in sentences; may be empty.
        nodes: In the order of the file.
        links: In the order of the file.
    """

    name: str
    title: str
    about: str
    nodes: tuple[Node, ...]
    links: tuple[Link, ...]

    def node(self, key: str) -> Node:
        """The node of this name."""
        return next(node for node in self.nodes if node.id == key)

    @property
    def by_id(self) -> dict[str, Node]:
        """Every node by its name."""
        return {node.id: node for node in self.nodes}
