"""From the Explore Local Statistics files to tables of estimates.

All 61 files share one long layout: one row an area, indicator and period. What differs from the plain reading of a row is
counted in the table `set_aside`, and the publisher's code for each absent value is kept in the table `absences`.
"""

import polars as pl

from levelling.core.errors import SourceChanged
from levelling.core.period import Period, UnreadablePeriod
from levelling.sources.contract import ESTIMATES, Tidy
from levelling.sources.inputs import Inputs
from levelling.sources.ons_local_statistics.declared import DataFile, Declared, declared

_COLUMNS = {
    "areacd": pl.String,
    "indicator": pl.String,
    "period": pl.String,
    "observation": pl.Float64,
    "measure": pl.String,
    "lci_95": pl.Float64,
    "uci_95": pl.Float64,
    "status": pl.String,
    "notes": pl.String,
}
_KEY = ["indicator", "area_code", "period"]
_NUMBERS = ["value", "lower", "upper"]
_NO_CODE = "na"
_LOCAL = r"^(E0[6-9]|W06|S12|N09)"

_CODES = {"x": "not available", "u": "too unreliable to show", "c": "confidential", "z": "not applicable"}
"""The publisher's codes for a value that is absent, in words."""

_UNRELIABLE_NOTE = "(?i)unreliable"
_COMBINED_NOTE = "(?i)^value for .* combined$"
_KNOWN_FAULTS = {
    "no code": "city regions that the file gives no code",
    "repeats": "the same row again",
    "intervals": "an interval that leaves its own value outside: the value is kept without it",
}
"""Faults a file may be declared to have, and what is said of the rows. Anywhere else they are an error."""

_SUPERSEDED = "an area under a code it is no longer known by, beside the same figures under the one it is"
_ADVICE = "The publisher may have changed it: compare it with the release this reader was made for."


def tidy(inputs: Inputs) -> Tidy:
    """The figures of every file in `datasets.toml`: see `figures`."""
    return figures(inputs, declared())


def figures(inputs: Inputs, plan: Declared) -> Tidy:
    """The figures of the files in a plan.

    Args:
        inputs: Where the files are.
        plan: What each file is, and what is known to be wrong with it.

    Returns:
        Estimates; the table `absences` (`indicator`, `category`, `area_code`, `period`, `code`, `reason`: why each absent
        value is absent); and the table `set_aside` (`source`, `file`, `reason`, `rows`: what was left out or mended).

    Raises:
        SourceChanged: A file is missing, has other columns, indicators, measures, status codes or periods than known.
    """
    rows = pl.concat([_read(inputs, release, file) for release, file in plan.files])
    rows = _with_reasons(_with_status(_with_periods(rows)), plan)
    mended = pl.col("reason") == _KNOWN_FAULTS["intervals"]
    counted = rows.filter(pl.col("reason") != "").group_by("file", "reason").agg(pl.len().cast(pl.Int64).alias("rows"))
    set_aside = counted.sort("file", "reason").select(pl.lit("ons-local-statistics").alias("source"), "file", "reason", "rows")
    kept = _with_twins(rows.filter((pl.col("reason") == "") | mended), plan).sort(_KEY)
    kept = kept.with_columns(pl.when(~mended).then(pl.col("lower", "upper")), pl.lit("").alias("category"))
    reason = pl.col("code").replace_strict(_CODES, default="not given").alias("reason")
    absent = kept.filter(pl.col("status") == "missing").select("indicator", "category", "area_code", "period", "code", reason)
    estimates = kept.with_columns(_sensible(pl.col(_NUMBERS))).select(*ESTIMATES)
    return Tidy(estimates=estimates, tables={"absences": absent, "set_aside": set_aside})


def _read(inputs: Inputs, release: str, file: DataFile) -> pl.DataFrame:
    frame = inputs.csv(file.path, _COLUMNS)
    _require_known(file, frame)
    slug = pl.col("indicator").replace_strict(file.indicators)
    applies = slug.is_in(list(file.provisional_only)) if file.provisional_only else pl.lit(value=True)
    return frame.select(
        slug.alias("indicator"),
        pl.col("areacd").alias("area_code"),
        "period",
        pl.col("observation").alias("value"),
        pl.col("lci_95").alias("lower"),
        pl.col("uci_95").alias("upper"),
        pl.col("status").fill_null("").alias("code"),
        pl.col("notes").fill_null("").alias("note"),
        (pl.col("period").is_in(list(file.provisional)) & applies).alias("provisional"),
        (slug.is_in(list(file.modelled)) & pl.col("areacd").str.contains(_LOCAL)).alias("modelled"),
        pl.lit(file.name).alias("file"),
        pl.lit(release).alias("release"),
    )


def _require_known(file: DataFile, frame: pl.DataFrame) -> None:
    if frame.height < file.rows or frame["indicator"].null_count():
        raise SourceChanged(
            f"The file {file.path} has {frame.height:,} rows, where {file.rows:,} whole ones are known.",
            "It may be truncated: fetch it again. If the publisher has dropped rows, say so in datasets.toml.",
        )
    names = frame["indicator"].unique().to_list()
    strange = sorted(name for name in names if name not in file.indicators)
    gone = sorted(set(file.indicators) - set(names))
    if strange:
        raise SourceChanged(f"The file {file.path} has indicators that are not known: {', '.join(strange[:5])}.", _ADVICE)
    if gone:
        raise SourceChanged(f"The file {file.path} lacks the indicator(s) {', '.join(gone)}.", _ADVICE)
    several = frame.group_by("indicator").agg(pl.col("measure").n_unique()).filter(pl.col("measure") > 1)
    if several.height:
        name = several["indicator"].sort()[0]
        raise SourceChanged(f"The file {file.path} gives several measures of '{name}', where it gave one.", _ADVICE)


def _with_periods(rows: pl.DataFrame) -> pl.DataFrame:
    known: dict[str | None, str] = {}
    for text in rows["period"].unique().sort():
        try:
            known[text] = Period.parse(text or "").iso
        except UnreadablePeriod as error:
            where = rows.filter(pl.col("period").eq_missing(text))["file"][0]
            raise SourceChanged(f"The file {where}.csv has a period that cannot be read: '{text or ''}'.", _ADVICE) from error
    return rows.with_columns(pl.col("period").replace_strict(known))


def _with_status(rows: pl.DataFrame) -> pl.DataFrame:
    # One file writes its note in the status column, beside a value that stands.
    note = pl.col("code").str.contains(_COMBINED_NOTE)
    rows = rows.with_columns(pl.when(~note).then(pl.col("code")).otherwise(pl.lit("")).alias("code"))
    strange = rows.filter(~pl.col("code").is_in(["", *_CODES]))
    if strange.height:
        code, where = strange["code"][0], strange["file"][0]
        raise SourceChanged(f"The file {where}.csv has a status code that is not known: '{code}'.", _ADVICE)
    status = (
        pl.when(pl.col("value").is_null())
        .then(pl.lit("missing"))
        .when((pl.col("code") == "u") | pl.col("note").str.contains(_UNRELIABLE_NOTE))
        .then(pl.lit("unreliable"))
        .when("modelled")
        .then(pl.lit("modelled"))
        .when("provisional")
        .then(pl.lit("provisional"))
        .otherwise(pl.lit("normal"))
    )
    return rows.with_columns(status.alias("status"))


def _with_reasons(rows: pl.DataFrame, plan: Declared) -> pl.DataFrame:
    """Say of each row that is left out or mended why; nothing of the others."""
    forgiven = {fault: [file.name for _, file in plan.files if fault in file.known_faults] for fault in _KNOWN_FAULTS}
    repeated = ~pl.struct(*_KEY, *_NUMBERS, "code").is_first_distinct()
    crossed = (pl.col("lower") > pl.col("value")) | (pl.col("upper") < pl.col("value"))
    reason = (
        pl.when(pl.col("area_code").is_in(list(plan.set_aside)))
        .then(pl.col("area_code").replace_strict(plan.set_aside, default=""))
        .when((pl.col("area_code") == _NO_CODE) & pl.col("file").is_in(forgiven["no code"]))
        .then(pl.lit(_KNOWN_FAULTS["no code"]))
        .when(_is_superseded(rows, plan.superseded | plan.recode))
        .then(pl.lit(_SUPERSEDED))
        .when(repeated & pl.col("file").is_in(forgiven["repeats"]))
        .then(pl.lit(_KNOWN_FAULTS["repeats"]))
        .when(crossed & pl.col("file").is_in(forgiven["intervals"]) & (pl.col("lower") <= pl.col("upper")))
        .then(pl.lit(_KNOWN_FAULTS["intervals"]))
        .otherwise(pl.lit(""))
    )
    return rows.with_columns(reason.alias("reason"), pl.col("area_code").replace(plan.recode))


def _with_twins(rows: pl.DataFrame, plan: Declared) -> pl.DataFrame:
    """Put the figures of an ITL1 region under the code of the region or nation it is, where the file did not."""
    copies = rows.filter(pl.col("area_code").is_in(list(plan.twins))).with_columns(pl.col("area_code").replace(plan.twins))
    return pl.concat([rows, copies.join(rows, on=_KEY, how="anti")])


def _is_superseded(rows: pl.DataFrame, newer_codes: dict[str, str]) -> pl.Series:
    """Whether a row stands under an old code beside the very same figures under the new one."""
    newer = rows.filter(pl.col("area_code").is_in(list(newer_codes.values()))).unique(_KEY)
    newer = newer.select(*_KEY, pl.lit(value=True).alias("found"), pl.col(_NUMBERS).name.suffix("_newer"))
    beside = (
        rows.select(*_KEY, *_NUMBERS, pl.col("area_code").is_in(list(newer_codes)).alias("old"))
        .with_columns(pl.col("area_code").replace(newer_codes))
        .join(newer, on=_KEY, how="left", maintain_order="left")
    )
    same = pl.all_horizontal(pl.col(name).eq_missing(pl.col(f"{name}_newer")) for name in _NUMBERS)
    return beside.select(pl.col("old") & pl.col("found").fill_null(value=False) & same).to_series()


def _sensible(number: pl.Expr) -> pl.Expr:
    # The files carry arithmetic noise (73.60000000000001) and rates to 13 digits. Six significant digits keep all that was
    # published; numbers too long for six keep every whole digit.
    return pl.when(number.abs() >= 100_000).then(number.round(1)).otherwise(number.round_sig_figs(6))
