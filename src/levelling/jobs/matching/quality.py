"""How good a job is, whoever takes it: pay, security, hours that can be planned with, progression, what protects health.

What an advert leaves out counts nothing, so that none is put before another for what it hides. What the job may be worth beyond
that is told beside it.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from itertools import pairwise
from pathlib import Path
from typing import Annotated

from pydantic import Field, model_validator

from levelling.atlas.declared import Strict
from levelling.atlas.own_file import read_own_file
from levelling.core.words import listed
from levelling.jobs.matching.limits import pence
from levelling.jobs.matching.settings import Settings
from levelling.jobs.vacancy import Contract, Vacancy

_SHIPPED = Path(str(files("levelling") / "facts" / "jobs" / "quality.toml"))
_Points = Annotated[int, Field(ge=0, le=100)]
_Weight = Annotated[int, Field(ge=0, le=100)]
_Reason = Annotated[str, Field(min_length=10)]
_BEST = 100
_NAMED = {
    "pay": "pay",
    "contract": "the kind of contract",
    "hours": "hours",
    "progression": "training",
    "health": "terms that protect health",
}


class _Weights(Strict):
    pay: _Weight
    contract: _Weight
    hours: _Weight
    progression: _Weight
    health: _Weight
    reason: _Reason

    @model_validator(mode="after")
    def _something(self) -> "_Weights":
        if not (self.pay or self.contract or self.hours or self.progression or self.health):
            raise ValueError("one of the weights at least must be more than 0")
        return self


class _Pay(Strict):
    legal: _Points
    living: _Points
    more: _Points
    above: Annotated[float, Field(gt=1, le=10)]
    reason: _Reason

    @model_validator(mode="after")
    def _rising(self) -> "_Pay":
        if not self.legal <= self.living <= self.more:
            raise ValueError("living must be no less than legal, and more no less than living")
        return self


class _Contract(Strict):
    permanent: _Points
    apprenticeship: _Points
    fixed_term: _Points
    temporary: _Points
    zero_hours: _Points
    reason: _Reason


class _Hours(Strict):
    stated: _Points
    wide: _Points
    zero_hours: _Points
    wide_from: Annotated[int, Field(ge=1, le=168)]
    reason: _Reason

    @model_validator(mode="after")
    def _falling(self) -> "_Hours":
        if not self.stated >= self.wide >= self.zero_hours:
            raise ValueError("stated must be the most, then wide, then zero_hours")
        return self


class _Progression(Strict):
    training: _Points
    apprenticeship: _Points
    reason: _Reason


class _Health(Strict):
    each: _Points
    reason: _Reason


class _File(Strict):
    weights: _Weights
    pay: _Pay
    contract: _Contract
    hours: _Hours
    progression: _Progression
    health: _Health


@dataclass(frozen=True, slots=True)
class Quality:
    """How good a job is, between what its advert shows and what it may be beyond that.

    Attributes:
        least: 0 to 100: what the advert shows. An element it leaves out counts nothing.
        most: 0 to 100: the same if all it leaves out were as good as can be.
        told: Points of each element it tells: pay, contract, hours, progression, health.
        untold: The elements it leaves out.
    """

    least: int
    most: int
    told: Mapping[str, int]
    untold: tuple[str, ...]

    @property
    def sentence(self) -> str:
        """The quality in words, with what the advert leaves out.

        Example:
            >>> Quality(34, 91, {"contract": 100, "hours": 40}, ("pay", "progression", "health")).sentence
            'Quality 34 of 100, up to 91 with what the advert leaves out: pay, training and terms that protect health.'
        """
        if not self.untold:
            return f"Quality {self.least} of 100."
        silent = listed([_NAMED[name] for name in self.untold])
        if not self.told:
            return f"Quality not known: the advert leaves out {silent}."
        return f"Quality {self.least} of 100, up to {self.most} with what the advert leaves out: {silent}."

    def record(self) -> dict[str, int | str]:
        """The quality as plain data: both numbers, the points of what is told, and what is left out.

        Example:
            >>> Quality(28, 85, {"contract": 100}, ("pay", "hours")).record()["quality_told"]
            'contract 100'
        """
        return {
            "quality_least": self.least,
            "quality_most": self.most,
            "quality_told": ", ".join(f"{name} {points}" for name, points in self.told.items()),
            "quality_untold": ", ".join(self.untold),
        }


@cache
def _rules(path: Path | None = None) -> _File:
    return read_own_file(path or _SHIPPED, _File, "file of job quality")


def quality(vacancy: Vacancy, by: Settings, *, path: Path | None = None) -> Quality:
    """How good a job is, as `facts/jobs/quality.toml` (or a file of a user's own) declares.

    Args:
        vacancy: The vacancy. Pay that a publisher predicted is not told by any employer, and counts as not told.
        by: For the wage floors of the day.
        path: A file of a user's own.

    Raises:
        UserError: The file cannot be used.

    Example:
        >>> from datetime import date
        >>> from levelling.jobs.matching import settings
        >>> found = quality(Vacancy("v", "cook", contract=Contract.PERMANENT, hours=(30, 30)), settings(date(2026, 11, 28)))
        >>> found.least, found.most, dict(found.told)
        (42, 100, {'contract': 100, 'hours': 100})
    """
    rules = _rules(path)
    weight = {name: int(getattr(rules.weights, name)) for name in _NAMED}
    told = {name: points for name, points in _told(vacancy, by, rules).items() if weight[name]}
    untold = tuple(name for name in weight if weight[name] and name not in told)
    shown, total = sum(weight[name] * points for name, points in told.items()), sum(weight.values())
    hidden = sum(weight[name] * _BEST for name in untold)
    return Quality(shown // total, (shown + hidden) // total, told, untold)


def _told(vacancy: Vacancy, by: Settings, rules: _File) -> dict[str, int]:
    """Points of each element that the advert tells."""
    told: dict[str, int] = {}
    if vacancy.pay is not None and not vacancy.pay.modelled:
        told["pay"] = _pay(vacancy.pay.least, by, rules.pay)
    if (name := vacancy.contract.name.lower()) in _Contract.model_fields:
        told["contract"] = int(getattr(rules.contract, name))
    if vacancy.hours is not None:
        wide = vacancy.hours[1] - vacancy.hours[0] >= rules.hours.wide_from
        told["hours"] = rules.hours.wide if wide else rules.hours.stated
    elif vacancy.contract is Contract.ZERO_HOURS:
        told["hours"] = rules.hours.zero_hours
    progression = [rules.progression.training] if vacancy.training else []
    progression += [rules.progression.apprenticeship] if vacancy.contract is Contract.APPRENTICESHIP else []
    if progression:
        told["progression"] = max(progression)
    if vacancy.protects:
        told["health"] = min(_BEST, rules.health.each * len(vacancy.protects))
    return told


def _pay(pounds: float, by: Settings, rules: _Pay) -> int:
    """Points on straight lines between the legal minimum, the real Living Wage and well above it; whole pence, whole points."""
    legal, living = pence(by.legal), pence(by.living if by.living is not None else by.legal)
    corners = ((legal, rules.legal), (living, rules.living), (int(living * rules.above), rules.more))
    amount = pence(pounds)
    if amount < legal:
        return 0
    for (low, at_low), (high, at_high) in pairwise(corners):
        if low <= amount < high:
            return at_low + (at_high - at_low) * (amount - low) // (high - low)
    return rules.more
