"""An appraisal in sentences that can be read aloud."""

from collections.abc import Iterator

from levelling.core.words import listed, number
from levelling.practice.appraisal.answer import Appraisal, Appraisals, Share, Spread
from levelling.practice.appraisal.option import Body


def sum_of(value: float) -> str:
    """A sum of money, rounded as a reader wants it.

    Example:
        >>> sum_of(-3_191_643.2), sum_of(135_000), sum_of(1_036.4), sum_of(16_232)
        ('−£3.19 million', '£135,000', '£1,040', '£16,200')
    """
    size = abs(value)
    sign = "−" if value < 0 else ""
    if size >= 1e9:
        return f"{sign}£{number(size / 1e9, 2)} billion"
    if size >= 999_500:
        return f"{sign}£{number(size / 1e6, 2)} million"
    rounded = rounded_sum(size)
    return f"{sign if rounded else ''}£{number(rounded, 0)}"


def rounded_sum(value: float) -> float:
    """A sum of money under a million as exactly as it is told: to three figures, and whole below a hundred.

    Example:
        >>> rounded_sum(16_232), rounded_sum(-48.7), rounded_sum(3_191_643.2)
        (16200.0, -49.0, 3191643.2)
    """
    size = abs(value)
    if size >= 999_500:
        return value
    return float(round(value, 3 - len(str(int(size))))) if size >= 100 else float(round(value))


def time_of(years: float) -> str:
    """A stretch of time: months below two years.

    Example:
        >>> time_of(0.3375), time_of(3.26), time_of(0.0)
        ('4 months', '3.3 years', 'no time at all')
    """
    if years <= 0:
        return "no time at all"
    months = round(years * 12)
    if months < 24:
        return "less than a month" if months < 1 else f"{months} month{'' if months == 1 else 's'}"
    return f"{number(years, 1)} years"


def told(found: Appraisal) -> tuple[str, ...]:
    """What one option comes to."""
    return tuple(
        sentence
        for part in (_worth, _apart, _ratio, _payback, _who, _evenly, _weighted, _low, _learn, _minded)
        for sentence in part(found)
    )


def _nine_in_ten(spread: Spread, write: str = "£") -> str:
    if spread.certain or spread.p5 is None or spread.p95 is None:
        return ""
    low, high = (sum_of(value) if write == "£" else number(value, 2) for value in (spread.p5, spread.p95))
    return f" (in nine draws of ten, {low} to {high})"


def _worth(found: Appraisal) -> Iterator[str]:
    model, mean = found.model, found.npsv.mean or 0.0
    years = f"Over {model.option.horizon} year{'' if model.option.horizon == 1 else 's'}"
    way = "more" if mean >= 0 else "less"
    spread = _nine_in_ten(found.npsv)
    yield f"{years} it is worth {sum_of(abs(mean))} {way} to society than it costs{spread}, in prices of {model.prices}."
    if found.certain:
        yield "No input has a range, so this is one sum, and says nothing of how sure it is."
    elif found.pays in {0.0, 1.0}:
        yield f"It is worth more than it costs in {'every draw' if found.pays else 'no draw'}."
    else:
        yield f"It is worth more than it costs in {percent(found.pays)} of draws."


def percent(share: float) -> str:
    """A share that is never rounded to none or to all.

    Example:
        >>> percent(0.9999), percent(0.63)
        ('more than 99%', '63%')
    """
    if 0.99 < share < 1:
        return "more than 99%"
    return "less than 1%" if 0 < share < 0.01 else f"{share:.0%}"


def _apart(found: Appraisal) -> Iterator[str]:
    if found.npsv_cash.mean is not None and found.npsv.mean is not None and found.npsv_cash.mean != found.npsv.mean:
        mean = found.npsv_cash.mean
        yield f"In cash alone, with health and wellbeing left out, it is worth {sum_of(abs(mean))} {_way(mean)} than it costs."
    if found.apart.mean:
        yield f"Another {sum_of(found.apart.mean)} is the same good told a second way: it is shown and not added."


def _way(value: float) -> str:
    return "more" if value >= 0 else "less"


def _ratio(found: Appraisal) -> Iterator[str]:
    if found.ratio_of_means is None:
        yield "No public body pays for it, so it has no benefit-cost ratio."
        return
    yield f"For every £1 that public bodies pay, society has £{number(found.ratio_of_means, 2)}{_nine_in_ten(found.bcr, '')}."
    if found.fiscal_return is not None and found.ratio_of_means and any(item.body.public for item in found.who_saves):
        yield f"Of it £{number(found.fiscal_return, 2)} comes back to public bodies in cash."


def _payback(found: Appraisal) -> Iterator[str]:
    cash = any(item.amount > 0 for item in found.who_saves)
    if not cash:
        return
    if found.payback.mean is not None:
        yield f"All costs are covered by everyone's cash benefits after {time_of(found.payback.mean)}{_times(found.payback)}."
    elif found.paid_back > 0:
        yield f"Cash benefits cover all costs within the horizon in {percent(found.paid_back)} of draws."
    else:
        yield f"Cash benefits do not cover the costs within {found.model.option.horizon} years."
    if found.ratio_of_means is None or found.public_payback == found.payback:
        return
    if found.public_payback.mean is not None:
        yield f"Public bodies have their own money back after {time_of(found.public_payback.mean)}."
    elif found.publicly_paid_back > 0:
        yield f"Public bodies have their own money back within the horizon in {percent(found.publicly_paid_back)} of draws."
    else:
        yield f"Public bodies do not have their own money back within {found.model.option.horizon} years."


def _times(spread: Spread) -> str:
    if spread.certain or spread.p5 is None or spread.p95 is None:
        return ""
    return f" (in nine draws of ten, {time_of(spread.p5)} to {time_of(spread.p95)})"


def totals(shares: tuple[Share, ...]) -> dict[Body, float]:
    """What each body pays or has over all years, not discounted, the largest first."""
    found: dict[Body, float] = {}
    for item in shares:
        found[item.body] = found.get(item.body, 0.0) + item.amount
    return dict(sorted(found.items(), key=lambda item: -item[1]))


def _who(found: Appraisal) -> Iterator[str]:
    pays = [f"{called(body)} {sum_of(amount)}" for body, amount in totals(found.who_pays).items()]
    saves = [f"{called(body)} {sum_of(amount)}" for body, amount in totals(found.who_saves).items()]
    if pays:
        yield f"Who pays, before discounting: {listed(pays)}."
    if saves:
        yield f"Who has the cash of it: {listed(saves)}."


def called(body: Body) -> str:
    """A body as it is spoken of inside a sentence."""
    words = {Body.INDIVIDUAL: "the people helped", Body.EMPLOYER: "employers", Body.SOCIETY: "others in society"}
    return words.get(body, f"the {body.value}")


def _evenly(found: Appraisal) -> Iterator[str]:
    needed, assumed = found.break_even.needed, found.break_even.assumed
    if needed is None or assumed is None:
        return
    if needed > 1 and needed > assumed:
        yield "It would not break even if every pound of the benefit were due to it."
        return
    counted = "" if abs(assumed - 1) < 1e-9 else f" Here {percent(assumed)} is counted."
    yield f"It breaks even if {percent(needed)} of the benefit claimed is truly due to it.{counted}"


def _weighted(found: Appraisal) -> Iterator[str]:
    if found.npsv_weighted is None or found.npsv_weighted.mean is None:
        return
    mean = found.npsv_weighted.mean
    eta = found.model.book.weights.elasticity
    lead = f"With a pound counted by income (elasticity {eta:g}), it is worth {sum_of(abs(mean))} {_way(mean)} than it costs"
    tested = [f"{sum_of(value)} with {tried:g}" for tried, value in found.weighted_means.items() if tried != eta]
    yield f"{lead}; net, {listed(tested)}."


def _low(found: Appraisal) -> Iterator[str]:
    if found.npsv_low is not None and found.npsv_low.mean is not None:
        mean = found.npsv_low.mean
        yield f"At the low discount rates, it is worth {sum_of(abs(mean))} {_way(mean)} than it costs."


def _learn(found: Appraisal) -> Iterator[str]:
    if found.certain:
        return
    first = found.learning[0] if found.learning else None
    if first is None or first.value <= 0:
        yield "No single input, if it were known for sure, would change the decision."
    else:
        yield f"Learn first: {first.title}. To know it before deciding would be worth {sum_of(first.value)} on average."


def _minded(found: Appraisal) -> Iterator[str]:
    if found.ungraded:
        what = "its benefits" if len(found.ungraded) > 1 else "its benefit"
        yield f"The evidence for {what} is ungraded: nothing here shows what would have come without it."
    supposed = [item.title for item in found.assumptions if item.supposed]
    if supposed:
        yield f"Supposed, not found: {listed(list(dict.fromkeys(supposed)))}."


def beside(found: Appraisals) -> tuple[str, ...]:
    """How options stand to each other."""
    if len(found.items) < 2:
        return ()
    ordered = sorted(found.items, key=lambda item: (-(item.npsv.mean or 0.0), item.name))
    first = ordered[0]
    said = [f"The largest value on average is that of {first.name}."]
    if (first.npsv.mean or 0.0) < 0:
        said.append("None is worth what it costs on average.")
    like = [item.other for item in first.against if item.verdict == "cannot tell apart"]
    if like:
        said.append(f"{first.name} cannot be told apart from {listed(like)}: their difference may be nought.")
    beaten = [item.other for item in first.against if item.verdict == "better"]
    if beaten:
        said.append(f"{first.name} is worth more than {listed(beaten)} in all but a few draws.")
    if found.learning and found.learning[0].value > 0:
        top = found.learning[0]
        said.append(f"Learn first, to choose between them: {top.title} ({listed(list(top.options))}).")
    return tuple(said)
