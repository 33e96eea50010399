"""The document: one tree of plain parts that every renderer shows, each in its own way.

A number never stands in it as text. It is a `Number`, which holds the estimate or the comparison it shows, so that a page, a
JSON file and a Markdown file carry the same numbers and each can be walked back to its release. Prose is refused when it holds
a digit; names, titles and periods, which may, are `Label`s.
"""

from dataclasses import dataclass

from levelling.core.area import Area
from levelling.core.errors import LevellingError
from levelling.core.indicator import Framework
from levelling.plan.charts.kinds import Chart
from levelling.plan.text import (
    BareNumber,
    Inline,
    Label,
    Link,
    Mark,
    Number,
    Origin,
    Part,
    Shape,
    Text,
    Worked,
    plain,
    prose,
)

__all__ = [
    "BareNumber",
    "Block",
    "Bullets",
    "Document",
    "Fact",
    "Facts",
    "Figure",
    "Group",
    "Held",
    "Highlight",
    "Highlights",
    "Inline",
    "Label",
    "Link",
    "Mark",
    "Measure",
    "Number",
    "Origin",
    "Paragraph",
    "Part",
    "References",
    "Releases",
    "Section",
    "Shape",
    "Table",
    "Text",
    "Topics",
    "Worked",
    "plain",
    "prose",
]


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A paragraph.

    Attributes:
        text: What it says.
        role: `lead` for one that opens, `note` for one that qualifies, empty otherwise.
    """

    text: Text
    role: str = ""


@dataclass(frozen=True, slots=True)
class Bullets:
    """A list.

    Attributes:
        items: Each item's text.
        ordered: Whether the order means something.
        kind: How it is laid out: `symbols` for the key to the drawings, empty for a plain list.
    """

    items: tuple[Text, ...]
    ordered: bool = False
    kind: str = ""


@dataclass(frozen=True, slots=True)
class Table:
    """A table. The first cell of a row is its heading.

    Attributes:
        caption: What the table shows.
        columns: The columns' headings.
        rows: The rows, each as many cells as there are columns.
        folded: Whether a page shows it only when asked, under its caption.
    """

    caption: str
    columns: tuple[str, ...]
    rows: tuple[tuple[Text, ...], ...]
    folded: bool = False

    def __post_init__(self) -> None:
        for row in self.rows:
            if len(row) != len(self.columns):
                raise LevellingError(f"A row of the table '{self.caption}' has {len(row)} cells for {len(self.columns)} columns.")


@dataclass(frozen=True, slots=True)
class Figure:
    """A chart, with what it says in a sentence and all it shows in a table: neither can be left out.

    Attributes:
        id: Its place in the page.
        title: What it shows.
        sentence: What it says, to be read aloud.
        charts: What to draw; more than one where the same figures are drawn in several ways.
        notes: How to read it, and what it leaves out.
        table: Every figure the reader can tell from the drawing.
    """

    id: str
    title: str
    sentence: Text
    charts: tuple[Chart, ...]
    notes: tuple[Text, ...]
    table: Table


@dataclass(frozen=True, slots=True)
class Fact:
    """A term and what is said of it, in the list that opens the page."""

    term: str
    text: Text


@dataclass(frozen=True, slots=True)
class Facts:
    """A list of facts."""

    items: tuple[Fact, ...]


@dataclass(frozen=True, slots=True)
class Highlight:
    """Something that stands out.

    Attributes:
        mark: The verdict.
        heading: A few words.
        sentence: To be read aloud.
    """

    mark: Mark
    heading: Text
    sentence: Text


@dataclass(frozen=True, slots=True)
class Highlights:
    """What stands out, strongest first."""

    items: tuple[Highlight, ...]


@dataclass(frozen=True, slots=True)
class Held:
    """A measure held against one comparator: its name, its role on the drawings, its figure where it has one, the verdict."""

    name: str
    role: str
    figure: Text
    mark: Mark


@dataclass(frozen=True, slots=True)
class Measure:
    """One indicator here: its number, how it stands, a chart and a table.

    Attributes:
        id: Its place in the page.
        title: What is measured.
        framework: Whether it speaks of people or of the place.
        number: Its figure here.
        when: Period and denominator, and whatever else belongs beside the number.
        held: What it is held against, in short.
        figure: The chart of where it stands among all places, with its sentence and table.
        cautions: What to mind, such as a modelled figure or a suspended accreditation.
    """

    id: str
    title: str
    framework: Framework
    number: Number
    when: Text
    held: tuple[Held, ...]
    figure: Figure
    cautions: tuple[Text, ...] = ()


@dataclass(frozen=True, slots=True)
class Topics:
    """Measures of one topic, people and place side by side."""

    id: str
    title: str
    people: tuple[Measure, ...]
    place: tuple[Measure, ...]


@dataclass(frozen=True, slots=True)
class Group:
    """Parts under a heading of their own, one level below the section's. `kind` says how they are laid out."""

    id: str
    title: str
    blocks: "tuple[Block, ...]"
    kind: str = ""


@dataclass(frozen=True, slots=True)
class Releases:
    """Every publication the page rests on, once each. The renderers fill it from the numbers themselves."""


@dataclass(frozen=True, slots=True)
class References:
    """Where each number on the page came from. The renderers fill it from the numbers themselves."""


Block = Paragraph | Bullets | Table | Figure | Facts | Highlights | Topics | Group | Releases | References


@dataclass(frozen=True, slots=True)
class Section:
    """One section of the page.

    Attributes:
        id: Its place in the page.
        title: Its heading.
        short: Its name in the list of contents.
        blocks: What it holds.
        part: Which part of the page's argument it belongs to, for the list of contents; empty where the page has no parts.
        kind: How it is laid out: `opener` for one that opens a part, `outline` for one that lists them, `sheet` for one that is
            printed on a sheet of its own, empty otherwise.
    """

    id: str
    title: str
    short: str
    blocks: tuple[Block, ...]
    part: str = ""
    kind: str = ""


@dataclass(frozen=True, slots=True)
class Document:
    """A plan.

    Attributes:
        area: The place.
        title: The place's name.
        native: Its name in another language of the place, with the language; `None` where there is none.
        kind: What kind of place it is, in words.
        summary: The plan in a line or two.
        sections: Its sections, in order.
        version: The version of the program that made it.
        newest: When the newest publication it rests on came out, in words; empty where none is dated.
        attributions: What must be said of whose the figures and maps are.
        kicker: What kind of page it is, above the title.
        template: The template whose headings it stands under; empty for the plan's own.
    """

    area: Area
    title: str
    native: Label | None
    kind: Text
    summary: Text
    sections: tuple[Section, ...]
    version: str
    newest: str = ""
    attributions: tuple[str, ...] = ()
    kicker: str = "A plan for good work"
    template: str = ""
