"""The yardstick: the table and the charts of a plan page, made by a plain pandas and matplotlib script.

    python bench/baseline_pandas.py out.html Hartlepool        or a folder and several places

It does what an analyst would write in an afternoon: read the Parquet files, filter, merge, draw, put the pictures into one HTML
file. It makes the same table (each headline indicator against the UK, the nation, the region and the mean of the ONS neighbours,
with the difference and its interval) and the same charts (a strip for each indicator, the trends, output against income through
the years and among all authorities, and two maps). It knows nothing of breaks, boundaries that changed, definitions that differ,
correction for many comparisons, provenance or accessibility.
"""

import base64
import html
import io
import json
import re
import sys
import tomllib
from pathlib import Path
from typing import Any

import matplotlib as mpl

mpl.use("Agg")

import matplotlib.pyplot as plt
import pandas as pd
from matplotlib.patches import RegularPolygon
from matplotlib.path import Path as Outline

PACKAGE = Path(__file__).resolve().parent.parent / "src" / "levelling"
FIGURES = PACKAGE / "figures"
TRENDS = 12
OUTPUT, INCOME = "gva-per-head-index", "gdhi-per-head-index"
MAPPED = "gross-disposable-household-income-per-head"


def read() -> dict[str, Any]:
    """Everything the page needs, read whole into memory."""
    ledger = json.loads((FIGURES / "ledger.json").read_text("utf-8"))
    estimates = [pd.read_parquet(FIGURES / file["file"]) for file in ledger["files"] if file["kind"] == "estimates"]
    tables = {file["name"]: FIGURES / file["file"] for file in ledger["files"] if file["kind"] == "table"}
    declared = {path.stem: tomllib.loads(path.read_text("utf-8")) for path in (PACKAGE / "facts" / "indicators").glob("*.toml")}
    headline = {slug: item for slug, item in declared.items() if item.get("headline", True)}
    figures = pd.concat(estimates)
    figures = figures[figures["value"].notna()]
    shown = pd.Series({slug: item.get("category", "") for slug, item in headline.items()}, name="category")
    shown.index.name = "indicator"
    return {
        "all": figures,
        "figures": figures.merge(shown.reset_index(), on=["indicator", "category"]),
        "headline": headline,
        **{name: pd.read_parquet(tables[name]) for name in ("areas", "neighbours", "boundaries", "hexes")},
    }


def table(data: dict[str, Any], code: str, comparators: dict[str, str], neighbours: list[str]) -> pd.DataFrame:
    """The newest figure of each indicator beside those of the comparators for the same period."""
    figures = data["figures"]
    here = figures[figures["area_code"] == code].sort_values("period").groupby("indicator").tail(1)
    columns = ["indicator", "period", "value", "lower", "upper"]
    wide = here[columns]
    for name, other in comparators.items():
        theirs = figures[figures["area_code"] == other][columns].rename(columns={key: f"{name}_{key}" for key in columns[2:]})
        wide = wide.merge(theirs, on=["indicator", "period"], how="left")
    near = figures[figures["area_code"].isin(neighbours)].groupby(["indicator", "period"])["value"].mean()
    wide = wide.merge(near.rename("neighbours_value").reset_index(), on=["indicator", "period"], how="left")
    for name in comparators:
        wide[f"{name}_difference"] = wide["value"] - wide[f"{name}_value"]
        own, theirs = (wide["upper"] - wide["lower"]) / 2, (wide[f"{name}_upper"] - wide[f"{name}_lower"]) / 2
        wide[f"{name}_margin"] = (own**2 + theirs**2) ** 0.5
    return wide


def picture(figure: Any) -> str:
    """A drawing as an image inside the page."""
    held = io.BytesIO()
    figure.savefig(held, format="png", dpi=80, bbox_inches="tight")
    plt.close(figure)
    return f'<img src="data:image/png;base64,{base64.b64encode(held.getvalue()).decode()}">'


def strip(row: Any, everyone: pd.Series, comparators: dict[str, str]) -> str:
    """One indicator: where all authorities lie, the place with its interval, and the comparators."""
    figure, axis = plt.subplots(figsize=(5, 1))
    axis.hist(everyone, bins=40, color="lightgrey")
    axis.errorbar(
        [row.value], [1], xerr=[[row.value - row.lower], [row.upper - row.value]] if row.lower == row.lower else None, fmt="o"
    )
    for name, marker in zip(comparators, "sD^", strict=False):
        axis.plot([getattr(row, f"{name}_value")], [1], marker)
    axis.plot([row.neighbours_value], [1], "v")
    axis.set_yticks([])
    return picture(figure)


def lines(figures: pd.DataFrame, slug: str, codes: list[str], title: str) -> str:
    """One indicator through the years, for the place (with its interval) and its comparators."""
    figure, axis = plt.subplots(figsize=(5, 2.5))
    for code in codes:
        series = figures[(figures["indicator"] == slug) & (figures["area_code"] == code)].sort_values("period")
        axis.plot(series["period"], series["value"])
        if code == codes[0]:
            axis.fill_between(series["period"], series["lower"], series["upper"], alpha=0.2)
    axis.set_title(title)
    axis.tick_params(axis="x", rotation=90)
    return picture(figure)


def scatter(data: dict[str, Any], code: str) -> str:
    """Output against household income, all authorities."""
    both = data["all"][
        data["all"]["indicator"].isin([OUTPUT, INCOME]) & data["all"]["area_code"].isin(data["boundaries"]["area_code"])
    ]
    wide = both.pivot_table(index=["area_code", "period"], columns="indicator", values="value").dropna().reset_index()
    wide = wide[wide["period"] == wide["period"].max()]
    figure, axis = plt.subplots(figsize=(5, 4))
    axis.scatter(wide[OUTPUT], wide[INCOME], s=8)
    mine = wide[wide["area_code"] == code]
    axis.scatter(mine[OUTPUT], mine[INCOME], s=60)
    axis.set_xscale("log")
    return picture(figure)


def outline(path: str) -> Outline:
    """A boundary as matplotlib takes it, from the compact path it is kept as."""
    points: list[tuple[float, float]] = []
    codes: list[int] = []
    for part in re.findall(r"M([^z]*)z", path):
        numbers = [float(number) for number in re.findall(r"-?[\d.]+", part)]
        x = y = 0.0
        for place, (right, down) in enumerate(zip(numbers[::2], numbers[1::2], strict=True)):
            x, y = x + right, y + down
            points.append((x, -y))
            codes.append(int(Outline.LINETO if place else Outline.MOVETO))
    return Outline(points, codes)


def maps(data: dict[str, Any]) -> str:
    """All authorities on real boundaries, and on equal hexagons."""
    figures = data["figures"]
    newest = (
        figures[figures["indicator"] == MAPPED].sort_values("period").groupby("area_code").tail(1).set_index("area_code")["value"]
    )
    shade = plt.get_cmap("viridis")
    scaled = newest.rank(pct=True)
    figure, (left, right) = plt.subplots(1, 2, figsize=(10, 8))
    for row in data["boundaries"].itertuples():
        left.add_patch(mpl.patches.PathPatch(outline(row.path), facecolor=shade(scaled.get(row.area_code, 0.0)), linewidth=0.2))
    for row in data["hexes"].itertuples():
        middle = (row.column + (row.row % 2) / 2, -row.row * 0.87)
        right.add_patch(RegularPolygon(middle, 6, radius=0.57, facecolor=shade(scaled.get(row.area_code, 0.0))))
    for axis in (left, right):
        axis.autoscale_view()
        axis.set_aspect("equal")
        axis.axis("off")
    return picture(figure)


def page(data: dict[str, Any], name: str) -> str:
    """The page of one place."""
    areas = data["areas"]
    area = areas[(areas["name"] == name) & (areas["level"] == "lad") & areas["end"].isna()].iloc[0]
    region = next((parent.partition("=")[2] for parent in area["parents"] if parent.startswith("region=")), "")
    nation = {"E": "E92000001", "W": "W92000004", "S": "S92000003", "N": "N92000002"}[area["nation"]]
    comparators = {"uk": "K02000001", "nation": nation, "region": region}
    near = data["neighbours"]
    neighbours = list(near[(near["code"] == area["code"]) & (near["basis"] == "global")]["neighbour_code"])
    wide = table(data, area["code"], comparators, neighbours)
    figures = data["figures"]
    lads = figures[figures["area_code"].isin(data["boundaries"]["area_code"])]
    parts = [f"<h1>{html.escape(name)}</h1>", wide.to_html(index=False, float_format="{:.1f}".format)]
    for row in wide.itertuples():
        everyone = lads[(lads["indicator"] == row.indicator) & (lads["period"] == row.period)]["value"]
        parts += [f"<h3>{html.escape(data['headline'][row.indicator]['title'])}</h3>", strip(row, everyone, comparators)]
    years = figures[figures["area_code"] == area["code"]].groupby("indicator")["period"].nunique()
    codes = [area["code"], *filter(None, comparators.values())]
    parts += [lines(figures, slug, codes, data["headline"][slug]["short"]) for slug in years[years >= 4].index[:TRENDS]]
    parts += [lines(data["all"], slug, codes[:1], slug) for slug in (OUTPUT, INCOME)]
    parts += [scatter(data, area["code"]), maps(data)]
    return "\n".join(parts)


def main(places: list[str], out: Path) -> None:
    """Write the page of each place; with several, `out` is a folder."""
    data = read()
    for place in places:
        target = out / f"{place}.html" if len(places) > 1 else out
        target.write_text(page(data, place), "utf-8")


if __name__ == "__main__":
    main(sys.argv[2:], Path(sys.argv[1]))
