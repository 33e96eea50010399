"""The look-up files as they come: each read once, its columns checked and given plain names."""

from dataclasses import dataclass

import polars as pl

from levelling.core.errors import SourceChanged
from levelling.sources.inputs import Inputs

HIERARCHY = "ons-areas/areas_hierarchy.csv"
CLUSTERS = "ons-areas/cluster_allocation.csv"
LAD_2025 = "ons-area-lists/ltla25.csv"
LAD_CHAIN = "geography-lookups/lookup_ltla_ltla.csv"
LAD_2011 = "dfe-local-skills/lad11_lad21_lad23.csv"
REGIONS = "geography-lookups/lookup_ltla24_region24.csv"
COUNTIES = "geography-lookups/lookup_ltla23_utla23.csv"
CAUTHS = "dfe-local-skills/lad25_cauth25.csv"
LEP_2020 = "dfe-local-skills/lad20_lep20.csv"
LEP_2022 = "dfe-local-skills/lad22_lep_lep2_lsip_mca.csv"
LSIP = "dfe-local-skills/lad23_lsip23.csv"
POLICE = "geography-lookups/lookup_ltla24_csp24_pfa24.csv"
FIRE = "geography-lookups/lookup_ltla24_fra24.csv"
WELSH_BOARDS = "geography-lookups/lookup_ltla21_lhb22.csv"
TRUSTS = "geography-lookups/lookup_ltla21_hsct18.csv"
ITL_2025 = "itl/DERIVED_lad25_itl325_uk.csv"
ITL_2021 = "itl/lad23_itl321.csv"
ITL_2021_NAMES = "itl/itl2021_names.csv"
ITL_2025_NAMES = "ons-local-statistics/total-value-of-uk-exports.csv"
TTWA_NAMES = "itl/ttwa11_names.csv"
WEIGHTS = "population/DERIVED_uk_lsoa11_lad23_pop2019.parquet"
LSOA_2021_PEOPLE = "population/lsoa21_population_disabled_census21.parquet"
LSOA_2021_LAD = "geography-lookups/lookup_lsoa21_ward24_ltla24.parquet"
LSOA_2011_2021 = "geography-lookups/lookup_lsoa11_lsoa21_ltla22.parquet"
CCG_STP = "geography-lookups/lookup_lsoa11_ccg21_stp21_ltla21.parquet"
ICB_2022 = "geography-lookups/lookup_lsoa11_sicbl22_icb22_ltla22.parquet"
ICB_2024 = "geography-lookups/lookup_lsoa21_icb24.parquet"
SCOTTISH_BOARDS = "geography-lookups/lookup_dz11_ltla19_hb19.parquet"
TTWA = "ttwa/lsoa11_ttwa11_uk.parquet"
NEIGHBOURS = {basis: f"ons-areas/{basis}_neighbours.csv" for basis in ("global", "economic", "demographic")}

_CSV = {
    HIERARCHY: ["areacd", "areanm", "level", "start", "end", "parents"],
    CLUSTERS: ["AREACD", "Global", "Economic", "Demographic"],
    LAD_2025: ["areacd", "areanm"],
    LAD_CHAIN: [f"ltla{year}_{what}" for year in range(16, 25) for what in ("code", "name")],
    LAD_2011: ["LAD11CD", "LAD11NM", "LAD11NMW", "LAD21CD"],
    REGIONS: ["ltla24_code", "region24_code"],
    COUNTIES: ["ltla23_code", "utla23_code"],
    CAUTHS: ["LAD25CD", "CAUTH25CD"],
    LEP_2020: ["LACD", "ERCD", "ERNM"],
    LEP_2022: ["LAD22CD", "LEP", "LEP2"],
    LSIP: ["LAD23CD", "LSIP23CD", "LSIP23NM"],
    POLICE: ["ltla24_code", "pfa24_code", "pfa24_name"],
    FIRE: ["ltla24_code", "fra24_code", "fra24_name"],
    WELSH_BOARDS: ["ltla21_code", "lhb22_code", "lhb22_name"],
    TRUSTS: ["trust18_code", "trust18_name"],
    ITL_2025: ["area_code", "itl325cd"],
    ITL_2021: ["area_code", "itl321cd", "name"],
    ITL_2021_NAMES: ["itl_code", "itl_name"],
    ITL_2025_NAMES: ["areacd", "areanm"],
    TTWA_NAMES: ["ttwa11cd", "ttwa11nm"],
    **{name: ["AREACD", *map(str, range(1, 21))] for name in NEIGHBOURS.values()},
}
_PARQUET = {
    WEIGHTS: ["lsoa11_code", "lad", "pop"],
    LSOA_2021_PEOPLE: ["lsoa21_code", "total_residents"],
    LSOA_2021_LAD: ["lsoa21_code", "ltla24_code"],
    LSOA_2011_2021: ["lsoa11_code", "lsoa11_name", "lsoa21_code"],
    CCG_STP: ["lsoa11_code", "ccg21_code", "ccg21_name", "stp21_code", "stp21_name"],
    ICB_2022: ["lsoa11_code", "icb22_code", "icb22_name"],
    ICB_2024: ["lsoa21_code", "icb24_code", "icb24_name"],
    SCOTTISH_BOARDS: ["dz11_code", "hb19_code"],
    TTWA: ["LSOA11CD", "TTWA11CD"],
}
FILES = tuple(sorted({*_CSV, *_PARQUET}))


@dataclass(frozen=True, slots=True)
class Lookups:
    """Every look-up file, by its name."""

    tables: dict[str, pl.DataFrame]

    def __getitem__(self, name: str) -> pl.DataFrame:
        return self.tables[name]

    def pairs(self, name: str, key: str, value: str) -> dict[str, str]:
        """Two columns of a file as a mapping, rows without a value left out."""
        table = self.tables[name].select(key, value).drop_nulls()
        return dict(zip(table[key].to_list(), table[value].to_list(), strict=True))


def read_lookups(inputs: Inputs) -> Lookups:
    """Read every declared look-up.

    Raises:
        SourceChanged: One is missing, not in the known shape, or has a neighbourhood without people.
    """
    tables = {name: inputs.csv(name, columns) for name, columns in _CSV.items()}
    tables |= {name: inputs.parquet(name, columns) for name, columns in _PARQUET.items()}
    for name, column in ((WEIGHTS, "pop"), (LSOA_2021_PEOPLE, "total_residents")):
        bad = tables[name].filter(pl.col(column).is_null() | (pl.col(column) < 0)).height
        if bad:
            raise SourceChanged(f"The file {name} has {bad} row(s) without a count of people.", "Fetch it again.")
    return Lookups(tables)
