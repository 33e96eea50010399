"""Text of a document: words, names, numbers, verdicts. A number never stands in it as words."""

import re
from dataclasses import dataclass
from enum import StrEnum
from functools import lru_cache

from levelling.core.comparison import Comparison, Verdict
from levelling.core.errors import LevellingError
from levelling.core.estimate import Estimate
from levelling.core.indicator import Release

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

    @classmethod
    def quoted(
        cls,
        what: str,
        *source: str,
        note: str = "",
        period: str = "",
        inputs: tuple[Estimate, ...] = (),
        releases: tuple[Release, ...] = (),
    ) -> "Worked":
        """A number that rests on what somebody says, not on the figures alone.

        Args:
            what: What it is.
            source: Who says so, and where it can be read; empty parts are left out.
            note: What to mind, in sentences.
            period: When it is for, in words.
            inputs: The estimates that it was applied to, where it was.
            releases: The publications these stand in.

        Example:
            >>> Worked.quoted("People helped", "Department for Work and Pensions, Plan", "", note="For one year.").how
            'Quoted from: Department for Work and Pensions, Plan. For one year.'
        """
        said = ", ".join(part for part in source if part).removesuffix(".")
        return cls(what, f"Quoted from: {said}. {note}".strip(), period, inputs, releases)


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

    @property
    def shown(self) -> str:
        """What is written.

        Where two figures stand side by side untested, 'not comparable' would be heard as if they could not be compared at all.

        Example:
            >>> Mark(Verdict.NOT_COMPARABLE).shown, Mark(Verdict.CANNOT_TELL).shown
            ('no verdict', 'cannot tell')
        """
        return self.word or ("no verdict" if self.verdict is Verdict.NOT_COMPARABLE else self.verdict.value)


@dataclass(frozen=True, slots=True)
class Shape:
    """The shape that stands for a place or a comparator on the drawings, for the key to them."""

    role: str


Inline = str | Label | Number | Link | Mark | Shape
Text = tuple[Inline, ...]


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
        levelling.plan.text.BareNumber: A number stands bare in 'Of every 100 people'.
    """
    for part in parts:
        if isinstance(part, str) and _has_digit(part):
            raise BareNumber(f"A number stands bare in '{part}'.")
    return tuple(part for part in parts if part != "")


def as_words(text: str) -> Text:
    """Words between numbers: a `Label` where they hold a digit, such as a year or a name, and nothing where there are none."""
    return () if not text else (Label(text),) if _has_digit(text) else (text,)


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
            return part.shown
        case Label() | Link():
            return part.text
        case Shape():
            return ""
