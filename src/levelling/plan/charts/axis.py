"""Axes: from values to places on a drawing, and where the ticks stand."""

import math
from collections.abc import Sequence
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Axis:
    """A straight axis.

    Attributes:
        low: The value at its start.
        high: The value at its end.
        start: Where it starts on the drawing.
        end: Where it ends.

    Example:
        >>> Axis(0, 10, 0, 100)(2.5)
        25.0
    """

    low: float
    high: float
    start: float
    end: float

    def __call__(self, value: float) -> float:
        """Where a value stands on the drawing."""
        span = self.high - self.low
        return self.start + (value - self.low) / span * (self.end - self.start) if span else (self.start + self.end) / 2

    def holds(self, value: float) -> bool:
        """Whether the value lies on the axis."""
        return self.low <= value <= self.high

    def clamp(self, value: float) -> float:
        """The value, or the end of the axis it lies beyond."""
        return min(max(value, self.low), self.high)


def ticks(low: float, high: float, about: int, decimals: int) -> list[float]:
    """Round values between two ends, about as many as asked for, no finer than the decimals shown.

    Example:
        >>> ticks(61.2, 84.9, 4, 1)
        [65.0, 70.0, 75.0, 80.0]
        >>> ticks(0, 1, 3, 0)
        [0.0, 1.0]
    """
    span = high - low
    if span <= 0:
        return [low]
    rough = span / max(about, 1)
    unit = 10.0 ** math.floor(math.log10(rough))
    finest = 10.0**-decimals
    # Steps of two and a half only where that many decimals are shown.
    whole = [unit * k for k in (1, 2, 2.5, 5, 10) if k != 2.5 or abs(unit * k / finest - round(unit * k / finest)) < 1e-9]
    step = max(next(step for step in whole if step >= 0.8 * rough), finest)
    first = math.ceil(low / step - 1e-9)
    last = math.floor(high / step + 1e-9)
    return [round(k * step, 6) for k in range(first, last + 1)]


def written(value: float) -> str:
    """A tick's value, short: thousands as `k`, millions as `m`.

    Example:
        >>> written(2500000.0), written(45000), written(12.5), written(-3.0)
        ('2.5m', '45k', '12.5', '−3')
    """
    size = abs(value)
    if size >= 1e6:
        text = f"{value / 1e6:g}m"
    elif size >= 1e4:
        text = f"{value / 1e3:g}k"
    else:
        text = f"{value:,.10g}"
    return text.replace("-", "−")


def trimmed(values: Sequence[float], share: float = 0.01) -> tuple[float, float]:
    """The ends of the values with the most extreme share at each end left out.

    Example:
        >>> trimmed([float(i) for i in range(201)])
        (2.0, 198.0)
    """
    ordered = sorted(values)
    skip = int(len(ordered) * share)
    return ordered[skip], ordered[-1 - skip]
