"""Codes of the areas that adverts are counted for, by the name each file gives them."""

from levelling.sources.inputs import Inputs
from levelling.sources.places import COMBINED_AUTHORITIES, partnership_codes

PLAN_AREA_NAMES = "dfe-local-skills/lad23_lsip23.csv"
REGIONS = {
    "North East": "E12000001",
    "North West": "E12000002",
    "Yorkshire And The Humber": "E12000003",
    "East Midlands": "E12000004",
    "West Midlands": "E12000005",
    "East of England": "E12000006",
    "London": "E12000007",
    "South East": "E12000008",
    "South West": "E12000009",
    "Wales": "W92000004",
    "Scotland": "S92000003",
    "Northern Ireland": "N92000002",
}
COUNTRIES = {
    "England": "E92000001",
    "Wales": "W92000004",
    "Scotland": "S92000003",
    "Northern Ireland": "N92000002",
    "Total UK": "K02000001",
}
NOWHERE = "Unknown"

_PARTNERSHIPS = {"Hull and East Yorkshire": "E37000061", "Buckinghamshire": "E37000043"}
_PLAN_AREAS = {
    "Enterprise M3 LEP (including all of Surrey)": "E69000009",
    "Gloucestershire": "E69000011",
    "Norfolk and Suffolk": "E69000022",
    "South East Midlands": "E69000027",
}

MISTAKEN = frozenset({"E69000008", "E69000009", "E37000032", "E37000038"})
"""Areas whose adverts were put together from the wrong places, so that they get no figure.

Dorset's plan area has more than twice the adverts of the partnership of the same two authorities; Enterprise M3's plan area
fewer than the partnership it takes in; the partnerships of Stoke-on-Trent and Staffordshire and of Worcestershire other numbers
than the plan areas of the same authorities. The Department for Education found the same four wrongly put together in its
projections to 2035, and said so when it replaced them on 5 August 2024.
"""


def codes(inputs: Inputs) -> dict[str, dict[str, str]]:
    """Codes by name, for each kind of area under the short name of the files.

    Raises:
        SourceChanged: A file of names is not in the known shape.
    """
    plans = inputs.csv(PLAN_AREA_NAMES, ["LSIP23CD", "LSIP23NM"]).drop_nulls()
    named = {name.strip(): code for code, name in plans.unique().sort("LSIP23CD").iter_rows()}
    return {
        "LEP": partnership_codes(inputs) | _PARTNERSHIPS,
        "LSIP": named | _PLAN_AREAS,
        "MCA": COMBINED_AUTHORITIES,
        "Country": COUNTRIES,
    }
