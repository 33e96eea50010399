"""Adults in further education, and how far their number fell."""

from dataclasses import dataclass

from levelling.atlas.reading import Figures
from levelling.challenge.phrases import place
from levelling.core.area import Area, Level
from levelling.core.estimate import Estimate
from levelling.core.period import Period
from levelling.core.words import number

SLUG = "further-education-adults-2016-to-2020"
FIRST, BEFORE = "2016-08-01/P1Y", "2018-08-01/P1Y"
"""The first year there is, and the last before the series breaks and the pandemic comes."""
ENGLAND = "E92000001"


@dataclass(frozen=True, slots=True)
class Fall:
    """Adults in further education through the years of one series.

    Attributes:
        area: Where.
        years: Every year with a figure, oldest first.
        england: The same years for England; empty for England itself.
        percent: Change from the first year to the last before the pandemic, in percent of the first.
        england_percent: The same for England; `None` for England itself.
        sentence: To be read aloud.
    """

    area: Area
    years: tuple[Estimate, ...]
    england: tuple[Estimate, ...]
    percent: float
    england_percent: float | None
    sentence: str

    @property
    def first(self) -> Estimate:
        """The first year."""
        return self.years[0]

    @property
    def before(self) -> Estimate:
        """The last year before the pandemic."""
        return next(item for item in self.years if item.period == Period.parse(BEFORE))


def change(then: float, now: float) -> float:
    """Change in percent of what was.

    Raises:
        ValueError: There was nothing to begin with.

    Example:
        >>> round(change(2_236_790, 2_068_200), 1)
        -7.5
    """
    if then <= 0:
        raise ValueError("a change in percent needs something to begin with")
    return 100 * (now - then) / then


def fall(atlas: Figures, area: Area) -> Fall | None:
    """Adults in further education in a place from 2016/17; `None` where the years that matter are not published.

    Example:
        >>> from levelling.atlas import Atlas
        >>> atlas = Atlas.open()
        >>> round(fall(atlas, atlas.area("Hartlepool")).percent, 1)
        -5.3
    """
    if SLUG not in atlas.catalogue or area.level is Level.UK:
        return None
    years = _years(atlas, area)
    found = _changes(years)
    if found is None:
        return None
    there = () if area.code == ENGLAND else _years(atlas, atlas.gazetteer.get(ENGLAND))
    england = _changes(there)
    return Fall(area, years, there, found, england, _sentence(area, years, found, england))


def _years(atlas: Figures, area: Area) -> tuple[Estimate, ...]:
    periods = [
        Period(Period.parse(FIRST).start.replace(year=year), Period.parse(FIRST).end.replace(year=year + 1))
        for year in range(2016, 2021)
    ]
    found = (atlas.estimate(SLUG, area, period, "") for period in periods)
    return tuple(item for item in found if item.value is not None)


def _changes(years: tuple[Estimate, ...]) -> float | None:
    values = {item.period.iso: item.value for item in years}
    first, before = values.get(FIRST), values.get(BEFORE)
    if not first or before is None:
        return None
    return change(first, before)


def _sentence(area: Area, years: tuple[Estimate, ...], percent: float, england: float | None) -> str:
    values = {item.period.iso: item.value or 0.0 for item in years}
    first, before = number(values[FIRST], 0), number(values[BEFORE], 0)
    told = f"{went(percent)}, while in England as a whole the number {went(england)}" if england is not None else went(percent)
    return (
        f"The number of adults in {place(area)} who took a publicly funded course went from {first} in the school year 2016 to "
        f"2017 to {before} in 2018 to 2019, the last before the pandemic: it {told}."
    )


def went(percent: float) -> str:
    """A change in words: 'fell by 5.3%', 'rose by 1.0%', 'stayed the same'."""
    size = number(abs(percent), 1)
    if float(size) == 0:
        return "stayed the same"
    return f"{'fell' if percent < 0 else 'rose'} by {size}%"
