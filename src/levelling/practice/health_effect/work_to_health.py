"""From work to health: what research says would follow for people's health if more, or fewer, of them were in work."""

from collections.abc import Iterator

from levelling.atlas.health_links import MOST, chronic_illness
from levelling.atlas.parameters import Parameter, parameter
from levelling.atlas.reading import Figures
from levelling.core.words import number, place
from levelling.practice.health_effect.base import Base
from levelling.practice.health_effect.effect import Causation, Effect, Turn, Way, people

_CHRONIC = "People of working age with a chronic condition"


def work_to_health(atlas: Figures, base: Base, more: float) -> Iterator[Effect]:
    """Each outcome in turn: the numbers first, then those of which only the direction can be said."""
    yield chronic(atlas, base, more)
    yield _problems(base, more)
    yield _satisfaction(base, more)
    yield _without_base(base, more, "deaths", "Deaths, all causes", "unemployment-and-death", "hazard ratio of {}")
    heart = "Heart disease, or death from it"
    yield _without_base(base, more, "heart-disease", heart, "unemployment-and-heart-disease", "relative risk of {}")
    if more < 0:
        yield _men(base)
    if more > 0:
        yield poor_jobs(base)
        yield _reassessed(base)


def chronic(atlas: Figures, base: Base, more: float) -> Effect:
    """People with a chronic condition: the link of `levelling.atlas.health_links`, for the change that so many people make.

    The range takes the ends of the elasticity, of the share with a condition, and of the employment rate together.
    """
    link = parameter("chronic-illness-for-employment")
    change = base.change(more)
    if change is None:
        return _unsaid(base, more, "chronic-conditions", _CHRONIC, link, f"{_no_base(base)}.", Causation.ARGUED)
    if abs(change) > MOST:
        why = (
            f"{people(abs(more))} people are {number(abs(change), 0)}% of those in work here, and the link was found for small "
            f"changes: it is not drawn beyond {number(MOST, 0)}%."
        )
        return _unsaid(base, more, "chronic-conditions", _CHRONIC, link, why, Causation.ARGUED)
    steps = [chronic_illness(atlas, base.area, step) for step in (change, *(base.change_ends(more) or ()))]
    drawn = [step for step in steps if step is not None]
    middle = drawn[0]  # a change is known only where people of working age are
    ends = [end for step in drawn for end in (step.lower, step.upper) if end is not None]
    how = f"{_percent(base, more, change)} {middle.how}"
    return Effect(
        base.area,
        "chronic-conditions",
        _CHRONIC,
        Way.WORK_TO_HEALTH,
        middle.value,
        min(ends),
        max(ends),
        "people",
        _turn(more),
        Causation.ARGUED,
        how,
        middle.parameters,
        (*middle.behind, *((base.rate,) if base.rate else ())),
    )


def _percent(base: Base, more: float, change: float) -> str:
    text = f"{number(more, 0)} of about {number(base.in_work or 0, 0)} people in work is {number(change, 2)}%"
    if ends := base.change_ends(more):
        text += f" ({number(ends[0], 2)}% to {number(ends[1], 2)}% with the margin of the employment rate)"
    return f"{text}."


def _problems(base: Base, more: float) -> Effect:
    """Psychological problems: the difference between people in work and the long unemployed, as if work made all of it."""
    without, within = parameter("psychological-problems-long-unemployed"), parameter("psychological-problems-in-work")
    gap = without.value - within.value
    who = "had all been out of work for long" if more >= 0 else "all stayed out of work for long"
    how = (
        f"{number(without.value, 0)}% of the long unemployed and {number(within.value, 0)}% of people in work have such "
        f"problems: {number(gap, 0)} points, times {number(abs(more), 0)} people. This is the most it could be: it counts as if "
        f"they {who} and work made the whole difference, though people in good health also find work more easily. The research "
        "gives no range."
    )
    return Effect(
        base.area,
        "psychological-problems",
        "People with psychological problems, at the most",
        Way.WORK_TO_HEALTH,
        -gap / 100 * more,
        None,
        None,
        "people",
        _turn(more),
        Causation.ASSOCIATION,
        how,
        (without, within),
    )


def _satisfaction(base: Base, more: float) -> Effect:
    """Life satisfaction of those who enter work, added up: points of one person for one year."""
    link = parameter("life-satisfaction-unemployment-to-work")
    title = "Life satisfaction of those who enter work"
    if more < 0:
        title = "Life satisfaction of those who lose work"
        why = "The size that is held is of people who enter work; those who lose it were not measured by it."
        return _unsaid(base, more, "life-satisfaction", title, link, why)
    how = (
        f"{number(link.value, 2)} points on a scale of 0 to 10 for a person who leaves unemployment for work, times "
        f"{number(more, 0)} people, for each year in work. The research followed the same people; it gives no range here."
    )
    return Effect(
        base.area,
        "life-satisfaction",
        f"{title}, added up",
        Way.WORK_TO_HEALTH,
        link.value * more,
        None,
        None,
        "points of one person for a year",
        _turn(more),
        Causation.ASSOCIATION,
        how,
        (link,),
        told=(
            f"{number(link.value, 2)} points higher on a scale of 0 to 10 for each of them, which is "
            f"{people(link.value * more)} points of one person for one year in all"
        ),
    )


def _without_base(base: Base, more: float, outcome: str, title: str, slug: str, size: str) -> Effect:
    """A ratio is applied to nothing but a base, and none is held."""
    link = parameter(slug)
    value = number(link.value, 2) if link.low is None or link.high is None else f"{number(link.low, 1)} to {number(link.high, 1)}"
    why = (
        f"No base rate is held here for people of working age in {place(base.area)}, so the {size.format(value)} of people out "
        f"of work against people in work is applied to nothing."
    )
    return _unsaid(base, more, outcome, title, link, why)


def _men(base: Base) -> Effect:
    link = parameter("men-depressed-after-job-loss")
    why = f"{number(link.value, 0)}% of men were depressed within six months of losing work; how many would be men is not known."
    title = "Men with depression within six months"
    return _unsaid(base, -1.0, "men-depressed-after-job-loss", title, link, why)


def poor_jobs(base: Base) -> Effect:
    """The stress of those whose new work is poor: more jobs of poor quality do not bring what good work brings."""
    link = parameter("stress-poor-job-against-unemployment")
    low, high = link.low or link.value, link.high or link.value
    how = (
        "For each person whose new work is of poor quality, held against people who stayed unemployed, in a study of people "
        "aged 35 to 75 in Great Britain. Mental health was better in good work and not in poor work. How many of the new jobs "
        "would be poor is not known, so this is not added up."
    )
    return Effect(
        base.area,
        "stress-in-poor-work",
        "Stress on the body of a person whose new work is of poor quality",
        Way.WORK_TO_HEALTH,
        link.value,
        low,
        high,
        f"{link.unit}, a person",
        Turn.WORSE,
        Causation.ASSOCIATION,
        how,
        (link,),
        told=(
            f"{number(link.value, 2)} points of an index of wear and tear higher, from {number(low, 2)} to {number(high, 2)}, "
            f"than that of people who stayed unemployed. More jobs of poor quality do not bring better health"
        ),
        quoted=True,
    )


def _reassessed(base: Base) -> Effect:
    """What was seen where people were pressed toward work by having their benefits reassessed."""
    deaths, mental = parameter("reassessment-suicides"), parameter("reassessment-mental-health-problems")
    why = (
        f"Where more people had their disability benefits reassessed in English councils, there were {_of(deaths)} more "
        f"suicides and {_of(mental)} more reports of mental health problems for every 10,000 reassessed. How many would be "
        f"reassessed here is not known."
    )
    title = "Mental health, if people are pressed by reassessment of benefits"
    return _unsaid(base, -1.0, "harm-from-reassessment", title, mental, why)


def _of(item: Parameter) -> str:
    low, high = item.low or item.value, item.high or item.value
    return f"{number(item.value, 0)} ({number(low, 0)} to {number(high, 0)})"


def _unsaid(
    base: Base, more: float, outcome: str, title: str, link: Parameter, why: str, causation: Causation = Causation.ASSOCIATION
) -> Effect:
    """Only the direction, with the reason."""
    return Effect(base.area, outcome, title, Way.WORK_TO_HEALTH, None, None, None, "", _turn(more), causation, why, (link,))


def _no_base(base: Base) -> str:
    if base.people is None:
        return f"No base is held here: the number of people aged 16 to 64 in {place(base.area)} is not published in our figures"
    return f"No base is held here: no employment rate is published for {place(base.area)}, so the number in work is not known"


def _turn(more: float) -> Turn:
    return Turn.BETTER if more > 0 else Turn.WORSE if more < 0 else Turn.NEITHER
