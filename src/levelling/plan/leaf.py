"""A page about one analysis: of the whole country, or one section of a place's plan on a page of its own."""

from collections.abc import Callable, Sequence
from dataclasses import replace
from importlib.metadata import version

from levelling.atlas import Atlas
from levelling.core.area import Area
from levelling.plan.build import signed
from levelling.plan.document import Document, Label, Section, Text, prose
from levelling.plan.opening import kind_of
from levelling.plan.provenance import releases_of
from levelling.plan.sections.sources import closing
from levelling.plan.text import as_words
from levelling.plan.view import View
from levelling.plan.walk import numbers

KICKER = "How places stand"


def leaf(
    atlas: Atlas,
    title: str,
    summary: Text,
    sections: Sequence[Section],
    *,
    area: Area | None = None,
    kind: str = "",
    kicker: str = KICKER,
) -> Document:
    """A page with these sections, signed with the publications its numbers rest on.

    Args:
        atlas: Where the figures are read.
        title: The page's heading.
        summary: The page in a line or two.
        sections: What it holds; where they hold numbers, the lists of publications and references come after them.
        area: The place it is about; the United Kingdom where it is about many.
        kind: What it is, in a few words under the title; what kind of place it is about, if not given.
        kicker: What kind of page it is, above the title.
    """
    about = area or atlas.area("K02000001")
    document = Document(
        area=about,
        title=title,
        native=None,
        kind=prose(Label(kind or (kind_of(View(atlas, area)) if area is not None else about.name))),
        summary=summary,
        sections=tuple(sections),
        version=version("levelling"),
        kicker=kicker,
    )
    if any(numbers(document)):  # a page of a user's own files holds none that leads to a publication
        document = replace(document, sections=(*sections, closing(publications=bool(releases_of(document)))))
    return signed(atlas, document)


def of_place(atlas: Atlas, area: Area, title: str, summary: str, section: Callable[[View], Section | None]) -> Document:
    """One section of a place's plan, on a page of its own.

    Args:
        atlas: Where the figures are read.
        area: The place.
        title: The page's heading, with `{}` where the place is named.
        summary: The page in a line, with `{}` where the place is named.
        section: Writes the section; the page stands without it where it has nothing to say.
    """
    view = View(atlas, area)
    made = section(view)
    before, _, after = summary.partition("{}")
    told = (*as_words(before), Label(view.said), *as_words(after))
    return leaf(atlas, title.format(view.said), told, (made,) if made else (), area=area)
