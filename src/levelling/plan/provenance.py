"""Where numbers came from: publisher, release, period, status, licence, and how they were moved or worked out."""

from collections.abc import Iterable
from dataclasses import dataclass

from levelling.core.area import Level
from levelling.core.comparison import Comparison
from levelling.core.errors import LevellingError
from levelling.core.estimate import Estimate, Moved, Status
from levelling.core.indicator import Release
from levelling.core.words import opened
from levelling.plan.document import Document, Number, Worked
from levelling.plan.walk import numbers

_STATUS = {
    Status.NORMAL: "",
    Status.UNRELIABLE: "The publisher marks it as unreliable.",
    Status.PROVISIONAL: "It is provisional: the publisher may still revise it.",
    Status.MISSING: "",
    Status.MODELLED: "It is modelled, not counted or surveyed.",
}
_DIFFERENCE = (
    "Worked out here: the place's figure less the comparator's. An interval joins the two, and allows for one lying in the other"
)
AS_PUBLISHED = "Shown as published for the area."


@dataclass(frozen=True, slots=True)
class Provenance:
    """Where one or more numbers on a page came from. Their periods are not part of it: a series has one provenance.

    Attributes:
        what: What they measure.
        releases: The publications they rest on.
        standing: What the regulator says of them; empty where that is not known.
        made: How they reached this page: as published, moved, or worked out.
        beneath: Where the numbers they were worked out from came from.
    """

    what: str
    releases: tuple[Release, ...]
    standing: str
    made: str
    beneath: "tuple[Provenance, ...]" = ()


class References:
    """The provenance of every number in a document, each numbered once, in the order they are first met.

    Attributes:
        items: The provenances, the first being reference 1.
        releases: Every publication they rest on, in the order they are first met.
    """

    def __init__(self, document: Document) -> None:
        self.items: list[Provenance] = []
        self.releases: list[Release] = []
        self._numbers: dict[Provenance, int] = {}
        self._traced: dict[tuple[object, ...], int] = {}
        self._periods: dict[int, dict[str, None]] = {}
        # Kept, so that its numbers keep the identities they are known by here.
        self._document = document
        self._known: dict[int, int] = {}
        for number in numbers(document):
            reference = self._known[id(number)] = self.of(number)
            self._periods.setdefault(reference, {})[period_of(number)] = None

    def of(self, number: Number) -> int:
        """The reference number of a number's provenance."""
        if (known := self._known.get(id(number))) is not None:
            return known
        key = _key(number)
        if key not in self._traced:
            self._traced[key] = self._add(trace(number))
        return self._traced[key]

    def index(self, provenance: Provenance) -> int:
        """The reference number of a provenance."""
        return self._numbers[provenance]

    def first_period(self, index: int) -> str:
        """The period a reference was first met with, in words; empty where it has none."""
        return next(iter(self._periods.get(index, ())), "")

    def periods(self, index: int) -> tuple[str, ...]:
        """The periods of the numbers that share a reference, in words, as they are met; empty where they have none."""
        return tuple(period for period in self._periods.get(index, ()) if period)

    def _add(self, item: Provenance) -> int:
        if item not in self._numbers:
            for inner in item.beneath:
                self._add(inner)
            self.items.append(item)
            self._numbers[item] = len(self.items)
            self.releases += [release for release in item.releases if release not in self.releases]
        return self._numbers[item]


def trace(number: Number) -> Provenance:
    """Where a number came from.

    Raises:
        LevellingError: It has no origin: a fault of ours, never shown.
    """
    match number.origin:
        case Estimate():
            return _of_estimate(number.origin)
        case Comparison():
            return _of_comparison(number.origin)
        case Worked():
            return _of_worked(number.origin)
    raise LevellingError(f"The number {number.text} has no origin.")


def releases_of(document: Document) -> tuple[Release, ...]:
    """Every publication the numbers of a document rest on, in the order they are first met."""
    found: dict[Release, None] = {}
    for number in numbers(document):
        origin = number.origin
        match origin:
            case Estimate():
                found[origin.release] = None
            case Comparison():
                found[origin.estimate.release] = None
            case Worked():
                found.update(dict.fromkeys([*origin.releases, *(item.release for item in origin.inputs)]))
    return tuple(found)


def period_of(number: Number) -> str:
    """When a number is for, in words; empty where it has no period."""
    match number.origin:
        case Estimate():
            return number.origin.period.label
        case Comparison():
            return number.origin.estimate.period.label
        case Worked():
            return number.origin.period


def _key(number: Number) -> tuple[object, ...]:
    origin = number.origin
    match origin:
        case Estimate():
            return _estimate_key(origin)
        case Comparison():
            return ("gap", *_estimate_key(origin.estimate))
        case Worked():
            releases = [release.id for release in origin.releases]
            inputs = {_estimate_key(item) for item in origin.inputs}
            return ("worked", origin.what, origin.how, *releases, *inputs)


def _estimate_key(item: Estimate) -> tuple[object, ...]:
    return (item.indicator.slug, item.category, item.release.id, item.status, item.moved)


def _of_estimate(item: Estimate) -> Provenance:
    indicator = item.indicator
    made = " ".join(part for part in (_moved(item.moved) or AS_PUBLISHED, _STATUS[item.status]) if part).removesuffix(".")
    return Provenance(indicator.named(item.category), (item.release,), indicator.official_status.value, made)


def _moved(moved: Moved | None) -> str:
    if moved is None:
        return ""
    how = moved.how.rstrip(".")
    behind = f"{moved.parts:,} {_several(moved.from_level, moved.parts)}"
    return f"{opened(how)}. Numbers stand behind {moved.inside:.0%} of its people ({behind})."


def _several(level: str, count: int) -> str:
    plural = next((kind.plural for kind in Level if kind.words == level), level)
    return level if count == 1 else plural


def _of_comparison(item: Comparison) -> Provenance:
    # The comparator's figure stands beside the difference, with a reference of its own.
    base = _of_estimate(item.estimate)
    return Provenance(f"Difference in: {base.what}", base.releases, base.standing, _DIFFERENCE, (base,))


def _of_worked(item: Worked) -> Provenance:
    beneath = tuple(dict.fromkeys(_of_estimate(part) for part in item.inputs))
    releases = _once([*item.releases, *(release for part in beneath for release in part.releases)])
    standing = beneath[0].standing if beneath and len({part.standing for part in beneath}) == 1 else ""
    return Provenance(item.what, releases, standing, item.how.removesuffix("."), beneath)


def _once(releases: Iterable[Release]) -> tuple[Release, ...]:
    return tuple(dict.fromkeys(releases))
