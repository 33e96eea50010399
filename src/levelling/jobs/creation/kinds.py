"""Kinds of job that a place might pay for, and the findings that speak of what is left of them. Declared in a file of facts."""

from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from pathlib import Path
from typing import Annotated, Literal, get_args

from pydantic import Field

from levelling.atlas.declared import FactsBroken, Key, SourceFile, Strict, read_declared
from levelling.core.errors import UserError
from levelling.core.ids import as_id, near_ids
from levelling.core.source import Source
from levelling.jobs.occupations.catalogue import Catalogue, Occupation
from levelling.jobs.pathways.naming import near, occupation

_Served = Literal["public", "tradable", "high-tech", "local"]
_Loss = Literal["deadweight", "leakage", "displacement", "substitution"]
Sector = Literal[_Served, ""]
FACTORS: tuple[str, ...] = get_args(_Loss)
"""What takes a share of the jobs away, in the order they are told."""


class _Claim(Strict):
    jobs: Annotated[int, Field(gt=0)]
    enterprises: Annotated[int, Field(gt=0)]
    advised: int
    pounds: Annotated[int, Field(gt=0)]
    period: str
    folded: Annotated[int, Field(ge=0, le=100)]
    folded_elsewhere: Annotated[int, Field(ge=0, le=100)]
    note: str
    source: str


class _Kind(Strict):
    name: str
    occupations: Annotated[tuple[str, ...], Field(min_length=1)]
    sector: _Served
    why: str
    claim: _Claim | None = None


class _Factor(Strict):
    says: str
    options: tuple[Key, ...]
    also: tuple[Key, ...] = ()


class _Multiplier(Strict):
    options: tuple[tuple[Key, ...], ...]


class _Shown(Strict):
    options: tuple[Key, ...]


class _File(Strict):
    kinds: dict[Key, _Kind]
    factors: dict[_Loss, _Factor]
    multipliers: dict[_Served, _Multiplier]
    measured: _Shown
    costs: _Shown
    protects: dict[Key, str]
    sources: dict[str, SourceFile]


@dataclass(frozen=True, slots=True)
class Claim:
    """What a programme that helped to create such jobs says of itself.

    Attributes:
        jobs: Jobs that the enterprises support, by its own count.
        enterprises: Enterprises supported.
        advised: Further enterprises advised.
        pounds: What it cost, pounds, once.
        period: Over how long, and where.
        folded: Of 100 enterprises, how many had closed by the end, as it claims.
        folded_elsewhere: Of 100 in the country that close in the first year, as it quotes.
        note: What to mind.
        source: Who says so.
    """

    jobs: int
    enterprises: int
    advised: int
    pounds: int
    period: str
    folded: int
    folded_elsewhere: int
    note: str
    source: Source

    @property
    def pounds_per_job(self) -> float:
        """Pounds for each job that it counts."""
        return self.pounds / self.jobs


@dataclass(frozen=True, slots=True)
class Kind:
    """A kind of job.

    Attributes:
        key: Its name among the facts, or the key of an occupation.
        name: In words.
        occupations: ESCO's occupations it stands for, the likeliest first.
        sector: Whom the work serves; empty where it is not told.
        why: Why it counts there.
        claim: What a programme for such jobs says of itself; `None` where none is known.
    """

    key: str
    name: str
    occupations: tuple[Occupation, ...]
    sector: Sector
    why: str = ""
    claim: Claim | None = None


@dataclass(frozen=True, slots=True)
class Findings:
    """Which parameters speak of what.

    Attributes:
        says: What each factor takes away, by factor.
        options: Parameters to choose from, by factor.
        also: Parameters that say something of it in another unit, by factor.
        multipliers: Groups of parameters to choose from, by sector; those of a group are added up.
        measured: What was measured of such schemes.
        costs: What jobs of such schemes have cost.
        protects: What a job may offer that protects health, by key.
    """

    says: dict[str, str]
    options: dict[str, tuple[str, ...]]
    also: dict[str, tuple[str, ...]]
    multipliers: dict[Sector, tuple[tuple[str, ...], ...]]
    measured: tuple[str, ...]
    costs: tuple[str, ...]
    protects: dict[str, str]


@cache
def _declared() -> _File:
    path = Path(str(files("levelling") / "facts" / "jobs" / "creation.toml"))
    whole, faults = read_declared([path], _File)
    if faults:
        raise FactsBroken("The kinds of job cannot be used", faults)
    return whole[path.stem]


def kinds() -> dict[str, str]:
    """Every kind by key, with its name.

    Example:
        >>> kinds()["retrofit"]
        'retrofit worker'
    """
    return {key: one.name for key, one in _declared().kinds.items()}


def findings() -> Findings:
    """Which parameters speak of what is left of jobs that were paid for.

    Example:
        >>> findings().options["substitution"]
        ('substitution-all-programmes', 'substitution-employment-and-skills')
    """
    read = _declared()
    return Findings(
        {name: one.says for name, one in read.factors.items()},
        {name: one.options for name, one in read.factors.items()},
        {name: one.also for name, one in read.factors.items()},
        {name: one.options for name, one in read.multipliers.items()},
        read.measured.options,
        read.costs.options,
        dict(read.protects),
    )


def sector_of(word: str) -> Sector:
    """The sector that a word names; empty where none was named.

    Raises:
        UserError: It is none.

    Example:
        >>> sector_of("public")
        'public'
    """
    for known in get_args(Sector):
        if word == known:
            found: Sector = known
            return found
    raise UserError(f"'{word[:80]}' is no sector.", f"Choose one of {', '.join(filter(None, get_args(Sector)))}.")


def kind(catalogue: Catalogue, name: str, sector: Sector = "") -> Kind:
    """A declared kind, or an occupation of ESCO.

    Args:
        catalogue: Occupations.
        name: A kind, such as `retrofit`, or an occupation by key or name.
        sector: Whom the work serves; by default as the kind says, and not told for an occupation.

    Raises:
        UserError: It is neither; near kinds and occupations are offered.
    """
    read = _declared()
    known = {**{key: key for key in read.kinds}, **{as_id(one.name): key for key, one in read.kinds.items()}}
    if (key := known.get(as_id(name))) is not None:
        found = read.kinds[key]
        ours = tuple(occupation(catalogue, label) for label in found.occupations)
        return Kind(key, found.name, ours, sector or found.sector, found.why, _claim(read, found.claim))
    try:
        one = occupation(catalogue, name)
    except UserError as error:
        offered = [*near_ids(as_id(name), read.kinds, cutoff=0.6), *near(catalogue, name)][:6]
        advice = f"Kinds: {', '.join(read.kinds)}; or an occupation as ESCO names it."
        raise UserError(f"'{name[:80]}' is no kind of job, and no occupation.", advice, near=offered) from error
    return Kind(one.key, one.label, (one,), sector)


def _claim(read: _File, claim: _Claim | None) -> Claim | None:
    if claim is None:
        return None
    return Claim(**{**claim.model_dump(), "source": read.sources[claim.source].source})
