"""What sharing out found, in numbers, sentences and records."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from levelling.core.words import number
from levelling.jobs.sharing.candidates import Candidates
from levelling.jobs.sharing.congestion import Congestion
from levelling.jobs.sharing.settings import Settings

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    Flags = NDArray[np.bool_]
    Whole = NDArray[np.int64]

NO_CANDIDATE = "no vacancy that can be proposed to them"
TOO_FEW_PLACES = "too few places"


@dataclass(frozen=True, slots=True)
class Pair:
    """One recommendation.

    Attributes:
        person: The person's key.
        vacancy: The vacancy's key.
        fit: 0 to 100.
        quality: 0 to 100: what the advert shows.
        choice: 1 where it is the best of the person's own candidates, 2 for their second, and so on.
        below: Points of fit below the person's own best candidate.
    """

    person: str
    vacancy: str
    fit: int
    quality: int
    choice: int
    below: int


@dataclass(frozen=True, slots=True)
class Shortage:
    """A group of people who have no candidates but vacancies with fewer places than they are.

    Attributes:
        people: Their places in `Candidates.people`.
        vacancies: The vacancies' places in `Candidates.vacancies`.
        places: How many people may be recommended these vacancies.
    """

    people: tuple[int, ...]
    vacancies: tuple[int, ...]
    places: int

    @property
    def short(self) -> int:
        """How many of them must be left without, whoever is chosen."""
        return len(self.people) - self.places


@dataclass(frozen=True, slots=True)
class Floor:
    """What was kept for those furthest from work.

    Attributes:
        people: How many they are.
        wanted: How many of them the floor asks to place.
        possible: The most of them that can be placed, whatever else is given up.
        without: How many would be placed if there were no floor.
        placed: How many are placed.
        fit: Points of fit, in all, that the floor costs.
    """

    people: int
    wanted: int
    possible: int
    without: int
    placed: int
    fit: int

    @property
    def kept(self) -> bool:
        """Whether the floor is reached."""
        return self.placed >= self.wanted

    @property
    def sentence(self) -> str:
        """How the floor was kept, in words."""
        if not self.people:
            return "Nobody is marked as furthest from work, so there was no floor to keep."
        said = f"Of those furthest from work, {number(self.placed, 0)} of {number(self.people, 0)} {_are(self.people)} placed"
        if not self.kept:
            said += f". The floor asks for {number(self.wanted, 0)}, and no way of sharing out places more"
        elif self.wanted:
            said += f"; the floor asks for {number(self.wanted, 0)}"
        if self.placed > self.without:
            said += f". Without the floor it would be {number(self.without, 0)}; it costs {_points(self.fit)} of fit in all"
        return f"{said}."


@dataclass(frozen=True, slots=True, eq=False)
class Shared:
    """Vacancies shared out among people.

    Attributes:
        candidates: Who could be recommended what.
        settings: How it was shared.
        places: How many people may be recommended each vacancy: its headcount times the people a place.
        chosen: For each candidate match, whether it is recommended.
        floor: What was kept for those furthest from work.
        before: Congestion if everybody were sent to their own best candidates.
        after: Congestion of what is recommended.
        shortages: Groups with more people than places; what they are short of adds up to the people left without who have any
            candidate, which proves that no more can be placed.
    """

    candidates: Candidates
    settings: Settings
    places: "Whole"
    chosen: "Flags"
    floor: Floor
    before: Congestion
    after: Congestion
    shortages: tuple[Shortage, ...]

    def pairs(self) -> Iterator[Pair]:
        """Every recommendation, by person and then best first."""
        import numpy as np

        found = self.candidates
        for at in np.flatnonzero(self.chosen).tolist():
            person, fit, choice = int(found.person[at]), int(found.fit[at]), int(found.choice[at])
            best = int(found.fit[at - choice + 1])
            key = found.vacancies[int(found.vacancy[at])]
            yield Pair(found.people[person], key, fit, int(found.quality[at]), choice, best - fit)

    def without(self) -> dict[str, str]:
        """Who is left without, in the order of their keys, and why: in one sentence each."""
        found, sent = self.candidates, set(self.candidates.person[self.chosen].tolist())
        candidate = set(found.person.tolist())
        group = {person: shortage for shortage in self.shortages for person in shortage.people}
        return {
            key: _why_short(group[person]) if person in candidate else NO_CANDIDATE
            for person, key in enumerate(found.people)
            if person not in sent
        }

    @property
    def sentence(self) -> str:
        """What came of it, in words."""
        before, after = self.before, self.after
        left = after.people - after.people_sent
        said = f"Of {_people(after.people)}, {number(after.people_sent, 0)} {_are(after.people_sent)} recommended a vacancy"
        said += f" and {number(left, 0)} {_are(left)} left without. " if left else ". "
        said += (
            f"Sent to their own best instead, {number(before.beyond, 0)} of {number(before.pairs, 0)} "
            f"would have come to a vacancy with no place left"
        )
        return f"{said}."

    @property
    def notes(self) -> list[str]:
        """What else is to be said: crowding before and after, the floor, who is left without and why."""
        before, after = self.before, self.after
        lines = [
            (
                f"To the most popular 1% of vacancies ({number(after.top, 0)} of {number(after.vacancies, 0)}): "
                f"{number(before.sent_to_top, 0)} before ({100 * before.top_share:.0f}%), "
                f"{number(after.sent_to_top, 0)} after ({100 * after.top_share:.0f}%)."
            ),
            (
                f"Vacancies that somebody is sent to: {number(before.vacancies_met, 0)} before, "
                f"{number(after.vacancies_met, 0)} after."
            ),
        ]
        if before.mean_fit is not None and after.mean_fit is not None:
            lines.append(f"Mean fit of a recommendation: {before.mean_fit:.1f} before, {after.mean_fit:.1f} after, of 100.")
        lines.append(self.floor.sentence)
        reasons = list(self.without().values())
        alone = reasons.count(NO_CANDIDATE)
        if alone:
            lines.append(f"{_people(alone)} {_have(alone)} {NO_CANDIDATE}.")
        if len(reasons) > alone:
            short = len(reasons) - alone
            lines.append(f"{_people(short)} {_are(short)} left without because there are too few places: {self._largest()}")
        return lines

    def _largest(self) -> str:
        group = self.shortages[0]
        more = len(self.shortages) - 1
        rest = f", and {number(more, 0)} more such {'group' if more == 1 else 'groups'}" if more else ""
        return f"{_why_short(group).removeprefix(f'{TOO_FEW_PLACES}: ')}{rest}."

    def records(self) -> list[dict[str, Any]]:
        """Everybody, in the order of their keys: what they are recommended, or why nothing."""
        told = self.without()
        lines: list[dict[str, Any]] = [
            {
                "person": pair.person,
                "vacancy": pair.vacancy,
                "fit": pair.fit,
                "quality_least": pair.quality,
                "choice": pair.choice,
                "below": pair.below,
                "why": "",
            }
            for pair in self.pairs()
        ]
        empty = {"vacancy": None, "fit": None, "quality_least": None, "choice": None, "below": None}
        lines += [{"person": person, **empty, "why": why} for person, why in told.items()]
        return sorted(lines, key=lambda line: (line["person"], line["choice"] or 0))

    def crowding(self) -> list[dict[str, Any]]:
        """Congestion before and after, measure by measure."""
        measures = ("pairs", "people_sent", "vacancies_met", "top", "sent_to_top", "most", "beyond", "gini", "fit")
        return [{"measure": name, "before": getattr(self.before, name), "after": getattr(self.after, name)} for name in measures]


def _why_short(group: Shortage) -> str:
    people, vacancies = len(group.people), len(group.vacancies)
    told = f"{TOO_FEW_PLACES}: {_people(people)} {_have(people)} candidates only in {number(vacancies, 0)} "
    told += "vacancy" if vacancies == 1 else "vacancies"
    return f"{told} with {number(group.places, 0)} {'place' if group.places == 1 else 'places'}"


def _people(count: int) -> str:
    return "1 person" if count == 1 else f"{number(count, 0)} people"


def _points(count: int) -> str:
    return "1 point" if count == 1 else f"{number(count, 0)} points"


def _are(count: int) -> str:
    return "is" if count == 1 else "are"


def _have(count: int) -> str:
    return "has" if count == 1 else "have"
