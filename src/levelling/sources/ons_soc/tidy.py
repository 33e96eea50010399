"""From the workbook of SOC 2020, the sample of two codings and ESCO's names to the UK's occupations as tables."""

from collections.abc import Collection, Mapping

import polars as pl

from levelling.core.errors import SourceChanged
from levelling.sources.contract import Tidy
from levelling.sources.inputs import Inputs
from levelling.sources.ons_soc.entry import facts
from levelling.sources.ons_soc.isco import declared
from levelling.sources.ons_soc.join import Link, Named, join
from levelling.sources.soc_2020 import SAMPLE, UNITS, Unit, read_groups, read_sample, read_units

ESCO = "esco-1.2.0/esco_occupation_profiles.parquet"
FILES = (UNITS, SAMPLE, ESCO)
_COLUMNS = ["occupation_uri", "occupation_name", "alternative_names", "isco_code"]
_KIN = {
    "0": "13",
    "1": "1",
    "2": "2",
    "3": "3",
    "4": "4",
    "5": "67",
    "6": "5",
    "7": "5",
    "8": "8",
    "9": "9",
}
"""The major groups of SOC 2020 that hold the same kind of work as each major group of ISCO-08."""


def tidy(inputs: Inputs) -> Tidy:
    """The UK's occupation groups, their titles and ways in, and how other classifications lead to them.

    Raises:
        SourceChanged: A file is missing or not in the known shape.
    """
    units = read_units(inputs)
    groups = pl.DataFrame(
        [(group.level, group.code, group.title) for group in read_groups(inputs)], _text("level", "code", "title"), orient="row"
    )
    named = [(unit.code, title) for unit in units for title in dict.fromkeys(unit.titles)]
    ways = [(unit.code, fact.value, said.value) for unit in units for fact, said in facts(unit.entry, unit.title).items()]
    return Tidy(
        tables={
            "soc_groups": groups.sort("code"),
            "soc_titles": pl.DataFrame(named, _text("code", "title"), orient="row").sort("code", "title"),
            "soc_entry": pl.DataFrame(ways, _text("code", "fact", "said"), orient="row"),
            "soc2010_shares": _older(read_sample(inputs)),
            "esco_soc": _esco(inputs, units),
        }
    )


def _text(*names: str) -> dict[str, type[pl.DataType]]:
    return dict.fromkeys(names, pl.String)


def _older(sample: dict[tuple[str, str], float]) -> pl.DataFrame:
    schema: dict[str, type[pl.DataType]] = {"soc2010": pl.String, "soc2020": pl.String, "people": pl.Float64}
    frame = pl.DataFrame([(*pair, people) for pair, people in sample.items()], schema, orient="row")
    share = (pl.col("people") / pl.col("people").sum().over("soc2010")).round(4).alias("share")
    return frame.filter(pl.col("people") > 0).with_columns(share, pl.col("people").round(1)).sort("soc2010", "soc2020")


def _esco(inputs: Inputs, units: tuple[Unit, ...]) -> pl.DataFrame:
    rows = inputs.parquet(ESCO, _COLUMNS)
    occupations = [
        Named(address.rsplit("/", 1)[-1], name.strip(), tuple(other.strip() for other in others or ()), isco)
        for address, name, others, isco in rows.iter_rows()
    ]
    if len({item.key for item in occupations}) != len(occupations) or not all(item.isco.isdigit() for item in occupations):
        raise SourceChanged(f"The file {ESCO} has an occupation twice, or one without a unit group of ISCO-08.")
    isco = {item.key: item.isco for item in occupations}
    titles = {unit.code: (unit.title, *unit.titles) for unit in units}
    expected = declared(titles)
    links = join(occupations, expected, titles)
    return pl.DataFrame(
        [_row(link, isco[link.esco], expected) for link in links],
        {"esco": pl.String, "soc": pl.String, "rank": pl.Int64, "share": pl.Float64, "route": pl.String, "clash": pl.Boolean},
        orient="row",
    ).sort("esco", "rank")


def _row(link: Link, isco: str, expected: Mapping[str, Collection[str]]) -> tuple[str, str, int, float, str, bool]:
    clash = link.soc[0] not in _KIN.get(isco[0], "") and link.soc not in expected.get(isco, ())
    return link.esco, link.soc, link.rank, link.share, link.route.value, clash
