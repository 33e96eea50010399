"""A fund held against need: every area's money per head, the index, and who got more or less than areas of like need."""

from dataclasses import dataclass
from typing import Any

from levelling.atlas import Atlas
from levelling.core.area import Level
from levelling.core.errors import NotEnoughData
from levelling.solutions.funding.alike import Alike, alike
from levelling.solutions.funding.fund import Fund
from levelling.solutions.funding.measures import CurvePoint, Interval, concentration, curve, interval
from levelling.solutions.funding.need import NeedFigures, need_of, usual_need
from levelling.solutions.funding.placing import Given, Placing, Split, place
from levelling.solutions.funding.told import index_told, spread_told, unlike_told

_NOTES, _NAMES = 6, 5
FEWEST = 10
"""Of fewer areas no index is given."""


@dataclass(frozen=True, slots=True)
class Row:
    """One area, held against need.

    Attributes:
        given: What it was given.
        need: Its figure of need, in the indicator's unit; `None` where there is none.
        group: Which group of like need it is in, from 1 for the least; `None` where it is in none.
        expected: What its group got per head; `None` where it is in none.
    """

    given: Given
    need: float | None
    group: int | None
    expected: float | None

    @property
    def beyond(self) -> float | None:
        """What it got per head beyond areas of like need; below nought where it got less."""
        per_head = self.given.per_head
        return None if per_head is None or self.expected is None else per_head - self.expected


@dataclass(frozen=True, slots=True)
class AgainstNeed:
    """A fund held against need.

    Attributes:
        placing: The fund as it lies.
        need: The measure of need.
        rows: Every area, the most money per head first, then those of whom it is not known.
        index: The concentration index; `None` where it cannot be reckoned, and `why` says why.
        interval: Its interval; `None` where it has none.
        curve: The concentration curve; empty where there is no index.
        groups: The groups of like need, from the least need to the greatest.
        why: Why there is no index.
    """

    placing: Placing
    need: NeedFigures
    rows: tuple[Row, ...]
    index: float | None
    interval: Interval | None
    curve: tuple[CurvePoint, ...]
    groups: tuple[Alike, ...]
    why: str

    @property
    def fund(self) -> Fund:
        """The fund."""
        return self.placing.fund

    @property
    def held(self) -> tuple[Row, ...]:
        """The areas that have both money and need, and so make the index."""
        return tuple(row for row in self.rows if row.group is not None)

    @property
    def sentences(self) -> tuple[str, ...]:
        """What it says, to be read aloud."""
        return (*spread_told(self.placing, len(self.held)), *index_told(self), *unlike_told(self))

    def records(self) -> list[dict[str, Any]]:
        """One record an area, then one for each award that could not be placed, with `area` empty.

        Every record carries the index of the whole with its interval: `concentration_index`, `concentration_lower` and
        `concentration_upper`. Together the amounts come to the fund's total, less what lies outside the areas of the level.
        """
        found, span = self.placing, self.interval
        whole = {
            "fund": self.fund.slug,
            "period": self.fund.period.iso,
            "level": found.level.value,
            "need_indicator": self.need.indicator.slug,
            "need_category": self.need.category,
            "need_period": self.need.period.iso,
            "concentration_index": self.index,
            "concentration_lower": span.lower if span else None,
            "concentration_upper": span.upper if span else None,
        }
        made = [_record(row) | whole for row in self.rows]
        empty = dict.fromkeys(_record(self.rows[0])) if self.rows else {}
        return made + [
            {**empty, "name": award.name, "amount": award.pounds, "note": f"Not placed: {award.unplaced}", **whole}
            for award in found.unplaced
        ]


def _record(row: Row) -> dict[str, Any]:
    given = row.given
    return {
        "area": given.area.code,
        "name": given.area.name,
        "amount": given.pounds,
        "population": round(given.people),
        "per_head": given.per_head,
        "need": row.need,
        "need_group": row.group,
        "expected_per_head": row.expected,
        "beyond_per_head": row.beyond,
        "modelled": given.modelled,
        "known": given.known,
        "note": noted(given),
    }


def noted(given: Given) -> str:
    """What is to be minded of what an area was given: whence it was moved, what is in doubt, what else is told."""
    told = [given.why] if given.why else []
    names = [share.award.name for share in given.shares if share.award.name != given.area.name and not share.modelled]
    if names:
        others = f"; and {len(names) - _NAMES} more" if len(names) > _NAMES else ""
        told.append(f"For: {'; '.join(names[:_NAMES])}{others}.")
    for share in given.shares:
        award = share.award
        if share.modelled:
            told.append(f"£{share.pounds:,.0f} is its share by people of £{award.pounds:,.0f} for {award.lead or award.name}.")
        told += [f"{award.note.rstrip('.')}."] if award.note else []
        told += ["The sum is in doubt."] if award.doubtful else []
        told += [f"Also told: £{other.pounds:,.0f}, {other.note}." for other in award.also]
    once = list(dict.fromkeys(told))
    more = len(once) - _NOTES
    return " ".join(once if more <= 1 else [*once[:_NOTES], f"And {more} more notes, told with each area."])


def against_need(  # noqa: PLR0913 - what may be asked of a fund and a need
    atlas: Atlas,
    fund: Fund,
    need: str | None = None,
    level: Level | None = None,
    *,
    period: str | None = None,
    category: str | None = None,
    split: Split = Split.PEOPLE,
    draws: int | None = None,
    measured: bool = True,
) -> AgainstNeed:
    """Hold a fund against need.

    Args:
        atlas: Where figures are read.
        fund: The fund.
        need: The indicator; the usual index of deprivation where none is named.
        level: Which areas; the fund's own where none is given.
        period: The period of the need, ISO 8601; the newest where none is given.
        category: The category of the need.
        split: How awards to several named authorities are shared among them.
        draws: How many draws the interval rests on; nought for no interval.
        measured: Whether the index is reckoned at all; a plan needs only the areas of like need.

    Raises:
        UserError: The level or the indicator does not suit.
        NotEnoughData: No amount of the fund is known, or there are no figures of need for its areas.

    Example:
        >>> from levelling.solutions.funding import fund
        >>> atlas = Atlas.open()
        >>> found = against_need(atlas, fund(atlas, "town-deals"), "index-of-multiple-deprivation-2019-england")
        >>> found.index > 0
        True
    """
    if not fund.awards:
        raise NotEnoughData(f"No amount of {fund.title} is known.", fund.completeness)
    placing = place(atlas, fund, level, split)
    figures = need_of(atlas, placing, need or usual_need(fund), period, category)
    held = [item for item in placing.given if item.per_head is not None and item.area.code in figures.values]
    wants = {item.area.code: figures.of(item.area.code) for item in held}
    pounds = {item.area.code: item.pounds or 0.0 for item in held}
    people = {item.area.code: item.people for item in held}
    why = _why_not(len(held), sum(pounds.values()), placing)
    groups = alike(wants, pounds, people) if held else ()
    rows = _rows(placing, figures, groups)
    if why or not measured:
        return AgainstNeed(placing, figures, rows, None, None, (), groups, why or "The index was not asked for.")
    # Authorities that share one award by people are not apart: to draw them one by one would claim too much.
    times = 0 if placing.modelled > placing.placed / 2 else draws
    index, span = _index(list(pounds.values()), list(people.values()), list(wants.values()), times)
    points = curve(list(pounds.values()), list(people.values()), list(wants.values()))
    return AgainstNeed(placing, figures, rows, index, span, points, groups, "")


def _why_not(count: int, pounds: float, placing: Placing) -> str:
    if count < FEWEST:
        areas = f"{count} {placing.level.words if count == 1 else placing.level.plural}"
        return f"Money and need are both known for {areas}: too few for an index, which takes {FEWEST}."
    return "" if pounds else f"None of the money lies in {placing.level.plural} whose need is known."


def _index(pounds: list[float], people: list[float], need: list[float], draws: int | None) -> tuple[float, Interval | None]:
    import numpy as np

    money, living, wants = np.array(pounds), np.array(people), np.array(need)
    found = float(concentration(money, living, wants))
    if draws == 0:
        return found, None
    return found, interval(money, living, wants, **({"draws": draws} if draws else {}))


def _rows(placing: Placing, figures: NeedFigures, groups: tuple[Alike, ...]) -> tuple[Row, ...]:
    place_of = {code: at for at, group in enumerate(groups) for code in group.codes}
    rows = []
    for item in placing.given:
        at = place_of.get(item.area.code)
        expected = None if at is None else groups[at].per_head
        rows.append(Row(item, figures.values.get(item.area.code), None if at is None else at + 1, expected))
    return tuple(sorted(rows, key=_order))


def _order(row: Row) -> tuple[bool, float, str]:
    per_head = row.given.per_head
    return (per_head is None, -(per_head or 0.0), row.given.area.name)
