"""Made-up people: drawn as columns, and made into people."""

from dataclasses import dataclass
from math import isnan
from typing import TYPE_CHECKING
from zlib import crc32

from levelling.atlas.wage_floors import legal_floor, living_wage
from levelling.jobs.limits import Part, slot
from levelling.jobs.made.basis import QUALIFICATIONS, World
from levelling.jobs.made.draws import both, counts, spread, within
from levelling.jobs.made.skills import Lists, Skills, some, together
from levelling.jobs.person import Mode, Person, Reach

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    Flags = NDArray[np.bool_]
    Floats = NDArray[np.float64]
    Whole = NDArray[np.int64]

LEVELS = {"none": 0, "level-1": 1, "level-2": 2, "trade-apprenticeship": 3, "level-3": 3, "level-4-or-above": 4, "other": -1}
"""Levels of the Regulated Qualifications Framework; -1 where it is not known. A degree is 6."""
DEGREE = 6
WEEKDAYS = frozenset(slot(day, Part.DAY) for day in range(5))
_FLOOR_RAISE = 1.1
_SHARED_OUT, _EVERYBODY, _AUTHORITY, _SKILLS = 1, 2, 3, 4  # what a generator is for, so that no two are seeded alike


@dataclass(frozen=True, slots=True, eq=False)
class PeopleDrawn:
    """Made-up people as columns, one place each in every array.

    Attributes:
        cell: The neighbourhood, as a place in `World.home`.
        key: The occupation last done, as a place in `Work.keys`.
        unit: Its unit group, as a place in `Work.units`.
        sub: Its sub-major group, as a place in `Work.codes`.
        second: The occupation before, likewise, or -1.
        wants: Another occupation that is wanted, or -1.
        level: Of the highest qualification; -1 where not known.
        qualification: As a place in `QUALIFICATIONS`.
        furthest: Whether they are long-term sick.
        disabled: Whether they are disabled, or long-term sick.
        carer: Whether they care for 20 hours a week or more.
        mode: As a place among the modes.
        minutes: How far they can travel.
        part_time: Whether they can work part time alone.
        daytime: Whether they can work on weekdays by day alone.
        floor: Pounds an hour; not a number where they set none.
        remote_only: Whether they can work from home alone.
        limits: What work must not ask, as one or two places in the keys of limits, or -1.
    """

    cell: "Whole"
    key: "Whole"
    unit: "Whole"
    sub: "Whole"
    second: "Whole"
    wants: "Whole"
    level: "Whole"
    qualification: "Whole"
    furthest: "Flags"
    disabled: "Flags"
    carer: "Flags"
    mode: "Whole"
    minutes: "Whole"
    part_time: "Flags"
    daytime: "Flags"
    floor: "Floats"
    remote_only: "Flags"
    limits: "Whole"


def draw_people(known: World, number: int, seed: int) -> PeopleDrawn:
    """Draw people as columns.

    Args:
        known: What is drawn from.
        number: How many.
        seed: The same seed gives the same people.
    """
    import numpy as np

    chance = np.random.default_rng([seed, _SHARED_OUT])
    each = counts(number, known.caseload(), chance)
    parts = [_of_authority(known, at, count, seed) for at, count in enumerate(each.tolist()) if count]
    none = np.zeros(0, np.int64)
    cell, sub, qualification, sick, disabled, carer = (
        (np.concatenate(side) for side in zip(*parts, strict=True)) if parts else (none,) * 6
    )
    chance = np.random.default_rng([seed, _EVERYBODY])
    work, supposed = known.work, known.supposed
    unit = within(sub, work.unit_starts, work.unit_sums, chance)
    key = within(unit, work.key_starts, work.key_sums, chance)
    other = within(within(sub, work.unit_starts, work.unit_sums, chance), work.key_starts, work.key_sums, chance)
    # One occupation may lie in several unit groups: it is told by its key, not by its place.
    named = np.unique(np.array(work.keys), return_inverse=True)[1]
    second = np.where((chance.random(number) < supposed.second_occupation.share) & (named[other] != named[key]), other, -1)
    skill = np.array([work.skill(code) for code in work.codes], dtype=np.int64)
    low = np.flatnonzero(skill <= 2)
    wanted = within(low[chance.integers(0, len(low), number)], work.unit_starts, work.unit_sums, chance)
    wanted = within(wanted, work.key_starts, work.key_sums, chance)
    levels = np.array([LEVELS[name] for name in QUALIFICATIONS])[qualification]
    part = np.where(disabled > 0, supposed.hours.part_of_limited, supposed.hours.part_of_others)
    modes, minutes = supposed.modes.shares, supposed.minutes.shares
    return PeopleDrawn(
        cell=cell,
        key=key,
        unit=unit,
        sub=sub,
        second=second,
        wants=np.where(chance.random(number) < supposed.wants_other.share, wanted, -1),
        level=np.where((levels == LEVELS["level-4-or-above"]) & (skill[sub] == 4), DEGREE, levels),
        qualification=qualification,
        furthest=sick > 0,
        disabled=disabled > 0,
        carer=carer > 0,
        mode=spread(number, np.array([modes[mode] for mode in Mode]), chance),
        minutes=np.array([int(key) for key in minutes])[spread(number, np.array(list(minutes.values())), chance)],
        part_time=(carer > 0) | (chance.random(number) < part),
        daytime=(carer > 0) | (chance.random(number) < supposed.daytime.share_of_others),
        floor=np.where(chance.random(number) < supposed.own_floor.share, _own_floor(known), np.nan),
        remote_only=chance.random(number) < supposed.remote_only.share,
        limits=_limits(disabled > 0, len(supposed.limits.keys), supposed.limits.two, chance),
    )


def _of_authority(known: World, at: int, number: int, seed: int) -> "tuple[Whole, Whole, Whole, Whole, Whole, Whole]":
    """Neighbourhood, sub-major group, qualification, long-term sick, disabled and carer of an authority's people."""
    import numpy as np

    code = known.home.authorities[at]
    chance = np.random.default_rng([seed, _AUTHORITY, crc32(code.encode())])
    cells = known.home.of(at)
    affinity = np.array(known.supposed.qualification_by_skill.rows)
    skills = [known.work.skill(sub) - 1 for sub in known.work.codes]
    table = both(known.occupation[code].values, known.qualification[code].values, affinity[skills])
    joint = spread(number, table.ravel(), chance)
    sick = spread(number, known.status[code].values, chance)
    # The long-term sick are disabled; of the others as many as make the authority's share, if those are not enough already.
    share = min(1.0, float(known.disabled[code].values.sum()) / 100)
    disabled = spread(number, np.array([1 - share, share]), chance)
    care = min(1.0, float(known.carers[code].values.sum()) / 100)
    return (
        cells.start + spread(number, known.home.out_of_work[cells], chance),
        joint // len(QUALIFICATIONS),
        joint % len(QUALIFICATIONS),
        sick,
        np.maximum(sick, disabled),
        spread(number, np.array([1 - care, care]), chance),
    )


def _own_floor(known: World) -> float:
    real, legal = living_wage(known.day), legal_floor(known.day)
    if real is not None:
        return real.pounds
    return round(legal.pounds * _FLOOR_RAISE, 2) if legal is not None else float("nan")


def _limits(disabled: "Flags", keys: int, two: float, chance: "np.random.Generator") -> "Whole":
    """One or two different limits for each disabled person, as two columns; -1 where there is none."""
    import numpy as np

    first = chance.integers(0, keys, len(disabled))
    second = (first + chance.integers(1, keys, len(disabled))) % keys
    has_two = disabled & (chance.random(len(disabled)) < two)
    return np.stack((np.where(disabled, first, -1), np.where(has_two, second, -1)), axis=1)


def held(known: World, drawn: PeopleDrawn, skills: Skills, seed: int) -> Lists:
    """The skills of drawn people: some of those of what they have done.

    Args:
        known: What is drawn from.
        drawn: The people.
        skills: The skills of `known.work.keys`.
        seed: The same seed gives the same skills.
    """
    import numpy as np

    chance, share = np.random.default_rng([seed, _SKILLS]), known.supposed.skills_kept
    several = [
        some(lists, which, kept, chance)
        for which in (drawn.key, drawn.second)
        for lists, kept in ((skills.essential, share.essential), (skills.optional, share.optional))
    ]
    return together(several, len(skills.keys))


def made_people(known: World, drawn: PeopleDrawn, skills: Skills, seed: int) -> list[Person]:
    """Drawn people as matching knows them.

    Args:
        known: What they were drawn from.
        drawn: The people.
        skills: The skills of `known.work.keys`.
        seed: What they were drawn with.
    """
    have = held(known, drawn, skills, seed)
    labels = list(Mode)
    supposed, keys = known.supposed, known.work.keys
    people = []
    for at, (cell, key, second, wants) in enumerate(
        zip(drawn.cell.tolist(), drawn.key.tolist(), drawn.second.tolist(), drawn.wants.tolist(), strict=True)
    ):
        done = (keys[key],) if second < 0 else (keys[key], keys[second])
        mode, level, floor = labels[int(drawn.mode[at])], int(drawn.level[at]), float(drawn.floor[at])
        hours = supposed.hours.part if drawn.part_time[at] else supposed.hours.full
        people.append(
            Person(
                id=f"made-p{at + 1:07d}",
                point=known.home.point(cell),
                reach=(Reach(mode, minutes=float(drawn.minutes[at])),),
                occupations=done,
                wants=(keys[wants],) if wants >= 0 else (),
                skills=frozenset(skills.keys[skill] for skill in have.of(at)),
                level=level if level >= 0 else None,
                hours=(float(hours[0]), float(hours[1])),
                times=WEEKDAYS if drawn.daytime[at] else None,
                floor=None if isnan(floor) else floor,
                licences=licences(known, int(drawn.unit[at]), drives=mode is Mode.CAR),
                limits=frozenset(supposed.limits.keys[limit] for limit in drawn.limits[at].tolist() if limit >= 0),
                remote_only=bool(drawn.remote_only[at]),
                furthest=bool(drawn.furthest[at]),
            )
        )
    return people


def licences(known: World, unit: int, *, drives: bool) -> frozenset[str]:
    """The licences that go with a unit group, and that of a driver."""
    code, by_soc = known.work.units[unit], known.supposed.licences.by_soc
    found = {by_soc[code[:digits]] for digits in range(1, 5) if code[:digits] in by_soc}
    return frozenset(found | ({known.supposed.licences.driving} if drives else set()))
