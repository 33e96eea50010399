"""An appraisal as plain records."""

from collections.abc import Iterable
from dataclasses import asdict
from typing import Any

from levelling.practice.appraisal.answer import Appraisal, Share
from levelling.practice.appraisal.green_book import Schedule
from levelling.practice.appraisal.worth import Learning, Swing

BENEFITS_OVER = "present value of benefits to everyone less costs that others than public bodies bear"
PUBLIC_COSTS = "present value of what public bodies pay, optimism bias included; what they save is a benefit"


def record(found: Appraisal) -> dict[str, Any]:
    """One option as plain data: sums in pounds of `prices`, present values of year 0."""
    model = found.model
    option = model.option
    return {
        "option": found.name,
        "file": option.file,
        "area": model.area.code if model.area else None,
        "area_name": model.area.name if model.area else None,
        "prices": model.prices,
        "price_year": option.price_year,
        "horizon_years": option.horizon,
        "draws": found.draws,
        "seed": found.seed,
        "npsv": found.npsv.record(),
        "bcr": found.bcr.record(),
        "bcr_ratio_of_means": found.ratio_of_means,
        "bcr_numerator": BENEFITS_OVER,
        "bcr_denominator": PUBLIC_COSTS,
        "fiscal_return": found.fiscal_return,
        "payback_years": found.payback.record(),
        "share_paid_back": found.paid_back,
        "public_payback_years": found.public_payback.record(),
        "share_publicly_paid_back": found.publicly_paid_back,
        "probability_pays": found.pays,
        "who_pays": _shares(found.who_pays),
        "who_saves": _shares(found.who_saves),
        "benefits": [{"beneficiary": item.body.value, "kind": item.kind.value, "amount": item.amount} for item in found.goods],
        "npsv_cash_only": found.npsv_cash.record(),
        "npsv_weighted": found.npsv_weighted.record() if found.npsv_weighted else None,
        "npsv_weighted_by_elasticity": {str(eta): mean for eta, mean in found.weighted_means.items()} or None,
        "npsv_low_rates": found.npsv_low.record() if found.npsv_low else None,
        "public_cost": found.public_cost.record(),
        "other_cost": found.other_cost.record(),
        "benefit": found.benefit.record(),
        "shown_not_added": found.apart.record(),
        "break_even_additionality": found.break_even.needed,
        "assumed_additionality": found.break_even.assumed,
        "value_of_perfect_information": found.perfect,
        "value_of_information": _learning(found.learning),
        "tornado": [_swing(swing) for swing in found.tornado],
        "running_cash": [asdict(item) for item in found.running],
        "against": [
            {"option": item.other, "difference": item.mean, "low": item.low, "high": item.high, "verdict": item.verdict}
            for item in found.against
        ],
        "assumptions": [asdict(item) for item in found.assumptions],
        "counted_as_none": list(model.unsaid),
        "schedules": [_schedule(item) for item in model.used],
        "warnings": list(model.warnings),
        "notes": list(option.notes),
        "sentences": list(found.sentences),
    }


def flat(records: Iterable[dict[str, Any]]) -> list[dict[str, Any]]:
    """Records with each spread laid out in columns, for a table: `npsv_mean`, `npsv_p5` and so on.

    Example:
        >>> flat([{"option": "One", "npsv": {"mean": 1.0, "p5": 0.0}}])
        [{'option': 'One', 'npsv_mean': 1.0, 'npsv_p5': 0.0}]
    """
    found = []
    for item in records:
        row: dict[str, Any] = {}
        for key, value in item.items():
            if isinstance(value, dict):
                row.update({f"{key}_{part}": one for part, one in value.items()})
            elif not isinstance(value, list):
                row[key] = value
        found.append(row)
    return found


def _shares(shares: Iterable[Share]) -> list[dict[str, Any]]:
    return [{"body": item.body.value, "year": item.year, "amount": item.amount} for item in shares]


def _learning(items: Iterable[Learning]) -> list[dict[str, Any]]:
    return [{"input": item.key, "title": item.title, "value": item.value} for item in items]


def _swing(swing: Swing) -> dict[str, Any]:
    return {
        "input": swing.key,
        "title": swing.title,
        "low": swing.low,
        "high": swing.high,
        "npsv_low": swing.npsv_low,
        "npsv_high": swing.npsv_high,
    }


def _schedule(item: Schedule) -> dict[str, str]:
    return {
        "file": item.file,
        "title": item.title,
        "date": item.date,
        "note": item.note,
        "source": item.source,
        "address": item.address,
    }
