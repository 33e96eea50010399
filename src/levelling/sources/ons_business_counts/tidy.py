"""From blocks of year and industry to enterprises by size, and to the large and medium-sized ones of each industry.

The publisher rounds each count to a multiple of five and says that small ones may be rounded down to nought. The numbers by size
are added up here from eighteen rounded industries.
"""

import polars as pl

from levelling.core.errors import SourceChanged
from levelling.sources.contract import Tidy
from levelling.sources.inputs import Inputs
from levelling.sources.nomis import area_codes, lines
from levelling.sources.places import require_names
from levelling.sources.rows import as_estimates

WORKBOOK = "annual-population-survey/nomis_UBC_enterprises_by_industry_2023-04-24.xlsx"
RELEASE = "ons-business-counts-2023"
SIZES = {
    "Total": "",
    "Micro (0 to 9)": "micro",
    "Small (10 to 49)": "small",
    "Medium-sized (50 to 249)": "medium",
    "Large (250+)": "large",
}
INDUSTRIES = {
    "1": "agriculture",
    "2": "mining-and-utilities",
    "3": "manufacturing",
    "4": "construction",
    "5": "motor-trades",
    "6": "wholesale",
    "7": "retail",
    "8": "transport-and-storage",
    "9": "accommodation-and-food",
    "10": "information-and-communication",
    "11": "finance-and-insurance",
    "12": "property",
    "13": "professional-and-scientific",
    "14": "administrative-and-support",
    "15": "public-administration",
    "16": "education",
    "17": "health",
    "18": "arts-and-other-services",
}
_BY_INDUSTRY = {"large": "large-enterprises-by-industry", "medium": "medium-enterprises-by-industry"}
_KEY = ["area_code", "period"]


def tidy(inputs: Inputs) -> Tidy:
    """Enterprises by size, year by year, and the medium-sized and large ones by industry in the newest year.

    Raises:
        SourceChanged: The workbook is missing or not in the known shape.
    """
    cells = _cells(inputs)
    by_size = (
        cells.group_by(*_KEY, "size", maintain_order=True)
        .agg(pl.col("value").sum(), pl.col("industry").n_unique().alias("industries"))
        .rename({"size": "category"})
    )
    short = by_size.filter(pl.col("industries") != len(INDUSTRIES))
    if short.height:
        raise SourceChanged(
            f"The workbook {WORKBOOK} gives {short['area_code'][0]} {short['industries'][0]} industries for "
            f"{short['period'][0]}, not {len(INDUSTRIES)}.",
            "It may be truncated: fetch it again.",
        )
    newest = cells.filter(pl.col("period") == cells["period"].max(), pl.col("size").is_in(list(_BY_INDUSTRY)))
    by_industry = newest.select(
        pl.col("size").replace_strict(_BY_INDUSTRY).alias("indicator"), *_KEY, pl.col("industry").alias("category"), "value"
    )
    sizes = by_size.select(pl.lit("enterprises-by-size").alias("indicator"), *_KEY, "category", "value")
    return Tidy(estimates=as_estimates(pl.concat([sizes, by_industry]), RELEASE))


def _cells(inputs: Inputs) -> pl.DataFrame:
    rows = [
        (line.area, line.about.get("date", ""), _industry(line.about.get("industry", "")), _size(heading), line.cells[at])
        for line in lines(inputs.sheet(WORKBOOK, "Data"))
        for at, heading in line.headings.items()
    ]
    schema = {"area": pl.String, "period": pl.String, "industry": pl.String, "size": pl.String, "value": pl.Float64}
    frame = pl.DataFrame([row for row in rows if isinstance(row[-1], int | float)], schema=schema, orient="row")
    if frame.height < len(rows) or not rows:
        raise SourceChanged(f"The workbook {WORKBOOK} has {len(rows) - frame.height or 'only'} cells that are not numbers.")
    codes = area_codes(inputs)
    require_names(WORKBOOK, frame.filter(pl.col("area").str.starts_with("ladu:"))["area"].unique(), codes)
    named = frame.with_columns(pl.col("area").replace(codes).alias("area_code"))
    return named.filter(pl.col("area_code").str.contains(r"^[EWS]\d{8}$"))


def _industry(text: str) -> str:
    number = text.partition(" : ")[0]
    if number not in INDUSTRIES:
        raise SourceChanged(f"The workbook {WORKBOOK} has an industry '{text}', which is not known.")
    return INDUSTRIES[number]


def _size(heading: str) -> str:
    if heading not in SIZES:
        raise SourceChanged(f"The workbook {WORKBOOK} has a size '{heading}', which is not known.")
    return SIZES[heading]
