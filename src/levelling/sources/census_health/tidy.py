"""From the censuses' counts of disabled people and carers to figures."""

import polars as pl

from levelling.core.errors import SourceChanged
from levelling.sources.contract import SMALL_AREAS, Tidy
from levelling.sources.inputs import Inputs
from levelling.sources.mergers import CHAIN, newer_codes, with_merged
from levelling.sources.rows import as_estimates

ENGLAND = "health/england_disability_21.csv"
WALES = "health/wales_disability_21.csv"
SCOTLAND = "health/scotland_disability_22_council.csv"
HOUSEHOLDS = "health/ni_disability_21.csv"
CARE = "health/DERIVED_ew_unpaid_care_census21_lad23.csv"
CARE_NI = "health/ni_unpaid_care_21.csv"
NEIGHBOURHOODS = "population/lsoa21_population_disabled_census21.parquet"
FILES = (CARE, CARE_NI, CHAIN, ENGLAND, HOUSEHOLDS, NEIGHBOURHOODS, SCOTLAND, WALES)

CENSUS_DAY, SCOTTISH_CENSUS_DAY = "2021-03-21", "2022-03-20"

_DISABLED = {"Disabled under the Equality Act": "yes", "Not disabled under the Equality Act": "no"}
_LIMITED = {
    "Day-to-day activities limited a little": "little",
    "Day-to-day activities limited a lot": "lot",
    "Day-to-day activities not limited": "no",
}
_MEMBERS = {
    "No residents have a limiting long-term health problem or disability": "no",
    "1 resident has a limiting long-term health problem or disability": "one",
    "2 or more residents have a limiting long-term health problem or disability": "more",
}
_HOURS = {
    "provides_9_hours_or_less_unpaid_care_a_week": "under-10",
    "provides_10_to_19_hours_unpaid_care_a_week": "10-19",
    "provides_20_to_34_hours_unpaid_care_a_week": "20-34",
    "provides_35_to_49_hours_unpaid_care_a_week": "35-49",
    "provides_50_or_more_hours_unpaid_care_a_week": "50-plus",
}
_HOURS_NI = {
    "count_5_and_over_1to19_hours": "under-20",
    "count_5_and_over_20to34_hours": "20-34",
    "count_5_and_over_35to49_hours": "35-49",
    "count_5_and_over_50plus_hours": "50-plus",
}


def tidy(inputs: Inputs) -> Tidy:
    """Disabled people and carers, as shares and numbers.

    Raises:
        SourceChanged: A file is missing, has other columns, or answers that are not known.
    """
    asked = [_answers(inputs, name, "ltla21_code", "disability_level", "n", _DISABLED) for name in (ENGLAND, WALES)]
    disabled = with_merged(pl.concat(asked), newer_codes(inputs))
    limited = _answers(inputs, SCOTLAND, "ltla20_code", "disability", "n", _LIMITED)
    members = _answers(inputs, HOUSEHOLDS, "lgd21_code", "disability", "count", _MEMBERS)
    england, scotland = "census-2021-disability", "census-2022-scotland-disability"
    ni = "census-2021-northern-ireland-health"
    anyone = limited.with_columns((pl.col("lot") + pl.col("little")).alias("any"))
    households = members.with_columns((pl.col("one") + pl.col("more")).alias("any"))
    parts = [
        _share("disabled-people-share", disabled, {"": "yes"}, CENSUS_DAY, england),
        _count("disabled-people", disabled, {"": "yes"}, CENSUS_DAY, england),
        _share(
            "limited-activities-share-scotland",
            anyone,
            {"": "any", "lot": "lot", "little": "little"},
            SCOTTISH_CENSUS_DAY,
            scotland,
        ),
        _count(
            "limited-activities-people-scotland",
            anyone,
            {"": "any", "lot": "lot", "little": "little"},
            SCOTTISH_CENSUS_DAY,
            scotland,
        ),
        _share("households-with-disabled-member-northern-ireland", households, {"": "any", "more": "more"}, CENSUS_DAY, ni),
        *_care(inputs),
    ]
    return Tidy(estimates=pl.concat(parts), small_areas=_neighbourhoods(inputs))


def _care(inputs: Inputs) -> list[pl.DataFrame]:
    """Carers of England and Wales, and of Northern Ireland, each with its own bands of hours."""
    kept = {"lad25_code": pl.String, **dict.fromkeys(["total", *_HOURS], pl.Float64)}
    care = inputs.csv(CARE, kept).rename({"lad25_code": "area_code", "total": "all", **_HOURS})
    care = care.with_columns(pl.sum_horizontal(list(_HOURS.values())).alias("any"))
    long = inputs.csv(CARE_NI, {"ltla21_code": pl.String, "variable": pl.String, "value": pl.Float64})
    wanted = {"total_5_and_over": "all", **_HOURS_NI}
    long = long.filter(pl.col("variable").is_in(list(wanted))).with_columns(pl.col("variable").replace(wanted))
    northern = long.pivot(on="variable", index="ltla21_code", values="value").rename({"ltla21_code": "area_code"})
    absent = [name for name in wanted.values() if name not in northern.columns]
    if absent:
        raise SourceChanged(
            f"The file {CARE_NI} has no rows for {', '.join(absent)}.", "Compare it with the release this reader was made for."
        )
    northern = northern.with_columns(pl.sum_horizontal(list(_HOURS_NI.values())).alias("any"))
    bands = {"": "any", **{band: band for band in _HOURS.values()}}
    bands_ni = {"": "any", **{band: band for band in _HOURS_NI.values()}}
    release, release_ni = "census-2021-unpaid-care", "census-2021-northern-ireland-health"
    return [
        _share("unpaid-carers-share", care, bands, CENSUS_DAY, release),
        _count("unpaid-carers", care, {"": "any"}, CENSUS_DAY, release),
        _share("unpaid-carers-share-northern-ireland", northern, bands_ni, CENSUS_DAY, release_ni),
        _count("unpaid-carers-northern-ireland", northern, {"": "any"}, CENSUS_DAY, release_ni),
    ]


def _answers(inputs: Inputs, name: str, code: str, answer: str, count: str, known: dict[str, str]) -> pl.DataFrame:
    """One row an area: a column an answer, and `all`."""
    frame = inputs.csv(name, {code: pl.String, answer: pl.String, count: pl.Float64})
    strange = sorted(set(frame[answer].drop_nulls()) ^ set(known))
    if strange:
        raise SourceChanged(
            f"The file {name} has other answers than those known: {'; '.join(strange[:4])}.",
            "The question may have changed: compare it with the release this reader was made for.",
        )
    wide = frame.with_columns(pl.col(answer).replace(known)).pivot(on=answer, index=code, values=count)
    return wide.rename({code: "area_code"}).with_columns(pl.sum_horizontal(list(known.values())).alias("all"))


def _share(slug: str, frame: pl.DataFrame, bands: dict[str, str], period: str, release: str) -> pl.DataFrame:
    return _stack(
        slug, frame, {band: (pl.col(name) / pl.col("all") * 100).round(2) for band, name in bands.items()}, period, release
    )


def _count(slug: str, frame: pl.DataFrame, bands: dict[str, str], period: str, release: str) -> pl.DataFrame:
    return _stack(slug, frame, {band: pl.col(name) for band, name in bands.items()}, period, release)


def _stack(slug: str, frame: pl.DataFrame, values: dict[str, pl.Expr], period: str, release: str) -> pl.DataFrame:
    parts = [
        frame.select(
            "area_code",
            pl.lit(slug).alias("indicator"),
            pl.lit(band).alias("category"),
            pl.lit(period).alias("period"),
            value.alias("value"),
        )
        for band, value in values.items()
    ]
    return as_estimates(pl.concat(parts), release)


def _neighbourhoods(inputs: Inputs) -> pl.DataFrame:
    frame = inputs.parquet(NEIGHBOURHOODS, ["lsoa21_code", "disabled_n", "total_residents"])
    values = {
        "disabled-people": pl.col("disabled_n"),
        "disabled-people-share": (pl.col("disabled_n") / pl.col("total_residents") * 100).round(1),
    }
    parts = [
        frame.select(
            pl.lit(slug).alias("indicator"),
            pl.col("lsoa21_code").alias("area_code"),
            value.cast(pl.Float64).alias("value"),
            pl.lit(CENSUS_DAY).alias("period"),
            pl.lit("census-2021-disability").alias("release"),
        )
        for slug, value in values.items()
    ]
    return pl.concat(parts).select(list(SMALL_AREAS))
