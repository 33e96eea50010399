"""What stands out of a place's anchors, in sentences."""

from collections.abc import Iterator

from levelling.core.estimate import Estimate, Status
from levelling.core.period import Period
from levelling.core.words import listed, number, place
from levelling.solutions.anchors.doors import Doors
from levelling.solutions.anchors.employers import Employers
from levelling.solutions.anchors.hospitals import Trust
from levelling.solutions.anchors.means import Means
from levelling.solutions.anchors.reach import Reach
from levelling.solutions.anchors.result import Anchors
from levelling.solutions.coverage import on


def told(found: Anchors) -> tuple[str, ...]:
    """The sentences, in the order of the parts; a part without figures has none."""
    return tuple(_sentences(found))


def _sentences(found: Anchors) -> Iterator[str]:
    yield from enterprises(found.employers, found.said)
    yield from work(found.employers, found.said, found.area.code)
    yield from hospitals(found.trusts, found.said)
    yield from entry(found.doors, found.said)
    yield from begun(found.apprentices, found.said)
    yield from recruit(found.reach, found.said)
    yield opened(found.means, found.said, found.as_of)


def enterprises(found: Employers, said: str) -> Iterator[str]:
    """How many large and medium-sized enterprises there are, and what a nought means."""
    large, medium = found.of("large"), found.of("medium")
    if large is None or medium is None:
        return
    year = large.period.label
    if large.value:
        yield (
            f"In {year}, about {number(large.value, 0)} enterprises with 250 people or more and about "
            f"{number(medium.value or 0, 0)} with 50 to 249 had their main address in {said}."
        )
        return
    some = f"about {number(medium.value, 0)}" if medium.value else "hardly any"
    yield (
        f"In {year}, {some} enterprises with 50 to 249 people had their main address in {said}. Those "
        f"with 250 people or more round to nought in every industry, which does not mean that there are none."
    )
    if found.wider is not None:
        yield f"In {place(found.wider.area)}, which takes in {said}, there were about {number(found.wider.value or 0, 0)}."


def work(found: Employers, said: str, code: str) -> Iterator[str]:
    """How much of the work is in health, education and public administration."""
    public = found.public
    if public is None:
        return
    where = said if public.area.code == code else f"{place(public.area)}, the smallest area with such figures that holds {said},"
    made = " (shared out by where people live, so modelled)" if public.whole.status is Status.MODELLED else ""
    yield (
        f"Of every 100 jobs in {where} in {public.whole.period.label}, {number(public.share, 0)} were in health and social work, "
        f"education, and public administration and defence: about {number(_hundreds(public.jobs), 0)} jobs{made}."
    )


def hospitals(found: tuple[Trust, ...], said: str) -> Iterator[str]:
    """The trust for which the place is the largest part of its work."""
    if not found:
        return
    first, others = found[0], len(found) - 1
    whom = "one other trust" if others == 1 else f"{others} other trusts"
    more = f" At {whom}, at least one in every hundred did." if others else ""
    share = number(first.share, 0)
    yield f"Of every 100 admissions of the hospital trust with code {first.code}, {share} came from {said}.{more}"


def entry(found: Doors | None, said: str) -> Iterator[str]:
    """How many residents work where no degree is asked for, and in what most of all."""
    if found is None:
        return
    if found.people is None:
        yield (
            f"Of {len(found.items)} groups of occupations that ask for general schooling and training on the job, not a degree, "
            f"{len(found.withheld)} have no figure for {said}, so they are not added up."
        )
        return
    first = found.items[0]
    margin = f" (give or take {number(_hundreds(found.half), 0)})" if found.half is not None else ""
    people = number(_hundreds(found.people), 0)
    groups = "a withheld group" if len(found.withheld) == 1 else f"{len(found.withheld)} withheld groups"
    left = f", those of {groups} left out," if found.withheld else ""
    most = f"; most in {first.name.lower()}" if first.people is not None else ""
    yield (
        f"In {found.period.label}, about {people} people{margin} of {said}{left} worked in occupations "
        f"that ask for general schooling and training on the job, not a degree{most}."
    )


def begun(found: tuple[Estimate, ...], said: str) -> Iterator[str]:
    """How many apprenticeships were begun, as the nation counts them."""
    if not found:
        return
    first, value = found[0], number(found[0].value or 0.0, 0)
    if first.indicator.unit.startswith("per "):
        yield (
            f"For every 100,000 {first.indicator.denominator} in {said}, {value} began an apprenticeship in the year "
            f"{first.period.label}."
        )
        return
    taught = f", and {number(found[1].value or 0.0, 0)} began one that is taught here" if len(found) > 1 else ""
    yield f"In the year {first.period.label}, {value} people of {said} began an apprenticeship{taught}."


def recruit(found: Reach | None, said: str) -> Iterator[str]:
    """How many live in the most deprived tenth of neighbourhoods."""
    if found is None:
        return
    tenth, fifth = found.tenth.value or 0.0, found.fifth.value or 0.0
    count = len(found.neighbourhoods)
    many = f", in {count} neighbourhood{'s' if count != 1 else ''}" if count else ""
    yield (
        f"Of every 100 people of {said}, {_share(tenth)} live in the most deprived tenth of the nation's neighbourhoods{many}, "
        f"and {_share(fifth)} in the most deprived fifth."
    )


def opened(found: tuple[Means, ...], said: str, day: Period) -> str:
    """How many levies, duties, plans and promises are open at the date and reach the place or may."""
    usable = sum(item.usable for item in found)
    ended = [item.enabler.name for item in found if item.reach.may and item.status.status.value in {"closed", "replaced"}]
    over = f" {listed(ended)} {'has' if len(ended) == 1 else 'have'} ended." if ended else ""
    return (
        f"{on(day)}, {usable} of {len(found)} levies, duties, plans and promises in the register that bear on how an employer "
        f"recruits are open and reach {said} or may.{over}"
    )


def _share(value: float) -> str:
    """A share of a hundred in heads; what is less than one but not nought is told as that."""
    return "none" if value == 0 else "fewer than one" if value < 1 else number(value, 0)


def _hundreds(value: float) -> float:
    """Numbers of a survey, to a hundred."""
    return round(value / 100) * 100
