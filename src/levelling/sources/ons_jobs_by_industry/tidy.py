"""From Nomis's tables of the Business Register and Employment Survey to jobs by industry.

The tables are for the NUTS3 areas of 2016. When the UK left NUTS in 2021 its areas became ITL3 areas, all but two of them (around
Bournemouth and Dorset, redrawn) with the same code but for the first two letters. Those are kept; the two are left out.
"""

import csv
import re

import polars as pl

from levelling.core.errors import SourceChanged
from levelling.sources.contract import Tidy
from levelling.sources.inputs import Inputs
from levelling.sources.places import ENGLAND, partnership_codes
from levelling.sources.rows import as_estimates

FILES = {year: f"jobs-by-industry/BRES_{year}.csv" for year in range(2015, 2020)}
ITL_NAMES = "itl/itl2021_names.csv"

SECTIONS = {
    "A": "agriculture",
    "B": "mining",
    "C": "manufacturing",
    "D": "energy",
    "E": "water-and-waste",
    "F": "construction",
    "G": "wholesale-and-retail",
    "H": "transport-and-storage",
    "I": "accommodation-and-food",
    "J": "information-and-communication",
    "K": "finance-and-insurance",
    "L": "real-estate",
    "M": "professional-and-scientific",
    "N": "administrative-and-support",
    "O": "public-administration",
    "P": "education",
    "Q": "health-and-social-work",
    "R": "arts-and-recreation",
    "S": "other-services",
    "T": "households",
    "U": "international-bodies",
}
_NUTS3 = re.compile(r"^nuts316:UK([C-N][0-9A-Z]{2}) ")
_SECTION = re.compile(r"^([A-U]) : ")


def tidy(inputs: Inputs) -> Tidy:
    """Jobs by section of industry, and in all, year by year.

    Raises:
        SourceChanged: A file is missing or not in the known shape.
    """
    codes = _codes(inputs)
    frames = [_read(inputs, year, codes) for year in FILES]
    return Tidy(estimates=as_estimates(pl.concat(frames), "ons-bres"))


def _read(inputs: Inputs, year: int, codes: dict[str, str]) -> pl.DataFrame:
    header = inputs.csv(FILES[year], ["Area"])
    columns = {match[1]: name for name in _header(inputs, year) if (match := _SECTION.match(name))}
    missing = sorted(set(SECTIONS) - set(columns))
    if missing:
        raise SourceChanged(f"The file {FILES[year]} lacks the industry section(s) {', '.join(missing)}.")
    table = inputs.csv(FILES[year], ["Area", *columns.values()]).filter(pl.col("Area").is_in(list(codes)))
    if header.height < 2 or not table.height:
        raise SourceChanged(f"The file {FILES[year]} has no area that is known.", "It may be truncated: fetch it again.")
    numbers = table.select(
        pl.col("Area").replace_strict(codes).alias("area_code"),
        *(pl.col(columns[letter]).cast(pl.Float64).alias(name) for letter, name in SECTIONS.items()),
    )
    whole = numbers.with_columns(pl.sum_horizontal(list(SECTIONS.values())).alias(""))
    return whole.unpivot(index="area_code", variable_name="category", value_name="value").with_columns(
        pl.lit("jobs-by-industry").alias("indicator"), pl.lit(str(year)).alias("period")
    )


def _header(inputs: Inputs, year: int) -> list[str]:
    with inputs.path(FILES[year]).open(encoding="utf-8-sig", newline="") as stream:
        return next(csv.reader(stream))


def _codes(inputs: Inputs) -> dict[str, str]:
    found = {"country:England": ENGLAND}
    found |= {f"lep:{name}": code for name, code in partnership_codes(inputs).items()}
    itl3 = set(inputs.csv(ITL_NAMES, ["itl_code"])["itl_code"])
    for area in inputs.csv(FILES[max(FILES)], ["Area"])["Area"].drop_nulls():
        match = _NUTS3.match(area)
        if match and f"TL{match[1]}" in itl3:
            found[area] = f"TL{match[1]}"
    return found
