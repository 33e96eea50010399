"""Logic models, asked from Python."""

from pathlib import Path

from levelling.api.shown import Answer
from levelling.atlas import Atlas as Figures
from levelling.core.area import Area
from levelling.core.choice import date_of


def ask_logic(model: str | Path, change: str, draws: int, seed: int, *, matrix: bool) -> Answer:
    """What a logic model answers; its links, nodes and warnings where nothing is asked of it.

    Args:
        model: A file that ends in .toml, .csv or .mmd, or the name of a model that comes with the program.
        change: A node, and after `=` how much more is put in there; empty for none.
        draws: How many draws are taken of the sizes.
        seed: Where they begin.
        matrix: Whether partners' actions are held against partners' outcomes.

    Example:
        >>> ask_logic("care-micro-enterprises", "enterprises=133", 4_000, 2020, matrix=False).records()[0]["value"]
        180.0
    """
    from levelling.practice import logic as room

    read = room.read_model(model)
    followed = room.change(read, change, draws, seed) if change else None
    return Answer(read.title, room.logic(read, followed, room.matrix(read) if matrix else None))


def watch_logic(figures: Figures, area: Area, model: str | Path, as_of: str) -> Answer:
    """How a model's indicators stand in a place to the trajectories it sets."""
    from levelling.practice import logic as room

    read = room.read_model(model)
    found = room.monitor(figures, read, area, date_of(as_of, "as_of") if as_of else None)
    return Answer(f"{read.title}, {area.name}", room.logic(read, monitor=found))
