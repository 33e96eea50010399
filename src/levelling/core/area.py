"""Areas: any geography with a code. A *place* is what a person calls one."""

from dataclasses import dataclass, field
from enum import StrEnum


class Level(StrEnum):
    """The kinds of area, in the words the command line uses."""

    UK = "uk"
    NATION = "nation"
    REGION = "region"
    COUNTY = "county"
    LAD = "lad"
    CAUTH = "cauth"
    CITY_REGION = "city-region"
    ITL1 = "itl1"
    ITL2 = "itl2"
    ITL3 = "itl3"
    LEP = "lep"
    LSIP = "lsip"
    ICB = "icb"
    STP = "stp"
    CCG = "ccg"
    TTWA = "ttwa"
    HEALTH_BOARD = "health-board"
    POLICE = "police"
    FIRE = "fire"

    @property
    def words(self) -> str:
        """The level in words, for one area: 'local authority'."""
        return _TITLES[self]

    @property
    def plural(self) -> str:
        """The level in words, for several areas: 'local authorities'."""
        title = _TITLES[self]
        return _PLURALS.get(self, f"{title[:-1]}ies" if title.endswith("y") else f"{title}s")


_TITLES = {
    Level.UK: "United Kingdom",
    Level.NATION: "nation",
    Level.REGION: "region",
    Level.COUNTY: "county",
    Level.LAD: "local authority",
    Level.CAUTH: "combined authority",
    Level.CITY_REGION: "city region",
    Level.ITL1: "ITL1 region",
    Level.ITL2: "ITL2 area",
    Level.ITL3: "ITL3 area",
    Level.LEP: "local enterprise partnership",
    Level.LSIP: "local skills improvement plan area",
    Level.ICB: "integrated care board",
    Level.STP: "sustainability and transformation partnership",
    Level.CCG: "clinical commissioning group",
    Level.TTWA: "travel-to-work area",
    Level.HEALTH_BOARD: "health board",
    Level.POLICE: "police force area",
    Level.FIRE: "fire and rescue authority",
}
_PLURALS = {Level.UK: "countries"}

NATIONS = {"E": "England", "W": "Wales", "S": "Scotland", "N": "Northern Ireland"}
"""The nations by the letter that begins their codes."""


@dataclass(frozen=True, slots=True)
class Area:
    """One area, current or abolished.

    Attributes:
        code: Its nine-character statistical code (or ITL code), unique within a level.
        name: Its official name.
        level: What kind of area it is.
        nation: `E`, `W`, `S`, `N`, or `K` where it crosses nations (the UK).
        start: First year it existed with this code, where known.
        end: Last year it existed with this code; `None` while it exists.
        other_names: What people also call it, other languages included.
        parents: Codes of the areas that wholly contain it, by level (`{"region": "E12000001"}`).
        population: People living in it, from the small-area counts; `None` where not known.
    """

    code: str
    name: str
    level: Level
    nation: str
    start: int | None = None
    end: int | None = None
    other_names: tuple[str, ...] = ()
    parents: dict[str, str] = field(default_factory=dict, hash=False)
    population: int | None = None

    @property
    def is_current(self) -> bool:
        """Whether the area still exists."""
        return self.end is None

    def __str__(self) -> str:
        return self.name


@dataclass(frozen=True, slots=True)
class Overlap:
    """How much two areas share, counted in people.

    Attributes:
        area: The other area.
        people: People who live in both.
        share_here: Share of this area's people who live in the other, 0 to 1.
        share_there: Share of the other's people who live here, 0 to 1.
    """

    area: Area
    people: int
    share_here: float
    share_there: float
