"""One indicator over the whole country: who stands where, how far apart the ends and the middle are, who has no figure.

Classes hold equal shares of the areas (fifths where there are enough), so they say who is where in the order. How far apart the
areas are is said by the sentence: the ends, and the two values between which half of the areas lie, each one that an area has.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from levelling.atlas import Atlas
from levelling.atlas.tables import periods_of
from levelling.challenge.phrases import place, when
from levelling.core.area import Area, Level
from levelling.core.choice import category_of
from levelling.core.classes import share_names, shares
from levelling.core.errors import NotEnoughData, UserError
from levelling.core.estimate import Estimate, Status
from levelling.core.indicator import Indicator, OfficialStatus, Release
from levelling.core.period import Period
from levelling.core.words import amount

_REDRAWN = frozenset({Level.ITL1, Level.ITL2, Level.ITL3})
"""Areas made for statistics alone, and redrawn every few years while their figures stay those of the old ones."""
_WITHHELD = "The publisher withheld it or could not measure it reliably."


@dataclass(frozen=True, slots=True)
class Missing:
    """An area without a figure, and why."""

    area: Area
    why: str


@dataclass(frozen=True, slots=True)
class Mapped:
    """An indicator over every area of a level, for one period.

    Attributes:
        indicator: What is measured.
        category: Which category; empty for the whole.
        level: The level of the areas.
        period: When.
        estimates: Each area's figure, from the highest to the lowest.
        missing: The areas without one, by name.
        bands: The class of each area with a figure, by code, from 0 for the lowest.
        names: What each class is.
        sentence: How far apart the areas are, to be read aloud.
        told: The estimates the sentence rests on.
        cautions: What a careful reader should know, each a sentence.
    """

    indicator: Indicator
    category: str
    level: Level
    period: Period
    estimates: tuple[Estimate, ...]
    missing: tuple[Missing, ...]
    bands: dict[str, int]
    names: tuple[str, ...]
    sentence: str
    told: tuple[Estimate, ...]
    cautions: tuple[str, ...]

    @property
    def releases(self) -> tuple[Release, ...]:
        """The publications the figures come from, each once."""
        return tuple(dict.fromkeys(item.release for item in self.estimates))

    @property
    def title(self) -> str:
        """What is measured and when."""
        return f"{self.indicator.named(self.category)}, {self.period.label}"

    def ranks(self) -> dict[str, int]:
        """The place of each area from the highest down, by code; equal values share a place."""
        found: dict[str, int] = {}
        before: Estimate | None = None
        for at, item in enumerate(self.estimates, 1):
            same = before is not None and before.value == item.value
            found[item.area.code] = found[before.area.code] if same and before else at
            before = item
        return found

    def records(self) -> list[dict[str, Any]]:
        """Plain data, one record an area: those with a figure from the highest down, then those without, each with why."""
        ranks = self.ranks()
        about = {
            "indicator": self.indicator.slug,
            "category": self.category,
            "level": self.level.value,
            "period": self.period.iso,
        }
        shown = [
            {
                "area": item.area.code,
                "name": item.area.name,
                **about,
                "value": item.value,
                "lower": item.lower,
                "upper": item.upper,
                "unit": self.indicator.unit,
                "status": item.status.value,
                "rank": ranks[item.area.code],
                "class": self.bands[item.area.code] + 1,
                "class_name": self.names[self.bands[item.area.code]],
                "reason": None,
                "publisher": item.release.publisher,
                "release": item.release.title,
                "official_status": self.indicator.official_status.value,
                "frozen": bool(self.indicator.frozen),
            }
            for item in self.estimates
        ]
        empty = dict.fromkeys(shown[0])
        absent = [
            {**empty, "area": item.area.code, "name": item.area.name, **about}
            | {
                "unit": self.indicator.unit,
                "status": Status.MISSING.value,
                "reason": item.why,
                "frozen": bool(self.indicator.frozen),
            }
            for item in self.missing
        ]
        return [*shown, *absent]


def mapped(atlas: Atlas, slug: str, level: Level = Level.LAD, period: str | None = None, category: str | None = None) -> Mapped:
    """One indicator over every area of a level.

    Only what is published for the areas themselves is shown; nothing is moved from other areas.

    Args:
        atlas: Where the figures are read.
        slug: The indicator.
        level: Which areas.
        period: A period in ISO 8601, or the year one lies in where it holds only one; `None` for the newest.
        category: A category of the indicator; `None` for the one a plan shows.

    Raises:
        UserError: The period or category is none it has.
        NotEnoughData: Fewer than two areas of the level have a figure.

    Example:
        >>> found = mapped(Atlas.open(), "gross-median-weekly-pay", period="2015")
        >>> found.period.iso, found.names[0]
        ('2015-04-22', 'lowest fifth')
    """
    indicator = atlas.catalogue.get(slug)
    wanted = category_of(indicator, category)
    when_of = _period(atlas, indicator, level, wanted, period)
    estimates = [item for item in atlas.column(slug, level, when_of, wanted) if item.value is not None]
    estimates += _of_then(atlas, slug, wanted, level, when_of)
    if len(estimates) < 2:
        raise NotEnoughData(
            f"{indicator.named(wanted)} has figures for fewer than two {level.plural} {when(when_of)}.",
            _levels(atlas, slug, wanted),
        )
    return in_order(estimates, level, _missing(atlas, indicator, wanted, level, when_of, [item.area for item in estimates]))


def in_order(estimates: Sequence[Estimate], level: Level, missing: Sequence[Missing] = ()) -> Mapped:
    """Estimates of one indicator and period put in order, classed and told.

    Args:
        estimates: One for each area, each with a value; at least one.
        level: The level of the areas.
        missing: The areas without a figure.
    """
    ordered = sorted(estimates, key=lambda item: (-(item.value or 0.0), item.area.name))
    values = {item.area.code: item.value for item in ordered if item.value is not None}
    count = min(5, len(set(values.values())))
    bands, names = (shares(values, count), share_names(count)) if count > 1 else (dict.fromkeys(values, 0), ("all the same",))
    sentence, told = _spread(ordered, level)
    first = ordered[0]
    return Mapped(
        indicator=first.indicator,
        category=first.category,
        level=level,
        period=first.period,
        estimates=tuple(ordered),
        missing=tuple(missing),
        bands=bands,
        names=names,
        sentence=sentence,
        told=told,
        cautions=tuple(_cautions(first.indicator, ordered, level)),
    )


def _period(atlas: Atlas, indicator: Indicator, level: Level, category: str, asked: str | None) -> Period:
    """The period asked for; the newest that most of the areas have where none is."""
    known = periods_of(atlas, indicator.slug, level, category)
    if not known:
        raise NotEnoughData(
            f"{indicator.named(category)} is not published for {level.plural}.", _levels(atlas, indicator.slug, category)
        )
    if asked is None:
        newest = atlas.newest_period(indicator.slug, level, category)
        return Period.parse(newest) if newest else known[-1]
    same = [period for period in known if period.iso == asked.strip()]
    within = same or [period for period in known if period.iso.startswith(asked.strip()) and asked.strip()[:4].isdigit()]
    if len(within) == 1:
        return within[0]
    if within:
        raise UserError(
            f"{indicator.named(category)} has {len(within)} periods in {asked}.",
            f"Choose one, from {within[0].iso} to {within[-1].iso}.",
        )
    spans = f"from {known[0].iso} to {known[-1].iso}" if len(known) > 1 else f"only for {known[0].iso}"
    raise UserError(
        f"{indicator.named(category)} has no figures for '{asked[:40]}' for {level.plural}.", f"There are figures {spans}."
    )


def _levels(atlas: Atlas, slug: str, category: str) -> str:
    levels = [level.value for level in atlas.movements.coverage.levels(slug, category) if level is not Level.UK]
    return f"There are figures for these levels: {', '.join(levels)}." if levels else ""


def _spread(estimates: Sequence[Estimate], level: Level) -> tuple[str, tuple[Estimate, ...]]:
    """How far apart the areas are: the ends, and between which two half of them lie."""
    highest, lowest = estimates[0], estimates[-1]
    if highest.value == lowest.value:
        return f"All {level.plural} with a figure have {_amount(highest)}.", (highest,)
    sentence = f"It runs from {_amount(lowest)} in {place(lowest.area)} to {_amount(highest)} in {place(highest.area)}."
    if len(estimates) < 8:
        return sentence, (lowest, highest)
    upwards = list(reversed(estimates))
    # The values that the areas a quarter of the way from each end have: none is made up between two.
    low, high = upwards[(len(upwards) - 1) // 4], upwards[-1 - (len(upwards) - 1) // 4]
    middle = f" Half of the {level.plural} lie between {_amount(low)} and {_amount(high)}."
    return f"{sentence}{middle}", (lowest, highest, low, high)


def _amount(item: Estimate) -> str:
    return amount(item.value or 0.0, item.indicator)


def _of_then(atlas: Atlas, slug: str, category: str, level: Level, period: Period) -> list[Estimate]:
    """Figures of statistical areas that have since been redrawn: the whole map is of the areas the figures were made for."""
    if level not in _REDRAWN:
        return []
    column = atlas.store.column(slug, category, period.iso)
    ended = [area for area in atlas.gazetteer.all(level, abolished=True) if not area.is_current and area.code in column]
    found = [atlas.estimate(slug, area, period, category) for area in ended]
    return [item for item in found if item.value is not None and item.moved is None]


def _missing(
    atlas: Atlas, indicator: Indicator, category: str, level: Level, period: Period, there: Sequence[Area]
) -> tuple[Missing, ...]:
    codes = {area.code for area in there}
    # Where areas have been redrawn, one of today whose authorities all have a figure under another name is not missing.
    covered = {code for area in there if level in _REDRAWN for code in atlas.gazetteer.authorities(area)}
    absent = sorted(
        (
            area
            for area in atlas.gazetteer.all(level)
            if area.code not in codes and not (covered and covered.issuperset(atlas.gazetteer.authorities(area)))
        ),
        key=lambda area: area.name,
    )
    atlas.store.load_areas([area.code for area in absent])
    return tuple(Missing(area, _why(atlas, indicator, category, area, period)) for area in absent)


def _why(atlas: Atlas, indicator: Indicator, category: str, area: Area, period: Period) -> str:
    series = atlas.store.area(area.code).get((indicator.slug, category), {})
    if period.iso in series:
        return _WITHHELD
    if any(figure.value is not None for figure in series.values()):
        return f"Published for {area.name}, but not for {period.label}."
    return atlas.movements.coverage.why_absent(indicator, area, category)


def _cautions(indicator: Indicator, estimates: Sequence[Estimate], level: Level) -> list[str]:
    found = []
    if any(not item.area.is_current for item in estimates):
        found.append(f"The figures are for {level.plural} as they were drawn then; some of them have been redrawn since.")
    if indicator.official_status is OfficialStatus.SUSPENDED:
        found.append("Its accreditation as an official statistic is suspended.")
    if indicator.frozen:
        found.append(indicator.frozen)
    for status, words in (
        (Status.PROVISIONAL, "Provisional: the publisher may revise the figures marked so."),
        (Status.UNRELIABLE, "The publisher marks some of the figures as unreliable."),
        (Status.MODELLED, "Some of the figures are modelled."),
    ):
        if any(item.status is status for item in estimates):
            found.append(words)
    if any(item.has_interval for item in estimates):
        found.append(
            "Each figure has a margin of error, and the ends of the list are where chance plays the largest part: areas next to "
            "one another in the order can seldom be told apart."
        )
    else:
        found.append("No margin of error is published with these figures, so how sure the order is cannot be said.")
    return found
