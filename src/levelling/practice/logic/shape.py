"""What a file of a logic model may say, and the links it may cite: pydantic at the edge, `model` inside."""

import math
import re
from typing import Annotated, Literal, Self

from pydantic import AfterValidator, ConfigDict, Field, FiniteFloat, field_validator, model_validator

from levelling.atlas.declared import Moment, Strict
from levelling.atlas.parameters import Grade
from levelling.core.markup import without_markup
from levelling.practice.logic.model import Basis, Kind, Lag, Sign, Size, Spread, Target

RESERVED = frozenset(
    {"end", "graph", "flowchart", "subgraph", "style", "class", "click", "default", "direction", "classdef", "linkstyle"}
)
"""Words that Mermaid keeps for itself: a node of this name could not be handed on."""
_ID = re.compile(r"[A-Za-z0-9][A-Za-z0-9_-]{0,59}")


def _one_line(text: str) -> str:
    return without_markup(text)[0]


Line = Annotated[str, AfterValidator(_one_line)]
"""Words on one line, without markup and unseen characters."""
Years = Annotated[FiniteFloat, Field(ge=0, le=100)]


class Trimmed(Strict):
    """A table of a file whose texts stand without spaces around them."""

    model_config = ConfigDict(str_strip_whitespace=True)


class SizeFile(Trimmed):
    """How much a link moves. `Size` says what each field means."""

    value: FiniteFloat | None = None
    low: FiniteFloat | None = None
    high: FiniteFloat | None = None
    unit: Annotated[Line, Field(min_length=1)]
    per: Line = ""
    each: Annotated[FiniteFloat, Field(gt=0)] = 1.0
    spread: Spread = Spread.SPAN

    @model_validator(mode="after")
    def _holds_together(self) -> Self:
        if (self.low is None) != (self.high is None):
            raise ValueError("low and high come together or not at all")
        if self.low is not None and self.high is not None:
            if self.low > self.high:
                raise ValueError(f"low {self.low:g} lies above high {self.high:g}")
            if self.value is not None and not self.low <= self.value <= self.high:
                raise ValueError(f"the value {self.value:g} lies outside {self.low:g} to {self.high:g}")
        elif self.value is None:
            raise ValueError("there is neither a value nor low and high")
        if self.spread is Spread.INTERVAL and (self.value is None or self.low is None):
            raise ValueError("an interval has a value, low and high")
        return self

    def size(self) -> Size:
        """The size as the program holds it."""
        return Size(self.value, self.low, self.high, self.unit, self.per, self.each, self.spread)


def fits(sign: Sign, size: Size) -> str:
    """What is wrong between a sign and a size that is multiplied; empty where nothing is.

    Example:
        >>> fits(Sign.MORE, Size(-2.0, None, None, "people", "people"))
        'the sign is + and the size -2'
    """
    if not size.per:
        return ""  # a ratio or a share of a gap has no sign of its own
    middle = size.value if size.value is not None else ((size.low or 0.0) + (size.high or 0.0)) / 2
    if sign is Sign.CANNOT_TELL:
        return "a link with a size has a sign: +, - or 0"
    if sign is Sign.NONE:
        held = middle == 0 or (size.value is None and (size.low or 0.0) <= 0 <= (size.high or 0.0))
        return "" if held else f"the sign is 0 and the size {middle:g}"
    return (
        ""
        if math.copysign(1, middle) == (1 if sign is Sign.MORE else -1) and middle
        else f"the sign is {sign.value} and the size {middle:g}"
    )


class LinkFields(Trimmed):
    """What a link of a model and a cited link have alike."""

    size: SizeFile | None = None
    lag_years: Years | Annotated[tuple[Years, Years], Field()] | None = None
    applies_to: Line = ""
    source: Line = ""
    address: Line = ""
    date: Line = ""
    note: Line = ""

    @field_validator("lag_years")
    @classmethod
    def _in_order(cls, lag: float | tuple[float, float] | None) -> float | tuple[float, float] | None:
        if isinstance(lag, tuple) and lag[0] > lag[1]:
            raise ValueError(f"the earliest, {lag[0]:g}, comes after the latest, {lag[1]:g}")
        return lag

    @field_validator("address")
    @classmethod
    def _is_address(cls, address: str) -> str:
        if address and not re.match(r"https?://[^\s<>\"]+$", address):
            raise ValueError("an address begins with https:// or http:// and has no gaps")
        return address

    def lag(self) -> Lag | None:
        """The lag as the program holds it."""
        if self.lag_years is None:
            return None
        first, last = self.lag_years if isinstance(self.lag_years, tuple) else (self.lag_years, self.lag_years)
        return Lag(first, last)


class LinkFile(LinkFields):
    """One link of a model. `Link` says what each field means."""

    start: Annotated[str, Field(alias="from", min_length=1)]
    end: Annotated[str, Field(alias="to", min_length=1)]
    sign: Sign | None = None
    grade: Grade | Literal[""] = ""
    owner: Line = ""
    cites: str = ""
    alternative: Line = ""

    @model_validator(mode="after")
    def _rests_on_something(self) -> Self:
        if self.cites:
            own = [
                name
                for name in ("sign", "size", "lag_years", "grade", "source", "applies_to", "address", "date")
                if getattr(self, name)
            ]
            if own:
                raise ValueError(f"a link that cites another takes this from there, and may not say it again: {', '.join(own)}")
            return self
        if self.sign is None:
            raise ValueError("its sign is not said: give +, -, 0 or ?")
        if self.size is not None:
            if not self.source:
                raise ValueError("a size needs its source: without one a link has only a direction")
            if wrong := fits(self.sign, self.size.size()):
                raise ValueError(wrong)
        if self.grade and not self.source:
            raise ValueError("a grade needs the source that it is of")
        return self

    def basis(self) -> Basis:
        """What it rests on."""
        return Basis(self.grade, self.source, self.address, self.date, self.applies_to)


class TargetFile(Trimmed):
    """What is to be reached, by when."""

    period: Moment
    value: FiniteFloat


class NodeFile(Trimmed):
    """One node of a model. `Node` says what each field means."""

    id: str
    label: Annotated[Line, Field(min_length=1, max_length=200)]
    kind: Kind = Kind.NOT_SAID
    owner: Line = ""
    unit: Line = ""
    better: Literal["more", "less", ""] = ""
    indicator: str = ""
    category: str = ""
    baseline: Moment | None = None
    target: Annotated[tuple[TargetFile, ...], Field(max_length=60)] = ()
    note: Line = ""

    @field_validator("id")
    @classmethod
    def _is_name(cls, key: str) -> str:
        if not _ID.fullmatch(key):
            raise ValueError(f"'{key[:60]}' is not a name: use letters, digits, - and _, 60 at the most")
        if key.lower() in RESERVED:
            raise ValueError(f"'{key}' is a word that diagrams keep for themselves: choose another name")
        return key

    @model_validator(mode="after")
    def _can_be_followed(self) -> Self:
        if (self.target or self.baseline or self.category) and not self.indicator:
            raise ValueError("a target, a baseline or a category needs an indicator")
        whens = [one.period for one in self.target]
        if len(set(whens)) < len(whens):
            raise ValueError("two targets are for one period")
        if self.baseline is not None and any(when.end <= self.baseline.end for when in whens):
            raise ValueError("a target lies before the baseline, or in its period")
        return self

    def targets(self) -> tuple[Target, ...]:
        """The targets, the first to be reached first."""
        return tuple(sorted((Target(one.period, one.value) for one in self.target), key=lambda one: one.period.end))


class ModelFile(Trimmed):
    """What a file may say. `Model` says what each field means."""

    title: Annotated[Line, Field(min_length=3, max_length=200)]
    about: Line = ""
    node: Annotated[tuple[NodeFile, ...], Field(min_length=1, max_length=300)]
    link: Annotated[tuple[LinkFile, ...], Field(max_length=2000)] = ()


class CitedFile(LinkFields):
    """One cited link in `facts/logic_models/links/`. `CitedLink` says what each field means."""

    start: Annotated[Line, Field(alias="from", min_length=3)]
    end: Annotated[Line, Field(alias="to", min_length=3)]
    sign: Sign
    grade: Grade
    source: Annotated[Line, Field(min_length=5)]
    applies_to: Annotated[Line, Field(min_length=3)]
    not_with: str = ""
    why_not: Line = ""
    against: str = ""

    @model_validator(mode="after")
    def _holds_together(self) -> Self:
        if self.size is not None and (wrong := fits(self.sign, self.size.size())):
            raise ValueError(wrong)
        if bool(self.not_with) != bool(self.why_not):
            raise ValueError("not_with and why_not come together")
        return self
