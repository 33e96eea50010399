"""How a plan of a trial is told: the change hoped for, what was assumed, and where the formulas grow doubtful."""

from levelling.core.estimate import Estimate
from levelling.core.words import estimate, number, place
from levelling.practice.trial.planned import Design, Outcome, Planned

_FEW = 5
"""Where fewer than so many people of an arm are expected to succeed, or not to, the normal distribution fits badly."""


def plain(value: float) -> str:
    """A number with as many decimals as it needs, three at the most.

    Example:
        >>> plain(5.0), plain(0.125), plain(1234.5)
        ('5', '0.125', '1,234.5')
    """
    text = number(value, 3).rstrip("0").rstrip(".")
    return text if value == 0 or text not in {"0", "−0"} else f"{value:g}"


def share(value: float) -> str:
    """A share of 0 to 1 as a reader sees it.

    Example:
        >>> share(0.3), share(0.125)
        ('30%', '12.5%')
    """
    return f"{number(100 * value, 1).removesuffix('.0')}%"


def points(value: float) -> str:
    """A difference of shares, without its sign.

    Example:
        >>> points(-0.1), points(0.01)
        ('10 percentage points', '1 percentage point')
    """
    text = number(abs(100 * value), 1).removesuffix(".0")
    if text == "0" and value:
        return "less than 0.1 percentage points"
    return f"{text} percentage point{'' if text == '1' else 's'}"


def change(plan: Planned) -> str:
    """What help is hoped to change: 'a rise from 30% to 40%'."""
    difference = plan.difference or 0.0
    if plan.outcome is Outcome.PROPORTION:
        return f"{'a rise' if difference > 0 else 'a fall'} from {share(plan.start)} to {share(plan.start + difference)}"
    word = "a rise" if difference > 0 else "a fall"
    return f"{word} of {plain(abs(difference))} in the mean (standard deviation {plain(plan.spread)})"


def assumed(plan: Planned) -> str:
    """What the answer takes as given: level, power, drop-out and arms."""
    who = {
        Design.INDIVIDUAL: "two arms of equal size, each person assigned by chance",
        Design.CLUSTER: f"two arms with as many clusters each, of {number(plan.cluster_size or 0, 0)} people, assigned by chance",
        Design.STEPPED_WEDGE: f"clusters of {number(plan.cluster_size or 0, 0)} people in each period, which begin by chance",
    }[plan.design]
    icc = "" if plan.icc is None else f", an intracluster correlation of {plain(plan.icc)}"
    lost = f"{share(plan.lost)} of outcomes lost" if plan.lost else "no outcome lost"
    return (
        f"This assumes {who}{icc}, {lost}, a two-sided level of {share(plan.alpha)} and a power of {share(plan.power)}: a true "
        f"change of that size would be told from chance {number(100 * plan.power, 0)} times in 100."
    )


def source_of(item: Estimate) -> str:
    """Which figure of which place: 'employment-rate, Hartlepool, 2023'."""
    return f"{item.indicator.slug}, {item.area.name}, {item.period.label}"


def taken_from(plan: Planned) -> tuple[str, ...]:
    """Where the baseline comes from, and that it is of everybody there."""
    item = plan.baseline_from
    if item is None:
        return ()
    what = f"'{item.indicator.title}' in {place(item.area)}, {estimate(item)}"
    if plan.outcome is Outcome.MEAN:
        return (f"The baseline is {what}. A change in a mean asks for as many people whatever the baseline is.",)
    return (f"The baseline is {what}. It is of everybody there: if your clients differ, give their own share with --baseline.",)


def cut_short(plan: Planned, each: float | None, difference: float) -> tuple[str, ...]:
    """Where the formulas grow doubtful."""
    if plan.outcome is not Outcome.PROPORTION or each is None:
        return ()
    ends = (plan.start, plan.start + difference)
    if min(min(end, 1 - end) for end in ends) * each >= _FEW:
        return ()
    return (
        f"Fewer than {_FEW} people of an arm would succeed, or fail: the formula is rough there, and an exact test needs more.",
    )
