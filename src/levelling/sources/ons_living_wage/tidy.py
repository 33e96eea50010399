"""From ONS's workbook of jobs below the real Living Wage to estimates.

The publisher holds back any figure whose coefficient of variation is above 20% (shown as `x`) and marks how precise the others
are by the colour of the cell only, in three bands. A band is no interval, so none is given here.
"""

import polars as pl

from levelling.core.errors import SourceChanged
from levelling.sources.contract import Tidy
from levelling.sources.inputs import Cell, Inputs
from levelling.sources.rows import as_estimates

WORKBOOK = "living-wage/PROV_Work_Geography_LWF_Table_7_LWF.1a_lwfmgx_2022.xls"
SHEETS = {
    "All": "",
    "Male": "male",
    "Female": "female",
    "Full-Time": "full-time",
    "Part-Time": "part-time",
    "Male Full-Time": "male-full-time",
    "Male Part-Time": "male-part-time",
    "Female Full-Time": "female-full-time",
    "Female Part-Time": "female-part-time",
}
APRIL = "2022-04"
_WITHHELD = {"x", "..", ":", "-"}
# The old metropolitan counties and the halves of London are no areas that anything else is known for.
_SET_ASIDE = r"^(E11|E13)"


def tidy(inputs: Inputs) -> Tidy:
    """The share and the number of employee jobs below the real Living Wage, for all and by sex and hours.

    Raises:
        SourceChanged: The workbook is not in the known shape.
    """
    frames = [_read(inputs, sheet, category) for sheet, category in SHEETS.items()]
    return Tidy(estimates=as_estimates(pl.concat(frames), "ons-living-wage"))


def _read(inputs: Inputs, sheet: str, category: str) -> pl.DataFrame:
    rows = inputs.sheet(WORKBOOK, sheet)
    start = next((at for at, row in enumerate(rows) if row[:2] == ["Description", "Code"]), None)
    if start is None or [row[3] for row in rows[start - 1 : start]] != ["Per cent"] or rows[start][2] != "(thousand)":
        raise SourceChanged(
            f"Sheet {sheet} of {WORKBOOK} has no columns Description, Code, (thousand) and Per cent.",
            "The publisher may have changed its layout: compare it with the release this reader was made for.",
        )
    found = [(str(row[1]).strip(), _number(row[2], sheet), _number(row[3], sheet)) for row in rows[start + 1 :] if row[1]]
    frame = pl.DataFrame(found, schema={"area_code": pl.String, "jobs": pl.Float64, "share": pl.Float64}, orient="row")
    frame = frame.filter(~pl.col("area_code").str.contains(_SET_ASIDE))
    share = frame.select("area_code", pl.lit("jobs-below-living-wage").alias("indicator"), pl.col("share").alias("value"))
    count = frame.select(
        "area_code", pl.lit("number-of-jobs-below-living-wage").alias("indicator"), (1000 * pl.col("jobs")).alias("value")
    )
    return pl.concat([share, count]).with_columns(
        pl.lit(category).alias("category"), pl.lit(APRIL).alias("period"), pl.lit("provisional").alias("status")
    )


def _number(cell: Cell, sheet: str) -> float | None:
    if isinstance(cell, int | float):
        return float(cell)
    if cell is None or str(cell).strip() in _WITHHELD:
        return None
    raise SourceChanged(f"Sheet {sheet} of {WORKBOOK} has '{cell}' where a number is expected.")
