"""From DfE's tables of apprenticeships to counts by the authority apprentices live in and the one they are taught in.

An academic year runs from August to July. The newest is cut short at April: its starts stand apart, under a name that ends in
`so-far` and for a period of nine months, so that nobody compares them with a whole year unawares.
"""

import polars as pl

from levelling.sources.contract import Tidy
from levelling.sources.dfe_apprenticeships.standards import standards
from levelling.sources.dfe_apprenticeships.years import PART_YEAR, period_of
from levelling.sources.inputs import Inputs
from levelling.sources.places import ENGLAND, authority_codes, bodies_above, require_names
from levelling.sources.rows import as_estimates

AUTHORITIES = "dfe-apprenticeships/lad_map_data_0.parquet"
UPPER_TIER = "dfe-apprenticeships/apprenticeship_starts_UTLA_panel.csv"

_UNKNOWN = "Outside of England and unknown"
_MEASURES = ("starts", "enrolments", "achievements")
_KEYS = ["indicator", "area_code", "period"]


def tidy(inputs: Inputs) -> Tidy:
    """Starts, enrolments and achievements of whole years, and of the year so far.

    Raises:
        SourceChanged: A file is missing or not in the known shape.
    """
    recent = as_estimates(_recent(inputs), "dfe-apprenticeships")
    history = as_estimates(_history(inputs), "dfe-apprenticeships-history")
    # Where both give a year, the newer table does not round to ten.
    return Tidy(
        estimates=pl.concat([recent, history]).unique(_KEYS, keep="first", maintain_order=True),
        tables={"apprenticeship_standards": standards(inputs)},
    )


def _recent(inputs: Inputs) -> pl.DataFrame:
    table = inputs.parquet(AUTHORITIES, ["year", "learner_home_lad", "delivery_lad", *_MEASURES])
    codes = authority_codes(inputs) | {_UNKNOWN: ""}
    counties = {code: body for code, body in bodies_above(inputs, "UTLACD").items() if body.startswith("E10")}
    frames = []
    for column, suffix, measures in (
        ("learner_home_lad", "residents", _MEASURES),
        ("delivery_lad", "taught-here", ("starts", "achievements")),
    ):
        require_names(AUTHORITIES, table[column].unique(), codes)
        sums = table.group_by("year", pl.col(column).replace_strict(codes).alias("area_code")).agg(pl.col(measures).sum())
        # The publisher's total for England counts those whose home or place of teaching is not known.
        england = table.group_by("year").agg(pl.col(measures).sum()).with_columns(pl.lit(ENGLAND).alias("area_code"))
        # A county's are those of its districts.
        known = sums.filter(pl.col("area_code") != "")
        above = known.with_columns(pl.col("area_code").replace_strict(counties, default=None)).drop_nulls("area_code")
        county = above.group_by("year", "area_code").agg(pl.col(measures).sum())
        both = pl.concat([known, county.select(sums.columns), england.select(sums.columns)])
        long = both.unpivot(index=["year", "area_code"], on=list(measures), variable_name="measure", value_name="value")
        frames.append(long.with_columns((pl.lit("apprenticeship-") + pl.col("measure") + f"-{suffix}").alias("indicator")))
    whole = pl.concat(frames)
    periods = {year: period_of(AUTHORITIES, year) for year in whole["year"].unique()}
    part = pl.col("year") == PART_YEAR
    # A year that is not over is an indicator of its own: it must not pass for the newest of the whole years.
    whole = whole.filter(~part | pl.col("measure").eq("starts"))
    return whole.select(
        pl.when(part).then(pl.col("indicator") + "-so-far").otherwise("indicator").alias("indicator"),
        "area_code",
        pl.col("year").replace_strict(periods).alias("period"),
        "value",
        pl.when(part).then(pl.lit("provisional")).otherwise(pl.lit("normal")).alias("status"),
    )


def _history(inputs: Inputs) -> pl.DataFrame:
    table = inputs.csv(UPPER_TIER, {"time_period": pl.String, "new_la_code": pl.String, "starts": pl.Int64})
    years = table.filter(pl.col("time_period") < "202324")
    local = years.filter(pl.col("new_la_code").str.starts_with("E"))
    england = years.group_by("time_period").agg(pl.col("starts").sum()).with_columns(pl.lit(ENGLAND).alias("new_la_code"))
    return pl.concat([local, england.select(local.columns)]).select(
        pl.lit("apprenticeship-starts-residents").alias("indicator"),
        pl.col("new_la_code").alias("area_code"),
        (pl.col("time_period").str.slice(0, 4) + "-08-01/P1Y").alias("period"),
        pl.col("starts").alias("value"),
    )
