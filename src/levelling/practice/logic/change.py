"""A change put in at one node, and what it does to each outcome: in numbers, in sentences, path by path."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from levelling.core.errors import UserError
from levelling.core.words import listed, opened
from levelling.practice.logic.check import unjoined
from levelling.practice.logic.effects import DRAWS, SEED, Amount, Reading, finding, readings
from levelling.practice.logic.model import Lag, Link, Model, Node, Sign
from levelling.practice.logic.words import counted, lag_words, rounded

MOST_PATHS = 200
"""How many paths are listed; all of them are counted and added up."""


@dataclass(frozen=True, slots=True)
class Effect:
    """What a change does to one node.

    Attributes:
        node: The node.
        readings: One for each choice among findings that contradict each other; one where there are none.
        direction: What all readings agree on; cannot tell where they do not.
        value: The middle of what it changes by, in the node's unit; `None` where only a direction, or more than one reading.
        lower: The lower end over all readings; `None` where no size has a range, or there is only a direction.
        upper: The upper end.
        part: What the sized paths alone come to, where others pass on only a direction; `None` otherwise.
    """

    node: Node
    readings: tuple[Reading, ...]
    direction: Sign
    value: float | None
    lower: float | None
    upper: float | None
    part: float | None

    @property
    def good(self) -> str:
        """`helps` or `harms`, where the node says which way is better; empty otherwise."""
        return judged(self.node, self.direction)

    @property
    def lag(self) -> Lag | None:
        """From the quickest path to the slowest, over all readings; `None` where a link does not say."""
        lags = [reading.lag for reading in self.readings if reading.lag]
        if len(lags) < len(self.readings):
            return None
        return Lag(min(lag.first for lag in lags), max(lag.last for lag in lags))

    @property
    def amount(self) -> str:
        """How much, in words; empty where there is only a direction."""
        if self.value is not None:
            return _spanned(Amount(self.value, self.lower, self.upper), self.node.unit)
        if self.lower is None or self.upper is None:
            return ""
        return f"from {rounded(self.lower)} to {counted(self.upper, self.node.unit)}"

    @property
    def sentence(self) -> str:
        """To be read aloud."""
        said = f"{opened(self.node.label)}: {self.direction.words}"
        if self.direction is Sign.CANNOT_TELL:
            said += f", {self._why()}"
        if self.amount:
            said += f", {self.amount}"
        elif sized := [reading for reading in self.readings if reading.taken and reading.amount and reading.whole]:
            said += ", " + listed(
                [f"{_spanned(one.amount, self.node.unit)} with {' and '.join(one.taken)}" for one in sized if one.amount]
            )
        elif self.part is not None:
            said += f", of which {counted(self.part, self.node.unit)} along paths with a size"
        if lag := lag_words(self.lag):
            said += f", {lag}" if lag == "at once" else f", after {lag}"
        return f"{said}, {_along(max(reading.count for reading in self.readings), self.grade)}."

    def _why(self) -> str:
        if len({reading.direction for reading in self.readings}) > 1:
            return f"as findings contradict each other ({'; '.join(self._by_finding())})"
        signs = {sign for reading in self.readings for sign in reading.paths}
        if Sign.CANNOT_TELL in signs:
            return "as the direction of a link on the way is not known"
        return "as the paths disagree" if {Sign.MORE, Sign.LESS} <= signs else "as the range lies on both sides of nought"

    def _by_finding(self) -> list[str]:
        """What each finding comes to; those that make no difference to the direction are left out."""
        found = self.readings
        places = range(len(found[0].taken))
        if any(len(reading.taken) != len(places) for reading in found):
            kept = [(reading.direction, reading.taken) for reading in found]
        else:
            turns = [at for at in places if _turns(found, at)]
            kept = [(reading.direction, tuple(reading.taken[at] for at in turns)) for reading in found]
        return [f"{direction.words} with {' and '.join(taken)}" for direction, taken in dict.fromkeys(kept)]

    @property
    def grade(self) -> str:
        """The strongest path's over all readings; empty where none is graded all along."""
        return min((reading.grade for reading in self.readings if reading.grade), default="")

    def record(self) -> dict[str, Any]:
        """The effect as plain data."""
        return {
            "record": "effect",
            "node": self.node.id,
            "label": self.node.label,
            "kind": self.node.kind.value or None,
            "owner": self.node.owner or None,
            "direction": self.direction.words,
            "judged": self.good or None,
            "value": self.value,
            "lower": self.lower,
            "upper": self.upper,
            "unit": self.node.unit or None,
            "sized_part": self.part,
            "lag_first": self.lag.first if self.lag else None,
            "lag_last": self.lag.last if self.lag else None,
            "paths": max(reading.count for reading in self.readings),
            "grade": self.grade or None,
            "sentence": self.sentence,
            "readings": [_reading(reading) for reading in self.readings] if len(self.readings) > 1 else [],
        }


def judged(node: Node, direction: Sign) -> str:
    """Whether a change of a node helps or harms, where the node says which way is better.

    Example:
        >>> judged(Node("a", "People with an illness", better="less"), Sign.LESS)
        'helps'
    """
    if not node.better or direction not in {Sign.MORE, Sign.LESS}:
        return ""
    return "helps" if node.better == direction.words else "harms"


def _spanned(amount: Amount, unit: str) -> str:
    said = counted(amount.middle, unit)
    if amount.lower is None or amount.upper is None:
        return said
    return f"{said} ({rounded(amount.lower)} to {rounded(amount.upper)})"


def _turns(found: Sequence[Reading], at: int) -> bool:
    """Whether another choice at one place, all else alike, changes the direction."""
    ways: dict[tuple[str, ...], set[Sign]] = {}
    for reading in found:
        ways.setdefault(reading.taken[:at] + reading.taken[at + 1 :], set()).add(reading.direction)
    return any(len(directions) > 1 for directions in ways.values())


def _along(paths: int, grade: str) -> str:
    if paths == 1:
        return f"along one path, {f'graded {grade}' if grade else 'not graded'}"
    return f"along {paths:,} paths, {f'the strongest graded {grade}' if grade else 'none of them graded all along'}"


def _reading(reading: Reading) -> dict[str, Any]:
    amount = reading.amount
    return {
        "taken": list(reading.taken),
        "direction": reading.direction.words,
        "value": amount.middle if amount else None,
        "lower": amount.lower if amount else None,
        "upper": amount.upper if amount else None,
        "whole": reading.whole,
    }


@dataclass(frozen=True, slots=True)
class Path:
    """One way from the change to a node.

    Attributes:
        links: The links on it, in order.
        end: The node it leads to.
        sign: What it does.
        lag: How long it takes; `None` where a link does not say.
        grade: Its weakest link's; empty where one is not graded.
        stops: Why no size passes along it; empty where one does.
    """

    links: tuple[Link, ...]
    end: Node
    sign: Sign
    lag: Lag | None
    grade: str
    stops: str

    def record(self) -> dict[str, Any]:
        """The path as plain data."""
        nodes = [self.links[0].start, *(link.end for link in self.links)]
        return {
            "record": "path",
            "node": self.end.id,
            "label": self.end.label,
            "path": " > ".join(nodes),
            "direction": self.sign.words,
            "findings": "; ".join(finding(link) for link in self.links if link.alternative) or None,
            "lag_first": self.lag.first if self.lag else None,
            "lag_last": self.lag.last if self.lag else None,
            "grade": self.grade or None,
            "direction_only_as": self.stops or None,
        }


@dataclass(frozen=True, slots=True)
class Change:
    """A change put in at one node, and all that follows.

    Attributes:
        model: The model.
        node: Where it is put in.
        amount: How much, in the node's unit; `None` for a direction alone.
        draws: How many draws were taken.
        seed: Where they began.
        effects: On each node it leads to, in the order of the model.
        paths: Every path, the shorter first; `MOST_PATHS` at the most.
    """

    model: Model
    node: Node
    amount: float | None
    draws: int
    seed: int
    effects: tuple[Effect, ...]
    paths: tuple[Path, ...]

    @property
    def title(self) -> str:
        """What is put in."""
        if self.amount is None:
            return f"More of: {self.node.label}"
        more = "more" if self.amount > 0 else "less"
        return f"{counted(abs(self.amount), self.node.unit)} {more}: {self.node.label}"

    @property
    def cautions(self) -> tuple[str, ...]:
        """What to mind of the numbers."""
        said = ["A model says what would follow if its links held here. It is no forecast, and no evidence that they do."]
        bare = [link for link in self._sized() if link.size is not None and not link.size.has_range]
        if bare and any(effect.lower is not None for effect in self.effects):
            count = f"{len(bare)} sizes have" if len(bare) > 1 else "one size has"
            said.append(f"Ranges leave out what is not known of how large it is: {count} no range in the source.")
        elif bare:
            said.append("No range is shown, as the sources give none: the truth may well lie elsewhere.")
        stops = list(dict.fromkeys(path.stops for path in self.paths if path.stops))
        said += [f"Only the direction is passed on where {why}." for why in stops[:3]]
        return tuple(said)

    def _sized(self) -> list[Link]:
        by_id = self.model.by_id
        used = dict.fromkeys(link for path in self.paths for link in path.links)
        return [link for link in used if not unjoined(link, by_id[link.start], by_id[link.end])]

    def records(self) -> list[dict[str, Any]]:
        """One record an effect, then one a path. `record` tells which."""
        put = {"put_in_at": self.node.id, "put_in": self.amount, "put_in_unit": self.node.unit or None}
        found = [*(effect.record() for effect in self.effects), *(path.record() for path in self.paths)]
        return [{**record, **put} for record in found]


def change(model: Model, put: str, draws: int = DRAWS, seed: int = SEED) -> Change:
    """What follows from a change.

    Args:
        model: The model.
        put: Where the change is put in: a node, and how much of it after `=`; a direction alone where nothing is said.
        draws: How many draws are taken of the sizes.
        seed: Where they begin.

    Raises:
        UserError: There is no such node, the amount is no number, or nothing follows from the node.

    Example:
        >>> from levelling.practice.logic.file import read_model
        >>> found = change(read_model("care-micro-enterprises"), "enterprises=133")
        >>> {effect.node.id: effect.value for effect in found.effects}["care-jobs"]
        180.0
    """
    name, equals, text = put.partition("=")
    node = _node(model, name.strip())
    amount = _amount(node, text.strip()) if equals else None
    found = readings(model, node.id, amount, draws, seed)
    if not found:
        raise UserError(f"Nothing follows from '{node.id}' in this model.", "Put the change in at a node that links begin at.")
    by_id = model.by_id
    effects = tuple(_effect(by_id[key], items) for key, items in found.items())
    return Change(model, node, amount, draws, seed, effects, tuple(_paths(model, node.id)))


def _node(model: Model, name: str) -> Node:
    import difflib

    by_id = model.by_id
    if name not in by_id:
        near = [key for key in by_id if name and name.lower() in key.lower()]
        near += difflib.get_close_matches(name, list(by_id), n=3, cutoff=0.5)
        raise UserError(
            f"The model has no node '{name[:60]}'.", f"It has: {', '.join(list(by_id)[:30])}.", near=list(dict.fromkeys(near))[:3]
        )
    return by_id[name]


def _amount(node: Node, text: str) -> float:
    import math

    try:
        value = float(text.replace(",", "").replace("\u2212", "-"))
    except ValueError:
        value = math.nan
    if not math.isfinite(value) or abs(value) > 1e12:
        raise UserError(f"'{text[:40]}' is no amount of {node.id}.", f"Give a number, such as {node.id}=100.")
    if value == 0:
        raise UserError("A change of nought changes nothing.", f"Give a number, such as {node.id}=100.")
    if not node.unit:
        raise UserError(
            f"'{node.id}' is counted in no unit, so it cannot change by {text[:40]}.", f"Put in a direction alone: {node.id}."
        )
    return value


def _effect(node: Node, found: tuple[Reading, ...]) -> Effect:
    directions = {reading.direction for reading in found}
    direction = directions.pop() if len(directions) == 1 else Sign.CANNOT_TELL
    # Where nothing was found, nothing is what the reading comes to.
    whole = all(reading.whole or (reading.amount is None and reading.direction is Sign.NONE) for reading in found)
    amounts = [reading.amount for reading in found]
    if not whole or not any(amounts):
        first = amounts[0]
        return Effect(node, found, direction, None, None, None, first.middle if first and len(found) == 1 else None)
    if len(found) == 1 and amounts[0] is not None:
        only = amounts[0]
        return Effect(node, found, direction, only.middle, only.lower, only.upper, None)
    lows = [(one.middle if one.lower is None else one.lower) if one else 0.0 for one in amounts]
    highs = [(one.middle if one.upper is None else one.upper) if one else 0.0 for one in amounts]
    lower, upper = min(lows), max(highs)
    same = lower == upper
    return Effect(node, found, direction, lower if same else None, None if same else lower, None if same else upper, None)


def _paths(model: Model, first: str) -> Iterator[Path]:
    leaving: dict[str, list[Link]] = {}
    for link in model.links:
        leaving.setdefault(link.start, []).append(link)
    waiting: list[tuple[Link, ...]] = [(link,) for link in leaving.get(first, ())]
    for given, way in enumerate(waiting):  # grows as ways are followed, the shorter first
        if given == MOST_PATHS:
            return
        yield _path(model, way)
        if len(waiting) < 2 * MOST_PATHS:
            waiting.extend((*way, link) for link in leaving.get(way[-1].end, ()))


def _path(model: Model, way: Sequence[Link]) -> Path:
    by_id = model.by_id
    sign, lags = Sign.MORE, [link.lag for link in way if link.lag]
    for link in way:
        sign = sign.then(link.sign)
    lag = Lag(sum(one.first for one in lags), sum(one.last for one in lags)) if len(lags) == len(way) else None
    grades = [link.basis.grade for link in way]
    stops = next((why for link in way if (why := unjoined(link, by_id[link.start], by_id[link.end]))), "")
    return Path(tuple(way), by_id[way[-1].end], sign, lag, max(grades) if all(grades) else "", stops)
