"""Cases: what was tried, where, for whom, and what is known to have come of it, with its sources."""

from dataclasses import dataclass

from levelling.core.period import Period
from levelling.practice.cases.vocabulary import (
    Comparison,
    Direction,
    Extent,
    Flag,
    Group,
    Measures,
    Mechanism,
    Outcome,
    ReturnKind,
)


@dataclass(frozen=True, slots=True)
class Source:
    """Where something was read.

    Attributes:
        title: Who says so, and in what.
        address: Where it can be read; empty where it is only in print or no address is known.
        date: When it was published, as exactly as known; `None` where it bears no date.
        note: What to mind, such as that it was read in a copy.
    """

    title: str
    address: str
    date: Period | None
    note: str


@dataclass(frozen=True, slots=True)
class Cost:
    """What a case cost, as its source states it.

    Attributes:
        total: All together; `None` where not found.
        per_person: For each person; `None` where not found. Never worked out here.
        currency: `GBP`, `EUR` or `USD`.
        price_year: The year of its prices; `None` where its source does not say.
        period: What the total is for, in the source's words; empty where it is for the whole of it.
        note: What to mind.
        source: Who says so.
    """

    total: float | None
    per_person: float | None
    currency: str
    price_year: int | None
    period: str
    note: str
    source: Source


@dataclass(frozen=True, slots=True)
class Result:
    """One thing that was measured.

    Attributes:
        outcome: What, in words.
        about: Which kind of outcome that is.
        measures: Whether it is an effect, or only what happened.
        found: What the effect came to; `None` for what only happened.
        value: The number; `None` where only the direction is known, or only an interval.
        unit: Its unit; empty where there is no number.
        lower: Lower end of its interval, where one is published.
        upper: Upper end.
        level: How sure the interval is, in per cent, where its source says; `None` where it does not.
        standard_error: Its standard error, where one is published.
        significant: Whether its source calls it significant; `None` where that was not read.
        good: `higher` or `lower`: which way is better.
        months: How long after the beginning; `None` where it is the follow-up of the case, or not known.
        scope: Of which part of the case, where not of all of it.
        computed: Whether it was computed here from published numbers.
        graded: Whether the grade of the case holds for it; otherwise how it was compared is not known.
        note: What to mind.
        source: Who says so.
    """

    outcome: str
    about: Outcome
    measures: Measures
    found: Direction | None
    value: float | None
    unit: str
    lower: float | None
    upper: float | None
    level: float | None
    standard_error: float | None
    significant: bool | None
    good: str
    months: int | None
    scope: str
    computed: bool
    graded: bool
    note: str
    source: Source

    @property
    def is_effect(self) -> bool:
        """Whether it is a difference from a comparison."""
        return self.measures is Measures.EFFECT


@dataclass(frozen=True, slots=True)
class Return:
    """A benefit-cost ratio, as published: what comes back for each pound.

    Attributes:
        value: Pounds for each pound.
        upper: The upper number, where its source gives two.
        kind: Whether the effect under it was measured, assumed or forecast.
        to: To whom it comes back.
        computed: Whether it was computed here from a published return.
        note: What to mind.
        source: Who says so.
    """

    value: float
    upper: float | None
    kind: ReturnKind
    to: str
    computed: bool
    note: str
    source: Source


@dataclass(frozen=True, slots=True)
class Beside:
    """A case that another is to be read with, since one alone would mislead.

    Attributes:
        case: Its id.
        why: Why, in a sentence.
    """

    case: str
    why: str


@dataclass(frozen=True, slots=True)
class Case:
    """Something that was tried.

    Attributes:
        id: The name of its file, such as `talent-match`.
        name: What it is called.
        review: Whether it is a review of many studies, which is never added to single ones.
        mechanism: How it works.
        what: What was done, in our own words.
        extent: Where it ran: across nations, in named places, in places not named, abroad.
        place: Where, in words.
        codes: Codes of the areas it ran in; empty where they are not told.
        nations: `E`, `W`, `S`, `N`: the nations it ran in; empty abroad.
        country: Which country, where abroad.
        started: When it began, as exactly as known; `None` where not found.
        ended: When it ended; `None` where it has not, or was not found.
        lead: Who led it.
        partners: With whom.
        people: Whom it was for, in words.
        groups: The same in the words that cases are sorted by.
        barriers: What stood in their way.
        participants: How many took part; `None` where not found.
        participants_note: What that counts, or what is known in its place.
        cost: What it cost; `None` where not found.
        comparison: What it was held against.
        maryland: The Maryland scale of scientific methods, 0 (no measure of an effect) to 5 (random allotment).
        months: How long after the beginning results were measured, in months; `None` where not found.
        results: What was measured.
        returns: Benefit-cost ratios, as published.
        other: Other effects, in words.
        conditions: What must be so for it to work elsewhere.
        flags: What a reader must know before it is quoted.
        caution: The same in a sentence or two.
        in_source_paper: Whether the paper of 2020 tells of it.
        read_with: Cases it is to be read with.
        sources: Where it was read.
    """

    id: str
    name: str
    review: bool
    mechanism: Mechanism
    what: str
    extent: Extent
    place: str
    codes: tuple[str, ...]
    nations: tuple[str, ...]
    country: str
    started: Period | None
    ended: Period | None
    lead: str
    partners: tuple[str, ...]
    people: str
    groups: tuple[Group, ...]
    barriers: tuple[str, ...]
    participants: int | None
    participants_note: str
    cost: Cost | None
    comparison: Comparison
    maryland: int
    months: int | None
    results: tuple[Result, ...]
    returns: tuple[Return, ...]
    other: str
    conditions: tuple[str, ...]
    flags: tuple[Flag, ...]
    caution: str
    in_source_paper: bool
    read_with: tuple[Beside, ...]
    sources: tuple[Source, ...]

    @property
    def effects(self) -> tuple[Result, ...]:
        """The effects that a comparison of the Maryland scale 3 or better stands behind."""
        held = self.maryland >= GOOD_COMPARISON
        return tuple(result for result in self.results if held and result.is_effect and result.graded)

    @property
    def failed(self) -> bool:
        """Whether a good comparison saw no clear effect, or harm, in something that matters for work."""
        return any(result.found in {Direction.NONE, Direction.HARM} for result in self.effects)


GOOD_COMPARISON = 3
"""The lowest grade of the Maryland scale at which a difference may be called an effect: a comparison group, before and after."""
MARYLAND = {
    0: "nothing that measures an effect",
    1: "before and after, or what happened, with nobody compared",
    2: "a comparison that is not made alike",
    3: "people or places made alike are compared",
    4: "a comparison that comes near to chance",
    5: "people were chosen by lot",
}
"""The Maryland scale of scientific methods in plain words. Sherman and others (1997); 0 is ours, for no measure at all."""
