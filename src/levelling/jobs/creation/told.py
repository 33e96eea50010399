"""Creating jobs, in sentences."""

from levelling.atlas.parameters import Parameter
from levelling.core.words import listed, number, opened, place
from levelling.jobs.creation.kinds import findings
from levelling.jobs.creation.net import NONE, OWN, Factor, Net, Option
from levelling.jobs.creation.result import APART, Creation, PayCheck
from levelling.jobs.pathways.told import pounds

NET = (
    "Net: jobs x (1 - deadweight) x (1 - leakage) x (1 - displacement) x (1 - substitution) x (1 + multiplier), after the "
    "Additionality Guide. The ends take the worst and the best of every factor at once; nothing says how likely they are."
)
SAME = "No finding says that these shares differ between the places, so net jobs differ only by how many people could do them."


def sentences(found: Creation) -> list[str]:
    """What it comes to, what that hangs on, what the jobs pay and offer, and what cannot be told."""
    told = [_headline(found), *_filled(found), *_places(found), NET]
    for factor in found.factors:
        told += _factor(factor)
    return [*told, _people(found), _pay(found.pay), _protects(found), _risk(found), *_costs(found)]


def span(net: Net, decimals: int = 0) -> str:
    """A net number of jobs in words.

    Example:
        >>> span(Net(15.6, 42.1, 68.0)), span(Net(15.6, None, 68.0))
        ('42 (16 to 68)', '16 to 68')
    """
    ends = f"{number(net.low, decimals)} to {number(net.high, decimals)}"
    return ends if net.central is None else f"{number(net.central, decimals)} ({ends})"


def _headline(found: Creation) -> str:
    first = found.places[0]
    what = f"Of {number(found.ask.jobs, 0)} {found.kind.name} jobs paid for in {place(first.area)}"
    text = f"{what}, {span(first.net)} would not have been there otherwise"
    missing = [one.name for one in found.unchosen]
    if not missing:
        return f"{text}, by the findings that were chosen."
    why = "they contradict each other or are read at second hand, so no middle is given"
    return f"{text}, over all findings there are. Nobody chose one for {listed(missing)}: {why}."


def _filled(found: Creation) -> list[str]:
    told = []
    for one in found.places:
        if one.filled.high < found.ask.jobs:
            least, most = number(one.filled.low, 0), number(one.filled.high, 0)
            count = least if least == most else f"{least} to {most}"
            told.append(f"In {place(one.area)} no more than {count} of them could be filled by the people who could do them.")
    return told


def _places(found: Creation) -> list[str]:
    if len(found.places) == 1:
        return []
    first = place(found.places[0].area)
    alike = [place(one.area) for one in found.places if one.standing == APART]
    if not alike:
        return [f"{opened(first)} comes first, and the others lie below its whole range.", SAME]
    tie = "among equals, the place where most want work for its size comes first"
    return [f"By net jobs, {listed(alike)} cannot be told apart from {first}; {tie}.", SAME]


def _factor(factor: Factor) -> list[str]:
    told = f"{opened(factor.name)} ({factor.says}): "
    chosen = factor.chosen
    if not factor.options and chosen is not None and chosen.key == NONE:
        return [told + "no finding speaks of such work, so none is added."]
    if chosen is None:
        lines = [told + "nobody chose."]
    elif chosen.key == OWN:
        lines = [f"{told}your own figure, {_ends(chosen)}."]
    else:
        lines = [f"{told}{chosen.key} was chosen."]
    lines += [f"  - {one.key}: {one.value:g} ({_range(one)}), grade {one.grade}" for one in factor.options]
    return [*lines, *(f"  - in another unit: {_figure(one)}" for one in factor.also)]


def _range(option: Option) -> str:
    return _ends(option) if option.ranged else "no range given"


def _ends(option: Option) -> str:
    return f"{option.low:g}" if option.low == option.high else f"{option.low:g} to {option.high:g}"


def _figure(one: Parameter) -> str:
    return f"{one.title}, {one.value:g} {one.unit}, grade {one.grade} ({one.source})"


def _people(found: Creation) -> str:
    if found.ask.people is not None:
        return (
            "People: counted in the caseload. Reach is a straight line to the middle of the place; people without a place or an "
            "occupation count as 'perhaps', at the upper end alone."
        )
    if found.share is not None:
        return "People who could do it: your own share of those who want work. No published figure gives it."
    return "How many of those who want work could do such jobs, no figure says. Give a caseload, or your own share."


def _pay(pay: PayCheck) -> str:
    if pay.offered is not None:
        what = f"Pay: £{number(pay.offered, 2)} an hour as offered"
    elif pay.usual is not None:
        what = f"Pay: {pounds(pay.usual)} an hour is usual in the United Kingdom ({pay.usual.period})"
    else:
        return "What such work pays cannot be told."
    held = [
        f"{'at least' if pay.meets(floor) else 'below'} the {floor.name} of that time, £{number(floor.pounds, 2)}"
        for floor in (pay.legal, pay.living)
        if floor is not None
    ]
    told = f"{what}; {listed(held)}." if held else f"{what}; no floor is known for that day."
    if pay.offered is not None and pay.meets(pay.legal) is False:
        told += " The law does not allow it for those whom the rate is for."
    return f"{told} In London the real Living Wage is higher."


def _protects(found: Creation) -> str:
    labels = findings().protects
    offered = [label for key, label in labels.items() if key in found.ask.protects]
    silent = [label for key, label in labels.items() if key not in found.ask.protects]
    told = f"Protects health: {listed(offered)}." if offered else "Nothing that protects health is said of the jobs."
    return f"{told} Not said: {listed(silent)}." if silent else told


def _risk(found: Creation) -> str:
    told = [f"{one.label}: {one.risk_class.lower() or 'not scored'}" for one in found.kind.occupations]
    return f"Automation, as Nesta scored it: {'; '.join(told)} ('other' lies between high and low)."


def _costs(found: Creation) -> list[str]:
    told = []
    cost = found.cost_per_net_job(found.places[0])
    if cost is not None and found.ask.cost is not None:
        told.append(
            f"At £{number(found.ask.cost, 0)} a job, each job that would not have been there otherwise costs "
            f"£{number(cost.low, 0)} to £{number(cost.high, 0)}."
        )
    told += [f"Measured: {_figure(one)}." for one in found.measured]
    known = [f"{one.title}, £{number(one.value, 0)} (prices of {one.price_year}, grade {one.grade})" for one in found.costs]
    told.append(f"What such jobs have cost: {'; '.join(known)}.")
    if (claim := found.kind.claim) is not None:
        told.append(
            f"A programme's own claim ({claim.source.title}): {claim.period}, £{number(claim.pounds, 0)} once, "
            f"{claim.enterprises} enterprises supported and {claim.advised} advised, {claim.jobs} jobs, "
            f"£{number(claim.pounds_per_job, 0)} a job; {claim.folded}% had folded by the end, against "
            f"{claim.folded_elsewhere}% that it quotes. {claim.note}"
        )
    return told
