"""What Nesta says of each occupation of ESCO 1.0.3: its risk, the O*NET occupation it is joined to, its family of skills."""

import polars as pl

from levelling.core.errors import SourceChanged
from levelling.sources.inputs import Inputs

_FOLDER = "career-causeways"
OCCUPATIONS = f"{_FOLDER}/mcc_risk_All_occupations.csv"
CROSSWALK = f"{_FOLDER}/esco_onet_crosswalk_Nov2020.csv"
FAMILIES = f"{_FOLDER}/mcc_skills_based_sectors_All_ESCO.csv"

_DIGITS = 4


def occupation_table(inputs: Inputs) -> pl.DataFrame:
    """One row for each occupation that Nesta placed: `key, isco, onet, risk, resists, risk_class, family`.

    `key` is the last part of the address in ESCO 1.0.3; `onet` a code of O*NET-SOC 2010; both of the crosswalk, from which the
    table of risks departs for one occupation. What is not given is null.

    Raises:
        SourceChanged: A file is missing or not in the known shape, or a number is outside its range.
    """
    numbers = {"risk": pl.Float64, "prevalence": pl.Float64}
    risks = inputs.csv(OCCUPATIONS, {"concept_uri": pl.String, "isco_code": pl.String, **numbers, "risk_category": pl.String})
    bad = risks.filter(~(pl.col("risk").is_between(1, 5) & pl.col("prevalence").is_between(0, 1)).fill_null(value=False))
    if bad.height:
        raise SourceChanged(
            f"The file {OCCUPATIONS} has {bad.height} row(s) with a risk outside 1 to 5 or a prevalence outside 0 to 1."
        )
    crosswalk = inputs.csv(CROSSWALK, ["concept_uri", "isco_code", "onet_code"])
    families = inputs.csv(FAMILIES, ["concept_uri", "isco_code", "sub_sector_code"])
    for name, frame in ((OCCUPATIONS, risks), (CROSSWALK, crosswalk), (FAMILIES, families)):
        if frame["concept_uri"].is_duplicated().any():
            raise SourceChanged(
                f"The file {name} has an occupation twice.", "Compare it with the release this reader was made for."
            )
    parts = ("concept_uri", "isco_code")
    everyone = pl.concat([risks.select(parts), crosswalk.select(parts), families.select(parts)]).unique(
        "concept_uri", keep="first"
    )
    joined = (
        everyone.join(crosswalk.drop("isco_code"), on="concept_uri", how="left")
        .join(risks.drop("isco_code"), on="concept_uri", how="left")
        .join(families.drop("isco_code"), on="concept_uri", how="left")
    )
    return joined.select(
        pl.col("concept_uri").str.split("/").list.last().alias("key"),
        pl.col("isco_code").str.zfill(_DIGITS).alias("isco"),
        pl.col("onet_code").alias("onet"),
        pl.col("risk").round(4),
        pl.col("prevalence").round(4).alias("resists"),
        pl.col("risk_category").alias("risk_class"),
        pl.col("sub_sector_code").alias("family"),
    ).sort("key")
