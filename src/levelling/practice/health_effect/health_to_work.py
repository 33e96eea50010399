"""From health to work: what research says would follow for work if people here were in better health."""

from collections.abc import Iterator

from levelling.atlas.health_links import fewer_ill, figure_of
from levelling.atlas.parameters import parameter
from levelling.atlas.reading import Figures
from levelling.core.difference import difference, interval_of
from levelling.core.estimate import Estimate
from levelling.core.words import number, place
from levelling.practice.health_effect.base import Base
from levelling.practice.health_effect.effect import Causation, Effect, Turn, Way

_ENGLAND, _UK = "E92000001", "K02000001"
_LINKS = {
    "inactive": "inactivity-for-limiting-illness",
    "employment-gap": "good-health-rise-closing-employment-gap",
    "work-kept-when-ill": "job-loss-after-ill-health-north",
}
"""The number from research behind each outcome."""


def health_to_work(atlas: Figures, base: Base) -> Iterator[Effect]:
    """Each outcome in turn."""
    yield inactive(atlas, base)
    yield employment_gap(atlas, base)
    yield _kept(base)


def inactive(atlas: Figures, base: Base) -> Effect:
    """People no longer outside the labour force: the link of `levelling.atlas.health_links`."""
    link = fewer_ill(atlas, base.area)
    if link is None:
        why = f"No base is held here: the number of people aged 16 to 64 in {place(base.area)} is not published in our figures."
        return _effect(base, "inactive", None, Turn.BETTER, why)
    return _effect(base, "inactive", (-link.value, None, None), Turn.BETTER, link.how, link.behind)


def employment_gap(atlas: Figures, base: Base) -> Effect:
    """A tenth of the gap in the employment rate, in people; none where there is no gap that can be told from chance."""
    outcome, people = "employment-gap", base.people
    against = _against(atlas, base)
    if base.rate is None or base.rate.value is None or people is None or against is None or against.value is None:
        why = "No base is held here: the gap in the employment rate, or the number of people aged 16 to 64, is not known."
        return _effect(base, outcome, None, Turn.BETTER, why)
    there, behind = place(against.area), (base.rate, against)
    gap = against.value - base.rate.value
    if gap <= 0:
        why = f"The employment rate is not below that of {there}, so there is no gap to close."
        return _effect(base, outcome, None, Turn.NEITHER, why, behind)
    one, other = interval_of(against), interval_of(base.rate)
    if one is None or other is None:
        why = f"No margin of error is known for the gap in the employment rate to {there}."
        return _effect(base, outcome, None, Turn.CANNOT_TELL, why, behind)
    found = difference(one, other)
    if found.lower <= 0:
        why = f"We cannot tell whether the employment rate is truly below that of {there}."
        return _effect(base, outcome, None, Turn.CANNOT_TELL, why, behind)
    tenth = [people * step / 1000 for step in (found.value, found.lower, found.upper)]
    how = (
        f"A tenth of the gap of {number(gap, 1)} points ({number(found.lower, 1)} to {number(found.upper, 1)}) in the employment "
        f"rate to {there}, times {number(people, 0)} people aged 16 to 64, as found for the North of England against the rest. "
        f"The range is the margin of the gap; the research gives none of its own."
    )
    return _effect(base, outcome, (tenth[0], tenth[1], tenth[2]), Turn.BETTER, how, behind)


def _kept(base: Base) -> Effect:
    link = parameter(_LINKS["work-kept-when-ill"])
    why = (
        f"No base rate is held here: people who fell ill were {number(link.value, 0)}% more likely to lose their work in the "
        f"North than elsewhere in England, and how many do so here is not known."
    )
    return _effect(base, "work-kept-when-ill", None, Turn.BETTER, why)


def _against(atlas: Figures, base: Base) -> Estimate | None:
    """The rate of England for a place in England, else that of the United Kingdom, in the same period and of the same measure."""
    if base.rate is None or base.area.code in {_ENGLAND, _UK}:
        return None
    code = _ENGLAND if base.area.nation == "E" else _UK
    slug = base.rate.indicator.slug
    if figure_of(atlas, slug, base.area) is None:
        return None
    found = atlas.estimate(slug, atlas.gazetteer.get(code), base.rate.period)
    return None if found.value is None else found


def _title(outcome: str) -> str:
    if outcome == "inactive":
        return "People neither in work nor looking for it, if a tenth fewer had a limiting illness"
    if outcome == "employment-gap":
        return f"People in work, if {number(parameter(_LINKS[outcome]).value, 1)}% more people were in good health"
    return "People who lose work when they fall ill, if they were as likely to keep it as elsewhere"


def _effect(
    base: Base,
    outcome: str,
    change: tuple[float, float | None, float | None] | None,
    direction: Turn,
    how: str,
    behind: tuple[Estimate, ...] = (),
) -> Effect:
    value, lower, upper = change or (None, None, None)
    return Effect(
        base.area,
        outcome,
        _title(outcome),
        Way.HEALTH_TO_WORK,
        value,
        lower,
        upper,
        "people" if change else "",
        direction,
        Causation.ASSOCIATION,
        how,
        (parameter(_LINKS[outcome]),),
        behind,
    )
