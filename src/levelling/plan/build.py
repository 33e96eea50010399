"""From an area to its plan."""

import importlib
import pkgutil
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from functools import cache
from importlib.metadata import version

from levelling.atlas import Atlas
from levelling.core.area import Area
from levelling.core.errors import NotEnoughData
from levelling.plan import sections as package
from levelling.plan.arrange import arrange
from levelling.plan.document import Document, Label, Section, prose
from levelling.plan.opening import kind_of, native_name, summary
from levelling.plan.provenance import releases_of
from levelling.plan.templates import Template
from levelling.plan.view import View

PARTS = (
    (0, "How the place stands"),
    (60, "How sure"),
    (100, "For whom"),
    (150, "Why"),
    (190, "What may come"),
    (250, "Which work is asked for, and ways to it"),
    (300, "What could change it"),
    (350, "What has worked, and what it would be worth"),
    (400, "Behind the page"),
)
"""The page as an argument: the parts, and the first order of a section that belongs to each."""


def part_of(order: int) -> str:
    """The part of the argument that a section of this order belongs to.

    Example:
        >>> part_of(55), part_of(60), part_of(440)
        ('How the place stands', 'How sure', 'Behind the page')
    """
    return next(words for first, words in reversed(PARTS) if order >= first)


_COUNTRIES = ("K02000001", "K03000001", "K04000001", "E92000001", "W92000004", "S92000003", "N92000002")
"""The United Kingdom, Great Britain, England and Wales, and the four nations."""


@dataclass(frozen=True, slots=True)
class SectionMaker:
    """A file in `plan/sections/`: where its section stands, and what makes it. `None` where there is nothing to say."""

    name: str
    order: int
    make: Callable[[View], Section | None]


@cache
def makers() -> tuple[SectionMaker, ...]:
    """Every section there is, in order: each module in `plan/sections/` with an `ORDER` and a `section`."""
    names = [module.name for module in pkgutil.iter_modules(package.__path__)]
    modules = {name: importlib.import_module(f"{package.__name__}.{name}") for name in names}
    found = (SectionMaker(name, module.ORDER, module.section) for name, module in modules.items())
    return tuple(sorted(found, key=lambda maker: maker.order))


def build(atlas: Atlas, area: Area, against: Sequence[Area] = (), template: Template | None = None) -> Document:
    """Write the plan of a place.

    Args:
        atlas: Where the figures are read.
        area: The place.
        against: Further areas to compare it with.
        template: The headings to arrange it under; the plan's own where none is given.

    Raises:
        NotEnoughData: There is not one figure for the area.
    """
    view = View(atlas, area, tuple(against))
    atlas.store.load_areas([area.code, *_COUNTRIES, *area.parents.values()])  # all that most sections hold it against, in one go
    if not any(estimate.value is not None for estimate in view.estimates):
        raise NotEnoughData(
            f"There is no figure for {area.name} ({area.level.words}), so no plan can be written.",
            f"See what surrounds it with: levelling area {area.code}.",
        )
    made = ((maker, maker.make(view)) for maker in makers())
    written = {maker.name: replace(section, part=part_of(maker.order)) for maker, section in made if section is not None}
    document = Document(
        area=area,
        title=view.name,
        native=native_name(area),
        kind=prose(Label(kind_of(view))),
        summary=summary(view),
        sections=tuple(written.values()) if template is None else arrange(template, view, written),
        version=version("levelling"),
    )
    if template is not None:
        document = replace(document, kicker=template.kicker.replace("{}", view.name), template=template.name)
    return signed(atlas, document)


def signed(atlas: Atlas, document: Document) -> Document:
    """The document with what must be said of its sources: they are known when it is whole."""
    releases = releases_of(document)
    dates = [release.released for release in releases if release.released]
    newest = f"{max(dates).day} {max(dates):%B %Y}" if dates else ""
    maps = [atlas.release(key) for key in ("ons-boundaries", "open-innovations-hexes") if key in atlas.store.ledger.entries]
    owed = [release.attribution for release in (*maps, *releases) if release.attribution]
    licence = "Figures are published under the Open Government Licence v3.0, unless the list of sources says otherwise."
    return replace(document, newest=newest, attributions=(licence, *dict.fromkeys(owed)))
