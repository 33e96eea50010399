"""Codes of areas, for files that give an area's name only, or a code of their own for it."""

import polars as pl

from levelling.core.errors import SourceChanged
from levelling.sources.inputs import Inputs

AUTHORITY_NAMES = "geo-lookups-drkane/la_all_codes.csv"
"""Every local authority's name and codes since 2011. A source that uses `authority_codes` must declare it."""

PARTNERSHIP_NAMES = "dfe-local-skills/lad20_lep20.csv"
"""The local enterprise partnerships of 2020. A source that uses `partnership_codes` must declare it."""

ITL1_AREAS = {
    "TLC": "E12000001",
    "TLD": "E12000002",
    "TLE": "E12000003",
    "TLF": "E12000004",
    "TLG": "E12000005",
    "TLH": "E12000006",
    "TLI": "E12000007",
    "TLJ": "E12000008",
    "TLK": "E12000009",
    "TLL": "W92000004",
    "TLM": "S92000003",
    "TLN": "N92000002",
}
"""ITL1 areas are the regions of England and the other nations, under another code."""

ENGLAND, UK, GB = "E92000001", "K02000001", "K03000001"

COMBINED_AUTHORITIES = {
    "Greater Manchester": "E47000001",
    "South Yorkshire": "E47000002",
    "West Yorkshire": "E47000003",
    "Liverpool City Region": "E47000004",
    "Tees Valley": "E47000006",
    "West Midlands": "E47000007",
    "Cambridgeshire and Peterborough": "E47000008",
    "West of England": "E47000009",
    "North East": "E47000010",  # south of the Tyne, 2018 to 2024; today's North East is larger
    "North of Tyne": "E47000011",
}
"""Combined authorities of England as they were before the changes of 2024, by name."""

# The partnerships' boundaries of April 2021, as Nomis uses them. Five got a new code when the overlaps were ended.
_CHANGED_PARTNERSHIPS = {
    "York and North Yorkshire": "E37000058",
    "Greater Cambridge and Greater Peterborough": "E37000059",
    "Greater Lincolnshire": "E37000060",
    "Hull and East Riding": "E37000061",
    "Leeds City Region": "E37000062",
}


def authority_codes(inputs: Inputs) -> dict[str, str]:
    """The code of each local authority by name: the current code, or for an authority that has ended its last.

    Raises:
        SourceChanged: The file of names is not in the known shape.
    """
    names = inputs.csv(AUTHORITY_NAMES, ["LADCD", "LADNM", "LADCD_ACTIVE", "LADNM_ACTIVE"])
    same = pl.col("LADNM") == pl.col("LADNM_ACTIVE")
    code = pl.when(same).then("LADCD_ACTIVE").otherwise("LADCD").alias("code")
    return dict(names.select("LADNM", code).sort("LADNM", "code").iter_rows())


def current_codes(inputs: Inputs) -> dict[str, str]:
    """The code a local authority goes by now, or the authority it is part of now, by every code since 2011.

    Raises:
        SourceChanged: The file of names is not in the known shape.
    """
    names = inputs.csv(AUTHORITY_NAMES, ["LADCD", "LADCD_ACTIVE"])
    return dict(names.iter_rows())


def bodies_above(inputs: Inputs, column: str) -> dict[str, str]:
    """The body above each local authority, current or ended, by one column of the file of names.

    Args:
        inputs: The files.
        column: `UTLACD` (its county, or the authority itself), `RGNCD` (region, England only) or `CTRYCD` (nation).

    Raises:
        SourceChanged: The file of names is not in the known shape.
    """
    names = inputs.csv(AUTHORITY_NAMES, ["LADCD", "LADCD_ACTIVE", column]).drop_nulls(column)
    pairs = [*names.select("LADCD", column).iter_rows(), *names.select("LADCD_ACTIVE", column).iter_rows()]
    return {code: body for code, body in pairs if body != code}


def partnership_codes(inputs: Inputs) -> dict[str, str]:
    """The code of each local enterprise partnership of April 2021 by name.

    Raises:
        SourceChanged: The file of names is not in the known shape.
    """
    names = inputs.csv(PARTNERSHIP_NAMES, ["ERCD", "ERNM"])
    return dict(names.select("ERNM", "ERCD").unique().sort("ERNM").iter_rows()) | _CHANGED_PARTNERSHIPS


def require_names(file: str, have: "pl.Series", codes: dict[str, str]) -> None:
    """Refuse a file with names of areas that are not known.

    Raises:
        SourceChanged: Counts the names and gives a few.
    """
    unknown = sorted({str(name) for name in have} - set(codes))
    if unknown:
        raise SourceChanged(
            f"The file {file} names {len(unknown)} area(s) that are not known, such as {'; '.join(unknown[:5])}.",
            "The publisher may spell them in a new way: compare the file with the release this reader was made for.",
        )
