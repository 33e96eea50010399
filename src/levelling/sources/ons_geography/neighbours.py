"""The areas most like each: the publisher's own lists on three bases, and its groups."""

import polars as pl

from levelling.sources.ons_geography import lookups as files_of
from levelling.sources.ons_geography.changes import Changes
from levelling.sources.ons_geography.lookups import Lookups


def list_neighbours(files: Lookups, changes: Changes) -> pl.DataFrame:
    """Each area's nearest 20 (combined authorities: 5), nearest first: `code, basis, position, neighbour_code`."""
    parts = [
        files[name]
        .unpivot(index="AREACD", variable_name="position", value_name="neighbour_code")
        .drop_nulls()
        .select(
            pl.col("AREACD").replace(changes.recoded).alias("code"),
            pl.lit(basis).alias("basis"),
            pl.col("position").cast(pl.Int8),
            pl.col("neighbour_code").replace(changes.recoded),
        )
        for basis, name in files_of.NEIGHBOURS.items()
    ]
    return pl.concat(parts).sort("basis", "code", "position")


def list_clusters(files: Lookups, changes: Changes) -> pl.DataFrame:
    """The group each local authority is in, on the same three bases: `code, basis, cluster` (a letter)."""
    table = files[files_of.CLUSTERS].unpivot(index="AREACD", variable_name="basis", value_name="cluster")
    return table.select(
        pl.col("AREACD").replace(changes.recoded).alias("code"),
        pl.col("basis").str.to_lowercase(),
        pl.col("cluster").str.to_uppercase(),
    ).sort("basis", "code")
