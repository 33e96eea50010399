"""What a place is specialised in: location quotients of output by industry.

    LQ = (output of the industry here / all output here) / (output of the industry in the UK / all output in the UK)

Above 1, the industry is a larger part of what is made here than in the UK. Small industries have wild quotients, so only those
that make up a fiftieth of output here, or of the UK's, are told.

References:
    Isserman, A. M. (1977). The location quotient approach to estimating regional economic impacts. Journal of the American
        Institute of Planners 43, 33-41.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from levelling.atlas.reading import Figures, newest, with_values
from levelling.challenge.predictors.families import INDUSTRIES
from levelling.challenge.predictors.reader import UK
from levelling.core.area import Area

OUTPUT = "gva"
LEAST = 0.02
"""The share of output, here or in the UK, that an industry must have to be told."""


@dataclass(frozen=True, slots=True)
class Quotient:
    """One industry of a place beside the UK.

    Attributes:
        industry: Its key.
        label: Its name.
        share: Its share of output here, %. Real estate and households are left out of the whole.
        uk_share: Its share of the UK's, %.
        quotient: The first over the second.
        period: When.
    """

    industry: str
    label: str
    share: float
    uk_share: float
    quotient: float
    period: str

    def record(self) -> dict[str, Any]:
        """Plain data."""
        return {
            "industry": self.industry,
            "label": self.label,
            "share": self.share,
            "uk_share": self.uk_share,
            "quotient": self.quotient,
            "period": self.period,
        }


def quotients(atlas: Figures, area: Area) -> tuple[Quotient, ...]:
    """What a place is specialised in, the highest quotient first; none where its output by industry is not all published.

    Example:
        >>> from levelling.atlas import Atlas
        >>> atlas = Atlas.open()
        >>> quotients(atlas, atlas.area("City of London"))[0].industry
        'finance-and-insurance'
    """
    if OUTPUT not in atlas.catalogue:
        return ()
    here, there = (atlas.store.area(code) for code in (area.code, UK))
    period = newest(with_values(here.get((OUTPUT, INDUSTRIES[0]), {})))
    if period is None:
        return ()
    own, uk = ([_value(found.get((OUTPUT, name), {}), period) for name in INDUSTRIES] for found in (here, there))
    return _quotients(own, uk, atlas.catalogue.get(OUTPUT).categories, period)


def _value(series: Any, period: str) -> float | None:
    figure = series.get(period)
    return figure.value if figure else None


def _quotients(
    own: Sequence[float | None], uk: Sequence[float | None], labels: dict[str, str], period: str
) -> tuple[Quotient, ...]:
    mine, theirs = ([value for value in values if value is not None] for values in (own, uk))
    if len(mine) < len(INDUSTRIES) or len(theirs) < len(INDUSTRIES) or sum(mine) <= 0:
        return ()
    found = []
    for name, value, usual in zip(INDUSTRIES, mine, theirs, strict=True):
        share, norm = value / sum(mine), usual / sum(theirs)
        if norm > 0 and max(share, norm) >= LEAST:
            found.append(Quotient(name, labels.get(name, name), 100 * share, 100 * norm, share / norm, period))
    return tuple(sorted(found, key=lambda item: -item.quotient))
