"""What it takes to show a need and to work out its size: a rate and what it is of, or one count over another."""

from dataclasses import dataclass

from levelling.core.indicator import Topic


@dataclass(frozen=True, slots=True)
class Base:
    """How many people a rate is of: a count of people, or several ages of them, each counted whole or in part.

    Attributes:
        slug: The indicator that counts them.
        words: Who they are, in words.
        parts: Its categories and the share of each that counts; all of it by default.
        per: What the rate is for each of: 100 for percent.
        loose: Whether the rate is of something else (premises), so that the size is only as good as they go together.
    """

    slug: str
    words: str
    parts: tuple[tuple[str, float], ...] = (("", 1.0),)
    per: float = 100.0
    loose: str = ""


@dataclass(frozen=True, slots=True)
class Measure:
    """One need, and what shows it.

    Attributes:
        id: Its key.
        name: What it is called.
        topic: What it is about.
        group: Whom it is about.
        closes: What would close the gap, after a number: 'more people in work'.
        shown: Indicators and categories that may show it, the first that has something to be held against.
        says: How it is said of a place, where the indicator's own words will not do, with `{here}` and `{value}`.
        ages: As published; empty where it is of no age.
        unit: What its size counts.
        base: What the rate is of; `None` where the size is worked out otherwise or cannot be.
        counted: The indicator of the same categories that counts the group, where there is one; see also `ADDED`.
        census: Whether everyone was counted, so that a difference is no matter of sampling.
        is_group: Whether the rate is the share that the group makes, so that rate and base tell how many they are.
        whole: Whether the whole group may want help, so that its number is told first, and the gap beside it.
        caution: What to mind, to be read aloud.
        why_unsized: Why its size cannot be said in people, jobs or pounds.
        times: The indicator that the gap is multiplied by, for a size in pounds.
    """

    id: str
    name: str
    topic: Topic
    group: str
    closes: str
    shown: tuple[tuple[str, str], ...]
    says: str = ""
    ages: str = ""
    unit: str = "people"
    base: Base | None = None
    counted: str = ""
    census: bool = False
    is_group: bool = False
    whole: bool = False
    caution: str = ""
    why_unsized: str = ""
    times: str = ""


@dataclass(frozen=True, slots=True)
class Added:
    """A share that is published for authorities only, held against all of them added up.

    Attributes:
        share: The indicator of the share.
        count: The indicator of the people counted.
        code: The country added up; empty for those that have a figure.
        name: Its name, where it has no code.
    """

    share: str
    count: str
    code: str
    name: str = ""


@dataclass(frozen=True, slots=True)
class Ratio:
    """One count over another, for an area and for the United Kingdom.

    Attributes:
        id: The need's key.
        name: What it is called.
        topic: What it is about.
        above: The indicator above the line.
        things: What that counts, in words.
        per: For each how many people.
        unit: What its size counts.
        closes: What would close the gap, after a number.
    """

    id: str
    name: str
    topic: Topic
    above: str
    things: str
    per: int
    unit: str
    closes: str
