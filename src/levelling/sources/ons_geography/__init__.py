"""The areas of the United Kingdom: names and codes, what lies in what, what followed what, people in each neighbourhood.

Tables (all for `Tidy.tables`; the atlas reads them through its gazetteer, overlaps and movement):

- `areas`: one row a (code, level): `code, level, name, nation, start, end, other_names, population,
  parents` (each parent as `level=code`).
- `area_members`: one row a (local authority, body, vintage): `member, level, code, vintage, people`. `people` live in both;
  null where a part cannot be counted.
- `area_changes`: one row a (old, new) pair: `old_code, new_code, level, year, kind, people`.
- `small_areas`: one row a (neighbourhood, vintage): `code, vintage, population, lad, lad_2011, itl3, ccg, stp, icb_2022, icb,
  ttwa, health_board`. Vintage 2011 (LSOA 2011, data zone 2011, super output area: UK, people of mid-2019) and 2021 (LSOA 2021:
  England and Wales, residents of Census 2021).
- `neighbours`: `code, basis, position, neighbour_code`; `clusters`: `code, basis, cluster`.
"""

from datetime import date

from levelling.core.indicator import Release
from levelling.sources.contract import Source, Tidy
from levelling.sources.inputs import Inputs
from levelling.sources.ons_geography.areas import list_areas
from levelling.sources.ons_geography.changes import list_changes
from levelling.sources.ons_geography.facts import read_facts
from levelling.sources.ons_geography.lookups import FILES, read_lookups
from levelling.sources.ons_geography.members import list_members
from levelling.sources.ons_geography.neighbours import list_clusters, list_neighbours
from levelling.sources.ons_geography.small_areas import list_small_areas
from levelling.sources.ons_geography.successions import complete

_OGL = "Open Government Licence v3.0"
_OS = "Contains National Statistics, NRS, NISRA and Ordnance Survey data © Crown copyright and database right."

RELEASES = (
    Release(
        id="ons-geography",
        publisher="Office for National Statistics",
        title="Open Geography Portal: names, codes and look-ups",
        released=None,
        address="https://geoportal.statistics.gov.uk/",
        licence=_OGL,
        attribution=_OS,
        note="Look-ups of 2011 to 2025, as gathered by the humaniverse, DfE and postcodes.io projects; no one release date.",
    ),
    Release(
        id="small-area-population-2019",
        publisher="Office for National Statistics, National Records of Scotland and NISRA",
        title="Small-area population estimates, mid-2019",
        released=None,
        address="https://www.ons.gov.uk/peoplepopulationandcommunity/populationandmigration/populationestimates",
        licence=f"{_OGL}; compilation CC BY 4.0 (mySociety)",
        attribution=_OS,
        note="People in each LSOA, data zone and super output area: the weights by which figures move between areas.",
    ),
    Release(
        id="census-2021-small-areas",
        publisher="Office for National Statistics",
        title="Census 2021: usual residents by LSOA",
        released=date(2023, 1, 19),
        address="https://www.ons.gov.uk/census",
        licence=_OGL,
        attribution=_OS,
    ),
    Release(
        id="ons-statistical-neighbours",
        publisher="Office for National Statistics",
        title="Clustering local authorities, and statistical nearest neighbours",
        released=None,
        address="https://www.ons.gov.uk/explore-local-statistics/",
        licence=_OGL,
        attribution=_OS,
        note="Lists for the global, economic and demographic models, from the Explore Local Statistics service.",
    ),
)


def tidy(inputs: Inputs) -> Tidy:
    """Compile the geography of the United Kingdom; no estimates.

    Raises:
        SourceChanged: A look-up is missing or not in the known shape.
    """
    facts = read_facts()
    files = read_lookups(inputs)
    changes = list_changes(files, facts)
    small = list_small_areas(files, facts, changes)
    members = list_members(files, facts, changes, small)
    changes = complete(changes, members, small)
    return Tidy(
        tables={
            "areas": list_areas(files, facts, changes, members),
            "area_members": members.frame(),
            "area_changes": changes.frame(),
            "small_areas": small,
            "neighbours": list_neighbours(files, changes),
            "clusters": list_clusters(files, changes),
        }
    )


SOURCE = Source(
    name="ons-geography",
    releases=RELEASES,
    files=FILES,
    tidy=tidy,
    cadence="Twice a year, after the boundary changes of April and December",
    geography="Every area of the United Kingdom since 2011",
)
