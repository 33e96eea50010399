"""Pathways in sentences."""

from collections.abc import Sequence

from levelling.core.area import Area
from levelling.core.period import Period
from levelling.core.words import listed, number, place, two_figures
from levelling.jobs.pathways.at_risk import AtRisk
from levelling.jobs.pathways.result import Pathways, Pay

LIKENESS = (
    "Likeness, out of 100: how much of what the other work asks today's work already brings, rare skills weighing more. "
    "It is no forecast that somebody will be taken on."
)
RISK = "Risk is how well an occupation's tasks suit machine learning, as Nesta scored it in 2020; it is no date."
REGULATED = "Regulated: ESCO marks the profession so; find out which registration or degree it needs before you advise it."
LOCAL = (
    "People here: residents of the place in the wider group of occupations, wherever they work. The numbers of 2020 have margins "
    "and an older classification; the newer ones have none. Adverts here: online, for work in the same wider group."
)
ROUTES = "Apprenticeships are found by name alone; look up what a standard teaches before you advise it."
MODELLED = (
    "People are modelled: those of the wider group, shared out among its unit groups as in a sample of the whole country. "
    "Where somebody lives is counted, not where they work."
)


def sentences(found: Pathways) -> list[str]:
    """What the ways are, how many stood each test, and what could not be told."""
    told = [_tests(found), *_unknown(found)]
    told += [_pay(found.pay)] if found.pay else []
    told += [LIKENESS, RISK]
    told += [REGULATED] if any(one.occupation.regulated for one in found.destinations) else []
    told += [LOCAL] if found.area else []
    told += [ROUTES] if any(one.routes for one in found.destinations) else []
    return told


def _tests(found: Pathways) -> str:
    counts, rules = found.counts, found.rules
    if not counts.viable:
        return f"No other occupation is near enough to {found.origin.label} (likeness of {rules.viable} or more)."
    are = "occupation is" if counts.viable == 1 else "occupations are"
    longer = "and preparation takes no more than a step longer" if (rules.zone_up, rules.level_up) == (1, 1) else "in reach"
    first = f"{number(counts.viable, 0)} other {are} near enough to {found.origin.label}, {longer}."
    if found.pay is None:
        return first
    second = f" {number(counts.desirable, 0)} of them are known to pay at least {rules.pay}% of today's pay;"
    return f"{first}{second} {number(counts.safe, 0)} of those are known not to be at high risk of automation."


def _pay(pay: Pay) -> str:
    groups = listed([f"'{median.title}'" for median in pay.medians], "or")
    when = Period.parse(pay.period).label
    amount = pounds(pay)
    return (
        f"Pay now: {amount} an hour, the median of {groups} in the United Kingdom in {when}. A group holds several occupations, "
        "so both sides of a comparison are rough; a range means that it is not sure which group an occupation lies in."
    )


def pounds(pay: Pay) -> str:
    """Pay in words.

    Example:
        >>> from levelling.jobs.pathways.result import Median
        >>> pounds(Pay((Median("Receptionists", 11.5, "2023-04"), Median("Porters", 10.9, "2023-04"))))
        '£10.90 to £11.50'
    """
    least, most = f"£{number(pay.least, 2)}", f"£{number(pay.most, 2)}"
    return least if least == most else f"{least} to {most}"


def _unknown(found: Pathways) -> list[str]:
    counts, told = found.counts, []
    if not counts.viable:
        return []
    if found.pay is None:
        told.append(f"What {found.origin.label} pays cannot be told here, so no way is set aside for its pay.")
    elif counts.pay_unknown:
        told.append(f"For {number(counts.pay_unknown, 0)} it cannot be told whether the pay is enough; they are kept.")
    if counts.risk_unknown:
        told.append(f"For {number(counts.risk_unknown, 0)} nobody has scored the risk; they are kept.")
    return told


def place_sentence(area: Area, found: Sequence[AtRisk]) -> str:
    """How many of a place's people work in the occupations at high risk that were found."""
    if not found:
        return f"No figures of people by occupation are published for {place(area)}."
    first = found[0]
    people = number(two_figures(first.people_at_risk), 0)
    return f"Most people at high risk in {place(area)}: {first.title.lower()}, about {people}."
