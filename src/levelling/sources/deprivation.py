"""What every nation's index of deprivation has in common: neighbourhoods in tenths, and the shares that follow from them.

Each nation ranks its own neighbourhoods from the most to the least deprived and cuts them into tenths. From the tenths come,
for an authority: the share of its people, and of its neighbourhoods, in the nation's most deprived tenth or fifth.
"""

from collections.abc import Mapping
from dataclasses import dataclass

import polars as pl

from levelling.core.errors import SourceChanged
from levelling.sources.contract import SMALL_AREAS
from levelling.sources.rows import as_estimates

WEIGHTS_2011 = "population/DERIVED_uk_lsoa11_lad23_pop2019.parquet"
"""People of mid-2019 in every LSOA, data zone and super output area of 2011, and the authority each lies in."""

OGL = "Open Government Licence v3.0"
CROWN = "Contains public sector information licensed under the Open Government Licence v3.0. © Crown copyright."


VIA = "Through the IMD package of the British Red Cross (humaniverse)"
"""How the nations' own figures reached us, for the note of a release."""


@dataclass(frozen=True, slots=True)
class Index:
    """One edition of one nation's index.

    Attributes:
        nation: The nation, as it stands in the indicators' slugs: `england`, `northern-ireland`.
        edition: The year of the edition, which is also the period of its figures.
        release: The release it came in.
        domains: Category by the name of a domain in the file's columns: `{"Income": "income"}`.
    """

    nation: str
    edition: int
    release: str
    domains: Mapping[str, str]

    def slug(self, stem: str) -> str:
        """The slug of one of its indicators: `income-deprivation-rate` becomes `income-deprivation-rate-2019-wales`."""
        return f"{stem}-{self.edition}-{self.nation}"


def mean(value: pl.Expr, people: str = "people") -> pl.Expr:
    """The mean over people, of the neighbourhoods that have a value.

    Example:
        >>> frame = pl.DataFrame({"people": [100, 300], "score": [10.0, 20.0]})
        >>> frame.select(mean(pl.col("score"))).item()
        17.5
    """
    weight = pl.when(value.is_not_null()).then(pl.col(people))
    return (value * weight).sum() / weight.sum()


def extent(rank: str, deciles: pl.Series) -> pl.Expr:
    """The weight of a neighbourhood in an authority's extent: 1 in the most deprived tenth, then falling to 0 after three tenths.

    Extent is the mean of these weights over the authority's people: the share of them who live where deprivation is high,
    those in less deprived neighbourhoods counted in part (0.95 just beyond the most deprived tenth, 0.05 at three tenths).

    Args:
        rank: The column of ranks, 1 the most deprived.
        deciles: The decile of every neighbourhood.
    """
    tenth, third = int((deciles == 1).sum()), int((deciles <= 3).sum())
    falling = 0.95 - (pl.col(rank) - tenth - 1) * 0.9 / max(third - tenth - 1, 1)
    return pl.when(pl.col(rank) <= tenth).then(1.0).when(pl.col(rank) <= third).then(falling).otherwise(0.0)


def share_out(index: Index, frame: pl.DataFrame) -> pl.DataFrame:
    """Shares of each authority's people and neighbourhoods in the nation's most deprived tenth and fifth.

    Args:
        index: The edition.
        frame: One row a neighbourhood: `lad`, `people`, `IMD_decile` and a `<domain>_decile` for each of the index's domains.

    Returns:
        Estimates, with the whole index as category `""` and each domain as its own.
    """
    columns = {f"{name}_decile": category for name, category in {"IMD": "", **index.domains}.items()}
    long = frame.unpivot(on=list(columns), index=["lad", "people"], variable_name="category", value_name="decile")
    long = long.with_columns(pl.col("category").replace_strict(columns))
    first = (pl.col("decile") == 1).cast(pl.Float64)
    shares = long.group_by("lad", "category").agg(
        (mean(first) * 100).alias("people-in-most-deprived-tenth"),
        (mean((pl.col("decile") <= 2).cast(pl.Float64)) * 100).alias("people-in-most-deprived-fifth"),
        (first.mean() * 100).alias("neighbourhoods-in-most-deprived-tenth"),
    )
    tidy = shares.unpivot(index=["lad", "category"], variable_name="indicator")
    kept = tidy.filter((pl.col("category") == "") | (pl.col("indicator") != "people-in-most-deprived-fifth"))
    return rows(index, kept.with_columns(pl.col("indicator").map_elements(index.slug, pl.String)), decimals=2)


def rows(index: Index, frame: pl.DataFrame, decimals: int) -> pl.DataFrame:
    """Estimates of the edition from `lad`, `indicator` (a whole slug), `value` and perhaps `category`, rounded."""
    value = pl.col("value").cast(pl.Float64)
    made = frame.rename({"lad": "area_code"}).with_columns(
        # Where nobody lives, a share of people is nothing over nothing.
        pl.when(value.is_finite()).then(value.round(decimals)).alias("value"),
        pl.lit(str(index.edition)).alias("period"),
    )
    return as_estimates(made, index.release)


def column(index: Index, frame: pl.DataFrame, stem: str, value: pl.Expr, decimals: int) -> pl.DataFrame:
    """Estimates of one indicator from a table with a row an authority (`lad`)."""
    return rows(index, frame.select("lad", pl.lit(index.slug(stem)).alias("indicator"), value.alias("value")), decimals)


RATES_OF_SMALL_AREAS = {
    "income-deprivation-rate": (pl.col("income_score"), 1),
    "employment-deprivation-rate": (pl.col("employment_score"), 1),
}
"""The two rates of a small area, from columns `income_score` and `employment_score`, in per cent."""


def mean_rates(index: Index, frame: pl.DataFrame) -> tuple[pl.DataFrame, pl.DataFrame]:
    """Estimates of income and employment deprivation for authorities: the mean over people of their small areas' rates."""
    made = frame.group_by("lad").agg(
        mean(pl.col("income_score")).alias("income"), mean(pl.col("employment_score")).alias("employment")
    )
    return (
        column(index, made, "income-deprivation-rate", pl.col("income"), 2),
        column(index, made, "employment-deprivation-rate", pl.col("employment"), 2),
    )


def neighbourhoods(index: Index, frame: pl.DataFrame, values: Mapping[str, tuple[pl.Expr, int]]) -> pl.DataFrame:
    """Figures of small areas.

    Args:
        index: The edition.
        frame: One row a neighbourhood, with its `code`.
        values: Expression and decimals by the stem of a slug. Neighbourhoods without a value are left out.
    """
    parts = [
        frame.select(
            pl.lit(index.slug(stem)).alias("indicator"),
            pl.col("code").alias("area_code"),
            value.cast(pl.Float64).round(decimals).alias("value"),
            pl.lit(str(index.edition)).alias("period"),
            pl.lit(index.release).alias("release"),
        )
        for stem, (value, decimals) in values.items()
    ]
    return pl.concat(parts).drop_nulls("value").select(list(SMALL_AREAS))


def tenths() -> dict[str, tuple[pl.Expr, int]]:
    """100 where a neighbourhood is in the most deprived tenth (or fifth), else 0: averaged over people, a share in per cent."""
    return {
        "people-in-most-deprived-tenth": ((pl.col("IMD_decile") == 1) * 100, 0),
        "people-in-most-deprived-fifth": ((pl.col("IMD_decile") <= 2) * 100, 0),
    }


def with_people(name: str, frame: pl.DataFrame, people: pl.DataFrame) -> pl.DataFrame:
    """Join each neighbourhood to its people and its authority.

    Args:
        name: The file the neighbourhoods are from, for the error.
        frame: One row a neighbourhood, with its `code`.
        people: `code`, `lad`, `people`.

    Raises:
        SourceChanged: Some neighbourhoods are not known, stand twice, or a decile is not 1 to 10.
    """
    joined = frame.join(people, on="code", how="left")
    lost = joined.filter(pl.col("lad").is_null())
    if lost.height:
        raise SourceChanged(
            f"The file {name} has {lost.height} neighbourhood(s) that are in no authority, such as {lost['code'][0]}.",
            "It may be for other boundaries: compare it with the release this reader was made for.",
        )
    deciles = [column for column in frame.columns if column.endswith("_decile")]
    odd = joined.filter(pl.any_horizontal(~pl.col(deciles).is_between(1, 10), pl.col("code").is_duplicated()))
    if odd.height:
        raise SourceChanged(
            f"The file {name} has {odd.height} neighbourhood(s) that stand twice or have a tenth that is not 1 to 10, "
            f"such as {odd['code'][0]}.",
            "Fetch it again, or compare it with the release this reader was made for.",
        )
    return joined


def people_of_2019(frame: pl.DataFrame) -> pl.DataFrame:
    """The table of weights in the words of this module: `code`, `lad`, `people`."""
    return frame.select(pl.col("lsoa11_code").alias("code"), "lad", pl.col("pop").alias("people"))


WEIGHT_COLUMNS = ["lsoa11_code", "lad", "pop"]
