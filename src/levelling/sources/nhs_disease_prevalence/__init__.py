"""How common 21 long-term conditions are, from general practices' registers of 2019-20, estimated for authorities of England.

A practice knows its patients with a condition, not how many of them live in each neighbourhood. The House of Commons Library
spread each register over neighbourhoods by the ages of the patients there, so every figure is modelled.
"""

import polars as pl

from levelling.core.errors import SourceChanged
from levelling.core.estimate import Status
from levelling.core.indicator import Release
from levelling.sources.contract import Source, Tidy
from levelling.sources.inputs import Inputs
from levelling.sources.mergers import CHAIN, newer_codes, with_merged
from levelling.sources.rows import as_estimates

PREVALENCE = "health/hoc_lad_prevalence_1920.csv"
YEAR = "2019-04-01/P1Y"

CONDITIONS = {
    "AF": "atrial-fibrillation",
    "AST": "asthma",
    "CAN": "cancer",
    "CHD": "coronary-heart-disease",
    "CKD": "chronic-kidney-disease",
    "COPD": "copd",
    "CVDPP": "cardiovascular-risk",
    "DEM": "dementia",
    "DEP": "depression",
    "DM": "diabetes",
    "EP": "epilepsy",
    "HF": "heart-failure",
    "HYP": "high-blood-pressure",
    "LD": "learning-disability",
    "MH": "severe-mental-illness",
    "OB": "obesity",
    "OST": "osteoporosis",
    "PAD": "peripheral-arterial-disease",
    "PC": "palliative-care",
    "RA": "rheumatoid-arthritis",
    "STIA": "stroke",
}


def tidy(inputs: Inputs) -> Tidy:
    """The share of patients with each condition, and the same for authorities merged since.

    Welsh authorities are left out: the file has them only where English practices have patients over the border.

    Raises:
        SourceChanged: A file is missing, has other columns, or other conditions than those known.
    """
    frame = inputs.csv(PREVALENCE, {"lad_code": pl.String, "group_code": pl.String, "register": pl.Float64, "list": pl.Float64})
    strange = sorted(set(frame["group_code"].drop_nulls()) ^ set(CONDITIONS))
    if strange:
        raise SourceChanged(
            f"The file {PREVALENCE} has other conditions than those known: {', '.join(strange[:5])}.",
            "The registers may have changed: compare it with the release this reader was made for.",
        )
    counts = frame.filter(pl.col("lad_code").str.starts_with("E")).select(
        pl.col("lad_code").alias("area_code"),
        pl.col("group_code").replace_strict(CONDITIONS).alias("category"),
        "register",
        "list",
    )
    made = with_merged(counts, newer_codes(inputs), ("category",)).select(
        "area_code",
        "category",
        pl.lit("disease-prevalence").alias("indicator"),
        pl.lit(YEAR).alias("period"),
        (pl.col("register") / pl.col("list") * 100).round(2).alias("value"),
        pl.lit(Status.MODELLED.value).alias("status"),
    )
    return Tidy(estimates=as_estimates(made, "qof-prevalence-2019-20"))


SOURCE = Source(
    name="nhs-disease-prevalence",
    releases=(
        Release(
            id="qof-prevalence-2019-20",
            publisher="House of Commons Library, from NHS Digital",
            title="Local health data from the Quality and Outcomes Framework, 2019-20",
            released=None,
            address="https://github.com/houseofcommonslibrary/local-health-data-from-QOF",
            licence="Open Parliament Licence v3.0; source Open Government Licence v3.0",
            attribution="Contains Parliamentary information licensed under the Open Parliament Licence v3.0.",
            note="Modelled by the House of Commons Library from practices' registers and the ages of patients in neighbourhoods.",
        ),
    ),
    files=(CHAIN, PREVALENCE),
    tidy=tidy,
    cadence="Once; the registers themselves are published every year",
    geography="Local authorities of England in 2020, and those merged since",
)
