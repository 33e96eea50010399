"""Shocks: what hits many places at once, declared as domains of indicators: a TOML file each, in `facts/shocks/` or a user's own.

A shock says which figures make a place more vulnerable to it, and where the line is drawn. It holds no figures itself.
"""

import difflib
import math
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from pathlib import Path
from typing import Annotated, Any, Literal

from pydantic import (
    Field,
    field_validator,
    model_validator,
)

from levelling.atlas.catalogue import Catalogue
from levelling.atlas.declared import IsoMoment, Strict
from levelling.atlas.own_file import read_own_file
from levelling.core.errors import UnknownIndicator, UserError
from levelling.core.ids import by_id

AVERAGE = "average"
"""The line at the average of the areas; the other kind is a number, the top share of them."""
Sheet = Literal["upper", "lad", "county", "region", "cauth", "itl3"]
"""What areas a shock may be laid over. `upper` is every upper-tier authority: counties, and authorities outside them."""
_TAKEN = {
    "all_share",
    "area",
    "indicators",
    "lines",
    "name",
    "level",
    "over",
    "high",
    "count",
    "all_domains",
    "firmness",
    "firmness_by_domain",
    "missing",
    "sentence",
}

Sentence = Annotated[str, Field(min_length=10)]
Share = Annotated[float, Field(gt=0, lt=1)]
Line = Literal["average"] | Share
_HEAVIEST = 1_000_000


class _WholeFile(Strict):
    slug: str
    category: str = ""
    period: IsoMoment = ""


class _IndicatorFile(Strict):
    slug: str
    category: str | Annotated[tuple[str, ...], Field(min_length=1)] = ""
    period: IsoMoment = ""
    direction: Literal["higher", "lower"] = "higher"
    weight: Annotated[float, Field(strict=True)] = 1
    of: _WholeFile | None = None
    why: str = ""

    @field_validator("weight")
    @classmethod
    def _is_weight(cls, weight: float) -> float:
        if not math.isfinite(weight) or weight < 0:
            raise ValueError(f"a weight of {weight:g} is not a number from 0 up")
        if weight > _HEAVIEST:
            raise ValueError(f"a weight of {weight:g} is too large: give one up to {_HEAVIEST:,}")
        return weight


class _DomainFile(Strict):
    name: Annotated[str, Field(pattern=r"^[a-z][a-z0-9_]*$")]
    title: Annotated[str, Field(min_length=3)]
    line: Line | None = None
    note: str = ""
    indicators: Annotated[tuple[_IndicatorFile, ...], Field(min_length=1)]

    @model_validator(mode="after")
    def _weighs_something(self) -> "_DomainFile":
        if self.name in _TAKEN:
            raise ValueError(f"a domain cannot be named {self.name}, as every record has a field of that name")
        if not any(item.weight for item in self.indicators):
            raise ValueError("the weights are all nought")
        asked = [(item.slug, item.category, item.period, item.of) for item in self.indicators]
        twice = next((slug for at, (slug, *rest) in enumerate(asked) if (slug, *rest) in asked[:at]), None)
        if twice is not None:
            raise ValueError(f"{twice} is there twice over: give it a weight instead")
        return self


class _PairFile(Strict):
    domains: Annotated[tuple[str, ...], Field(min_length=2)]
    count: int


class _PublishedFile(Strict):
    source: Sentence
    all_domains: tuple[str, ...] = ()
    pairs: tuple[_PairFile, ...] = ()


class ShockFile(Strict):
    """What a shock's file may say. `Shock` says what each field means."""

    title: Annotated[str, Field(min_length=3)]
    what: Sentence
    date: IsoMoment = ""
    nations: Annotated[tuple[Literal["E", "W", "S", "N"], ...], Field(min_length=1)] = ("E", "W", "S", "N")
    levels: Annotated[tuple[Sheet, ...], Field(min_length=1)] = ("lad",)
    line: Line = "average"
    high: Share = 0.2
    source: Sentence
    lacks: tuple[Sentence, ...] = ()
    domains: Annotated[tuple[_DomainFile, ...], Field(min_length=1, max_length=6)]
    published: _PublishedFile | None = None

    @model_validator(mode="after")
    def _names_differ(self) -> "ShockFile":
        names = [domain.name for domain in self.domains]
        if len(set(names)) < len(names):
            raise ValueError("two domains have the same name")
        strange = [
            name for pair in (self.published.pairs if self.published else ()) for name in pair.domains if name not in names
        ]
        if strange:
            raise ValueError(f"there is no domain named {strange[0]}")
        return self


@dataclass(frozen=True, slots=True)
class ShockIndicator:
    """A figure that makes a place more vulnerable.

    Attributes:
        slug: The indicator.
        categories: Its categories, added up; one empty string for the whole.
        period: When, as ISO 8601; empty for the newest there is.
        direction: `higher` where a higher figure makes a place more vulnerable, else `lower`.
        weight: Its weight in the domain.
        of: Indicator, category and period that the figure is taken as a share of; `None` where it is a share or rate already.
        why: Why it belongs here, in a sentence; may be empty.
    """

    slug: str
    categories: tuple[str, ...]
    period: str
    direction: str
    weight: float
    of: tuple[str, str, str] | None
    why: str


@dataclass(frozen=True, slots=True)
class ShockDomain:
    """One side of life that a shock strikes.

    Attributes:
        name: Its field in records: `labour_market`.
        title: Its name in sentences: 'the labour market'.
        line: `average`, or the share of areas at the top that are over the line.
        note: What a reader should know.
        indicators: What it is made of; those of no weight are left out.
    """

    name: str
    title: str
    line: float | str
    note: str
    indicators: tuple[ShockIndicator, ...]


@dataclass(frozen=True, slots=True)
class Published:
    """What somebody else found for the same shock, to hold ours against.

    Attributes:
        source: Who and where.
        all_domains: Codes of the areas that came out over every line.
        pairs: Domains, and how many areas were over the line in them.
    """

    source: str
    all_domains: tuple[str, ...]
    pairs: tuple[tuple[tuple[str, ...], int], ...]


@dataclass(frozen=True, slots=True)
class Shock:
    """A shock and what makes a place vulnerable to it.

    Attributes:
        slug: The name of its file.
        title: What it is called.
        what: What happens, in a sentence or two.
        date: When it is, as ISO 8601, as exactly as known; empty where it has no date.
        nations: Which nations' areas are covered.
        levels: Which levels of areas it may be laid over, the usual one first.
        high: The share of areas at the top of a domain that are called highly vulnerable.
        source: Whose choice of domains and figures it is.
        lacks: What it should hold and does not, each in a sentence.
        domains: The sides of life it strikes.
        published: What others found, where they did.
    """

    slug: str
    title: str
    what: str
    date: str
    nations: tuple[str, ...]
    levels: tuple[str, ...]
    high: float
    source: str
    lacks: tuple[str, ...]
    domains: tuple[ShockDomain, ...]
    published: Published | None


def shock(name: str, catalogue: Catalogue) -> Shock:
    """The shock with this name, or the one in a file of the user's own (a path that ends in `.toml`).

    Args:
        name: A name from `shocks`, or a path.
        catalogue: The indicators a shock may ask for.

    Raises:
        UserError: There is none of that name (near ones are offered), the file cannot be read, or it is not whole.

    Example:
        >>> [domain.name for domain in shock("covid-2020", Catalogue.load()).domains]
        ['health', 'labour_market', 'family']
    """
    if name.lower().endswith(".toml"):
        return read(Path(name), catalogue)
    advice = "See them all with: levelling vulnerability --list. A file of your own must end in .toml."
    return read(by_id(shipped(), name, "shock", advice), catalogue)


@cache
def shipped() -> dict[str, Path]:
    """The shocks that come with the package: where each is declared, by name."""
    folder = Path(str(files("levelling") / "facts" / "shocks"))
    return {path.stem: path for path in sorted(folder.glob("*.toml"))}


def shocks(catalogue: Catalogue) -> tuple[Shock, ...]:
    """Every shock that comes with the package.

    Raises:
        UserError: One of them is not whole.
    """
    return tuple(read(path, catalogue) for path in shipped().values())


def read(path: Path, catalogue: Catalogue) -> Shock:
    """Read a shock from a file.

    Raises:
        UserError: It cannot be read, is not TOML, says something it may not, or asks for an indicator that is not there.
    """
    declared = read_own_file(path, ShockFile, "shock file", advice=_HOW_TO, telling=_in_words)
    _all_known(declared, path, catalogue)
    domains = tuple(_domain(domain, declared.line) for domain in declared.domains)
    found = declared.published
    published = None
    if found is not None:
        published = Published(found.source, found.all_domains, tuple((pair.domains, pair.count) for pair in found.pairs))
    return Shock(
        slug=path.stem,
        title=declared.title,
        what=declared.what,
        date=str(declared.date),
        nations=declared.nations,
        levels=declared.levels,
        high=declared.high,
        source=declared.source,
        lacks=declared.lacks,
        domains=domains,
        published=published,
    )


def _domain(domain: _DomainFile, line: float | str) -> ShockDomain:
    kept = tuple(_indicator(item) for item in domain.indicators if item.weight)
    return ShockDomain(domain.name, domain.title, domain.line or line, domain.note, kept)


def _indicator(item: _IndicatorFile) -> ShockIndicator:
    of = (item.of.slug, item.of.category, str(item.of.period or item.period)) if item.of else None
    return ShockIndicator(
        item.slug, _categories(item.category), str(item.period), item.direction, float(item.weight), of, item.why
    )


def _categories(category: str | tuple[str, ...]) -> tuple[str, ...]:
    return (category,) if isinstance(category, str) else category


def _all_known(declared: ShockFile, path: Path, catalogue: Catalogue) -> None:
    """Holds every indicator and category that is asked for against those there are.

    Raises:
        UserError: Some are not there: all are told, and near ones for each.
    """
    asked = [(item.slug, _categories(item.category)) for domain in declared.domains for item in domain.indicators]
    asked += [(item.of.slug, (item.of.category,)) for domain in declared.domains for item in domain.indicators if item.of]
    faults = list(dict.fromkeys(fault for slug, categories in asked for fault in _unknown(slug, categories, catalogue)))
    if len(faults) == 1:
        ((said, near),) = faults
        raise UserError(f"The shock file {path} asks for {said}.", "See them all with: levelling figures list.", near=near)
    if faults:
        told = "; ".join(f"{said} (near: {', '.join(near)})" if near else said for said, near in faults)
        raise UserError(f"The shock file {path} asks for {told}.", "See them all with: levelling figures list.")


def _unknown(slug: str, categories: Iterable[str], catalogue: Catalogue) -> list[tuple[str, tuple[str, ...]]]:
    try:
        indicator = catalogue.get(slug)
    except UnknownIndicator as error:
        return [(f"an indicator that is not there: '{slug[:80]}'", tuple(error.near))]
    found = []
    for category in categories:
        if category and category not in indicator.categories:
            near = difflib.get_close_matches(category, indicator.categories, n=3, cutoff=0.4) or list(indicator.categories)[:5]
            found.append((f"'{category[:80]}', which is no category of {slug}", tuple(near)))
    return found


def _in_words(fault: Mapping[str, Any]) -> str:
    """What is wrong with a weight or a line, which the general words say too little of."""
    if "weight" in fault["loc"] and fault["type"] != "value_error":
        return f"{str(fault['input'])[:40]!r} is not a number" if isinstance(fault["input"], str) else "it is not a number"
    return "it is 'average', or the share of areas over it, between 0 and 1" if "line" in fault["loc"] else ""


_HOW_TO = "What a shock file holds is told in docs/how-to/declare-a-shock.md."
