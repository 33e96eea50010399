"""From an export of Stat-Xplore to households on Universal Credit, and how many that is for every 100 households.

The benefit's household is a single person or a couple with their children; a household in the denominator is all who share a
home. Several of the first can live in one of the second, so the rate is not a share of homes, and is named a rate.
"""

import csv
from datetime import datetime

import polars as pl

from levelling.core.errors import SourceChanged
from levelling.sources.contract import Tidy
from levelling.sources.inputs import Inputs
from levelling.sources.places import GB, authority_codes, bodies_above, current_codes, require_names
from levelling.sources.rows import as_estimates

CLAIMS = "universal-credit/households_on_UC_ltla_15-22.csv"
HOUSEHOLDS = "universal-credit/estimated_household_number_ltla_04-19.xlsx"
YEAR_OF_HOUSEHOLDS = "2019"
_NATIONS = ("E92000001", "W92000004", "S92000003")
_NOT_AREAS = ("National - Regional - LA - OAs", "Unknown")


def tidy(inputs: Inputs) -> Tidy:
    """Counts for every month, and from 2019 on the rate for every 100 households there were in 2019.

    Raises:
        SourceChanged: A file is missing or not in the known shape.
    """
    counts = _with_regions(_claims(inputs), inputs)
    rates = (
        counts.filter(pl.col("period") >= YEAR_OF_HOUSEHOLDS)
        .join(_households(inputs), on="area_code")
        .with_columns(
            pl.lit("universal-credit-rate").alias("indicator"),
            (100 * pl.col("value") / pl.col("households")).round(4).alias("value"),
        )
        .drop("households")
    )
    return Tidy(estimates=as_estimates(pl.concat([counts, rates]), "dwp-universal-credit"))


def _claims(inputs: Inputs) -> pl.DataFrame:
    months = _months(inputs)
    named = (
        inputs.csv(CLAIMS, ["Month", *months])
        .filter(~pl.col("Month").is_in(_NOT_AREAS))
        .with_columns(pl.col("Month").str.split(" / ").list.first().alias("area"))
        .unpivot(index="area", on=list(months), variable_name="month", value_name="text")
        .filter(pl.col("text").is_not_null())
    )
    codes = authority_codes(inputs) | {"Total": GB}
    require_names(CLAIMS, named["area"].unique(), codes)
    return named.select(
        pl.lit("universal-credit-households").alias("indicator"),
        pl.col("area").replace_strict(codes).alias("area_code"),
        pl.col("month").replace_strict(months).alias("period"),
        # Stat-Xplore writes '..' where a count is too small to be told.
        pl.col("text").replace("..", None).cast(pl.Float64).alias("value"),
        pl.when(pl.col("month").str.ends_with("(p)")).then(pl.lit("provisional")).otherwise(pl.lit("normal")).alias("status"),
    )


def _with_regions(counts: pl.DataFrame, inputs: Inputs) -> pl.DataFrame:
    # Added up from authorities: the few claims whose authority is not known are in Great Britain's count only.
    larger = []
    for column in ("RGNCD", "CTRYCD"):
        above = bodies_above(inputs, column)
        named = counts.with_columns(pl.col("area_code").replace_strict(above, default=None)).drop_nulls("area_code")
        larger.append(named.filter(pl.col("area_code").str.contains("^(E12|E92|W92|S92)")))
    whole = pl.concat(larger).group_by("indicator", "area_code", "period").agg(pl.col("value").sum(), pl.col("status").first())
    return pl.concat([counts, whole.select(counts.columns)])


def _months(inputs: Inputs) -> dict[str, str]:
    inputs.csv(CLAIMS, ["Month"])  # refuses what is no table at all
    with inputs.path(CLAIMS).open(encoding="utf-8-sig", newline="") as stream:
        header = next(csv.reader(stream))
    months = {name: _month(name) for name in header[1:] if name and not name.endswith("Annotations")}
    if not months:
        raise SourceChanged(f"The file {CLAIMS} has no columns named by month, such as 'August 2015'.")
    return months


def _month(name: str) -> str:
    try:
        return datetime.strptime(name.split(" (", maxsplit=1)[0], "%B %Y").strftime("%Y-%m")  # noqa: DTZ007 - a month has no time zone
    except ValueError as error:
        raise SourceChanged(f"The file {CLAIMS} has a column '{name}' that is not a month.") from error


def _households(inputs: Inputs) -> pl.DataFrame:
    rows = inputs.sheet(HOUSEHOLDS, "Total_households")
    header = next((row for row in rows if row[0] == "Area code"), None)
    year = next((at for at, cell in enumerate(header or []) if str(cell).startswith(YEAR_OF_HOUSEHOLDS)), None)
    if year is None:
        raise SourceChanged(f"Sheet Total_households of {HOUSEHOLDS} has no columns 'Area code' and {YEAR_OF_HOUSEHOLDS}.")
    found = [(str(row[0]), float(value)) for row in rows if isinstance(value := row[year], int | float) and value > 0]
    homes = pl.DataFrame(found, schema={"area_code": pl.String, "households": pl.Float64}, orient="row")
    # The file has the districts of 2019; those that have merged since are added up to the authority they are in now.
    now = (
        homes.with_columns(pl.col("area_code").replace(current_codes(inputs)))
        .group_by("area_code")
        .agg(pl.col("households").sum())
    )
    britain = homes.filter(pl.col("area_code").is_in(_NATIONS)).select(pl.lit(GB).alias("area_code"), pl.col("households").sum())
    return pl.concat([homes, now, britain]).unique("area_code", keep="last")
