"""From people in each occupation group, and the share of each at high risk, to a place's share and how sure it is.

With `n_g` people in group `g`, `N` in all and `s_g` the share of the group at high risk,

    p = sum s_g n_g / N.

Two kinds of doubt are kept apart. *Crosswalk*: each `s_g` lies between a low and a high bound, so `p` lies between the two sums
made with them; a group whose number is withheld enters both as large as it is in England. *Survey*: the publisher's margins for
`n_g` give `var(p) = sum ((s_g - p) / N)^2 var(n_g)` (the delta method for a ratio, the groups sampled apart). No margin is made
up where none is published.
"""

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from levelling.core.area import Area
from levelling.core.comparison import Verdict
from levelling.core.difference import Z95, Interval, difference, nested
from levelling.core.period import Period

UNMEASURED = 0.15
"""Where groups without a published margin hold more of the people than this, no survey interval is worked out."""
MISSING = 0.15
"""Where the withheld groups hold more of England's people in work than this, the place gets no share: it would mislead."""


@dataclass(frozen=True, slots=True)
class Risk:
    """How much of one occupation group is at high risk.

    Attributes:
        occupation: Its key in the figures.
        share: Share of its people in unit groups at high risk, 0 to 1; of those that a job title led to.
        low: The least it can be: unit groups whose every title is at high risk.
        high: The most: any title at high risk, or no title that led anywhere.
        matched: Share of its people in unit groups that a title led to.
        unit_groups: The unit groups of SOC 2020 that most of its risk comes from.
        families: Families of skills, as Nesta sorts them, that its risky occupations are in.
        nearby: How many occupations in those families are not at high risk.
        usual: The group's share of people in work in England, 0 to 1: how much is missing where it is withheld.
    """

    occupation: str
    share: float
    low: float
    high: float
    matched: float
    unit_groups: tuple[str, ...] = ()
    families: tuple[str, ...] = ()
    nearby: int = 0
    usual: float = 0.0


@dataclass(frozen=True, slots=True)
class Group:
    """People in one occupation group of a place.

    Attributes:
        name: The group, in words.
        risk: How much of it is at high risk.
        people: How many who live here work in it.
        lower: Lower end of the publisher's 95% interval; `None` where none is published.
        upper: Upper end.
    """

    name: str
    risk: Risk
    people: float
    lower: float | None = None
    upper: float | None = None

    @property
    def at_risk(self) -> float:
        """How many of them work in occupations at high risk."""
        return self.people * self.risk.share

    @property
    def at_risk_range(self) -> tuple[float, float]:
        """The fewest and the most the crosswalk allows."""
        return self.people * self.risk.low, self.people * self.risk.high


@dataclass(frozen=True, slots=True)
class Reading:
    """A place's share at high risk in one year, in one classification.

    Attributes:
        area: Where.
        classification: `SOC 2020` or `SOC 2010`.
        period: When.
        groups: The groups with a figure, most people at risk first.
        withheld: Names of the groups whose figure is withheld.
        missing: The share of England's people in work that those groups hold, 0 to 1.
        people: People in the groups with a figure.
        share: Of every 100 of them, how many at high risk.
        lower: The least the crosswalk allows.
        upper: The most.
        survey: The share with its 95% interval from the publisher's margins; `None` where they are not published.
        unmeasured: Share of the people in groups without a published margin, 0 to 1.
        matched: Share of the people in unit groups that a job title led to, 0 to 1.
    """

    area: Area
    classification: str
    period: Period
    groups: tuple[Group, ...]
    withheld: tuple[str, ...]
    missing: float
    people: float
    share: float
    lower: float
    upper: float
    survey: Interval | None
    unmeasured: float
    matched: float

    @property
    def at_risk(self) -> float:
        """How many people work in occupations at high risk."""
        return self.people * self.share / 100

    @property
    def is_whole(self) -> bool:
        """Whether so little is withheld that the share may be given."""
        return self.missing <= MISSING


@dataclass(frozen=True, slots=True)
class Gap:
    """A place's share held against a wider one.

    Attributes:
        name: What it is held against.
        value: The share there.
        difference: Here less there, in percentage points.
        lower: Lower end of its 95% interval, from the survey's margins; `None` where they are not published.
        upper: Upper end.
        least: The least the crosswalk allows: the same crosswalk on both sides.
        most: The most.
        p_value: Probability of so large a difference by chance; `None` without margins.
        verdict: Higher or lower where survey and crosswalk both leave no other; else that it cannot be told.
        reason: What stands in the way; empty where nothing does.
    """

    name: str
    value: float
    difference: float
    lower: float | None
    upper: float | None
    least: float
    most: float
    p_value: float | None
    verdict: Verdict
    reason: str


def reckon(
    area: Area,
    classification: str,
    period: Period,
    groups: Sequence[Group],
    withheld: Mapping[str, Risk] | None = None,
    unmeasured: float | None = None,
) -> Reading | None:
    """The share of people in occupations at high risk.

    Args:
        area: Where.
        classification: What the groups are groups of.
        period: When.
        groups: Those with a figure.
        withheld: Those without, each with its risk: the range allows for what they may hold.
        unmeasured: Share of the people without a published margin; by default those of groups without one.

    Returns:
        `None` where no group has a figure.

    Example:
        >>> from levelling.core.area import Level
        >>> here = Area("E06000001", "Hartlepool", Level.LAD, "E")
        >>> shops = Group("Sales", Risk("sales", 0.75, 0.5, 1.0, 1.0), 400)
        >>> sites = Group("Building", Risk("building", 0.0, 0.0, 0.0, 1.0), 600)
        >>> reading = reckon(here, "SOC 2020", Period.year(2024), [shops, sites])
        >>> reading.share, reading.lower, reading.upper, reading.at_risk
        (30.0, 20.0, 40.0, 300.0)
    """
    people = math.fsum(group.people for group in groups)
    if people <= 0:
        return None
    hidden = dict(withheld or {})
    missing = min(1.0, math.fsum(risk.usual for risk in hidden.values()))

    def percent(parts: Sequence[float]) -> float:
        return 100 * math.fsum(share * group.people for share, group in zip(parts, groups, strict=True)) / people

    share = percent([group.risk.share for group in groups])
    lowest, highest = percent([group.risk.low for group in groups]), percent([group.risk.high for group in groups])
    if unmeasured is None:
        unmeasured = math.fsum(group.people for group in groups if group.upper is None) / people
    return Reading(
        area=area,
        classification=classification,
        period=period,
        groups=tuple(sorted(groups, key=lambda group: (-group.at_risk, group.name))),
        withheld=tuple(hidden),
        missing=missing,
        people=people,
        share=share,
        lower=min(share, (1 - missing) * lowest + 100 * math.fsum(risk.usual * risk.low for risk in hidden.values())),
        upper=max(share, (1 - missing) * highest + 100 * math.fsum(risk.usual * risk.high for risk in hidden.values())),
        survey=_survey(groups, share, people) if unmeasured <= UNMEASURED else None,
        unmeasured=unmeasured,
        matched=percent([group.risk.matched for group in groups]) / 100,
    )


def _survey(groups: Sequence[Group], share: float, people: float) -> Interval:
    variance = math.fsum(
        # The lower end is cut off at nought where the half-width reaches below it: the upper end has the whole of it.
        ((100 * group.risk.share - share) * (group.upper - group.people) / (Z95 * people)) ** 2
        for group in groups
        if group.upper is not None
    )
    half = Z95 * math.sqrt(variance)
    return Interval(share, max(0.0, share - half), min(100.0, share + half))


def hold(here: Reading, there: Reading, nested_share: float = 0.0) -> Gap:
    """Hold a place's share against a wider area's, in the same classification and period.

    The crosswalk is one for both, so most of its doubt cancels: the bounds of the difference take each group's share at the end
    that pulls the two apart least, and most.

    Args:
        here: The place.
        there: The wider area.
        nested_share: The place's share of the wider area's people in work, 0 where it is not inside.
    """
    gap = here.share - there.share
    least, most = _bounds(here, there)
    if here.survey is None or there.survey is None:
        reason = "No margin of error is published for these figures, so chance cannot be told from a difference."
        return Gap(there.area.name, there.share, gap, None, None, least, most, None, Verdict.NOT_COMPARABLE, reason)
    found = difference(here.survey, there.survey, nested(here.survey, there.survey, nested_share))
    verdict, reason = _verdict(found.p_value, gap, least, most)
    return Gap(there.area.name, there.share, gap, found.lower, found.upper, least, most, found.p_value, verdict, reason)


def _verdict(p_value: float, gap: float, least: float, most: float, level: float = 0.05) -> tuple[Verdict, str]:
    if p_value >= level:
        return Verdict.CANNOT_TELL, "The difference is within what chance in the survey can make."
    if least <= 0 <= most:
        return Verdict.CANNOT_TELL, "Which is higher depends on the occupations that the crosswalk cannot place."
    return (Verdict.HIGHER if gap > 0 else Verdict.LOWER), ""


def _bounds(here: Reading, there: Reading) -> tuple[float, float]:
    one, other = _shares(here), _shares(there)
    risks = {group.risk.occupation: group.risk for group in (*here.groups, *there.groups)}
    least = most = 0.0
    for occupation, risk in risks.items():
        apart = one.get(occupation, 0.0) - other.get(occupation, 0.0)
        ends = (apart * risk.low, apart * risk.high)
        least, most = least + min(ends), most + max(ends)
    return least, most


def _shares(reading: Reading) -> Mapping[str, float]:
    return {group.risk.occupation: 100 * group.people / reading.people for group in reading.groups}
