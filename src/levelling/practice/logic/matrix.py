"""What one partner's action does for another's outcome: the use that Bradford's board makes of its model."""

from dataclasses import dataclass
from typing import Any

from levelling.core.errors import UserError
from levelling.practice.logic.change import judged
from levelling.practice.logic.effects import Reading, readings
from levelling.practice.logic.model import Kind, Model, Node, Sign

NOBODY = "nobody named"


@dataclass(frozen=True, slots=True)
class Cell:
    """What an action does for an outcome.

    Attributes:
        action: The action.
        outcome: The outcome.
        direction: Which way; `None` where no path leads from one to the other.
        paths: How many paths there are, counted with every finding.
        grade: The strongest path's grade, a path being as strong as its weakest link; empty where none is graded all along.
    """

    action: Node
    outcome: Node
    direction: Sign | None
    paths: int
    grade: str

    @property
    def good(self) -> str:
        """`helps` or `harms`, where the outcome says which way is better; empty otherwise."""
        return judged(self.outcome, self.direction) if self.direction else ""

    @property
    def crosses(self) -> bool:
        """Whether the action of one partner bears on the outcome of another."""
        return self.direction is not None and self.action.owner != self.outcome.owner

    @property
    def words(self) -> str:
        """In a table: `+ helps, B, 2 paths`."""
        if self.direction is None:
            return "no path"
        does = self.good or self.direction.words
        sign = self.direction.value.replace("-", "−")
        count = f"{self.paths:,} paths" if self.paths > 1 else "one path"
        return f"{sign} {does}, {f'grade {self.grade}' if self.grade else 'not graded'}, {count}"

    def record(self) -> dict[str, Any]:
        """The cell as plain data."""
        return {
            "record": "cell",
            "action": self.action.id,
            "action_label": self.action.label,
            "action_owner": self.action.owner or None,
            "outcome": self.outcome.id,
            "outcome_label": self.outcome.label,
            "outcome_owner": self.outcome.owner or None,
            "direction": self.direction.words if self.direction else None,
            "sign": self.direction.value if self.direction else None,
            "judged": self.good or None,
            "grade": self.grade or None,
            "paths": self.paths,
            "across_partners": self.crosses,
        }


@dataclass(frozen=True, slots=True)
class Matrix:
    """Partners' actions by partners' outcomes.

    Attributes:
        model: The model.
        actions: The rows, by partner.
        outcomes: The columns, by partner.
        cells: Row by row.
    """

    model: Model
    actions: tuple[Node, ...]
    outcomes: tuple[Node, ...]
    cells: tuple[Cell, ...]

    def row(self, action: Node) -> tuple[Cell, ...]:
        """The cells of an action."""
        return tuple(cell for cell in self.cells if cell.action is action)

    @property
    def sentences(self) -> tuple[str, ...]:
        """What it comes to, to be read aloud."""
        across = [cell for cell in self.cells if cell.crosses]
        found = []
        for word in ("helps", "harms"):
            pairs = dict.fromkeys((cell.action.owner, cell.outcome.owner) for cell in across if cell.good == word)
            named = [(one, other) for one, other in pairs if one and other]
            if named:
                does = "helps" if word == "helps" else "may harm"
                found.append(
                    f"What one partner does {does} what another answers for in {len(named)} pairs of partners, such as "
                    f"{named[0][0]} and {named[0][1]}."
                    if len(named) > 1
                    else f"What {named[0][0]} does {does} what {named[0][1]} answers for."
                )
        alone = [action.label for action in self.actions if not any(cell.crosses for cell in self.row(action))]
        if alone and len(alone) < len(self.actions):
            found.append(f"No other partner gains from: {'; '.join(alone)}.")
        return tuple(found) or ("No action of one partner bears on what another answers for.",)

    def records(self) -> list[dict[str, Any]]:
        """One record a cell, row by row."""
        return [cell.record() for cell in self.cells]


def matrix(model: Model) -> Matrix:
    """Partners' actions by partners' outcomes: sign, strongest evidence, number of paths.

    Raises:
        UserError: The model has no activity, or no outcome.

    Example:
        >>> from levelling.practice.logic.file import read_model
        >>> {cell.words for cell in matrix(read_model("bradford-place-board")).cells} > {"no path"}
        True
    """
    actions = _by_owner(model, (Kind.ACTIVITY,))
    outcomes = _by_owner(model, (Kind.OUTCOME, Kind.IMPACT))
    for nodes, what in ((actions, "activity"), (outcomes, "outcome or impact")):
        if not nodes:
            raise UserError(f"The model has no {what}, so there is no matrix.", "Give nodes their kind.")
    cells = [
        _cell(action, outcome, found)
        for action in actions
        for found in [readings(model, action.id, None)]
        for outcome in outcomes
    ]
    return Matrix(model, actions, outcomes, tuple(cells))


def _by_owner(model: Model, kinds: tuple[Kind, ...]) -> tuple[Node, ...]:
    nodes = [node for node in model.nodes if node.kind in kinds]
    owners = list(dict.fromkeys(node.owner for node in nodes))
    return tuple(sorted(nodes, key=lambda node: owners.index(node.owner)))


def _cell(action: Node, outcome: Node, found: dict[str, tuple[Reading, ...]]) -> Cell:
    here = found.get(outcome.id)
    if not here:
        return Cell(action, outcome, None, 0, "")
    directions = {reading.direction for reading in here}
    direction = directions.pop() if len(directions) == 1 else Sign.CANNOT_TELL
    grades = [reading.grade for reading in here if reading.grade]
    return Cell(action, outcome, direction, max(reading.count for reading in here), min(grades, default=""))
