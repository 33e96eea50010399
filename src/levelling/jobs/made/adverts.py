"""Made-up vacancies: drawn as columns, and made into vacancies."""

from dataclasses import dataclass
from datetime import date
from itertools import pairwise
from math import isnan
from typing import TYPE_CHECKING
from zlib import crc32

from levelling.atlas.pay_by_occupation import OccupationPay
from levelling.atlas.uk_occupations import Fact
from levelling.atlas.wage_floors import legal_floor
from levelling.core.period import Period
from levelling.jobs.limits import SLOTS, Part
from levelling.jobs.made.basis import World
from levelling.jobs.made.caseload import DEGREE, licences
from levelling.jobs.made.draws import counts, spread, within
from levelling.jobs.made.skills import Lists, Skills, some
from levelling.jobs.made.work import OFFICE, SERVICE
from levelling.jobs.vacancy import Contract, Pay, Vacancy

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    Flags = NDArray[np.bool_]
    Floats = NDArray[np.float64]
    Whole = NDArray[np.int64]

_SHARED_OUT, _EVERY, _AUTHORITY, _SKILLS = 11, 12, 13, 14  # what a generator is for, so that no two are seeded alike
_FULL, _PART, _UNSAID = 0, 1, 2
TIMES: dict[str, frozenset[int] | None] = {
    "unsaid": None,
    "day": frozenset(at for at, (day, part) in enumerate(SLOTS) if day < 5 and part is Part.DAY),
    "evening": frozenset(at for at, (day, part) in enumerate(SLOTS) if day < 5 and part is Part.EVENING),
    "weekend": frozenset(at for at, (day, part) in enumerate(SLOTS) if day >= 5 and part is Part.DAY),
    "night": frozenset(at for at, (day, part) in enumerate(SLOTS) if day < 5 and part is Part.NIGHT),
}
_POINTS = (0.1, 0.25, 0.5, 0.75, 0.9)


@dataclass(frozen=True, slots=True, eq=False)
class VacanciesDrawn:
    """Made-up vacancies as columns, one place each in every array.

    Attributes:
        cell: The neighbourhood, as a place in `World.jobs`.
        key: The occupation, as a place in `Work.keys`.
        unit: Its unit group, as a place in `Work.units`.
        sub: Its sub-major group, as a place in `Work.codes`.
        remote: Whether it can be done from home.
        least: Pounds an hour; not a number where no pay is stated.
        most: Pounds an hour, the most that is paid.
        hours: 0 for full time, 1 for part time, 2 where not stated.
        times: When the work is done, as a place in `TIMES`.
        contract: As a place among the contracts.
        headcount: People wanted.
        protects: An element that protects health, as a place in the supposed keys, or -1.
        training: Whether it states training.
        demands: For each supposed key, whether the work asks it.
        employer: A number for the employer.
        names: Whether the advert names skills; else it is read as asking for all of its occupation.
    """

    cell: "Whole"
    key: "Whole"
    unit: "Whole"
    sub: "Whole"
    remote: "Flags"
    least: "Floats"
    most: "Floats"
    hours: "Whole"
    times: "Whole"
    contract: "Whole"
    headcount: "Whole"
    protects: "Whole"
    training: "Flags"
    demands: "Flags"
    employer: "Whole"
    names: "Flags"


def draw_vacancies(known: World, number: int, seed: int) -> VacanciesDrawn:
    """Draw vacancies as columns.

    Args:
        known: What is drawn from.
        number: How many.
        seed: The same seed gives the same vacancies.
    """
    import numpy as np

    chance = np.random.default_rng([seed, _SHARED_OUT])
    each = counts(number, known.vacant(), chance)
    parts = [_of_authority(known, at, count, seed) for at, count in enumerate(each.tolist()) if count]
    cell, sub = (np.concatenate(side) for side in zip(*parts, strict=True)) if parts else (np.zeros(0, np.int64),) * 2
    chance = np.random.default_rng([seed, _EVERY])
    work, supposed = known.work, known.supposed
    unit = within(sub, work.unit_starts, work.unit_sums, chance)
    office = np.array([code[0] in OFFICE for code in work.codes])[sub]
    part = np.where(
        np.array([code in SERVICE for code in work.codes])[sub],
        supposed.vacancy_hours.part_share_of_service,
        supposed.vacancy_hours.part_share,
    )
    hours = np.where(chance.random(number) < part, _PART, _FULL)
    least, most = _pay(known, unit, chance)
    heads, contracts, times = supposed.headcount.shares, supposed.contracts.shares, supposed.vacancy_times.shares
    asks = np.where(office, supposed.demands.office, supposed.demands.other)
    from_home = np.array([code.startswith(supposed.remote.groups) for code in work.units])[unit]
    element = chance.integers(0, len(supposed.protects.keys), number)
    return VacanciesDrawn(
        cell=cell,
        key=within(unit, work.key_starts, work.key_sums, chance),
        unit=unit,
        sub=sub,
        remote=chance.random(number) < np.where(from_home, supposed.remote.share, 0.0),
        least=least,
        most=most,
        hours=np.where(chance.random(number) < supposed.vacancy_hours.stated, hours, _UNSAID),
        times=spread(number, np.array([times.get(name, 0.0) for name in TIMES]), chance),
        contract=spread(number, np.array([contracts.get(kind, 0.0) for kind in Contract]), chance),
        headcount=np.array([int(key) for key in heads])[spread(number, np.array(list(heads.values())), chance)],
        protects=np.where(chance.random(number) < supposed.protects.share, element, -1),
        training=chance.random(number) < supposed.training.share,
        demands=chance.random((number, len(supposed.demands.keys))) < asks[:, np.newaxis],
        employer=chance.integers(1, number // 3 + 2, number),
        names=chance.random(number) < supposed.skills_asked.named,
    )


def _of_authority(known: World, at: int, number: int, seed: int) -> "tuple[Whole, Whole]":
    """Neighbourhood and sub-major group of an authority's vacancies."""
    import numpy as np

    code, cells = known.jobs.authorities[at], known.jobs.of(at)
    chance = np.random.default_rng([seed, _AUTHORITY, crc32(code.encode())])
    where = cells.start + spread(number, known.jobs.people[cells], chance)
    return where, spread(number, known.occupation[code].values, chance)


def _pay(known: World, unit: "Whole", chance: "np.random.Generator") -> "tuple[Floats, Floats]":
    """The least and the most an hour, each to the penny."""
    import numpy as np

    supposed, legal = known.supposed.pay, legal_floor(known.day)
    lowest = legal.pounds if legal is not None else 0.0
    points = np.array([_known_points(row) for row in known.work.pay])
    drawn = _between(points[unit], chance.random(len(unit)))
    least = np.maximum(drawn * _raised(known), lowest)
    rises = np.array([float(key) for key in supposed.ranges])
    rise = rises[spread(len(unit), np.array(list(supposed.ranges.values())), chance)]
    stated = chance.random(len(unit)) < supposed.stated
    least = np.where(stated, np.round(least, 2), np.nan)
    return least, np.round(least * (1 + rise), 2)


def _between(points: "Floats", at: "Floats") -> "Floats":
    """Pay at a share of the distribution: a straight line between published points, flat beyond the first and last."""
    import numpy as np

    shares = np.array(_POINTS)
    held = np.clip(at, shares[0], shares[-1])
    right = np.clip(np.searchsorted(shares, held), 1, len(shares) - 1)
    rows = np.arange(len(at))
    low, high = points[rows, right - 1], points[rows, right]
    line: Floats = low + (held - shares[right - 1]) / (shares[right] - shares[right - 1]) * (high - low)
    return line


def _known_points(row: OccupationPay | None) -> list[float]:
    """The five points of a distribution; one that is withheld stands on the nearest that is not."""
    if row is None:
        return [0.0] * len(_POINTS)
    known = [
        (share, value) for share, value in zip(_POINTS, (row.p10, row.p25, row.median, row.p75, row.p90), strict=True) if value
    ]
    return [min(known, key=lambda point: abs(point[0] - share))[1] for share in _POINTS]


def _raised(known: World) -> float:
    """How far the legal minimum has risen since the survey of pay."""
    row = next(row for row in known.work.pay if row is not None)
    year = Period.parse(row.period).end
    then, now = legal_floor(date(year.year, year.month, year.day)), legal_floor(known.day)
    return now.pounds / then.pounds if then is not None and now is not None else 1.0


def asked(known: World, drawn: VacanciesDrawn, skills: Skills, seed: int) -> tuple[Lists, Lists]:
    """The essential and the optional skills of drawn vacancies: those of their occupation, or some of them where named.

    Args:
        known: What is drawn from.
        drawn: The vacancies.
        skills: The skills of `known.work.keys`.
        seed: The same seed gives the same skills.
    """
    import numpy as np

    chance, share = np.random.default_rng([seed, _SKILLS]), known.supposed.skills_asked
    essential = some(skills.essential, drawn.key, np.where(drawn.names, share.essential, 1.0), chance)
    return essential, some(skills.optional, drawn.key, np.where(drawn.names, share.optional, 1.0), chance)


def level_asked(known: World, unit: int) -> int | None:
    """The level of qualification that work of a unit group asks for as a rule; `None` where nothing is said."""
    usual = {fact for fact, said in known.work.entry.get(known.work.units[unit], {}).items() if said == "usual"}
    for fact, level in ((Fact.DEGREE, DEGREE), (Fact.VOCATIONAL, 3), (Fact.SCHOOL, 2)):
        if fact in usual:
            return level
    return None


def made_vacancies(known: World, drawn: VacanciesDrawn, skills: Skills, seed: int, names: dict[str, str]) -> list[Vacancy]:
    """Drawn vacancies as matching knows them.

    Args:
        known: What they were drawn from.
        drawn: The vacancies.
        skills: The skills of `known.work.keys`.
        seed: What they were drawn with.
        names: The authorities' names by code.
    """
    essential, optional = asked(known, drawn, skills, seed)
    widths = [end - start for start, end in pairwise(known.jobs.starts.tolist())]
    place = [names[code] for code, cells in zip(known.jobs.authorities, widths, strict=True) for _ in range(cells)]
    kinds, times, supposed = list(Contract), list(TIMES.values()), known.supposed
    levels = [level_asked(known, unit) for unit in range(len(known.work.units))]
    needed = [licences(known, unit, drives=False) for unit in range(len(known.work.units))]
    hours = (supposed.vacancy_hours.full, supposed.vacancy_hours.part, None)
    found = []
    for at, (cell, key, unit) in enumerate(zip(drawn.cell.tolist(), drawn.key.tolist(), drawn.unit.tolist(), strict=True)):
        occupation = known.catalogue.occupations[known.work.keys[key]]
        element = int(drawn.protects[at])
        found.append(
            Vacancy(
                id=f"made-v{at + 1:07d}",
                title=occupation.label,
                employer=f"Made-up employer {int(drawn.employer[at])}",
                occupation=occupation.key,
                essential=frozenset(skills.keys[skill] for skill in essential.of(at)),
                optional=frozenset(skills.keys[skill] for skill in optional.of(at)),
                point=known.jobs.point(cell),
                place=place[cell],
                remote=bool(drawn.remote[at]),
                pay=None if isnan(drawn.least[at]) else Pay(float(drawn.least[at]), float(drawn.most[at])),
                hours=hours[int(drawn.hours[at])],
                times=times[int(drawn.times[at])],
                level=levels[unit],
                licences=needed[unit],
                demands=frozenset(
                    key for key, asks in zip(supposed.demands.keys, drawn.demands[at].tolist(), strict=True) if asks
                ),
                contract=kinds[int(drawn.contract[at])],
                protects=frozenset({supposed.protects.keys[element]} if element >= 0 else ()),
                training=bool(drawn.training[at]),
                headcount=int(drawn.headcount[at]),
                reads="made up",
            )
        )
    return found
