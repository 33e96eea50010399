"""What would follow in a place if a scenario came about: the bands, in records and in sentences."""

from dataclasses import dataclass
from typing import Any

from levelling.atlas.parameters import Parameter, parameter
from levelling.atlas.reading import Figures, with_values
from levelling.challenge.future.here import RATE, UNEMPLOYMENT, Here, here, inputs
from levelling.challenge.future.history import Aftermath, after_2008, first_years_back
from levelling.challenge.future.outcomes import Band, Outcome, simulate
from levelling.challenge.future.scenario import Scenario
from levelling.challenge.phrases import place
from levelling.core.area import Area
from levelling.core.errors import UserError
from levelling.core.estimate import Estimate
from levelling.core.period import Period
from levelling.core.words import number, two_figures

FEWEST, MOST = 100, 1_000_000
LINKS = {
    "chronic-conditions": ("chronic-illness-for-employment", "long-term-condition-share"),
    "young-unemployed": ("job-separation-rate", "job-separation-rate-young"),
    "later-pay": ("later-pay-after-youth-unemployment", "later-pay-after-youth-unemployment-once"),
}
"""The numbers from research behind an outcome; the others rest on figures alone."""
LEFT_OUT = (
    "Jobs lost in turn because others spend less: the multipliers found are of jobs gained in a few sectors, not of jobs lost.",
    "Pay of people who lose work and find it again: no number with a range was found that could be read in the study itself.",
    "More people in low pay afterwards: it is only known that one in six of the low paid got out of it for good in ten years.",
    "Death and heart disease after unemployment: the numbers found are of people who differ in much else.",
)
"""Links that are not drawn, and why."""


@dataclass(frozen=True, slots=True)
class Future:
    """What would follow in a place.

    Attributes:
        area: Where.
        scenario: What is supposed.
        bands: What half and nine tenths of the draws hold, by outcome and year.
        here: The figures of the place.
        groups: The figures of the groups that lose work, where the scenario is by group.
        past: The employment rate and the unemployment rate as published, oldest first.
        aftermath: What followed 2008 in each region: the recovery that was drawn from.
        draws: How many draws.
        seed: Where they began.
    """

    area: Area
    scenario: Scenario
    bands: tuple[Band, ...]
    here: Here
    groups: tuple[Estimate, ...]
    past: dict[str, tuple[Estimate, ...]]
    aftermath: tuple[Aftermath, ...]
    draws: int
    seed: int

    def of(self, slug: str) -> tuple[Band, ...]:
        """The bands of one outcome, first year first; empty where it is left out."""
        return tuple(item for item in self.bands if item.outcome.slug == slug)

    def records(self) -> list[dict[str, Any]]:
        """One record an outcome and year."""
        return [
            {
                "area": self.area.code,
                "name": self.area.name,
                "scenario": self.scenario.title,
                "outcome": item.outcome.slug,
                "title": item.outcome.title,
                "unit": item.outcome.unit,
                "year": item.year,
                "middle": item.middle,
                "inner_lower": item.inner[0],
                "inner_upper": item.inner[1],
                "outer_lower": item.outer[0],
                "outer_upper": item.outer[1],
                "mean": item.mean,
                "mc_error": item.mc_error,
                "draws": self.draws,
                "seed": self.seed,
                "modelled": True,
                "grade": self.grade(item.outcome.slug),
                "source": self.source(item.outcome.slug),
            }
            for item in self.bands
        ]

    def parameters(self, slug: str) -> tuple[Parameter, ...]:
        """The numbers from research behind an outcome."""
        return tuple(parameter(name) for name in LINKS.get(slug, ()))

    def grade(self, slug: str) -> str | None:
        """The weakest grade of the numbers from research behind an outcome; `None` where it rests on figures alone."""
        return max((item.grade for item in self.parameters(slug)), default=None)

    def source(self, slug: str) -> str:
        """Where an outcome's numbers come from."""
        known = [item.source for item in self.parameters(slug)]
        own = [f"{item.release.publisher}, {item.release.title}" for item in (self.here.rate, self.here.people)]
        return "; ".join(dict.fromkeys([*own, *known]))

    @property
    def sentences(self) -> tuple[str, ...]:
        """What would follow, to be read aloud."""
        return (*self._first(), *self._later(), self.recovery, *self.cautions)

    def _first(self) -> tuple[str, ...]:
        band = self.of("out-of-work")[0]
        words = [f"If this came about in {place(self.area)}, {told(band, 'more ')} would be out of work in the first year."]
        young = self.of("young-unemployed")
        if young:
            words.append(f"Of those made unemployed, {told(young[0])} would be under 25.")
        return tuple(words)

    def _later(self) -> tuple[str, ...]:
        last = self.scenario.horizon
        ends = (("unemployed", "be unemployed"), ("chronic-conditions", "have a chronic condition"))
        return tuple(
            f"In year {last}, {told(self.of(slug)[-1], 'more ')} would {what} than without the shock." for slug, what in ends
        )

    @property
    def cautions(self) -> tuple[str, ...]:
        """What to mind, to be read aloud."""
        words = ["This says what would follow if it came about. It is not a forecast, and it does not say how likely that is."]
        if any(item.lower is None for item in self.groups):
            words.append(
                "No margin of error is published for how many work in these groups here: the first year looks surer than it is."
            )
        if "disabled" not in self.here.others:
            words.append("How common long-term conditions are is taken as in the United Kingdom.")
        return tuple(words)

    @property
    def recovery(self) -> str:
        """How far work is taken to come back, in a sentence."""
        if self.scenario.recovered is not None:
            return (
                f"You chose that {number(self.scenario.recovered, 0)}% of the lost work is made up for by year "
                f"{self.scenario.horizon}, a like step each year."
            )
        years = first_years_back(self.aftermath)
        return (
            "Lost work is taken to come back as it did in the regions after 2008, and no faster: "
            f"the employment rate was first back where it had been between {min(years)} and {max(years)}."
        )


def future(atlas: Figures, area: Area, chosen: Scenario, draws: int = 4000, seed: int = 2020) -> Future:
    """What would follow in a place if a scenario came about.

    Args:
        atlas: Where the figures are read.
        area: The place.
        chosen: The scenario.
        draws: How many draws.
        seed: Where they begin.

    Raises:
        UserError: The scenario names a group there is none of, removes more jobs than exist, or the draws are out of range.
        NotEnoughData: The figures of the place do not suffice.

    Example:
        >>> from levelling.atlas import Atlas
        >>> from levelling.challenge.future import read_scenario
        >>> atlas = Atlas.open()
        >>> found = future(atlas, atlas.area("Hartlepool"), read_scenario("as-after-2008"), draws=500)
        >>> found.of("employment-rate")[0].year
        1
    """
    if not FEWEST <= draws <= MOST:
        raise UserError(f"{number(draws, 0)} draws are out of range.", f"Give from {FEWEST} to {number(MOST, 0)}.")
    if seed < 0:
        raise UserError(f"A seed of {number(seed, 0)} is below nought.", "Give a whole number such as 2020.")
    at = here(atlas, area)
    aftermath = after_2008(atlas)
    ready, groups = inputs(atlas, at, chosen, aftermath)
    past = {slug: _past(atlas, slug, area) for slug in (RATE, UNEMPLOYMENT) if slug in atlas.catalogue}
    return Future(area, chosen, simulate(ready, draws, seed), at, groups, past, aftermath, draws, seed)


def told(band: Band, more: str = "") -> str:
    """What nine tenths of the draws hold, in words: 'between 760 and 850 people', 'anything from none to 800 more people'."""
    low, high = (shown(end, band) for end in band.outer)
    unit = f" {more}{band.outcome.unit}"
    if low == high:
        return f"about {high}{unit}"
    return f"anything from none to {high}{unit}" if float(low.replace(",", "")) == 0 else f"between {low} and {high}{unit}"


def rounded(value: float, outcome: Outcome) -> float:
    """A value as exactly as it may be told: counts to two figures, as no more is known."""
    return round(value, outcome.decimals) if outcome.decimals else two_figures(value)


def shown(value: float, band: Band) -> str:
    """A value as it is told."""
    return number(rounded(value, band.outcome), band.outcome.decimals)


def _past(atlas: Figures, slug: str, area: Area) -> tuple[Estimate, ...]:
    series = atlas.store.area(area.code).get((slug, ""), {})
    periods = sorted((Period.parse(key) for key in with_values(series)), key=lambda item: item.start)
    return tuple(atlas.estimate(slug, area, item, "") for item in periods)
