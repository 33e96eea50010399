"""Outcome frameworks: what commissioners and funders ask for, outcome by outcome, and which indicators here answer to it."""

from dataclasses import dataclass
from enum import StrEnum

from levelling.core.area import Area, Level
from levelling.core.source import Source
from levelling.solutions.align.ages import Ages


class Standing(StrEnum):
    """Whether a framework, or one outcome in it, is still asked for."""

    CURRENT = "current"
    DRAFT = "draft"
    PROPOSED = "proposed"
    OLDER = "older"
    CLOSED = "closed"
    NOT_CHECKED = "not checked"


class Sort(StrEnum):
    """What an outcome is told with.

    `population`: a figure of everybody in a place. `client`: a count of the people who were helped. `heading`: a heading of a
    document, which asks for evidence and not for one measure.
    """

    POPULATION = "population"
    CLIENT = "client"
    HEADING = "heading"


class How(StrEnum):
    """How an indicator answers to an outcome: the same definition and ages, or only near it."""

    SAME = "same"
    NEAR = "near"


@dataclass(frozen=True, slots=True)
class Answering:
    """An indicator that answers to an outcome.

    Attributes:
        slug: The indicator.
        category: Its category; empty for the one a plan shows.
        how: The same, or only near.
        differs: How it differs, to be read on in a sentence; never empty where it is only near.
    """

    slug: str
    category: str
    how: How
    differs: str


@dataclass(frozen=True, slots=True)
class FrameworkOutcome:
    """One thing a framework asks for.

    Attributes:
        key: Its name here, unique in its framework.
        id: The publisher's own id; empty where not found.
        title: What it is called, in our words.
        definition: What is counted, in our words.
        sort: What it is told with.
        ages: The ages it is for; `None` where none are stated.
        unit: Its unit; empty where not found.
        level: At which level it is told, in words.
        standing: Whether it is still asked for.
        note: What to mind.
        evidence: What proof is wanted; empty where it was not stated in what was found.
        elsewhere: Where one might get the figure that is not here.
        source: Where this was read.
        indicators: What here answers to it.
        activities: Keys of the activities that are declared to work towards it.
        results: Keys of what has to be recorded of people to claim it.
    """

    key: str
    id: str
    title: str
    definition: str
    sort: Sort
    ages: Ages | None
    unit: str
    level: str
    standing: Standing
    note: str
    evidence: str
    elsewhere: str
    source: Source
    indicators: tuple[Answering, ...]
    activities: tuple[str, ...]
    results: tuple[str, ...]

    @property
    def asks_figure(self) -> bool:
        """Whether a figure of the place can answer to it."""
        return self.sort is not Sort.CLIENT


@dataclass(frozen=True, slots=True)
class OutcomeFramework:
    """What one commissioner or funder asks for.

    Attributes:
        slug: The name of its file.
        title: What it is called.
        short: A short name for tables.
        publisher: Who sets it.
        what: What it is for, in a sentence or two.
        standing: Whether it is still asked for.
        nations: `E`, `W`, `S`, `N`: where it holds.
        not_for: Kinds of area it is not asked of.
        licence: The licence of the text, where known; empty where not.
        enabler: Its id in the register of enablers; empty where it is not there.
        lacks: What of it was not found, each in a sentence.
        sources: Where it was read.
        outcomes: What it asks for.
    """

    slug: str
    title: str
    short: str
    publisher: str
    what: str
    standing: Standing
    nations: tuple[str, ...]
    not_for: tuple[Level, ...]
    licence: str
    enabler: str
    lacks: tuple[str, ...]
    sources: tuple[Source, ...]
    outcomes: tuple[FrameworkOutcome, ...]

    def holds_for(self, area: Area) -> bool:
        """Whether it is asked of an area; one that crosses nations is asked by all of them."""
        return (area.nation == "K" or area.nation in self.nations) and area.level not in self.not_for
