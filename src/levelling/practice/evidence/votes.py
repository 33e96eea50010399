"""Counting cases by what they found, and a grade in plain words with its rule.

A vote says which way results point and not how large they are; a small study that finds nothing for want of numbers counts as
much as a large one. So the grade is about how far one may rely on the direction:

- **strong**: three cases or more gained, none failed, and one of them was a randomised trial;
- **fair**: two cases or more gained, and none failed;
- **thin**: one case gained, and none failed;
- **mixed**: some gained, and others saw no clear effect or harm, or one case saw both;
- **no clear effect found**: none gained;
- **harm found**: none gained, and one or more did harm;
- **not known**: no case with a good comparison measured it, or its answer was not read.

A case counts once for each aim. Only comparisons of grade 3 or better count, and reviews do not, since they may hold the same
studies.
"""

from collections.abc import Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from enum import StrEnum

from levelling.core.words import listed, opened
from levelling.practice.cases import Case, Direction, Outcome, Result


class Aim(StrEnum):
    """What results are counted for."""

    WORK = "work"
    EARNINGS = "earnings"
    HEALTH = "health and wellbeing"
    BENEFITS = "benefits"
    LEARNING = "learning"


_AIMS = {
    Aim.WORK: {
        Outcome.IN_WORK,
        Outcome.EVER_WORKED,
        Outcome.LASTING_WORK,
        Outcome.TIME_IN_WORK,
        Outcome.NEET,
        Outcome.PLACE_JOBS,
    },
    Aim.EARNINGS: {Outcome.EARNINGS, Outcome.PAY},
    Aim.HEALTH: {Outcome.HEALTH, Outcome.WELLBEING, Outcome.HARM_TO_HEALTH},
    Aim.BENEFITS: {Outcome.BENEFITS},
    Aim.LEARNING: {Outcome.LEARNING, Outcome.APPRENTICESHIPS},
}


def aim_of(result: Result) -> Aim | None:
    """What a result counts for; `None` for what is no aim of its own, such as output."""
    if result.about is Outcome.JOBS and result.is_effect:
        return Aim.WORK
    return next((aim for aim, outcomes in _AIMS.items() if result.about in outcomes), None)


class Grade(StrEnum):
    """How far one may rely on the direction of what was found."""

    STRONG = "strong"
    FAIR = "fair"
    THIN = "thin"
    MIXED = "mixed"
    NO_EFFECT = "no clear effect found"
    HARM = "harm found"
    NOT_KNOWN = "not known"


@dataclass(frozen=True, slots=True)
class Votes:
    """Cases by what they found for one aim.

    Attributes:
        aim: What for.
        gained: Cases that found a gain and nothing else.
        none: Cases that found no clear effect.
        both: Cases that found a gain in one thing, time or part, and no clear effect or harm in another.
        harmed: Cases that found harm and no gain.
        unread: Cases that measured it, and whose answer was not read.
    """

    aim: Aim
    gained: tuple[Case, ...]
    none: tuple[Case, ...]
    both: tuple[Case, ...]
    harmed: tuple[Case, ...]
    unread: tuple[Case, ...]

    @property
    def counted(self) -> int:
        """How many cases have a vote."""
        return len(self.gained) + len(self.none) + len(self.both) + len(self.harmed)

    @property
    def grade(self) -> Grade:
        """The grade, by the rule above."""
        if not self.counted:
            return Grade.NOT_KNOWN
        if self.both or (self.gained and (self.none or self.harmed)):
            return Grade.MIXED
        if not self.gained:
            return Grade.HARM if self.harmed else Grade.NO_EFFECT
        if len(self.gained) >= 3 and any(case.maryland == 5 for case in self.gained):
            return Grade.STRONG
        return Grade.FAIR if len(self.gained) >= 2 else Grade.THIN

    @property
    def tally(self) -> str:
        """What the cases found, in a sentence without its aim."""
        unread = _unread(len(self.unread)) if self.unread else ""
        if not self.counted:
            return f"No case with a good comparison gives an answer.{unread}"
        parts = [
            (len(self.gained), "found a gain"),
            (len(self.both), "found a gain in one thing and none in another"),
            (len(self.none), "found no clear effect"),
            (len(self.harmed), "found harm"),
        ]
        return f"{opened(_tally(self.counted, [(count, words) for count, words in parts if count]))}.{unread}"

    @property
    def sentence(self) -> str:
        """The vote in words, to be read aloud."""
        return f"For {self.aim.value}: {self.grade.value}. {self.tally}"


def _tally(counted: int, parts: Sequence[tuple[int, str]]) -> str:
    if counted == 1:
        return f"the one case with a good comparison {parts[0][1]}"
    if len(parts) == 1:
        return f"{'both' if counted == 2 else f'all {counted}'} cases with a good comparison {parts[0][1]}"
    return f"of {counted} cases with a good comparison {listed([f'{count} {words}' for count, words in parts])}"


def _unread(many: int) -> str:
    return f" In {many} more {'it was' if many == 1 else 'they were'} measured, and the answer was not read."


def votes(cases: Sequence[Case]) -> tuple[Votes, ...]:
    """The votes of cases for each aim that any of them measured; work always comes first, measured or not.

    Args:
        cases: The cases; reviews among them have no vote.
    """
    single = [case for case in cases if not case.review]
    found = (_for_aim(aim, single) for aim in Aim)
    return tuple(item for item in found if item.aim is Aim.WORK or item.counted or item.unread)


def _for_aim(aim: Aim, cases: Sequence[Case]) -> Votes:
    sides: dict[str, list[Case]] = {"gained": [], "none": [], "both": [], "harmed": [], "unread": []}
    for case in cases:
        mine = [result.found for result in case.effects if aim_of(result) is aim]
        found = {item for item in mine if item is not None and item is not Direction.NOT_READ}
        if mine:
            sides[_side(found)].append(case)
    return Votes(aim, **{side: tuple(some) for side, some in sides.items()})


def _side(found: AbstractSet[Direction]) -> str:
    if not found:
        return "unread"
    if Direction.GAIN in found:
        return "gained" if found == {Direction.GAIN} else "both"
    return "harmed" if Direction.HARM in found else "none"
