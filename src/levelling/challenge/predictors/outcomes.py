"""What is to be explained: how fast output per hour grew, or how high it is."""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum

from levelling.atlas.reading import Figures
from levelling.core.area import Level
from levelling.core.errors import UserError

REAL, HOURS = "gva-volume", "hours-worked-per-week"
REAL_INDEX, LEVEL_INDEX = "gva-per-hour-worked-volume-index", "gva-per-hour-worked-index"
POUNDS = "gross-value-added-per-hour-worked"
"""Of local authorities and the UK: a newer edition than the index."""
UK = "K02000001"
LEVELS = (Level.LAD, Level.ITL3)
FIRST = 2008
"""Where a window starts unless asked otherwise: the source paper's own."""


class Outcome(StrEnum):
    """What is explained."""

    GROWTH = "growth"
    LEVEL = "level"


@dataclass(frozen=True, slots=True)
class Question:
    """What is asked.

    Attributes:
        outcome: Growth or level.
        level: Local authorities or ITL3 areas.
        start: First year of the window; for a level, the year itself.
        end: Last year.
        england: Whether predictors that only England has are used as well, so that other nations are left out.
    """

    outcome: Outcome
    level: Level
    start: int
    end: int
    england: bool

    @property
    def words(self) -> str:
        """What is explained, in words."""
        if self.outcome == Outcome.LEVEL:
            return f"output per hour in {self.end}"
        return f"real growth in output per hour from {self.start} to {self.end}"

    @property
    def unit(self) -> str:
        """The unit of the outcome."""
        return "index points" if self.outcome == Outcome.LEVEL else "percentage points a year"

    @property
    def axis(self) -> str:
        """What a drawing of the outcome measures."""
        return "output per hour, UK = 100" if self.outcome == Outcome.LEVEL else "real growth in output per hour, % a year"

    @property
    def slugs(self) -> tuple[str, ...]:
        """The indicators the outcome is read from."""
        if self.outcome == Outcome.LEVEL:
            return (POUNDS,) if self.level == Level.LAD else (LEVEL_INDEX,)
        return (REAL, HOURS) if self.level == Level.LAD else (REAL_INDEX,)


def ask(
    atlas: Figures,
    outcome: Outcome = Outcome.GROWTH,
    level: Level = Level.LAD,
    start: int | None = None,
    end: int | None = None,
    *,
    england: bool = False,
) -> Question:
    """A question checked against the figures: the window lies inside the series.

    Raises:
        UserError: The level has no such figures, or the window is outside the series.
    """
    if level not in LEVELS:
        raise UserError(
            f"Growth is explained for local authorities and ITL3 areas, not for {level.plural}.", "Use --level lad or itl3."
        )
    if outcome == Outcome.LEVEL and start is not None:
        raise UserError("The level is explained in one year, so it takes no --from.", "Give the year with --to.")
    years = _years(atlas, outcome, level)
    last = years[-1] if end is None else end
    first = last if outcome == Outcome.LEVEL else FIRST if start is None else start
    if first not in years or last not in years:
        asked = f"The year {last} is not" if outcome == Outcome.LEVEL else f"The years {first} to {last} are not all"
        raise UserError(
            f"{asked} in the series, which runs from {years[0]} to {years[-1]}.",
            "Choose --from and --to again.",
        )
    if outcome == Outcome.GROWTH and last - first < 3:
        raise UserError(
            f"A window from {first} to {last} is too short: growth over fewer than three years is mostly noise.",
            "Choose --from and --to again.",
        )
    return Question(outcome, level, first, last, england)


def _years(atlas: Figures, outcome: Outcome, level: Level) -> list[int]:
    """The years that an area with every figure has, read from one of them."""
    example = "E06000001" if level == Level.LAD else "TLC31"
    held = atlas.store.area(example)
    found = [
        {int(key) for key, figure in held.get((slug, ""), {}).items() if key.isdigit() and figure.value is not None}
        for slug in Question(outcome, level, 0, 0, england=False).slugs
    ]
    years = sorted(set.intersection(*found))
    if not years:
        raise UserError(f"The figures hold no output per hour for the level {level.value}.", "Build the figures again.")
    return years


def keys(question: Question) -> list[tuple[str, str, str]]:
    """The columns an outcome is read from."""
    return [(slug, "", str(year)) for slug in question.slugs for year in dict.fromkeys((question.start, question.end))]


def values(atlas: Figures, question: Question) -> Mapping[str, float]:
    """The outcome of every area that has one: growth in percent a year, compounded; or the level.

    With real output per hour `p`, growth from year `s` to `e` is `100 ((p_e / p_s)^(1 / (e - s)) - 1)`.
    """
    if question.outcome == Outcome.LEVEL:
        return _level(atlas, question)
    before, after = (_per_hour(atlas, question, year) for year in (question.start, question.end))
    years = question.end - question.start
    return {code: 100 * ((after[code] / value) ** (1 / years) - 1) for code, value in before.items() if code in after}


def _level(atlas: Figures, question: Question) -> dict[str, float]:
    """Output per hour, UK = 100: published for ITL3 areas, divided here by the UK's for local authorities."""
    if question.level != Level.LAD:
        return _column(atlas, LEVEL_INDEX, question.end)
    found = _column(atlas, POUNDS, question.end)
    uk = found.get(UK)
    return {code: 100 * value / uk for code, value in found.items()} if uk else {}


def _per_hour(atlas: Figures, question: Question, year: int) -> dict[str, float]:
    if question.level != Level.LAD:
        return _column(atlas, REAL_INDEX, year)
    output, hours = _column(atlas, REAL, year), _column(atlas, HOURS, year)
    return {code: value / hours[code] for code, value in output.items() if code in hours}


def _column(atlas: Figures, slug: str, year: int) -> dict[str, float]:
    return {code: item.value for code, item in atlas.store.column(slug, "", str(year)).items() if item.value}
