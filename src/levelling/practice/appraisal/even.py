"""What an option must bring to break even in a place, while what only people there can say is not known."""

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from levelling.atlas import Atlas
from levelling.atlas.declared import FactsBroken
from levelling.core.area import Area
from levelling.practice.appraisal.draws import draw
from levelling.practice.appraisal.green_book import green_book
from levelling.practice.appraisal.model import Model
from levelling.practice.appraisal.option import Option
from levelling.practice.appraisal.reading import read_option, shipped
from levelling.practice.appraisal.ready import ready
from levelling.practice.appraisal.worth import needed

_DRAWS, _SEED = 2_000, 2020


@dataclass(frozen=True, slots=True)
class Wanted:
    """An input that only the user can say: its name in the file, its question, and the value taken until it is answered."""

    key: str
    question: str
    told_at: float | None


@dataclass(frozen=True, slots=True)
class Even:
    """What an option must bring to break even.

    Attributes:
        option: The option.
        model: The option, filled with the place's figures; what is wanted stands at the value most in its favour.
        key: The input it is told for.
        title: What that is called.
        best: What it must be (or, of a cost, may be) if all else turns out well: one draw in twenty is better.
        middle: The same in the middle draw.
        worst: The same if all else turns out badly; `None` where no value would do.
        at_most: Whether it must lie below, as a cost does, and not above.
        wanted: What is still to be said, without the input it is told for.
    """

    option: Option
    model: Model
    key: str
    title: str
    best: float
    middle: float
    worst: float | None
    at_most: bool
    wanted: tuple[Wanted, ...]


def wanted(option: Option) -> tuple[Wanted, ...]:
    """What an option wants to be told."""
    held = {**option.shares, **option.people, **option.inputs}
    return tuple(Wanted(key, term.wanted, term.told_at) for key, term in held.items() if term.wanted)


def all_even(atlas: Atlas, area: Area) -> tuple[tuple[Even, ...], tuple[tuple[Option, str], ...]]:
    """What each option that comes with the package must bring here; and the options that cannot be filled, with why."""
    found, missing = [], []
    for path in shipped().values():
        option = read_option(Path(path))
        try:
            found.append(even(option, (atlas, area)))
        except FactsBroken as error:
            missing.append((option, error.faults[0]))
    return tuple(found), tuple(missing)


def even(option: Option, place: tuple[Atlas, Area] | None, given: Mapping[str, Any] | None = None) -> Even:
    """What one option must bring to break even.

    What is wanted and can only be taken off, such as displacement, is taken as nought, and what only sets the size of
    everything as one: so this is the least that would do. The input is solved for in each of 2,000 draws of the others.

    Raises:
        FactsBroken: It cannot be filled: every fault is told.
    """
    import numpy as np

    model = ready(option, green_book(), place, given, breaking_even=True)
    key = option.break_even
    values = draw(model, _DRAWS, _SEED)
    # Where the answer falls as the input grows, the input is a cost: it may be no more than this.
    needs = needed(model, values, _DRAWS, key)
    at_most = any(key in {name for name, _ in flow.factors} for flow in model.flows if flow.receiver is None)
    held = np.where(np.isfinite(needs), needs, np.inf)
    order = (95, 50, 5) if at_most else (5, 50, 95)
    best, middle, worst = (float(value) for value in np.percentile(held, order))
    rest = tuple(item for item in wanted(option) if item.key != key)
    last = worst if np.isfinite(worst) else None
    return Even(option, model, key, model.titles[key], best, middle, last, at_most, rest)
