"""A map of the UK on equal hexagons, one for each local authority, so that a small city is seen as well as a wide county."""

import json
from typing import Any

import polars as pl

from levelling.core.errors import SourceChanged
from levelling.core.indicator import Release
from levelling.sources.contract import Source, Tidy
from levelling.sources.inputs import Inputs

LAYOUT = "hex/uk-lad-2023.hexjson.json"
CODES = "geo-lookups-drkane/la_all_codes.csv"
_NOT_A_LAYOUT = f"The file {LAYOUT} is not a layout of hexagons in odd-r rows."
_COMPARE = "It may be truncated: compare it with the release this reader was made for."


def tidy(inputs: Inputs) -> Tidy:
    """Place every current local authority on the grid of hexagons.

    Returns:
        The table `hexes`: `area_code`, `column` (in half widths of a hexagon, from the left) and `row` (from the top).

    Raises:
        SourceChanged: The file is not a layout of hexagons, or leaves two areas in one place.
    """
    cells = _read(inputs)
    codes = inputs.csv(CODES, ["LADCD", "LADCD_ACTIVE"])
    current = dict(codes.drop_nulls().iter_rows())
    # Rows count upwards in the file; odd rows stand half a hexagon to the right.
    placed = [(current.get(code, code), 2 * cell["q"] + cell["r"] % 2, -cell["r"]) for code, cell in cells.items()]
    left, top = min(column for _, column, _ in placed), min(row for _, _, row in placed)
    frame = pl.DataFrame(
        [(code, column - left, row - top) for code, column, row in placed],
        schema={"area_code": pl.String, "column": pl.Int32, "row": pl.Int32},
        orient="row",
    ).sort("area_code")
    if frame.select("column", "row").is_duplicated().any() or frame["area_code"].is_duplicated().any():
        raise SourceChanged(f"The file {LAYOUT} puts two areas in one place, or one area in two.", "Fetch it again.")
    return Tidy(tables={"hexes": frame})


def _read(inputs: Inputs) -> dict[str, dict[str, Any]]:
    try:
        layout = json.loads(inputs.path(LAYOUT).read_text("utf-8"))
        cells: dict[str, dict[str, Any]] = layout["hexes"]
        whole = layout["layout"] == "odd-r" and all(isinstance(cell["q"] + cell["r"], int) for cell in cells.values())
    except (ValueError, KeyError, TypeError, AttributeError) as error:
        raise SourceChanged(_NOT_A_LAYOUT, _COMPARE) from error
    if not whole:
        raise SourceChanged(_NOT_A_LAYOUT, _COMPARE)
    return cells


SOURCE = Source(
    name="open-innovations-hexes",
    releases=(
        Release(
            id="open-innovations-hexes",
            publisher="Open Innovations (ODI Leeds)",
            title="Hexagon layout of UK local authorities, 2023",
            released=None,
            address="https://github.com/odileeds/hexmaps",
            licence="MIT",
            attribution="Hexagon layout by Open Innovations, MIT licence",
            note="Barnsley and Sheffield are given their 2025 codes.",
        ),
    ),
    files=(LAYOUT, CODES),
    tidy=tidy,
    cadence="When boundaries change",
    geography="The local authorities of the United Kingdom, 2023 boundaries",
)
