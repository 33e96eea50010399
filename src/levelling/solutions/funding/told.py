"""How a fund against need is told, in sentences that can be read aloud."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from levelling.core.words import listed, nations, number
from levelling.solutions.funding.measures import share_of_neediest

if TYPE_CHECKING:
    from levelling.solutions.funding.against import AgainstNeed, Row
    from levelling.solutions.funding.placing import Placing

NEEDIEST = 0.2
_NAMED = 3
_SAME = 0.5
"""Pounds a head: what is nearer than this is the same when it is read."""
_WHOLE = 10.0
"""Pounds a head from which pennies are left out."""
NOT_CAUSE = (
    "This says where money lies, not why. Funds were won by bids, given to chosen places or shared by formulas of their own, and "
    "a place may have been given other money. Need is measured by one indicator, and its order of places by another would differ."
)
_NO_INTERVAL = "It has no interval: most of the money was shared out by people, so that areas of one award are not apart."
_NEEDIEST_PEOPLE = "The fifth of people who live where it is greatest"


def pounds(value: float) -> str:
    """An amount as it is read: millions to the tenth, smaller sums in full.

    Example:
        >>> pounds(2_342_842_007), pounds(20_010_875), pounds(76_988)
        ('£2,342.8 million', '£20.0 million', '£76,988')
    """
    return f"£{number(value / 1e6, 1)} million" if abs(value) >= 1e6 else f"£{number(value, 0)}"


def spread_told(placing: "Placing", held: int) -> tuple[str, ...]:
    """How much there was, where it lies, and what is not known or could not be placed."""
    fund, plural = placing.fund, placing.level.plural
    some = sum(bool(item.pounds) for item in placing.given)
    unknown = sum(not item.known for item in placing.given)
    awards = f"{len(fund.awards)} award{'s' if len(fund.awards) != 1 else ''}"
    where = f"Of {len(placing.given)} {plural} of {nations(fund.nations)}, {some} got some of it."
    told = [f"{fund.title}: {pounds(fund.total)} in {awards}. {where}"]
    if placing.modelled:
        told.append(
            f"{pounds(placing.modelled)} was given to something larger or to several together, and is shared here by people."
        )
    if placing.unplaced:
        left = sum(award.pounds for award in placing.unplaced)
        told.append(f"{pounds(left)} could not be placed: {listed([award.name for award in placing.unplaced][:6])}.")
    if placing.outside >= 1:
        told.append(f"{pounds(placing.outside)} lies outside all {plural}.")
    if unknown:
        told.append(f"For {unknown} of them it is not known what they were given; they are left out. {fund.completeness}")
    if held < len(placing.given) - unknown:
        told.append(f"Money and need are both known for {held}.")
    return tuple(told)


def index_told(found: "AgainstNeed") -> tuple[str, ...]:
    """What the index says, and what the neediest fifth of people got."""
    if found.index is None:
        return (found.why,)
    share = share_of_neediest(found.curve, NEEDIEST)
    title = found.need.title
    measure = f"Need is measured by: {title} ({found.need.period.label})."
    told = [f"{measure} {_NEEDIEST_PEOPLE} had {number(100 * share, 0)}% of the money."]
    span = found.interval
    if span is None:
        told.append(f"The concentration index is {number(found.index, 2)}. {_NO_INTERVAL}")
    else:
        ends = f"{number(span.lower, 2)} to {number(span.upper, 2)}"
        said = f"The concentration index is {number(found.index, 2)} (95% interval {ends})"
        if span.lower > 0:
            told.append(f"{said}: more money per head went where need is greater.")
        elif span.upper < 0:
            told.append(f"{said}: less money per head went where need is greater.")
        else:
            told.append(f"{said}: we cannot tell whether more went where need is greater.")
    return tuple(told)


def unlike_told(found: "AgainstNeed") -> tuple[str, ...]:
    """Who got most beyond areas of like need, and who fell furthest short."""
    rows = [row for row in found.held if row.beyond is not None]
    if found.index is None or len(found.groups) < len(("low", "high")):
        return ()
    ordered = sorted(rows, key=lambda row: (-_beyond(row), row.given.area.name))
    told = f"Against areas of like need, most per head went to {listed([_named(row) for row in ordered[:_NAMED]])}; "
    return (f"{told}{_short(ordered)}.",)


def _short(ordered: "Sequence[Row]") -> str:
    """Who fell furthest short: by name, or counted where many got nothing of what all their like got."""
    least = _beyond(ordered[-1])
    tied = [row for row in ordered if _beyond(row) - least < _SAME]
    if abs(least) < _SAME:
        return "none fell clearly short"
    if len(tied) > _NAMED and not any(row.given.pounds for row in tied):
        return f"furthest short fell {len(tied)} that got none, where areas of like need got £{number(abs(least), 0)} a head"
    return f"furthest short fell {listed([_named(row) for row in ordered[::-1][:_NAMED]])}"


def _beyond(row: "Row") -> float:
    return row.beyond or 0.0


def _named(row: "Row") -> str:
    beyond = _beyond(row)
    return (
        f"{row.given.area.name} (£{number(abs(beyond), 0 if abs(beyond) >= _WHOLE else 2)} {'more' if beyond >= 0 else 'less'})"
    )
