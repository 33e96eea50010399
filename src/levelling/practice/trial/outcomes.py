"""Outcomes of people by arm, from a CSV file: totals, or a row a client, of which only totals are kept.

No value of a row is ever shown or written: a fault says where it is and what is wrong, not what stands there.
"""

import csv
import math
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from levelling.atlas.declared import FactsBroken
from levelling.core.errors import UserError
from levelling.core.words import listed

_COUNTS, _MEANS, _CLIENTS = ("arm", "people", "successes"), ("arm", "people", "mean", "sd"), ("arm", "outcome")
_ALLOWED = {"arm", "people", "successes", "mean", "sd", "outcome", "cluster"}
_YES, _NO = {"yes", "y", "true"}, {"no", "n", "false"}
_FORMS = "arm,people,successes; or arm,people,mean,sd; or arm,outcome (and cluster) with a row for each client"


@dataclass(frozen=True, slots=True)
class Arm:
    """What is kept of one arm: totals.

    Attributes:
        name: What the file calls it.
        people: People whose outcome is known.
        successes: How many had the outcome; `None` for a mean.
        mean: Their mean; of yes and no, the share.
        sd: Standard deviation between people; `None` for a proportion.
        missing: People whose outcome is not known.
        clusters: The mean of each cluster, where the file has clusters.
    """

    name: str
    people: int
    successes: int | None
    mean: float
    sd: float | None
    missing: int = 0
    clusters: tuple[float, ...] = ()


@dataclass(frozen=True, slots=True)
class Outcomes:
    """Two arms, and the rows that were left out.

    Attributes:
        arms: Both.
        left_out: Rows that could not be used: which, which field, and why.
    """

    arms: tuple[Arm, Arm]
    left_out: tuple[str, ...] = ()


@dataclass
class _Heap:
    """What gathers of one arm while the file is read."""

    answers: int = 0
    yes: int = 0
    numbers: list[float] = field(default_factory=list)
    missing: int = 0
    clusters: dict[str, list[float]] = field(default_factory=dict)


def read(path: Path) -> Outcomes:
    """Read a file of outcomes.

    Args:
        path: A CSV file with the columns `arm,people,successes`, or `arm,people,mean,sd`, or a row a client with `arm,outcome`
            and perhaps `cluster`. An outcome is yes or no (1 or 0), or a number; empty where it is not known.

    Raises:
        UserError: The file cannot be read; or its columns or arms are wrong, every fault listed.
    """
    rows = _rows(path)
    columns = [name.strip().lower() for name in rows[0]]
    faults = _columns(columns)
    if faults:
        raise FactsBroken(f"The outcomes in {path.name} cannot be read", faults, f"Columns are: {_FORMS}.")
    told = [(number, dict(zip(columns, (cell.strip() for cell in row), strict=False))) for number, row in enumerate(rows[1:], 2)]
    told = [(number, row) for number, row in told if any(row.values())]
    arms, left_out = _clients(told) if "outcome" in columns else _totals(told)
    if len(arms) != len(("helped", "not")):
        why = f"there are {len(arms)} arms with outcomes, and a comparison has two"
        raise FactsBroken(f"The outcomes in {path.name} cannot be compared", [why, *left_out])
    first, second = arms
    return Outcomes((first, second), tuple(left_out))


def _rows(path: Path) -> list[list[str]]:
    try:
        with path.open(encoding="utf-8-sig", newline="") as file:
            rows = list(csv.reader(file))
    except OSError as error:
        raise UserError(
            f"The file {path} cannot be read: {(error.strerror or str(error)).lower()}.", "Check its name."
        ) from error
    except UnicodeDecodeError as error:
        raise UserError(f"The file {path.name} is not UTF-8 text.", "Save it as CSV UTF-8.") from error
    except csv.Error as error:
        raise UserError(f"The file {path.name} is not CSV: {error}.", "Save it as CSV UTF-8.") from error
    if not rows or not any(rows[0]):
        raise UserError(f"The file {path.name} is empty.", f"Its columns are: {_FORMS}.")
    return rows


def _columns(columns: Sequence[str]) -> list[str]:
    # What stands there is not told: where a file has no heading, it is somebody's row.
    faults = [
        f"column {at}: is none of {listed(sorted(_ALLOWED), 'or')}" for at, name in enumerate(columns, 1) if name not in _ALLOWED
    ]
    known = [name for name in columns if name in _ALLOWED]
    faults += [f"column {name}: stands there twice" for name in sorted({name for name in known if known.count(name) > 1})]
    form = _CLIENTS if "outcome" in columns else _MEANS if {"mean", "sd"} & set(columns) else _COUNTS
    faults += [f"column {name}: is missing" for name in form if name not in columns]
    extra = (set(columns) & _ALLOWED) - set(form) - ({"cluster"} if form is _CLIENTS else set())
    return faults + [f"column {name}: does not go with {listed(form)}" for name in sorted(extra)]


def _totals(rows: Iterable[tuple[int, Mapping[str, str]]]) -> tuple[list[Arm], list[str]]:
    arms: dict[str, Arm] = {}
    faults: list[str] = []
    for number, row in rows:
        wrong = _wrong_total(row) + (["arm: stands there twice"] if row.get("arm") in arms else [])
        faults += [f"row {number}, {fault}" for fault in wrong]
        if wrong:
            continue
        people = int(row["people"])
        if "successes" in row:
            successes = int(row["successes"])
            arms[row["arm"]] = Arm(row["arm"], people, successes, successes / people, None)
        else:
            arms[row["arm"]] = Arm(row["arm"], people, None, float(row["mean"]), float(row["sd"]))
    if faults:  # of two rows, one that is wrong leaves no comparison: all of them are told
        raise FactsBroken("The outcomes cannot be compared", faults)
    return list(arms.values()), []


def _wrong_total(row: Mapping[str, str]) -> list[str]:
    wrong = [] if row.get("arm") else ["arm: is empty"]
    people = _whole(row.get("people", ""))
    if people is None or people < 1:
        wrong.append("people: is not a whole number above 0")
    if "successes" in row:
        successes = _whole(row["successes"])
        if successes is None or successes < 0:
            wrong.append("successes: is not a whole number of 0 or more")
        elif people is not None and successes > people:
            wrong.append("successes: are more than the people")
    else:
        if _number(row.get("mean", "")) is None:
            wrong.append("mean: is not a number")
        sd = _number(row.get("sd", ""))
        if sd is None or sd < 0:
            wrong.append("sd: is not a number of 0 or more")
    return wrong


def _clients(rows: Sequence[tuple[int, Mapping[str, str]]]) -> tuple[list[Arm], list[str]]:
    heaps: dict[str, _Heap] = {}
    faults: list[str] = []
    answers = {row.get("outcome", "").lower() for _, row in rows} - {""}
    is_share = bool(answers & (_YES | _NO)) or answers <= {"0", "1"}
    for number, row in rows:
        arm, outcome = row.get("arm", ""), row.get("outcome", "")
        value = _answer(outcome) if is_share else _number(outcome)
        if not arm:
            faults.append(f"row {number}, arm: is empty")
        elif outcome and value is None:
            faults.append(f"row {number}, outcome: is {'neither yes nor no' if is_share else 'not a number'}")
        elif "cluster" in row and not row["cluster"]:
            faults.append(f"row {number}, cluster: is empty")
        else:
            _gather(heaps.setdefault(arm, _Heap()), value, row.get("cluster", ""))
    faults += _shared_clusters(heaps)
    return [_arm(name, heap, is_share) for name, heap in heaps.items() if heap.answers], faults


def _gather(heap: _Heap, value: float | None, cluster: str) -> None:
    if value is None:
        heap.missing += 1
        return
    heap.answers += 1
    heap.yes += int(value == 1)
    heap.numbers.append(value)
    if cluster:
        heap.clusters.setdefault(cluster, []).append(value)


def _shared_clusters(heaps: Mapping[str, _Heap]) -> list[str]:
    names = [name for heap in heaps.values() for name in heap.clusters]
    if len(names) == len(set(names)):
        return []
    raise FactsBroken(
        "The outcomes cannot be compared", ["a cluster stands in both arms, and whole clusters are held against others"]
    )


def _arm(name: str, heap: _Heap, is_share: bool) -> Arm:
    mean = math.fsum(heap.numbers) / heap.answers
    clusters = tuple(math.fsum(values) / len(values) for values in heap.clusters.values())
    if is_share:
        return Arm(name, heap.answers, heap.yes, mean, None, heap.missing, clusters)
    spread = math.fsum((value - mean) ** 2 for value in heap.numbers)
    sd = math.sqrt(spread / (heap.answers - 1)) if heap.answers > 1 else 0.0
    return Arm(name, heap.answers, None, mean, sd, heap.missing, clusters)


def _answer(text: str) -> float | None:
    word = text.lower()
    return 1.0 if word in _YES or word == "1" else 0.0 if word in _NO or word == "0" else None


def _whole(text: str) -> int | None:
    return int(text) if text.lstrip("-").isdecimal() and text.count("-") <= 1 and text.isascii() else None


def _number(text: str) -> float | None:
    try:
        value = float(text)
    except ValueError:
        return None
    return value if math.isfinite(value) else None
