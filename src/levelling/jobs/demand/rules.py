"""What counts as an entry door and who is an anchor: judgements, declared in a file of facts that a user may change."""

import re
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from pathlib import Path
from typing import Annotated

from pydantic import Field, model_validator

from levelling.atlas.declared import FactsBroken, Key, SourceFile, Strict, read_declared
from levelling.jobs.occupations.catalogue import Occupation

_TECHNICIANS = "3"
_SIGNS = re.compile(r"[^a-z0-9]+")
_Reason = Annotated[str, Field(min_length=10)]
_Words = tuple[Annotated[str, Field(pattern=r"^[a-z0-9][a-z0-9 ]*$")], ...]


class _Level(Strict):
    value: Annotated[int, Field(ge=0, le=8)]
    reason: _Reason


class _Groups(Strict):
    value: tuple[Annotated[str, Field(pattern=r"^\d$")], ...]
    reason: _Reason
    source: str = ""


class _Anchor(Strict):
    key: Key
    name: Annotated[str, Field(min_length=3)]
    words: Annotated[_Words, Field(min_length=1)]
    rule_out: _Words = Field(default=(), alias="not")
    reason: _Reason


class _File(Strict):
    most_level: _Level
    isco_groups: _Groups
    soc_groups: _Groups
    anchors: Annotated[tuple[_Anchor, ...], Field(min_length=1)]
    sources: dict[str, SourceFile] = Field(default_factory=dict)

    @model_validator(mode="after")
    def _sound(self) -> "_File":
        for name, groups in (("isco_groups", self.isco_groups), ("soc_groups", self.soc_groups)):
            if groups.source and groups.source not in self.sources:
                raise ValueError(f"{name}: there is no source '{groups.source}'")
        keys = [anchor.key for anchor in self.anchors]
        if len(set(keys)) < len(keys):
            raise ValueError("two anchors have the same key")
        return self


@dataclass(frozen=True, slots=True)
class Anchor:
    """One kind of anchor.

    Attributes:
        key: Its key.
        name: What it is called.
        words: Phrases one of which its name holds.
        rule_out: Phrases none of which its name holds.
        reason: Why these.
    """

    key: str
    name: str
    words: tuple[str, ...]
    rule_out: tuple[str, ...]
    reason: str

    def fits(self, employer: str) -> bool:
        """Whether an employer is of this kind, by its name.

        Example:
            >>> council = next(anchor for anchor in rules().anchors if anchor.key == "council")
            >>> council.fits("Hartlepool Borough Council"), council.fits("Medical Research Council")
            (True, False)
        """
        plain = f" {_SIGNS.sub(' ', employer.lower()).strip()} "
        return any(f" {word} " in plain for word in self.words) and not any(f" {word} " in plain for word in self.rule_out)


@dataclass(frozen=True, slots=True)
class Rules:
    """What counts as an entry door.

    Attributes:
        most_level: The highest level of qualification that a door may ask for.
        isco_groups: Major groups of ISCO-08 whose work asks for no degree, for adverts that state no qualification.
        soc_groups: Major groups of SOC 2020 whose work asks for none, for technicians of ISCO-08.
        anchors: Who is an anchor; the first kind that fits counts.
        reasons: Why, by name.
    """

    most_level: int
    isco_groups: frozenset[str]
    soc_groups: frozenset[str]
    anchors: tuple[Anchor, ...]
    reasons: tuple[tuple[str, str], ...]

    def asks_no_degree(self, occupation: Occupation) -> bool:
        """Whether work of this kind asks for no degree, by the classifications.

        Example:
            >>> from levelling.atlas import Atlas
            >>> from levelling.jobs.occupations import load
            >>> catalogue = load(Atlas.open())
            >>> [
            ...     rules().asks_no_degree(catalogue.by_label(name))
            ...     for name in ("hospital porter", "administrative assistant", "midwife")
            ... ]
            [True, True, False]
        """
        major = occupation.isco[:1]
        soc = occupation.soc[0][:1] if occupation.soc else ""
        return major in self.isco_groups or (major == _TECHNICIANS and soc in self.soc_groups)

    def anchor(self, employer: str) -> Anchor | None:
        """What kind of anchor an employer is; `None` where its name tells of none.

        Example:
            >>> rules().anchor("King's College Hospital NHS Foundation Trust").key
            'nhs'
            >>> rules().anchor("Royal College of Nursing") is None
            True
        """
        return next((anchor for anchor in self.anchors if anchor.fits(employer)), None)


@cache
def rules() -> Rules:
    """The rules that come with the package.

    Example:
        >>> rules().most_level
        3
    """
    return read_rules(Path(str(files("levelling") / "facts" / "jobs" / "doors.toml")))


def read_rules(path: Path) -> Rules:
    """Rules from a file.

    Raises:
        FactsBroken: The file is not whole; every fault is told.
    """
    whole, faults = read_declared([path], _File)
    if faults:
        raise FactsBroken("Rules of entry doors", faults)
    read = whole[path.stem]
    anchors = tuple(Anchor(one.key, one.name, one.words, one.rule_out, one.reason) for one in read.anchors)
    reasons = tuple((name, getattr(read, name).reason) for name in ("most_level", "isco_groups", "soc_groups"))
    groups = frozenset(read.isco_groups.value), frozenset(read.soc_groups.value)
    return Rules(read.most_level.value, *groups, anchors, reasons)
