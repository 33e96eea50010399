"""Which cases speak to which need of a place. Declared here and open to dispute."""

from dataclasses import dataclass

from levelling.core.indicator import Topic
from levelling.core.need import Need
from levelling.practice.cases.case import Case
from levelling.practice.cases.vocabulary import Group, Mechanism


@dataclass(frozen=True, slots=True)
class Fit:
    """What may help with a need.

    Attributes:
        mechanisms: How a case must work.
        groups: Whom it must be for; one of these is enough, and none means anybody.
    """

    mechanisms: frozenset[Mechanism]
    groups: frozenset[Group] = frozenset()


_M, _G = Mechanism, Group
_NOTHING = Fit(frozenset())
_TOWARDS_WORK = frozenset({_M.BROKERAGE, _M.HEALTH_SUPPORT, _M.TRAINING, _M.JOB_CREATION})
_HEALTH_FIRST = frozenset({_M.HEALTH_SUPPORT, _M.BROKERAGE, _M.SOCIAL_PRESCRIBING, _M.BENEFIT_CONDITIONS})
_LEARN = Fit(frozenset({_M.TRAINING, _M.APPRENTICESHIP_SUPPORT}))
_ILL = frozenset({_G.ILL, _G.DISABLED, _G.MENTAL_HEALTH})
_PAID = Fit(frozenset({_M.RETENTION, _M.TRAINING, _M.PLACE_GOVERNANCE}), frozenset({_G.LOW_PAID, _G.EVERYONE}))
_FIRMS = frozenset({_G.FIRMS, _G.EVERYONE})

FITS = {
    "employment": Fit(_TOWARDS_WORK, frozenset({_G.LONG_TERM, _G.YOUNG, _G.LONE_PARENTS, *_ILL})),
    "inactivity": Fit(_HEALTH_FIRST | {_M.JOB_CREATION}, frozenset({_G.LONE_PARENTS, _G.LONG_TERM, *_ILL})),
    "unemployment": Fit(_TOWARDS_WORK - {_M.HEALTH_SUPPORT}, frozenset({_G.LONG_TERM, _G.YOUNG})),
    "long-term-sickness": Fit(_HEALTH_FIRST, _ILL),
    "disabled-people": Fit(_HEALTH_FIRST, frozenset({_G.DISABLED})),
    "young-people": Fit(
        frozenset({_M.BROKERAGE, _M.TRAINING, _M.JOB_CREATION, _M.APPRENTICESHIP_SUPPORT}), frozenset({_G.YOUNG})
    ),
    "no-qualifications": _LEARN,
    "level-3": _LEARN,
    "adult-learning": _LEARN,
    "automation": _LEARN,
    "apprenticeships": Fit(frozenset({_M.APPRENTICESHIP_SUPPORT}), frozenset({_G.YOUNG, _G.FIRMS})),
    "low-paid-jobs": _PAID,
    "low-pay": _PAID,
    "low-income": _PAID,
    "child-poverty": Fit(frozenset({_M.BROKERAGE, _M.RETENTION}), frozenset({_G.LONE_PARENTS})),
    "productivity": Fit(frozenset({_M.JOB_CREATION}), _FIRMS),
    "few-jobs": Fit(frozenset({_M.JOB_CREATION}), _FIRMS),
    "few-businesses": Fit(frozenset({_M.JOB_CREATION, _M.SOCIAL_ENTERPRISE}), _FIRMS),
    "healthy-years": Fit(
        frozenset({_M.PLACE_GOVERNANCE, _M.SOCIAL_PRESCRIBING, _M.HEALTH_SUPPORT}), frozenset({_G.EVERYONE, _G.ILL})
    ),
    "unpaid-carers": _NOTHING,
    "older-workers": _NOTHING,
    "broadband": _NOTHING,
    "travel": _NOTHING,
}
"""What may help with each need, by its key. Nothing in the library is for unpaid carers, older workers, broadband or travel."""

_BY_TOPIC = {
    Topic.WORK: FITS["employment"],
    Topic.PAY: FITS["low-pay"],
    Topic.SKILLS: FITS["level-3"],
    Topic.LEARNING: FITS["young-people"],
    Topic.PRODUCTIVITY: FITS["productivity"],
    Topic.BUSINESS: FITS["few-businesses"],
    Topic.INCOME: FITS["low-income"],
    Topic.POVERTY: FITS["child-poverty"],
    Topic.HEALTH: FITS["healthy-years"],
    Topic.WELLBEING: FITS["healthy-years"],
}


def speaks_to(case: Case, need: Need) -> bool:
    """Whether a case works in a way, and for people, that answer to a need."""
    fit = FITS.get(need.id) or _BY_TOPIC.get(need.topic, _NOTHING)
    return case.mechanism in fit.mechanisms and (not fit.groups or not fit.groups.isdisjoint(case.groups))
