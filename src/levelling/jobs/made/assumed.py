"""What is supposed where no figure is held: `facts/jobs/made.toml`, read and checked."""

from functools import cache
from importlib.resources import files
from pathlib import Path
from typing import Annotated, Generic, Self, TypeVar

from pydantic import Field, model_validator

from levelling.atlas.declared import FactsBroken, Key, Strict, read_declared
from levelling.jobs.person import Mode
from levelling.jobs.vacancy import Contract

_Value = TypeVar("_Value")
Share = Annotated[float, Field(ge=0, le=1)]
Hours = tuple[Annotated[float, Field(ge=0, le=100)], Annotated[float, Field(ge=0, le=100)]]
Affinity = Annotated[float, Field(ge=0, le=1000)]

_FACTS = Path(str(files("levelling") / "facts" / "jobs" / "made.toml"))


class Assumed(Strict):
    """Something supposed, and why."""

    reason: Annotated[str, Field(min_length=10)]


class OneShare(Assumed):
    """A share of people or vacancies."""

    share: Share


class Shares(Assumed, Generic[_Value]):
    """A share for each of several values; together they are all."""

    shares: dict[_Value, Share]

    @model_validator(mode="after")
    def _whole(self) -> Self:
        if abs(sum(self.shares.values()) - 1) > 1e-9:
            raise ValueError(f"the shares add up to {sum(self.shares.values()):g} and should to 1")
        return self


class Affinities(Assumed):
    """How strongly qualifications go with the level of skill of an occupation."""

    rows: Annotated[
        tuple[Annotated[tuple[Affinity, ...], Field(min_length=7, max_length=7)], ...], Field(min_length=4, max_length=4)
    ]


class Skills(Assumed):
    """Of the skills of an occupation, how many are held or asked for."""

    essential: Share
    optional: Share


class SkillsAsked(Skills):
    """Of the skills of an occupation, how many an advert asks for, and how many adverts name any."""

    named: Share


class PersonHours(Assumed):
    """Hours a week that people can work."""

    full: Hours
    part: Hours
    part_of_limited: Share
    part_of_others: Share


class Daytime(Assumed):
    """Who can work by day alone."""

    share_of_others: Share


class Limits(Assumed):
    """What work must not ask of some people."""

    keys: Annotated[tuple[Key, ...], Field(min_length=2)]
    two: Share


class PayDrawn(Assumed):
    """How pay is told in adverts."""

    stated: Share
    ranges: dict[str, Share]


class VacancyHours(Assumed):
    """Hours a week that vacancies ask for."""

    stated: Share
    full: Hours
    part: Hours
    part_share: Share
    part_share_of_service: Share


class ByOffice(Assumed):
    """A share among office and professional work, and among other work."""

    office: Share
    other: Share


class Demands(ByOffice):
    """What work asks of a body and a life."""

    keys: Annotated[tuple[Key, ...], Field(min_length=1)]


class Remote(OneShare):
    """Work that can be done wholly from home: groups of SOC 2020, and the share of their adverts that say so."""

    groups: Annotated[tuple[Annotated[str, Field(pattern=r"^[1-9][0-9]{0,3}$")], ...], Field(min_length=1)]


class Protects(OneShare):
    """Elements that protect health."""

    keys: Annotated[tuple[Key, ...], Field(min_length=1)]


class Licences(Assumed):
    """Licences that go with occupations."""

    driving: Key
    by_soc: dict[Annotated[str, Field(pattern=r"^[1-9]\d{0,3}$")], Key]


class Assumptions(Strict):
    """All that is supposed. Each part says what for in its own file."""

    wants_work: Annotated[OneShare, Field(alias="wants-work")]
    qualification_by_skill: Annotated[Affinities, Field(alias="qualification-by-skill")]
    second_occupation: Annotated[OneShare, Field(alias="second-occupation")]
    wants_other: Annotated[OneShare, Field(alias="wants-other")]
    skills_kept: Annotated[Skills, Field(alias="skills-kept")]
    modes: Shares[Mode]
    minutes: Shares[str]
    hours: PersonHours
    daytime: Daytime
    own_floor: Annotated[OneShare, Field(alias="own-floor")]
    remote_only: Annotated[OneShare, Field(alias="remote-only")]
    limits: Limits
    skills_asked: Annotated[SkillsAsked, Field(alias="skills-asked")]
    pay: PayDrawn
    vacancy_hours: Annotated[VacancyHours, Field(alias="vacancy-hours")]
    vacancy_times: Annotated[Shares[str], Field(alias="vacancy-times")]
    contracts: Shares[Contract]
    remote: Remote
    headcount: Shares[str]
    protects: Protects
    training: OneShare
    demands: Demands
    licences: Licences


@cache
def assumptions(path: Path = _FACTS) -> Assumptions:
    """What is supposed, as declared.

    Raises:
        FactsBroken: The file is not whole; every fault is told.

    Example:
        >>> assumptions().remote_only.share
        0.02
    """
    whole, faults = read_declared([path], Assumptions)
    if faults:
        raise FactsBroken("What made-up caseloads suppose is not whole", faults)
    return whole[path.stem]
