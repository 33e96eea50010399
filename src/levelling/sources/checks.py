"""The contract of a table of figures: what must hold of every row, with counts and a sample where it does not."""

from collections.abc import Collection

import polars as pl

from levelling.atlas.catalogue import Catalogue
from levelling.core.errors import ContractBroken, Fault
from levelling.core.estimate import Status
from levelling.core.period import Period, UnreadablePeriod
from levelling.sources.contract import ESTIMATES, SMALL_AREAS

_KEY = ["indicator", "category", "area_code", "period"]


def check_estimates(
    name: str, frame: pl.DataFrame, catalogue: Catalogue, releases: Collection[str], areas: Collection[str] | None
) -> None:
    """Refuse a table of estimates that breaks its contract.

    Args:
        name: What to call the table.
        frame: Columns of `ESTIMATES`.
        catalogue: The indicators that are declared.
        releases: The releases the source declares.
        areas: The area codes that are known; `None` to leave codes unchecked.

    Raises:
        ContractBroken: Lists every fault, with its count and a sample of the rows.
    """
    _check_shape(name, frame, ESTIMATES)
    inside = pl.col("lower").le(pl.col("value") + _slack()) & pl.col("upper").ge(pl.col("value") - _slack())
    rules: list[tuple[str, pl.Expr | pl.Series]] = [
        ("a column of the key is empty", pl.any_horizontal(pl.col(_KEY).is_null())),
        ("the status is not one we know", ~pl.col("status").is_in([status.value for status in Status])),
        ("a value is absent but not marked missing", pl.col("value").is_null() & (pl.col("status") != "missing")),
        ("a value is given but marked missing", pl.col("value").is_not_null() & (pl.col("status") == "missing")),
        ("a number is not finite", pl.any_horizontal(~pl.col("value", "lower", "upper").is_finite())),
        ("only one end of the interval is given", pl.col("lower").is_null() != pl.col("upper").is_null()),
        ("the interval is upside down or leaves the value outside", ~inside),
        ("the release is not declared by the source", ~pl.col("release").is_in(list(releases))),
        ("the row stands twice", frame.select(_KEY).is_duplicated()),
    ]
    faults = [fault for what, rule in rules if (fault := _fault(frame, what, rule))]
    faults += _membership(frame, catalogue, areas)
    if faults:
        raise ContractBroken(name, faults)


def check_small_areas(name: str, frame: pl.DataFrame, catalogue: Catalogue, areas: Collection[str] | None) -> None:
    """Refuse a table of small-area figures that breaks its contract.

    Raises:
        ContractBroken: Lists every fault, with its count and a sample of the rows.
    """
    _check_shape(name, frame, SMALL_AREAS)
    key = ["indicator", "area_code", "period"]
    rules: list[tuple[str, pl.Expr | pl.Series]] = [
        ("a column is empty", pl.any_horizontal(pl.all().is_null())),
        ("a number is not finite", ~pl.col("value").is_finite()),
        ("the row stands twice", frame.select(key).is_duplicated()),
    ]
    if areas is not None:
        rules.append(("the small area is not known", ~pl.col("area_code").is_in(list(areas))))
    faults = [fault for what, rule in rules if (fault := _fault(frame, what, rule))]
    unknown = [slug for slug in frame["indicator"].unique() if slug not in catalogue]
    if unknown:
        faults.append(Fault("the indicator is not declared in facts/indicators", len(unknown), tuple(sorted(unknown)[:8])))
    if faults:
        raise ContractBroken(name, faults)


def _slack() -> pl.Expr:
    # Publishers round the value and its interval apart from each other; half a unit of rounding is no fault.
    return pl.col("value").abs() * 0.002 + 0.051


def _check_shape(name: str, frame: pl.DataFrame, schema: dict[str, type[pl.DataType]]) -> None:
    wrong = [
        f"{column} is {frame.schema.get(column, 'absent')}" for column, kind in schema.items() if frame.schema.get(column) != kind
    ]
    if wrong:
        raise ContractBroken(name, [Fault("columns are absent or of the wrong type", len(wrong), tuple(wrong))])


def _fault(frame: pl.DataFrame, what: str, rule: pl.Expr | pl.Series) -> Fault | None:
    bad = frame.filter(rule)
    if not bad.height:
        return None
    sample = tuple(" ".join(f"{key}={value}" for key, value in row.items()) for row in bad.head(3).iter_rows(named=True))
    return Fault(what, bad.height, sample)


def _membership(frame: pl.DataFrame, catalogue: Catalogue, areas: Collection[str] | None) -> list[Fault]:
    faults = []
    known = frame.select("indicator", "category").unique().sort("indicator", "category")
    unknown = sorted({slug for slug in known["indicator"] if slug not in catalogue})
    if unknown:
        faults.append(Fault("the indicator is not declared in facts/indicators", len(unknown), tuple(unknown[:8])))
    stray = [
        f"{slug} {category!r}"
        for slug, category in known.iter_rows()
        if slug in catalogue and category and category not in catalogue.get(slug).categories
    ]
    if stray:
        faults.append(Fault("the category is not declared by the indicator", len(stray), tuple(stray[:8])))
    odd = [text for text in frame["period"].unique().sort() if not _reads(text)]
    if odd:
        faults.append(Fault("the period is not ISO 8601 in its shortest form", len(odd), tuple(odd[:8])))
    if areas is not None:
        codes = sorted(set(frame["area_code"].unique()) - set(areas))
        if codes:
            faults.append(Fault("the area code is not known", len(codes), tuple(codes[:8])))
    return faults


def _reads(text: str) -> bool:
    try:
        return Period.parse(text).iso == text
    except UnreadablePeriod:
        return False
