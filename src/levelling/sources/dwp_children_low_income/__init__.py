"""Children in families of low income before the pandemic, from the Department for Work and Pensions' counts by authority.

The compiled series of child poverty begins in 2021-22; this is the last year before the first lockdown.
"""

import csv

import polars as pl

from levelling.core.errors import SourceChanged
from levelling.core.indicator import Release
from levelling.sources.contract import Source, Tidy
from levelling.sources.inputs import Inputs
from levelling.sources.mergers import CHAIN, newer_codes, with_merged
from levelling.sources.places import AUTHORITY_NAMES, authority_codes, require_names
from levelling.sources.rows import as_estimates

CHILDREN = "universal-credit/children_relative_low_income_ltla_14-22.csv"
AGES = "population/lad21_population_2020_syoa.csv"
YEAR, COLUMN = "2019-04-01/P1Y", "2019/20"
_NOT_AREAS = ("National - Regional - LA - OAs", "Unknown", "Total")
_UNDER_20 = tuple(str(age) for age in range(20))


def tidy(inputs: Inputs) -> Tidy:
    """Children in relative low income in 2019-20 for every 100 people under 20 in mid-2020; England and Wales.

    The export does not say up to what age it counts. Its total for the United Kingdom is well above what the publisher gives
    for children under 16, so young people who are still dependent must be in it; hence the denominator.

    Raises:
        SourceChanged: A file is missing, has other columns, or names an authority that is not known.
    """
    areas = _poor(inputs)
    codes = authority_codes(inputs)
    require_names(CHILDREN, areas["name"].unique(), codes)
    poor = areas.select(pl.col("name").replace_strict(codes).alias("area_code"), "poor")
    both = with_merged(poor, newer_codes(inputs)).join(with_merged(_young(inputs, codes), newer_codes(inputs)), on="area_code")
    made = both.select(
        "area_code",
        pl.lit("children-in-low-income-families-2019-20").alias("indicator"),
        pl.lit(YEAR).alias("period"),
        (pl.col("poor") / pl.col("young") * 100).round(2).alias("value"),
    )
    return Tidy(estimates=as_estimates(made, "dwp-children-low-income-2019-20"))


def _poor(inputs: Inputs) -> pl.DataFrame:
    # Read by hand: the export's heading ends in an empty column that its last row, the total, does not have.
    with inputs.path(CHILDREN).open(encoding="utf-8-sig", newline="") as stream:
        header, *rows = list(csv.reader(stream)) or [[]]
    if header[:1] != ["Year"] or COLUMN not in header:
        raise SourceChanged(f"The file {CHILDREN} has no columns 'Year' and '{COLUMN}'.", "Export it again from Stat-Xplore.")
    at = header.index(COLUMN)
    if any(len(row) <= at for row in rows if row and row[0] not in _NOT_AREAS):
        raise SourceChanged(f"The file {CHILDREN} has rows that break off before {COLUMN}.", "Export it again from Stat-Xplore.")
    named = [(row[0].split(" / ")[0], row[at]) for row in rows if row and row[0] not in _NOT_AREAS]
    # Stat-Xplore writes '..' where a count is too small to be told.
    found = [(name, text) for name, text in named if text not in {"", ".."}]
    if bad := [text for _, text in found if not text.isdigit()]:
        raise SourceChanged(f"The file {CHILDREN} has counts that are not numbers, such as '{bad[0]}'.")
    return pl.DataFrame(
        [(name, float(text)) for name, text in found], schema={"name": pl.String, "poor": pl.Float64}, orient="row"
    )


def _young(inputs: Inputs, codes: dict[str, str]) -> pl.DataFrame:
    ages = inputs.csv(AGES, {"ltla21_name": pl.String, **dict.fromkeys(_UNDER_20, pl.Float64)})
    require_names(AGES, ages["ltla21_name"].unique(), codes)
    # By name, as the other file is: some codes have changed since.
    code = pl.col("ltla21_name").replace_strict(codes).alias("area_code")
    found = ages.select(code, pl.sum_horizontal(*_UNDER_20).alias("young"))
    if found.filter(pl.col("young") <= 0).height:
        raise SourceChanged(f"The file {AGES} has an authority without people under 20.")
    return found


SOURCE = Source(
    name="dwp-children-low-income",
    releases=(
        Release(
            id="dwp-children-low-income-2019-20",
            publisher="Department for Work and Pensions",
            title="Children in low income families (Stat-Xplore), financial year ending 2020",
            released=None,
            address="https://stat-xplore.dwp.gov.uk/",
            licence="Open Government Licence v3.0",
            note="Stat-Xplore export in a public copy (MatteoLarrode/ChildrenLowIncomeHouseholdsUK). Date of release not found.",
        ),
    ),
    files=(AGES, AUTHORITY_NAMES, CHAIN, CHILDREN),
    tidy=tidy,
    cadence="Once a year at the publisher; one year in this copy",
    geography="Local authorities of England and Wales in 2021, and those merged since",
)
