"""From the yearly NEET scorecards to estimates.

NEET and not known are an average of December to February, and belong to the winter that ends in the year of the file. Taking
part in education and training is counted in March. The September guarantee is the offer made in the September before.
"""

import polars as pl

from levelling.sources.contract import Tidy
from levelling.sources.inputs import Inputs
from levelling.sources.rows import as_estimates

FILES = {
    2021: "dfe-neet-la/UD_NEETNK_LA_dashboard_2021_vg_removed.csv",
    2022: "dfe-neet-la/UD_NEETNK_LA_dashboard_2022_final.csv",
    2023: "dfe-neet-la/UD_NEETNK_LA_dashboard_2023_final.csv",
    2025: "dfe-neet-la/UD_NEETNK_LA_dashboard_final.csv",
}
_WINTER = {
    "NEET_not_known_percent": "neet-or-not-known-16-17",
    "NEET_percent": "neet-16-17",
    "Notknown_percent": "not-known-16-17",
    "VG_NEET_NK_percentage": "neet-or-not-known-16-17-vulnerable",
    "NEET_NK_EHCP_percent": "neet-or-not-known-16-17-ehc-plan",
    "NEET_NK_SENDsupport_percent": "neet-or-not-known-16-17-sen-support",
}
_MARCH = {
    "TOTAL_participating_in_education_and_training_percent": "in-education-or-training-16-17",
    "Apprenticeship_percent": "in-apprenticeship-16-17",
}
_SEPTEMBER = {"September_guarantee_Offer_made_percent": "september-guarantee"}
_COLUMNS = {**_WINTER, **_MARCH, **_SEPTEMBER}
# c: withheld, few young people; z: does not apply; x: not there; u: low quality.
_WITHHELD = ["c", "z", "x", "u", ":", "~"]


def tidy(inputs: Inputs) -> Tidy:
    """The shares of young people in and out of learning, by authority, region and for England.

    Raises:
        SourceChanged: A file is missing or not in the known shape.
    """
    return Tidy(estimates=as_estimates(pl.concat([_read(inputs, year) for year in FILES]), "dfe-neet-16-17"))


def _read(inputs: Inputs, year: int) -> pl.DataFrame:
    places = ["country_code", "region_code", "new_la_code"]
    # The file of 2021 has no shares for vulnerable groups and repeats those of England from another year.
    wanted = [name for name in _COLUMNS if year > 2021 or not name.startswith(("VG_", "NEET_NK_"))]
    table = inputs.csv(FILES[year], ["geographic_level", *places, *wanted])
    periods = (
        dict.fromkeys(_WINTER, f"{year - 1}-12-01/P3M")
        | dict.fromkeys(_MARCH, f"{year}-03")
        | dict.fromkeys(_SEPTEMBER, f"{year - 1}-09")
    )
    level = pl.col("geographic_level")
    code = (
        pl.when(level == "National").then("country_code").when(level == "Regional").then("region_code").otherwise("new_la_code")
    )
    long = table.with_columns(code.alias("area_code")).unpivot(
        index="area_code", on=wanted, variable_name="column", value_name="text"
    )
    return long.filter(pl.col("area_code").str.contains(r"^E\d{8}$")).select(
        pl.col("column").replace_strict(_COLUMNS).alias("indicator"),
        "area_code",
        pl.col("column").replace_strict(periods).alias("period"),
        pl.col("text").str.strip_chars().replace(_WITHHELD, None).replace("", None).cast(pl.Float64).round(1).alias("value"),
    )
