"""The answer: how much the four families explain, what goes with the outcome, and what would be expected of each place.

An association is not a cause. Places differ in more than is measured here, cause runs both ways (a place that grows draws
graduates), and some measures were taken after the growth they stand beside.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING, Any

from levelling.challenge.phrases import place
from levelling.challenge.predictors.families import Family
from levelling.challenge.predictors.measures import Table, table
from levelling.challenge.predictors.moran import Moran, moran, neighbours
from levelling.challenge.predictors.outcomes import Outcome, Question
from levelling.challenge.predictors.reader import Mapped
from levelling.challenge.predictors.robust import Coefficient, coefficients
from levelling.core.area import Area
from levelling.core.errors import NotEnoughData
from levelling.core.words import listed, number, opened

if TYPE_CHECKING:
    from levelling.challenge.predictors.fit import Design, Expected, Fit, Vector

FAMILIES = tuple(family.value for family in Family)
FEWEST_EACH = 3
"""Areas for each coefficient; with fewer, a fit describes chance."""
GREAT_BRITAIN, ENGLAND = ("K03000001", "Great Britain"), ("E92000001", "England")


@dataclass(frozen=True, eq=False)
class Made:
    """A fit on NumPy alone, for the plan of a place.

    Attributes:
        table: The areas and their predictors.
        design: The predictors as they enter the fit.
        outcome: What is explained, for each area.
        fit: The fit.
        at: Where each area stands, by code.
    """

    table: Table
    design: "Design"
    outcome: "Vector"
    fit: "Fit"
    at: Mapping[str, int]

    @property
    def question(self) -> Question:
        """What was asked."""
        return self.table.question

    @cached_property
    def shares(self) -> Mapping[str, float]:
        """What each family adds to R^2; worked out when first asked for."""
        from levelling.challenge.predictors.fit import shapley

        return shapley(self.design, self.outcome, FAMILIES)

    def places(self) -> list[dict[str, Any]]:
        """Plain data: one record a place, with what would be expected of it."""
        return [self.place(area).record() for area in self.table.areas]

    def place(self, area: Area) -> "Standing":
        """One place beside what would be expected of it.

        Raises:
            NotEnoughData: It was left out.
        """
        from levelling.challenge.predictors.fit import contributions, expected

        at = self.at.get(area.code)
        if at is None:
            lacks = self.table.left_out.get(area.name)
            why = f"it has no figure for {lacks}" if lacks else f"it is no {self.question.level.words}"
            raise NotEnoughData(f"{opened(place(area))} is left out of this analysis, since {why}.", "")
        parts = contributions(self.design, self.fit, FAMILIES, at)
        return Standing(area, self.question, float(self.outcome[at]), expected(self.fit, self.outcome, at), parts)


@dataclass(frozen=True, slots=True)
class Standing:
    """One place beside what would be expected of a place of its make-up.

    Attributes:
        area: The place.
        question: What was asked.
        value: Its outcome.
        expected: What would be expected of it from all the other places, with a 95% prediction interval.
        parts: How far each family moves what is fitted for it from the mean of all places.
    """

    area: Area
    question: Question
    value: float
    expected: "Expected"
    parts: Mapping[str, float]

    @property
    def beyond(self) -> float:
        """The outcome less what would be expected: what the measures do not account for."""
        return self.value - self.expected.value

    @property
    def inside(self) -> bool:
        """Whether the outcome lies within the prediction interval."""
        return self.expected.lower <= self.value <= self.expected.upper

    @property
    def decimals(self) -> int:
        """How many decimals the outcome is told with."""
        return 0 if self.question.outcome == Outcome.LEVEL else 1

    @property
    def sentence(self) -> str:
        """How it stands, to be read aloud."""
        value, middle, lower, upper = self.shown
        if self.question.outcome == Outcome.LEVEL:
            has, unit = f"has output per hour at {value}, with the UK at 100", ""
        else:
            grew = "grew" if self.value >= 0 else "fell"
            has, unit = f"{grew} by {value.lstrip('−')}% a year in real output per hour", "%"
        return (
            f"{opened(place(self.area))} {has}. Of a place of its make-up {middle}{unit} would be expected, and 19 in 20 such "
            f"places would lie between {lower}{unit} and {upper}{unit}. {self.verdict}"
        )

    @property
    def shown(self) -> tuple[str, str, str, str]:
        """Outcome, expectation and the ends of its interval, as they are written."""
        numbers = (self.value, self.expected.value, self.expected.lower, self.expected.upper)
        value, middle, lower, upper = (number(item, self.decimals) for item in numbers)
        return value, middle, lower, upper

    @property
    def verdict(self) -> str:
        """Whether it is out of the ordinary, in a sentence without figures."""
        if self.inside:
            return "So it is within what places of its make-up do."
        side = "above" if self.beyond > 0 else "below"
        return f"So it is {side} what its make-up leaves open. Of every twenty places one would be outside by chance."

    def record(self) -> dict[str, Any]:
        """Plain data."""
        return {
            "area": self.area.code,
            "name": self.area.name,
            "outcome": self.question.outcome.value,
            "from": self.question.start,
            "to": self.question.end,
            "unit": self.question.unit,
            "value": self.value,
            "expected": self.expected.value,
            "expected_lower": self.expected.lower,
            "expected_upper": self.expected.upper,
            "residual": self.beyond,
            "inside": self.inside,
            **{f"moved_by_{family.name.lower()}": self.parts[family.value] for family in Family},
        }


@dataclass(frozen=True, eq=False)
class Explained:
    """What goes with the outcome, over all places.

    Attributes:
        made: The fit.
        coefficients: One for each predictor, with robust intervals.
        moran: Whether near places have like residuals.
    """

    made: Made
    coefficients: tuple[Coefficient, ...]
    moran: Moran

    def records(self) -> list[dict[str, Any]]:
        """Plain data: one record a predictor, each with how much the whole explains."""
        made, question = self.made, self.made.question
        code, name = ENGLAND if question.england else GREAT_BRITAIN
        return [
            {
                "area": code,
                "name": name,
                "outcome": question.outcome.value,
                "level": question.level.value,
                "from": question.start,
                "to": question.end,
                "predictor": item.predictor.key,
                "label": item.predictor.label,
                "family": item.predictor.family.value,
                "indicator": item.predictor.slug or None,
                "period": item.periods[0] if item.periods else None,
                "measured_after": item.after,
                "coefficient": found.value,
                "lower": found.lower,
                "upper": found.upper,
                "unit": f"{question.unit} for one standard deviation",
                "p_value": found.p_value,
                "adjusted_p_value": found.adjusted_p,
                "family_share": made.shares[item.predictor.family.value],
                "r2": made.fit.r2,
                "adjusted_r2": made.fit.adjusted_r2,
                "cross_validated_r2": made.fit.cross_validated_r2,
                "unexplained": 1 - made.fit.r2,
                "places": len(made.table.areas),
                "left_out": len(made.table.left_out),
                "left_out_places": sorted(made.table.left_out),
                "moran_i": self.moran.value,
                "moran_p_value": self.moran.p_value,
            }
            for item, found in zip(made.table.measured, self.coefficients, strict=True)
        ]

    @property
    def sentences(self) -> tuple[str, ...]:
        """The answer, to be read aloud."""
        return (_whole(self.made), _by_family(self.made), _sure(self), _after(self.made), _near(self.moran), CAUTION)


CHANCE = 0.05
"""A probability below this rules chance out."""
NOTHING_CLEAR = "No single measure goes with it so clearly that chance is ruled out, once their number is allowed for."
CAUTION = (
    "These are associations, not causes: places differ in more than is measured, and a place that does well draws people and "
    "firms as much as they make it do well."
)


def make(atlas: Mapped, question: Question) -> Made:
    """Fit the outcome of all places on the four families and the regions.

    Raises:
        NotEnoughData: Too few places have every measure.
    """
    from levelling.challenge.predictors.fit import design, least_squares

    found = table(atlas, question)
    needed = FEWEST_EACH * (1 + len(found.measured) + max(0, len(set(found.clubs)) - 1))
    if len(found.areas) < needed:
        raise NotEnoughData(
            f"Only {len(found.areas)} {question.level.plural} have every measure; to explain {question.words} takes {needed}.",
            "Choose another window, or leave out --england.",
        )
    import numpy as np

    outcome = np.asarray(found.outcome, dtype=np.float64)
    families = [item.predictor.family.value for item in found.measured]
    columns = design(found.rows, families, found.clubs, Family.GEOGRAPHY.value)
    fit = least_squares(columns.matrix, outcome)
    at = {area.code: place for place, area in enumerate(found.areas)}
    return Made(found, columns, outcome, fit, at)


def explain(atlas: Mapped, question: Question) -> Explained:
    """What goes with growth, or with high output per hour: robust coefficients, shares by family, and what is left.

    Raises:
        NotEnoughData: Too few places have every measure.

    Example:
        >>> from levelling.atlas import Atlas
        >>> from levelling.challenge.predictors import Outcome, ask
        >>> atlas = Atlas.open()
        >>> found = explain(atlas, ask(atlas, Outcome.LEVEL))
        >>> 0 < found.made.fit.cross_validated_r2 < found.made.fit.r2 < 1
        True
    """
    made = make(atlas, question)
    sure = coefficients(made.design.matrix, made.outcome, len(made.table.measured))
    return Explained(made, sure, moran([float(item) for item in made.fit.residuals], neighbours(made.table.places)))


def _whole(made: Made) -> str:
    fit, question = made.fit, made.question
    count = f"{len(made.table.measured)} measures and the regions"
    seen = max(0, round(100 * fit.cross_validated_r2))
    unseen = "nothing: it cannot be foretold from them" if seen == 0 else f"{seen}%"
    explained, left = f"{100 * fit.r2:.0f}%", f"{100 * (1 - fit.r2):.0f}%"
    where = f"{len(made.table.areas)} {question.level.plural}"
    return (
        f"Together, {count} explain {explained} of the differences between {where} in {question.words}; {left} stays "
        f"unexplained. Allowing for the number of measures it is {100 * fit.adjusted_r2:.0f}%; of places that the fit has "
        f"not seen, {unseen}."
    )


def _by_family(made: Made) -> str:
    ordered = sorted(made.shares.items(), key=lambda pair: -pair[1])
    (first, most), *rest = [(_named(family), f"{100 * share:.0f}") for family, share in ordered]
    others = listed([f"{family} for {share}" for family, share in rest])
    return f"Of those {100 * made.fit.r2:.0f} points, {first} accounts for {most}, {others}."


def _named(family: str) -> str:
    return f"{family}, regions included," if family == Family.GEOGRAPHY else family


def _sure(found: Explained) -> str:
    made = found.made
    told = []
    for item, one in zip(made.table.measured, found.coefficients, strict=True):
        if one.adjusted_p < CHANCE:
            way = "higher" if one.value > 0 else "lower"
            told.append(f"{item.predictor.label} ({way} by {number(abs(one.value), 1)} for one standard deviation)")
    if not told:
        return NOTHING_CLEAR
    return f"Clear of chance, with all else alike: {'; '.join(told)}."


def _after(made: Made) -> str:
    late = [item.predictor.label for item in made.table.measured if item.after]
    if not late:
        return "Every measure was taken by the start."
    return f"Measured only after {made.question.start}, and so no cause of what came before: {'; '.join(late)}."


def _near(found: Moran) -> str:
    if found.p_value < CHANCE:
        return (
            f"Near places have like residuals (Moran's I {number(found.value, 2)}): something that neighbours share is not among "
            "the measures, and the intervals are a little too narrow."
        )
    return f"What is left shows no pattern on the map that chance could not make (Moran's I {number(found.value, 2)})."
