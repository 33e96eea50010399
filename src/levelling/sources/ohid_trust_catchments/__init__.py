"""Whom hospitals treat: the share of each English trust's admissions that came from each local authority."""

from datetime import date

import polars as pl

from levelling.core.errors import SourceChanged
from levelling.core.indicator import Release
from levelling.sources.contract import Source, Tidy
from levelling.sources.inputs import Inputs
from levelling.sources.places import AUTHORITY_NAMES, current_codes

SHARES = "geography-lookups/lookup_nhs_trusts22_ltla21.csv"
RELEASE = "ohid-trust-catchments-2022"
TABLE = "trust_catchments"
LEAST = 0.01
"""Smaller shares than this are left out: people who were taken ill far from home."""
_COLUMNS = {"nhs_trust22_code": pl.String, "ltla21_code": pl.String, "proportion_trust_came_from_ltla": pl.Float64}
_ROUNDING = 1e-6


def tidy(inputs: Inputs) -> Tidy:
    """Shares of at least one in a hundred, by the authorities of today; those of authorities merged since are added up.

    Raises:
        SourceChanged: The file is missing or not in the known shape, or the shares of a trust do not add up to one.
    """
    frame = inputs.csv(SHARES, _COLUMNS).rename(dict(zip(_COLUMNS, ("trust", "area_code", "share"), strict=True)))
    bad = frame.filter(pl.any_horizontal(pl.all().is_null()) | ~pl.col("share").is_between(0, 1))
    if bad.height:
        raise SourceChanged(f"The file {SHARES} has {bad.height} row(s) without a trust, an authority or a share from 0 to 1.")
    whole = frame.group_by("trust").agg(pl.col("share").sum()).filter((pl.col("share") - 1).abs() > _ROUNDING)
    if whole.height:
        raise SourceChanged(
            f"The shares of {whole.height} trust(s) in {SHARES} do not add up to one, such as {whole['trust'].sort()[0]}.",
            "It may be truncated: fetch it again.",
        )
    codes = current_codes(inputs)
    unknown = sorted(set(frame["area_code"]) - set(codes))
    if unknown:
        raise SourceChanged(f"The file {SHARES} has codes that are of no authority: {', '.join(unknown[:5])}.")
    today = frame.with_columns(pl.col("area_code").replace(codes)).group_by("trust", "area_code").agg(pl.col("share").sum())
    kept = today.filter(pl.col("share") >= LEAST).with_columns(pl.col("share").round(4), pl.lit(RELEASE).alias("release"))
    return Tidy(tables={TABLE: kept.sort("trust", "area_code").select("trust", "area_code", "share", "release")})


SOURCE = Source(
    name="ohid-trust-catchments",
    releases=(
        Release(
            id=RELEASE,
            publisher="Office for Health Improvement and Disparities",
            title="NHS acute (hospital) trust catchment populations: admissions of each trust by local authority",
            released=date(2022, 10, 18),
            address="https://humaniverse.github.io/geographr/reference/lookup_nhs_trusts22_ltla21.html",
            licence="Open Government Licence v3.0",
            note="A copy worked out by the British Red Cross, with trusts by code and not by name.",
        ),
    ),
    files=(SHARES, AUTHORITY_NAMES),
    tidy=tidy,
    cadence="Once: this copy holds the trusts of 2022",
    geography="Acute hospital trusts of England by the local authorities their patients live in",
)
