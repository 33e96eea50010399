"""Need: an indicator read so that more is always more need, for the areas a fund is laid on."""

from collections.abc import Mapping
from dataclasses import dataclass

from levelling.atlas import Atlas
from levelling.core.area import Level
from levelling.core.choice import category_of
from levelling.core.errors import NotEnoughData, UserError
from levelling.core.indicator import Direction, Indicator, Movement, Release
from levelling.core.period import Period, UnreadablePeriod
from levelling.solutions.funding.fund import Fund
from levelling.solutions.funding.ground import Ground
from levelling.solutions.funding.placing import Placing

_ENOUGH = 0.9
"""Least share of an area's people who must live where there is a figure, for an average over them."""
_BY_NATIONS = {
    frozenset("E"): "index-of-multiple-deprivation-2019-england",
    frozenset("W"): "index-of-multiple-deprivation-2019-wales",
}
_EVERYWHERE = "composite-deprivation-score-2020-uk"


@dataclass(frozen=True, slots=True)
class NeedFigures:
    """An indicator as a measure of need.

    Attributes:
        indicator: The indicator.
        category: The category; empty for the whole.
        period: When.
        values: The figure of each area, by code, in the indicator's unit.
        releases: The publications they were read from.
        averaged: Whether they were averaged over the people of authorities, and so are modelled.
    """

    indicator: Indicator
    category: str
    period: Period
    values: Mapping[str, float]
    releases: tuple[Release, ...]
    averaged: bool

    @property
    def title(self) -> str:
        """The indicator's title, with its category."""
        return self.indicator.named(self.category)

    @property
    def sign(self) -> int:
        """1 where a higher figure is more need, -1 where a lower one is."""
        return -1 if self.indicator.direction is Direction.HIGHER_BETTER else 1

    @property
    def direction(self) -> str:
        """Which way need is greater, in words."""
        return "the higher the figure, the greater the need" if self.sign > 0 else "the lower the figure, the greater the need"

    def of(self, code: str) -> float:
        """Need of an area, the higher the greater."""
        return self.sign * self.values[code]


def usual_need(fund: Fund) -> str:
    """The need a fund is held against where none is named: an index of deprivation.

    For a fund of England or of Wales it is that nation's of 2019; else the one that was made to compare the four nations.

    Example:
        >>> from levelling.solutions.funding import fund
        >>> usual_need(fund(Atlas.open(), "town-deals"))
        'index-of-multiple-deprivation-2019-england'
    """
    return _BY_NATIONS.get(frozenset(fund.nations), _EVERYWHERE)


def need_of(atlas: Atlas, placing: Placing, slug: str, period: str | None = None, category: str | None = None) -> NeedFigures:
    """An indicator for the areas of a placing.

    For areas larger than an authority it is the average over their people of the authorities' figures, where it may be averaged.

    Args:
        atlas: Where figures are read.
        placing: The fund as it lies.
        slug: The indicator.
        period: ISO 8601; the newest where none is given.
        category: The category; the one a plan shows where none is given.

    Raises:
        UserError: Neither way of the indicator is need, it is a count, or it cannot be averaged over larger areas.
        NotEnoughData: There are no figures for these areas.
    """
    indicator = atlas.catalogue.get(slug)
    _refuse(indicator)
    wanted = category_of(indicator, category)
    when = _period(period) or atlas.newest_period(indicator.slug, Level.LAD, wanted)
    column = atlas.store.column(indicator.slug, wanted, when) if when else {}
    known = {code: figure.value for code, figure in column.items() if figure.value is not None}
    authorities = {area.code for area in atlas.gazetteer.all(Level.LAD)} & known.keys()
    if when is None or not authorities:
        told = f" for {when}" if when else ""
        raise NotEnoughData(
            f"{indicator.title} has no figures for local authorities{told}.", f"See what there is: levelling indicator {slug}."
        )
    releases = tuple(dict.fromkeys(atlas.release(column[code].release) for code in sorted(authorities)))
    codes = [item.area.code for item in placing.given]
    if placing.level is Level.LAD:
        values = {code: known[code] for code in codes if code in known}
    else:
        if indicator.movement is not Movement.MEAN:
            raise UserError(
                f"{indicator.title} cannot be averaged over {placing.level.plural}.",
                "Choose --level lad, or another indicator.",
            )
        values = _averages(Ground.of(atlas, placing.fund.period), placing, {code: known[code] for code in authorities})
    if not values:
        raise NotEnoughData(
            f"{indicator.title} has no figures for any of the {placing.level.plural} that {placing.fund.title} was for.",
            "It may be for another nation.",
        )
    return NeedFigures(indicator, wanted, Period.parse(when), values, releases, placing.level is not Level.LAD)


def _refuse(indicator: Indicator) -> None:
    if indicator.direction is Direction.NEITHER:
        raise UserError(
            f"{indicator.title} is no measure of need: neither way of it is good.", "Choose an indicator with a good way."
        )
    if indicator.movement is Movement.SUM:
        raise UserError(
            f"{indicator.title} is a count, which says more of how large a place is than of its need.",
            "Choose a rate or a score.",
        )


def _period(text: str | None) -> str | None:
    if text is None:
        return None
    try:
        return Period.parse(text).iso
    except UnreadablePeriod as error:
        raise UserError(str(error)) from error


def _averages(ground: Ground, placing: Placing, known: Mapping[str, float]) -> dict[str, float]:
    found = {}
    for item in placing.given:
        parts = ground.parts(item.codes or (item.area.code,))
        inside = {code: people for code, people in parts.items() if code in known}
        everyone, covered = sum(parts.values()), sum(inside.values())
        if everyone and covered / everyone >= _ENOUGH:
            found[item.area.code] = sum(known[code] * people for code, people in inside.items()) / covered
    return found
