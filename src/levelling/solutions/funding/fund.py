"""A fund: what it is, who was given how much of it, who was given what nobody could find, and what sums are published."""

from dataclasses import dataclass

from levelling.core.area import Level
from levelling.core.period import Period


@dataclass(frozen=True, slots=True)
class Cited:
    """Where an amount was read.

    Attributes:
        title: Who says so, and in what.
        addresses: Where it can be read.
        date: When it was published, as exactly as known; empty where it bears no date.
        release: The key of the release in the ledger, where it was read from the figures; else empty.
    """

    title: str
    addresses: tuple[str, ...] = ()
    date: str = ""
    release: str = ""


@dataclass(frozen=True, slots=True)
class Also:
    """Another sum that is told of the same award. The two are kept together and never averaged."""

    pounds: float
    note: str


@dataclass(frozen=True, slots=True)
class Award:
    """What somebody was given of a fund.

    Attributes:
        name: To whom or for what: a town, a bid, a partnership.
        areas: Codes of the areas it is for; empty where it cannot be placed.
        pounds: How much.
        cited: Where it was read.
        lead: Who answers for it, where that is another name.
        basis: How the sum was come by, where it is not simply as published.
        confidence: `high`, `medium` or `low`.
        doubtful: Whether the sum is in doubt; the note says why.
        note: What to mind.
        unplaced: Why it cannot be placed, where it has no areas.
        also: Other sums told of it.
    """

    name: str
    areas: tuple[str, ...]
    pounds: float
    cited: Cited
    lead: str = ""
    basis: str = "published"
    confidence: str = "high"
    doubtful: bool = False
    note: str = ""
    unplaced: str = ""
    also: tuple[Also, ...] = ()


@dataclass(frozen=True, slots=True)
class NotFound:
    """Somebody who was given some of a fund, where how much was not found. Nothing is filled in.

    Attributes:
        name: Who.
        areas: Codes of their areas; empty where they are not known.
        why: Why the sum is not known.
        found: What was found of it, in words; empty where nothing was.
        cited: Where it was read.
    """

    name: str
    areas: tuple[str, ...]
    why: str
    found: str
    cited: Cited


@dataclass(frozen=True, slots=True)
class Control:
    """A published sum that the awards can be held against."""

    scope: str
    pounds: float
    note: str
    cited: Cited


@dataclass(frozen=True, slots=True)
class RowFault:
    """What is wrong with a row of a file of your own: which row, which field, why it was left out."""

    row: int
    field: str
    reason: str

    @property
    def sentence(self) -> str:
        """The fault, to be read aloud."""
        return f"Row {self.row}, {self.field}: {self.reason}{'' if self.reason.endswith('?') else '.'}"


@dataclass(frozen=True, slots=True)
class Fund:
    """A fund and its awards.

    Attributes:
        slug: Its name in commands: the name of its file.
        title: Its name.
        enabler: Its id in the register; empty for a fund of your own.
        what: What it is for, in a sentence.
        nations: Whom it was for: `E`, `W`, `S`, `N`.
        level: The kind of area it was given to.
        period: The years it is for.
        complete: Whether all who were given any are listed: then an area outside the list was given none. Else it is not known.
        completeness: Why the list is whole, or not, in a sentence.
        awards: Who was given how much.
        not_found: Who was given some, where how much was not found.
        controls: Published sums of the whole.
        cautions: What a careful reader should know, in sentences.
        faults: Rows of a file of your own that could not be used.
    """

    slug: str
    title: str
    enabler: str
    what: str
    nations: tuple[str, ...]
    level: Level
    period: Period
    complete: bool
    completeness: str
    awards: tuple[Award, ...]
    not_found: tuple[NotFound, ...] = ()
    controls: tuple[Control, ...] = ()
    cautions: tuple[str, ...] = ()
    faults: tuple[RowFault, ...] = ()

    @property
    def total(self) -> float:
        """All its awards together, placed or not."""
        return sum(award.pounds for award in self.awards)
