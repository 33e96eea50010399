"""Apprenticeships by where people live and where they are taught: what flows in and out, taken together."""

from dataclasses import dataclass

from levelling.atlas.reading import Figures, newest, with_values
from levelling.challenge.phrases import place
from levelling.core.area import Area, Level
from levelling.core.estimate import Estimate
from levelling.core.period import Period
from levelling.core.words import number

RESIDENTS, TAUGHT = "apprenticeship-starts-residents", "apprenticeship-starts-taught-here"


@dataclass(frozen=True, slots=True)
class Flow:
    """Apprenticeships begun in one school year, both ways of counting.

    Attributes:
        residents: By people who live here, wherever they are taught.
        taught: Taught here, wherever the apprentices live.
        sentence: To be read aloud.
    """

    residents: Estimate
    taught: Estimate
    sentence: str

    @property
    def net(self) -> float:
        """Taught here less begun by those who live here: above nought, more are taught here than live here."""
        return (self.taught.value or 0.0) - (self.residents.value or 0.0)

    @property
    def per_hundred(self) -> float | None:
        """The net flow for every 100 begun by those who live here; `None` where none was."""
        return 100 * self.net / self.residents.value if self.residents.value else None


def flow(atlas: Figures, area: Area) -> Flow | None:
    """The newest whole school year with both counts; `None` where there is none, or the area is the whole of England.

    Example:
        >>> from levelling.atlas import Atlas
        >>> atlas = Atlas.open()
        >>> flow(atlas, atlas.area("Hartlepool")).net
        -65.0
    """
    if RESIDENTS not in atlas.catalogue or TAUGHT not in atlas.catalogue or area.code == "E92000001" or area.level is Level.UK:
        return None
    series = atlas.store.area(area.code)
    shared = set(with_values(series.get((RESIDENTS, ""), {}))) & set(with_values(series.get((TAUGHT, ""), {})))
    key = newest(shared)
    period = Period.parse(key) if key else None
    residents = atlas.estimate(RESIDENTS, area, period, "")
    taught = atlas.estimate(TAUGHT, area, residents.period if period is None else period, "")
    if residents.value is None or taught.value is None:
        return None
    return Flow(residents, taught, _sentence(area, residents, taught))


def _sentence(area: Area, residents: Estimate, taught: Estimate) -> str:
    here, there = residents.value or 0.0, taught.value or 0.0
    net = there - here
    start, end = residents.period.start.year, residents.period.end.year
    opening = (
        f"In the school year {start} to {end}, {number(here, 0)} people who live in {place(area)} began an apprenticeship, and "
        f"{number(there, 0)} began one that is taught there"
    )
    if net == 0:
        return f"{opening}: as many as live there."
    return f"{opening}: {number(abs(net), 0)} {'more' if net > 0 else 'fewer'} than live there."
