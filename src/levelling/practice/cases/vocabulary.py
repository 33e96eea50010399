"""The words a case is told in: how it worked, for whom, what was measured, against what, and what was found."""

from enum import StrEnum


class Mechanism(StrEnum):
    """How a case works on people, firms or places."""

    APPRENTICESHIP_SUPPORT = "apprenticeship support"
    BENEFIT_CONDITIONS = "benefit conditions"
    BROKERAGE = "brokerage"
    HEALTH_SUPPORT = "health support"
    JOB_CREATION = "job creation"
    PLACE_GOVERNANCE = "place governance"
    RETENTION = "retention"
    SOCIAL_ENTERPRISE = "social enterprise"
    SOCIAL_PRESCRIBING = "social prescribing"
    TRAINING = "training"

    @property
    def words(self) -> str:
        """What it is, in a few words for a page."""
        return _MECHANISMS[self]


_MECHANISMS = {
    Mechanism.APPRENTICESHIP_SUPPORT: "help for firms to take on apprentices",
    Mechanism.BENEFIT_CONDITIONS: "conditions on benefits",
    Mechanism.BROKERAGE: "advice and support towards a job",
    Mechanism.HEALTH_SUPPORT: "help with health and work together",
    Mechanism.JOB_CREATION: "jobs that are made or paid for",
    Mechanism.PLACE_GOVERNANCE: "how a place is led",
    Mechanism.RETENTION: "help to keep work and get on in it",
    Mechanism.SOCIAL_ENTERPRISE: "small enterprises of local people",
    Mechanism.SOCIAL_PRESCRIBING: "social prescribing",
    Mechanism.TRAINING: "training",
}


class Group(StrEnum):
    """Whom a case was for, in the few words that cases are sorted by; the source's own words stand beside them."""

    CARE = "people who need care"
    DISABLED = "disabled people"
    EVERYONE = "everyone"
    FIRMS = "small firms"
    ILL = "people in ill health"
    IN_WORK = "people in work"
    LONE_PARENTS = "lone parents"
    LONG_TERM = "long-term unemployed people"
    LOW_PAID = "people on low pay"
    MENTAL_HEALTH = "people with poor mental health"
    YOUNG = "young people"


class Comparison(StrEnum):
    """What the people or places helped were held against."""

    RANDOMISED = "randomised trial"
    MATCHED = "matched comparison"
    BEFORE_AFTER = "before and after"
    NONE = "no comparison"

    @property
    def words(self) -> str:
        """Told in a sentence after 'It was'."""
        return _COMPARISONS[self]


_COMPARISONS = {
    Comparison.RANDOMISED: "held against a group chosen by lot",
    Comparison.MATCHED: "held against matched people or places",
    Comparison.BEFORE_AFTER: "looked at before and after, with nobody compared",
    Comparison.NONE: "held against nobody",
}


class Extent(StrEnum):
    """Where a case ran.

    `national`: across its nations. `places`: in the places named, whose codes are known. `not named`: in places within its
    nations that are not told one by one. `abroad`: outside the United Kingdom, or in several countries.
    """

    NATIONAL = "national"
    PLACES = "places"
    NOT_NAMED = "not named"
    ABROAD = "abroad"


class Outcome(StrEnum):
    """What a result is about. Results of different kinds are never pooled, nor counted as one."""

    IN_WORK = "in work at a time"
    EVER_WORKED = "ever in work"
    LASTING_WORK = "work that lasts"
    TIME_IN_WORK = "time in work"
    EARNINGS = "earnings"
    PAY = "pay"
    BENEFITS = "benefits"
    NEET = "neither learning nor working"
    LEARNING = "learning"
    APPRENTICESHIPS = "apprenticeships"
    HEALTH = "health"
    HARM_TO_HEALTH = "harm to health"
    WELLBEING = "wellbeing"
    HEALTH_CARE = "use of health care"
    CARE = "care"
    ENTERPRISES = "enterprises"
    FIRMS = "firms"
    JOBS = "jobs"
    PLACE_JOBS = "jobs in the place"
    OUTPUT = "output"
    PUBLIC_MONEY = "public money"
    MONEY_MOVED = "money moved"
    WHO_CAME = "who came"
    EVALUATION = "evaluation"

    @property
    def is_work(self) -> bool:
        """Whether it tells if people came into work, and for how long."""
        return self in {Outcome.IN_WORK, Outcome.EVER_WORKED, Outcome.LASTING_WORK, Outcome.TIME_IN_WORK, Outcome.NEET}


class Measures(StrEnum):
    """What a number measures: `effect` is a difference from a comparison; a `rate` or `count` is only what happened."""

    EFFECT = "effect"
    RATE = "rate"
    COUNT = "count"


class Direction(StrEnum):
    """What an effect came to.

    `no clear effect` is not proof of none. `not read` means that a study exists and its answer was not seen.
    """

    GAIN = "gain"
    NONE = "no clear effect"
    HARM = "harm"
    NOT_READ = "not read"


class ReturnKind(StrEnum):
    """How a published return on each pound came about.

    `measured` rests on an effect measured against a comparison, `assumed` on one that was taken for granted, and a `forecast` was
    made before anything happened.
    """

    MEASURED = "measured"
    ASSUMED = "assumed"
    FORECAST = "forecast"


class Flag(StrEnum):
    """What a reader must know before a case is quoted."""

    PROVIDER_CLAIM = "provider claim"
    FORECAST = "forecast, not measured"
    COMPUTED = "computed here"
    CONFLICT = "sources conflict"
    SECOND_HAND = "second hand"


class Ran(StrEnum):
    """Where a case may have run, in the words it is asked for."""

    ENGLAND = "England"
    WALES = "Wales"
    SCOTLAND = "Scotland"
    NORTHERN_IRELAND = "Northern Ireland"
    ABROAD = "abroad"
