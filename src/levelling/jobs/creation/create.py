"""Where would so many jobs of a kind do most good."""

from collections.abc import Sequence
from dataclasses import replace

from levelling.atlas import Atlas
from levelling.atlas.centres import Centres
from levelling.atlas.parameters import parameter
from levelling.atlas.wage_floors import legal_floor, living_wage
from levelling.core.area import Area
from levelling.core.errors import UserError
from levelling.core.ids import near_ids
from levelling.core.period import Period
from levelling.jobs.creation.kinds import Findings, Kind, findings
from levelling.jobs.creation.net import Factor, Net, Option, factors, net, own_figure
from levelling.jobs.creation.people import Caseload, Near, Span, Wanting, caseload, wanting
from levelling.jobs.creation.result import APART, Ask, Creation, PayCheck, Place
from levelling.jobs.pathways.around import Around
from levelling.jobs.pathways.find import surroundings
from levelling.jobs.pathways.likeness import Index

_MOST = 100_000


def create(atlas: Atlas, index: Index, kind: Kind, areas: Sequence[Area], ask: Ask) -> Creation:
    """What jobs of a kind would come to in each of some places.

    Args:
        atlas: The figures.
        index: The catalogue made ready.
        kind: The kind of job.
        areas: The places; each is asked as if all the jobs came there.
        ask: How many jobs, on which terms, reckoned by which findings.

    Raises:
        UserError: A number is out of bounds, or a choice is nothing to choose.
    """
    if not areas:
        raise UserError("No place is named.", "Name one or more areas.")
    if not 0 < ask.jobs <= _MOST:
        raise UserError(f"{ask.jobs} jobs cannot be reckoned with.", f"Give a number from 1 to {_MOST:,}.")
    known = findings()
    made = factors(known, kind.sector, ask.choices)
    share = own_figure("share", ask.share) if ask.share else None
    pay = pay_check(surroundings(atlas, index.rules), kind, ask)
    near, centres = Near(index, kind), Centres(atlas.store, atlas.gazetteer)
    places = []
    for area in dict.fromkeys(areas):
        wants = wanting(atlas, area, ask.count)
        cases = None if ask.people is None else caseload(near, ask.people, centres.area(area), ask.pay)
        places.append(place(area, wants, cases, share, made, ask.jobs))
    measured, costs = (tuple(map(parameter, slugs)) for slugs in (known.measured, known.costs))
    return Creation(kind, ask, made, share, ordered(places), pay, _protects(known, ask), measured, costs)


def place(area: Area, wants: Wanting, cases: Caseload | None, share: Option | None, made: Sequence[Factor], jobs: int) -> Place:
    """What it would come to in one place.

    Where a caseload is given, no more jobs are filled than people on it could do them: those who perhaps could count at the upper
    end alone. Else, where a share is given, no more than that share of those who want work. Else all are filled.
    """
    able = None
    if cases is not None:
        able = Span(cases.able, None if cases.perhaps else float(cases.able), cases.able + cases.perhaps)
    elif share is not None and wants.people is not None:
        people = wants.people
        value = None if people.value is None or share.value is None else people.value * share.value
        able = Span(people.low * share.low, value, people.high * share.high)
    filled = Span(jobs, jobs, jobs) if able is None else _filled(able, jobs)
    least, most = net(filled.low, made), net(filled.high, made)
    central = net(filled.value, made).central if filled.value is not None else None
    return Place(area, wants, able, cases, filled, Net(least.low, central, most.high))


def _filled(able: Span, jobs: int) -> Span:
    low, high = min(jobs, able.low), min(jobs, able.high)
    value = low if low == high else None if able.value is None else min(jobs, able.value)
    return Span(low, value, high)


def ordered(places: Sequence[Place]) -> tuple[Place, ...]:
    """Most net jobs first, by the middle of their range; of equals, where most people want work for the size of the place.

    Where its range overlaps with the first one's, a place cannot be told apart from it.
    """

    def key(one: Place) -> tuple[float, float, str]:
        rate = one.wanting.rate
        need = (rate.low + rate.high) / 2 if rate is not None else -1.0
        return -round(one.net.low + one.net.high, 6), -need, one.area.code

    found = sorted(places, key=key)
    first = found[0]
    others = [replace(one, standing=APART if one.net.high >= first.net.low else "fewer") for one in found[1:]]
    return (replace(first, standing="first" if others else ""), *others)


def pay_check(around: Around, kind: Kind, ask: Ask) -> PayCheck:
    """What the jobs pay: as offered on the day, else what such work usually pays, against the floors of that time."""
    if ask.pay is not None:
        if not 0 < ask.pay < 1000:
            raise UserError(f"£{ask.pay:g} is no pay for an hour.", "Give pounds an hour, such as 12.60.")
        return PayCheck(ask.pay, around.pay_of(kind.occupations[0]), legal_floor(ask.day), living_wage(ask.day))
    usual = around.pay_of(kind.occupations[0])
    day = Period.parse(usual.period).end if usual else ask.day
    return PayCheck(None, usual, legal_floor(day), living_wage(day))


def _protects(known: Findings, ask: Ask) -> dict[str, str]:
    strange = sorted(set(ask.protects) - set(known.protects))
    if strange:
        advice = f"Known: {', '.join(known.protects)}."
        raise UserError(
            f"'{strange[0][:80]}' is nothing that is known to protect health.", advice, near=near_ids(strange[0], known.protects)
        )
    return {key: "offered" if key in ask.protects else "not said" for key in known.protects}
