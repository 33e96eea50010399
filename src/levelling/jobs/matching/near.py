"""What lies just beyond a limit: vacancies that one limit alone keeps from somebody's best few, and what would admit them.

An adviser is told what one change would open, never what somebody should do. What health or caring excludes is named as
excluded, with nothing urged.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any

from levelling.jobs.matching.limits import Limit
from levelling.jobs.matching.relaxations import Beyond, Relaxation, near_rules, relaxations, time_demands
from levelling.jobs.matching.settings import Settings
from levelling.jobs.occupations import Catalogue
from levelling.jobs.person import Person
from levelling.jobs.vacancy import Vacancy

if TYPE_CHECKING:
    from levelling.jobs.matching.board import Board, Seen

_COUNTS = ("No", "One", "Two", "Three", "Four", "Five", "Six", "Seven", "Eight", "Nine", "Ten")


@dataclass(frozen=True, slots=True)
class Step:
    """One limit loosened by so much.

    Attributes:
        sentence: 'Two more if a 40-minute bus were possible.'
        vacancies: Keys of those that would enter the person's best few, best first.
        relaxed: The person with the limit loosened: matched again, exactly these enter.
    """

    sentence: str
    vacancies: tuple[str, ...]
    relaxed: Person


@dataclass(frozen=True, slots=True)
class NearMiss:
    """What one limit alone keeps out.

    Attributes:
        limit: The limit.
        sentence: All steps in one: 'Two more if a 40-minute bus were possible; five at 60 minutes.'
        steps: What loosening it would admit, the least first; at most three.
    """

    limit: Limit
    sentence: str
    steps: tuple[Step, ...]

    def record(self) -> dict[str, Any]:
        """As plain data, with the names that `--json` promises."""
        return {
            "limit": self.limit.value,
            "said": self.sentence,
            "steps": [
                {"said": step.sentence, "more": len(step.vacancies), "vacancies": list(step.vacancies)} for step in self.steps
            ],
        }


def near_misses(
    person: Person, vacancies: "Sequence[Vacancy] | Board", catalogue: Catalogue, by: Settings, k: int
) -> tuple[NearMiss, ...]:
    """What lies just beyond one person's limits: vacancies that one limit alone keeps from being among their best few.

    A closed vacancy, unpaid work and pay below the legal minimum are never among them. What an advert does not say is no near
    miss either: it is asked for, not loosened.

    Args:
        person: Who looks for work.
        vacancies: What there is; or a `Board` of it, made once where many people are looked at.
        catalogue: Occupations and skills.
        by: What the matching goes by.
        k: How many are their best few.

    Example:
        >>> from datetime import date
        >>> from levelling.atlas import Atlas
        >>> from levelling.jobs.matching import settings
        >>> from levelling.jobs.occupations import load
        >>> catalogue = load(Atlas.open())
        >>> cook = catalogue.by_label("cook")
        >>> person = Person("ann", wants=(cook.key,), skills=cook.essential, hours=(25, 40))
        >>> part_time = Vacancy("v1", "Cook", occupation=cook.key, essential=cook.essential, remote=True, hours=(20, 20))
        >>> near_misses(person, [part_time], catalogue, settings(date(2026, 11, 28)), 10)[0].sentence
        'One more from 20 hours a week.'
    """
    from levelling.jobs.matching.board import Board

    board = vacancies if isinstance(vacancies, Board) else Board(vacancies, catalogue, by)
    rules, seen = near_rules(), board.of(person)
    now = seen.best(seen.allowed(person), k)
    beyond = _beyond(seen, now, k)
    found = []
    for limit, rows in beyond.items():
        excluded = [Beyond(board.given[row], int(seen.view.far[row])) for row in rows]
        steps = _steps(limit, list(relaxations(limit, person, excluded, by, rules)), seen, now, k)
        if steps:
            kept = _few(steps, rules.steps.most)
            found.append(NearMiss(limit, _together(kept), tuple(step for _, step in kept)))
    return tuple(found)


def _beyond(seen: "Seen", now: list[int], k: int) -> dict[Limit, list[int]]:
    """For each limit the rows that it alone excludes and that would be among the best few."""
    import numpy as np

    implied = time_demands(seen.person)
    kept = seen.kept(seen.person)
    if implied:
        # Nights that somebody cannot work, as none of their times is one, are told with days and times.
        times, others = (replace(seen.person, limits=names) for names in (implied, seen.person.limits - implied))
        kept[Limit.TIMES] = kept[Limit.TIMES] & seen.kept(times)[Limit.DEMANDS]
        kept[Limit.DEMANDS] = seen.kept(others)[Limit.DEMANDS]
    good = seen.view.something & kept.pop(Limit.OPEN)
    if len(now) == k:
        good = good & (seen.place < seen.place[now[-1]])
    broken = sum((~mask).astype(np.int8) for mask in kept.values())
    one = good & (broken == 1)
    return {limit: np.flatnonzero(one & ~kept[limit]).tolist() for limit in Limit if limit in kept}


def _steps(limit: Limit, ways: list[Relaxation], seen: "Seen", now: list[int], k: int) -> list[tuple[Relaxation, Step]]:
    """What each way of loosening admits, the least first, leaving out what admits no more than a lesser one."""
    steps: list[tuple[Relaxation, Step]] = []
    for way in sorted(ways, key=lambda one: (one.ladder, one.size, len(one.opens), one.words)):
        entered = [row for row in seen.best(seen.allowed(way.person), k) if row not in now]
        lesser = [step for before, step in steps if before.ladder == way.ladder and before.opens <= way.opens]
        if entered and not any(len(step.vacancies) >= len(entered) for step in lesser):
            keys = tuple(seen.board.given[row].id for row in entered)
            steps.append((way, Step(_sentence(limit, len(keys), way.words), keys, way.person)))
    return steps


def _few(steps: list[tuple[Relaxation, Step]], most: int) -> list[tuple[Relaxation, Step]]:
    """At most so many: of each ladder the first rung, then the one that admits most, then the one half way between.

    What stands beside others is a ladder of one rung. Where there are too many ladders, those whose first rung admits most.
    """
    ladders: dict[str, list[int]] = {}
    counts = [len(step.vacancies) for _, step in steps]
    for at, (way, _) in enumerate(steps):
        ladders.setdefault(way.ladder or f"beside {at}", []).append(at)
    firsts = sorted((rungs[0] for rungs in ladders.values()), key=lambda at: (-counts[at], at))
    lasts = [rungs[-1] for rungs in ladders.values()]
    halves = [
        next((at for at in rungs[1:-1] if 2 * counts[at] >= counts[rungs[0]] + counts[rungs[-1]]), rungs[-2])
        for rungs in ladders.values()
        if len(rungs) > 2
    ]
    kept: list[int] = []
    for at in (*firsts, *lasts, *halves, *range(len(steps))):
        if at not in kept and len(kept) < most:
            kept.append(at)
    return [steps[at] for at in sorted(kept)]


def _sentence(limit: Limit, count: int, words: str) -> str:
    if limit is Limit.DEMANDS:
        return f"{_number(count)} more {'is' if count == 1 else 'are'} {words}."
    return f"{_number(count)} more {words}."


def _together(steps: list[tuple[Relaxation, Step]]) -> str:
    (_, first), *others = steps
    return (
        "; ".join(
            [first.sentence.removesuffix("."), *(f"{_number(len(step.vacancies)).lower()} {way.again}" for way, step in others)]
        )
        + "."
    )


def _number(count: int) -> str:
    return _COUNTS[count] if count < len(_COUNTS) else f"{count:,}"
