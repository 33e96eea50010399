"""How far a week's pay goes against the legal floor and the real Living Wage, year by year.

Local pay is published by the week and the rates are by the hour. So the week's pay is divided by the rate: how many hours at the
real Living Wage the median employee's week is worth. No working week has to be assumed. Who works more hours than that for it is
paid less than the rate.
"""

from dataclasses import dataclass

from levelling.atlas.reading import Figures
from levelling.atlas.wage_floors import Floor, legal_floor, living_wage
from levelling.core.area import Area
from levelling.core.estimate import Estimate
from levelling.core.period import Period

PAY = "gross-median-weekly-pay"
LONDON = "E12000007"


@dataclass(frozen=True, slots=True)
class Year:
    """One year's pay and rates.

    Attributes:
        period: The day or days the pay is for.
        pay: The median week's pay of employees who live in the area; its value may be missing.
        legal: The full legal rate then; `None` before October 2011.
        living: The real Living Wage then, of London for a place in London; `None` where it is not known.
    """

    period: Period
    pay: Estimate
    legal: Floor | None
    living: Floor | None

    @property
    def hours_at_legal(self) -> float | None:
        """Hours at the legal floor that the median week's pay is worth."""
        return _over(self.pay.value, self.legal)

    @property
    def hours_at_living(self) -> float | None:
        """Hours at the real Living Wage that the median week's pay is worth."""
        return _over(self.pay.value, self.living)

    @property
    def apart(self) -> float | None:
        """The real Living Wage less the legal floor, in pounds an hour."""
        return None if self.legal is None or self.living is None else round(self.living.pounds - self.legal.pounds, 2)


def years(figures: Figures, area: Area) -> tuple[Year, ...]:
    """Every year with a median week's pay for the place, oldest first, beside the rates of that spring.

    Args:
        figures: Where the figures are read.
        area: The place.

    Returns:
        None where pay is not published for it: a median cannot be made from its parts.
    """
    if PAY not in figures.catalogue:
        return ()
    series = figures.store.area(area.code).get((PAY, ""), {})
    london = in_london(area)
    made = []
    for key, figure in series.items():
        if figure.value is None:
            continue
        period = Period.parse(key)
        day = period.start
        made.append(Year(period, figures.estimate(PAY, area, period), legal_floor(day), living_wage(day, london=london)))
    return tuple(sorted(made, key=lambda year: year.period))


def in_london(area: Area) -> bool:
    """Whether the London rate is the one that counts here."""
    return LONDON in {area.code, *area.parents.values()} or area.code == "TLI"


def _over(pay: float | None, rate: Floor | None) -> float | None:
    return None if pay is None or rate is None else pay / rate.pounds
