"""Templates: the headings that a commissioner's document asks for, what fills each, and what the place must write itself."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from pathlib import Path
from typing import Annotated, Literal

from pydantic import Field, model_validator

from levelling.atlas.declared import FactsBroken, Key, SourceFile, Strict, read_declared
from levelling.core.ids import by_id
from levelling.core.source import Source

FOLDER = Path(str(files("levelling") / "facts" / "templates"))
"""Where the package's templates are declared."""
HOW_TO = "What a template holds is told in docs/how-to/write-a-get-britain-working-plan.md."
_TAKEN = ("outline", "annex")
Heading = Annotated[str, Field(min_length=3, max_length=90)]
Sentence = Annotated[str, Field(min_length=10)]


class _PartFile(Strict):
    id: Key
    heading: Heading
    asks: Sentence
    covers: tuple[Annotated[str, Field(min_length=3)], ...] = ()
    sources: Annotated[tuple[str, ...], Field(min_length=1)]
    sections: tuple[Key, ...]
    open: tuple[Sentence, ...] = ()
    around: bool = False


class _AnnexFile(Strict):
    heading: Heading
    sections: tuple[Key, ...]


class TemplateFile(Strict):
    """What one file in `facts/templates/` may say. `Template` and `TemplatePart` say what each field means."""

    title: Heading
    kicker: Heading
    what: Sentence
    nations: Annotated[tuple[Literal["E", "W", "S", "N"], ...], Field(min_length=1)]
    sources: Annotated[dict[Key, SourceFile], Field(min_length=1)]
    parts: Annotated[tuple[_PartFile, ...], Field(min_length=1)]
    annex: _AnnexFile

    @model_validator(mode="after")
    def _holds_together(self) -> "TemplateFile":
        wrong = [*_cited(self), *_twice(self)]
        if wrong:
            raise ValueError("; ".join(wrong))
        return self


def _cited(file: TemplateFile) -> Iterator[str]:
    for at, part in enumerate(file.parts, 1):
        yield from (
            f"parts {at}, sources: there is no source '{key}' in this file" for key in part.sources if key not in file.sources
        )


def _twice(file: TemplateFile) -> Iterator[str]:
    """Every section has one place, and every part a name of its own."""
    ids: set[str] = set()
    for at, part in enumerate(file.parts, 1):
        if part.id in ids or part.id in _TAKEN:
            yield f"parts {at}, id: '{part.id}' is taken"
        ids.add(part.id)
    placed: set[str] = set()
    for where, sections in [(f"parts {at}", part.sections) for at, part in enumerate(file.parts, 1)] + [
        ("annex", file.annex.sections)
    ]:
        for name in sections:
            if name in placed:
                yield f"{where}, sections: '{name}' has a place already"
            placed.add(name)


@dataclass(frozen=True, slots=True)
class TemplatePart:
    """One heading of a document.

    Attributes:
        id: Its place in the page.
        heading: The heading, in our words.
        asks: What is asked for there, in our words.
        covers: What else it treats, as subheadings in our words.
        sources: Who asks for it.
        sections: Names of the plan's sections that fill it, in order.
        open: What the place must write itself: no figure tells it.
        around: Whether it says which authority around the place writes the plan.
    """

    id: str
    heading: str
    asks: str
    covers: tuple[str, ...]
    sources: tuple[Source, ...]
    sections: tuple[str, ...]
    open: tuple[str, ...]
    around: bool


@dataclass(frozen=True, slots=True)
class Template:
    """The headings of a document.

    Attributes:
        name: The name of its file.
        title: What the document is.
        kicker: What kind of page it is, with `{}` where the place is named, if at all.
        what: What the page is and is not, in a sentence or two.
        nations: `E`, `W`, `S`, `N`: where such a document is asked for.
        parts: Its headings, in order.
        annex: The heading for what fits under no other.
        annexed: Names of the sections that are meant to stand there, in order.
    """

    name: str
    title: str
    kicker: str
    what: str
    nations: tuple[str, ...]
    parts: tuple[TemplatePart, ...]
    annex: str
    annexed: tuple[str, ...]

    @property
    def places(self) -> tuple[str, ...]:
        """Every section that has a place, in the order of the page."""
        return (*(name for part in self.parts for name in part.sections), *self.annexed)


def template(name: str) -> Template:
    """The template of this name, or the one in a file of the user's own (a path that ends in `.toml`).

    Raises:
        UserError: There is none of that name (near ones are offered), or the file is not whole: every fault is told.

    Example:
        >>> [part.heading for part in template("source").parts][:2]
        ['1.1 What levelling up means here', '1.2 What gaps in work do']
    """
    if name.lower().endswith(".toml"):
        return load([Path(name)])[Path(name).stem]
    known = templates()
    return by_id(known, name, "template", f"Choose {' or '.join(known)}, or a file of your own that ends in .toml.")


@cache
def templates() -> dict[str, Template]:
    """Every template that comes with the package, by name.

    Raises:
        FactsBroken: Lists every fault of every file.
    """
    return load(sorted(FOLDER.glob("*.toml")))


def load(paths: list[Path]) -> dict[str, Template]:
    """The templates of some files, by name.

    Raises:
        FactsBroken: Lists every fault of every file.
    """
    read, faults = read_declared(paths, TemplateFile)
    if faults:
        raise FactsBroken("The templates are not whole" if len(paths) > 1 else "The template is not whole", faults, HOW_TO)
    return {name: _template(name, file) for name, file in read.items()}


def _template(name: str, file: TemplateFile) -> Template:
    sources = {key: one.source for key, one in file.sources.items()}
    parts = tuple(
        TemplatePart(
            id=part.id,
            heading=part.heading,
            asks=part.asks,
            covers=part.covers,
            sources=tuple(sources[key] for key in part.sources),
            sections=part.sections,
            open=part.open,
            around=part.around,
        )
        for part in file.parts
    )
    return Template(name, file.title, file.kicker, file.what, file.nations, parts, file.annex.heading, file.annex.sections)
