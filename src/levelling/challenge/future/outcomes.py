"""The reckoning: thousands of draws of what would follow, and the bands they make. NumPy is loaded only when it runs."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    Draws = NDArray[np.float64]

Z95 = 1.959964
Range = tuple[float, float]


@dataclass(frozen=True, slots=True)
class Measurement:
    """A published figure with its 95% interval, where it has one."""

    value: float
    lower: float | None = None
    upper: float | None = None


@dataclass(frozen=True, slots=True)
class Inputs:
    """All that the reckoning uses.

    Attributes:
        rate: Employment rate here, per cent of people of working age.
        people: People of working age who live here.
        unemployment: Unemployment rate here, per cent; `None` leaves its level out.
        share: Share of all in work that lose it, 0 to 1; `None` where it is by group or count.
        lost: How many lose it; `None` where it is by share or group.
        groups: Share lost and people in work, for each group.
        paths: How much of the loss remains in each year, one path a region.
        looking: How much of the loss comes out as unemployment, one a region.
        low_paid: Share of jobs here below the real Living Wage, 0 to 1; `None` leaves it out.
        elasticity: Change in chronic illness, per cent for each per cent in work: ends of the range.
        base: Share of people of working age with a long-term condition, 0 to 1: ends of the range.
        young: Share of people of working age who are under 25, 0 to 1; `None` leaves it out.
        young_risk: How many times as often the young lose work: ends of the range.
        scar: Pay lost at 42 after unemployment when young, 0 to 1: ends of the range.
        pay: Median weekly pay here, £; `None` leaves later pay out.
        horizon: How many years.
    """

    rate: Measurement
    people: float
    unemployment: Measurement | None
    share: float | None
    lost: float | None
    groups: tuple[tuple[float, Measurement], ...]
    paths: tuple[tuple[float, ...], ...]
    looking: tuple[float, ...]
    low_paid: float | None
    elasticity: Range
    base: Range
    young: float | None
    young_risk: Range
    scar: Range
    pay: float | None
    horizon: int


@dataclass(frozen=True, slots=True)
class Outcome:
    """Something that would follow, and how it is told."""

    slug: str
    title: str
    unit: str
    decimals: int


OUTCOMES: tuple[Outcome, ...] = (
    Outcome("out-of-work", "Fewer people in work than without the shock", "people", 0),
    Outcome("employment-rate-change", "Employment rate, below where it would be", "percentage points", 1),
    Outcome("employment-rate", "Employment rate, if all else stayed as last published", "%", 1),
    Outcome("unemployed", "More people unemployed", "people", 0),
    Outcome("unemployment-rate", "Unemployment rate, if all else stayed as last published", "%", 1),
    Outcome("low-paid-jobs-lost", "Of the work lost, jobs paid below the real Living Wage", "jobs", 0),
    Outcome("chronic-conditions", "More people of working age with a chronic condition", "people", 0),
    Outcome("young-unemployed", "Young people made unemployed in the first year", "people", 0),
    Outcome("later-pay", "Their pay at age 42, lower by, taken together, in today's pay", "£ a week", 0),
)
BY_SLUG: Mapping[str, Outcome] = {item.slug: item for item in OUTCOMES}


@dataclass(frozen=True, slots=True)
class Band:
    """What half and nine tenths of the draws hold, for one outcome in one year.

    Attributes:
        outcome: What would follow.
        year: Years after the shock; 1 is the first.
        middle: The median of the draws.
        inner: Ends of the middle half.
        outer: Ends of the middle nine tenths.
        mean: The mean of the draws.
        mc_error: Standard error of that mean from drawing only so many.
    """

    outcome: Outcome
    year: int
    middle: float
    inner: Range
    outer: Range
    mean: float
    mc_error: float


def simulate(inputs: Inputs, draws: int = 4000, seed: int = 0) -> tuple[Band, ...]:
    """The bands of every outcome.

    Each draw takes the published rates from their intervals (as normal), one region's course after 2008 whole, and every cited
    range evenly between its ends.

    Args:
        inputs: All that is used.
        draws: How many.
        seed: Where the draws begin; the same seed gives the same bands.
    """
    import numpy as np

    drawn = _drawn(inputs, draws, seed)
    names = [(BY_SLUG[slug], year) for slug, values in drawn.items() for year in range(1, len(values) + 1)]
    rows = np.concatenate(list(drawn.values()))
    ends = np.quantile(rows, (0.05, 0.25, 0.5, 0.75, 0.95), axis=1)
    means, spreads = rows.mean(axis=1), rows.std(axis=1, ddof=1)
    return tuple(
        Band(
            outcome,
            year,
            float(ends[2, at]),
            (float(ends[1, at]), float(ends[3, at])),
            (float(ends[0, at]), float(ends[4, at])),
            float(means[at]),
            float(spreads[at]) / draws**0.5,
        )
        for at, (outcome, year) in enumerate(names)
    )


def _drawn(inputs: Inputs, draws: int, seed: int) -> "dict[str, Draws]":
    """Each outcome's draws: one row a year."""
    import numpy as np

    rng = np.random.default_rng(seed)
    rate = _measured(rng, inputs.rate, draws, 100.0)
    in_work = rate / 100 * inputs.people
    lost = _lost(rng, inputs, in_work, draws)
    region = rng.integers(0, len(inputs.paths), draws)
    remaining = np.asarray(inputs.paths, dtype=np.float64)[region, : inputs.horizon].T
    missing = lost * remaining
    looking = np.asarray(inputs.looking, dtype=np.float64)[region]
    found: dict[str, Draws] = {
        "out-of-work": missing,
        "employment-rate-change": missing / inputs.people * 100,
        "employment-rate": rate - missing / inputs.people * 100,
        "unemployed": missing * looking,
    }
    found |= _unemployment(rng, inputs, in_work, found["unemployed"], draws)
    if inputs.low_paid is not None:
        found["low-paid-jobs-lost"] = missing * inputs.low_paid
    found["chronic-conditions"] = _chronic(rng, inputs, missing, in_work, draws)
    return found | _young(rng, inputs, lost * looking, draws)


def _measured(rng: "np.random.Generator", item: Measurement, draws: int, most: float) -> "Draws":
    import numpy as np

    if item.lower is None or item.upper is None:
        return np.full(draws, item.value, dtype=np.float64)
    drawn: Draws = np.clip(rng.normal(item.value, (item.upper - item.lower) / (2 * Z95), draws), 0.0, most)
    return drawn


def _lost(rng: "np.random.Generator", inputs: Inputs, in_work: "Draws", draws: int) -> "Draws":
    """How many lose work in each draw: never more than there are in work."""
    import numpy as np

    if inputs.share is not None:
        lost = inputs.share * in_work
    elif inputs.lost is not None:
        lost = np.full(draws, inputs.lost, dtype=np.float64)
    else:
        lost = np.zeros(draws, dtype=np.float64)
        for share, people in inputs.groups:
            lost += share * _measured(rng, people, draws, float("inf"))
    kept: Draws = np.minimum(lost, in_work)
    return kept


def _unemployment(rng: Any, inputs: Inputs, in_work: "Draws", more: "Draws", draws: int) -> "dict[str, Draws]":
    if inputs.unemployment is None:
        return {}
    rate = _measured(rng, inputs.unemployment, draws, 100.0)
    active = in_work / (1 - rate / 100)
    return {"unemployment-rate": rate + more / active * 100}


def _chronic(rng: "np.random.Generator", inputs: Inputs, missing: "Draws", in_work: "Draws", draws: int) -> "Draws":
    """More people with a condition. How much of it is felt in the first of about two years is not known: anything from none."""
    import numpy as np

    elasticity = rng.uniform(min(inputs.elasticity), max(inputs.elasticity), draws)
    base = inputs.people * rng.uniform(min(inputs.base), max(inputs.base), draws)
    felt = np.ones_like(missing)
    felt[0] = rng.uniform(0.0, 1.0, draws)
    more: Draws = -elasticity * (missing / in_work) * base * felt
    return more


def _young(rng: "np.random.Generator", inputs: Inputs, unemployed: "Draws", draws: int) -> "dict[str, Draws]":
    import numpy as np

    if inputs.young is None:
        return {}
    risk = rng.uniform(min(inputs.young_risk), max(inputs.young_risk), draws)
    young = unemployed * np.minimum(1.0, inputs.young * risk)
    found: dict[str, Draws] = {"young-unemployed": young[np.newaxis, :]}
    if inputs.pay is not None:
        scar = rng.uniform(min(inputs.scar), max(inputs.scar), draws)
        found["later-pay"] = (young * scar * inputs.pay)[np.newaxis, :]
    return found
