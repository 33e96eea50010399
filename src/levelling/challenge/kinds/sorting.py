"""Which kind of place each local authority is: city, town or rural, and coastal or not.

Two questions, answered apart, since a place may be a town and on the coast.

**Settlement.** Of an authority's people, some live in rural neighbourhoods, some in a city, the rest in towns. The kind is the
largest of the three shares. A city is a built-up area with more than 225,000 people, the line that ONS draws between its towns
and its cities. It is a matter of size, not of charters.

- England and Wales: people whose neighbourhood touches a major town or city over the line.
- Scotland: people in 'large urban areas', which the Scottish Government draws at 125,000 people.
- Northern Ireland: no table of towns is at hand. A district is a city where more than 225,000 people live in its urban
  neighbourhoods, which is Belfast alone.

**Coast.** Each by the best list there is for the nation.

- England: coastal where any of the boundary is coast and a quarter or more of the people live in a town or city on the coast
  (ONS's flag); or where anyone does and a quarter or more of the boundary is coast; or where three quarters of the boundary are
  coast. The flag keeps out tidal rivers: the Thames is not the sea.
- Wales, Scotland and Northern Ireland: coastal where half or more of the people live near the coast and a twentieth or more of
  the boundary is coast.

**How firm.** A settlement kind is firm where its share leads by 10 points or more and, in England and Wales, where the
neighbourhood classes of 2021 give the same answer. A coast kind is firm where no share that decides it lies within a fifth of
its line. Every share is an approximation, and says so.
"""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from types import MappingProxyType
from typing import Any
from weakref import WeakKeyDictionary

from levelling.atlas.reading import Figures
from levelling.challenge.phrases import place
from levelling.core.area import Area, Level

CITY = 225_000
"""People; a built-up area with more is a city (the towns ONS lists by size)."""
LEAD = 10.0
"""Points by which the largest share must lead for the kind to be firm."""
IN_TOWN, ON_BOUNDARY, MOSTLY_SEA = 25.0, 25.0, 75.0
"""England: share of people in a coastal town, of the boundary with any such town, and of the boundary alone."""
NEAR, LITTLE_BOUNDARY = 50.0, 5.0
"""The other nations: share of people near the coast, and of the boundary."""
CLOSE = 0.2
"""How near its line a share may lie, as a part of the line, before the kind is not firm."""
RURAL, RURAL_2021, IN_CITY = "rural-population-share", "rural-population-share-2021", "city-population-share"
SCOTTISH, COASTLINE = "rural-population-share-scotland", "coastline-share-of-boundary"
COASTAL_TOWN, NEAR_COAST = "coastal-town-population-share", "near-coast-share"
_COLUMNS = (
    (RURAL, "", "2019-06-30"),
    (RURAL_2021, "", "2021-03-21"),
    (IN_CITY, "", "2019-06-30"),
    (SCOTTISH, "large-urban", "2019-06-30"),
    (COASTLINE, "", "2025"),
    (COASTAL_TOWN, "", "2019-06-30"),
    (NEAR_COAST, "", "2019-06-30"),
)


class Settlement(StrEnum):
    """Where more of a place's people live than anywhere else."""

    CITY = "city"
    TOWN = "town"
    RURAL = "rural"


_IN = {Settlement.CITY: "a city", Settlement.TOWN: "towns", Settlement.RURAL: "rural neighbourhoods"}
ORDER = tuple(f"{coast} {settlement}" for settlement in Settlement for coast in ("coastal", "inland"))
"""The six kinds, both questions together, in the order they are shown."""


@dataclass(frozen=True, slots=True)
class Kind:
    """What kind of place one local authority is.

    Attributes:
        area: The authority.
        settlement: City, town or rural.
        coastal: Whether it is on the coast.
        rural: Share of its people in rural neighbourhoods, %.
        city: Share in a city, %.
        town: The rest, %.
        coastline: Share of its boundary that is coast or tidal river, %.
        by_the_sea: Share of its people in a town or city on the coast (England) or near the coast (elsewhere), %.
        firm_settlement: Whether no other settlement kind is near.
        firm_coast: Whether no share that decides on the coast is near its line.
    """

    area: Area
    settlement: Settlement
    coastal: bool
    rural: float
    city: float
    town: float
    coastline: float
    by_the_sea: float
    firm_settlement: bool
    firm_coast: bool

    @property
    def coast(self) -> str:
        """`coastal` or `inland`."""
        return "coastal" if self.coastal else "inland"

    @property
    def name(self) -> str:
        """Both together: 'coastal town', 'inland rural'."""
        return f"{self.coast} {self.settlement.value}"

    @property
    def firm(self) -> bool:
        """Whether both answers are firm."""
        return self.firm_settlement and self.firm_coast

    @property
    def sentence(self) -> str:
        """What it is and how firmly, to be read aloud."""
        where = "lies on the coast" if self.coastal else "does not lie on the coast"
        return f"{self.people} {place(self.area)} live in {_IN[self.settlement]}, and it {where}. {self.doubt}".rstrip()

    @property
    def people(self) -> str:
        """Whether those who live in places of its kind are most of its people, or only more than live elsewhere."""
        share = {Settlement.CITY: self.city, Settlement.TOWN: self.town, Settlement.RURAL: self.rural}[self.settlement]
        return "Most people in" if share > 50 else "The largest group of people in"

    @property
    def lives_in(self) -> str:
        """Where they live: 'a city', 'towns', 'rural neighbourhoods'."""
        return _IN[self.settlement]

    @property
    def doubt(self) -> str:
        """What is not firm about it, in a sentence; empty where nothing is."""
        if self.firm:
            return ""
        parts = [] if self.firm_settlement else ["whether it is city, town or country"]
        parts += [] if self.firm_coast else ["whether it counts as coastal"]
        return f"It lies near the line for {' and '.join(parts)}."


@dataclass(frozen=True, slots=True)
class Kinds:
    """What kind of place every local authority is.

    Attributes:
        kinds: By area code, in code order.
        left_out: Authorities with too few figures to tell, by name.
    """

    kinds: Mapping[str, Kind]
    left_out: tuple[str, ...]

    @property
    def settlement(self) -> Mapping[str, str]:
        """Area code to `city`, `town` or `rural`."""
        return {code: kind.settlement.value for code, kind in self.kinds.items()}

    @property
    def coast(self) -> Mapping[str, str]:
        """Area code to `coastal` or `inland`."""
        return {code: kind.coast for code, kind in self.kinds.items()}

    @property
    def both(self) -> Mapping[str, str]:
        """Area code to one of six: `coastal town`, `inland city` and so on."""
        return {code: kind.name for code, kind in self.kinds.items()}

    @property
    def counts(self) -> Mapping[str, int]:
        """How many authorities are of each of the six kinds, in the order they are shown."""
        found = Counter(kind.name for kind in self.kinds.values())
        return {name: found[name] for name in ORDER}

    def of(self, name: str) -> tuple[Kind, ...]:
        """The authorities of one of the six kinds, in code order."""
        return tuple(kind for kind in self.kinds.values() if kind.name == name)

    def records(self, areas: Sequence[Area] | None = None) -> list[dict[str, Any]]:
        """Plain data: one record an authority, of those asked for or of all."""
        wanted = self.kinds if areas is None else [area.code for area in areas if area.code in self.kinds]
        return [_record(self.kinds[code]) for code in wanted]


def kinds(atlas: Figures) -> Kinds:
    """What kind of place every current local authority is; worked out once for an open atlas.

    Example:
        >>> from levelling.atlas import Atlas
        >>> found = kinds(Atlas.open())
        >>> found.both["E06000001"], found.settlement["E09000007"], found.coast["W06000023"]
        ('coastal town', 'city', 'inland')
    """
    if atlas not in _KEPT:
        _KEPT[atlas] = _sorted(atlas)
    return _KEPT[atlas]


_KEPT: WeakKeyDictionary[Figures, Kinds] = WeakKeyDictionary()
"""The figures of an atlas do not change while it is open."""


def settled(rural: float, city: float) -> tuple[Settlement, float]:
    """The largest of three shares of people, and by how many points it leads. What is neither rural nor in a city is in towns.

    Args:
        rural: Share in rural neighbourhoods, %.
        city: Share in a city, %; where the two together pass 100, the city gives way.

    Example:
        >>> settled(30.0, 10.0)
        (<Settlement.TOWN: 'town'>, 30.0)
    """
    city = min(city, 100.0 - rural)
    shares = {Settlement.CITY: city, Settlement.TOWN: 100.0 - rural - city, Settlement.RURAL: rural}
    first, second = sorted(shares.values(), reverse=True)[:2]
    # Of equals the larger place goes first, so that the answer does not hang on rounding.
    return next(kind for kind in shares if shares[kind] == first), first - second


def coastal(nation: str, coastline: float, by_the_sea: float) -> tuple[bool, bool]:
    """Whether a place is on the coast, and whether that is firm.

    Args:
        nation: `E`, `W`, `S` or `N`: the rule is the nation's own.
        coastline: Share of the boundary that is coast, %.
        by_the_sea: Share of people in a coastal town (England) or near the coast (elsewhere), %.

    Example:
        >>> coastal("E", 47.9, 97.3), coastal("E", 44.4, 0.0)
        ((True, True), (False, True))
    """
    nudges = (1 - CLOSE, 1 / (1 - CLOSE))
    answers = {_on_coast(nation, coastline * one, by_the_sea * other) for one in nudges for other in nudges}
    return _on_coast(nation, coastline, by_the_sea), len(answers) == 1


def _on_coast(nation: str, coastline: float, by_the_sea: float) -> bool:
    if nation == "E":
        in_town = coastline > 0 and by_the_sea >= IN_TOWN
        return in_town or (by_the_sea > 0 and coastline >= ON_BOUNDARY) or coastline >= MOSTLY_SEA
    return by_the_sea >= NEAR and coastline >= LITTLE_BOUNDARY


def _sorted(atlas: Figures) -> Kinds:
    atlas.store.load_columns(_COLUMNS)
    columns = {slug: _values(atlas, slug, category, period) for slug, category, period in _COLUMNS}
    found: dict[str, Kind] = {}
    lacking = []
    for area in sorted(atlas.gazetteer.all(Level.LAD), key=lambda area: area.code):
        kind = _kind(area, columns)
        if kind is None:
            lacking.append(area.name)
        else:
            found[area.code] = kind
    return Kinds(MappingProxyType(found), tuple(lacking))


def _values(atlas: Figures, slug: str, category: str, period: str) -> dict[str, float]:
    return {code: item.value for code, item in atlas.store.column(slug, category, period).items() if item.value is not None}


def _kind(area: Area, columns: Mapping[str, Mapping[str, float]]) -> Kind | None:
    code = area.code
    rural, coastline = columns[RURAL].get(code), columns[COASTLINE].get(code)
    city = _in_city(area, columns)
    by_the_sea = columns[COASTAL_TOWN if area.nation == "E" else NEAR_COAST].get(code)
    if rural is None or city is None or coastline is None or by_the_sea is None:
        return None
    settlement, lead = settled(rural, city)
    newer = columns[RURAL_2021].get(code)
    same = newer is None or settled(newer, city)[0] == settlement
    is_coastal, firm_coast = coastal(area.nation, coastline, by_the_sea)
    city = min(city, 100.0 - rural)
    return Kind(
        area=area,
        settlement=settlement,
        coastal=is_coastal,
        rural=rural,
        city=round(city, 1),
        town=round(100.0 - rural - city, 1),
        coastline=coastline,
        by_the_sea=by_the_sea,
        firm_settlement=lead >= LEAD and same,
        firm_coast=firm_coast,
    )


def _in_city(area: Area, columns: Mapping[str, Mapping[str, float]]) -> float | None:
    if area.nation == "S":
        return columns[SCOTTISH].get(area.code)
    if area.nation != "N":
        return columns[IN_CITY].get(area.code)
    rural = columns[RURAL].get(area.code)
    if rural is None or not area.population:
        return None
    return 100.0 - rural if area.population * (100.0 - rural) / 100.0 > CITY else 0.0


def _record(kind: Kind) -> dict[str, Any]:
    return {
        "area": kind.area.code,
        "name": kind.area.name,
        "kind": kind.name,
        "settlement": kind.settlement.value,
        "coast": kind.coast,
        "firm_settlement": kind.firm_settlement,
        "firm_coast": kind.firm_coast,
        "rural_share": kind.rural,
        "city_share": kind.city,
        "town_share": kind.town,
        "coastline_share": kind.coastline,
        "by_the_sea_share": kind.by_the_sea,
        "by_the_sea_measure": "people in coastal towns" if kind.area.nation == "E" else "people near the coast",
    }
