"""The funds that come with the package: declared in `facts/funds/`, one TOML file each, standing on an enabler of the register.

Awards stand in the same file, each with its source, or are read from the figures where a publisher lists them all. What was
looked for and not found is declared too.
"""

from functools import cache
from importlib.resources import files
from pathlib import Path
from typing import Annotated, Literal

from pydantic import Field, model_validator

from levelling.atlas import Atlas
from levelling.atlas.awards import awards
from levelling.atlas.declared import Address, Code, FactsBroken, IsoMoment, Strict, read_declared
from levelling.core.area import Level
from levelling.core.ids import as_id, by_id
from levelling.core.period import Period
from levelling.solutions.funding.fund import Also, Award, Cited, Control, Fund, NotFound

FOLDER = Path(str(files("levelling") / "facts" / "funds"))
"""Where the package's funds are declared."""


Sentence = Annotated[str, Field(min_length=10)]
Pounds = Annotated[float, Field(gt=0, allow_inf_nan=False)]


class _CitedFile(Strict):
    source: Annotated[str, Field(min_length=3)]
    addresses: Annotated[tuple[Address, ...], Field(min_length=1)]
    date: Annotated[str, Field(pattern=r"^(\d{4}(-\d{2}){0,2})?$")] = ""

    @property
    def cited(self) -> Cited:
        return Cited(self.source, self.addresses, self.date)


class _AlsoFile(Strict):
    pounds: Pounds
    note: str


class _AwardFile(_CitedFile):
    name: Annotated[str, Field(min_length=2)]
    areas: tuple[Code, ...]
    pounds: Pounds
    basis: str = "published"
    rounds: str = ""
    confidence: Literal["high", "medium", "low"]
    doubtful: bool = False
    note: str = ""
    unplaced: str = ""
    also: tuple[_AlsoFile, ...] = ()

    @model_validator(mode="after")
    def _placed_or_not(self) -> "_AwardFile":
        if bool(self.areas) == bool(self.unplaced):
            raise ValueError("an award has areas, or says in 'unplaced' why it has none")
        return self


class _NotFoundFile(_CitedFile):
    name: Annotated[str, Field(min_length=2)]
    areas: tuple[Code, ...]
    why: Sentence
    found: str = ""
    doubtful: bool = False


class _ControlFile(_CitedFile):
    scope: Annotated[str, Field(min_length=3)]
    pounds: Pounds
    note: str = ""


class _ReadFile(Strict):
    fund: str
    round: str


class FundFile(Strict):
    """What one file in `facts/funds/` may say. `Fund` says what each field means."""

    title: Annotated[str, Field(min_length=3)]
    enabler: Annotated[str, Field(pattern=r"^[a-z0-9-]+$")]
    what: Sentence
    nations: Annotated[tuple[Literal["E", "W", "S", "N"], ...], Field(min_length=1)]
    level: Level
    period: Annotated[IsoMoment, Field(min_length=4)]
    complete: bool
    completeness: Sentence
    cautions: tuple[Sentence, ...] = ()
    read: _ReadFile | None = None
    controls: tuple[_ControlFile, ...] = ()
    awards: tuple[_AwardFile, ...] = ()
    not_found: tuple[_NotFoundFile, ...] = ()

    @model_validator(mode="after")
    def _has_awards(self) -> "FundFile":
        if (self.read is not None) == bool(self.awards or self.not_found):
            raise ValueError("awards stand in the file, or are read from the figures: one of the two")
        return self


def fund(atlas: Atlas, name: str) -> Fund:
    """A fund with its awards.

    Args:
        atlas: Where awards are read that a publisher lists.
        name: The fund's name, as `levelling funding --list` gives it.

    Raises:
        UserError: There is none by that name; the nearest are offered.

    Example:
        >>> f"{fund(Atlas.open(), 'town-deals').total:,.0f}"
        '2,342,842,007'
    """
    advice = "See them all with: levelling funding --list. A fund of your own is a file that ends in .csv."
    return _made(atlas, as_id(name), by_id(shipped(), name, "fund", advice))


def funds(atlas: Atlas) -> tuple[Fund, ...]:
    """Every fund that comes with the package, the oldest first."""
    made = [_made(atlas, slug, file) for slug, file in shipped().items()]
    return tuple(sorted(made, key=lambda item: (item.period.start, item.period.end, item.slug)))


@cache
def shipped() -> dict[str, FundFile]:
    """The funds that come with the package, as declared.

    Raises:
        FactsBroken: Lists every fault of every file.
    """
    return load(FOLDER)


def load(folder: Path) -> dict[str, FundFile]:
    """Every fund of a folder, as declared.

    Raises:
        FactsBroken: Lists every fault of every file.
    """
    whole, faults = read_declared(folder.glob("*.toml"), FundFile)
    if faults:
        raise FactsBroken("The funds are not whole", faults, "What a file may hold is told in docs/explanation/funding.md.")
    return whole


def _made(atlas: Atlas, slug: str, file: FundFile) -> Fund:
    given = _listed(atlas, file.read) if file.read else tuple(_award(item) for item in file.awards)
    return Fund(
        slug=slug,
        title=file.title,
        enabler=file.enabler,
        what=file.what,
        nations=file.nations,
        level=file.level,
        period=Period.parse(file.period),
        complete=file.complete,
        completeness=file.completeness,
        awards=given,
        not_found=tuple(NotFound(item.name, item.areas, item.why, item.found, item.cited) for item in file.not_found),
        controls=tuple(Control(item.scope, item.pounds, item.note, item.cited) for item in file.controls),
        cautions=file.cautions,
    )


def _award(item: _AwardFile) -> Award:
    return Award(
        name=item.name,
        areas=item.areas,
        pounds=item.pounds,
        cited=item.cited,
        basis=item.basis,
        confidence=item.confidence,
        doubtful=item.doubtful,
        note=item.note,
        unplaced=item.unplaced,
        also=tuple(Also(one.pounds, one.note) for one in item.also),
    )


def _listed(atlas: Atlas, read: _ReadFile) -> tuple[Award, ...]:
    return tuple(
        Award(
            name=item.place,
            areas=item.codes,
            pounds=item.pounds,
            cited=Cited(atlas.release(item.release).title, (atlas.release(item.release).address,), release=item.release),
            lead=item.lead,
            note=item.note,
            unplaced="" if item.codes else item.note,
        )
        for item in awards(atlas.store, read.fund, read.round)
    )
