"""What shapes health beyond health care, and the groups a policy may touch: declared in `facts/determinants.toml`."""

from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from pathlib import Path
from typing import Annotated, Literal

from pydantic import Field

from levelling.atlas.declared import FactsBroken, Strict, read_declared

Partner = Literal[
    "county",
    "strategic authority",
    "NHS",
    "police",
    "fire and rescue",
    "jobcentre",
    "employers",
    "schools and colleges",
    "landlords",
    "transport operators",
    "voluntary sector",
]
Slug = Annotated[str, Field(pattern=r"^[a-z][a-z0-9-]*$")]


class _SourceFile(Strict):
    title: Annotated[str, Field(min_length=5)]
    date: str


class _DeterminantFile(Strict):
    slug: Slug
    title: Annotated[str, Field(min_length=3)]
    question: Annotated[str, Field(min_length=10)]
    indicators: Annotated[tuple[str, ...], Field(min_length=1)]
    partners: Annotated[tuple[Partner, ...], Field(min_length=1)]


class _GroupFile(Strict):
    slug: Slug
    title: Annotated[str, Field(min_length=3)]
    indicators: tuple[str, ...] = ()


class _File(Strict):
    source: tuple[_SourceFile, ...]
    determinant: tuple[_DeterminantFile, ...]
    group: tuple[_GroupFile, ...]


@dataclass(frozen=True, slots=True)
class Determinant:
    """Something that shapes health beyond health care.

    Attributes:
        slug: Its name in files.
        title: Its name on a page.
        question: What to ask of a policy.
        indicators: Figures that show whether a place is poor on it already.
        partners: Who holds the levers beside the council.
    """

    slug: str
    title: str
    question: str
    indicators: tuple[str, ...]
    partners: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class PeopleGroup:
    """People a policy may touch in another way than others.

    Attributes:
        slug: Its name in files.
        title: Its name on a page.
        indicators: Figures of the group, as an indicator or `indicator:category`; empty where there are none.
    """

    slug: str
    title: str
    indicators: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Determinants:
    """The list an assessment goes through.

    Attributes:
        all: Every determinant, by slug, in the order of the list.
        groups: Every group, by slug.
        sources: Where the list comes from.
    """

    all: dict[str, Determinant]
    groups: dict[str, PeopleGroup]
    sources: tuple[str, ...]

    @property
    def indicators(self) -> tuple[str, ...]:
        """Every indicator that a place is screened by, each once."""
        return tuple(dict.fromkeys(slug for one in self.all.values() for slug in one.indicators))


@cache
def determinants() -> Determinants:
    """The list that comes with the package.

    Raises:
        FactsBroken: The file is not whole.

    Example:
        >>> determinants().all["work"].title
        'Having work'
    """
    path = Path(str(files("levelling") / "facts" / "determinants.toml"))
    found, faults = read_declared([path], _File)
    if faults:
        raise FactsBroken("The list of determinants is not whole", faults)
    file = found[path.stem]
    return Determinants(
        all={one.slug: Determinant(one.slug, one.title, one.question, one.indicators, one.partners) for one in file.determinant},
        groups={one.slug: PeopleGroup(one.slug, one.title, one.indicators) for one in file.group},
        sources=tuple(f"{one.title}, {one.date}" for one in file.source),
    )
