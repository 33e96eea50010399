"""The document: one tree of plain parts that every renderer shows, each in its own way.

A number never stands in it as text. It is a `Number`, which holds the estimate or the comparison it shows, so that a page, a
JSON file and a Markdown file carry the same numbers and each can be walked back to its release. Prose is refused when it holds
a digit; names, titles and periods, which may, are `Label`s.
"""

import re
from dataclasses import dataclass
from enum import StrEnum
from functools import lru_cache

from levelling.core.area import Area
from levelling.core.comparison import Comparison, Verdict
from levelling.core.errors import LevellingError
from levelling.core.estimate import Estimate
from levelling.core.indicator import Framework, Release
from levelling.plan.charts.kinds import Chart

_DIGIT = re.compile(r"\d")


class BareNumber(LevellingError):
    """Prose holds a number that cannot be walked back to where it came from."""


class Part(StrEnum):
    """Which number of its origin a `Number` shows."""

    VALUE = "value"
    DIFFERENCE = "difference"


@dataclass(frozen=True, slots=True)
class Worked:
    """How a number was worked out here, where it is neither one estimate nor one comparison.

    Attributes:
        what: What it is: 'Share of Hartlepool's people who live in Tees Valley'.
        how: How it was worked out, in a sentence.
        period: When it is for, in words; empty where it has no period.
        inputs: The estimates it was worked out from, where it was.
        releases: The publications it rests on.
    """

    what: str
    how: str
    period: str = ""
    inputs: tuple[Estimate, ...] = ()
    releases: tuple[Release, ...] = ()


Origin = Estimate | Comparison | Worked


@dataclass(frozen=True, slots=True)
class Number:
    """A number as it is shown, with what it is and where it came from.

    Attributes:
        text: As read on the page, with its unit.
        value: The number itself, in the unit.
        unit: The unit.
        origin: What it shows.
        part: Which number of the origin.
        lower: Lower end of its 95% interval, where that is shown with it.
        upper: Upper end.
        interval: The interval as read on the page; empty where none is shown.
    """

    text: str
    value: float
    unit: str
    origin: Origin
    part: Part = Part.VALUE
    lower: float | None = None
    upper: float | None = None
    interval: str = ""


@dataclass(frozen=True, slots=True)
class Label:
    """A name, title or period: text that may hold digits and is no figure.

    Attributes:
        text: The text.
        language: Its language as BCP 47 where it is not English, such as `cy`.
        strong: Whether it is set off from the text around it.
    """

    text: str
    language: str = ""
    strong: bool = False


@dataclass(frozen=True, slots=True)
class Link:
    """An address to follow. Printed in full on paper.

    Attributes:
        text: What it is called.
        address: Where it leads.
    """

    text: str
    address: str


@dataclass(frozen=True, slots=True)
class Mark:
    """A verdict, shown as a word with a shape: never by colour alone.

    Attributes:
        verdict: The verdict.
        word: The word to show, where the verdict's own will not do.
    """

    verdict: Verdict
    word: str = ""


@dataclass(frozen=True, slots=True)
class Shape:
    """The shape that stands for a place or a comparator on the drawings, for the key to them."""

    role: str


Inline = str | Label | Number | Link | Mark | Shape
Text = tuple[Inline, ...]


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
    """

    id: str
    title: str
    short: str
    blocks: tuple[Block, ...]


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


def prose(*parts: Inline) -> Text:
    """Text whose own words hold no digit.

    Raises:
        BareNumber: A digit stands in plain words: it must be a `Number`, or a `Label` if it is no figure.

    Example:
        >>> prose("Of every hundred people, ", Label("aged 16 to 64"), " most work.")[1].text
        'aged 16 to 64'
        >>> prose("Of every 100 people")
        Traceback (most recent call last):
            ...
        levelling.plan.document.BareNumber: A number stands bare in 'Of every 100 people'.
    """
    for part in parts:
        if isinstance(part, str) and _has_digit(part):
            raise BareNumber(f"A number stands bare in '{part}'.")
    return tuple(part for part in parts if part != "")


@lru_cache(maxsize=8192)
def _has_digit(text: str) -> bool:
    return _DIGIT.search(text) is not None


def plain(text: Text) -> str:
    """A text as a string, for a title or a listing.

    Example:
        >>> plain(prose("In ", Label("Hull"), ", fewer work."))
        'In Hull, fewer work.'
    """
    return "".join(_plain(part) for part in text)


def _plain(part: Inline) -> str:
    match part:
        case str():
            return part
        case Number():
            return f"{part.text} ({part.interval})" if part.interval else part.text
        case Mark():
            return part.word or part.verdict.value
        case Label() | Link():
            return part.text
        case Shape():
            return ""
