"""What adverts and people may say, as the files in `facts/jobs/` declare it: read once, every fault told."""

import re
import tomllib
from datetime import date
from functools import cache
from importlib.resources import files
from itertools import product
from pathlib import Path
from typing import Annotated, TypeVar

from pydantic import Field, TypeAdapter, ValidationError

from levelling.atlas.declared import FactsBroken, Key, SourceFile, Strict, faults_of
from levelling.jobs.vacancy import Contract

_Shape = TypeVar("_Shape")
_CHOICE = re.compile(r"\(([^()]*)\)")
Words = Annotated[str, Field(pattern=r"^[a-z0-9+&'|(). ]+$")]
"""Words in small letters; `(a|b)` stands for either, and `(a|)` for `a` or nothing."""


class Sign(Strict):
    """How adverts and people write one thing.

    Attributes:
        label: The thing in words that go on from 'asks for': 'a driving licence'.
        phrases: What says it in an advert.
        unless: Words of the same sentence with which it means something else.
        titles: Job titles that say it by themselves.
        titles_unless: Words of the title with which it means something else.
        includes: Keys of what it carries with it.
        skills: ESCO's names of skills that say it where they are essential to the occupation.
        person: How people write it of themselves.
        check: Whether the employer arranges it after the offer, so that it shuts nobody out beforehand.
        profession: Whether it is a registration of which hardly anybody holds two.
    """

    label: Annotated[str, Field(min_length=3)]
    phrases: Annotated[tuple[Words, ...], Field(min_length=1)]
    unless: tuple[Words, ...] = ()
    titles: tuple[Words, ...] = ()
    titles_unless: tuple[Words, ...] = ()
    includes: tuple[Key, ...] = ()
    skills: tuple[str, ...] = ()
    person: tuple[Words, ...] = ()
    check: bool = False
    profession: bool = False


class ContractWords(Strict):
    """How adverts write one kind of contract: in the text, in a feed's own field, in the title; and with what it is another."""

    phrases: tuple[Words, ...]
    unless: tuple[Words, ...] = ()
    types: tuple[Words, ...] = ()
    titles: tuple[Words, ...] = ()


class LevelWords(Strict):
    """How a level of qualification is written; `person` counts in a person's own field alone."""

    phrases: tuple[Words, ...]
    unless: tuple[Words, ...] = ()
    person: tuple[Words, ...] = ()


class Levels(Strict):
    """Every level, 0 to 8."""

    unless: tuple[Words, ...] = ()
    levels: dict[int, LevelWords]


class Negation(Strict):
    """Words that turn a phrase round, make it a wish, or end the reach of either."""

    before: frozenset[Words]
    after: frozenset[Words]
    optional: frozenset[Words]
    closers: frozenset[Words]


class RemoteWords(Strict):
    """How work from home is written in a text and in a field of its own, and what says that it is only partly so."""

    phrases: tuple[Words, ...]
    field: tuple[Words, ...]
    types: tuple[Words, ...]
    hybrid: tuple[Words, ...]


class TrainingWords(Strict):
    """How training and progression are written."""

    phrases: tuple[Words, ...]


class TitleWords(Strict):
    """Words of a job title that make it a lesser or another job than the protected title in it: 'nurse recruitment assistant'."""

    lesser: tuple[Words, ...]


class Parts(Strict):
    """The hours at which the parts of a day begin, and what share of one must be covered for it to count."""

    day: Annotated[int, Field(ge=0, le=23)]
    evening: Annotated[int, Field(ge=0, le=23)]
    night: Annotated[int, Field(ge=0, le=23)]
    covered: Annotated[float, Field(gt=0, le=1)]
    reason: Annotated[str, Field(min_length=10)]


class Wording(Strict):
    """What is said in one way or another in every advert."""

    negation: Negation
    remote: RemoteWords
    training: TrainingWords
    title: TitleWords
    modes: dict[str, tuple[Words, ...]]
    parts: Parts


class _One(Strict):
    value: Annotated[float, Field(gt=0)]
    reason: Annotated[str, Field(min_length=10)]


class _Two(Strict):
    value: tuple[float, float]
    reason: Annotated[str, Field(min_length=10)]


class _Sizes(Strict):
    hour: tuple[float, float]
    year: tuple[float, float]
    reason: Annotated[str, Field(min_length=10)]


class PayRules(Strict):
    """How stated pay becomes pay for an hour."""

    week_hours: _One
    day_hours: _One
    year_weeks: _One
    full_time: _Two
    part_time: _Two
    unit_by_size: _Sizes
    believed: _Two
    floor: _Two


class Scale(Strict):
    """A pay scale whose bands adverts name in place of an amount."""

    name: str
    words: tuple[Words, ...]
    start: date = Field(alias="from")
    to: date
    week_hours: Annotated[float, Field(gt=0)]
    bands: dict[str, tuple[float, float]]
    source: SourceFile


class Scales(Strict):
    """Every pay scale."""

    scales: tuple[Scale, ...]


class Columns(Strict):
    """How columns are named in files that people keep: our names, each with theirs."""

    vacancies: dict[str, tuple[str, ...]]
    people: dict[str, tuple[str, ...]]
    postcodes: dict[str, tuple[str, ...]]
    never: dict[str, tuple[str, ...]]


@cache
def licences() -> dict[str, Sign]:
    """Licences and registrations by key."""
    return load("licences.toml", dict[Key, Sign])


@cache
def demands() -> dict[str, Sign]:
    """What work asks of a body and a life, by key.

    Example:
        >>> demands()["heights"].label
        'working at heights'
    """
    return load("demands.toml", dict[Key, Sign])


@cache
def protects() -> dict[str, Sign]:
    """Health-protective elements by key."""
    return load("protects.toml", dict[Key, Sign])


@cache
def contracts() -> dict[Contract, ContractWords]:
    """Kinds of contract, in the order in which they count."""
    return {Contract(key.replace("-", " ")): words for key, words in load("contracts.toml", dict[Key, ContractWords]).items()}


@cache
def levels() -> dict[int, LevelWords]:
    """Levels of qualification, highest first."""
    return dict(sorted(_levels().levels.items(), reverse=True))


def gained() -> tuple[str, ...]:
    """Words of a sentence with which a level is gained in the post and not asked for."""
    return _levels().unless


@cache
def _levels() -> Levels:
    return load("levels.toml", Levels)


@cache
def wording() -> Wording:
    """What is said in one way or another in every advert."""
    return load("wording.toml", Wording)


@cache
def pay_rules() -> PayRules:
    """How stated pay becomes pay for an hour."""
    return load("pay.toml", PayRules)


@cache
def scales() -> tuple[Scale, ...]:
    """Every pay scale."""
    return load("pay_bands.toml", Scales).scales


@cache
def columns() -> Columns:
    """How columns are named."""
    return load("columns.toml", Columns)


def load(name: str, shape: type[_Shape], folder: Path | None = None) -> _Shape:
    """One file of facts, held to its shape.

    Args:
        name: The file's name.
        shape: What it may say.
        folder: Where it is; the package's own where left out.

    Raises:
        FactsBroken: The file is not whole: every fault is listed.
    """
    path = (folder or Path(str(files("levelling") / "facts" / "jobs"))) / name
    try:
        return TypeAdapter(shape).validate_python(tomllib.loads(path.read_text("utf-8")))
    except ValidationError as error:
        raise FactsBroken(f"The facts {name} are not whole", faults_of(error)) from error
    except (tomllib.TOMLDecodeError, UnicodeDecodeError, OSError) as error:
        raise FactsBroken(f"The facts {name} cannot be read", [str(error)]) from error


def written_out(phrase: str) -> list[str]:
    """Every way of reading a phrase with choices in it.

    Example:
        >>> written_out("driving (licence|license)"), written_out("sick (pay|)")
        (['driving licence', 'driving license'], ['sick pay', 'sick'])
    """
    parts = _CHOICE.split(phrase)
    ways = product(*(part.split("|") if place % 2 else [part] for place, part in enumerate(parts)))
    return list(dict.fromkeys(" ".join("".join(way).split()) for way in ways))
