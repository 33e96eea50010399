"""From what shows a need to the need itself, and the order they come in."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from difflib import get_close_matches

from levelling.atlas import Atlas
from levelling.atlas.reading import Figures
from levelling.challenge.needs.evidence import Compared, Rated, comparisons_of, few, is_worse, rated
from levelling.challenge.needs.measure import Measure, Ratio
from levelling.challenge.needs.measures import MEASURES, NAMES, RATIOS
from levelling.challenge.needs.sizes import about, inputs_of, said, size_of
from levelling.challenge.needs.tasks import automation_need
from levelling.challenge.phrases import certainty, place, when
from levelling.challenge.standout import STALE, spreads
from levelling.challenge.standout import sentence as told
from levelling.core.area import Area
from levelling.core.comparison import Comparison, Verdict
from levelling.core.errors import NotEnoughData, UserError
from levelling.core.need import Need, Size
from levelling.core.words import number

FAR, SOME_WAY = 1.0, 0.5
"""Usual spreads between places: a long way off, and some way off."""
_SURE = {Verdict.WORSE: 0, Verdict.NOT_COMPARABLE: 1}


def needs(atlas: Figures, area: Area, diagnosis: Compared | None = None, *, every: bool = False) -> tuple[Need, ...]:
    """The needs of a place, in the order stated above: each only where a figure exists.

    Args:
        atlas: Where the figures are read.
        area: The place.
        diagnosis: What `diagnose` gave for it, so that a page gives one verdict throughout; without it the comparisons that
            needs rest on are made here and corrected for their own number, which is quicker.
        every: Whether to give those too where the place is on the better side of its comparator, last, with the verdict `BETTER`.

    Example:
        >>> atlas = Atlas.open()
        >>> hartlepool = {item.id: item for item in needs(atlas, atlas.area("Hartlepool"))}
        >>> round(hartlepool["employment"].size.value, -2), hartlepool["employment"].verdict.value
        (4400.0, 'worse')
    """
    compared = diagnosis if diagnosis is not None else few(atlas, area, MEASURES)
    shown = _fresh([(measure, held) for measure in MEASURES if (held := comparisons_of(atlas, area, compared, measure))])
    flat = [item for _, held in shown for item in held]
    distances = dict(zip(map(id, flat), _distances(atlas, area, flat), strict=True))
    found = [_need(atlas, area, measure, held, [distances[id(item)] for item in held]) for measure, held in shown]
    found += [_ratio(area, ratio, made) for ratio in RATIOS if (made := rated(atlas, area, ratio)) is not None]
    if isinstance(atlas, Atlas) and (made_of_tasks := automation_need(atlas, area)) is not None:
        found.append(made_of_tasks)
    return ordered(item for item in found if every or item.verdict != Verdict.BETTER)


def chosen(atlas: Figures, area: Area, diagnosis: Compared | None, word: str) -> tuple[Need, ...]:
    """The needs a word names: one by its key, where it is given even if the place is no worse; or all of a topic.

    Args:
        atlas: Where the figures are read.
        area: The place.
        diagnosis: As for `needs`.
        word: A key such as `unpaid-carers`, or a topic such as `health`; every need where it is empty.

    Raises:
        UserError: There is no such key and no such topic.
        NotEnoughData: No figure shows such a need here, or the place is no worse in any of the topic.

    Example:
        >>> atlas = Atlas.open()
        >>> [item.id for item in chosen(atlas, atlas.area("Hartlepool"), None, "unpaid carers")]
        ['unpaid-carers']
    """
    asked = "-".join(word.strip().lower().split())
    if not asked:
        return needs(atlas, area, diagnosis)
    topics = dict.fromkeys([item.topic.value for item in (*MEASURES, *RATIOS)])
    if asked not in NAMES and asked not in topics:
        choices = [*topics, *NAMES]
        near = get_close_matches(asked, choices, n=3, cutoff=0.5)
        raise UserError(f"There is no need or topic '{word[:40]}'.", f"Choose among: {', '.join(choices)}.", near)
    found = needs(atlas, area, diagnosis, every=asked in NAMES)
    kept = tuple(item for item in found if asked in {item.id, item.topic.value})
    if not kept and asked in NAMES:
        raise NotEnoughData(f"No figure here shows whether {area.name} has the need '{asked}'.", "Leave --need out to see which.")
    if not kept:
        raise NotEnoughData(f"No figure of {asked} here shows {area.name} behind.", "Leave --need out to see its needs.")
    return kept


def ordered(found: Iterable[Need]) -> tuple[Need, ...]:
    """Needs in the order stated above, whatever order they come in."""
    return tuple(sorted(found, key=_rank))


def _rank(item: Need) -> tuple[bool, bool, int, int, float, str]:
    counted = item.size.value if item.size.value is not None and not item.size.unit.startswith("£") else 0.0
    unsure = item.verdict == Verdict.CANNOT_TELL
    return (item.verdict == Verdict.BETTER, unsure, step(item.distance), _SURE.get(item.verdict, 2), -counted, item.id)


def step(distance: float | None) -> int:
    """How far off in three steps: 0 a long way, 1 some way, 2 a little; 3 where it is not known.

    Example:
        >>> [step(distance) for distance in (1.4, 0.7, 0.1, None)]
        [0, 1, 2, 3]
    """
    if distance is None:
        return 3
    return 0 if distance >= FAR else 1 if distance >= SOME_WAY else 2


def _fresh(shown: Sequence[tuple[Measure, list[Comparison]]]) -> list[tuple[Measure, list[Comparison]]]:
    """Those whose figure is not many years older than the place's newest, as with what stands out."""
    newest = max((held[0].estimate.period.end for _, held in shown), default=None)
    return [pair for pair in shown if newest and (newest - pair[1][0].estimate.period.end).days <= STALE * 365.25]


def _distances(atlas: Figures, area: Area, held: Sequence[Comparison]) -> list[float | None]:
    usual = spreads(atlas, area, held)
    return [abs(item.difference or 0.0) / width if width else None for item, width in zip(held, usual, strict=True)]


def _need(atlas: Figures, area: Area, measure: Measure, held: Sequence[Comparison], distances: Sequence[float | None]) -> Need:
    """One need from its comparisons: where there are two, the one further on the worse side leads and both are told."""
    pairs = sorted(
        zip(held, distances, strict=True), key=lambda pair: (not is_worse(pair[0]), _shaky(pair[0]), -(pair[1] or 0.0))
    )
    lead, distance = pairs[0]
    size, people = size_of(atlas, area, measure, lead)
    here, there = lead.estimate, lead.against
    against = place(there.area) if there is not None else lead.comparator_name
    verdict = lead.verdict if is_worse(lead) else Verdict.BETTER
    inputs = inputs_of([pair[0] for pair in pairs], size)
    return Need(
        id=measure.id,
        name=measure.name,
        topic=measure.topic,
        group=measure.group,
        ages=measure.ages,
        area=area,
        period=here.period,
        measure=f"{here.indicator.slug}:{here.category}" if here.category else here.indicator.slug,
        value=here.value or 0.0,
        unit=here.indicator.unit,
        against=against,
        against_value=(there.value if there is not None else None) or 0.0,
        difference=lead.difference or 0.0,
        verdict=verdict,
        distance=distance,
        size=size,
        people=people,
        sentence=" ".join((*(_stated(measure, item) for item in held), *_sized(measure, size, people, against, verdict))),
        inputs=inputs,
        releases=tuple(dict.fromkeys(item.release for item in inputs)),
    )


def _stated(measure: Measure, held: Comparison) -> str:
    """A comparison in sentences that name the place."""
    here, there = held.estimate, held.against
    if measure.says and there is not None:
        value, other = (number(item.value or 0.0, 1) for item in (here, there))
        opening = measure.says.format(here=place(here.area), value=value)
        return f"{opening}, against {other} in {place(there.area)}, {when(here.period)}. {certainty(held.verdict)}"
    text = told(held).replace(" who live in this district of Northern Ireland", "")  # the place itself is named
    if text.startswith(("Of every", "For every")):
        return f"In {place(here.area)}, {text[:1].lower()}{text[1:]}"
    return text


def _shaky(item: Comparison) -> bool:
    return item.verdict == Verdict.CANNOT_TELL


def _sized(measure: Measure, size: Size, people: float | None, against: str, verdict: Verdict) -> Iterator[str]:
    """How many people that is, in sentences; nothing of a gap where there is none."""
    if measure.whole and people is not None:
        more = size.value if verdict != Verdict.BETTER else None
        gap = f", about {about(more, size.unit)} more than there would be at the share of {against}" if more else ""
        yield f"That is {number(people, 0)} people{gap}. {measure.caution}"
    elif verdict != Verdict.BETTER and size.value is not None:
        unsure = verdict == Verdict.CANNOT_TELL
        # Taken alone the interval may leave nought out, where among so many comparisons one cannot tell: it is not said then.
        told_of = replace(size, lower=None, upper=None) if unsure and size.lower else size
        closed = said(told_of, measure.closes, against)
        yield f"If the difference is a true one, {closed[:1].lower()}{closed[1:]}" if unsure else closed


def _ratio(area: Area, ratio: Ratio, made: Rated) -> Need:
    """A need told by one count over another. No interval is published for either, so there is no verdict."""
    times = (made.people.value or 0.0) / ratio.per
    difference = made.value - made.there
    how = f"The difference, times {number(made.people.value or 0.0, 0)} people who live here {when(made.people.period)}."
    size = Size(abs(difference) * times, ratio.unit, how, inputs=(made.people,))
    short = difference < 0
    against = place(made.inputs[2].area)
    digits = 0 if min(made.value, made.there) >= 10 and abs(difference) >= 1 else 1
    opening = (
        f"For every {number(ratio.per, 0)} people who live in {place(area)} there are {number(made.value, digits)} "
        f"{ratio.things}, against {number(made.there, digits)} in {against} ({_years(made)})."
    )
    closing = f" {said(size, ratio.closes, against)}" if short else ""
    verdict = Verdict.NOT_COMPARABLE if short else Verdict.BETTER
    return Need(
        id=ratio.id,
        name=ratio.name,
        topic=ratio.topic,
        group="everyone who lives here",
        ages="",
        area=area,
        period=made.here.period,
        measure=f"{ratio.above} per {ratio.per} people",
        value=made.value,
        unit=f"per {number(ratio.per, 0)} people",
        against=against,
        against_value=made.there,
        difference=difference,
        verdict=verdict,
        distance=made.distance,
        size=size,
        people=None,
        sentence=f"{opening} {certainty(Verdict.NOT_COMPARABLE)}{closing}",
        inputs=made.inputs,
        releases=tuple(dict.fromkeys(item.release for item in made.inputs)),
    )


def _years(made: Rated) -> str:
    here, people = made.here.period, made.people.period
    return here.label if here == people else f"{here.label}, over the people of {people.label}"


def summed_up(item: Need) -> str:
    """The size of a need in a few words: '4,400 people', '£109 a week', 'not sized'."""
    if item.size.value is None:
        return "not sized"
    text = about(item.size.value, item.size.unit)
    return text if item.size.unit.startswith("£") else f"{text} {item.size.unit}"
