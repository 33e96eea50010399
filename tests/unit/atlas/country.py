"""A small country to test the atlas on: real names and codes, round numbers of people, nobody else.

North: county Cumbria ended in 2023 and became two authorities; Allerdale and Carlisle became Cumberland, Eden Westmorland and
Furness. South: Barnsley took a new code. Care board West has all of Allerdale; Carlisle is cut between West and East.
"""

from levelling.atlas.gazetteer import Gazetteer
from levelling.atlas.kinship import Change, Member
from levelling.atlas.overlaps import Cell, Overlaps
from levelling.core.area import Area, Level

ALLERDALE = Area("E07000026", "Allerdale", Level.LAD, "E", end=2022, population=100)
CARLISLE = Area("E07000028", "Carlisle", Level.LAD, "E", end=2022, population=200)
EDEN = Area("E07000030", "Eden", Level.LAD, "E", end=2022, population=50)
CUMBERLAND = Area("E06000063", "Cumberland", Level.LAD, "E", start=2023, population=300)
WESTMORLAND = Area("E06000064", "Westmorland and Furness", Level.LAD, "E", start=2023, population=50)
BARNSLEY = Area("E08000038", "Barnsley", Level.LAD, "E", start=2025, population=400)
OLD_BARNSLEY = Area("E08000016", "Barnsley", Level.LAD, "E", end=2024, population=400)
HULL = Area("E06000010", "Kingston upon Hull, City of", Level.LAD, "E", other_names=("Hull",), population=10)
ANGLESEY = Area("W06000001", "Isle of Anglesey", Level.LAD, "W", other_names=("Ynys Môn",), population=20)
CUMBRIA = Area("E10000006", "Cumbria", Level.COUNTY, "E", end=2022, population=350)
CUMBRIA_ITL = Area("TLD1", "Cumbria", Level.ITL2, "E", population=350)
CUMBRIA_POLICE = Area("E23000002", "Cumbria", Level.POLICE, "E", population=350)
NORTH_REGION = Area("E12000001", "North East", Level.REGION, "E", population=350)
NORTH_CAUTH = Area("E47000014", "North East", Level.CAUTH, "E", population=400)
WEST = Area("E54000048", "NHS West Integrated Care Board", Level.ICB, "E", population=150)
EAST = Area("E54000050", "NHS East Integrated Care Board", Level.ICB, "E", population=600)
WEST_CCG = Area("E38000215", "NHS West CCG", Level.CCG, "E", end=2022, population=150)
POLICE_SCOTLAND = Area("S23000009", "Police Scotland", Level.POLICE, "S")
SCOTLAND = Area("S92000003", "Scotland", Level.NATION, "S")

AREAS = (
    *(ALLERDALE, CARLISLE, EDEN, CUMBERLAND, WESTMORLAND, BARNSLEY, OLD_BARNSLEY, HULL, ANGLESEY),
    *(CUMBRIA, CUMBRIA_ITL, CUMBRIA_POLICE, NORTH_REGION, NORTH_CAUTH, WEST, EAST, WEST_CCG, POLICE_SCOTLAND, SCOTLAND),
)
CHANGES = (
    Change("E07000026", "E06000063", "lad", 2023, "merged", 100),
    Change("E07000028", "E06000063", "lad", 2023, "merged", 200),
    Change("E07000030", "E06000064", "lad", 2023, "merged", 50),
    Change("E10000006", "E06000063", "county", 2023, "split", 300),
    Change("E10000006", "E06000064", "county", 2023, "split", 50),
    Change("E08000016", "E08000038", "lad", 2025, "recoded", 400),
    Change("E38000215", "E54000048", "ccg", 2022, "replaced", 150),
)
MEMBERS = (
    *(
        Member(lad, "county", "E10000006", None, people)
        for lad, people in (("E07000026", 100), ("E07000028", 200), ("E07000030", 50))
    ),
    *(Member(lad, "lad", new, None, p) for lad, new, p in (("E07000026", "E06000063", 100), ("E07000030", "E06000064", 50))),
    Member("E07000028", "lad", "E06000063", None, 200),
    *(
        Member(lad, level, code, None, people)
        for level, code in (("itl2", "TLD1"), ("police", "E23000002"), ("region", "E12000001"))
        for lad, people in (("E06000063", 300), ("E06000064", 50))
    ),
    Member("E08000038", "cauth", "E47000014", None, 400),
    Member("E06000063", "icb", "E54000048", None, 150),
    Member("E06000063", "icb", "E54000050", None, 150),
    Member("E06000064", "icb", "E54000050", None, 50),
    Member("E08000038", "icb", "E54000050", None, 400),
    Member("E06000063", "ccg", "E38000215", None, 150),
)


def cell(lad: str, lad_2011: str, icb: str | None, people: int, *, itl3: str = "TLZ99", ccg: str | None = None) -> Cell:
    """A cell with the columns these tests need."""
    return Cell(lad, lad_2011, itl3, ccg, None, icb, icb, None, None, people)


CELLS = (
    cell("E06000063", "E07000026", "E54000048", 100, itl3="TLD13", ccg="E38000215"),
    cell("E06000063", "E07000028", "E54000048", 50, itl3="TLD13", ccg="E38000215"),
    cell("E06000063", "E07000028", "E54000050", 150, itl3="TLD13"),
    cell("E06000064", "E07000030", "E54000050", 50, itl3="TLD14"),
    cell("E08000038", "E08000038", "E54000050", 400),
    cell("E06000010", "E06000010", None, 10),
    cell("W06000001", "W06000001", None, 20),
)


def gazetteer() -> Gazetteer:
    """The gazetteer of the small country."""
    return Gazetteer(AREAS, CHANGES, lambda: MEMBERS)


def overlaps() -> Overlaps:
    """The overlaps of the small country."""
    return Overlaps(CELLS, gazetteer())
