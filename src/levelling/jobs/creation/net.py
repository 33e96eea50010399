"""From jobs that are paid for to jobs that would not have been there otherwise.

As in the Additionality Guide, with the reference case told as a share (deadweight),

    net = jobs x (1 - deadweight) x (1 - leakage) x (1 - displacement) x (1 - substitution) x (1 + multiplier).

Each factor is a finding that somebody chose, with its range, or all findings there are side by side where nobody chose: then the
net is a range without a middle. The lowest takes the highest of every loss and the lowest multiplier; the highest the reverse.
Nothing is said of how likely the ends are.
"""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from levelling.atlas.parameters import Parameter, parameter
from levelling.core.errors import UserError
from levelling.core.ids import near_ids
from levelling.core.words import listed
from levelling.jobs.creation.kinds import FACTORS, Findings, Sector

MULTIPLIER = "multiplier"
NONE = "none"
OWN = "own figure"
_OWN = re.compile(r"-?\d+(\.\d+)?(:-?\d+(\.\d+)?)?")
_MOST = 10.0


@dataclass(frozen=True, slots=True)
class Option:
    """A finding that a factor may be taken from.

    Attributes:
        key: Its name: a parameter's, several joined by `+`, `none`, or `own figure`.
        value: The share, 0 to 1; for a multiplier, more jobs for each job. `None` where only a range was given.
        low: Lower end of the range its source gives; the value where it gives none.
        high: Upper end.
        grade: How strong the evidence is, A to E: the weakest of its parts; empty for one's own figure.
        parameters: What it is made of.
        ranged: Whether its source gives a range.
    """

    key: str
    value: float | None
    low: float
    high: float
    grade: str
    parameters: tuple[Parameter, ...] = ()
    ranged: bool = False


@dataclass(frozen=True, slots=True)
class Factor:
    """One factor, and what may be taken for it.

    Attributes:
        name: `deadweight`, `leakage`, `displacement`, `substitution` or `multiplier`.
        says: What it is.
        options: Every finding there is, side by side.
        chosen: The one that was chosen; `None` where nobody chose and there is something to choose.
        also: Findings on it in another unit, which cannot be reckoned with.
    """

    name: str
    says: str
    options: tuple[Option, ...]
    chosen: Option | None
    also: tuple[Parameter, ...] = ()

    @property
    def low(self) -> float:
        """The least it may be: of what was chosen, else of all there is."""
        return min(one.low for one in self._in_play)

    @property
    def high(self) -> float:
        """The most it may be."""
        return max(one.high for one in self._in_play)

    @property
    def _in_play(self) -> tuple[Option, ...]:
        return (self.chosen,) if self.chosen else self.options


@dataclass(frozen=True, slots=True)
class Net:
    """Jobs that would not have been there otherwise.

    Attributes:
        low: The fewest the factors allow.
        central: With every factor as its source puts it; `None` where one was not chosen, or only as a range.
        high: The most.
    """

    low: float
    central: float | None
    high: float


def factors(found: Findings, sector: Sector, choices: Mapping[str, str]) -> tuple[Factor, ...]:
    """Every factor, with what was chosen for it.

    Args:
        found: Which parameters speak of what.
        sector: Whom the work serves: it says which multipliers speak of it.
        choices: By factor, a parameter's name, one's own figure (`0.25`, or `0.1:0.4` for a range), or `none`.

    Raises:
        UserError: There is no such factor, or a choice is none of these; the nearest are offered.
    """
    unknown = sorted(set(choices) - {*FACTORS, MULTIPLIER})
    if unknown:
        raise UserError(f"There is no factor '{unknown[0]}'.", f"Factors: {listed([*FACTORS, MULTIPLIER])}.")
    made = []
    for name in FACTORS:
        options = tuple(_option((slug,)) for slug in found.options[name])
        also = tuple(parameter(slug) for slug in found.also[name])
        made.append(Factor(name, found.says[name], options, _chosen(name, options, choices.get(name, "")), also))
    options = tuple(_option(group) for group in found.multipliers.get(sector, ()))
    chosen = _chosen(MULTIPLIER, options, choices.get(MULTIPLIER, ""))
    if chosen is None and not options:
        chosen = Option(NONE, 0.0, 0.0, 0.0, "")  # Nothing is known of such work: no further jobs are counted.
    made.append(Factor(MULTIPLIER, "more jobs elsewhere for each job", options, chosen))
    return tuple(made)


def net(jobs: float, made: Sequence[Factor]) -> Net:
    """Jobs that would not have been there otherwise.

    Args:
        jobs: Jobs that are paid for and filled.
        made: Every factor.

    Example:
        >>> own = Option("own figure", 0.2, 0.1, 0.3, "")
        >>> found = net(100, [Factor("deadweight", "", (), own), Factor("multiplier", "", (), Option("none", 0, 0, 0, ""))])
        >>> round(found.low, 6), round(found.central, 6), round(found.high, 6)
        (70.0, 80.0, 90.0)
    """
    low = high = float(jobs)
    central: float | None = float(jobs)
    for factor in made:
        sign = 1 if factor.name == MULTIPLIER else -1
        low *= 1 + sign * (factor.low if sign > 0 else factor.high)
        high *= 1 + sign * (factor.high if sign > 0 else factor.low)
        value = factor.chosen.value if factor.chosen else None
        central = None if central is None or value is None else central * (1 + sign * value)
    return Net(low, central, high)


def _option(slugs: Sequence[str]) -> Option:
    parts = tuple(parameter(slug) for slug in slugs)
    return Option(
        key="+".join(slugs),
        value=round(sum(part.value for part in parts), 6),
        low=round(sum(part.value if part.low is None else part.low for part in parts), 6),
        high=round(sum(part.value if part.high is None else part.high for part in parts), 6),
        grade=max(part.grade for part in parts),
        parameters=parts,
        ranged=any(part.low is not None for part in parts),
    )


def _chosen(name: str, options: Sequence[Option], choice: str) -> Option | None:
    wanted = choice.strip()
    if not wanted:
        return None
    if wanted == NONE:
        return Option(NONE, 0.0, 0.0, 0.0, "")
    if _OWN.fullmatch(wanted):
        return own_figure(name, wanted)
    known = {one.key: one for one in options}
    if wanted not in known:
        offered = list(known) or [NONE]
        advice = f"Choose {listed(offered, 'or')}, or give your own figure, such as 0.25 or 0.1:0.4."
        raise UserError(f"'{wanted[:80]}' is nothing to choose for {name}.", advice, near=near_ids(wanted, known))
    return known[wanted]


def own_figure(name: str, text: str) -> Option:
    """One's own figure: `0.25`, or `0.1:0.4` for a range, which has no middle.

    Raises:
        UserError: It is no number, or lies out of bounds.

    Example:
        >>> own_figure("share", "0.1:0.4").low
        0.1
    """
    if not _OWN.fullmatch(text.strip()):
        raise UserError(f"'{text[:80]}' is no figure for {name}.", "Write it as 0.25, or 0.1:0.4 for a range.")
    ends = [float(part) for part in text.split(":")]
    low, high = min(ends), max(ends)
    least, most = (-1.0, _MOST) if name == MULTIPLIER else (0.0, 1.0)
    if not least <= low <= high <= most:
        raise UserError(f"{text} for {name} lies outside {least:g} to {most:g}.", "A share of 25% is written 0.25.")
    return Option(OWN, low if low == high else None, low, high, "", (), low < high)
