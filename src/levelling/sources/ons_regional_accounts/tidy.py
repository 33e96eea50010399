"""Output and household income, in all and for each person, with the population they imply.

ONS gives local authorities' income (GDHI) in £ million and in £ a head, so their ratio is the population ONS divided by. That
population turns output (GVA) into output a head on the very same footing. Both are then set against the UK, UK = 100:

    population = GDHI / GDHI a head
    index      = 100 x (an area's £ a head) / (the UK's £ a head)

The UK's output here is the UK less what belongs to no place (extra-regio: offshore oil and gas, embassies), because only that
is shared out among authorities. With the whole UK below the line, Belfast in 2017 would be 133 and not the published 134.
"""

import polars as pl

from levelling.core.errors import SourceChanged
from levelling.sources.contract import Tidy
from levelling.sources.inputs import Inputs
from levelling.sources.ons_regional_accounts.output import read_output
from levelling.sources.places import ENGLAND, ITL1_AREAS, UK
from levelling.sources.rows import as_estimates

INCOME = "ons-regional-accounts/RGDHI.parquet"
MEMBERS = "itl/DERIVED_lad25_itl325_uk.csv"

_GDHI = "B.6g"
_KEYS = ["area_code", "period"]


def tidy(inputs: Inputs) -> Tidy:
    """Output and income of every local authority, ITL area, region and nation, and of the UK, year by year.

    Income of larger areas is added up from their authorities. ITL2 and ITL3 areas that hold part of an authority (Arran and
    Cumbrae lie apart from the rest of North Ayrshire) have output only.

    Raises:
        SourceChanged: A file is missing or not in the known shape.
    """
    output = read_output(inputs)
    people = _income(inputs)
    accounts = people.join(
        output.filter((pl.col("indicator") == "gva") & (pl.col("category") == "")).select(*_KEYS, pl.col("value").alias("gva")),
        on=_KEYS,
        how="left",
    )
    income = as_estimates(_per_head(accounts), "ons-regional-gdhi")
    # Output a head needs both publications; its newest year is that of the older one.
    return Tidy(estimates=pl.concat([as_estimates(output, "ons-regional-gva"), income]))


def _income(inputs: Inputs) -> pl.DataFrame:
    frame = inputs.parquet(INCOME, ["dates.date", "variable.name", "geography.code", "transaction.code", "value"])
    wide = (
        frame.filter(pl.col("transaction.code") == _GDHI)
        .with_columns(pl.col("dates.date").dt.year().cast(pl.String).alias("period"), pl.col("geography.code").alias("area_code"))
        .pivot(on="variable.name", index=_KEYS, values="value")
    )
    total, head = "GDHI total (£m) current prices", "GDHI per capita (£) current prices"
    if not {total, head} <= set(wide.columns):
        raise SourceChanged(
            f"The file {INCOME} has no household income both in all and a head (it has {', '.join(wide.columns[2:6])}).",
            "The publisher may have renamed them: compare it with the release this reader was made for.",
        )
    authorities = wide.select(
        *_KEYS,
        pl.col(total).alias("gdhi"),
        pl.col(head).alias("a_head"),
        (1e6 * pl.col(total) / pl.col(head)).alias("population"),
    )
    return pl.concat([authorities, _larger(authorities, inputs)])


def _larger(authorities: pl.DataFrame, inputs: Inputs) -> pl.DataFrame:
    members = inputs.csv(MEMBERS, ["area_code", "itl325cd", "itl225cd", "itl125cd"])
    split = pl.col("area_code").is_duplicated()
    regions = members.select("area_code", pl.col("itl125cd").alias("body")).unique()
    bodies = [
        _whole(members, "itl325cd", split),
        _whole(members, "itl225cd", split),
        regions,
        regions.with_columns(pl.col("body").replace(ITL1_AREAS)),
        regions.filter(~pl.col("body").is_in(["TLL", "TLM", "TLN"])).with_columns(pl.lit(ENGLAND).alias("body")),
        regions.with_columns(pl.lit(UK).alias("body")),
    ]
    return (
        authorities.join(pl.concat(bodies), on="area_code")
        .group_by("body", "period")
        .agg(pl.col("gdhi", "population").sum())
        .select(
            pl.col("body").alias("area_code"),
            "period",
            "gdhi",
            (1e6 * pl.col("gdhi") / pl.col("population")).alias("a_head"),
            "population",
        )
    )


def _whole(members: pl.DataFrame, column: str, split: pl.Expr) -> pl.DataFrame:
    parts = members.filter(split)[column].unique().to_list()
    return members.filter(~pl.col(column).is_in(parts)).select("area_code", pl.col(column).alias("body")).unique()


def _per_head(accounts: pl.DataFrame) -> pl.DataFrame:
    uk = accounts.filter(pl.col("area_code") == UK).select(
        "period", pl.col("a_head").alias("uk_income"), (pl.col("gva") / pl.col("population")).alias("uk_output")
    )
    output = pl.col("gva") / pl.col("population")
    wide = accounts.join(uk, on="period", how="left").select(
        *_KEYS,
        pl.col("gdhi").round(0),
        pl.col("a_head").round(0).alias("gdhi-per-head"),
        (100 * pl.col("a_head") / pl.col("uk_income")).round(3).alias("gdhi-per-head-index"),
        pl.col("population").round(0).alias("implied-population"),
        (1e6 * output).round(0).alias("gva-per-head"),
        (100 * output / pl.col("uk_output")).round(3).alias("gva-per-head-index"),
    )
    return wide.unpivot(index=_KEYS, variable_name="indicator", value_name="value").drop_nulls("value")
