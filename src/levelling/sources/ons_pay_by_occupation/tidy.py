"""From the sheets of ASHE Table 14 to one table of pay by occupation, each blank with its reason."""

from dataclasses import dataclass

import polars as pl

from levelling.core.errors import SourceChanged
from levelling.sources.contract import Tidy
from levelling.sources.inputs import Inputs

_PER = {"hourly": "hour", "annual": "year"}
_WHO = {"FTPT": "all", "FT": "full-time"}
_NUMBERS = {
    "No_jobs": "jobs",
    "Median": "median",
    "10": "p10",
    "25": "p25",
    "75": "p75",
    "90": "p90",
    "change": "change",
}
_WHY = {"x": "unreliable", "..": "disclosive", ":": "not applicable", "": "not given"}
"""The publisher's signs. An estimate is held unreliable where its coefficient of variation is above 20%."""
_ALL = "XX"


@dataclass(frozen=True, slots=True)
class Edition:
    """One release of the table.

    Attributes:
        key: Its year and whether it is revised or provisional, as its files name it.
        classification: The occupations it is by.
        year: The year of its April.
    """

    key: str
    classification: str
    year: int

    @property
    def periods(self) -> dict[str, str]:
        """Pay by the hour is of a pay period in April; by the year, of the tax year that ended then."""
        return {"hour": f"{self.year}-04", "year": f"{self.year - 1}-04-06/P1Y"}


EDITIONS = (
    Edition("2010r", "soc2000", 2010),
    Edition("2011r", "soc2010", 2011),
    Edition("2021r", "soc2020", 2021),
    Edition("2023p", "soc2020", 2023),
)
FILES = tuple(f"ashe-soc4/{edition.key}_{per}_{who}.csv" for edition in EDITIONS for per in _PER for who in _WHO)


def tidy(inputs: Inputs) -> Tidy:
    """Pay of each occupation group in each release.

    Raises:
        SourceChanged: A file is missing or not in the known shape.
    """
    frames = [_read(inputs, edition, per, who) for edition in EDITIONS for per in _PER for who in _WHO]
    order = ["classification", "release", "per", "who", "code"]
    return Tidy(tables={"occupation_pay": pl.concat(frames).sort(order)})


def _read(inputs: Inputs, edition: Edition, per: str, who: str) -> pl.DataFrame:
    name = f"ashe-soc4/{edition.key}_{per}_{who}.csv"
    raw = inputs.csv(name, ["Description", "Code", *_NUMBERS]).rename(_NUMBERS)
    told = raw.with_columns(pl.col("Code").str.strip_chars()).filter(pl.col("Code").fill_null("") != "")
    odd = told.filter(~pl.col("Code").str.contains(r"^(XX|\d{1,4})$") | pl.col("Code").is_duplicated())
    if odd.height or _ALL not in told["Code"]:
        raise SourceChanged(
            f"The file {name} has codes that are no occupation groups or one twice: {', '.join(odd['Code'].head(5)) or 'no XX'}.",
            "Compare it with the release this reader was made for.",
        )
    marks = [pl.col(column).fill_null("").str.strip_chars().alias(column) for column in _NUMBERS.values()]
    told = told.with_columns(marks)
    _require_numbers(name, told)
    unit = _PER[per]
    return told.select(
        pl.lit(edition.classification).alias("classification"),
        pl.lit(f"ons-ashe-table-14-{edition.key}").alias("release"),
        pl.lit(edition.periods[unit]).alias("period"),
        pl.lit(unit).alias("per"),
        pl.lit(_WHO[who]).alias("who"),
        pl.col("Code").replace(_ALL, "").alias("code"),
        pl.col("Description").str.strip_chars().alias("title"),
        *(pl.col(column).cast(pl.Float64, strict=False) for column in _NUMBERS.values()),
        _blanks().alias("blank"),
    )


def _require_numbers(name: str, told: pl.DataFrame) -> None:
    for column in _NUMBERS.values():
        strange = told.filter(pl.col(column).cast(pl.Float64, strict=False).is_null() & ~pl.col(column).is_in(list(_WHY)))
        if strange.height:
            raise SourceChanged(
                f"The file {name} has {strange.height} cell(s) in column {column} that are neither a number nor a known sign, "
                f"such as '{strange[column][0]}'.",
                "Compare it with the release this reader was made for.",
            )


def _blanks() -> pl.Expr:
    """As in `p90:unreliable;change:not given`. Beside jobs that are held back, empty cells are for the same reason."""
    row = pl.col("jobs").is_in(["..", ":"])
    said = [
        pl.when(pl.col(column) == "")
        .then(pl.when(row).then(pl.col("jobs").replace(_WHY)).otherwise(pl.lit(_WHY[""])))
        .when(pl.col(column).is_in(list(_WHY)))
        .then(pl.col(column).replace(_WHY))
        .otherwise(None)
        for column in _NUMBERS.values()
    ]
    named = [pl.format("{}:{}", pl.lit(column), why) for column, why in zip(_NUMBERS.values(), said, strict=True)]
    return pl.concat_str(named, separator=";", ignore_nulls=True)
