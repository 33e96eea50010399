"""One match explained: every sentence from what the person and the advert say, and from nothing else."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from levelling.jobs.explaining import sentences
from levelling.jobs.matching.fit import Fit, fit, level_asked
from levelling.jobs.matching.limits import Limit, State, far, floor_of, lawful, verdicts
from levelling.jobs.matching.quality import Quality, quality
from levelling.jobs.matching.settings import Settings
from levelling.jobs.occupations import Catalogue
from levelling.jobs.person import Mode, Person
from levelling.jobs.vacancy import Vacancy

_ASKED = {Limit.HOURS: "hours", Limit.TIMES: "times", Limit.PAY: "pay"}


@dataclass(frozen=True, slots=True)
class Explained:
    """Why a vacancy is proposed to a person, or why it is not.

    Attributes:
        person: Key of the person.
        vacancy: The vacancy.
        fit: How well it fits, and what that is made of.
        quality: How good the job is: what its advert shows, and what it may be beyond that.
        limits: How each limit stands.
        km: Kilometres as the crow flies; `None` for work from home or an unknown place.
        fits: Sentences: what speaks for it.
        missing: What it asks for and the person has not.
        rubs: What breaks no limit and yet may make it hard.
        asks: What to ask the employer, since the advert does not say.
        broken: Which limits it breaks, in sentences; empty for a match.
    """

    person: str
    vacancy: Vacancy
    fit: Fit
    quality: Quality
    limits: dict[Limit, State]
    km: float | None
    fits: tuple[str, ...]
    missing: tuple[str, ...]
    rubs: tuple[str, ...]
    asks: tuple[str, ...]
    broken: tuple[str, ...]

    @property
    def heading(self) -> str:
        """The vacancy in a line: title, employer and place, as far as they are known."""
        return ", ".join(part for part in (self.vacancy.title, self.vacancy.employer, self.vacancy.where) if part)

    @property
    def fitting(self) -> str:
        """How well it fits, in a line."""
        return f"Fit {self.fit.points} of 100."

    @property
    def scores(self) -> str:
        """How well it fits and how good the job is, in a line."""
        return f"{self.fitting} {self.quality.sentence}"

    @property
    def reasons(self) -> tuple[str, ...]:
        """Why it is proposed or not, a line for each kind of reason, and a line for each thing to ask."""
        parts = (("Not possible: ", self.broken), ("For it: ", self.fits), ("", self.missing), ("Worth knowing: ", self.rubs))
        return (*(f"{name}{' '.join(told)}" for name, told in parts if told), *self.asks)

    def record(self, rank: int | None = None) -> dict[str, Any]:
        """The match as plain data, with the names that `--json` promises."""
        pay = self.vacancy.pay
        return {
            "person": self.person,
            "rank": rank,
            "vacancy": self.vacancy.id,
            "title": self.vacancy.title,
            "employer": self.vacancy.employer,
            "place": self.vacancy.where,
            "km": self.km,
            "fit": self.fit.points,
            "skills": self.fit.skills,
            "occupation": self.fit.occupation,
            "qualification": self.fit.qualification,
            **self.quality.record(),
            "pay_from": None if pay is None else round(pay.least, 2),
            "pay_to": None if pay is None else round(pay.most, 2),
            "why": " ".join(self.fits),
            "missing": " ".join(self.missing),
            "rubs": " ".join(self.rubs),
            "ask": " ".join(self.asks),
            "broken": " ".join(self.broken),
            "limits": {limit.value: state.value for limit, state in self.limits.items()},
        }


def explain(person: Person, vacancy: Vacancy, catalogue: Catalogue, by: Settings) -> Explained:
    """Explain one person and one vacancy, matched or not.

    Args:
        person: Who looks for work.
        vacancy: What there is.
        catalogue: Occupations and skills.
        by: What the matching goes by.

    Example:
        >>> from datetime import date
        >>> from levelling.atlas import Atlas
        >>> from levelling.jobs.matching import settings
        >>> from levelling.jobs.occupations import load
        >>> catalogue = load(Atlas.open())
        >>> cook = catalogue.by_label("cook")
        >>> person = Person("ann", wants=(cook.key,), skills=cook.essential)
        >>> vacancy = Vacancy("v1", "Cook", occupation=cook.key, essential=cook.essential, remote=True)
        >>> explain(person, vacancy, catalogue, settings(date(2026, 11, 28))).fits[0]
        'It is work as a cook, which they want to do.'
    """
    found = fit(person, vacancy, catalogue, by)
    states = verdicts(person, vacancy, by)
    distance = None if vacancy.remote else far(person, vacancy)
    km = None if distance is None else distance / 10
    floor = floor_of(person, by, vacancy.contract)
    asked, stated = level_asked(vacancy, catalogue, by)
    return Explained(
        person.id,
        vacancy,
        found,
        quality(vacancy, by),
        states,
        km,
        _fits(person, vacancy, catalogue, by, found, km),
        sentences.missing(_to_gain(found, vacancy, catalogue), person.level, asked, stated=stated),
        sentences.rubs(person, vacancy, floor, _share_of_reach(person, km, by), by.day, legal=by.legal),
        sentences.asks([_ASKED[limit] for limit, state in states.items() if state is State.UNKNOWN], vacancy),
        sentences.broken([limit for limit, state in states.items() if state is State.BROKEN], person, vacancy, floor, km),
    )


def _fits(person: Person, vacancy: Vacancy, catalogue: Catalogue, by: Settings, found: Fit, km: float | None) -> tuple[str, ...]:
    labels = catalogue.occupations
    theirs = labels[found.nearest].label if found.nearest else ""
    title = labels[vacancy.occupation].label if vacancy.occupation in labels else vacancy.title
    known = [key for key in vacancy.essential if key in catalogue.skills]
    held = [key for key in found.shared if key in vacancy.essential]
    said = [key for key in found.shared if key in vacancy.said] if _text_adds(vacancy) else []
    lowest = floor_of(person, by, vacancy.contract)
    told = (
        sentences.occupation(found.occupation, found.wanted, theirs, title),
        sentences.skills(
            _labels(held or found.shared, catalogue),
            len(known),
            len(held),
            by_title=_usual(vacancy, catalogue),
            whose=_whose(held or found.shared, person, catalogue),
        ),
        sentences.named(_labels(said, catalogue), len(vacancy.said), whose=_whose(said, person, catalogue)),
        sentences.way(person, vacancy, km, _minutes(person, km, by)),
        sentences.pay(vacancy, lowest, own=lowest > lawful(vacancy.contract, by)),
    )
    return tuple(sentence for sentence in told if sentence)


def _to_gain(found: Fit, vacancy: Vacancy, catalogue: Catalogue) -> list[str]:
    """The essential skills somebody has not: those that the advert itself names first."""
    return _labels(sorted(found.missing, key=lambda key: key not in vacancy.said), catalogue)


def _labels(skills: Iterable[str], catalogue: Catalogue) -> list[str]:
    return [catalogue.skills[key].label for key in skills]


def _text_adds(vacancy: Vacancy) -> bool:
    """Whether what the advert itself names stands beside what its occupation usually needs; else it asks for nothing else."""
    return not vacancy.essential <= vacancy.said


def _usual(vacancy: Vacancy, catalogue: Catalogue) -> bool:
    """Whether the skills of a vacancy are those of its occupation, with what its text adds, and no others of its own."""
    item = catalogue.occupations.get(vacancy.occupation)
    if item is None or not item.essential <= vacancy.essential:
        return False
    return item.essential == vacancy.essential or _text_adds(vacancy)


def _whose(keys: Iterable[str], person: Person, catalogue: Catalogue) -> sentences.Whose:
    """Whether somebody named these skills, or has them by the work they have done, where they have all that it usually needs."""
    usual = frozenset[str]().union(
        *(catalogue.occupations[key].essential for key in person.occupations if key in catalogue.occupations)
    )
    if not usual or not usual <= person.skills or usual.isdisjoint(keys):
        return sentences.Whose.THEIRS
    return sentences.Whose.WORK if usual.issuperset(keys) else sentences.Whose.BOTH


def _minutes(person: Person, km: float | None, by: Settings) -> dict[Mode, float]:
    """Around how long the way takes, by each way of travelling that reaches so far."""
    if km is None:
        return {}
    ways = person.reach or ()
    return {way.mode: by.travel.minutes(km, way.mode) for way in ways if by.travel.km(way) >= km}


def _share_of_reach(person: Person, km: float | None, by: Settings) -> float | None:
    reach = by.travel.reach(person)
    return None if km is None or reach <= 0 else km / reach
