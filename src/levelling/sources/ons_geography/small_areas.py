"""One row a neighbourhood: its people, and the bodies it lies in. All sharing and moving of figures is counted from here."""

import polars as pl

from levelling.core.errors import SourceChanged
from levelling.sources.ons_geography import lookups as files_of
from levelling.sources.ons_geography.changes import Changes
from levelling.sources.ons_geography.facts import Facts
from levelling.sources.ons_geography.lookups import Lookups

_BODIES = ["lad", "lad_2011", "itl3", "ccg", "stp", "icb_2022", "icb", "ttwa", "health_board"]


def list_small_areas(files: Lookups, facts: Facts, changes: Changes) -> pl.DataFrame:
    """Every LSOA, data zone and super output area of 2011 (whole UK), and every LSOA of 2021 (England and Wales).

    Raises:
        SourceChanged: A neighbourhood is in no local authority.
    """
    # North Ayrshire stands twice, for its mainland and its islands: the islands are set apart by their data zones below.
    rows = files[files_of.ITL_2025]
    twice = rows["area_code"].is_duplicated() & (rows["itl325cd"] == facts.island_itl3)
    itl3 = dict(rows.filter(~twice).select("area_code", "itl325cd").iter_rows())
    older = _vintage_2011(files, facts, changes)
    newer = _vintage_2021(files, older, changes)
    both = pl.concat([older, newer], how="diagonal").with_columns(
        pl.when(pl.col("code").is_in(facts.island_zones))
        .then(pl.lit(facts.island_itl3))
        .otherwise(pl.col("lad").replace_strict(itl3, default=None))
        .alias("itl3"),
        pl.col("health_board").fill_null(pl.col("lad").replace_strict(_welsh_boards(files), default=None)),
    )
    lost = both.filter(pl.any_horizontal(pl.col("lad", "lad_2011", "itl3", "population").is_null()))
    if lost.height:
        what = f"{lost.height} neighbourhoods are in no local authority, such as {lost['code'][0]}."
        raise SourceChanged(what, "A look-up has changed.")
    numbers = (pl.col("vintage").cast(pl.Int16), pl.col("population").cast(pl.Int32))
    return both.select("code", *numbers, *_BODIES).sort("vintage", "code")


def _vintage_2011(files: Lookups, facts: Facts, changes: Changes) -> pl.DataFrame:
    weights = files[files_of.WEIGHTS].rename({"lsoa11_code": "code", "pop": "population"})
    health = files[files_of.CCG_STP].rename({"lsoa11_code": "code", "ccg21_code": "ccg", "stp21_code": "stp"})
    icb_2022 = files[files_of.ICB_2022].rename({"lsoa11_code": "code", "icb22_code": "icb_2022"})
    boards = files[files_of.SCOTTISH_BOARDS].rename({"dz11_code": "code", "hb19_code": "health_board"})
    ttwa = files[files_of.TTWA].rename({"LSOA11CD": "code", "TTWA11CD": "ttwa"})
    trusts = {district: trust for district, (_, trust) in facts.districts_1992.items()}
    return (
        weights.with_columns(pl.col("lad").replace(changes.recoded), pl.lit(2011).alias("vintage"))
        .join(health.select("code", "ccg", "stp"), on="code", how="left")
        .join(icb_2022.select("code", "icb_2022"), on="code", how="left")
        .join(_icb_of_2011(files), on="code", how="left")
        .join(ttwa, on="code", how="left")
        .join(boards, on="code", how="left")
        .join(_districts_of_2011(files, changes), on="code", how="left")
        .with_columns(
            pl.col("health_board").fill_null(pl.col("code").str.slice(0, 4).replace_strict(trusts, default=None)),
            pl.coalesce(
                "lad_2011",
                pl.when(pl.col("code").str.starts_with("95")).then(pl.col("code").str.slice(0, 4)),
                "lad",
            ).alias("lad_2011"),
        )
    )


def _districts_of_2011(files: Lookups, changes: Changes) -> pl.DataFrame:
    # An LSOA of 2011 is named after the district it lay in then, with a number: "Allerdale 001A".
    codes = {name: changes.current(code) for name, code in files.pairs(files_of.LAD_2011, "LAD11NM", "LAD11CD").items()}
    codes |= {name.partition(",")[0]: code for name, code in codes.items()}
    return (
        files[files_of.LSOA_2011_2021]
        .unique("lsoa11_code")
        .select(
            pl.col("lsoa11_code").alias("code"),
            pl.col("lsoa11_name").str.replace(r" \d{3}[A-Z]$", "").replace_strict(codes, default=None).alias("lad_2011"),
        )
    )


def _icb_of_2011(files: Lookups) -> pl.DataFrame:
    # Where an LSOA of 2011 was divided, its parts lie in the same board, save for a handful: the first by code stands for all.
    return (
        files[files_of.LSOA_2011_2021]
        .select("lsoa11_code", "lsoa21_code")
        .join(files[files_of.ICB_2024].select("lsoa21_code", "icb24_code"), on="lsoa21_code")
        .sort("lsoa11_code", "lsoa21_code")
        .unique("lsoa11_code", keep="first", maintain_order=True)
        .select(pl.col("lsoa11_code").alias("code"), pl.col("icb24_code").alias("icb"))
    )


def _vintage_2021(files: Lookups, older: pl.DataFrame, changes: Changes) -> pl.DataFrame:
    people = files[files_of.LSOA_2021_PEOPLE].select(
        pl.col("lsoa21_code").alias("code"), pl.col("total_residents").cast(pl.Int64).alias("population")
    )
    lads = files[files_of.LSOA_2021_LAD].select(
        pl.col("lsoa21_code").alias("code"), pl.col("ltla24_code").replace(changes.recoded).alias("lad")
    )
    icb = files[files_of.ICB_2024].select(pl.col("lsoa21_code").alias("code"), pl.col("icb24_code").alias("icb"))
    from_2011 = (
        files[files_of.LSOA_2011_2021]
        .select(pl.col("lsoa21_code").alias("code"), "lsoa11_code")
        .sort("code", "lsoa11_code")
        .unique("code", keep="first", maintain_order=True)
        .join(
            older.select("code", "ccg", "stp", "icb_2022", "ttwa", "lad_2011"), left_on="lsoa11_code", right_on="code", how="left"
        )
        .drop("lsoa11_code")
    )
    return (
        people.join(lads, on="code", how="left")
        .join(icb, on="code", how="left")
        .join(from_2011, on="code", how="left")
        .with_columns(pl.lit(2021).alias("vintage"))
    )


def _welsh_boards(files: Lookups) -> dict[str, str]:
    return files.pairs(files_of.WELSH_BOARDS, "ltla21_code", "lhb22_code")
