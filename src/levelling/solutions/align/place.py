"""For a place: which outcomes its figures meet, which only by a near one and how that differs, and which not at all."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import Any

from levelling.atlas import Atlas
from levelling.core import words
from levelling.core.area import Area
from levelling.core.estimate import Estimate
from levelling.core.words import listed
from levelling.solutions.align.ages import ages_of
from levelling.solutions.align.framework import Answering, FrameworkOutcome, How, OutcomeFramework, Sort, Standing
from levelling.solutions.align.reading import frameworks

STILL_ASKED = (Standing.CURRENT, Standing.DRAFT, Standing.PROPOSED)
"""Outcomes that are asked for or proposed now; the others are shown, and not counted."""


class Met(StrEnum):
    """How far the figures of a place answer to an outcome."""

    SAME = "same"
    NEAR = "near"
    NONE = "none"


@dataclass(frozen=True, slots=True)
class Baseline:
    """A figure of a place that answers to an outcome.

    Attributes:
        answering: The indicator, and how it answers.
        estimate: Its newest figure here; it always has a value.
        differs: How it differs from what is asked, ages first; empty where it does not.
    """

    answering: Answering
    estimate: Estimate
    differs: str

    @property
    def tail(self) -> str:
        """What follows the figure in its sentence: its period, what it measures, and how it differs from what is asked."""
        estimate = self.estimate
        modelled = ", worked out from other areas" if estimate.moved else ""
        near = f", and only near: {self.differs}" if self.answering.how is How.NEAR else ""
        return f", {estimate.period.label}{modelled}, from '{estimate.indicator.named(estimate.category)}'{near}."


@dataclass(frozen=True, slots=True)
class PlaceOutcome:
    """One outcome of a framework, for one place.

    Attributes:
        framework: The framework.
        outcome: What it asks for.
        met: Whether figures here meet it.
        baselines: The figures, those that are the same first; empty where there are none.
        why_none: Why there is none, and where one might get it; empty where there is one.
    """

    framework: OutcomeFramework
    outcome: FrameworkOutcome
    met: Met
    baselines: tuple[Baseline, ...]
    why_none: str

    @property
    def is_asked_now(self) -> bool:
        """Whether framework and outcome are asked for, or proposed, now."""
        return self.framework.standing in STILL_ASKED and self.outcome.standing in STILL_ASKED

    @property
    def asked(self) -> str:
        """The outcome with its ages, in words: 'Employment rate, ages 18 to 66'."""
        ages = self.outcome.ages
        return f"{self.outcome.title}, ages {ages.words}" if ages and ages.words not in self.outcome.title else self.outcome.title

    @property
    def sentences(self) -> tuple[str, ...]:
        """Each baseline in one sentence, with how it differs in the same one; or why there is none."""
        lead = f"{self.asked} ({self.framework.short}): "
        if not self.baselines:
            return (f"{lead}no figure here. {self.why_none}",)
        return tuple(f"{lead}{_amount(item.estimate)}{item.tail}" for item in self.baselines)

    def records(self) -> list[dict[str, Any]]:
        """One dictionary a figure; one without a figure where there is none."""
        about = {
            "framework": self.framework.slug,
            "framework_title": self.framework.title,
            "outcome": self.outcome.key,
            "outcome_id": self.outcome.id or None,
            "title": self.outcome.title,
            "definition": self.outcome.definition,
            "ages": self.outcome.ages.words if self.outcome.ages else None,
            "outcome_unit": self.outcome.unit or None,
            "standing": self.outcome.standing.value,
            "met": self.met.value,
        }
        source = {
            "outcome_source": self.outcome.source.title,
            "outcome_source_address": self.outcome.source.address or None,
            "outcome_source_date": self.outcome.source.date.iso if self.outcome.source.date else None,
        }
        figures = [_figure(item) for item in self.baselines] or [_figure(None)]
        return [
            {**about, **figure, "why_none": self.why_none or None, **source, "sentence": sentence}
            for figure, sentence in zip(figures, self.sentences, strict=True)
        ]


@dataclass(frozen=True, slots=True)
class PlaceAlignment:
    """A place against the frameworks.

    Attributes:
        area: The place.
        items: Every outcome that a figure of a place can answer to, framework by framework.
        asked: The frameworks that are asked of the place.
        elsewhere: Those that are not, because they hold for other nations or kinds of area.
    """

    area: Area
    items: tuple[PlaceOutcome, ...]
    asked: tuple[OutcomeFramework, ...]
    elsewhere: tuple[OutcomeFramework, ...]

    def counted(self, met: Met | None = None) -> int:
        """How many outcomes asked for now are met this way; all of them where no way is named."""
        return sum(item.is_asked_now and (met is None or item.met is met) for item in self.items)

    @property
    def with_figures(self) -> tuple[OutcomeFramework, ...]:
        """The frameworks that ask for a figure of a place."""
        return tuple(dict.fromkeys(item.framework for item in self.items))

    @property
    def from_people(self) -> tuple[OutcomeFramework, ...]:
        """The frameworks that count people who were helped, and ask for no figure of a place."""
        return tuple(item for item in self.asked if item not in self.with_figures)

    def records(self) -> Sequence[dict[str, Any]]:
        """One dictionary an outcome and figure."""
        where = {"area": self.area.code, "name": self.area.name}
        return [where | record for item in self.items for record in item.records()]

    @property
    def notes(self) -> tuple[str, ...]:
        """What the frameworks leave open, and which are not asked here."""
        said = []
        if self.from_people:
            names = listed([item.short for item in self.from_people])
            said.append(f"Counted from people who were helped, so that no figure of a place answers to it: {names}.")
        said += [f"{item.title}: {lack}" for item in self.with_figures for lack in item.lacks]
        if self.elsewhere:
            names = listed([item.short for item in self.elsewhere])
            said.append(f"Not asked of {self.area.name}, as they hold for other nations or kinds of area: {names}.")
        return tuple(said)


def align(atlas: Atlas, area: Area, among: Iterable[OutcomeFramework] | None = None) -> PlaceAlignment:
    """Hold a place against outcome frameworks.

    An outcome is met where an indicator of the same definition and ages has a figure for the area; it is near where one does
    that differs, and how it differs is said; otherwise the reason is given, and where one might get the figure.

    Args:
        atlas: Where the figures are read.
        area: The place.
        among: The frameworks; all that come with the package where none are named.

    Example:
        >>> from levelling.atlas import Atlas
        >>> atlas = Atlas.open()
        >>> found = align(atlas, atlas.area("Hartlepool"))
        >>> sorted({item.met.value for item in found.items if item.framework.slug == "get-britain-working"})
        ['near', 'none']
    """
    wanted = tuple(frameworks().values() if among is None else among)
    asked = tuple(item for item in wanted if item.holds_for(area))
    items = tuple(_outcome(atlas, area, item, outcome) for item in asked for outcome in item.outcomes if outcome.asks_figure)
    return PlaceAlignment(area, items, asked, tuple(item for item in wanted if item not in asked))


def _outcome(atlas: Atlas, area: Area, item: OutcomeFramework, outcome: FrameworkOutcome) -> PlaceOutcome:
    found, absent = [], []
    for answering in sorted(outcome.indicators, key=lambda one: one.how is not How.SAME):
        if answering.slug not in atlas.catalogue:
            continue
        estimate = atlas.estimate(answering.slug, area, category=answering.category or None)
        if estimate.value is None:
            absent.append(estimate.why_absent)
        else:
            found.append(Baseline(answering, estimate, _difference(outcome, answering, estimate)))
    same = any(one.answering.how is How.SAME for one in found)
    # A figure that is the same makes the near ones needless.
    kept = tuple(one for one in found if not same or one.answering.how is How.SAME)
    met = Met.SAME if same else Met.NEAR if kept else Met.NONE
    why = "" if kept else " ".join(dict.fromkeys(part for part in (*absent[:1], outcome.elsewhere) if part))
    return PlaceOutcome(item, outcome, met, kept, why)


def _difference(outcome: FrameworkOutcome, answering: Answering, estimate: Estimate) -> str:
    """How a figure differs from what is asked: ages by rule, the rest as declared."""
    asked, counted = outcome.ages, ages_of(estimate.indicator)
    ages = ""
    if asked != counted and outcome.sort is Sort.POPULATION:
        first = f"the outcome is for ages {asked.words}" if asked else "the outcome states no ages"
        second = f"this figure is for ages {counted.words}" if counted else "this figure names no ages"
        ages = f"{first} and {second}"
    return "; ".join(part for part in (ages, answering.differs) if part)


def _amount(estimate: Estimate) -> str:
    indicator = estimate.indicator
    value = words.amount(estimate.value or 0.0, indicator)
    if estimate.lower is None or estimate.upper is None:
        return value
    lower, upper = (words.number(end, indicator.decimals) for end in (estimate.lower, estimate.upper))
    return f"{value} (95% interval {lower} to {upper})"


def _figure(item: Baseline | None) -> dict[str, Any]:
    estimate = item.estimate if item else None
    return {
        "indicator": estimate.indicator.slug if estimate else None,
        "category": (estimate.category or None) if estimate else None,
        "how": item.answering.how.value if item else None,
        "value": estimate.value if estimate else None,
        "lower": estimate.lower if estimate else None,
        "upper": estimate.upper if estimate else None,
        "unit": estimate.indicator.unit if estimate else None,
        "period": estimate.period.iso if estimate else None,
        "modelled": (estimate.moved is not None) if estimate else None,
        "differs": (item.differs or None) if item else None,
        "publisher": estimate.release.publisher if estimate else None,
        "release": estimate.release.title if estimate else None,
    }
