"""A health impact assessment as its author writes it: a TOML file that may be checked at any time, finished or not."""

import difflib
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path
from typing import Annotated

from pydantic import ConfigDict, Field, field_validator, model_validator

from levelling.atlas.declared import FactsBroken, IsoMoment, Strict, read_declared
from levelling.atlas.parameters import Grade, Parameter, parameters
from levelling.core.errors import UserError
from levelling.core.words import listed
from levelling.solutions.hiap.determinants import determinants

HOW_TO = "What the file holds is told in docs/how-to/assess-health-in-a-policy.md; begin one with: levelling hiap --start FILE."


class Scope(StrEnum):
    """Where in policy health is looked for (source paper, section 2.1)."""

    STRATEGIC = "strategic"
    PROGRAMME = "programme"
    PROCESS = "process"


class Direction(StrEnum):
    """Which way health is moved. Nothing said yet is told apart from nothing known and from no effect."""

    BETTER = "better"
    WORSE = "worse"
    MIXED = "mixed"
    NONE = "none"
    CANNOT_TELL = "cannot tell"
    NOT_SAID = ""


class Amount(StrEnum):
    """How much, for those it touches."""

    LARGE = "large"
    MODERATE = "moderate"
    SMALL = "small"
    CANNOT_TELL = "cannot tell"
    NOT_SAID = ""


class Likelihood(StrEnum):
    """How likely."""

    CERTAIN = "certain"
    PROBABLE = "probable"
    POSSIBLE = "possible"
    NOT_SAID = ""


class Lasting(StrEnum):
    """How long it takes or lasts: within a year, within five, longer."""

    SHORT = "short"
    MEDIUM = "medium"
    LONG = "long"
    NOT_SAID = ""


class _Strict(Strict):
    model_config = ConfigDict(str_strip_whitespace=True)


class _EvidenceFile(_Strict):
    parameter: str = ""
    finding: str = ""
    source: str = ""
    address: str = ""
    date: str = ""
    grade: Grade | None = None

    @model_validator(mode="after")
    def _says_something(self) -> "_EvidenceFile":
        if self.parameter:
            known = parameters()
            if self.parameter not in known:
                near = difflib.get_close_matches(self.parameter, known, n=1, cutoff=0.4)
                raise ValueError(f"there is no parameter '{self.parameter}'{f'; did you mean {near[0]}' if near else ''}")
            if self.finding or self.source or self.grade:
                raise ValueError("give a parameter, or a finding with its source and grade, not both")
        elif not (self.finding and self.source and self.grade):
            raise ValueError("a finding needs its source and its grade, A to E")
        return self


class _ActionFile(_Strict):
    what: Annotated[str, Field(min_length=5)]
    who: str = ""
    by: IsoMoment = ""


class _EffectFile(_Strict):
    determinant: str
    groups: tuple[str, ...] = ()
    direction: Direction = Direction.NOT_SAID
    size: Amount = Amount.NOT_SAID
    likelihood: Likelihood = Likelihood.NOT_SAID
    lasting: Lasting = Lasting.NOT_SAID
    people: Annotated[int, Field(ge=0)] | None = None
    why: str = ""
    evidence: tuple[_EvidenceFile, ...] = ()
    action: tuple[_ActionFile, ...] = ()

    @field_validator("determinant")
    @classmethod
    def _is_determinant(cls, slug: str) -> str:
        return _among(slug, list(determinants().all), "determinant")

    @field_validator("groups")
    @classmethod
    def _are_groups(cls, slugs: tuple[str, ...]) -> tuple[str, ...]:
        return tuple(_among(slug, list(determinants().groups), "group") for slug in slugs)


class AssessmentFile(_Strict):
    """What an assessment's file may say. `Assessment` says what each field means."""

    title: Annotated[str, Field(min_length=3)]
    scope: Scope
    area: str = ""
    date: IsoMoment = ""
    author: str = ""
    about: str = ""
    policy_areas: tuple[str, ...] = ()
    service: str = ""
    mechanism: str = ""
    not_touched: tuple[str, ...] = ()
    effect: tuple[_EffectFile, ...] = ()

    @field_validator("not_touched")
    @classmethod
    def _are_groups(cls, slugs: tuple[str, ...]) -> tuple[str, ...]:
        return tuple(_among(slug, list(determinants().groups), "group") for slug in slugs)


def _among(slug: str, known: list[str], what: str) -> str:
    if slug not in known:
        near = difflib.get_close_matches(slug, known, n=2, cutoff=0.4)
        hint = f"did you mean {listed(near, 'or')}" if near else f"it is one of {listed(known, 'or')}"
        raise ValueError(f"there is no {what} '{slug[:60]}'; {hint}")
    return slug


@dataclass(frozen=True, slots=True)
class Evidence:
    """What an effect rests on.

    Attributes:
        finding: What was found, in words.
        source: Who found it.
        address: Where it can be read; may be empty.
        grade: How far it can be trusted, from A (trials) to E (quoted at second hand).
        parameter: The parameter it is, where it is one of ours.
    """

    finding: str
    source: str
    address: str
    grade: str
    parameter: Parameter | None = None


@dataclass(frozen=True, slots=True)
class Action:
    """What is done so that harm is less or good reaches further.

    Attributes:
        what: What.
        who: Who does it; empty where nobody is named yet.
        by: By when, ISO 8601; empty where not said.
    """

    what: str
    who: str
    by: str


@dataclass(frozen=True, slots=True)
class Effect:
    """One way a policy moves health.

    Attributes:
        determinant: Through what, by slug.
        groups: For whom, by slug; empty where not said.
        direction: Which way.
        size: How much.
        likelihood: How likely.
        lasting: How soon, and for how long.
        people: How many people; `None` where the author gives no number.
        why: The reason, in the author's words.
        evidence: What it rests on.
        actions: What is done about it.
    """

    determinant: str
    groups: tuple[str, ...]
    direction: Direction
    size: Amount
    likelihood: Likelihood
    lasting: Lasting
    people: int | None
    why: str
    evidence: tuple[Evidence, ...]
    actions: tuple[Action, ...]


@dataclass(frozen=True, slots=True)
class Assessment:
    """A health impact assessment as written.

    Attributes:
        title: Of what policy.
        scope: Strategic: an issue and the policies that bear on it. Programme: one service. Process: a way of working together.
        area: The place, as the author names it; may be empty.
        date: When it was made, ISO 8601; may be empty.
        author: Who made it; may be empty.
        about: What the policy does; may be empty.
        policy_areas: Of a strategic one: the policies that bear on the issue.
        service: Of a programme: the service.
        mechanism: Of a process: how departments will work together.
        not_touched: Groups thought of that are touched no otherwise than everyone.
        effects: Every effect.
    """

    title: str
    scope: Scope
    area: str
    date: str
    author: str
    about: str
    policy_areas: tuple[str, ...]
    service: str
    mechanism: str
    not_touched: tuple[str, ...]
    effects: tuple[Effect, ...]


def read(path: Path) -> Assessment:
    """Read an assessment from a TOML file.

    Raises:
        UserError: There is no such file.
        FactsBroken: It is not TOML or says what it may not: every fault at once, with its place.
    """
    if not path.is_file():
        raise UserError(f"There is no file {path}.", "Begin one with: levelling hiap --start FILE.")
    found, faults = read_declared([path], AssessmentFile)
    if faults:
        raise FactsBroken("The assessment cannot be read", faults, HOW_TO)
    file = found[path.stem]
    plain = {name: getattr(file, name) for name in AssessmentFile.model_fields if name != "effect"}
    return Assessment(**plain, effects=tuple(_effect(one) for one in file.effect))


def _effect(file: _EffectFile) -> Effect:
    return Effect(
        determinant=file.determinant,
        groups=file.groups,
        direction=file.direction,
        size=file.size,
        likelihood=file.likelihood,
        lasting=file.lasting,
        people=file.people,
        why=file.why,
        evidence=tuple(_evidence(one) for one in file.evidence),
        actions=tuple(Action(one.what, one.who, one.by) for one in file.action),
    )


def _evidence(file: _EvidenceFile) -> Evidence:
    if file.parameter:
        item = parameters()[file.parameter]
        return Evidence(item.title, item.source, item.address, item.grade, item)
    source = f"{file.source}, {file.date}" if file.date else file.source
    return Evidence(file.finding, source, file.address, file.grade or "")
