"""The need to retrain: more people than in England in occupations whose tasks suit machines."""

from itertools import chain
from weakref import WeakKeyDictionary

from levelling.atlas import Atlas
from levelling.challenge.automation import Gap, Reading, automation, read_risks
from levelling.challenge.automation.reckoning import MISSING
from levelling.challenge.automation.risks import MEASURED, Risks
from levelling.challenge.needs.measures import AUTOMATION, NAMES
from levelling.challenge.needs.sizes import said
from levelling.challenge.phrases import certainty, place
from levelling.core.area import Area, Level
from levelling.core.comparison import Verdict
from levelling.core.difference import spread
from levelling.core.indicator import Topic
from levelling.core.need import Need, Size
from levelling.core.words import number

_RELEASES = ("ons-aps-2023", "nesta-career-causeways", "ons-soc-2020")
_CLOSES = "fewer people in occupations at high risk"
_KEPT: WeakKeyDictionary[Atlas, Risks] = WeakKeyDictionary()
_SPREADS: WeakKeyDictionary[Atlas, float | None] = WeakKeyDictionary()


def automation_need(atlas: Atlas, area: Area) -> Need | None:
    """The need, where the share at high risk has a margin of error and can be held against England's; else `None`."""
    if not atlas.store.has("automation_shares"):
        return None
    risks = _risks(atlas)
    found = automation(atlas, area, risks)
    gap = found.gap
    reading = next(
        (item for item in (found.reading, *found.others) if item is not None and item.classification == MEASURED.name), None
    )
    if gap is None or reading is None:
        return None
    verdict = {Verdict.HIGHER: Verdict.WORSE}.get(gap.verdict, gap.verdict)
    more = gap.difference > 0
    usual = _usual(atlas, risks) if more else None
    times = reading.people / 100
    size = Size(
        abs(gap.difference) * times,
        "people",
        f"The difference in shares, times {number(reading.people, 0)} people in work who live here, {reading.period.label}.",
        lower=None if gap.lower is None or not more else max(0.0, gap.lower) * times,
        upper=None if gap.upper is None or not more else max(0.0, gap.upper) * times,
    )
    return Need(
        id=AUTOMATION,
        name=NAMES[AUTOMATION],
        topic=Topic.SKILLS,
        group="people in work whose tasks suit machines",
        ages="",
        area=area,
        period=reading.period,
        measure="share-in-occupations-at-high-risk",
        value=reading.share,
        unit="%",
        against=gap.name,
        against_value=gap.value,
        difference=gap.difference,
        verdict=verdict if more else Verdict.BETTER,
        distance=abs(gap.difference) / usual if usual else None,
        size=size,
        people=reading.at_risk,
        sentence=_sentence(area, reading, gap, size),
        inputs=(),
        releases=atlas.held(_RELEASES),
    )


def _sentence(area: Area, reading: Reading, gap: Gap, size: Size) -> str:
    opening = (
        f"Of the people in work who live in {place(area)}, {number(reading.share, 1)}% were in occupations at high risk of "
        f"automation in {reading.period.label}, against {number(gap.value, 1)}% in {gap.name}. {certainty(gap.verdict)}"
    )
    if gap.difference <= 0:
        return opening
    closed = said(size, _CLOSES, gap.name)
    if gap.verdict == Verdict.CANNOT_TELL:
        return f"{opening} If the difference is a true one, {closed[:1].lower()}{closed[1:]}"
    return f"{opening} {closed}"


def _risks(atlas: Atlas) -> Risks:
    """The risk of each occupation group: read once."""
    if atlas not in _KEPT:
        _KEPT[atlas] = read_risks(atlas)
    return _KEPT[atlas]


def _usual(atlas: Atlas, risks: Risks) -> float | None:
    """The usual spread of shares at high risk between local authorities."""
    if atlas not in _SPREADS:
        codes = [item.code for item in atlas.gazetteer.all(Level.LAD)]
        rows = [(key, risk.share, risk.usual) for key, risk in risks[MEASURED.name].items()]
        # In one read: to make a whole reading of every authority would take a plan longer than all its other needs.
        sql = (
            "SELECT round(100 * sum(value * risk.share) / sum(value), 6) FROM estimates "
            f"JOIN (VALUES {', '.join('(?, ?, ?)' for _ in rows)}) AS risk(category, share, usual) USING (category) "
            f"WHERE indicator = ? AND period = ? AND value IS NOT NULL AND area_code IN ({', '.join('?' for _ in codes)}) "
            "GROUP BY area_code HAVING sum(risk.usual) >= ? ORDER BY area_code"
        )
        # Rounded and in order, so that the same figures give the same spread to the last digit.
        shares = atlas.store.query(sql, [*chain(*rows), MEASURED.slug, MEASURED.period, *codes, 1 - MISSING])
        _SPREADS[atlas] = spread([share for (share,) in shares]) or None
    return _SPREADS[atlas]
