"""What a section sees: the place, its diagnosis, and the figures behind them."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Any
from weakref import WeakKeyDictionary

from levelling.atlas import Atlas
from levelling.challenge import Diagnosis, diagnose
from levelling.challenge.kinds import kinds
from levelling.challenge.needs import needs
from levelling.challenge.phrases import place
from levelling.core.area import Area, Level
from levelling.core.comparison import Comparison
from levelling.core.estimate import Estimate
from levelling.core.indicator import Indicator, Topic
from levelling.core.need import Need
from levelling.practice.cases import Like

KEY = (
    "employment-rate",
    "employment-rate-ni",
    "economic-inactivity-rate",
    "economic-inactivity-rate-ni",
    "modelled-unemployment",
    "claimant-count",
    "gross-median-weekly-pay",
    "level-3-or-above-qualifications",
    "level-3-or-above-qualifications-ni",
    "no-qualifications-great-britain",
    "gcses-equivalent-english-maths",
    "gross-value-added-per-hour-worked",
    "active-businesses",
    "gross-disposable-household-income-per-head",
    "children-in-relative-poverty-after-housing",
    "healthy-life-expectancy-female",
    "healthy-life-expectancy-male",
    "wellbeing-satisfaction",
    "housing-affordability-ratio",
    "gigabit-capable-broadband",
)
"""The measures a plan opens each topic with, and draws through time. An editor's choice: work, pay, skills, income and health."""


_SHARED: WeakKeyDictionary[Atlas, dict[object, Any]] = WeakKeyDictionary()


@dataclass(frozen=True)
class View:
    """One place, ready to be written about.

    Attributes:
        atlas: Where the figures are read.
        area: The place.
        against: Further areas the reader asked to compare it with.
    """

    atlas: Atlas
    area: Area
    against: Sequence[Area] = ()

    @cached_property
    def diagnosis(self) -> Diagnosis:
        """What chapter 1 says of it."""
        return diagnose(self.atlas, self.area, tuple(self.against))

    @cached_property
    def needs(self) -> tuple[Need, ...]:
        """Its needs, with their sizes, in the order stated in `levelling.challenge.needs`."""
        return needs(self.atlas, self.area, self.diagnosis)

    @cached_property
    def name(self) -> str:
        """The place's name, as a sentence would say it."""
        return spoken(self.area.name)

    @cached_property
    def said(self) -> str:
        """The place's name inside a sentence: 'the City of London', 'the North East'."""
        return place(self.area)

    @cached_property
    def estimates(self) -> tuple[Estimate, ...]:
        """The newest estimate of every indicator a plan shows, present or not, in the order of a plan: the key ones first."""
        places = {slug: place for place, slug in enumerate(KEY)}
        found = self.atlas.latest(self.area)
        topics = list(Topic)
        return tuple(
            sorted(found, key=lambda item: (topics.index(item.indicator.topic), places.get(item.indicator.slug, len(KEY))))
        )

    @cached_property
    def comparisons(self) -> Mapping[str, tuple[Comparison, ...]]:
        """The comparisons of each indicator, by slug."""
        return self.diagnosis.by_indicator

    @cached_property
    def authorities(self) -> tuple[Area, ...]:
        """Every current local authority of the UK, in code order."""
        return tuple(sorted(self.atlas.gazetteer.all(Level.LAD), key=lambda area: area.code))

    @cached_property
    def parts(self) -> frozenset[str]:
        """Codes of the local authorities that make up the place, or of the one it is or lies in."""
        if self.area.level == Level.LAD:
            return frozenset({self.area.code})
        return frozenset(item.code for item in self.atlas.gazetteer.members(self.area, Level.LAD))

    def spread(self, estimate: Estimate) -> tuple[float, ...]:
        """The values of every local authority for the same indicator, category and period; empty where there are few."""
        key = (estimate.indicator.slug, estimate.category, estimate.period.iso)
        if key not in self.shared:
            column = self.atlas.store.column(*key)
            found = (column.get(area.code) for area in self.authorities)
            values = tuple(figure.value for figure in found if figure is not None and figure.value is not None)
            self.shared[key] = values if len(values) >= 8 else ()
        kept: tuple[float, ...] = self.shared[key]
        return kept

    @property
    def shared(self) -> dict[object, Any]:
        """What is the same for every place and is kept from one plan to the next, by any key a section chooses."""
        return _SHARED.setdefault(self.atlas, {})

    def indicator(self, slug: str) -> Indicator | None:
        """An indicator, or `None` where the catalogue has none by that slug."""
        return self.atlas.catalogue.get(slug) if slug in self.atlas.catalogue else None


def alike_to(view: View) -> Like:
    """What cases are held against to tell how like a place they are: its needs, and the kind of every authority."""
    return Like(view.atlas, view.area, view.needs, kinds(view.atlas).both)


def spoken(name: str) -> str:
    """A name in the order it is said: 'Kingston upon Hull, City of' is read 'City of Kingston upon Hull'.

    Example:
        >>> spoken("Kingston upon Hull, City of"), spoken("Bournemouth, Christchurch and Poole")
        ('City of Kingston upon Hull', 'Bournemouth, Christchurch and Poole')
    """
    first, comma, rest = name.partition(", ")
    return f"{rest} {first}" if comma and rest.endswith(" of") else name
