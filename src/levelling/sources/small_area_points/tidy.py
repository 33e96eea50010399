"""From the middles of neighbourhoods to a table of whole numbers, with how wide each neighbourhood is."""

from collections.abc import Sequence

import polars as pl

from levelling.core.errors import SourceChanged
from levelling.sources.contract import Tidy
from levelling.sources.inputs import Inputs

POINTS = "geo-lookups-drkane/lsoa_latlong.parquet"
REDRAWN = "geography-lookups/lookup_lsoa11_lsoa21_ltla22.parquet"
FILES = (POINTS, REDRAWN)

NEAREST = 6
"""Cells that touch a cell in an even honeycomb."""
_EARTH = 6371.0088
_BOX = (49.8, 61.0, -8.7, 1.9)


def tidy(inputs: Inputs) -> Tidy:
    """The table of middles; no estimates.

    Raises:
        SourceChanged: A file is missing, a code stands twice, or a point lies outside the United Kingdom.
    """
    points = inputs.parquet(POINTS, ["LSOACD", "latitude", "longitude"]).rename({"LSOACD": "code"}).sort("code")
    _require_whole(points)
    redrawn = inputs.parquet(REDRAWN, ["lsoa11_code", "lsoa21_code"])
    older, newer = set(redrawn["lsoa11_code"]), set(redrawn["lsoa21_code"])
    radius: dict[str, float] = {}
    # A neighbourhood that was kept in 2021 is measured among those of 2021: the later of the two stands.
    for absent, begun in ((newer - older, "N2"), (older - newer, "95")):
        kind = points.filter(~pl.col("code").is_in(absent) & ~pl.col("code").str.starts_with(begun))
        radius |= dict(zip(kind["code"], half_to_neighbours(kind["latitude"], kind["longitude"]), strict=True))
    return Tidy(
        tables={
            "small_area_points": points.select(
                "code",
                (pl.col("latitude") * 10_000).round().cast(pl.Int32),
                (pl.col("longitude") * 10_000).round().cast(pl.Int32),
                (pl.col("code").replace_strict(radius) * 10).ceil().cast(pl.Int16).alias("radius"),
            )
        }
    )


def half_to_neighbours(latitudes: Sequence[float] | pl.Series, longitudes: Sequence[float] | pl.Series) -> list[float]:
    """Half the mean distance, in kilometres, from each point to the six nearest others (to all, where there are fewer).

    Example:
        >>> [round(half, 1) for half in half_to_neighbours([52.0, 52.0, 52.1], [0.0, 0.1, 0.0])]
        [4.5, 5.0, 6.0]
    """
    import numpy as np
    from scipy.spatial import cKDTree

    lat, lon = np.radians(np.asarray(latitudes, dtype=float)), np.radians(np.asarray(longitudes, dtype=float))
    on_sphere = _EARTH * np.column_stack([np.cos(lat) * np.cos(lon), np.cos(lat) * np.sin(lon), np.sin(lat)])
    count = min(NEAREST, len(on_sphere) - 1)
    if count < 1:
        return [0.0] * len(on_sphere)
    far, _ = cKDTree(on_sphere).query(on_sphere, count + 1)
    return [float(half) for half in far[:, 1:].mean(axis=1) / 2]


def _require_whole(points: pl.DataFrame) -> None:
    south, north, west, east = _BOX
    if points["code"].is_duplicated().any():
        raise SourceChanged(f"The file {POINTS} names a neighbourhood twice.", "Compare it with the release this reader knows.")
    outside = points.filter(~pl.col("latitude").is_between(south, north) | ~pl.col("longitude").is_between(west, east))
    if outside.height or points.null_count().sum_horizontal().sum():
        raise SourceChanged(f"The file {POINTS} has points that are missing or outside the United Kingdom.", "It may be damaged.")
