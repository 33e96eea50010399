"""What an enabler must be about, and how it must work, to help with each need. Declared here and open to dispute."""

import re
from dataclasses import dataclass

from levelling.core.indicator import Topic as Subject
from levelling.core.need import Need
from levelling.solutions.register import Enabler, Mechanism, Topic

_APPRENTICESHIPS, _BUSINESS, _DISABILITY = Topic.APPRENTICESHIPS, Topic.BUSINESS, Topic.DISABILITY
_EMPLOYMENT, _HEALTH, _INACTIVITY, _PAY = Topic.EMPLOYMENT, Topic.HEALTH, Topic.INACTIVITY, Topic.PAY
_PLACE, _SKILLS, _TRANSPORT, _YOUNG = Topic.PLACE, Topic.SKILLS, Topic.TRANSPORT, Topic.YOUNG_PEOPLE

_ADVICE = frozenset({Mechanism.BROKERAGE, Mechanism.JOB_CREATION})
_BACK_TO_WORK = _ADVICE | {Mechanism.HEALTH_SUPPORT, Mechanism.TRAINING, Mechanism.SOCIAL_PRESCRIBING}
_SUPPORT = _BACK_TO_WORK - {Mechanism.JOB_CREATION}
"""More posts alone open no door to people who need support on the way: new jobs in surgeries are not help for sick people."""
_TRAINING = frozenset({Mechanism.TRAINING})
_WAGES = frozenset({Mechanism.WAGE_FLOOR, Mechanism.SOCIAL_VALUE})
_GROWTH = frozenset({Mechanism.INFRASTRUCTURE, Mechanism.JOB_CREATION, Mechanism.BROKERAGE})
_CARE = frozenset({Mechanism.HEALTH_SUPPORT, Mechanism.SOCIAL_PRESCRIBING, Mechanism.COMMISSIONING})


@dataclass(frozen=True, slots=True)
class Fit:
    """What helps with a need.

    Attributes:
        about: Sets of topics; an enabler is about the need where it has every topic of one of them.
        acts: The ways of working that act on the need itself.
        near: Sets of topics of what is near to it, where an enabler is chiefly about one of them.
        words: A pattern; where there is one, an enabler is about the need only where its own words hold it.
        whom: Whom or what help would be for, in words, after 'is for'.
    """

    about: tuple[frozenset[Topic], ...]
    acts: frozenset[Mechanism]
    near: tuple[frozenset[Topic], ...]
    whom: str
    words: str = ""


def _sets(*sets: Topic | tuple[Topic, ...]) -> tuple[frozenset[Topic], ...]:
    return tuple(frozenset(item) if isinstance(item, tuple) else frozenset({item}) for item in sets)


_HEALTH_AND_WORK = _sets((_HEALTH, _INACTIVITY), (_HEALTH, _EMPLOYMENT), (_DISABILITY, _EMPLOYMENT))
_OUT_OF_WORK = _sets(_INACTIVITY, _EMPLOYMENT)

FITS = {
    "employment": Fit(_sets(_EMPLOYMENT), _BACK_TO_WORK, _sets(_INACTIVITY, _SKILLS), "people out of work"),
    "inactivity": Fit(
        _sets(_INACTIVITY, (_HEALTH, _INACTIVITY)),
        _SUPPORT,
        _sets((_HEALTH, _EMPLOYMENT), _DISABILITY),
        "people who do not look for work",
    ),
    "unemployment": Fit(_sets(_EMPLOYMENT), _BACK_TO_WORK, _sets(_SKILLS), "people who look for work"),
    "long-term-sickness": Fit(_HEALTH_AND_WORK, _SUPPORT, _sets(_DISABILITY, _INACTIVITY), "people out of work through sickness"),
    "disabled-people": Fit(_sets(_DISABILITY), _SUPPORT, _sets(_INACTIVITY, (_HEALTH, _EMPLOYMENT)), "disabled people"),
    "young-people": Fit(_sets(_YOUNG), _BACK_TO_WORK, _sets(_APPRENTICESHIPS), "young people who neither learn nor work"),
    "no-qualifications": Fit(_sets(_SKILLS), _TRAINING, _sets(_APPRENTICESHIPS), "people without qualifications"),
    "level-3": Fit(_sets(_SKILLS), _TRAINING, _sets(_APPRENTICESHIPS), "people who want to qualify further"),
    "adult-learning": Fit(_sets(_SKILLS), _TRAINING, _sets(_APPRENTICESHIPS), "adults who could learn"),
    "automation": Fit(_sets(_SKILLS), _TRAINING, _sets(_APPRENTICESHIPS), "people who may have to retrain"),
    "apprenticeships": Fit(_sets(_APPRENTICESHIPS), _TRAINING, _sets((_YOUNG, _SKILLS), _SKILLS), "apprentices"),
    "low-paid-jobs": Fit(_sets(_PAY), _WAGES, (), "people in low-paid jobs"),
    "low-pay": Fit(_sets(_PAY), _WAGES, _sets((_SKILLS, _EMPLOYMENT)), "people on low pay"),
    "low-income": Fit(_sets(_PAY), _WAGES, _sets(_EMPLOYMENT), "households with low incomes"),
    "child-poverty": Fit(
        (),
        _WAGES | _ADVICE,
        _sets(_PAY, _EMPLOYMENT),
        "children in low-income families",
        words=r"\bchild poverty\b|\bchildcare\b|\blow-income famil",
    ),
    "productivity": Fit(
        _sets(_BUSINESS), _GROWTH | _TRAINING, _sets(_SKILLS, _APPRENTICESHIPS), "businesses that could produce more"
    ),
    "few-jobs": Fit(_sets((_BUSINESS, _EMPLOYMENT)), _GROWTH, _sets(_BUSINESS), "more jobs"),
    "few-businesses": Fit(_sets(_BUSINESS), _GROWTH, (), "new and growing businesses"),
    "healthy-years": Fit(_sets(_HEALTH), _CARE, (), "people's health"),
    "unpaid-carers": Fit((), _BACK_TO_WORK, _OUT_OF_WORK, "unpaid carers", words=r"\bunpaid carers?\b|\bcarers\b"),
    "older-workers": Fit(
        (),
        _BACK_TO_WORK,
        _OUT_OF_WORK,
        "people aged 50 and over",
        words=r"\bolder (?:people|workers)\b|\bover[- ]50s?\b|\b50 (?:and over|or over|plus)\b|\bfifty plus\b",
    ),
    "broadband": Fit((), _GROWTH, (), "faster broadband", words=r"\bbroadband\b|\bgigabit\b"),
    "travel": Fit(_sets(_TRANSPORT), _GROWTH, (), "journeys to work"),
}
"""What helps with each need, by its key."""

_BY_SUBJECT = {
    Subject.WORK: FITS["employment"],
    Subject.PAY: FITS["low-pay"],
    Subject.SKILLS: FITS["level-3"],
    Subject.LEARNING: FITS["young-people"],
    Subject.PRODUCTIVITY: FITS["productivity"],
    Subject.BUSINESS: FITS["few-businesses"],
    Subject.INCOME: FITS["low-income"],
    Subject.POVERTY: FITS["child-poverty"],
    Subject.HEALTH: FITS["healthy-years"],
    Subject.WELLBEING: FITS["healthy-years"],
    Subject.HOUSING: Fit(_sets(Topic.HOUSING), _GROWTH, (), "housing"),
    Subject.CONNECTIVITY: FITS["travel"],
    Subject.PLACE: Fit(_sets(_PLACE), _GROWTH, (), "the place itself"),
}


def fit_of(need: Need) -> Fit:
    """What helps with a need: by its key, else by what it is about."""
    return FITS.get(need.id) or _BY_SUBJECT[need.topic]


def about(enabler: Enabler, fit: Fit) -> bool:
    """Whether an enabler is about the need itself."""
    if fit.words:
        return re.search(fit.words, _text(enabler), re.IGNORECASE) is not None
    return any(topics <= set(enabler.topics) for topics in fit.about)


def near(enabler: Enabler, fit: Fit) -> bool:
    """Whether an enabler is chiefly about something near to the need: what only touches on it is too far off."""
    return any(topics <= set(enabler.topics) for topics in fit.near) and enabler.topics[:1] == shared(enabler, fit.near)[:1]


def shared(enabler: Enabler, sets: tuple[frozenset[Topic], ...]) -> tuple[Topic, ...]:
    """The topics an enabler shares with the sets that it answers to whole, in its own order."""
    wanted = frozenset[Topic]().union(*(topics for topics in sets if topics <= set(enabler.topics)))
    return tuple(topic for topic in enabler.topics if topic in wanted)


def _text(enabler: Enabler) -> str:
    return " ".join((enabler.name, enabler.purpose, *enabler.ring_fences, *enabler.conditions, enabler.vcse_role))
