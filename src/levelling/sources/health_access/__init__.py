"""Patients for each general practitioner, by nation. Each nation counts doctors in its own way, so each has its own indicator.

England counts full-time equivalents; Wales, Scotland and Northern Ireland count heads. Homelessness stands in the same collection
but is not read: nothing in the file says what period its rates are for.
"""

from dataclasses import dataclass

import polars as pl

from levelling.core.indicator import Release
from levelling.sources.contract import Source, Tidy
from levelling.sources.inputs import Inputs
from levelling.sources.rows import as_estimates


@dataclass(frozen=True, slots=True)
class Count:
    """One nation's file: who publishes it, and the columns that matter."""

    file: str
    code: str
    doctors: str
    year: str
    publisher: str
    title: str


COUNTS = {
    "england": Count(
        "health/england_underdoctored_areas.csv",
        "ltla24_code",
        "total_gp_fte",
        "2024-03",
        "NHS England",
        "General practice workforce and patients",
    ),
    "wales": Count(
        "health/wales_underdoctored_areas.csv",
        "ltla24_code",
        "total_gp",
        "2024",
        "Welsh Government",
        "General practice workforce and patients",
    ),
    "scotland": Count(
        "health/scotland_underdoctored_areas.csv",
        "ltla21_code",
        "total_gp",
        "2023",
        "Public Health Scotland",
        "General practitioners and patients",
    ),
    "northern-ireland": Count(
        "health/ni_underdoctored_areas.csv",
        "ltla21_code",
        "total_gp",
        "",
        "Business Services Organisation, Northern Ireland",
        "General practitioners and patients",
    ),
}


def tidy(inputs: Inputs) -> Tidy:
    """Registered patients over doctors.

    Raises:
        SourceChanged: A file is missing or has other columns.
    """
    return Tidy(estimates=pl.concat([_nation(inputs, nation, count) for nation, count in COUNTS.items()]))


def _nation(inputs: Inputs, nation: str, count: Count) -> pl.DataFrame:
    kinds: dict[str, type[pl.DataType]] = {count.code: pl.String, "total_patients": pl.Float64, count.doctors: pl.Float64}
    frame = inputs.csv(count.file, kinds if count.year else {**kinds, "date": pl.String})
    period = pl.lit(count.year) if count.year else pl.col("date")
    doctors = pl.col(count.doctors)
    made = frame.select(
        pl.col(count.code).alias("area_code"),
        pl.lit(f"patients-per-gp-{nation}").alias("indicator"),
        period.alias("period"),
        pl.when(doctors > 0).then((pl.col("total_patients") / doctors).round(0)).alias("value"),
    )
    return as_estimates(made, f"patients-per-gp-{nation}")


def _release(nation: str, count: Count) -> Release:
    return Release(
        id=f"patients-per-gp-{nation}",
        publisher=count.publisher,
        title=count.title,
        released=None,
        address="https://github.com/humaniverse/healthyr",
        licence="Open Government Licence v3.0",
        attribution="Contains public sector information licensed under the Open Government Licence v3.0. © Crown copyright.",
        note="Through the healthyr package of the British Red Cross (humaniverse), which put practices into authorities.",
    )


SOURCE = Source(
    name="health-access",
    releases=tuple(_release(nation, count) for nation, count in COUNTS.items()),
    files=tuple(sorted(count.file for count in COUNTS.values())),
    tidy=tidy,
    cadence="Yearly or oftener at the source",
    geography="Local authorities of the UK",
)
