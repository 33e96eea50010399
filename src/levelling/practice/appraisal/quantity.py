"""A quantity of an appraisal: a number, or a range, with who says so."""

from dataclasses import dataclass, replace
from enum import StrEnum


class Shape(StrEnum):
    """How likely the values of a range are.

    `TRIANGLE` has its peak at the likeliest value and falls in straight lines to both ends. It is taken wherever a range has a
    likeliest value, because nothing but the three numbers has to be believed. `PERT` is narrower around the likeliest value;
    people's ranges tend to be too narrow already, so it must be asked for. `EVEN` is for a range whose ends alone are known.
    """

    POINT = "point"
    TRIANGLE = "triangle"
    PERT = "pert"
    EVEN = "even"


@dataclass(frozen=True, slots=True)
class Quantity:
    """A number or a range.

    Attributes:
        value: The number, or the likeliest value of the range.
        low: The lowest it may be; the value itself where it is a point.
        high: The highest.
        shape: How likely the values between are.
        source: Who says so, in words.
        address: Where it can be read; empty where nowhere.
        grade: How strong the evidence is, A to E; empty where nobody has graded it.
        supposed: Whether the author of the file supposes it.
        common: What it is called where several options draw it together; empty where it is drawn on its own.
        note: What was done to it, and what to mind.
    """

    value: float
    low: float
    high: float
    shape: Shape
    source: str
    address: str = ""
    grade: str = ""
    supposed: bool = False
    common: str = ""
    note: str = ""

    @property
    def certain(self) -> bool:
        """Whether it has one value only."""
        return self.low == self.high

    @property
    def mean(self) -> float:
        """Its mean: `(low + value + high) / 3` for a triangle, `(low + 4 value + high) / 6` for PERT.

        Example:
            >>> ranged(0.0, 1.0, 5.0).mean
            2.0
        """
        match self.shape:
            case Shape.TRIANGLE:
                return (self.low + self.value + self.high) / 3
            case Shape.PERT:
                return (self.low + 4 * self.value + self.high) / 6
            case Shape.EVEN:
                return (self.low + self.high) / 2
            case Shape.POINT:
                return self.value

    def scaled(self, factor: float, note: str = "") -> "Quantity":
        """The quantity times a number, with a word on why."""
        said = " ".join(part for part in (self.note, note) if part)
        return replace(self, value=self.value * factor, low=self.low * factor, high=self.high * factor, note=said)


def point(value: float, source: str, note: str = "", **said: str) -> Quantity:
    """A quantity of one value."""
    return Quantity(value, value, value, Shape.POINT, source, note=note, **said)  # type: ignore[arg-type]


def ranged(low: float, value: float | None, high: float, source: str = "", *, pert: bool = False) -> Quantity:
    """A quantity with a range; evenly likely throughout where no value is likeliest."""
    if low == high:
        return point(low, source)
    if value is None:
        return Quantity((low + high) / 2, low, high, Shape.EVEN, source)
    return Quantity(value, low, high, Shape.PERT if pert else Shape.TRIANGLE, source)
