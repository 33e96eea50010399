"""From Nesta's scores and the two classifications to the share of each UK occupation group at high risk."""

import polars as pl

from levelling.core.errors import SourceChanged
from levelling.sources.contract import Tidy
from levelling.sources.inputs import Inputs
from levelling.sources.nesta_career_causeways.occupations import CROSSWALK, FAMILIES, OCCUPATIONS, occupation_table
from levelling.sources.nesta_career_causeways.titles import match
from levelling.sources.nesta_career_causeways.weigh import by_sub_major, unit_table
from levelling.sources.places import UK
from levelling.sources.rows import as_estimates
from levelling.sources.soc_2020 import SAMPLE, UNITS, read_sample, read_units
from levelling.sources.titles import lookup

_FOLDER = "career-causeways"
UNIT_GROUPS = f"{_FOLDER}/mcc_risk_ISCO_4digit.csv"
LABELS = f"{_FOLDER}/esco_occup_level5.csv"
NATION = f"{_FOLDER}/uk_breakdown_by_isco_w_risk.csv"
REGIONS = f"{_FOLDER}/uk_nuts_LQ.csv"
FILES = (OCCUPATIONS, UNIT_GROUPS, LABELS, NATION, REGIONS, UNITS, SAMPLE, CROSSWALK, FAMILIES)

HIGH = "High risk"
YEARS = ("2014", "2015", "2016", "2017", "2018")
_NUTS = dict(
    zip(
        ("UKC", "UKD", "UKE", "UKF", "UKG", "UKH", "UKI", "UKJ", "UKK", "UKL", "UKM", "UKN"),
        (*(f"E1200000{at}" for at in range(1, 10)), "W92000004", "S92000003", "N92000002"),
        strict=True,
    )
)
_SLUG = "people-in-high-risk-occupations-2014-to-2018"


def tidy(inputs: Inputs) -> Tidy:
    """Risk of each UK occupation group, and Nesta's own shares for regions and the UK.

    Raises:
        SourceChanged: A file is missing or not in the known shape.
    """
    scores = inputs.csv(UNIT_GROUPS, ["isco_code", "isco_unit_group", "risk_category"])
    _require_categories(UNIT_GROUPS, scores["risk_category"])
    at_high_risk = {code: category == HIGH for code, _, category in scores.iter_rows()}
    scored = inputs.csv(
        OCCUPATIONS,
        ["id", "occupation", "isco_code", "risk_category", "sub_sector_code", "sub_sector"],
    )
    isco = dict(scored.select("id", "isco_code").iter_rows())
    labels = inputs.csv(LABELS, ["id", "preferred_label", "alt_labels"]).filter(pl.col("id").is_in(list(isco)))
    books = (
        lookup((name, isco[key]) for key, name in labels.select("id", "preferred_label").iter_rows()),
        lookup((name, code) for code, name, _ in scores.iter_rows()),
        lookup((name, isco[key]) for key, names in labels.select("id", "alt_labels").iter_rows() for name in _lines(names)),
    )
    units = read_units(inputs)
    matches = match({unit.code: (unit.title, *unit.titles) for unit in units}, books, at_high_risk)
    sample = read_sample(inputs)
    table = unit_table(units, matches, sample, scored)
    return Tidy(
        estimates=as_estimates(_published(inputs), "nesta-career-causeways"),
        tables={
            "automation_groups": table,
            "automation_shares": by_sub_major(table, sample, units, scored),
            "automation_families": _families(scored),
            "nesta_occupations": occupation_table(inputs),
        },
    )


def _lines(text: str | None) -> list[str]:
    return [line.strip() for line in (text or "").splitlines() if line.strip()]


def _require_categories(name: str, have: pl.Series) -> None:
    strange = sorted(set(map(str, have.unique())) - {HIGH, "Low risk", "Other"})
    if strange:
        raise SourceChanged(
            f"The file {name} has risk categories that are not known: {', '.join(strange[:5])}.",
            "Compare it with the release this reader was made for.",
        )


def _families(scored: pl.DataFrame) -> pl.DataFrame:
    high = (pl.col("risk_category") == HIGH).sum().cast(pl.Int64)
    return (
        scored.group_by(pl.col("sub_sector_code").alias("code"), pl.col("sub_sector").alias("name"))
        .agg(pl.len().cast(pl.Int64).alias("occupations"), high.alias("high_risk"))
        .drop_nulls("code")
        .sort("code")
    )


def _published(inputs: Inputs) -> pl.DataFrame:
    """Nesta's own count: people in work, thousands, by risk of their ISCO minor group, each year."""
    numbers = dict.fromkeys(YEARS, pl.Float64)
    regions = inputs.csv(REGIONS, {"NUTS": pl.String, "risk_category": pl.String, **numbers})
    _require_categories(REGIONS, regions["risk_category"])
    nation = inputs.csv(NATION, {"RISK_CAT": pl.String, **numbers}).select(
        pl.lit("UK").alias("NUTS"),
        pl.when(pl.col("RISK_CAT") == "0").then(pl.lit(HIGH)).otherwise(pl.lit("Other")).alias("risk_category"),
        *YEARS,
    )
    both = pl.concat([regions, nation]).unpivot(
        index=["NUTS", "risk_category"], on=list(YEARS), variable_name="period", value_name="people"
    )
    shares = both.group_by("NUTS", "period", maintain_order=True).agg(
        (100 * pl.col("people").filter(pl.col("risk_category") == HIGH).sum() / pl.col("people").sum()).round(2).alias("value")
    )
    return shares.select(
        pl.lit(_SLUG).alias("indicator"),
        pl.col("NUTS").replace_strict(_NUTS | {"UK": UK}).alias("area_code"),
        "period",
        "value",
    )
