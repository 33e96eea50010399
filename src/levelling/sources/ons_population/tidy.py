"""From counts of people to figures: everybody, and by age."""

from dataclasses import dataclass

import polars as pl

from levelling.core.errors import SourceChanged
from levelling.sources.contract import SMALL_AREAS, Tidy
from levelling.sources.inputs import Inputs
from levelling.sources.mergers import CHAIN, newer_codes, with_merged
from levelling.sources.rows import as_estimates

NEIGHBOURHOODS_2019 = "population/DERIVED_uk_lsoa11_lad23_pop2019.parquet"
LSOA_2021 = "population/lsoa21_population_disabled_census21.parquet"
ZONES_2020 = "population/dz11_population_2020.parquet"
ZONES_2021 = "population/dz11_population_2021.parquet"
AGES_2020 = "population/lad21_population_2020_syoa.csv"
AGES_2021 = "population/census2021_ts007_age_ltla.csv"
AGES_2022 = "population/scotland_council_population_2022_syoa.csv"
REGIONS = "geography-lookups/lookup_ltla24_region24.csv"
FILES = (AGES_2020, AGES_2021, AGES_2022, CHAIN, LSOA_2021, NEIGHBOURHOODS_2019, REGIONS, ZONES_2020, ZONES_2021)

MID_2019, MID_2020, MID_2021, MID_2022, CENSUS = "2019-06-30", "2020-06-30", "2021-06-30", "2022-06-30", "2021-03-21"

BROAD = {"0-15": (0, 15), "16-24": (16, 24), "25-49": (25, 49), "50-64": (50, 64), "65-plus": (65, 200), "16-64": (16, 64)}
"""Growing up, starting out, the middle years, nearing the end of work, and after. Then all of working age."""

FIVE_YEARS = {**{f"{first}-{first + 4}": (first, first + 4) for first in range(0, 85, 5)}, "85-plus": (85, 200)}

_NATIONS = {"E": "E92000001", "W": "W92000004", "S": "S92000003", "N": "N92000002"}
_UNIONS = {"K02000001": "EWSN", "K03000001": "EWS", "K04000001": "EW"}


@dataclass(frozen=True, slots=True)
class Nesting:
    """What the authorities of a count add up to.

    Attributes:
        newer: The authority of 2024 by an older code, for those merged or recoded since.
        regions: The region by an authority of England of 2024.
    """

    newer: dict[str, str]
    regions: dict[str, str]

    def with_totals(self, counts: pl.DataFrame, keys: list[str]) -> pl.DataFrame:
        """The counts, with the authorities merged since, the regions, the nations, and each union of nations that is whole.

        Args:
            counts: `area_code` (local authorities), `people` and the columns in `keys`.
            keys: What tells counts of one area apart, such as `category`.
        """
        current = counts.with_columns(pl.col("area_code").replace(self.newer))
        nation = current.with_columns(pl.col("area_code").str.head(1).replace_strict(_NATIONS))
        region = current.with_columns(pl.col("area_code").replace_strict(self.regions, default=None)).drop_nulls("area_code")
        have = set(counts["area_code"].str.head(1).unique())
        unions = [
            current.filter(pl.col("area_code").str.head(1).is_in(list(nations))).with_columns(pl.lit(code).alias("area_code"))
            for code, nations in _UNIONS.items()
            if set(nations) <= have
        ]
        sums = pl.concat([region, nation, *unions]).group_by("area_code", *keys).agg(pl.col("people").sum())
        whole = with_merged(counts.select(sums.columns), self.newer, tuple(keys))
        return pl.concat([whole, sums])


def tidy(inputs: Inputs) -> Tidy:
    """Everybody (`population`), those of working age (`working-age-population`), and ages in bands.

    Raises:
        SourceChanged: A file is missing, has other columns, or ages that do not add up to its total.
    """
    nesting = _nesting(inputs)
    ages = {
        (MID_2020, "population-mid-2020"): _ages(inputs, AGES_2020, "ltla21_code", "total_population"),
        (CENSUS, "census-2021-age"): _census(inputs),
        (MID_2022, "population-mid-2022-scotland"): _ages(inputs, AGES_2022, "ltla19_code", "all_ages"),
    }
    weights = inputs.parquet(NEIGHBOURHOODS_2019, ["lsoa11_code", "lad", "pop"])
    zones_2020 = inputs.parquet(ZONES_2020, ["dz11_code", "total_population", "pop_16_64"])
    zones_2021 = inputs.parquet(ZONES_2021, ["dz11_code", "total_population"])
    lsoa_2021 = inputs.parquet(LSOA_2021, ["lsoa21_code", "total_residents"])
    council = weights.select(pl.col("lsoa11_code").alias("dz11_code"), "lad")
    by_council = zones_2020.join(council, on="dz11_code")
    late = zones_2021.join(council, on="dz11_code")
    parts = [
        _everybody(nesting, weights.select("lad", "pop"), MID_2019, "population-mid-2019"),
        _everybody(nesting, by_council.select("lad", "total_population"), MID_2020, "population-mid-2020-scotland"),
        _working_age(nesting, by_council.select("lad", "pop_16_64"), "population-mid-2020-scotland"),
        _everybody(nesting, late.select("lad", "total_population"), MID_2021, "population-mid-2021-scotland"),
    ]
    for (period, release), counts in ages.items():
        parts += _by_age(nesting, counts, period, release)
    small = [
        _small("population", weights.select("lsoa11_code", "pop"), MID_2019, "population-mid-2019"),
        _small("population", lsoa_2021, CENSUS, "census-2021-age"),
    ]
    return Tidy(estimates=pl.concat(parts), small_areas=pl.concat(small))


def _nesting(inputs: Inputs) -> Nesting:
    regions = inputs.csv(REGIONS, ["ltla24_code", "region24_code"])
    return Nesting(newer_codes(inputs), dict(regions.iter_rows()))


def _ages(inputs: Inputs, name: str, code: str, total: str) -> pl.DataFrame:
    """Counts by single year from a file with a column a year: `area_code`, `age`, `people`, and the total as age -1."""
    last = "90+" if name == AGES_2020 else "90 and over"
    years = [str(age) for age in range(90)]
    frame = inputs.csv(name, {code: pl.String, **dict.fromkeys([total, *years, last], pl.Float64)})
    return _long(name, frame.rename({code: "area_code", total: "-1", last: "90"}))


def _census(inputs: Inputs) -> pl.DataFrame:
    total, code = "Age: Total; measures: Value", "geography code"
    columns = {f"Age: Aged {_years(age)}; measures: Value": str(age) for age in range(101)}
    wanted = {code: pl.String, total: pl.Float64, **dict.fromkeys(columns, pl.Float64)}
    frame = inputs.csv(AGES_2021, wanted)
    return _long(AGES_2021, frame.rename({code: "area_code", total: "-1", **columns}))


def _years(age: int) -> str:
    if age == 0:
        return "under 1 year"
    return "1 year" if age == 1 else "100 years and over" if age == 100 else f"{age} years"


def _long(name: str, frame: pl.DataFrame) -> pl.DataFrame:
    long = frame.unpivot(index="area_code", variable_name="age", value_name="people").with_columns(pl.col("age").cast(pl.Int16))
    people, age = pl.col("people"), pl.col("age")
    sums = long.group_by("area_code").agg(people.filter(age >= 0).sum().alias("sum"), people.filter(age < 0).first().alias("all"))
    # Counts of the census are altered a little, each on its own, so that ages need not add up to the last person.
    off = sums.filter((pl.col("sum") - pl.col("all")).abs() > 50 + pl.col("all") * 0.001)
    if off.height:
        raise SourceChanged(
            f"In the file {name} the ages of {off.height} area(s), such as {off['area_code'][0]}, do not add up to the total.",
            "Columns may be missing: compare it with the release this reader was made for.",
        )
    return long


def _everybody(nesting: Nesting, counts: pl.DataFrame, period: str, release: str) -> pl.DataFrame:
    area, people = counts.columns
    sums = counts.group_by(pl.col(area).alias("area_code")).agg(pl.col(people).sum().cast(pl.Float64).alias("people"))
    return _rows("population", nesting.with_totals(sums, []), period, release)


def _working_age(nesting: Nesting, counts: pl.DataFrame, release: str) -> pl.DataFrame:
    sums = counts.group_by(pl.col("lad").alias("area_code")).agg(pl.col("pop_16_64").sum().cast(pl.Float64).alias("people"))
    return _rows("working-age-population", nesting.with_totals(sums, []), MID_2020, release)


def _by_age(nesting: Nesting, counts: pl.DataFrame, period: str, release: str) -> list[pl.DataFrame]:
    whole = nesting.with_totals(counts.filter(pl.col("age") < 0).select("area_code", "people"), [])
    broad = nesting.with_totals(_banded(counts, BROAD), ["category"])
    five = nesting.with_totals(_banded(counts, FIVE_YEARS), ["category"])
    shares = broad.join(whole.rename({"people": "all"}), on="area_code").with_columns(
        (pl.col("people") / pl.col("all") * 100).round(2).alias("people")
    )
    working = broad.filter(pl.col("category") == "16-64").drop("category")
    parts = [
        _rows("population", whole, period, release),
        _rows("working-age-population", working, period, release),
        _rows("population-by-age", broad, period, release),
        _rows("population-share-by-age", shares.drop("all"), period, release),
    ]
    # Ages of mid-2020 were superseded by the census three quarters of a year later: one picture of the ages is enough.
    return parts if period == MID_2020 else [*parts, _rows("population-by-five-year-band", five, period, release)]


def _banded(counts: pl.DataFrame, bands: dict[str, tuple[int, int]]) -> pl.DataFrame:
    parts = [
        counts.filter(pl.col("age").is_between(first, last))
        .group_by("area_code")
        .agg(pl.col("people").sum())
        .with_columns(pl.lit(band).alias("category"))
        for band, (first, last) in bands.items()
    ]
    return pl.concat(parts)


def _rows(slug: str, counts: pl.DataFrame, period: str, release: str) -> pl.DataFrame:
    made = counts.with_columns(pl.lit(slug).alias("indicator"), pl.lit(period).alias("period")).rename({"people": "value"})
    return as_estimates(made, release)


def _small(slug: str, counts: pl.DataFrame, period: str, release: str) -> pl.DataFrame:
    code, people = counts.columns
    return counts.select(
        pl.lit(slug).alias("indicator"),
        pl.col(code).alias("area_code"),
        pl.col(people).cast(pl.Float64).alias("value"),
        pl.lit(period).alias("period"),
        pl.lit(release).alias("release"),
    ).select(list(SMALL_AREAS))
