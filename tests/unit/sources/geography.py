"""The look-ups of a country of eleven authorities, written as the publishers write them: real codes, invented people.

Hartlepool; Allerdale and Carlisle (Cumberland since 2023) and Eden (Westmorland and Furness), of the old county Cumbria; Barnsley
under both its codes; Cannock Chase, in two partnerships; Stockton-on-Tees and Stoke-on-Trent, which the later partnership file
has lost; Anglesey;
North Ayrshire and its islands; Belfast and Lisburn and Castlereagh, made from the districts of before 2015.
"""

from collections.abc import Sequence
from pathlib import Path

import polars as pl

from levelling.sources.ons_geography import SOURCE
from levelling.sources.ons_geography import lookups as files_of
from levelling.sources.ons_geography.lookups import NEIGHBOURS

OLD = {"E07000026": "Allerdale", "E07000028": "Carlisle", "E07000030": "Eden"}
NEW = {"E07000026": "E06000063", "E07000028": "E06000063", "E07000030": "E06000064"}
STEADY = {
    "E06000001": "Hartlepool",
    "E06000004": "Stockton-on-Tees",
    "E06000021": "Stoke-on-Trent",
    "E07000192": "Cannock Chase",
    "W06000001": "Isle of Anglesey",
    "S12000021": "North Ayrshire",
    "N09000003": "Belfast",
    "N09000007": "Lisburn and Castlereagh",
}
TODAY = {**STEADY, "E06000063": "Cumberland", "E06000064": "Westmorland and Furness", "E08000038": "Barnsley"}
BEFORE_2025 = {**STEADY, "E06000063": "Cumberland", "E06000064": "Westmorland and Furness", "E08000016": "Barnsley"}
BEFORE_2023 = {**STEADY, **OLD, "E08000016": "Barnsley"}

# code, authority of 2023, people, travel-to-work area, care board 2022, name
NEIGHBOURHOODS = [
    ("E01000001", "E06000001", 1000, "E30000215", "E54000050", "Hartlepool 001A"),
    ("E01000002", "E06000004", 2000, "E30000215", "E54000050", "Stockton-on-Tees 001A"),
    ("E01000003", "E06000063", 100, "E30000290", "E54000050", "Allerdale 001A"),
    ("E01000004", "E06000063", 200, "K01000010", "E54000048", "Carlisle 001A"),
    ("E01000005", "E06000064", 50, "K01000010", "E54000048", "Eden 001A"),
    ("E01000006", "E08000016", 400, "E30000004", "E54000061", "Barnsley 001A"),
    ("E01000007", "E07000192", 300, "E30000004", "E54000010", "Cannock Chase 001A"),
    ("E01000008", "E06000021", 250, "E30000004", "E54000010", "Stoke-on-Trent 001A"),
    ("W01000001", "W06000001", 70, "W22000001", None, "Isle of Anglesey 001A"),
    ("S01011171", "S12000021", 5, "S22000069", None, ""),
    ("S01011178", "S12000021", 95, "S22000069", None, ""),
    ("95GG01S1", "N09000003", 280, "N12000002", None, ""),
    ("95II01S1", "N09000003", 20, "N12000002", None, ""),
    ("95II02S1", "N09000007", 60, "N12000002", None, ""),
    ("95SS01S1", "N09000007", 140, "N12000002", None, ""),
]
ENGLISH = [row for row in NEIGHBOURHOODS if row[0][0] == "E"]
ENGLISH_AND_WELSH = [row for row in NEIGHBOURHOODS if row[0][0] in "EW"]


def write_lookups(folder: Path) -> Path:
    """Write every look-up the source declares below a folder."""
    tables = {**_authorities(), **_bodies(), **_neighbourhoods()}
    assert set(tables) == set(SOURCE.files)
    for name, table in tables.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        if name.endswith(".csv"):
            path.write_bytes(b"\xef\xbb\xbf" + table.write_csv().encode())
        else:
            table.write_parquet(path)
    return folder


def _table(columns: str, rows: Sequence[tuple[object, ...]]) -> pl.DataFrame:
    return pl.DataFrame(rows, schema=columns.split(), orient="row", infer_schema_length=None)


def _authorities() -> dict[str, pl.DataFrame]:
    hierarchy = [
        ("K02000001", "United Kingdom", "ctry", None, None, None),
        ("E92000001", "England", "ctry", None, None, "K02000001"),
        ("W92000004", "Wales", "ctry|rgn", None, None, "K02000001"),
        ("S92000003", "Scotland", "ctry|rgn", None, None, "K02000001"),
        ("N92000002", "Northern Ireland", "ctry|rgn", None, None, "K02000001"),
        ("E12000001", "North East", "rgn", None, None, "E92000001"),
        ("E12000002", "North West", "rgn", None, None, "E92000001"),
        ("E12000003", "Yorkshire and The Humber", "rgn", None, None, "E92000001"),
        ("E12000005", "West Midlands", "rgn", None, None, "E92000001"),
        ("E47000002", "South Yorkshire", "cauth", None, None, "E12000003"),
        ("E10000006", "Cumbria", "utla", None, "2022.0", "E12000002"),
        ("E10000028", "Staffordshire", "utla", None, None, "E12000005"),
        ("E11000003", "South Yorkshire", None, None, None, None),
        *((code, name, "utla|ltla", None, None, "") for code, name in STEADY.items()),
        *((code, name, "ltla", None, "2022.0", "E10000006|E12000002") for code, name in OLD.items()),
        ("E06000063", "Cumberland", "utla|ltla", "2023.0", None, "E12000002"),
        ("E06000064", "Westmorland and Furness", "utla|ltla", "2023.0", None, "E12000002"),
        ("E08000016", "Barnsley", "utla|ltla", None, "2024.0", "E47000002"),
        ("E08000038", "Barnsley", "utla|ltla", "2025.0", None, "E47000002"),
    ]
    chain = []
    for code, name in BEFORE_2023.items():
        later = NEW.get(code, code)
        chain.append((*(code, name) * 7, *(later, BEFORE_2025[later]) * 2))
    columns = " ".join(f"ltla{year}_code ltla{year}_name" for year in range(16, 25))
    of_2011 = [
        (code, name, "Ynys Môn" if code[0] == "W" else None, code) for code, name in BEFORE_2023.items() if code[0] in "EW"
    ]
    clusters = [(code, "A", "B", "C") for code in BEFORE_2025]
    lists = [
        (code, *[other for other in BEFORE_2025 if other != code], *[None] * (21 - len(BEFORE_2025))) for code in BEFORE_2025
    ]
    return {
        files_of.HIERARCHY: _table("areacd areanm level start end parents", hierarchy),
        files_of.LAD_2025: _table("areacd areanm", list(TODAY.items())),
        files_of.LAD_CHAIN: _table(columns, chain),
        files_of.LAD_2011: _table("LAD11CD LAD11NM LAD11NMW LAD21CD", of_2011),
        files_of.CLUSTERS: _table("AREACD Global Economic Demographic", clusters),
        **{name: _table("AREACD " + " ".join(map(str, range(1, 21))), lists) for name in NEIGHBOURS.values()},
    }


REGIONS = {
    "E06000001": "E12000001",
    "E06000004": "E12000001",
    "E08000016": "E12000003",
    "E07000192": "E12000005",
    "E06000021": "E12000005",
}
REGIONS |= dict.fromkeys(("E06000063", "E06000064"), "E12000002")
ITL = {"E06000001": "TLC31", "E06000004": "TLC31", "E06000063": "TLD13", "E06000064": "TLD14", "E08000038": "TLE33"}
ITL |= {
    "E06000021": "TLG23",
    "E07000192": "TLG24",
    "W06000001": "TLL31",
    "S12000021": "TLM93",
    "N09000003": "TLN06",
    "N09000007": "TLN0E",
}
BEFORE = {"E06000001": "TLC11", "E06000004": "TLC11", "E07000026": "TLD11", "E07000028": "TLD12", "E07000030": "TLD12"}
BEFORE |= {
    "E06000021": "TLG23",
    "E08000016": "TLE31",
    "E07000192": "TLG24",
    "W06000001": "TLL11",
    "N09000003": "TLN06",
    "N09000007": "TLN0E",
}


def _bodies() -> dict[str, pl.DataFrame]:
    regions, itl, before = REGIONS, ITL, BEFORE
    itl_before = [(code, area, BEFORE_2023[code]) for code, area in before.items()]
    itl_before += [("S30000018", "TLM93", "North Ayrshire mainland"), ("S30000034", "TLM63", "Arran and Cumbrae")]
    names = {area: f"ITL {area}" for area in (*itl.values(), *before.values(), "TLM20", "TLM63", "TLM93")}
    names |= {area[:size]: f"ITL {area[:size]}" for area in list(names) for size in (3, 4)}
    lep = {
        "E06000001": "E37000034",
        "E06000004": "E37000034",
        "E08000016": "E37000054",
        "E07000192": "E37000012",
        "E06000021": "E37000032",
    }
    lep |= dict.fromkeys(OLD, "E37000007")
    lep_names = {"E37000034": "Tees Valley", "E37000054": "Sheffield City Region", "E37000012": "Greater Birmingham and Solihull"}
    lep_names |= {"E37000007": "Cumbria", "E37000032": "Stoke-on-Trent and Staffordshire"}
    second = {"E07000192": "Stoke-on-Trent and Staffordshire"}
    lost = ("E06000004", "E06000021")
    later = [(code, lep_names[body], second.get(code)) for code, body in lep.items() if code not in lost]
    works = [(code, f"Work {code}") for code in dict.fromkeys(row[3] for row in NEIGHBOURHOODS)]
    boards = [("W06000001", "W11000023", "Betsi Cadwaladr University Health Board")]
    police = [(code, "E23000013", "Cleveland") for code in ("E06000001", "E06000004")]
    return {
        files_of.REGIONS: _table("ltla24_code region24_code", list(regions.items())),
        files_of.COUNTIES: _table("ltla23_code utla23_code", [("E07000192", "E10000028"), ("E06000001", "E06000001")]),
        files_of.CAUTHS: _table("LAD25CD CAUTH25CD", [("E08000038", "E47000002")]),
        files_of.LEP_2020: _table("LACD ERCD ERNM", [(code, body, lep_names[body]) for code, body in lep.items()]),
        files_of.LEP_2022: _table("LAD22CD LEP LEP2", later),
        files_of.LSIP: _table("LAD23CD LSIP23CD LSIP23NM", [("E06000001", "E69000031", " Tees Valley ")]),
        files_of.POLICE: _table("ltla24_code pfa24_code pfa24_name", police),
        files_of.FIRE: _table("ltla24_code fra24_code fra24_name", [("E06000001", "E31000007", "Cleveland")]),
        files_of.WELSH_BOARDS: _table("ltla21_code lhb22_code lhb22_name", boards),
        files_of.TRUSTS: _table("trust18_code trust18_name", [("BHSCT", "Belfast"), ("SEHSCT", "South Eastern")]),
        files_of.ITL_2025: _table("area_code itl325cd", [*itl.items(), ("S12000021", "TLM20")]),
        files_of.ITL_2021: _table("area_code itl321cd name", itl_before),
        files_of.ITL_2021_NAMES: _table("itl_code itl_name", list(names.items())),
        files_of.ITL_2025_NAMES: _table("areacd areanm", list(names.items())),
        files_of.TTWA_NAMES: _table("ttwa11cd ttwa11nm", works),
    }


def _neighbourhoods() -> dict[str, pl.DataFrame]:
    # The LSOA of Hartlepool was cut in two for 2021; all others stayed.
    pairs = [(row[0], row[5], row[0]) for row in ENGLISH_AND_WELSH] + [("E01000001", "Hartlepool 001A", "E01999999")]
    lad_2021 = {row[0]: row[1] for row in ENGLISH_AND_WELSH} | {"E01999999": "E06000001"}
    people = [(code, 600.0 if code in {"E01000001", "E01999999"} else 10.0) for code in lad_2021]
    board_of = {row[0]: row[4] for row in ENGLISH} | {"E01999999": "E54000050"}
    boards = [(code, board, f"NHS {board}") for code, board in board_of.items()]
    health = [(row[0], f"E38{row[4][3:]}", f"CCG {row[4]}", row[4], f"STP {row[4]}") for row in ENGLISH if row[4]]
    return {
        files_of.WEIGHTS: _table("lsoa11_code lad pop", [row[:3] for row in NEIGHBOURHOODS]),
        files_of.LSOA_2021_PEOPLE: _table("lsoa21_code total_residents", people),
        files_of.LSOA_2021_LAD: _table("lsoa21_code ltla24_code", list(lad_2021.items())),
        files_of.LSOA_2011_2021: _table("lsoa11_code lsoa11_name lsoa21_code", pairs),
        files_of.CCG_STP: _table("lsoa11_code ccg21_code ccg21_name stp21_code stp21_name", health),
        files_of.ICB_2022: _table("lsoa11_code icb22_code icb22_name", [(row[0], row[4], f"NHS {row[4]}") for row in ENGLISH]),
        files_of.ICB_2024: _table("lsoa21_code icb24_code icb24_name", boards),
        files_of.SCOTTISH_BOARDS: _table(
            "dz11_code hb19_code", [(row[0], "S08000015") for row in NEIGHBOURHOODS if row[0][0] == "S"]
        ),
        files_of.TTWA: _table("LSOA11CD TTWA11CD", [(row[0], row[3]) for row in NEIGHBOURHOODS]),
    }
