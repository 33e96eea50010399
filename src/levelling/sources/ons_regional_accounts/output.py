"""Gross value added: what is produced in a place, in the money of each year, by industry, and in volume."""

import polars as pl

from levelling.sources.inputs import Inputs
from levelling.sources.places import ENGLAND, ITL1_AREAS, UK

AUTHORITY_GVA = "ons-regional-accounts/RGVA_LAD.parquet"
AREA_GVA = "ons-regional-accounts/RGVA.parquet"

OFFSHORE = "TLZ"
"""What belongs to no place: offshore oil and gas, embassies, forces abroad. ONS calls it extra-regio."""
UK_ONSHORE = "UKX"
"""The UK less that. It is what the authorities add up to, and the average that ONS sets at 100."""

# Local authorities have A with B, and D with E, in one; the other areas are brought to the same.
INDUSTRIES = {
    "Total": "",
    "AB (1-9)": "agriculture-and-mining",
    "A (1-3)": "agriculture-and-mining",
    "B (5-9)": "agriculture-and-mining",
    "C (10-33)": "manufacturing",
    "DE (35-39)": "energy-and-water",
    "D (35)": "energy-and-water",
    "E (36-39)": "energy-and-water",
    "F (41-43)": "construction",
    "G (45-47)": "wholesale-and-retail",
    "H (49-53)": "transport-and-storage",
    "I (55-56)": "accommodation-and-food",
    "J (58-63)": "information-and-communication",
    "K (64-66)": "finance-and-insurance",
    "L (68)": "real-estate",
    "M (69-75)": "professional-and-scientific",
    "N (77-82)": "administrative-and-support",
    "O (84)": "public-administration",
    "P (85)": "education",
    "Q (86-88)": "health-and-social-work",
    "R (90-93)": "arts-and-recreation",
    "S (94-96)": "other-services",
    "T (97-98)": "households",
}
_CODES = {UK_ONSHORE: UK, "TLB": ENGLAND}


def read_output(inputs: Inputs) -> pl.DataFrame:
    """Gross value added of every area.

    Returns:
        Columns `indicator` (`gva` in £ million of each year, `gva-volume` in £ million of 2022, `gva-offshore`), `category`
        (the industry, for `gva`), `area_code`, `period` and `value`.

    Raises:
        SourceChanged: A file is not in the known shape.
    """
    both = pl.concat([_authorities(inputs), _areas(inputs)])
    everything = pl.col("category") == ""
    current = both.filter(pl.col("measure") == "current").with_columns(pl.lit("gva").alias("indicator"))
    volume = both.filter((pl.col("measure") == "volume") & everything).with_columns(pl.lit("gva-volume").alias("indicator"))
    offshore = current.filter((pl.col("area_code") == OFFSHORE) & everything).with_columns(
        pl.lit("gva-offshore").alias("indicator"), pl.lit(UK).alias("area_code")
    )
    onshore = pl.concat([current, volume]).filter(~pl.col("area_code").is_in([OFFSHORE, "UK"]))
    regions = onshore.filter(pl.col("area_code").is_in(list(ITL1_AREAS))).with_columns(pl.col("area_code").replace(ITL1_AREAS))
    onshore = onshore.with_columns(pl.col("area_code").replace(_CODES))
    return pl.concat([onshore, regions, offshore]).select("indicator", "category", "area_code", "period", "value")


def _authorities(inputs: Inputs) -> pl.DataFrame:
    wanted = {"GVA Current Prices £m": "current", "GVA Constant Prices £m": "volume"}
    frame = inputs.parquet(AUTHORITY_GVA, ["dates.date", "variable.name", "geography.code", "industry.code", "value"])
    return _shape(frame, "variable.name", wanted)


def _areas(inputs: Inputs) -> pl.DataFrame:
    wanted = {"current": "current", "constant": "volume"}
    frame = inputs.parquet(AREA_GVA, ["dates.date", "variable.code", "geography.code", "industry.code", "value"])
    return _shape(frame, "variable.code", wanted)


def _shape(frame: pl.DataFrame, measure: str, wanted: dict[str, str]) -> pl.DataFrame:
    chosen = frame.lazy().filter(pl.col(measure).is_in(list(wanted)) & pl.col("industry.code").is_in(list(INDUSTRIES)))
    keys = [
        pl.col(measure).replace_strict(wanted, return_dtype=pl.String).alias("measure"),
        pl.col("industry.code").replace_strict(INDUSTRIES, return_dtype=pl.String).alias("category"),
        pl.col("geography.code").alias("area_code"),
        pl.col("dates.date").dt.year().cast(pl.String).alias("period"),
    ]
    return chosen.group_by(keys).agg(pl.col("value").sum()).sort("measure", "category", "area_code", "period").collect()
