"""The rules of pathways: what likeness is made of, and when a way is viable, close, desirable. Declared in a file of facts."""

from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from pathlib import Path
from typing import Annotated, Literal

from pydantic import Field, model_validator

from levelling.atlas.declared import FactsBroken, SourceFile, Strict, read_declared
from levelling.core.source import Source

_PARTS = ("essential", "every", "activities")
_SHARES = ("kindred", "words", "grouped", "viable", "close", "sure")
_NAMES = (*_PARTS, *_SHARES, "shared", "zone_up", "level_up", "each_group", "pay")


class _Rule(Strict):
    value: Annotated[int, Field(ge=0, le=1000)]
    basis: Literal["rule", "judgement"]
    reason: Annotated[str, Field(min_length=10)]
    source: str = ""


class _File(Strict):
    essential: _Rule
    every: _Rule
    activities: _Rule
    kindred: _Rule
    words: _Rule
    grouped: _Rule
    viable: _Rule
    shared: _Rule
    close: _Rule
    zone_up: _Rule
    level_up: _Rule
    each_group: _Rule
    pay: _Rule
    sure: _Rule
    sources: dict[str, SourceFile] = Field(default_factory=dict)

    @model_validator(mode="after")
    def _sound(self) -> "_File":
        rules = {name: getattr(self, name) for name in _NAMES}
        for name, rule in rules.items():
            if rule.source and rule.source not in self.sources:
                raise ValueError(f"{name}: there is no source '{rule.source}'")
            if rule.basis == "rule" and not rule.source:
                raise ValueError(f"{name}: a rule needs a source; without one it is a judgement")
        if not any(rules[name].value for name in _PARTS):
            raise ValueError("at least one of essential, every and activities must weigh more than 0")
        over = [name for name in _SHARES if rules[name].value > 100]
        if over:
            raise ValueError(f"{over[0]} is out of 100")
        return self


@dataclass(frozen=True, slots=True)
class Reason:
    """Why a rule is as it is.

    Attributes:
        basis: `rule` where somebody published it, `judgement` where it was made here.
        text: The reason.
        source: Who published it; `None` for a judgement that rests on nothing published.
    """

    basis: str
    text: str
    source: Source | None


@dataclass(frozen=True, slots=True)
class Rules:
    """What likeness is made of, and when a way is worth showing. All whole numbers.

    Attributes:
        essential: Weight of essential skills held against essential skills.
        every: Weight of essential skills held against all skills.
        activities: Weight of work activities.
        kindred: Of 100, how much a skill counts that shares most of its words with one that is held.
        words: Of 100, how much of the words two skills must share for that.
        grouped: Of 100, how much a skill counts that stands in a group with one that is held.
        viable: Likeness of 100 from which a way is viable.
        shared: How many of its essential skills must be held already for that.
        close: Likeness of 100 from which a way is close.
        zone_up: How many job zones higher the other occupation may be.
        level_up: How many ISCO skill levels higher it may be, where a job zone is not known on both sides.
        each_group: How many occupations of one ISCO unit group are shown; 0 for all.
        pay: Per cent of today's pay that the other occupation must bring.
        sure: Of 100, how likely one SOC unit group must be for its pay to stand for an occupation.
        reasons: Why each is as it is, by name.
    """

    essential: int
    every: int
    activities: int
    kindred: int
    words: int
    grouped: int
    viable: int
    shared: int
    close: int
    zone_up: int
    level_up: int
    each_group: int
    pay: int
    sure: int
    reasons: tuple[tuple[str, Reason], ...] = ()


@cache
def rules() -> Rules:
    """The rules that come with the package.

    Example:
        >>> rules().zone_up, rules().pay
        (1, 75)
    """
    return read_rules(Path(str(files("levelling") / "facts" / "jobs" / "pathways.toml")))


def read_rules(path: Path) -> Rules:
    """The rules of a file, in the shape of the one that comes with the package.

    Raises:
        FactsBroken: The file cannot be read, or a field is wrong; every fault is told.
    """
    whole, faults = read_declared([path], _File)
    if faults:
        raise FactsBroken("The rules of pathways cannot be used", faults)
    read = whole[path.stem]
    named: dict[str, _Rule] = {name: getattr(read, name) for name in _NAMES}
    why = tuple(
        (name, Reason(rule.basis, rule.reason, read.sources[rule.source].source if rule.source else None))
        for name, rule in named.items()
    )
    return Rules(**{name: rule.value for name, rule in named.items()}, reasons=why)
