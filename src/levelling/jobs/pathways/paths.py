"""Ways from one occupation to others: near enough, paid enough, safer, and there to be had."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from levelling.core.area import Area
from levelling.jobs.occupations.catalogue import Catalogue, Occupation
from levelling.jobs.pathways.around import Around
from levelling.jobs.pathways.likeness import UNKNOWN, WHOLE, Index, Likenesses
from levelling.jobs.pathways.result import Counts, Destination, Gain, Likeness, Pathways, Pay
from levelling.jobs.pathways.routes import routes_to
from levelling.jobs.pathways.rules import Rules

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

HIGH = "High risk"
_POINT = WHOLE // 100
_LEVELS = {"1": 4, "14": 3, "2": 4, "3": 3, "4": 2, "5": 2, "6": 2, "7": 2, "8": 2, "9": 1, "01": 4, "02": 2, "03": 1}
"""The skill level that ISCO-08 gives each major group, and each sub-major group that differs from its major group."""


@dataclass(frozen=True, slots=True)
class _Tests:
    """What one destination stands: `None` where it cannot be told."""

    place: int
    likeness: int
    zone_step: int | None
    level_step: int | None
    pay: Pay | None
    pay_share: tuple[int, int] | None
    desirable: bool | None
    safe: bool | None
    safer: bool | None


def reckon(
    index: Index,
    origin: str,
    around: Around | None = None,
    *,
    area: Area | None = None,
    top: int = 10,
    everything: bool = False,
) -> Pathways:
    """Where one occupation leads.

    Args:
        index: The catalogue, made ready.
        origin: The key of the occupation.
        around: Pay, people of the place and apprenticeship standards; nothing known of them by default.
        area: The place, for the record.
        top: How many to show at most.
        everything: Show viable ways that are known to pay too little or to be at high risk as well.
    """
    known = around or Around()
    here = index.catalogue.occupations[origin]
    pay = known.pay_of(here)
    near = index.of(origin)
    floor = index.rules.viable * _POINT
    enough = (near.total >= floor) & (near.shared >= index.rules.shared)
    places = [int(place) for place in enough.nonzero()[0] if index.keys[int(place)] != origin]
    tests = [_test(index, here, pay, near, place, known) for place in places]
    viable = [one for one in tests if _prepared(one, index.rules)]
    left = viable if everything else [one for one in viable if one.desirable is not False and one.safe is not False]
    ordered = sorted(left, key=lambda one: (-one.likeness, index.keys[one.place]))
    chosen = list(_one_of_each(index, ordered))[: max(0, top)]
    shown = tuple(_destination(index, here, near, one, also, known) for one, also in chosen)
    return Pathways(here, area, pay, shown, _count(len(tests), viable), index.rules)


def _test(index: Index, here: Occupation, pay: Pay | None, near: Likenesses, place: int, known: Around) -> _Tests:
    there = index.catalogue.occupations[index.keys[place]]
    step = there.zone - here.zone if there.zone is not None and here.zone is not None else None
    level = _level(there) - _level(here) if _level(there) and _level(here) else None
    pays = known.pay_of(there)
    share = _share(pay, pays)
    desirable = None if share is None else _enough(share, index.rules.pay)
    safe = there.risk_class != HIGH if there.risk_class else None
    return _Tests(place, int(near.total[place]), step, level, pays, share, desirable, safe, _safer(here, there))


def _share(now: Pay | None, then: Pay | None) -> tuple[int, int] | None:
    """Pay there, per cent of pay here, from the lowest it may be to the highest. In whole pence: the same on every machine."""
    if now is None or then is None or now.period != then.period:
        return None
    pence = [round(100 * pounds) for pounds in (then.least, now.most, then.most, now.least)]
    return 100 * pence[0] // max(pence[1], 1), 100 * pence[2] // max(pence[3], 1)


def _enough(share: tuple[int, int], wanted: int) -> bool | None:
    return True if share[0] >= wanted else False if share[1] < wanted else None


def _prepared(one: _Tests, rules: Rules) -> bool:
    """Whether the preparation is no longer than the rules allow: by job zone, else by skill level."""
    if one.zone_step is not None:
        return one.zone_step <= rules.zone_up
    return one.level_step is None or one.level_step <= rules.level_up


def _level(one: Occupation) -> int:
    """ISCO-08's skill level, 1 to 4; 0 where its group is not known."""
    return _LEVELS.get(one.isco[:2]) or _LEVELS.get(one.isco[:1], 0)


def _one_of_each(index: Index, ordered: Sequence[_Tests]) -> Iterator[tuple[_Tests, tuple[str, ...]]]:
    """The first few of each ISCO unit group, each first with the names of those it stands for."""
    groups: dict[str, list[_Tests]] = {}
    for one in ordered:
        groups.setdefault(_there(index, one).isco, []).append(one)
    most = index.rules.each_group
    for one in ordered:
        group = groups[_there(index, one).isco]
        if not most or one in group[:most]:
            others = group[most:] if most and one is group[0] else ()
            yield one, tuple(_there(index, other).label for other in others)


def _there(index: Index, one: _Tests) -> Occupation:
    return index.catalogue.occupations[index.keys[one.place]]


def _safer(here: Occupation, there: Occupation) -> bool | None:
    """Less risk than here, more tasks that resist it, and not at high risk: Nesta's stricter test."""
    if here.risk is None or there.risk is None or here.resists is None or there.resists is None:
        return None
    return there.risk < here.risk and there.resists > here.resists and there.risk_class != HIGH


def _count(near: int, viable: Sequence[_Tests]) -> Counts:
    paid = [one for one in viable if one.desirable]
    safe = [one for one in paid if one.safe]
    return Counts(
        near=near,
        viable=len(viable),
        desirable=len(paid),
        pay_unknown=sum(one.desirable is None for one in viable),
        safe=len(safe),
        safer=sum(one.safer is True for one in safe),
        risk_unknown=sum(one.safe is None for one in viable),
    )


def _destination(
    index: Index, here: Occupation, near: Likenesses, one: _Tests, also: tuple[str, ...], known: Around
) -> Destination:
    there = _there(index, one)
    gains = _gains(index, here, there)
    shared = _telling(index.catalogue, there.essential & (here.essential | here.optional))
    return Destination(
        occupation=there,
        likeness=_likeness(near, one.place),
        close=one.likeness >= index.rules.close * _POINT,
        shared=tuple(index.catalogue.skills[key].label for key in shared),
        gains=gains,
        zone_step=one.zone_step,
        level_step=one.level_step,
        pay=one.pay,
        pay_share=one.pay_share,
        desirable=one.desirable,
        safe=one.safe,
        safer=one.safer,
        presence=known.presence_of(there),
        routes=routes_to(there, known.standards, known.titles_of(there)) if known.standards else (),
        also=also,
    )


def _likeness(near: Likenesses, place: int) -> Likeness:
    def points(part: "NDArray[np.int64]") -> int | None:
        value = int(part[place])
        return None if value == UNKNOWN else value // _POINT

    return Likeness(int(near.total[place]) // _POINT, points(near.essential), points(near.every), points(near.activities))


def _gains(index: Index, here: Occupation, there: Occupation) -> tuple[Gain, ...]:
    import numpy as np

    have = sorted(here.essential | here.optional)
    wanted = _telling(index.catalogue, there.essential - here.essential - here.optional)
    if not have or not wanted:
        return tuple(Gain(key, index.catalogue.skills[key].label) for key in wanted)
    alike = index.alike(np.array([index.place[key] for key in have], dtype=np.int64))
    found = []
    for key in wanted:
        column = alike[:, index.place[key]]
        best = int(column.argmax())
        kin = have[best] if column[best] >= index.rules.words else ""
        found.append(Gain(key, index.catalogue.skills[key].label, index.catalogue.skills[kin].label if kin else ""))
    return tuple(found)


def _telling(catalogue: Catalogue, keys: frozenset[str]) -> list[str]:
    """Skills, the most telling first."""
    return sorted(keys, key=lambda key: (-catalogue.skills[key].rarity, catalogue.skills[key].label, key))
