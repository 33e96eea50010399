"""The reckoning: from draws of the inputs to present values, year by year and body by body.

Everything is done for a stretch of draws at a time, all draws of the stretch at once, so that what is worked on stays in the
processor's own memory and the whole needs little.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from levelling.practice.appraisal.draws import taken
from levelling.practice.appraisal.green_book import Rate
from levelling.practice.appraisal.model import Flow, Model
from levelling.practice.appraisal.option import Body, Kind

STRETCH = 4_096


@dataclass
class Reckoned:
    """What comes of an option in every draw; a draw is a place in each array.

    Present values are of year 0 and in pounds of the year told. Costs are above nought.

    Attributes:
        npsv: Net present social value: every counted benefit less every cost.
        low: The same at the low discount rates; `None` where the horizon does not ask for it.
        cash: The same with benefits in cash alone.
        weighted: The same with benefits weighted by income; `None` where none is.
        public_cost: Present value of what public bodies pay, optimism bias included.
        other_cost: Present value of what others pay.
        benefit: Present value of counted benefits.
        public_saving: Present value of the cash that comes to public bodies, transfers included, less transfers they give.
        apart: Present value of what is another telling of a benefit, and not added.
        payback: Years until cash benefits have covered costs for good; infinite where they do not within the horizon.
        public_payback: The same of public bodies alone.
        paid: Mean of what each body pays in each year, not discounted.
        had: Mean of the cash that each body has of it in each year, not discounted.
        good: Mean of each kind of good that each has in each year, not discounted.
        running: Net cash so far by year, of the first draws: years by draws.
    """

    draws: int
    npsv: Any
    low: Any
    cash: Any
    weighted: Any
    public_cost: Any
    other_cost: Any
    benefit: Any
    public_saving: Any
    apart: Any
    payback: Any
    public_payback: Any
    paid: dict[Body, Any] = field(default_factory=dict)
    had: dict[Body, Any] = field(default_factory=dict)
    good: dict[tuple[Body, Kind], Any] = field(default_factory=dict)
    running: Any = None


_ARRAYS = (
    *("npsv", "low", "cash", "weighted", "public_cost", "other_cost", "benefit", "public_saving", "apart"),
    *("payback", "public_payback"),
)


def reckon(model: Model, values: Mapping[str, Any], draws: int, keep: int = 0, elasticity: float | None = None) -> Reckoned:
    """Reckon an option.

    Args:
        model: The option, ready.
        values: Its inputs, drawn.
        draws: How many draws there are.
        keep: Of how many of the first draws to keep the net cash so far, year by year.
        elasticity: Of the weights by income; the table's own where none is given.
    """
    import numpy as np

    years = model.option.horizon + 1
    arrays: dict[str, Any] = {name: np.zeros(draws) for name in _ARRAYS}
    found = Reckoned(draws, **arrays)
    if model.option.horizon < model.book.rates.low_from_horizon:
        found.low = None
    if not any(flow.weight for flow in model.flows):
        found.weighted = None
    found.running = np.zeros((years, min(keep, draws)))
    eta = model.book.weights.elasticity if elasticity is None else elasticity
    factors = {rate: np.array(model.book.rates.factors(rate, model.option.horizon)) for rate in Rate}
    # Room for the yearly cash of a stretch, of everyone and of public bodies: taken once, as new memory costs more than the sums.
    room = np.empty((2, years, min(STRETCH, draws)))
    for first in range(0, draws, STRETCH):
        last = min(first + STRETCH, draws)
        _stretch(model, found, taken(values, first, last), (first, last), factors, eta, room)
    found.paid = {body: total / draws for body, total in found.paid.items()}
    found.had = {body: total / draws for body, total in found.had.items()}
    found.good = {key: total / draws for key, total in found.good.items()}
    return found


def amount(flow: Flow, values: Mapping[str, Any]) -> Any:
    """What moves in the flow's first year: a float, or one for each draw."""
    found: Any = flow.scale
    for key, power in flow.factors:
        found = found * values[key] if power == 1 else found * values[key] ** power
    for key in flow.less:
        found = found * (1.0 - values[key])
    for key in flow.more:
        found = found * (1.0 + values[key])
    for key in flow.multiplier:
        found = found * values[key]
    return found


def _stretch(
    model: Model,
    found: Reckoned,
    values: Mapping[str, Any],
    at: tuple[int, int],
    factors: Mapping[Rate, Any],
    eta: float,
    room: Any,
) -> None:
    first, last = at
    here, years = slice(first, last), model.option.horizon + 1
    net, public = room[:, :, : last - first]
    room.fill(0.0)
    for flow in model.flows:
        yearly = _yearly(flow, values)
        present = _present(flow, yearly, factors[flow.rate])
        _add_present(found, here, flow, present, _weight(flow, values, eta))
        if found.low is not None:
            sign = -1 if flow.receiver is None else 0 if flow.transfer or not flow.counted else 1
            line = Rate.LOW if flow.rate is Rate.STANDARD else flow.rate
            found.low[here] += sign * _present(flow, yearly, factors[line])
        _add_years(found, flow, yearly, last - first, years)
        if flow.kind is Kind.CASH and flow.counted:
            _add_cash(flow, yearly, net, public)
    found.payback[here], found.public_payback[here] = _payback(net), _payback(public)
    kept = min(last, found.running.shape[1])
    if kept > first:
        found.running[:, first:kept] = net[:, : kept - first]


def _yearly(flow: Flow, values: Mapping[str, Any]) -> list[Any]:
    """What moves in each year, from the flow's first to its last: floats, or one for each draw."""
    now = amount(flow, values)
    left = 1.0 - values[flow.drop] if flow.drop else 1.0
    found = [now]
    steady = isinstance(left, float) and left == 1.0
    for _ in range(flow.first, flow.last):
        now = now if steady else now * left
        found.append(now)
    return found


def _present(flow: Flow, yearly: list[Any], factors: Any) -> Any:
    stretch = factors[flow.first : flow.last + 1]
    if yearly[0] is yearly[-1]:
        return yearly[0] * float(stretch.sum())
    total = yearly[0] * float(stretch[0])
    for now, factor in zip(yearly[1:], stretch[1:], strict=True):
        total = total + now * float(factor)
    return total


def _weight(flow: Flow, values: Mapping[str, Any], eta: float) -> Any:
    """How much a pound counts by income: what it is held against over the group's, to the power of the elasticity."""
    if flow.weight is None:
        return 1.0
    reference, group = flow.weight
    return (values[reference] / values[group]) ** eta


def _add_present(found: Reckoned, here: slice, flow: Flow, present: Any, weight: Any) -> None:
    if flow.receiver is None:
        (found.public_cost if flow.payer and flow.payer.public else found.other_cost)[here] += present
        found.npsv[here] -= present
        found.cash[here] -= present
        if found.weighted is not None:
            found.weighted[here] -= present
        return
    public = bool(flow.receiver.public) - bool(flow.payer and flow.payer.public)
    if flow.kind is Kind.CASH and public and flow.counted:
        found.public_saving[here] += public * present
    if flow.transfer:
        return
    if not flow.counted:
        found.apart[here] += present
        return
    found.benefit[here] += present
    found.npsv[here] += present
    if flow.kind is Kind.CASH:
        found.cash[here] += present
    if found.weighted is not None:
        found.weighted[here] += present * weight


def _add_years(found: Reckoned, flow: Flow, yearly: list[Any], draws: int, years: int) -> None:
    import numpy as np

    totals = np.zeros(years)
    last_seen, last_total = None, 0.0
    for year, now in zip(range(flow.first, flow.last + 1), yearly, strict=True):
        if now is not last_seen:
            last_seen, last_total = now, float(now * draws if isinstance(now, float) else now.sum())
        totals[year] += last_total
    if flow.payer is not None:
        found.paid[flow.payer] = found.paid.get(flow.payer, 0.0) + totals
    if flow.receiver is not None:
        found.good[flow.receiver, flow.kind] = found.good.get((flow.receiver, flow.kind), 0.0) + totals
        if flow.kind is Kind.CASH and flow.counted:
            found.had[flow.receiver] = found.had.get(flow.receiver, 0.0) + totals


def _add_cash(flow: Flow, yearly: list[Any], net: Any, public: Any) -> None:
    gain = (flow.receiver is not None) - (flow.payer is not None)
    gain_public = bool(flow.receiver and flow.receiver.public) - bool(flow.payer and flow.payer.public)
    for sign, totals in ((gain, net), (gain_public, public)):
        if sign == 0:
            continue
        for year, now in zip(range(flow.first, flow.last + 1), yearly, strict=True):
            if sign > 0:
                totals[year] += now
            else:
                totals[year] -= now


def _payback(yearly: Any) -> Any:
    """When net cash so far comes to nought for good, in years; the years' cash is added up on the way, in its own place.

    What is of year 0 stands at the start; what is of a later year comes evenly through it, so the end of year t is time t.
    """
    import numpy as np

    years, draws = yearly.shape
    last = np.full(draws, -1)  # the last year whose end is below nought
    for year in range(years):
        if year:
            yearly[year] += yearly[year - 1]
        last[yearly[year] < -1e-9] = year
    found = np.zeros(draws)
    found[last == years - 1] = np.inf
    crossing = np.flatnonzero((last >= 0) & (last < years - 1))
    if crossing.size:
        before = yearly[last[crossing], crossing]
        after = yearly[last[crossing] + 1, crossing]
        found[crossing] = last[crossing] + before / (before - after)
    return found
